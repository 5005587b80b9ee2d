"""Evaluation: the rules of scoring one by one, and the same figures as an independent scorer."""

import csv
import importlib.util
import json
import random
from pathlib import Path

import pytest

from pipelines.agreement import agrees, items, likeness, number, squash
from pipelines.errors import UsageError
from pipelines.evaluate import evaluate
from pipelines.schema import TABLES

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score.py"
GOLD = [p for p in (SHARED / "dev_news" / "gold", SHARED / "dev_press" / "gold") if p.is_dir()]


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("차관보", "차관보", True),
        ("제1 차관", "제1차관", True),
        ("A·B", "a b", True),
        ("㈜한빛", "(주)한빛", True),
        ("차관", "차관보", False),
        (["차관보", "통상차관보"], "통상차관보", True),
        (None, "", True),
        (None, "차관", False),
        ("", "차관", False),
        ("차관", "", False),
        ([None, "차관"], "", True),
    ],
)
def test_values_agree_apart_from_spelling(wanted, got, same):
    assert agrees(wanted, got) is same


def test_names_are_alike_by_their_character_pairs():
    assert likeness("항만 건설", "항만건설") == 1.0
    assert likeness("abcd", "abxd") == pytest.approx(1 / 3)
    assert likeness(["항구", "항만 건설"], "항만건설") == 1.0
    assert likeness("가", "나") == 0.0
    assert likeness("", "") == 0.0


def test_numbers_are_compared_by_value():
    assert number("300.0") == number(300) == number("3E+2")
    assert number("") is None
    assert number("많음") == "많음"
    assert squash(" 제1차-회의 ") == "제1차회의"
    assert items("UZ;KZ;") == ["KZ", "UZ"]


def _write(folder, **tables):
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, TABLES[name].names, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows({"article_id": "x", **row} for row in rows)


def _score(tmp_path, gold, **tables):
    (tmp_path / "gold").mkdir(exist_ok=True)
    item = {"id": "a", "file": "a.txt", **gold}
    (tmp_path / "gold" / "a.json").write_text(json.dumps(item), encoding="utf-8")
    _write(tmp_path, **({"articles": [{"source_path": "in/a.txt"}]} | tables))
    return evaluate(tmp_path / "gold", tmp_path)


def _counts(score):
    return score.hits, score.spurious, score.missed


def test_amounts_count_as_often_as_they_stand(tmp_path):
    won = {"text": "1억원", "value": 100000000, "currency": "KRW", "modifier": "about"}
    dollar = {"text": "1달러", "value": 1, "currency": "USD", "optional": True}
    found = [
        {"value": "100000000", "currency": "KRW", "modifier": "exact"},
        {"value": "100000000", "currency": "KRW", "modifier": "about"},
        {"value": "100000000", "value_max": "2", "currency": "KRW", "modifier": "about"},
        {"value": "1", "currency": "USD"},
        {"value": "1", "currency": "USD"},
    ]
    report = _score(tmp_path, {"amounts": [won, won, won, dollar]}, amounts=found)
    assert _counts(report.tables["amounts"]) == (2, 2, 1)
    assert (report.shares["amount_modifier"].right, report.shares["amount_modifier"].of) == (1, 2)


def test_dates_count_once(tmp_path):
    gold = [{"edtf": "2019"}, {"edtf": "2019"}, {"edtf": "2020"}, {"edtf": "2021", "optional": True}]
    found = [{"edtf": e} for e in ("2019", "2019", "2021", "2022")]
    assert _counts(_score(tmp_path, {"dates": gold}, dates=found).tables["dates"]) == (1, 1, 1)


def test_an_unnamed_office_holder_matches_by_office(tmp_path):
    gold = [
        {"name": None, "title": ["차관"], "organization": ["에너지부"]},
        {"name": "홍나래", "title": "차관", "organization": "기획재정부"},
        {"name": "강길", "optional": True},
    ]
    found = [
        {"name": "", "title": "차관", "organization": "에너지부"},
        {"name": "홍나래", "title": "차관보", "organization": "기획재정부"},
        {"name": "강길"},
        {"name": "", "title": "차관", "organization": "보건부"},
    ]
    report = _score(tmp_path, {"officials": gold}, officials=found)
    assert _counts(report.tables["officials"]) == (2, 1, 0)
    assert _counts(report.tables["officials_full"]) == (1, 2, 1)


def test_projects_match_best_first_and_one_to_one(tmp_path):
    gold = [
        {
            "name": "알파 항만 건설",
            "amount": {"value": 5, "currency": "USD"},
            "date": None,
            "country": ["KZ", "UZ"],
        },
        {
            "name": ["알파 항만", "항만 알파"],
            "stage": "planned",
            "action": ["착공", "착공 지원"],
            "amount": None,
        },
        {"name": "발전소", "optional": True},
    ]
    found = [
        {"name": "알파 항만", "stage": "planned", "action": "착공", "amount": "7"},
        {"name": "알파항만 건설", "amount": "5.0", "currency": "USD", "date": "2019", "country": "UZ;KZ"},
        {"name": "발전소"},
        {"name": "공항"},
    ]
    report = _score(tmp_path, {"projects": gold}, projects=found)
    assert _counts(report.tables["projects"]) == (2, 1, 0)
    shares = {k: (s.right, s.of) for k, s in report.shares.items() if s.of}
    assert shares == {
        "project_amount": (1, 2),
        "project_date": (0, 1),
        "project_country": (1, 1),
        "project_stage": (1, 1),
        "project_action": (1, 1),
    }


def test_quotes_need_the_speaker_and_meetings_the_name(tmp_path):
    gold = {
        "quotes": [
            {"speaker": ["홍나래"], "starts": "늦지 않게"},
            {"speaker": ["강길"], "starts": "곧 짓는다"},
        ],
        "meetings": [{"name": "제2차 항만 포럼"}, {"name": "서명식", "optional": True}],
    }
    report = _score(
        tmp_path,
        gold,
        quotes=[{"speaker": "홍나래", "text": "늦지않게 짓겠다"}, {"speaker": "홍나래", "text": "곧 짓는다"}],
        meetings=[{"name": "2차 항만포럼"}, {"name": "서명식"}, {"name": "만찬"}],
    )
    assert _counts(report.tables["quotes"]) == (1, 1, 1)
    assert _counts(report.tables["meetings"]) == (1, 1, 0)


def test_meta_wants_every_reporter_and_an_article_without_output_is_told(tmp_path):
    gold = {"meta": {"reporters": ["강길", "홍나래"], "title": "제목", "subtitle": None}}
    here = [{"source_path": "in/a.txt", "reporters": "홍나래;강길", "title": "다른 제목"}]
    meta = _score(tmp_path, gold, articles=here).shares["meta"]
    assert (meta.right, meta.of) == (2, 3)
    gone = _score(tmp_path, {**gold, "dates": [{"edtf": "2019"}]}, articles=[{"source_path": "b.txt"}])
    assert gone.missing == ["a.txt"]
    assert _counts(gone.tables["dates"]) == (0, 0, 1)
    assert gone.shares["meta"].right == 1


def test_wrong_folders_are_told(tmp_path):
    with pytest.raises(UsageError, match="no gold"):
        evaluate(tmp_path, tmp_path)
    (tmp_path / "a.json").write_text('{"id": "a", "file": "a.txt"}', encoding="utf-8")
    with pytest.raises(UsageError, match="gisaro run"):
        evaluate(tmp_path, tmp_path)
    _write(tmp_path, articles=[])
    for content, complaint in (("{", "no JSON"), ("[]", "needs an object")):
        (tmp_path / "a.json").write_text(content, encoding="utf-8")
        with pytest.raises(UsageError, match=complaint):
            evaluate(tmp_path, tmp_path)


def _noisy(gold: list[dict], folder: Path, seed: int) -> None:
    """Write tables as a fair extractor would: gold's items, some lost, some changed, some added."""
    pick = random.Random(seed)

    def one(value):
        value = pick.choice(value) if isinstance(value, list) else value
        return "" if value is None or pick.random() < 0.1 else str(value)

    def some(items):
        kept = [i for i in items if pick.random() > 0.2]
        return kept + pick.sample(kept, min(len(kept), pick.randrange(2)))

    tables: dict[str, list[dict]] = {
        name: [] for name in ("articles", "amounts", "dates", "officials", "projects")
    }
    tables |= {"quotes": [], "meetings": []}
    for n, g in enumerate(gold):
        if n % 9 == 8:
            continue
        key = {"article_id": f"sha256:{n}"}
        meta = {k: ";".join(v) if k == "reporters" else one(v) for k, v in g.get("meta", {}).items()}
        meta = {k: v for k, v in meta.items() if k in TABLES["articles"].names}
        tables["articles"].append(key | {"source_path": f"x/{g['file']}"} | meta)
        for a in some(g.get("amounts", [])):
            row = {k: a.get(k, "") for k in ("value", "value_max", "currency")}
            tables["amounts"].append(key | row | {"modifier": pick.choice(["exact", a.get("modifier", "")])})
        for d in some(g.get("dates", [])):
            tables["dates"].append(key | {"edtf": d["edtf"] if pick.random() > 0.1 else "1999"})
        for o in some(g.get("officials", [])):
            row = {k: one(o.get(k)) for k in ("name", "title", "organization")}
            tables["officials"].append(key | row)
        for p in some(g.get("projects", [])):
            row = {k: one(p.get(k)) for k in ("date", "stage", "action")}
            amount = p.get("amount") or {"value": "", "currency": ""}
            name = one(p["name"])
            name = name[: len(name) - pick.randrange(4)] + pick.choice(["", " 사업", " 추진"])
            row |= {"name": name, "amount": amount["value"], "currency": amount["currency"]}
            tables["projects"].append(key | row | {"country": ";".join(p.get("country") or [])})
        for q in some(g.get("quotes", [])):
            tables["quotes"].append(key | {"speaker": one(q["speaker"]), "text": q["starts"] + " …"})
        for m in some(g.get("meetings", [])):
            tables["meetings"].append(key | {"name": one(m["name"]) + pick.choice(["", " 개최"])})
    _write(folder, **tables)


def _scorer():
    spec = importlib.util.spec_from_file_location("score", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _theirs(gold: list[dict], folder: Path) -> dict[str, tuple]:
    """The independent scorer's raw counts."""
    scorer = _scorer()
    articles = {Path(r["source_path"]).name: r for r in scorer.rows(folder, "articles")}
    names = ("amounts", "dates", "officials", "projects", "quotes", "meetings")
    found = {k: scorer.rows(folder, k) for k in names}
    tally = scorer.Tally()
    for g in gold:
        scorer.score_article(tally, g, articles.get(g["file"], {"article_id": "\0missing"}), found)
    counts = {k: (tally.tp[k], tally.fp[k], tally.fn[k]) for k in scorer.F1}
    return counts | {k: (tally.ok[k], tally.of[k]) for k in scorer.SHARE}


def _ours(report) -> dict[str, tuple]:
    return {k: _counts(s) for k, s in report.tables.items()} | {
        k: (s.right, s.of) for k, s in report.shares.items()
    }


@pytest.mark.skipif(
    not SCORER.exists() or not GOLD, reason="the shared scorer does not lie beside the project"
)
@pytest.mark.parametrize("folder", GOLD, ids=lambda p: p.parent.name)
def test_the_shared_scorer_gives_the_same_figures(folder, tmp_path, corpus_tables):
    gold = [json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))]
    assert _ours(evaluate(folder, corpus_tables)) == _theirs(gold, corpus_tables)
    for seed in range(20):
        _noisy(gold, tmp_path, seed)
        report = evaluate(folder, tmp_path)
        assert _ours(report) == _theirs(gold, tmp_path)
        assert report.tables["projects"].hits > 0
