"""Stretches of the calendar and how they are written in EDTF; what is not known is X."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from extractor.records import Precision

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week, month … or a range of them.

    Attributes
    ----------
    edtf : str
    precision : Precision
    start, end : date or None
        First and last day, both included; None when not known.
    year, month : int or None
        What a later mention in the text can lean on ('같은 해', a bare '27일').
    """

    edtf: str
    precision: Precision
    start: date | None = None
    end: date | None = None
    year: int | None = None
    month: int | None = None


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month (year 1 to 9999)."""
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - DAY).day


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month that lie ``months`` after (before, when negative) the given one."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def valid_day(year: int | None, month: int | None, day: int) -> bool:
    """Tell whether such a day exists in some calendar year."""
    if not 1 <= day <= 31:
        return False
    if month is None:
        return True
    return day <= days_in_month(2000 if year is None else year, month)


def day_period(year: int | None, month: int | None, day: int | None) -> Period:
    """Return one day; any part may be unknown."""
    if year is not None and month is not None and day is not None:
        the_day = date(year, month, day)
        return Period(the_day.isoformat(), "day", the_day, the_day, year, month)
    parts = ("XXXX" if year is None else f"{year:04}", _two(month), _two(day))
    return Period("-".join(parts), "day", None, None, year, month)


def from_date(day: date) -> Period:
    """Return the day as a period."""
    return Period(day.isoformat(), "day", day, day, day.year, day.month)


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02}"


def month_period(year: int | None, month: int | None) -> Period:
    """Return a month."""
    edtf = f"{'XXXX' if year is None else f'{year:04}'}-{_two(month)}"
    if year is None or month is None:
        return Period(edtf, "month", None, None, year, month)
    return Period(
        edtf,
        "month",
        date(year, month, 1),
        date(year, month, days_in_month(year, month)),
        year,
        month,
    )


def _coded(
    year: int | None, code: int, first: int, months: int, precision: Precision, shift: int = 0
) -> Period:
    if year is None:
        return Period(f"XXXX-{code}", precision)
    start_year, start_month = year + shift, first
    end_year, end_month = shift_month(start_year, start_month, months - 1)
    return Period(
        f"{year:04}-{code}",
        precision,
        date(start_year, start_month, 1),
        date(end_year, end_month, days_in_month(end_year, end_month)),
        year,
    )


def quarter_period(year: int | None, quarter: int) -> Period:
    """Return a quarter (EDTF codes 33 to 36)."""
    return _coded(year, 32 + quarter, 3 * quarter - 2, 3, "quarter")


def half_period(year: int | None, half: int) -> Period:
    """Return half a year (EDTF codes 40 and 41)."""
    return _coded(year, 39 + half, 6 * half - 5, 6, "half")


def season_period(year: int | None, code: int) -> Period:
    """Return a season (EDTF codes 21 to 24): spring is March to May, winter begins in December."""
    return _coded(year, code, 3 * (code - 20), 3, "quarter")


def year_period(year: int | None) -> Period:
    """Return a calendar year."""
    if year is None:
        return Period("XXXX", "year")
    return Period(f"{year:04}", "year", date(year, 1, 1), date(year, 12, 31), year)


def decade_period(first: int, last: int) -> Period:
    """Return the decade of the year ``first`` ('199X'), or several decades as a range of years."""
    start, end = date(first, 1, 1), date(last + 9, 12, 31)
    edtf = f"{first // 10:03}X" if first == last else f"{first:04}/{last + 9:04}"
    return Period(edtf, "range", start, end)


def week_period(monday: date, days: int = 7) -> Period:
    """Return the week that begins on ``monday``, or the first ``days`` of it."""
    last = monday + (days - 1) * DAY
    return Period(f"{monday.isoformat()}/{last.isoformat()}", "week", monday, last, monday.year, monday.month)


def span_period(first: Period, last: Period) -> Period:
    """Return the range from the beginning of ``first`` to the end of ``last``.

    Quarters, halves and seasons have no place in an EDTF interval: their months stand for them.
    """
    low, high = _bound(first, True), _bound(last, False)
    if low == high:
        return first
    return Period(f"{low}/{high}", "range", first.start, last.end, last.year, last.month)


def _bound(period: Period, first: bool) -> str:
    day = period.start if first else period.end
    if period.precision in ("quarter", "half"):
        if day is not None:
            return f"{day:%Y-%m}"
        if period.edtf[5:].isdigit():
            return f"XXXX-{_edge_month(int(period.edtf[5:]), first):02}"
    if day is not None and "/" in period.edtf:
        return day.isoformat()
    return period.edtf


def _edge_month(code: int, first: bool) -> int:
    """Return the first or last month of a season, quarter or half year by its EDTF code."""
    if code >= 40:
        return 6 * (code - 40) + (1 if first else 6)
    if code >= 33:
        return 3 * (code - 33) + (1 if first else 3)
    return (3 * (code - 20) + (0 if first else 2) - 1) % 12 + 1


def monday_of(day: date) -> date:
    """Return the Monday of the day's week."""
    return day - day.weekday() * DAY


def week_of_month(year: int, month: int, number: int) -> date:
    """Return the Monday of a month's week; ``number`` -1 is the last one.

    A week belongs to the month that holds its Thursday (KS X ISO 8601).
    """
    if number < 0:
        last = date(year, month, days_in_month(year, month))
        thursday = last - ((last.weekday() - 3) % 7) * DAY
        return thursday - 3 * DAY
    first = date(year, month, 1)
    thursday = first + ((3 - first.weekday()) % 7) * DAY
    return thursday - 3 * DAY + (number - 1) * 7 * DAY


def weekday_of_month(year: int, month: int, number: int, weekday: int) -> date | None:
    """Return the n-th given weekday of a month (-1: the last one), None when there is none."""
    if number < 0:
        last = date(year, month, days_in_month(year, month))
        return last - ((last.weekday() - weekday) % 7) * DAY
    first = date(year, month, 1)
    day = first + ((weekday - first.weekday()) % 7 + 7 * (number - 1)) * DAY
    return day if day.month == month else None
