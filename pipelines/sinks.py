"""One table's file in the making: rows by pandas, and bytes that an earlier run wrote taken over."""

from __future__ import annotations

import codecs
import errno
import io
import os
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, Protocol

import pandas as pd

from pipelines.rows import Cell
from pipelines.schema import Table

__all__ = ["CsvSink", "LineSink", "Lines", "Sink"]

#: Rows that are held before they are handed to pandas.
CHUNK = 5_000
#: Bytes that are taken over at a time: larger pieces cost fresh memory each.
PIECE = 1 << 18
#: What tells that the system cannot copy from this file to that one.
NO_COPY = (errno.EXDEV, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL, errno.EPERM)


class Sink(Protocol):
    """One table's file in the making, under a temporary name."""

    def add(self, new: Sequence[tuple[Cell, ...]]) -> None:
        """Take rows, in the order of the file."""

    def close(self) -> None:
        """Write what is held and close the file."""

    def abandon(self) -> None:
        """Close the file without writing more."""


class Lines(io.TextIOBase):
    """Keeps CSV lines that end with ``\\r\\n``, ending with ``\\n``.

    The csv module quotes a cell with a carriage return only if the line end holds one; unquoted, it would be
    read back as a line end.
    """

    def __init__(self) -> None:
        self.kept: list[str] = []

    def write(self, line: str) -> int:
        self.kept.append(line.removesuffix("\r\n") + "\n")
        return len(line)

    def writable(self) -> bool:
        return True


class _Bytes:
    """A file whose bytes can be taken over from an earlier one.

    Once it is ``measured``, what is added is held until `made` gives its bytes, which `splice` writes.
    """

    def __init__(self, path: Path) -> None:
        self.file = path.open("wb")
        self.measured = False
        self._synced = -1

    def flush(self) -> None:
        """Write what is held."""

    def measure(self) -> int:
        """Hold what is added from now on; return the number of bytes written so far."""
        self.flush()
        self.measured = True
        return self.file.tell()

    def splice(self, ready: Iterable[bytes]) -> None:
        """Write bytes that are ready."""
        self.file.writelines(ready)

    def copy(self, source: BinaryIO, begin: int, end: int) -> None:
        """Take over what stands between two offsets of an earlier file."""
        _copy(source, self.file, begin, end)

    def close(self) -> None:
        """Write what is held and close the file."""
        self.flush()
        self.sync()
        self.file.close()

    def sync(self) -> None:
        """Put on the disk what was written."""
        self.file.flush()
        if self._synced != self.file.tell():
            os.fsync(self.file.fileno())
            self._synced = self.file.tell()

    def abandon(self) -> None:
        """Close the file without writing more."""
        self.file.close()


class CsvSink(_Bytes):
    """A table as CSV in UTF-8 with a byte-order mark."""

    def __init__(self, table: Table, path: Path) -> None:
        super().__init__(path)
        self.columns = list(table.names)
        self.held: list[tuple[Cell, ...]] = []
        self._counts: list[int] = []  # rows of each `add` since `made` was asked
        self.file.write(codecs.BOM_UTF8)
        self.file.writelines(self._lines([tuple(self.columns)]))

    def add(self, new: Sequence[tuple[Cell, ...]]) -> None:
        """Take rows, in the order of the file."""
        self.held.extend(new)
        if self.measured:
            self._counts.append(len(new))
            return
        while len(self.held) >= CHUNK:
            self.file.writelines(self._lines(self.held[:CHUNK]))
            del self.held[:CHUNK]

    def _lines(self, chunk: list[tuple[Cell, ...]]) -> list[bytes]:
        lines = Lines()
        frame = pd.DataFrame(chunk, columns=self.columns, dtype=object)
        frame.to_csv(lines, index=False, header=False, lineterminator="\r\n")
        return [line.encode() for line in lines.kept]

    def made(self) -> list[bytes]:
        """Return the bytes of each `add` since the last call."""
        held, self.held = self.held, []
        counts, self._counts = self._counts, []
        chunks = (held[at : at + CHUNK] for at in range(0, len(held), CHUNK))
        lines = chain.from_iterable(map(self._lines, chunks))
        return [b"".join(islice(lines, count)) for count in counts]

    def flush(self) -> None:
        """Write what is held."""
        if self.held:
            self.file.writelines(self._lines(self.held))
            self.held = []


class LineSink(_Bytes):
    """A file of lines that are ready."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.held: list[bytes] = []

    def add(self, line: str) -> None:
        """Take a line without its end."""
        made = f"{line}\n".encode()
        if self.measured:
            self.held.append(made)
        else:
            self.file.write(made)

    def made(self) -> list[bytes]:
        """Return the bytes of each `add` since the last call."""
        held, self.held = self.held, []
        return held


def _copy(source: BinaryIO, target: BinaryIO, begin: int, end: int) -> None:
    """Append what stands between two offsets of one file to another; Linux does so without handing it out."""
    copy_range = getattr(os, "copy_file_range", None)
    while begin < end:
        done = 0
        if copy_range:
            try:
                target.flush()
                done = copy_range(source.fileno(), target.fileno(), end - begin, begin)
            except OSError as error:
                if error.errno not in NO_COPY:
                    raise
        if not done:
            copy_range = None
            target.seek(0, os.SEEK_END)
            source.seek(begin)
            done = target.write(source.read(min(PIECE, end - begin)))
        if not done:
            raise OSError("a file has become shorter while it was read")
        begin += done
    target.seek(0, os.SEEK_END)
