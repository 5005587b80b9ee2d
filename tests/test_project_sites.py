"""Projects at home: the grounds that plants stand on, programmes and their sums, items that are none."""

from __future__ import annotations

import pytest

DAY = "2024-06-03"


def names(record):
    return [p.name for p in record.projects]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가람시는 나래 국가산업단지를 소재 공장의 대상지로 선정하고 협의를 진행하고 있다.", []),
        ("공사는 나래산단을 제3기지 입지로 확정했다.", []),
        ("정부는 강원 가람 산업단지를 대상으로 기술 지원을 진행한다.", []),
        (
            "나래2 일반산업단지 내 12만㎡ 부지에 800억원을 투자해 분리막 공장을 건립할 계획이다.",
            ["분리막 공장"],
        ),
        ("마루화학은 한빛산단 3구역 12,345㎡에 촉매 제조 공장의 건설을 시작한다.", ["촉매 제조 공장"]),
        ("한빛 산업단지에 2000억원 규모의 '전지 소재 공장' 건립을 위한 협약을 맺었다.", ["전지 소재 공장"]),
        ("정부는 3일 한빛 국가산업단지를 조성하기로 했다.", ["한빛 국가산업단지"]),
        ("정부는 가람 철도 사업을 대상으로 타당성조사를 시작했다.", ["가람 철도 사업"]),
        ("한빛 산업단지를 2027년까지 준공한다.", ["한빛 산업단지"]),
        ("정부는 한빛 산업단지에 2000억원을 투입한다.", ["한빛 산업단지"]),
    ],
)
def test_grounds_are_a_work_only_where_they_are_made(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "장관은 3일 가람 시험공장 개소식·나래 액화 플랜트 착공식에 참석했다.",
            ["가람 시험공장", "나래 액화 플랜트"],
        ),
        (
            "정부는 가람 반도체 클러스터 조성·나래 전기차 공장 신설 등을 추진한다.",
            ["가람 반도체 클러스터", "나래 전기차 공장"],
        ),
        ("정부는 가람 공장 설계·시공 사업을 추진한다.", ["가람 공장 설계·시공 사업"]),
    ],
)
def test_a_dot_behind_what_is_done_parts_two_works(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    "text",
    [
        "이번 사업은 △㈜가람전기 △㈜나래솔라 △한빛연구원 등이 참여해 추진한다.",
        "시는 이번 구축으로 △관련 기업 사업 활성화 △수소 소비 촉진 등의 효과가 있을 것으로 기대한다.",
        "공모 사업은 경남 진주, 강원 동해, 전북 익산 3곳을 대상으로 추진한다.",
    ],
)
def test_those_who_take_part_effects_and_places_are_no_items(read, text):
    assert names(read(text, DAY)) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("정부는 가람 단열 개선 지원 예산을 300억원 증액했다.", [("가람 단열 개선 지원", "300억원")]),
        (
            "물류 취약계층 지원 60억원, 노후 보일러 교체 보급 20억원 등 관련 예산도 확대했다.",
            [("물류 취약계층 지원", "60억원"), ("노후 보일러 교체 보급", "20억원")],
        ),
        (
            "바이오 소재 기술 개발에 743억원, 센서 기술개발사업에도 277억원을 배정했다.",
            [("바이오 소재 기술 개발", "743억원"), ("센서 기술개발사업", "277억원")],
        ),
        ("나래바이오기술개발 사업에도 1144억원을 쏟는다.", [("나래바이오기술개발 사업", "1144억원")]),
        ("백신 원료 실험 인프라 구축에 49억원을 투입한다.", [("백신 원료 실험 인프라", "49억원")]),
        (
            "일손을 덜어 줄 ‘가람 팩토리 시범 프로젝트’에는 740억원을 투입해 공장 90개를 꾸민다.",
            [("가람 팩토리 시범 프로젝트", "740억원")],
        ),
        ("로봇 중심의 ‘피지컬 지능 개발’에는 422억원을 투자한다.", [("피지컬 지능 개발", "422억원")]),
        ("제조기업기술혁신개발에 217억원이 투입된다.", [("제조기업기술혁신개발", "217억원")]),
        ("희소 금속 비축 사업을 위해서도 830억원이 추가로 배정됐다.", [("희소 금속 비축 사업", "830억원")]),
        ("민관 공동 해저 자원 조사에 25억원이 각각 추가 배정됐다.", [("민관 공동 해저 자원 조사", "25억원")]),
        ("악취 저감 5개 사업에 212억원을 편성했다.", []),
        ("국내 생산 및 원료 비축에도 254억원이 편성됐다.", []),
        ("R&D에 5000억원을 투입하고 설비 증설에 300억원을 투입했다.", []),
        ("반도체 수출에 10억달러를 지원했다.", []),
        ("내년에는 모두 64개 과제에 880억원을 지원한다.", []),
        ("지방에 공장을 짓는 기업 지원에 300억원을 배정했다.", []),
        ("회사는 올해 매출을 3000억원 확대했다.", []),
    ],
)
def test_programmes_by_the_sums_that_budgets_give(read, text, answer):
    record = read(text, DAY)
    sums = {a.char_start: a.text for a in record.amounts}
    assert [(p.name, sums.get(p.amount)) for p in record.projects] == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("도는 나래 수전해센터를 국비와 지방비 등 127억원을 투입해 건립했다.", "127억원"),
        (
            "국비 6천억원과 지방비 2천억원 등 총 8천억원이 투입되는 가람 특성화 사업은 내년 시작한다.",
            "총 8천억원",
        ),
        (
            "가람 정밀센터는 국비 100억원을 포함해 5년간 총사업비 190억원이 투입되어 2027년 완공된다.",
            "190억원",
        ),
        ("가람 정밀센터는 국비 100억원이 투입되어 2027년 완공된다.", "100억원"),
    ],
)
def test_what_several_pay_is_one_sum(read, text, answer):
    record = read(text, DAY)
    sums = {a.char_start: a.text for a in record.amounts}
    assert [sums.get(p.amount) for p in record.projects] == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "가람에서는 ▲나래 머드 산업 육성(충남) ▲폐열을 활용한 유리온실 구축(경남) "
            "▲굴껍질을 이용한 친환경 시멘트 개발(전남) 등이 뽑혔다.",
            ["나래 머드 산업", "폐열을 활용한 유리온실", "굴껍질을 이용한 친환경 시멘트"],
        ),
        (
            "위원회는 △나래 수소추출설비 구축(나래화학) △큐알라벨(QR)을 활용한 식품 표시 간소화(한빛식품) "
            "등을 승인했다.",
            ["나래 수소추출설비", "큐알라벨(QR)을 활용한 식품 표시 간소화"],
        ),
        ("한빛차가 낸 '수소 드론의 충전 비행시험'이 실증특례 승인을 받았다.", ["수소 드론의 충전 비행시험"]),
        ("나래가스는 '산업용 액화수소 공급 실증'에 착수했다.", ["산업용 액화수소 공급 실증"]),
        ("그는 '우리는 할 수 있다'에 착수했다.", []),
        ("나래시는 '규제를 위한 규제'가 예타 심의를 받았다고 했다.", []),
    ],
)
def test_names_that_say_by_what_means(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("그 지역에는 부생수소 생산시설이 없어 운송비가 비싸다.", []),
        ("지난달까지 전국에 수소충전소 45기가 구축됐다.", []),
        ("나래시에 수소충전소 2기가 구축됐다.", ["수소충전소 2기"]),
        ("올해 예타 대상 사업은 13개로 확정됐다.", []),
        ("가람센터는 산단환경펀드 투자를 받아 건립된다.", []),
        ("올해 구축 사업은 (재)가람테크노파크가 추진한다.", []),
        ("한빛금속은 황산니켈을 생산하는 데 성공했다고 알려 왔다.", []),
    ],
)
def test_what_is_only_mentioned(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    "text",
    [
        "밀양에 나노융합 국가산업단지를 조성한다. 나노융합국가산단은 2027년 준공된다.",
        "밀양에 나노융합산단을 조성한다. 나노융합 일반산업단지는 2027년 준공된다.",
    ],
)
def test_short_and_long_words_for_grounds_are_one(read, text):
    assert len(names(read(text, DAY))) == 1


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가온사는 김천시에 2026년까지 총 3200억원을 투자해 유리섬유 등의 생산 시설을 구축한다.", ["2026"]),
        (
            "지난 2일, 개발청, 가람시, 수자원공사와 가온은 나래에 4100억 원 규모의 '유리 소재 공장'을 "
            "세우기 위한 투자 계약을 맺었다.",
            ["2024-06-02"],
        ),
        ("가온조선은 올해까지 총 197척을 수주했고, 나래 조선소를 짓기로 했다.", [None]),
    ],
)
def test_days_by_which_money_is_spent(read, text, answer):
    record = read(text, "2024-06-20")
    days = {d.char_start: d.edtf for d in record.dates}
    assert [days.get(p.date) for p in record.projects] == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "가온케미칼은 3일 전지 양극재 공장을 착공했다. 회사는 내년까지 연간 6만t의 양극재를 생산하는 "
            "공장을 건립할 계획이다.",
            ["전지 양극재 공장"],
        ),
        ("가온케미칼은 7일 공장이 들어설 나래산단에서 기념행사를 열었다.", []),
    ],
)
def test_plants_by_what_they_make(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "국회는 원전금융지원 1000억원, 원전수출보증 250억원, 소상공인 난방기교체 41억원 등을 반영했다.",
            ["원전금융지원", "원전수출보증", "소상공인 난방기교체"],
        ),
        (
            "가온두뇌 로봇 실증·확산지원 사업에는 77억원을 새로 편성했다.",
            ["가온두뇌 로봇 실증·확산지원 사업"],
        ),
        (
            "가온발전은 액화천연가스(LNG)복합발전소를 준공했다.\n\n강화 최대 LNG복합발전소 준공식이 열렸다.",
            ["강화 최대 LNG복합발전소"],
        ),
    ],
)
def test_names_of_programmes_and_short_forms(read, text, answer):
    assert names(read(text, DAY)) == answer
