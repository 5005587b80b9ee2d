"""Stretches longer than a day: years, halves, quarters, months, seasons, weeks, and counts of them."""

from __future__ import annotations

from datetime import timedelta

from extractor.dates.atom import Atom
from extractor.dates.context import PUBLISHED, Context
from extractor.dates.periods import (
    Period,
    from_date,
    half_period,
    monday_of,
    month_period,
    quarter_period,
    season_period,
    shift_month,
    span_period,
    week_period,
    year_period,
)
from extractor.dates.spec import Spec
from extractor.dates.years import given_year, last_in_year, year_for


def read_year_only(ctx: Context, spec: Spec) -> Period | None:
    atom = spec.parts.get("year")
    if atom is not None and atom.mode == "range" and not spec.has("year_part"):
        return span_period(year_period(atom.value), year_period(atom.last))
    given, year = given_year(ctx, spec)
    if not given:
        ctx.anchor = PUBLISHED
        year = ctx.published.year if ctx.published else None
    return year_period(year)


def given_month(ctx: Context, spec: Spec) -> tuple[int | None, int | None] | None:
    """Return the year and month that the parts give; None when there is no month among them."""
    atom = spec.parts.get("month")
    if atom is None and not spec.has("month_part"):
        return None
    if atom is None or atom.mode == "step":
        ctx.anchor = PUBLISHED
        if ctx.published is None:
            return None, None
        return shift_month(ctx.published.year, ctx.published.month, atom.value if atom else 0)
    if atom.mode == "of":
        return _month_of(ctx, spec, atom)
    return year_for(ctx, spec, "month", atom.value, last_in_year(ctx, spec, atom)), atom.value


def _month_of(ctx: Context, spec: Spec, atom: Atom) -> tuple[int | None, int | None]:
    """Return the month counted from the one last named ('같은 달', '지난해 같은 달', '익월')."""
    given, year = given_year(ctx, spec)
    base = ctx.here.month
    if base is None:
        if ctx.published is None:
            return year, None
        ctx.anchor = PUBLISHED
        base = (ctx.published.year, ctx.published.month)
    else:
        ctx.anchor = month_period(*base).edtf
    if given:
        return year, base[1]
    if base[0] is None:
        return None, None if atom.value else base[1]
    return shift_month(base[0], base[1], atom.value)


def read_month_only(ctx: Context, spec: Spec) -> Period | None:
    found = given_month(ctx, spec)
    assert found is not None
    year, month = found
    atom = spec.parts.get("month")
    if atom is not None and atom.mode == "range":
        later = year if year is None or atom.last >= atom.value else year + 1
        return span_period(month_period(year, atom.value), month_period(later, atom.last))
    return month_period(year, month)


def read_quarter(ctx: Context, spec: Spec) -> Period | None:
    atom = spec.parts["quarter"]
    if atom.mode == "step":
        ctx.anchor = PUBLISHED
        if ctx.published is None:
            return Period("XXXX-XX", "quarter")
        of_year, month = shift_month(ctx.published.year, ctx.published.month, 3 * atom.value)
        return quarter_period(of_year, (month + 2) // 3)
    year = year_for(ctx, spec, "quarter", atom.value, last_in_year(ctx, spec, atom))
    if atom.mode == "range":
        later = year if year is None or atom.last >= atom.value else year + 1
        return span_period(quarter_period(year, atom.value), quarter_period(later, atom.last))
    return quarter_period(year, atom.value)


def read_half(ctx: Context, spec: Spec) -> Period | None:
    atom = spec.parts["half"]
    return half_period(year_for(ctx, spec, "half", atom.value, atom.value), atom.value)


def read_season(ctx: Context, spec: Spec) -> Period | None:
    atom = spec.parts["season"]
    given, year = given_year(ctx, spec)
    if given:
        return season_period(year, atom.value)
    ctx.anchor = PUBLISHED
    if ctx.published is None:
        return season_period(None, atom.value)
    year = ctx.published.year
    way = atom.mode if atom.mode in ("past", "this") else spec.toward
    now = season_period(year, atom.value)
    before = season_period(year - 1, atom.value)
    assert now.start is not None
    assert now.end is not None
    assert before.end is not None
    if way == "past" and now.end >= ctx.published:
        return before
    if way == "future" and now.start < ctx.published:
        return season_period(year + 1, atom.value)
    if way == "this" and before.end >= ctx.published:
        return before
    return now


def read_week(ctx: Context, spec: Spec) -> Period | None:
    ctx.anchor = PUBLISHED
    if ctx.published is None:
        return Period("XXXX-XX-XX", "week")
    steps = spec.parts["week"].value
    this_monday = monday_of(ctx.published)
    if steps == 1 and ctx.week is not None and ctx.week.start and monday_of(ctx.week.start) == this_monday:
        # a schedule made the week before and published on its first day
        steps = 0
    return week_period(this_monday + timedelta(weeks=steps))


def read_same(ctx: Context, spec: Spec) -> Period | None:
    """'지난해 같은 기간': the stretch last named, in another year."""
    _, year = given_year(ctx, spec)
    before = ctx.here.period
    if before is None or year is None or before.start is None or before.end is None:
        return year_period(year)
    if ctx.here.so_far and before.precision in ("month", "quarter", "half"):
        return span_period(month_period(year, 1), month_period(year, before.end.month))
    if before.precision == "quarter":
        code = int(before.edtf[-2:])
        return quarter_period(year, code - 32) if code > 32 else season_period(year, code)
    if before.precision == "half":
        return half_period(year, int(before.edtf[-2:]) - 39)
    if before.precision == "month":
        return month_period(year, before.start.month)
    if before.precision == "range" and before.start.day == 1 and before.start.year == before.end.year:
        return span_period(month_period(year, before.start.month), month_period(year, before.end.month))
    return year_period(year)


def read_shift(ctx: Context, spec: Spec) -> Period | None:
    """'2주 전', '사흘 뒤': what lies ahead in a story counts from the day last named."""
    atom = spec.parts["shift"]
    base = ctx.published
    ctx.anchor = PUBLISHED
    told = ctx.here.day
    ahead = atom.value > 0 and atom.mode in ("day", "week")
    if ahead and told is not None and told.start is not None and ctx.tense(spec) != "future":
        base, ctx.anchor = told.start, told.edtf
    if base is None:
        return None
    if atom.mode == "month":
        return month_period(*shift_month(base.year, base.month, atom.value))
    if atom.mode == "year":
        return year_period(base.year + atom.value) if 1 <= base.year + atom.value <= 9998 else None
    return from_date(base + timedelta(days=atom.value * (7 if atom.mode == "week" else 1)))


def read_count(ctx: Context, spec: Spec) -> Period | None:
    """'다음 3주', '지난 두 달': whole weeks, months or years, the running one left out."""
    atom = spec.parts["count"]
    base, steps = ctx.published, atom.value
    if base is None or not steps:
        return None
    ctx.anchor = PUBLISHED
    first, last = (1, steps) if steps > 0 else (steps, -1)
    if atom.mode == "week":
        monday = monday_of(base)
        return span_period(
            week_period(monday + timedelta(weeks=first)), week_period(monday + timedelta(weeks=last))
        )
    if atom.mode == "month":
        return span_period(
            month_period(*shift_month(base.year, base.month, first)),
            month_period(*shift_month(base.year, base.month, last)),
        )
    return span_period(year_period(base.year + first), year_period(base.year + last))
