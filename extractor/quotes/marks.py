"""Stretches in double quotation marks, and sentences whose ends lie outside of them."""

from __future__ import annotations

import re
from typing import NamedTuple

MARKS = re.compile(r"[\"“”„‟＂]|''|‘‘|’’|``|´´")
_CURLY = re.compile(r"[“”]")
_SENTENCE_END = re.compile(
    r"[가-힣)][.?!](?=\s|$|\x00)|\x01[.]?(?=$|\s+(?!(?:이?라)?(?:고|며|면서|는)[\s,]))"
)


class Quoted(NamedTuple):
    """What stands between two marks: ``start`` and ``end`` without, ``open`` and ``close`` with the marks."""

    start: int
    end: int
    open: int
    close: int


def find_quoted(text: str, start: int, end: int) -> list[Quoted]:
    """Pair the quotation marks of a paragraph.

    Straight and curly marks may be mixed, as careless writing does ('"가나”'); marks of the other kind may
    stand within. A mark that opens the paragraph and is never closed runs to the paragraph's end: speech of
    several paragraphs.
    """
    found: list[Quoted] = []
    opened: re.Match[str] | None = None
    within = 0
    for mark in MARKS.finditer(text, start, end):
        sign = mark[0]
        if opened is None:
            inch = sign == '"' and mark.start() > start and text[mark.start() - 1].isdigit()
            if not (inch and not _pairs(text, mark, end)):
                opened, within = mark, 0
        elif sign in "“„" and opened[0] in "“„":
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
    return [_trim(text, q) for q in found]


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
    return Quoted(start, end, quoted.open, quoted.close)


def mask(text: str, start: int, end: int, quoted: list[Quoted]) -> str:
    """Return the paragraph with what is quoted blanked out, of the same length.

    ``\\x00`` stands for quoted characters and marks, ``\\x01`` for a closing mark behind a full sentence.
    """
    out = list(text[start:end])
    for q in quoted:
        for i in range(q.open, q.close):
            out[i - start] = "\x00"
        if text[q.end - 1 : q.end] in ".?!…":
            out[q.close - 1 - start] = "\x01"
    return "".join(out)


def sentence_bounds(masked: str) -> list[int]:
    """Offsets at which the sentences of a masked paragraph end, the paragraph's own end included."""
    ends = [m.end() for m in _SENTENCE_END.finditer(masked)]
    if not ends or ends[-1] < len(masked):
        ends.append(len(masked))
    return ends
