"""Which proper name a form stands for on the article's day."""

from __future__ import annotations

from datetime import date

from extractor.draft import Draft, Hit
from extractor.names.gazetteer import Name, names


def in_office(readings: tuple[Name, ...], day: date | None) -> Name | None:
    """Return the reading that was in office on a day, None when the day or the office is unknown."""
    if day is None:
        return None
    for name in readings:
        if (name.valid_from is None or name.valid_from <= day) and (
            name.valid_to is None or day <= name.valid_to
        ):
            return name
    return None


def canonical_of(draft: Draft, hit: Hit) -> Name:
    """Return the reading that a hit has in its article.

    A full name stands for itself. A short form of an office with several names through time is the one in
    office on the article's day; without a day it is the full name that the article itself uses, and when
    there is none, the form stands for itself. So does a name that no office of Korea had yet on that day.
    """
    return resolve(hit.key, draft.published, draft.text)


def resolve(form: str, day: date | None, text: str = "") -> Name:
    """Resolve one form; see `canonical_of`.

    Raises
    ------
    KeyError
        When no gazetteer has the form.
    """
    readings = names()[form]
    first = readings[0]
    if day is not None and all(r.valid_from is not None and r.valid_from > day for r in readings):
        return Name(form, first.label, first.kind, "", first.where, line=first.line)  # another country's
    if len(readings) == 1 or readings[0].label == "LOC":
        return readings[0]
    if any(r.full for r in readings):
        return next(r for r in readings if r.full)
    found = in_office(readings, day)
    if found is not None:
        return found
    written = [r for r in readings if r.canonical in text]
    if len({r.canonical for r in written}) == 1:
        return written[0]
    return Name(form, first.label, first.kind, first.country, first.where, line=first.line)
