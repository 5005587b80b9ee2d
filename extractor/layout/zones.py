"""Which zone a line stands in: one pass over the lines, from the headline to the end of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.layout.byline import Byline, is_sign_off, read_byline
from extractor.layout.lines import EMAIL, PHONE, Line, Marker, bracketed, marker_of
from extractor.layout.phrases import kind_of
from extractor.records import Zone

_CREDIT_WORDS = r"사진|그림|그래픽|자료|출처|표|제공|캡처|일러스트|Photo|이미지|차트"
_CREDIT = re.compile(
    rf"[\[<(［〈]\s*(?:{_CREDIT_WORDS})[^\[\]<>()［］〈〉=:]{{0,12}}\s*[=:＝][^\[\]<>［］〈〉]{{1,60}}[\]>)］〉]"
    rf"|[\[<(]\s*[^\[\]<>()=]{{1,20}}\s*(?:사진\s?제공|자료\s?제공|제공|캡처|캡쳐)\s*[\]>)]"
    rf"|/?\s?(?:사진|자료)\s?(?:제공)?\s?[=:]\s?[^\s.]{{2,20}}\s*(?:제공)?\s*\|?$"
)
_STAMP = re.compile(
    r"\d{4}\s?[.-]\s?\d{1,2}\s?[.-]\s?\d{1,2}\.?\s*(?:[A-Za-z0-9._+-]+@\S*|/?\s?[가-힣]{2,4}\s?기자)\s*\|?$"
    r"|/\s?[가-힣]{2,4}\s?기자\s+[A-Za-z0-9._+-]+@\S*$"
)
_TAGGED = re.compile(
    r"\[(?:사진|포토|영상|사진\s?뉴스|포토\s?뉴스|그래픽|종합|속보|1보|2보|인터뷰|단독|인사|부고|전문)[^\]]{0,10}\]"
)
_SENTENCE_END = re.compile(r"(?:[다요음임함됨까죠네]|[)\]\"”'’])[.?!]?[\"”'’)]?$")
_PROSE = re.compile(r"다\.[\"”'’)]?\s|다\.[\"”'’)]?$")
_SUBTITLE = re.compile(r"[-–―－<＜《]\s*(?P<in>\S.*?)\s*[-–―－>＞》]?$")
_OFFICE = re.compile(
    r"\((?:장관|청장|처장|위원장|원장|차관|사장|회장|이사장|단장|본부장)\s*:?\s*직?무?대?행?\s*[가-힣]{2,4}"
)


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


def is_press_release(lines: list[Line], kinds: list[str], news: bool) -> bool:
    """Tell a ministry's press release from a news article by its letterhead, labels and signs."""
    if news:
        return False
    score = sum(k in ("letterhead", "release", "contact") for k in kinds[:40])
    squares = sum(line.text[0] in "□ㅁ" for line in lines)
    return score >= 2 or squares >= 2 or (score >= 1 and squares >= 1) or any(k == "answered" for k in kinds)


def read_zones(lines: list[Line]) -> Page:
    """Give every line its zone; bylines and e-mails are cut off the lines that they share with text."""
    kinds = [kind_of(line.text)[0] for line in lines]
    bylines = [
        read_byline(line.text) if "=" in line.text[:80] or "뉴스핌" in line.text[:30] else None
        for line in lines
    ]
    news = any(b and b.outlet for b in bylines) or any("@newspim" in line.text for line in lines)
    if is_press_release(lines, kinds, news):
        page = Page("press_release")
        _press(page, lines, kinds)
    else:
        page = Page("news")
        _news(page, lines, kinds, bylines)
    return page


# ------------------------------------------------------------------------------------------- news


def _news(page: Page, lines: list[Line], kinds: list[str], bylines: list[Byline | None]) -> None:
    first = next((i for i, b in enumerate(bylines) if b), None)
    top = first if first is not None else _top_without_byline(lines, kinds)
    title = _title_line(lines, kinds, top)
    summary = False
    subtitles = 0
    for i in range(top):
        line, kind = lines[i], kinds[i]
        summary = (summary or kind == "summary") and kind != "summary_end"
        zone: Zone
        if summary or kind in ("summary", "summary_end"):
            zone = "summary"
        elif i == title:
            zone = "title"
        elif kind or i < title or line.text == lines[title].text:
            zone = "furniture"
        elif is_sign_off(line.text) or _is_reporter_line(line.text):
            zone = "byline"
        elif _CREDIT.search(line.text) or _STAMP.search(line.text):
            zone = "caption"
        elif subtitles < 5:
            zone = "subtitle"
            subtitles += 1
        else:
            zone = "body"
        _add(page, line, zone, "caption" if zone == "caption" else "")
    _news_body(page, lines, kinds, bylines, top)


def _title_line(lines: list[Line], kinds: list[str], top: int) -> int:
    """The first line of text behind the menus, before any stamp."""
    stamp = next((i for i in range(top) if kinds[i] == "stamp"), top)
    menus = [i for i in range(stamp) if kinds[i] in ("menu", "tool", "url", "page")]
    after = menus[-1] + 1 if menus else 0
    candidates = [i for i in range(after, stamp) if not kinds[i]] or [i for i in range(top) if not kinds[i]]
    return candidates[0] if candidates else -1


def _top_without_byline(lines: list[Line], kinds: list[str]) -> int:
    """Where the body begins when no byline says so: at the first line of prose."""
    seen = False
    for i, line in enumerate(lines):
        if kinds[i]:
            continue
        if seen and (_PROSE.search(line.text) or marker_of(line.text) or len(line.text) > 90):
            return i
        seen = True
    return (
        len(lines)
        if len(lines) <= 4 and not any(_PROSE.search(x.text) for x in lines)
        else min(1, len(lines))
    )


def _is_reporter_line(text: str) -> bool:
    return len(text) < 40 and bool(
        re.fullmatch(r"(?:\[?[가-힣=·\s]*뉴스핌\]?\s*)?[가-힣]{2,4}\s?(?:\S+\s)?기자\s*=?", text)
    )


def _news_body(
    page: Page, lines: list[Line], kinds: list[str], bylines: list[Byline | None], top: int
) -> None:
    lead, closed, ended, summary = True, False, False, False
    photo = bool(page.pieces) and any(
        p.zone == "title" and re.match(r"\[(?:사진|포토)", p.line.text) for p in page.pieces
    )
    bodies = [i for i in range(top, len(lines)) if not kinds[i]]
    last_prose = max(
        (i for i in bodies if len(lines[i].text) > 40 and _PROSE.search(lines[i].text)), default=-1
    )
    for i in range(top, len(lines)):
        line, kind = lines[i], kinds[i]
        text = line.text
        summary = (summary or kind == "summary") and kind != "summary_end"
        byline = bylines[i]
        glued = (
            i + 1 < len(lines)
            and bylines[i + 1] is not None
            and (_TAGGED.match(text) is not None or (ended and not _PROSE.search(text) and len(text) < 90))
        )
        if summary or kind in ("summary", "summary_end"):
            _add(page, line, "summary")
        elif glued:
            closed = ended = False
            lead = True
            photo = bool(re.match(r"\[(?:사진|포토)", text))
            _add(page, line, "title")
        elif kind == "close" or closed:
            closed = True
            _add(page, line, "furniture")
        elif is_sign_off(text):
            _add(page, line, "byline", "sign_off")
            ended = True
        elif kind == "contact" and (PHONE.search(text) or ":" in text[:12]):
            _add(page, line, "contact")
        elif kind in ("stamp", "tool", "menu", "url", "page"):
            _add(page, line, "furniture")
        elif byline is not None:
            stamped = _STAMP.search(text) is not None or _CREDIT.search(text) is not None
            caption = photo or (stamped and (page.bylines != [] or not lead))
            page.bylines.append((line.start, byline))
            zone: Zone = "caption" if caption else "lead" if lead else "body"
            _split(page, line, byline.end, zone)
            lead = lead and caption and not photo
            ended = photo and _STAMP.search(text) is not None
        elif _CREDIT.search(text) or _STAMP.search(text):
            _split(page, line, 0, "caption")
            ended = ended or (photo and _STAMP.search(text) is not None)
        elif ended and i > last_prose:
            _add(page, line, "furniture")
        elif photo:
            _add(page, line, "caption")
        else:
            marker = marker_of(text)
            zone = (
                "lead" if lead and not marker else "bullet" if marker and marker.kind != "subhead" else "body"
            )
            lead = lead and zone != "lead"
            _split(page, line, 0, zone)


def _split(page: Page, line: Line, cut: int, zone: Zone) -> None:
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


def _add(page: Page, line: Line, zone: Zone, role: str = "") -> None:
    page.pieces.append(_piece(line, line.start, line.end, zone, role))


# ---------------------------------------------------------------------------------- press releases


def _press(page: Page, lines: list[Line], kinds: list[str]) -> None:
    body = _press_body(lines, kinds)
    header = [i for i in range(body) if kinds[i] in ("release", "contact", "letterhead", "url", "slogan")]
    contact = False
    zones: dict[int, Zone] = {}
    for i in range(body):
        kind, text = kinds[i], lines[i].text
        if kind == "contact":
            contact = PHONE.search(text) is None
        elif kind in ("release", "letterhead", "url", "slogan", "page", "menu", "tool", "stamp", "close"):
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
    if title is None or _PROSE.search(lines[title].text):
        title = next(
            (i for i in free if not _is_ministry(lines[i].text) and not _is_subtitle(lines[i].text)), None
        )
    _press_head(page, lines, zones, body, title)
    _press_rest(page, lines, kinds, body)


def _press_head(page: Page, lines: list[Line], zones: dict[int, Zone], body: int, title: int | None) -> None:
    previous: Zone = "furniture"
    dashed = any(_is_subtitle(lines[i].text) for i in range(body) if i not in zones)
    for i in range(body):
        zone: Zone = zones.get(i, "furniture")
        if i not in zones and title is not None and i >= title:
            wrapped = previous == "title" and not lines[i].gap and not _is_subtitle(lines[i].text)
            hanging = wrapped and (
                dashed or lines[i].indent > lines[title].indent or lines[i - 1].text[-1] in ",·"
            )
            zone = "title" if i == title or hanging else "subtitle"
        _add(page, lines[i], zone)
        previous = zone


def _press_body(lines: list[Line], kinds: list[str]) -> int:
    """Index of the first line of the body: the first square or paragraph, else the first entry."""
    for i, line in enumerate(lines):
        if kinds[i] in ("denied", "answered"):
            return i
        if line.text[0] in "□■ㅁ▣◇" and marker_of(line.text):
            return i
        below = not kinds[i] and any(not k for k in kinds[:i]) and not _is_subtitle(line.text)
        prose = len(line.text) > 20 and _PROSE.search(line.text) is not None
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


def _press_rest(page: Page, lines: list[Line], kinds: list[str], body: int) -> None:
    lead, denied, contact, closed = True, False, False, False
    for i in range(body, len(lines)):
        line, kind = lines[i], kinds[i]
        text = line.text
        marker = marker_of(text)
        if kind == "close":
            closed = True
        if kind == "denied":
            denied = True
        elif kind == "answered":
            denied = False
        reached = PHONE.search(text) is not None and not _PROSE.search(text) and (marker is None or contact)
        contact = kind == "contact" or reached or (contact and _is_cell(text) and bracketed(text) is None)
        furniture = kind in ("menu", "tool", "stamp")
        if closed or furniture or (kind in ("release", "letterhead", "url", "page") and not contact):
            _add(page, line, "furniture")
        elif contact:
            _add(page, line, "contact")
        elif kind in ("denied", "answered"):
            _add(page, line, "denied" if denied else "body", "heading")
        elif denied:
            _split(page, line, 0, "denied")
        elif _CREDIT.search(text) and not (marker and marker.level == 1):
            _split(page, line, 0, "caption")
        elif lead and (marker is None or marker.level <= 1) and bracketed(text) is None:
            _split(page, line, 0, "lead")
            lead = False
        elif marker and (marker.level > 1 or marker.kind in ("number", "note")):
            _split(page, line, 0, "bullet")
        else:
            _split(page, line, 0, "body")
