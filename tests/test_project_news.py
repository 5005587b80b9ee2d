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
        ("가온은 120MW(60MW×2기)급 '비바르' 화력발전소 계약서에 서명했다.", ["'비바르' 화력발전소"]),
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
