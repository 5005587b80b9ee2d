"""A page in the making: lines and the parts of them that have zones of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.layout.byline import Byline
from extractor.layout.lines import EMAIL, Line, Marker, marker_of
from extractor.records import Zone

_CREDIT_WORDS = r"사진|그림|그래픽|자료|출처|표(?=\s*[=:])|제공|캡처|일러스트|Photo|이미지|차트"
_CREDIT = re.compile(
    rf"[\[<(［〈]\s*(?:{_CREDIT_WORDS})[^\[\]<>()［］〈〉=:]{{0,12}}\s*[=:＝][^\[\]<>［］〈〉]{{1,60}}[\]>)］〉]"
    rf"|[\[<(]\s*[^\[\]<>()=]{{1,20}}\s*(?:사진\s?제공|자료\s?제공|제공|캡처|캡쳐)\s*[\]>)]"
    rf"|/?\s?(?:사진|자료)\s?(?:제공)?\s?[=:]\s?[^\s.]{{2,20}}\s*(?:제공)?\s*\|?$"
)
_STAMP = re.compile(
    r"\d{4}\s?[.-]\s?\d{1,2}\s?[.-]\s?\d{1,2}\.?\s*(?:[A-Za-z0-9._+-]+@\S*|/?\s?[가-힣]{2,4}\s?기자)\s*\|?$"
    r"|/\s?[가-힣]{2,4}\s?기자\s+[A-Za-z0-9._+-]+@\S*$"
)
#: A sentence ends in the line.
PROSE = re.compile(r"다\.[\"”'’)]?\s|다\.[\"”'’)]?$")


def is_credit(text: str) -> bool:
    """Tell whether a line says who took a picture: [사진=산업부], <자료=…>, /사진=…."""
    hint = "=" in text or ":" in text or "제공" in text or "캡" in text or "＝" in text
    return hint and _CREDIT.search(text) is not None


def is_stamp(text: str) -> bool:
    """Tell whether a line ends in when and by whom: 2023.05.22 hong@newspim.com."""
    return ("@" in text or "기자" in text) and _STAMP.search(text) is not None


class Piece(NamedTuple):
    """A line, or the part of one that has a zone of its own."""

    start: int
    end: int
    zone: Zone
    role: str
    line: Line
    marker: Marker | None


@dataclass(slots=True)
class Page:
    """What the pass over the lines found."""

    kind: str
    pieces: list[Piece] = field(default_factory=list)
    bylines: list[tuple[int, Byline]] = field(default_factory=list)


def split(page: Page, line: Line, cut: int, zone: Zone) -> None:
    """Add a line whose byline ends at ``cut``; an e-mail at its end is cut off, too."""
    if cut:
        page.pieces.append(_piece(line, line.start, line.start + cut, "byline", "byline"))
    end = line.end
    if line.text[-1] == "|":
        end -= len(line.text) - len(line.text[:-1].rstrip())
    mail = end
    if "@" in line.text:
        mails = [m for m in EMAIL.finditer(line.text[: end - line.start]) if m.end() == end - line.start]
        mail = mails[-1].start() + line.start if mails else end
    if mail > line.start + cut:
        page.pieces.append(_piece(line, line.start + cut, mail, zone, "caption" if zone == "caption" else ""))
    if mail < end:
        page.pieces.append(_piece(line, mail, end, "byline", "mail"))


def _piece(line: Line, start: int, end: int, zone: Zone, role: str = "") -> Piece:
    text = line.text[start - line.start : end - line.start]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    return Piece(
        start, max(start, end), zone, role, line, marker_of(line.text) if start == line.start else None
    )


def add(page: Page, line: Line, zone: Zone, role: str = "") -> None:
    page.pieces.append(_piece(line, line.start, line.end, zone, role))
