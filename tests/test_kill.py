"""Killed at any instant and run again: the files are those of a run that nobody disturbed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import quick

from pipelines import batch
from pipelines.bench.synthetic import write
from pipelines.ledger import Ledger

HERE = Path(__file__).parent


class Killer:
    """Counts the moments at which something lasting happens; at the given one the process kills itself."""

    def __init__(self, at: int) -> None:
        self.left = at
        self.moments: list[str] = []

    def before(self, owner: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        call = getattr(owner, name)

        def counted(*args, **kwargs):
            self.moments.append(name)
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **kwargs)

        monkeypatch.setattr(owner, name, counted)


def run_and_die(folder: Path, out: Path, at: int) -> tuple[bool, list[str]]:
    """Run in a child process that kills itself at the given moment; return whether it came to its end."""
    from pipelines.tables import CsvSink, TableWriter

    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            monkeypatch = pytest.MonkeyPatch()
            killer = Killer(at)
            for owner, name in (
                (Ledger, "put"),
                (Ledger, "commit"),
                (Ledger, "see"),
                (Ledger, "__setitem__"),
                (TableWriter, "add"),
                (CsvSink, "close"),
                (os, "replace"),
                (os, "fsync"),
            ):
                killer.before(owner, name, monkeypatch)
            monkeypatch.setattr(batch, "COMMIT_OUTCOMES", 2)
            batch.run([str(folder)], out, workers=2)
            os.write(write_end, " ".join(killer.moments).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(write_end)
    _, status = os.waitpid(pid, 0)
    with os.fdopen(read_end) as pipe:
        moments = pipe.read().split()
    assert status in (0, signal.SIGKILL), status
    return status == 0, moments


@pytest.mark.parametrize("form", ["short", pytest.param("long", marks=pytest.mark.slow)])
def test_every_moment(tmp_path, monkeypatch, form):
    """Killed at its first moment, its second, and so on; in the short form, where moments differ in kind."""
    quick.use(monkeypatch.setattr)
    folder = quick.corpus(tmp_path / "in", 8)
    ended, moments = run_and_die(folder, tmp_path / "whole", 10**6)
    assert ended
    assert moments.count("put") == moments.count("add") == 8
    assert moments.count("replace") == len(quick.files(tmp_path / "whole")) == 12
    whole = quick.files(tmp_path / "whole")
    chosen = range(1, len(moments) + 1)
    if form == "short":
        last = {name: at for at, name in enumerate(moments, 1)}
        chosen = sorted({*last.values(), moments.index("replace") + 2, len(moments) // 2})
    for at in chosen:
        out = tmp_path / str(at)
        ended, _ = run_and_die(folder, out, at)
        assert not ended, f"the moment {at} of {len(moments)} did not come"
        batch.run([str(folder)], out, workers=2)
        assert quick.files(out) == whole, f"killed before moment {at}, {moments[at - 1]}"


def test_killed_again_and_again(tmp_path, monkeypatch):
    """Each run gets a little further than the one before; none begins anew."""
    quick.use(monkeypatch.setattr)
    folder = quick.corpus(tmp_path / "in", 8)
    batch.run([str(folder)], tmp_path / "whole", workers=1)
    for _ in range(6):
        run_and_die(folder, tmp_path / "o", 9)
    batch.run([str(folder)], tmp_path / "o", workers=1)
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "whole")


def test_a_change_while_tables_stand_half_renamed(tmp_path, monkeypatch):
    quick.use(monkeypatch.setattr)
    folder = quick.corpus(tmp_path / "in", 4)
    batch.run([str(folder)], tmp_path / "o", workers=1)
    quick.write(folder, {"new.txt": "운하 3 2024-06-03"})
    _, moments = run_and_die(folder, tmp_path / "probe", 10**6)
    ended, _ = run_and_die(folder, tmp_path / "o", 0)  # never
    assert ended
    assert "replace" in moments
    quick.write(folder, {"000.txt": "갑문 5 2024-06-05"})
    at = 1
    while True:  # kill it in the middle of the renames, then change an input before the next run
        before = quick.files(tmp_path / "o")
        ended, _ = run_and_die(folder, tmp_path / "o", at)
        if ended or quick.files(tmp_path / "o") != before:
            break
        at += 1
    quick.write(folder, {"001.txt": "둑길 6 2024-06-06"})
    batch.run([str(folder)], tmp_path / "o", workers=1)
    batch.run([str(folder)], tmp_path / "whole", workers=1)
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "whole")


def killed_at_random(command: list[str], out: Path, span: float, dice: random.Random) -> int:
    """Run until a run comes to its end, each killed at a random instant; return how many were killed."""
    for killed in range(1000):
        with subprocess.Popen([*command, str(out)], stderr=subprocess.DEVNULL) as process:
            try:
                assert process.wait(dice.uniform(0.05, span)) == 0
                return killed
            except subprocess.TimeoutExpired:
                process.kill()
    raise AssertionError("no run came to its end")


def span_of(command: list[str], out: Path) -> float:
    begin = time.monotonic()
    subprocess.run([*command, str(out)], check=True, stderr=subprocess.DEVNULL)
    return time.monotonic() - begin


def test_the_command_at_random_instants(tmp_path):
    folder = quick.write(
        tmp_path / "in", {f"{i:02d}.txt": f"운하 {i} 2024-06-06 SLEEP 0.05" for i in range(20)}
    )
    command = [sys.executable, str(HERE / "quick.py"), "run", str(folder), "--workers", "2", "--out"]
    span = span_of(command, tmp_path / "whole")
    killed_at_random(command, tmp_path / "o", span * 1.1, random.Random(2))
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "whole")


@pytest.mark.slow
def test_fifty_kills_over_three_hundred_articles(tmp_path):
    """The real thing: Kiwi, the model, and a SIGKILL at fifty random instants."""
    for _ in write(tmp_path / "in", 300, seed=3):
        pass
    command = [sys.executable, "-m", "pipelines.cli", "run", str(tmp_path / "in"), "--out"]
    span = span_of(command, tmp_path / "whole")
    whole = quick.files(tmp_path / "whole")
    dice = random.Random(50)
    kills = 0
    while kills < 50:
        out = tmp_path / f"after{kills}"
        kills += killed_at_random(command, out, span * 1.1, dice)
        assert quick.files(out) == whole, f"after {kills} kills"
