"""Run a command and watch it: seconds, the rate it reports, and the memory of each of its processes."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

__all__ = ["Watched", "compiled_in", "gisaro", "kiwi_alone", "python"]

#: Seconds between two looks, and between two searches for processes.
PACE, SOUGHT = 0.1, 1.0
#: The system counts shared pages one by one: tens of milliseconds that two busy workers would miss. It takes
#: part in so much of the time at most: one in so many.
DEAR = 20
MEGA = 1e6

#: Kiwi and nothing else over the files of a folder: load time, then articles per second, and CPU seconds an
#: article.
KIWI = """
import sys, time
from pathlib import Path
texts = [p.read_text() for p in sorted(Path(sys.argv[1]).rglob("*.txt"))]
begin = time.perf_counter()
from kiwipiepy import Kiwi
kiwi = Kiwi(num_workers=int(sys.argv[2]), load_multi_dict=False)  # as the extractor loads it
kiwi.tokenize("준비")
loaded, busy = time.perf_counter(), time.process_time()
if sys.argv[2] == "1":
    for text in texts:
        kiwi.tokenize(text)
else:
    for _ in kiwi.tokenize(iter(texts)):
        pass
taken = time.perf_counter() - loaded
print(loaded - begin, len(texts) / taken, (time.process_time() - busy) / len(texts))
"""


@dataclass(slots=True)
class Watched:
    """What a command used.

    Attributes
    ----------
    seconds : float
        From start to end.
    rate : float
        Inputs per second while it read, loading left out; 0 when it read less than two.
    peak : float
        Megabytes of the largest process at its peak (RSS).
    together : float
        Megabytes of all processes at their common peak, shared pages counted once (PSS).
    second : float
        Megabytes that are the second worker's alone (USS) at its peak; 0 without one.
    worked : float
        CPU seconds of its workers, which begin when all is loaded; other processes hardly change them.
    cpu : float
        CPU seconds of all its processes from start to end.
    """

    seconds: float
    rate: float
    peak: float
    together: float
    second: float
    worked: float = 0.0
    cpu: float = 0.0


def compiled_in(folder: Path) -> None:
    """Let the processes started from now on keep their modules' bytecode in a folder."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def python(*arguments: str) -> tuple[float, str]:
    """Run this Python; return seconds and what it printed."""
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True)
    return time.perf_counter() - begin, done.stdout


def kiwi_alone(folder: Path, threads: int = 1) -> tuple[float, float, float]:
    """Return Kiwi's load time in seconds, and over a folder its articles per second and CPU seconds each."""
    _, told = python("-c", KIWI, str(folder), str(threads))
    load, rate, busy = map(float, told.split())
    return load, rate, busy


def gisaro(*arguments: str, shares: bool = True) -> Watched:
    """Run ``gisaro run`` with lines of progress, and watch it.

    Parameters
    ----------
    shares : bool
        Whether to count shared pages, for ``together`` and ``second``.
    """
    line = [sys.executable, "-m", "pipelines.cli", "run", *arguments, "--json-progress"]
    begin, before = time.perf_counter(), _cpu()
    process = psutil.Popen(line, stderr=subprocess.PIPE, text=True)
    watched = Watched(0.0, 0.0, 0.0, 0.0, 0.0)
    eye = threading.Thread(target=_watch, args=(process, watched, shares), daemon=True)
    eye.start()
    last = ""
    for last in process.stderr:
        with contextlib.suppress(json.JSONDecodeError):
            state = json.loads(last)
            if state["phase"] == "read" and state["done"] == state["total"] > 1:
                watched.rate = state["per_second"]
    if process.wait() > 1:
        raise RuntimeError(f"{' '.join(line)}: {last}")
    watched.seconds, watched.cpu = time.perf_counter() - begin, _cpu() - before
    eye.join()
    return watched


def _cpu() -> float:
    """Return the CPU seconds of all processes that this one waited for, and those they waited for."""
    return sum(os.times()[2:4])


def _watch(process: psutil.Popen, watched: Watched, shares: bool) -> None:
    others: list[psutil.Process] = []
    sought = weighed = 0.0
    while process.poll() is None:
        begin = time.perf_counter()
        if begin >= sought:
            others, sought = _children(process), begin + SOUGHT
        worked = 0.0
        for one in [process, *others]:
            with contextlib.suppress(psutil.Error, OSError):
                watched.peak = max(watched.peak, one.memory_info().rss / MEGA)
                if one.pid != process.pid:
                    worked += sum(one.cpu_times()[:2])
        watched.worked = max(watched.worked, worked)
        if shares and begin >= weighed:
            _weigh(process, others, watched)
            now = time.perf_counter()
            weighed = now + DEAR * (now - begin)
        time.sleep(PACE)


def _weigh(process: psutil.Popen, others: list[psutil.Process], watched: Watched) -> None:
    together, own = 0.0, []
    for one in [process, *others]:
        with contextlib.suppress(psutil.Error, OSError):
            memory = one.memory_full_info()
            together += memory.pss / MEGA
            if one.pid != process.pid:
                own.append(memory.uss / MEGA)
    watched.together = max(watched.together, together)
    if len(own) > 1:
        watched.second = max(watched.second, min(own))


def _children(process: psutil.Popen) -> list[psutil.Process]:
    with contextlib.suppress(psutil.Error):
        return list(process.children(recursive=True))
    return []
