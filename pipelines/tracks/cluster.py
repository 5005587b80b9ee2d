"""Which identities are one undertaking: candidates by shared anchors, scored pairs, joined best first.

The result depends only on the set of identities, not on their order. Work is near-linear: an identity is
compared with those that share a proper name with it, and in a crowded block only with its neighbours in
sorted order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from pipelines.tracks.folding import letters
from pipelines.tracks.identity import LOOSE_UNITS, Identity, likeness

#: Common nouns this alike name one kind of thing, by the Dice coefficient of their character pairs.
ALIKE = 0.5
#: Proper names this alike, letter by letter, can be spellings of one.
SPELLED_ALIKE = 0.85
#: A block with more members is compared within a sliding window only.
CROWDED = 60
WINDOW = 12


def cluster(identities: Sequence[Identity]) -> list[int]:
    """Group identities.

    Parameters
    ----------
    identities : sequence of Identity
        Distinct ones, sorted by the caller so that equal input sets come in equal order.

    Returns
    -------
    list of int
        For each identity the index of its group's first member.
    """
    scored = sorted(
        (-score, a, b)
        for a, b in _candidates(identities)
        if (score := _score(identities[a], identities[b])) > 0
    )
    groups = _Groups(identities)
    for _, a, b in scored:
        groups.join(a, b)
    return [groups.root(i) for i in range(len(identities))]


def _candidates(identities: Sequence[Identity]) -> Iterator[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, identity in enumerate(identities):
        for anchor in sorted(identity.anchors):
            blocks[anchor].append(index)
    seen: set[tuple[int, int]] = set()
    for anchor in sorted(blocks):
        members = blocks[anchor]
        reach = len(members)
        if reach > CROWDED:
            members = sorted(members, key=lambda i: (identities[i].core, i))
            reach = WINDOW
        for at, a in enumerate(members):
            for b in members[at + 1 : at + reach]:
                pair = (a, b) if a < b else (b, a)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _score(a: Identity, b: Identity) -> float:
    """How sure it is that two identities are one; 0: they are not."""
    if _contradict(a, b):
        return 0.0
    like = likeness(a.core, b.core)
    if a.numbers and a.numbers == b.numbers and (a.core in b.core or b.core in a.core):
        like = 1.0
    if like < ALIKE:
        return 0.0
    if a.places & b.places or (a.parties and a.parties == b.parties):
        return like + 1
    ours, theirs = a.places | a.proper, b.places | b.proper
    if ours & theirs:
        return like
    spelled = max((_spelled_alike(x, y) for x in ours for y in theirs), default=0.0)
    return spelled * like if spelled >= SPELLED_ALIKE else 0.0


def _spelled_alike(a: str, b: str) -> float:
    """Likeness of two proper names that may be spellings of one, 0 for short ones."""
    if min(len(a), len(b)) < 2 or max(len(a), len(b)) < 3:
        return 0.0
    return Levenshtein.normalized_similarity(letters(a), letters(b))


def _contradict(a: Identity, b: Identity) -> bool:
    if a.places and b.places and not (a.places & b.places):
        return True
    if a.parties and b.parties and not (a.parties <= b.parties or b.parties <= a.parties):
        return True
    if a.countries and b.countries and not (a.countries & b.countries) and not (a.places & b.places):
        return True
    return _numbers_contradict(a.numbers, b.numbers)


def _numbers_contradict(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the same unit carries different numbers, or one name is numbered and the other is not."""
    if a == b:
        return False
    mine, yours = _by_unit(a), _by_unit(b)
    for unit in mine.keys() | yours.keys():
        if unit in mine and unit in yours:
            if not (mine[unit] & yours[unit]):
                return True
        elif unit not in LOOSE_UNITS and mine and yours:
            return True
    return False


@lru_cache(maxsize=1 << 12)
def _by_unit(numbers: frozenset[str]) -> dict[str, set[str]]:
    units: dict[str, set[str]] = defaultdict(set)
    for number in numbers:
        unit, _, value = number.partition(":")
        units[unit].add(value)
    return units


class _Groups:
    """A union-find whose groups refuse members that contradict any member they have."""

    def __init__(self, identities: Sequence[Identity]) -> None:
        self.identities = identities
        self.parent = list(range(len(identities)))
        self.members: dict[int, list[int]] = {}

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, a: int, b: int) -> None:
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        ours, theirs = self.members.get(a, [a]), self.members.get(b, [b])
        known = self.identities
        if any(_contradict(known[i], known[j]) for i in ours for j in theirs):
            return
        low, high = min(a, b), max(a, b)
        self.parent[high] = low
        self.members[low] = ours + theirs
        self.members.pop(high, None)
