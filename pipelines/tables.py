"""Rows to files: every table of the contract, by pandas in chunks, and renamed into place together."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from pipelines import nested
from pipelines.part import Part
from pipelines.rows import Cell, rows
from pipelines.schema import TABLES, Table, data_package
from pipelines.sinks import CsvSink, Lines, LineSink, Sink

__all__ = ["FORMATS", "Part", "Sink", "TableWriter", "retracked", "rows"]

_TRACK = TABLES["projects"].names.index("track_id")


def _parquet(table: Table, path: Path) -> Sink:
    from pipelines.parquet import ParquetSink

    return ParquetSink(table, path)


#: Makers of a table's file by format: the suffix of the file and its sink.
FORMATS: dict[str, Callable[[Table, Path], Sink]] = {"csv": CsvSink, "parquet": _parquet}


def _in_turn(steps: Iterable[Callable[[], None]]) -> None:
    for step in steps:
        step()


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
        self._under_way: list[Future[None]] = []
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
        """Hold what is added from now on until `made` gives its bytes.

        Returns
        -------
        dict of str to int
            Each file that grows with the articles and the bytes that it holds already; empty where there is
            one whose bytes cannot be told article by article: `add` then goes on writing.
        """
        if set(self.formats) - {"csv", "jsonl"}:
            return {}
        return {file: sink.measure() for file, sink in self._growing()}

    def made(self) -> list[tuple[bytes, ...]]:
        """Return for each article added since the last call its bytes in each file of `measure`."""
        return list(zip(*(sink.made() for _, sink in self._growing()), strict=True))

    def splice(self, ready: Iterable[Sequence[bytes]]) -> None:
        """Write articles, each as its bytes in each file of `measure`."""
        for (_, sink), parts in zip(self._growing(), zip(*ready, strict=True), strict=True):
            sink.splice(parts)

    def copy(self, earlier: Iterable[BinaryIO], begin: Sequence[int], end: Sequence[int]) -> None:
        """Take over articles from the files of an earlier run, between these offsets of each."""
        for (_, sink), file, first, last in zip(self._growing(), earlier, begin, end, strict=True):
            sink.copy(file, first, last)

    def _growing(self) -> Iterator[tuple[str, CsvSink | LineSink]]:
        for name, sinks in self.sinks.items():
            if name not in ("tracks", "errors"):
                yield from ((f"{name}.csv", sink) for sink in sinks if isinstance(sink, CsvSink))
        yield from (("records.jsonl", sink) for sink in self.lines)

    def _tracks(self, part: Part) -> dict[str, str]:
        if self.track_of is None:
            return {}
        ids = (str(row[0]) for row in part.rows["projects"])
        return {key: track for key in ids if (track := self.track_of(key))}

    def meanwhile(self, steps: Sequence[Callable[[], None]]) -> None:
        """Take steps one after another while the caller goes on; the next call waits for them.

        What a step raises, the next call or the end raises.
        """
        self._wait()
        pool = ThreadPoolExecutor(1)
        self._under_way.append(pool.submit(_in_turn, steps))
        pool.shutdown(wait=False)

    def _wait(self) -> None:
        while self._under_way:
            self._under_way.pop().result()

    def settle(self) -> None:
        """Put all articles on the disk while rows of tracks and errors are made; no article is added then."""
        sinks = [sink for _, sink in self._growing()]
        for sink in sinks:
            sink.flush()
        self.meanwhile([sink.sync for sink in sinks])

    def tracks(self, found: Iterable[tuple[Cell, ...]]) -> None:
        """Add rows to tracks.csv, sorted by ``track_id``."""
        for row in found:
            for sink in self.sinks["tracks"]:
                sink.add([row])

    def track_files(self) -> list[CsvSink]:
        """Return tracks.csv in the making, as often as it is made."""
        return [sink for sink in self.sinks["tracks"] if isinstance(sink, CsvSink)]

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
            self._wait()
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
        wait(self._under_way)
        for sink in self._all():
            sink.abandon()
        for temporary in self.places.values():
            temporary.unlink(missing_ok=True)


def retracked(lines: bytes, before: list[str], now: list[str]) -> bytes | None:
    """Exchange the ``track_id`` in written rows of projects.csv; None when they are not those told."""
    kept = Lines()
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
