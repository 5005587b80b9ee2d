"""A mention of a meeting, and the words that say that it is held."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Behind a name: it is opened, held, attended, planned.
HELD = re.compile(
    r"^[을를이가에은는]?\s?(?:[가-힣·\d\s(),.~]{0,20}?)(?:열|개최|참석|참여|거행|주재|가졌|갖|출범|신설|마련|개막|시작|진행|발족|두고|두기|설치)"
)


class Named(NamedTuple):
    """A mention: ``name`` without quotation marks; ``number`` its ordinal, 0 for none."""

    start: int
    end: int
    name: str
    number: int
    why: str
