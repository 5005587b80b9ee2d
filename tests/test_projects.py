"""Projects: what names one, what is done to it, how far it is; every lexicon row is a test of its own."""

from __future__ import annotations

import pytest

from extractor.load import lexicon
from extractor.projects.merging import agree, core, parts

DAY = "2024-06-03"


def names(record):
    return [p.name for p in record.projects]


@pytest.mark.parametrize("row", lexicon("project_heads"), ids=lambda r: r["word"])
def test_head_row(read, row):
    assert row["answer"] in names(read(row["example"], DAY))
    assert names(read(row["counterexample"], DAY)) == []


@pytest.mark.parametrize("row", lexicon("stages"), ids=lambda r: r["word"])
def test_stage_row(read, row):
    first, *_ = read(row["example"], DAY).projects
    assert first.stage == row["answer"]
    assert row.where in first.why["stage"]
    assert row.where not in [p.why.get("stage") for p in read(row["counterexample"], DAY).projects]


@pytest.mark.parametrize("row", lexicon("actions"), ids=lambda r: r["word"])
def test_action_row(read, row):
    first, *_ = read(row["example"], DAY).projects
    assert (first.name, first.action) == ("하이퐁 발전소", row["answer"])
    assert [p.action for p in read(row["counterexample"], DAY).projects] == ["", "건설"]


#: Whether the counterexample names an undertaking, by what the word does.
WORDS = {
    "edge": True,
    "generic": True,
    "latin": True,
    "place": False,
    "carry": False,
    "cue": False,
    "visit": True,
    "run": False,
    "norun": True,
    "actor": True,
    "other": True,
    "ceremony": False,
    "effect": True,
}
STEPS = ("announced", "open", "going", "subject")


def word_rows(*roles):
    return [r for r in lexicon("project_words", ("word", "role")) if r["role"] in roles]


def row_id(row):
    return f"{row['role']} {row['word']}"


@pytest.mark.parametrize("row", word_rows(*WORDS), ids=row_id)
def test_word_row(read, row):
    assert ";".join(names(read(row["example"], DAY))) == row["answer"]
    assert bool(names(read(row["counterexample"], DAY))) is WORDS[row["role"]]


@pytest.mark.parametrize("row", word_rows(*STEPS), ids=row_id)
def test_word_row_of_stages(read, row):
    (project,) = read(row["example"], DAY).projects
    assert project.stage == row["answer"]
    assert row["answer"] not in [p.stage for p in read(row["counterexample"], DAY).projects]


@pytest.mark.parametrize("row", word_rows("anaphor"), ids=row_id)
def test_word_row_that_points_back(read, row):
    record = read(row["example"], DAY)
    amounts = {a.char_start: a.value for a in record.amounts}
    (project,) = record.projects
    assert f"{project.name};{amounts[project.amount]}" == row["answer"]
    assert [p.amount for p in read(row["counterexample"], DAY).projects] == [None]


def test_every_role_has_its_test():
    roles = {r["role"] for r in lexicon("project_words", ("word", "role"))}
    assert roles == {*WORDS, *STEPS, "anaphor"}


AGENDA = """한-가나 경제공동위 열려
[세종=뉴스핌] 도하린 기자 = 양측은 3일 아크라에서 열린 회의에서 협력 사업을 논의했다.
교통 분야에서 △테마항 배후도로(4억3000만달러)지원 △착공 지연중인 쿠마시 우회도로 사업(2억1000만달러) \
△볼타강 교량(총사업비 9000만달러(약 1200억원), 2026년 착공 예정) 추진을 협의했다.
에너지 분야에선 △타코라디 액화천연가스(LNG) 터미널 완공(2025년 3월 예정) △태양광 충전소 운영 및 \
증설 지원 △원자력 협력 심화 등을 다뤘다."""


def test_items_of_an_agenda(read):
    found = read(AGENDA, DAY).projects
    assert [(p.name, p.action, p.stage, p.sector, p.kind) for p in found] == [
        ("테마항 배후도로", "지원", "", "교통", "project"),
        ("쿠마시 우회도로 사업", "", "delayed", "교통", "project"),
        ("볼타강 교량", "추진", "planned", "교통", "project"),
        ("타코라디 액화천연가스(LNG) 터미널", "완공", "planned", "에너지", "project"),
        ("태양광 충전소", "운영 및 증설 지원", "", "에너지", "project"),
        ("원자력 협력", "심화", "", "에너지", "cooperation"),
    ]
    assert all(AGENDA[p.char_start : p.char_end] == p.text for p in found)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("한전은 지난달 다낭 복합화력 발전소를 수주했다.", ("awarded", "")),
        ("다낭 복합화력 발전소 수주 지원에 나선다.", ("", "awarded")),
        ("다낭 복합화력 발전소는 2030년 준공 예정이다.", ("planned", "completed")),
        ("다낭 복합화력 발전소는 공정률 41%를 보이고 있다.", ("under_construction", "")),
        ("다낭 복합화력 발전소는 발주가 두 해째 미뤄지고 있다.", ("delayed", "bidding")),
        ("다낭 복합화력 발전소 건설은 무산됐다.", ("cancelled", "")),
        ("다낭 복합화력 발전소 착공이 무산될 가능성이 있다.", ("", "under_construction")),
        ("다낭 복합화력 발전소(2억달러)는 취소되지 않았다.", ("", "")),
        ("중단됐던 다낭 복합화력 발전소 공사가 지난달 재개됐다.", ("under_construction", "")),
        ("한전은 다낭 복합화력 발전소를 내년 1월 착공한다.", ("planned", "under_construction")),
        ("한전은 다낭 복합화력 발전소의 타당성조사를 진행하고 있다.", ("study", "")),
        ("다낭 복합화력 발전소는 2년째 첫 삽을 뜨지 못하고 있다.", ("delayed", "")),
    ],
)
def test_stages(read, text, answer):
    project, *_ = read(text, DAY).projects
    assert (project.stage, project.next_stage) == answer


def test_hearsay_is_flagged(read):
    (project,) = read("한전이 다낭 복합화력 발전소를 수주한 것으로 알려졌다.", DAY).projects
    assert project.flags == ("hearsay",)


@pytest.mark.parametrize(
    "text",
    [
        "정부는 신북방정책을 적극 추진한다.",
        "박 장관은 3일 하노이 공항에서 열린 행사에 참석했다.",
        "반도체 수출은 108억달러로 늘었다.",
        "국회는 3일 전력망법을 통과시켰다.",
        "이 사업은 순조롭다.",
        "▲대변인 김하나 ▲기획관 이두리 ▲정책관 박세나",
    ],
)
def test_no_projects(read, text):
    assert read(text, DAY).projects == ()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "에너지 분야에서는 다낭 폐열발전소 타당성 검토, 하이퐁 태양광 단지 조성, "
            "껀터 변전소 복구 등을 논의했다.",
            ["다낭 폐열발전소", "하이퐁 태양광 단지", "껀터 변전소"],
        ),
        ("수출입은행은 '하롱 상수도 2차 사업'에 2천만달러를 지원한다.", ["하롱 상수도 2차 사업"]),
        ("수은은 ‘다낭 우정의 다리 건설사업(1억달러)’ 계약서에 서명했다.", ["다낭 우정의 다리 건설사업"]),
        (
            "두산은 다낭 정유공장(6억달러)과 껀터 담수플랜트(3억달러) 등 9억달러 규모를 수주했다.",
            ["다낭 정유공장", "껀터 담수플랜트"],
        ),
    ],
)
def test_running_text(read, text, answer):
    assert names(read(text, DAY)) == answer


def test_rows_of_a_table(read):
    text = (
        "보도자료\n\n□ 올해 수주한 사업은 다음과 같다.\n\n【붙임】 2024년 주요 수주사업\n"
        "연번\t사업명\t국가\t계약금액\n"
        "1\t치르본 석탄화력 3호기\t인도네시아\t2억불\n2\t푸타차이 정유공장\t태국\t3억불\n"
    )
    found = read(text, DAY).projects
    assert [(p.name, p.stage, p.country) for p in found] == [
        ("치르본 석탄화력 3호기", "awarded", ("ID",)),
        ("푸타차이 정유공장", "awarded", ("TH",)),
    ]


def test_head_of_a_block(read):
    text = (
        "보도자료\n\n□ 주요 과제는 다음과 같다.\n\n"
        " ㅇ (하롱 요소비료공장) '22.12월 6억유로에 계약한 이 사업은 공정률 41%로, "
        "내년 9월 완공 예정\n\n"
        " ㅇ (다낭~껀터 변전소 현대화) 발주가 두 해째 미뤄지고 있는 동 사업(1.2억불)의 조속한 재개를 촉구\n"
    )
    found = read(text, DAY).projects
    assert [(p.name, p.stage) for p in found] == [
        ("하롱 요소비료공장", "under_construction"),
        ("다낭~껀터 변전소", "delayed"),
    ]


def test_one_undertaking_under_many_names(read):
    text = (
        "현대건설은 다낭 순환도로 건설 사업(3억달러)을 지난달 수주했다. 다낭 순환도로는 2026년 착공한다. "
        "이 사업은 우리 기업이 중부 베트남에서 따낸 첫 도로다."
    )
    (project,) = read(text, DAY).projects
    assert project.name == "다낭 순환도로 건설 사업"
    assert [text[low:high] for low, high in project.spans][-1] == "이 사업"


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        ("알마티 순환도로", "알마티 순환도로 건설 사업", True),
        ("알마티 외곽순환도로", "알마티 순환도로", True),
        ("바쿠 지하철 1단계", "바쿠 지하철 2단계", False),
        ("다낭 신항", "다낭 신항 배후 산업단지", False),
        ("베트남 응옥호이 정유공장", "응옥호이 정유공장", True),
        ("파나마 복합화력", "콜론 복합화력", False),
    ],
)
def test_agree(left, right, answer):
    assert agree(left, right) is answer
    assert agree(right, left) is answer


def test_core_and_parts():
    assert core("오만 소하르 정유공장 증설 프로젝트") == "소하르정유공장"
    assert parts("신고리 5·6호기") == {"5·6호기"}


def test_every_column_says_why(read):
    for project in read(AGENDA, DAY).projects:
        for column in ("name", "action", "stage", "next_stage", "sector", "country", "amount", "date"):
            if getattr(project, column) not in ("", (), None):
                assert project.why.get(column), (project.name, column)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("껀터 변전소 착공식이 3일 하노이에서 열렸다.", ["껀터 변전소"]),
        ("정부는 지난달 3일 다낭 담수플랜트 준공식을 열었다.", ["다낭 담수플랜트"]),
        ("2013년 첫 삽을 뜬 후롱트 신공항은 개항이 12월로 밀렸다.", ["후롱트 신공항"]),
        ("지난해 검토했던 당진 암모니아 터미널은 무산됐다.", ["당진 암모니아 터미널"]),
        ("신가람선 새누리역을 28일 개통한다.", ["신가람선 새누리역"]),
        ("신가람선 새누리역과 한빛역 사이를 오간다.", []),
        ("신가람선 나래~가온 구간이 내년 1월 개통한다.", ["신가람선 나래~가온 구간"]),
        ("정부는 나래~새빛도시 지선을 2030년까지 짓기로 했다.", ["나래~새빛도시 지선"]),
        ("나래~가온선, 마루~한울선을 차례로 완공한다.", ["나래~가온선", "마루~한울선"]),
        ("연휴에는 나래~가온 구간이 5시간 걸렸다.", []),
        ("신가람고속도로 나래~가온 구간에서 정체가 시작됐다.", []),
        ("회사는 8.5세대 패널 공장을 2억달러에 수주했다.", ["8.5세대 패널 공장"]),
        ("정부는 3억 달러 규모의 송유관 및 철도 건설 사업을 추진한다.", ["송유관 및 철도 건설 사업"]),
        ("심사 기관인 가람개발원(GDI) 공공투자센터(PIC)에 안을 냈다.", []),
        ("국영전력공사(NPC)는 지난달 2억달러를 수주했다.", []),
        ("투자펀드에 2000억원을 출자했다.", []),
        ("다낭 병원 신축이 1억달러로 가장 크다.", ["다낭 병원"]),
        ("다낭 AI도시 조성을 위해 제도를 고친다.", ["다낭 AI도시"]),
        ("시장은 '공사비를 떼인' 다낭 경전철을 다시 착공했다.", ["다낭 경전철"]),
        ("관세법 시행령 제20조 개정을 추진한다.", []),
        ("국회는 노후펌프(관정용) 보급사업 등 일부 사업의 규모를 줄였다.", ["노후펌프(관정용) 보급사업"]),
    ],
)
def test_names_by_class(read, text, answer):
    assert names(read(text, DAY)) == answer


def test_a_rite_and_its_work_both_stand(read):
    record = read("쿠스코 변전소 준공식이 3일 하노이에서 열렸다.", DAY)
    assert [m.name for m in record.meetings] == ["쿠스코 변전소 준공식"]
    assert names(record) == ["쿠스코 변전소"]


TENDERS = """[붙임] 주요 프로젝트
번호\t국가\t프로젝트\t발주처\t규모
1\t오만\t두쿰 그린수소 플랜트\t두쿰개발공사\t3억 달러
2\t폴란드\t그디니아 LNG 터미널\t발트시스템\t2억 달러
"""


def test_other_columns_name_nothing(read):
    assert names(read(TENDERS, DAY)) == ["두쿰 그린수소 플랜트", "그디니아 LNG 터미널"]


def test_what_stops_the_works_is_the_action(read):
    (project,) = read("다낭 도시철도 1호선은 시공사가 지난 3월 공사를 멈췄다.", DAY).projects
    assert (project.action, project.stage) == ("공사 중단", "delayed")
