"""Matches of a costly pattern, sought only beside what each of them must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator


def near(pattern: re.Pattern[str], anchor: re.Pattern[str], reach: int, text: str) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer(text)`` yields, in less time where anchors are few.

    Parameters
    ----------
    pattern : re.Pattern
        Never matches nothing.
    anchor : re.Pattern
        Found, by itself, in every match of ``pattern``, at most ``reach`` characters behind its start.
    reach : int
    text : str
    """
    low = 0
    for mark in anchor.finditer(text):
        at = mark.start()
        for start in range(max(low, at - reach), at + 1):
            match = pattern.match(text, start)
            if match is not None:
                yield match
                low = match.end()
                break
        else:
            low = max(low, at + 1)
