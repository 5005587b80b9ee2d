"""``gisaro run``: options in, an exit code out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from pipelines.batch import Engine, Report, run, stoppable
from pipelines.errors import Stopped, UsageError
from pipelines.ledger import FOLDER
from pipelines.progress import choose
from pipelines.work import collect_rarely

__all__ = ["check", "run_all", "summary", "watch"]

FORMATS = ("csv", "jsonl", "parquet")


def run_all(
    paths: Sequence[str],
    out: Path,
    published: str = "",
    formats: Sequence[str] = ("csv", "jsonl"),
    *,
    workers: int = 0,
    prune: bool = False,
    quiet: bool = False,
    json_progress: bool = False,
    cluster: str = "",
    parts: str = "",
) -> int:
    """Bring the tables up to date; return the exit code (1 when errors.csv has a row, 130 when stopped).

    Parameters
    ----------
    cluster : str
        Address of a Dask scheduler; empty: this machine's processes do the work.
    parts : str
        Folder or URL that the cluster's machines share; empty: within ``out``.

    See `pipelines.batch.run` for the other parameters and what is raised.
    """
    check(published, formats, cluster)
    collect_rarely()
    parts = parts or str((out / FOLDER / "parts").resolve())
    try:
        with stoppable() as stop, _engine(cluster, parts, published) as engine:
            report = run(
                paths,
                out,
                published=published,
                formats=formats,
                workers=workers,
                prune=prune,
                progress=choose(quiet, json_progress),
                engine=engine,
                stop=stop,
            )
    except Stopped as stopped:
        print(f"gisaro: stopped; {stopped}", file=sys.stderr)
        return 130
    if not quiet:
        print(f"{summary(report)}: {out}", file=sys.stderr)
    return 1 if report.errors else 0


def watch(
    folder: str,
    out: Path,
    published: str = "",
    formats: Sequence[str] = ("csv", "jsonl"),
    *,
    workers: int = 0,
    prune: bool = False,
    quiet: bool = False,
) -> int:
    """Keep the tables up to date with a folder until Ctrl-C; return the exit code."""
    check(published, formats)
    if not Path(folder).is_dir():
        raise UsageError(f"'{folder}' is no folder: give the one to watch")
    if find_spec("watchfiles") is None:
        raise UsageError("gisaro watch needs watchfiles: pip install 'gisaro[watch]'")
    from pipelines.watch import follow

    with suppress(Stopped), stoppable() as stop:
        reports = follow(
            folder, out, published=published, formats=formats, workers=workers, prune=prune, stop=stop
        )
        for report in reports:
            if not quiet and (report.done or report.written):
                print(f"{summary(report)}: {out}", file=sys.stderr, flush=True)
    return 0


def _engine(cluster: str, parts: str, published: str) -> AbstractContextManager[Engine | None]:
    if not cluster:
        return nullcontext()
    return _clustered(cluster, parts, published)


@contextmanager
def _clustered(cluster: str, parts: str, published: str) -> Iterator[Engine]:
    from pipelines.cluster import Cluster

    with Cluster(cluster, parts, published) as opened:
        yield opened.run


def check(published: str, formats: Sequence[str], cluster: str = "") -> None:
    """Raise `UsageError` for options that cannot be followed."""
    try:
        datetime.fromisoformat(published or "2000-01-01")
    except ValueError:
        raise UsageError(f"--published '{published}' is no date: write it as 2019-09-27") from None
    for name in formats:
        if name not in FORMATS:
            raise UsageError(f"--format '{name}' is not known: give a list of {', '.join(FORMATS)}")
    if "parquet" in formats and find_spec("pyarrow") is None:
        raise UsageError("--format parquet needs pyarrow: pip install 'gisaro[parquet]'")
    if cluster and find_spec("distributed") is None:
        raise UsageError("--cluster needs Dask: pip install 'gisaro[cluster]'")


def summary(report: Report) -> str:
    """Say in a line what a run did.

    Examples
    --------
    >>> summary(Report(found=3, done=1, articles=3, errors=1, seconds=2.5))
    '3 articles, 1 error; 1 of 3 inputs read in 2.5 s'
    """
    told = [f"{report.articles} articles, {report.errors} error{'s' * (report.errors != 1)}"]
    told.append(f"{report.done} of {report.found} inputs read in {report.seconds:.1f} s")
    if report.repeats:
        told.append(f"{report.repeats} repeat another one's article")
    if report.pruned:
        told.append(f"{report.pruned} deleted ones pruned")
    if report.gone:
        told.append(f"{report.gone} are deleted but kept (--prune drops them)")
    return "; ".join(told)
