"""From the network's scores to labelled spans of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.load import lexicon
from extractor.names.ner import tagset
from extractor.names.ner.features import Token

#: A span of the text with its label.
Span = tuple[int, int, str]

#: Labels that the network gives to parts of places.
_TAKEN_IN = ("LC", "PS", "QT")
#: How many tokens a place within a place has at most.
_FARTHEST = 4
#: The longest end that is looked up, in characters.
_LONGEST = 7
_NOMINAL = frozenset(("NN", "XR", "XP", "XS", "SL", "SH", "SN", "W_"))
_VERBAL = ("XSV", "XSA", "XSM")
#: Particles of where something is or happens.
_AT = ("에", "에서", "서")

_HANJA = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_AND_HANJA = re.compile(r"(.+)\(([\u3400-\u9fff\uf900-\ufaff]{2,})\)")


def read(text: str, tokens: Sequence[Token], scores: tagset.Floats) -> list[Span]:
    """Return the spans (start, end, label) of a sentence, in order.

    Hanja in parentheses repeat the name before them: they are a span of their own with its label. What is a
    place for sure and where a place ends, ``lexicon/place_ends.tsv`` says.

    Parameters
    ----------
    text : str
        What the tokens' offsets count in.
    tokens : sequence of Token
    scores : array of (tokens, tags)
        Log probabilities, or anything that differs from them by a constant per token.
    """
    found: list[Span] = []
    spans = tagset.spans(tagset.decode(scores))
    done = 0
    for number, (first, last, label) in enumerate(spans):
        if first < done:
            continue
        if label in ("OG", "PS") and _is_place(text[tokens[first].start : tokens[last - 1].end]):
            label = "LC"
        if label == "OG":
            label, last = _room(text, tokens, last, spans[number + 1 :])
        if label == "LC":
            last = _place_end(text, tokens, first, last, spans[number + 1 :])
        start, end = tokens[first].start, tokens[last - 1].end
        if found and text[found[-1][1] : start] == "(" and _HANJA.fullmatch(text, start, end):
            label = found[-1][2]
        both = _AND_HANJA.fullmatch(text, start, end) if label == "LC" else None
        found += [(*both.span(part), label) for part in (1, 2)] if both else [(start, end, label)]
        done = last
    return found


def _ends_in(word: str, ends: frozenset[str]) -> bool:
    return word in ends or any(word[-size:] in ends for size in range(2, min(len(word), _LONGEST) + 1))


def _is_place(name: str) -> bool:
    """Tell whether a name ends in what only places do, with two characters or more before it."""
    return _ends_in(name[2:], _ends("always"))


def _place_end(
    text: str, tokens: Sequence[Token], first: int, last: int, later: Sequence[tuple[int, int, str]]
) -> int:
    """Return where a place ends (first token, last + 1 for the network), by the spans that come after it."""
    near, parts = _ends("near"), _ends("part")
    while last - 1 > first and text[tokens[last - 1].start : tokens[last - 1].end] in near:
        last -= 1
    limit = later[0][0] if later else len(tokens)
    if last < limit and tokens[last].start == tokens[last - 1].end and tokens[last].tag[0] in "NX":
        last += text[tokens[last].start : tokens[last].end] in parts
    limit = next((begin for begin, _, label in later if label not in _TAKEN_IN), len(tokens))
    return _place_within(text, tokens, last, min(limit, last + _FARTHEST))


def _room(
    text: str, tokens: Sequence[Token], last: int, later: Sequence[tuple[int, int, str]]
) -> tuple[str, int]:
    """Return the label and the last token + 1 of a body, or of the place in its house ('라온병원 응급실')."""
    limit = next((begin for begin, _, label in later if label not in _TAKEN_IN), len(tokens))
    end = _place_within(text, tokens, last, min(limit, last + _FARTHEST), rooms=True)
    return ("LC", end) if end > last else ("OG", last)


def _place_within(text: str, tokens: Sequence[Token], last: int, limit: int, *, rooms: bool = False) -> int:
    """Return where the place within a place ends that follows it across blanks ('라온시 실내체육관').

    It ends in a word of its kind (``rooms``: of those that are in houses), or it is a name alone before the
    particle of places; a particle, a mark or the sentence's end closes it.
    """
    near, named = _ends("near"), _ends("named")
    within = _ends("room") if rooms else _ends("within") | _ends("room")
    proper, names_alone, closed = False, not rooms, False
    end, word_start = last, tokens[last - 1].end
    while end < limit and tokens[end].tag[:2] in _NOMINAL and tokens[end].tag[:3] not in _VERBAL:
        token = tokens[end]
        word = text[token.start : token.end]
        blank = text[tokens[end - 1].end : token.start]
        if word in near or blank not in ("", " "):
            return last
        word_start = token.start if blank else word_start
        closed = _ends_in(text[word_start : token.end], within) or (proper and not rooms and word in named)
        proper = proper or token.tag == "NNP" or token.oov
        names_alone = names_alone and token.tag == "NNP"
        end += 1
    if end == last or (end < len(tokens) and tokens[end].tag[0] not in "JS"):
        return last
    at_place = end < len(tokens) and tokens[end].form in _AT and tokens[end].tag == "JKB"
    return end if closed or (names_alone and at_place) else last


@cache
def _ends(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("place_ends", ("word", "kind")) if row["kind"] == kind)
