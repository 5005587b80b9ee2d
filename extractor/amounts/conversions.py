"""Amounts that restate another in a second currency: '5000억달러(약 713조원)', '9억유로(한화 1조원)'."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise

from extractor.amounts.sums import Found
from extractor.load import lexicon
from extractor.numbers import compiled

__all__ = ["link_conversions", "plausible"]

#: What stands between an amount and its restatement; the lead (약, 우리 돈) belongs to the second span.
_BRACKET = (
    r"\s?(?:규모|상당|수준|어치|가량|정도|안팎)?(?:의)?\s?[(（\[〔=＝≒](?:[^()\s]{1,8}\s?기준\s?)?\s?\Z"
)
_LIST = r"\s?(?:규모|상당|수준|어치)?\s?[,·、/]\s?\Z"
_LEAD = r"(?:우리\s?돈|한화|원화|미화|달러화?로?|환산|현재 환율)"
_SAME = r"\s?(?:규모|상당)?[은는이가]?,?\s?\Z"


def link_conversions(text: str, sums: list[Found], decade: int | None) -> None:
    """Set ``converts`` and, where no rate of the decade can explain the pair, flag both.

    Parameters
    ----------
    text : str
    sums : list of Found
        In order of the text.
    decade : int or None
        First year of the article's decade; None: any decade will do.
    """
    for first, second in pairwise(sums):
        if first.code == second.code or first.end > second.start or (second.per and first.per != second.per):
            continue
        between = text[first.end : second.start]
        if len(between) > 24 or not _joins(between, text[second.start : second.figure], second):
            continue
        second.converts = first.converts or first
        second.why["converts"] = "conversions"
        if not plausible(second.converts, second, decade):
            second.converts.flags.add("conversion_mismatch")
            second.flags.add("conversion_mismatch")


def _joins(between: str, lead: str, second: Found) -> bool:
    if compiled(_BRACKET).match(between):
        return True
    if compiled(_LIST).match(between):
        return second.modifier == "about" or compiled(_LEAD).match(lead) is not None
    return compiled(_SAME).match(between) is not None and compiled(_LEAD).match(lead) is not None


@cache
def _rates() -> dict[str, dict[int, tuple[Decimal, Decimal]]]:
    rates: dict[str, dict[int, tuple[Decimal, Decimal]]] = {"USD": {}}
    for row in lexicon("currency_rates", ("word", "decade")):
        bands = rates.setdefault(row["word"], {})
        bands[int(row["decade"])] = (Decimal(row["low"]), Decimal(row["high"]))
        rates["USD"][int(row["decade"])] = (Decimal(1), Decimal(1))
    return rates


def plausible(first: Found, second: Found, decade: int | None) -> bool:
    """Tell whether some rate of the decade makes both the same sum; True when no band is known."""
    ours, theirs = _rates().get(first.code), _rates().get(second.code)
    if not ours or not theirs or not first.low or not second.low:
        return True
    decades = sorted(ours.keys() & theirs.keys())
    if decade is not None and decades:
        decades = [d for d in decades if d == min(max(decade, decades[0]), decades[-1])]
    ratios = [(second.high or second.low) / first.low, second.low / (first.high or first.low)]
    return any(
        theirs[d][0] / ours[d][1] <= ratio <= theirs[d][1] / ours[d][0] for d in decades for ratio in ratios
    )
