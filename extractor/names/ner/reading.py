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

_HANJA = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")


def read(text: str, tokens: Sequence[Token], scores: tagset.Floats) -> list[Span]:
    """Return the spans (start, end, label) of a sentence, in order.

    Hanja in parentheses repeat the name before them, so they have its label. A place ends where
    ``lexicon/place_ends.tsv`` says.

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
    limits = [*(first for first, _, _ in spans), len(tokens)][1:]
    for (first, last, label), limit in zip(spans, limits, strict=True):
        if label == "LC":
            last = _place_end(text, tokens, first, last, limit)
        start, end = tokens[first].start, tokens[last - 1].end
        if found and text[found[-1][1] : start] == "(" and _HANJA.fullmatch(text, start, end):
            label = found[-1][2]
        found.append((start, end, label))
    return found


def _place_end(text: str, tokens: Sequence[Token], first: int, last: int, limit: int) -> int:
    """Return where a place (first token, last + 1 for the network) ends, at most at the next span."""
    near, parts = _ends("near"), _ends("part")
    while last - 1 > first and text[tokens[last - 1].start : tokens[last - 1].end] in near:
        last -= 1
    if last < limit and tokens[last].start == tokens[last - 1].end and tokens[last].tag[0] in "NX":
        return last + (text[tokens[last].start : tokens[last].end] in parts)
    return last


@cache
def _ends(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("place_ends", ("word", "kind")) if row["kind"] == kind)
