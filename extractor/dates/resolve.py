"""Sets dates in the calendar: what the text leaves out is taken from the day of publication or the dates before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from extractor.dates.atom import Atom
from extractor.dates.holidays import from_lunar, holiday_on
from extractor.dates.periods import (
    Period,
    day_period,
    days_in_month,
    decade_period,
    from_date,
    half_period,
    monday_of,
    month_period,
    quarter_period,
    season_period,
    shift_month,
    span_period,
    valid_day,
    week_of_month,
    week_period,
    weekday_of_month,
    year_period,
)
from extractor.dates.spec import Spec
from extractor.dates.tense import Tense, is_report, tense_after
from extractor.load import lexicon

PUBLISHED = "published"
_SENTENCE_END = re.compile(r"[.!?][\"”’'）)]?\s|\n")
_NO_PROSE = re.compile(r"[^가-힣]{0,40}")
_TOPIC = re.compile(r"\s?(?:에?는|엔|에도|도|의\s경우|\s연간으로는?)[\s,]")
#: Another year is a worse guess than the same one by so many days.
#: Two dates farther apart than this many characters do not share a sentence.
_SENTENCE_REACH = 400
_JUST_OVER = 30
#: A weekday settles the year of a day that lies no farther from the publication than this many days.
_WEEKDAY_REACH = 250
_OTHER_YEAR, _WRONG_TENSE = 180, 60


@dataclass(slots=True)
class Anchors:
    """The dates last named: what '같은 달', '이날' and a bare '27일' lean on."""

    day: Period | None = None
    period: Period | None = None
    month: tuple[int | None, int] | None = None
    year: int | None = None
    end: int = -1
    stated_year: bool = False
    days: bool = False


@dataclass(slots=True)
class Calendar:
    """Reads the dates of one text in order.

    Parameters
    ----------
    text : str
    published : date or None
    years : tuple of int
        Years that the text names in full; they can settle a weekday when the day of publication is unknown.
    """

    text: str
    published: date | None
    years: tuple[int, ...] = ()
    here: Anchors = field(default_factory=Anchors)
    story: Period | None = None
    aside: Period | None = None
    limit: int = 0
    anchor: str = ""
    flags: list[str] = field(default_factory=list)

    def open_passage(self, limit: int, fresh: bool = True) -> None:
        """Begin a new paragraph, which ends at ``limit``; a fresh one leans on nothing said before."""
        self.limit = limit
        if fresh:
            self.here = Anchors(year=None)

    def read(self, spec: Spec) -> tuple[Period, str, list[str]] | None:
        """Return the period of a date, what it was completed from, and flags; None when there is no such day."""
        self.anchor = ""
        self.flags = []
        period = self._resolve(spec)
        if period is None:
            return None
        if spec.last is not None:
            period = self._range(spec, period)
            if period is None:
                return None
        self._remember(spec, period)
        return period, self.anchor, self.flags

    # --- what the parts say -------------------------------------------------------------------------------

    def _resolve(self, spec: Spec) -> Period | None:
        grain = spec.grain
        if grain == "decade":
            atom = spec.parts["decade"]
            return decade_period(atom.value, atom.last)
        if grain == "shift":
            return self._shift(spec, spec.parts["shift"])
        if grain == "count":
            return self._count(spec.parts["count"])
        if grain == "weekday" and not spec.has("day"):
            return self._weekday(spec)
        if grain == "weekend":
            return self._weekend(spec)
        if grain in ("day", "weekday"):
            return self._day(spec)
        if spec.has("same"):
            return self._same(spec)
        reader = {
            "year": self._year_only,
            "year_part": self._year_only,
            "month": self._month_only,
            "month_part": self._month_only,
            "quarter": self._quarter,
            "half": self._half,
            "season": self._season,
            "week": self._week,
            "nth": self._nth,
            "last_day": self._last_day,
            "holiday": self._holiday,
        }.get(grain)
        return reader(spec) if reader else None

    def _year(self, spec: Spec) -> tuple[bool, int | None]:
        """Return whether the text gives a year, and which."""
        atom = spec.parts.get("year")
        if atom is None:
            return False, None
        if atom.mode in ("is", "range", "list"):
            return True, atom.value
        if atom.mode == "of":
            return True, self._year_of(spec, atom)
        self.anchor = PUBLISHED
        if self.published is None:
            return True, None
        if atom.mode == "new":
            return True, self.published.year + (1 if self.published.month >= 7 else 0)
        return True, self.published.year + atom.value

    def _year_of(self, spec: Spec, atom: Atom) -> int | None:
        """Return the year counted from the one last named; '전년' looks no further than its sentence."""
        here = self.here
        near = here.year is not None and (atom.value >= 0 or self._same_sentence(spec))
        if near and here.year is not None:
            self.anchor = str(here.year)
            return here.year + atom.value
        if self.published is None:
            return None
        self.anchor = PUBLISHED
        return self.published.year + atom.value

    def _year_only(self, spec: Spec) -> Period | None:
        atom = spec.parts.get("year")
        if atom is not None and atom.mode in ("range", "list") and not spec.has("year_part"):
            if atom.mode == "list":
                return span_period(year_period(atom.more[0]), year_period(atom.more[-1]))
            return span_period(year_period(atom.value), year_period(atom.last))
        given, year = self._year(spec)
        if not given:
            self.anchor = PUBLISHED
            year = self.published.year if self.published else None
        return year_period(year)

    def _month(self, spec: Spec) -> tuple[int | None, int | None] | None:
        """Return the year and month that the parts give; None when there is no month among them."""
        atom = spec.parts.get("month")
        if atom is None and not spec.has("month_part"):
            return None
        if atom is None or atom.mode == "step":
            self.anchor = PUBLISHED
            if self.published is None:
                return None, None
            return shift_month(self.published.year, self.published.month, atom.value if atom else 0)
        if atom.mode == "of":
            given, year = self._year(spec)
            if self.here.month is None:
                if self.published is None:
                    return year, None
                self.anchor = PUBLISHED
                base: tuple[int | None, int] = (self.published.year, self.published.month)
            else:
                base = self.here.month
                self.anchor = month_period(*base).edtf
            if given:
                return year, base[1]
            if base[0] is None:
                return None, base[1] if not atom.value else None
            return shift_month(base[0], base[1], atom.value)
        return self._year_for(spec, "month", atom.value, self._last_value(spec, atom)), atom.value

    def _last_value(self, spec: Spec, atom: Atom) -> int:
        """Return the last month, quarter or half of a range, as far as it lies in the same year."""
        last = spec.last.parts.get(atom.slot) if spec.last is not None and not spec.last.has("year") else None
        value = last.value if last is not None and last.mode == "is" else atom.last or (atom.more or (0,))[-1]
        return max(atom.value, value)

    def _month_only(self, spec: Spec) -> Period | None:
        found = self._month(spec)
        assert found is not None
        year, month = found
        atom = spec.parts.get("month")
        if atom is not None and atom.mode == "range":
            later = year if year is None or atom.last >= atom.value else year + 1
            return span_period(month_period(year, atom.value), month_period(later, atom.last))
        if atom is not None and atom.mode == "list":
            return span_period(month_period(year, atom.more[0]), month_period(year, atom.more[-1]))
        return month_period(year, month)

    def _quarter(self, spec: Spec) -> Period | None:
        atom = spec.parts["quarter"]
        if atom.mode == "step":
            self.anchor = PUBLISHED
            if self.published is None:
                return Period("XXXX-XX", "quarter")
            year, month = shift_month(self.published.year, self.published.month, 3 * atom.value)
            return quarter_period(year, (month + 2) // 3)
        year = self._year_for(spec, "quarter", atom.value, self._last_value(spec, atom))
        if atom.mode in ("range", "list"):
            return span_period(
                quarter_period(year, atom.value), quarter_period(year, atom.last or atom.more[-1])
            )
        return quarter_period(year, atom.value)

    def _half(self, spec: Spec) -> Period | None:
        atom = spec.parts["half"]
        return half_period(self._year_for(spec, "half", atom.value, atom.value), atom.value)

    def _season(self, spec: Spec) -> Period | None:
        atom = spec.parts["season"]
        given, year = self._year(spec)
        if given:
            return season_period(year, atom.value)
        self.anchor = PUBLISHED
        if self.published is None:
            return season_period(None, atom.value)
        year = self.published.year
        way = atom.mode if atom.mode in ("past", "this") else spec.toward
        now = season_period(year, atom.value)
        before = season_period(year - 1, atom.value)
        assert now.start is not None
        assert now.end is not None
        assert before.end is not None
        if way == "past" and now.end >= self.published:
            return before
        if way == "future" and now.start < self.published:
            return season_period(year + 1, atom.value)
        if way == "this" and before.end >= self.published:
            return before
        return now

    def _week(self, spec: Spec) -> Period | None:
        self.anchor = PUBLISHED
        if self.published is None:
            return Period("XXXX-XX-XX", "week")
        monday = monday_of(self.published) + timedelta(weeks=spec.parts["week"].value)
        return week_period(monday)

    def _weekend(self, spec: Spec) -> Period | None:
        self.anchor = PUBLISHED
        if self.published is None:
            return Period("XXXX-XX-XX", "range")
        atom = spec.parts["weekend"]
        steps = int(atom.mode or 0)
        if not atom.mode and spec.toward == "past":
            steps = -1
        saturday = monday_of(self.published) + timedelta(days=5, weeks=steps)
        return span_period(from_date(saturday), from_date(saturday + timedelta(days=1)))

    def _nth(self, spec: Spec) -> Period | None:
        found = self._month(spec)
        atom = spec.parts["nth"]
        if found is None:
            return None
        year, month = found
        if year is None or month is None:
            return Period("XXXX-XX-XX" if month is None else f"XXXX-{month:02}-XX", "week")
        if atom.mode != "week":
            return None
        return week_period(week_of_month(year, month, atom.value))

    def _last_day(self, spec: Spec) -> Period | None:
        found = self._month(spec)
        if found is None:
            given, year = self._year(spec)
            return day_period(year, 12, 31) if given else None
        year, month = found
        if year is None or month is None:
            return day_period(year, month, None)
        return day_period(year, month, days_in_month(year, month))

    def _holiday(self, spec: Spec) -> Period | None:
        atom = spec.parts["holiday"]
        given, year = self._year(spec)
        if not given and self.published is None:
            return Period("XXXX-XX-XX", "day")
        if given and year is None:
            return Period("XXXX-XX-XX", "day")
        rows = {row.where: row for row in lexicon("holidays")}
        around = rows[atom.why]["days"] if "연휴" in self.text[spec.end : spec.end + 4] else ""
        if year is not None:
            day = holiday_on(atom.mode, year)
        else:
            assert self.published is not None
            self.anchor = PUBLISHED
            days = [holiday_on(atom.mode, self.published.year + step) for step in (-1, 0, 1)]
            day = self._coming(spec, [d for d in days if d])
        if day is None:
            return None
        if around:
            first, last = (int(step) for step in around.split())
            return span_period(from_date(day + timedelta(days=first)), from_date(day + timedelta(days=last)))
        return from_date(day)

    def _coming(self, spec: Spec, days: list[date]) -> date | None:
        """Choose a holiday: the one that direction or tense speak for, else the next one, or one just over."""
        if spec.toward or self._tense(spec):
            return self._nearest(spec, days, other_year=0)
        assert self.published is not None
        since = self.published - timedelta(days=_JUST_OVER)
        return next((day for day in days if day >= since), None)

    def _same(self, spec: Spec) -> Period | None:
        """'지난해 같은 기간': the stretch last named, in another year."""
        _, year = self._year(spec)
        before = self.here.period
        if before is None or year is None or before.start is None or before.end is None:
            return year_period(year)
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

    def _shift(self, spec: Spec, atom: Atom) -> Period | None:
        base = self.published
        self.anchor = PUBLISHED
        if atom.value > 0 and atom.mode in ("day", "week") and self.here.day is not None:
            if self._tense(spec) != "future" and self.here.day.start is not None:
                base, self.anchor = self.here.day.start, self.here.day.edtf
        if base is None:
            return None
        if atom.mode == "month":
            return month_period(*shift_month(base.year, base.month, atom.value))
        if atom.mode == "year":
            return year_period(base.year + atom.value) if 1 <= base.year + atom.value <= 9998 else None
        return from_date(base + timedelta(days=atom.value * (7 if atom.mode == "week" else 1)))

    def _count(self, atom: Atom) -> Period | None:
        """'다음 3주', '지난 두 달': whole weeks, months or years, the running one left out."""
        base, steps = self.published, atom.value
        if base is None or not steps:
            return None
        self.anchor = PUBLISHED
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

    # --- days -------------------------------------------------------------------------------------------

    def _weekday(self, spec: Spec) -> Period | None:
        wanted = spec.parts["weekday"].value
        if spec.has("nth"):
            found = self._month(spec)
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
        self.anchor = PUBLISHED
        if self.published is None:
            return Period("XXXX-XX-XX", "day")
        if spec.has("week"):
            monday = monday_of(self.published) + timedelta(weeks=spec.parts["week"].value)
            return from_date(monday + timedelta(days=wanted))
        way = spec.toward or self._tense(spec) or "future"
        behind = (self.published.weekday() - wanted) % 7
        if way == "past":
            return from_date(self.published - timedelta(days=behind or (7 if spec.toward else 0)))
        return from_date(self.published + timedelta(days=(-behind) % 7 or 7))

    def _day(self, spec: Spec) -> Period | None:
        atom = spec.parts["day"]
        if atom.mode == "step":
            self.anchor = PUBLISHED
            if self.published is None:
                return Period("XXXX-XX-XX", "day")
            return from_date(self.published + timedelta(days=atom.value))
        if atom.mode == "of":
            return self._day_of(atom)
        if spec.has("lunar"):
            return self._lunar(spec)
        day = atom.value
        found = self._day_month(spec, day)
        if found is None:
            return None
        first = day_period(*found, day)
        if atom.mode == "range" or (atom.mode == "list" and len(atom.more) > 1):
            last_day = atom.last if atom.mode == "range" else atom.more[-1]
            return self._to_day(first, last_day)
        return first

    def _to_day(self, first: Period, last_day: int) -> Period | None:
        """Return the range from a day to a later one that is told by its number alone."""
        year, month = first.year, first.month
        start_day = int(first.edtf[-2:])
        if last_day <= start_day:
            if year is not None and month is not None:
                year, month = shift_month(year, month, 1)
            elif month is not None:
                month = month % 12 + 1
        if not valid_day(year, month, last_day):
            return None
        return span_period(first, day_period(year, month, last_day))

    def _day_of(self, atom: Atom) -> Period | None:
        base = self.here.day or self.story or self.aside
        if base is not None and base.start is not None:
            self.anchor = base.edtf
            edge = base.end if atom.value > 0 and base.end is not None else base.start
            if base.precision == "range" and atom.value == 0:
                return base
            return from_date(edge + timedelta(days=atom.value))
        if base is not None:
            self.anchor = base.edtf
            return base if atom.value == 0 else Period("XXXX-XX-XX", "day")
        self.anchor = PUBLISHED
        if self.published is None:
            return Period("XXXX-XX-XX", "day")
        return from_date(self.published + timedelta(days=atom.value))

    def _lunar(self, spec: Spec) -> Period | None:
        month = spec.parts.get("month")
        if month is None or month.mode != "is":
            return None
        given, year = self._year(spec)
        if not given and self.published is not None:
            year, self.anchor = self.published.year, PUBLISHED
        if year is None:
            return Period("XXXX-XX-XX", "day")
        day = from_lunar(year, month.value, spec.parts["day"].value)
        return from_date(day) if day else None

    def _day_month(self, spec: Spec, day: int) -> tuple[int | None, int | None] | None:
        """Return the year and month of a day of the month; None when no such day exists."""
        weekday = spec.parts["weekday"].value if spec.has("weekday") else None
        atom = spec.parts.get("month")
        if atom is not None and (atom.mode != "is" or spec.has("year")):
            found = self._month(spec)
            assert found is not None
            year, month = found
        elif atom is not None:
            month = atom.value
            if not valid_day(None, month, day):
                return None
            year = self._year_of_day(spec, month, day, weekday)
        else:
            year, month = self._month_of_day(spec, day, weekday)
        if not valid_day(year, month, day):
            return None
        if (
            weekday is not None
            and year is not None
            and month is not None
            and date(year, month, day).weekday() != weekday
        ):
            self.flags.append("weekday_mismatch")
        return year, month

    def _year_of_day(self, spec: Spec, month: int, day: int, weekday: int | None) -> int | None:
        """Choose the year of '9월 27일'."""
        if (inherited := self._year_from_passage(spec, month)) is not None and valid_day(
            inherited, month, day
        ):
            if weekday is None or date(inherited, month, day).weekday() == weekday:
                return inherited
        if self.published is None:
            if weekday is None:
                return None
            fits = [
                y for y in self.years if valid_day(y, month, day) and date(y, month, day).weekday() == weekday
            ]
            if len(fits) == 1:
                self.anchor = str(fits[0])
                return fits[0]
            return None
        self.anchor = PUBLISHED
        years = [self.published.year + step for step in (-1, 0, 1)]
        days = [date(y, month, day) for y in years if valid_day(y, month, day)]
        chosen = self._nearest(spec, days, other_year=_OTHER_YEAR)
        if weekday is not None and chosen is not None and chosen.weekday() != weekday:
            near = [d for d in days if d.weekday() == weekday and abs((d - self.published).days) <= _WEEKDAY_REACH]
            chosen = self._nearest(spec, near, other_year=0) or chosen
        return chosen.year if chosen else None

    def _month_of_day(self, spec: Spec, day: int, weekday: int | None) -> tuple[int | None, int | None]:
        """Choose the month of a bare '27일'."""
        here = self.here
        report = is_report(self.text, spec.end)
        if not spec.toward and not report and here.days and here.month is not None:
            if (found := self._month_from_passage(spec, day, weekday)) is not None:
                self.anchor = month_period(*found).edtf
                return found
        if self.published is None:
            return None, None
        self.anchor = PUBLISHED
        base = self.published
        months = [shift_month(base.year, base.month, step) for step in (-2, -1, 0, 1, 2)]
        days = [date(y, m, day) for y, m in months if valid_day(y, m, day)]
        fitting = [d for d in days if weekday is None or d.weekday() == weekday] or days
        way = spec.toward or ("past" if report else "")
        tense = self._tense(spec)

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

    def _month_from_passage(self, spec: Spec, day: int, weekday: int | None) -> tuple[int | None, int] | None:
        """Return the month last spoken of, where a bare day can be meant to lie in it."""
        here = self.here
        assert here.month is not None
        year, month = here.month
        if not valid_day(year, month, day):
            return None
        before = here.day.end if here.day is not None else None
        last = before.day if before is not None else int(here.day.edtf[-2:]) if here.day else 0
        bracketed = self.text[spec.start - 1 : spec.start] == "(" and spec.start - here.end < 4
        if bracketed:
            return year, month
        if day <= last:
            return None
        if weekday is not None and year is not None and date(year, month, day).weekday() != weekday:
            return None
        if self.published is None or year is None:
            return year, month
        candidate = date(year, month, day)
        tense = self._tense(spec)
        if (tense == "past" and candidate > self.published) or (
            tense == "future" and candidate < self.published
        ):
            return None
        if self._same_sentence(spec):
            return year, month
        if here.stated_year or 0 <= (self.published.day - day) <= 1:
            return None
        return year, month

    def _nearest(self, spec: Spec, days: list[date], other_year: int) -> date | None:
        """Choose the day that the tense, the direction and nearness to the publication speak for."""
        base = self.published
        if base is None or not days:
            return None
        way = spec.toward
        tense = self._tense(spec)

        def cost(d: date) -> tuple[int, bool]:
            away = (d - base).days
            if way == "past":
                return (-away if away <= 0 else 1000 + away), away > 0
            if way == "future":
                return (away if away >= 0 else 1000 - away), away > 0
            wrong = (tense == "past" and away > 0) or (tense == "future" and away < 0)
            other = 0 if d.year == base.year else other_year
            return abs(away) + other + (_WRONG_TENSE if wrong else 0), away > 0

        return min(days, key=cost)

    # --- the year of a month, quarter or half -----------------------------------------------------------

    def _year_for(self, spec: Spec, unit: str, first: int, last: int) -> int | None:
        """Return the year of a month, quarter or half, from its parts or by what speaks for it."""
        given, year = self._year(spec)
        if given:
            return year
        if not spec.toward and (inherited := self._year_from_passage(spec, first, unit)) is not None:
            self.anchor = str(inherited)
            return inherited
        if self.published is None:
            return None
        self.anchor = PUBLISHED
        base = self.published
        size = {"month": 1, "quarter": 3, "half": 6}[unit]
        now = (base.month - 1) // size + 1
        if spec.toward == "past":
            return base.year if last < now or (last == now and spec.has("day")) else base.year - 1
        if spec.toward == "future":
            return base.year if first >= now else base.year + 1
        tense = self._tense(spec)
        count = 12 // size
        if first > now:
            back = now - first + count
            months_back = back * size
            if tense == "past" and months_back <= (5 if size < 6 else 6 if base.month <= 3 else 0):
                return base.year - 1
            if not tense and months_back <= 3 and base.month <= 2:
                return base.year - 1
        elif first < now:
            ahead = (first - now + count) * size
            if tense == "future" and ahead <= 4:
                return base.year + 1
        elif last > now and tense == "past":
            return base.year - 1
        elif size == 6 and tense == "past" and (base.month - 1) % 6 == 0 and base.day <= 15:
            return base.year - 1
        return base.year

    def _year_from_passage(self, spec: Spec, number: int, unit: str = "month") -> int | None:
        """Return the year last named where it rules this month as well: in lists, tables and one sentence."""
        here = self.here
        if here.year is None or here.end < 0 or spec.has("year"):
            return None
        before = here.period
        if before is None or spec.start - here.end > 120:
            return None
        gap = self.text[here.end : spec.start]
        if before.precision == "year":
            topical = _TOPIC.match(gap) is not None and self._same_sentence(spec)
            return here.year if topical or (gap.strip(" \t(|:") == "" and len(gap) < 4) else None
        if before.end is None:
            return None
        size = {"month": 1, "quarter": 3, "half": 6}[unit]
        first_month = (number - 1) * size + 1
        if gap.strip() == "(":
            return here.year
        if _NO_PROSE.fullmatch(gap) and before.precision in ("month", "quarter", "half"):
            if here.stated_year:
                return here.year if first_month > before.end.month else here.year + 1
            return None
        if not self._same_sentence(spec) or len(gap) > 60 or first_month <= before.end.month:
            return None
        if self.published is not None:
            away = (here.year, first_month) > (self.published.year, self.published.month)
            behind = (here.year, first_month + size - 1) < (self.published.year, self.published.month)
            tense = self._tense(spec)
            if (tense == "past" and away) or (tense == "future" and behind):
                return None
        return here.year if here.stated_year else None

    # --- ranges, anchors --------------------------------------------------------------------------------

    def _range(self, spec: Spec, first: Period) -> Period | None:
        """Return the range to ``spec.last``, whose missing parts come from its beginning."""
        last = spec.last
        assert last is not None
        parts = last.parts
        if set(parts) <= {"day", "weekday"} and parts["day"].mode == "is" and first.precision == "day":
            return self._to_day(first, parts["day"].value)
        if "year" not in parts and "toward" not in parts and first.year is not None:
            second = self._in_year(last, first)
            if second is not None:
                return span_period(first, second)
        anchor = self.anchor
        second = self._resolve(last)
        self.anchor = anchor or self.anchor
        if second is None:
            return None
        if first.start and second.end and second.end < first.start:
            return None
        return span_period(first, second)

    def _in_year(self, last: Spec, first: Period) -> Period | None:
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

    def _remember(self, spec: Spec, period: Period) -> None:
        here = self.here
        report = spec.grain == "day" and is_report(self.text, spec.end)
        stated = spec.has("year") or (here.stated_year and self.anchor == str(period.year))
        here.end = (spec.last or spec).end
        if period.precision == "range" and not period.edtf.count("-"):
            here.year, here.period = period.year, period
            return
        if not spec.has("same") and spec.mode("year") != "of" or period.precision != "year":
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
        if is_day:
            if not (report and here.day is not None):
                here.day = period
            if spec.grain in ("day", "weekday") and not spec.has("year", "month", "toward"):
                self.story = here.day
            elif period.start is not None and self.published is not None and period.start <= self.published:
                self.aside = period

    def _same_sentence(self, spec: Spec) -> bool:
        """Tell whether the date before stands in the same sentence."""
        end = self.here.end
        if end < 0 or spec.start - end > _SENTENCE_REACH:
            return False
        return _SENTENCE_END.search(self.text, end, spec.start) is None

    def _tense(self, spec: Spec) -> Tense:
        return tense_after(self.text, (spec.last or spec).end, self.limit or len(self.text))
