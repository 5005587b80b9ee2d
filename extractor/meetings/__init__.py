"""Named and numbered meetings."""

from __future__ import annotations

from extractor.draft import Draft
from extractor.records import Meeting

__all__ = ["find"]


def find(draft: Draft) -> list[Meeting]:
    """Find the meetings of an article."""
    return []
