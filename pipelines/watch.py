"""``gisaro watch``: the tables follow a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from watchfiles import Change, watch

from pipelines.batch import Report, Stop, local, run

__all__ = ["follow"]

#: Milliseconds without news after which what came is worked on, and after which a wish to stop is looked for.
QUIET = 400
POLL = 500


def follow(
    folder: str,
    out: Path,
    *,
    published: str = "",
    formats: Sequence[str] = ("csv", "jsonl"),
    workers: int = 0,
    prune: bool = False,
    stop: Stop = lambda: False,
) -> Iterator[Report]:
    """Bring the tables up to date now and whenever something in the folder changes; yield what each run did.

    Kiwi and the model are loaded once, and the workers stay.

    Parameters
    ----------
    folder : str
        The folder to watch, to its bottom.
    out, published, formats, workers, prune
        See `pipelines.batch.run`.
    stop : callable
        Asked twice a second; when it says True the watch ends.

    Raises
    ------
    RunError, Stopped
        See `pipelines.batch.run`.
    """
    engine, crew = local(workers, published)
    with crew:
        crew.start()  # before the watcher's thread is there: a fork copies no threads
        again = partial(
            run, [folder], out, published=published, formats=formats, prune=prune, engine=engine, stop=stop
        )
        yield from _whenever(folder, out, again, stop)


def _whenever(folder: str, out: Path, again: Callable[[], Report], stop: Stop) -> Iterator[Report]:
    own = str(out.resolve())

    def wanted(change: Change, path: str) -> bool:
        return not path.startswith(own) and not Path(path).name.startswith(".")

    first = True
    for changes in watch(
        folder, watch_filter=wanted, debounce=4 * QUIET, step=QUIET, rust_timeout=POLL, yield_on_timeout=True
    ):
        if stop():
            return
        if first or changes:  # the watcher is at work before the first run: nothing falls between
            first = False
            yield again()
