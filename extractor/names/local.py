"""Organisations that the article itself introduces: 'X(LATIN)', 'X㈜', '발전사 X', '…(이하 X)'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extractor.draft import Draft
from extractor.load import lexicon
from extractor.names.anchors import near
from extractor.names.boundaries import PARTICLE
from extractor.names.foreign import SURE
from extractor.names.gazetteer import names, short_countries
from extractor.records import Entity

_WORD = r"[가-힣A-Za-z&]{2,14}"
#: 'X(ORPIC)', 'X(ZE PAK)', 'X(GazNord)', 'X(… Co.)': capitals, camel case or a corporate word.
_LATIN = (
    r"(?:[A-Z][A-Z&·-]{1,9}(?: [A-Z]{2,6})?|[A-Z][a-z]+[A-Z][A-Za-z]+"
    r"|[A-Z][\w&. -]{1,40}(?:Co|Ltd|Inc|Corp|GmbH|AG|SA|S\.A"
    r"|Group|Holdings?|Energy|Power|Company|Technologies|Systems|Industries|technik)\.?)"
)
_INTRODUCED = re.compile(rf"(?<![가-힣A-Za-z])({_WORD})\(({_LATIN})\)")
#: A family name with its article, written together in Latin letters alone: '알 사하리(AlSahari)'.
_FAMILY = re.compile(r"(?:A[ldnrstz]|El)[A-Z][a-z]+")
_ARTICLE = re.compile(r"(?<![가-힣])[알엘] \Z")
#: A kind of legal person whose name stands behind it and belongs to it: '법무법인 가람'.
_FIRM = re.compile(
    r"(?<![가-힣])(?:법무|세무|회계|특허|노무|관세)법인(?:\(유(?:한)?\))? "
    r"(?!관계|소속|대표|변호|설립|직원|임원|(?:측|등|및|의)(?![가-힣]))"
    rf"[가-힣A-Z&]{{1,6}}?(?=(?:{PARTICLE})?(?:[ ,·()]|$))"
)
#: 'PDVSA(베네수엘라 국영석유공사)'
_EXPLAINED = re.compile(
    r"(?<![A-Za-z])([A-Z][A-Z&]{1,9})"
    r"\([가-힣 ]{2,30}(?:공사|은행|기구|협회|회사|공단|연구원|위원회|청|기업|그룹)\)"
)
#: A body that two countries share: '한-아프리카재단', '루-한 의원친선협회(장)'.
_SHARED_BODIES = "친선협회|의원연맹|교류협회|우호협회|경제인협회|기업협회|문화원|재단|센터"
_SHARED = re.compile(
    r"(?<![가-힣A-Za-z])[가-힣]{1,6}[-–·][가-힣]{1,7}?\s?(?:의원\s?)?"
    rf"(?:{_SHARED_BODIES})(?=이?사?장?(?:{PARTICLE})?(?:[^가-힣A-Za-z]|$))"
)
_MARKED = re.compile(rf"(?:㈜|\(주\)|주식회사 ?)({_WORD})|(?<![가-힣A-Za-z])({_WORD})(?:㈜|\(주\))")
#: A noun for a kind of company, with the name behind it: '민간발전사 제팍', '화장품업체 고운결'.
#: Behind '이 회사' stands who works there.
_CLASS = re.compile(
    r"(?<![이그동두양] )(?<!해당 )"
    r"(?:발전사|건설사|정유사|화학사|제조사|운영사|개발사|조선사|해운사|(?<!공)항공사|통신사|제약사|철강사"
    r"|완성차업체|업체|기업|회사|자회사|합작사|계열사|공기업|스타트업"
    r"|합작법인|투자사|운용사|광산업체|컨소시엄인|수요기업인) "
    rf"([가-힣A-Za-z]{{2,12}}?)(?=(?:{PARTICLE})?(?:[ ,·()]|$))"
)
#: '나래텍 천안사업장을': an unknown word before a site of a company; it must stand elsewhere, too.
_SITES = "사업장|공장|본사|생산라인|생산시설|연구소|캠퍼스|주가|지분|컨소시엄"
_SITE = re.compile(
    r"(?<![가-힣A-Za-z])([가-힣]{3,8}) (?:[가-힣]{2,4} ?)?"
    rf"(?:{_SITES})"
)
_LETTER = re.compile("[가-힣A-Za-z]")
_ENDS = re.compile(rf"(?:{PARTICLE}){{0,2}}(?:[^가-힣A-Za-z]|$)")
_PARTICLES = frozenset("은는이가의과와도")
_ALIAS = re.compile(rf"({_WORD})(?:㈜)?\([^()]{{0,30}}이하 ['‘\"]?({_WORD})['’\"]?\)")

#: What stands in every match of these patterns: see `anchors.near`.
_LATIN_BEHIND = re.compile(r"\((?=[A-Z])")
_KOREAN_BEHIND = re.compile(r"\((?<=[A-Z&]\()(?=[가-힣 ])")
_LEGAL = re.compile(r"(?:법무|세무|회계|특허|노무|관세)법인")
_MARK = re.compile(r"㈜|\(주\)|주식회사")
_PLACE = re.compile(_SITES)
_SHORT = re.compile(r"\([^()]{0,30}이하 ")
_SHARED_END = re.compile(_SHARED_BODIES)


def find_shared(draft: Draft) -> list[Entity]:
    """Find bodies that two countries share: '한-아프리카재단', '루-한 의원친선협회'."""
    return [
        Entity(
            text=match.group(),
            char_start=match.start(),
            char_end=match.end(),
            label="ORG",
            canonical=match.group(),
            country="",
            why={"label": "names.shared", "canonical": "names.shared"},
        )
        for match in near(_SHARED, _SHARED_END, 18, draft.text)
        if any(map(_is_country, re.split("[-–· ]", match.group())[:2]))
    ]


@cache
def _stops() -> frozenset[str]:
    """Return the words that follow 업체, 기업, 회사 without being their name."""
    return frozenset(row["word"] for row in lexicon("org_stops", ("word", "kind")) if row["kind"] == "after")


def _is_country(word: str) -> bool:
    return word in short_countries() or (word in names() and names()[word][0].kind == "countries")


@cache
def _company() -> re.Pattern[str]:
    words = "|".join(
        sorted((r["word"] for r in lexicon("org_suffixes") if r["kind"] not in SURE), key=len, reverse=True)
    )
    return re.compile(
        rf"(?<![가-힣A-Za-z])((?:[A-Z]{{1,4}})?[가-힣]{{2,10}}?(?:{words}))(?=(?:{PARTICLE})?(?:[^가-힣A-Za-z]|$))"
    )


def introduced(draft: Draft) -> dict[str, str]:
    """Return the names that the article introduces, each with the proper name that it stands for."""
    text = draft.text
    table: dict[str, str] = {}
    for match in near(_ALIAS, _SHORT, 15, text):
        if match[1] != match[2] and match[2] not in names():
            table.setdefault(match[2], match[1])
            table.setdefault(match[1], match[1])
    for match in near(_INTRODUCED, _LATIN_BEHIND, 14, text):
        if _of_person(text, match):
            continue
        known = _common if not match[2].isupper() else _partly_common
        if match[1] not in names() and not known(draft, match.start(1), match.end(1)):
            table.setdefault(match[1], match[1])
    for match in near(_EXPLAINED, _KOREAN_BEHIND, 10, text):
        table.setdefault(match[1], match[1])
    for match in near(_FIRM, _LEGAL, 6, text):
        table.setdefault(match.group(), match.group())
    for match in near(_MARKED, _MARK, 14, text):
        word = match[1] or match[2]
        table.setdefault(word, word)
    bodies = {hit.end for hit in draft.hits}
    for match in _CLASS.finditer(text):
        word = match[1]
        if match.start(1) - 1 in bodies:
            continue  # the 항공사 of '인천국제공항공사', which its head's name follows
        particle = draft.text[match.end(1) : match.end(1) + 1] in _PARTICLES
        if word not in _stops() and _unusual(draft, match.start(1), match.end(1), particle):
            table.setdefault(word, word)
    for match in near(_SITE, _PLACE, 14, text):
        word = match[1]
        if text.count(word) > 1 and _unusual(draft, match.start(1), match.end(1), False):
            table.setdefault(word, word)
    for match in _company().finditer(text):
        if not _common(draft, match.start(1), match.end(1)):
            table.setdefault(match[1], match[1])
    return {form: name for form, name in table.items() if form not in names()}


def _of_person(text: str, match: re.Match[str]) -> bool:
    """Tell whether the Latin form is a family name with its article."""
    start = match.start(1)
    return (
        _FAMILY.fullmatch(match[2]) is not None
        and _ARTICLE.search(text, max(0, start - 3), start) is not None
    )


def find_local(draft: Draft) -> list[Entity]:
    """Find all mentions of the organisations that the article introduces."""
    table = introduced(draft)
    return [
        Entity(
            text=word,
            char_start=start,
            char_end=start + len(word),
            label="ORG",
            canonical=table[word],
            why={"label": "names.local", "canonical": "names.local"},
        )
        for start, word in _mentions(draft.text, table)
    ]


def _mentions(text: str, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield where words stand, alone or with particles: the longest of a place, none within another.

    Every article has words of its own, and a pattern of them would take longer to compile than to find.
    """
    last = 0
    found = ((start, word) for word in words for start in _places(text, word))
    for start, word in sorted(found, key=lambda place: (place[0], -len(place[1]))):
        if start >= last:
            last = start + len(word)
            yield start, word


def _places(text: str, word: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        if not (start and _LETTER.match(text, start - 1)) and _ENDS.match(text, start + len(word)):
            yield start
        start = text.find(word, start + 1)


def _unusual(draft: Draft, start: int, end: int, particle: bool) -> bool:
    """Tell whether a word is a name: unknown, proper, or before a particle and begun like a verb."""
    morphs = draft.morphs_in(start, end)
    if any(h.start < end and start < h.end for h in draft.hits):
        return False
    if any(m.oov or m.tag == "NNP" for m in morphs):
        return True
    return particle and bool(morphs) and morphs[0].tag.startswith("V") and morphs[-1].tag == "NNG"


def _common(draft: Draft, start: int, end: int) -> bool:
    """Tell whether all morphemes of the stretch are ordinary words that the tokenizer knows."""
    morphs = draft.morphs_in(start, end)
    return bool(morphs) and all(m.tag not in ("NNP", "SL") and not m.oov for m in morphs)


def _partly_common(draft: Draft, start: int, end: int) -> bool:
    """Tell whether any morpheme of the stretch is an ordinary word: '경전철(LRT)' names no one."""
    return any(m.tag != "SL" and not m.oov for m in draft.morphs_in(start, end))
