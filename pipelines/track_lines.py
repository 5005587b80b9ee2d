"""The lines of tracks.csv: of tracks that changed they are made, the others are taken over as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from pipelines.ledger import Ledger

if TYPE_CHECKING:
    from pipelines.sinks import CsvSink
    from pipelines.tracks import Tracks

__all__ = ["write"]

#: Rows that are made at a time.
BATCH = 1_000

#: From where to where lines are taken over; None for a row that is made.
Stretch = tuple[int, int] | None


def write(ledger: Ledger, tracks: Tracks, file: CsvSink, earlier: BinaryIO | None) -> None:
    """Write all lines in order.

    Parameters
    ----------
    ledger : Ledger
        Knows of all articles that are new in the files that are being written, or stand there otherwise.
    tracks : Tracks
        Of all articles, solved.
    file : CsvSink
        tracks.csv, with nothing but its head.
    earlier : BinaryIO, optional
        tracks.csv as it was written last; None when nothing can be taken over.
    """
    begin = file.measure()
    among = ledger.touch_tracks() if earlier else "TRUE"
    rows = tracks.rows(among)
    made: list[str] = []
    stretches: list[Stretch] = []
    for track, stretch in _stretches(ledger, tracks.marked(among), begin):
        if stretch is None:
            file.add([next(rows)])
            made.append(track)
            stretches.append(None)
        elif stretches and (last := stretches[-1]) and last[1] == stretch[0]:
            stretches[-1] = last[0], stretch[1]
        else:
            stretches.append(stretch)
        if len(made) == BATCH:
            _put(ledger, file, earlier, made, stretches)
    _put(ledger, file, earlier, made, stretches)


def _stretches(ledger: Ledger, ids: Iterator[tuple[str, bool]], at: int) -> Iterator[tuple[str, Stretch]]:
    lines = ledger.track_lines()
    line = next(lines, None)
    for track, changed in ids:
        while line and line[0] < track:
            at, line = at + line[1], next(lines, None)
        if changed:
            yield track, None
        else:
            assert line
            assert line[0] == track
            yield track, (at, at + line[1])


def _put(
    ledger: Ledger, file: CsvSink, earlier: BinaryIO | None, made: list[str], stretches: list[Stretch]
) -> None:
    ready = file.made()
    for track, line in zip(made, ready, strict=True):
        ledger.note_track(track, len(line))
    lines = iter(ready)
    for stretch in stretches:
        if stretch is None:
            file.splice([next(lines)])
        elif earlier:
            file.copy(earlier, *stretch)
    made.clear()
    stretches.clear()
