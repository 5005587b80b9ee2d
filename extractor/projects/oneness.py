"""Several descriptions of one plant: '다낭 배터리 공장', '가온의 신규 공장', '배터리 생산시설'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.projects.merging import core, parts
from extractor.projects.scene import Scene

if TYPE_CHECKING:
    from extractor.projects.grouping import Group

#: Sorts of works by how their names end; those in one line are one sort.
_SORTS = (
    ("공장", "생산시설", "제조시설", "생산설비", "생산기지", "제조기지"),
    ("발전소",),
    ("데이터센터", "데이터 센터"),
    ("제련소",),
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
        "용",
    }
)
_KINDS = frozenset(
    {"태양광", "풍력", "수력", "화력", "석탄화력", "복합화력", "가스복합", "원자력", "열병합", "지열"}
)
_DIGITS = re.compile(r"\d+")
_COUNTED = re.compile(r"\d\s?(?:개|곳)")
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
        )

    def _is_bare(self) -> bool:
        """Tell whether no more than firm, land and kind is said: a named plant may be another one."""
        return self.words <= _KINDS and not self.places

    def joined(self, other: _Traits | None) -> _Traits:
        """What both say together."""
        if other is None:
            return self
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
    traits = [_traits(scene, g) for g in groups]
    kept = list(range(len(groups)))
    for i in sorted(kept, key=lambda n: (_telling(traits[n]), len(groups[n].name))):
        mine = traits[i]
        if mine is None or groups[i].best.source not in ("phrase", "quoted"):
            continue
        fitting = [j for j in kept if j != i and (other := traits[j]) is not None and mine.within(other)]
        if len(fitting) > 1:
            fitting = _chain(fitting, traits)
        if len(fitting) == 1:
            groups[fitting[0]].members += groups[i].members
            groups[fitting[0]].aliases += groups[i].aliases
            traits[fitting[0]] = mine.joined(traits[fitting[0]])
            kept.remove(i)
    return [groups[n] for n in kept]


def _telling(traits: _Traits | None) -> int:
    return len(traits.words) if traits is not None else 0


def _chain(fitting: list[int], traits: list[_Traits | None]) -> list[int]:
    """Where those that fit describe one work themselves: the fullest of them."""
    fullest = max(fitting, key=lambda n: (_telling(traits[n]), -n))
    top = traits[fullest]
    same = top is not None and all((t := traits[n]) is not None and t.within(top) for n in fitting)
    return [fullest] if same else []


def _traits(scene: Scene, g: Group) -> _Traits | None:
    name = g.name
    sort = _sort(name)
    if sort < 0 or _COUNTED.search(name):
        return None
    bare = _ASIDE.sub(" ", name)
    towns = {e.text for e in scene.places.values()}
    bodies = [e.text for e in scene.draft.entities if e.label == "ORG"]
    words: set[str] = set()
    places: set[str] = set()
    lands: set[str] = set()
    firms: set[str] = set()
    for word in _words(bare, sort):
        if word in towns:
            place = next(e for e in scene.places.values() if e.text == word)
            wide = not place.country or place.why.get("canonical", "").startswith("countries")
            (lands if wide else places).add(word)
        elif any(word == b or (len(word) > 2 and (b.startswith(word) or word.startswith(b))) for b in bodies):
            firms.add(word)
        elif word not in _COMMON:
            words.add(word)
    numbers = frozenset(_DIGITS.findall(bare)) | parts(name)
    proper = any(_is_proper(scene, g, word) for word in words)
    return _Traits(
        sort, frozenset(words), frozenset(places), frozenset(lands), frozenset(firms), numbers, proper
    )


def _is_proper(scene: Scene, g: Group, word: str) -> bool:
    at = scene.text.find(word, *g.best.name)
    return at < 0 or any(m.oov or m.tag in ("NNP", "SL") for m in scene.morphs_in(at, at + len(word)))


def _sort(name: str) -> int:
    end = core(name)
    for i, endings in enumerate(_SORTS):
        if end.endswith(tuple(e.replace(" ", "") for e in endings)):
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
