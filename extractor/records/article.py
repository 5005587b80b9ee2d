"""Names, people, speech, meetings, undertakings, and the article that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.records.mentions import Amount, CalendarDate, Mention

Stage = Literal[
    "", "proposed", "planned", "study", "bidding", "awarded", "contracted", "delayed",
    "under_construction", "completed", "operating", "cancelled",
]  # fmt: skip


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
