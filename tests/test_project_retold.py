"""Works told more than once: by their sort before their name, in headlines, in tables, by who orders them."""

import pytest

DAY = "2022-05-04"


def rows(record):
    """Name, action, stage, amount and date of each project."""
    amounts = {a.char_start: a.value for a in record.amounts}
    days = {d.char_start: d.edtf for d in record.dates}
    return [(p.name, p.action, p.stage, amounts.get(p.amount), days.get(p.date)) for p in record.projects]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "가온이앤씨가 오만에서 3억달러 규모의 공사를 수주했다.\n"
            "가온이앤씨는 지난 3일 '나래 정유 확장 프로젝트'를 따냈다고"
            " 밝혔다.",
            [("나래 정유 확장 프로젝트", "수주", "awarded", 300_000_000, "2022-05-03")],
        ),
        (
            "가온건설이 칠레에서 첫 '비바르 신공항 부지정지 공사'를 따냈다.\n"
            "가온건설은 약 900억원 규모의 칠레 공공사업부 발주"
            " 공사를 수주했다고 설명했다.",
            [("비바르 신공항 부지정지 공사", "수주", "awarded", 90_000_000_000, None)],
        ),
        (
            "가온발전, 라오스서 수력발전소 건설\n가온발전은 라오스 나삼바 수력개발사업을 맡는다고"
            " 12일 밝혔다.\n나삼바 수력은 80MW의"
            " 수력발전소를 2025년까지 건설하고, 이후 30년간 운영하는 사업이다.",
            [("나삼바 수력", "건설", "planned", None, "2025")],
        ),
        (
            "나래전력청과 협약...연내 착공\n총 사업비 4200억원\n"
            "가온발전이 참여하는 태국 비바르 수력발전소 사업이 곧 시작된다.",
            [("비바르 수력발전소 사업", "착공", "planned", 420_000_000_000, "2022")],
        ),
        (
            "수은은 가온건설이 따낸 튀니지 비바르 석탄화력발전소 건설사업에 2억달러를 제공한다. 이"
            " 사업은 석탄화력발전설비 3기를 짓고"
            " 운영하는 것으로, 나래전력청이 발주했다.",
            [("비바르 석탄화력발전소 건설사업", "수주", "awarded", 200_000_000, None)],
        ),
        ("가온발전은 준공 후 27년간 발전소를 직접 운영하며 전력을 라오스 정부에 팔 계획이다.", []),
    ],
)
def test_told_by_sort_and_by_name_is_one(read, text, found):
    assert rows(read(text, DAY)) == found


@pytest.mark.parametrize(
    ("header", "cells", "found"),
    [
        (
            "국가\t발주처\t사업\t규모\t단계",
            "이집트\t항만청\t비바르 자동차부두\t2억4천만 달러\t타당성조사",
            ("비바르 자동차부두", "타당성조사", "study", 240_000_000, None),
        ),
        (
            "참고 2 | 주요 논의 대상\n국가\t사업명\t사업비\t추진 단계",
            "조지아\t나래강 수력발전소\t3천만 달러\t인허가 지연",
            ("나래강 수력발전소", "", "delayed", 30_000_000, None),
        ),
    ],
)
def test_rows_of_tables(read, header, cells, found):
    text = f"우리 기업 나간다\n\n□ 국토교통부는 지원단을 보낸다.\n\n{header}\n{cells}\n"
    assert rows(read(text, DAY)) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가온은 쿠웨이트에서 '나래 정유 확장 프로그램' 공사를 수주했다.", ["나래 정유 확장 프로그램 공사"]),
        ("가온은 라오스의 '비바르(Bibar) 수력발전소' 사업을 수주했다.", ["비바르(Bibar) 수력발전소 사업"]),
    ],
)
def test_quotation_marks_are_no_part_of_a_name(read, text, found):
    assert [p.name for p in read(text, DAY).projects] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "가온이 칠레에서 첫 '비바르 신공항 부지정지 공사'를 수주하면서 시장 확대에 도움이 될"
            " 것으로 보인다.",
            [("비바르 신공항 부지정지 공사", "awarded", "")],
        ),
        (
            "가온은 비바르 공항 부지정지 공사를 수주함으로써 입찰 준비 중인 나래 터미널 공사에도 다가섰다.",
            [("비바르 공항 부지정지 공사", "awarded", ""), ("나래 터미널", "planned", "bidding")],
        ),
        (
            "내년 말 개통을 앞둔 비바르 해저터널을 살펴봤다.",
            [("비바르 해저터널", "under_construction", "operating")],
        ),
        (
            "연내 케냐 나이로비에 '나래 수주지원센터'를 열어 변호사를 상주시킬 계획이다.",
            [("나래 수주지원센터", "planned", "operating")],
        ),
    ],
)
def test_stages_in_subordinate_clauses(read, text, found):
    assert [(p.name, p.stage, p.next_stage) for p in read(text, DAY).projects] == found


@pytest.mark.parametrize("text", ["가온전력, 칠레서 사업 확대", "가온전력, 칠레엔 발전소 짓는다"])
def test_a_country_with_a_shortened_particle(read, text):
    assert [e.canonical for e in read(text, DAY).entities if e.label == "LOC"] == ["칠레"]


def test_a_picture_s_day_is_that_of_its_stamp(read):
    text = (
        "가온 지원 확대\n\n[서울=뉴스핌] 한도윤 기자 = 가온 대표가 11일 서울 나래호텔에서 인사하고"
        " 있다. 2022.03.11"
        " doyun@newspim.com\n\n[서울=뉴스핌] 나보라 기자 = 정부는 칠레를 돕는다고 3일 밝혔다.\n"
    )
    record = read(text, DAY)
    assert [d.edtf for d in record.dates] == ["2022-03-11", "2022-03-11", "2022-05-03"]
    assert record.article.reporters == ("나보라",)


def test_sentences_without_a_blank_between(read):
    text = '전력난 해소\n\n가온은 전력난이 풀릴 것으로 내다봤다.홍길수 사장은 "함께 성장하겠다"고 밝혔다.\n'
    record = read(text, DAY)
    assert [(q.speaker, q.text) for q in record.quotes] == [("홍길수", "함께 성장하겠다")]
    assert [o.name for o in record.officials] == ["홍길수"]
