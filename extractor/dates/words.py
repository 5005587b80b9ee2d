"""The words of dates: read from the lexicon, found by one pattern, turned into parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from extractor.dates.atom import Atom
from extractor.dates.lazy import lazy
from extractor.load import Row, lexicon

#: After a word that is a noun: nothing, or the beginning of a particle or of another word of time.
_END = (
    r"(?![가-힣])|(?=[은는이가을를에의도만과와로중내말초경께쯤엔인전안첫봄]|으로|부터|까지|보다|처럼|들어|대비"
    r"|동안|동기|[상하]반기|한\s?해|여름|겨울|가을|연[말초내]|현재|막바지|기준|발표|착공|준공|개최|시행|이후|이전"
    r"|였[다던]|이[다던며]|오[전후]|아침|저녁|밤|낮|새벽|점심)"
)
#: Kinds that may follow another date word without a space ('8월말', '올해상반기').
_ATTACHED = {"part", "half_no", "season", "weekend", "year_part", "nth", "last_day", "year_of"}
_BEFORE_ATTACHED = "년월해달기주도올말초번年月"
_STEPS = ("year", "month", "day", "week", "quarter")
_SPACES = lazy(r"\s+")
_ERA = lazy(r"(\D+?)\s?(\d+|[원元])\s?[년年]")
_WEEK = lazy(r"\s?주(?:일(?!요))?(?![가-힣])|\s?주(?=에|의|까지|부터|께|중|째|[월화수목금토일]요일)")


def pattern_of(word: str) -> str:
    """Return the pattern of a word: a space in it is white space or none."""
    return r"\s?".join(re.escape(part) for part in word.split(" "))


def alternation(branches: Iterable[tuple[str, str]]) -> str:
    """Join patterns into one, grouped by the character they begin with, so that few are ever tried.

    Parameters
    ----------
    branches : iterable of (str, str)
        The first character and the pattern of what follows it, in order of preference.
    """
    by_first: dict[str, list[str]] = defaultdict(list)
    for first, rest in branches:
        by_first[first].append(rest)
    groups = "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return f"(?=[{re.escape(''.join(by_first))}])(?:{groups})"


@cache
def words_by_text() -> dict[str, Row]:
    """Return the rows of date words and holidays by their text without white space."""
    rows = [*lexicon("date_words"), *lexicon("holidays")]
    return {row["word"].replace(" ", ""): row for row in rows}


@cache
def _eras() -> dict[str, Row]:
    return {row["word"]: row for row in lexicon("eras")}


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all date words, longer ones first, and of years counted in eras."""
    branches = [
        (era[0], rf"{re.escape(era[1:])}\s?(?:\d{{1,4}}|[원元])\s?[년年]")
        for era in sorted(_eras(), key=lambda word: (-len(word), word))
    ]
    for row in sorted(words_by_text().values(), key=lambda row: (-len(row["word"]), row["word"])):
        if row.get("kind") != "span":
            word = row["word"]
            branches.append((word[0], f"{pattern_of(word[1:])}(?:{row.get('after') or _END})"))
    return re.compile(rf"(?:\b|(?<=[{_BEFORE_ATTACHED}])|(?<=\d)(?=[上下])){alternation(branches)}")


def word_atoms(text: str) -> Iterator[Atom]:
    """Yield the parts of dates that are words of the lexicon."""
    for match in _pattern().finditer(text):
        atom = _read(match)
        if atom is not None:
            yield atom


def _stands_alone(text: str, start: int, kind: str) -> bool:
    """Tell whether a word begins here, rather than the tail of a longer one ('어린이날')."""
    if not start or not text[start - 1].isalnum():
        return True
    return kind in _ATTACHED and (
        text[start - 1] in _BEFORE_ATTACHED or (kind == "half_no" and text[start - 1].isdigit())
    )


def _read(match: re.Match[str]) -> Atom | None:
    text, (start, end) = match.string, match.span()
    row = words_by_text().get(_SPACES.sub("", match[0]))
    if row is None:
        return _era_year(match)
    kind, value = row.get("kind", "holiday"), row.get("value", "")
    if not _stands_alone(text, start, kind):
        return None
    if kind == "holiday":
        return Atom(start, end, "holiday", row["rule"], why=row.where)
    if kind in _STEPS:
        return Atom(
            start, end, kind, "new" if value == "+" else "step", int(value.strip("+") or 0), why=row.where
        )
    if kind.endswith("_of"):
        return Atom(start, end, kind[:-3], "of", int(value), why=row.where)
    if kind in ("half_no", "season"):
        number, _, mode = value.partition(" ")
        return Atom(start, end, kind.removesuffix("_no"), mode or "is", int(number), why=row.where)
    if kind == "nth":
        week = _WEEK.match(text, end)
        mode = "week" if week else "plain"
        return Atom(start, week.end() if week else end, "nth", mode, int(value), why=row.where)
    return Atom(start, end, kind, value, why=row.where)


def _era_year(match: re.Match[str]) -> Atom | None:
    parts = _ERA.match(match[0])
    if parts is None or (match.start() and match.string[match.start() - 1].isalnum()):
        return None
    row = _eras()[parts[1]]
    year = int(row["first"]) + (1 if parts[2] in "원元" else int(parts[2]))
    if not 1 <= year <= 9998:
        return None
    return Atom(match.start(), match.end(), "year", "is", year, why=row.where)
