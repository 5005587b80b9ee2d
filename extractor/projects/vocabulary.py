"""The lexicons of this room, each as one automaton over the text."""

from __future__ import annotations

import re
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
        rows, last = self.rows, -1
        for number, start, end in self.automaton.find_matches_as_indexes(text, overlapping=self.by_end):
            if end != last:  # of those that end at one place the longest comes first
                yield start, end, rows[number]
            last = end


@cache
def heads() -> Finder:
    """Nouns that an undertaking's name ends in, written together or apart."""
    rows = lexicon("project_heads")
    return Finder((*rows, *_apart(rows)), by_end=True)


#: Nouns that compounds end in and that are written apart, too: '물류 기지'.
_LAST = (
    "센터",
    "단지",
    "기지",
    "라인",
    "공장",
    "시설",
    "설비",
    "시스템",
    "거점",
    "도시",
    "터미널",
    "창고",
    "탱크",
)


def _apart(rows: tuple[Row, ...]) -> list[Row]:
    """The compounds among the heads with a space before their last noun."""
    known = {r["word"] for r in rows}
    found: list[Row] = []
    for row in rows:
        word = row["word"]
        last = next((w for w in _LAST if word.endswith(w)), "")
        front = word.removesuffix(last)
        if row["kind"] != "project" or not last or len(front) < 2 or " " in word:
            continue
        if f"{front} {last}" not in known:
            found.append(Row({**row, "word": f"{front} {last}"}.items(), row.where))
    return found


@cache
def project_heads() -> tuple[str, ...]:
    """The head nouns of undertakings, cooperation left out."""
    return tuple(r["word"] for r in lexicon("project_heads") if r["kind"] == "project")


@cache
def heads_only() -> frozenset[str]:
    """The head nouns themselves: they tell no undertaking from another."""
    return frozenset(r["word"] for r in lexicon("project_heads"))


@cache
def stages() -> Finder:
    """Words that tell how far an undertaking is, as they stand in the text."""
    return Finder(tuple(r for r in lexicon("stages") if not r["word"].endswith("다")))


@cache
def stage_verbs() -> dict[str, list[tuple[re.Pattern[str] | None, Row]]]:
    """Verbs that do so, by stem: the noun that must stand before ('손' of '손을 떼다') and the row."""
    verbs: dict[str, list[tuple[re.Pattern[str] | None, Row]]] = {}
    for row in lexicon("stages"):
        if row["word"].endswith("다"):
            *noun, verb = row["word"][:-1].rsplit(" ", 1)
            before = re.compile(_before(noun[0][:-1])) if noun else None
            verbs.setdefault(verb, []).append((before, row))
    return {verb: sorted(rows, key=lambda r: r[0] is None) for verb, rows in verbs.items()}


def _before(noun: str) -> str:
    """The pattern of a verb's noun; behind '…' it ends a longer word, in quotation marks or not."""
    if noun.startswith("…"):
        return rf"(?<=[가-힣A-Z]){noun[1:]}[’'”」]?(?:\([A-Z]{{2,8}}\))?[’'”」]?[을를]\s$"
    return rf"(?<![가-힣]){noun}(?:[을를이가은는도]|까지)?\s$"


@cache
def verb_forms() -> frozenset[str]:
    """The stems of these verbs as the tokenizer gives them: those in '-어지다' without it, too."""
    return frozenset(f for verb in stage_verbs() for f in (verb, verb.removesuffix("어지")))


@cache
def actions() -> dict[str, Row]:
    """Words that tell what is done to an undertaking, by word."""
    return {r["word"]: r for r in lexicon("actions")}


@cache
def stops(role: str) -> dict[str, Row]:
    """The words of ``project_words.tsv`` that have the role."""
    return {r["word"]: r for r in lexicon("project_words", ("word", "role")) if r["role"] == role}
