"""The same run on a Dask cluster, workers lost or not."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest
import quick

from pipelines.batch import Report, run
from pipelines.bench.synthetic import write
from pipelines.errors import RunError, Stopped
from pipelines.run import run_all

distributed = pytest.importorskip("distributed")
pytest.importorskip("pyarrow")

from pipelines.cluster import Cluster  # noqa: E402

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    from pipelines import cluster

    quick.use(monkeypatch.setattr)
    cluster._worker.cache_clear()
    yield
    cluster._worker.cache_clear()


@pytest.fixture
def here():
    """A scheduler with a worker within this process."""
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def go(
    folder: Path, out: Path, address: str, parts: Path, size: int = 4, **options
) -> tuple[Report, Cluster]:
    with Cluster(address, str(parts), size=size) as cluster:
        return run([str(folder)], out, engine=cluster.run, **options), cluster


def test_the_rows_are_those_of_a_local_run(tmp_path, here):
    texts = {"bad.txt": "BREAK", "00.txt": "운하 5 id:same", "01.txt": "운하 5 id:same"}
    folder = quick.write(quick.corpus(tmp_path / "in", 13), texts)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "link.txt").symlink_to(tmp_path / "nowhere")
    formats = ("csv", "jsonl", "parquet")
    report, cluster = go(folder, tmp_path / "o", here, tmp_path / "parts", formats=formats)
    assert (report.articles, report.repeats, report.errors, cluster.made) == (14, 1, 3, 5)
    run([str(folder)], tmp_path / "local", workers=2, formats=formats)
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "local")
    assert not (tmp_path / "parts").exists()
    again, cluster = go(folder, tmp_path / "o", here, tmp_path / "parts")
    assert (again.done, cluster.made) == (1, 0)  # the link that leads nowhere is tried each time


def test_parts_that_stand_are_not_made_again(tmp_path, here):
    folder = quick.corpus(tmp_path / "in", 16)
    done: list[int] = []

    class Interrupted(Exception):
        pass

    def stop() -> bool:
        done.append(1)
        if len(list((tmp_path / "parts").glob("*"))) >= 3:
            raise Interrupted
        return False

    with pytest.raises(Interrupted):
        go(folder, tmp_path / "o", here, tmp_path / "parts", stop=stop)
    standing = [p.name for p in (tmp_path / "parts").iterdir() if p.suffix != ".tmp"]
    assert len(standing) >= 2
    _, cluster = go(folder, tmp_path / "o", here, tmp_path / "parts")
    assert cluster.made + cluster.stood <= 4
    run([str(folder)], tmp_path / "local", workers=1)
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "local")


def test_storage_may_be_any_that_fsspec_knows(tmp_path, here):
    folder = quick.corpus(tmp_path / "in", 6)
    with Cluster(here, "memory://parts", size=2) as cluster:
        assert run([str(folder)], tmp_path / "o", engine=cluster.run).articles == 6
        assert cluster.made == 3


def test_the_command_finds_the_cluster(tmp_path, here, capsys):
    folder = quick.corpus(tmp_path / "in", 3)
    assert run_all([str(folder)], tmp_path / "o", cluster=here) == 0
    assert "3 articles, 0 errors; 3 of 3 inputs read" in capsys.readouterr().err
    assert not (tmp_path / "o" / ".gisaro" / "parts").exists()


def test_parts_that_are_not_shared_are_named(tmp_path, here, monkeypatch):
    folder = quick.corpus(tmp_path / "in", 2)
    cluster = Cluster(here, str(tmp_path / "parts"))
    cluster._root = str(tmp_path / "elsewhere")
    with pytest.raises(RunError, match="choose --parts that all machines share"):
        run([str(folder)], tmp_path / "o", engine=cluster.run)


def test_a_worker_of_another_version_is_named(tmp_path, here, monkeypatch):
    from pipelines import cluster as module

    folder = quick.corpus(tmp_path / "in", 2)
    submit = module.Cluster._submit

    def other(self, partition):
        with monkeypatch.context() as context:
            context.setattr(module.fingerprint, "extraction", lambda **_: "other")
            return submit(self, partition)

    monkeypatch.setattr(module.Cluster, "_submit", other)
    with pytest.raises(RunError, match="another version of gisaro"):
        go(folder, tmp_path / "o", here, tmp_path / "parts")


def test_a_cluster_without_workers(tmp_path, monkeypatch):
    from pipelines import cluster as module

    monkeypatch.setattr(module, "PATIENCE", 0.2)
    folder = quick.corpus(tmp_path / "in", 2)
    with (
        distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=None) as empty,
        pytest.raises(RunError, match="no worker left: start some and run again"),
    ):
        go(folder, tmp_path / "o", empty.scheduler_address, tmp_path / "parts")


def test_no_scheduler(tmp_path, monkeypatch):
    from pipelines import cluster

    def refuse(*_, **__):
        raise OSError("Timed out")

    monkeypatch.setattr(cluster, "Client", refuse)
    with pytest.raises(RunError, match="no Dask scheduler answers at"):
        Cluster("tcp://127.0.0.1:1", str(tmp_path / "parts"))


def test_stopping_keeps_what_is_done(tmp_path, here):
    folder = quick.corpus(tmp_path / "in", 8)
    with pytest.raises(Stopped):
        go(folder, tmp_path / "o", here, tmp_path / "parts", stop=lambda: True)
    go(folder, tmp_path / "o", here, tmp_path / "parts")
    run([str(folder)], tmp_path / "local", workers=1)
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "local")


def kill_one(cluster, parts: Path, after: int, killed: list[int]) -> None:
    """Kill a worker process when that many parts stand."""
    with distributed.Client(cluster, set_as_default=False) as client:
        pids = list(client.run(os.getpid).values())
        while len([p for p in parts.glob("*") if p.suffix != ".tmp"]) < after:
            time.sleep(0.01)
        os.kill(pids[0], signal.SIGKILL)
        killed.append(pids[0])


def losing_a_worker(folder: Path, tmp_path: Path, after: int, preload: list[str], size: int) -> Report:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, preload=preload
    ) as cluster:
        killed: list[int] = []
        arguments = (cluster, tmp_path / "parts", after, killed)
        killer = threading.Thread(target=kill_one, args=arguments, daemon=True)
        killer.start()
        report, _ = go(folder, tmp_path / "o", cluster.scheduler_address, tmp_path / "parts", size)
        killer.join(10)
        assert len(killed) == 1
    return report


def test_a_worker_killed_in_mid_run(tmp_path):
    texts = {f"{i:03d}.txt": f"운하 {i} 2024-06-06 SLEEP 0.05" for i in range(40)}
    folder = quick.write(tmp_path / "in", texts)
    report = losing_a_worker(folder, tmp_path, 2, [str(HERE / "quick.py")], size=2)
    assert (report.articles, report.errors) == (40, 0)
    run([str(folder)], tmp_path / "local", workers=2)
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "local")


@pytest.mark.slow
def test_a_poisoned_article_costs_nobody_else_anything(tmp_path):
    texts = {f"{i:03d}.txt": f"운하 {i}" for i in range(10)}
    folder = quick.write(tmp_path / "in", {**texts, "004.txt": "KILL"})
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        preload=[str(HERE / "quick.py")],
    ) as cluster:
        report, _ = go(folder, tmp_path / "o", cluster.scheduler_address, tmp_path / "parts", 5)
    assert (report.articles, report.errors) == (9, 1)


@pytest.mark.slow
def test_a_worker_killed_among_three_hundred_articles(tmp_path, monkeypatch):
    """The real thing: Kiwi and the model in each worker."""
    monkeypatch.undo()
    for _ in write(tmp_path / "in", 300, seed=4):
        pass
    report = losing_a_worker(tmp_path / "in", tmp_path, 3, [], size=16)
    assert (report.articles, report.errors) == (300, 0)
    run([str(tmp_path / "in")], tmp_path / "local")
    assert quick.files(tmp_path / "o") == quick.files(tmp_path / "local")
