"""How business news tells of contracts: parts let apart, rows with days and sums, those passed by."""

import pytest

DAY = "2024-06-03"


def rows(record):
    """Name, stage, amount, date and countries of each project."""
    amounts = {a.char_start: a.value for a in record.amounts}
    days = {d.char_start: d.edtf for d in record.dates}
    return [
        (p.name, p.stage, amounts.get(p.amount), days.get(p.date), ";".join(p.country))
        for p in record.projects
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "가온은 2억달러짜리 A패키지(용수 설비), 나래는 1억달러의 B패키지(배관)를 맡는다.",
            ["A패키지", "B패키지"],
        ),
        ("가온은 다낭 정유플랜트 확장공사 패키지3을 2억달러에 따냈다.", ["다낭 정유플랜트 확장공사 패키지3"]),
        ("가온은 2번 패키지를 3억달러에 따냈다.", ["2번 패키지"]),
        ("가온은 이집트와 3억달러 규모의 FA-50 수출 계약을 체결했다.", ["FA-50"]),
        (
            "가온은 지난해 K2 전차 90대, K9 자주포 80문 수출 계약을 맺었다.",
            ["K2 전차 90대", "K9 자주포 80문"],
        ),
        ("가온은 120MW(60MW×2기)급 '비바르' 화력발전소 계약서에 서명했다.", ["비바르 화력발전소"]),
        ("가온이 내놓은 퀸즐랜드주 블랙바르 노천광산이 가장 크다.", ["퀸즐랜드주 블랙바르 노천광산"]),
        ("가온전력, 칠레서 수력발전소 건설\n\n가온전력은 켈라 수력발전소를 착공했다.", ["켈라 수력발전소"]),
        (
            "가온은 현지 광산회사 안토파구리와 80㎿급 라스 비바르 태양광발전소의 계약서에 서명했다.",
            ["라스 비바르 태양광발전소"],
        ),
    ],
)
def test_names_in_news(read, text, found):
    assert [p.name for p in read(text, DAY).projects] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "지난 3월 쿠웨이트 비바르 정유공장(6억달러)과 4월 오만 소흐라 화학공장(8억유로)에 이은 것이다.",
            [
                ("비바르 정유공장", "", 600_000_000, "2024-03", "KW"),
                ("소흐라 화학공장", "", 800_000_000, "2024-04", "OM"),
            ],
        ),
        (
            "가온건설은 2009년 다낭 상가 신축공사(1억달러)를, 이듬해 상수도 등 설비 공사(2억유로)를 따냈다.",
            [
                ("다낭 상가 신축공사", "awarded", 100_000_000, "2009", "VN"),
                ("설비", "awarded", 200_000_000, "2010", "VN"),
            ],
        ),
        (
            "가온은 지난 1월 요르단에서 70㎿ 규모의 바르제 풍력발전사업권을 따낸 데 이어 최근 베트남 비바르"
            " 석탄화력(900㎿) 사업의 낙찰자가 됐다.",
            [
                ("바르제 풍력발전사업", "awarded", None, "2024-01", "JO"),
                ("비바르 석탄화력(900㎿) 사업", "awarded", None, None, "VN"),
            ],
        ),
        (
            "은행장은 2억달러의 정제설비(패키지1) 공사와 3억달러짜리 패키지4 정유플랜트 공사에 대한 계약서에"
            " 서명했다.",
            [
                ("정제설비(패키지1) 공사", "contracted", 200_000_000, None, ""),
                ("패키지4 정유플랜트", "contracted", 300_000_000, None, ""),
            ],
        ),
        (
            "가온과 나래가 오만에서 총 7억달러 규모의 가스 플랜트 공사를 수주했다. 가온은 3일 오만 비바르"
            " 가스 프로젝트 '패키지 1' 공사의 수주통지서를 받았다고 공시했다.\n\n수주금액은 약 5억달러다.",
            [
                ("가스 플랜트", "awarded", 700_000_000, None, "OM"),
                ("비바르 가스 프로젝트 '패키지 1' 공사", "awarded", 500_000_000, "2024-06-03", "OM"),
            ],
        ),
        (
            "가온이 아제르바이잔 비바르에 지으려던 폴리머공장(5억유로)은 소식이 없다.",
            [("폴리머공장", "", 500_000_000, None, "AZ")],
        ),
        (
            "가온은 요르단 비바르 발전소의 건설 및 운영사업자(BOO)로 최종 선정됐다.",
            [("비바르 발전소", "awarded", None, None, "JO")],
        ),
        (
            "가온은 우리 해군의 400t급 고속정 사업(1억원)을 맡았다. 콜롬비아도 관심을 보였다.",
            [("400t급 고속정 사업", "", 100_000_000, None, "KR")],
        ),
        (
            "가온은 오만 비바르 화력발전소 공사 수주를 눈앞에 뒀다.",
            [("비바르 화력발전소", "bidding", None, None, "OM")],
        ),
        (
            "가온은 칠레 비바르 발전소를 사들이고 칠레 국영송전공사와 전력판매계약을 맺었다.",
            [("비바르 발전소", "contracted", None, None, "CL")],
        ),
        (
            "부처는 베트남 원전 건설을 알리는 홍보 부스를 운영했다.",
            [("베트남 원전", "", None, None, "VN")],
        ),
    ],
)
def test_what_news_tells_of_them(read, text, found):
    assert rows(read(text, DAY)) == found


def test_items_of_a_counted_list_are_works(read):
    text = (
        "이 가운데 필리핀의 비바르 가스복합(1100㎿), 나바르 합자사업(240㎿), 중국의 다바르 석탄(500㎿),"
        " 요르단의 마바르 가스복합(370㎿) 등 4개 사업은 가동 중이다."
    )
    assert [(name, stage, lands) for name, stage, _, _, lands in rows(read(text, DAY))] == [
        ("비바르 가스복합", "operating", "PH"),
        ("나바르 합자사업", "operating", "PH"),
        ("다바르 석탄", "operating", "CN"),
        ("마바르 가스복합", "operating", "JO"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가온은 비바르 정유공장 본 공사(약 4억달러)를 수주했다.", []),
        ("이집트 계약 마친 방산특사가 돌아왔다.", []),
        (
            "민다바르에너지(MBC) 로베르토 림 회장, 김하나 가온건설 부회장 등이 참석했다.",
            [("로베르토 림", "민다바르에너지"), ("김하나", "가온건설")],
        ),
    ],
)
def test_who_is_named_in_news(read, text, found):
    assert [(o.name, o.organization) for o in read(text, DAY).officials if o.name] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5대 사업은 ∆하이퐁 도로 건설 ∆다낭 항만 현대화 등이다.", ["하이퐁 도로", "다낭 항만"]),
        ("설비는 300MW로 국내 최대인 비바르댐(200MW)보다 크다.", []),
        ("부처는 ① 시범사업 집중 지원 ② 공급망 거점 확보 등 두 갈래로 사업을 추진한다.", []),
        ("양국은 ▲에너지·플랜트 ▲통상·산업 등 분야별 협력방안을 찾았다.", []),
        (
            "다낭 도시철도 3호선 남부구간(17km)은 하반기에 차관계약을 맺는다.",
            ["다낭 도시철도 3호선 남부구간"],
        ),
        ("다낭 국영조선소 현대화는 우리측이 계획을 짜 주기로 했다.", ["다낭 국영조선소"]),
        (
            "다낭 화학 플랜트 사업은 10억 달러가 들어간 베트남 최초의 대규모 화학 플랜트 사업으로 꼽힌다.",
            ["다낭 화학 플랜트 사업"],
        ),
    ],
)
def test_names_in_releases(read, text, found):
    assert [p.name for p in read(text, DAY).projects] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("도로 보수사업은 국가전략에 맞는 교통인프라 건설 중 하나이다.", ""),
        ("하이퐁 발전소는 지금 건설 중이다.", "under_construction"),
        ("가온은 하이퐁 발전소를 2010년부터 짓고 있다.", "under_construction"),
        ("가온은 하이퐁 발전소를 지난해부터 건설하고 있다.", "under_construction"),
    ],
)
def test_one_of_several_is_not_going_on(read, text, found):
    assert [p.stage for p in read(text, DAY).projects] in ([found], [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "김하나 장관은 온두라스 경제개발부 장관과는 약정을 맺는다.",
            [("김하나", "", "장관"), ("", "경제개발부", "장관")],
        ),
        ("회의는 기획재정부 차관 주재로 열렸다.", [("", "기획재정부", "차관")]),
        (
            "국토교통부는 나흘간 탁정하 제 2차관을 단장으로 지원단을 보낸다.",
            [("탁정하", "국토교통부", "제2차관")],
        ),
        ("그는 베트남 국방부 방산총국장과 만났다.", [("", "국방부", "방산총국장")]),
        ("사업은 위원회(위원장 : 기획재정부 제2차관)를 지났다.", [("", "기획재정부", "제2차관")]),
        (
            "김하나 차관은 마리아 페레스 주한칠레대사관 대사를 만났다.",
            [("김하나", "", "차관"), ("마리아 페레스", "주한칠레대사관", "대사")],
        ),
        ('그는 "지난해 이하수 대통령의 방문"을 말했다.', [("이하수", "", "대통령")]),
    ],
)
def test_officials_of_releases(read, text, found):
    assert [(o.name, o.organization, o.title) for o in read(text, DAY).officials] == found
