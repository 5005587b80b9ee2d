"""``python -m pipelines.bench``: see ``--help``."""

from __future__ import annotations

import argparse

from pipelines.bench.stages import BUDGETS, GROUPS, stage_times
from pipelines.bench.synthetic import base, synthetic


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m pipelines.bench", description=__doc__)
    parser.add_argument("--stages", action="store_true", help="only the stages of the extractor")
    parser.add_argument("--articles", type=int, default=99, help="articles for the stages")
    parser.add_argument("--repeats", type=int, default=5, help="runs that the median is taken of")
    options = parser.parse_args()
    texts = base()
    print_stages(stage_times([synthetic(texts, i) for i in range(options.articles)], repeats=options.repeats))


def print_stages(times: dict[str, float]) -> None:
    """Print milliseconds per article and the share of Kiwi's time."""
    floor = times["floor"]
    print(f"{'stage':<38}{'ms/article':>11}{'of Kiwi':>9}{'budget':>9}")
    for name, spent in times.items():
        budget = f"{BUDGETS[name]:.0%}" if name in BUDGETS else ""
        print(f"{name:<38}{spent:>11.2f}{spent / floor:>9.1%}{budget:>9}")
    for name, members in GROUPS.items():
        spent = sum(times.get(member, 0.0) for member in members)
        print(f"{name:<38}{spent:>11.2f}{spent / floor:>9.1%}{BUDGETS[name]:>9.0%}")


if __name__ == "__main__":
    main()
