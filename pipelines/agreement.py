"""When a cell says what gold says: values, names and sets compared apart from spelling."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

__all__ = ["agrees", "items", "likeness", "number", "squash"]


def number(value: Any) -> Decimal | str | None:
    """A number by its value, not its spelling; what is no number stays as it is."""
    if value is None or value == "":
        return None
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return str(value)


def items(cell: str) -> list[str]:
    """The members of a cell with several values, sorted."""
    return sorted(filter(None, cell.split(";")))


def _options(wanted: Any) -> list[Any]:
    return wanted if isinstance(wanted, list) else [wanted]


def agrees(wanted: Any, got: str) -> bool:
    """Whether a cell is one of the values wanted, spaces, marks and case apart; None wants it empty."""
    return any(
        not got if option is None or option == "" else squash(str(option)) == squash(got)
        for option in _options(wanted)
    )


def likeness(names: Any, got: str) -> float:
    """How far a name agrees with the nearest of those wanted, from 0 to 1."""
    return max(_dice(name, got) for name in _options(names))


def squash(text: str) -> str:
    """The letters and figures of a text, compatibility forms and case folded."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def _dice(a: str, b: str) -> float:
    """Dice coefficient of two names' character pairs."""
    a, b = squash(a), squash(b)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    pairs_a, pairs_b = (Counter(x + y for x, y in pairwise(s)) for s in (a, b))
    total = pairs_a.total() + pairs_b.total()
    return 2 * (pairs_a & pairs_b).total() / total if total else 0.0
