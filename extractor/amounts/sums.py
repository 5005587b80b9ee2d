"""Finds sums of money: a number with its currency before or behind it, ranges with the unit once, cents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from extractor.amounts.currencies import Currency, Page, currency_after, currency_before, name_before
from extractor.amounts.words import is_count_unit, phrases
from extractor.numbers import GAP, Number, compiled, number_ahead, plain, read_number
from extractor.records import Modifier

__all__ = ["Found", "find_sums"]


@dataclass(slots=True)
class Found:
    """An amount while it is being read.

    ``start`` and ``end`` grow with the words around it; ``figure`` is where its first number begins,
    ``close`` where its currency ends.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    code: str
    figure: int
    close: int
    number: Number
    also: tuple[str, ...] = ()
    modifier: Modifier = "exact"
    per: str = ""
    flags: set[str] = field(default_factory=set)
    why: dict[str, str] = field(default_factory=dict)
    converts: Found | None = None
    explicit: bool = True


#: '이달러이십삼센트' begins with a digit word, which is a number only before the name of a currency.
_SPELLED = r"[일이삼사오육칠팔구](?<![가-힣].)(?=달러|파운드|위안|센트|불[일이삼사오육칠팔구십백])"
#: Figures of days, counts and shares, which nothing can make money.
_DULL = r"[0-9]*+(?:[.,][0-9]++)?[년월일시분개명건%％회점척쪽GW]"
_NUMBER = number_ahead(unless=_DULL)
_OPENS_MORE = frozenset("여餘 \u00a0\u3000\n")
_MORE = rf"{GAP}[여餘](?![가-힣]{{2,}}도)"
_DASH = rf"{GAP}(?:[~∼～〜\-–—‑−]){GAP}(?:최대 ?)?"
#: '9천만달러에서 1억2천만달러 사이'; without 사이 the sum has changed from one to the other.
_OPENS_RANGE = frozenset("~∼～〜-–—‑−에부 \u00a0\u3000\n")
_FROM = r"(?:에서|부터)\s(?:최대\s)?"
_BETWEEN = r"(?:까지의?)?\s?(?:사이|범위)"
#: '$3.5B', 'US$ 30 million'.
_ENGLISH = r"\s?(K|Mn?|Million|million|mn|Bn?|Billion|billion|bn|Tn|Trillion|trillion|tn)(?![A-Za-z0-9])"
_SCALES = {"K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
_RATE = r"\s?당(?![시초기분일장국사해선첨면연])"
_SPACE = GAP
_EQUALS = r"\s?[=＝]\s?(?:약\s?)?(?=[0-9])"
_UNIT_OF_TABLE = r"단위\s*[:：]?\s*\Z"
_ALL_UNITS = r"[십백천만억조]+\Z"


def _end_of(text: str, number: Number, stop: int) -> tuple[int, bool]:
    """Return where the number ends, a '여' behind it included, and whether there is one."""
    if text[number.end : number.end + 1] not in _OPENS_MORE:
        return number.end, number.hedged
    match = compiled(_MORE).match(text, number.end, stop)
    return (match.end(), True) if match else (number.end, number.hedged)


def _scaled(first: Number, second: Number) -> Decimal | None:
    """Return the first number of a range, in the unit of the second if it has none ('3~5억')."""
    if first.value is None or second.value is None:
        return None
    if not first.has_big and second.has_big:
        lifted = first.value * second.big
        if lifted < second.value:
            return lifted
    elif first.has_big and second.has_big and first.big > second.big and first.value >= second.value:
        return None
    return first.value


class _Finder:
    def __init__(self, page: Page, low: int, stop: int) -> None:
        self.page, self.text, self.low, self.stop = page, page.text, low, stop
        self.last: Found | None = None

    def numbers(self) -> Iterator[Number]:
        """Yield the numbers in order; what a sum has taken is passed over."""
        text, stop, pos = self.text, self.stop, self.low
        spelled = compiled(_SPELLED).search(text, pos, stop)
        while True:
            ahead = compiled(_NUMBER).search(text, pos, stop)
            if spelled is not None and spelled.start() < pos:
                spelled = compiled(_SPELLED).search(text, pos, stop)
            match = spelled if spelled and (not ahead or spelled.start() < ahead.start()) else ahead
            if match is None:
                return
            pos = match.end()
            if (number := read_number(text, match.start(), stop)) is not None:
                yield number
                pos = max(number.end, self.last.close) if self.last is not None else number.end

    def currency(self, number: Number) -> tuple[Currency | None, int, bool]:
        end, more = _end_of(self.text, number, self.stop)
        money = currency_after(self.page, number, self.stop, pos=end)
        if money is None and end > number.end:
            money = currency_after(self.page, number, self.stop)
            more = number.hedged if money is not None else more
        return money, end, more

    def read(self, number: Number) -> Found | None:
        """Read the sum that begins with a number, None when it is no money."""
        text = self.text
        before = currency_before(text, number.start, self.last.close if self.last else self.low)
        after, end, more = self.currency(number)
        ranged = self._range(number, before, after, end)
        if ranged is not None:
            return ranged
        if after is None and before is None and number.has_big:
            before = self._named_before(number, end)
        money = after or before
        if money is None or number.value is None:
            return None
        if after is not None and before is not None and before.code == after.code:
            close = after.end
        else:
            close = after.end if after is not None else end
        if self._no_sum(number, close):
            return None
        value = number.value * money.factor
        if after is None and (scale := compiled(_ENGLISH).match(text, close, self.stop)):
            value, close = value * _SCALES[scale[1][0].upper()], scale.end()
        found = self._found(number, value, None, money, before, close)
        if more:
            found.modifier, found.why["modifier"] = "about", "여"
        if after is not None:
            self._add_cents(found, money)
        return found

    def _named_before(self, number: Number, end: int) -> Currency | None:
        """Return the currency whose name stands before a figure: '호주달러 5억'."""
        named = name_before(self.text, number.start, self.last.close if self.last else self.low)
        gap = compiled(_SPACE).match(self.text, end, self.stop)
        if named is None or is_count_unit(self.text, gap.end() if gap else end, self.stop):
            return None
        return named

    def _no_sum(self, number: Number, close: int) -> bool:
        """Exchange-rate bases ('1달러당'), units of tables ('단위: 백만원') and other words ('만원 버스')."""
        text = self.text
        if compiled(_RATE).match(text, close, self.stop):
            return True
        if number.value in (1, 100, 1000) and compiled(_EQUALS).match(text, close, self.stop):
            return True
        if text.startswith(phrases("not_money"), number.start):
            return True
        window = text[max(self.low, number.start - 12) : number.start]
        if "단위" in window and compiled(_UNIT_OF_TABLE).search(window):
            return True
        return (
            window[-1:] in ("(", "（")
            and text[close : close + 1] in (")", "）")
            and compiled(_ALL_UNITS).match(text[number.start : number.end]) is not None
        )

    def _found(
        self,
        number: Number,
        low: Decimal,
        high: Decimal | None,
        money: Currency,
        before: Currency | None,
        close: int,
    ) -> Found:
        start = before.start if before is not None else number.start
        code, also = money.code, money.also
        if before is not None and before.code != code:
            code, also = before.code, before.also
        return Found(
            start, close, plain(low), None if high is None else plain(high), code, start, close, number, also,
            why={"value": "numbers", "currency": money.where},
        )  # fmt: skip

    def _range(
        self, first: Number, before: Currency | None, after: Currency | None, end: int
    ) -> Found | None:
        text = self.text
        edge = after.end if after is not None else end
        if text[edge : edge + 1] not in _OPENS_RANGE:
            return None
        dash = compiled(_DASH).match(text, edge, self.stop)
        between = dash is None
        dash = dash or compiled(_FROM).match(text, edge, self.stop)
        if dash is None:
            return None
        second = read_number(text, dash.end(), self.stop)
        begin = dash.end()
        sign = None
        if second is None:
            # '$3~$5' repeats the sign
            if before is None or not text.startswith(text[before.start : before.end], dash.end()):
                return None
            begin += before.end - before.start
            second, sign = read_number(text, begin, self.stop), before
            if second is None:
                return None
        behind, close, more = self.currency(second)
        money = behind or before or sign
        if money is None or (after is not None and behind is not None and after.code != behind.code):
            return None
        if behind is None and (after is not None or before is None):
            return None
        low = _scaled(first, second) if after is None else first.value
        if low is None or second.value is None or low >= second.value:
            return None
        close = behind.end if behind is not None else close
        if between and not compiled(_BETWEEN).match(text, close, self.stop):
            return None
        if self._no_sum(first, close):
            return None
        found = self._found(first, low * money.factor, second.value * money.factor, money, before, close)
        if more or first.hedged:
            found.modifier, found.why["modifier"] = "about", "여"
        return found

    def _add_cents(self, found: Found, money: Currency) -> None:
        """Add the fraction that follows: '2달러 50센트', '1,130원 50전'."""
        if money.factor != 1:
            return
        match = compiled(_CENTS).match(self.text, found.close, self.stop)
        number = read_number(self.text, match.end(), self.stop) if match else None
        if number is None or number.value is None or number.value >= 100:
            return
        cents = currency_after(self.page, number, self.stop, major=found.code)
        if cents is not None and cents.factor < 1 and cents.code == found.code:
            found.low = plain(found.low + number.value * cents.factor)
            found.close = found.end = cents.end
            found.why["currency"] = f"{money.where}+{cents.where}"


_CENTS = r" ?(?=[0-9일이삼사오육칠팔구십])"


def find_sums(page: Page, low: int, stop: int) -> tuple[list[Found], list[Number]]:
    """Find the sums of money between two offsets.

    Returns
    -------
    list of Found
        Sums whose currency the text states, in order.
    list of Number
        The other numbers, in order: some of them may be money without its currency.
    """
    finder = _Finder(page, low, stop)
    sums: list[Found] = []
    others: list[Number] = []
    for number in finder.numbers():
        found = finder.read(number)
        if found is not None:
            finder.last = found
            sums.append(found)
        elif number.value is not None:
            others.append(number)
    return sums, others
