"""The gazetteers as one: which forms are names, and what they may mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from extractor.load import LexiconError, Row, lexicon

#: Files of organisations, in the order in which a form that stands in two of them is looked up.
ORGANISATIONS = ("ministries", "international", "institutions", "associations", "companies")
#: Files of places, likewise.
PLACES = ("countries", "korean_places", "city_aliases", "cities")


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a form.

    Attributes
    ----------
    canonical : str
        The proper name.
    label : {"ORG", "LOC"}
    kind : str
        The lexicon it stands in ('ministries', 'cities' …).
    country : str
        ISO 3166-1 alpha-2, empty when none or unknown.
    where : str
        The lexicon row.
    weak : bool
        The form is an everyday word too.
    full : bool
        The form is the proper name itself, not a short form.
    valid_from, valid_to : date or None
        Days of office; None for no limit.
    line : str
        What renamed offices share; the canonical name for all others.
    """

    canonical: str
    label: Literal["ORG", "LOC"]
    kind: str
    country: str
    where: str
    weak: bool = False
    full: bool = True
    valid_from: date | None = None
    valid_to: date | None = None
    line: str = ""


def split(cell: str) -> list[str]:
    """Return the entries of a cell that holds a list ('a;b')."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def rows_of(kind: str) -> tuple[Row, ...]:
    """Return the rows of one gazetteer file."""
    return lexicon(kind)


def day(row: Row, column: str) -> date | None:
    """Return a cell's date.

    Raises
    ------
    LexiconError
        When the cell holds something else.
    """
    if not row.get(column):
        return None
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        raise LexiconError(f"{row.where}: {column} {row[column]!r} is no ISO date") from None


def readings(kind: str) -> list[tuple[str, Name]]:
    """Return each form of one gazetteer file with its reading."""
    found = []
    label: Literal["ORG", "LOC"] = "ORG" if kind in ORGANISATIONS else "LOC"
    for row in rows_of(kind):
        country = row.get("country") or row.get("code") or ""
        if kind in ("ministries", "korean_places"):
            country = "KR"
        canonical = row.get("canonical") or row["word"]
        weak = set(split(row.get("weak", "")))
        forms = [row["word"], *split(row.get("forms", ""))]
        days = day(row, "valid_from"), day(row, "valid_to")
        line = row.get("line") or canonical
        made: dict[tuple[bool, bool], Name] = {}  # forms that mean the same share it
        for form in [*forms, *sorted(weak - set(forms))]:
            sort = form in weak, form == canonical
            if sort not in made:
                made[sort] = Name(canonical, label, kind, country, row.where, *sort, *days, line)
            found.append((form, made[sort]))
    return found


@cache
def names() -> dict[str, tuple[Name, ...]]:
    """Return all forms with their readings; of an organisation and a place, the organisation counts.

    Further readings of a form are kept only where they are those of one office through time, or of places
    of one name in Korea ('고성').

    Raises
    ------
    LexiconError
        When one form stands for two organisations that are not one office through time.
    """
    table: dict[str, tuple[Name, ...]] = {}
    for kind in (*ORGANISATIONS, *PLACES):
        for form, name in readings(kind):
            others = table.get(form, ())
            if not others:
                table[form] = (name,)
            elif kind in PLACES:
                continue
            elif kind == "ministries":
                table[form] = (*others, name)
            elif others[0].canonical != name.canonical:
                raise LexiconError(
                    f"{name.where}: {form} stands for another name already at {others[0].where}"
                )
    return table


@cache
def automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Return the automaton over all forms, and the forms by pattern number."""
    forms = tuple(sorted(names()))
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), forms


@cache
def short_countries() -> dict[str, Name]:
    """Return the one-syllable and other short country names that count in pairs ('한-우즈벡', '미·중')."""
    table: dict[str, Name] = {}
    for row in rows_of("countries"):
        for form in [row["word"], *split(row["forms"]), *split(row["short"]), *split(row["hanja"])]:
            table.setdefault(form, Name(row["word"], "LOC", "countries", row["code"], row.where, True, False))
    return table


@cache
def hanja_countries() -> dict[str, Name]:
    """Return the countries by the Chinese character that headlines use for them."""
    return {
        form: Name(row["word"], "LOC", "countries", row["code"], row.where, True, False)
        for row in rows_of("countries")
        for form in split(row["hanja"])
    }


@cache
def country_names() -> dict[str, str]:
    """Return the ISO code of every full country name and strong form."""
    return {form: row["code"] for row in rows_of("countries") for form in [row["word"], *split(row["forms"])]}
