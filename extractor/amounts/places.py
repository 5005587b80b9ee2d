"""Whose peso, dinar or krone it is: the country or city last named before the amount, else the next after."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from extractor.amounts.sums import Found
from extractor.load import lexicon

__all__ = ["settle_currencies"]


@cache
def _places() -> dict[str, tuple[str, str]]:
    rows = [*lexicon("currency_places"), *lexicon("currency_cities")]
    return {row["word"]: (row["currency"], row.where) for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    by_first: dict[str, list[str]] = {}
    for place in sorted(_places(), key=lambda p: (-len(p), p)):
        by_first.setdefault(place[0], []).append(re.escape(place[1:]))
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(by_first.items())))


def settle_currencies(text: str, sums: list[Found]) -> None:
    """Choose between the currencies that share a name, and flag as ``ambiguous`` what stays open."""
    shared = [found for found in sums if found.also]
    if not shared:
        return
    named = [(m.start(), *_places()[m.group()]) for m in _pattern().finditer(text)]
    by_currency: dict[str, list[int]] = {}
    where: dict[int, str] = {}
    for start, code, row in named:
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
