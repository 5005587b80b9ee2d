"""Which zone a line stands in: a news article or a press release, each read in one pass."""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.layout.byline import read_byline
from extractor.layout.lines import BLANK, Line
from extractor.layout.news import read_news
from extractor.layout.pages import Page
from extractor.layout.phrases import kind_of
from extractor.layout.press import read_press

_BYLINE_WITHIN = re.compile(r"(?<=[\s.?!])\[[^\[\]]{0,40}뉴스핌\s?\]\s*(?=[가-힣]{2,5}\s)")
#: What a ministry's site puts before the headline of its release.
_TITLE_TAG = re.compile(
    r"[(\[](?:보도|참고|설명|해명|(?:[가-힣]{0,4}[장차]관)?동정)(?:참고|설명|해명)?(?:자료)?[)\]]"
)
_SIGNED = re.compile(r"[가-힣]{2,4}\s?(?:[가-힣]{2,8}\s)?(?:기자|특파원)(?:\s*$|\s*[=＝]|\s+[A-Za-z0-9._]+@)")
#: '가람부(장관 홍길동)는': how a release names its sender.
_SENDER = re.compile(r"[가-힣]{2,12}(?:부|처|청|위원회)\s?\((?:장관|청장|처장|위원장)\s?:?\s?[가-힣]{2,4}")
_SUMMARY_END = re.compile(r"AI가 자동 생성한 요약[^.!?\[]{0,40}[.!?]")


#: '(가람부, 2023.09.15.)': how a ministry's site closes its releases.
_CLOSED = re.compile(r"\([가-힣]{2,10}(?:부|처|청|위원회),\s?\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\)")


def is_press_release(lines: list[Line], kinds: list[str], news: bool) -> bool:
    """Tell a ministry's press release from a news article by its letterhead, labels and signs."""
    if news:
        return False
    score = sum(k in ("letterhead", "release", "contact") for k in kinds[:40])
    tagged = bool(lines) and _TITLE_TAG.match(lines[0].text) is not None
    score += tagged
    if any(k == "field" for k in kinds[:12]) and any("부처" in x.text[:5] for x in lines[:12]):
        return True
    if any(_CLOSED.fullmatch(line.text) for line in lines[-3:]):
        return True
    unsigned = not any(_SIGNED.search(line.text) for line in lines if len(line.text) < 120)
    if unsigned and (tagged or any(_SENDER.match(line.text) for line in lines[1:8])):
        return True
    squares = sum(line.text[0] in "□ㅁ" for line in lines)
    return score >= 2 or squares >= 2 or (score >= 1 and squares >= 1) or any(k == "answered" for k in kinds)


def unfold(lines: list[Line]) -> list[Line]:
    """Cut the lines of flattened pages: a site's summary and what stands before a byline."""
    out: list[Line] = []
    for line in lines:
        cuts = [m.end() for m in _SUMMARY_END.finditer(line.text)] if "자동 생성" in line.text else []
        match = _BYLINE_WITHIN.search(line.text, 2) if "뉴스핌]" in line.text else None
        if match and read_byline(line.text[match.start() :]) is not None:
            cuts.append(match.start())
        if not cuts:
            out.append(line)
            continue
        for start, end in pairwise([0, *sorted(cuts), len(line.text)]):
            part = line.text[start:end]
            text = part.strip(BLANK)
            if text:
                at = line.start + start + len(part) - len(part.lstrip(BLANK))
                out.append(Line(at, at + len(text), line.indent, line.gap and start == 0, text))
    return out


def read_zones(lines: list[Line]) -> Page:
    """Give every line its zone; bylines and e-mails are cut off the lines that they share with text."""
    lines = unfold(lines)
    kinds = [kind_of(line.text)[0] for line in lines]
    bylines = [
        read_byline(line.text) if line.text[0] in "[［【(" or line.text.find("=", 0, 80) >= 0 else None
        for line in lines
    ]
    news = any(b and b.outlet for b in bylines) or any("@newspim" in line.text for line in lines)
    if is_press_release(lines, kinds, news):
        page = Page("press_release")
        read_press(page, lines, kinds)
    else:
        page = Page("news")
        read_news(page, lines, kinds, bylines)
    return page
