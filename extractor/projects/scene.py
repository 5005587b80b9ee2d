"""What the finders look up again and again in a draft, indexed once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import compress
from operator import eq
from typing import Any

from extractor.draft import Draft, Morph
from extractor.load import Row
from extractor.projects.vocabulary import heads
from extractor.records import ROW_ZONES, Entity, Mention

Span = tuple[int, int]


class Spans(list[Span]):
    """Sorted, disjoint spans, to be asked with `touching`; ``lows`` is where they begin."""

    __slots__ = ("lows",)

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        super().__init__(sorted(spans))
        self.lows = [low for low, _ in self]


#: Heads only within a proper name written together.
_WITHIN_NAMES = frozenset({"선", "역"})
#: Names that end like a line or a station and are none.
_NO_LINE = re.compile(r"(?:조선|[지구영권용무방교통번광수해전성병현하주]역)$")
#: Between the ends of a line: '가온~나래선'.
_ENDS = ("~", "∼", "–", "～")


class Scene:
    """Indexes over a draft: morphemes by start and end, the spans of what lower rooms found.

    Attributes
    ----------
    memory : dict
        What is read off the draft once and used by several rooms: list entries, stage words.
    at, till : dict of int to int
        Index of the first morpheme that starts, the last one that ends at an offset.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.sources = _sources(draft)
        self.memory: dict[str, Any] = {}
        self.text = draft.text
        self.zone = draft.layout.zone_at
        self.morphs = draft.morphs
        self.forms = [m[0] for m in draft.morphs]
        self.order = [m[2] for m in draft.morphs]
        ends = [m[3] for m in draft.morphs]
        numbers = range(len(ends))
        self.till = dict(zip(ends, numbers, strict=True))
        self.at = dict(zip(reversed(self.order), reversed(numbers), strict=True))
        for i in compress(numbers, map(eq, self.order, ends)):
            self._forget_empty(i, ends)
        self.money = _spans(draft.amounts)
        self.days = _spans(draft.dates)
        self.meetings = _spans(draft.meetings)
        self.people = Spans({s for o in draft.officials for s in o.spans or ((o.char_start, o.char_end),)})
        self.places = {e.char_start: e for e in draft.entities if e.label == "LOC"}
        self.bodies = _spans([e for e in draft.entities if e.label == "ORG"])

    def _forget_empty(self, i: int, ends: Sequence[int]) -> None:
        """Take an empty morpheme out of the tables of starts and ends."""
        offset = ends[i]
        starting = [j for j in range(i + 1, min(i + 9, len(ends))) if self.order[j] == offset < ends[j]]
        ending = [j for j in range(max(i - 9, 0), i) if ends[j] == offset > self.order[j]]
        for table, others in ((self.at, starting[:1]), (self.till, ending[-1:])):
            if self.order[table.get(offset, i)] == ends[table.get(offset, i)]:
                if others:
                    table[offset] = others[0]
                else:
                    table.pop(offset, None)

    def place_ends(self) -> frozenset[int]:
        """Where places end."""
        if "place ends" not in self.memory:
            self.memory["place ends"] = frozenset(e.char_end for e in self.places.values())
        found: frozenset[int] = self.memory["place ends"]
        return found

    def heads(self) -> tuple[list[tuple[int, int, Row]], list[int]]:
        """All head nouns of the text by their ends, and the ends."""
        if "heads" not in self.memory:
            every = list(heads()(self.text))
            found = [h for h in every if h[2]["word"] not in _WITHIN_NAMES or self._within_name(h[0], h[1])]
            self.memory["heads"] = (found, [h[1] for h in found])
            self.memory["head ends"] = [h[1] for h in every]
        table: tuple[list[tuple[int, int, Row]], list[int]] = self.memory["heads"]
        return table

    def head_ends(self) -> list[int]:
        """Where any head noun ends, be it the end of a longer word."""
        self.heads()
        ends: list[int] = self.memory["head ends"]
        return ends

    def _within_name(self, low: int, high: int) -> bool:
        """Tell whether a head of one letter ends one: '신안산선', '미금역'."""
        m = self.morphs[self.till[high]] if high in self.till else None
        if m is not None and m.start == low and low in self.till:
            m = self.morphs[self.till[low]]
        if m is None or _NO_LINE.search(self.text, m.start, high):
            return False
        if self.text[low:high] != "선" or self.text[m.start - 1 : m.start] in _ENDS:
            return (m.tag == "NNP" or m.oov) and high - m.start > 2
        return (m.tag == "NNP" or m.oov) and high - m.start > 3

    def heads_in(self, low: int, high: int) -> list[tuple[int, int, Row]]:
        """The head nouns within [low, high)."""
        found, ends = self.heads()
        return [h for h in found[bisect_right(ends, low) : bisect_right(ends, high)] if h[0] >= low]

    def index_from(self, offset: int) -> int:
        """Index of the first morpheme that starts at or after the offset."""
        return bisect_left(self.order, offset)

    def morphs_in(self, low: int, high: int) -> list[Morph]:
        return self.morphs[bisect_left(self.order, low) : bisect_left(self.order, high)]

    def places_in(self, span: Span) -> list[Entity]:
        """The places that begin within a span."""
        return [self.places[at] for at in range(*span) if at in self.places]

    def headline(self, offset: int) -> bool:
        """Tell whether the offset stands in a headline that is no sentence."""
        if self.zone(offset) not in ("title", "subtitle"):
            return False
        low, high = self.draft.sentence_at(offset)
        return self.text[max(low, high - 1) : high] not in (".", "?", "!")

    def row_zone(self, offset: int) -> bool:
        return self.zone(offset) in ROW_ZONES


_latest: list[Scene] = []


def scene_of(draft: Draft) -> Scene:
    """The indexes over the draft; made once for finding and linking, as long as no finding was replaced."""
    latest = _latest[0] if _latest else None
    if latest is not None and latest.draft is draft and latest.sources == _sources(draft):
        return latest
    _latest[:] = [Scene(draft)]
    return _latest[0]


def forget() -> None:
    """Let go of the last draft and its indexes."""
    _latest.clear()


def _sources(draft: Draft) -> tuple[int, ...]:
    lists = (draft.morphs, draft.amounts, draft.dates, draft.entities, draft.officials, draft.meetings)
    return tuple(n for found in lists for n in (id(found), len(found)))


def _spans(mentions: Sequence[Mention]) -> Spans:
    return Spans([(m.char_start, m.char_end) for m in mentions])


def is_country(place: Entity) -> bool:
    """Tell a country from what lies in one."""
    return place.why.get("canonical", "").startswith("countries")


def touching(spans: Spans, low: int, high: int) -> Span | None:
    """The first of the spans that shares characters with [low, high)."""
    if not spans:
        return None
    i = bisect_left(spans.lows, low)
    if i and (before := spans[i - 1])[1] > low and before[0] < high:
        return before
    return behind if i < len(spans) and (behind := spans[i])[0] < high and behind[1] > low else None
