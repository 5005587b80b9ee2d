"""Rows to files: every table of the contract, written by pandas in chunks and renamed into place."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TextIO

import pandas as pd

from pipelines.rows import Cell, Rows, rows
from pipelines.schema import TABLES

__all__ = ["TableWriter", "order", "rows"]

#: Rows that are held before they are handed to pandas.
CHUNK = 20_000

_LATEST_FIRST = str.maketrans("0123456789", "9876543210")
_PUBLISHED = TABLES["articles"].names.index("published")
_UPDATED = TABLES["articles"].names.index("updated")


def order(article: Rows) -> tuple[str, str, str]:
    """Return the key that articles are sorted by before they are written.

    Of several inputs with one ``article_id`` the first in this order is kept: the one updated (else
    published) last, then the one whose ``source_path`` sorts first. So the choice does not depend on the
    order in which they were read.
    """
    row = article["articles"][0]
    changed = str(row[_UPDATED] or row[_PUBLISHED] or "").translate(_LATEST_FIRST) or "~"
    return str(row[0]), changed, str(row[1])


class _Lines(io.TextIOBase):
    """Takes CSV lines that end with ``\\r\\n`` and passes them on ending with ``\\n``.

    The csv module quotes a cell with a carriage return only if the line end holds one; unquoted, it would be
    read back as a line end.
    """

    def __init__(self, file: TextIO) -> None:
        self.file = file

    def write(self, line: str) -> int:
        return self.file.write(line.removesuffix("\r\n") + "\n")

    def writable(self) -> bool:
        return True


class _Table:
    """One CSV file in the making."""

    def __init__(self, name: str, path: Path) -> None:
        self.columns = list(TABLES[name].names)
        self.file = path.open("w", encoding="utf-8-sig", newline="")
        self.held: list[tuple[Cell, ...]] = []
        self._to_csv([], header=True)

    def add(self, new: Iterable[tuple[Cell, ...]]) -> None:
        self.held.extend(new)
        while len(self.held) >= CHUNK:
            self._to_csv(self.held[:CHUNK])
            del self.held[:CHUNK]

    def _to_csv(self, chunk: list[tuple[Cell, ...]], header: bool = False) -> None:
        frame = pd.DataFrame(chunk, columns=self.columns, dtype=object)
        frame.to_csv(_Lines(self.file), index=False, header=header, lineterminator="\r\n")

    def close(self) -> None:
        if self.held:
            self._to_csv(self.held)
            self.held.clear()
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()


class TableWriter:
    """Writes all tables of an output folder, in bounded memory, and puts them in place together at the end.

    Use it as a context manager; on an exception nothing is put in place and no temporary file stays.

    Parameters
    ----------
    folder : Path
        The output folder; made when it is missing.

    Examples
    --------
    >>> with TableWriter(Path("outputs")) as writer:  # doctest: +SKIP
    ...     for article in sorted(articles, key=order):
    ...         writer.add(article)
    ...     writer.errors([("a.png", "not_text", "…")])
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.tables = {name: _Table(name, folder / f".{t.file}.tmp") for name, t in TABLES.items()}
        self.last = ""
        self.articles = 0

    def __enter__(self) -> TableWriter:
        return self

    def add(self, article: Rows) -> bool:
        """Add one article's rows; articles come in the order of `order`.

        Returns
        -------
        bool
            False when an article with the same ``article_id`` was added before; this one is then left out.
        """
        key = str(article["articles"][0][0])
        if key == self.last:
            return False
        if key < self.last:
            raise ValueError(f"article {key} comes after {self.last}: sort articles by tables.order")
        self.last = key
        self.articles += 1
        for name, new in article.items():
            self.tables[name].add(new)
        return True

    def errors(self, failed: Iterable[tuple[str, str, str]]) -> None:
        """Add rows to errors.csv."""
        self.tables["errors"].add(failed)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, table in self.tables.items():
            temporary = self.folder / f".{TABLES[name].file}.tmp"
            if kind is None:
                table.close()
                os.replace(temporary, self.folder / TABLES[name].file)
            else:
                table.file.close()
                temporary.unlink(missing_ok=True)
