"""From gazetteer hits, written patterns and the statistical recogniser to the entities of an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace

from extractor.draft import Draft, Hit
from extractor.names.canonical import canonical_of
from extractor.names.everyday import means_country
from extractor.names.foreign import find_offices
from extractor.names.gazetteer import hanja_countries, names, short_countries
from extractor.names.hits import find_pairs
from extractor.names.local import find_local, find_shared
from extractor.names.spotted import find_spotted
from extractor.records import ROW_ZONES, Entity

Finder = Callable[[Draft], list[Entity]]


def find(draft: Draft) -> list[Entity]:
    """Find the organisations and places of an article.

    Where two readings overlap, the finder that comes first in `FINDERS` wins, and within one finder the one
    that begins first, then the longer one.
    """
    taken: list[Entity] = []
    for finder in FINDERS:
        taken = join(taken, finder(draft))
    return [e for e in taken if draft.layout.zone_at(e.char_start) in ROW_ZONES]


def join(kept: list[Entity], more: Iterable[Entity]) -> list[Entity]:
    """Add the entities that overlap none of those kept; return all in order of the text.

    An organisation that holds a place whole takes it in ('동나이성 인민위원회').
    """
    result = list(kept)
    for entity in sorted(more, key=lambda e: (e.char_start, -e.char_end)):
        at = bisect_left(result, entity.char_start, key=lambda e: e.char_end - 1)
        end = at
        while end < len(result) and result[end].char_start < entity.char_end:
            end += 1
        inside = result[at:end]
        if all(
            e.label == "LOC"
            and entity.label == "ORG"
            and e.char_start >= entity.char_start
            and e.char_end < entity.char_end
            for e in inside
        ):
            result[at:end] = [entity]
    return result


def from_gazetteers(draft: Draft) -> list[Entity]:
    """Return the gazetteer hits that are names here, canonical names filled in."""
    return [
        _entity(draft, hit) for hit in draft.hits if _means_a_name(draft, hit) and not _of_person(draft, hit)
    ]


def _of_person(draft: Draft, hit: Hit) -> bool:
    """Tell whether a town's name begins a longer name of a person: '블라디미르 푸틴'."""
    if names()[hit.key][0].kind != "cities":
        return False
    at = bisect_left(draft.spotted, hit.start, key=lambda other: other.start)
    person = draft.spotted[at] if at < len(draft.spotted) else None
    return person is not None and person.key == "PER" and person.start == hit.start and person.end > hit.end


def from_pairs(draft: Draft) -> list[Entity]:
    """Return the short country names of pairs, and the hanja ones of headlines."""
    found = []
    for hit in find_pairs(draft.text):
        name = short_countries()[hit.key]
        found.append(_place(draft, hit.start, hit.end, name.canonical, name.country, name.where))
    for block in draft.layout.blocks:
        if block.zone not in ("title", "subtitle"):
            continue
        for at in range(block.start, block.end):
            hanja = hanja_countries().get(draft.text[at])
            if hanja and _stands_alone(draft.text, at):
                found.append(_place(draft, at, at + 1, hanja.canonical, hanja.country, hanja.where))
    return found


def _stands_alone(text: str, at: int) -> bool:
    """Tell whether the Chinese character is a word of its own ('美 관세', not '日本' or '논의 中')."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if "\u4e00" <= before <= "\u9fff" or "\u4e00" <= after <= "\u9fff" or before.isdigit():
        return False
    if text[at] == "中" and (not after or after in "\n…,.!?'\"" or "가" <= before <= "힣"):
        return False
    return not ("가" <= before <= "힣")


def _means_a_name(draft: Draft, hit: Hit) -> bool:
    """Tell whether a hit is a name: a weak form only where the tokenizer sees one or its neighbours tell."""
    reading = names()[hit.key][0]
    if not reading.weak:
        return True
    morphs = draft.morphs_in(hit.start, hit.end)
    if morphs and all(m.tag in ("NNP", "SL") for m in morphs) and morphs[-1].end == hit.end:
        return morphs[0].start == hit.start
    if reading.label == "ORG":
        return False
    at = bisect_left(draft.hits, hit)
    before = draft.hits[at - 1] if at else None
    after = draft.hits[at + 1] if at + 1 < len(draft.hits) else None
    if reading.kind == "countries":
        return means_country(draft, hit, (before, after))
    return (
        before is not None
        and _beside(draft, before, hit, (" ",))
        and names()[before.key][0].kind == reading.kind
    )


def _beside(draft: Draft, left: Hit, right: Hit, gaps: tuple[str, ...]) -> bool:
    """Tell whether two places stand side by side with one of the given gaps between."""
    labels = {names()[left.key][0].label, names()[right.key][0].label}
    return labels == {"LOC"} and draft.text[left.end : right.start] in gaps


#: What may stand between a country and its ministry.
_OF = re.compile(r"(?:의|측|측은|측에서|측에서는|측에선)? (?:연방 ?|연방정부 )?$")


def _owner(draft: Draft, hit: Hit) -> str:
    """Return the other country whose ministry a hit is ('인도네시아 산업부'), empty when it is Korea's."""
    before = next(
        (h for h in reversed(draft.hits[: bisect_left(draft.hits, hit)]) if h.end <= hit.start), None
    )
    if before is None or hit.start - before.end > 8 or not _OF.fullmatch(draft.text, before.end, hit.start):
        return ""
    place = names()[before.key][0]
    return place.country if place.kind == "countries" and place.country != "KR" else ""


#: Every country and town has its own chamber of commerce: '칠레 상의'.
_CHAMBERS = frozenset({"상의", "상공회의소"})


def _is_foreign(draft: Draft, place: Hit) -> bool:
    """Tell whether another country stands alone: '멕시코 전력거래소' is its own, no Korean body."""
    name = names()[place.key][0]
    paired = draft.text[place.start - 1 : place.start] in ("-", "·", "–")
    return name.kind == "countries" and name.country != "KR" and not paired


def _place_before(draft: Draft, hit: Hit) -> Hit | None:
    """Return the place that stands directly before a hit, other than Korea itself."""
    at = bisect_left(draft.hits, hit)
    before = draft.hits[at - 1] if at else None
    if before is None or draft.text[before.end : hit.start] not in ("", " "):
        return None
    name = names()[before.key][0]
    return before if name.label == "LOC" and name.canonical != "대한민국" else None


def _entity(draft: Draft, hit: Hit) -> Entity:
    name = canonical_of(draft, hit)
    place = _place_before(draft, hit) if hit.key in _CHAMBERS or name.canonical == f"한국{hit.key}" else None
    if place is not None and (hit.key in _CHAMBERS or _is_foreign(draft, place)):
        text = draft.text[place.start : hit.end]
        return Entity(
            text=text,
            char_start=place.start,
            char_end=hit.end,
            label="ORG",
            canonical=text,
            country=names()[place.key][0].country,
            why={"label": name.where, "canonical": "names.body of its place"},
        )
    if name.kind == "ministries" and (owner := _owner(draft, hit)):
        name = replace(name, canonical=hit.key, country=owner)
    return Entity(
        text=draft.text[hit.start : hit.end],
        char_start=hit.start,
        char_end=hit.end,
        label=name.label,
        canonical=name.canonical,
        country=name.country,
        why={"label": name.where, "canonical": name.where},
    )


def _place(draft: Draft, start: int, end: int, canonical: str, country: str, where: str) -> Entity:
    return Entity(
        text=draft.text[start:end],
        char_start=start,
        char_end=end,
        label="LOC",
        canonical=canonical,
        country=country,
        why={"label": where, "canonical": where},
    )


#: The sources of entities in order of trust: data kept by hand, written patterns, names that the article
#: itself introduces. The statistical recogniser comes last: it adds what none of them knows.
FINDERS: list[Finder] = [find_shared, from_gazetteers, from_pairs, find_offices, find_local, find_spotted]
