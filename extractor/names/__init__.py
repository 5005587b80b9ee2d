"""Organisations and places: gazetteers, their joining with the statistical recogniser, canonical names."""

from __future__ import annotations

from extractor.draft import Draft, Hit
from extractor.records import Entity

__all__ = ["find", "find_names"]


def find_names(text: str) -> list[Hit]:
    """Find gazetteer names in a bare text: in order, without overlaps."""
    return []


def find(draft: Draft) -> list[Entity]:
    """Find the organisations and places of an article."""
    return []
