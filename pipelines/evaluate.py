"""How well a run's tables agree with gold annotations: precision, recall and F1 by table, shares by field.

Gold is one JSON file per article. It holds values, not offsets; several accepted values stand in a list, an
item marked ``optional`` counts neither way, an absent field is not scored and a null one must be empty.
"""

from __future__ import annotations

import csv
import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

from pipelines.agreement import agrees, items, likeness, number, squash
from pipelines.errors import UsageError
from pipelines.scores import Mistake, Report

__all__ = ["evaluate"]

#: Names of projects and meetings that agree to this degree are the same.
SAME = 0.6

Gold: TypeAlias = dict[str, Any]
Line: TypeAlias = dict[str, str]


def evaluate(gold: Path, output: Path) -> Report:
    """Compare a run's CSV files with gold.

    Parameters
    ----------
    gold : Path
        Folder of gold files; each names the article's ``file``, the last part of its ``source_path``.
    output : Path
        Output folder of a run.

    Raises
    ------
    UsageError
        When there is no gold, a gold file is no JSON, or the folder holds no articles.csv.
    """
    annotations = [_load(p) for p in sorted(gold.glob("*.json"))]
    if not annotations:
        raise UsageError(f"'{gold}' holds no gold: give a folder of .json annotations.")
    if not (output / "articles.csv").exists():
        raise UsageError(f"'{output}' holds no articles.csv: run 'gisaro run PATH --out {output}' first.")
    articles = {_file(line["source_path"]): line for line in _read(output, "articles")}
    found: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for table in ("amounts", "dates", "officials", "projects", "quotes", "meetings"):
        for line in _read(output, table):
            found[line["article_id"]][table].append(line)
    report = Report()
    for item in annotations:
        article = articles.get(item["file"])
        if article is None:
            report.missing.append(item["file"])
        here = found[article["article_id"]] if article else defaultdict(list)
        _Comparison(report, item, article or {}, here).run()
    return report


def _load(path: Path) -> Gold:
    try:
        item = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UsageError(f"'{path}' is no JSON: {error}.") from None
    if not isinstance(item, dict) or not {"id", "file"} <= item.keys():
        raise UsageError(f"'{path}' is no gold: it needs an object with 'id' and 'file'.")
    return item


def _read(folder: Path, table: str) -> list[Line]:
    path = folder / f"{table}.csv"
    if not path.exists():
        return []
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _file(path: str) -> str:
    return Path(unicodedata.normalize("NFC", path)).name


class _Comparison:
    """One article's gold beside what was found in it."""

    def __init__(self, report: Report, gold: Gold, article: Line, found: dict[str, list[Line]]) -> None:
        self.report = report
        self.gold = gold
        self.article = article
        self.found = found

    def run(self) -> None:
        """Score every table that gold states."""
        self.meta()
        for table in ("amounts", "dates", "officials", "projects", "quotes", "meetings"):
            if table in self.gold:
                getattr(self, table)()

    def meta(self) -> None:
        for name, want in (self.gold.get("meta") or {}).items():
            got = self.article.get(name, "")
            same = items(got) == sorted(want or []) if name == "reporters" else agrees(want, got)
            self._field("meta", same, {name: want}, got)

    def amounts(self) -> None:
        gold = [(_money(a), a) for a in self.gold["amounts"]]
        found = [(_money(line), line) for line in self.found["amounts"]]
        must = Counter(key for key, a in gold if not a.get("optional"))
        may = Counter(key for key, a in gold if a.get("optional"))
        self._bags("amounts", must, may, Counter(key for key, _ in found))
        modifiers: dict[Any, list[str]] = defaultdict(list)
        for key, line in found:
            modifiers[key].append(line["modifier"])
        for key, a in gold:
            if "modifier" in a and not a.get("optional") and modifiers[key]:
                got = a["modifier"] if a["modifier"] in modifiers[key] else modifiers[key][0]
                modifiers[key].remove(got)
                self._field("amount_modifier", got == a["modifier"], (a["text"], a["modifier"]), got)

    def dates(self) -> None:
        must = {d["edtf"] for d in self.gold["dates"] if not d.get("optional")}
        may = {d["edtf"] for d in self.gold["dates"] if d.get("optional")} - must
        self._bags(
            "dates", Counter(must), Counter(may), Counter({line["edtf"] for line in self.found["dates"]})
        )

    def officials(self) -> None:
        left = list(self.found["officials"])
        for o in self.gold["officials"]:
            line = _take(left, (line for line in left if _same_person(o, line)))
            if o.get("optional"):
                continue
            full = line is not None and all(
                name not in o or agrees(o[name], line[name]) for name in ("title", "organization")
            )
            self._count("officials", line is not None, o)
            self._count("officials_full", full, o)
            if line is not None and not full:  # the person is there, but not as gold has it
                self.report.tables["officials_full"].spurious += 1
        for line in left:
            self._spurious("officials", f"{line['name']} {line['title']} {line['organization']}")
        self.report.tables["officials_full"].spurious += len(left)

    def projects(self) -> None:
        gold, found = self.gold["projects"], self.found["projects"]
        pairs = sorted(
            (-likeness(p["name"], line["name"]), i, j)
            for i, p in enumerate(gold)
            for j, line in enumerate(found)
        )
        partner: dict[int, int] = {}
        taken: set[int] = set()
        for distance, i, j in pairs:
            if -distance >= SAME and i not in partner and j not in taken:
                partner[i] = j
                taken.add(j)
        for i, p in enumerate(gold):
            if p.get("optional"):
                continue
            self._count("projects", i in partner, p)
            if i in partner:
                self._project(p, found[partner[i]])
        for j, line in enumerate(found):
            if j not in taken:
                self._spurious("projects", line["name"])

    def _project(self, p: Gold, line: Line) -> None:
        """Score the fields of a project that was found."""
        if "amount" in p:
            want, got = p["amount"], (number(line["amount"]), line["currency"])
            same = got == (number(want["value"]), want["currency"]) if want else not line["amount"]
            self._field("project_amount", same, (p["name"], want), got)
        if "country" in p:
            places = sorted(c for c in p["country"] or [] if c)
            self._field(
                "project_country", places == items(line["country"]), (p["name"], places), line["country"]
            )
        for name in ("date", "stage", "action"):
            if name in p:
                self._field(f"project_{name}", agrees(p[name], line[name]), (p["name"], p[name]), line[name])

    def quotes(self) -> None:
        left = list(self.found["quotes"])
        for q in self.gold["quotes"]:
            begins = squash(q["starts"])
            same = (
                line
                for line in left
                if squash(line["text"]).startswith(begins) and agrees(q["speaker"], line["speaker"])
            )
            line = _take(left, same)
            if not q.get("optional"):
                self._count("quotes", line is not None, q)
        for line in left:
            self._spurious("quotes", f"{line['speaker']}: {line['text'][:30]}")

    def meetings(self) -> None:
        left = list(self.found["meetings"])
        for m in self.gold["meetings"]:
            best = max(left, key=lambda line: likeness(m["name"], line["name"]), default=None)
            if best is not None and likeness(m["name"], best["name"]) < SAME:
                best = None
            if best is not None:
                left.remove(best)
            if not m.get("optional"):
                self._count("meetings", best is not None, m)
        for line in left:
            self._spurious("meetings", line["name"])

    def _bags(self, table: str, must: Counter[Any], may: Counter[Any], found: Counter[Any]) -> None:
        hits = must & found
        self.report.tables[table].hits += hits.total()
        for key in (must - hits).elements():
            self._count(table, False, key)
        for key in ((found - hits) - may).elements():
            self._spurious(table, key)

    def _count(self, table: str, hit: bool, item: Any) -> None:
        score = self.report.tables[table]
        score.hits += hit
        score.missed += not hit
        if not hit:
            self._mistake(table, f"missed {_brief(item)}")

    def _spurious(self, table: str, item: Any) -> None:
        self.report.tables[table].spurious += 1
        self._mistake(table, f"spurious {item}")

    def _field(self, name: str, right: bool, want: Any, got: Any) -> None:
        share = self.report.shares[name]
        share.of += 1
        share.right += bool(right)
        if not right:
            self._mistake(name, f"wanted {want}, got {got!r}")

    def _mistake(self, what: str, text: str) -> None:
        self.report.mistakes.append(Mistake(self.gold["id"], what, text))


def _brief(item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    return "; ".join(
        f"{k} {item[k]}" for k in ("name", "title", "organization", "speaker", "starts") if item.get(k)
    )


def _take(left: list[Line], matches: Iterable[Line]) -> Line | None:
    """Remove the first match from the list."""
    for line in matches:
        left.remove(line)
        return line
    return None


def _same_person(o: Gold, line: Line) -> bool:
    if o.get("name"):
        return bool(line["name"]) and agrees(o["name"], line["name"])
    return (
        not line["name"]
        and agrees(o.get("title"), line["title"])
        and agrees(o.get("organization"), line["organization"])
    )


def _money(item: dict[str, Any]) -> tuple[Any, Any, str]:
    return number(item["value"]), number(item.get("value_max")), item["currency"]
