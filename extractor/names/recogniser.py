"""The packaged recogniser: loaded at its first use, asked about the sentences that need it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.vocab import Vocab
from thinc.api import Config

from extractor.draft import Draft, Hit
from extractor.names.ner.component import Recogniser
from extractor.names.ner.features import Token, tokens_of
from extractor.names.ner.namelist import PERSON
from extractor.names.ner.network import ner_network
from extractor.names.spotted import endings
from extractor.records import ROW_ZONES

MODEL = Path(__file__).parent.parent / "model"
#: What KLUE's labels are called here; its dates, times and quantities have components of their own.
NAMED = {"PS": "PER", "OG": "ORG", "LC": "LOC"}


@cache
def recogniser() -> Recogniser:
    """Return the packaged component, loaded once in this process: as `load` reads it, in half the time."""
    settings = Config().from_disk(MODEL / "config.cfg", interpolate=False)["components"]["gisaro_ner"]
    layers = {name: value for name, value in settings["model"].items() if not name.startswith("@")}
    return Recogniser(Vocab(), ner_network(**layers), words=settings["words"]).from_disk(MODEL / "gisaro_ner")


def load() -> Language:
    """Return the packaged model as a spaCy pipeline of its own."""
    return spacy.load(MODEL)


def spot(draft: Draft) -> list[Hit]:
    """Find people, organisations and places in the sentences that speak of an office and of unknown names.

    Returns
    -------
    list of Hit
        In order of the text; ``key`` is 'PER', 'ORG' or 'LOC'.
    """
    sentences = [tokens for tokens in in_need(draft) if tokens]
    if not sentences:
        return []
    found = recogniser().recognise(draft, sentences)
    return [
        Hit(start, end, NAMED[label])
        for start, end, label in found
        if label in NAMED and not (label == "OG" and ends_in_person(draft.text[start:end]))
    ]


def ends_in_person(name: str) -> bool:
    """Tell whether the last word of what looks like an organisation is known as a person's name alone."""
    return recogniser().names.kind(name.rpartition(" ")[2]) == PERSON


def in_need(draft: Draft) -> list[list[Token]]:
    """Return the tokens of the sentences that hold a title and a name that no gazetteer explains."""
    needed = []
    hits = iter(draft.hits)
    hit = next(hits, None)
    titles = endings()
    at, morphs = 0, draft.morphs
    for start, end in draft.sentences:
        while at < len(morphs) and morphs[at].start < start:
            at += 1
        first, unknown, titled = at, False, False
        while at < len(morphs) and morphs[at].start < end:
            morph = morphs[at]
            at += 1
            if not titled and morph.tag[0] in "NX" and morph.form[-2:] in titles:
                titled = True
            if unknown or not (morph.oov or morph.tag == "NNP"):
                continue
            while hit is not None and hit.end <= morph.start:
                hit = next(hits, None)
            unknown = hit is None or hit.start > morph.start
        if unknown and titled and draft.layout.zone_at(start) in ROW_ZONES:
            needed.append(tokens_of(morphs[first:at]))
    return needed
