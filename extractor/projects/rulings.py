"""What the words over a list tell of all its items: 'the works won', 'six ships were ordered: …'."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.projects.phrases import Candidate
from extractor.projects.predicates import date_beside
from extractor.projects.scene import Scene, Span
from extractor.projects.status import Sign
from extractor.projects.vocabulary import stops

#: What a heading counts its items as.
_ITEMS = (
    r"(?:사업|프로젝트|공사|과제|선박|배|건|실적|내역|현황|목록|명단|단지"
    r"|플랜트|설비|시설|발전소|공장|계약|곳)"
)
#: 'won works', 'works won last year': the stage word describes what the list is of.
_DESCRIBES = re.compile(
    rf"(?:\S{{0,3}}\s)?(?:\S{{1,6}}\s){{0,2}}?\S{{0,4}}{_ITEMS}(?=[^가-힣]|은|는|이|으로|로|을|를|별|입|임|$)"
)
#: The heading that only opens the list: what it is of was told in the sentence before.
_DETAILS = re.compile(
    r"(?:내역|내용|면면|구체|세부|종류별|선종별|건별|사업별|나라별|국가별|지역별)\S*(?:\s\S{1,6}){0,2}$"
    r"|(?:살펴|뜯어)?보면$|다음과\s같\S{1,3}$|아래와\s같\S{1,3}$"
)
#: What was just told of is said to be these works: '이 공사는 △… △… 등 5건이다'.
_OF_THIS = re.compile(r"(?:^|\s)(?:이|이번|해당|이들)\s(?:공사|계약|수주|패키지|일감)(?:는|은|에는|로는)$")
#: So many are told of at once: 'three works', 'six ships'.
_COUNTED = re.compile(
    r"(?:\d|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|수십|여러)\s?(?:개\s?)?(?:건|곳|척|기|종|개|사업|프로젝트|공사|계약|과제|선박)"
)
#: The sentence over the list speaks of what follows: '다음 2건을 수주하였다.'
_FOLLOWING = re.compile(r"(?:다음|아래)(?:의|과\s같은|과\s같이)?\s[^.]{2,40}(?:다|음|함)[.:]?\s*$")
_STAGES = (
    "bidding",
    "awarded",
    "contracted",
    "under_construction",
    "completed",
    "operating",
    "delayed",
    "cancelled",
)


def ruling(scene: Scene, best: Candidate, told: list[Sign]) -> list[Sign]:
    """The stage word that the words over the undertaking's list tell of all its items.

    Parameters
    ----------
    scene : Scene
    best : Candidate
        The mention in the list; ``sector`` holds the words that rule it.
    told : list of Sign
        All signs of the article.

    Returns
    -------
    list of Sign
        One sign as reached or announced, or none.
    """
    if best.source != "item" or best.sector is None or best.sector[1] > best.low:
        return []
    known: dict[Span, list[Sign]] = scene.memory.setdefault("rulings", {})
    if best.sector not in known:
        known[best.sector] = _ruling(scene, best.sector, told)
    return known[best.sector]


def _ruling(scene: Scene, lead: Span, told: list[Sign]) -> list[Sign]:
    inside = [s for s in told if lead[0] <= s.low < lead[1] and s.stage in _STAGES]
    for s in reversed(inside):
        if (m := _DESCRIBES.match(scene.text, s.high, lead[1])) is not None:
            return _as_told(scene, s, scene.text[s.high : m.end()])
    if inside and inside[-1].mode == "reached" and _FOLLOWING.search(scene.text, *lead):
        return [inside[-1]]
    words = scene.text[slice(*lead)].strip(" :：<>[]【】")
    of_this = _OF_THIS.search(words) is not None
    if inside or not (of_this or _DETAILS.search(words)):
        return []
    before = scene.draft.sentence_at(max(lead[0] - 2, 0))
    if lead[0] < before[1]:
        before = scene.draft.sentence_at(max(before[0] - 2, 0))
    last = [s for s in told if before[0] <= s.low < before[1] and s.stage in _STAGES and s.mode == "reached"]
    if last and (of_this or _COUNTED.search(scene.text, *before)):
        return [last[-1]]
    return []


def _as_told(scene: Scene, sign: Sign, between: str) -> list[Sign]:
    words = between.split()
    if any(w.startswith(o) for w in words for o in stops("open")) or _WISHED.search(between):
        return []
    day, published = date_beside(scene, sign.low, sign.high), scene.draft.published
    coming = day is not None and published is not None and day.start is not None and day.start > published
    won = sign.stage in ("awarded", "contracted")
    planned = (w for w in words for a in stops("announced") if w.startswith(a) and not (won and a == "확정"))
    if coming or between.startswith(("하는", "되는", "할", "될")) or any(planned):
        return [replace(sign, mode="announced")]
    return [replace(sign, mode="reached")]


_WISHED = re.compile(r"유망|가능|관심|대상|후보|확대|활성화|경쟁|전략|목표|여건|전망|금액|실패")
