"""Lists of undertakings: runs of items, rows of tables, and heads in parentheses ('(숨가이트 비료공장) …')."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from extractor.draft import Layout, Run
from extractor.projects.phrases import closing
from extractor.projects.scene import Scene, Span
from extractor.projects.vocabulary import heads, stops


@dataclass(frozen=True, slots=True)
class Entry:
    """One list item, table cell or parenthesised head that may name undertakings.

    Attributes
    ----------
    low, high : int
        Where names are looked for.
    scope : Span
        All that speaks of it: the item, the row, the block.
    kind : str
        'item', 'row' or 'heading'.
    agenda : bool
        Whether the list as a whole is one of undertakings.
    sector : Span or None
        The words that rule it.
    tail : Span or None
        The governing words after the list.
    """

    low: int
    high: int
    scope: Span
    kind: str
    agenda: bool
    sector: Span | None = None
    tail: Span | None = None


@cache
def _words(role: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(w) for w in sorted(stops(role), key=len, reverse=True)))


def entries(scene: Scene) -> list[Entry]:
    """All entries of the article, in order."""
    layout = scene.draft.layout
    found: list[Entry] = []
    for run in layout.runs:
        found += _run(scene, layout, run)
    found += _rows(scene)
    taken = sorted(e.scope for e in found)
    for entry in _headings(scene, layout):
        i = bisect_right(taken, (entry.low, entry.high)) - 1
        if i < 0 or taken[i][1] <= entry.low:
            found.append(entry)
    return sorted(found, key=lambda e: (e.low, e.high))


def _run(scene: Scene, layout: Layout, run: Run) -> list[Entry]:
    text = scene.text
    if not scene.row_zone(run.items[0].start):
        return []
    opener = text[slice(*run.opener)] if run.opener else ""
    governor = text[slice(*run.governor)] if run.governor else ""
    block = layout.blocks[run.block] if 0 <= run.block < len(layout.blocks) else None
    heading = block.heading if block else None
    above = text[slice(*heading)] if heading else ""
    if not opener and block is not None:
        before = text.rfind("\n", 0, max(block.start - 1, 0))
        opener = text[before + 1 : run.items[0].start].strip()[-80:]
    around = f"{opener[-80:]} {governor[:60]} {above[-40:]}"
    rule = [m[0] for m in _words("run").finditer(around)]
    ruled_out = [m[0] for m in _words("norun").finditer(around)]
    items = [text[i.start : i.end] for i in run.items]
    named = sum(bool(_named(item)) for item in items)
    agenda = (bool(rule) and len(rule) >= len(ruled_out)) or named * 2 > len(items)
    if ruled_out and not named:
        agenda = False
    sector = run.opener or heading
    return [Entry(i.start, i.end, (i.start, i.end), "item", agenda, sector, run.governor) for i in run.items]


def _named(item: str) -> bool:
    return any(row["kind"] == "project" for _, _, row in heads()(item))


_HEADER = re.compile(r"사업명|프로젝트명?|과제명|사업|공사명|안건|구분")
_TITLED = re.compile(r"사업|프로젝트|과제|공사|예산")


def _rows(scene: Scene) -> list[Entry]:
    """Rows of tab-separated tables whose header or caption speaks of undertakings."""
    text = scene.text
    found: list[Entry] = []
    if "\t" not in text:
        return found
    column = -1
    end = -2
    for m in re.finditer(r"[^\n]*\t[^\n]*", text):
        cells = m[0].split("\t")
        if m.start() > end + 1 or (column < 0 and m.start() > end + 1):
            column = _column(cells, _line_above(text, m.start()))
            end = m.end()
            continue
        end = m.end()
        if column < 0 or column >= len(cells) or not scene.row_zone(m.start()):
            continue
        low = m.start() + sum(len(c) + 1 for c in cells[:column])
        found.append(Entry(low, low + len(cells[column]), m.span(), "row", True))
    return found


def _line_above(text: str, start: int) -> str:
    line = text[:start].rstrip("\n ")
    return line[line.rfind("\n") + 1 :]


def _column(cells: list[str], caption: str) -> int:
    for i, cell in enumerate(cells):
        if re.search(r"사업명|프로젝트|과제명|공사명|안건", cell):
            return i
    if _HEADER.search(cells[0]) and _TITLED.search(caption):
        return 0
    return -1


_PLAIN_HEADS = re.compile(
    r"우리측?|[가-힣]{1,6}측|참고|붙임|별첨|수출|수입|투자|무역|금융|기타|배경|현황|계획|일정|장소|참석|성과|목적"
    r"|[가-힣]{1,6}\s?분야|[가-힣·\s]{1,8}"
)


def _headings(scene: Scene, layout: Layout) -> list[Entry]:
    """Blocks that open with a parenthesised name."""
    text = scene.text
    found = []
    for block in layout.blocks:
        if block.start >= len(text) or text[block.start] != "(" or not scene.row_zone(block.start):
            continue
        end = closing(text, block.start, block.end)
        if end - block.start < 6 or end >= block.end:
            continue
        name = text[block.start + 1 : end - 1]
        if not _named(name) and (_PLAIN_HEADS.fullmatch(name) or " " not in name):
            continue
        found.append(
            Entry(block.start + 1, end - 1, (block.start, block.end), "heading", True, None, (end, block.end))
        )
    return found
