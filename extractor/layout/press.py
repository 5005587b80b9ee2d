"""Zones of a ministry's press release: letterhead, contacts, headline, squares and circles, denials."""

from __future__ import annotations

import re

from extractor.layout.lines import PHONE, Line, bracketed, marker_of
from extractor.layout.pages import PROSE, Page, add, is_credit, split
from extractor.records import Zone

_SUBTITLE = re.compile(r"[-–―－<＜《]\s*(?P<in>\S.*?)\s*[-–―－>＞》]?$")
_OFFICE = re.compile(
    r"\(\s?(?:장관|청장|처장|위원장|원장|차관|사장|회장|이사장|단장|본부장)\s*:?\s*직?무?대?행?\s*[가-힣]{2,4}"
)
#: How an appendix opens, which ends the block of officials.
_ATTACHED = re.compile(r"(?:붙\s?임|참\s?고|별\s?첨|첨\s?부|부\s?록)\s?\d{0,2}(?:[\s.:：]|$)(?!\s?[:：])")


def read_press(page: Page, lines: list[Line], kinds: list[str]) -> None:
    body = _body(lines, kinds)
    header = [i for i in range(body) if kinds[i] in ("release", "contact", "letterhead", "url", "slogan")]
    contact = False
    zones: dict[int, Zone] = {}
    for i in range(body):
        kind, text = kinds[i], lines[i].text
        if kind == "contact":
            contact = PHONE.search(text) is None
        elif kind in (
            "release",
            "letterhead",
            "url",
            "slogan",
            "page",
            "menu",
            "tool",
            "stamp",
            "close",
            "related",
            "field",
        ):
            contact = contact and kind in ("page", "menu")
        elif PHONE.search(text) or (contact and not lines[i].gap and _is_cell(text)):
            zones[i] = "contact"
            contact = PHONE.search(text) is None
            continue
        else:
            contact = False
            continue
        zones[i] = "contact" if kind == "contact" else "furniture"
    free = [i for i in range(body) if i not in zones]
    anchors = [i for i in header if kinds[i] in ("release", "contact", "letterhead")] or [-1]
    last = max([*anchors, *(i for i, z in zones.items() if z == "contact")])
    title = next((i for i in free if i > last and not _is_subtitle(lines[i].text)), None)
    if title is None or PROSE.search(lines[title].text):
        title = next(
            (i for i in free if not _is_ministry(lines[i].text) and not _is_subtitle(lines[i].text)), None
        )
    if title is not None:  # the page's own headline stands above that of the sheet
        words = _squash(lines[title].text)
        title = next((i for i in free if i < title and words in _squash(lines[i].text)), title)
    _head(page, lines, zones, body, title)
    _rest(page, lines, kinds, body)


def _head(page: Page, lines: list[Line], zones: dict[int, Zone], body: int, title: int | None) -> None:
    previous: Zone = "furniture"
    again = _squash(lines[title].text) if title is not None else ""
    dashed = any(_is_subtitle(lines[i].text) for i in range(body) if i not in zones)
    for i in range(body):
        zone: Zone = zones.get(i, "furniture")
        if i not in zones and title is not None and i >= title:
            wrapped = previous == "title" and not lines[i].gap and not _is_subtitle(lines[i].text)
            hanging = wrapped and (
                dashed or lines[i].indent > lines[title].indent or lines[i - 1].text[-1] in ",·"
            )
            repeated = len(lines[i].text) > 5 and _squash(lines[i].text) in again
            zone = "title" if i == title or hanging else "furniture" if repeated else "subtitle"
        add(page, lines[i], zone)
        previous = zone


def _squash(text: str) -> str:
    return "".join(text.split())


def _body(lines: list[Line], kinds: list[str]) -> int:
    """Index of the first line of the body: the first square or paragraph, else the first entry."""
    for i, line in enumerate(lines):
        if kinds[i] in ("denied", "answered"):
            return i
        if line.text[0] in "□■ㅁ▣◇" and marker_of(line.text):
            return i
        below = not kinds[i] and any(not k for k in kinds[:i]) and not _is_subtitle(line.text)
        prose = len(line.text) > 20 and PROSE.search(line.text) is not None
        if below and (prose or _OFFICE.search(line.text)):
            return _paragraph_start(lines, kinds, i)
    for i, line in enumerate(lines):
        marker = None if kinds[i] else marker_of(line.text)
        if marker and marker.word not in "-–―－*※":
            return i
    return len(lines)


def _paragraph_start(lines: list[Line], kinds: list[str], at: int) -> int:
    """The first line of the paragraph that holds a line, the headline before it left alone."""
    while not lines[at].gap and not kinds[at - 1] and any(not k for k in kinds[: at - 1]):
        if _is_subtitle(lines[at - 1].text) or lines[at].indent > lines[at - 1].indent == 0:
            break
        at -= 1
    return at


def _is_cell(text: str) -> bool:
    return len(text) < 40 and not text.endswith(("다", "다.")) and marker_of(text) is None


def _is_subtitle(text: str) -> bool:
    return text[0] in "-–―－" and _SUBTITLE.match(text) is not None


def _is_ministry(text: str) -> bool:
    return re.fullmatch(r"[가-힣·]{2,12}(?:부|처|청|위원회|원|실)(?:\s[가-힣]{2,12})?", text) is not None


def _rest(page: Page, lines: list[Line], kinds: list[str], body: int) -> None:
    lead, denied, contact, closed = True, False, False, False
    for i in range(body, len(lines)):
        line, kind = lines[i], kinds[i]
        text = line.text
        marker = marker_of(text)
        if kind in ("close", "related"):
            closed = True
        if kind == "denied":
            denied = True
        elif kind == "answered":
            denied = False
        reached = (
            "0" in text
            and PHONE.search(text) is not None
            and not PROSE.search(text)
            and (marker is None or contact)
        )
        goes_on = contact and _is_cell(text) and bracketed(text) is None and _ATTACHED.match(text) is None
        contact = kind == "contact" or reached or goes_on
        furniture = kind in ("menu", "tool", "stamp", "field")
        if closed or furniture or (kind in ("release", "letterhead", "url", "page") and not contact):
            add(page, line, "furniture")
        elif contact:
            add(page, line, "contact")
        elif kind in ("denied", "answered"):
            add(page, line, "denied" if denied else "body", "heading")
        elif denied:
            split(page, line, 0, "denied")
        elif is_credit(text) and not (marker and marker.level == 1):
            split(page, line, 0, "caption")
        elif lead and (marker is None or marker.level <= 1) and bracketed(text) is None:
            split(page, line, 0, "lead")
            lead = False
        elif marker and (marker.level > 1 or marker.kind in ("number", "note")):
            split(page, line, 0, "bullet")
        else:
            split(page, line, 0, "body")
