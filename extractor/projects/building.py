"""From groups to records: action, stage, kind, sector."""

from __future__ import annotations

from extractor.projects.grouping import Group
from extractor.projects.phrases import Candidate, read_action
from extractor.projects.scene import Scene
from extractor.projects.scopes import Place, Scope, lay_out, owner_at
from extractor.projects.status import Sign, settle
from extractor.projects.vocabulary import actions
from extractor.records import Project


def places_of(groups: list[Group]) -> list[Place]:
    """All mentions of all groups, in order, with the group's number as owner."""
    places = []
    for number, g in enumerate(groups):
        places += [Place(c.low, c.high, number, c.scope) for c in g.members]
        places += [Place(low, high, number, None, True) for low, high in g.aliases]
    return sorted(places, key=lambda p: (p.low, p.high))


def build(scene: Scene, groups: list[Group], told: list[Sign]) -> list[Project]:
    """Make the records; stage words go to the undertaking that their clause speaks of."""
    scopes = lay_out(scene, places_of(groups))
    of: list[list[Sign]] = [[] for _ in groups]
    for sign in told:
        scope = owner_at(scopes, sign.low)
        if scope is not None and (scope.trust != "carried" or _certain(scene, scope)):
            of[scope.owner].append(sign)
    return [_project(scene, g, of[i]) for i, g in enumerate(groups)]


def _certain(scene: Scene, scope: Scope) -> bool:
    return True


def _project(scene: Scene, g: Group, told: list[Sign]) -> Project:
    text = scene.text
    best = g.best
    why = {"name": best.why["name"], "text": best.why.get("score", "")}
    stage, after, top, coming = settle(told)
    if top is not None:
        why["stage"] = top.row.where
    if coming is not None:
        why["next_stage"] = coming.row.where
    if not stage and coming is not None and _announced(scene, coming):
        stage = "planned"
        why["stage"] = f"{coming.row.where} announced"
    action, action_why = _action(scene, g, top, coming)
    if action:
        why["action"] = action_why
    cooperation = best.head is not None and best.head["kind"] == "cooperation"
    why["kind"] = best.head.where if best.head else "list item"
    sector = ""
    if best.sector:
        sector = tidy_sector(text[slice(*best.sector)])
        why["sector"] = "heading of the list"
    spans = sorted({(c.low, c.high) for c in g.members} | set(g.aliases))
    return Project(
        text=text[best.low : best.high],
        char_start=best.low,
        char_end=best.high,
        name=text[slice(*best.name)].strip(),
        kind="cooperation" if cooperation else "project",
        action=action,
        stage=stage,  # type: ignore[arg-type]
        next_stage=after,  # type: ignore[arg-type]
        sector=sector,
        spans=tuple(spans),
        flags=("hearsay",) if top is not None and top.hearsay else (),
        why=why,
    )


def _announced(scene: Scene, sign: Sign) -> bool:
    """Tell whether what comes next is planned, not merely supported or discussed."""
    after = scene.text[sign.high : sign.high + 24]
    day = any(
        (d.char_end <= sign.low and sign.low - d.char_end <= 12)
        or (d.char_start >= sign.high and d.char_start - sign.high <= 3)
        for d in scene.draft.dates
    )
    return day or any(w in after for w in ("예정", "계획", "목표", "방침", "앞두", "준비", "기로"))


def _action(scene: Scene, g: Group, top: Sign | None, coming: Sign | None) -> tuple[str, str]:
    text = scene.text
    ordered = [g.best, *[c for c in g.members if c is not g.best]]
    for c in ordered:
        if c.action is not None:
            return text[slice(*c.action)], c.why["action"]
    shared = _governing(scene, g.best)
    if shared:
        return shared
    sign = top or coming
    if sign is not None and sign.row["word"] in actions():
        return sign.row["word"], sign.row.where
    return "", ""


def _governing(scene: Scene, c: Candidate) -> tuple[str, str] | None:
    """The action that the words after a list give to all of its items ('… 추진 방안을 공유했다')."""
    tail = c.why.get("tail")
    if tail is None:
        return None
    low, high = map(int, tail.split(":"))
    while low < high and scene.text[low] == " ":
        low += 1
    read = read_action(scene, low, high)
    if read is None:
        return None
    span, row = read
    if row["role"] == "talk":
        return None
    return scene.text[slice(*span)], f"{row.where} after the list"


def tidy_sector(words: str) -> str:
    """'우선 프로젝트 분야에서' → '프로젝트'."""
    import re

    m = re.search(r"([가-힣A-Za-z0-9·\s]{1,30}?)\s?분야", words)
    if m:
        parts = re.split(r"[,.]\s*|우선\s|먼저\s|이어\s", m[1])
        return parts[-1].strip()
    return words.strip(" ()<>◆□ㅇ-:：").split("\n")[0][:40]
