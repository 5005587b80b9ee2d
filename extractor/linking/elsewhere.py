"""A project's country told elsewhere: by the body that it is made with, by another mention's sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from extractor.load import lexicon
from extractor.records import Entity

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


#: What follows the body that a work is for.
_CLIENT = re.compile(
    r"(?:\([^()\n]*\))?(?:[이가]\s(?:[가-힣]{2,6}\s)?(?:발주|추진|공모|입찰|건설|시행)|(?:으로|로)부터|에서\s(?:발주|수주)"
    r"|의\s(?:[가-힣]{2}\s)?자회사|[와과]\s[^.\n]{0,60}?(?:계약|협약|MOU|양해각서))"
)


def client_in(text: str, entities: Sequence[Entity], low: int, high: int) -> str:
    """Return the one foreign country of the bodies that order the work named behind [low, high), or ''."""
    at = bisect_left(entities, low, key=lambda e: e.char_start)
    found = set()
    while at < len(entities) and entities[at].char_end <= high:
        e = entities[at]
        if e.label == "ORG" and e.country not in ("", "KR") and _CLIENT.match(text, e.char_end):
            found.add(e.country)
        at += 1
    return found.pop() if len(found) == 1 else ""
