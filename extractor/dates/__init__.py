"""Calendar dates in Korean text."""

from __future__ import annotations

from datetime import date

from extractor.draft import Draft
from extractor.records import CalendarDate

__all__ = ["find", "parse_dates"]


def parse_dates(text: str, published: date | None = None) -> list[CalendarDate]:
    """Find the calendar dates and periods in a text."""
    return []


def find(draft: Draft) -> list[CalendarDate]:
    """Find the calendar dates in an article, with its layout as context."""
    return parse_dates(draft.text, draft.published)
