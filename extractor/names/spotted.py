"""Organisations that the recogniser adds to those of gazetteers and patterns, beside an office."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from extractor.draft import Draft, Hit, Morph
from extractor.load import lexicon
from extractor.names.hits import is_country
from extractor.records import Entity

_PERSON_LIKE = re.compile(r"[가-힣]{3}")


def find_spotted(draft: Draft) -> list[Entity]:
    """Return what the recogniser takes for the body or place of somebody's office, named as written."""
    people = {draft.text[h.start : h.end].rpartition(" ")[2] for h in draft.spotted if h.key == "PER"}
    spotted = [_behind_country(draft, hit) for hit in draft.spotted]
    return [
        Entity(
            text=draft.text[hit.start : hit.end],
            char_start=hit.start,
            char_end=hit.end,
            label=cast(Literal["ORG", "LOC"], hit.key),
            canonical=draft.text[hit.start : hit.end],
            why={"label": "gisaro_ner", "canonical": "gisaro_ner"},
        )
        for hit in spotted
        if hit.key in ("ORG", "LOC") and draft.text[hit.start : hit.end] not in people and is_sure(draft, hit)
    ]


def _behind_country(draft: Draft, hit: Hit) -> Hit:
    """Cut off the holder and the country: '먀오웨이 중국 공업정보화부' is a body and a man."""
    text = draft.text[hit.start : hit.end]
    if hit.key != "ORG" or text.count(" ") < 2 or not _OFFICE_LIKE.search(text):
        return hit
    low = hit.start
    words = text.split(" ")
    for number, word in enumerate(words[:-1]):
        low += len(word) + 1
        if number and is_country(word):
            return hit._replace(start=low)
    return hit


def is_sure(draft: Draft, hit: Hit) -> bool:
    """Tell whether a spotted name can be trusted as far as it can be checked.

    An office follows it, with or without its holder ('… 한서윤 회장', '… 회장'). It holds a proper noun
    ('검찰' has none), it ends in no title, and it does not look like a person.
    """
    text = draft.text[hit.start : hit.end]
    if len(text) < 2 or _office().match(draft.text, hit.end) is None or _ends_in_title().search(text):
        return False
    morphs = draft.morphs_in(hit.start, hit.end)
    if hit.key == "LOC":
        return all(m.tag == "NNP" and not m.oov for m in morphs)
    if _head_of_state().match(draft.text, hit.end) and not _OFFICE_LIKE.search(text):
        return False  # '폼페이오 장관': the holder
    if len(morphs) == 1 and morphs[0].oov and not _beside_person(draft, hit):
        return False  # as likely the holder of the office
    return any(m.tag in ("NNP", "SL") or m.oov for m in morphs) and not _may_be_person(text, morphs)


#: How bodies end that ministers and heads of state lead.
_OFFICE_LIKE = re.compile(r"(?:[부성청처원국실]|위원회|정부|왕국|연합|연방)\Z")


@cache
def _head_of_state() -> re.Pattern[str]:
    rows = [row["word"] for row in lexicon("titles") if row["kind"] in ("minister", "state")]
    words = "|".join(sorted(map(re.escape, rows), key=len, reverse=True))
    return re.compile(rf" (?:{words})(?=[^가-힣]|$|은|는|이|가|을|를|의|에|과|와|도)")


_BETWEEN = re.compile(r"(?:\([^()]{1,20}\))? (?:(?:전|현|신임) )?")


def _beside_person(draft: Draft, hit: Hit) -> bool:
    """Tell whether a spotted person stands right before or behind the name."""
    return any(
        other.key == "PER"
        and (other.start == hit.end + 1 or _BETWEEN.fullmatch(draft.text, other.end, hit.start) is not None)
        for other in draft.spotted
    )


def _may_be_person(text: str, morphs: list[Morph]) -> bool:
    """Tell whether the name is one unknown word of three syllables that begins with a surname."""
    return len(morphs) == 1 and _PERSON_LIKE.fullmatch(text) is not None and text[0] in _surnames()


@cache
def endings() -> frozenset[str]:
    """Return the last two syllables of all titles."""
    return frozenset(row["word"][-2:] for row in lexicon("titles"))


@cache
def _titles() -> str:
    return "|".join(re.escape(w) for w in sorted((row["word"] for row in lexicon("titles")), key=len)[::-1])


@cache
def _office() -> re.Pattern[str]:
    """Return the pattern of an office, with or without its holder, behind the body that it belongs to."""
    return re.compile(
        r"(?:의)? (?:(?:전|현|신임|당시) )?(?:[가-힣]{2,4}(?:\([^()]{1,20}\))? )?(?:전 )?[가-힣]{0,8}?"
        rf"(?:{_titles()})"
        r"(?=[^가-힣]|$|은|는|이|가|을|를|의|에|과|와|도|로|인|등|직|께)"
    )


@cache
def _ends_in_title() -> re.Pattern[str]:
    return re.compile(rf"(?:^| |[가-힣])(?:{_titles()})$")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("surnames") if row["rank"] != "scarce")
