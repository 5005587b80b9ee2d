"""Stages, links and headings in the words of newspapers: every case stands for a class of sentences."""

from __future__ import annotations

import pytest

from extractor.projects.building import tidy_sector

DAY = "2022-06-10"


def one(record, name):
    (project,) = [p for p in record.projects if name in p.name]
    return project


def amount_of(record, project):
    return next((a.text for a in record.amounts if a.char_start == project.amount), "")


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("는 지난달 착공해 내년 7월 준공하는 일정이다.", "under_construction"),
        ("는 2019년 착공해 지난달 상업운전에 들어갔다.", "operating"),
        ("는 내년 착공해 2027년 준공할 예정이다.", "planned"),
        ("는 지난해 취소됐다가 올해 3월 착공했다.", "under_construction"),
        ("는 지연 끝에 지난달 착공했다.", "under_construction"),
        ("는 한때 좌초설이 돌았지만 지난달 착공했다.", "under_construction"),
        ("는 중단됐던 공사를 마무리하고 지난달 준공했다.", "completed"),
        ("는 재입찰 끝에 한전이 낙찰받았다.", "awarded"),
        ("는 대출 서명이 한 달 밀린 것이지 무산된 게 아니다.", "delayed"),
        ("는 금년 말까지 타당성조사를 마치고 내년 상반기 차관계약을 맺는다.", "study"),
        ("는 지난해 11월 맺은 양해각서의 후속으로 오는 9월 착공할 예정이다.", "planned"),
        ("는 주민 설명회가 두 차례 무산되면서 인허가가 보류됐다.", "delayed"),
        ("는 다른 업체와의 계약이 무산된 뒤 1년째 표류해왔다.", "delayed"),
        ("를 두고 철수했다는 보도는 사실이 아니다.", ""),
        ("는 2022년 착공, 2030년 준공을 선언한 바 있다.", "planned"),
        ("는 지난달 완공을 선언했다.", "completed"),
        ("에 관심을 둔 한국은 '500억달러 수주' 목표를 내걸었다.", ""),
        ("를 포함해 우리 기업의 수주활동을 돕는다.", ""),
    ],
)
def test_stage_of_a_sentence(read, said, stage):
    assert one(read(f"[하노이=뉴스핌] 하이퐁 발전소(2억달러){said}", DAY), "하이퐁 발전소").stage == stage


NUMBERED = """보도자료

□ 양측은 다음 사업에 서명했다.
 ① 하이퐁 변전소(2억달러) ② 다낭 하수처리장(1억달러) ③ 껀터 정유공장(3억달러)

 ㅇ 이 가운데 ①은 지난달 착공했고, ②는 부지를 다시 고르기로 하였으며, ③은 제안 단계에 머물러 있다.
"""


def test_numbers_of_a_list_speak_of_its_items(read):
    record = read(NUMBERED, DAY)
    assert [p.stage for p in record.projects] == ["under_construction", "delayed", "proposed"]


HEADED = """보도자료

□ 양측은 ① 다낭 '한-베트남 화합의 교량' 건설 ② 하이퐁 기술연구원 설립 등을 점검하였음

□ 주요 내용은 아래와 같음
 ① (화합의 교량) 사업비 1억2천만불은 올해 말까지 마련하고 착공은 내년으로 연기
 ② (기술연구원) 무상원조 3천만불로 지난달 착공
  - 민관합작 방식으로 내년 5월 준공 예정
"""


def test_a_short_name_over_a_block(read):
    record = read(HEADED, DAY)
    bridge, institute = one(record, "교량"), one(record, "연구원")
    assert (amount_of(record, bridge), bridge.stage) == ("1억2천만불", "delayed")
    assert institute.stage == "under_construction"


def test_a_part_of_the_name_means_it(read):
    record = read(
        "한전은 베트남 하이퐁 병원 민자사업(2억달러)을 논의했다. 하이퐁 병원은 3년째 표류하고 있다.", DAY
    )
    assert one(record, "하이퐁 병원").stage == "delayed"


@pytest.mark.parametrize(
    ("text", "name", "answer"),
    [
        (  # an article's total is no project's
            "우리나라가 '다낭 지하철 4호선'을 비롯해 총사업비 48억달러 규모의 인프라 사업에서 협력한다. "
            "다낭 지하철 4호선은 지난달 착공했다.",
            "다낭 지하철 4호선",
            "",
        ),
        (  # the next paragraph opens with the cost
            "한전은 3일 '다낭~하이퐁 유료고속도로 건설사업' 양해각서를 체결했다고 밝혔다.\n"
            "사업비는 27억달러로, 도로 314km를 짓는다.",
            "유료고속도로",
            "27억달러",
        ),
        (  # '모두' beside the cost counts nothing up
            "다낭 신도시 공사가 지난달 재개됐다. 다낭 신도시 조성비는 모두 6억3천만달러이다.",
            "다낭 신도시",
            "모두 6억3천만달러",
        ),
    ],
)
def test_amounts(read, text, name, answer):
    record = read(text, DAY)
    assert amount_of(record, one(record, name)) == answer


ROUND_UP = """국토부, 북아프리카 건설시장 두드린다
알제리 신도시 재개… 모로코는 설계

□ 국토부는 알제리와 모로코에 수주지원단을 보냈다고 10일 밝혔다.

□ 알제리에서는 비스크라 복합화력(3억달러)의 적기 준공을 당부했다.

ㅇ 벤하마 고속도로(110km, 22억달러)도 논의했다.

□ 모로코에서는 11일 카사블랑카 고속철도(2억달러) 계약을 맺었다.

ㅇ 반면 사르디 석탄화력 2단계(5억달러)는 발주가 미뤄졌다.
"""


def test_the_block_above_gives_the_country(read):
    found = {p.name: p.country for p in read(ROUND_UP, DAY).projects}
    assert found["벤하마 고속도로"] == ("DZ",)
    assert found["사르디 석탄화력 2단계"] == ("MA",)


def test_a_foreign_namesake_stands_in_the_country_of_the_article(read):
    text = (
        "한-멕시코 경제협력위 열려\n"
        "[세종=뉴스핌] 도하린 기자 = 양측은 3일 멕시코 멕시코시티에서 회의를 열었다. "
        "멕시코 정부는 참여를 환영했다. 두 나라는 툴라 정유공장(41억달러) 등에서 협력하기로 했다."
    )
    assert one(read(text, DAY), "툴라 정유공장").country == ("MX",)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("산업·에너지 분야에서", "산업·에너지"),
        ("우선 프로젝트 분야에서는", "프로젝트"),
        ("◆ 교통", "교통"),
        ("< 에너지 부문 >", "에너지"),
        ("방산에서는", "방산"),
        ("7일에는 유수프 주택부 장관과 만나", ""),
        ("양측이 점검한 주요 사업은 다음과 같다.", ""),
        ("양측은 같은 날 열린 포럼에서 8건의 협력 문서도", ""),
        ("또", ""),
        ("추진 과제", ""),
    ],
)
def test_sector_is_a_heading_or_a_topic(words, answer):
    assert tidy_sector(words) == answer


OTHER_TOPICS = [
    (  # another work becomes the topic, found or not
        "하이퐁 변전소(2억달러)는 지난달 착공했다. 새벽신도시선은 사업자가 발을 빼면서 무산됐다.",
        ("2억달러", "under_construction"),
    ),
    (
        "하이퐁 변전소(2억달러)는 지난달 착공했다. 적격성 조사가 진행 중인 새벽신도시선은 8월 개통한다.",
        ("2억달러", "under_construction"),
    ),
    (
        "하이퐁 변전소는 2억달러에 우선협상대상자가 됐고, 다낭 남부선 J7 공구는 3억원에 본계약을 맺었다.",
        ("2억달러", "awarded"),
    ),
    (  # its own parts are no other work
        "하이퐁 변전소(2억달러)는 지난달 착공했다. 공사비 부담이 크지만 토목공사는 내년 준공한다.",
        ("2억달러", "under_construction"),
    ),
]


@pytest.mark.parametrize(("text", "answer"), OTHER_TOPICS)
def test_what_is_told_of_another_work_is_its_own(read, text, answer):
    record = read(f"[하노이=뉴스핌] {text}", DAY)
    project = one(record, "하이퐁 변전소")
    assert (amount_of(record, project), project.stage) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("하이퐁 변전소가 4조7천억원으로 가장 크다.", "4조7천억원"),
        ("정부는 하이퐁 변전소 3조1천억원, 다낭 정유공장 8천억원 순으로 돈을 댄다.", "3조1천억원"),
        ("하이퐁 변전소는 10억5천만불 정도인데 타당성조사가 끝났다.", "10억5천만불 정도"),
        ("하이퐁 변전소는 무려 5억달러에 이른다.", "무려 5억달러"),
        ("하이퐁 변전소는 1억8천만달러이던 계약이 반으로 줄었다.", "1억8천만달러"),
        ("정부가 지원하는 하이퐁 변전소 사업과 24억달러 규모의 부동산 개발사업이 도마에 올랐다.", ""),
        ("하이퐁 변전소를 착공한 한전의 지난해 매출은 5억달러다.", ""),
        ("하이퐁 변전소(‘26~’28, 471억원/년)를 착공했다.", "471억원/년"),
    ],
)
def test_sums_beside_a_name(read, text, answer):
    record = read(f"[하노이=뉴스핌] {text}", DAY)
    assert amount_of(record, one(record, "하이퐁 변전소")) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("두 장관은 하이퐁 특허정보시스템 구축사업 양해각서에 서명했다.", "구축"),
        ("시는 2억달러짜리 하이퐁 신청사 건립 사업을 추진하고 있다.", "건립"),
        ("한전은 하이퐁 변전소 건설사업을 지난달 수주했다.", "수주"),
        ("한전은 하이퐁 변전소 양해각서를 체결했다.", "양해각서 체결"),
    ],
)
def test_what_the_name_says_is_done(read, text, answer):
    assert [p.action for p in read(text, "2025-06-10").projects] == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "가온은 다낭 타이어 공장 및 하노이 연구센터 증설에 2000억 원을 투자한다.",
            {"다낭 타이어 공장": "증설", "하노이 연구센터": "증설"},
        ),
        (
            "정부는 ‘다낭 항만’과 ‘하노이 공항’ 건설에 3억달러를 지원한다.",
            {"다낭 항만": "건설", "하노이 공항": "건설"},
        ),
        (
            "정부는 다낭 항만 현대화와 하노이 공항 건설을 지원한다.",
            {"다낭 항만": "현대화", "하노이 공항": "건설"},
        ),
        ("정부는 ‘하노이 공항’ 건설을 지원한다.", {"하노이 공항": "건설"}),
        ("가온은 '하노이 공항 사업' 수주를 위해 뛴다.", {"하노이 공항 사업": "수주"}),
        ("다낭 항만을 준공했다. 하노이 공항 건설은 늦어진다.", {"다낭 항만": "준공", "하노이 공항": "건설"}),
    ],
)
def test_what_is_done_to_both(read, text, answer):
    assert {p.name: p.action for p in read(text).projects} == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("양측은 볼레 2단계 한국섬유단지 조성을 논의했다. 섬유단지를 올해 착공한다.", 1),
        ("양측은 볼레 한국섬유단지 조성과 다낭 물류단지 조성을 논의했다.", 2),
    ],
)
def test_the_last_word_of_a_full_name_means_it(read, text, answer):
    assert len(read(text).projects) == answer


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("가온은 하노이 제련소 증설의 우선협상대상자로 지난달 뽑혀 3월 본계약을 노린다.", "awarded"),
        ("가온은 하노이 제련소 공사의 우선협상대상자로 선정돼 8월 본계약을 맺는다.", "awarded"),
        ("가온은 하노이 제련소 공사의 우선협상대상자로 선정되기 위해 뛴다.", ""),
    ],
)
def test_a_win_before_its_contract(read, text, stage):
    assert [p.stage for p in read(text).projects] == [stage]


@pytest.mark.parametrize(
    ("rest", "day"),
    [
        ("두 회사는 지난달 28일 계약을 체결했다.", "2024-05-28"),
        ("양사는 지난달 28일 다낭에서 본계약에 서명했다.", "2024-05-28"),
        ("양사는 지난달 28일 인사를 나눴다.", None),
    ],
)
def test_a_paragraph_of_both_sides_goes_on_about_the_contract(read, rest, day):
    text = f"가온건설은 전력공사로부터 4억달러 규모의 하이퐁 가스발전소를 수주했다.\n\n{rest}"
    found = read(text, "2024-06-03")
    days = {d.char_start: d.edtf for d in found.dates}
    assert [days.get(p.date) for p in found.projects] == [day]
