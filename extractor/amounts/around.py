"""The words around a sum: hedges on both sides (약, 이상) and the unit of a unit price (배럴당, /kWh)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import cast

from extractor.amounts.sums import Found
from extractor.amounts.words import Hedge, ends_word, hedges, is_count_unit, phrases, units
from extractor.numbers import GAP, compiled
from extractor.records import Modifier

__all__ = ["inherit_units", "read_around", "read_behind_brackets"]

#: Bounds say more than approximations do: '최대 약 31조원' is a bound.
_RANK = {"exact": 0, "about": 1, "at_most": 2, "at_least": 2, "less_than": 3, "more_than": 3}
_PER = r"([0-9.]*[가-힣A-Za-z0-9㎡㎥㎾㎏㎞ℓ²³]+(?:\([가-힣A-Za-z0-9㎡㎥㎾㎏㎞ℓ²³]+\))?)\s?당\Z"
_SLASH = r"\s?/\s?(?=[가-힣A-Za-z0-9㎡㎥㎾㎏㎞ℓ])"
_INSIDE = r"\(([^()]+)\)\Z"
_ONE = r"^1(?=[^0-9.])"
_MONEY = r"(?:100)?(?:달러|유로|엔|위안)"
_CLOSING = r"\s?[)）\]]"
_LONGEST_PER = 24
#: The inflected rest of a verb: '넘' + '는'.
_WORD_REST = r"[가-힣]{1,6}+"
_TOTALS = ("총", "모두", "합계", "누적", "도합", "전체")


def _weigh(found: Found, modifier: str, where: str) -> None:
    if _RANK[modifier] > _RANK[found.modifier]:
        found.modifier = cast(Modifier, modifier)
        found.why["modifier"] = where


def _back_over_space(text: str, pos: int, low: int) -> int:
    at = pos
    while at > low and pos - at < 14 and text[at - 1] in " \u00a0\n":
        at -= 1
    return at if "\n\n" not in text[at:pos] else pos


def _hedge_before(text: str, pos: int, low: int) -> Hedge | None:
    if pos <= low:
        return None
    for hedge in hedges("before").get(text[pos - 1], ()):
        begin = pos - len(hedge.word)
        if begin < low or not text.startswith(hedge.word, begin):
            continue
        if begin > low and text[begin - 1].isalnum():
            continue
        if hedge.blocked and text[max(low, begin - 8) : begin].rstrip().endswith(hedge.blocked):
            continue
        return hedge
    return None


def _per_before(text: str, pos: int, low: int) -> tuple[str, int] | None:
    """Return the unit of '<unit>당' that ends at the offset, and where it begins."""
    if pos <= low or text[pos - 1] != "당":
        return None
    window_start = max(low, pos - _LONGEST_PER)
    match = compiled(_PER).search(text[window_start:pos])
    if match is None:
        return None
    unit = match[1]
    if (unit.split("(")[0] + "당").endswith(phrases("not_per")):
        return None
    begin = window_start + match.start()
    inside = compiled(_INSIDE).search(unit)
    unit = inside[1] if inside else compiled(_ONE).sub("", unit, count=1)
    return unit, begin


def read_around(text: str, found: Found, low: int, stop: int) -> None:
    """Widen a sum by the words that hedge and frame it, and fill its modifier and unit.

    ``low`` and ``stop`` bound the search: the neighbouring amounts and the ends of the block.
    """
    _read_left(text, found, low)
    _read_right(text, found, stop)


def _read_left(text: str, found: Found, low: int) -> None:
    while found.start > low:
        at = _back_over_space(text, found.start, low)
        if per := _per_before(text, at, low):
            found.per, found.start = per
            found.why["per"] = "당"
            return
        hedge = _hedge_before(text, at, low)
        if hedge is None:
            return
        found.start = at - len(hedge.word)
        _weigh(found, hedge.modifier, hedge.where)


def read_behind_brackets(text: str, sums: list[Found], stop: int) -> None:
    """Give an amount the hedge that stands behind its restatement: '3천만 달러(322억 원)가 넘는'."""
    for second in sums:
        first = second.converts
        if (
            first is None
            or first.modifier != "exact"
            or not (closing := compiled(_CLOSING).match(text, second.end, stop))
        ):
            continue
        if hedged := _hedge_at(text, closing.end(), stop):
            _weigh(first, hedged[0].modifier, hedged[0].where)


def _read_right(text: str, found: Found, stop: int) -> None:
    if not found.per and (slash := compiled(_SLASH).match(text, found.end, stop)):
        size = is_count_unit(text, slash.end(), stop)
        if not size and (money := compiled(_MONEY).match(text, slash.end(), stop)):
            size = money.end() - slash.end()
        if size:
            found.end = slash.end() + size
            found.per = text[slash.end() : found.end]
            found.why["per"] = "/"
    for _ in range(3):
        hedged = _hedge_at(text, found.end, stop)
        if hedged is None:
            return
        hedge, found.end = hedged
        _weigh(found, hedge.modifier, hedge.where)


def _hedge_at(text: str, pos: int, stop: int) -> tuple[Hedge, int] | None:
    """Return the hedge that follows an offset and where it ends."""
    match = _behind().match(text, pos, stop)
    if match is None:
        return None
    hedge = next(h for h in hedges("after")[match["word"][0]] if h.word == match["word"])
    if (match["particle"] or "") not in hedge.particles:
        return None
    if hedge.blocked and text.startswith(hedge.blocked, match.end()):
        return None
    if (
        hedge.particles == ("",)
        and len(hedge.word) == 1
        and match["gap"]
        and not ends_word(text, match.end())
    ):
        return None
    end = match.end()
    if hedge.particles != ("",) and (rest := compiled(_WORD_REST).match(text, end, stop)):
        end = rest.end()
    return hedge, end


@cache
def _behind() -> re.Pattern[str]:
    """Pattern of the words of the side 'after', with the particles that may lead to them."""
    rows = [hedge for found in hedges("after").values() for hedge in found]
    particles = sorted({p for row in rows for p in row.particles if p}, key=lambda p: (-len(p), p))
    words = sorted((row.word for row in rows), key=lambda w: (-len(w), w))
    one_of = "|".join
    return re.compile(
        rf"(?P<gap>{GAP})(?P<particle>{one_of(map(re.escape, particles))})??[ \u00a0]{{0,2}}"
        rf"(?P<word>{one_of(map(re.escape, words))})"
    )


_SENTENCE_END = r"[다요]\s?[.?!]|\n"


def inherit_units(text: str, sums: list[Found]) -> None:
    """Give a unit price's unit to the prices compared with it: '배럴당 44달러로 지난해(59달러)보다 낮다'."""
    for before, found in pairwise(sums):
        if text[found.start : found.figure].startswith(_TOTALS):
            continue
        if (
            found.per
            or before.per not in units("measure")
            or found.code != before.code
            or found.low <= 0
            or before.low <= 0
        ):
            continue
        if not Decimal("0.1") <= found.low / before.low <= 10 or found.start - before.end > _NEAR:
            continue
        if compiled(_SENTENCE_END).search(text, before.end, found.start):
            continue
        found.per = before.per
        found.why["per"] = "same unit as before"


_NEAR = 60
