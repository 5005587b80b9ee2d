"""Reads one number token by token, and refuses the first token that cannot belong to it."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

from extractor.numbers.atoms import BIG, DIGITS, NARROW, SIMPLE, SMALL, TOKEN, UNIT_AHEAD, compiled

#: A figure longer than this is a serial number, not a number of something.
LONGEST_FIGURE = 30

_ESTIMATES = frozenset(10 * digit + digit + 1 for digit in range(1, 9))

#: '23만3865억' is 233865억: a 만 without a space is part of the figure before 억 and 조.
_MYRIAD = 10**4

_EXACT = Context(prec=80)


class Number(NamedTuple):
    """A number as it stands in a text.

    Attributes
    ----------
    start, end : int
        Code-point offsets.
    value : Decimal or None
        None for a vague number ('수십억', '몇백').
    hedged : bool
        A '여' stands inside ('30여만').
    big : int
        The last big unit ('3~5억': 100000000 for '5억'), 1 without one.
    has_big : bool
        Whether any big unit was read.
    hangul : bool
        Written without a single Arabic figure.
    shorter : Number or None
        The reading without the last section or digit, when that one has no unit of its own: '2조' for
        '2조 1000', which can be '2조, 1000명'.
    """

    start: int
    end: int
    value: Decimal | None
    hedged: bool = False
    big: int = 1
    has_big: bool = False
    hangul: bool = False
    shorter: Number | None = None


def plain(value: Decimal | int) -> Decimal:
    """Return the value without an exponent and without zeros behind the point."""
    if isinstance(value, int):
        return Decimal(value)
    whole = value.to_integral_value()
    return Decimal(int(whole)) if whole == value else value.normalize(_EXACT)


def _times(figure: Decimal | int, unit: int) -> Decimal | int:
    return figure * unit if isinstance(figure, int) else _EXACT.multiply(figure, Decimal(unit))


def _plus(a: Decimal | int, b: Decimal | int) -> Decimal | int:
    if isinstance(a, int) and isinstance(b, int):
        return a + b
    return _EXACT.add(Decimal(a), Decimal(b))


class _Reader:
    """The sum as far as it has been read; `feed` refuses the first token that cannot belong to it."""

    def __init__(self) -> None:
        self.total: Decimal | int = 0
        self.section: Decimal | int = 0
        self.figure: Decimal | int | None = None
        self.last_small = 10**5
        self.last_big = 0
        self.last = ""
        self.arabic = self.fraction = self.hedged = self.vague = self.apart = False
        self.point: Decimal | None = None

    def value(self) -> Decimal | int:
        return _plus(_plus(self.total, self.section), self.figure or 0)

    def feed(self, kind: str, word: str, gap: bool) -> bool:
        if self.fraction and self.last == "big":
            return False
        if not getattr(self, f"_{kind}")(word, gap):
            return False
        self.apart = self.apart or gap
        return True

    def _arabic(self, word: str, gap: bool) -> bool:
        if self.last in ("arabic", "digit", "more", "vague", "point") or len(word) > LONGEST_FIGURE:
            return False
        word = word.translate(NARROW)
        figure: Decimal | int = Decimal(word) if "." in word else int(word)
        if self.last and not 0 < figure < (self.last_small if self.last == "small" else self.last_big):
            return False
        self.figure, self.arabic, self.fraction = figure, True, "." in word
        return True

    def _digit(self, word: str, gap: bool) -> bool:
        digit = DIGITS[word]
        if isinstance(self.figure, int) and self.figure > 10**LONGEST_FIGURE:
            return False
        if (
            self.last == "arabic"
            or self.last == "more"
            or (gap and self.arabic)
            or (gap and self.last not in ("", "big", "small"))
        ):
            return False
        if self.last == "digit" or self.last == "point":
            if self.point is not None:
                self.point = self.point / 10
                self.figure = _plus(self.figure or 0, _EXACT.multiply(self.point, Decimal(digit)))
                self.fraction = True
            elif isinstance(self.figure, int):
                self.figure = self.figure * 10 + digit
            return True
        self.figure = digit
        return True

    def _point(self, word: str, gap: bool) -> bool:
        if self.last != "digit" or gap or self.point is not None:
            return False
        self.point = Decimal(1)
        return True

    def _small(self, word: str, gap: bool) -> bool:
        unit = SMALL[word]
        if unit >= self.last_small or (
            self.figure is None and gap and self.last != "big" and self.last != "small"
        ):
            return False
        self._weigh_digits()
        figure = 1 if self.figure is None else self.figure
        self.section = _plus(self.section, _times(figure, unit))
        self.figure, self.last_small, self.point = None, unit, None
        return True

    def _big(self, word: str, gap: bool) -> bool:
        unit = BIG[word]
        group = _plus(self.section, self.figure or 0)
        if self.last in ("", "big", "vague") and unit != 10**4 and not self.vague:
            return False
        if self.last == "big" and not self.vague:
            return False
        self._weigh_digits()
        group = group or 1
        amount = _times(group, unit)
        if self.last_big == _MYRIAD < unit and not gap and not self.apart and self.arabic:
            amount, self.total = _times(_plus(self.total, group), unit), 0
        elif self.last_big and amount >= self.last_big:
            return False
        self.total = _plus(self.total, amount)
        self.section, self.figure, self.point = 0, None, None
        self.last_small, self.last_big = 10**5, unit
        return True

    def _weigh_digits(self) -> None:
        """Two digit words in a row before a unit are an estimate without a value: '오륙십', '이삼백만'."""
        if self.last == "digit" and self.point is None and self.figure in _ESTIMATES:
            self.vague = True

    def _more(self, word: str, gap: bool) -> bool:
        self.hedged = True
        return self.last in ("arabic", "small", "digit")

    def _vague(self, word: str, gap: bool) -> bool:
        self.vague = True
        return self.last in ("", "big", "small", "arabic")


def read_number(text: str, pos: int = 0, stop: int | None = None) -> Number | None:
    """Read the longest number that begins exactly at an offset.

    Parameters
    ----------
    text : str
    pos : int
        Code-point offset. What stands before it is not looked at.
    stop : int, optional
        Offset up to which to read.

    Returns
    -------
    Number or None
        None when no number begins there. The value is exact, in units of one.
    """
    end, stop = pos, len(text) if stop is None else stop
    if (simple := compiled(SIMPLE).match(text, pos, stop)) and len(simple[1]) <= LONGEST_FIGURE:
        return _simple(simple)
    reader = _Reader()
    number: Number | None = None
    closed: Number | None = None
    opened: Number | None = None
    while match := compiled(TOKEN).match(text, end, stop):
        kind = match.lastgroup or ""
        gap = match.end("gap") > match.start("gap")
        if gap and not reader.last:
            break
        before = number
        loose = False
        if kind in ("arabic", "digit") and reader.last in ("big", "small"):
            loose = compiled(UNIT_AHEAD).match(text, match.end(), stop) is None
            if loose and kind == "digit" and (gap or reader.arabic):
                break
            if loose and gap and reader.last == "small" and not reader.arabic:
                break
        figure_before = reader.vague, reader.hedged
        if not reader.feed(kind, match.group(kind), gap):
            reader.vague, reader.hedged = figure_before
            if kind == "big" and closed is not None:
                number = closed
            elif kind == "small" and reader.last in ("arabic", "digit") and opened is not None:
                number = opened
            break
        if kind in ("arabic", "digit") and reader.last != "digit":
            opened = before
        reader.last, end = kind, match.end()
        if kind in ("more", "vague", "point"):
            continue
        value = None if reader.vague else plain(reader.value())
        if value is None and kind in ("digit",):
            continue
        number = Number(
            pos, end, value, reader.hedged, reader.last_big or 1, reader.last_big > 0, not reader.arabic,
            before if loose else None,
        )  # fmt: skip
        closed = number if kind == "big" else closed
    return number


def _simple(match: re.Match[str]) -> Number:
    word, unit = match[1].translate(NARROW), match[2]
    size = SMALL.get(unit) or BIG.get(unit) or 1
    value = plain(_times(Decimal(word) if "." in word else int(word), size))
    big = size if size >= 10**4 else 1
    return Number(match.start(), match.end(), value, big=big, has_big=big > 1)
