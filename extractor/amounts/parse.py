"""From a text to its amounts: sums with their currency, then what is understood, then the words around."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.amounts.around import inherit_units, read_around, read_behind_brackets
from extractor.amounts.conversions import link_conversions
from extractor.amounts.currencies import Page
from extractor.amounts.implied import Known, read_implied
from extractor.amounts.places import settle_currencies
from extractor.amounts.sums import Found, find_sums
from extractor.records import Amount

__all__ = ["parse"]


def parse(text: str, regions: Sequence[tuple[int, int, bool | None]], decade: int | None) -> list[Amount]:
    """Read the amounts of some stretches of a text.

    Parameters
    ----------
    text : str
    regions : sequence of (int, int, bool or None)
        First and last offset of each stretch, and whether it is a headline; None: judge line by line.
    decade : int or None
        First year of the article's decade, for the rates of conversions.
    """
    page = Page(text)
    blocks = [find_sums(page, low, stop) for low, stop, _ in regions]
    stated = [found for sums, _ in blocks for found in sums]
    settle_currencies(text, stated)
    known = Known(stated)
    every: list[Found] = []
    for (low, stop, headline), (sums, others) in zip(regions, blocks, strict=True):
        sums += read_implied(text, low, stop, sums, others, known, headline)
        sums.sort(key=lambda found: found.start)
        for i, found in enumerate(sums):
            left = sums[i - 1].end if i else low
            right = sums[i + 1].start if i + 1 < len(sums) else stop
            read_around(text, found, left, right)
        inherit_units(text, sums)
        link_conversions(text, sums, decade)
        read_behind_brackets(text, sums, stop)
        every += sums
    return [_amount(text, found) for found in every]


def _amount(text: str, found: Found) -> Amount:
    return Amount(
        text=text[found.start : found.end],
        char_start=found.start,
        char_end=found.end,
        flags=tuple(sorted(found.flags)),
        why=found.why,
        value=found.low,
        value_max=found.high,
        currency=found.code,
        modifier=found.modifier,
        per=found.per,
        converts=found.converts.start if found.converts is not None else None,
    )
