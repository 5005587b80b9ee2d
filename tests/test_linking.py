"""Links: which amount, date, country and people belong to which project."""

from __future__ import annotations

import pytest

DAY = "2024-06-03"


def linked(record):
    """Name, amount, date and country of each project."""
    amounts = {a.char_start: a.text for a in record.amounts}
    dates = {d.char_start: d.edtf for d in record.dates}
    return [(p.name, amounts.get(p.amount, ""), dates.get(p.date, ""), p.country) for p in record.projects]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (  # parentheses
            "교통 분야에서 △하이퐁 교량(2억달러, 2026년 착공 예정) △다낭 경전철(1조동, 약 520억원) "
            "등을 논의했다.",
            [("하이퐁 교량", "2억달러", "2026", ("VN",)), ("다낭 경전철", "1조동", "", ("VN",))],
        ),
        (  # apposition
            "한전은 총사업비 12억5000만달러(약 1조6500억원)의 필리핀 바탕가스 복합발전 사업을 따냈다.",
            [("바탕가스 복합발전 사업", "12억5000만달러", "", ("PH",))],
        ),
        (  # the sum of both belongs to neither
            "두산은 다낭 정유공장(6억달러)과 껀터 담수플랜트(3억달러) 등 9억달러 규모를 수주했다.",
            [("다낭 정유공장", "6억달러", "", ("VN",)), ("껀터 담수플랜트", "3억달러", "", ("VN",))],
        ),
        (  # a total is no item's
            "정부는 총 26억6000만달러를 지원한다. 이 중 다낭 정유공장에 20억달러가 들어간다.",
            [("다낭 정유공장", "20억달러", "", ("VN",))],
        ),
        (  # clauses
            "다낭 발전소는 지난해 9월 준공했고, 하이퐁 변전소는 내년 3월 착공한다.",
            [("다낭 발전소", "", "2023-09", ("VN",)), ("하이퐁 변전소", "", "2025-03", ("VN",))],
        ),
        (  # the next sentence
            "다낭 발전소 공사가 진행 중이다. 총사업비는 35억달러다.",
            [("다낭 발전소", "35억달러", "", ("VN",))],
        ),
        (  # each its own
            "하롱 하수처리사업과 다낭 상수도 확충사업에 각각 3천만달러, 4천만달러가 투입된다.",
            [
                ("하롱 하수처리사업", "각각 3천만달러", "", ("VN",)),
                ("다낭 상수도 확충사업", "4천만달러", "", ("VN",)),
            ],
        ),
        (  # a share for each firm is not what it costs
            "다낭 산업단지 조성 사업에 업체당 최대 50억원을 지원한다.",
            [("다낭 산업단지 조성 사업", "", "", ("VN",))],
        ),
        (  # the day of the report is not the project's
            "현대건설은 다낭 정유공장을 수주했다고 3일 밝혔다.",
            [("다낭 정유공장", "", "", ("VN",))],
        ),
        (  # '에서 … 으로' moves a date
            "다낭 발전소는 완공 목표를 2031년에서 2030년으로 1년 당겼다.",
            [("다낭 발전소", "", "2030", ("VN",))],
        ),
    ],
)
def test_links(read, text, answer):
    assert linked(read(text, DAY)) == answer


def test_a_conversion_is_never_linked(read):
    record = read("한화는 다낭 비료공장(3억유로, 약 4300억원)을 짓기로 했다.", DAY)
    (project,) = record.projects
    (amount,) = [a for a in record.amounts if a.char_start == project.amount]
    assert (amount.currency, amount.converts) == ("EUR", None)


def test_country_of_the_article(read):
    text = (
        "한-투르크메니스탄 경제공동위 열려\n[세종=뉴스핌] 도하린 기자 = "
        "양측은 3일 투르크메니스탄 아시가바트에서 회의를 열었다.\n"
        "농업 분야에서 △면화 가공단지 △온실 시범단지 조성 등을 논의했다."
    )
    assert [(p.name, p.country) for p in read(text, DAY).projects] == [
        ("면화 가공단지", ("TM",)),
        ("온실 시범단지", ("TM",)),
    ]


def test_heading_gives_the_country(read):
    text = (
        "보도자료\n\n□ 정부는 후보사업에 힘을 모은다.\n\n"
        "ㅇ (이란) 하르그 석유화학단지(36억유로), 바흐만 정유공장 개선(22억유로, 연내 본계약 목표)\n"
        "ㅇ (필리핀) 마스바테 복합화력(12억불, 우선협상대상자로 선정)\n"
    )
    assert [(p.name, p.country) for p in read(text, DAY).projects] == [
        ("하르그 석유화학단지", ("IR",)),
        ("바흐만 정유공장", ("IR",)),
        ("마스바테 복합화력", ("PH",)),
    ]


def test_companies_and_agreement(read):
    (project,) = read("현대건설은 지난달 다낭 정유공장 본계약을 체결했다.", DAY).projects
    assert project.organizations == ("현대건설",)
    assert project.agreement == "본계약"


def test_links_do_not_depend_on_the_order_of_articles(read):
    texts = [
        "한전은 다낭 발전소(3억달러)를 지난달 수주했다.",
        "한화는 하이퐁 변전소(2억달러)를 지난달 착공했다.",
    ]
    forward = [linked(read(t, DAY)) for t in texts]
    backward = [linked(read(t, DAY)) for t in reversed(texts)]
    assert forward == backward[::-1]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("한전은 껀터 병원을 차관 1억달러로 지난 3월 완공했다.", "1억달러"),
        ("한전은 다낭 발전소 기자재 공급 계약을 6억달러에 맺었다.", "6억달러"),
        ("정부는 다낭 병원에 3천만달러를 쓰기로 했다.", "3천만달러"),
        ("정부는 다낭 병원 건립사업 등 3개 사업에 총 3천만달러를 지원한다.", ""),
    ],
)
def test_money_spent_on_it(read, text, answer):
    assert [amount for _, amount, _, _ in linked(read(text, DAY))] == [answer]


def test_the_day_of_a_source_is_not_the_projects(read):
    text = "3일 관련 업계에 따르면 베트남 정부는 다낭 교량 건설을 승인했다."
    assert [day for _, _, day, _ in linked(read(text, DAY))] == [""]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("사절단은 필리핀 루마오와 베트남 하이퐁을 찾았다.\n\n루마오 정수장 사업을 논의했다.", ("PH",)),
        ("국토교통부는 노후 수문 교체 지원사업에 30억원을 들인다고 밝혔다.", ("KR",)),
        ("국토교통부는 루마오 정수장 사업에 3천만달러를 들인다고 밝혔다.", ()),
    ],
)
def test_country_told_elsewhere(read, text, country):
    assert {p.country for p in read(text, DAY).projects} == {country}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("가온은 미국 조지아 배터리 공장(4억달러)을 수주했다.", ("US",)),
        ("가온은 조지아 배터리 공장(4억달러)을 수주했다.", ("GE",)),
        (
            "장관은 이라크와 쿠웨이트를 찾았다.\n\n1일 이라크 총리를 만났다.\n\n나시르 정유공장(60억달러)을 "
            "함께 추진하기로 했다.\n\n이라크 석유부도 찾았다.",
            ("IQ",),
        ),
        (
            "장관은 이라크와 쿠웨이트를 찾았다.\n\n1일 이라크 총리를 만났다.\n\n이라크 석유부도 찾았다.\n\n"
            "3일에는 쿠웨이트 국왕을 예방했다.\n\n또 사비야 해상교량(20억달러)을 제때 짓겠다고 약속했다.",
            ("KW",),
        ),
    ],
)
def test_states_and_hosts(read, text, country):
    assert [p.country for p in read(text, DAY).projects] == [country]
