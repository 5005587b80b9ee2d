"""The organisation of those whose phrase names none: the sentence's own, else the article's."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.draft import Draft
from extractor.names.gazetteer import names
from extractor.officials.frames import Reader
from extractor.officials.mention import Mention
from extractor.records import Entity

_SUBJECT = re.compile(r"(?:\([^()]{0,40}\))?(?:은|는|이|가|에 따르면|에서|의)(?![가-힣])")


def give_organisations(reader: Reader, mentions: list[Mention]) -> None:
    """Fill in the organisation of named Koreans in an office whose phrase does not say whose office it is."""
    home = home_office(reader.draft)
    told = {m.name for m in mentions if m.org_name}
    for mention in mentions:
        if not mention.name or mention.short or mention.org_name:
            continue
        if mention.name in told and mention.rule != "appointed":
            continue
        kind = mention.post.kind if mention.post is not None else "official"
        policy = kind == "state" and mention.post is not None and bool(mention.post.stem)  # '보건정책실장'
        office = (kind in ("minister", "official") or policy) and not mention.foreign
        if mention.foreign and kind in ("official", "minister"):
            _share(mention, _beside(reader, mention, mentions))
            continue
        if kind == "local" and not mention.foreign:
            _take(mention, _seat(reader, mention))
            continue
        if mention.rule in ("contact", "notice") or (mention.rule == "appointed" and office):
            _take(mention, home)
        elif office and mention.post is not None and _HEADS_OF_OTHERS.search(mention.post.head):
            continue  # of a committee or an institute, not of the ministry near by
        elif office:
            _take(
                mention,
                _nearest(reader, mention, ("ministries",)) or _host(reader, mention, mentions) or home,
            )
        elif kind in ("company", "academic"):
            _take(mention, _nearest(reader, mention, ()))


_JOINED = re.compile(r"(?:과|와|,|·|\s및)\s?")


def _beside(reader: Reader, mention: Mention, mentions: list[Mention]) -> Mention | None:
    """Return the foreigner with a house who is named right before: '가람부 NAME 장관과 NAME 국장'."""
    at = bisect_left(mentions, mention.start, key=lambda m: m.start)
    before = mentions[at - 1] if at else None
    if before is None or before.post is None or not (before.foreign and before.org_name):
        return None
    if mention.post is not None and before.post.head.endswith("장관") and mention.post.head.endswith("장관"):
        return None  # a house has one minister
    return before if _JOINED.fullmatch(reader.text, before.post.end, mention.start) else None


def _share(mention: Mention, other: Mention | None) -> None:
    if other is not None and mention.country in ("", other.country):
        mention.org, mention.org_name, mention.org_text = other.org, other.org_name, ""
        mention.country = other.country


_HEADS_OF_OTHERS = re.compile(r"(?:위원장|원장|소장|관장|센터장|조합장|재판장|판사|검사|특검)\Z")
#: What those at the head of a place govern.
_GOVERNED = (("지사", "도"), ("시장", "시"), ("군수", "군"), ("구청장", "구"))
_ACTS = re.compile(r"(?:\([^()]{0,20}\))?(?:은|는|이|가|와|과|에 따르면|에서는)(?![가-힣])")


def _seat(reader: Reader, mention: Mention) -> Entity | None:
    """Return the one place of the article that a governor can govern, those that act first."""
    head = mention.post.head if mention.post is not None else ""
    ending = next((place for title, place in _GOVERNED if head.endswith(title)), "")
    places = [
        e
        for e in reader.draft.entities
        if ending and e.label == "LOC" and e.country == "KR" and e.canonical.endswith(ending)
    ]
    acting = [e for e in places if _ACTS.match(reader.text, e.char_end)]
    found = acting or (places if ending == "도" else [])
    return found[0] if len({e.canonical for e in found}) == 1 else None


def home_office(draft: Draft) -> Entity | None:
    """Return the ministry that the article is about: the first whose head is named, else the first."""
    offices = [e for e in draft.entities if e.label == "ORG" and e.country == "KR" and _is_office(e)]
    for entity in offices:
        if re.match(
            r"\((?:장관|청장|처장|위원장|원장)\s?[:：]?\s?[가-힣]",
            draft.text[entity.char_end : entity.char_end + 12],
        ):
            return entity
    return offices[0] if offices else None


def _is_office(entity: Entity) -> bool:
    readings = names().get(entity.text)
    return bool(readings) and readings is not None and readings[0].kind == "ministries"


def _nearest(reader: Reader, mention: Mention, kinds: tuple[str, ...]) -> Entity | None:
    """Return the last organisation before the mention in its sentence, or in the one before for companies."""
    draft = reader.draft
    start, _ = draft.sentence_at(mention.start)
    best = None
    for entity in draft.entities:
        if entity.char_start >= mention.start:
            break
        if entity.char_start < start or entity.label != "ORG":
            continue
        if not kinds and "\n" in draft.text[entity.char_end : mention.start]:
            continue
        if kinds and not (_is_office(entity) and entity.country == "KR"):
            continue
        if not kinds and _is_office(entity):
            continue
        best = entity
    return best


def _host(reader: Reader, mention: Mention, mentions: list[Mention]) -> Entity | None:
    """Return the organisation of the official named before in the same sentence."""
    start, _ = reader.draft.sentence_at(mention.start)
    at = bisect_left(mentions, mention.start, key=lambda m: m.start)
    while at and mentions[at - 1].start >= start:
        at -= 1
        if mentions[at].org is not None and not mentions[at].foreign:
            return mentions[at].org
    return None


def _take(mention: Mention, entity: Entity | None) -> None:
    if entity is None:
        return
    mention.org = entity
    mention.org_name, mention.org_text = entity.canonical, ""
    mention.country = mention.country or entity.country
