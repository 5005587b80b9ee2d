"""Days: of the month, of the week, counted from today or from the day last named."""

from __future__ import annotations

from datetime import date, timedelta

from extractor.dates.atom import Atom
from extractor.dates.context import PUBLISHED, Context
from extractor.dates.feasts import read_lunar
from extractor.dates.periods import (
    Period,
    day_period,
    days_in_month,
    from_date,
    monday_of,
    month_period,
    shift_month,
    span_period,
    valid_day,
    week_of_month,
    week_period,
    weekday_of_month,
)
from extractor.dates.spans import given_month
from extractor.dates.spec import Spec
from extractor.dates.tense import is_report
from extractor.dates.years import given_year, nearest, year_from_passage

#: Another year is a worse guess than the same one by so many days.
_OTHER_YEAR = 180
_NEAR = 4
#: A weekday settles the year of a day that lies no farther from the publication than this many days.
_WEEKDAY_REACH = 250


def read_weekday(ctx: Context, spec: Spec) -> Period | None:
    wanted = spec.parts["weekday"].value
    if spec.has("nth"):
        found = given_month(ctx, spec)
        if found is None:
            return None
        year, month = found
        if year is None or month is None:
            return day_period(year, month, None)
        atom = spec.parts["nth"]
        if atom.mode == "week":
            day = week_of_month(year, month, atom.value) + timedelta(days=wanted)
            if day.month == month:
                return from_date(day)
        nth = weekday_of_month(year, month, atom.value, wanted)
        return from_date(nth) if nth else None
    ctx.anchor = PUBLISHED
    if ctx.published is None:
        return Period("XXXX-XX-XX", "day")
    if spec.has("week"):
        monday = monday_of(ctx.published) + timedelta(weeks=spec.parts["week"].value)
        return from_date(monday + timedelta(days=wanted))
    way = spec.toward or ctx.tense(spec) or "future"
    behind = (ctx.published.weekday() - wanted) % 7
    if way == "past":
        return from_date(ctx.published - timedelta(days=behind or (7 if spec.toward else 0)))
    return from_date(ctx.published + timedelta(days=(-behind) % 7 or 7))


def read_weekend(ctx: Context, spec: Spec) -> Period | None:
    ctx.anchor = PUBLISHED
    if ctx.published is None:
        return Period("XXXX-XX-XX", "range")
    atom = spec.parts["weekend"]
    steps = int(atom.mode or 0)
    if not atom.mode and spec.toward == "past":
        steps = -1
    saturday = monday_of(ctx.published) + timedelta(days=5, weeks=steps)
    return span_period(from_date(saturday), from_date(saturday + timedelta(days=1)))


def read_nth(ctx: Context, spec: Spec) -> Period | None:
    found = given_month(ctx, spec)
    atom = spec.parts["nth"]
    if found is None:
        return None
    year, month = found
    if year is None or month is None:
        return Period("XXXX-XX-XX" if month is None else f"XXXX-{month:02}-XX", "week")
    if atom.mode != "week":
        return None
    return week_period(week_of_month(year, month, atom.value))


def read_last_day(ctx: Context, spec: Spec) -> Period | None:
    found = given_month(ctx, spec)
    if found is None:
        given, year = given_year(ctx, spec)
        return day_period(year, 12, 31) if given else None
    year, month = found
    if year is None or month is None:
        return day_period(year, month, None)
    return day_period(year, month, days_in_month(year, month))


def read_day(ctx: Context, spec: Spec) -> Period | None:
    atom = spec.parts["day"]
    if atom.mode == "step":
        ctx.anchor = PUBLISHED
        if ctx.published is None:
            return Period("XXXX-XX-XX", "day")
        return from_date(ctx.published + timedelta(days=atom.value))
    if atom.mode == "of":
        return read_day_of(ctx, spec, atom)
    if spec.has("lunar"):
        return read_lunar(ctx, spec)
    day = atom.value
    found = day_month(ctx, spec, day)
    if found is None:
        return None
    first = day_period(*found, day)
    if atom.mode == "range":
        return to_day(ctx, first, atom.last)
    return first


def to_day(ctx: Context, first: Period, last_day: int) -> Period | None:
    """Return the range from a day to a later one that is told by its number alone."""
    year, month = first.year, first.month
    if not first.edtf[-2:].isdigit():
        return None
    start_day = int(first.edtf[-2:])
    if last_day <= start_day:
        if year is not None and month is not None:
            year, month = shift_month(year, month, 1)
        elif month is not None:
            month = month % 12 + 1
    if not valid_day(year, month, last_day):
        return None
    return span_period(first, day_period(year, month, last_day))


def read_day_of(ctx: Context, spec: Spec, atom: Atom) -> Period | None:
    """'이날', '전날', '이튿날': counted from the day last named."""
    base = _day_told(ctx, spec)
    if base is not None and base.start is not None and base.end is not None:
        ctx.anchor = base.edtf
        if base.precision == "range" and atom.value == 0:
            return base
        return from_date((base.end if atom.value > 0 else base.start) + timedelta(days=atom.value))
    if base is not None:
        ctx.anchor = base.edtf
        return base if atom.value == 0 else Period("XXXX-XX-XX", "day")
    ctx.anchor = PUBLISHED
    if ctx.published is None:
        return Period("XXXX-XX-XX", "day")
    return from_date(ctx.published + timedelta(days=atom.value))


def _day_told(ctx: Context, spec: Spec) -> Period | None:
    """Return the day that '이날' means: the last of the passage, or the one that the story tells of.

    A day given with its year does not last beyond its sentence; words of the past mean no day to come.
    """
    here, story = ctx.here, ctx.story or ctx.aside
    if here.day is None:
        return story
    if ctx.lies_ahead(here.day) and ctx.tense(spec) == "past":
        return story
    return story or here.day if here.day_stated and not ctx.same_sentence(spec) else here.day


def day_month(ctx: Context, spec: Spec, day: int) -> tuple[int | None, int | None] | None:
    """Return the year and month of a day of the month; None when no such day exists."""
    weekday = spec.parts["weekday"].value if spec.has("weekday") else None
    atom = spec.parts.get("month")
    if atom is not None and (atom.mode != "is" or spec.has("year")):
        found = given_month(ctx, spec)
        assert found is not None
        year, month = found
    elif atom is not None:
        month = atom.value
        if not valid_day(None, month, day):
            return None
        year = year_of_day(ctx, spec, month, day, weekday)
    else:
        year, month = month_of_day(ctx, spec, day, weekday)
    if not valid_day(year, month, day):
        return None
    if (
        weekday is not None
        and year is not None
        and month is not None
        and date(year, month, day).weekday() != weekday
    ):
        ctx.flags.append("weekday_mismatch")
    return year, month


def year_of_day(ctx: Context, spec: Spec, month: int, day: int, weekday: int | None) -> int | None:
    """Choose the year of '9월 27일'."""
    told = spec.toward and ctx.published is not None
    inherited = None if told else year_from_passage(ctx, spec, month)
    if inherited is not None and _fits(inherited, month, day, weekday):
        return inherited
    if ctx.published is None:
        if weekday is None:
            return None
        fits = [year for year in ctx.years if _fits(year, month, day, weekday)]
        if len(fits) == 1:
            ctx.anchor = str(fits[0])
            return fits[0]
        return None
    ctx.anchor = PUBLISHED
    years = [ctx.published.year + step for step in (-1, 0, 1)]
    days = [date(y, month, day) for y in years if valid_day(y, month, day)]
    chosen = nearest(ctx, spec, days, other_year=_OTHER_YEAR)
    if weekday is not None and chosen is not None and chosen.weekday() != weekday:
        near = [d for d in days if d.weekday() == weekday and abs((d - ctx.published).days) <= _WEEKDAY_REACH]
        chosen = nearest(ctx, spec, near, other_year=0) or chosen
    return chosen.year if chosen else None


def _fits(year: int, month: int, day: int, weekday: int | None) -> bool:
    """Tell whether the day exists in that year and falls on that weekday."""
    return valid_day(year, month, day) and weekday in (None, date(year, month, day).weekday())


def month_of_day(ctx: Context, spec: Spec, day: int, weekday: int | None) -> tuple[int | None, int | None]:
    """Choose the month of a bare '27일'."""
    here = ctx.here
    report = is_report(ctx.text, spec.end)
    near = here.days or _bracketed(ctx, spec)
    leans = not spec.toward and not report and here.month is not None and near
    if leans and (found := month_from_passage(ctx, spec, day, weekday)) is not None:
        ctx.anchor = month_period(*found).edtf
        return found
    if ctx.published is None:
        return None, None
    ctx.anchor = PUBLISHED
    base = ctx.published
    months = [shift_month(base.year, base.month, step) for step in (-2, -1, 0, 1, 2)]
    days = [date(y, m, day) for y, m in months if valid_day(y, m, day)]
    fitting = [d for d in days if weekday is None or d.weekday() == weekday] or days
    way = spec.toward or ("past" if report else "")
    tense = ctx.tense(spec)

    length = max(0, spec.parts["day"].last - day)

    def cost(d: date) -> tuple[int, bool]:
        away = (d - base).days
        wrong = (tense == "past" and away > 0) or (tense == "future" and away < 0)
        if way == "past":
            return (-away if away <= 0 else 1000 + away), away > 0
        if way == "future":
            return (away if away >= 0 else 1000 - away), away > 0
        distance = max(away, -away - length, 0)
        return distance + (15 if wrong else 0), away > 0

    chosen = min(fitting, key=cost)
    return chosen.year, chosen.month


def _is_near(published: date, day: int) -> bool:
    """Tell whether such a day lies so near to the publication that it needs no other month."""
    around = (published + timedelta(days=step) for step in range(-_NEAR, _NEAR + 1))
    return any(near.day == day for near in around)


def _bracketed(ctx: Context, spec: Spec) -> bool:
    """Tell whether the day stands in brackets right after a date ('개천절(3일)')."""
    return ctx.text[spec.start - 1 : spec.start] == "(" and 0 <= spec.start - ctx.here.end < 4


def month_from_passage(
    ctx: Context, spec: Spec, day: int, weekday: int | None
) -> tuple[int | None, int] | None:
    """Return the month last spoken of, where a bare day can be meant to lie in it."""
    here = ctx.here
    assert here.month is not None
    year, month = here.month
    if not valid_day(year, month, day):
        return None
    told = here.day.edtf[-2:] if here.day is not None else ""
    last = int(told) if told.isdigit() else 0
    if _bracketed(ctx, spec):
        return year, month
    if day <= last:
        return None
    if weekday is not None and year is not None and date(year, month, day).weekday() != weekday:
        return None
    if ctx.published is None or year is None:
        return year, month
    candidate = date(year, month, day)
    tense = ctx.tense(spec)
    if (tense == "past" and candidate > ctx.published) or (tense == "future" and candidate < ctx.published):
        return None
    if ctx.same_sentence(spec):
        return year, month
    if here.stated_year or _is_near(ctx.published, day):
        return None
    return year, month
