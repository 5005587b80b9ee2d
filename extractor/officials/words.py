"""The lexicons of this room, read once."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from extractor.load import Row, lexicon


@cache
def titles() -> dict[str, Row]:
    """Return the rows of ``titles.tsv`` by word."""
    return {row["word"]: row for row in lexicon("titles")}


@cache
def automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Return the automaton over all titles, and the titles by pattern number."""
    words = tuple(sorted(titles()))
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


@cache
def surnames() -> dict[str, str]:
    """Return the rank of every Korean surname: 'common', 'rare', 'scarce' or 'double'."""
    return {row["word"]: row["rank"] for row in lexicon("surnames")}


@cache
def usual_surnames() -> frozenset[str]:
    """Return the surnames that can stand alone before a title: all but the scarce ones."""
    return frozenset(word for word, rank in surnames().items() if rank != "scarce")


@cache
def fields() -> frozenset[str]:
    """Return the fields that ministries and their heads are named after (경제, 통상, 에너지 …)."""
    return frozenset(row["word"] for row in lexicon("ministry_stems"))


#: Which file holds the words of which kind.
FILES = {
    "status": "statuses",
    "acting": "statuses",
    "elect": "statuses",
    "role": "roles",
    "never": "not_names",
    "body": "not_names",
    "determiner": "not_names",
    "part": "not_names",
    "family": "foreign_families",
}


@cache
def words_of(kind: str) -> dict[str, str]:
    """Return the words of one kind (see `FILES`) with their places in the lexicon."""
    rows = lexicon(FILES[kind], ("word", "kind"))
    return {row["word"]: row.where for row in rows if row["kind"] == kind}
