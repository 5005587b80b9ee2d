"""Whole runs of the command, beside Kiwi alone over the same articles."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from pipelines.bench.process import Watched, compiled_in, gisaro, kiwi_alone, python
from pipelines.bench.synthetic import CORPUS, write

__all__ = ["Figure", "again", "cluster", "memory", "speed", "start_up"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report.

    Attributes
    ----------
    name : str
    value : float
    unit : str
    floor : str
        What it is held against, in words and figures.
    bound : str
        What it must keep to, e.g. '<= 2.00'; empty when nothing was promised.
    kept : bool, optional
        Whether it does.
    """

    name: str
    value: float
    unit: str
    floor: str = ""
    bound: str = ""
    kept: bool | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)


def _most(name: str, value: float, limit: float, floor: str) -> Figure:
    return Figure(name, value, "x", floor, f"<= {limit:g}", value <= limit)


def _least(name: str, value: float, limit: float, floor: str) -> Figure:
    return Figure(name, value, "x", floor, f">= {limit:g}", value >= limit)


def _fresh(folder: Path, out: Path, *options: str, shares: bool = False) -> Watched:
    shutil.rmtree(out, ignore_errors=True)
    return gisaro(str(folder), "--out", str(out), *options, shares=shares)


def speed(place: Path, articles: int, repeats: int) -> Iterator[Figure]:
    """Kiwi alone on one thread and two, the whole pipeline with one worker and two, in turns."""
    folder, out = place / "speed", place / "out"
    list(write(folder, articles))
    rates: dict[str, list[float]] = {"kiwi1": [], "kiwi2": [], "one": [], "two": []}
    busy: dict[str, list[float]] = {"kiwi1": [], "kiwi2": [], "one": [], "two": []}
    for _ in range(repeats):
        for workers in ("1", "2"):
            _, rate, cpu = kiwi_alone(folder, int(workers))
            rates[f"kiwi{workers}"].append(rate)
            busy[f"kiwi{workers}"].append(cpu)
            watched = _fresh(folder, out, "--workers", workers)
            rates["one" if workers == "1" else "two"].append(watched.rate)
            busy["one" if workers == "1" else "two"].append(watched.worked / articles)
    middle = {name: median(found) for name, found in rates.items()}
    floor = f"Kiwi alone, 1 thread: {middle['kiwi1']:.1f}/s"
    yield Figure("Kiwi alone, 1 thread", middle["kiwi1"], "articles/s")
    yield Figure("Kiwi alone, 2 threads", middle["kiwi2"], "articles/s", floor)
    yield Figure("whole pipeline, 1 worker", middle["one"], "articles/s", floor)
    yield Figure("whole pipeline, 2 workers", middle["two"], "articles/s", floor)
    slower = median(k / p for k, p in zip(rates["kiwi1"], rates["one"], strict=True))
    faster = median(b / a for a, b in zip(rates["one"], rates["two"], strict=True))
    yield _most("time of 1 worker / time of Kiwi alone", slower, 2.0, floor)
    yield _least("2 workers / 1 worker", faster, 1.85, f"1 worker: {middle['one']:.1f}/s")
    cost = {name: 1000 * median(found) for name, found in busy.items()}
    floor = f"Kiwi alone: {cost['kiwi1']:.1f} ms"
    yield _most("CPU of 1 worker / CPU of Kiwi alone", cost["one"] / cost["kiwi1"], 2.0, floor)
    floor = f"Kiwi itself on 2 threads: {cost['kiwi2'] / cost['kiwi1']:.2f}"
    yield Figure("CPU an article, 2 workers / 1 worker", cost["two"] / cost["one"], "x", floor)


def start_up(place: Path, repeats: int) -> Iterator[Figure]:
    """From the command's start to the tables of one article; the help.

    Modules are compiled beforehand, as in an installed package.
    """
    folder, out = place / "one", place / "out"
    list(write(folder, 1))
    compiled_in(place / "bytecode")
    _fresh(folder, out)
    first, load, helps = [], [], []
    for _ in range(repeats):
        load.append(kiwi_alone(folder)[0])
        first.append(_fresh(folder, out).seconds)
        helps.append(python("-m", "pipelines.cli", "--help")[0])
    floor = f"Kiwi's load: {median(load):.2f} s"
    over = median(f - k for f, k in zip(first, load, strict=True))
    yield Figure("one article, start to tables", median(first), "s", floor)
    yield Figure("… over Kiwi's load", over, "s", floor, "<= 1.5", over <= 1.5)
    yield Figure("gisaro --help", median(helps), "s", "", "<= 0.5", median(helps) <= 0.5)


def memory(
    place: Path, sizes: list[int], told: Callable[[str], None], spent: dict[int, Watched]
) -> Iterator[Figure]:
    """Peak memory and time at growing sizes, of all the corpus; what was used is left in ``spent``."""
    first = 0.0
    for size in sizes:
        folder, out = place / f"corpus{size}", place / f"out{size}"
        characters = sum(len(path.read_text()) for path in write(folder, size, source=CORPUS))
        told(f"{size} articles")
        watched = _fresh(folder, out, shares=True)
        spent[size] = watched
        ledger = sum(p.stat().st_size for p in (out / ".gisaro").iterdir())
        tables = sum(p.stat().st_size for p in out.iterdir() if p.is_file())
        yield Figure(
            f"{size} articles, whole run",
            watched.seconds,
            "s",
            f"{watched.rate:.1f}/s while reading, {characters / size:.0f} characters each",
        )
        yield Figure(f"{size} articles, largest process", watched.peak, "MB RSS")
        shared = f"second worker's own: {watched.second:.0f} MB"
        yield Figure(f"{size} articles, all processes", watched.together, "MB PSS", shared)
        yield Figure(f"{size} articles, tables", tables / 1e6, "MB", f"ledger: {ledger / 1e6:.1f} MB")
        first = first or watched.peak
        if size != sizes[0]:
            floor = f"{sizes[0]} articles: {first:.0f} MB"
            yield _most(f"peak at {size} / peak at {sizes[0]}", watched.peak / first, 1.15, floor)


def again(place: Path, size: int, first: Watched) -> Iterator[Figure]:
    """Nothing new, then one article in a hundred new, after the first run that `memory` made."""
    folder, out = place / f"corpus{size}", place / f"out{size}"
    nothing = gisaro(str(folder), "--out", str(out), shares=False)
    for path in write(folder, size // 100, seed=1, source=CORPUS):
        path.touch()
    some = gisaro(str(folder), "--out", str(out), shares=False)
    floor = f"first run: {first.seconds:.1f} s"
    yield Figure(f"{size} articles, nothing new", nothing.seconds, "s", floor)
    yield _most("nothing new / first run", nothing.seconds / first.seconds, 0.02, floor)
    yield Figure(f"{size} articles, 1 % new", some.seconds, "s", floor)
    yield _most("1 % new / first run", some.seconds / first.seconds, 0.05, floor)
    floor = f"first run: {first.cpu:.1f} s of CPU, nothing new: {nothing.cpu:.2f} s"
    yield _most("1 % new / first run, CPU", some.cpu / first.cpu, 0.05, floor)


def cluster(place: Path, size: int) -> Iterator[Figure]:
    """Dask with two workers of one thread, beside two workers of our own."""
    from distributed import LocalCluster

    folder, out = place / "cluster", place / "out"
    list(write(folder, size))
    own = _fresh(folder, out, "--workers", "2")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as dask:  # type: ignore[no-untyped-call]
        watched = _fresh(folder, out, "--cluster", dask.scheduler_address)
    floor = f"2 processes: {own.seconds:.1f} s, {own.rate:.1f}/s"
    yield Figure(f"Dask, 2 workers, {size} articles", watched.seconds, "s", floor)
