"""Several descriptions of one plant: '다낭 배터리 공장', '가온의 신규 공장', '배터리 생산시설'."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.projects.merging import core, parts
from extractor.projects.scene import Scene, is_country
from extractor.projects.torn import is_torn
from extractor.records import Entity

if TYPE_CHECKING:
    from extractor.projects.grouping import Group

#: Several countries build them: they are told apart by their number, too.
_REACTORS = ("원전", "원자력발전소")
#: Sorts of works by how their names end; those in one line are one sort.
_SORTS = (
    ("공장", "생산시설", "제조시설", "생산설비", "생산기지", "제조기지"),
    ("발전소",),
    ("데이터센터",),
    ("제련소",),
    _REACTORS,
)
#: What any of them may be called.
_COMMON = frozenset(
    {
        "신규",
        "새",
        "첫",
        "현지",
        "대규모",
        "대형",
        "초대형",
        "생산",
        "제조",
        "해외",
        "국내",
        "최대",
        "글로벌",
        "합작",
        "전용",
        "핵심",
        "용",
        "가압경수로",
        "경수로",
    }
)
_KINDS = frozenset(
    {"태양광", "풍력", "수력", "화력", "석탄화력", "복합화력", "가스복합", "원자력", "열병합", "지열"}
)
_DIGITS = re.compile(r"\d+")
#: 'one unit' is no number that tells it from others.
_ONE_UNIT = re.compile(r"\s1기$")
_COUNTED = re.compile(r"\d\s?(?:개|곳)")
#: How large a work is tells nothing against another description of it.
_SIZE = re.compile(
    r"\d[\d,.만천]*\s?(?:[kMG]W|㎿|㎾|킬로와트|메가와트|기가와트|배럴|톤|t|병상|㎞|km)\s?(?:급|규모|규모급|용량|짜리)의?(?=\s)"
)
_ASIDE = re.compile(r"\([^()]*\)|[‘’'“”「」]")


@dataclass(frozen=True, slots=True)
class _Traits:
    sort: int
    words: frozenset[str]
    places: frozenset[str]
    lands: frozenset[str]
    firms: frozenset[str]
    numbers: frozenset[str]
    proper: bool  #: whether one of the words is a name that no gazetteer knows

    def within(self, other: _Traits) -> bool:
        """Tell whether all that this description says fits the other, and nothing contradicts it."""
        return (
            self.sort == other.sort
            and self.words <= other.words
            and self.places <= (other.places if other.places or other.proper else self.places)
            and not (self.lands and other.lands and self.lands != other.lands)
            and not (self.firms and other.firms and not self.firms & other.firms)
            and not (
                other.proper
                and self._is_bare()
                and not (self.firms & other.firms or self.lands & other.lands)
            )
            and self.numbers <= other.numbers
            and (self.numbers == other.numbers or _SORTS[self.sort] != _REACTORS)
        )

    def _is_bare(self) -> bool:
        """Tell whether no more than firm, land and kind is said: a named plant may be another one."""
        return self.words <= _KINDS and not self.places

    def joined(self, other: _Traits) -> _Traits:
        """What both say together."""
        return _Traits(
            self.sort,
            self.words | other.words,
            self.places | other.places,
            self.lands | other.lands,
            self.firms | other.firms,
            self.numbers | other.numbers,
            self.proper or other.proper,
        )


def join_descriptions(scene: Scene, groups: list[Group]) -> list[Group]:
    """Join descriptions that fit exactly one other work of their sort; lists keep their items apart."""
    sorts = {
        n: sort for n, g in enumerate(groups) if (sort := _sort(g.name)) >= 0 and not _COUNTED.search(g.name)
    }
    if len(sorts) < 2:
        return groups
    towns = {e.text: e for e in reversed(scene.places.values())}
    bodies = [e.text for e in scene.draft.entities if e.label == "ORG"]
    traits = {n: _traits(scene, groups[n], sort, towns, bodies) for n, sort in sorts.items()}
    joined: set[int] = set()
    for i in sorted(traits, key=lambda n: (len(traits[n].words), len(groups[n].name))):
        if groups[i].best.source not in ("phrase", "quoted"):
            continue
        fitting = [j for j in traits if j != i and j not in joined and traits[i].within(traits[j])]
        fitting = [j for j in fitting if not _side_by_side(scene, groups[i], groups[j])]
        home = fitting[0] if len(fitting) == 1 else _fullest(fitting, traits)
        if home is not None:
            groups[home].members += groups[i].members
            groups[home].aliases += groups[i].aliases
            traits[home] = traits[i].joined(traits[home])
            joined.add(i)
    return [g for n, g in enumerate(groups) if n not in joined]


_AND = re.compile(r"(?:\([^()\n]{1,30}\))?(?:와\s|과\s|,\s?|·|\s및\s)(?:[가-힣]{2,12}\s)?")


def _side_by_side(scene: Scene, one: Group, other: Group) -> bool:
    """Tell whether the two are counted up in one row ('A 발전소(4억달러)와 B 발전소'): they are two."""
    left, right = sorted((one.best, other.best), key=lambda c: c.low)
    return _AND.fullmatch(scene.text, left.name[1], right.name[0]) is not None


def _fullest(fitting: list[int], traits: dict[int, _Traits]) -> int | None:
    """Where those that fit describe one work themselves: the fullest of them."""
    if not fitting:
        return None
    fullest = max(fitting, key=lambda n: (len(traits[n].words), -n))
    return fullest if all(traits[n].within(traits[fullest]) for n in fitting) else None


def _traits(scene: Scene, g: Group, sort: int, towns: Mapping[str, Entity], bodies: Sequence[str]) -> _Traits:
    """What a description says, word by word; ``towns`` and ``bodies`` are those that the article names."""
    bare = _ONE_UNIT.sub("", _SIZE.sub(" ", _ASIDE.sub(" ", g.name)))
    words: set[str] = set()
    places: set[str] = set()
    lands: set[str] = set()
    firms: set[str] = set()
    wide: set[str] = set()
    for word in _words(bare, sort):
        if word in towns:
            known = towns[word]
            (wide if not known.country else lands if is_country(known) else places).add(word)
        elif any(word == b or (len(word) > 2 and (b.startswith(word) or word.startswith(b))) for b in bodies):
            firms.add(word)
        elif word not in _COMMON:
            words.add(word)
    if not words:  # else a part of the world says too little
        lands |= wide
    numbers = frozenset(_DIGITS.findall(bare)) | parts(g.name)
    proper = any(_is_proper(scene, g, word) for word in words)
    return _Traits(
        sort, frozenset(words), frozenset(places), frozenset(lands), frozenset(firms), numbers, proper
    )


def _is_proper(scene: Scene, g: Group, word: str) -> bool:
    at = scene.text.find(word, *g.best.name)
    if at >= 0 and is_torn(scene, at, at + len(word)):
        return True
    return at < 0 or any(m.oov or m.tag in ("NNP", "SL") for m in scene.morphs_in(at, at + len(word)))


def _sort(name: str) -> int:
    """The sort of a single work, -1 for none and for several at once ('3개 발전소')."""
    if _COUNTED.search(name):
        return -1
    end = core(name)
    for i, endings in enumerate(_SORTS):
        if end.endswith(endings):
            return i
    return -1


def _words(name: str, sort: int) -> list[str]:
    """The words of a name without what tells its sort."""
    found = []
    for word in re.split(r"[\s·]+", name):
        for ending in _SORTS[sort]:
            word = word.removesuffix(ending)
        if word and word not in ("건설", "건립", "사업", "공사", "프로젝트", "조성", "설립", "구축"):
            found.append(word.removesuffix("의"))
    return found
