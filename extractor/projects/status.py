"""How far an undertaking is: stage words with tense, support, negation and hearsay around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extractor.load import Row
from extractor.projects.scene import Scene
from extractor.projects.vocabulary import actions, stages

LADDER = ("", "proposed", "planned", "study", "bidding", "awarded", "contracted", "under_construction", "completed", "operating")  # fmt: skip
SIDE = ("delayed", "cancelled")

_NEXT = frozenset(
    [
        "예정",
        "계획",
        "목표",
        "방침",
        "전망",
        "지원",
        "참여",
        "요청",
        "희망",
        "촉구",
        "당부",
        "협의",
        "논의",
        "방안",
        "검토",
        "준비",
        "추진",
        "여부",
        "가능",
        "협상",
        "기대",
        "구상",
        "모색",
        "제안",
        "의향",
        "희망",
        "관심",
        "앞두",
        "노리",
        "공고",
        "겨냥",
    ]
)
_GOING = frozenset({"진행", "한창", "통과"})
_NEGATED = re.compile(r"^[^\s,.]{0,4}\s?[^\s,.]{0,2}(?:지\s?않|지는\s?않|지\s?못|된\s?바\s?없|은\s?아니)")
_HYPOTHETIC = re.compile(
    r"^[^\s,.]{0,4}\s?(?:우려|가능성|조짐|될\s?경우|할\s?경우|되면|될\s?수|할\s?수|위기)"
)
_HEARSAY = re.compile(r"알려졌|전해졌|알려지|것으로\s?보[이인]|전언")


@dataclass(frozen=True, slots=True)
class Sign:
    """A stage word read in its clause.

    Attributes
    ----------
    low, high : int
    row : Row
    reached : bool
        Told as having happened or going on; False: planned, supported or discussed.
    hearsay : bool
    """

    low: int
    high: int
    row: Row
    reached: bool
    hearsay: bool = False

    @property
    def stage(self) -> str:
        return self.row["stage"]


def signs(scene: Scene) -> list[Sign]:
    """All stage words of the article that tell something, in order."""
    found = []
    text = scene.text
    for low, high, row in stages()(text):
        if not scene.row_zone(low):
            continue
        i = scene.at.get(low)
        if i is None and row["sense"] == "event" and len(row["word"]) <= 2:
            continue
        after = text[high : high + 16]
        if _NEGATED.match(after) or _HYPOTHETIC.match(after):
            continue
        limit = scene.draft.sentence_at(low)[1]
        if row["sense"] == "state":
            reached: bool | None = not _future(after)
        else:
            reached = _told(scene, high, limit)
            if reached is None:
                reached = _by_date(scene, low, high)
        hearsay = bool(_HEARSAY.search(text, high, limit))
        found.append(Sign(low, high, row, bool(reached), hearsay))
    return found


def _future(after: str) -> bool:
    return bool(re.match(r"^\S{0,3}\s?(?:예정|할 계획|될 예정|될 전망|할 예정)", after))


def _told(scene: Scene, at: int, limit: int) -> bool | None:
    """Read the tense of the predicate that follows; None when there is none to read."""
    text = scene.text
    verb = False
    previous = ""
    for m in scene.morphs[scene.index_from(at) : scene.index_from(at) + 40]:
        if m.start >= limit:
            break
        form, tag = m.form, m.tag
        if tag == "SSC" or tag == "SF":
            break
        if tag == "SSO":
            if form == "(" and not verb:
                return _inside(text, m.start, limit)
            continue
        if tag in ("NNG", "VV", "NNB") and form in _NEXT:
            return False
        if (tag == "NNB" and form == "중") or (tag == "NNG" and form in _GOING):
            return True
        if tag == "SP" and form in ",/" and not verb:
            break
        if tag == "SW" and not verb:
            break
        if tag in ("VV", "XSV", "VX", "VCP"):
            verb = True
        if tag == "EP":
            return form != "겠"
        if tag == "ETM":
            if form in ("ᆯ", "을"):
                return False
            if form in ("ᆫ", "은") and previous in ("XSV", "VV", "VX"):
                return True
            if form == "는" and previous in ("XSV", "VV", "VX"):
                return False
        if tag == "EF":
            return form in ("다", "습니다") and previous == "VX"
        if tag == "ETN":
            return None
        previous = tag
    return None


def _inside(text: str, at: int, limit: int) -> bool | None:
    """'완공(2019년 12월 예정)': a parenthesis right after the word says when."""
    close = text.find(")", at, limit)
    inner = text[at : close if close > 0 else limit]
    return False if re.search(r"예정|계획|목표", inner) else None


def _by_date(scene: Scene, low: int, high: int) -> bool | None:
    """A bare noun with a date beside it: past or to come, seen from the day of publication."""
    day = _date_beside(scene, low, high)
    published: date | None = scene.draft.published
    if day is None:
        return None
    if day.relation == "planned" or "예정" in scene.text[high : high + 6]:
        return False
    if published is None or day.end is None or day.start is None:
        return None
    if day.end < published:
        return True
    return None


def _date_beside(scene: Scene, low: int, high: int):  # type: ignore[no-untyped-def]
    for day in scene.draft.dates:
        if (day.char_end <= low and low - day.char_end <= 4) or (
            day.char_start >= high and day.char_start - high <= 2
        ):
            return day
    return None


def settle(found: list[Sign]) -> tuple[str, str, Sign | None, Sign | None]:
    """Of all signs of one undertaking: the stage reached, the next one, and the signs that tell them."""
    reached = [s for s in found if s.reached]
    coming = [s for s in found if not s.reached and s.stage not in SIDE]
    top: Sign | None = None
    for s in reached:
        if (
            s.stage in SIDE
            or top is None
            or (LADDER.index(s.stage) > LADDER.index(top.stage) if top.stage not in SIDE else False)
        ):
            top = s
    stage = top.stage if top else ""
    after = max(coming, key=lambda s: LADDER.index(s.stage), default=None)
    if after is not None and top is not None and top.stage in LADDER:
        ahead = [s for s in coming if LADDER.index(s.stage) > LADDER.index(top.stage)]
        after = min(ahead, key=lambda s: LADDER.index(s.stage), default=None)
    return stage, after.stage if after else "", top, after


def supported(action: str) -> bool:
    """Tell whether the words of action only support or discuss what they name."""
    return any(action.endswith(w) for w, row in actions().items() if row["role"] == "support")
