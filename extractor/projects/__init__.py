"""Undertakings and the words that describe them."""

from __future__ import annotations

from extractor.draft import Draft
from extractor.records import Project

__all__ = ["find"]


def find(draft: Draft) -> list[Project]:
    """Find the projects of an article."""
    return []
