"""Which year is meant: by the words, by the dates around, by tense and nearness to the day of publication."""

from __future__ import annotations

from datetime import date

from extractor.dates.atom import Atom
from extractor.dates.context import PUBLISHED, Context
from extractor.dates.lazy import lazy
from extractor.dates.spec import Spec
from extractor.dates.tense import has_lasted

_NO_PROSE = lazy(r"[^가-힣]{0,40}")
_TOPIC = lazy(r"\s?(?:에?는|엔|에도|도|의\s경우|\s연간으로는?)[\s,]")
_WRONG_TENSE = 60
_MONTHS = {"month": 1, "quarter": 3, "half": 6}


def given_year(ctx: Context, spec: Spec) -> tuple[bool, int | None]:
    """Return whether the text gives a year, and which."""
    atom = spec.parts.get("year")
    if atom is None:
        return False, None
    if atom.mode in ("is", "range"):
        return True, atom.value
    if atom.mode == "of":
        return True, year_of(ctx, spec, atom)
    ctx.anchor = PUBLISHED
    if ctx.published is None:
        return True, None
    if atom.mode == "new":
        return True, ctx.published.year + (1 if ctx.published.month >= 7 else 0)
    return True, ctx.published.year + atom.value


def year_of(ctx: Context, spec: Spec, atom: Atom) -> int | None:
    """Return the year counted from the one last named; '전년' looks no further than its sentence."""
    here = ctx.here
    near = here.year is not None and (atom.value >= 0 or ctx.same_sentence(spec))
    if near and here.year is not None:
        ctx.anchor = str(here.year)
        return here.year + atom.value
    if ctx.published is None:
        return None
    ctx.anchor = PUBLISHED
    return ctx.published.year + atom.value


def year_for(ctx: Context, spec: Spec, unit: str, first: int, last: int) -> int | None:
    """Return the year of a month, quarter or half, from its parts or by what speaks for it."""
    given, year = given_year(ctx, spec)
    if given:
        return year
    if not spec.toward and (inherited := year_from_passage(ctx, spec, first, unit)) is not None:
        ctx.anchor = str(inherited)
        return inherited
    if ctx.published is None:
        return None
    ctx.anchor = PUBLISHED
    base = ctx.published
    size = _MONTHS[unit]
    now = (base.month - 1) // size + 1
    if spec.toward == "past":
        return base.year if last < now or (last == now and spec.has("day")) else base.year - 1
    if spec.toward == "future":
        return base.year if first >= now else base.year + 1
    tense = ctx.tense(spec)
    count = 12 // size
    if first > now:
        back = now - first + count
        months_back = back * size
        near = months_back <= (5 if size < 6 else 6 if base.month <= 3 else 0)
        if tense == "past" and (near or has_lasted(ctx.text, spec.end)):
            return base.year - 1
        if not tense and months_back <= 3 and base.month <= 2:
            return base.year - 1
    elif first < now:
        ahead = (first - now + count) * size
        if tense == "future" and ahead <= 4:
            return base.year + 1
    elif tense == "past" and (last > now or (size == 6 and base.month in (1, 7) and base.day <= 15)):
        return base.year - 1
    return base.year


def year_from_passage(ctx: Context, spec: Spec, number: int, unit: str = "month") -> int | None:
    """Return the year last named where it rules this month as well: in lists, tables and one sentence."""
    here = ctx.here
    if here.year is None or here.end < 0 or spec.has("year"):
        return None
    before = here.period
    if before is None or spec.start - here.end > 120:
        return None
    gap = ctx.text[here.end : spec.start]
    if before.precision == "year":
        topical = _TOPIC.match(gap) is not None and ctx.same_sentence(spec)
        return here.year if topical or (gap.strip(" \t(|:") == "" and len(gap) < 4) else None
    if before.end is None:
        return None
    size = _MONTHS[unit]
    first_month = (number - 1) * size + 1
    if gap.strip() == "(":
        return here.year
    if _NO_PROSE.fullmatch(gap) and before.precision in ("month", "quarter", "half"):
        if here.stated_year:
            return here.year if first_month > before.end.month else here.year + 1
        return None
    if not ctx.same_sentence(spec) or len(gap) > 60 or first_month <= before.end.month:
        return None
    if ctx.published is not None:
        away = (here.year, first_month) > (ctx.published.year, ctx.published.month)
        behind = (here.year, first_month + size - 1) < (ctx.published.year, ctx.published.month)
        tense = ctx.tense(spec)
        if (tense == "past" and away) or (tense == "future" and behind):
            return None
    return here.year if here.stated_year else None


def nearest(ctx: Context, spec: Spec, days: list[date], other_year: int) -> date | None:
    """Choose the day that the tense, the direction and nearness to the publication speak for."""
    base = ctx.published
    if base is None or not days:
        return None
    way = spec.toward
    tense = ctx.tense(spec)

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


def last_in_year(ctx: Context, spec: Spec, atom: Atom) -> int:
    """Return the last month, quarter or half of a range, as far as it lies in the same year."""
    last = spec.last.parts.get(atom.slot) if spec.last is not None and not spec.last.has("year") else None
    value = last.value if last is not None and last.mode == "is" else atom.last
    return max(atom.value, value)
