"""The packaged recogniser: loaded at its first use, asked about the sentences that need it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from operator import itemgetter
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.vocab import Vocab
from thinc.api import Config

from extractor.draft import Draft, Hit, Morph
from extractor.names.ner.component import Recogniser
from extractor.names.ner.features import Token, tokens_of
from extractor.names.ner.namelist import PERSON
from extractor.names.ner.network import ner_network
from extractor.names.spotted import endings
from extractor.records import ROW_ZONES

MODEL = Path(__file__).parent.parent / "model"
#: What KLUE's labels are called here; its dates, times and quantities have components of their own.
NAMED = {"PS": "PER", "OG": "ORG", "LC": "LOC"}
#: How many morphemes a title and an unknown name may stand apart, and how many around them are read: more
#: than the network's layers look at.
NEAR, AROUND = 6, 10

_start = itemgetter(2)
_hit_start = itemgetter(0)


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
        In order of the text; ``key`` is 'PER', 'ORG' or 'LOC'. Countries in one syllable are left to the
        gazetteers.
    """
    sentences = [tokens for tokens in in_need(draft) if tokens]
    if not sentences:
        return []
    found = recogniser().recognise(draft, sentences)
    return [
        Hit(start, end, NAMED[label])
        for start, end, label in found
        if label in NAMED
        and (end - start > 1 or label == "PS")
        and not (label == "OG" and ends_in_person(draft.text[start:end]))
    ]


def ends_in_person(name: str) -> bool:
    """Tell whether the last word of what looks like an organisation is known as a person's name alone."""
    return recogniser().names.kind(name.rpartition(" ")[2]) == PERSON


def in_need(draft: Draft) -> list[list[Token]]:
    """Return the tokens around each title that stands near a name which no gazetteer explains.

    Stretches of one sentence that touch are one.
    """
    needed: list[list[Token]] = []
    morphs = draft.morphs
    signs = _signs(draft)
    done = 0
    while done < len(signs):
        start, end = draft.sentence_at(morphs[signs[done][0]].start)
        first = bisect_left(morphs, start, key=_start)
        last = bisect_left(morphs, end, lo=first, key=_start)
        own = signs[done : bisect_left(signs, (last,))]
        done += len(own) or 1
        if own and draft.layout.zone_at(start) in ROW_ZONES:
            needed += [tokens_of(morphs[max(first, low) : min(last, high)]) for low, high in _stretches(own)]
    return needed


def _signs(draft: Draft) -> list[tuple[int, bool]]:
    """Return the numbers of the morphemes that end a title (True) and of unknown names near one (False)."""
    titles, morphs = endings(), draft.morphs
    found: list[tuple[int, bool]] = []
    seen = 0
    for title in [n for n, m in enumerate(morphs) if m[0][-2:] in titles and m[1][0] in "NX"]:
        found.append((title, True))
        for number in range(max(seen, title - NEAR), min(len(morphs), title + NEAR + 1)):
            if _unknown(draft, morphs[number]):
                found.append((number, False))
        seen = title + NEAR + 1
    # of one morpheme, the title comes first
    return sorted(found, key=lambda sign: (sign[0], not sign[1]))


def _unknown(draft: Draft, morph: Morph) -> bool:
    """Tell whether a morpheme is of a name that no gazetteer explains."""
    if morph.tag != "NNP" and not morph.oov:
        return False
    at = bisect_right(draft.hits, morph.start, key=_hit_start) - 1
    return at < 0 or draft.hits[at].end <= morph.start


def _stretches(signs: list[tuple[int, bool]]) -> list[tuple[int, int]]:
    """Return what stands around pairs of a title and an unknown name, as ranges of morphemes."""
    found: list[tuple[int, int]] = []
    last = {True: -NEAR - 1, False: -NEAR - 1}
    for number, title in signs:
        last[title] = number
        other = last[not title]
        if number - other > NEAR:
            continue
        low, high = other - AROUND, number + AROUND + 1
        if found and low <= found[-1][1]:
            low = found.pop()[0]
        found.append((low, high))
    return found
