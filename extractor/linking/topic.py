"""Whose cost a sentence tells that no undertaking reaches: the one meant by a noun, or the last one named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter

from extractor.linking.reach import Reach
from extractor.projects.scene import is_country
from extractor.projects.strangers import topics, turns_away
from extractor.projects.vocabulary import heads_only

#: So many sentences and characters behind its mention what is told is still told of it.
_FAR, _SENTENCES = 240, 5
_ANOTHER = -1
#: What came before: 'A 공사 수주에 이어'.
_AFTER = re.compile(r"[’'”\"」』]?(?:\([^()\n]*\))?(?:\s?[가-힣]{2,6}){0,2}에\s이[어은]")
_SHORT = re.compile(
    r"[’'”\"」』]?\s?\((?:이하\s)?[‘'“\"「『]?([가-힣A-Z][가-힣A-Za-z\s]{1,14})[’'”\"」』]?\)"
)
_WITHIN = re.compile(r"\(([A-Z]{2,6})\)(\s\S+)$")
#: What is done on a work is no noun for it.
_DONE = frozenset(
    {
        "사업",
        "공사",
        "프로젝트",
        "건설",
        "건립",
        "조성",
        "구축",
        "신축",
        "신설",
        "증설",
        "확장",
        "개발",
        "설립",
    }
)
#: Nouns that any article has for other things too.
_ANY = frozenset(
    {"시설", "단지", "설비", "센터", "공장", "도로", "철도", "병원", "단계", "구간", "노선", "사업장"}
)


class Topic:
    """The undertakings that a reach knows, by the nouns that mean one of them alone; None where several."""

    def __init__(self, reach: Reach) -> None:
        self.reach = reach

    @cached_property
    def nouns(self) -> dict[str, int | None]:
        """Made when it is first asked for, which few articles do."""
        known: dict[str, int | None] = {}
        for number in range(len(self.reach.projects)):
            for noun in _nouns(self.reach, number):
                known[noun] = number if known.get(noun, number) == number else None
        return known

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted(self.nouns, key=lambda noun: (-len(noun), noun))

    def at(self, low: int) -> int | None:
        """The undertaking that the sentence around the offset speaks of, or None.

        Parameters
        ----------
        low : int
            An offset that no scope holds.
        """
        reach = self.reach
        sentences = reach.draft.sentences
        here = bisect_right(sentences, reach.draft.sentence_at(low)) - 1
        block = reach.draft.layout.index_at(low)
        for i in range(here, max(here - _SENTENCES, -1), -1):
            start, end = sentences[i]
            if low - end > _FAR or not block - 1 <= reach.draft.layout.index_at(start) <= block:
                return None
            owners = self._newest(start, min(end, low)) or self._meant(start, end)
            if owners:
                return owners.pop() if len(owners) == 1 and _ANOTHER not in owners else None
            if turns_away(reach.scene, start, end, (start, start)) or self._stranger(start, end):
                return None
        return None

    def _newest(self, start: int, end: int) -> set[int]:
        """Whose mentions stand there; only the last one's where it follows the others ('A 수주에 이어 B')."""
        lows = self.reach.lows
        places = self.reach.places[bisect_left(lows, start) : bisect_left(lows, end)]
        named = [p for p in places if not self.reach.is_beside(p.high)]
        if len(named) > 1 and all(_AFTER.match(self.reach.text, p.high) for p in named[:-1]):
            return {named[-1].owner}
        return {p.owner for p in named}

    def _meant(self, start: int, end: int) -> set[int]:
        """Those whose nouns stand there; the noun may be that of another thing."""
        text = self.reach.text
        found: set[int] = set()
        taken: list[tuple[int, int]] = []
        for noun in self._longest_first:
            at = text.find(noun, start, end)
            high = at + len(noun)
            if at < 0 or text[at - 1 : at].isalnum() or not _ENDS.match(text, high):
                continue
            owner = self.nouns[noun]
            if owner is not None and all(high <= low or last <= at for low, last in taken):
                found.add(_ANOTHER if self._of_another_name(start, at) else owner)
            taken.append((at, high))
        return found

    def _of_another_name(self, start: int, at: int) -> bool:
        """Tell whether a proper name before the noun makes another thing of it ('수빅 조선소')."""
        text = self.reach.text
        before = text.rfind(" ", start, max(at - 1, start)) + 1 if at > start else at
        if before >= at or not text[at - 2].isalnum():
            return False
        morphs = self.reach.scene.morphs_in(max(before, start), at)
        places = self.reach.scene.places
        for m in morphs[:1] + morphs[-1:]:
            place = places.get(m.start)
            if place is not None and is_country(place):
                continue
            if place is not None or m.oov or m.tag in ("NNP", "SL"):
                return True
        return False

    def _stranger(self, start: int, end: int) -> bool:
        """Tell whether another work, or whatever has a name, becomes the topic there."""
        scene = self.reach.scene
        works = topics(scene)
        i = bisect_left(works, start, key=attrgetter("low"))
        if i < len(works) and works[i].low < end:
            return True
        opens = _OPENS.match(self.reach.text, start, end)
        if opens is not None and opens[1].endswith(("기", "것")):
            return False  # '칠레에서 계약을 따내기는 처음이다'
        if opens is not None and self.reach.text.find(opens[1], max(0, start - _FAR), start) >= 0:
            return False
        return opens is not None and any(
            m.oov or m.tag in ("NNP", "SL") or m.start in scene.places
            for m in scene.morphs_in(*opens.span(1))
        )


#: What a sentence is about, at its beginning.
_OPENS = re.compile(r"[\s\"“‘']*([^.,\n]{2,40}?)(?:\([^()\n]{1,30}\))?[은는](?=\s)")
_ENDS = re.compile(r"(?:[은는이가을를의도에]|에는|에만|[와과])?(?:\s|,)")


def _nouns(reach: Reach, number: int) -> set[str]:
    """The nouns that mean the undertaking: its short name in parentheses, the ends of its name."""
    project = reach.projects[number]
    found: set[str] = set()
    for low, high in project.spans:
        named = _SHORT.match(reach.text, high) or _SHORT.search(reach.text, low, high)
        if named is not None and named.end() >= high:
            found.add(named[1].strip())
    words = project.name.split()
    while words and words[-1] in _DONE:
        words.pop()
    if not words:
        return found
    last = words[-1]
    found.update(" ".join(words[i:]) for i in range(len(words)))
    if len(words) > 2:  # '올카 원전 4호기': '올카 4호기'
        found.add(f"{words[0]} {last}")
    if (short := _WITHIN.search(" ".join(words))) is not None:  # '액화천연가스(LNG) 운반선'
        found.add(short[1] + short[2])
    for i in range(1, len(last) - 2):
        tail = last[i:]
        if tail.isalnum() and (len(tail) > 3 or tail in heads_only()):
            found.add(tail)
    return {n for n in found if len(n) > 2 and n not in _ANY}
