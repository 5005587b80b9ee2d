"""The nouns that end the name of a meeting, forum, signing or fair."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

from extractor.load import Row, beginnings, lexicon

ORDINAL = r"(?:제\s?)?\d{1,3}\s?(?:차|회)"
NUMBER = re.compile(r"(?:제\s?)?(?P<n>\d{1,3})\s?(?:차|회)(?=[\s'‘“「『\"]|$)")
#: What may follow a name in running text.
_EDGE = r"(?=[을를이가은는에의도와과서로으부까만,.…(*)\s\]」』>'’\"”`]|$)"
_TRAILING = re.compile(r"(?:\s?\([^()]*\)|\*+|\s(?:19|20)\d\d)+$")


@cache
def rows() -> dict[str, Row]:
    """Return the rows of ``meeting_heads.tsv`` by word."""
    return {row["word"]: row for row in lexicon("meeting_heads")}


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def anywhere() -> re.Pattern[str]:
    """Return the pattern of a head noun in running text."""
    words = [w for w, row in rows().items() if row["kind"] in ("head", "body")]
    words.sort(key=lambda w: (-len(w), w))
    # letters first, which is what re searches fastest; 현대화 is no 대화
    return re.compile(f"(?:{'|'.join(f'{w[0]}(?<!현.){re.escape(w[1:])}' for w in words)}){_EDGE}")


@cache
def _words() -> AhoCorasick:
    return AhoCorasick([*(w for w, row in rows().items() if row["kind"] in ("head", "body")), "의 날"])


def may_be_named(text: str) -> list[int]:
    """Where a noun stands that a meeting's name can end in, in order; elsewhere none need be looked for."""
    return [start for _, start, _ in _words().find_matches_as_indexes(text)]


@cache
def proper_heads() -> re.Pattern[str]:
    """Return the pattern of the head nouns that a proper noun before them makes a name."""
    return re.compile(f"(?P<head>{_either([w for w, row in rows().items() if row['proper']])}){_EDGE}")


@cache
def may_be_known() -> re.Pattern[str]:
    """Return the pattern of the places where a name that is `known` can begin."""
    return beginnings([w for w, row in rows().items() if row["kind"] in ("event", "club")])


@cache
def known() -> re.Pattern[str]:
    """Return the pattern of names and clubs that stand without quotation marks or number."""
    events = _either([w for w, row in rows().items() if row["kind"] == "event"])
    events = events.replace("정상회의", r"\s?정상회의")
    clubs = _either([w for w, row in rows().items() if row["kind"] == "club"])
    return re.compile(
        rf"(?<![가-힣A-Za-z])(?P<event>{events})|(?<![가-힣A-Za-z])(?P<club>{clubs})(?:\+\d)?(?:\([^()]{{1,12}}\))?\s?"
        r"(?:[가-힣]{1,6}\s?){0,2}?(?:정상회의|장관회의|차관회의|각료회의|총회|장관회담)"
    )


@cache
def _at_end() -> re.Pattern[str]:
    words = [w for w, row in rows().items() if row["kind"] in ("head", "body", "day")]
    return re.compile(f"(?:{_either(words)})$")


def head_of(name: str) -> Row | None:
    """Row of the noun that ends the name, None when it is no meeting's."""
    match = _at_end().search(_TRAILING.sub("", name))
    return rows()[match[0]] if match else None


def ordinal_in(name: str) -> int:
    """The meeting's number, 0 when the name has none."""
    match = NUMBER.search(name)
    return int(match["n"]) if match else 0
