"""Works told of by their sort first and by their name next: '정유시설 수주', ''다낭 프로젝트'를 수주했다'."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.projects.merging import core
from extractor.projects.scene import Scene, is_country
from extractor.projects.specific import proper_words

if TYPE_CHECKING:
    from extractor.projects.grouping import Group

#: Right behind a name: what was done.
_DEED = re.compile(
    r"[’'”」]?(?:\([^()\n]{1,40}\))?\s?(?:사업|공사|프로젝트)?(?:을|를|의|에)?\s(?:[^\s.]{1,14}\s){0,3}?"
    r"(?P<deed>수주|따[냈낸내]|착공|준공|완공|계약|체결|지원|개통|선정)"
)
#: Heads that say nothing of the sort.
_NEUTRAL = re.compile(r"(?:프로젝트|사업|공사|패키지|플랜트)[’'”」]?(?:\s?(?:공사|사업))?$")
#: It is told of no more than who orders it: '칠레 공공사업부 발주 공사'.
_ORDERED = re.compile(r"발주\s(?:공사|사업|프로젝트)$")
#: It is another one: '다낭 발전소도', '이와 별도로'.
_MORE = re.compile(r"(?:이와\s별도로|이어|또|추가로|앞서|지난해|이\s?밖에|이\s?외에)\s")
#: How many sentences the name stands behind the sort at most.
_NEAR = 2


def join_introductions(scene: Scene, groups: list[Group]) -> list[Group]:
    """Join what only tells the sort to the one named work that the same house does the same with next."""
    for g in list(groups):
        best = g.best
        if best.source != "phrase" or any(not is_country(e) for e in scene.places_in(best.name)):
            continue
        fitting = [h for h in groups if h is not g and _introduces(scene, g, h)]
        if len(fitting) == 1:
            fitting[0].aliases += [(c.low, c.high) for c in g.members] + g.aliases
            groups = [h for h in groups if h is not g]
    return groups


def _introduces(scene: Scene, g: Group, h: Group) -> bool:
    """Tell whether the deed, the house and the country of the sort are those of the name that follows."""
    own, told = proper_words(scene, g.best), proper_words(scene, h.best)
    if h.best.source != "quoted" and not set(told) - set(own):
        return False
    if not all(word in h.name for word in own):
        return False
    if not (_NEUTRAL.search(h.name) or core(h.name).endswith(core(g.name))):
        return False
    for c in g.members:
        deed = _DEED.match(scene.text, c.name[1])
        for d in h.members:
            far = _sentences(scene, c.low, d.low)
            if deed is None or not 0 < (-far if _ORDERED.search(g.name) else far) <= _NEAR:
                continue
            low, _ = scene.draft.sentence_at(d.low)
            if scene.text[d.name[1] : d.name[1] + 1] == "도" or _MORE.search(scene.text, low, d.low):
                continue
            same = _DEED.match(scene.text, d.name[1])
            if same is not None and _alike(same["deed"], deed["deed"]) and _same_house(scene, c.low, d.low):
                return True
    return False


def _alike(one: str, other: str) -> bool:
    """Tell whether two words tell the same deed ('따냈다', '수주했다')."""
    return one == other or {one[:1], other[:1]} == {"따", "수"} or one[:1] == other[:1] == "따"


def _sentences(scene: Scene, first: int, second: int) -> int:
    """How many sentences the second offset stands behind the first."""
    rows, end = scene.draft.sentences, len(scene.text) + 1
    return bisect_right(rows, (second, end)) - bisect_right(rows, (first, end))


def _same_house(scene: Scene, first: int, second: int) -> bool:
    """Tell whether both sentences begin with one house, and name no two countries."""
    heads = []
    lands = []
    for at in (first, second):
        low, high = scene.draft.sentence_at(at)
        near = [e for e in scene.draft.entities if low <= e.char_start < high]
        heads.append(next((e.canonical for e in near if e.label == "ORG" and e.char_start < at), ""))
        lands.append({e.country for e in near if e.label == "LOC" and e.char_start < at} - {"KR", ""})
    return heads[0] != "" and heads[0] == heads[1] and not (lands[0] and lands[1] and not lands[0] & lands[1])
