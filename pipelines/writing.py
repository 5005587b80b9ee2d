"""From the ledger to the files: in bounded memory, and what stands unchanged is taken over as it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from pipelines import fingerprint, track_lines
from pipelines.errors import Stopped
from pipelines.ledger import Entry, Ledger, Span
from pipelines.progress import Progress
from pipelines.work import unpack

if TYPE_CHECKING:
    from pipelines.tables import TableWriter

__all__ = ["stands", "write"]

#: Articles that are made at a time, or taken over.
BLOCK, LARGE_BLOCK = 32, 1_000
#: Articles and stretches that are put together to be written: pandas takes its time for every single table.
BATCH = 128


class _Article(NamedTuple):
    """An article to be written, the tracks of its projects as they are now, and where it stands already."""

    entry: Entry
    tracks: str
    span: Span | None = None
    begin: Sequence[int] = ()
    end: Sequence[int] = ()

    @property
    def same(self) -> bool:
        """Whether it is taken over as it stands."""
        return self.span is not None and self.span.tracks == self.tracks

    def follows(self, other: _Article) -> bool:
        """Tell whether both are made anew, or both are taken over and stand one behind the other."""
        if self.span is None or other.span is None:
            return self.span is other.span
        return self.same and other.same and self.begin == other.end


def stands(ledger: Ledger, out: Path, formats: Sequence[str]) -> bool:
    """Tell whether the files still are what was written last, and that is what the ledger holds."""
    written = ledger.get("written", {})
    return bool(written) and written == _state(ledger, out, formats, written["files"])


def write(
    ledger: Ledger,
    out: Path,
    formats: Sequence[str],
    shown: Progress,
    stop: Callable[[], bool],
) -> None:
    """Write all tables; they are put in place together, and only then the ledger says that they stand.

    Raises
    ------
    Stopped
        When asked to; the tables are then as before.
    """
    from pipelines.tables import TableWriter

    shown.begin("write", ledger.counts()[0])
    ledger.stated.keep(entry.id for entry in ledger.entries() if entry.projects)
    tracks = ledger.stated.tracks()
    ids = tracks.track_ids()
    pending: deque[str] = deque()
    for leftover in out.glob(".*.tmp"):
        leftover.unlink()
    with ExitStack() as opened:
        writer = opened.enter_context(TableWriter(out, formats, lambda project: pending.popleft()))
        begins = writer.measure()
        names = _standing(ledger, out, formats, begins)
        old = [opened.enter_context((out / file).open("rb", 0)) for file in names]
        articles = _articles(ledger, ids, list(begins.values()) if old else [])
        for blocks in _batches(_blocks(articles)):
            if stop():
                raise Stopped("all inputs are read, the tables are as before: run again to write them")
            ready: dict[str, Sequence[bytes]] = {}
            anew = []
            for article in _changed(blocks):
                if parts := _retracked(article, old, names):
                    ready[article.entry.article_id] = parts
                    continue
                pending.extend(article.tracks.split())
                writer.add(unpack(ledger.result(article.entry.id)))
                anew.append(article.entry.article_id)
            if begins:
                ready.update(zip(anew, writer.made(), strict=True))
                for block in blocks:
                    _put(writer, old, block, ready)
                for article in _changed(blocks):
                    ledger.note(_span(article, ready[article.entry.article_id]))
            for _ in range(sum(map(len, blocks))):
                shown.step()
        writer.settle()
        if not begins:
            writer.tracks(tracks.rows())
        for file in writer.track_files() if begins else []:
            told = opened.enter_context((out / "tracks.csv").open("rb", 0)) if old else None
            track_lines.write(ledger, tracks, file, told)
        writer.errors(ledger.errors())
    ledger.settle_spans(bool(old))
    ledger["written"] = _state(ledger, out, formats, writer.places)
    ledger.commit()


def _put(
    writer: TableWriter, old: Sequence[BinaryIO], block: list[_Article], ready: dict[str, Sequence[bytes]]
) -> None:
    if block[0].same:
        writer.copy(old, block[0].begin, block[-1].end)
    else:
        writer.splice([ready[article.entry.article_id] for article in block])


def _changed(blocks: Iterable[list[_Article]]) -> Iterator[_Article]:
    return (article for block in blocks if not block[0].same for article in block)


def _span(article: _Article, parts: Sequence[bytes]) -> Span:
    return Span(article.entry.article_id, article.entry.id, [*map(len, parts)], article.tracks)


def _articles(ledger: Ledger, ids: Iterator[str], at: list[int]) -> Iterator[_Article]:
    """Yield all articles in order; ``at`` is where the first stood in the earlier files, [] for nowhere."""
    spans = ledger.spans() if at else iter(())
    span = next(spans, None)
    for entry in ledger.entries():
        tracks = " ".join(islice(ids, entry.projects))
        while span and span.article_id < entry.article_id:
            at, span = [*map(add, at, span.sizes)], next(spans, None)
        if span and span.article_id == entry.article_id:
            begin, at = at, [*map(add, at, span.sizes)]
            stands = span.id == entry.id
            yield _Article(entry, tracks, span, begin, at) if stands else _Article(entry, tracks)
            span = next(spans, None)
        else:
            yield _Article(entry, tracks)


def _blocks(articles: Iterable[_Article]) -> Iterator[list[_Article]]:
    block: list[_Article] = []
    for article in articles:
        most = LARGE_BLOCK if article.same else BLOCK
        if block and (len(block) >= most or not article.follows(block[-1])):
            yield block
            block = []
        block.append(article)
    if block:
        yield block


def _batches(blocks: Iterable[list[_Article]]) -> Iterator[list[list[_Article]]]:
    """Put blocks together: of so many articles the rows are made at a time."""
    batch: list[list[_Article]] = []
    left = BATCH
    for block in blocks:
        batch.append(block)
        left -= 1 + len(block) // BLOCK if block[0].same else len(block)
        if left <= 0:
            yield batch
            batch, left = [], BATCH
    if batch:
        yield batch


def _retracked(article: _Article, old: Sequence[BinaryIO], names: Sequence[str]) -> list[bytes]:
    """Return the bytes that stand of an article, by file, with the tracks as they are now, [] if new."""
    if article.span is None:
        return []
    from pipelines import nested, tables

    ready = []
    for file, begin, end in zip(old, article.begin, article.end, strict=True):
        file.seek(begin)
        ready.append(file.read(end - begin))
    exchange = {"projects.csv": tables.retracked, "records.jsonl": nested.retracked}
    for at, name in enumerate(names):
        if name in exchange:
            exchanged = exchange[name](ready[at], article.span.tracks.split(), article.tracks.split())
            if exchanged is None:
                return []
            ready[at] = exchanged
    return ready


def _standing(ledger: Ledger, out: Path, formats: Sequence[str], files: Iterable[str]) -> list[str]:
    """Return those files of an earlier run that can be taken over: all, or none."""
    written = ledger.get("written", {})
    if not written:
        return []
    now = _state(ledger, out, formats, written["files"])
    return list(files) if all(now[part] == written[part] for part in ("formats", "code", "files")) else []


def _state(ledger: Ledger, out: Path, formats: Sequence[str], files: Iterable[str]) -> dict[str, Any]:
    return {
        "generation": ledger.get("generation", 0),
        "formats": sorted(formats),
        "code": fingerprint.tables(),
        "files": {name: _stat(out / name) for name in files},
    }


def _stat(path: Path) -> list[int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return [stat.st_size, stat.st_mtime_ns]
