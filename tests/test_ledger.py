"""The state of an output folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import ledger as module
from pipelines.ledger import FOLDER, Ledger, LedgerError, LockedError
from pipelines.work import Item, Outcome, Result

DONE = Outcome("hash", (Result("x", "~", "a.txt", 0, b"", b"r", b"l"),))


def item(name: str, size: int = 1, mtime_ns: int = 5) -> Item:
    return Item(name.encode(), name, name, size, mtime_ns)


def doubtful(ledger: Ledger) -> list[tuple[str, bool]]:
    return [(known.item.name, known.same_recipe) for known in ledger.look()]


def results_of(ledger: Ledger) -> list[Result]:
    return [ledger.result(entry.id) for entry in ledger.entries()]


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path) as opened:
        opened.recipe = "1"
        yield opened


@pytest.mark.parametrize(
    ("again", "recipe", "expected"),
    [
        (item("a"), "1", []),
        (item("a", size=2), "1", [("a", True)]),
        (item("a", mtime_ns=6), "1", [("a", True)]),
        (item("a", mtime_ns=-1), "1", [("a", True)]),
        (item("a"), "2", [("a", False)]),
        (item("b"), "1", [("b", False)]),
        (Item(b"a", "./a", "a", 1, 5), "1", [("./a", False)]),
    ],
    ids=["same", "size", "time", "unsettled time", "new version", "new input", "new name"],
)
def test_what_is_doubtful(ledger, again, recipe, expected):
    ledger.put(item("a"), DONE)
    ledger.recipe = recipe
    ledger.see([again])
    assert doubtful(ledger) == expected
    assert ledger.doubtful() == len(expected)


def test_an_input_that_was_not_read_stays_doubtful(ledger):
    ledger.put(item("a"), Outcome(error=("unreadable", "…")))
    ledger.put(item("b"), Outcome("hash", error=("not_text", "…")))
    ledger.see([item("a"), item("b")])
    assert doubtful(ledger) == [("a", True)]


def test_a_touched_input_is_settled(ledger):
    ledger.put(item("a"), DONE)
    ledger.see([item("a", mtime_ns=9)])
    ledger.touch(item("a", mtime_ns=9))
    assert doubtful(ledger) == []


def test_looking_goes_on_while_results_are_put(ledger, monkeypatch):
    monkeypatch.setattr(module, "PAGE", 2)
    items = [item(name) for name in "gbafdce"]
    ledger.see(items)
    looked = []
    for known in ledger.look():
        looked.append(known.item.name)
        ledger.put(known.item, DONE)
    assert looked == list("gbafdce")


def test_a_path_that_is_no_utf8_comes_back(ledger):
    path = os.fsdecode(b"news/\xb1\xe2.txt")
    ledger.see([Item(b"k", "news/\ufffd.txt", path)])
    assert [known.item.path for known in ledger.look()] == [path]


def test_results_come_in_order_one_an_article(ledger):
    results = [
        ("1", Result("b", "2", "late.txt", 0, b"", b"1", b"")),
        ("2", Result("b", "1", "z.txt", 0, b"", b"2", b"")),
        ("3", Result("b", "1", "y.txt", 0, b"", b"3", b"")),
        ("4", Result("a", "~", "x.txt", 0, b"", b"4", b"")),
        ("5", Result("가", "~", "x.txt", 0, b"", b"5", b"")),
    ]
    for name, result in results:
        ledger.put(item(name), Outcome("hash", (result,)))
    assert [result.rows for result in results_of(ledger)] == [b"4", b"3", b"5"]
    assert ledger.counts() == (3, 2, 0)


def test_a_new_outcome_replaces_the_old_one(ledger):
    ledger.put(item("a"), DONE)
    ledger.put(item("a"), Outcome("other", error=("empty", "…")))
    assert results_of(ledger) == []
    assert list(ledger.errors()) == [("a", "empty", "…")]
    ledger.put(item("a"), DONE)
    assert results_of(ledger) == [DONE.results[0]]
    assert list(ledger.errors()) == []


def test_what_is_gone_and_forgotten(ledger):
    for name in "abc":
        ledger.put(item(name), DONE)
    ledger.see([item("b")])
    assert list(ledger.gone()) == [b"a", b"c"]
    ledger.forget(b"a")
    assert list(ledger.gone()) == [b"c"]
    assert len(results_of(ledger)) == 1


def test_refused_paths_are_those_of_the_last_run(ledger):
    before = ledger.get("generation", 0)
    ledger.refuse([("x", "unreadable", "…")])
    between = ledger.get("generation")
    ledger.refuse([("x", "unreadable", "…")])
    assert ledger.get("generation") == between != before
    ledger.refuse([])
    assert list(ledger.errors()) == []
    assert ledger.get("generation") != between


def test_only_what_was_committed_lasts(tmp_path):
    with Ledger(tmp_path) as ledger:
        ledger.put(item("a"), DONE)
        ledger.commit()
        ledger.put(item("b"), DONE)
    with Ledger(tmp_path) as ledger:
        assert list(ledger.gone()) == [b"a"]


def test_a_second_run_is_told_to_wait(tmp_path):
    holder = "import sys\nfrom pathlib import Path\nfrom pipelines.ledger import Ledger\n"
    holder += "with Ledger(Path(sys.argv[1])):\n    print('held', flush=True)\n    sys.stdin.read()\n"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(LockedError, match="another run is at work"):
            Ledger(tmp_path)
        process.kill()
        process.wait()
        with Ledger(tmp_path):  # a killed run leaves no lock
            pass


def test_two_in_one_process_are_told_apart(tmp_path):
    with Ledger(tmp_path), pytest.raises(LockedError):
        Ledger(tmp_path)


def test_a_ledger_of_another_layout_is_begun_anew(tmp_path, monkeypatch):
    with Ledger(tmp_path) as ledger:
        ledger.put(item("a"), DONE)
        ledger["generation"] = 7
        ledger.commit()
    monkeypatch.setattr(module, "LAYOUT", module.LAYOUT + 1)
    with Ledger(tmp_path) as ledger:
        assert (list(ledger.gone()), ledger.get("generation")) == ([], None)


def test_a_damaged_ledger_says_what_to_do(tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "ledger.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(LedgerError, match="delete it and run again"):
        Ledger(tmp_path)


def test_the_folder_is_made(tmp_path):
    with Ledger(tmp_path / "a" / "b"):
        pass
    assert (tmp_path / "a" / "b" / FOLDER / "ledger.sqlite").is_file()
    assert Path(FOLDER).name.startswith(".")
