"""Whole runs: what is read again, what is not, and what goes wrong."""

from __future__ import annotations

import csv
import io
import json
import multiprocessing
import os
import random
import re
import resource
import shutil
import signal
import string
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
import quick
from quick import YARD

from pipelines import batch, fingerprint, work, writing
from pipelines.batch import Report, local, run
from pipelines.bench.synthetic import base, synthetic
from pipelines.crew import AT_HAND, Crew, CrewError, Death
from pipelines.errors import RunError, Stopped, UsageError
from pipelines.progress import Bar, JsonLines, Progress
from pipelines.run import check, run_all, summary
from pipelines.tracks import table

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    quick.use(monkeypatch.setattr)


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def names(out: Path) -> list[str]:
    return sorted(Path(row["source_path"]).name for row in rows(out, "articles"))


def go(folder: Path, out: Path, **options) -> Report:
    return run([str(folder)], out, **{"workers": 2, **options})


class TestAgain:
    """The second run over one folder."""

    @pytest.fixture
    def folder(self, tmp_path):
        return quick.corpus(tmp_path / "in", 5)

    @pytest.fixture
    def out(self, tmp_path, folder):
        report = go(folder, tmp_path / "out")
        assert (report.found, report.done, report.articles, report.written) == (5, 5, 5, True)
        return tmp_path / "out"

    def test_nothing_new_touches_nothing(self, folder, out, monkeypatch):
        monkeypatch.setattr(work, "_extractor", None)  # nothing may even be loaded
        before = {p.name: p.stat() for p in out.iterdir() if p.is_file()}
        report = go(folder, out)
        assert (report.found, report.done, report.articles, report.written) == (5, 0, 5, False)
        assert {p.name: p.stat() for p in out.iterdir() if p.is_file()} == before

    def test_only_new_and_changed_inputs_are_read(self, folder, out):
        quick.write(folder, {"001.txt": "제방 9 2024-06-09", "new.txt": "운하 8 2024-06-08"})
        report = go(folder, out)
        assert (report.found, report.done, report.articles) == (6, 2, 6)
        assert {r["name"] for r in rows(out, "projects")} > {"제방", "운하"}
        assert len(rows(out, "projects")) == 6

    def test_the_result_is_that_of_one_run(self, folder, out, tmp_path):
        quick.write(folder, {"001.txt": "제방 9 2024-06-09", "new.txt": "운하 8 2024-06-08"})
        go(folder, out)
        go(folder, tmp_path / "fresh", workers=1)
        assert quick.files(out) == quick.files(tmp_path / "fresh")

    @staticmethod
    def made(monkeypatch) -> list[str]:
        """Return a list that fills with the names of the articles whose rows are made anew."""
        made: list[str] = []
        unpack = writing.unpack

        def noted(result):
            made.append(Path(result.source).name)
            return unpack(result)

        monkeypatch.setattr(writing, "unpack", noted)
        return made

    def test_what_stands_is_taken_over_byte_by_byte(self, tmp_path, monkeypatch):
        monkeypatch.setattr(writing, "BLOCK", 4)
        folder = quick.corpus(tmp_path / "many", 60)
        go(folder, tmp_path / "o")
        made = self.made(monkeypatch)
        quick.write(folder, {"007.txt": "제방 9 2024-06-09", "new.txt": "운하 8 2024-06-08"})
        (folder / "011.txt").unlink()
        go(folder, tmp_path / "o", prune=True)
        assert sorted(made) == ["007.txt", "new.txt"]
        go(folder, tmp_path / "fresh")
        assert quick.files(tmp_path / "o") == quick.files(tmp_path / "fresh")

    def test_a_track_that_changes_reaches_articles_that_do_not(self, tmp_path, monkeypatch):
        trap = '"track_id":"t:0",\r\n\ttrack_id,\'"" 끝'
        texts = {f"20{i:02d}-06-06_x.txt": f"발전소{YARD[i % 7]} {i} {trap * (i % 3)}" for i in range(20)}
        texts["2007-06-06_x.txt"] += "가" * 140_000  # more than the csv module reads in a cell
        folder, out = quick.write(tmp_path / "tracked", texts), tmp_path / "o"

        def tracks() -> dict[str, str]:
            lines = map(json.loads, (out / "records.jsonl").read_text().splitlines())
            return {p["project_id"]: p["track_id"] for line in lines for p in line["projects"]}

        go(folder, out)
        before = tracks()
        (folder / "2000-06-06_x.txt").unlink()  # the first of the one track, which gave it its id
        made = self.made(monkeypatch)
        go(folder, out, prune=True)
        assert made == ["2007-06-06_x.txt"]
        assert len(tracks().items() - before.items()) == 19
        go(folder, tmp_path / "fresh")
        assert quick.files(out) == quick.files(tmp_path / "fresh")

    def test_tracks_that_did_not_change_are_taken_over(self, tmp_path, monkeypatch):
        works = ("카라간", "소하르", "롱타인", "수빅만", "타슈켄", "리마강", "나보이")
        texts = {f"{i:03d}.txt": f"{works[i % 7]} {i * 17} 2024-06-{i % 28 + 1:02d}" for i in range(40)}
        folder, out = quick.write(tmp_path / "many", texts), tmp_path / "o"
        summed: list[str] = []
        summary = table._summary

        def noted(track, said):
            summed.append(track)
            return summary(track, said)

        def tracks(*names: str) -> set[str]:
            ids = {
                row["article_id"] for row in rows(out, "articles") if Path(row["source_path"]).name in names
            }
            return {row["track_id"] for row in rows(out, "projects") if row["article_id"] in ids}

        monkeypatch.setattr(table, "_summary", noted)
        go(folder, out)
        assert len(summed) == len(rows(out, "tracks")) == 7
        for step, (new, gone) in enumerate(
            (
                ({"003.txt": "수빅만 5 2024-01-01"}, []),
                ({"new.txt": "알마티 8 2024-06-08"}, ["005.txt", "006.txt"]),
                ({"004.txt": "알마티 9 2024-06-09", "another.txt": "호르무 1"}, ["new.txt"]),
                ({}, [f"{i:03d}.txt" for i in range(40) if i % 7 == 1]),  # a whole track
            )
        ):
            summed.clear()
            touched = tracks(*new, *gone)
            quick.write(folder, new)
            for name in gone:
                (folder / name).unlink()
            go(folder, out, prune=True)
            assert set(summed) <= touched | tracks(*new)
            fresh = tmp_path / f"fresh{step}"
            go(folder, fresh)
            assert quick.files(out) == quick.files(fresh)

    @pytest.mark.skipif(sys.platform != "linux", reason="forks")
    @pytest.mark.parametrize(("changed", "asked"), [(0, 0), (1, 0), (1, 2), (60, 0)])
    def test_kiwi_is_begun_with_while_the_search_goes_on(self, tmp_path, monkeypatch, changed, asked):
        monkeypatch.setattr(batch, "FEW", 20)
        monkeypatch.setattr(batch, "LOOK_EVERY", 110)
        monkeypatch.setattr(batch, "MANY", 200)
        folder = quick.corpus(tmp_path / "many", 250)
        go(folder, tmp_path / "o")
        begun = []

        class Spied(batch.Beside):
            def __init__(self) -> None:
                super().__init__()
                begun.append(self.pid)

        monkeypatch.setattr(batch, "Beside", Spied)
        for i in range(changed):
            text = f"수로 KILL ONCE {tmp_path}/once {i}" if changed == 1 else f"수로 {i}"
            quick.write(folder, {f"{90 + i:03d}.txt": text})
        assert go(folder, tmp_path / "o", workers=asked).done == changed
        assert len(begun) == (changed > 0)
        assert not [pid for pid in begun if Path(f"/proc/{pid}").exists()]
        go(folder, tmp_path / "fresh")
        assert quick.files(tmp_path / "o") == quick.files(tmp_path / "fresh")

    def test_touched_inputs_are_compared_by_content(self, folder, out, monkeypatch):
        monkeypatch.setattr(work, "_extractor", None)
        os.utime(folder / "001.txt", (1_650_000_000, 1_650_000_000))
        assert (go(folder, out).done, go(folder, out).done) == (0, 0)

    def test_a_change_that_leaves_size_and_time_is_seen_when_it_is_fresh(self, tmp_path):
        folder = tmp_path / "fresh"
        folder.mkdir()
        (folder / "a.txt").write_text("제방 1")
        stamp = (folder / "a.txt").stat().st_mtime_ns
        go(folder, tmp_path / "o")
        (folder / "a.txt").write_text("제방 2")
        os.utime(folder / "a.txt", ns=(stamp, stamp))
        assert go(folder, tmp_path / "o").done == 1
        assert [r["value"] for r in rows(tmp_path / "o", "amounts")] == ["2"]

    def test_deleted_inputs_stay_until_pruned(self, folder, out):
        (folder / "001.txt").unlink()
        report = go(folder, out)
        assert (report.gone, report.pruned, report.articles) == (1, 0, 5)
        report = go(folder, out, prune=True)
        assert (report.gone, report.pruned, report.articles) == (0, 1, 4)
        assert names(out) == ["000.txt", "002.txt", "003.txt", "004.txt"]

    def test_pruning_spares_what_another_run_brought_and_still_exists(self, out, tmp_path):
        other = quick.write(tmp_path / "other", {"x.txt": "운하 8"})
        assert go(other, out, prune=True).articles == 6

    def test_a_new_version_reads_all_again(self, folder, out, monkeypatch):
        monkeypatch.setattr(fingerprint, "_code", lambda: "another lexicon")
        assert go(folder, out).done == 5

    def test_a_stated_day_reads_all_again(self, folder, out):
        assert go(folder, out, published="2020-02-20").done == 5
        assert {r["published"] for r in rows(out, "articles")} == {"2020-02-20"}

    def test_new_code_for_tables_writes_them_again(self, folder, out, monkeypatch):
        monkeypatch.setattr(fingerprint, "tables", lambda: "another layout")
        report = go(folder, out)
        assert (report.done, report.written) == (0, True)

    def test_a_table_that_was_changed_or_deleted_is_put_right(self, folder, out):
        before = quick.files(out)
        (out / "projects.csv").unlink()
        (out / "dates.csv").write_text("sorted by hand")
        assert go(folder, out).written
        assert quick.files(out) == before

    def test_what_a_killed_run_left_is_cleared_away(self, folder, out):
        (out / ".projects.parquet.tmp").write_text("half a table")
        (out / "projects.csv").unlink()
        go(folder, out)
        assert not (out / ".projects.parquet.tmp").exists()

    def test_formats_come_and_go(self, folder, out):
        go(folder, out, formats=("parquet",))
        assert not (out / "records.jsonl").exists()
        assert (out / "projects.parquet").exists()
        go(folder, out)
        assert (out / "records.jsonl").exists()
        assert not (out / "projects.parquet").exists()

    def test_an_error_goes_when_its_cause_is_gone(self, folder, out):
        (folder / "001.txt").write_bytes(b"")
        assert go(folder, out).errors == 1
        assert [r["error"] for r in rows(out, "errors")] == ["empty"]
        quick.write(folder, {"001.txt": "제방 9"})
        assert go(folder, out).errors == 0
        assert rows(out, "errors") == []

    def test_an_error_does_not_cost_a_load(self, folder, out, monkeypatch):
        (folder / "001.txt").write_bytes(b"")
        os.utime(folder / "001.txt", (1, 1))
        go(folder, out)
        monkeypatch.setattr(work, "_extractor", None)
        report = go(folder, out)
        assert (report.done, report.errors) == (0, 1)


def test_nothing_depends_on_workers_or_method(tmp_path, monkeypatch):
    folder = quick.corpus(tmp_path / "in", 30)
    for workers in (1, 2, 5):
        go(folder, tmp_path / str(workers), workers=workers)
    assert len(rows(tmp_path / "1", "articles")) == 30
    assert quick.files(tmp_path / "1") == quick.files(tmp_path / "2") == quick.files(tmp_path / "5")


def test_tracks_join_the_articles_of_a_folder(tmp_path):
    folder = quick.write(
        tmp_path / "in",
        {
            "2020-01-01_a.txt": "알마티도로 5",
            "2021-01-01_b.txt": "알마티도로 6",
            "c.txt": "리마항만 7",
        },
    )
    go(folder, tmp_path / "o")
    tracks = {r["name"]: r for r in rows(tmp_path / "o", "tracks")}
    assert tracks["알마티도로"]["amounts"] == "5 KRW@2020-01-01;6 KRW@2021-01-01"
    by_name = {(r["name"], r["track_id"]) for r in rows(tmp_path / "o", "projects")}
    assert by_name == {(name, row["track_id"]) for name, row in tracks.items()}
    for line in (tmp_path / "o" / "records.jsonl").read_text().splitlines():
        (project,) = json.loads(line)["projects"]
        assert project["track_id"] == tracks[project["name"]]["track_id"]


def test_an_article_in_two_files_is_one_article(tmp_path):
    folder = quick.write(tmp_path / "in", {"b.txt": "운하 8 id:x", "a.txt": "운하 8 id:x"})
    report = go(folder, tmp_path / "o")
    assert (report.done, report.articles, report.repeats) == (2, 1, 1)
    assert names(tmp_path / "o") == ["a.txt"]


def test_a_poisoned_article_costs_nobody_else_anything(tmp_path):
    texts = {f"{i:02d}.txt": f"운하 {i}" for i in range(20)}
    folder = quick.write(tmp_path / "in", {**texts, "05.txt": "KILL", "11.txt": "BREAK"})
    report = go(folder, tmp_path / "o")
    assert (report.articles, report.errors) == (18, 2)
    told = {Path(r["source_path"]).name: (r["error"], r["message"]) for r in rows(tmp_path / "o", "errors")}
    assert told.keys() == {"05.txt", "11.txt"}
    assert told["05.txt"][0] == told["11.txt"][0] == "malformed"
    assert "twice: killed by SIGKILL" in told["05.txt"][1]
    assert "ZeroDivisionError: as ordered" in told["11.txt"][1]
    assert go(folder, tmp_path / "o").done == 0  # it is not tried again before something changes


def test_a_worker_that_dies_once_is_replaced_and_its_article_read(tmp_path):
    texts = {
        f"{i:02d}.txt": f"운하 {i} KILL ONCE {tmp_path}/{i}" if i % 4 == 0 else f"운하 {i}" for i in range(20)
    }
    report = go(quick.write(tmp_path / "in", texts), tmp_path / "o")
    assert (report.articles, report.errors) == (20, 0)


def test_an_article_that_takes_too_long_is_given_up(tmp_path):
    folder = quick.write(tmp_path / "in", {"a.txt": "SLEEP 600", "b.txt": "운하 2"})
    engine, crew = local(2, time_limit=4)
    with crew:
        report = go(folder, tmp_path / "o", engine=engine)
    assert (report.articles, report.errors) == (1, 1)
    assert "took too long" in rows(tmp_path / "o", "errors")[0]["message"]


def test_stopping_keeps_what_is_done(tmp_path):
    folder = quick.corpus(tmp_path / "in", 40)
    steps = []

    class Count(Progress):
        def step(self, failed=False):
            steps.append(failed)

    with pytest.raises(Stopped, match="10 inputs are read: run again to go on"):
        go(folder, tmp_path / "o", progress=Count(), stop=lambda: len(steps) >= 10, workers=1)
    assert quick.files(tmp_path / "o") == {}
    assert go(folder, tmp_path / "o").done == 30
    go(folder, tmp_path / "whole")
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "whole")


def test_stopping_while_tables_are_written_leaves_the_old_ones(tmp_path):
    folder = quick.corpus(tmp_path / "in", 4)
    go(folder, tmp_path / "o")
    before = quick.files(tmp_path / "o")
    quick.write(folder, {"new.txt": "운하 3"})
    phase = Progress()
    with pytest.raises(Stopped, match="tables are as before"):
        go(folder, tmp_path / "o", progress=phase, stop=lambda: phase.phase == "write")
    assert quick.files(tmp_path / "o") == before
    assert go(folder, tmp_path / "o").written


def command(*arguments: str) -> list[str]:
    return [sys.executable, str(HERE / "quick.py"), "run", *arguments]


def test_ctrl_c_stops_in_one_line(tmp_path):
    texts = {f"{i:02d}.txt": f"운하 {i} SLEEP 0.2" for i in range(60)}
    folder = quick.write(tmp_path / "in", texts)
    with subprocess.Popen(
        command(str(folder), "--out", str(tmp_path / "o"), "--json-progress", "--workers", "2"),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        for line in process.stderr:
            if json.loads(line)["done"] >= 2:
                break
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        *_, last = process.stderr.readlines()
        assert process.wait(20) == 130
    assert last.startswith("gisaro: stopped; ")
    assert last.endswith(" inputs are read: run again to go on\n")
    assert orphans(folder) == []


def orphans(folder: Path) -> list[int]:
    """Processes that still have the folder among their arguments."""
    found = []
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(folder).encode() in place.read_bytes():
                found.append(int(place.parent.name))
        except OSError:
            continue
    return found


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes in /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path):
    texts = {f"{i:02d}.txt": f"운하 {i} SLEEP 0.2" for i in range(60)}
    folder = quick.write(tmp_path / "in", texts)
    with subprocess.Popen(
        command(str(folder), "--out", str(tmp_path / "o"), "--json-progress", "--workers", "3"),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        for line in process.stderr:
            if json.loads(line)["done"] >= 2:
                break
        assert len(orphans(folder)) == 4
        process.kill()
        process.wait()
        deadline = time.monotonic() + 10
        while orphans(folder) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert orphans(folder) == []


def test_a_second_run_says_so_and_stops(tmp_path, capsys):
    folder = quick.write(tmp_path / "in", {"a.txt": "운하 1"})
    from pipelines.ledger import Ledger

    with Ledger(tmp_path / "o"), pytest.raises(RunError, match=r"another run is at work on '.*o': wait"):
        go(folder, tmp_path / "o")


def test_an_output_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    folder = quick.corpus(tmp_path / "in", 2)
    with pytest.raises(RunError, match="cannot be written to: choose a folder"):
        go(folder, tmp_path / "file" / "out")
    with pytest.raises(RunError, match="cannot be written to: choose a folder"):
        go(folder, tmp_path / "file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tmp_path):
    folder = quick.corpus(tmp_path / "in", 2)
    go(folder, tmp_path / "o")
    before = quick.files(tmp_path / "o")
    quick.write(folder, {"new.txt": "운하 3"})
    for place in (tmp_path / "o" / ".gisaro", tmp_path / "o"):
        place.chmod(0o555)
    try:
        with pytest.raises(RunError, match="cannot be written to"):
            go(folder, tmp_path / "o")
    finally:
        for place in (tmp_path / "o", tmp_path / "o" / ".gisaro"):
            place.chmod(0o755)
    assert quick.files(tmp_path / "o") == before


def noise(length: int) -> str:
    """Letters that do not compress well."""
    return "".join(random.choices(string.ascii_letters, k=length))


def limited(size: int, folder: Path, out: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        go(folder, out)
    except RunError as error:
        sys.exit(3 if "is full: free some space" in str(error) or "fails" in str(error) else 4)


@pytest.mark.parametrize("size", [1 << 15, 1 << 17, 1 << 18])
def test_a_disk_that_fills_up_breaks_nothing(tmp_path, size):
    folder = quick.write(tmp_path / "in", {f"{i:03d}.txt": f"운하 {i} {noise(6000)}" for i in range(120)})
    small = quick.corpus(tmp_path / "small", 2)
    go(small, tmp_path / "o")
    before = quick.files(tmp_path / "o")
    process = multiprocessing.get_context("fork").Process(target=limited, args=(size, folder, tmp_path / "o"))
    process.start()
    process.join()
    assert process.exitcode == 3
    assert quick.files(tmp_path / "o") == before
    go(folder, tmp_path / "o")
    run([str(folder), str(small)], tmp_path / "whole")
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "whole")


def test_a_full_device_is_named(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    folder = quick.corpus(tmp_path / "in", 2)
    monkeypatch.setattr(writing, "write", refuse)
    with pytest.raises(RunError, match="is full: free some space and run again"):
        go(folder, tmp_path / "o")


def test_a_vanished_input_is_an_error_until_it_is_back(tmp_path):
    folder = quick.corpus(tmp_path / "in", 2)
    (folder / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    report = go(folder, tmp_path / "o")
    assert (report.articles, report.errors) == (2, 1)
    quick.write(tmp_path, {"nowhere.txt": "운하 3"})
    assert go(folder, tmp_path / "o").errors == 0
    assert len(rows(tmp_path / "o", "articles")) == 3


def test_paths_that_cannot_be_searched_are_rows_of_their_run(tmp_path):
    folder = quick.corpus(tmp_path / "in", 2)
    assert run([str(folder), str(tmp_path / "nope")], tmp_path / "o").errors == 1
    assert run([str(folder)], tmp_path / "o").errors == 0


def test_standard_input_is_read_each_time(tmp_path):
    for text, value in (("운하 5", "5"), ("운하 6", "6")):
        subprocess.run(
            command("-", "--out", str(tmp_path)), input=text.encode(), check=True, capture_output=True
        )
        assert [r["value"] for r in rows(tmp_path, "amounts")] == [value]


class Foresight:
    """Begins with each item when it is told of it; number 3 kills him at whatever he is then."""

    def __init__(self) -> None:
        self.expected: list[int] = []

    def expect(self, number: int) -> None:
        self.expected.append(number)

    def __call__(self, number: int) -> list[int]:
        if 3 in self.expected:
            os._exit(5)
        assert self.expected[0] == number
        return [self.expected.pop(0), len(self.expected)]


class TestCrew:
    """The worker processes alone."""

    def test_only_who_kills_a_worker_that_looks_ahead_is_blamed(self):
        with Crew(Foresight, 1, apart=True) as crew:
            done = dict(crew.run(range(12)))
        assert [n for n, result in sorted(done.items()) if isinstance(result, Death)] == [3]
        assert [result[0] for n, result in sorted(done.items()) if n != 3] == [*range(3), *range(4, 12)]
        assert max(result[1] for n, result in done.items() if n != 3) > 0

    def test_no_more_is_taken_than_can_be_at_hand(self):
        taken = []

        def items():
            for i in range(100):
                taken.append(i)
                yield i

        with Crew(lambda: lambda i: i * i, 2) as crew:
            results = crew.run(items())
            first = [next(results) for _ in range(5)]
            time.sleep(0.3)
            assert len(taken) <= 5 + 2 * AT_HAND + 1
            assert sorted([*first, *results]) == [(i, i * i) for i in range(100)]

    def test_nothing_is_loaded_for_nothing(self):
        with Crew(lambda: pytest.fail("loaded"), 2) as crew:
            assert list(crew.run([])) == []

    def test_large_items_and_results_do_not_block_each_other(self):
        blobs = [bytes([i]) * 3_000_000 for i in range(12)]
        with Crew(lambda: lambda blob: blob * 2, 2) as crew:
            assert sorted(result for _, result in crew.run(blobs)) == [b * 2 for b in blobs]

    def test_workers_can_be_spawned(self):
        with Crew(partial(partial, divmod, 17), 2, method="spawn") as crew:
            assert sorted(crew.run([3, 5])) == [(3, (5, 2)), (5, (3, 2))]

    def test_workers_that_die_at_their_start_are_no_endless_loop(self):
        with Crew(partial(os._exit, 7), 2, method="spawn") as crew, pytest.raises(CrewError, match="code 7"):
            list(crew.run([1, 2]))

    def test_workers_that_cannot_start_say_why(self):
        with (
            Crew(partial(int, "words.tsv:3"), 2, apart=True) as crew,
            pytest.raises(CrewError, match=r"words\.tsv:3"),
        ):
            list(crew.run([1, 2]))

    def test_an_item_is_tried_twice_and_no_more(self):
        with Crew(lambda: os._exit, 2) as crew:
            assert list(crew.run([5])) == [(5, Death("ended with code 5"))]
            assert crew.deaths == 2


TAG = re.compile("[A-Z+-]+")


def test_reading_leaves_nothing_behind(extractor, monkeypatch):
    """spaCy's string store would grow with every article read beyond the words kept; memory would follow."""
    monkeypatch.setattr("extractor.pipeline.KEPT", 0)
    texts = [synthetic(base(), i) for i in range(6)]
    strings = extractor.nlp.vocab.strings
    list(extractor.pipe((text, {}) for text in texts[:3]))
    before = set(strings)
    list(extractor.pipe((text, {}) for text in texts[3:]))
    assert [string for string in set(strings) - before if not TAG.fullmatch(string)] == []


def test_json_progress_can_be_read_by_programs():
    stream = io.StringIO()
    shown = JsonLines(stream)
    shown.begin("read", 3)
    shown.step()
    shown.skip()
    shown.step(failed=True)
    first, last = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (first["done"], first["total"], first["remaining_seconds"]) == (0, 3, None)
    assert (last["phase"], last["done"], last["total"], last["failed"]) == ("read", 2, 2, 1)
    assert last["per_second"] > 0
    assert last["remaining_seconds"] == 0


def test_the_bar_tells_rate_and_failures(capsys):
    with Bar() as bar:
        bar.begin("read", 2)
        bar.step(failed=True)
        bar.step()
        (task,) = bar._bar.tasks
        assert "/s" in task.fields["note"]
        assert "1 failed" in task.fields["note"]
        bar.begin("write", 2)


@pytest.mark.parametrize(
    ("published", "formats", "told"),
    [
        ("27일", ("csv",), "--published '27일' is no date"),
        ("", ("xlsx",), "--format 'xlsx' is not known: give a list of csv, jsonl, parquet"),
        ("", ("",), "--format '' is not known"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_done(tmp_path, published, formats, told):
    with pytest.raises(UsageError, match=told):
        check(published, formats)
    with pytest.raises(UsageError, match=told):
        run_all([str(tmp_path)], tmp_path / "o", published, formats)
    assert not (tmp_path / "o").exists()


def test_the_summary_says_what_was_done():
    report = Report(found=9, done=2, articles=7, errors=2, repeats=1, gone=3, seconds=1.25)
    assert summary(report) == (
        "7 articles, 2 errors; 2 of 9 inputs read in 1.2 s; 1 repeat another one's article;"
        " 3 are deleted but kept (--prune drops them)"
    )


def test_the_fingerprint_follows_lexicons_and_options(tmp_path, monkeypatch):
    root = tmp_path / "copy"
    for package in ("extractor", "pipelines"):
        shutil.copytree(
            fingerprint.ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    monkeypatch.setattr(fingerprint, "ROOT", root)
    code = fingerprint._code.__wrapped__
    first = code()
    (root / "extractor" / "lexicon" / "extra.tsv").write_text("word\n")
    assert code() != first
    assert fingerprint.extraction(published="") != fingerprint.extraction(published="2020-01-01")
