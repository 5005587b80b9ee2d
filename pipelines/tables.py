"""Rows to files: every table of the contract, by pandas in chunks, and renamed into place together."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol

import pandas as pd

from pipelines import nested
from pipelines.part import Part
from pipelines.rows import Cell, rows
from pipelines.schema import TABLES, Table, data_package

__all__ = ["FORMATS", "Part", "Sink", "TableWriter", "pieces", "retracked", "rows"]

#: Rows that are held before they are handed to pandas.
CHUNK = 5_000
#: Bytes that are taken over at a time: larger pieces cost fresh memory each.
PIECE = 1 << 18

_TRACK = TABLES["projects"].names.index("track_id")


class Sink(Protocol):
    """One table's file in the making, under a temporary name."""

    def add(self, new: Sequence[tuple[Cell, ...]]) -> None:
        """Take rows, in the order of the file."""

    def close(self) -> None:
        """Write what is held and close the file."""

    def abandon(self) -> None:
        """Close the file without writing more."""


class _Lines(io.TextIOBase):
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
    """A file whose bytes can be taken over from an earlier one."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("wb")
        self.measured = False
        self._counts: list[int] = []  # lines of each article added since `sizes` was asked
        self._sizes: list[int] = []  # bytes of each of these lines that is written
        self._synced = -1

    def flush(self) -> None:
        """Write what is held."""

    def measure(self) -> int:
        """Keep the size of what is added from now on; return the number of bytes written so far."""
        self.measured = True
        self.flush()
        return self.file.tell()

    def sizes(self) -> list[int]:
        """Return how many bytes each `add` since the last call made."""
        self.flush()
        sizes = iter(self._sizes)
        made = [sum(islice(sizes, count)) for count in self._counts]
        self._counts, self._sizes = [], []
        return made

    def _put(self, lines: list[bytes]) -> None:
        self.file.writelines(lines)
        if self.measured:
            self._sizes += map(len, lines)

    def splice(self, ready: Iterable[bytes]) -> None:
        """Take over bytes that an earlier run wrote."""
        self.flush()
        self.file.writelines(ready)

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
        self.file.write(codecs.BOM_UTF8)
        self._write([tuple(self.columns)])

    def add(self, new: Sequence[tuple[Cell, ...]]) -> None:
        """Take rows, in the order of the file."""
        self.held.extend(new)
        if self.measured:
            self._counts.append(len(new))
        while len(self.held) >= CHUNK:
            self._write(self.held[:CHUNK])
            del self.held[:CHUNK]

    def _write(self, chunk: list[tuple[Cell, ...]]) -> None:
        lines = _Lines()
        frame = pd.DataFrame(chunk, columns=self.columns, dtype=object)
        frame.to_csv(lines, index=False, header=False, lineterminator="\r\n")
        self._put([line.encode() for line in lines.kept])

    def flush(self) -> None:
        """Write what is held."""
        if self.held:
            self._write(self.held)
            self.held = []


def _sync(files: Iterable[_Bytes]) -> None:
    for file in files:
        file.sync()


class LineSink(_Bytes):
    """A file of lines that are ready."""

    def add(self, line: str) -> None:
        """Take a line without its end."""
        self._put([f"{line}\n".encode()])
        if self.measured:
            self._counts.append(1)


def _parquet(table: Table, path: Path) -> Sink:
    from pipelines.parquet import ParquetSink

    return ParquetSink(table, path)


#: Makers of a table's file by format: the suffix of the file and its sink.
FORMATS: dict[str, Callable[[Table, Path], Sink]] = {"csv": CsvSink, "parquet": _parquet}


class TableWriter:
    """Writes all files of an output folder, in bounded memory, and puts them in place together at the end.

    Use it as a context manager; on an exception nothing is put in place and no temporary file stays. Files of
    a format that is not asked for are removed: they would tell of an earlier run.

    Parameters
    ----------
    folder : Path
        The output folder; made when it is missing.
    formats : iterable of str
        Of `FORMATS` and 'jsonl'. errors.csv is written always.
    track_of : callable, optional
        Gives the ``track_id`` of a ``project_id``, or None.

    Examples
    --------
    >>> with TableWriter(Path("outputs")) as writer:  # doctest: +SKIP
    ...     for part in sorted(parts, key=lambda p: p.order):
    ...         writer.add(part)
    ...     writer.errors([("a.png", "not_text", "…")])
    """

    def __init__(
        self,
        folder: Path,
        formats: Iterable[str] = ("csv", "jsonl"),
        track_of: Callable[[str], str | None] | None = None,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.track_of = track_of
        self.formats = tuple(dict.fromkeys(formats))
        self.last = ""
        self.articles = 0
        self.settling: Future[None] | None = None
        self.places: dict[str, Path] = {}
        self.sinks: dict[str, list[Sink]] = {name: [] for name in TABLES}
        self.lines: list[LineSink] = []
        try:
            for suffix, make in FORMATS.items():
                for name, table in TABLES.items():
                    if suffix in self.formats or (name, suffix) == ("errors", "csv"):
                        self.sinks[name].append(make(table, self._new(f"{name}.{suffix}")))
            if "jsonl" in self.formats:
                self.lines.append(LineSink(self._new("records.jsonl")))
        except BaseException:
            self._abandon()
            raise

    def _new(self, file: str) -> Path:
        self.places[file] = self.folder / f".{file}.tmp"
        return self.places[file]

    def __enter__(self) -> TableWriter:
        return self

    def add(self, part: Part) -> bool:
        """Add one article; articles come in the order of `Part.order`.

        Returns
        -------
        bool
            False when an article with the same ``article_id`` was added before; this one is then left out.

        Raises
        ------
        ValueError
            When the article's id sorts before the one added last.
        """
        key = str(part.rows["articles"][0][0])
        if key == self.last:
            return False
        if key < self.last:
            raise ValueError(f"article {key} comes after {self.last}: sort the parts by their order")
        self.last = key
        self.articles += 1
        tracks = self._tracks(part)
        for name, new in part.rows.items():
            if name == "projects" and tracks:
                new = [(*row[:_TRACK], tracks.get(str(row[0])), *row[_TRACK + 1 :]) for row in new]
            for sink in self.sinks[name]:
                sink.add(new)
        for records in self.lines:
            records.add(nested.with_tracks(part.line, tracks))
        return True

    def measure(self) -> dict[str, int]:
        """Let `sizes` tell of the articles added from now on.

        Returns
        -------
        dict of str to int
            Each file that grows with the articles and the bytes that it holds already; empty where there is
            one whose bytes cannot be told article by article.
        """
        if set(self.formats) - {"csv", "jsonl"}:
            return {}
        return {file: sink.measure() for file, sink in self._growing()}

    def sizes(self) -> list[tuple[int, ...]]:
        """Return for each article added since the last call its bytes in each file of `measure`."""
        return list(zip(*(sink.sizes() for _, sink in self._growing()), strict=True))

    def splice(self, ready: Iterable[Iterable[bytes]]) -> None:
        """Add articles as the bytes that an earlier run wrote of them into each file of `measure`."""
        for (_, sink), part in zip(self._growing(), ready, strict=True):
            sink.splice(part)

    def _growing(self) -> Iterator[tuple[str, _Bytes]]:
        for name, sinks in self.sinks.items():
            if name not in ("tracks", "errors"):
                yield from ((f"{name}.csv", sink) for sink in sinks if isinstance(sink, CsvSink))
        yield from (("records.jsonl", sink) for sink in self.lines)

    def _tracks(self, part: Part) -> dict[str, str]:
        if self.track_of is None:
            return {}
        ids = (str(row[0]) for row in part.rows["projects"])
        return {key: track for key in ids if (track := self.track_of(key))}

    def settle(self) -> None:
        """Put all articles on the disk while rows of tracks and errors are made; no article is added then."""
        sinks = [sink for _, sink in self._growing()]
        for sink in sinks:
            sink.flush()
        pool = ThreadPoolExecutor(1)
        self.settling = pool.submit(_sync, sinks)
        pool.shutdown(wait=False)

    def tracks(self, found: Iterable[tuple[Cell, ...]]) -> None:
        """Add rows to tracks.csv, sorted by ``track_id``."""
        for row in found:
            for sink in self.sinks["tracks"]:
                sink.add([row])

    def errors(self, failed: Iterable[tuple[str, str, str]]) -> None:
        """Add rows to errors.csv, sorted."""
        for sink in self.sinks["errors"]:
            sink.add(list(failed))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._abandon()
            return
        try:
            if self.settling:
                self.settling.result()
            for sink in self._all():
                sink.close()
            package = LineSink(self._new("datapackage.json"))
            package.add(json.dumps(data_package(self.formats), ensure_ascii=False, indent=1))
            package.close()
        except BaseException:
            self._abandon()
            raise
        for file, temporary in self.places.items():
            os.replace(temporary, self.folder / file)
        for file in {f"{name}.{suffix}" for name in TABLES for suffix in FORMATS} | {"records.jsonl"}:
            if file not in self.places:
                (self.folder / file).unlink(missing_ok=True)

    def _all(self) -> list[Sink | LineSink]:
        return [*(sink for sinks in self.sinks.values() for sink in sinks), *self.lines]

    def _abandon(self) -> None:
        if self.settling:
            wait([self.settling])
        for sink in self._all():
            sink.abandon()
        for temporary in self.places.values():
            temporary.unlink(missing_ok=True)


def pieces(file: BinaryIO, begin: int, end: int) -> Iterator[bytes]:
    """Read what stands between two offsets, a piece at a time."""
    file.seek(begin)
    while begin < end and (piece := file.read(min(PIECE, end - begin))):
        begin += len(piece)
        yield piece


def retracked(lines: bytes, before: list[str], now: list[str]) -> bytes | None:
    """Exchange the ``track_id`` in written rows of projects.csv; None when they are not those told."""
    kept = _Lines()
    writer = csv.writer(kept, lineterminator="\r\n")
    try:
        cells = list(csv.reader(io.StringIO(lines.decode(), newline="")))
    except csv.Error:  # a cell beyond the reader's limit
        return None
    if [row[_TRACK] for row in cells] != before:
        return None
    for row, track in zip(cells, now, strict=True):
        writer.writerow([*row[:_TRACK], track, *row[_TRACK + 1 :]])
    return "".join(kept.kept).encode()
