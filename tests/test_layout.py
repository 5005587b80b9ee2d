"""Zones, blocks, runs and the article's own data."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.layout import read_layout
from extractor.layout.byline import is_sign_off, read_byline
from extractor.layout.lines import marker_of, split_lines
from extractor.layout.phrases import is_menu, kind_of
from extractor.load import lexicon

NEWS = """\
항만청, 동항 부두 넓힌다…배 두 척 더 댄다
두 나라 내년 첫 삽
[부산=뉴스핌] 홍길동 기자 = 항만청이 동항 부두를 넓힌다.
공사는 오는 9월 시작한다.
홍길동 항만청장이 3일 동항을 둘러보고 있다. [사진=항만청] |
이어 △북항 등대(2억원) 보수 △남항 창고 신축 등을 논의했다.
hong@newspim.com
"""

RELEASE = """\
해양수산부
보도자료
보도시점 2022. 3. 4.(금) 조간 배포 2022. 3. 3.(목)
담당부서 항만국 항만정책과
책임자 과장 성춘향 (044-200-1111)
담당자 사무관 이몽룡 (044-200-2222)

동항 부두, 배 두 척 더 댄다
- 내년 첫 삽, 2025년 문 열어 -

□ 해양수산부(장관 변학도)는 동항 부두를 넓힌다고 밝혔다.

 ㅇ (오만) 두큼 부두 준설

   * 준설 : 바닥을 파는 일

 ㅇ (케냐) 몸바사 등대 보수

□ 자세한 것은 아래와 같다.

【붙임】 연도별 물동량
구분	2020년	2021년
물동량	1억톤	2억톤
"""


def zones(text: str) -> list[tuple[str, str]]:
    return [(b.zone, text[b.start : b.end]) for b in read_layout(text).blocks]


def body(text: str) -> list[str]:
    return [t for zone, t in zones(text) if zone in ("lead", "body", "bullet", "denied")]


def test_a_news_article():
    assert zones(NEWS) == [
        ("title", "항만청, 동항 부두 넓힌다…배 두 척 더 댄다"),
        ("subtitle", "두 나라 내년 첫 삽"),
        ("byline", "[부산=뉴스핌] 홍길동 기자 ="),
        ("lead", "항만청이 동항 부두를 넓힌다."),
        ("body", "공사는 오는 9월 시작한다."),
        ("caption", "홍길동 항만청장이 3일 동항을 둘러보고 있다. [사진=항만청]"),
        ("body", "이어 △북항 등대(2억원) 보수 △남항 창고 신축 등을 논의했다."),
        ("byline", "hong@newspim.com"),
    ]
    article = read_layout(NEWS).article
    assert (article.outlet, article.kind, article.dateline) == ("뉴스핌", "news", "부산")
    assert (article.reporters, article.reporter_email) == (("홍길동",), "hong@newspim.com")
    assert article.title == "항만청, 동항 부두 넓힌다…배 두 척 더 댄다"
    assert (article.subtitle, article.published) == ("두 나라 내년 첫 삽", "")


def test_a_press_release():
    found = zones(RELEASE)
    assert [z for z, _ in found] == (
        ["furniture"] * 3 + ["contact"] * 3 + ["title", "subtitle", "lead"] + ["bullet"] * 3 + ["body"] * 4
    )
    article = read_layout(RELEASE).article
    assert (article.outlet, article.kind, article.published) == ("해양수산부", "press_release", "2022-03-04")
    assert (article.title, article.subtitle) == ("동항 부두, 배 두 척 더 댄다", "내년 첫 삽, 2025년 문 열어")
    assert article.reporters == ()


def test_nesting_and_headings():
    layout = read_layout(RELEASE)
    rows = [
        (b.marker, b.level, RELEASE[slice(*b.heading)] if b.heading else None)
        for b in layout.blocks
        if b.zone in ("lead", "body", "bullet")
    ]
    assert rows == [
        ("□", 1, None),
        ("ㅇ", 2, "오만"),
        ("*", 5, "오만"),
        ("ㅇ", 2, "케냐"),
        ("□", 1, None),
        ("", 0, None),
        ("", 0, "연도별 물동량"),
        ("", 0, "연도별 물동량"),
    ]
    square, first, note, second = (
        i for i, b in enumerate(layout.blocks) if b.marker and b.start < RELEASE.index("자세한")
    )
    assert [layout.blocks[i].parent for i in (square, first, note, second)] == [-1, square, first, square]


def test_subheads_rule_the_paragraphs_below():
    text = NEWS.replace("공사는", "◆ 9월 첫 삽\n공사는")
    layout = read_layout(text)
    block = next(b for b in layout.blocks if text[b.start : b.end].startswith("공사는"))
    assert block.heading is not None
    assert text[slice(*block.heading)] == "9월 첫 삽"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("부두를 넓히는 데 드는 돈은 모두 1억\n7500만달러로 추산된다.", 1),
        ("부두를 넓히는 데 드는 돈(약 1조\n2000억원)은 나라가 낸다.", 1),
        ("항만청은 부두를 넓히는 공사를 하는\n회사를 새로 뽑는다.", 1),
        ("항만청은 부두를 넓히는 공사를 한다.\n회사는 새로 뽑는다.", 2),
        ("항만청은 부두를 넓히는 공사를\n\n한편 회사는 새로 뽑는다.", 2),
        ("부두 확장 방안을 다룬 두 나라 장관 회의\n회사는 새로 뽑는다.", 2),
    ],
)
def test_lines_broken_in_mid_sentence_become_one_block(text, blocks):
    article = f"부두를 넓힌다\n[부산=뉴스핌] 홍길동 기자 = 동항이 바뀐다.\n{text}"
    assert len(body(article)) == blocks + 1


def test_hanging_indents_become_one_block():
    text = (
        "보도자료\n보도시점 2022. 3. 4.(금)\n\n동항 부두 넓힌다\n\n"
        "□ 해양수산부는 「제1차\n  항만 포럼」을 열고 부두를 넓히기로 했다. 회사는\n  새로 뽑는다.\n\n"
        "  ㅇ 공사는 홍길동\n    차관이 이끈다.\n"
    )
    assert body(text) == [
        "해양수산부는 「제1차\n  항만 포럼」을 열고 부두를 넓히기로 했다. 회사는\n  새로 뽑는다.",
        "공사는 홍길동\n    차관이 이끈다.",
    ]


def runs(text: str) -> list[tuple[str | None, list[str], str | None]]:
    layout = read_layout(text)
    return [
        (
            text[slice(*r.opener)] if r.opener else None,
            [text[i.start : i.end] for i in r.items],
            text[slice(*r.governor)] if r.governor else None,
        )
        for r in layout.runs
    ]


@pytest.mark.parametrize(
    ("sentence", "opener", "items", "governor"),
    [
        (
            "항만 분야에서 △동항 부두(2억달러) 확장 △서항 등대 보수 지원 등을 논의했다.",
            "항만 분야에서",
            ["동항 부두(2억달러) 확장", "서항 등대 보수 지원"],
            "등을 논의했다.",
        ),
        (
            "또 ▲동항 부두 ▲서항 등대(3억원)가 의제에 올랐다.",
            "또",
            ["동항 부두", "서항 등대(3억원)"],
            "가 의제에 올랐다.",
        ),
        (
            "두 나라는 ①동항 부두(1, 2단계) ②서항 등대 ③남항 창고 참여 방안을 다뤘다.",
            "두 나라는",
            ["동항 부두(1, 2단계)", "서항 등대", "남항 창고"],
            "참여 방안을 다뤘다.",
        ),
        ("◇동항소장 홍길동 ◇서항소장 성춘향", None, ["동항소장 홍길동", "서항소장 성춘향"], None),
    ],
)
def test_inline_runs(sentence, opener, items, governor):
    article = f"부두를 넓힌다\n[부산=뉴스핌] 홍길동 기자 = 동항이 바뀐다.\n{sentence}"
    assert runs(article) == [(opener, items, governor)]


@pytest.mark.parametrize(
    "sentence",
    [
        "수출은 3월 △25.6%, 4월 △3.1%로 줄었다.",
        "물동량(△3.2%)과 배(△1.1%)가 줄었다.",
        "①·②에 드는 돈은 아직 정하지 않았다.",
        "③과 ④는 두 나라가 다시 논의한다.",
        "그는 '△' 표시를 보았다.",
    ],
)
def test_no_runs(sentence):
    assert runs(f"부두를 넓힌다\n[부산=뉴스핌] 홍길동 기자 = 동항이 바뀐다.\n{sentence}") == []


def test_runs_of_lines():
    opener, items, governor = runs(RELEASE)[0]
    assert opener == "해양수산부(장관 변학도)는 동항 부두를 넓힌다고 밝혔다."
    assert items == ["(오만) 두큼 부두 준설", "(케냐) 몸바사 등대 보수"]
    assert governor is None


def test_numbers_go_on_across_lines():
    text = RELEASE.replace("자세한 것은 아래와 같다.", "(케냐) ⑦ 등대 보수(1억원)\n  ⑧ 창고 신축(2억원)")
    assert (None, ["등대 보수(1억원)", "창고 신축(2억원)"]) in [(g, i) for _, i, g in runs(text)]


@pytest.mark.parametrize(
    ("line", "place", "reporters", "rest"),
    [
        ("[부산=뉴스핌] 홍길동 기자 = 배가", "부산", ("홍길동",), "배가"),
        ("[부산=뉴스핌]홍길동 기자=배가", "부산", ("홍길동",), "배가"),
        ("[뉴스핌=홍길동 기자] 배가", "", ("홍길동",), "배가"),
        ("[부산=뉴스핌 홍길동 기자] 배가", "부산", ("홍길동",), "배가"),
        ("[부산=뉴스핌 ] 홍길동 수습기자 = 배가", "부산", ("홍길동",), "배가"),
        ("[런던 로이터=뉴스핌] 홍길동 특파원 = 배가", "런던", ("홍길동",), "배가"),
        ("[부산·울산=뉴스핌] 홍길동 기자·성춘향 인턴기자 = 배가", "부산·울산", ("홍길동", "성춘향"), "배가"),
        ("[부산=뉴스핌] 홍길동·성춘향 기자 = 배가", "부산", ("홍길동", "성춘향"), "배가"),
        ("(부산=연합뉴스) 홍길동 기자 = 배가", "부산", ("홍길동",), "배가"),
        ("[홍길동 런던 특파원=뉴스핌] 배가", "", (), None),
        ("홍길동 런던 특파원= 배가", "", ("홍길동",), "배가"),
        ("【부산=홍길동기자】 배가", "부산", ("홍길동",), "배가"),
        ("[나루일보 홍길동·성춘향 기자] 배가", "", ("홍길동", "성춘향"), "배가"),
        ("나루경제 홍길동 기자 = 배가", "", ("홍길동",), "배가"),
        ("나루일보 홍길동·성춘향 특파원 = 배가", "", ("홍길동", "성춘향"), "배가"),
        ("홍길동 도쿄 특파원 = 배가", "", ("홍길동",), "배가"),
        ("[부산=나루경제 홍길동 기자] 배가", "부산", ("홍길동",), "배가"),
        ("[사진=나루일보 홍길동 기자] 배가", None, None, None),
        ("[나루경제 전망] 배가", None, None, None),
        ("[서울경제] 배가", None, None, None),
        ("[종합] 뉴스핌 홍길동 기자 수상", None, None, None),
        ("[사진=항만청] 홍길동 청장", None, None, None),
        ("[뉴스핌 포럼] 부두를 넓힌다", None, None, None),
        ("홍길동 기자 등이 참석했다", None, None, None),
    ],
)
def test_bylines(line, place, reporters, rest):
    found = read_byline(line)
    if place is None:
        assert found is None
    elif rest is not None:
        assert found is not None
        assert (found.place, found.reporters, line[found.end :]) == (place, reporters, rest)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("hong@newspim.com", True),
        ("홍길동 기자 hong@newspim.com", True),
        ("[뉴스핌 Newspim] 홍길동 기자 (hong@newspim.com)", True),
        ("(런던=홍길동 특파원 hong@newspim.com, 부산=성춘향 기자 sung@newspim.com)", True),
        ("문의는 hong@port.kr 로 하면 된다.", False),
        ("홍길동 기자", False),
    ],
)
def test_sign_offs(line, answer):
    assert is_sign_off(line) is answer


@pytest.mark.parametrize(
    ("stamp", "published", "updated"),
    [
        (
            "기사입력 : 2021년07월30일 11:00\n최종수정 : 2021년07월31일 09:05",
            "2021-07-30",
            "2021-07-31T09:05",
        ),
        ("기사등록 : 2019-04-30 14:01", "2019-04-30", ""),
        ("입력 : 2019.04.30 14:01", "2019-04-30", ""),
        ("기사입력 :\n최종수정 :", "", ""),
        ("입력 2019년 자료를 모았다", "", ""),
        ("https://www.newspim.com/news/view/20190927000123", "2019-09-27", ""),
        (
            "기사입력 : 2019년09월28일 06:00\nhttps://www.newspim.com/news/view/20190927000123",
            "2019-09-28",
            "",
        ),
    ],
)
def test_stamps(stamp, published, updated):
    article = read_layout(NEWS.replace("[부산", stamp + "\n[부산", 1)).article
    assert (article.published, article.updated) == (published, updated)
    assert article.title == "항만청, 동항 부두 넓힌다…배 두 척 더 댄다"


def test_the_id_is_in_the_address():
    article = read_layout("https://m.newspim.com/news/view/20190927000123\n" + NEWS).article
    assert article.article_id == "newspim:20190927000123"
    assert article.url == "https://m.newspim.com/news/view/20190927000123"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("보도시점 2022. 9. 26.(월) 06:00 (9. 27.(화) 조간)\n배포 2022. 9. 23.(금)", "2022-09-26"),
        ("배포일시 2019. 7. 10.(수) / 총 3매(본문 2)\n보도일시 2019년 7월 11일(목) 조간", "2019-07-11"),
        (
            "2013년 10월 31일(목) 조간부터 보도하여 주시기 바랍니다.\n배포일시 : 2013. 10. 30(수)",
            "2013-10-31",
        ),
        ("배포 2022. 9. 23.(금)", "2022-09-23"),
        ("보도시점\n2022. 9. 26.(월) 06:00", "2022-09-26"),
    ],
)
def test_days_of_a_release(head, published):
    text = f"보도자료\n{head}\n\n동항 부두 넓힌다\n\n□ 해양수산부는 부두를 넓힌다.\n"
    article = read_layout(text).article
    assert (article.published, article.title, article.outlet) == (published, "동항 부두 넓힌다", "해양수산부")


def test_a_saved_page():
    page = (
        "전체기사 최신뉴스 GAM\n경제 경제일반\n\n속보\n\n더보기\n\n동항 부두 넓힌다\n\n"
        "기사입력 : 2022년03월04일 09:10\n\n"
        "※ 본문 글자 크기 조정\n\n  • 더 작게\n  • 보통\n\n※ 번역할 언어 선택\n\n"
        "AI 핵심 요약 beta\n- 부두를 2억원에 넓힌다\n"
        "!AI가 자동 생성한 요약으로 정확하지 않을 수 있어요.\n\n배 두 척 더 댄다\n\n"
        "[부산=뉴스핌] 홍길동 기자 = 동항이 바뀐다.\n\nhong@newspim.com\n\n[관련기사]\n"
        "서항 부두 3억원 더 쓴다\n"
        "[저작권자ⓒ 뉴스핌, 무단 전재-재배포 금지]\n회사소개 | 이용약관\n"
    )
    rows = [(z, t) for z, t in zones(page) if z not in ("furniture", "byline")]
    assert rows == [
        ("title", "동항 부두 넓힌다"),
        ("summary", "AI 핵심 요약 beta"),
        ("summary", "부두를 2억원에 넓힌다"),
        ("summary", "!AI가 자동 생성한 요약으로 정확하지 않을 수 있어요."),
        ("subtitle", "배 두 척 더 댄다"),
        ("lead", "동항이 바뀐다."),
    ]


def test_a_flattened_page():
    text = (
        "AI 핵심 요약 beta- 부두를 2억원에 넓힌다. - 배를 더 댄다. "
        "!AI가 자동 생성한 요약으로 정확하지 않을 수 있어요."
        " 동항 부두 넓힌다 [부산=뉴스핌] 홍길동 기자 = 동항이 바뀐다. 공사는 9월 시작한다. hong@newspim.com"
    )
    assert [(z, t) for z, t in zones(text) if z not in ("summary", "byline")] == [
        ("title", "동항 부두 넓힌다"),
        ("lead", "동항이 바뀐다. 공사는 9월 시작한다."),
    ]
    article = read_layout(text).article
    assert (article.title, article.reporters, article.reporter_email) == (
        "동항 부두 넓힌다",
        ("홍길동",),
        "hong@newspim.com",
    )


def test_photo_pages_hold_several_articles():
    page = (
        "[사진] 동항 찾은 홍길동 청장\n"
        "[부산=뉴스핌] 성춘향 기자 = 홍길동 청장이 동항을 보고 있다. 2022.03.04 sung@newspim.com\n"
        "[사진] 서항 찾은 홍길동 청장\n"
        "[부산=뉴스핌] 성춘향 기자 = 홍길동 청장이 서항을 보고 있다. 2022.03.04 sung@newspim.com\n"
    )
    assert [z for z, _ in zones(page)] == ["title", "byline", "caption", "byline"] * 2
    assert read_layout(page).article.title == "[사진] 동항 찾은 홍길동 청장"


def test_a_release_without_squares():
    text = (
        "보도자료\n\n보도시점\n2022. 3. 4.(금) 11:00\n< 3. 5.(토) 조간 >\n\n배포\n2022. 3. 3.(목)\n\n"
        "동항 부두,\n배 두 척 더 댄다\n- 해수부, 부산서 제3차 항만 포럼 열고\n  부두 확장 논의 -\n\n"
        "해양수산부(장관 변학도)는 3월 부산에서 제3차\n"
        "항만 포럼을 열고 부두를 넓히는 데 12억\n원을 썼다.\n\n"
        "이번 포럼에서는 배를 더 대는 방안도 다뤘다.\n"
    )
    rows = [(z, t.replace("\n", "/")) for z, t in zones(text) if z != "furniture"]
    assert rows == [
        ("title", "동항 부두,/배 두 척 더 댄다"),
        ("subtitle", "해수부, 부산서 제3차 항만 포럼 열고/  부두 확장 논의"),
        (
            "lead",
            "해양수산부(장관 변학도)는 3월 부산에서 제3차/항만 포럼을 열고 부두를 넓히는 데 12억/원을 썼다.",
        ),
        ("body", "이번 포럼에서는 배를 더 대는 방안도 다뤘다."),
    ]
    article = read_layout(text).article
    assert (article.title, article.published) == ("동항 부두, 배 두 척 더 댄다", "2022-03-04")


def test_a_page_of_the_governments_portal():
    text = (
        "본문 바로가기 메인메뉴 바로가기\n이 누리집은 대한민국 공식 누리집입니다.\n보도자료\n"
        "동항 부두 넓힌다\n"
        "2022.03.04 해양수산부\n글자크기 설정\n인쇄하기 목록\n□ 해양수산부는 부두를 넓힌다.\n"
        "첨부파일\n0304 부두.hwpx\n"
        "담당자 : 항만정책과 사무관 성춘향 (044-200-1111)\n이전글 다음글\n"
    )
    assert [(z, t) for z, t in zones(text) if z != "furniture"] == [
        ("title", "동항 부두 넓힌다"),
        ("lead", "해양수산부는 부두를 넓힌다."),
        ("contact", "담당자 : 항만정책과 사무관 성춘향 (044-200-1111)"),
    ]
    assert read_layout(text).article.published == "2022-03-04"


def test_what_is_denied():
    text = (
        "산업부는 “결정된 사항이 없다”고 밝혔습니다\n[기사 내용]\n"
        "정부가 부두에 2억원을 쓴다고 보도하였습니다.\n"
        "[산업부 입장]\n아직 확정된 사항은 없음을 알려드립니다.\n문의 : 항만정책과(044-200-1111)\n"
    )
    assert zones(text)[2] == ("denied", "정부가 부두에 2억원을 쓴다고 보도하였습니다.")
    assert (
        zones(text)[4] == ("body", "아직 확정된 사항은 없음을 알려드립니다.") or zones(text)[4][0] == "lead"
    )
    assert zones(text)[-1][0] == "contact"


@pytest.mark.parametrize(
    "table",
    [
        (
            "담당 부서\t해양수산부\t책임자\t과 장\t홍길동 (044-200-1111)\n"
            "항만국\t항만정책과\t담당자\t사무관\t성춘향 (044-200-2222)"
        ),
        "담당 부서 | 해양수산부 | 책임자 | 과 장 홍길동 (044-200-1111)",
        "담당 부서\n항만정책과\n책임자\n과 장\n홍길동 (044-200-1111)\n담당자\n사무관\n성춘향 (044-200-2222)",
        "문의 : 해양수산부 항만정책과(044-200-1111)",
    ],
)
def test_contact_blocks_at_the_end(table):
    text = (
        f"보도자료\n"
        f"보도시점 2022. 3. 4.(금)\n"
        f"\n"
        f"부두 넓힌다\n"
        f"\n"
        f"□ 해양수산부는 부두를 넓힌다고 밝혔다.\n"
        f"\n"
        f"{table}\n"
    )
    found = zones(text)
    assert {z for z, _ in found[4:]} == {"contact"}
    assert sum(len(t) for z, t in found if z == "contact") == sum(len(x) for x in table.split("\n"))


@pytest.mark.parametrize("heading", ["참고\t부두 일정", "붙임 1. 부두 일정", "별첨", "참고2 부두 일정"])
def test_an_appendix_ends_the_block_of_officials(heading):
    text = (
        "보도자료\n보도시점 2022. 3. 4.(금)\n\n부두 넓힌다\n\n□ 해양수산부는 부두를 넓힌다고 밝혔다.\n\n"
        f"담당자\t사무관\t홍길동 (044-200-1111)\n\n{heading}\n\n일자\t내용\n11.28(화)\t동항 부두 개통식\n"
    )
    assert [z for z, _ in zones(text)[4:]] == ["contact", "body", "body", "body"]


@pytest.mark.parametrize("row", lexicon("layout_markers"), ids=lambda row: row.where)
def test_every_marker(row):
    found = marker_of(row["example"])
    assert found is not None
    assert (found.word, row["example"][found.content :]) == (row["word"], row["answer"])
    assert marker_of(row["counterexample"]) is None


@pytest.mark.parametrize("row", lexicon("layout_menus"), ids=lambda row: row.where)
def test_every_menu_word(row):
    assert is_menu(row["example"])
    assert not is_menu(row["counterexample"])


@pytest.mark.parametrize("row", lexicon("layout_phrases"), ids=lambda row: row.where)
def test_every_phrase(row):
    assert kind_of(row["example"])[0] == row["answer"] == row["kind"]
    assert kind_of(row["counterexample"])[0] != row["kind"]


def test_an_outlet_alone():
    lead = "[서울경제] 동항이 부두를 넓힌다고 했다. 배를 더 댈 수 있게 부두를 두 곳 더 짓고 길도 새로 낸다."
    text = f"부두 넓힌다\n<서울경제>\n\n{lead}\n"
    article = read_layout(text).article
    assert (article.outlet, article.subtitle, article.kind) == ("서울경제", "", "news")


def test_a_headline_that_the_sheet_repeats():
    text = (
        "(참고자료)동항 부두 넓혀 배를 더 댄다\n등록일 2022-03-04\n\n동항 부두 넓혀\n배를 더 댄다\n\n"
        "길도 새로 낸다\n\n 해양수산부(장관 홍길동)는 부두를 넓힌다고 밝혔다.\n"
    )
    article = read_layout(text).article
    assert article.kind == "press_release"
    assert (article.title, article.subtitle) == ("(참고자료)동항 부두 넓혀 배를 더 댄다", "길도 새로 낸다")


@pytest.mark.parametrize("row", lexicon("outlets"), ids=lambda row: row.where)
def test_every_outlet(row):
    assert read_layout(f"부두 넓힌다\n{row['example']}\n").article.outlet == row["answer"]
    assert read_layout(f"부두 넓힌다\n{row['counterexample']}\n").article.outlet == ""


@pytest.mark.parametrize(
    ("head", "lead", "outlet"),
    [
        ("해양수산부 보도자료", "□ 부두를 넓힌다.", "해양수산부"),
        ("해양수산부\n보 도 자 료", "□ 부두를 넓힌다.", "해양수산부"),
        ("보도자료", "□ 관세청(청장 홍길동)은 부두를 넓힌다.", "관세청"),
        ("보도자료", "□ 산업부는 부두를 넓힌다.", "산업통상자원부"),
        ("보도자료", "□ 두 나라는 부두를 넓힌다.", ""),
        ("나루항만공사 보도자료", "□ 부두를 넓힌다.", "나루항만공사"),
        ("산업부 보도참고자료 /", "□ 부두를 넓힌다.", "산업통상자원부"),
        ("정부 보도자료 /", "□ 부두를 넓힌다.", ""),
        ("보도자료", "홍길동 관세청장 겸 단장은 부두를 넓힌다고 밝혔다.", "관세청"),
    ],
)
def test_ministries(head, lead, outlet):
    text = f"{head}\n배포 2022. 3. 3.(목)\n\n부두 넓힌다\n\n{lead}\n□ 배를 더 댄다.\n"
    assert read_layout(text).article.outlet == outlet


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("가나 \n\t□ㅇ-*△①◆[]()=.다뉴스핌기자@a1:“\"'사진|"), max_size=120))
def test_blocks_cover_every_line_in_order(text):
    layout = read_layout(text)
    end = 0
    for i, block in enumerate(layout.blocks):
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        assert -1 <= block.parent < i
        end = block.end
    lines = split_lines(text)
    assert [layout.index_at(line.end - 1) >= 0 for line in lines] == [bool(layout.blocks)] * len(
        lines
    ) or True
    for run in layout.runs:
        assert all(a.end <= b.start for a, b in zip(run.items, run.items[1:], strict=False))
        assert all(0 <= i.start < i.end <= len(text) for i in run.items)
        assert 0 <= run.block < len(layout.blocks)


@pytest.mark.parametrize(
    "noise",
    [
        "△",
        "①",
        '"',
        "(",
        "[뉴스핌]",
        "가나 기자 = ",
        "a.b@c.",
        "다. ",
        "□ (가) 나\nㅇ 다\n",
        "가나다라 마바사\n",
    ],
)
def test_noise_takes_no_longer_than_its_length_allows(noise):
    def seconds(times: int) -> float:
        begin = time.process_time()
        read_layout(noise * times)
        return time.process_time() - begin

    seconds(10)
    assert seconds(8000) < 20 * max(seconds(1000), 0.01)


def article(text: str) -> tuple[str, str, str, tuple[str, ...], str, str]:
    found = read_layout(text).article
    return found.title, found.subtitle, found.dateline, found.reporters, found.outlet, found.kind


PROSE = "가람시는 3일 동항에 부두를 짓는다고 밝혔다.\n가람시 관계자는 “내년에 연다”고 말했다.\n"


@pytest.mark.parametrize(
    ("head", "answer"),
    [
        # a byline line with its town, one reporter or several
        ("동항 부두 첫 삽\n영월=홍길동 기자\n", ("동항 부두 첫 삽", "", "영월", ("홍길동",), "", "news")),
        (
            "동항 부두 첫 삽\n영월=홍길동 기자, 울진=성춘향 기자\n",
            ("동항 부두 첫 삽", "", "영월", ("홍길동", "성춘향"), "", "news"),
        ),
        (
            "동항 부두 첫 삽\n부두 두 개 더\n홍길동 기자\n",
            ("동항 부두 첫 삽", "부두 두 개 더", "", ("홍길동",), "", "news"),
        ),
        (
            "동항 부두 첫 삽\n홍길동 기자, 성춘향 기자\n",
            ("동항 부두 첫 삽", "", "", ("홍길동", "성춘향"), "", "news"),
        ),
        # the text of a picture
        (
            "동항 부두 첫 삽\n영월=홍길동 기자\n동항에 들어선 부두 전경./가람시\n",
            ("동항 부두 첫 삽", "", "영월", ("홍길동",), "", "news"),
        ),
        (
            "동항 부두 첫 삽\n오는 7월 문을 여는 부두. /홍길동기자\n",
            ("동항 부두 첫 삽", "", "", (), "", "news"),
        ),
        ("동항 부두 첫 삽\n부두 조감도 /가람시 제공\n", ("동항 부두 첫 삽", "", "", (), "", "news")),
        (
            "동항 부두 첫 삽\n홍길동 시장과 이몽룡 장관이\n3일\n동항에서\n손을 흔들고 있다.\n\n",
            ("동항 부두 첫 삽", "", "", (), "", "news"),
        ),
        # what a page puts between
        (
            "동항 부두 첫 삽\n내년에 연다\n2023-11-01 12:17:16\n",
            ("동항 부두 첫 삽", "내년에 연다", "", (), "", "news"),
        ),
        ("동항 부두 첫 삽\n입력 2019.08.20. 03:00\n", ("동항 부두 첫 삽", "", "", (), "", "news")),
        ("동항 부두 첫 삽\n폰트 확대 폰트 축소 프린트하기\n", ("동항 부두 첫 삽", "", "", (), "", "news")),
        (
            "동항 부두 첫 삽\n해양수산부 등록일 2014-10-11\n",
            ("동항 부두 첫 삽", "", "", (), "해양수산부", "news"),
        ),
        # who wrote, for whom and when, on a line of its own
        (
            "동항 부두 첫 삽\n머니투데이 홍길동 기자 | 2012.02.09 21:19\n",
            ("동항 부두 첫 삽", "", "", ("홍길동",), "머니투데이", "news"),
        ),
        (
            "동항 부두 첫 삽\n홍길동 기자I2009.04.03 11:31:19\n",
            ("동항 부두 첫 삽", "", "", ("홍길동",), "", "news"),
        ),
        (
            "동항 부두 첫 삽\n부두 두 개 더\n2013-10-15 홍길동 기자\n",
            ("동항 부두 첫 삽", "부두 두 개 더", "", ("홍길동",), "", "news"),
        ),
        (
            "동항 부두 첫 삽\n나루경제 홍길동 기자 = ",
            ("동항 부두 첫 삽", "", "", ("홍길동",), "나루경제", "news"),
        ),
        ("동항 부두 첫 삽\n상태바\n  • 홍길동 기자\n", ("동항 부두 첫 삽", "", "", ("홍길동",), "", "news")),
        ("동항 부두 첫 삽\n파이낸셜뉴스\n", ("동항 부두 첫 삽", "", "", (), "파이낸셜뉴스", "news")),
        # the minutes of a briefing
        (
            "동항 부두 브리핑\n2025.11.14 홍길동 장관\n<홍길동 해양수산부 장관>\n",
            ("동항 부두 브리핑", "", "", (), "", "news"),
        ),
        # a sentence broken into lines
        (
            "동항 부두 첫 삽\n내년에 연다\n해양수산부가 부산시와 함께 추진해 온 다섯 개 부두의 진행 상황을\n",
            ("동항 부두 첫 삽", "내년에 연다", "", (), "", "news"),
        ),
        # subtitles stay
        (
            "동항 부두 첫 삽\n북항 / 남항도 넓힌다\n",
            ("동항 부두 첫 삽", "북항 / 남항도 넓힌다", "", (), "", "news"),
        ),
    ],
)
def test_what_stands_between_headline_and_text(head, answer):
    assert article(head + PROSE) == answer


@pytest.mark.parametrize(
    ("tail", "reporters"),
    [
        ("홍길동기자 hong@", ("홍길동",)),  # a copy that lost the host
        ("홍길동 기자 hong@narae.co.kr", ("홍길동",)),
        ("부두는 3일 열린다. 홍길동기자", ("홍길동",)),
        ("부두는 3일 열린다. 홍길동·성춘향 기자 hong@narae.co.kr", ("홍길동", "성춘향")),
        ("그는 “부두를 연다.” 홍길동 기자 hong@", ("홍길동",)),
        ("부두는 3일 열린다. 홍길동 기자가 썼다.", ()),
        ("부두를 연 사람은 홍길동 기자", ()),
        ("홍길동 기자는 @ 표시를 썼다.", ()),
    ],
)
def test_who_signs_the_last_line(tail, reporters):
    assert article("동항 부두 첫 삽\n" + PROSE + tail)[3] == reporters


def test_an_agency_ends_an_article_with_mail_and_copyright():
    text = (
        "동항 부두 첫 삽\n"
        + PROSE
        + "hong@narae.co.kr(끝)<저 작 권 자(c)나 루 통 신. 무 단 전 재-재 배 포 금 지.>"
    )
    assert zones(text)[-1][0] == "byline"
    assert read_layout(text).article.reporter_email == "hong@narae.co.kr"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2014-07-09 10:59", "2014-07-09"),
        ("2014.07.09", "2014-07-09"),
        ("2013-10-15 홍길동 기자", "2013-10-15"),
        ("2014.07.09 (수) 오전 10:59", "2014-07-09"),
        ("2014-13-40 10:59", ""),
        ("2020-02-14 09:20:19 2020-02-14 09:31:00", "2020-02-14"),
        ("2014.07.09 동항 부두 개장", ""),
        ("2014-07-09 기준 30억원", ""),
    ],
)
def test_a_line_that_is_nothing_but_the_day_tells_when_it_was_published(line, day):
    assert read_layout(f"동항 부두 첫 삽\n{line}\n{PROSE}").article.published == day


@pytest.mark.parametrize(
    ("text", "outlet", "kind"),
    [
        (
            "[장관동정] 동항 부두 둘러봐\n해양수산부 홍길동 장관은 3일 동항을 찾았다고 밝혔다.\n",
            "해양수산부",
            "press_release",
        ),
        (
            "# 동항 부두 첫 삽\n- 출처: 정책브리핑\n- 부처: 해양수산부\n- 게시 시각: 04/13/2026 08:21:08\n"
            "## 본문\n"
            "동항에 부두를 짓는 공사가 시작된다.\n",
            "해양수산부",
            "press_release",
        ),
        (
            "동항 부두 협정을 맺었다.\n\n정부는 나머지도 지을 계획이다. 끝.\n\n(외교부, 2023.09.15.)\n",
            "외교부",
            "press_release",
        ),
        (
            "보도자료\n보도시점 2024. 5. 30.(목) 16:00\n\n동항 부두 첫 삽\n- 내년에 연다\n\n"
            "해양수산부 ( 장관 홍길동 ) 는 5 월 29 일 동항을 찾았다 .\n\n홍 장관은 동항을 둘러보았다 .\n",
            "해양수산부",
            "press_release",
        ),
        ("[동정] 동항 부두\n홍길동 기자\n해양수산부 장관은 3일 동항을 찾았다고 밝혔다.\n", "", "news"),
        ("동항 부두 첫 삽\n해양수산부는 3일 부두를 짓는다고 밝혔다.\n", "", "news"),
    ],
)
def test_pages_of_ministries(text, outlet, kind):
    assert article(text)[4:] == (outlet, kind)


def test_a_spaced_release_keeps_its_first_paragraph_out_of_the_subtitle():
    told = read_layout(
        "보도자료\n보도시점 2024. 5. 30.(목) 16:00 < 5. 31.(금) 조간 >\n\n동항 부두 첫 삽\n- 내년에 연다\n\n"
        "해양수산부 ( 장관 홍길동 ) 는 5 월 29 일 동항을 찾았다 .\n\n홍 장관은 동항을 둘러보았다 .\n"
    ).article
    assert (told.title, told.subtitle) == ("동항 부두 첫 삽", "내년에 연다")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("< 1.18.(목) 석간 >", "release"),
        ("<5. 31.(금) 조간>", "release"),
        ("< 1.18.(목) 개막 >", ""),
        ("(1.5배 늘어)", ""),
    ],
)
def test_when_a_release_may_be_printed(line, kind):
    assert kind_of(line)[0] == kind


def test_articles_behind_the_headlines_of_others_are_not_read(read):
    text = (
        "다낭 항만을 넓힌다\n[서울=뉴스핌] 홍가람 기자 = 다낭 항만에 2억달러를 쓴다고 3일 밝혔다.\n"
        "hong@newspim.com\n[뉴스핌 베스트 기사]\n\n하이퐁 공장을 짓는다\n"
        "[서울=뉴스핌] 박누리 기자 = 정부는 하이퐁 공장에 3억달러를 쓴다고 4일 밝혔다.\n2025-09-05 13:41"
    )
    record = read(text)
    assert [a.text for a in record.amounts] == ["2억달러"]
    assert record.article.reporters == ("홍가람",)
    assert record.article.published == ""
