"""People with an office who act, speak, meet or are appointed."""

from __future__ import annotations

from extractor.draft import Draft
from extractor.records import Official

__all__ = ["find"]


def find(draft: Draft) -> list[Official]:
    """Find the officials of an article."""
    return []
