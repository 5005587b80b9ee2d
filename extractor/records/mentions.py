"""A stretch of text and its place; money and dates, which are read without anything else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Modifier = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than"]
Precision = Literal["day", "week", "month", "quarter", "half", "year", "range"]
Relation = Literal["on", "from", "until", "planned"]
Resolution = Literal["explicit", "relative", "partial"]
Zone = Literal[
    "title",
    "subtitle",
    "byline",
    "lead",
    "body",
    "bullet",
    "caption",
    "contact",
    "denied",
    "summary",
    "furniture",
]

#: The zones whose spans become rows; the others (byline, summary, furniture) yield none.
ROW_ZONES: frozenset[str] = frozenset(
    {"title", "subtitle", "lead", "body", "bullet", "caption", "contact", "denied"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of the text that means something.

    Attributes
    ----------
    text : str
        The stretch itself, equal to ``article.text[char_start:char_end]``.
    char_start, char_end : int
        Code-point offsets into the article's text, the end excluded.
    id : str
        Running id within the article (``a1``, ``d2`` …), given when the record is put together.
    zone : Zone or ""
        Where the span stands; empty when the text was parsed without its layout.
    sentence : str
        The sentence that holds the span.
    flags : tuple of str
        Codes for what a reader should check (``implied_currency``, ``weekday_mismatch`` …).
    why : dict of str to str
        For each column, the rule or lexicon row that made its value (``{"currency": "currencies.tsv:12"}``).
        Treat it as read-only.
    """

    text: str
    char_start: int
    char_end: int
    id: str = ""
    zone: Zone | Literal[""] = ""
    sentence: str = ""
    flags: tuple[str, ...] = ()
    why: dict[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Mention):
    """Money.

    Attributes
    ----------
    value : Decimal
        In units of the currency; the lower end of a range.
    value_max : Decimal or None
        The upper end of a range.
    currency : str
        ISO 4217 code; empty when it cannot be known.
    modifier : Modifier
        How the text hedges the figure.
    per : str
        The unit of a unit price ('배럴', 'kWh'); empty for a plain sum.
    converts : int or None
        ``char_start`` of the amount that this one restates in another currency.
    """

    value: Decimal
    value_max: Decimal | None = None
    currency: str = ""
    modifier: Modifier = "exact"
    per: str = ""
    converts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDate(Mention):
    """A calendar date or period.

    Attributes
    ----------
    edtf : str
        Extended Date/Time Format, level 1 and 2 (``2019-09-27``, ``2020-40``, ``XXXX-XX-27``).
    start, end : date or None
        First and last day, both included; None when not known.
    precision : Precision
    relation : Relation
    resolution : Resolution
    anchor : str
        What a relative date was completed from ('published', or the EDTF of the date before it); empty when
        explicit.
    """

    edtf: str
    start: date | None = None
    end: date | None = None
    precision: Precision = "day"
    relation: Relation = "on"
    resolution: Resolution = "explicit"
    anchor: str = ""
