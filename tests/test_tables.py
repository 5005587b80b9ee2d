"""Records to rows to files: every cell, every file, and nothing half-written."""

import csv
import errno
import json
import os
from contextlib import ExitStack
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import accumulate
from operator import add

import pandas as pd
import pytest
from handmade import TEXT, handmade
from hypothesis import given
from hypothesis import strategies as st

from pipelines import sinks
from pipelines.rows import plain, rows
from pipelines.schema import TABLES
from pipelines.tables import CsvSink, Part, TableWriter


def _lines(name, made):
    return [dict(zip(TABLES[name].names, row, strict=True)) for row in made[name]]


def test_links_become_ids_and_copies():
    made = rows(handmade())
    first, second = _lines("projects", made)
    assert (first["project_id"], first["article_id"]) == ("x:1#p1", "x:1")
    assert (first["amount_id"], first["amount"], first["amount_max"]) == ("x:1#a1", "300000000", None)
    assert (first["currency"], first["amount_modifier"]) == ("USD", "exact")
    assert (first["date_id"], first["date"], first["date_relation"]) == ("x:1#d1", "2020", "planned")
    assert (first["country"], first["track_id"]) == ("KZ;UZ", None)
    assert (second["amount_id"], second["amount"], second["currency"]) == (None, None, None)
    assert second["date_id"] == "x:1#d1"
    dollars, won = _lines("amounts", made)
    assert (dollars["project_id"], dollars["converts"]) == ("x:1#p1", None)
    assert (won["project_id"], won["converts"], won["value"]) == (None, "x:1#a1", "400000000000")
    assert won["flags"] == "conversion_mismatch;ambiguous"
    (day,) = _lines("dates", made)
    assert (day["project_id"], day["start"], day["end"]) == ("x:1#p1", "2020-01-01", "2020-12-31")
    (official,) = _lines("officials", made)
    assert (official["mentions"], official["quotes"]) == (2, 1)
    (quote,) = _lines("quotes", made)
    assert quote["official_id"] == "x:1#o1"
    (article,) = _lines("articles", made)
    counts = {k: article[k] for k in ("projects", "amounts", "dates", "officials", "quotes")}
    assert counts == {"projects": 2, "amounts": 2, "dates": 1, "officials": 1, "quotes": 1}
    assert article["reporters"] == "강;길"


def test_every_table_of_mentions_has_rows_as_wide_as_its_columns():
    made = rows(handmade())
    assert set(made) == set(TABLES) - {"tracks", "errors"}
    for name, lines in made.items():
        assert {len(line) for line in lines} == {len(TABLES[name].columns)}


def test_the_line_of_records_nests_the_rows_with_their_reasons():
    part = Part.of(handmade())
    record = json.loads(part.line)
    assert "\n" not in part.line
    assert record["text"] == TEXT
    assert record["reporters"] == ["강", "길"]
    assert record["amounts"][0]["value"] == 300000000
    assert record["amounts"][0]["why"] == {"value": "numbers"}
    assert record["amounts"][1]["flags"] == ["conversion_mismatch", "ambiguous"]
    assert record["dates"][0]["anchor"] == "published"
    assert record["projects"][0]["official_ids"] == ["x:1#o1"]
    assert record["projects"][0]["country"] == ["KZ", "UZ"]
    assert record["projects"][0]["spans"] == [[0, 2]]
    for name, lines in part.rows.items():
        if name != "articles":
            shared = set(TABLES[name].names) - {"article_id"}
            assert all(shared <= set(item) for item in record[name])
            assert len(lines) == len(record[name])


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_numbers_are_plain_decimals_of_the_same_value(value):
    text = plain(value)
    assert Decimal(text) == value
    assert not set(text) - set("-.0123456789")
    assert "." not in text or not text.endswith(("0", "."))


CELLS = st.text(alphabet=st.one_of(st.sampled_from('\r\n",; \t=\ufeff가나'), st.characters(codec="utf-8")))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8))
def test_text_cells_survive_the_file(tmp_path_factory, cells):
    path = tmp_path_factory.mktemp("csv") / "errors.csv"
    sink = CsvSink(TABLES["errors"], path)
    sink.add(cells)
    sink.close()
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [tuple(row) for row in csv.reader(file)][1:] == cells
    if not any("\x00" in c for row in cells for c in row):  # pandas ends a cell there; inputs have none
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, skip_blank_lines=False)
        assert [tuple(row) for row in frame.itertuples(index=False)] == cells


def test_files_open_in_excel_and_end_their_lines_as_unix_does(tmp_path):
    with TableWriter(tmp_path) as writer:
        writer.add(Part.of(handmade()))
    for name, table in TABLES.items():
        data = (tmp_path / table.file).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\xef\xbb\xbf") == 1
        assert data.endswith(b"\n")
        assert b"\r" not in data
        assert data[3:].split(b"\n")[0].decode() == ",".join(table.names), name


def test_chunks_leave_no_trace(tmp_path, monkeypatch):
    parts = [Part.of(handmade(f"x:{i}")) for i in range(7)]
    written = []
    for chunk in (1, 3, 1000):
        monkeypatch.setattr(sinks, "CHUNK", chunk)
        with TableWriter(tmp_path) as writer:
            for part in parts:
                writer.add(part)
        written.append({p.name: p.read_bytes() for p in tmp_path.iterdir()})
    assert written[0] == written[1] == written[2]
    assert set(written[0]) == {t.file for t in TABLES.values()} | {"records.jsonl", "datapackage.json"}


@pytest.mark.parametrize("refusal", [None, errno.EXDEV, errno.EOPNOTSUPP])
def test_articles_made_at_once_and_taken_over_leave_no_trace(tmp_path, monkeypatch, refusal):
    def refuse(*_):
        raise OSError(refusal, "no")

    if refusal:
        monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    monkeypatch.setattr(sinks, "CHUNK", 3)
    monkeypatch.setattr(sinks, "PIECE", 7)
    parts = [Part.of(handmade(f"x:{i}")) for i in range(7)]
    with TableWriter(tmp_path / "whole") as writer:
        for part in parts:
            writer.add(part)
    with TableWriter(tmp_path / "spliced") as writer, ExitStack() as opened:
        begin = list(writer.measure().values())
        earlier = [opened.enter_context((tmp_path / "whole" / f).open("rb", 0)) for f in writer.measure()]
        for part in parts:
            writer.add(part)
        ready = writer.made()
        sizes = [[len(b) for b in made] for made in ready]
        ends = list(accumulate(sizes, lambda at, size: [*map(add, at, size)], initial=begin))[1:]
        writer.meanwhile([partial(writer.splice, ready[:2]), partial(writer.copy, earlier, ends[1], ends[4])])
        writer.meanwhile([partial(writer.splice, ready[5:6])])
        writer.meanwhile([partial(writer.copy, earlier, ends[5], ends[6])])
        writer.settle()
    assert _files(tmp_path / "spliced") == _files(tmp_path / "whole")


def _files(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_what_fails_meanwhile_is_told_at_the_end_and_nothing_is_put_in_place(tmp_path):
    def fail():
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"), TableWriter(tmp_path) as writer:
        writer.meanwhile([fail])
    assert not list(tmp_path.iterdir())


def test_of_one_article_read_twice_the_later_version_stays(tmp_path):
    old = Part.of(handmade(published="2019-09-27", title="처음"))
    new = Part.of(handmade(published="2019-09-27", updated="2019-09-28T10:00", title="고침"))
    same = Part.of(replace(handmade(), article=replace(handmade().article, source_path="b.txt")))
    for parts in ([old, new, same], [same, new, old], [new, same, old]):
        with TableWriter(tmp_path) as writer:
            assert [writer.add(p) for p in sorted(parts, key=lambda p: p.order)] == [True, False, False]
        assert pd.read_csv(tmp_path / "articles.csv")["title"].tolist() == ["고침"]


def test_articles_out_of_order_are_refused(tmp_path):
    with TableWriter(tmp_path) as writer:
        writer.add(Part.of(handmade("x:2")))
        with pytest.raises(ValueError, match="sort"):
            writer.add(Part.of(handmade("x:1")))


def test_a_run_that_breaks_leaves_the_last_one_alone(tmp_path):
    with TableWriter(tmp_path) as writer:
        writer.add(Part.of(handmade("x:1")))
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}

    def break_off():
        with TableWriter(tmp_path) as writer:
            writer.add(Part.of(handmade("x:2")))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_format_not_asked_for_does_not_stay_from_an_earlier_run(tmp_path):
    (tmp_path / "mine.txt").write_text("글")
    with TableWriter(tmp_path):
        pass
    with TableWriter(tmp_path, ["jsonl"]):
        pass
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "datapackage.json",
        "errors.csv",
        "mine.txt",
        "records.jsonl",
    ]


def test_tracks_are_filled_in_when_they_are_known(tmp_path):
    known = {"x:1#p1": "t1", "x:1#p2": "t2"}
    with TableWriter(tmp_path, track_of=known.get) as writer:
        writer.add(Part.of(handmade()))
        writer.tracks([("t1", "항만", "KZ", "", "", "", 1, "planned", "", "", "", "", "x:1")])
    assert pd.read_csv(tmp_path / "projects.csv")["track_id"].tolist() == ["t1", "t2"]
    assert pd.read_csv(tmp_path / "tracks.csv")["track_id"].tolist() == ["t1"]
    record = json.loads((tmp_path / "records.jsonl").read_text("utf-8"))
    assert [p["track_id"] for p in record["projects"]] == ["t1", "t2"]


def _corpus(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_text_is_its_slice_of_the_article(corpus_tables):
    with (corpus_tables / "records.jsonl").open(encoding="utf-8", newline="\n") as file:
        texts = {r["article_id"]: r["text"] for r in map(json.loads, file)}
    assert texts.keys() == {row["article_id"] for row in _corpus(corpus_tables, "articles")}
    for name in ("projects", "amounts", "dates", "officials", "quotes", "meetings", "entities"):
        assert _corpus(corpus_tables, name), name
        for row in _corpus(corpus_tables, name):
            start, end = int(row["char_start"]), int(row["char_end"])
            text = texts[row["article_id"]]
            assert 0 <= start < end <= len(text), row
            if "text" in row:
                assert text[start:end] == row["text"], row
            assert row["sentence"] in text, row


def test_rows_stand_in_the_order_of_article_and_place(corpus_tables):
    for name in ("projects", "amounts", "dates", "officials", "quotes", "meetings", "entities"):
        places = [(row["article_id"], int(row["char_start"])) for row in _corpus(corpus_tables, name)]
        assert places == sorted(places), name
    articles = [row["article_id"] for row in _corpus(corpus_tables, "articles")]
    assert articles == sorted(set(articles))


def test_the_lines_of_records_say_what_the_tables_say(corpus_tables):
    with (corpus_tables / "records.jsonl").open(encoding="utf-8", newline="\n") as file:
        records = [json.loads(line) for line in file]
    for name in ("projects", "amounts", "dates", "officials", "quotes", "meetings", "entities"):
        key = TABLES[name].names[0]
        nested = [item[key] for record in records for item in record[name]]
        assert nested == [row[key] for row in _corpus(corpus_tables, name)]
