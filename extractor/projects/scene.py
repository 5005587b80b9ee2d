"""What the finders look up again and again in a draft, indexed once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractor.draft import Draft, Morph
from extractor.records import ROW_ZONES, Mention

Span = tuple[int, int]


class Scene:
    """Indexes over a draft: morphemes by start and end, the spans of what lower rooms found.

    Attributes
    ----------
    at, till : dict of int to int
        Index of the first morpheme that starts, the last one that ends at an offset.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.morphs = draft.morphs
        self.at: dict[int, int] = {}
        self.till: dict[int, int] = {}
        self.order = [m.start for m in draft.morphs]
        for i, m in enumerate(draft.morphs):
            if m.end > m.start:
                self.at.setdefault(m.start, i)
                self.till[m.end] = i
        self.money = _spans(draft.amounts)
        self.days = _spans(draft.dates)
        self.meetings = _spans(draft.meetings)
        self.people = sorted({s for o in draft.officials for s in o.spans or ((o.char_start, o.char_end),)})
        self.places = {e.char_start: e for e in draft.entities if e.label == "LOC"}
        self.bodies = _spans([e for e in draft.entities if e.label == "ORG"])
        self.known = {h.start: h for h in draft.hits}

    def index_from(self, offset: int) -> int:
        """Index of the first morpheme that starts at or after the offset."""
        return bisect_left(self.order, offset)

    def morphs_in(self, low: int, high: int) -> list[Morph]:
        return self.morphs[bisect_left(self.order, low) : bisect_left(self.order, high)]

    def headline(self, offset: int) -> bool:
        """Tell whether the offset stands in a headline that is no sentence."""
        if self.draft.layout.zone_at(offset) not in ("title", "subtitle"):
            return False
        low, high = self.draft.sentence_at(offset)
        return self.text[max(low, high - 1) : high] not in (".", "?", "!")

    def row_zone(self, offset: int) -> bool:
        return self.draft.layout.zone_at(offset) in ROW_ZONES


def _spans(mentions: Sequence[Mention]) -> list[Span]:
    return sorted((m.char_start, m.char_end) for m in mentions)


def touching(spans: list[Span], low: int, high: int) -> Span | None:
    """The first of the sorted, disjoint spans that shares characters with [low, high)."""
    i = bisect_right(spans, (low, low)) - 1
    for span in spans[max(i, 0) : i + 3]:
        if span[0] < high and span[1] > low:
            return span
    return None
