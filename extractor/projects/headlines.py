"""Works that a headline names by no more than their land and sort: the text below says which they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.projects.scene import Scene
from extractor.projects.specific import proper_words

if TYPE_CHECKING:
    from extractor.projects.grouping import Group

#: Heads that say nothing of the sort, and what any of its works may be called.
_ANY = re.compile(r"(?:공사|사업|프로젝트|플랜트|인프라|시설|설비|공장|건설|개발|생산|증설|확장|\s)+$")
#: A part by its number behind the sort: '… 고속도로 7공구'.
_PART = re.compile(r"\s?제?\d+(?:[·,~∼-]\d+)*\s?(?:공구|단계|호기|구간|구역|차|호선)$")
#: So many last letters make two words one sort ('화력발전소', '발전소').
_SORT = 3


def join_headlines(scene: Scene, groups: list[Group]) -> list[Group]:
    """Take what a headline names by land and sort for the one work of the text that it fits."""
    if len(groups) < 2:
        return groups
    above = [g for g in groups if _is_headline(scene, g)]
    below = [g for g in groups if not any(scene.headline(c.low) for c in g.members)]
    for g in above:
        fitting = [home for home in below if _fits(scene, g, home)]
        fitting = [home for home in fitting if _is_sort(scene, g, home)] or fitting
        if len(fitting) > 1:
            fitting = [home for home in fitting if _PART.search(_ANY.sub("", home.name)) is None]
        if len(fitting) == 1:
            fitting[0].aliases += [(c.low, c.high) for c in g.members] + g.aliases
            groups = [other for other in groups if other is not g]
    return groups


def _is_headline(scene: Scene, g: Group) -> bool:
    """Tell whether nothing but headlines name it, and those without a name of its own."""
    return all(
        c.source == "phrase" and scene.headline(c.low) and not proper_words(scene, c) for c in g.members
    )


def _fits(scene: Scene, g: Group, home: Group) -> bool:
    """Tell whether the sort is that of the work below, in no other land."""
    mine, other = g.best.head, home.best.head
    if mine is None or other is None or home.best.source not in ("phrase", "quoted"):
        return False
    alike = mine["word"][-_SORT:] == other["word"][-_SORT:] and _ANY.fullmatch(mine["word"]) is None
    if _sort(scene, g) and not (alike or _is_sort(scene, g, home)):
        return False
    lands = {e.country for e in scene.places_in(g.best.name) if e.country}
    theirs = {e.country for e in scene.places_in(home.best.name) if e.country}
    return not (lands and theirs) or bool(lands & theirs)


def _sort(scene: Scene, g: Group) -> str:
    """What is left of a name without lands and heads that say nothing ('이라크 정유공장': '정유')."""
    low, high = g.best.name
    ends = [e.char_end for e in scene.places_in((low, high)) if e.char_end < high]
    return _bare(_ANY.sub("", scene.text[max([low, *ends]) : high]))


#: How large it is, and what every plant of power is.
_SIZED = re.compile(
    r"^\s*\d[\d,.만천]*\s?(?:[kMG]W|㎿|㎾|톤|t|배럴|㎞|km|병상)급?(?:\s|$)|(?<=력)\s?발전(?:소|설비)?$"
)


def _bare(sort: str) -> str:
    """The sort without its size, and of a plant of power what drives it ('300㎿ 수력발전소': '수력')."""
    return _SIZED.sub("", _SIZED.sub("", sort.strip())).strip()


def _is_sort(scene: Scene, g: Group, home: Group) -> bool:
    """Tell whether the name below ends in the sort of the headline."""
    sort = _sort(scene, g)
    name = _bare(_ANY.sub("", _PART.sub("", _ANY.sub("", home.name))))
    return sort != "" and name.replace(" ", "").endswith(sort.replace(" ", ""))
