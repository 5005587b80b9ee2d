"""Kiwi in a process beside this one gives what Kiwi here gives, and they die together."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from extractor.analyser import Beside, analyser, kiwi, stand_in

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks")
FIELDS = ("form", "tag", "start", "end", "oov", "sent_position", "len")
TEXTS = [
    ("파블로다르 항만을 확장했다. 준비가 끝났다고 밝혔다.", [(0, 5, "NNP")]),
    ("", None),
    ("각 \U0001f600 하였다", None),
    ("운하를 넓히고 둑을 쌓는다. " * 4_000, None),  # more than a pipe holds
]


def told(tokens) -> list[tuple]:
    return [tuple(getattr(token, field) for field in FIELDS) for token in tokens]


def test_the_same_tokens():
    mine, beside = kiwi(), Beside()
    for text, spans in TEXTS:
        assert told(beside.tokenize(text, spans)) == told(mine.tokenize(text, pretokenized=spans))


def test_a_failure_is_told_and_the_next_text_read():
    beside = Beside()
    with pytest.raises(RuntimeError, match="Error"):
        beside.tokenize("항만", [(0, 2, "no tag")])
    assert [token.form for token in beside.tokenize("항만")] == ["항만"]


PIECES = [(f"제{n}차 항만 회의를 연다. " * 9, [(0, 3, "NNP")] if n % 2 else None) for n in range(90)]


@pytest.mark.parametrize(
    "asked",
    [
        PIECES,
        [p for piece in PIECES for p in (piece, ("철도 사업", None))],
        PIECES[:3] + PIECES[40:] + [TEXTS[3]],
        PIECES[5:] + PIECES[:5],
        [TEXTS[3], *PIECES[:60], *PIECES[:9]],
    ],
    ids=["as expected", "others between", "some are left out", "out of order", "twice"],
)
def test_whatever_was_expected_the_answer_is_that_of_the_text(asked):
    beside, answers = Beside(), {}
    beside.expect(PIECES)
    for text, spans in asked:
        key = text, bool(spans)
        if key not in answers:
            answers[key] = told(kiwi().tokenize(text, pretokenized=spans))
        assert told(beside.tokenize(text, spans)) == answers[key]


def test_more_than_a_pipe_holds_can_be_expected():
    beside = Beside()
    beside.expect(TEXTS[3:] * 3 + PIECES)
    assert told(beside.tokenize(*TEXTS[3])) == told(kiwi().tokenize(TEXTS[3][0]))


def test_the_unforeseen_overtakes_answers_that_a_pipe_cannot_hold():
    beside, pieces = Beside(), [(f"{n} " + "했" * 190, None) for n in range(60)]
    beside.expect(pieces)
    time.sleep(0.5)  # the pipe is full now
    for text, spans in [("철도 사업", None), *pieces[:3], ("항만 사업", None), *pieces[3:]]:
        assert told(beside.tokenize(text, spans)) == told(kiwi().tokenize(text))


def lose_kiwi() -> None:
    beside = Beside()
    os.kill(beside.pid, signal.SIGKILL)
    beside.tokenize("항만")


def leave_kiwi(pipe) -> None:
    pipe.send(Beside().pid)
    os.kill(os.getpid(), signal.SIGKILL)


def test_who_loses_kiwi_dies_of_the_same():
    process = multiprocessing.get_context("fork").Process(target=lose_kiwi)
    process.start()
    process.join(20)
    assert process.exitcode == -signal.SIGKILL


def test_kiwi_does_not_stay_behind():
    kiwi()  # forks bring it along
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=leave_kiwi, args=(theirs,))
    process.start()
    place = Path(f"/proc/{ours.recv()}/status")
    process.join(20)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and place.exists() and "(zombie)" not in place.read_text():
        time.sleep(0.05)
    assert not place.exists() or "(zombie)" in place.read_text()


def test_words_stand_in_for_tokens():
    with stand_in():
        assert [token.form for token in analyser().tokenize(" 항만 확장 ")] == ["항만", "확장"]
    assert analyser() is kiwi()
