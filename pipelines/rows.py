"""From one article's record to the rows of every table: a pure function."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from extractor.records import ArticleRecord, Mention

__all__ = ["Cell", "Rows", "plain", "rows"]

Cell: TypeAlias = str | int | None
Rows: TypeAlias = dict[str, list[tuple[Cell, ...]]]


def plain(value: Decimal | None) -> str | None:
    """Write a number without exponent, thousands separators or trailing zeros.

    Examples
    --------
    >>> plain(Decimal("4.80E+8"))
    '480000000'
    >>> plain(Decimal("63.30"))
    '63.3'
    """
    if value is None:
        return None
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def rows(record: ArticleRecord) -> Rows:
    """Return an article's rows by table name, each a tuple in the order of the table's columns.

    Cells are str, int or None (unknown); numbers with decimals are plain decimal strings. ``track_id`` is
    None: only all articles together tell it.
    """
    key = record.article.article_id
    amount_at = {a.char_start: a for a in record.amounts}
    date_at = {d.char_start: d for d in record.dates}
    project_of_amount: dict[int, str] = {}
    project_of_date: dict[int, str] = {}
    for p in record.projects:
        if p.amount is not None:
            project_of_amount.setdefault(p.amount, f"{key}#{p.id}")
        if p.date is not None:
            project_of_date.setdefault(p.date, f"{key}#{p.id}")
    spoken = Counter(q.official for q in record.quotes if q.official is not None)

    out: Rows = {"articles": [_article(record)]}
    out["projects"] = []
    for p in record.projects:
        a = amount_at.get(p.amount) if p.amount is not None else None
        d = date_at.get(p.date) if p.date is not None else None
        out["projects"].append(
            (
                f"{key}#{p.id}", key, p.name, p.kind, p.text, p.action, p.stage, p.next_stage, p.sector,
                ";".join(p.country), p.place,
                f"{key}#{a.id}" if a else None,
                plain(a.value) if a else None,
                plain(a.value_max) if a else None,
                a.currency if a else None,
                a.modifier if a else None,
                f"{key}#{d.id}" if d else None,
                d.edtf if d else None,
                d.relation if d else None,
                None, ";".join(p.flags), *_place(p),
            )
        )  # fmt: skip
    out["amounts"] = []
    for a in record.amounts:
        original = amount_at.get(a.converts) if a.converts is not None else None
        out["amounts"].append(
            (
                f"{key}#{a.id}", key, a.text, plain(a.value), plain(a.value_max), a.currency, a.modifier,
                a.per,
                f"{key}#{original.id}" if original else None,
                project_of_amount.get(a.char_start), ";".join(a.flags), *_place(a),
            )
        )  # fmt: skip
    out["dates"] = [
        (
            f"{key}#{d.id}", key, d.text, d.edtf, _day(d.start), _day(d.end), d.precision, d.relation,
            d.resolution, project_of_date.get(d.char_start), ";".join(d.flags), *_place(d),
        )
        for d in record.dates
    ]  # fmt: skip
    out["officials"] = [
        (
            f"{key}#{o.id}", key, o.name, o.title, o.organization, o.organization_text, o.country, o.role,
            len(o.spans) or 1, spoken[i], o.person_id, *_place(o),
        )
        for i, o in enumerate(record.officials)
    ]  # fmt: skip
    out["quotes"] = [
        (
            f"{key}#{q.id}", key, q.speaker,
            f"{key}#{record.officials[q.official].id}" if q.official is not None else None,
            q.text, q.verb, *_place(q),
        )
        for q in record.quotes
    ]  # fmt: skip
    out["meetings"] = [
        (f"{key}#{m.id}", key, m.name, m.ordinal, m.date, m.place, m.country, m.host, *_place(m))
        for m in record.meetings
    ]
    out["entities"] = [
        (f"{key}#{e.id}", key, e.label, e.text, e.canonical, e.country, *_place(e)) for e in record.entities
    ]
    return out


def _article(record: ArticleRecord) -> tuple[Cell, ...]:
    a = record.article
    return (
        a.article_id, a.source_path, a.url, a.outlet, a.kind, a.title, a.subtitle, a.dateline,
        ";".join(a.reporters), a.reporter_email, a.published, a.published_source, a.updated, a.chars,
        a.sentences, len(record.projects), len(record.amounts), len(record.dates), len(record.officials),
        len(record.quotes), a.content_sha256, a.extractor_version,
    )  # fmt: skip


def _place(m: Mention) -> tuple[Cell, ...]:
    return m.zone, m.sentence, m.char_start, m.char_end


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
