"""Works that only their kind behind them tells to be some.

'가온시티(50억달러), 나래 파크 등 대형 사업', '가온 메디시티(7천만달러) 프로젝트'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.projects.lists import Entry
from extractor.projects.phrases import name_start, opening
from extractor.projects.scene import Scene, Spans, is_country, touching

_SUCH = re.compile(
    r"등(?<=\s등)(?:의)?\s(?:(?P<count>\d+)여?개\s)?(?:[가-힣]{2,5}\s){0,2}?(?:초?대형|주요|핵심|대규모)?\s?(?:프로젝트|사업|공사)(?![가-힣]{2}|[자비장])"
)
#: So many names stand before '등' at most.
_MOST = 6
_LONGEST = 24
#: What is done to them stands no farther behind.
_BEHIND = 20


def such(scene: Scene, taken: Spans) -> list[Entry]:
    """Names without a head noun before '등 … 프로젝트', as items of a list of undertakings."""
    text = scene.text
    found: list[Entry] = list(_priced(scene, taken)) if ") " in text else []
    taken = Spans([*taken, *((e.low, e.high) for e in found)]) if found else taken
    if text.find(" 등") < 0:
        return found
    for m in _SUCH.finditer(text):
        at = m.start() - 1
        floor, ceiling = scene.draft.sentence_at(at)
        after = (at, min(ceiling, m.end() + _BEHIND))
        for _ in range(_MOST):
            close = opening(text, at, floor) if text[at - 1] == ")" else at
            low = name_start(scene, text.rfind(" ", floor, close) + 1, floor)
            if m["count"] is not None:
                low = _behind_land(scene, _whole(scene, low, floor), close)
            if low >= close or touching(taken, low, at):
                break
            if _is_one(scene, low, close, at, counted=m["count"] is not None):
                found.append(Entry(low, at, (low, at), "item", True, after=after))
            at = _comma_before(text, low, floor)
            if at < 0:
                break
    return found


#: The kind right behind the sum, and what joins another priced one before.
_KIND = re.compile(r"\)\s(?:프로젝트|사업|공사)(?![가-힣]{2}|[자비장])")
#: What rules them from before: '주요 수주 사업을 보면'.
_RULE = re.compile(
    r"(?:사업|프로젝트|공사|실적|계약)(?:에는|으로는|로는|은|는|을\s보면|를\s보면|\s가운데|\s중)\s"
)
_PRICED_TOO = re.compile(r"\)(?:과|와|,|\s및)\s")


def _priced(scene: Scene, taken: Spans) -> Iterator[Entry]:
    """Names with their sums before their kind: '가온 변전(5천만달러)과 나래시티(3억달러) 프로젝트'."""
    text = scene.text
    for m in _KIND.finditer(text):
        at = m.start() + 1
        floor, ceiling = scene.draft.sentence_at(at)
        after = (at, min(ceiling, m.end() + _BEHIND))
        for _ in range(_MOST):
            close = opening(text, at, floor)
            low = name_start(scene, text.rfind(" ", floor, close) + 1, floor)
            if low >= close or touching(taken, low, at) or not touching(scene.money, close, at):
                break
            low = _behind_land(scene, low, close)
            if not _is_one(scene, low, close, at, counted=True):
                break
            rule = _RULE.search(text, floor, low)
            sector = (floor, rule.end()) if rule is not None else None
            yield Entry(low, at, (low, at), "item", True, sector=sector, after=after)
            joined = _PRICED_TOO.search(text, max(floor, low - _LONGEST), low)
            if joined is None or joined.end() > low or "(" in text[joined.end() : low]:
                break
            at = joined.start() + 1


def _comma_before(text: str, low: int, floor: int) -> int:
    """Where the comma before the name stands, its land between them or nothing; -1 for none."""
    comma = text.rfind(", ", floor, low)
    return comma if comma >= 0 and (comma + 2 == low or text.endswith("의 ", comma, low)) else -1


#: So long a name's first word is at most.
_SHORT = 12
_DOTS = frozenset("·ㆍ‧")


def _whole(scene: Scene, low: int, floor: int) -> int:
    """Where a name begins whose words are parted by dots: '가온ㆍ나래ㆍ다솔 풍력'."""
    while low - 1 > floor and scene.text[low - 1] in _DOTS:
        start = max(scene.text.rfind(c, floor, low - 1) for c in (*_DOTS, " ")) + 1
        if start <= floor or start == low - 1:
            break
        low = start
    owner = scene.text.rfind("의 ", max(floor, low - _SHORT), low)
    if owner >= 0 and owner in scene.place_ends() and scene.text.count(" ", owner, low) < 3:
        return owner + 2  # '필리핀의 일리한 가스복합': the word between is of the name, too
    return low


def _behind_land(scene: Scene, low: int, high: int) -> int:
    """Where the name begins behind '가온국의 '."""
    place = scene.places.get(low)
    if place is None or not scene.text.startswith("의 ", place.char_end) or place.char_end + 2 >= high:
        return low
    return place.char_end + 2


def _is_one(scene: Scene, low: int, close: int, high: int, counted: bool) -> bool:
    """Tell whether a proper name stands in [low, close): no firm, no land, nobody.

    It has no head noun, unless the list says how many works it tells of.
    """
    if not 3 <= close - low <= _LONGEST or not scene.row_zone(low):
        return False
    if scene.heads_in(low, close) and not (counted and close < high):
        return False
    text = scene.text[low:close]
    if touching(scene.bodies, low, close) or touching(scene.people, low, close):
        return False
    if counted and close < high and scene.heads_in(low, close):
        return True
    place = scene.places.get(low)
    whole = place is not None and place.char_end >= close
    if close < high and touching(scene.money, close, high):
        return not (whole and place is not None and is_country(place))
    return not whole and "·" not in text and any(m.oov or m.tag == "NNP" for m in scene.morphs_in(low, close))
