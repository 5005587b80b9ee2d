"""Possible speakers, the nouns of those without a name, and the choice between several."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extractor.draft import Draft
from extractor.load import Row, lexicon


class Speaker(NamedTuple):
    """A possible speaker: ``official`` is an index into the draft's officials."""

    name: str
    official: int | None
    start: int
    end: int
    topic: bool
    person: bool
    why: str


@cache
def _words() -> tuple[dict[str, Row], int]:
    rows = {row["word"]: row for row in lexicon("speakers")}
    return rows, max(map(len, rows))


def row_of(phrase: str) -> Row | None:
    """Row of the longest noun of the lexicon that the phrase ends with."""
    rows, longest = _words()
    for length in range(min(longest, len(phrase)), 0, -1):
        row = rows.get(phrase[-length:])
        if row is not None and (" " not in row["word"] or phrase[-length - 1 : -length] in ("", " ")):
            return row
    return None


def is_body(name: str) -> bool:
    """Tell whether a supposed name is that of a group ('항만업계')."""
    row = row_of(name) if len(name) > 3 else None
    return row is not None and row["kind"] == "body"


def choose(subjects: list[Speaker], draft: Draft, opened: int) -> Speaker | None:
    """The speaker among the subjects before a quotation that opens at an offset.

    The last topic speaks ('산업부는'), but a person behind it who is the subject of the quotation's own
    clause wins ('산업부는 김 장관이 "…"고'); in another clause not ('법원은 김씨가 낸 소송에서 "…"고').
    """
    best: Speaker | None = None
    for subject in subjects:
        if best is None or subject.topic or (subject.person and _same_clause(draft, subject.end, opened)):
            best = subject
    return best


def _same_clause(draft: Draft, start: int, end: int) -> bool:
    return not any(m.tag in ("ETM", "EC", "EF") for m in draft.morphs_in(start, end))
