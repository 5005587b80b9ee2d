"""Money in Korean text: `parse_amounts` for any text, `find` for an article with its layout.

The parser itself is loaded at the first call: importing this package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.records import ROW_ZONES, Amount

if TYPE_CHECKING:
    from extractor.draft import Draft

__all__ = ["find", "parse_amounts"]

_HEADLINES = ("title", "subtitle")


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
    from extractor.amounts.parse import parse

    return parse(text, [(0, len(text), None)], None)


def find(draft: Draft) -> list[Amount]:
    """Find the amounts of money in an article, block by block, with its layout as context."""
    from extractor.amounts.parse import parse

    regions = [(b.start, b.end, b.zone in _HEADLINES) for b in draft.layout.blocks if b.zone in ROW_ZONES]
    return parse(draft.text, regions, draft.published.year // 10 * 10 if draft.published else None)
