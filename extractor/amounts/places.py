"""Whose peso, dinar or krone it is: the country or city last named before the amount, else the next after."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from extractor.amounts.sums import Found
from extractor.load import beginnings, lexicon

__all__ = ["settle_currencies"]


@cache
def _places() -> dict[str, tuple[str, str]]:
    rows = [*lexicon("currency_places"), *lexicon("currency_cities")]
    return {row["word"]: (row["currency"], row.where) for row in rows}


@cache
def _begins() -> re.Pattern[str]:
    return beginnings(_places())


@cache
def _sizes() -> dict[str, list[int]]:
    """Return the lengths of the names that begin with two characters, longest first."""
    sizes: dict[str, set[int]] = {}
    for place in _places():
        sizes.setdefault(place[:2], set()).add(len(place))
    return {begin: sorted(found, reverse=True) for begin, found in sizes.items()}


def _named(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the places that a text names: offset, currency and lexicon row."""
    places, done = _places(), 0
    for match in _begins().finditer(text):
        start = match.start()
        for size in _sizes().get(text[start : start + 2], ()) if start >= done else ():
            if (found := places.get(text[start : start + size])) is not None:
                yield start, *found
                done = start + size
                break


def settle_currencies(text: str, sums: list[Found]) -> None:
    """Choose between the currencies that share a name, and flag as ``ambiguous`` what stays open."""
    shared = [found for found in sums if found.also]
    if not shared:
        return
    by_currency: dict[str, list[int]] = {}
    where: dict[int, str] = {}
    for start, code, row in _named(text):
        by_currency.setdefault(code, []).append(start)
        where[start] = row
    for found in shared:
        choices = {found.code, *found.also} - {""}
        before = [
            (s[i - 1], c)
            for c in choices
            if (s := by_currency.get(c)) and (i := bisect_right(s, found.start))
        ]
        after = [
            (s[i], c)
            for c in choices
            if (s := by_currency.get(c)) and (i := bisect_right(s, found.start)) < len(s)
        ]
        if before:
            start, code = max(before)
        elif found.code:
            continue
        elif after:
            start, code = min(after)
        else:
            found.flags.add("ambiguous")
            continue
        found.code, found.why["currency"] = code, where[start]
