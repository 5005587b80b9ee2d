"""The smallest part of a date."""

from __future__ import annotations

from typing import NamedTuple

#: What a part fills, from the largest to the smallest. Parts of one date follow each other in this order.
RANK = {
    "toward": 0,
    "lunar": 0,
    "decade": 1,
    "year": 1,
    "quarter": 3,
    "half": 3,
    "season": 3,
    "month": 3,
    "week": 3,
    "year_part": 3,
    "month_part": 3,
    "holiday": 3,
    "same": 3,
    "nth": 4,
    "weekend": 5,
    "part": 6,
    "last_day": 6,
    "day": 6,
    "weekday": 7,
    "shift": 8,
    "count": 8,
}


class Atom(NamedTuple):
    """A part of a date as it stands in the text.

    Attributes
    ----------
    start, end : int
        Code-point offsets.
    slot : str
        One of `RANK`.
    mode : str
        How ``value`` is meant: 'is' (a figure), 'range' (up to ``last``), 'step' (counted from the day of
        publication), 'of' (counted from the date last named), or what the word itself says ('past',
        'until', a holiday's rule …).
    value, last : int
    why : str
        The lexicon row or pattern that found it.
    """

    start: int
    end: int
    slot: str
    mode: str
    value: int = 0
    last: int = 0
    why: str = ""
