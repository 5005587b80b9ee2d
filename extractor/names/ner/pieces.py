"""Cuts the tokens that hold more than one name, or a name and what only leans on it.

Kiwi takes the two countries of '한미' for one word and '라온빛의' for an unknown name; a name can only be
labelled where a token begins and ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extractor.load import Row, lexicon
from extractor.names.ner.features import Token
from extractor.names.ner.namelist import PLACE, NameList


def cut(tokens: Sequence[Token], names: NameList) -> list[Token]:
    """Return the tokens with those cut that hold more than a name.

    Parameters
    ----------
    tokens : sequence of Token
        As `features.tokens_of` makes them.
    names : NameList
        Tells which beginnings of unknown words are names.
    """
    found: list[Token] = []
    for token in tokens:
        if token.tag[:2] == "NN" and token.end - token.start == len(token.form) > 1:
            found += _pieces(token, names)
        else:
            found.append(token)
    return found


def _pieces(token: Token, names: NameList) -> list[Token]:
    form = token.form
    if tags := _syllables(form):
        return _at(token, form, tags)
    tails = _tails()
    for size in (2, 1):
        stem, row = form[:-size], tails.get(form[-size:])
        if row and len(stem) > 1 and _leans(stem, row, token.oov, names):
            return _at(token, (stem, row["word"]), ("NNP", row["tag"]))
    return [token]


def _syllables(form: str) -> list[str]:
    """Return the tag of each character of countries that are written together; none for another word."""
    kinds = _countries()
    if form in kinds["first"]:
        return ["NNP", "NNG"]
    names = form[:-1] if form[-1] in kinds["end"] else form
    if "".join(names.split("·")) not in kinds["all"]:
        return []
    return ["SP" if c == "·" else "NNP" for c in names] + ["NNG"] * (len(form) - len(names))


def _leans(stem: str, row: Row, oov: bool, names: NameList) -> bool:
    kind = names.kind(stem)
    if not kind or names.kind(stem + row["word"]):
        return False
    if kind & PLACE and row["place"] == "after":
        return True
    return oov and not (kind & PLACE and row["place"] == "whole")


def _at(token: Token, forms: Sequence[str], tags: Sequence[str]) -> list[Token]:
    made, start = [], token.start
    for form, tag in zip(forms, tags, strict=True):
        made.append(Token(start, start + len(form), form, tag, False))
        start += len(form)
    return made


@cache
def _countries() -> dict[str, frozenset[str]]:
    rows = lexicon("country_syllables", ("word", "kind"))
    return {k: frozenset(r["word"] for r in rows if r["kind"] == k) for k in ("all", "first", "end")}


@cache
def _tails() -> dict[str, Row]:
    return {row["word"]: row for row in lexicon("name_tails")}
