"""Named and numbered meetings."""

from __future__ import annotations

import pytest

from extractor.load import lexicon
from extractor.meetings.heads import head_of, ordinal_in
from extractor.meetings.merge import base, fullest, group
from extractor.meetings.spans import Named

HEAD = "동항 부두 넓힌다\n[부산=뉴스핌] 홍길동 기자 = 동항이 바뀐다.\n"


@pytest.fixture(scope="module")
def met(read):
    """Meetings of an article's body as (name, ordinal, date)."""

    def _met(body: str, head: str = HEAD) -> list[tuple[str, str, str]]:
        record = read(f"{head}{body}\nhong@newspim.com\n", "2022-03-04")
        for meeting in record.meetings:
            assert record.text[meeting.char_start : meeting.char_end] == meeting.text
        return [(m.name, m.ordinal, m.date) for m in record.meetings]

    return _met


@pytest.mark.parametrize(
    ("body", "meetings"),
    [
        (
            "산업부는 3일 '제3차 한-몽골 자원협력위원회'를 열었다.",
            [("제3차 한-몽골 자원협력위원회", "3", "2022-03-03")],
        ),
        (
            "산업부는 3일 제3차 '한-몽골 워킹그룹' 회의를 열었다.",
            [("제3차 한-몽골 워킹그룹 회의", "3", "2022-03-03")],
        ),
        ("산업부는 3일 「항만 안전 점검회의」를 열었다.", [("항만 안전 점검회의", "", "2022-03-03")]),
        ("장관은 3일 열린 한-아프리카 정상회의에 참석했다.", [("한-아프리카 정상회의", "", "2022-03-03")]),
        ("장관은 3일 열린 APEC 통상장관회의에 참석했다.", [("APEC 통상장관회의", "", "2022-03-03")]),
        (
            "양국은 3일 한-몽골 무역협정 5차 협상을 시작했다.",
            [("한-몽골 무역협정 5차 협상", "5", "2022-03-03")],
        ),
        ("6차 협상은 내년 5월 서울에서 열린다.", [("6차 협상", "6", "2023-05")]),
        ("산업부는 3일 제2차 수소경제위원회를 열었다.", [("제2차 수소경제위원회", "2", "2022-03-03")]),
        (
            "'제12회 부산 항만의 날 기념식'이 3일 열렸다.",
            [("제12회 부산 항만의 날 기념식", "12", "2022-03-03")],
        ),
        (
            "산업부는 '한-몽골 환경 로드쇼'를 오는 9월 연다고 3일 밝혔다.",
            [("한-몽골 환경 로드쇼", "", "2022-09")],
        ),
        (
            "홍길동 장관은 3일 '제2차 회의'를 내년 10월에 열자는 제안을 받았다.",
            [("제2차 회의", "2", "2023-10")],
        ),
        (
            "산업부는 3일 '제3차 한-몽골 경제공동위원회'를 열었다. 3차 공동위에는 두 나라 장관이 나왔다.\n"
            "4차 공동위는 내년에 열린다.",
            [("제3차 한-몽골 경제공동위원회", "3", "2022-03-03"), ("4차 공동위", "4", "2023")],
        ),
        (
            "산업부는 3일 '제3차 항만 포럼'을, 4일 '제3차 등대 포럼'을 열었다.",
            [("제3차 항만 포럼", "3", "2022-03-03"), ("제3차 등대 포럼", "3", "2022-03-04")],
        ),
        ("장관은 3일 한미 산업장관회의를 열었다.", [("한미 산업장관회의", "", "2022-03-03")]),
        (
            "장관은 3일 아세안+3(한·중·일) 정상회의에 갔다.",
            [("아세안+3(한·중·일) 정상회의", "", "2022-03-03")],
        ),
        ("두 나라는 '한-몽골 항만 협력위원회'를 새로 두기로 했다.", [("한-몽골 항만 협력위원회", "", "")]),
    ],
)
def test_meetings(met, body, meetings):
    assert met(body) == meetings


@pytest.mark.parametrize(
    "body",
    [
        "장관은 3일 간담회를 열었다.",
        "정부는 3일 국무회의에서 이를 정했다.",
        "공정거래위원회는 3일 이를 밝혔다.",
        "새 법은 '항만운영위원회'의 일을 정한다.",
        "4차 산업혁명위원회가 일한다.",
        "제3차 추가경정예산이 통과됐다.",
        "2차 전지 공장을 짓는다.",
        "한미 관세 협상이 이어졌다.",
        "야당은 '단독 본회의'를 받아들일 수 없다고 했다.",
        "산업부 제1차관 회의실이 바뀐다.",
        "'동항 부두 확장 사업'을 시작했다.",
        '홍길동 장관은 "회의"라고 말했다.',
    ],
)
def test_no_meetings(met, body):
    assert met(body) == []


def test_place_and_host(read):
    text = f"{HEAD}산업통상자원부는 3일 몽골 울란바토르에서 '제3차 한-몽골 자원협력위원회'를 열었다.\n"
    (meeting,) = read(text, "2022-03-04").meetings
    assert (meeting.place, meeting.country, meeting.host) == ("울란바토르", "MN", "산업통상자원부")


def test_the_headline_takes_day_and_place_from_the_body(read):
    text = (
        "제3차 '한-몽골 워킹그룹' 회의 개최\n[세종=뉴스핌] 홍길동 기자 = 두 나라가 만났다.\n"
        "산업통상자원부는 3일 울란바토르에서 제3차 '한-몽골 워킹그룹' 회의를 열었다.\n"
        "3차 워킹그룹 회의에는 두 나라 차관이 나왔다.\n"
    )
    (meeting,) = read(text, "2022-03-04").meetings
    assert (meeting.name, meeting.zone) == ("제3차 한-몽골 워킹그룹 회의", "title")
    assert (meeting.date, meeting.place) == ("2022-03-03", "울란바토르")


@pytest.mark.parametrize("row", lexicon("meeting_heads"), ids=lambda row: row.where)
def test_every_head(met, row):
    assert [name for name, _, _ in met(row["example"])] == [row["answer"]]
    assert met(row["counterexample"]) == []


@pytest.mark.parametrize(
    ("name", "number", "head"),
    [
        ("제3차 한-몽골 항만 회의", 3, "회의"),
        ("12회 항만 포럼", 12, "포럼"),
        ("항만 포럼(PF)", 0, "포럼"),
        ("한-몽골 무역협정 5차 공식협상", 5, "공식협상"),
        ("제1차관 방문", 0, None),
    ],
)
def test_numbers_and_heads(name, number, head):
    row = head_of(name)
    assert (ordinal_in(name), row["word"] if row else None) == (number, head)


def named(*names: str) -> list[Named]:
    return [Named(i * 100, i * 100 + len(n), n, ordinal_in(n), "") for i, n in enumerate(names)]


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (
            ["제3차 한-몽골 경제공동위", "제3차 한-몽골 경제공동위원회", "3차 공동위"],
            ["제3차 한-몽골 경제공동위원회"],
        ),
        (["한-몽골 산업공동위", "제2차 한-몽골 산업공동위원회"], ["제2차 한-몽골 산업공동위원회"]),
        (["제3차 항만 포럼", "제3차 등대 포럼"], ["제3차 항만 포럼", "제3차 등대 포럼"]),
        (["제1차 회의", "제2차 회의"], ["제1차 회의", "제2차 회의"]),
        (["한-몽골 정상회의", "한-중앙아 정상회의"], ["한-몽골 정상회의", "한-중앙아 정상회의"]),
        (["제3차 한-몽골 워킹그룹 회의", "3차 워킹그룹회의"], ["제3차 한-몽골 워킹그룹 회의"]),
    ],
)
def test_merging(names, rows):
    assert [fullest(g).name for g in group(named(*names))] == rows
    assert sorted(fullest(g).name for g in group(named(*reversed(names)))) == sorted(rows)


def test_base_forms():
    assert base("제3차 한-몽골 경제공동위") == base("3차 '한·몽골 경제공동위원회'") == "한몽골경제공동위원회"
