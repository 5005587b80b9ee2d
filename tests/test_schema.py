"""The one definition of tables: what it says of itself, and whether the files keep to it."""

import csv
import json
import re

import pytest
from frictionless import Package

from extractor.records import ROW_ZONES
from pipelines.dictionary import dictionary
from pipelines.errors import UsageError
from pipelines.schema import ERRORS, TABLES, ZONES, data_package

HANGUL = re.compile("[가-힣]")


def test_the_tables_of_the_contract_are_there_with_their_columns():
    assert {name: " ".join(table.names) for name, table in TABLES.items()} == {
        "articles": "article_id source_path url outlet kind title subtitle dateline reporters reporter_email"
        " published published_source updated chars sentences projects amounts dates officials quotes"
        " content_sha256 extractor_version",
        "projects": "project_id article_id name kind text action stage next_stage sector country place"
        " amount_id amount amount_max currency amount_modifier date_id date date_relation track_id flags"
        " zone sentence char_start char_end",
        "amounts": "amount_id article_id text value value_max currency modifier per converts project_id flags"
        " zone sentence char_start char_end",
        "dates": "date_id article_id text edtf start end precision relation resolution project_id flags zone"
        " sentence char_start char_end",
        "officials": "official_id article_id name title organization organization_text country role mentions"
        " quotes person_id zone sentence char_start char_end",
        "quotes": "quote_id article_id speaker official_id text verb zone sentence char_start char_end",
        "meetings": "meeting_id article_id name ordinal date place country host zone sentence char_start"
        " char_end",
        "entities": "entity_id article_id label text canonical country zone sentence char_start char_end",
        "tracks": "track_id name country sector first_published last_published articles stage stages amount"
        " currency amounts article_ids",
        "errors": "source_path error message",
    }


def test_the_vocabularies_are_those_of_the_records():
    assert set(ZONES) == ROW_ZONES
    stages = {
        v
        for name in ("projects", "tracks")
        for c in TABLES[name].columns
        if c.name == "stage"
        for v in c.values
    }
    assert stages == {
        "proposed", "planned", "study", "bidding", "awarded", "contracted", "delayed", "under_construction",
        "completed", "operating", "cancelled",
    }  # fmt: skip
    assert ERRORS == ("unreadable", "not_text", "empty", "too_large", "unsupported", "malformed")


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_every_column_is_described_in_both_languages(table):
    assert HANGUL.search(table.ko)
    assert not HANGUL.search(table.en)
    assert len(set(table.names)) == len(table.names)
    for column in table.columns:
        assert HANGUL.search(column.ko), column
        assert column.en, column
        assert not HANGUL.search(column.en), column
    for key in table.keys:
        assert key.column in table.names
        assert TABLES[key.table].keyed


def test_the_package_is_a_frictionless_data_package():
    assert not list(Package.metadata_validate(data_package()))
    assert data_package(["jsonl"])["resources"][0]["name"] == "errors"
    assert "foreignKeys" not in data_package(["jsonl"])["resources"][0]["schema"]


def test_the_files_of_the_corpus_keep_to_their_package(corpus_tables):
    package = json.loads((corpus_tables / "datapackage.json").read_text("utf-8"))
    assert package == data_package()
    report = Package(str(corpus_tables / "datapackage.json")).validate()
    assert report.flatten(["type", "fieldName", "rowNumber", "note"]) == []
    assert {task.name for task in report.tasks} == set(TABLES)


def test_frictionless_would_notice(corpus_tables, tmp_path):
    """A wrong cell, a broken key and a double id are told, so the test above can fail."""
    for file in corpus_tables.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (corpus_tables / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        article = next(csv.DictReader(file))["article_id"]
    row = [f"{article}#q999", article, "", f"{article}#o999", "글", "", "nowhere", "글", "0", "1"]
    with (tmp_path / "quotes.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([row, row])
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert {e[0] for e in report.flatten(["type"])} == {"constraint-error", "foreign-key", "primary-key"}


def test_the_dictionary_names_every_table_and_column():
    for layout in ("text", "markdown", "json"):
        text = dictionary(layout=layout)
        for table in TABLES.values():
            assert table.file in text
            assert all(name in text for name in table.names)
    assert "projects.csv" not in dictionary("amounts")
    assert dictionary("amounts.csv") == dictionary("amounts")
    assert [r["name"] for r in json.loads(dictionary("amounts", "json"))["resources"]] == ["amounts"]
    with pytest.raises(UsageError, match="articles, projects"):
        dictionary("money")
