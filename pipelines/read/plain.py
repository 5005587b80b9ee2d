"""Plain text: bytes to characters without mojibake."""

from __future__ import annotations

from pipelines.errors import InputError
from pipelines.read.content import Content

__all__ = ["parse"]


def parse(data: bytes, source: str) -> Content:
    """Decode a text file."""
    if not data.strip():
        raise InputError(source, "empty", f"'{source}' is empty: give a file that holds an article.")
    try:
        return Content(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(source, "not_text", f"'{source}' is no text.") from None
