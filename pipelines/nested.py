"""From one article's record to its line of records.jsonl: the text, every row nested in it, and why."""

from __future__ import annotations

import json
from dataclasses import fields
from decimal import Decimal
from typing import Any

from extractor.records import ArticleRecord, Mention, Project
from pipelines.rows import Cell, Rows
from pipelines.schema import TABLES, Column

__all__ = ["line", "with_tracks"]

#: Fields of the records that the rows tell already under another name.
_TOLD = {"id", "amount", "converts", "official", "officials", "quotes"}


def line(record: ArticleRecord, rows: Rows) -> str:
    """Return an article as one line of JSON, without the line end.

    The keys are those of the tables. In place of the counts of articles.csv stand the rows themselves, each
    with all ``spans``, the ``anchor`` of a date and ``why``: for each column what made its value.
    """
    (article,) = rows["articles"]
    out = _cells("articles", article)
    out["text"] = record.text
    for name in TABLES:
        if name in rows and name != "articles":
            mentions: tuple[Mention, ...] = getattr(record, name)
            out[name] = [
                _nested(name, row, mention, record) for row, mention in zip(rows[name], mentions, strict=True)
            ]
    return json.dumps(out, ensure_ascii=False, separators=(",", ":"))


def _nested(name: str, row: tuple[Cell, ...], mention: Mention, record: ArticleRecord) -> dict[str, Any]:
    cells = _cells(name, row)
    del cells["article_id"]
    if isinstance(mention, Project):  # the track stands behind the id, where `with_tracks` finds it
        cells = {"project_id": cells.pop("project_id"), "track_id": cells.pop("track_id"), **cells}
        key = record.article.article_id
        cells["official_ids"] = [f"{key}#{record.officials[i].id}" for i in mention.officials]
    for field in fields(mention):
        if field.name not in cells and field.name not in _TOLD:
            cells[field.name] = getattr(mention, field.name)
    cells["why"] = cells.pop("why")
    return cells


def _cells(name: str, row: tuple[Cell, ...]) -> dict[str, Any]:
    return {c.name: _value(c, cell) for c, cell in zip(TABLES[name].columns, row, strict=True)}


def _value(column: Column, cell: Cell) -> Any:
    if column.many:
        return str(cell).split(";") if cell else []
    if cell is None or cell == "":
        return None
    if column.type == "number":
        value = Decimal(cell)
        return int(value) if value == value.to_integral_value() else float(value)
    return cell


def with_tracks(text: str, tracks: dict[str, str]) -> str:
    """Fill the ``track_id`` of an article's projects into its finished line.

    Parameters
    ----------
    text : str
        The line that `line` made.
    tracks : dict of str to str
        ``track_id`` by ``project_id``, of this article's projects.
    """
    for project, track in tracks.items():
        head = f'"project_id":{json.dumps(project)},"track_id":'
        text = text.replace(f"{head}null", f"{head}{json.dumps(track)}", 1)
    return text
