"""From a text to its dates: find the parts, put them together, leave out what is none, set them in time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from extractor.dates.atom import Atom
from extractor.dates.context import Context
from extractor.dates.guards import is_habit, is_no_date, is_restated
from extractor.dates.lazy import lazy
from extractor.dates.numeric import numeric_atoms
from extractor.dates.periods import Period, from_date, span_period
from extractor.dates.resolve import read
from extractor.dates.spec import Spec, gather
from extractor.dates.tense import relation_after
from extractor.dates.worded import worded_atoms
from extractor.dates.words import word_atoms, words_by_text
from extractor.records import CalendarDate, Relation, Resolution


class Passage(NamedTuple):
    """A paragraph. A caption has anchors of its own; one that continues leans on the paragraph before."""

    start: int
    end: int
    caption: bool = False
    continues: bool = False


_LINE = lazy(r"[^\n]+")
_TILDE = lazy(r"\s?(?:\([^()\n]{1,8}\)\s?)?[~∼～〜–—-]\s?")
_CLOCK = r"(?:(?:오전|오후|밤|낮|자정|정오)\s?)?(?:\d{1,2}시\s?(?:\d{1,2}분\s?)?)?"
_FROM = lazy(
    rf"\s?(?:\([^()\n]{{1,8}}\)\s?)?{_CLOCK}(?:부터|에서)\s?(?P<between>(?:[^\s.,]{{1,8}}\s)?[^\s.,]{{1,8}}(?:에서|으로|로|의|에)\s)?"
)
_TO = lazy(rf"\s?(?:\([^()\n]{{1,8}}\)\s?)?{_CLOCK}(?:까지|사이|로?\s?예정)")
_SO_FAR = lazy(r"\s?들어(?:서도?|선|서는)?\s")
_ONCE_PLANNED = lazy(r"[당애]초\s?$")
_LOCAL_TIME = lazy(r"\s?\((?:이하\s)?(?:현지\s?시[간각])")
_PARTICLE = lazy(r"[가-힣]")
_RANGED = ("day", "weekday", "month", "quarter", "half", "year", "holiday", "week", "year_part", "last_day")


def lines(text: str) -> list[Passage]:
    """Return every line as a passage."""
    return [Passage(m.start(), m.end()) for m in _LINE.finditer(text)]


def atoms(text: str) -> list[Atom]:
    """Return all parts of dates in a text, in order and without overlap; the longer one wins."""
    found = [*numeric_atoms(text), *worded_atoms(text), *word_atoms(text)]
    found.sort(key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def parse(text: str, published: date | None, passages: Iterable[Passage]) -> list[CalendarDate]:
    """Read the dates that stand in the passages.

    Parameters
    ----------
    text : str
    published : date or None
    passages : iterable of Passage
        In order, without overlap; what stands outside them is not read.
    """
    if published is not None and not 2 <= published.year <= 9997:
        published = None
    parts = list(passages)
    found = atoms(text)
    specs = gather(text, found, [p.start for p in parts])
    years = tuple(
        sorted({a.value for a in found if a.slot == "year" and a.mode == "is" and 1900 <= a.value < 2100})
    )
    ctx = Context(text, published, years)
    dates: list[CalendarDate] = []
    at = 0
    for passage in parts:
        inside: list[Spec] = []
        habit: Spec | None = None
        while at < len(specs) and specs[at].start < passage.end:
            spec = specs[at]
            at += 1
            if spec.start < passage.start or (habit is not None and _makes_range(text, habit, spec)):
                continue
            if not is_no_date(text, spec):
                inside.append(spec)
            elif is_habit(text, spec):
                habit = spec
        if not inside:
            continue
        kept = ctx.story, ctx.aside, ctx.here
        ctx.open_passage(passage.end, fresh=not passage.continues or passage.caption)
        ctx.published = (passage.caption and _taken(text, inside[-1], passage.end)) or published
        for spec in _joined(text, inside):
            if (record := _record(text, spec, ctx)) is not None:
                dates.append(record)
                if record.relation == "from" and (stay := _stay(text, record)) is not None:
                    dates.append(stay)
        if passage.caption:
            ctx.story, ctx.aside, ctx.here = kept
    return dates


#: What may stand behind the day of a picture: who took it.
_TAKEN = lazy(r"[.\s]*(?:[\w.+-]+@[\w.-]+|\S{0,4}@\S*)?[\s|./\])>]*")


def _taken(text: str, last: Spec, end: int) -> date | None:
    """Return the day on which a caption says that its picture was taken ('2021.04.07 abc@news.com')."""
    parts = last.parts
    if (
        any(k not in parts or parts[k].mode != "is" for k in ("year", "month", "day"))
        or last.last is not None
    ):
        return None
    if _TAKEN.fullmatch(text, last.end, end) is None:
        return None
    try:
        return date(parts["year"].value, parts["month"].value, parts["day"].value)
    except ValueError:
        return None


def _joined(text: str, specs: list[Spec]) -> list[Spec]:
    """Join the two ends of ranges ('27일부터 내달 1일까지', '7.10(금)~8.10(월)')."""
    joined: list[Spec] = []
    for spec in specs:
        before = joined[-1] if joined else None
        if before is not None and before.last is None and _makes_range(text, before, spec):
            before.last = spec
            before.end = spec.end
            continue
        if before is not None and before.end < spec.start <= before.end + 8 and _runs_on(text, before, spec):
            joined.pop()
        joined.append(spec)
    return joined


def _runs_on(text: str, year: Spec, spec: Spec) -> bool:
    """Tell whether a running year only leads to the date after it: '올 들어 지난달까지'."""
    return year.grain == "year" and _SO_FAR.fullmatch(text, year.end, spec.start) is not None


def _is_weekday(spec: Spec) -> bool:
    return spec.grain == "weekday" and not spec.has("day")


def _makes_range(text: str, first: Spec, last: Spec) -> bool:
    if first.grain not in _RANGED or last.grain not in _RANGED or last.mode("day") == "of":
        return False
    if last.start - first.end > 24:
        return False
    gap = text[first.end : last.start]
    if _TILDE.fullmatch(gap):
        return _is_weekday(first) == _is_weekday(last)
    match = _FROM.fullmatch(gap)
    if match is None:
        return False
    if "에서" in gap[:8] and "부터" not in gap[:8] and match["between"]:
        return False
    if _TO.match(text, last.end):
        return True
    closed = not match["between"] and first.grain == last.grain and "부터" in gap
    return (
        closed
        and _PARTICLE.match(text, last.end) is None
        and text[last.end : last.end + 1] in ("", ".", ",", ")")
    )


def _record(text: str, spec: Spec, ctx: Context) -> CalendarDate | None:
    found = read(ctx, spec)
    if found is None or is_restated(text, spec):
        return None
    period, anchor, flags = found
    told, end = relation_after(text, spec.end)
    relation, why = _relation(spec, told, period, ctx)
    if _LOCAL_TIME.match(text, spec.end):
        flags.append("local_time")
    return CalendarDate(
        text=text[spec.start : end],
        char_start=spec.start,
        char_end=end,
        edtf=period.edtf,
        start=period.start,
        end=period.end,
        precision=period.precision,
        relation=relation,
        resolution=_resolution(period, anchor),
        anchor=anchor,
        flags=tuple(flags),
        why={**spec.why, "relation": why},
    )


@cache
def _stay_pattern() -> re.Pattern[str]:
    spans = "|".join(word for word, row in words_by_text().items() if row.get("kind") == "span")
    return re.compile(rf"\s?(?P<span>(?:{spans}|\d{{1,2}}일)\s?(?:간|동안))(?![가-힣])")


def _stay(text: str, first: CalendarDate) -> CalendarDate | None:
    """Read '이틀간' right after '28일부터': the days from there on."""
    match = _stay_pattern().match(text, first.char_end)
    if match is None or first.precision != "day" or first.start is None:
        return None
    word = match["span"].removesuffix("동안").removesuffix("간").strip()
    row = words_by_text().get(word)
    days = int(row["value"]) if row else int(word.removesuffix("일"))
    if days < 1:
        return None
    period = span_period(from_date(first.start), from_date(first.start + timedelta(days=days - 1)))
    start, end = match.span("span")
    return replace(
        first,
        text=text[start:end],
        char_start=start,
        char_end=end,
        edtf=period.edtf,
        end=period.end,
        precision=period.precision,
        relation="on",
        resolution="relative",
        anchor=first.edtf,
        flags=(),
        why={"edtf": row.where if row else "dates/parse:stay"},
    )


def _relation(
    spec: Spec, told: tuple[Relation, str] | None, period: Period, ctx: Context
) -> tuple[Relation, str]:
    """Return the relation and what gave it: a word, or that the time lies ahead of the publication."""
    if told is not None and not (spec.last is not None and told[0] == "until"):
        return told
    if _ONCE_PLANNED.search(ctx.text, max(0, spec.start - 4), spec.start):
        return "planned", "dates/parse:당초"
    if spec.mode("year_part") == "until":
        return "until", spec.parts["year_part"].why
    published = ctx.published
    if published is not None and period.start is not None and period.end is not None:
        if period.start > published:
            return "planned", "dates/parse:lies ahead"
        running = period.end > published and (
            period.precision in ("month", "quarter", "half") or spec.grain in ("year_part", "part")
        )
        if running and ctx.tense(spec) == "future":
            return "planned", "dates/parse:running, told as future"
    return "on", "dates/parse:default"


def _resolution(period: Period, anchor: str) -> Resolution:
    if "XX" in period.edtf or "XXXX" in period.edtf:
        return "partial"
    return "relative" if anchor else "explicit"
