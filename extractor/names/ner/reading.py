"""From the network's scores to labelled spans of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.names.ner import tagset
from extractor.names.ner.features import Token

#: A span of the text with its label.
Span = tuple[int, int, str]

_HANJA = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")


def read(text: str, tokens: Sequence[Token], scores: tagset.Floats) -> list[Span]:
    """Return the spans (start, end, label) of a sentence, in order.

    Hanja in parentheses repeat the name before them, so they have its label.

    Parameters
    ----------
    text : str
        What the tokens' offsets count in.
    tokens : sequence of Token
    scores : array of (tokens, tags)
        Log probabilities, or anything that differs from them by a constant per token.
    """
    found: list[Span] = []
    for first, last, label in tagset.spans(tagset.decode(scores)):
        start, end = tokens[first].start, tokens[last - 1].end
        if found and text[found[-1][1] : start] == "(" and _HANJA.fullmatch(text, start, end):
            label = found[-1][2]
        found.append((start, end, label))
    return found
