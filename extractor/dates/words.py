"""The words of dates, read from the lexicon, and one pattern that finds them."""

from __future__ import annotations

import re
from functools import cache

from extractor.load import Row, lexicon

#: After a word that is a noun: nothing, or the beginning of a particle or of a date word ('올해는', '이달말').
_END = (
    r"(?![가-힣])|(?=[은는이가을를에의도만과와로중내말초경께쯤엔인전안첫봄]|으로|부터|까지|보다|처럼|들어|대비|동안|동기|[상하]반기|한\s?해|여름|겨울|가을"
    r"|연[말초내]|현재|막바지|기준|발표|착공|준공|개최|시행|이후|이전|였[다던]|이[다던며])"
)
#: Kinds that may follow another date word without a space ('8월말', '올해상반기').
_ATTACHED = {"part", "half_no", "season", "weekend", "year_part", "nth", "last_day", "year_of"}


def pattern_of(word: str) -> str:
    """Return the pattern of a word: a space in it is white space or none."""
    return r"\s?".join(re.escape(part) for part in word.split(" "))


@cache
def words_by_text() -> dict[str, Row]:
    """Return the rows of date words and holidays by their text without white space."""
    rows = [*lexicon("date_words"), *lexicon("holidays")]
    return {row["word"].replace(" ", ""): row for row in rows}


@cache
def eras() -> dict[str, Row]:
    """Return the rows of the ways to count years, by word."""
    return {row["word"]: row for row in lexicon("eras")}


@cache
def words_pattern() -> re.Pattern[str]:
    """Return the pattern of all date words, longer ones first; group 'era' holds a year of an era."""
    rows = sorted(words_by_text().values(), key=lambda row: (-len(row["word"]), row["word"]))
    era = "|".join(sorted(eras(), key=lambda word: (-len(word), word)))
    branches = [rf"(?P<era>(?:{era})\s?(?:\d{{1,4}}|[원元])\s?[년年])"]
    branches += [
        ("(?<![0-9])" if row.get("kind") == "month_part" else "")
        + pattern_of(row["word"])
        + (f"(?:{row['after']})" if row.get("after") else f"(?:{_END})")
        for row in rows
        if row.get("kind") != "span"
    ]
    return re.compile("|".join(f"(?:{branch})" for branch in branches))


def stands_alone(text: str, start: int, row: Row) -> bool:
    """Tell whether a word begins here, rather than the tail of a longer one ('어린이날')."""
    if not start:
        return True
    before = text[start - 1]
    if not before.isalnum():
        return True
    if row.get("kind") in _ATTACHED:
        return before in "년월해달기주도올말초年月" or (row["kind"] == "half_no" and before in "'’")
    return False
