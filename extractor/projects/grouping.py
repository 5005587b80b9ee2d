"""From candidates to undertakings: judged one by one, joined by name, the rest found as aliases."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from extractor.projects.judge import ENOUGH, score
from extractor.projects.merging import agree
from extractor.projects.phrases import Candidate
from extractor.projects.scene import Scene, Span
from extractor.projects.scopes import Place, lay_out, owner_at
from extractor.projects.status import Sign
from extractor.projects.vocabulary import stops


@dataclass(slots=True)
class Group:
    """One undertaking: its mentions in order, the one that names it best, and other words for it."""

    members: list[Candidate]
    best: Candidate
    aliases: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.best.why["text"]


def group(scene: Scene, found: list[Candidate], told: list[Sign]) -> list[Group]:
    """Judge the candidates and join those that mean the same."""
    for c in found:
        c.why["text"] = scene.text[slice(*c.name)]
    places = [Place(c.low, c.high, i, c.scope) for i, c in enumerate(found)]
    scopes = lay_out(scene, places)
    signed = set()
    for s in told:
        scope = owner_at(scopes, s.low)
        if scope and scope.trust != "carried":
            signed.add(scope.owner)
    for i, c in enumerate(found):
        score(scene, c, i in signed)
    groups: list[Group] = []
    for c in sorted(found, key=lambda c: (-c.score, c.low)):
        home = next((g for g in groups if _same(g, c)), None)
        if home is not None:
            home.members.append(c)
        elif c.score >= ENOUGH and c.final:
            groups.append(Group([c], c))
    for g in groups:
        g.members.sort(key=lambda c: c.low)
        g.best = _best(g.members)
    _find_aliases(scene, groups, found)
    return sorted(groups, key=lambda g: (g.best.low, g.best.high))


def _same(g: Group, c: Candidate) -> bool:
    return any(agree(m.why["text"], c.why["text"]) for m in g.members)


def _best(members: list[Candidate]) -> Candidate:
    """The mention that tells most: in a list of its own, full, specific, then the first."""
    return max(
        members,
        key=lambda c: (
            c.final,
            c.specific >= 2,
            c.source in ("item", "row", "heading"),
            min(len(c.why["text"]), 30),
            -c.low,
        ),
    )


_TOPIC = re.compile(r"(?:은|는|의 경우|도|이|가|을|를)(?=\s)")


def _find_aliases(scene: Scene, groups: list[Group], found: list[Candidate]) -> None:
    """Bare names ('두큼은'), parts ('세이디 2단계도') and words that point back ('이 사업은')."""
    text = scene.text
    covered = sorted((c.low, c.high) for g in groups for c in g.members)
    lows = [c[0] for c in covered]

    def free(low: int, high: int) -> bool:
        i = bisect_left(lows, high) - 1
        return i < 0 or covered[i][1] <= low

    owners: dict[str, set[int]] = {}
    for number, g in enumerate(groups):
        for word in _distinctive(scene, g):
            owners.setdefault(word, set()).add(number)
    for word, holders in owners.items():
        if len(holders) > 1:
            continue
        g = groups[next(iter(holders))]
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if free(at, end) and _alone(scene, at, end) and scene.row_zone(at):
                g.aliases.append((at, end))
            at = text.find(word, end)
    for phrase in stops("anaphor"):
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            before = [c for c in covered if c[0] < at]
            if before and scene.row_zone(at):
                nearest = max(before)
                owner = next(g for g in groups if any((c.low, c.high) == nearest for c in g.members))
                if free(at, end):
                    owner.aliases.append((at, end))
            at = text.find(phrase, end)
    for g in groups:
        g.aliases = sorted(set(g.aliases))


def _alone(scene: Scene, low: int, high: int) -> bool:
    text = scene.text
    if low and (text[low - 1].isalnum()):
        return False
    return bool(_TOPIC.match(text, high)) or bool(
        re.match(r"\s\d단계(?:은|는|도|이|가|를)", text[high : high + 6])
    )


def _distinctive(scene: Scene, g: Group) -> list[str]:
    """Names inside the name that are no country and no word of the dictionary."""
    words = []
    low, high = g.best.name
    for m in scene.morphs_in(low, high):
        if m.end <= high and (m.oov or m.tag == "NNP") and m.end - m.start >= 2:
            place = scene.places.get(m.start)
            if place is not None and place.text == place.canonical and place.country and m.oov is False:
                pass
            words.append(scene.text[m.start : m.end])
    return [w for w in words[:3] if w not in _countries()]


def _countries() -> frozenset[str]:
    from extractor.load import lexicon

    global _COUNTRIES
    if _COUNTRIES is None:
        _COUNTRIES = frozenset(r["word"] for r in lexicon("countries"))
    return _COUNTRIES


_COUNTRIES: frozenset[str] | None = None
