"""Copies of mentions with some values changed."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from extractor.records.mentions import Mention

M = TypeVar("M", bound=Mention)

_put = object.__setattr__


def changed(mention: M, **values: Any) -> M:
    """Return what ``dataclasses.replace`` would, in a third of its time.

    Parameters
    ----------
    mention : Mention
    **values
        New values by the name of their field.
    """
    kind: Any = type(mention)
    names, read = _reader(kind)
    copy: M = object.__new__(kind)
    for name, value in zip(names, read(mention), strict=True):
        _put(copy, name, values.get(name, value))
    return copy


@cache
def _reader(kind: type[Mention]) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    """The fields of a kind of mention, and what reads them all."""
    names = tuple(f.name for f in fields(kind))
    return names, attrgetter(*names)
