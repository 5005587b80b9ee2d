"""Kiwi, in this process or in one beside it.

Loading Kiwi takes longer than all else together and holds the interpreter's lock, so a thread would gain
nothing. Who has only a few texts to read lets another process load it, loads everything else meanwhile, and
sends that process what is to be tokenised: the next text's pieces, too, while it reads one. What it asks for
unforeseen overtakes them by a pipe of its own.
"""

from __future__ import annotations

import marshal
import os
import re
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from itertools import pairwise
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Protocol

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

__all__ = ["Analyser", "Beside", "Request", "Token", "analyser", "expect", "kiwi", "kiwi_beside", "stand_in"]

#: A text to tokenise and the spans in it that are words, (start, end, tag) each, or None.
Request = tuple[str, Any]

#: Characters and requests under way at most while nobody reads the answers. A pipe holds so much, so that the
#: two never wait for each other.
AHEAD, REQUESTS = 10_000, 50


class Token(NamedTuple):
    """What is asked of Kiwi's tokens."""

    form: str
    tag: str
    start: int
    end: int
    oov: bool
    sent_position: int

    @property
    def len(self) -> int:
        """Its length in code points."""
        return self.end - self.start


_told = attrgetter(*Token._fields)


class Analyser(Protocol):
    """What is asked of Kiwi."""

    def tokenize(self, text: str, pretokenized: Any = None) -> Sequence[Any]:
        """Return the tokens of a text."""


@cache
def kiwi() -> Kiwi:
    """Return the one Kiwi of this process: one thread, so that a fork after it is safe."""
    from kiwipiepy import Kiwi

    made = Kiwi(num_workers=1, load_multi_dict=False)
    made.tokenize("준비")  # builds the model now, not in the first article
    return made


class Beside:
    """Kiwi in a process of its own, forked here and now; it ends with this one.

    When that process dies, so does this one and of the same: a text that kills Kiwi kills who reads it.
    """

    def __init__(self) -> None:
        self._expected: deque[Request] = deque()  # not yet sent
        self._sent: deque[Request] = deque()
        self._answers: deque[tuple[Request, Any]] = deque()
        self._pipe, theirs = Pipe()
        self._urgent, urgent = Pipe()
        self.pid = os.fork()
        if not self.pid:
            try:
                _serve(theirs, urgent)
            finally:
                os._exit(1)
        theirs.close()
        urgent.close()

    def tokenize(self, text: str, pretokenized: Any = None) -> list[Token]:
        """Return the tokens of a text, as Kiwi does; the first call waits until Kiwi is loaded."""
        request = text, pretokenized
        self._skip_to(request)
        if not self._answers or self._answers[0][0] != request:
            if request in self._expected:  # the first one
                self._post(self._expected.popleft())
            elif request not in self._sent:
                return _tokens(self._ask(request))
            self._hear(self._sent.index(request) + 1)
            answered = self._answers.pop()
        else:
            answered = self._answers.popleft()
        self._post_ahead()
        return _tokens(answered[1])

    def expect(self, requests: Iterable[Request]) -> None:
        """Have texts tokenised that `tokenize` will soon be asked for, in this order."""
        self._expected.extend(requests)
        self._post_ahead()

    def _skip_to(self, request: Request) -> None:
        """Drop what was expected before a request that was expected, too: nobody asked for it."""
        if request in (answered for answered, _ in self._answers):
            while self._answers[0][0] != request:
                self._answers.popleft()
        elif request in self._sent:
            self._answers.clear()
            self._hear(self._sent.index(request))
            self._answers.clear()
        elif request in self._expected:
            self._hear(len(self._sent))
            self._answers.clear()
            while self._expected[0] != request:
                self._expected.popleft()

    def _post_ahead(self) -> None:
        room = AHEAD - sum(len(text) for text, _ in self._sent)
        while self._expected and len(self._sent) < REQUESTS and len(self._expected[0][0]) <= room:
            room -= len(self._expected[0][0])
            self._post(self._expected.popleft())

    def _post(self, request: Request) -> None:
        self._sent.append(request)
        _send(self._pipe, request)

    def _hear(self, count: int) -> None:
        """Take that many answers."""
        for _ in range(count):
            answer = self._receive(self._pipe)
            self._answers.append((self._sent.popleft(), answer))

    def _ask(self, request: Request) -> Any:
        """Have a text tokenised before all that is under way, and take the answer."""
        _send(self._urgent, request)
        while self._urgent not in wait([self._urgent, self._pipe]):
            self._hear(1)  # it may wait for room in that pipe
        return self._receive(self._urgent)

    def _receive(self, pipe: Connection) -> Any:
        try:
            return marshal.loads(pipe.recv_bytes())
        except (EOFError, ConnectionError):
            self._die_too()

    def leave(self) -> None:
        """Leave it to the processes forked since; it ends when the last of them has."""
        self._pipe.close()
        self._urgent.close()

    def end(self) -> None:
        """End it; only who forked it may."""
        self.leave()
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)

    def _die_too(self) -> NoReturn:
        status: int = signal.SIGKILL
        with suppress(ChildProcessError):  # another process forked it
            status = os.waitpid(self.pid, 0)[1]
        if os.WIFSIGNALED(status):
            with suppress(OSError):  # SIGKILL cannot be handled anyhow
                signal.signal(os.WTERMSIG(status), signal.SIG_DFL)
            os.kill(os.getpid(), os.WTERMSIG(status))
        os._exit(os.waitstatus_to_exitcode(status) or 1)


def _send(pipe: Connection, request: Request) -> None:
    with suppress(ConnectionError):  # that it is dead, who waits for the answer finds out
        pipe.send_bytes(marshal.dumps(request))


def _tokens(answer: Any) -> list[Token]:
    failure, told = answer
    if failure:
        raise RuntimeError(failure)
    return list(map(Token._make, told))


def _serve(pipe: Connection, urgent: Connection) -> None:
    import ctypes

    kept = sorted([pipe.fileno(), urgent.fileno()])
    ends = [2, *kept, os.sysconf("SC_OPEN_MAX")]
    for low, high in pairwise(ends):
        os.closerange(low + 1, high)  # ends of other pipes, kept open, would hide that their owners are dead
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: none is left behind, whatever it is at
    loaded = kiwi()
    while True:
        asked = urgent if urgent in wait([pipe, urgent]) else pipe
        try:
            text, pretokenized = marshal.loads(asked.recv_bytes())
        except (EOFError, ConnectionError):
            os._exit(0)
        try:
            answer = "", list(map(_told, loaded.tokenize(text, pretokenized=pretokenized)))
        except Exception as error:
            answer = f"{type(error).__name__}: {error}", []
        asked.send_bytes(marshal.dumps(answer))


class _Blanks:
    """Takes what stands between blanks for common nouns: enough to use everything once."""

    def tokenize(self, text: str, pretokenized: Any = None) -> list[Token]:
        return [Token(m[0], "NNG", m.start(), m.end(), True, 0) for m in re.finditer(r"\S+", text)]


_in_use: Analyser | None = None


def analyser() -> Analyser:
    """Return who tokenises: Kiwi of this process, unless another one was put in its place."""
    return _in_use or kiwi()


def expect(requests: Iterable[Request]) -> None:
    """Have texts tokenised that will soon be asked for, where another process does so."""
    if isinstance(_in_use, Beside):
        _in_use.expect(requests)


def kiwi_beside(begun: Beside | None = None) -> None:
    """Let a process beside this one load Kiwi, and tokenise from now on; only where processes fork.

    Parameters
    ----------
    begun : Beside, optional
        One that is at it already, and that no other process uses.
    """
    global _in_use
    if begun or not isinstance(_in_use, Beside):
        _in_use = begun or Beside()


@contextmanager
def stand_in() -> Iterator[None]:
    """Let words stand in for Kiwi's tokens: what is read means nothing, but all that reads gets ready."""
    global _in_use
    before, _in_use = _in_use, _Blanks()
    try:
        yield
    finally:
        _in_use = before
