"""Reads the lexicons of ``extractor/lexicon/``: TSV files, the one place that a rule author edits.

A file opens with comment lines (``#``), then a header line, then one row a line. The columns ``example``,
``answer`` and ``counterexample`` make every row its own test; ``note`` is free.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"


class LexiconError(ValueError):
    """A lexicon row that cannot be used; the message names file and line."""


class Row(dict[str, str]):
    """A lexicon row by column name. ``where`` is its place, '<file>:<line>'."""

    __slots__ = ("where",)

    def __init__(self, cells: dict[str, str], where: str) -> None:
        super().__init__(cells)
        self.where = where


def parse(text: str, name: str, key: tuple[str, ...] = ("word",)) -> tuple[Row, ...]:
    """Parse the text of a lexicon.

    Parameters
    ----------
    text : str
        The file's content.
    name : str
        The file's name, for messages and ``Row.where``.
    key : tuple of str
        The columns that together must be unique.

    Raises
    ------
    LexiconError
        For a row with too many cells, an empty key or a key that stands twice.
    """
    header: list[str] = []
    rows: list[Row] = []
    seen: dict[tuple[str, ...], str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        where = f"{name}:{number}"
        if not header:
            header = cells
            if missing := [k for k in key if k not in header]:
                raise LexiconError(f"{where}: the header has no column {', '.join(missing)}")
            continue
        if len(cells) > len(header):
            raise LexiconError(f"{where}: {len(cells)} cells, but the header names {len(header)} columns")
        cells += [""] * (len(header) - len(cells))
        row = Row(dict(zip(header, (c.strip() for c in cells), strict=True)), where)
        identity = tuple(row[k] for k in key)
        if not identity[0]:
            raise LexiconError(f"{where}: the column {key[0]} is empty")
        if identity in seen:
            raise LexiconError(f"{where}: {' '.join(identity)} stands already at {seen[identity]}")
        seen[identity] = where
        rows.append(row)
    return tuple(rows)


@cache
def lexicon(name: str, key: tuple[str, ...] = ("word",)) -> tuple[Row, ...]:
    """Return the rows of ``lexicon/<name>.tsv``, read once.

    Raises
    ------
    LexiconError
        See `parse`.
    """
    path = FOLDER / f"{name}.tsv"
    return parse(path.read_text(encoding="utf-8"), path.name, key)
