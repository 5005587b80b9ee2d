"""The tags that the recogniser gives to tokens (BILOU), and the way from tags to spans and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: The labels of KLUE-NER: person, location, organisation, date, time, quantity.
LABELS = ("PS", "LC", "OG", "DT", "TI", "QT")
TAGS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BILU"))
INDEX = {tag: number for number, tag in enumerate(TAGS)}
#: The tag of a token that says nothing in training.
UNKNOWN = -1
#: A log probability that no path can make good again.
NEVER = np.float32(-1e4)

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


def _follows(left: str, right: str) -> bool:
    if left[0] in "OLU":
        return right[0] in "OBU"
    return right[0] in "IL" and right[2:] == left[2:]


MAY_FOLLOW = np.array([[_follows(a, b) for b in TAGS] for a in TAGS])
MAY_BEGIN = np.array([tag[0] in "OBU" for tag in TAGS])
MAY_END = np.array([tag[0] in "OLU" for tag in TAGS])
#: A row for each tag: what it costs to come to it from each other one.
_STEP_BACK: Floats = np.ascontiguousarray(np.where(MAY_FOLLOW.T, np.float32(0), NEVER))
_BEGIN: Floats = np.where(MAY_BEGIN, np.float32(0), NEVER)
_END: Floats = np.where(MAY_END, np.float32(0), NEVER)


def decode(scores: Floats) -> list[int]:
    """Return the best tag sequence that is well formed.

    Parameters
    ----------
    scores : array of (tokens, tags)
        Log probabilities, or anything that differs from them by a constant per token.
    """
    if not len(scores):
        return []
    best = scores.argmax(1)
    if (
        MAY_BEGIN[best[0]]
        and MAY_END[best[-1]]
        and (len(best) == 1 or bool(MAY_FOLLOW[best[:-1], best[1:]].all()))
    ):
        return [int(tag) for tag in best]
    total = scores[0] + _BEGIN
    back: list[Any] = []
    paths = np.empty_like(_STEP_BACK)
    for row in scores[1:]:
        np.add(total, _STEP_BACK, out=paths)
        back.append(paths.argmax(1))
        total = paths.max(1) + row
    tags = [int((total + _END).argmax())]
    for came in reversed(back):
        tags.append(int(came[tags[-1]]))
    return tags[::-1]


def spans(tags: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return the spans of a well-formed tag sequence: first token, last token + 1, label."""
    found = []
    first = 0
    for at, number in enumerate(tags):
        tag = TAGS[number]
        if tag[0] in "BU":
            first = at
        if tag[0] in "LU":
            found.append((first, at + 1, tag[2:]))
    return found


def encode(edges: Sequence[tuple[int, int]], gold: Sequence[tuple[int, int, str]]) -> Ints:
    """Return the tag of each token.

    A span whose edge lies inside a token cannot be told in tags: it is widened by at most one character,
    else its tokens become `UNKNOWN`.

    Parameters
    ----------
    edges : sequence of (start, end)
        The tokens' offsets, ascending.
    gold : sequence of (start, end, label)
    """
    tags = np.zeros(len(edges), np.int32)
    for start, end, label in gold:
        inside = [i for i, (low, high) in enumerate(edges) if low < end and high > start]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        if edges[last][1] - edges[first][0] > end - start + 1:
            tags[inside] = np.where(tags[inside] == 0, UNKNOWN, tags[inside])
        elif first == last:
            tags[first] = INDEX[f"U-{label}"]
        else:
            tags[first + 1 : last] = INDEX[f"I-{label}"]
            tags[first], tags[last] = INDEX[f"B-{label}"], INDEX[f"L-{label}"]
    return tags
