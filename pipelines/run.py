"""``gisaro run``: options in, an exit code out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from pipelines.batch import Report, Stopped, run, stoppable
from pipelines.progress import choose

__all__ = ["run_all", "summary"]


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
) -> int:
    """Bring the tables up to date; return the exit code (1 when errors.csv has a row, 130 when stopped).

    See `pipelines.batch.run` for the parameters and what is raised.
    """
    try:
        with stoppable() as stop:
            report = run(
                paths,
                out,
                published=published,
                formats=formats,
                workers=workers,
                prune=prune,
                progress=choose(quiet, json_progress),
                stop=stop,
            )
    except Stopped as stopped:
        print(f"gisaro: stopped; {stopped}", file=sys.stderr)
        return 130
    if not quiet:
        print(f"{summary(report)}: {out}", file=sys.stderr)
    return 1 if report.errors else 0


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
