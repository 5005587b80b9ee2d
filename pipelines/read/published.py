"""The day of publication that a file's name states."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath

__all__ = ["from_name"]

_DAY = re.compile(r"((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)")


def from_name(name: str) -> str:
    """Return the ISO day that a file's name begins with, else ''.

    Examples
    --------
    >>> from_name("news/2019-09-27_almaty.txt")
    '2019-09-27'
    >>> from_name("20190927000123.txt")
    '2019-09-27'
    >>> from_name("2019-09_almaty.txt")
    ''
    """
    found = _DAY.match(PurePosixPath(name).name)
    if found is None or (found[2] and found.string[found.end() : found.end() + 1].isdigit()):
        return ""
    try:
        return date(int(found[1]), int(found[3]), int(found[4])).isoformat()
    except ValueError:
        return ""
