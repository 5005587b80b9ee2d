"""The corpus, read once: floors under its scores, every cell in its place, tracks against their gold."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest

from pipelines.agreement import likeness
from pipelines.evaluate import evaluate
from pipelines.schema import TABLES

ROOT = Path(__file__).parent.parent
FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def outputs(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("outputs")
    command = [Path(sys.executable).parent / "gisaro", "run", "corpus", "--out", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def tables(outputs) -> dict[str, pd.DataFrame]:
    return {name: pd.read_csv(outputs / f"{name}.csv", dtype=str, keep_default_na=False) for name in TABLES}


@pytest.fixture(scope="module")
def scores(outputs) -> dict[str, float]:
    figures = evaluate(ROOT / "corpus" / "gold", outputs).figures()
    return {kind: figure.get("f1", figure.get("share")) for kind, figure in figures.items()}


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_no_score_falls_under_its_floor(scores, kind):
    assert scores[kind] >= FLOORS[kind]


def test_every_article_of_the_corpus_is_read(tables):
    files = sorted(p.name for p in (ROOT / "corpus").rglob("*.txt"))
    assert sorted(Path(p).name for p in tables["articles"]["source_path"]) == files


def test_links_between_tables_hold(tables):
    amounts = set(tables["amounts"]["amount_id"])
    dates = set(tables["dates"]["date_id"])
    tracks = set(tables["tracks"]["track_id"])
    projects = tables["projects"]
    assert set(projects["amount_id"]) - {""} <= amounts
    assert set(projects["date_id"]) - {""} <= dates
    assert set(projects["track_id"]) == tracks
    assert set(tables["amounts"]["converts"]) - {""} <= amounts


def test_tracks_agree_with_gold(tables):
    """Pairwise F1 over the gold's projects, each looked up among its article's rows by name."""
    files = {row.article_id: Path(row.source_path).name for row in tables["articles"].itertuples()}
    found: dict[str, list[tuple[str, str]]] = {}
    for row in tables["projects"].itertuples():
        found.setdefault(files[row.article_id], []).append((row.name, row.track_id))
    with (ROOT / "corpus" / "tracks" / "gold.tsv").open(encoding="utf-8") as file:
        gold = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    assert len({g["track"] for g in gold}) >= 30
    assert len({g["file"] for g in gold}) >= 80
    given = []
    for number, g in enumerate(gold):
        best = max(found.get(g["file"], []), key=lambda p: likeness(p[0], g["name"]), default=("", ""))
        alike = likeness(best[0], g["name"]) >= 0.6
        given.append((g["track"], best[1] if alike else f"missed {number}"))
    right = wrong = missed = 0
    for (gold_a, a), (gold_b, b) in combinations(given, 2):
        right += gold_a == gold_b and a == b
        wrong += gold_a != gold_b and a == b
        missed += gold_a == gold_b and a != b
    assert 2 * right / (2 * right + wrong + missed) >= 0.95
