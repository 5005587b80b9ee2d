"""Stretches in quotation marks, and sentences whose ends lie outside of them."""

from __future__ import annotations

import re
from typing import NamedTuple

#: A paragraph without any of these holds no speech.
SIGN = re.compile(r"[\"“”„‟＂'‘’`´「『]")
MARKS = re.compile(r"[\"“”„‟＂]|''|‘‘|’’|``|´´")
_SAID = re.compile(r"(?:이?라)?(?:고|며|면서)(?:도|는)?[\s,]")
_CURLY = re.compile(r"[“”]")
_PARTICLE = r"(?=\s?(?:이?라)?(?:고|며|면서)(?:도|는)?[\s,])"
#: A finite verb ends a statement, a name or a watchword seldom has one.
_FINITE = r"(?:[다라자까요죠네냐]|것)[.?!…]?"
#: Single marks around a full statement, with the particle of speech behind them.
_SINGLE = re.compile(
    rf"['‘「『](?:(?<=['‘])(?<![\w'‘’].)(?!\d\d[년.])(?P<single>[^'‘’\"“”\n]{{5,300}}{_FINITE})['’]{_PARTICLE}"
    rf"|(?<=「)(?P<corner>[^「」\n]{{5,300}}{_FINITE})」{_PARTICLE}"
    rf"|(?<=『)(?P<double>[^『』\n]{{5,300}}{_FINITE})』(?:{_PARTICLE}|\s*(?=$|\n)))"
)
#: Where a mark that nobody closed must have closed: the statement is over, its particle and verb follow.
_UNCLOSED = re.compile(
    r"(?<=[다라자까요죠것])\s?(?=(?:이라|라)?고\s(?:밝혔|말했|강조했|설명했|덧붙였|전했|당부했|답했|했다|평가했|지적했|언급했))"
)
_SENTENCE_END = re.compile(
    r"[가-힣)][.?!](?=\s|$|\x00)|(?<=[가-힣]다)\.(?=[가-힣A-Z]{2})|\x01[.]?(?=$|\s+(?!(?:이?라)?(?:고|며|면서|는)[\s,]))"
)


class Quoted(NamedTuple):
    """What stands between two marks: ``start`` and ``end`` without, ``open`` and ``close`` with the marks.

    ``single`` tells weaker marks ('…', 「…」), which names and watchwords bear as well.
    """

    start: int
    end: int
    open: int
    close: int
    single: bool = False


def find_quoted(text: str, start: int, end: int) -> list[Quoted]:
    """Find what is quoted in a paragraph, in order.

    Straight and curly marks may be mixed, as careless writing does ('"가나”'); marks of the other kind may
    stand within. A mark that opens the paragraph and is never closed runs to the paragraph's end (speech of
    several paragraphs), another one to the particle of a speech verb. Single marks count where a full
    statement with such a particle stands in them.
    """
    found = _pair(text, start, end)
    for match in _SINGLE.finditer(text, start, end):
        low, high = match.span(match.lastgroup or 0)
        if all(match.end() <= q.open or q.close <= match.start() for q in found):
            found.append(Quoted(low, high, match.start(), high + 1, single=True))
    return sorted(_trim(text, q) for q in found)


def _pair(text: str, start: int, end: int) -> list[Quoted]:
    found: list[Quoted] = []
    opened: re.Match[str] | None = None
    within = 0

    def unclosed(mark: re.Match[str], limit: int) -> None:
        statement = _UNCLOSED.search(text, mark.end(), limit)
        if statement is not None:
            found.append(Quoted(mark.end(), statement.start(), mark.start(), statement.end()))

    for mark in MARKS.finditer(text, start, end):
        sign = mark[0]
        if opened is None:
            inch = sign == '"' and mark.start() > start and text[mark.start() - 1].isdigit()
            if not (inch and not _pairs(text, mark, end)):
                opened, within = mark, 0
        elif sign in "“„" and opened[0] in "“„" and _turned(text, mark):
            found.append(Quoted(opened.end(), mark.start(), opened.start(), mark.end()))
            opened = None
        elif sign in "“„" and opened[0] in "“„":
            unclosed(opened, mark.start())
            opened, within = mark, 0
        elif sign in "“„":
            within += 1
        elif sign in "”‟" and within:
            within -= 1
        elif sign == '"' and opened[0] in "“„" and _closed_later(text, mark.end(), end):
            continue
        else:
            if mark.start() > opened.end():
                found.append(Quoted(opened.end(), mark.start(), opened.start(), mark.end()))
            opened = None
    if opened is not None and opened.start() == start:
        found.append(Quoted(opened.end(), end, opened.start(), end))
    elif opened is not None:
        unclosed(opened, end)
    return found


def _turned(text: str, mark: re.Match[str]) -> bool:
    """Tell whether an opening mark stands where one closes: behind a statement, before 고 or 며."""
    return text[mark.start() - 1] in "다라자까요죠것냐.?!…" and _SAID.match(text, mark.end()) is not None


def _closed_later(text: str, start: int, end: int) -> bool:
    """Tell whether the next curly mark closes: then a straight one before it stands within."""
    curly = _CURLY.search(text, start, min(end, start + 600))
    return curly is not None and curly[0] == "”"


def _pairs(text: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether an inch-like mark can open a quotation: another one follows."""
    return text.find(mark[0], mark.end(), end) >= 0


def _trim(text: str, quoted: Quoted) -> Quoted:
    start, end = quoted.start, quoted.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return quoted._replace(start=start, end=end)


def mask(text: str, start: int, end: int, quoted: list[Quoted]) -> str:
    """Return the paragraph with what is quoted blanked out, of the same length.

    ``\\x00`` stands for quoted characters and marks, ``\\x01`` for a closing mark behind a full sentence.
    """
    out = []
    at = start
    for q in quoted:
        full = text[q.end - 1 : q.end] in (".", "?", "!", "…")
        out += [text[at : q.open], "\x00" * (q.close - q.open - 1), "\x01" if full else "\x00"]
        at = q.close
    out.append(text[at:end])
    return "".join(out)


def sentence_bounds(masked: str) -> list[int]:
    """Offsets at which the sentences of a masked paragraph end, the paragraph's own end included."""
    ends = [m.end() for m in _SENTENCE_END.finditer(masked)]
    if not ends or ends[-1] < len(masked):
        ends.append(len(masked))
    return ends
