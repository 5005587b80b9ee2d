"""The places of an article: which of a name's places is meant, and the one country that it is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extractor.linking.reach import Reach
from extractor.load import lexicon
from extractor.projects.scene import is_country
from extractor.records import Entity

_AFFILIATE = re.compile(
    r"\s?(?:기업|업체|회사|[A-Z]사|국적|자본|계\s|은행|건설사|측(?:이|의|과)\s|(?:정부|당국)?의\s(?:융자|차관|지원|투자)"
    r"|정부가\s(?:지원|투자|출자))"
)

#: Where a firm is from: '독일 자동차 부품사 가온은', '일본 가온사가'.
_ORIGIN = re.compile(
    r"계?\s(?:\d+개\s)?(?:[가-힣A-Za-z·&]{1,9}(?:\([A-Z]+\))?\s){0,4}?"
    r"(?:[가-힣A-Za-z]{0,8}(?:기업|업체|부품사|제조사|개발사|펀드)(?:\([A-Z]+\))?(?:인|\s)|[가-힣A-Za-z]{2,10}(?<!공)사(?:\([社]\))?[는은가이와]\s)"
)
#: What is answered at home: '일본 수출 규제에 대응해', '미국의 관세'.
_ANSWERED = re.compile(
    r"의?\s?(?:대\S{1,3}\s)?(?:정부의?\s|상호\s?|일방적\s)?(?:수출\s?규제|경제\s?보복|관세|금리|제재|무역\s?보복)"
)

HOME = frozenset({"한국", "대한민국", "우리나라", "한", "韓"})


class Locations(list[Entity]):
    """Places in order; ``lows`` is where they begin."""

    __slots__ = ("lows",)

    def __init__(self, places: Iterable[Entity]) -> None:
        super().__init__(places)
        self.lows = [e.char_start for e in self]


def within(locations: Locations, low: int, high: int) -> list[Entity]:
    """Those that stand in [low, high)."""
    first, last = bisect_left(locations.lows, low), bisect_right(locations.lows, high)
    return [e for e in locations[first:last] if e.char_end <= high]


def is_aside(text: str, entity: Entity) -> bool:
    """Tell whether the place only says whose a company is ('일본 업체와')."""
    at = entity.char_end
    if _AFFILIATE.match(text, at, at + 6) is not None:
        return True
    return is_country(entity) and (_ORIGIN.match(text, at) or _ANSWERED.match(text, at)) is not None


def is_paired(text: str, entity: Entity) -> bool:
    """Tell one side of a pair of countries ('한-메르코수르')."""
    return text[entity.char_start - 1 : entity.char_start] in ("-", "·", "–") or text[
        entity.char_end : entity.char_end + 1
    ] in ("-", "·", "–")


#: A foreign town below this size is less likely meant than one of the article's country that bears its name.
_LARGE_TOWN = 1_000_000


@cache
def _small_towns() -> frozenset[str]:
    """Where the small towns stand in the gazetteer."""
    return frozenset(r.where for r in lexicon("cities") if int(r["population"] or 0) < _LARGE_TOWN)


def namesakes(reach: Reach, locations: list[Entity], topic: str) -> list[Entity]:
    """Small towns of countries that the article never speaks of stand in its own ('툴라' in Mexico).

    Where it speaks of several, they stand in the last one named in their paragraph.
    """
    locations = _in_its_land(reach, _states(reach.text, locations))
    if topic == "KR":
        return locations
    spoken = {e.country for e in locations if e.why.get("canonical") not in _small_towns()}
    found: list[Entity] = []
    for e in locations:
        if e.country not in spoken and e.why.get("canonical") in _small_towns():
            country = topic or _spoken_before(reach, found, e.char_start)
            found.append(replace(e, country=country) if country else e)
        else:
            found.append(e)
    return found


def _states(text: str, locations: list[Entity]) -> list[Entity]:
    """A country's name right behind another's is a state or a town of that one ('미국 조지아')."""
    inside = {
        b.text: a.country
        for a, b in pairwise(locations)
        if b.text in _STATES
        and is_country(a)
        and text[a.char_end : b.char_start] == " "
        and a.country == "US"
    }
    if not inside:
        return locations
    return [
        replace(e, country=inside[e.text]) if e.text in inside and is_country(e) else e for e in locations
    ]


#: Between a country and a town of it: '쿠웨이트 도하', '쿠웨이트에서 도하', '칠레의 산호세'.
_OF_LAND = re.compile(r"(?:에서(?:는)?|에선|의|서)?\s")


def _in_its_land(reach: Reach, locations: list[Entity]) -> list[Entity]:
    """A town that begins a work's name right behind another country is a namesake there."""
    moved = {
        b.char_start: a.country
        for a, b in pairwise(locations)
        if a.country != b.country
        and a.text not in HOME
        and is_country(a)
        and not is_country(b)
        and _OF_LAND.fullmatch(reach.text, a.char_end, b.char_start)
        and (over := reach.mention_over(b.char_start)) is not None
        and over.low in (a.char_start, b.char_start)
    }
    return [replace(e, country=moved.get(e.char_start, e.country)) for e in locations] if moved else locations


#: Names of countries that are also those of states of another.
_STATES = frozenset({"조지아"})


def _spoken_before(reach: Reach, before: list[Entity], at: int) -> str:
    """The foreign country of the last country or large town in the paragraph, or ''."""
    block = reach.draft.layout.index_at(at)
    for e in reversed(before):
        if reach.draft.layout.index_at(e.char_start) != block:
            break
        if e.country != "KR" and not is_aside(reach.text, e):
            return e.country
    return ""


#: A capital named so often is where things happen, no dateline and no hotel for talks.
_AT_HOME_IN_SEOUL = 6


def article_country(reach: Reach, locations: Locations) -> tuple[str, str]:
    """The one country that the article is about, or ''."""
    if _COMES_IN.search(reach.text, 0, _OPENING) is not None:
        return "KR", "money from abroad comes in"
    abroad: Counter[str] = Counter()
    home = capital = 0
    for e in locations:
        zone = reach.draft.layout.zone_at(e.char_start)
        if zone in ("byline", "caption", "contact", "furniture", "summary"):
            continue
        weight = 3 if zone in ("title", "subtitle", "lead") else 1
        if e.country == "KR":
            if e.canonical in ("서울특별시", "세종특별자치시"):
                capital += 1
            elif e.text not in HOME:
                home += weight
        elif e.country != "EU" and not is_aside(reach.text, e):
            abroad[e.country] += weight
    total = sum(abroad.values())
    home += capital if capital >= _AT_HOME_IN_SEOUL or capital > 2 * total else 0
    if not total and any(e.country == "KR" for e in locations):
        return "KR", "the article's country"
    if total == 1 and _home_alone(reach):
        return "KR", "home authorities, but for a mention"
    if total and total >= home:
        (code, count), *_ = sorted(abroad.items(), key=lambda kv: (-kv[1], kv[0]))
        if count * 2 > total and count > 1:
            return code, "the article's country"
        return "", ""
    if home > 1 and home > 2 * total:
        return "KR", "the article's country"
    if not total and _home_alone(reach):
        return "KR", "home authorities alone"
    return "", ""


#: What an article opens with that tells of plants which foreign firms build at home.
_COMES_IN = re.compile(
    r"외국인\s?(?:직접\s?)?투자\s?(?:유치|신고|위원회|실무위|지역)|투자\s?신고(?:식|서|를|\s)|외투\s?기업|국내\s?복귀\s?기업"
    r"|(?:한국|우리나라|국내)에\s[^.\n]{0,24}투자"
)
_OPENING = 400

#: The lexicons of those who act for the state.
_AUTHORITIES = ("ministries", "institutions")


def _home_alone(reach: Reach) -> bool:
    """Tell whether Korean ministries act, and no foreign money is spoken of."""
    ministries = [e for e in reach.draft.entities if e.why.get("canonical", "").startswith(_AUTHORITIES)]
    won = all(a.currency == "KRW" for a in reach.draft.amounts)
    return won and bool(ministries) and all(e.country == "KR" for e in ministries)
