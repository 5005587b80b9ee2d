"""What a reader makes of a file."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Content"]


@dataclass(frozen=True, slots=True)
class Content:
    """A file's text and what its metadata says.

    Attributes
    ----------
    text : str
    published : str
        ISO day or time stated by metadata; empty when there is none.
    url : str
    """

    text: str
    published: str = ""
    url: str = ""
