"""Organisations known by their form: ministries of other countries, names with a sure ending."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from extractor.draft import Draft, Hit
from extractor.load import lexicon
from extractor.names.anchors import near
from extractor.names.boundaries import ORG_SUFFIX, PARTICLE
from extractor.names.gazetteer import names
from extractor.records import Entity

#: Kinds of endings that mean an organisation wherever they stand; the others (company) need more.
SURE = frozenset(
    {"public", "bank", "association", "council", "institute", "foundation", "civic", "university", "hospital"}
    | {"agency", "embassy", "office", "court"}
)
_RIGHT = (
    rf"(?=[^가-힣]|$|{PARTICLE}(?![가-힣])|{PARTICLE}{{2}}(?![가-힣])|{ORG_SUFFIX}(?:{PARTICLE})?(?![가-힣]))"
)
#: Words that end like an organisation.
NOT_ORGANISATION = re.compile(
    r".*(?:공동위원회|협력위원회|협의회|실무위원회|자문위원회|평가위원회|심의위원회|전문위원회|소위원회)"
    r"|(?:국내|해외|국제|지역|민간|공공|중소|대형|전문|관련|현지|주요|우리|글로벌|신규)[가-힣]{2,3}"
)


@cache
def _stops() -> frozenset[str]:
    """Return the words that end like an organisation and are none ('증설공사')."""
    return frozenset(row["word"] for row in lexicon("org_stops", ("word", "kind")) if row["kind"] == "whole")


#: What a body's name begins with before its last part: '공동체·영토·' of '공동체·영토·개발부', no other body.
_JOINED = r"(?:[가-힣]{1,6}(?<![부성청처원회사])[·ㆍ‧]){0,3}"
#: Whatever its name is made of, a 부 with a minister is a ministry.
_HEADED = re.compile(
    rf"(?<![가-힣A-Za-z]){_JOINED}[가-힣]{{2,14}}(?<![일내외전후])부(?= (?:제?[12] ?)?(?:장관|차관))"
)


_HEAD = re.compile(r"부 (?:제?[12] ?)?(?:장관|차관)")


@cache
def _ministry() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a ministry, and that of its last part alone."""
    stems = "|".join(sorted((row["word"] for row in lexicon("ministry_stems")), key=len, reverse=True))
    own = rf"(?>(?:{stems})+)(?:부|성)(?<!개발성)(?<!기술성)(?<!안전성)(?<!산업성(?=이)){_RIGHT}"
    outside = "(?<![가-힣A-Za-z])"
    return re.compile(f"{outside}{_JOINED}{own}"), re.compile(f"{outside}{own}")


@cache
def _titles() -> frozenset[str]:
    """Return the titles: '책임연구원' is a person's rank, not an institute."""
    return frozenset(row["word"] for row in lexicon("titles"))


@cache
def _ending() -> re.Pattern[str]:
    words = "|".join(
        sorted((row["word"] for row in lexicon("org_suffixes") if row["kind"] in SURE), key=len, reverse=True)
    )
    return re.compile(rf"(?<![가-힣A-Za-z])(?:[A-Z]{{2,6}})?[가-힣]{{2,16}}?(?:{words}){_RIGHT}")


def find_offices(draft: Draft) -> list[Entity]:
    """Find ministries of other countries and organisations with a sure ending."""
    found = []
    text = draft.text
    for match in near(*_ministry(), 21, text):
        name = match.group()
        if name in names():
            continue
        found.append(
            _office(
                draft,
                match.start(),
                match.end(),
                name,
                "ministry_stems.tsv",
                country_at(draft, match.start()),
            )
        )
    for match in near(_HEADED, _HEAD, 35, text):
        if match.group() not in names() and not any(e.char_start == match.start() for e in found):
            where, country = "names.foreign", country_at(draft, match.start())
            found.append(_office(draft, match.start(), match.end(), match.group(), where, country))
    for match in _ending().finditer(text):
        if match.group() in _titles():
            continue
        start = match.start()
        if GENERIC.fullmatch(match.group()):
            start = _with_place(draft, start)
        elif text[start - 1 : start] in tuple("·ㆍ‧"):
            start = _with_first_part(text, start, match.end())
        if start == match.start() and (
            match.group() in _stops()
            or NOT_ORGANISATION.fullmatch(match.group())
            or _plain(draft, match.start(), match.end())
        ):
            continue
        country = country_at(draft, match.start()) if start < match.start() else ""
        found.append(
            _office(draft, start, match.end(), text[start : match.end()], "org_suffixes.tsv", country)
        )
    return found


#: Bodies that every country or province has: the place before them belongs to the name.
GENERIC = re.compile(
    r"(?:인민위원회|상공회의소|한국대사관|대사관|총영사관|영사관|대표부|중앙은행|개발은행|투자청|[가-힣]{2}공사|[가-힣]{2,4}청|수출입은행|국립대학교)"
)


#: The first part of a body's name before a dot, and what shows that both parts are one name.
_FIRST_PART = re.compile(
    r"(?<![가-힣A-Za-z·ㆍ‧])[가-힣]{3,10}(?<![부성청처원회사소행관대])(?<![공재]단)[·ㆍ‧]\Z"
)
_ONE_NAME = re.compile(r"\([A-Z][A-Za-z\-]{1,9}\)")


def _with_first_part(text: str, start: int, end: int) -> int:
    """Return where '에너지효율·절약연구소(ABC)' begins: its short form shows that it is one name."""
    first = _FIRST_PART.search(text, max(0, start - 12), start)
    if first is None or _ONE_NAME.match(text, end) is None or first.group()[:-1] in names():
        return start
    return first.start()


def _with_place(draft: Draft, start: int) -> int:
    """Return where the place directly before a generic body begins, else ``start``."""
    for hit in reversed(draft.hits[: bisect_right(draft.hits, Hit(start, 0, ""))]):
        if hit.end > start:
            continue
        if hit.end == start - 1 and draft.text[hit.end] == " " and names()[hit.key][0].label == "LOC":
            return hit.start - (
                draft.text[hit.start - 1 : hit.start] == "주" and draft.text[start:].startswith("한국")
            )
        return start
    return start


def _plain(draft: Draft, start: int, end: int) -> bool:
    """Tell whether the tokenizer reads the stretch as one common noun ('연구소', '은행', '대학병원')."""
    morphs = draft.morphs_in(start, end)
    return len(morphs) <= 1 and all(m.tag == "NNG" for m in morphs)


def _office(draft: Draft, start: int, end: int, canonical: str, where: str, country: str) -> Entity:
    return Entity(
        text=draft.text[start:end],
        char_start=start,
        char_end=end,
        label="ORG",
        canonical=canonical,
        country=country,
        why={"label": where, "canonical": where},
    )


def country_at(draft: Draft, offset: int) -> str:
    """Return the country that a foreign office at ``offset`` belongs to, as far as the text tells.

    The country named directly before it, else the last other country of the sentence before it, else the
    other country of the article, where it names one only.
    """
    own = _countries(draft)
    at = bisect_right(own, (offset, "", 0)) - 1
    start, _ = draft.sentence_at(offset)
    while at >= 0 and own[at][0] >= start:
        if own[at][1] != "KR":
            return own[at][1]
        at -= 1
    others = {code for _, code, _ in own if code not in ("KR", "EU")}
    return others.pop() if len(others) == 1 else ""


def _countries(draft: Draft) -> list[tuple[int, str, int]]:
    """Return (start, country, end) of the places that the gazetteers found, in order."""
    found = []
    for hit in draft.hits:
        name = names()[hit.key][0]
        if name.label == "LOC" and name.country and not (name.weak and name.kind != "countries"):
            found.append((hit.start, name.country, hit.end))
    return found
