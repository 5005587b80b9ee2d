"""A run over many inputs: what is new, who works on it, what goes into the tables."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from extractor.analyser import Beside
from pipelines import fingerprint, writing
from pipelines.crew import TIME_LIMIT, Crew, CrewError, Death
from pipelines.errors import InputError, RunError, Stopped
from pipelines.ledger import Ledger, LedgerError
from pipelines.progress import Progress
from pipelines.read import STDIN, Source, find, read_bytes
from pipelines.work import Item, Outcome, digest, item_of, worker

__all__ = ["Engine", "Report", "Stopped", "local", "run", "stoppable"]

Stop = Callable[[], bool]
#: Works on items: a crew of this machine's processes, or a cluster.
Engine = Callable[[Iterable[Item], Stop], Iterator[tuple[Item, Outcome | Death]]]

#: Outcomes and seconds between two commits.
COMMIT_OUTCOMES = 500
COMMIT_SECONDS = 2.0
#: So few inputs one worker, with Kiwi loaded beside him, reads sooner than several can load and read; where
#: a number of workers was asked for, only as few as hardly can be shared.
FEW, HARDLY_ANY = 120, 4
#: Inputs after which it is asked whether it looks like few of so many.
LOOK_FIRST, LOOK_EVERY, MANY = 100, 1_000, 5_000


@dataclass(slots=True)
class Report:
    """What a run did.

    Attributes
    ----------
    found : int
        Inputs found under the given paths.
    done : int
        Inputs that were read in this run, being new or changed; ``failed`` of them gave an error.
    gone : int
        Inputs of earlier runs that are no longer there and still are in the tables; ``pruned``: that no
        longer are.
    articles, repeats, errors : int
        Articles in the tables, inputs that repeat one of them, rows of errors.csv.
    written : bool
        Whether the tables were written; they stand as they are when nothing changed.
    seconds : float
    """

    found: int = 0
    done: int = 0
    failed: int = 0
    gone: int = 0
    pruned: int = 0
    articles: int = 0
    repeats: int = 0
    errors: int = 0
    written: bool = False
    seconds: float = 0.0


def local(
    workers: int = 0,
    published: str = "",
    time_limit: float = TIME_LIMIT,
    inputs: int | None = None,
    begun: Sequence[Beside] = (),
) -> tuple[Engine, Crew[Item, Outcome]]:
    """Return an engine of worker processes on this machine and its crew, to be closed by the caller.

    Parameters
    ----------
    workers : int
        0: as many as this process may use cores.
    published : str
        See `pipelines.work.worker`.
    time_limit : float
        Seconds that one input may take.
    inputs : int, optional
        How many there will be, where that is known: no more workers than inputs. Few of them get one worker,
        who loads what he needs while the parent gets ready for the tables; on Linux another process loads
        Kiwi for him at the same time.
    begun : sequence of Beside
        Holds that process until a worker has it, where it was begun with before.
    """
    count = workers or len(
        os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    )
    few = inputs is not None and inputs <= _few(workers)
    if inputs is not None:
        count = 1 if few else min(count, inputs)
    make = partial(worker, published, few and sys.platform == "linux", begun if few else ())
    crew: Crew[Item, Outcome] = Crew(make, count, time_limit=time_limit, apart=few)
    crew.meanwhile = _get_ready()
    return crew.run, crew


def _few(workers: int) -> int:
    return HARDLY_ANY if workers else FEW


@contextmanager
def _beforehand() -> Iterator[list[Beside]]:
    """Give a list for a process that loads Kiwi before it is known for whom; that process ends here."""
    begun: list[Beside] = []
    try:
        yield begun
    finally:
        _end(begun)


def _end(begun: list[Beside]) -> None:
    while begun:
        begun.pop().end()


def _get_ready() -> Iterator[None]:
    """Load what the tables need while the workers load or are at their first inputs."""
    for module in ("pandas", "pipelines.tables", "pipelines.tracks"):
        import_module(module)
        yield


def run(
    paths: Sequence[str],
    out: Path,
    *,
    published: str = "",
    formats: Sequence[str] = ("csv", "jsonl"),
    workers: int = 0,
    prune: bool = False,
    progress: Progress | None = None,
    engine: Engine | None = None,
    stop: Stop = lambda: False,
) -> Report:
    """Bring an output folder up to date with its inputs.

    Only inputs that are new, that changed or whose results a new version would make differently are read. The
    same inputs give the same files, whatever the number of workers and however often a run was interrupted.

    Parameters
    ----------
    paths : sequence of str
        Files, folders, or '-' for standard input.
    out : Path
        The output folder.
    published : str
        Day of publication of all inputs (ISO 8601).
    formats : sequence of str
        'csv', 'jsonl', 'parquet'.
    workers : int
        Worker processes; 0: one a core.
    prune : bool
        Whether inputs of earlier runs that no longer exist leave the tables.
    progress : Progress, optional
    engine : Engine, optional
        Who does the work, in place of this machine's processes.
    stop : callable
        Asked several times a second; when it says True the run ends with `Stopped`.

    Raises
    ------
    RunError
        When another run is at work on the folder, or it cannot be written to, or the disk is full.
    Stopped
    """
    begin = time.monotonic()
    report = Report()
    with _told(out), Ledger(out) as ledger, progress or Progress() as shown, _beforehand() as begun:
        ledger.recipe = fingerprint.extraction(published=published)
        may_begin = engine is None and sys.platform == "linux"
        stdin = _search(ledger, paths, report, begun, _few(workers) if may_begin else 0)
        _clean_up(ledger, prune, report)
        shown.begin("read", ledger.doubtful())
        if engine is not None:
            _work(ledger, engine, stdin, shown, stop, report)
        else:
            local_engine, crew = local(workers, published, inputs=shown.total, begun=(used := begun[:]))
            if not crew.apart:
                _end(begun)
            with crew:
                if begun:
                    crew.start()
                    used.pop().leave()  # who comes in a worker's place has one of his own
                _work(ledger, local_engine, stdin, shown, stop, report)
        report.articles, report.repeats, report.errors = ledger.counts()
        if not writing.stands(ledger, out, formats):
            writing.write(ledger, out, formats, shown, stop)
            report.written = True
    report.seconds = time.monotonic() - begin
    return report


def _search(
    ledger: Ledger, paths: Sequence[str], report: Report, begun: list[Beside], few: int
) -> bytes | None:
    """Note all inputs in the ledger; return the content of standard input, which is read once.

    As soon as it seems that there is something to read, but no more than ``few`` inputs, Kiwi is begun with.
    """
    refused: list[InputError] = []
    stdin: list[bytes] = []

    def items() -> Iterator[Item]:
        now = time.time_ns()
        for number, found in enumerate(find(paths, once=False)):  # the ledger sees to that in bounded memory
            if number % LOOK_EVERY == LOOK_FIRST and not begun and _some(ledger, few * number // MANY):
                begun.append(Beside())
            try:
                if isinstance(found, InputError):
                    raise found
                if not found.path:
                    if not stdin:
                        stdin.append(read_bytes(found))
                    yield Item(b"-", STDIN, "", data=stdin[0])
                else:
                    yield item_of(found, now)
            except InputError as error:
                refused.append(error)

    ledger.see(items())
    ledger.refuse(error.row for error in refused)
    report.found = ledger.seen()
    return stdin[0] if stdin else None


def _some(ledger: Ledger, most: int) -> bool:
    return 0 < ledger.doubtful() <= most


def _clean_up(ledger: Ledger, prune: bool, report: Report) -> None:
    for key in ledger.gone():
        if key == b"-" or os.path.lexists(key):
            continue
        if prune:
            ledger.forget(key)
            report.pruned += 1
        else:
            report.gone += 1
    ledger.commit()


def _todo(ledger: Ledger, stdin: bytes | None, shown: Progress) -> Iterator[Item]:
    """Yield the inputs to work on; those that were only touched are compared by content here."""
    for known in ledger.look():
        item = known.item
        if not item.path:
            item = Item(item.key, item.name, "", data=stdin)
        if known.same_recipe and known.sha256 and _content(item) == known.sha256:
            ledger.touch(item)
            shown.skip()
        else:
            yield item


def _content(item: Item) -> str:
    try:
        return digest(item.data if item.data is not None else read_bytes(Source(item.name, item.path)))
    except InputError:
        return ""


def _work(
    ledger: Ledger, engine: Engine, stdin: bytes | None, shown: Progress, stop: Stop, report: Report
) -> None:
    pending, committed = 0, time.monotonic()

    def asked() -> bool:
        shown.tick()
        return stop()

    for item, outcome in engine(_todo(ledger, stdin, shown), asked):
        if isinstance(outcome, Death):
            message = f"'{item.name}' broke the extractor twice: {outcome.cause}."
            outcome = Outcome(_content(item), error=("malformed", message))
        ledger.put(item, outcome)
        report.done += 1
        report.failed += outcome.error is not None
        shown.step(outcome.error is not None)
        pending += 1
        if pending >= COMMIT_OUTCOMES or time.monotonic() - committed > COMMIT_SECONDS:
            ledger.commit()
            pending, committed = 0, time.monotonic()
    ledger.commit()
    if stop():
        raise Stopped(f"{report.done} inputs are read: run again to go on")


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Turn what the disk refuses into one sentence."""
    try:
        yield
    except (LedgerError, CrewError) as error:
        raise RunError(str(error)) from None
    except sqlite3.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            raise RunError(_full(out)) from None
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            raise RunError(_refused(out)) from None
        if code == sqlite3.SQLITE_IOERR:
            raise RunError(f"the disk of '{out}' fails ({error}): check it, then run again") from None
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise RunError(_full(out)) from None
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST):
            raise RunError(_refused(out)) from None
        raise


def _full(out: Path) -> str:
    return f"the disk that holds '{out}' is full: free some space and run again (what was done is kept)"


def _refused(out: Path) -> str:
    return f"'{out}' cannot be written to: choose a folder that you may write to"


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Make Ctrl-C and SIGTERM a wish to stop; a second one stops at once."""
    wish = threading.Event()

    def note(number: int, frame: Any) -> None:
        if wish.is_set():
            raise KeyboardInterrupt
        wish.set()

    if threading.current_thread() is not threading.main_thread():
        yield wish.is_set
        return
    before = {s: signal.signal(s, note) for s in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield wish.is_set
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
