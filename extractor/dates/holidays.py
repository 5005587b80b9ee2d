"""Holidays and the lunar calendar of Korea; the conversion tables are loaded when first asked for."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from extractor.dates.periods import weekday_of_month


@cache
def from_lunar(year: int, month: int, day: int) -> date | None:
    """Return the solar day of a day of the Korean lunar calendar (years 1000 to 2050), None outside it."""
    from korean_lunar_calendar import KoreanLunarCalendar

    calendar = KoreanLunarCalendar()
    if not calendar.setLunarDate(year, month, day, False):
        return None
    return date.fromisoformat(calendar.SolarIsoFormat())


@cache
def holiday_on(rule: str, year: int) -> date | None:
    """Return the day that a holiday's rule gives for a year.

    Parameters
    ----------
    rule : str
        'solar 10-3', 'lunar 8-15', or 'nth 11-4-4+1': the fourth Friday-is-4 weekday of November and a day.
    year : int
    """
    kind, _, value = rule.partition(" ")
    if kind == "nth":
        value, _, offset = value.partition("+")
        month, number, weekday = (int(part) for part in value.split("-"))
        day = weekday_of_month(year, month, number, weekday)
        return day + timedelta(days=int(offset or 0)) if day else None
    month, day_number = (int(part) for part in value.split("-"))
    if kind == "lunar":
        return from_lunar(year, month, day_number)
    return date(year, month, day_number)
