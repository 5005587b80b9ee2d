"""The packaged recogniser: loaded at its first use, asked about the sentences that need it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast

import spacy

from extractor.draft import Draft, Hit, Morph
from extractor.names.ner.component import Recogniser
from extractor.names.ner.features import Token, tokens_of
from extractor.records import ROW_ZONES

MODEL = Path(__file__).parent.parent / "model"
#: What KLUE's labels are called here; its dates, times and quantities have components of their own.
NAMED = {"PS": "PER", "OG": "ORG", "LC": "LOC"}


@cache
def recogniser() -> Recogniser:
    """Return the packaged recogniser, loaded once in this process."""
    return cast(Recogniser, spacy.load(MODEL).get_pipe("gisaro_ner"))


def spot(draft: Draft) -> list[Hit]:
    """Find people, organisations and places in the sentences that hold a name that no gazetteer knows.

    Returns
    -------
    list of Hit
        In order of the text; ``key`` is 'PER', 'ORG' or 'LOC'.
    """
    sentences = [tokens for tokens in unexplained(draft) if tokens]
    if not sentences:
        return []
    found = recogniser().recognise(draft, sentences)
    return [Hit(start, end, NAMED[label]) for start, end, label in found if label in NAMED]


def unexplained(draft: Draft) -> list[list[Token]]:
    """Return the tokens of the sentences that need the recogniser."""
    needed = []
    hits = iter(draft.hits)
    hit = next(hits, None)
    at, morphs = 0, draft.morphs
    for start, end in draft.sentences:
        while at < len(morphs) and morphs[at].start < start:
            at += 1
        first, unknown = at, False
        while at < len(morphs) and morphs[at].start < end:
            morph = morphs[at]
            at += 1
            if unknown or not may_be_name(morph):
                continue
            while hit is not None and hit.end <= morph.start:
                hit = next(hits, None)
            unknown = hit is None or hit.start > morph.start
        if unknown and draft.layout.zone_at(start) in ROW_ZONES:
            needed.append(tokens_of(morphs[first:at]))
    return needed


def may_be_name(morph: Morph) -> bool:
    """Tell whether a morpheme looks like a name or a piece of one."""
    return morph.oov or morph.tag == "NNP"
