"""The day on which several works are signed for at once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractor.linking.reach import Reach
from extractor.projects.scene import Span
from extractor.projects.scopes import COORDINATING
from extractor.projects.status import Sign, lent, signs
from extractor.records import CalendarDate

_SIGNED = ("awarded", "contracted")
_SPANS = ("month", "quarter", "half", "season", "year")
#: Of what was there then: '지난해의', '2019년 말부터', '지난해만'.
_OF_THEN = re.compile(r"의\s|부터|까지|보다|대비|\s대비|\s기준|만\s|에만\s")


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
        if len(named) > 1 and (day.precision == "day" or _in_its_clause(reach, day, sign)):
            yield from ((day, n) for n in named if reach.projects[n].stage == sign.stage)


def _day_before(reach: Reach, start: int, sign: Sign) -> CalendarDate | None:
    """The last day or span of the sentence before the word of signing, none where that is not past."""
    days = [d for d in reach.draft.dates if start <= d.char_start < sign.low]
    last = days[-1] if days else None
    if last is None or last.relation == "planned":
        return None
    return last if last.precision == "day" or (last.relation == "on" and last.precision in _SPANS) else None


def _in_its_clause(reach: Reach, day: CalendarDate, sign: Sign) -> bool:
    """Tell whether a month or year is that of the signing: no clause of its own stands in between.

    'last year it came back to the market and won A and B', but not 'A, founded last year, won B and C'.
    """
    first = reach.places[bisect_left(reach.lows, day.char_end)].low
    own = reach.scene.morphs_in(day.char_end, first)
    if any(m.tag == "EC" and m.form in COORDINATING for m in own) or _OF_THEN.match(reach.text, day.char_end):
        return False
    described = [m for m in own if m.tag == "ETM"]
    between = reach.scene.morphs_in(first, sign.low)
    if any(s.stage in _SIGNED and day.char_end < s.low < sign.low for s in signs(reach.scene)):
        return False
    return not described and not any(m.tag == "EC" and m.form in COORDINATING for m in between)


def _named(reach: Reach, span: Span) -> list[int]:
    low, high = (bisect_left(reach.lows, at) for at in span)
    return list(dict.fromkeys(p.owner for p in reach.places[low:high]))
