"""From the ledger to the files: in bounded memory, and what stands unchanged is taken over as it is."""

from __future__ import annotations

import hashlib
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pipelines import fingerprint
from pipelines.errors import Stopped
from pipelines.ledger import Entry, Ledger
from pipelines.progress import Progress
from pipelines.work import unpack, unpack_statements

if TYPE_CHECKING:
    from pipelines.tracks import Tracks

__all__ = ["stands", "write"]

#: Articles in a block, about. Where one ends depends on the ids alone, so a new article moves no other block.
BLOCK = 16


def stands(ledger: Ledger, out: Path, formats: Sequence[str]) -> bool:
    """Tell whether the files still are what was written last, and that is what the ledger holds."""
    written = ledger.get("written", {})
    return bool(written) and written == _state(ledger, out, formats, written["files"])


def write(
    ledger: Ledger, out: Path, formats: Sequence[str], shown: Progress, stop: Callable[[], bool]
) -> None:
    """Write all tables; they are put in place together, and only then the ledger says that they stand.

    Raises
    ------
    Stopped
        When asked to; the tables are then as before.
    """
    from pipelines.tables import TableWriter

    shown.begin("write", ledger.counts()[0])
    tracks = _tracks(ledger)
    ids = tracks.track_ids()
    pending: deque[str] = deque()
    for leftover in out.glob(".*.tmp"):
        leftover.unlink()
    with ExitStack() as opened:
        writer = opened.enter_context(TableWriter(out, formats, lambda project: pending.popleft()))
        old = _standing(ledger, out, formats, opened)
        before = writer.marks()
        for block in _blocks(ledger.entries()):
            if stop():
                raise Stopped("all inputs are read, the tables are as before: run again to write them")
            pending.extend(islice(ids, sum(entry.projects for entry in block)))
            key = _key(block, pending)
            if spans := ledger.spans(key) if old else None:
                writer.splice({file: _read(old[file], *span) for file, span in spans.items()})
                pending.clear()
            else:
                for entry in block:
                    writer.add(unpack(ledger.result(entry.id)))
            after = writer.marks()
            ledger.note(key, {file: (after[file] - before[file], before[file]) for file in after})
            before = after
            for _ in block:
                shown.step()
        writer.tracks(tracks.rows())
        writer.errors(ledger.errors())
    ledger.settle_spans()
    ledger["written"] = _state(ledger, out, formats, writer.places)
    ledger.commit()


def _tracks(ledger: Ledger) -> Tracks:
    from pipelines.tracks import Tracks
    from pipelines.tracks.places import find_places

    tracks = Tracks(find_places)
    for blob in ledger.statements():
        tracks.add_identified(unpack_statements(blob))
    tracks.solve()
    return tracks


def _blocks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    block: list[Entry] = []
    for entry in entries:
        block.append(entry)
        if zlib.crc32(entry.article_id.encode()) % BLOCK == 0 or len(block) == 8 * BLOCK:
            yield block
            block = []
    if block:
        yield block


def _key(block: list[Entry], tracks: Iterable[str]) -> bytes:
    """Return the identity of a block's bytes: results never change under their number, tracks may."""
    return hashlib.sha256(repr(([entry.id for entry in block], list(tracks))).encode()).digest()


def _read(file: BinaryIO, length: int, offset: int) -> bytes:
    file.seek(offset)
    return file.read(length)


def _standing(ledger: Ledger, out: Path, formats: Sequence[str], opened: ExitStack) -> dict[str, BinaryIO]:
    """Open the files that an earlier run left, if they are as it left them."""
    written = ledger.get("written", {})
    if not written:
        return {}
    now = _state(ledger, out, formats, written["files"])
    if any(now[part] != written[part] for part in ("formats", "code", "files")):
        return {}
    return {file: opened.enter_context((out / file).open("rb")) for file in written["files"]}


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
