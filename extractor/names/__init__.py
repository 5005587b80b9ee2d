"""Organisations and places: gazetteers, their joining with the statistical recogniser, canonical names."""

from __future__ import annotations

from extractor.names.canonical import resolve
from extractor.names.find import find
from extractor.names.hits import find_names

__all__ = ["find", "find_names", "resolve"]
