"""Which amount, date, place and people belong to which project: candidates, trust, one decision."""

from __future__ import annotations

from extractor.draft import Draft
from extractor.records import Project

__all__ = ["link"]


def link(draft: Draft) -> list[Project]:
    """Return the draft's projects with their links filled in."""
    return draft.projects
