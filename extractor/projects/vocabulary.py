"""The lexicons of this room, each as one automaton over the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from extractor.load import Row, lexicon


class Finder:
    """Finds the words of a lexicon in a text: at every place the longest one.

    Parameters
    ----------
    rows : tuple of Row
        Their column ``word`` is what is looked for.
    by_end : bool
        True: of the words that end at one place the longest (heads of compounds); False: leftmost-longest.
    """

    def __init__(self, rows: tuple[Row, ...], by_end: bool = False) -> None:
        self.rows = rows
        self.by_end = by_end
        kind = MatchKind.Standard if by_end else MatchKind.LeftmostLongest
        self.automaton = AhoCorasick([r["word"] for r in rows], matchkind=kind)

    def __call__(self, text: str) -> Iterator[tuple[int, int, Row]]:
        """Yield (start, end, row) in order of their ends."""
        if not self.by_end:
            for number, start, end in self.automaton.find_matches_as_indexes(text):
                yield start, end, self.rows[number]
            return
        best: dict[int, tuple[int, int]] = {}
        for number, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            if end not in best or start < best[end][0]:
                best[end] = (start, number)
        for end in sorted(best):
            start, number = best[end]
            yield start, end, self.rows[number]


@cache
def heads() -> Finder:
    """Nouns that an undertaking's name ends in."""
    return Finder(lexicon("project_heads"), by_end=True)


@cache
def heads_only() -> frozenset[str]:
    """The head nouns themselves: they tell no undertaking from another."""
    return frozenset(r["word"] for r in lexicon("project_heads"))


@cache
def stages() -> Finder:
    """Words that tell how far an undertaking is."""
    return Finder(lexicon("stages"))


@cache
def actions() -> dict[str, Row]:
    """Words that tell what is done to an undertaking, by word."""
    return {r["word"]: r for r in lexicon("actions")}


@cache
def longest_action() -> int:
    return max(map(len, actions()))


@cache
def stops(role: str) -> dict[str, Row]:
    """The words of ``project_words.tsv`` that have the role."""
    return {r["word"]: r for r in lexicon("project_words", ("word", "role")) if r["role"] == role}
