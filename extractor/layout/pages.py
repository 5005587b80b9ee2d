"""A page in the making: lines and the parts of them that have zones of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.layout.byline import END_MARK, SIGNED_BEHIND, Byline
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
#: '…전경. /가람시', '…하고 있다./홍길동 기자': a picture's text with whose picture it is.
_SOURCE = r"(?!\d)[가-힣A-Za-z0-9&·()=㈜]{2,24}(?:\s?[가-힣]{2,8}){0,2}\s?\.?$"
_SOURCED = re.compile(
    rf"[.)\]”’\"']\s?/\s?{_SOURCE}"
    rf"|(?:모습|전경|[가감념시]도|위치도|노선도|장면|이미지|[가-힣]식|[가-힣]는 [가-힣]+)\s?/\s?{_SOURCE}"
    r"|[가-힣]\s?/\s?(?:[가-힣]{0,6}(?:뉴스|뉴스1|통신|일보|신문|경제|기자|제공|DB|로이터|뉴시스)|AP|AFP)"
    r"(?:[가-힣 ]{0,8})$"
)
#: A sentence ends in the line.
PROSE = re.compile(r"다\s?\.[\"”'’)]?(?:\s|$)")


def is_credit(text: str) -> bool:
    """Tell whether a line says who took a picture: [사진=산업부], <자료=…>, /사진=…."""
    hint = "=" in text or ":" in text or "제공" in text or "캡" in text or "＝" in text
    return hint and _CREDIT.search(text) is not None


def is_caption(text: str) -> bool:
    """Tell whether a line between headline and text tells of a picture: it ends in whose picture it is."""
    return "/" in text[-30:] and len(text) < 260 and _SOURCED.search(text, max(0, len(text) - 60)) is not None


def is_stamp(text: str) -> bool:
    """Tell whether a line ends in when and by whom: 2023.05.22 hong@newspim.com."""
    return ("@" in text or "기자" in text) and _STAMP.search(text) is not None


#: So long who wrote it is, behind the last sentence.
_SIGNATURE = 48


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
    #: Where headlines of other articles begin, -1 where there are none.
    over: int = -1


def split(page: Page, line: Line, cut: int, zone: Zone) -> None:
    """Add a line whose byline ends at ``cut``; an e-mail or a reporter at its end is cut off, too."""
    if cut:
        page.pieces.append(_piece(line, line.start, line.start + cut, "byline", "byline"))
    end = line.end
    if line.text[-1] == "|":
        end -= len(line.text) - len(line.text[:-1].rstrip())
    if "(끝)" in line.text and (ended := END_MARK.search(line.text)):
        end = line.start + ended.start()
    text = line.text[: end - line.start]
    mail = end
    if "@" in text:
        mails = [m for m in EMAIL.finditer(text) if m.end() == len(text)]
        mail = mails[-1].start() + line.start if mails else end
    if "기자" in text[-_SIGNATURE:] and (
        signed := SIGNED_BEHIND.search(text, max(cut, len(text) - _SIGNATURE))
    ):
        mail = line.start + signed.start()
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
