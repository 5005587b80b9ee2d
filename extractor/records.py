"""The typed records that an article is turned into: frozen, without logic.

Every mention carries its exact place: ``article.text[char_start:char_end] == mention.text``, offsets being
code points into the text as it was read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Modifier = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than"]
Precision = Literal["day", "week", "month", "quarter", "half", "year", "range"]
Relation = Literal["on", "from", "until", "planned"]
Resolution = Literal["explicit", "relative", "partial"]
Stage = Literal[
    "", "proposed", "planned", "study", "bidding", "awarded", "contracted", "delayed",
    "under_construction", "completed", "operating", "cancelled",
]  # fmt: skip
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Mention):
    """An organisation (``ORG``) or a place (``LOC``); people become `Official`.

    Attributes
    ----------
    canonical : str
        The proper name in office on the article's day ('산업부' -> '산업통상자원부').
    country : str
        ISO 3166-1 alpha-2, empty when unknown.
    """

    label: Literal["ORG", "LOC"]
    canonical: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Official(Mention):
    """A person with an office, or an unnamed holder of one; all mentions merged.

    The span is that of the first full mention. ``spans`` holds all of them in order of the text.
    """

    name: str = ""
    title: str = ""
    organization: str = ""
    organization_text: str = ""
    country: str = ""
    role: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    quotes: int = 0
    person_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Mention):
    """Direct speech, without its quotation marks.

    Attributes
    ----------
    speaker : str
        Full name, or the organisation or office that speaks.
    official : int or None
        Index of the speaker in the article's officials.
    verb : str
        '밝혔다', '강조했다' …
    """

    speaker: str = ""
    official: int | None = None
    verb: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Mention):
    """A named or numbered meeting or event. ``date`` is EDTF, ``country`` ISO 3166-1 alpha-2."""

    name: str
    ordinal: str = ""
    date: str = ""
    place: str = ""
    country: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Mention):
    """An undertaking: one per article, however often it is mentioned.

    ``amount`` and ``date`` are ``char_start`` of the linked mention. ``spans`` holds all mentions in order.
    """

    name: str
    kind: Literal["project", "cooperation"] = "project"
    action: str = ""
    stage: Stage = ""
    next_stage: Stage = ""
    sector: str = ""
    country: tuple[str, ...] = ()
    place: str = ""
    partner_country: tuple[str, ...] = ()
    agreement: str = ""
    organizations: tuple[str, ...] = ()
    officials: tuple[int, ...] = ()
    amount: int | None = None
    date: int | None = None
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What stands around the text: who published it, when, under which headline."""

    article_id: str = ""
    source_path: str = ""
    url: str = ""
    outlet: str = ""
    kind: Literal["news", "press_release"] = "news"
    title: str = ""
    subtitle: str = ""
    dateline: str = ""
    reporters: tuple[str, ...] = ()
    reporter_email: str = ""
    published: str = ""
    published_source: Literal["", "metadata", "filename", "option", "text", "inferred"] = ""
    updated: str = ""
    chars: int = 0
    sentences: int = 0
    content_sha256: str = ""
    extractor_version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """One article and everything read from it, each kind in order of the text."""

    article: Article
    text: str
    amounts: tuple[Amount, ...] = ()
    dates: tuple[CalendarDate, ...] = ()
    entities: tuple[Entity, ...] = ()
    officials: tuple[Official, ...] = ()
    quotes: tuple[Quote, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    projects: tuple[Project, ...] = ()
