"""One project followed through all articles of an output folder."""

from __future__ import annotations

from pipelines.tracks.table import Statement, Tracks, identity_of, statements

__all__ = ["Statement", "Tracks", "identity_of", "statements"]
