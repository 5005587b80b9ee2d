"""The day on which several works are signed for at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from extractor.linking.reach import Reach
from extractor.projects.scene import Span
from extractor.projects.status import Sign, lent, signs
from extractor.records import CalendarDate

_SIGNED = ("awarded", "contracted")


def signed_together(reach: Reach) -> Iterator[tuple[CalendarDate, int]]:
    """Each day on which contracts are signed, with the index of every project signed for then.

    'On the 3rd it signed contracts for A, B and C'; 'On the 3rd it signed a contract of this content' for all
    works that the article tells money of.
    """
    told = signs(reach.scene)
    loan = lent(reach.scene, told)
    for sign in told:
        if sign.mode != "reached" or sign.stage not in _SIGNED:
            continue
        sentence = reach.draft.sentence_at(sign.low)
        day = _day_before(reach, sentence[0], sign)
        if day is None:
            continue
        if sign is loan:
            yield from ((day, n) for n, p in enumerate(reach.projects) if p.stage == sign.stage)
            continue
        named = _named(reach, (day.char_end, sign.low))
        if len(named) > 1:
            yield from ((day, n) for n in named if reach.projects[n].stage == sign.stage)


def _day_before(reach: Reach, start: int, sign: Sign) -> CalendarDate | None:
    """The last day of the sentence before the word of signing, none where that is no single day past."""
    days = [d for d in reach.draft.dates if start <= d.char_start < sign.low]
    last = days[-1] if days else None
    if last is None or last.precision != "day" or last.relation == "planned":
        return None
    return last


def _named(reach: Reach, span: Span) -> list[int]:
    low, high = (bisect_left(reach.lows, at) for at in span)
    return list(dict.fromkeys(p.owner for p in reach.places[low:high]))
