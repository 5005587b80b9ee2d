"""What is known of an article while it flows through the pipeline: each component fills in its part."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from extractor.records import (
    Amount,
    Article,
    CalendarDate,
    Entity,
    Meeting,
    Official,
    Project,
    Quote,
    Zone,
)

_morph_start = itemgetter(2)

#: Kiwi's tags of what a noun phrase is made of: nouns, affixes, figures, Latin letters and marks.
NOUN_TAGS = frozenset(
    [
        "NNG",
        "NNP",
        "NNB",
        "NR",
        "SL",
        "SN",
        "SH",
        "XSN",
        "XPN",
        "XR",
        "MM",
        "SP",
        "SO",
        "SW",
        "SSO",
        "SSC",
        "SS",
    ]
)


class Morph(NamedTuple):
    """A Kiwi morpheme. Spans of neighbours can overlap ('했' = 하 + 었) and be empty."""

    form: str
    tag: str
    start: int
    end: int
    oov: bool = False


class Hit(NamedTuple):
    """A gazetteer name found in the text; ``key`` names its gazetteer entry."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or list entry: one or more physical lines that read as one.

    Attributes
    ----------
    start, end : int
        Its content without surrounding white space and without its marker.
    zone : Zone
    marker : str
        '□', 'ㅇ', '-', '*', '①', '◆' … that opens it, else empty.
    level : int
        Nesting by marker: 0 for none, 1 for □, 2 for ㅇ, 3 for -, 4 for footnotes.
    parent : int
        Index of the block it hangs under, -1 for none.
    heading : tuple of int, or None
        Span of the words that rule it: its own '(오만)' or '(투자) …' head, else that of its parents
        or of the '◆ …' / '< … >' line above.
    """

    start: int
    end: int
    zone: Zone
    marker: str = ""
    level: int = 0
    parent: int = -1
    heading: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list run, its marker not included."""

    start: int
    end: int
    marker: str


@dataclass(frozen=True, slots=True)
class Run:
    """A list with what rules it: '프로젝트 분야에서 △a △b △c 등을 논의했다', or lines of their own.

    Attributes
    ----------
    items : tuple of Item
        In order; the last one ends before the governing words.
    opener : tuple of int, or None
        Span of the words before the first item ('우선 프로젝트 분야에서').
    governor : tuple of int, or None
        Span of the words after the last item that rule all of them ('등을 논의했다').
    block : int
        Index of the block that holds the first item.
    """

    items: tuple[Item, ...]
    opener: tuple[int, int] | None
    governor: tuple[int, int] | None
    block: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Zones, blocks and list runs. The blocks cover all that is not white space, in order."""

    blocks: tuple[Block, ...] = ()
    runs: tuple[Run, ...] = ()
    article: Article = field(default_factory=Article)
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [block.start for block in self.blocks])

    def index_at(self, offset: int) -> int:
        """Index of the block that holds the offset, or of the last one before it (-1: none)."""
        return bisect_right(self._starts, offset) - 1

    def zone_at(self, offset: int) -> Zone:
        """Zone of the block at the offset; ``furniture`` before the first block."""
        i = bisect_right(self._starts, offset) - 1
        return self.blocks[i].zone if i >= 0 else "furniture"


@dataclass(slots=True)
class Draft:
    """An article in the making.

    ``published`` is the day that relative dates lean on, None when unknown. ``sentences`` are spans in
    order, without surrounding white space. ``spotted`` is what the statistical recogniser takes for names;
    the keys of these hits are 'PER', 'ORG' and 'LOC'.
    """

    text: str
    published: date | None = None
    hits: list[Hit] = field(default_factory=list)
    morphs: list[Morph] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    layout: Layout = field(default_factory=Layout)
    amounts: list[Amount] = field(default_factory=list)
    dates: list[CalendarDate] = field(default_factory=list)
    spotted: list[Hit] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    officials: list[Official] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Span of the sentence that holds the offset (an empty span when there is none)."""
        i = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        return self.sentences[i] if i >= 0 else (offset, offset)

    def morphs_in(self, start: int, end: int) -> list[Morph]:
        """Morphemes that begin within [start, end)."""
        low = bisect_left(self.morphs, start, key=_morph_start)
        high = bisect_left(self.morphs, end, lo=low, key=_morph_start) if end > start else low
        return self.morphs[low:high]
