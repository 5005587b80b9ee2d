"""How a run tells where it is: a bar on a terminal, lines of JSON for programs, or nothing."""

from __future__ import annotations

import json
import sys
import time
from types import TracebackType
from typing import Any, ClassVar, TextIO

__all__ = ["Bar", "JsonLines", "Progress", "choose"]


class Progress:
    """Says nothing; the others override `show`.

    Attributes
    ----------
    phase : str
        'read' or 'write'.
    done, total, failed : int
        Inputs of the phase; ``total`` may shrink while it goes on.
    """

    #: Seconds between two signs of life.
    pace = 0.2

    def __init__(self) -> None:
        self.phase = ""
        self.done = self.total = self.failed = 0
        self._first = self._shown = 0.0

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def begin(self, phase: str, total: int) -> None:
        """Start a phase."""
        self.phase, self.total, self.done, self.failed = phase, total, 0, 0
        self._first = self._shown = 0.0
        self.tick()

    def step(self, failed: bool = False) -> None:
        """One input is done."""
        self.done += 1
        self._first = self._first or time.monotonic()
        self.failed += failed
        self.tick(force=self.done == self.total)

    def skip(self) -> None:
        """One input needs nothing done."""
        self.total -= 1

    def tick(self, force: bool = False) -> None:
        """Show where the run is, if it is time to."""
        now = time.monotonic()
        if force or now - self._shown >= self.pace:
            self._shown = now
            self.show()

    @property
    def rate(self) -> float:
        """Inputs per second since the first one was done, so that loading does not count; 0 when unknown."""
        return (self.done - 1) / max(time.monotonic() - self._first, 1e-9) if self.done else 0.0

    @property
    def remaining(self) -> float | None:
        """Seconds to the end of this phase, None when unknown."""
        return (self.total - self.done) / self.rate if self.rate else None

    def show(self) -> None:
        """Show where the run is."""


class JsonLines(Progress):
    """A line of JSON a second on the given stream."""

    pace = 1.0

    def __init__(self, stream: TextIO | None = None) -> None:
        super().__init__()
        self.stream = stream or sys.stderr

    def show(self) -> None:
        """Write a line."""
        left = self.remaining
        state: dict[str, Any] = {
            "phase": self.phase,
            "done": self.done,
            "total": self.total,
            "failed": self.failed,
            "per_second": round(self.rate, 2),
            "remaining_seconds": None if left is None else round(left, 1),
        }
        print(json.dumps(state), file=self.stream, flush=True)


class Bar(Progress):
    """A bar with rate, remaining time and failures; drawn by this thread, as a fork must not meet another."""

    words: ClassVar[dict[str, str]] = {"read": "reading", "write": "writing tables"}

    def __init__(self) -> None:
        super().__init__()
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as RichProgress

        self._bar = RichProgress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[note]}"),
            console=Console(stderr=True),
            auto_refresh=False,
            transient=True,
        )
        self._task: Any = None

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def begin(self, phase: str, total: int) -> None:
        """Start a phase."""
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(self.words.get(phase, phase), total=total, note="")
        super().begin(phase, total)

    def show(self) -> None:
        """Draw the bar."""
        note = f"{self.rate:.1f}/s"
        if self.remaining is not None:
            left = round(self.remaining)
            note += f", {left // 3600}:{left // 60 % 60:02d}:{left % 60:02d} left"
        if self.failed:
            note += f", {self.failed} failed"
        self._bar.update(self._task, completed=self.done, total=self.total, note=note, refresh=True)


def choose(quiet: bool = False, json_lines: bool = False) -> Progress:
    """Return what suits the options and the terminal."""
    if json_lines:
        return JsonLines()
    if not quiet and sys.stderr.isatty():
        return Bar()
    return Progress()
