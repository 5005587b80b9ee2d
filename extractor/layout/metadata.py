"""What stands around an article: headline, byline, publisher, day of publication."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal

from extractor.draft import Block
from extractor.layout.byline import Byline, is_sign_off, outlet_names, reporters_in
from extractor.layout.lines import EMAIL, Line
from extractor.layout.pages import Page
from extractor.layout.phrases import kind_of
from extractor.layout.signed import is_reporter_line, is_time_line, outlet_in
from extractor.load import lexicon
from extractor.records import Article

_URL = re.compile(
    r"https?://(?:[\w-]+\.)*newspim\.com/(?:[\w-]+/)*view/(?P<id>(?:19|20)\d{9,13})[^\s<>\"')\]]*"
)
_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)?\d{2})\s*(?:년|[.\-/])\s*(?P<m>\d{1,2})\s*(?:월|[.\-/])\s*(?P<d>\d{1,2})(?!\d)"
    r"(?:\s*일?\s*(?P<h>\d{1,2}):(?P<min>\d{2}))?"
)
_ENTERED = re.compile(r"(?:기사\s?입력|기사\s?등록|입력|등록|승인|송고시간)\s*[:：]?\s*(?=\d)")
_UPDATED = re.compile(r"(?:최종\s?수정|기사\s?수정|수정|업데이트)\s*[:：]\s*(?=\d)")
#: A line that is nothing but the day, with the time or the reporter, among the first lines.
_STAMPED = re.compile(
    r"(?:19|20)\d\d\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}\.?(?:\s*\(?[월화수목금토일]\)?)?"
    r"(?:\s+(?:오[전후]\s)?\d{1,2}:\d{2}(?::\d{2})?)?(?=\s|$)"
)
_HEADER = 8
_RELEASED = re.compile(r"(?:보도시점|보도일시|보도일자|엠바고)")
_HANDED_OUT = re.compile(r"(?:배포일시|배포일자|배포일|배포|등록일|작성일)")
_REQUEST = re.compile(r"보도하여\s?주시기|보도해\s?주시기|이후\s?보도|조간|석간")
_OFFICE = re.compile(
    r"([가-힣]{2,12}(?:부|처|청|위원회|원|실))(?:\s[가-힣]{2,12}(?:원|청|본부|실))?\s*\((?:장관|청장|처장|위원장|원장|실장)"
)

_NEWSPIM = re.compile(r"@newspim\.com|newspim\.com/|뉴스핌\s?\(?Newspim")
_LETTERHEAD = re.compile(r"보\s*도\s*(?:참\s*고|설\s*명|해\s*명)?\s*자\s*료|(?:설명|해명|참고)자료")
_ISSUER = re.compile(r"([가-힣A-Za-z]{2,14})\s+보\s?도\s?(?:참고|설명|해명)?\s?자\s?료\s*[/|]?")
_AGENCY = re.compile(
    r"[A-Z][A-Za-z]{2,}|[가-힣]{2,10}(?:공사|공단|진흥원|연구원|위원회|협회|은행|재단|관리원|기술원|청|처)"
)
#: '- 부처: 가람부', '가람부 등록일 2014-10-11': a page that names its office.
_FILED = re.compile(
    r"(?:[-*•]\s?)?(?:부처|기관|제공기관)\s?[:：]\s?(?P<a>[가-힣]{2,14})|(?P<b>[가-힣]{2,12})\s?(?:등록|작성|게시)일시?\s?[:：]?\s?\d{4}"
)
_ASKED = re.compile(r"문의(?:처)?\s?[:：]\s?([가-힣]{2,12})")
_FIRST_WORD = re.compile(r"([가-힣]{2,12}?)(?:은|는|이|가)\s")


def day_in(text: str, from_: int = 0) -> tuple[str, str]:
    """Return the first calendar day of the text and its clock time ('' where there is none)."""
    for match in _DAY.finditer(text, from_):
        year = int(match["y"])
        year += 2000 if year < 100 else 0
        try:
            day = date(year, int(match["m"]), int(match["d"])).isoformat()
        except ValueError:
            continue
        return day, f"{int(match['h']):02d}:{match['min']}" if match["h"] else ""
    return "", ""


@cache
def _ministries() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("ministries", ("word", "valid_from")))


def _in_office(short: str, day: str) -> str:
    """The ministry that a short form such as '산업부' meant on a day; empty when the day is unknown."""
    for row in lexicon("ministries", ("word", "valid_from")):
        known = day and row["valid_from"] <= day and (not row["valid_to"] or day <= row["valid_to"])
        if known and short in row["forms"].split(";"):
            return row["word"]
    return ""


def read_article(text: str, lines: list[Line], page: Page, blocks: list[Block]) -> Article:
    """Read the article's own data from its text; what is not there stays empty."""
    kind: Literal["news", "press_release"] = "press_release" if page.kind == "press_release" else "news"
    titles = [b for b in blocks if b.zone == "title"]
    title = _flat(text[titles[0].start : titles[0].end]) if titles else ""
    after = titles[1].start if len(titles) > 1 else len(text)
    subtitle = "\n".join(
        _flat(text[b.start : b.end]) for b in blocks if b.zone == "subtitle" and b.start < after
    )
    own = lines if page.over < 0 else [line for line in lines if line.start < page.over]
    published, updated = _days(own, kind)
    url = _URL.search(text)
    published = published or _url_day(url)
    bylines = _bylines(page)
    first = bylines[0] if bylines else None
    return Article(
        article_id=f"newspim:{url['id']}" if url else "",
        url=url[0] if url else "",
        outlet=_outlet(text, lines, page, blocks, published),
        kind=kind,
        title=re.sub(r"\s*[|｜\-–]\s*뉴스핌.*$", "", title),
        subtitle=subtitle,
        dateline=first.place if first else "",
        reporters=_reporters(lines, page) if kind == "news" else (),
        reporter_email=_email(text, blocks) if kind == "news" else "",
        published=published,
        updated=updated,
    )


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _url_day(url: re.Match[str] | None) -> str:
    if url is None or len(url["id"]) < 12:
        return ""
    return day_in(f"{url['id'][:4]}-{url['id'][4:6]}-{url['id'][6:8]}")[0]


def _days(lines: list[Line], kind: str) -> tuple[str, str]:
    """Day of publication and the time of the last change, each by the label that gives it."""
    entered = updated = released = handed_out = ""
    for number, line in enumerate(lines):
        text = line.text
        if len(text) > 160:
            continue
        match = _ENTERED.match(text)
        if match and not entered:
            entered = day_in(text, match.end())[0]
        if not entered and kind == "news" and number < _HEADER and (stamp := _STAMPED.match(text)):
            rest = text[stamp.end() :].strip(" |")
            alone = not rest or is_reporter_line(rest) or is_time_line(rest)
            entered = day_in(text)[0] if alone else ""
        match = _UPDATED.search(text) if "수정" in text or "업데이트" in text else None
        if match and not updated:
            day, time = day_in(text, match.end())
            updated = f"{day}T{time}" if day and time else day
        if kind != "press_release" or number > 60:
            continue
        head = text.replace(" ", "")[:8]
        label = _RELEASED.match(head)
        if not released and (label or _REQUEST.search(text)):
            released = day_in(text)[0] or (_next_day(lines, number) if label else "")
        if not handed_out and kind_of(text)[0] == "release" and _DAY.match(text):
            handed_out = day_in(text)[0]
        if not handed_out and _HANDED_OUT.match(head):
            handed_out = day_in(text)[0] or _next_day(lines, number)
    return entered or released or handed_out, updated


def _next_day(lines: list[Line], number: int) -> str:
    return (
        day_in(lines[number + 1].text)[0]
        if number + 1 < len(lines) and len(lines[number + 1].text) < 60
        else ""
    )


def _bylines(page: Page) -> list[Byline]:
    """Return the article's bylines in order, those of its pictures last."""
    pictures = {piece.line.start for piece in page.pieces if piece.zone == "caption"}
    return [b for _, b in sorted(page.bylines, key=lambda found: (found[0] in pictures, found[0]))]


def _reporters(lines: list[Line], page: Page) -> tuple[str, ...]:
    names: list[str] = []
    for byline in _bylines(page):
        names += [n for n in byline.reporters if n not in names]
        if names and byline.place:
            break
    if not names:
        for piece in page.pieces:
            if piece.zone == "byline":
                own = piece.line.text[piece.start - piece.line.start : piece.end - piece.line.start]
                names += [n for n in reporters_in(outlet_names().sub(" ", own)) if n not in names]
    return tuple(names)


def _email(text: str, blocks: list[Block]) -> str:
    """The e-mail of the sign-off, else that of the first caption's author."""
    mails = [
        (b, m[0].rstrip("."))
        for b in blocks
        if b.zone == "byline"
        for m in EMAIL.finditer(text, b.start, b.end)
    ]
    own = [mail for b, mail in mails if is_sign_off(_line_of(text, b))]
    found = own or [mail for _, mail in mails]
    return found[0] if found else ""


def _line_of(text: str, block: Block) -> str:
    start = text.rfind("\n", 0, block.start) + 1
    end = text.find("\n", block.end)
    return text[start : end if end >= 0 else len(text)].strip()


def _outlet(text: str, lines: list[Line], page: Page, blocks: list[Block], day: str) -> str:
    """The byline's agency; of a release its letterhead, else the office that speaks in its first sentence."""
    for byline in _bylines(page):
        if byline.outlet:
            return byline.outlet
    for line in lines[:12]:
        filed = _FILED.match(line.text) if len(line.text) < 60 else None
        if filed and (filed["a"] or filed["b"]) in _ministries():
            return filed["a"] or filed["b"]
    if page.kind == "news":
        named = (outlet_in(p.line.text.strip("<>[]〈〉【】")) for p in page.pieces if p.zone == "byline")
        return "뉴스핌" if _NEWSPIM.search(text) else next(filter(None, named), "")
    body = next((b.start for b in blocks if b.zone in ("lead", "body", "bullet", "denied")), len(text))
    for line in lines:
        if line.start >= body or len(line.text) > 40:
            continue
        head = _LETTERHEAD.sub("", line.text).strip()
        for word in (head, head.split(" ")[0], head.split(" ")[-1]):
            if word in _ministries():
                return word
        issuer = _ISSUER.fullmatch(line.text)
        if issuer and (_in_office(issuer[1], day) or _AGENCY.fullmatch(issuer[1])):
            return _in_office(issuer[1], day) or issuer[1]
    match = _OFFICE.search(text, body)
    if match:
        return match[1]
    for line in lines:
        start = line.text.lstrip("□ㅇ○ ")
        first = _FIRST_WORD.match(start)
        if first and line.end > body and (first[1] in _ministries() or _in_office(first[1], day)):
            return first[1] if first[1] in _ministries() else _in_office(first[1], day)
    header = text[:body]
    found = [(header.find(word), -len(word), word) for word in _ministries() if word in header]
    if not found:  # '홍길동 부총리 겸 가람부장관은 …'
        first_words = text[body : text.find("\n", body) if text.find("\n", body) > 0 else len(text)]
        found = [(first_words.find(w), -len(w), w) for w in _ministries() if w in first_words]
    if not found:  # whom to ask
        asked = (m for line in lines if (m := _ASKED.match(line.text)))
        return next((m[1] for m in asked if m[1] in _ministries()), "")
    return min(found)[2]
