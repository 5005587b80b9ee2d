"""A crew of worker processes that outlives its members: who dies is replaced, and his item tried once more.

The standard library's process pool breaks as a whole when one worker dies. Here each worker has a pipe of its
own, so it is known what he was at. On Linux the workers are forked from a parent that has loaded everything,
and share its memory; elsewhere each loads on his own.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Generic, TypeVar

__all__ = ["Crew", "CrewError", "Death"]

T = TypeVar("T")
R = TypeVar("R")

#: Seconds that one item may take before its worker is given up.
TIME_LIMIT = 300.0
TRIES = 2
#: Items that a worker has at hand, so that neither he nor a Kiwi beside him need wait for the next one.
AT_HAND = 6
#: Larger items are sent to idle workers only: a full pipe in each direction would be a deadlock.
SMALL = 4096
POLL = 0.25
#: What a worker says in place of an item's number: he is ready, he cannot start.
READY, HELPLESS = -1, -2


class CrewError(Exception):
    """The workers do not even start."""


@dataclass(frozen=True, slots=True)
class Death:
    """What came of an item that no worker survived; ``cause`` says how the last one died."""

    cause: str


@dataclass(slots=True)
class _Task(Generic[T]):
    number: int
    item: T
    blob: bytes
    tries: int = 0


@dataclass(slots=True)
class _Member(Generic[T]):
    process: Any
    pipe: Connection
    ready: bool = False
    tasks: deque[_Task[T]] = field(default_factory=deque)
    since: float = 0.0
    overdue: bool = False

    def has_room(self, task: _Task[T]) -> bool:
        if not self.ready or len(self.tasks) >= AT_HAND or any(t.tries for t in self.tasks):
            return False
        return not self.tasks or (len(task.blob) <= SMALL and not task.tries)


class Crew(Generic[T, R]):
    """Workers that turn items into results.

    Parameters
    ----------
    make : callable
        Loads what the work needs and returns the function that does it, which may have a method ``expect``:
        it is told each item as it comes to hand, in order. ``make`` must be picklable where the workers are
        not forked, as items and results must be everywhere.
    workers : int
        At least 1.
    method : str
        'fork' or 'spawn'; the default suits the platform.
    time_limit : float
        Seconds after which a worker is killed for working on one item.
    apart : bool
        Whether each worker loads on his own where he is forked, too, and the parent is free meanwhile.

    Attributes
    ----------
    meanwhile : iterator, optional
        What the parent has to do: a step at a time when no worker has anything to say.

    Examples
    --------
    >>> with Crew(make, workers=2) as crew:  # doctest: +SKIP
    ...     for item, result in crew.run(items):
    ...         ...
    """

    def __init__(
        self,
        make: Callable[[], Callable[[T], R]],
        workers: int,
        method: str = "",
        time_limit: float = TIME_LIMIT,
        apart: bool = False,
    ) -> None:
        self.make = make
        self.workers = max(1, workers)
        self.method = method or ("fork" if sys.platform == "linux" else "spawn")
        self.time_limit = time_limit
        self.apart = apart or self.method != "fork"
        self.meanwhile: Iterator[object] | None = None
        self.deaths = 0
        self._context: Any = multiprocessing.get_context(self.method)
        self._members: list[_Member[T]] = []
        self._work: Callable[[T], R] | None = None
        self._failed_starts = 0
        self._number = 0

    def __enter__(self) -> Crew[T, R]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pids(self) -> list[int]:
        """Process ids of the workers."""
        return [m.process.pid for m in self._members]

    def start(self) -> None:
        """Load and hire; `run` does so when its first item comes."""
        if not self.apart and self._work is None:
            gc.disable()  # what is loaded stays
            try:
                self._work = self.make()
            finally:
                gc.enable()
            if self.workers > 1:
                gc.collect()
            gc.freeze()  # a collection in a worker would touch, and so copy, every page
        while len(self._members) < self.workers:
            self._hire()

    def _hire(self) -> None:
        ours, theirs = self._context.Pipe()
        others = [m.pipe for m in self._members] if self.method == "fork" else []
        others = [ours, *others] if self.method == "fork" else []
        if self.apart:
            work: tuple[Any, ...] = (_load_and_serve, (theirs, self.make, others))
        else:
            work = (_serve, (theirs, self._work, others))
        process = self._context.Process(target=work[0], args=work[1], daemon=True)
        process.start()
        theirs.close()
        self._members.append(_Member(process, ours, ready=not self.apart))

    def run(
        self, items: Iterable[T], stop: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[T, R | Death]]:
        """Yield items with their results as they are done.

        Items are taken from the iterable only as fast as they are worked on, and nothing is done while the
        caller is busy with a result, so memory stays bounded.

        Parameters
        ----------
        items : iterable
        stop : callable
            Asked several times a second; when it says True no more is yielded.

        Raises
        ------
        CrewError
            When workers die before they are ready.
        """
        source = iter(items)
        again: deque[_Task[T]] = deque()
        upcoming = self._next(source, again)
        while not stop():
            if upcoming is not None:
                self.start()
                upcoming = self._hand_out(upcoming, source, again)
            if upcoming is None and not any(m.tasks for m in self._members):
                return
            self._kill_overdue()
            for member in self._speaking():
                yield from self._hear(member, again)
            if upcoming is None:
                upcoming = self._next(source, again)

    def _next(self, source: Iterator[T], again: deque[_Task[T]]) -> _Task[T] | None:
        if again:
            return again.popleft()
        for item in source:
            self._number += 1
            return _Task(self._number, item, pickle.dumps((self._number, item), pickle.HIGHEST_PROTOCOL))
        return None

    def _hand_out(
        self, upcoming: _Task[T] | None, source: Iterator[T], again: deque[_Task[T]]
    ) -> _Task[T] | None:
        """Give tasks to those who have least at hand until nobody has room; return the task left over."""
        while upcoming is not None:
            task = upcoming
            free = [m for m in self._members if m.has_room(task)]
            if not free:
                return task
            member = min(free, key=lambda m: len(m.tasks))
            try:
                member.pipe.send_bytes(task.blob)
            except OSError:  # he is dead, which `_hear` will find out
                member.ready = False
                continue
            if not member.tasks:
                member.since = time.monotonic()
            member.tasks.append(task)
            upcoming = self._next(source, again)
        return None

    def _speaking(self) -> list[_Member[T]]:
        pipes = {m.pipe: m for m in self._members}
        heard = wait(list(pipes), 0.0 if self.meanwhile else POLL)
        if self.meanwhile and not heard and next(self.meanwhile, self) is self:
            self.meanwhile = None
        return [pipes[p] for p in heard if isinstance(p, Connection)]

    def _hear(self, member: _Member[T], again: deque[_Task[T]]) -> Iterator[tuple[T, R | Death]]:
        try:
            number, result = member.pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            yield from self._bury(member, again)
            return
        if number == HELPLESS:
            raise CrewError(f"the workers cannot start: {result}")
        self._failed_starts = 0
        if number == READY:
            member.ready = True
            return
        task = member.tasks.popleft()
        assert task.number == number
        member.since = time.monotonic()
        yield task.item, result

    def _bury(self, member: _Member[T], again: deque[_Task[T]]) -> Iterator[tuple[T, R | Death]]:
        """Replace a dead worker; what he was at is blamed, what he had at hand is not."""
        member.process.join(1)
        if member.process.exitcode is None:
            member.process.kill()
            member.process.join()
        member.pipe.close()
        self._members.remove(member)
        self.deaths += 1
        if not member.tasks:
            self._failed_starts += 1
            if self._failed_starts > TRIES * self.workers:
                raise CrewError(f"the workers die at their start ({_cause(member)})")
        else:
            head = member.tasks.popleft()
            again.extend(member.tasks)
            head.tries += 1
            if head.tries < TRIES:
                again.append(head)
            else:
                yield head.item, Death(_cause(member))
        self._hire()

    def _kill_overdue(self) -> None:
        for member in self._members:
            late = member.tasks and time.monotonic() - member.since > self.time_limit
            if late and not member.pipe.poll():
                member.overdue = True
                member.process.kill()

    def close(self) -> None:
        """Send the workers home; those who do not go are killed."""
        for member in self._members:
            member.pipe.close()
        for member in self._members:
            member.process.join(0.0 if member.tasks else 1.0)
            if member.process.exitcode is None:
                member.process.kill()
                member.process.join()
            member.process.close()
        self._members.clear()


def _cause(member: _Member[Any]) -> str:
    if member.overdue:
        return "it took too long"
    code = member.process.exitcode or 0
    if code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"ended with code {code}"


def _load_and_serve(
    pipe: Connection, make: Callable[[], Callable[[Any], Any]], others: list[Connection]
) -> None:
    for other in others:
        other.close()
    gc.disable()  # what is loaded stays
    try:
        work = make()
    except Exception as error:
        pipe.send((HELPLESS, " ".join(str(error).split()) or type(error).__name__))
        return
    gc.freeze()
    gc.enable()
    pipe.send((READY, None))
    _serve(pipe, work, [])


def _serve(pipe: Connection, work: Callable[[Any], Any], others: list[Connection]) -> None:
    """Work until the parent closes the pipe or dies; the work is told, if it has ``expect``, what comes next.

    The ends of other pipes that a fork brought along are closed: they would hide the parent's death.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in others:
        other.close()
    expect = getattr(work, "expect", None)
    tasks: deque[tuple[int, Any]] = deque()
    try:
        while True:
            while not tasks or (expect and len(tasks) < AT_HAND and pipe.poll()):
                tasks.append(pipe.recv())
                if expect:
                    expect(tasks[-1][1])
            number, item = tasks.popleft()
            pipe.send((number, work(item)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
