"""From the ledger to the files: in bounded memory, and what stands unchanged is taken over as it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from pipelines import fingerprint
from pipelines.errors import Stopped
from pipelines.ledger import Entry, Ledger, Span
from pipelines.progress import Progress
from pipelines.work import unpack, unpack_statements

if TYPE_CHECKING:
    from pipelines.tracks import Statement, Tracks
    from pipelines.tracks.identity import Identity, Place

__all__ = ["Stated", "prepare", "stands", "write"]

#: Articles that are made, or taken over, at a time.
BLOCK = 32
#: Results whose statements are unpacked beforehand at most: memory must not grow with the corpus.
PREPARED = 20_000

#: Statements on projects with their identities, by the number of the result.
Stated = dict[int, "list[tuple[Statement, Identity]]"]


class _Article(NamedTuple):
    """An article to be written, and the tracks of its projects as they are now."""

    entry: Entry
    tracks: list[str]

    def follows(self, other: _Article) -> bool:
        """Tell whether both are made anew, or both are taken over and stand one behind the other."""
        ours, theirs = self.entry.span, other.entry.span
        if ours is None or theirs is None:
            return ours is theirs
        return (
            self.tracks == ours.tracks
            and other.tracks == theirs.tracks
            and ours.offsets == _sums(theirs.offsets, theirs.sizes)
        )


def stands(ledger: Ledger, out: Path, formats: Sequence[str]) -> bool:
    """Tell whether the files still are what was written last, and that is what the ledger holds."""
    written = ledger.get("written", {})
    return bool(written) and written == _state(ledger, out, formats, written["files"])


def prepare(ledger: Ledger, stated: Stated) -> Iterator[None]:
    """Unpack step by step what earlier runs noted of projects, while others still read articles."""
    last = 0
    while len(stated) < PREPARED and (page := ledger.some_statements(last)):
        for last, blob in page:
            stated[last] = list(unpack_statements(blob))
        yield


def write(
    ledger: Ledger,
    out: Path,
    formats: Sequence[str],
    shown: Progress,
    stop: Callable[[], bool],
    stated: Stated | None = None,
) -> None:
    """Write all tables; they are put in place together, and only then the ledger says that they stand.

    ``stated`` is what `prepare` made, if it did; it is used up.

    Raises
    ------
    Stopped
        When asked to; the tables are then as before.
    """
    from pipelines.tables import TableWriter

    shown.begin("write", ledger.counts()[0])
    tracks = _tracks(ledger, stated or {})
    ids = tracks.track_ids()
    pending: deque[str] = deque()
    for leftover in out.glob(".*.tmp"):
        leftover.unlink()
    with ExitStack() as opened:
        writer = opened.enter_context(TableWriter(out, formats, lambda project: pending.popleft()))
        begins = writer.measure()
        old = [
            opened.enter_context((out / file).open("rb")) for file in _standing(ledger, out, formats, begins)
        ]
        offsets = list(begins.values())
        for block in _blocks(_articles(ledger, ids, bool(old))):
            if stop():
                raise Stopped("all inputs are read, the tables are as before: run again to write them")
            if ready := _ready(block, old, list(begins)):
                writer.splice(ready)
                sizes = [article.entry.span.sizes for article in block if article.entry.span]
                if len(block) == 1:
                    sizes = [[*map(len, ready)]]
            else:
                for article in block:
                    pending.extend(article.tracks)
                    writer.add(unpack(ledger.result(article.entry.id)))
                sizes = [list(made) for made in writer.sizes()] if begins else []
            for article, made in zip(block, sizes, strict=False):
                ledger.note(article.entry.id, Span(offsets, made, article.tracks))
                offsets = _sums(offsets, made)
            for _ in block:
                shown.step()
        writer.tracks(tracks.rows())
        writer.errors(ledger.errors())
    ledger.settle_spans()
    ledger["written"] = _state(ledger, out, formats, writer.places)
    ledger.commit()


def _tracks(ledger: Ledger, stated: Stated) -> Tracks:
    from pipelines.tracks import Tracks

    tracks = Tracks(_places)
    for number, blob in ledger.statements():
        known = stated.pop(number, None)
        tracks.add_identified(unpack_statements(blob) if known is None else known)
    tracks.solve()
    return tracks


def _places(name: str) -> tuple[Place, ...]:
    """Find the places of a name that no worker took apart; without one the gazetteers are not loaded here."""
    from pipelines.tracks.places import find_places

    return find_places(name)


def _articles(ledger: Ledger, ids: Iterator[str], standing: bool) -> Iterator[_Article]:
    for entry in ledger.entries():
        tracks = list(islice(ids, entry.projects))
        yield _Article(entry if standing else entry._replace(span=None), tracks)


def _blocks(articles: Iterable[_Article]) -> Iterator[list[_Article]]:
    block: list[_Article] = []
    for article in articles:
        if block and (len(block) == BLOCK or not article.follows(block[-1])):
            yield block
            block = []
        block.append(article)
    if block:
        yield block


def _ready(block: list[_Article], old: Sequence[BinaryIO], names: list[str]) -> list[bytes]:
    """Return the bytes that stand of a block, by file, with the tracks as they are now; [] if it is new."""
    first, last = block[0].entry.span, block[-1].entry.span
    if first is None or last is None:
        return []
    ends = _sums(last.offsets, last.sizes)
    ready = [_read(file, begin, end) for file, begin, end in zip(old, first.offsets, ends, strict=True)]
    now = block[0].tracks
    if len(block) > 1 or now == first.tracks:
        return ready
    from pipelines import nested, tables

    exchange = {"projects.csv": tables.retracked, "records.jsonl": nested.retracked}
    for at, name in enumerate(names):
        if name in exchange:
            exchanged = exchange[name](ready[at], first.tracks, now)
            if exchanged is None:
                return []
            ready[at] = exchanged
    return ready


def _sums(some: list[int], others: list[int]) -> list[int]:
    return [*map(add, some, others)]


def _read(file: BinaryIO, begin: int, end: int) -> bytes:
    file.seek(begin)
    return file.read(end - begin)


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
