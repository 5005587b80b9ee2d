"""Works that only their kind behind them tells to be some: '가온시티(50억달러), 나래 파크 등 대형 사업'."""

from __future__ import annotations

import re

from extractor.projects.lists import Entry
from extractor.projects.phrases import name_start, opening
from extractor.projects.scene import Scene, Spans, is_country, touching

_SUCH = re.compile(
    r"등(?<=\s등)(?:의)?\s(?:[가-힣]{2,5}\s){0,2}?(?:초?대형|주요|핵심|대규모)?\s?(?:프로젝트|사업|공사)(?![가-힣]{2}|[자비장])"
)
#: So many names stand before '등' at most.
_MOST = 6
_LONGEST = 24
#: What is done to them stands no farther behind.
_BEHIND = 20


def such(scene: Scene, taken: Spans) -> list[Entry]:
    """Names without a head noun before '등 … 프로젝트', as items of a list of undertakings."""
    text = scene.text
    found: list[Entry] = []
    if text.find(" 등") < 0:
        return found
    for m in _SUCH.finditer(text):
        at = m.start() - 1
        floor, ceiling = scene.draft.sentence_at(at)
        after = (at, min(ceiling, m.end() + _BEHIND))
        for _ in range(_MOST):
            close = opening(text, at, floor) if text[at - 1] == ")" else at
            low = name_start(scene, text.rfind(" ", floor, close) + 1, floor)
            if low >= close or touching(taken, low, at):
                break
            if _is_one(scene, low, close, at):
                found.append(Entry(low, at, (low, at), "item", True, after=after))
            if not text.startswith(", ", low - 2):
                break
            at = low - 2
    return found


def _is_one(scene: Scene, low: int, close: int, high: int) -> bool:
    """Tell whether a proper name without a head noun stands in [low, close): no firm, no land, nobody."""
    if not 3 <= close - low <= _LONGEST or scene.heads_in(low, close) or not scene.row_zone(low):
        return False
    text = scene.text[low:close]
    if touching(scene.bodies, low, close) or touching(scene.people, low, close):
        return False
    place = scene.places.get(low)
    whole = place is not None and place.char_end >= close
    if close < high and touching(scene.money, close, high):
        return not (whole and place is not None and is_country(place))
    return not whole and "·" not in text and any(m.oov or m.tag == "NNP" for m in scene.morphs_in(low, close))
