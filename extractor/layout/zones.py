"""Which zone a line stands in: a news article or a press release, each read in one pass."""

from __future__ import annotations

from extractor.layout.byline import read_byline
from extractor.layout.lines import Line
from extractor.layout.news import read_news
from extractor.layout.pages import Page
from extractor.layout.phrases import kind_of
from extractor.layout.press import read_press


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
        read_press(page, lines, kinds)
    else:
        page = Page("news")
        read_news(page, lines, kinds, bylines)
    return page
