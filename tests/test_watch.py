"""The tables follow a folder."""

from __future__ import annotations

import shutil
import threading
from queue import Queue

import pytest
import quick

from pipelines.batch import run
from pipelines.errors import UsageError
from pipelines.run import watch

pytest.importorskip("watchfiles")

from pipelines.watch import follow

PATIENCE = 60


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """A folder that is watched; reports come in a queue."""
    quick.use(monkeypatch.setattr)
    folder = quick.corpus(tmp_path / "in", 2)
    reports: Queue = Queue()
    end = threading.Event()

    def go() -> None:
        for report in follow(str(folder), folder / "out", workers=1, prune=True, stop=end.is_set):
            reports.put(report)

    thread = threading.Thread(target=go, daemon=True)
    thread.start()
    yield folder, reports
    end.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_files_are_read_as_they_land_and_leave_when_deleted(watched, tmp_path):
    folder, reports = watched
    assert reports.get(timeout=PATIENCE).articles == 2
    (folder / "deep").mkdir()
    quick.write(folder / "deep", {"new.txt": "운하 3"})
    assert reports.get(timeout=PATIENCE).articles == 3
    (folder / "000.txt").unlink()
    report = reports.get(timeout=PATIENCE)
    assert (report.articles, report.pruned, report.done) == (2, 1, 0)
    run([str(folder)], tmp_path / "whole", workers=1)
    assert quick.files(folder / "out") == quick.files(tmp_path / "whole")
    assert reports.empty()  # its own tables, though within the folder, are no news


def test_what_came_while_nobody_watched_is_read_at_once(tmp_path, monkeypatch):
    quick.use(monkeypatch.setattr)
    folder = quick.corpus(tmp_path / "in", 2)
    run([str(folder)], tmp_path / "o", workers=1)
    quick.write(folder, {"new.txt": "운하 3"})
    for report in follow(str(folder), tmp_path / "o", workers=1):
        assert (report.done, report.articles) == (1, 3)
        break
    shutil.rmtree(folder)


def test_a_folder_that_is_none(tmp_path):
    with pytest.raises(UsageError, match="is no folder: give the one to watch"):
        watch(str(tmp_path / "nope"), tmp_path / "o")
