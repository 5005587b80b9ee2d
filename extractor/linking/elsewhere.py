"""A project's country told elsewhere: by the body that it is made with, by another mention's sentence."""

from __future__ import annotations

import re
from functools import cache

from extractor.load import lexicon

_BODIES = r"(?:공사|공단|정부|당국|[가-힣]{0,4}부|[가-힣]{1,4}청|은행|국영[가-힣]{2,8}|전력|철도청|의회)"


@cache
def _bodies() -> re.Pattern[str]:
    words = sorted(_codes(), key=lambda w: (-len(w), w))
    lands = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![가-힣A-Za-z])(?P<land>{lands})\s?(?:[가-힣]{{0,6}})?{_BODIES}(?![가-힣])")


@cache
def _codes() -> dict[str, str]:
    rows = lexicon("countries")
    names = {word: row["code"] for row in rows for word in (row["word"], *row["forms"].split(";"))}
    return {word: code for word, code in names.items() if len(word) > 1}


def partner_in(text: str, low: int, high: int) -> str:
    """Return the one foreign country whose public body an item names ('한밭송전 - 우간다송전공사'), or ''."""
    found = {_codes()[m["land"]] for m in _bodies().finditer(text, low, high)} - {"KR"}
    return found.pop() if len(found) == 1 else ""
