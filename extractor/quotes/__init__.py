"""Direct speech and who said it."""

from __future__ import annotations

from collections import Counter

from extractor.draft import Draft
from extractor.quotes.marks import SIGN
from extractor.quotes.reader import Reader
from extractor.records import Quote
from extractor.records.changed import changed

__all__ = ["find"]


def find(draft: Draft) -> list[Quote]:
    """Find the quotes of an article and count them for its officials.

    Direct speech stands in quotation marks and is attributed by the particle behind it ('고', '라며'),
    by a spoken noun ('는 설명이다'), by a name right before it or by standing as a sentence of its own.
    Titles, names and words in scare quotes are none.

    Parameters
    ----------
    draft : Draft
        With morphemes, layout, entities and officials. The officials' ``quotes`` are set.

    Returns
    -------
    list of Quote
        In order of the text.
    """
    if not SIGN.search(draft.text):
        return []
    quotes = Reader(draft).read()
    counts = Counter(q.official for q in quotes if q.official is not None)
    if counts:
        draft.officials = [
            changed(o, quotes=counts[i]) if counts[i] else o for i, o in enumerate(draft.officials)
        ]
    return quotes
