"""How far an undertaking is: stage words with tense, support, negation and hearsay around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractor.load import Row
from extractor.projects.scene import Scene
from extractor.projects.vocabulary import stages, stops
from extractor.records import ROW_ZONES, CalendarDate

#: The stages in the order in which an undertaking goes through them; `SIDE` can come at any time.
LADDER = (
    "", "proposed", "planned", "study", "bidding", "awarded", "contracted", "under_construction",
    "completed", "operating",
)  # fmt: skip
SIDE = ("delayed", "cancelled")

#: reached: told as having happened or going on; announced: will be; open: supported, asked for, discussed.
Mode = Literal["reached", "announced", "open"]

_NEGATED = re.compile(
    r"[^\s,.]{0,4}\s?[^\s,.]{0,2}(?:지\s?않|지는\s?않|지\s?못|된\s?바\s?없|은\s?아니|(?:게|것이|것은|건)\s?아[니닙닌])"
    r"|(?:조차|도)\s?(?:\S{1,3}\s?)?못|설(?:이|은|도|을|에)\s"
)
_OVERCOME = re.compile(
    r"\S{0,2}(?:됐|되었|했|았|었|렸|졌)(?:던|다가)\s|\s?(?:끝에|딛고|위기를|사태)"
    r"|\S{0,2}[된한린진]\s(?:뒤|후|이후)\s|로\s(?:재입찰|재공고|재발주|재공모|새\s)|(?:을|를)\s(?:딛고|극복)"
)
_HYPOTHETIC = re.compile(
    r"[^\s,.]{0,6}다는\s(?:보도|지적|주장|소문|설|관측|의혹)"
    r"|[^\s,.]{0,4}\s?(?:우려|가능성|조짐|될\s?경우|할\s?경우|되면(?!서)|될\s?수|할\s?수|수\s?있|경우|때\s|위기|위험|기로에)"
)
_ENDING = re.compile(r"(?:을|를)?\s?(?:\S{1,6}\s)?(?:마치|마친|마무리|끝내|끝낸|완료)")
_STEP = re.compile(
    r"(?:조사|설계|평가|심사|협상|계측|검토|용역|연구|예타|보상|허가|실사|협의|점검|등록|서명|인수|매각|납부|교육)"
    r"(?:을|를|이|가|은|는|도|까지)?\s(?:\S{1,6}\s){0,2}$"
)
_DONE = re.compile(r"\s?(?:선정|체결|확정|통과|발표|개시|지정|실시|완료)(?=\s?\()")
_HEARSAY = re.compile(r"알려졌|전해졌|알려지|것으로\s?보[이인]|전언")
_LATER = re.compile(r"\S{0,3}\s?(?:예정|할 계획|될 예정|될 전망|할 예정|할 방침|목표)")


@dataclass(frozen=True, slots=True)
class Sign:
    """A stage word read in its clause.

    Attributes
    ----------
    low, high : int
    row : Row
        The row of ``stages.tsv``.
    mode : Mode
    hearsay : bool
        Told as something heard ('알려졌다').
    overcome : bool
        A delay or an end that is past ('중단됐던', '지연 끝에').
    ending : bool
        What is told of is its end ('타당성조사를 마치고').
    """

    low: int
    high: int
    row: Row
    mode: Mode
    hearsay: bool = False
    overcome: bool = False
    ending: bool = False

    @property
    def stage(self) -> str:
        return self.row["stage"]


def signs(scene: Scene) -> list[Sign]:
    """All stage words of the article that tell something, in order; what is denied tells nothing."""
    if "signs" not in scene.memory:
        scene.memory["signs"] = _signs(scene)
    found: list[Sign] = scene.memory["signs"]
    return found


def _signs(scene: Scene) -> list[Sign]:
    found = []
    text = scene.text
    words = list(stages()(text))
    side = {low for low, _, row in words if row["stage"] in SIDE}
    for low, high, row in words:
        zone = scene.zone(low)
        if zone == "denied" or zone not in ROW_ZONES:
            continue
        if scene.at.get(low) is None and len(row["word"]) <= 2 and not _after_noun(scene, low):
            continue
        if row["sense"] == "event" and _compound(scene, high):
            continue
        if row["stage"] == "completed" and _STEP.search(text, max(0, low - 24), low):
            continue
        after = text[high : high + 16]
        if _NEGATED.match(after) or _HYPOTHETIC.match(after):
            continue
        limit = scene.draft.sentence_at(low)[1]
        mode: Mode
        if row["sense"] == "state":
            mode = "announced" if _LATER.match(after) else "reached"
        else:
            mode = (
                _linked_to_a_day(scene, low, high)
                or _told(scene, high, limit, side)
                or _by_date(scene, low, done.end() if (done := _DONE.match(text, high)) else high)
                or _alone(scene, row, low, high)
            )
            if mode == "reached" and row["stage"] != "study" and _ahead(scene, low):
                mode = "announced"
            if mode == "open" and row["stage"] == "study":
                mode = "reached"
        past = row["stage"] in SIDE and bool(_OVERCOME.match(text, high))
        hearsay = bool(_HEARSAY.search(text, high, limit))
        found.append(Sign(low, high, row, mode, hearsay, past, bool(_ENDING.match(text, high))))
    return found


def _compound(scene: Scene, high: int) -> bool:
    """Tell whether the stage word is only part of a noun ('수주전', '발주처')."""
    text = scene.text
    if high >= len(text) or not "가" <= text[high] <= "힣":
        return False
    i = scene.at.get(high)
    if i is None:
        over = scene.morphs[scene.index_from(high) - 1]
        return over.tag[0] == "N" and over.end > high
    m = scene.morphs[i]
    return m.tag in ("NNG", "XSN", "NNP") and m.form not in stops("ceremony")


def _after_noun(scene: Scene, low: int) -> bool:
    """A stage word glued to the noun before it ('부지공사', '국제입찰')."""
    i = scene.till.get(low)
    return i is not None and scene.morphs[i].tag[0] == "N"


def _told(scene: Scene, at: int, limit: int, side: set[int]) -> Mode | None:
    """Read the predicate that follows; None when there is none to read. What is delayed is not reached."""
    announced, opened = stops("announced"), stops("open")
    first = scene.index_from(at)
    last = scene.morphs[first - 1]
    if last.end > at and last.tag[0] == "E":
        first -= 1
    elif last.end == at and last.tag in ("EP", "ETM"):
        return "announced" if last.form in ("ᆯ", "을", "겠") else "reached"
    previous = ""
    verb = False
    for m in scene.morphs[first : first + 40]:
        if m.start >= limit:
            break
        form, tag = m.form, m.tag.split("-")[0]
        if m.start in side:
            return "open"
        if tag in ("SSC", "SF", "SW") or (tag == "SP" and not verb):
            break
        if tag == "SSO":
            if form == "(" and not verb:
                return _inside(scene.text, m.start, limit)
            continue
        if tag in ("NNG", "VV", "NNB"):
            if form in announced:
                return "announced"
            if form in opened:
                return "open"
            if (form == "중" and tag == "NNB") or form in stops("going"):
                return "reached"
        if tag in ("VV", "XSV", "VX", "VCP"):
            verb = True
        if tag == "EP":
            return "announced" if form == "겠" else "reached"
        if tag == "ETM" and (mode := _relative(form, previous)):
            return mode
        if tag == "EF":
            if form in ("다", "습니다", "음", "ᆷ") and previous == "VX":
                return "reached"
            return "announced" if form in ("ᆫ다", "는다", "ᆸ니다") else None
        if tag == "ETN" and scene.text.startswith("로 ", m.end):
            return "announced"
        if tag == "EC" and form in ("기로", "려", "려고"):
            return "announced"
        previous = tag
    return None


def _relative(form: str, previous: str) -> Mode | None:
    if previous not in ("XSV", "VV", "VX"):
        return None
    if form in ("ᆫ", "은", "던"):
        return "reached"
    return "announced" if form in ("ᆯ", "을", "는") else None


def _inside(text: str, at: int, limit: int) -> Mode | None:
    """'완공(2019년 12월 예정)': a parenthesis right after the word says when."""
    close = text.find(")", at, limit)
    inner = text[at : close if close > 0 else limit]
    return "announced" if re.search(r"예정|계획|목표", inner) else None


def _by_date(scene: Scene, low: int, high: int) -> Mode | None:
    """A bare noun with a date beside it: past or to come, seen from the day of publication."""
    day = date_beside(scene, low, high)
    if day is None:
        return None
    if day.relation == "planned" or "예정" in scene.text[high : high + 6]:
        return "announced"
    published = scene.draft.published
    if published is None or day.end is None or day.start is None:
        return "announced" if re.match(r"내년|오는|내달|다음", day.text) else None
    if day.end < published:
        return "reached"
    return "announced"


_AND_THEN = re.compile(r"(?:해|하고|한\s뒤|한\s후|돼|되어|하여|하며|됐으며|했으며)[\s,]")


def _linked_to_a_day(scene: Scene, low: int, high: int) -> Mode | None:
    """'지난달 착공해 내년 준공하는': the first step stands with its own date, whatever comes after it."""
    return _by_date(scene, low, high) if _AND_THEN.match(scene.text, high) else None


_AHEAD = re.compile(r"(?:내년|오는|다음\s?달|내달|연내)\S{0,6}\s(?:\S{1,5}\s)?$")


def _ahead(scene: Scene, low: int) -> bool:
    """Tell whether the words before put it into the future ('내년 본계약 체결까지')."""
    return bool(_AHEAD.search(scene.text, max(0, low - 14), low))


def date_beside(scene: Scene, low: int, high: int) -> CalendarDate | None:
    """The date right before the word ('내년 3월 개소') or right behind it ('완공(2019년')."""
    for day in scene.draft.dates:
        if 0 <= low - day.char_end <= 4 or 0 <= day.char_start - high <= 2:
            return day
    return None


def _alone(scene: Scene, row: Row, low: int, high: int) -> Mode:
    """A stage noun without verb and date: in a parenthesis it tells how far it is, in an item not."""
    if row["stage"] == "study":
        return "reached"
    text = scene.text
    opened = text.rfind("(", max(0, low - 60), low)
    noted = opened >= 0 and text.find(")", opened, low) < 0
    return (
        "reached"
        if noted and re.match(r"\S{0,2}\s?(?:선정|확정|통과|체결|단계)?\s?[),·]", text[high : high + 12])
        else "open"
    )


def _is_work(sign: Sign) -> bool:
    return LADDER.index(sign.stage) >= LADDER.index("under_construction")


def _being_ended(sign: Sign) -> bool:
    """A study that is to be finished goes on now ('연말까지 타당성조사를 마치고')."""
    return sign.stage == "study" and sign.ending


def settle(found: list[Sign]) -> tuple[str, str, Sign | None, Sign | None]:
    """Of all signs of one undertaking: the stage reached, the next one, and the signs that tell them."""
    top: Sign | None = None
    reached = [s for s in found if s.mode == "reached"]
    if not all(s.overcome for s in reached):
        reached = [s for s in reached if not s.overcome]
    for s in reached:
        if s.row["word"] == "재개":
            top = s
        elif s.stage in SIDE:
            if top is None or s.stage == "cancelled" or top.stage != "cancelled":
                top = s
        elif top is None or (top.stage not in SIDE and LADDER.index(s.stage) > LADDER.index(top.stage)):
            top = s
    coming = [s for s in found if s.mode != "reached" and s.stage not in SIDE]
    if top is not None and top.stage in LADDER:
        coming = [s for s in coming if LADDER.index(s.stage) > LADDER.index(top.stage)]
    after = min(coming, key=lambda s: (s.mode != "announced", LADDER.index(s.stage)), default=None)
    stage = top.stage if top else ""
    if stage == "proposed" and after is not None and after.mode == "announced" and _is_work(after):
        stage = "planned"
    if not stage and top is None and any(_being_ended(s) for s in coming):
        stage = "study"
    if not stage and any(s.mode == "announced" for s in coming):
        stage = "planned"
    return stage, after.stage if after else "", top, after
