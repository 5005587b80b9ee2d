"""One grammar of Korean numbers: '4억8000만', '1조5천억', '27억천500만', '이천칠백삼십오만', '72.9억'.

A number is a sum of sections of four places, each closed by a big unit (만, 억, 조, 경) smaller than the
one before; a section is digits ('8,135') or digits with small units ('3천500', '이천칠백'). White space or a
line break may stand wherever a section or a unit ends. Nothing is repaired: '449억 8000' is 44900008000.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.numbers.atoms import (
    ARABIC,
    FRACTION,
    GAP,
    MINUS,
    NATIVE,
    NATIVE_WORD,
    NUMBER_AHEAD,
    compiled,
    number_ahead,
)
from extractor.numbers.reader import Number, plain, read_number

__all__ = [
    "ARABIC",
    "GAP",
    "NUMBER_AHEAD",
    "Number",
    "compiled",
    "find_numbers",
    "number_ahead",
    "parse_native",
    "parse_number",
    "plain",
    "read_number",
]

_LONGEST_FRACTION = 60


def parse_number(text: str) -> Decimal | None:
    """Return the value of a text that is one number and nothing else.

    Parameters
    ----------
    text : str
        '4억8000만', '1.2조', '이천십구', '스물다섯' …; white space around it is ignored.

    Returns
    -------
    Decimal or None
        None for anything else, and for a number without a figure ('수십억').

    Examples
    --------
    >>> parse_number("27억천500만")
    Decimal('2715000000')
    """
    text = text.strip()
    if match := compiled(MINUS).match(text):
        value = parse_number(text[match.end() :])
        return None if value is None else -value
    number = read_number(text)
    if number is not None and number.end == len(text):
        return number.value
    native = parse_native(text)
    return Decimal(native) if native is not None else _fraction(text)


def _fraction(text: str) -> Decimal | None:
    """Return the value of '사분의 삼', '일과 이분의 일' or '3/4', to 28 places where it does not end."""
    match = compiled(FRACTION).fullmatch(text) if len(text) <= _LONGEST_FRACTION else None
    if match is None:
        return None
    whole, above, below = (
        Decimal(0) if part is None else parse_number(part)
        for part in (
            match["whole"] or match["units"],
            match["above"] or match["top"],
            match["below"] or match["bottom"],
        )
    )
    if whole is None or above is None or not below:
        return None
    return plain(whole + above / below)


def parse_native(text: str) -> int | None:
    """Return 1 to 99 for a native Korean numeral ('한', '스물다섯'), None for any other text."""
    total, last, end = 0, 100, 0
    while match := compiled(NATIVE_WORD).match(text, end):
        value = NATIVE[match.group()]
        if value >= last or (last < 10):
            return None
        total, last, end = total + value, value, match.end()
    return total if total and end == len(text) else None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of a text in order, without overlaps.

    Numbers in Hangul are looked for at the beginning of words only, and only with a unit (십, 백, 천, 만 …).
    """
    end = len(text) if end is None else end
    pos = start
    while match := compiled(NUMBER_AHEAD).search(text, pos, end):
        number = read_number(text, match.start(), end)
        if number is None:
            pos = match.start() + 1
        else:
            yield number
            pos = number.end
