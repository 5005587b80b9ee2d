"""Meetings named without quotation marks or number, by a proper noun: 'K-방산포럼', '유로존 재무장관회의'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from operator import attrgetter

from extractor.draft import NOUN_TAGS, Draft
from extractor.meetings.heads import anywhere, head_of, ordinal_in, proper_heads, rows
from extractor.meetings.spans import HELD, Named
from extractor.records import Entity

_char_start = attrgetter("char_start")
_NAME_TAGS = NOUN_TAGS | {"MAJ", "MAG"}
_RUN_TAGS = NOUN_TAGS - {"SSO", "SSC", "SS", "SP", "SW"}
#: Words before a name that are no part of it.
_LEADING = re.compile(
    r"^(?:[^\w‘'“\"]+|(?:이번|이날|지난|지난해|올해|내년|지난달|이달|다음달|오는|동|첫|사상|당시|최근|현지|우리|양국|국내|같은|및|등|가운데|중|속"
    r"|\d[\d~]*(?:년|월|일|개|분기)?|상반기|하반기|오전|오후|말|초)\s+)"
)
_VAGUE = re.compile(
    r"(?:^|\s)(?:최대|최초|및|등|관련|각종|여러|모든|주요|다양한|별|개최|참석|계기|결과)(?:\s|$)|[△▲□]"
)
_HELD_BEFORE = re.compile(r"(?:개최[된한하]|개최되는|개최하는|열린|열리는|열릴|가진|갖는|주재한)\s?$")
_WORLDWIDE = re.compile(r"세계|글로벌|아시아|유로존|국제[가-힣]{2}|유라시아|인도태평양")
_LATIN = re.compile(r"K-|[A-Z0-9]*[A-Z]{2,}[A-Z0-9]*")
_SHORT_FORM = re.compile(r"\([A-Za-z·-]{2,12}\)\s\Z")
_EVERYDAY = frozenset({"FTA", "TF", "IT", "AI", "MOU", "IR", "CEO", "R&D", "LNG", "ICT", "DX", "ESG", "EPA"})
#: Talks of one kind, told of again and again, are named: '적십자회담'.
_TALKS = re.compile(r"(?<![가-힣])(?:[가-힣]{2,3}급\s)?(?P<kind>[가-힣]{2,4})회담(?![가-힣]{2})")
_ANY_TALKS = re.compile(
    r"정상|장관|차관|양자|단독|확대|실무|다자|개별|화상|연쇄|후속|사전|최종|공개|국제|영수|당정|별도|북미|남북|한미"
)
#: Where people speak must have taken place.
_SIGNED = re.compile(r"(?:협약식|서명식|체결식)에서")
_COUNCIL = re.compile(
    r"(?<![가-힣])(?:[가-힣]{4,12}|[가-힣]{2,10}\s관계)장관회의(?=[을를이가은는에의와과서,.\s]|$)"
)


def noun_run(draft: Draft, start: int, end: int) -> bool:
    """Tell whether [start, end) holds nouns only: no particle, no verb."""
    morphs = draft.morphs_in(start, end)
    return bool(morphs) and all(m.tag in _NAME_TAGS for m in morphs if m.end <= end)


def head_after(draft: Draft, start: int, limit: int) -> re.Match[str] | None:
    """The last head noun that is reached over nouns only, outside of parentheses."""
    best = None
    for match in anywhere().finditer(draft.text, start, limit):
        if not noun_run(draft, start, match.end()):
            break
        between = draft.text[start : match.start()]
        if between.count("(") == between.count(")"):
            best = match
    return best


#: What a headline says is held: '가람부, 수출 지원을 위한 민관 합동 회의 개최'.
_HEADLINE = re.compile(r"(?:,\s|…\s?|^)(?P<name>(?:[^\s,…]+\s){1,8}?[^\s,…]*?)(?=\s개최(?:…|\s*$))")
_CLAUSE = re.compile(r"[^\s]+(?:과|와|[은는이가에서])\s[^\s]+$|\d(?:일|시)\s|(?:^|\s)(?:현지|직접|잇달아)\s")


#: How large the work is that a rite is named after: '517㎿ 규모 …'.
_SIZED = re.compile(r"(?:[^\s가-힣]+\s?)?(?:규모의?|급|용량)\s")


def find_plain(draft: Draft, start: int, end: int) -> Iterable[Named]:
    """Yield the names in [start, end) that a proper noun or the cabinet's own style makes."""
    text = draft.text
    if draft.layout.zone_at(start) in ("title", "subtitle"):
        for match in _HEADLINE.finditer(text, start, end):
            row = head_of(match["name"])
            if row is not None and " " in match["name"] and not _CLAUSE.search(match["name"]):
                yield Named(*match.span("name"), match["name"], ordinal_in(match["name"]), row.where)
    council = text.find("장관회의", start, end) >= 0
    for match in _COUNCIL.finditer(text, start, end) if council else ():
        yield Named(match.start(), match.end(), match[0], 0, rows()["장관회의"].where)
    for match in proper_heads().finditer(text, start, end):
        row = rows()[match["head"]]
        begin = _run_start(draft, match.start(), match.end(), start)
        begin = _explained(draft, begin, start) if row["proper"] == "yes" else begin
        sized = _SIZED.match(text, begin, match.start())
        begin = sized.end() if sized is not None else begin
        modifier = text[begin : match.start()]
        if match["head"].endswith("식"):
            modifier = modifier.replace(" 및 ", " ")
        if not modifier.strip() or _VAGUE.search(modifier) or modifier.endswith(" 간 "):
            continue
        signed = _SIGNED.search(text, begin, match.end() + 2) is not None and modifier.count(" ") > 1
        built = match["head"] in _BUILT and _named(draft, begin, match.start())
        if not (signed or built or _proper(draft, begin, match.start())):
            continue
        near = _entities(draft, begin, match.end())
        if any(e.label == "ORG" and match.end() <= e.char_end for e in near):
            continue
        if row["proper"] == "held" and not (
            signed
            or HELD.match(text[match.end() : match.end() + 40])
            or _HELD_BEFORE.search(text[start:begin])
        ):
            continue
        yield Named(begin, match.end(), " ".join(text[begin : match.end()].split()), 0, row.where)


def _run_start(draft: Draft, head: int, end: int, floor: int) -> int:
    """Where the noun phrase begins that the head noun ends, dates and pointing words left out."""
    text = draft.text
    morphs = draft.morphs_in(max(floor, head - 40), end)
    begin = head
    ceremony = text[end - 1] == "식"
    for morph in reversed([m for m in morphs if m.start < head]):
        joint = ceremony and morph.form == "및"
        if (
            (morph.tag not in _RUN_TAGS and not joint)
            or morph.end < begin - 1
            or "\n" in text[morph.end : begin]
        ):
            break
        begin = min(begin, morph.start)
    cut = _LEADING.match(text[begin:head])
    while cut:
        begin += cut.end()
        cut = _LEADING.match(text[begin:head])
    return begin


def _explained(draft: Draft, begin: int, floor: int) -> int:
    """Take in the body before a name, its short form behind it: '미주개발은행(IDB) 연차총회'."""
    match = _SHORT_FORM.search(draft.text, max(floor, begin - 20), begin)
    if match is None:
        return begin
    bodies = [e for e in _entities(draft, max(floor, match.start() - 30), match.start()) if e.label == "ORG"]
    return bodies[-1].char_start if bodies and bodies[-1].char_end == match.start() else begin


def _proper(draft: Draft, start: int, end: int) -> bool:
    """Tell whether a place, an organisation, a foreign word or the whole world stands in [start, end)."""
    text = draft.text[start:end]
    if any(m[0] not in _EVERYDAY for m in _LATIN.finditer(text)) or _WORLDWIDE.search(text):
        return True
    return any(e.char_end <= end for e in _entities(draft, start, end))


#: Rites of what is built.
_BUILT = frozenset({"착공식", "기공식", "준공식", "개소식", "개통식"})


def _named(draft: Draft, start: int, end: int) -> bool:
    """Tell whether a proper noun stands in [start, end)."""
    return end - start > _LEAST and any(m.oov or m.tag == "NNP" for m in draft.morphs_in(start, end))


#: So long at least is the name of what is built.
_LEAST = 6


def _entities(draft: Draft, start: int, end: int) -> list[Entity]:
    """Entities that begin within [start, end)."""
    low = bisect_left(draft.entities, start, key=_char_start)
    return draft.entities[low : bisect_left(draft.entities, end, lo=low, key=_char_start)]


def repeated_talks(draft: Draft, spans: list[tuple[int, int]]) -> list[Named]:
    """Find talks of one kind ('적십자회담') that the given blocks name at least twice."""
    if draft.text.count("회담") < 2:
        return []
    found = [m for start, end in spans for m in _TALKS.finditer(draft.text, start, end)]
    found = [m for m in found if not _ANY_TALKS.search(m["kind"])]
    counts = Counter(m["kind"] for m in found)
    row = rows()["회담"]
    return [
        Named(m.start(), m.end(), " ".join(m[0].split()), 0, row.where)
        for m in found
        if counts[m["kind"]] >= 2
    ]
