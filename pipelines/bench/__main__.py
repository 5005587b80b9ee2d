"""``python -m pipelines.bench``: every figure beside its floor, Kiwi's own time over the same articles.

Without options the whole bench runs, up to 10,000 articles (half an hour on two cores).
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import extractor  # noqa: F401  sets what numpy reads when it is loaded
from pipelines.bench import runs
from pipelines.bench.process import Watched
from pipelines.bench.runs import Figure
from pipelines.bench.stages import BUDGETS, GROUPS, stage_times
from pipelines.bench.synthetic import base, synthetic


def main() -> None:
    """Run what is asked for; print a table and write JSON."""
    options = arguments().parse_args()
    size = options.articles or (1_000 if options.quick else 10_000)
    few = 200 if options.quick else 500
    figures: list[Figure] = []
    texts = [synthetic(base(), i) for i in range(66 if options.quick else 500)]
    times = stage_times(texts, repeats=options.repeats)
    print_stages(times)
    if not options.stages:
        with tempfile.TemporaryDirectory(dir=options.folder) as place:
            here = Path(place)
            sizes = sorted({1_000, size}) if size >= 1_000 else [size]
            figures += told(runs.start_up(here, options.repeats))
            figures += told(runs.speed(here, few, options.repeats))
            figures += told(runs.cluster(here, few))
            spent: dict[int, Watched] = {}
            figures += told(
                runs.memory(here, sizes, lambda what: print(f"  {what} …", file=sys.stderr), spent)
            )
            figures += told(runs.again(here, size, spent[size]))
    report = {
        "machine": {"python": platform.python_version(), "system": platform.platform()},
        "stages_ms_per_article": times,
        "figures": [figure.as_dict() for figure in figures],
    }
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def note(what: str) -> None:
    """Tell on standard error what takes long."""
    print(f"  {what} …", file=sys.stderr)


def arguments() -> argparse.ArgumentParser:
    """Describe the options."""
    parser = argparse.ArgumentParser(
        prog="python -m pipelines.bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--stages", action="store_true", help="only the stages of the extractor")
    parser.add_argument("--quick", action="store_true", help="few articles: a first impression")
    parser.add_argument("--articles", type=int, default=0, help="size of the largest run (10000)")
    parser.add_argument("--repeats", type=int, default=3, help="runs that a median is taken of (3)")
    parser.add_argument("--folder", type=Path, help="where to put corpora and tables while it runs")
    parser.add_argument("--json", type=Path, help="write all figures there")
    return parser


def told(figures: Iterable[Figure]) -> list[Figure]:
    """Print figures as they come."""
    kept = []
    for figure in figures:
        verdict = {True: "kept", False: "MISSED", None: ""}[figure.kept]
        value = f"{figure.name:<42}{figure.value:>10.2f} {figure.unit:<11}"
        print(f"{value}{figure.bound:>8} {verdict:<7}{figure.floor}", flush=True)
        kept.append(figure)
    return kept


def print_stages(times: dict[str, float]) -> None:
    """Print milliseconds per article and the share of Kiwi's time."""
    floor = times["floor"]
    print(f"{'stage':<42}{'ms/article':>11}{'of Kiwi':>9}{'budget':>9}")
    for name, spent in times.items():
        budget = f"{BUDGETS[name]:.0%}" if name in BUDGETS else ""
        print(f"{name:<42}{spent:>11.2f}{spent / floor:>9.1%}{budget:>9}")
    for name, members in GROUPS.items():
        spent = sum(times.get(member, 0.0) for member in members)
        print(f"{name:<42}{spent:>11.2f}{spent / floor:>9.1%}{BUDGETS[name]:>9.0%}", flush=True)


if __name__ == "__main__":
    main()
