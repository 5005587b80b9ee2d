"""What the recogniser sees of a token: its word and tag, its syllables, and whether a list knows it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.draft import Hit, Morph
from extractor.names.gazetteer import names
from extractor.names.ner.namelist import NameList, digest

Ids = NDArray[np.uint64]

#: The features in order, each an own embedding table of the network. Those up to ``shape`` depend on the
#: word alone, the others on what stands around it.
WORD_FEATURES = ("word", "tag", "first", "last", "last_two", "first_two", "shape")
PLACE_FEATURES = ("spacing", "listed", "gazetteer")
FEATURES = WORD_FEATURES + PLACE_FEATURES

#: The longest listed name in tokens.
LONGEST = 5
#: Tags (by their first letter) that a listed name can begin with.
NOMINAL = frozenset("NXSMVI")
#: Tags that, as particles and endings, stand inside no listed name of more than two tokens.
BREAKS = frozenset(("SF", "SP", "SSO", "SSC"))
#: One letter for each kind of gazetteer.
KINDS = {
    "ministries": "M",
    "international": "I",
    "institutions": "I",
    "associations": "I",
    "companies": "F",
    "countries": "C",
    "korean_places": "K",
    "city_aliases": "L",
    "cities": "L",
}


class Token(NamedTuple):
    """Morphemes that share characters, as one stretch of the text.

    ``form`` is that of the first morpheme, ``tag`` joins all tags ('XSV+EP').
    """

    start: int
    end: int
    form: str
    tag: str
    oov: bool


def tokens_of(morphs: Iterable[Morph]) -> list[Token]:
    """Merge the morphemes that share characters; empty ones are left out."""
    found: list[Token] = []
    for form, tag, start, end, oov in morphs:
        if start >= end:
            continue
        if found and start < found[-1].end:
            last = found[-1]
            found[-1] = Token(last.start, max(last.end, end), last.form, f"{last.tag}+{tag}", last.oov or oov)
        else:
            found.append(Token(start, end, form, tag, oov))
    return found


def word_key(form: str, tag: str) -> int:
    """Return the hash that a word's vector and embedding are looked up by."""
    return digest(f"{form}/{tag}")


_DIGIT = re.compile(r"\d")
_LATIN = re.compile(r"[A-Za-z]")
_HANGUL = re.compile(r"[가-힣]")


def shape(word: str) -> str:
    """Return a coarse form of the word: 'h3' for three syllables, 'd4' for four digits …"""
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    if all("가" <= c <= "힣" for c in word):
        return f"h{min(len(word), 7)}"
    if word.isascii() and word.isalpha():
        case = "U" if word.isupper() else "T" if word[0].isupper() else "l"
        return f"{case}{min(len(word), 4)}"
    if len(word) == 1:
        return word
    if _HANGUL.search(word):
        parts = "s" * (" " in word) + "d" * bool(_DIGIT.search(word)) + "a" * bool(_LATIN.search(word))
        return f"H{parts}"
    return _DIGIT.sub("d", _LATIN.sub("x", word))[:4]


def word_hashes(word: str, token: Token) -> list[int]:
    """Return the hashes of the features that depend on the word alone."""
    return [
        word_key(token.form, token.tag.partition("+")[0]),
        digest(f"t{token.tag}"),
        digest(f"p{word[:1]}"),
        digest(f"s{word[-1:]}"),
        digest(f"S{word[-2:]}"),
        digest(f"P{word[:2]}"),
        digest(f"h{shape(word)}"),
    ]


def place_hash(value: str) -> int:
    """Return the hash of a feature that depends on the surroundings."""
    return digest(value)


#: The values of the feature ``spacing``, by the number that `spacing` returns.
SPACINGS = tuple(f"x{code:04b}" for code in range(16))


def spacing(text: str, token: Token, first: bool, last: bool, known: bool) -> int:
    """Tell whether blanks stand around the token, whether it is new to Kiwi, and whether it has a vector."""
    left = first or text[token.start - 1].isspace()
    right = last or text[token.end : token.end + 1].isspace()
    return left << 3 | right << 2 | token.oov << 1 | known


def listed(text: str, tokens: Sequence[Token], list_: NameList) -> list[str]:
    """Mark the tokens of listed names, the longest first from the left."""
    marks = ["g"] * len(tokens)
    at, count = 0, len(tokens)
    while at < count:
        if tokens[at].tag[0] not in NOMINAL:
            at += 1
            continue
        stop = at + 1
        limit = min(count, at + LONGEST)
        while stop < limit and tokens[stop].tag[0] not in "JE" and tokens[stop].tag not in BREAKS:
            stop += 1
        stop = max(stop, min(at + 2, count))
        start = tokens[at].start
        for end in range(stop, at, -1):
            name = text[start : tokens[end - 1].end].replace(" ", "")
            kind = list_.kind(name)
            if kind:
                size = min(len(name), 5)
                for number in range(at, end):
                    marks[number] = f"g{_place(number - at, end - at)}{size}{kind}"
                at = end
                break
        else:
            at += 1
    return marks


def _place(number: int, count: int) -> str:
    if count == 1:
        return "S"
    return "B" if number == 0 else "L" if number == count - 1 else "I"


def gazetteer_marks(text: str, tokens: Sequence[Token], hits: Sequence[Hit]) -> list[str]:
    """Mark the tokens of gazetteer hits with the kind of gazetteer."""
    marks = ["k"] * len(tokens)
    if not hits or not tokens:
        return marks
    starts = [token.start for token in tokens]
    table = names()
    for hit in hits:
        if hit.start < starts[0] or hit.start > starts[-1]:
            continue
        readings = table.get(hit.key) or table.get(text[hit.start : hit.end])
        if not readings:
            continue
        letter = KINDS.get(readings[0].kind, "I")
        first = bisect_left(starts, hit.start)
        at = first
        while at < len(tokens) and tokens[at].start < hit.end:
            marks[at] = f"k{'B' if at == first else 'I'}{letter}"
            at += 1
    return marks
