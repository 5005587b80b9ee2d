"""For every filled cell of an article's tables, what made its value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.records import ArticleRecord, CalendarDate, Mention
from pipelines.rows import Cell, rows
from pipelines.schema import TABLES

__all__ = ["UNKNOWN", "Reason", "reasons"]

#: Said of a cell whose component names no rule.
UNKNOWN = "?"

#: Columns that say themselves what made them.
_SPAN = {
    "text": "the span of the text",
    "char_start": "the span of the text",
    "char_end": "the span of the text",
    "zone": "the layout at char_start",
    "sentence": "the sentence at char_start",
    "flags": "the check of that name",
}

#: Columns that follow from another one of the record, by that one (the first of several
#: that has a reason); links are fields of the record too.
_FOLLOWS = {
    "amounts": {"value_max": "value"},
    "dates": {"start": "edtf", "end": "edtf", "precision": "edtf"},
    "entities": {"country": "canonical"},
    "officials": {"organization_text": "organization", "country": "organization title", "person_id": "name"},
    "meetings": {"ordinal": "name", "country": "place"},
    "projects": {
        "amount_id": "amount",
        "amount": "amount",
        "amount_max": "amount",
        "currency": "amount",
        "amount_modifier": "amount",
        "date_id": "date",
        "date": "date",
        "date_relation": "date",
    },
    "quotes": {"official_id": "speaker"},
}
_COUNTED = {
    "officials": {"mentions": "the number of its spans", "quotes": "the quotes with its official_id"},
}
_LINKED = {"amounts": "amount", "dates": "date"}


#: Values that stand where the text says nothing else.
_UNMARKED = {
    ("modifier", "exact"): "no hedge at the figure",
    ("amount_modifier", "exact"): "no hedge at the figure",
    ("relation", "on"): "no other relation at the date",
    ("date_relation", "on"): "no other relation at the date",
    ("resolution", "explicit"): "nothing had to be completed",
}


class Reason(NamedTuple):
    """One cell and what made it."""

    table: str
    row: str
    column: str
    cell: Cell
    why: str


def reasons(record: ArticleRecord) -> Iterator[Reason]:
    """Yield every filled cell of an article's mentions with what made it, in the order of the tables.

    Ids stand for themselves and are left out.
    """
    made = rows(record)
    projects = {
        (field, place): p for p in reversed(record.projects) for field in ("amount", "date")
        if (place := getattr(p, field)) is not None
    }  # fmt: skip
    for table, lines in made.items():
        if table == "articles":
            continue
        mentions: tuple[Mention, ...] = getattr(record, table)
        for line, mention in zip(lines, mentions, strict=True):
            for column, cell in zip(TABLES[table].names[2:], line[2:], strict=True):
                if cell is None or cell == "":
                    continue
                if column == "project_id":
                    field = _LINKED[table]
                    why = projects[field, mention.char_start].why.get(field) or UNKNOWN
                else:
                    why = _why(table, column, mention)
                if why == UNKNOWN:
                    why = _UNMARKED.get((column, str(cell)), UNKNOWN)
                yield Reason(table, mention.id, column, cell, why)


def _why(table: str, column: str, mention: Mention) -> str:
    if mention.why.get(column):
        return mention.why[column]
    if column in _SPAN:
        return _SPAN[column]
    if column == "resolution" and isinstance(mention, CalendarDate) and mention.anchor:
        return f"completed from {mention.anchor}"
    if counted := _COUNTED.get(table, {}).get(column):
        return counted
    sources = _FOLLOWS.get(table, {}).get(column, "").split()
    return next((mention.why[s] for s in sources if mention.why.get(s)), UNKNOWN)
