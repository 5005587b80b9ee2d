"""Reads the lexicons of ``extractor/lexicon/``: TSV files, the one place that a rule author edits.

A file opens with comment lines (``#``), then a header line, then one row a line. The columns ``example``,
``answer`` and ``counterexample`` make every row its own test; ``note`` is free.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"


class LexiconError(ValueError):
    """A lexicon row that cannot be used; the message names file and line."""


class Row(dict[str, str]):
    """A lexicon row by column name. ``where`` is its place, '<file>:<line>'."""

    __slots__ = ("where",)

    def __init__(self, cells: Iterable[tuple[str, str]], where: str) -> None:
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
    lone = key[0] if len(key) == 1 else ""
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
        if len(cells) < len(header):
            cells += [""] * (len(header) - len(cells))
        row = Row(zip(header, map(str.strip, cells), strict=True), where)
        identity = (row[lone],) if lone else tuple(row[k] for k in key)
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


def beginnings(words: Iterable[str], edge: str = "") -> re.Pattern[str]:
    """Return a pattern of the places where one of the words can begin, by their first two characters.

    It opens with single characters, which is what `re` searches for fastest.

    Parameters
    ----------
    words : iterable of str
        A space in a word is white space or none.
    edge : str
        What must hold there, as a pattern that looks behind from after the first character.
    """
    follow: dict[str, dict[str, None]] = defaultdict(dict)
    for word in words:
        second = rf"\s?{re.escape(word[2])}" if word[1:2] == " " else re.escape(word[1:2])
        follow[word[0]][second] = None
    groups = "|".join(
        re.escape(first) + ("" if "" in seconds else f"(?={'|'.join(seconds)})")
        for first, seconds in follow.items()
    )
    return re.compile(f"(?:{groups}){edge}")
