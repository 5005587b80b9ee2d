"""Money in Korean text."""

from __future__ import annotations

from extractor.draft import Draft
from extractor.records import Amount

__all__ = ["find", "parse_amounts"]


def parse_amounts(text: str) -> list[Amount]:
    """Find the amounts of money in a text."""
    return []


def find(draft: Draft) -> list[Amount]:
    """Find the amounts of money in an article, with its layout as context."""
    return parse_amounts(draft.text)
