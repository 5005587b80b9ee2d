"""Calendar dates in Korean text.

`parse_dates` works on any text; `find` reads an article's draft, with its paragraphs and captions as context.
The parser itself is loaded at the first call: importing this package costs next to nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from extractor.records import ROW_ZONES, CalendarDate

if TYPE_CHECKING:
    from extractor.draft import Draft

__all__ = ["find", "parse_dates"]


def parse_dates(text: str, published: date | None = None) -> list[CalendarDate]:
    """Find the calendar dates and periods in a text.

    Parameters
    ----------
    text : str
        Any text; a line is a passage of its own.
    published : date, optional
        The day that words like '지난달' lean on. Without it what they leave open stays X in the EDTF value.

    Returns
    -------
    list of CalendarDate
        In order of the text, without overlap. ``char_start`` and ``char_end`` are code points into the text.

    Examples
    --------
    >>> [d.edtf for d in parse_dates("오는 27일부터 내달 1일까지 열린다", date(2019, 9, 20))]
    ['2019-09-27/2019-10-01']
    >>> [d.edtf for d in parse_dates("27일 서울에서 열렸다")]
    ['XXXX-XX-27']
    """
    from extractor.dates.parse import lines, parse

    return parse(text, published, lines(text))


def find(draft: Draft) -> list[CalendarDate]:
    """Find the calendar dates of an article, paragraph by paragraph.

    Parameters
    ----------
    draft : Draft
        Its text, its layout and its day of publication are read.

    Returns
    -------
    list of CalendarDate
        Only such as stand where rows come from (`ROW_ZONES`).
    """
    from extractor.dates.parse import Passage, parse

    blocks = draft.layout.blocks
    passages = [
        Passage(block.start, block.end, block.zone == "caption", block.parent >= 0)
        for block in blocks
        if block.zone in ROW_ZONES
    ]
    return parse(draft.text, draft.published, passages)
