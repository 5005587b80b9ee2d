"""Direct speech and who said it."""

from __future__ import annotations

from extractor.draft import Draft
from extractor.records import Quote

__all__ = ["find"]


def find(draft: Draft) -> list[Quote]:
    """Find the quotes of an article."""
    return []
