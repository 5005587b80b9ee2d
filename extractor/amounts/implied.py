"""Figures whose currency is understood: a headline's '11.7조', '(50억)', '2억과 3억 달러', '(한화 214억)'."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from extractor.amounts.conversions import plausible
from extractor.amounts.sums import Found
from extractor.amounts.words import ends_word, hedges, is_count_unit, phrases
from extractor.load import lexicon
from extractor.numbers import GAP, Number, compiled

__all__ = ["headline_like", "read_implied"]

_HUNDRED_MILLION = Decimal(10**8)
_TRILLION = Decimal(10**12)
_CLOSED = r"(?:여|대|가량|안팎|이상|이내|내외|정도)?\s?(?:/\s?년)?(?:[)）\]〕]|[,，]\s)"
_JOINED = r"(?:과|와|에서|부터|[·,/]|및|→)\s?(?:약|총|최대|최소|각각)?\s?|\s?(?:및|또는|혹은|→|[-~])\s?\Z"
_LAW = r"(?:제\s?|[법령칙약헌정규범]\s|\d인\s?)\Z"
_ARTICLE = r"\s?(?:제?\d+항|의\s?\d|[0-9]*교대|\d?팀)"
_DASH_BACK = r"\s?[~∼～〜\-–]\s?\Z"
_SENTENCE_END = r"[다요까죠음함임됨]\s?[.?!]"
_LONGEST_HEADLINE = 90
_SAME_PASSAGE = 200


def headline_like(text: str, pos: int) -> bool:
    """Tell whether the line at the offset reads like a headline: short, and without the end of a sentence."""
    low, high = (
        text.rfind("\n", max(0, pos - _LONGEST_HEADLINE), pos) + 1,
        text.find("\n", pos, pos + _LONGEST_HEADLINE),
    )
    if low == 0 and pos > _LONGEST_HEADLINE:
        return False
    if high < 0:
        high = min(len(text), pos + _LONGEST_HEADLINE)
    line = text[low:high]
    return len(line) <= _LONGEST_HEADLINE and not compiled(_SENTENCE_END).search(line)


class _Evidence(NamedTuple):
    """Patterns of what makes a figure money; all but ``after`` are searched right before the figure."""

    opened: str
    own: str
    before: str
    after: str


@cache
def _evidence() -> _Evidence:
    rows = sorted(lexicon("amount_nouns", ("word", "side")), key=_longest)
    before = "|".join(re.escape(row["word"]) for row in rows if row["side"] == "before")
    after = "|".join(re.escape(row["word"]) for row in rows if row["side"] == "after")
    words = sorted(
        {hedge.word for found in hedges("before").values() for hedge in found}, key=lambda w: (-len(w), w)
    )
    leads = rf"(?:(?:{'|'.join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))})\s?){{0,3}}\Z"
    own = r"우리\s?돈(?:으로)?|한화로?|원화로?"
    return _Evidence(
        rf"[(（\[〔](?:[^()（）\n]{{1,14}}[,:]\s)?\s?(?P<own>{own})?\s?{leads}",
        rf"(?:우리\s?돈(?:으로)?|[(（,]\s?한화로?)\s?{leads}",
        rf"(?:{before})(?:은|는|이|가|만|도|에|으로|로|을|를)?\s?{leads}",
        rf"여?\s?대?(?:을|를|의|이|가)?\s?(?:(?:상당|이상|가량|규모)의\s|(?:넘|웃도)는\s)?(?:{after})",
    )


def _longest(row: dict[str, str]) -> tuple[int, str]:
    return -len(row["word"]), row["word"]


class _Judge:
    """Decides for the figures of one block."""

    def __init__(
        self, text: str, low: int, stop: int, sums: list[Found], known: Known, headline: bool | None
    ) -> None:
        self.text, self.low, self.stop, self.headline = text, low, stop, headline
        self.sums, self.known = sums, known
        self.starts = [found.figure for found in sums]

    def evidence(self, number: Number, end: int, start: int) -> str:
        """Name what makes a figure, or the range that it ends, money; empty when nothing does."""
        text = self.text
        back = text[max(self.low, start - 24) : start]
        value = number.value
        if value is None or not number.has_big or number.hangul or self._counted(number, end, back):
            return ""
        following = self.joined_to(end)
        if following is not None and (value >= _HUNDRED_MILLION or number.big == following.number.big):
            return "joined"
        title = self.headline if self.headline is not None else headline_like(text, start)
        if value < _HUNDRED_MILLION:
            return "headline" if title and self.known.states(value) else ""
        patterns = _evidence()
        opened = compiled(patterns.opened).search(back)
        if opened and (opened["own"] or compiled(_CLOSED).match(text, end, self.stop)):
            return "bracket"
        if compiled(patterns.own).search(back):
            return "bracket"
        if compiled(patterns.after).match(text, end, self.stop) or compiled(patterns.before).search(back):
            return "noun"
        return "headline" if title else ""

    def _counted(self, number: Number, end: int, back: str) -> bool:
        text = self.text
        if text.startswith(phrases("not_money"), number.start) or not ends_word(text, end):
            return True
        gap = compiled(_GAP).match(text, end, self.stop)
        counted = is_count_unit(text, gap.end() if gap else end, self.stop) or is_count_unit(
            text, end, self.stop
        )
        if counted and not (number.big >= _HUNDRED_MILLION and text.startswith("대", end)):
            return True
        if number.big == _TRILLION and (
            compiled(_LAW).search(back) or compiled(_ARTICLE).match(text, end, self.stop)
        ):
            return True
        if "인구" in back[-6:]:
            return True
        before = text[number.start - 1 : number.start]
        return before.isascii() and (before.isalnum() or before in "-_#") and before != ""

    def joined_to(self, end: int) -> Found | None:
        """Return the sum that follows right behind a connective: '2억과 3억 달러'."""
        i = bisect_right(self.starts, end - 1)
        if i == len(self.sums) or self.sums[i].figure - end > 8:
            return None
        following = self.sums[i]
        if following.per or not following.explicit:
            return None
        return following if compiled(_JOINED).fullmatch(self.text, end, following.figure) else None

    def before(self, start: int) -> Found | None:
        """Return the sum before an offset, when no sentence ends in between."""
        i = bisect_right(self.starts, start) - 1
        if i < 0 or start - self.sums[i].end > _SAME_PASSAGE:
            return None
        return None if compiled(_SENTENCE_END).search(self.text, self.sums[i].end, start) else self.sums[i]


_GAP = GAP


def read_implied(
    text: str,
    low: int,
    stop: int,
    sums: list[Found],
    others: Iterable[Number],
    known: Known,
    headline: bool | None,
) -> list[Found]:
    """Read the figures of a block whose currency is understood.

    Parameters
    ----------
    text : str
    low, stop : int
        Bounds of the block.
    sums : list of Found
        What the block states with a currency.
    others : iterable of Number
        The block's other numbers.
    known : Known
        The article's sums by value, which tell the currency of a headline's figure.
    headline : bool or None
        Whether the block is a headline; None: judge line by line.
    """
    judge = _Judge(text, low, stop, sums, known, headline)
    found: list[Found] = []
    last: Number | None = None
    for number in others:
        end = number.end
        reading = number
        start = _range_start(text, last, number)
        evidence = judge.evidence(number, end, start)
        if not evidence and number.shorter is not None:
            reading, end = number.shorter, number.shorter.end
            evidence = judge.evidence(reading, end, start)
        if evidence:
            sum_ = _implied(judge, reading, evidence, known, last)
            if found and found[-1].figure == sum_.figure:
                found.pop()
            found.append(sum_)
        last = number
    return found


def _range_start(text: str, last: Number | None, number: Number) -> int:
    """Return where the range begins that a number ends ('70억~80억'), else where the number does."""
    if last is None or last.value is None or not compiled(_DASH_BACK).fullmatch(text, last.end, number.start):
        return number.start
    return last.start


def _implied(judge: _Judge, number: Number, evidence: str, known: Known, last: Number | None) -> Found:
    text = judge.text
    assert number.value is not None
    low, high, start = number.value, None, number.start
    if last is not None and last.value is not None and _range_start(text, last, number) == last.start:
        first = last.value if last.has_big else last.value * number.big
        if first < number.value:
            low, high, start = first, number.value, last.start
    found = Found(
        start, number.end, low, high, "", start, number.end, number,
        flags={"implied_currency"}, why={"value": "numbers"}, explicit=False,
    )  # fmt: skip
    found.code, why = _currency(judge, found, evidence, known)
    found.why["currency"] = f"implied:{why}"
    return found


def _currency(judge: _Judge, found: Found, evidence: str, known: Known) -> tuple[str, str]:
    """Choose the currency of an understood figure, and name the reason."""
    following = judge.joined_to(found.close)
    if evidence == "joined" and following is not None:
        return following.code, "joined"
    previous = judge.before(found.start)
    if evidence == "bracket":
        if compiled(_evidence().own).search(judge.text[max(judge.low, found.start - 24) : found.start]):
            return "KRW", "own"
        if previous is not None and previous.code != "KRW" and found.low >= 1000 * previous.low / 10:
            found.code = "KRW"
            if plausible(previous, found, None):
                return "KRW", "conversion"
    if code := known.currency_of(found):
        return code, "same figure"
    if evidence in ("bracket", "noun") and previous is not None and found.low < _TRILLION:
        return previous.code, "sum before"
    return "KRW", "default"


class Known:
    """The article's stated sums by value: a headline's '11.7조' points to the body's '11조7312억원'."""

    def __init__(self, sums: Iterable[Found]) -> None:
        pairs = sorted((found.low, found.code) for found in sums if found.explicit and found.code)
        self.values = [value for value, _ in pairs]
        self.codes = [code for _, code in pairs]

    def states(self, value: Decimal) -> bool:
        """Tell whether the article states a sum of exactly that value."""
        i = bisect_left(self.values, value)
        return i < len(self.values) and self.values[i] == value

    def currency_of(self, found: Found) -> str:
        """Return the currency of the stated sum that the figure rounds; empty when there is none."""
        unit = found.number.big
        digits = found.low / unit
        exponent = digits.as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0) * unit
        low, high = found.low - step / 2, found.low + step
        i = bisect_left(self.values, found.low)
        near = [k for k in (i, i - 1) if 0 <= k < len(self.values) and low <= self.values[k] < high]
        return self.codes[min(near, key=lambda k: abs(self.values[k] - found.low))] if near else ""
