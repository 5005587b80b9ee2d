"""Sets dates in the calendar: what the text leaves out is taken from what the context knows."""

from __future__ import annotations

from collections.abc import Callable

from extractor.dates.context import Context
from extractor.dates.days import read_day, read_last_day, read_nth, read_weekday, read_weekend, to_day
from extractor.dates.feasts import read_holiday
from extractor.dates.lazy import lazy
from extractor.dates.periods import (
    Period,
    day_period,
    decade_period,
    half_period,
    month_period,
    quarter_period,
    span_period,
    valid_day,
)
from extractor.dates.spans import (
    read_count,
    read_half,
    read_month_only,
    read_quarter,
    read_same,
    read_season,
    read_shift,
    read_week,
    read_year_only,
)
from extractor.dates.spec import Spec
from extractor.dates.tense import is_report


def read(ctx: Context, spec: Spec) -> tuple[Period, str, list[str]] | None:
    """Return the period of a date, what it was completed from, and flags; None when there is no such day."""
    ctx.anchor = ""
    ctx.flags = []
    period = resolve(ctx, spec)
    if period is not None and spec.last is not None:
        period = range_to(ctx, spec, period)
    if period is None:
        return None
    remember(ctx, spec, period)
    return period, ctx.anchor, ctx.flags


_READERS: dict[str, Callable[[Context, Spec], Period | None]] = {
    "year": read_year_only,
    "year_part": read_year_only,
    "month": read_month_only,
    "month_part": read_month_only,
    "quarter": read_quarter,
    "half": read_half,
    "season": read_season,
    "week": read_week,
    "weekend": read_weekend,
    "nth": read_nth,
    "last_day": read_last_day,
    "holiday": read_holiday,
    "shift": read_shift,
    "count": read_count,
}


def resolve(ctx: Context, spec: Spec) -> Period | None:
    """Return the period that the parts of a date name, its range not looked at."""
    grain = spec.grain
    if grain == "decade":
        atom = spec.parts["decade"]
        return decade_period(atom.value, atom.last)
    if grain == "weekday" and not spec.has("day"):
        return read_weekday(ctx, spec)
    if grain in ("day", "weekday"):
        return read_day(ctx, spec)
    if spec.has("same"):
        return read_same(ctx, spec)
    reader = _READERS.get(grain)
    return reader(ctx, spec) if reader else None


def range_to(ctx: Context, spec: Spec, first: Period) -> Period | None:
    """Return the range to ``spec.last``, whose missing parts come from its beginning."""
    last = spec.last
    assert last is not None
    parts = last.parts
    if set(parts) <= {"day", "weekday"} and last.mode("day") == "is" and first.precision == "day":
        return to_day(ctx, first, parts["day"].value)
    if "year" not in parts and "toward" not in parts and first.year is not None:
        second = in_year(ctx, last, first)
        if second is not None:
            return span_period(first, second)
    anchor = ctx.anchor
    second = resolve(ctx, last)
    ctx.anchor = anchor or ctx.anchor
    if second is None:
        return None
    if first.start and second.end and second.end < first.start:
        return None
    return span_period(first, second)


def in_year(ctx: Context, last: Spec, first: Period) -> Period | None:
    """Return the end of a range that names no year: the first such time after its beginning."""
    parts = last.parts
    year = first.year
    assert year is not None
    month = parts.get("month")
    if month is not None and month.mode == "is":
        if first.start is not None and month.value < first.start.month:
            year += 1
        if "day" in parts and parts["day"].mode == "is":
            day = parts["day"].value
            return day_period(year, month.value, day) if valid_day(year, month.value, day) else None
        return month_period(year, month.value) if last.grain == "month" else None
    if last.grain in ("quarter", "half") and parts[last.grain].mode == "is":
        value = parts[last.grain].value
        for candidate in (year, year + 1):
            period = (quarter_period if last.grain == "quarter" else half_period)(candidate, value)
            if first.start and period.end and period.end >= first.start:
                return period
    return None


#: '8월까지 걷힌 세금' is what was taken since January.
_UP_TO = lazy(r"\s?(?:말|중순|초|상순|하순)?까지")


def _is_week(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return period.start.weekday() <= 1 and 3 <= (period.end - period.start).days <= 6


def remember(ctx: Context, spec: Spec, period: Period) -> None:
    here = ctx.here
    report = spec.grain == "day" and is_report(ctx.text, spec.end)
    stated = spec.has("year") or (here.stated_year and ctx.anchor == str(period.year))
    here.end = (spec.last or spec).end
    here.so_far = spec.last is None and _UP_TO.match(ctx.text, spec.end) is not None
    if period.precision == "range" and not period.edtf.count("-"):
        here.year, here.period = period.year, period
        return
    if (not spec.has("same") and spec.mode("year") != "of") or period.precision != "year":
        here.period = period
    if period.year is not None:
        here.year = period.year
        here.stated_year = stated
    if period.month is not None:
        here.month = (period.year, period.month)
    is_day = period.precision == "day" or (
        period.precision == "range" and (period.start is not None and len(period.edtf) == 21)
    )
    here.days = is_day
    if period.precision == "range" and is_day and _is_week(period):
        ctx.week = period
    if is_day and not (spec.mode("day") == "of" and spec.parts["day"].value < 0):
        told = here.day is not None and not ctx.lies_ahead(here.day)
        if not (report and told):
            here.day, here.day_stated = period, spec.has("year")
        past = not ctx.lies_ahead(period)
        if past and spec.grain in ("day", "weekday") and not spec.has("year", "month", "toward"):
            ctx.story = here.day
        elif past:
            ctx.aside = period
