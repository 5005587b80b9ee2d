"""Holidays and days of the lunar calendar, in the year that the words or the day of publication give."""

from __future__ import annotations

from datetime import date, timedelta

from extractor.dates.context import PUBLISHED, Context
from extractor.dates.holidays import from_lunar, holiday_on
from extractor.dates.periods import Period, from_date, span_period
from extractor.dates.spec import Spec
from extractor.dates.years import given_year, nearest
from extractor.load import lexicon

#: A holiday is still the one meant when it was over no more than this many days ago.
_JUST_OVER = 30


def read_holiday(ctx: Context, spec: Spec) -> Period | None:
    atom = spec.parts["holiday"]
    given, year = given_year(ctx, spec)
    if not given and ctx.published is None:
        return Period("XXXX-XX-XX", "day")
    if given and year is None:
        return Period("XXXX-XX-XX", "day")
    rows = {row.where: row for row in lexicon("holidays")}
    around = rows[atom.why]["days"] if "연휴" in ctx.text[spec.end : spec.end + 4] else ""
    if year is not None:
        day = holiday_on(atom.mode, year)
    else:
        assert ctx.published is not None
        ctx.anchor = PUBLISHED
        days = [holiday_on(atom.mode, ctx.published.year + step) for step in (-1, 0, 1)]
        day = coming(ctx, spec, [d for d in days if d])
    if day is None:
        return None
    if around:
        first, last = (int(step) for step in around.split())
        return span_period(from_date(day + timedelta(days=first)), from_date(day + timedelta(days=last)))
    return from_date(day)


def coming(ctx: Context, spec: Spec, days: list[date]) -> date | None:
    """Choose a holiday: the one that direction or tense speak for, else the next one, or one just over."""
    if spec.toward or ctx.tense(spec):
        return nearest(ctx, spec, days, other_year=0)
    assert ctx.published is not None
    since = ctx.published - timedelta(days=_JUST_OVER)
    return next((day for day in days if day >= since), None)


def read_lunar(ctx: Context, spec: Spec) -> Period | None:
    month = spec.parts.get("month")
    if month is None or month.mode != "is":
        return None
    given, year = given_year(ctx, spec)
    if not given and ctx.published is not None:
        year, ctx.anchor = ctx.published.year, PUBLISHED
    if year is None:
        return Period("XXXX-XX-XX", "day")
    day = from_lunar(year, month.value, spec.parts["day"].value)
    return from_date(day) if day else None
