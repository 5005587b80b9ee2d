"""Zones of a news article: menus, headline, subtitles, byline, lead, body, captions, what follows."""

from __future__ import annotations

import re

from extractor.layout.byline import Byline, is_outlet, is_sign_off
from extractor.layout.lines import PHONE, Line, marker_of
from extractor.layout.pages import PROSE, Page, add, is_caption, is_credit, is_stamp, split
from extractor.layout.signed import is_reporter_line, is_time_line
from extractor.records import Zone

#: Before the next line of a wrapped sentence.
_GOES_ON = re.compile(r"[가-힣](?:[을를은는의와과]|에서|으로|하는|되는|해\s온)$")
_SPEAKER = re.compile(r"[<〈]\s?[가-힣]{2,4}\s[^<>]{2,24}(?:장관|차관|실장|본부장|대변인|청장|국장)\s?[>〉]")
_DATED = re.compile(r"(?:19|20)\d\d\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}")
#: In the note that ends a site's summary.
_SUMMARISED = "자동 생성한 요약"
#: How the text of a picture ends.
_SEEN = re.compile(r"(?:있다|모습이다|전경이다|기념\s?촬영했다)\.?$")
_TAGGED = re.compile(
    r"\[(?:사진|포토|영상|사진\s?뉴스|포토\s?뉴스|그래픽|종합|속보|1보|2보|인터뷰|단독|인사|부고|전문)[^\]]{0,10}\]"
)


def read_news(page: Page, lines: list[Line], kinds: list[str], bylines: list[Byline | None]) -> None:
    first = next((i for i, b in enumerate(bylines) if b), None)
    top = first if first is not None else _top_without_byline(lines, kinds)
    title = _title_line(lines, kinds, top)
    broken = _broken_caption(lines, kinds, title, top) if first is None else top
    summary = False
    subtitles = 0
    for i in range(top):
        line, kind = lines[i], kinds[i]
        summary = (summary or kind == "summary") and kind != "summary_end"
        zone: Zone
        if summary or kind in ("summary", "summary_end"):
            zone = "summary"
            summary = summary and _SUMMARISED not in line.text
        elif i == title:
            zone = "title"
        elif i > title and is_reporter_line(line.text):
            zone = "byline"
        elif kind or i < title or line.text == lines[title].text or _is_of_page(line.text):
            zone = "furniture"
        elif is_sign_off(line.text) or is_outlet(line.text):
            zone = "byline"
        elif is_credit(line.text) or is_stamp(line.text) or is_caption(line.text) or i >= broken:
            zone = "caption"
        elif subtitles < 5:
            zone = "subtitle"
            subtitles += 1
        else:
            zone = "body"
        add(page, line, zone, "caption" if zone == "caption" else "")
    _read_body(page, lines, kinds, bylines, top, broken)


def _broken_caption(lines: list[Line], kinds: list[str], title: int, top: int) -> int:
    """Return where a picture's text begins whose sentence is cut into lines, the last of them ``top``."""
    if top >= len(lines) or len(lines[top].text) > 60 or not _SEEN.search(lines[top].text):
        return top
    at = top
    while at - 1 > title and not lines[at].gap and not kinds[at - 1]:
        at -= 1
    return at


def _title_line(lines: list[Line], kinds: list[str], top: int) -> int:
    """The first line of text behind the menus, before any stamp."""
    stamp = next((i for i in range(top) if kinds[i] == "stamp"), top)
    menus = [i for i in range(stamp) if kinds[i] in ("menu", "tool", "url", "page", "field")]
    after = menus[-1] + 1 if menus else 0
    first = next((i for i in range(after, stamp) if not kinds[i]), None)
    if first is not None and _SPEAKER.fullmatch(lines[first].text):  # the minutes of a briefing
        over = [i for i in range(after) if not kinds[i] and not PROSE.search(lines[i].text)]
        over = [i for i in over if not _DATED.match(lines[i].text)]
        if over:
            return over[-1]
    candidates = [i for i in range(after, stamp) if not (kinds[i] or is_reporter_line(lines[i].text))] or [
        i for i in range(top) if not kinds[i]
    ]
    return candidates[0] if candidates else -1


def _is_of_page(line: str) -> bool:
    """Tell whether a line says when, or who speaks, or when who spoke ('2025.11.14 홍길동 장관')."""
    dated = _DATED.match(line) is not None and (len(line) < 30 or is_time_line(line))
    return dated or _SPEAKER.fullmatch(line) is not None


def _wrapped(lines: list[Line], kinds: list[str], at: int) -> int:
    """The first line of the sentence, when the line before it breaks off within it."""
    above = lines[at - 1].text
    if at < 2 or kinds[at - 1] or lines[at].gap or not _GOES_ON.search(above):
        return at
    return at - 1 if len(above) > 25 and len(lines[at].text) < 1.6 * len(above) else at


#: What is longer and ends in a verb is the article itself, which has no headline.
_LONGEST_TITLE = 150


def _top_without_byline(lines: list[Line], kinds: list[str]) -> int:
    """Where the body begins when no byline says so: at the first line of prose."""
    seen = False
    for i, line in enumerate(lines):
        if kinds[i] or is_reporter_line(line.text):
            continue
        if seen and (PROSE.search(line.text) or marker_of(line.text) or len(line.text) > 90):
            return _wrapped(lines, kinds, i)
        if len(line.text) > _LONGEST_TITLE and PROSE.search(line.text):
            return i
        seen = True
    return (
        len(lines) if len(lines) <= 4 and not any(PROSE.search(x.text) for x in lines) else min(1, len(lines))
    )


def _read_body(
    page: Page, lines: list[Line], kinds: list[str], bylines: list[Byline | None], top: int, broken: int
) -> None:
    lead, closed, ended, summary = True, False, False, False
    photo = bool(page.pieces) and any(
        p.zone == "title" and re.match(r"\[(?:사진|포토)", p.line.text) for p in page.pieces
    )
    bodies = [i for i in range(top, len(lines)) if not kinds[i]]
    last_prose = max(
        (i for i in bodies if len(lines[i].text) > 40 and PROSE.search(lines[i].text)), default=-1
    )
    for i in range(top, len(lines)):
        line, kind = lines[i], kinds[i]
        text = line.text
        summary = (summary or kind == "summary") and kind != "summary_end"
        byline = bylines[i]
        if kind == "related" and page.over < 0:
            page.over = line.start
        glued = (
            page.over < 0
            and i + 1 < len(lines)
            and bylines[i + 1] is not None
            and (_TAGGED.match(text) is not None or (ended and not PROSE.search(text) and len(text) < 90))
        )
        if summary or kind in ("summary", "summary_end"):
            add(page, line, "summary")
            summary = summary and _SUMMARISED not in text
        elif glued:
            closed = ended = False
            lead = True
            photo = bool(re.match(r"\[(?:사진|포토)", text))
            add(page, line, "title")
        elif kind == "close" or closed or page.over >= 0:
            closed = True
            add(page, line, "furniture")
        elif is_sign_off(text) or (not lead and is_reporter_line(text)):
            add(page, line, "byline", "sign_off")
            ended = True
        elif kind == "contact" and (PHONE.search(text) or ":" in text[:12]):
            add(page, line, "contact")
        elif kind in ("stamp", "tool", "menu", "url", "page", "field"):
            add(page, line, "furniture")
        elif byline is not None:
            stamped = is_stamp(text) or is_credit(text)
            more = page.bylines != [] or any(b is not None for b in bylines[i + 1 :])
            caption = photo or (stamped and (more or not lead))
            page.bylines.append((line.start, byline))
            zone: Zone = "caption" if caption else "lead" if lead else "body"
            split(page, line, byline.end, zone)
            lead = lead and caption and not photo
            ended = photo and is_stamp(text)
        elif lead and (is_caption(text) or (i == top and top > broken)):
            split(page, line, 0, "caption")
        elif is_credit(text) or is_stamp(text):
            split(page, line, 0, "caption")
            ended = ended or (photo and is_stamp(text))
        elif ended and i > last_prose:
            add(page, line, "furniture")
        elif photo:
            add(page, line, "caption")
        else:
            marker = marker_of(text)
            zone = (
                "lead" if lead and not marker else "bullet" if marker and marker.kind != "subhead" else "body"
            )
            lead = lead and zone != "lead"
            split(page, line, 0, zone)
