"""Works without a name of their own: told by what they join, by where and by whom they are built."""

from __future__ import annotations

import re

from extractor.load import Row
from extractor.projects.cues import is_made
from extractor.projects.phrases import Candidate, name_start
from extractor.projects.scene import Scene, Span, is_country, touching

#: Atom: what a work does with its ends.
JOINS = r"(?:잇는|이을|이어주는|연결하는|연결할|연결한|오가는)"
#: 'A와 B를 잇는 (11.4㎞ 길이의 | 우정의) ' right before a head.
_JOINING = re.compile(
    rf"(?:을|를|까지)\s(?:바로\s|직접\s)?{JOINS}\s"
    r"((?:총\s)?(?:[\d.,]+\s?\S{1,6}\s)?(?:길이|연장|구간|규모)?의?\s?|[가-힣]{2,5}의\s)$"
)
_OTHER_END = re.compile(r"(?:과|와|에서|부터)\s(?:[가-힣]{2,8}\s)?$")
_REACH = 40


def joining(scene: Scene, begin: int, floor: int) -> int | None:
    """Where the ends that the work joins begin, if a clause tells them right before ``begin``.

    Examples
    --------
    'A와 B를 잇는 다리': the offset of A
    """
    text = scene.text
    window = text[max(floor, begin - _REACH) : begin]
    if "잇" not in window and "이" not in window and "연결" not in window and "오가" not in window:
        return None
    m = _JOINING.search(window)
    if m is None:
        return None
    at = begin - len(window) + m.start()
    low = name_start(scene, at, floor)
    if low >= at:
        return None
    other = _OTHER_END.search(text, max(floor, low - 14), low)
    if other is not None:
        first = name_start(scene, other.start(), floor)
        low = first if first < other.start() else low
    return low


#: Right before a head: the clause of its building ('함께 짓는', '조성 중인').
_BUILT = re.compile(
    r"(?:짓는|지을|지은|짓고\s있는|세우는|세울|세운|들어설|들어서는"
    r"|(?:건설|조성|설립|건립|구축|신축|신설|개설|증설)\s?(?:하는|할|한|될|되는|된|중인|하고\s있는|하려는|예정인|하기로\s한))\s$"
)
_STEP = re.compile(r"(?:을|를|이|가)\s(?:착공|준공|완공|개설|기공|오픈)(?:하|했|한|할|됐|되|된|될)")
_WORK = re.compile(r"\s(?:건립|건설|조성|신축|신설|설립|구축|증설)(?:을|를|이|가|에|하기로)\s(?!위[한해])")
#: What it is to make: '양극재를 생산하는 공장'.
_MAKING = re.compile(r"([가-힣A-Za-z0-9]{2,12})(?:을|를)\s(?:생산|제조|양산)(?:하는|할)\s$")
#: It only tells of its site: '공장이 들어설 나래산단에서'.
_ITS_SITE = re.compile(r"(?:이|가)\s(?:들어설|들어서는|들어선|지어질|건립될|조성될)\s")
#: 'A에는 공장을, B에는 부두를 짓는다': one verb for both.
_ALSO = re.compile(
    r"(?:을|를)?,\s[^.,\n]{2,30}에는?\s[^.,\n]{2,30}(?:을|를)\s(?:각각\s|새로\s)?"
    r"(?:짓|지을|지어|세우|세울|(?:건설|조성|설립|건립|구축|신축|신설)(?:하|한|할|해))"
)
#: Who only runs it does not tell which one it is.
_RUN = re.compile(r"(?:을|를)\s(?:[^\s,]{1,9}\s){0,2}?운영")
_POINTING = re.compile(r"(?<![가-힣])(?:이|그|저|두|각|해당|이번|기존|같은|다른|모든|여러|이들)\s$")
_AT = re.compile(
    r"(?:(?P<near>(?:\s[가-힣]{1,5}){0,2}\s(?:인근|일대|근처|주변|지역|외곽|연안|부근|접경))|\s?(?P<town>[가-힣]+?))?"
    r"(?P<particle>(?P<in>에서)|에는?|엔)\s"
)
#: A site that is no known place.
_ELSEWHERE = re.compile(r"[가-힣](?:에는|엔)\s")
_SORT = re.compile(r"(?:읍|면|동|리|카운티|시|군|구|주|섬|산단|단지|지구)$")
_BY = re.compile(r"(?:이|가|은|는)\s")
#: Those who promote and allow works rather than build their own.
_OFFICE = re.compile(r"(?:부|청|처|위원회|정부|국회|협회|시|군|도)$")
_STOP = re.compile(r"[.!?\n]|(?:고|며|지만|으나)[,\s]")


def sited(scene: Scene, low: int, high: int, row: Row, floor: int) -> Candidate | None:
    """The candidate of a bare head that a clause sites or gives a builder: '가온이 하노이에 짓는 공장'.

    Its label is the site, or else the builder, before the head.
    """
    text = scene.text
    if row["strength"] != "strong" or high - low < 2 or _POINTING.search(text, max(floor, low - 4), low):
        return None
    if _ITS_SITE.match(text, high):
        return None
    candidate = Candidate(low, high, (low, high), None, row, "phrase")
    told = (
        _BUILT.search(text, max(floor, low - 12), low)
        or _STEP.match(text, high)
        or _WORK.match(text, high)
        or _ALSO.match(text, high)
    )
    if not (told or is_made(text, candidate)):
        return None
    stops = [m.end() for m in _STOP.finditer(text, max(floor, low - 70), low)]
    floor = max([floor, *stops])
    product = _MAKING.search(text, max(floor, low - 24), low)
    if product is not None:
        candidate.label = f"{product[1]} {text[low:high]}"
        candidate.named_after = product.span(1)
        return candidate
    anchor = _site(scene, low, floor)
    if anchor is None and not _RUN.match(text, high):
        anchor = _builder(scene, low, floor)
    if anchor is None:
        return None
    candidate.label = f"{text[slice(*anchor)]} {text[low:high]}"
    candidate.named_after = anchor
    return candidate


def _site(scene: Scene, low: int, floor: int) -> Span | None:
    """The place with '에' before a head, the last one."""
    for at in range(low - 1, floor - 1, -1):
        place = scene.places.get(at)
        if place is None or not place.country or place.char_end >= low:
            continue
        m = _AT.match(scene.text, place.char_end, low)
        if m is not None and _ELSEWHERE.search(scene.text, m.end(), low):
            return None
        if m is not None and m["in"]:
            told = any(n.tag[0] in "VE" for n in scene.morphs_in(m.end(), low))
            if told or is_country(place):
                return None
        if m is not None and (m["near"] or m["town"] is None or _is_town(scene, *m.span("town"))):
            return name_start(scene, at, floor), m.start("particle")
    return None


def _is_town(scene: Scene, low: int, high: int) -> bool:
    """Tell whether the word behind a place is a smaller one in it."""
    i = scene.at.get(low)
    if i is None or _SORT.search(scene.text, low, high):
        return i is not None
    return scene.morphs[i].oov or scene.morphs[i].tag == "NNP"


def _builder(scene: Scene, low: int, floor: int) -> Span | None:
    """The house that is the clause's subject."""
    at = low
    while (body := touching(scene.bodies, floor, at)) is not None:
        if _BY.match(scene.text, body[1]) and body[1] < low and not _OFFICE.search(scene.text, *body):
            return body
        floor = body[1]
    return None
