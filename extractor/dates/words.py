"""The words of dates: read from the lexicon, found by one pattern, turned into parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extractor.dates.atom import Atom
from extractor.dates.lazy import lazy
from extractor.load import Row, beginnings, lexicon

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
_WEEK = lazy(r"\s?주(?:일(?!요))?(?![가-힣])|\s?주(?=에|의|까지|부터|께|중|째|[월화수목금토일]요일)")


def pattern_of(word: str) -> str:
    """Return the pattern of a word: a space in it is white space or none."""
    return r"\s?".join(re.escape(part) for part in word.split(" "))


@cache
def words_by_text() -> dict[str, Row]:
    """Return the rows of date words and holidays by their text without white space."""
    rows = [*lexicon("date_words"), *lexicon("holidays")]
    return {row["word"].replace(" ", ""): row for row in rows}


class _Entry(NamedTuple):
    row: Row
    after: re.Pattern[str]
    is_era: bool


#: A word begins here; some may follow another date word without a space.
_EDGE = rf"(?:(?<!\w.)|(?<=[{_BEFORE_ATTACHED}].)|(?<=\d[上下]))"
_END_OF_WORD = lazy(_END)
_ERA_TAIL = lazy(r"\s?(?:(?P<figure>\d{1,4})|[원元])\s?[년年]")
_NO_SPACE = lazy(r"\s")


@cache
def _entries() -> dict[str, _Entry]:
    """Return the words by how they can be written, with a space and without."""
    afters: dict[str, re.Pattern[str]] = {"": _END_OF_WORD}
    found = {row["word"]: _Entry(row, _ERA_TAIL, True) for row in lexicon("eras")}
    for row in words_by_text().values():
        if row.get("kind") == "span":
            continue
        after = row.get("after", "")
        if after not in afters:
            afters[after] = lazy(after)
        written = [""]
        for i, part in enumerate(row["word"].split(" ")):
            written = [f"{w}{gap}{part}" for w in written for gap in (("", " ") if i else ("",))]
        found.update((word, _Entry(row, afters[after], False)) for word in written)
    return found


@cache
def _sizes() -> dict[str, list[int]]:
    """Return the lengths of the words that begin with a character, longest first."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for word in _entries():
        sizes[word[0]].add(len(word))
    return {first: sorted(found, reverse=True) for first, found in sizes.items()}


@cache
def _begins() -> re.Pattern[str]:
    return beginnings([*(e.row["word"] for e in _entries().values())], _EDGE)


def word_atoms(text: str) -> Iterator[Atom]:
    """Yield the parts of dates that are words of the lexicon."""
    entries, sizes = _entries(), _sizes()
    done = 0
    for match in _begins().finditer(text):
        start = match.start()
        if start < done:
            continue
        lengths = sizes[text[start]]
        window = text[start : start + lengths[0]]
        if not window.isprintable():
            window = _NO_SPACE.sub(" ", window)
        for length in lengths:
            entry = entries.get(window[:length])
            if entry is None or length > len(window):
                continue
            tail = entry.after.match(text, start + length)
            if tail is None:
                continue
            atom = (
                _era_year(entry.row, start, tail)
                if entry.is_era
                else _read(text, entry.row, start, start + length)
            )
            if atom is not None:
                done = atom.end
                yield atom
            break


def _stands_alone(text: str, start: int, kind: str) -> bool:
    """Tell whether a word begins here, rather than the tail of a longer one ('어린이날')."""
    if not start or not text[start - 1].isalnum():
        return True
    return kind in _ATTACHED and (
        text[start - 1] in _BEFORE_ATTACHED or (kind == "half_no" and text[start - 1].isdigit())
    )


def _read(text: str, row: Row, start: int, end: int) -> Atom | None:
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


def _era_year(row: Row, start: int, tail: re.Match[str]) -> Atom | None:
    if start and tail.string[start - 1].isalnum():
        return None
    year = int(row["first"]) + int(tail["figure"] or 1)
    return Atom(start, tail.end(), "year", "is", year, why=row.where) if 1 <= year <= 9998 else None
