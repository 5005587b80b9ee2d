"""Other words for an undertaking: its name again, bare names and heads, numbers of a list, '이 사업'."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable
from operator import itemgetter

from extractor.projects.grouping import Group, distinctive
from extractor.projects.scene import Scene, Span, is_country, touching
from extractor.projects.vocabulary import heads_only, stops
from extractor.records import Entity

_TOPIC = re.compile(r"(?:은|는|의 경우|도|이|가|을|를)(?=\s)|\s\d단계(?:은|는|도|이|가|를)")
_BARE = re.compile(
    r"(?:은|는|의 경우)(?=\s)"
    r"|\s(?=(?:국제)?입찰|착공|기공|준공|완공|가동|개통|개항|개소|건설|사업비|공사)"
)
_AGAIN = re.compile(r"(?![가-힣]{4})")
_NUMBERED = re.compile(r"(?:은|는|이|가|도|의|을|를|과|와|번|항)(?=\s)")
_CIRCLED = re.compile("[①-⑳㉠-㉭]")
_NOTE = re.compile(r"\s?\([^()\n]{1,60}\)")
_NOT_LETTERS = re.compile(r"[\W_]+")

#: Heads that any undertaking has.
_EVERYTHING = frozenset({"사업", "프로젝트", "공사", "시설", "단계", "운영", "개발", "건설", "지원", "협력"})


def find_aliases(scene: Scene, groups: list[Group]) -> None:
    """Fill ``aliases`` of the groups: what else in the text means them and nothing else."""
    covered = sorted((c.low, c.high) for g in groups for c in g.members)
    _headings(scene, groups, covered)
    kinds = [
        (_owners(scene, groups, words), follows)
        for words, follows in (
            (_again, _AGAIN),
            (_parts, _TOPIC),
            (_stem, _TOPIC),
            (distinctive, _TOPIC),
            (_bare_head, _BARE),
            (_of_land, _TOPIC),
        )
    ]
    places = _occurrences(scene.text, sorted({w for owners, _ in kinds for w in owners}))
    for owners, follows in kinds:
        _note(scene, [p for p in places if p[0] in owners], owners, follows, covered)
    _numbers(scene, groups, covered)
    _pointers(scene, groups, covered)
    for g in groups:
        g.aliases = sorted(set(g.aliases))


def _take(group: Group, covered: list[Span], low: int, high: int) -> None:
    group.aliases.append((low, high))
    insort(covered, (low, high))


def _free(covered: list[Span], low: int, high: int) -> bool:
    i = bisect_left(covered, (high, high)) - 1
    return i < 0 or covered[i][1] <= low


_Words = Callable[[Scene, Group], list[str]]


def _owners(scene: Scene, groups: list[Group], words: _Words) -> dict[str, Group]:
    """The words that one group alone has, with it."""
    owners: dict[str, Group | None] = {}
    for g in groups:
        for word in words(scene, g):
            owners[word] = None if word in owners else g
    return {w: g for w, g in owners.items() if g is not None}


def _occurrences(text: str, words: list[str]) -> list[tuple[str, int, int]]:
    """Where the words stand and no word goes on before them, by their ends."""
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            if not at or not (text[at - 1].isalnum() or text[at - 1] == "("):
                found.append((word, at, at + len(word)))
            at = text.find(word, at + 1)
    return sorted(found, key=_END_AND_START)


_END_AND_START = itemgetter(2, 1)


def _note(
    scene: Scene,
    places: list[tuple[str, int, int]],
    owners: dict[str, Group],
    follows: re.Pattern[str],
    covered: list[Span],
) -> None:
    """Note where the words stand alone."""
    text = scene.text
    for word, low, high in places:
        if not follows.match(text, high) or not scene.row_zone(low):
            continue
        end = high
        if follows is _AGAIN and (m := _NOTE.match(text, high)):
            end = m.end()
        if _free(covered, low, end):
            _take(owners[word], covered, low, end)


def _again(scene: Scene, g: Group) -> list[str]:
    """Its own name, word for word."""
    name = scene.text[slice(*g.best.name)]
    return [name] if " " in name and len(name) >= 6 and "\n" not in name else []


def _parts(scene: Scene, g: Group) -> list[str]:
    """A run of words of its name that ends in a head: '터키 이즈미르 병원 민자사업' → '이즈미르 병원'."""
    words = scene.text[slice(*g.best.name)].split()
    if len(words) < 3:
        return []
    ends = [j for j, last in enumerate(words, 1) if j > 1 and _tails(last)]
    runs = [(i, j) for i in range(len(words) - 1) for j in ends if j > i + 1 and (i or j < len(words))]
    return [" ".join(words[i:j]) for i, j in runs[:6]]


#: What the last word of a name is short of when it is told again: '가온 수력개발사업': '가온 수력'.
_ENDING = re.compile(r"(?:발전|개발|건설|조성|구축)?(?:사업|프로젝트|공사|소)$")


def _stem(scene: Scene, g: Group) -> list[str]:
    """Its last two words without such an ending, the first of them a name."""
    words = scene.text[slice(*g.best.name)].split()
    short = _ENDING.sub("", words[-1])
    if len(words) < 2 or len(short) < 2 or short == words[-1]:
        return []
    return [f"{words[-2]} {short}"] if words[-2] in distinctive(scene, g) else []


def _of_land(scene: Scene, g: Group) -> list[str]:
    """The work of its country: '칠레 사업은', '칠레 공사는'."""
    at = scene.places.get(g.best.name[0]) or _land_before(scene, g.best.low)
    if at is None or not is_country(at):
        return []
    return [f"{at.text} {work}" for work in ("사업", "프로젝트", "공사")]


_SET_IN = re.compile(r"(?:에?서(?:는)?|에선|의)?\s")


def _land_before(scene: Scene, low: int) -> Entity | None:
    """The country right before a name ('칠레에서 라온 신도시를')."""
    m = next((e for at in range(low - 3, low - 12, -1) if (e := scene.places.get(at)) is not None), None)
    return m if m is not None and _SET_IN.fullmatch(scene.text, m.char_end, low) else None


def _tails(word: str) -> list[str]:
    return [
        word[i:] for i in range(len(word) - 1) if word[i:] in heads_only() and word[i:] not in _EVERYTHING
    ]


def _bare_head(scene: Scene, g: Group) -> list[str]:
    """Its head alone ('공장은'), or another head in its name ('베를린 지하철 차량 사업' → '지하철은')."""
    found = _tails(g.best.head["word"]) if g.best.head is not None else []
    words = scene.text[slice(*g.best.name)].split()
    return found + [w for w in words[1:] if w in heads_only() and w not in _EVERYTHING and w not in found]


def _letters(words: str) -> str:
    return _NOT_LETTERS.sub("", words)


def _headings(scene: Scene, groups: list[Group], covered: list[Span]) -> None:
    """'(우정의 다리) …' over a block: the one undertaking whose name holds these words."""
    for block in scene.draft.layout.blocks:
        if block.heading is None or not block.start < block.heading[0] <= block.start + 2:
            continue
        low, high = block.heading
        word = _letters(scene.text[low:high])
        if len(word) < 3 or not _free(covered, low, high):
            continue
        holders = [g for g in groups if any(word in _letters(c.why["text"]) for c in g.members)]
        if len(holders) == 1 and scene.row_zone(low) and touching(scene.days, low, high) is None:
            _take(holders[0], covered, low, high)


def _numbers(scene: Scene, groups: list[Group], covered: list[Span]) -> None:
    """'② 우만 …' in a list, '②는 …' in a later sentence."""
    text = scene.text
    owner: dict[str, list[tuple[int, Group]]] = {}
    for g in groups:
        for c in g.members:
            if c.scope is not None and _CIRCLED.fullmatch(mark := text[max(0, c.low - 2) : c.low].strip()):
                owner.setdefault(mark, []).append((c.low, g))
    if not owner:
        return
    for m in _CIRCLED.finditer(text):
        known = owner.get(m[0], [])
        if len(known) != 1 or known[0][0] > m.start() or not _NUMBERED.match(text, m.end()):
            continue
        if _free(covered, m.start(), m.end()) and scene.row_zone(m.start()):
            _take(known[0][1], covered, m.start(), m.end())


def _pointers(scene: Scene, groups: list[Group], covered: list[Span]) -> None:
    """'이 사업은': the last one named."""
    known = sorted((c.low, i) for i, g in enumerate(groups) for c in g.members)
    for phrase in stops("anaphor"):
        at = scene.text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            i = bisect_left(known, (at, -1)) - 1
            if i >= 0 and scene.row_zone(at) and _free(covered, at, end):
                groups[known[i][1]].aliases.append((at, end))
            at = scene.text.find(phrase, end)
