"""How well a name tells its undertaking from others."""

from __future__ import annotations

import re

from extractor.projects.described import JOINS
from extractor.projects.nouns import is_plant_of
from extractor.projects.phrases import PACKAGE, Candidate
from extractor.projects.scene import Scene, is_country, touching
from extractor.projects.torn import is_torn
from extractor.projects.vocabulary import heads_only, stops
from extractor.records import Entity


def specificity(scene: Scene, candidate: Candidate) -> float:
    """How well the name tells its undertaking from others: names 2, letters, numbers and two words 1."""
    low, high = candidate.name
    if candidate.named_after is not None:
        place = scene.places.get(candidate.named_after[0])
        return _place_worth(place) if place is not None else 1.0
    if _JOINING.search(scene.text, low, high):
        return 2.0
    words = 0
    head = candidate.head["word"] if candidate.head else ""
    best = (
        1.0
        if (candidate.head and candidate.head["strength"] == "model") or PACKAGE.search(scene.text, low, high)
        else 0.5
        if is_plant_of(head)
        else 0.0
    )
    head_low = high
    if head:
        at = scene.text.rfind(head, low, high)
        head_low = at if at >= 0 else high
    generic = stops("generic")
    large = scene.text.find("급", low, head_low) >= 0
    sized = [m.span() for m in SIZED.finditer(scene.text, low, head_low)] if large else []
    for m in scene.morphs_in(low, high):
        if m.start >= head_low:
            if m.tag == "SN":
                best = max(best, 1.0)
            continue
        if sized and any(a <= m.start < b for a, b in sized):
            continue
        place = scene.places.get(m.start)
        if place is not None:
            best = max(best, _place_worth(place))
        elif touching(scene.bodies, m.start, m.end):
            best = max(best, 1.0)
        elif (m.oov and m.form not in heads_only()) or (m.tag == "NNP" and m.form not in generic):
            best = max(best, 2.0)
        elif m.tag == "SL" and head in _LETTERED and scene.text[m.start : m.end] not in stops("latin"):
            best = max(best, 2.0 if m.end - m.start > 1 else 1.0)
        elif m.tag in ("SL", "SH") or (m.tag == "SN" and not COUNTED.match(scene.text, m.start)):
            best = max(best, 1.0)
        elif m.tag in ("NNG", "XR") and m.form not in generic:
            words += 1
            best = max(best, 1.0 if words > 1 else 0.5)
    if best < 2 and low < head_low:
        if _has_torn_name(scene, low, head_low) or _is_joint(scene, candidate, head_low):
            return 2.0
        if _ROUTE.search(scene.text, low, head_low) and len(_ends(scene, low, head_low)) > 1:
            return 2.0
        if scene.at.get(low) is None or _PROGRAMME.fullmatch(scene.text, low, high):
            best = max(best, 1.0)
    return best


def proper_words(scene: Scene, c: Candidate) -> list[str]:
    """Up to three proper names inside the name that are no country, nor a body."""
    if c.proper is not None:
        return c.proper
    low, high = c.name
    words = [e.text for e in scene.places_in(c.name) if e.char_end <= high and not is_country(e)]
    for m in scene.morphs_in(low, high):
        if m.end <= high and (m.oov or m.tag == "NNP") and m.end - m.start >= 2:
            place = scene.places.get(m.start)
            if touching(scene.bodies, m.start, m.end):
                continue
            if place is None or not is_country(place):
                words.append(scene.text[m.start : m.end])
    c.proper = [w for w in dict.fromkeys(words) if w not in heads_only()][:3]
    return c.proper


#: Such works are called by letters ('카타르 NFE 프로젝트'); a business is by what it deals in ('UAM 사업').
_LETTERED = frozenset({"프로젝트", "공사", "패키지"})
#: So many words written together are the name of a programme ('산업핵심기술개발사업').
_PROGRAMME = re.compile(r"[가-힣A-Za-z]{6,}(?:사업|개발|구축|보급|지원|양성)")
#: What a work joins tells it from others.
_JOINING = re.compile(rf"(?:을|를|까지)\s(?:\S{{2}}\s)?{JOINS}\s")
#: How many of them: no number of a part of one ('23개 지역 사업').
COUNTED = re.compile(
    r"\d[\d,.만천억]*\s?(?:여\s?)?(?:개사|개국|개|건|대|곳|여|회|편|명|번(?!함))(?![가-힣]?호)"
)
#: How large it is, which many can be.
SIZED = re.compile(r"\d[\d,.]*(?:[kMG]W|㎿|만|천)*(?:톤|t|배럴|[a-zA-Z]{1,4})급")
_WORDS = re.compile(r"[가-힣]+(?=\s)")


def _has_torn_name(scene: Scene, low: int, high: int) -> bool:
    return any(is_torn(scene, m.start(), m.end()) for m in _WORDS.finditer(scene.text, low, high))


_ROUTE = re.compile(r"[가-힣]\s?[~∼–～]\s?[가-힣]")


def _ends(scene: Scene, low: int, high: int) -> set[int]:
    """Where the places in [low, high) end."""
    return {e.char_end for at in range(low, high) if (e := scene.places.get(at))}


def _is_joint(scene: Scene, candidate: Candidate, head_low: int) -> bool:
    """Tell whether two countries run one house ('한-카자흐 기술교류센터')."""
    head = candidate.head["word"] if candidate.head else ""
    if not head.endswith(tuple(stops("actor"))):
        return False
    ends = _ends(scene, candidate.name[0], head_low)
    return any(
        end + 1 in scene.places and scene.text[end] in "-·–∼~" and end + 1 < head_low for end in sorted(ends)
    )


def _place_worth(place: Entity) -> float:
    """A town tells an undertaking from others, a country less, a part of the world hardly."""
    if place.text in ("한국", "우리나라", "대한민국"):
        return 0.0
    if not place.country:
        return 0.5
    return 1.0 if is_country(place) else 2.0
