"""Organisations and places that the statistical recogniser adds to those of gazetteers and patterns."""

from __future__ import annotations

from typing import Literal, cast

from extractor.draft import Draft
from extractor.records import Entity


def find_spotted(draft: Draft) -> list[Entity]:
    """Return what the recogniser takes for organisations and places, their names as written."""
    return [
        Entity(
            text=draft.text[hit.start : hit.end],
            char_start=hit.start,
            char_end=hit.end,
            label=cast(Literal["ORG", "LOC"], hit.key),
            canonical=draft.text[hit.start : hit.end],
            why={"label": "gisaro_ner", "canonical": "gisaro_ner"},
        )
        for hit in draft.spotted
        if hit.key in ("ORG", "LOC")
    ]
