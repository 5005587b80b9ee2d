"""Where each project is: country and place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extractor.linking.elsewhere import client_in, partner_in
from extractor.linking.locations import (
    HOME,
    Locations,
    article_country,
    is_aside,
    is_paired,
    namesakes,
    within,
)
from extractor.linking.reach import Reach
from extractor.projects.scene import Span, is_country
from extractor.projects.vocabulary import actions, heads_only
from extractor.records import Entity, Project


@dataclass(frozen=True, slots=True)
class Land:
    """Country codes, sorted; the place in its canonical form."""

    country: tuple[str, ...] = ()
    place: str = ""
    why: dict[str, str] = field(default_factory=dict)


def choose_lands(reach: Reach) -> list[Land]:
    """For each project: its name's places, its item's or heading's, its sentence's, the article's country."""
    locations = Locations(e for e in reach.draft.entities if e.label == "LOC" and e.country)
    topic, topic_why = article_country(reach, locations)
    locations = Locations(namesakes(reach, locations, topic))
    lands = [_land(reach, i, p, locations, topic, topic_why) for i, p in enumerate(reach.projects)]
    return _like_neighbours(reach, lands, topic_why)


def _like_neighbours(reach: Reach, lands: list[Land], topic_why: str) -> list[Land]:
    """An item without a place stands where the other items of its list stand, if they agree."""
    lists: dict[tuple[int, int], list[int]] = {}
    sectors = {e.scope: e.sector or _above(reach, e.scope) for e in reach.entries if e.kind == "item"}
    for i, project in enumerate(reach.projects):
        place = next((p for p in reach.places if p.low == project.char_start), None)
        if place is not None and place.scope in sectors:
            lists.setdefault(sectors[place.scope] or (0, 0), []).append(i)
    for members in lists.values():
        known = {
            lands[i].country for i in members if lands[i].country and lands[i].why.get("country") != topic_why
        }
        if len(known) != 1 or len(next(iter(known))) != 1:
            continue
        for i in members:
            if lands[i].why.get("country") == topic_why:
                lands[i] = Land(next(iter(known)), "", {"country": "the other items of its list"})
    return lands


def _above(reach: Reach, scope: Span) -> Span:
    """The block that holds the list."""
    layout = reach.draft.layout
    i = layout.index_at(scope[0] + 2)
    if i >= 0 and layout.blocks[i].zone == "bullet" and layout.blocks[i].parent >= 0:
        i = layout.blocks[i].parent
    return (layout.blocks[i].start, layout.blocks[i].end) if i >= 0 else (0, 0)


#: After a country: what follows happens there.
_SETTING = re.compile(
    r"(?:\s?(?:정부|당국|측|현지))?(?:에서는|에서도|에서|에선|에는|서(?=\s)|엔|의\s경우|측은|측이|정부의|정부는)"
)


#: Interviews: '- 네팔 사업은 어떤가.' before '▲ …'.
_QUESTION = frozenset({"-", "–", "Q", "Q.", "문", "▶", "◇", "<질문>"})
_ANSWER = frozenset({"▲", "△", "A", "A.", "답", "<답>"})


def _setting(reach: Reach, locations: Locations, at: int) -> tuple[list[Entity], str]:
    """The country or town that the block before the offset, or the block over it, is set in."""
    layout = reach.draft.layout
    text = reach.text
    i = layout.index_at(at)
    if i < 0 or layout.blocks[i].zone in ("title", "subtitle"):
        return [], ""

    def told(low: int, high: int) -> list[Entity]:
        return [e for e in within(locations, low, high) if e.text not in HOME and not is_aside(text, e)]

    before = [e for e in told(layout.blocks[i].start, at) if _SETTING.match(text, e.char_end)]
    if before:
        return before[-1:], "setting"
    blocks = layout.blocks[max(0, i - 1) : i + 1]
    marks = [text[text.rfind("\n", 0, b.start) + 1 : b.start].strip() for b in blocks]
    if len(marks) == 2 and marks[0] in _QUESTION and marks[1] in _ANSWER:
        asked = told(layout.blocks[i - 1].start, layout.blocks[i - 1].end)
        if len({e.country for e in asked}) == 1:
            return asked[:1], "the question"
    if not told(layout.blocks[i].start, at) and (opening := _opening(reach, i, told)):
        return opening, "setting of the paragraph before"
    seen = 0
    while (i := layout.blocks[i].parent) >= 0 and seen < 4:
        seen += 1
        over = told(layout.blocks[i].start, layout.blocks[i].end)
        set_in = [e for e in over if _SETTING.match(text, e.char_end)]
        if set_in:
            return set_in[:1], "setting of the block above"
        if len({e.country for e in over}) == 1:
            return over[:1], "block above"
    return [], ""


#: So many paragraphs on, and so near their beginning, a country sets the scene.
_ON, _NEAR_START = 2, 8


def _opening(reach: Reach, block: int, told: Callable[[int, int], list[Entity]]) -> list[Entity]:
    """The country that a paragraph before opens with ('필리핀에서는 …'), if it names no other one."""
    blocks = reach.draft.layout.blocks
    for before in reversed(blocks[max(0, block - _ON) : block]):
        if before.zone != blocks[block].zone:
            break
        found = told(before.start, before.end)
        if found and found[0].char_start - before.start < _NEAR_START and is_country(found[0]):
            alone = len({e.country for e in found}) == 1
            return found[:1] if alone and _SETTING.match(reach.text, found[0].char_end) else []
        if found:
            break
    return []


#: Another one becomes the topic: '…를 논의했고, 이 장관은 …'.
_TURN = re.compile(r",\s[^,.\n]{2,40}?(?:은|는)\s")
#: The other country won it: '독일에 내줬다'.
_LOST_TO = re.compile(r"에(?:게)?\s(?:내[줬준주]|빼앗|뺏|밀[려렸]|졌|넘[겼겨어])")
_AT_HOME = re.compile(r"(?<![가-힣])(?:국내에(?:서는|서|는)?|우리\s(?:해군|공군|육군|군)(?:의|이|에))\s")


def _name_end(text: str, project: Project) -> int:
    """Where the name ends that may stand behind a country and be broken over lines."""
    at = project.char_start
    for word in project.name.split():
        found = text.find(word, at, at + len(project.text) + 1)
        at = found + len(word) if found >= 0 else at
    return at


def _land(
    reach: Reach, number: int, project: Project, locations: Locations, topic: str, topic_why: str
) -> Land:
    text = reach.text
    name_low = project.char_start
    name_high = _name_end(text, project)
    named = within(locations, name_low, name_high)
    pair = any(e.text in HOME for e in named) and len(named) > 1
    foreign = [e for e in named if e.text not in HOME]
    if pair:
        foreign = [e for e in foreign if not is_paired(text, e)]
    if foreign:
        return _made(foreign, "name")
    if begins_with := _glued(project.name, locations):
        return _country_of(begins_with, "its first letters")
    for low, high in project.spans:
        others = [e for e in within(locations, low, high) if e.text not in HOME]
        if others and not any(e.text in HOME for e in within(locations, low, high)):
            return _made(others, "another mention" if low != project.char_start else "parenthesis")
    if pair and project.kind == "project" and topic in {e.country for e in named if e.text not in HOME}:
        return Land((topic,), "", {"country": topic_why})
    if pair or project.kind == "cooperation":
        return Land()
    beside = _beside_its_country(reach, name_low, name_high, locations)
    if beside is not None:
        return _country_of(beside, "its town behind a country")
    home = next((p for p in reach.places if p.low == project.char_start), None)
    if home is not None and home.scope is not None:
        own = [e for e in within(locations, *home.scope) if not is_aside(text, e) and e.text not in HOME]
        own = [e for e in own if not _named_in_another(reach, number, e)]
        if len({e.country for e in own}) > 2 and (told := _told_elsewhere(reach, number, project, locations)):
            return _country_of(told, "another mention's sentence")
        if own:
            before = [e for e in own if e.char_end <= name_low]
            return _made(before[-1:] or own[:1], "item")
        heading = _heading(reach, home.scope, locations)
        if heading:
            return _made(heading[:1], "heading")
        if (code := partner_in(text, *home.scope)) and not any(
            _named_in_another(reach, number, e) for e in own
        ):
            return Land((code,), "", {"country": "the body that it is made with"})
    start, end = reach.draft.sentence_at(name_low)
    near = [
        e
        for e in within(locations, start, name_low)
        if not is_aside(text, e) and e.text not in HOME and not _of_another(reach, number, e)
    ]
    alone = [
        e
        for e in near
        if not _named_in_another(reach, number, e) and not _TURN.search(text, e.char_end, name_low)
    ]
    own = [e for e in alone if "," not in text[e.char_end : name_low]]
    if len({e.country for e in near}) > 2 and (told := _told_elsewhere(reach, number, project, locations)):
        return _country_of(told, "another mention's sentence")
    if own:
        return _made(own[-1:], "sentence")
    if alone:
        return _country_of(alone[-1], "sentence")
    later = [e for e in within(locations, name_high, end) if not is_aside(text, e) and e.text not in HOME]
    later = [e for e in later if not _LOST_TO.match(text, e.char_end)]
    if later and text[later[0].char_end : later[0].char_end + 1] in "에":
        return _made(later[:1], "sentence")
    if near:
        return _country_of(near[-1], "sentence")
    if _AT_HOME.search(text, start, name_low):
        return Land(("KR",), "", {"country": "at home"})
    if code := client_in(text, reach.draft.entities, start, name_low):
        return Land((code,), "", {"country": "the body that orders it"})
    if reach.scene.headline(name_low) and (told := _told_elsewhere(reach, number, project, locations)):
        return _country_of(told, "another mention's sentence")
    setting, setting_why = _setting(reach, locations, name_low)
    if setting:
        return _country_of(setting[0], setting_why)
    if topic and (host := _host(reach, locations, start)) is not None:
        return _country_of(host, "those who are visited")
    if topic:
        return Land((topic,), "", {"country": topic_why})
    block = reach.draft.layout.index_at(name_low)
    if block >= 0:
        begin = reach.draft.layout.blocks[block].start
        above = [
            e
            for e in within(locations, begin, name_low)
            if not is_aside(text, e) and e.text not in HOME and not _of_another(reach, number, e)
        ]
        if above:
            return _made(above[-1:], "paragraph")
    return Land()


def _glued(name: str, locations: Locations) -> Entity | None:
    """The town that the name's first word begins with ('제주헬스케어타운')."""
    for e in locations:
        if name.startswith(e.text) and len(e.text) > 1 and not is_country(e):
            return e
    return None


#: A visit makes the country that of what is spoken of next ('3일에는 쿠웨이트 국왕을 예방했다. 또 …').
_VISITED = re.compile(r"(?:을|를|의|에)?\s(?:[^\s,.]{1,8}\s){0,4}?(?:예방|방문|찾아|찾은|만나|만났|면담)")
#: So far back and so many sentences before the name.
_VISIT_FAR = 240


def _host(reach: Reach, locations: Locations, start: int) -> Entity | None:
    """The one country visited in the sentences before, or None."""
    low = max(0, start - _VISIT_FAR)
    for e in reversed(within(locations, low, start)):
        if e.text in HOME or not is_country(e) or reach.scene.headline(e.char_start):
            continue
        if reach.text[e.char_start - 2 : e.char_start] in ("와 ", "과 ", ", ") or is_paired(reach.text, e):
            return None
        if _VISITED.match(reach.text, e.char_end):
            return e
        if not is_aside(reach.text, e):
            return None
    return None


#: First words that many countries' works begin with.
_GENERIC = frozenset(
    {"신규", "대형", "해상", "해외", "국가", "원전", "정부", "현지", "합작", "스마트", "공공", "국립", "중앙"}
)
_FIRST_WORD = re.compile(r"[가-힣]{2,}(?=\s)")
_BOUND = re.compile(r"(?:\s?[(,·.]|\s|에서|에|의\s|와\s|과\s|은\s|는\s|로\s|으로\s)")


def _beside_its_country(reach: Reach, low: int, high: int, locations: Locations) -> Entity | None:
    """The country that the name's first word stands behind elsewhere ('필리핀 세부': '세부 신항만')."""
    word = _FIRST_WORD.match(reach.text, low, high)
    if word is None or word[0] in _GENERIC or word[0] in heads_only() or word[0] in actions():
        return None
    behind = f" {word[0]}"
    for e in locations:
        if e.text.endswith(behind):
            return e
    at = reach.text.find(behind)
    seen = 0
    while at >= 0 and seen < 20:
        seen += 1
        end = at + 1 + len(word[0])
        if at + 1 != low and _BOUND.match(reach.text, end):
            for e in locations:
                if e.char_end != at or e.text in HOME or not is_country(e):
                    continue
                if not is_paired(reach.text, e) and not is_aside(reach.text, e):
                    return e
        at = reach.text.find(behind, end)
    return None


def _of_another(reach: Reach, number: int, entity: Entity) -> bool:
    """Tell whether the place stands in the list item of another project."""
    scope = reach.scope_at(entity.char_start)
    return scope is not None and scope.trust == "item" and scope.owner != number


def _told_elsewhere(reach: Reach, number: int, project: Project, locations: Locations) -> Entity | None:
    """The one country before another mention, where the first one stands in a run of countries."""
    for low, _ in project.spans:
        start, _ = reach.draft.sentence_at(low)
        before = [
            e
            for e in within(locations, start, low)
            if e.text not in HOME and not is_aside(reach.text, e) and not _of_another(reach, number, e)
        ]
        if low != project.char_start and len({e.country for e in before}) == 1:
            return before[-1]
    return None


def _named_in_another(reach: Reach, number: int, entity: Entity) -> bool:
    """Tell whether the place is part of another project's name."""
    over = reach.mention_over(entity.char_start)
    return over is not None and over.owner != number


def _heading(reach: Reach, scope: tuple[int, int], locations: Locations) -> list[Entity]:
    entry = next((e for e in reach.entries if e.scope == scope), None)
    if entry is None:
        return []
    found: list[Entity] = []
    if entry.sector:
        found = within(locations, *entry.sector)
    if not found:
        block = reach.draft.layout.index_at(scope[0])
        if block >= 0:
            b = reach.draft.layout.blocks[block]
            if b.heading:
                found = within(locations, *b.heading)
    return [e for e in found if e.text not in HOME]


def _made(entities: list[Entity], why: str) -> Land:
    codes = tuple(sorted({e.country for e in entities}))
    town = next((e for e in reversed(entities) if not is_country(e)), None)
    reason = f"{why}: {entities[0].why.get('canonical', entities[0].text)}"
    return Land(
        codes, town.canonical if town else "", {"country": reason} | ({"place": reason} if town else {})
    )


def _country_of(entity: Entity, why: str) -> Land:
    """Its country alone: the town is somebody else's."""
    land = _made([entity], why)
    return Land(land.country, "", {"country": land.why["country"]})
