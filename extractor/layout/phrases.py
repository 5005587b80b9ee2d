"""What a line says it is: stamps, tools, letterheads, contacts, ends of the article."""

from __future__ import annotations

import re
from functools import cache

from extractor.layout.lines import PHONE, URL, bracketed
from extractor.load import Row, lexicon

_HEADLESS = re.compile(r"^(?:[□ㅇ○◇◆■1-9][.)]?\s*)?(?P<in>.*?)\s*$")
_RELEASE_WORDS = ("보도", "이후", "엠바고")
_DATED = re.compile(r"\d{4}\s*[.년-]\s*\d{1,2}")
_PAGE_NUMBER = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]|\d{1,3}\s*/\s*\d{1,3}|\d{1,2}\s*쪽")
_DECORATION = re.compile(r"[\W_]{1,}|[ㅡㅣ]+")
_RELEASE_LINE = re.compile(
    r"(?:\d{4}\s*[.년]\s*\d{1,2}\s*[.월]\s*\d{1,2}\s*[.일]?.{0,40}?(?:조간|석간|이후|부터).{0,20}?보도.{0,20}"
    r"|\d{4}\s*[.년-]\s*\d{1,2}\s*[.월-]\s*\d{1,2}\s*[.일]?\s*(?:\([가-힣]\))?\s*(?:(?:오전|오후)?\s*\d{1,2}[:시]\d{0,2}분?)?"
    r"\s*(?:이후|조간|석간|부터|[가-힣]{2,10}(?:부|처|청|위원회|원)(?:\s[가-힣]{2,10})?)?"
    r"|[<(\[]?\s?\d{1,2}\s?\.\s?\d{1,2}\s?\.?\s?\([월화수목금토일]\)\s?(?:조간|석간|즉시|온라인)[^가-힣]{0,16}(?:보도)?\s?[>)\]]?"
    r"|이 (?:보도)?자료는 .{0,60}보도.{0,30}|총\s*\d+\s*매.{0,20})"
)
#: '가람부 등록일 2014-10-11', '입력 2019.08.20. 03:00', '2023-11-01 12:17:16': when a page was put up.
_TIME = r"\d{4}\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[.일]?(?:\s?\([가-힣]\))?"
_CLOCK = r"(?:오전|오후)?\s?\d{1,2}:\d{2}(?::\d{2})?"
_ENTRY = re.compile(
    rf"(?:[가-힣A-Za-z]{{2,12}}\s?[|/]?\s?)?(?:(?:기사|최종)?\s?(?:등록|입력|수정|승인|송고|작성|게시|업데이트|발행)(?:일시?|시각)?)\s?[:：|]?\s?"
    rf"{_TIME}(?:\s?{_CLOCK})?(?:\s?[|/]?\s?(?:(?:기사|최종)?\s?(?:수정|업데이트|조회수?).{{0,30}}))?"
    rf"|{_TIME}\s{_CLOCK}"
)
#: '- 부처: 가람부', '기사 URL: …': a portal's table over a release.
_FIELD = re.compile(
    r"(?:[-*•]\s?)?(?:출처|부처|기관|제공기관|담당부서|게시 ?(?:시각|일시?|자)|기사 ?URL"
    r"|원문 ?(?:URL|링크)|조회수?|분류|(?:HWPX?|PDF|DOCX?|ODT|JPG|PNG)? ?첨부(?:파일)?)"
    r"\s?[:：]\s?\S.*"
)
_SECTION = re.compile(r"#{1,6}\s?(?:본문|첨부|첨부 ?파일|원문|메타 ?정보|정보|내용)")
_FILE = re.compile(r"\.(?:hwpx?|pdf|docx?|xlsx?|zip|jpe?g|png)(?:\s*[(\[].{0,20}[)\]])?$", re.IGNORECASE)
_FOOTER = re.compile(
    r".{0,20}(?:청소년보호책임자|개인정보(?:취급|처리)방침|사업자등록번호|무단\s?전재|재배포\s?금지|대표전화)"
)
#: A letterhead with the office whose it is: '가람청 보도자료 /'.
_LETTERHEAD = re.compile(
    r"[가-힣A-Za-z·]{2,14}\s+(?:보도자료|보도참고자료|보도설명자료|보도해명자료|참고자료|설명자료)\s*[/|]?|보도\s?(?:참고|설명)?자료\s*[/|]"
)
_EDGES = re.compile(r"^\W+|\W+$")
_CLAIM_SIGNS = frozenset("[<＜〈《【［□ㅇ○◇◆■123456789")
_ENTRY_ENDS = frozenset("0123456789.일)")
_BUTTONS = "•·|/‧>›»,"


@cache
def _menu() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("layout_menus"))


@cache
def _openings() -> dict[str, tuple[tuple[str, Row], ...]]:
    """Words without blanks and their rows by first letter, the longest word first."""
    rows: dict[str, list[tuple[str, Row]]] = {}
    for row in lexicon("layout_phrases"):
        if row["kind"] not in ("denied", "answered"):
            word = _squash(row["word"])
            rows.setdefault(word[0], []).append((word, row))
    return {k: tuple(sorted(v, key=lambda r: (-len(r[0]), r[0]))) for k, v in rows.items()}


@cache
def _claims() -> tuple[tuple[str, Row], ...]:
    """Headings of what a ministry denies and of its answer."""
    return tuple(
        (_squash(row["word"]), row)
        for row in lexicon("layout_phrases")
        if row["kind"] in ("denied", "answered")
    )


def _squash(text: str) -> str:
    return "".join(text.split())


def is_menu(line: str) -> bool:
    """Tell whether a line holds nothing but words of menus and buttons."""
    menu, found = _menu(), False
    for word in line.split():
        if word := word.strip(_BUTTONS):
            if word not in menu:
                return False
            found = True
    return found


def kind_of(line: str) -> tuple[str, Row | None]:
    """Return what a line is by its first words, and the row that says so.

    Returns
    -------
    str
        'stamp', 'tool', 'close', 'summary', 'summary_end', 'release', 'letterhead', 'slogan', 'contact',
        'denied', 'answered', 'menu', 'url', 'page', 'field', or '' for a line of the article.
    Row or None
        The row of ``layout_phrases.tsv`` (None: a pattern).
    """
    first = line[0]
    openings = _openings().get(first)
    if openings:
        head = _squash(line[:80])
        for word, row in openings:
            if head.startswith(word) and _fits(row, line, head[len(word) :]):
                return row["kind"], row
    if len(line) >= 200:
        return "", None
    if first in _CLAIM_SIGNS and len(line) < 60:
        claim = _claim(line)
        if claim is not None:
            return claim["kind"], claim
    if first in "hw" and URL.fullmatch(line):
        return "url", None
    sign = not first.isalpha() or first in "ㅡㅣ"
    if sign and (_PAGE_NUMBER.fullmatch(line) or _DECORATION.fullmatch(line)):
        return "page", None
    if ("보도" in line or first.isdigit() or first in "총<([") and _RELEASE_LINE.fullmatch(line):
        return "release", None
    if len(line) < 40 and "자료" in line and _LETTERHEAD.fullmatch(line):
        return "letterhead", None
    if "." in line and _FILE.search(line):
        return "tool", None
    if len(line) < 90 and line[-1] in _ENTRY_ENDS and _ENTRY.fullmatch(line):
        return "stamp", None
    if (
        (":" in line[:16] or "：" in line[:16])
        and first in "-*•출부기제게원조분HPDJ첨"
        and _FIELD.fullmatch(line)
    ):
        return "field", None
    if first == "#" and _SECTION.fullmatch(line):
        return "page", None
    if len(line) < 80 and is_menu(line):
        return "menu", None
    if not line.endswith("다.") and _FOOTER.match(line):
        return "close", None
    return "", None


def _claim(line: str) -> Row | None:
    """The row of a heading such as '[기사 내용]' or '2. 산업부 입장'."""
    inner = bracketed(line)
    if inner is None and len(line) < 40:
        inner = _HEADLESS.sub(r"\g<in>", line)
    if not inner or inner == line:
        return None
    key = _squash(_EDGES.sub("", inner))
    for word, row in _claims():
        if row["kind"] == "denied" and (key == word or (key.endswith(word) and len(key) < len(word) + 24)):
            return row
        if row["kind"] == "answered" and key.endswith(word) and len(key) < 30:
            return row
    return None


def _fits(row: Row, line: str, rest: str) -> bool:
    kind = row["kind"]
    if kind == "release":
        if row["word"][0] in "(※":
            return any(w in line for w in _RELEASE_WORDS) and "다." not in line
        if line.endswith("다.") and not line.endswith("바랍니다."):
            return False
        return len(line) < 120 and bool(_DATED.search(line) or not rest or rest[0] in ":：|")
    if kind == "contact":
        if row["word"].startswith("<"):
            return not rest
        tail = line.strip()[len(row["word"]) :]
        return (not rest or tail[:1] in " \t:：|(／/" or bool(PHONE.search(line))) and not line.endswith(
            "다."
        )
    if kind == "letterhead" or (kind == "related" and row["word"][-1] not in ":]>"):
        return not rest
    if kind in ("slogan",):
        return len(line) < 40 and not line.endswith((".", "”", '"'))
    if kind == "summary":
        return len(rest) < 8 or rest.startswith(("beta", "분석"))
    if kind in ("stamp",):
        return len(line) < 120
    return True
