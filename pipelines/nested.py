"""From one article's record to its line of records.jsonl: the text, every row nested in it, and why."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from extractor.records import (
    Amount,
    ArticleRecord,
    CalendarDate,
    Entity,
    Meeting,
    Mention,
    Official,
    Project,
    Quote,
)
from pipelines.rows import Cell, Rows
from pipelines.schema import TABLES

__all__ = ["line", "retracked", "with_tracks"]

#: Fields of the records that the rows tell already under another name.
_TOLD = {"id", "amount", "converts", "official", "officials", "quotes", "why"}
_KINDS: dict[str, type[Mention]] = {
    "projects": Project,
    "amounts": Amount,
    "dates": CalendarDate,
    "officials": Official,
    "quotes": Quote,
    "meetings": Meeting,
    "entities": Entity,
}
_NAMES = {name: table.names for name, table in TABLES.items()}
_MANY = {name: [c.name for c in table.columns if c.many] for name, table in TABLES.items()}
_NUMBERS = {name: [c.name for c in table.columns if c.type == "number"] for name, table in TABLES.items()}
_BESIDE = {
    name: [f.name for f in fields(kind) if f.name not in {*_NAMES[name], *_TOLD}]
    for name, kind in _KINDS.items()
}


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
    for field in _BESIDE[name]:
        cells[field] = getattr(mention, field)
    cells["why"] = mention.why
    return cells


def _cells(name: str, row: tuple[Cell, ...]) -> dict[str, Any]:
    cells: dict[str, Any] = dict(zip(_NAMES[name], row, strict=True))
    for column in _MANY[name]:
        cells[column] = cells[column].split(";") if cells[column] else []
    for column in _NUMBERS[name]:
        cells[column] = _number(cells[column])
    for column, cell in cells.items():
        if cell == "":
            cells[column] = None
    return cells


def _number(cell: str | None) -> int | float | None:
    if not cell:
        return None
    return float(cell) if "." in cell else int(cell)


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


def retracked(line: bytes, before: list[str], now: list[str]) -> bytes | None:
    """Exchange the ``track_id`` of each project of a written line; None when they are not those told."""
    out, at = [], 0
    for old, new in zip(before, now, strict=True):
        told = _told(old)
        found = line.find(told, at)  # a quotation mark within a text is escaped, so this is no text
        if found < 0:
            return None
        out += [line[at:found], _told(new)]
        at = found + len(told)
    return b"".join([*out, line[at:]])


def _told(track: str) -> bytes:
    return f'"track_id":{json.dumps(track)}'.encode()
