"""Money in Korean text: `parse_amounts` for any text, `find` for an article with its layout."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.amounts.around import inherit_units, read_around, read_behind_brackets
from extractor.amounts.conversions import link_conversions
from extractor.amounts.currencies import Page
from extractor.amounts.implied import Known, read_implied
from extractor.amounts.places import settle_currencies
from extractor.amounts.sums import Found, find_sums
from extractor.records import ROW_ZONES, Amount

if TYPE_CHECKING:
    from extractor.draft import Draft

__all__ = ["find", "parse_amounts"]


def parse_amounts(text: str) -> list[Amount]:
    """Find the amounts of money in a text.

    Parameters
    ----------
    text : str
        Any Korean text: an article, a headline, a phrase.

    Returns
    -------
    list of Amount
        In order of the text. ``char_start`` and ``char_end`` are code-point offsets; the span holds the
        words that hedge the amount ('약 1억달러', '100억원 이상', '배럴당 63달러'). Values are in units of
        the currency. No text raises an error.

    Examples
    --------
    >>> [(a.value, a.currency, a.modifier) for a in parse_amounts("총사업비는 약 4억8000만달러다.")]
    [(Decimal('480000000'), 'USD', 'about')]
    """
    return _amounts(text, [(0, len(text), None)], None)


def find(draft: Draft) -> list[Amount]:
    """Find the amounts of money in an article, block by block, with its layout as context."""
    regions = [(b.start, b.end, b.zone in _HEADLINES) for b in draft.layout.blocks if b.zone in ROW_ZONES]
    return _amounts(draft.text, regions, draft.published.year // 10 * 10 if draft.published else None)


_HEADLINES = ("title", "subtitle")


def _amounts(text: str, regions: Sequence[tuple[int, int, bool | None]], decade: int | None) -> list[Amount]:
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
