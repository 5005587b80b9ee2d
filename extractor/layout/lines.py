"""Physical lines and what each of them is by its own looks."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.load import Row, lexicon

#: White space and what saved pages leave at the ends of lines.
BLANK = " \t\u3000\xa0\u200b\ufeff\u200c\u2060"

#: An address of which the page's copy lost the host: 'hong@'.
BROKEN_MAIL = re.compile(r"(?<![A-Za-z0-9._+-])[A-Za-z][A-Za-z0-9._+-]{2,}@(?=\s|$)")
EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*@(?:[A-Za-z0-9-]+\.?)+")
PHONE = re.compile(r"(?<!\d)\(?0\d{1,2}\)?[-) .~]{1,2}\d{3,4}[-.]\d{4}(?!\d)")
URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"'|]+")

CIRCLED = "".join(
    chr(c)
    for low, high in ((0x2460, 0x2473), (0x2776, 0x277F), (0x2780, 0x2793))
    for c in range(low, high + 1)
)
LETTERED = "".join(chr(c) for low, high in ((0x3260, 0x327B), (0x24D0, 0x24E9)) for c in range(low, high + 1))

#: Signs that need a blank behind them: they are letters, dashes or dots elsewhere.
_NEED_BLANK = frozenset({"ㅁ", "o", "-", "–", "―", "－", "·", "ㆍ", "ㅇ", "○", "◦", "◯", "●", "◎", "→"})
#: An opening sign glued to its word is still one before Hangul: 'ㅇ우리측은'.
_GLUED = frozenset({"ㅇ", "○", "◦", "◯", "ㆍ", "•"})
MINUS = re.compile(
    r"[△∆▲▽▼]\s?\d[\d,.]*(?:\s?(?:%p?|％|p(?![A-Za-z])|퍼센트|포인트)"
    r"|(?:[조억만천백]\d*)*\s?(?:원|달러|불|유로|엔)?\s*(?=$|[)\],;→~/·\n]))"
)
_NARROW = re.compile(r"[\0-\u10ff]")
_WORD = re.compile(r"[가-힣(「『“\"'‘]")
_NUMBERED = re.compile(
    rf"(?P<m>[{CIRCLED}{LETTERED}])\s*(?=\S)|(?P<n>\d{{1,2}}\)|[가나다라마바사]\.|\d{{1,2}}\.)\s+(?=[^\d\s])"
)
_BRACKETED = re.compile(
    r"(?:[<＜〈《【\[［]\s*(?P<in>[^<>＜＞〈〉《》【】\[\]［］]{1,60}?)\s*[>＞〉》】\]］]|◆\s*(?P<bare>.{1,60}))\s*$"
)


class Line(NamedTuple):
    """A physical line without the white space around it.

    ``indent`` counts the columns before it, ``gap`` tells whether an empty line stands before it.
    """

    start: int
    end: int
    indent: int
    gap: bool
    text: str


class Marker(NamedTuple):
    """The sign that opens a list entry. ``content`` is where its words begin, counted within the line."""

    word: str
    kind: str
    level: int
    content: int


def split_lines(text: str) -> list[Line]:
    """Split a text into its non-empty lines."""
    lines: list[Line] = []
    gap = False
    for match in re.finditer(r"[^\n\r\v\f\u2028\u2029]*(?:\r\n|[\n\r\v\f\u2028\u2029]|$)", text):
        raw = match[0].rstrip("\r\n\v\f\u2028\u2029")
        body = raw.strip(BLANK)
        if not body:
            gap = gap or bool(match[0])
            continue
        lead = len(raw) - len(raw.lstrip(BLANK))
        indent = _columns(raw[:lead]) if lead else 0
        start = match.start() + lead
        lines.append(Line(start, start + len(body), indent, gap, body))
        gap = False
    return lines


def _columns(blank: str) -> int:
    return sum(2 if c == "\u3000" else 4 if c == "\t" else 1 for c in blank if c not in "\u200b\ufeff")


@cache
def markers() -> dict[str, Row]:
    """The opening signs, each with its row of the lexicon."""
    return {row["word"]: row for row in lexicon("layout_markers")}


def inline_signs() -> str:
    """The signs that divide a list within a paragraph."""
    return "".join(w for w, row in markers().items() if row["inline"])


@lru_cache(maxsize=512)
def marker_of(line: str) -> Marker | None:
    """Return the sign that opens the line, None if it opens with a word.

    A triangle before a bare figure is the minus sign of Korean statistics; a dash or dot needs a blank.
    """
    word = line[0]
    if word == "*":
        word = line[: min(3, len(line) - len(line.lstrip("*")))]
    row = markers().get(word)
    if row is not None:
        rest = line[len(word) :]
        bare = rest.lstrip(BLANK)
        if not bare or (word in "△∆▲▽▼" and MINUS.match(line)):
            return None
        if word in _NEED_BLANK and rest == bare and not (word in _GLUED and _WORD.match(bare)):
            return None
        if rest == bare and bare[0] == word:
            return None
        return Marker(word, row["kind"], int(row["level"]), len(line) - len(bare))
    number = _NUMBERED.match(line)
    if number:
        return Marker(number["m"] or number["n"], "number", 0, number.end())
    return None


def bracketed(line: str) -> str | None:
    """Return the words of a heading line ('< … >', '【…】', '[…]'), None for any other line."""
    match = _BRACKETED.fullmatch(line)
    return (match["in"] or match["bare"]) if match else None


def width(text: str) -> int:
    """Columns on a screen: Hangul and other wide letters count two."""
    return 2 * len(text) - len(_NARROW.findall(text))
