"""Patterns that are compiled when first used, so that importing the parser costs little."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub")


class _Lazy:
    __slots__ = ("source", *_METHODS)

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Any:
        # Reached only while the slots are empty: from the first use on they hold the pattern's own methods.
        pattern = re.compile(self.source)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return object.__getattribute__(self, name)


def lazy(source: str) -> re.Pattern[str]:
    """Return a stand-in for ``re.compile(source)``: its methods, compiled at the first call of one."""
    return cast("re.Pattern[str]", _Lazy(source))
