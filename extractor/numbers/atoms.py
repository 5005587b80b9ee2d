"""Named atoms of Korean numbers: the words of number_words.tsv, and the patterns composed of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from extractor.load import lexicon

#: Patterns are kept as text and compiled at their first use: importing the parsers has to stay quick.
compiled: Callable[[str], re.Pattern[str]] = cache(re.compile)

#: Atom: a space or an (indented) line break, as saved pages put them inside numbers; no tab, no empty line.
GAP = r"[^\S\n\t]{0,2}+(?:\n[^\S\n\t]{0,12}+)?+"
#: Atom: a line break within a figure, where the lines are cut at a fixed width.
_CUT = r"\n[^\S\n\t]{0,12}+"
_D = "[0-9０-９]"
_THREE = rf"(?:[,，]{_D}{{3}})"
_CUT_THREE = rf"[,，](?:{_CUT}{_D}{{3}}|{_D}{_CUT}{_D}{{2}}|{_D}{{2}}{_CUT}{_D})"
#: Atom: Arabic numerals, half or full width, with thousands commas and a decimal fraction. The end of a
#: line may cut one group of three behind its comma, and zeros go on between 억 and 만 ('4억3⏎000만').
ARABIC = (
    rf"(?:{_D}{{1,3}}(?:{_THREE}*+{_CUT_THREE}{_THREE}*+|{_THREE}++)(?!{_D})"
    rf"|(?<=[억조]){_D}{{1,3}}{_CUT}0{_D}{{0,2}}(?=[만억])"
    rf"|{_D}++)"
    rf"(?:[.．]{_D}++(?![.．]{_D}))?"
)

NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，\n \u3000\xa0")
_ROWS = {row["word"]: row for row in lexicon("number_words")}


def _values(kind: str) -> dict[str, int]:
    return {word: int(row["value"]) for word, row in _ROWS.items() if row["kind"] == kind}


DIGITS, SMALL, BIG, NATIVE = _values("digit"), _values("small"), _values("big"), _values("native")


def _one_of(*tables: dict[str, int]) -> str:
    words = [word for table in tables for word in table]
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_MORE = "|".join(word for word, row in _ROWS.items() if row["kind"] == "more")
_VAGUE = "|".join(word for word, row in _ROWS.items() if row["kind"] == "vague")
_UNIT = rf"(?:{_one_of(SMALL, BIG)})"
TOKEN = (
    rf"(?P<gap>{GAP})(?:"
    rf"(?P<arabic>{ARABIC})"
    rf"|(?P<small>{_one_of(SMALL)})"
    rf"|(?P<big>(?:{_one_of(BIG)})(?:(?<![a-z])|(?![A-Za-z])))"
    rf"|(?P<digit>{_one_of(DIGITS)})"
    rf"|(?P<point>[점쩜](?=[영공일이삼사오육칠팔구]))"
    rf"|(?P<more>(?:{_MORE})(?={GAP}{_UNIT}))"
    rf"|(?P<vague>(?:{_VAGUE})(?={_UNIT}))"
    r")"
)
UNIT_AHEAD = rf"{GAP}{_UNIT}"
_DIGIT, _TENS = f"[{''.join(DIGITS)}]", f"{''.join(SMALL)}만萬"


def number_ahead(unless: str = "(?!)") -> str:
    """Return the atom of a number's first character, but for figures that open what is not wanted.

    A single class in front keeps the search fast. Hangul begins words. Of a run of digit words no more is
    looked at than a figure can hold: Chinese ones can begin anywhere, and each would look to the end.

    Parameters
    ----------
    unless : str
        Pattern of what may not follow the first figure.
    """
    return (
        rf"[0-9０-９{''.join(DIGITS)}{_TENS}{_VAGUE.replace('|', '')}](?:"
        rf"(?<=[0-9０-９])(?<![0-9０-９].)(?<![0-9０-９][.,．，].)(?!{unless})"
        r"|(?<![0-9０-９])(?:(?<![가-힣].)|(?<=(?<![가-힣])[약총각].))"
        rf"(?:(?<=[{_TENS}])|(?<={_DIGIT})(?={_DIGIT}{{0,30}}+(?:{_UNIT}|[점쩜]{_DIGIT}))|(?<=[수몇])(?={_UNIT})))"
    )


NUMBER_AHEAD = number_ahead()
#: What most numbers are: one figure with at most one unit, and nothing behind it that could go on.
_GOES_ON = rf"[0-9０-９점쩜{''.join(DIGITS)}{_TENS}억조경億兆京여餘수몇bmt]"
SIMPLE = rf"((?>{ARABIC}))([{''.join(SMALL)}만억조경]?+)(?!{GAP}{_GOES_ON})"
MINUS_WORDS = "|".join(word for word, row in _ROWS.items() if row["kind"] == "minus")
MINUS = rf"(?:[-−]|{MINUS_WORDS})\s?(?![-−\s]|{MINUS_WORDS})(?=.)"
FRACTION = (
    r"(?:(?P<whole>[^과와]+)[과와] )?(?P<below>[^과와/]+?) ?분의 ?(?P<above>[^과와/]+)"
    r"|(?:(?P<units>[0-9]+) +)?(?P<top>[0-9]+) ?/ ?(?P<bottom>[0-9]+)"
)
NATIVE_WORD = _one_of(NATIVE)
