"""Which candidates are undertakings: what speaks for and against each."""

from __future__ import annotations

import re

from extractor.projects.phrases import CAPACITY, Candidate
from extractor.projects.scene import Scene, touching
from extractor.projects.torn import is_torn
from extractor.projects.vocabulary import heads, stops
from extractor.records import Entity

#: From this score on a candidate is an undertaking.
ENOUGH = 3.0

_USED_AS_PLACE = re.compile(
    r"^(?:(?:에서|에|으로|로|까지|부터|행)(?:는|도|만|의)?|\s(?:내|안|인근|일대|부지))(?=[\s,.]|$)"
)
_SIZED = re.compile(r"(?:규모|상당|어치)의?\s?$")
_SUBJECT = re.compile(r"(?:은|는|이|가)\s")
_ACTS = re.compile(r"(?:와|과|이|가|은|는|측|도)\s?(?=[\s가-힣])")


def specificity(scene: Scene, candidate: Candidate) -> float:
    """How well the name tells its undertaking from others: names 2, letters, numbers and two words 1."""
    low, high = candidate.name
    best = 0.0
    words = 0
    head = candidate.head["word"] if candidate.head else ""
    head_low = high
    if head:
        at = scene.text.rfind(head, low, high)
        head_low = at if at >= 0 else high
    generic = stops("generic")
    for m in scene.morphs_in(low, high):
        if m.start >= head_low and not (m.start < head_low < m.end):
            if m.tag == "SN":
                best = max(best, 1.0)
            continue
        place = scene.places.get(m.start)
        if place is not None:
            best = max(best, _place_worth(place))
        elif touching(scene.bodies, m.start, m.end):
            best = max(best, 1.0)
        elif m.oov or (m.tag == "NNP" and m.form not in generic):
            best = max(best, 2.0)
        elif m.tag in ("SL", "SN", "SH"):
            best = max(best, 1.0)
        elif m.tag in ("NNG", "XR") and m.form not in generic:
            words += 1
            best = max(best, 1.0 if words > 1 else 0.5)
    if best < 2 and low < head_low:
        if _has_torn_name(scene, low, head_low) or _is_joint(scene, candidate, head_low):
            return 2.0
        if scene.at.get(low) is None:
            best = max(best, 1.0)
    return best


_WORDS = re.compile(r"[가-힣]+(?=\s)")


def _has_torn_name(scene: Scene, low: int, high: int) -> bool:
    return any(is_torn(scene, m.start(), m.end()) for m in _WORDS.finditer(scene.text, low, high))


def _is_joint(scene: Scene, candidate: Candidate, head_low: int) -> bool:
    """Tell whether two countries run one house ('한-카자흐 기술교류센터')."""
    head = candidate.head["word"] if candidate.head else ""
    if not head.endswith(tuple(stops("actor"))):
        return False
    ends = {e.char_end for at in range(candidate.name[0], head_low) if (e := scene.places.get(at))}
    return any(
        end + 1 in scene.places and scene.text[end] in "-·–∼~" and end + 1 < head_low for end in sorted(ends)
    )


_INTO = re.compile(r"[\'’”」`]?(?:에|에는)\s(?:각각\s)?")
_WORK = re.compile(
    r"(?:건설|구축|개선|확충|교체|공급|개발|실증|정비|현대화|개보수|확장|증설|조성|재건|복원|지원|이전|송전|처리|보급|설치)"
    r"\s?(?:사업|프로젝트|공사)$"
)


def _made_of(text: str, candidate: Candidate) -> str:
    """What makes a weak head tell more: a work inside ('원전 건설 사업') or an activity ('구축사업')."""
    low, high = candidate.name
    word = candidate.head["word"] if candidate.head else ""
    for _, end, row in heads()(text[low : high - len(word)]):
        if row["strength"] == "strong" and text[low + end : low + end + 1] in (" ", ""):
            return f"work inside ({row['word']})"
    return "activity" if _WORK.search(text, low, high) else ""


def _place_worth(place: Entity) -> float:
    """A town tells an undertaking from others, a country less, a part of the world hardly."""
    if place.text in ("한국", "우리나라", "대한민국"):
        return 0.0
    if not place.country:
        return 0.5
    return 1.0 if place.why.get("canonical", "").startswith("countries") else 2.0


def score(scene: Scene, candidate: Candidate, signed: float) -> float:
    """Add up the evidence.

    Parameters
    ----------
    signed : float
        1 when a stage word is told of it, 0.5 when one is told in the next sentence.
    """
    text = scene.text
    low, high = candidate.name
    candidate.specific = specificity(scene, candidate)
    points = candidate.specific
    reasons = [f"specific {points:g}"]
    strong = candidate.head is not None and candidate.head["strength"] == "strong"

    def add(value: float, reason: str) -> None:
        nonlocal points
        points += value
        reasons.append(f"{reason} {value:+g}")

    if candidate.source in ("item", "row", "heading"):
        add(3.0 if candidate.why.get("agenda") else 1.0, candidate.source)
    if candidate.source == "quoted":
        add(2.0, "quoted")
    if candidate.head and candidate.head["strength"] == "strong":
        add(1.0, "head")
    elif candidate.head and (kind := _made_of(text, candidate)):
        add(1.0, kind)
    paren = (candidate.high > high and text[high : high + 2].strip()[:1] == "(") or (
        candidate.action and candidate.high > candidate.action[1]
    )
    if text[high - 1] == ")":
        add(0.5, "abbreviation")
    if paren and touching(scene.money, high, candidate.high):
        add(2.0, "amount in parentheses")
    elif (m := _SIZED.search(text, max(0, low - 6), low)) and touching(scene.money, m.start() - 6, m.start()):
        add(2.0, "amount before")
    elif paren and touching(scene.days, high, candidate.high):
        add(0.5, "date in parentheses")
    elif paren and _SIZE.match(text, high):
        add(1.0, "size in parentheses")
    if signed:
        add(signed, "stage")
    if signed >= 1 and _dated(scene, candidate):
        add(0.5, "date")
    if candidate.action is not None:
        add(1.0, "action")
    elif signed < 1 and _cued(scene, candidate):
        add(1.0, "verb")
    zone = scene.zone(low)
    if zone in ("title", "lead"):
        add(0.5, zone)
    if zone in ("contact",):
        add(-3.0, zone)
    if not candidate.final:
        add(-2.0, "not the last noun")
    if candidate.source in ("phrase", "quoted"):
        after = text[candidate.high : candidate.high + 7].lstrip("'’”」』\"")
        if (into := _INTO.match(text, candidate.high)) and touching(scene.money, into.end(), into.end() + 12):
            add(2.0, "money into it")
        elif (
            candidate.action is None
            and not paren
            and _USED_AS_PLACE.match(after)
            and (strong or after[:2] == "에서")
        ):
            add(-3.0 if after.startswith("에서") else -1.5, "a place here")
        elif after.startswith("의 ") and not signed and candidate.action is None:
            add(-1.0, "owner of what follows")
        if candidate.action is None and signed < 1 and _visited(scene, candidate):
            add(-2.0, "only visited")
        if _spent_on(scene, low):
            add(1.0, "spent on it")
        if candidate.specific < 1 and not (paren or signed or candidate.action) and not _SUBJECT.match(after):
            add(-1.0, "general")
        if _MAKERS.search(text, low, high) and _RUNNING.match(text, high):
            add(-3.0, "a running plant")
        told = not signed and strong and _told_of(scene, candidate)
        if told:
            add(1.0, "told of")
        idle = (
            not (signed or told)
            and candidate.action is None
            and not any(w in r for r in reasons for w in ("amount", "verb", "work inside"))
        )
        if idle and candidate.source == "phrase" and not any("money" in r or "spent" in r for r in reasons):
            add(-1.0, "nothing is done to it")
        if candidate.specific < 2 and scene.headline(low):
            add(-2.0, "headline")
        if candidate.specific < 2 and (
            text[candidate.high : candidate.high + 1] == "·" or text[low - 1] == "·"
        ):
            add(-1.5, "one of many words")
        if not signed and _ACTS.match(after) and candidate.head and candidate.head["word"] in stops("actor"):
            add(-2.0, "acts itself")
        priced = any("amount" in r for r in reasons)
        if (
            not (strong or priced)
            and high - low <= 5
            and candidate.specific < 2
            and " " not in text[low:high]
        ):
            add(-1.0, "a word of its own")
        if _standing_at(scene, low):
            add(1.5 if candidate.specific < 2 else 0.0, "at a place")
        if candidate.action is not None and candidate.specific < 0.5:
            add(-0.5, "anything of its kind")
    candidate.score = points
    candidate.why["score"] = ", ".join(reasons)
    return points


def _told_of(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether something is decided on it ('접기로 했다') or begun on a day ('1월에 시작했다')."""
    if _DECIDED.match(scene.text, candidate.high):
        return True
    head = candidate.head["word"] if candidate.head else ""
    step = _STEP.match(scene.text, candidate.high)
    return step is not None and head not in stops("actor") and _dated(scene, candidate)


_SIZE = re.compile(rf"\s?\((?:총\s?|약\s?)?{CAPACITY}")
_STEP = re.compile(
    r"(?:은|는|이|가)\s[^.,\n]{2,20}?(?<!파업에 )(?:들어갔|들어간|시작|마쳤|마친|끝났|끝난|앞두|거쳤|넘겼)"
)
_DECIDED = re.compile(r"(?:은|는|을|를|도)\s[가-힣]{1,7}기로\s?(?:했|하|합의|결정|뜻)")
#: What runs is told of as business, not as a work: '텍사스 공장의 생산이 멈췄다'.
_MAKERS = re.compile(r"(?:공장|조선소|제철소|제련소|생산라인|생산시설)$")
_RUNNING = re.compile(
    r"(?:의\s(?:생산|가동|조업)|\s(?:생산|가동|조업))\S{0,3}\s(?:\S{1,5}\s)?(?:멈|중단|차질|줄|늘|정상화)"
    r"|(?:은|는|이|가)\s[^.,]{0,18}(?:멈춰|멈췄|휴업|파업)"
)
_SPENDING = re.compile(r"(?:을|를)\s(?:들여|투입해|투자해|들인)\s[^,.]{0,12}$")


def _spent_on(scene: Scene, low: int) -> bool:
    """Tell whether money is spent on it in the words before ('900억원을 들여 …')."""
    m = _SPENDING.search(scene.text, max(0, low - 24), low)
    return m is not None and touching(scene.money, m.start() - 2, m.start() + 1) is not None


def _dated(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a date stands right behind the name and its particle."""
    return touching(scene.days, candidate.high, candidate.high + 12) is not None


def _cued(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a verb or noun of undertaking follows or governs the relative clause before."""
    cues = stops("cue")
    for m in scene.morphs_in(candidate.high, candidate.high + 40):
        if m.tag == "SF":
            break
        if m.form in cues and m.tag in ("VV", "NNG"):
            return True
    before = scene.morphs_in(max(0, candidate.low - 12), candidate.low)
    return len(before) > 1 and before[-1].tag == "ETM" and any(m.form in cues for m in before[-4:-1])


def _visited(scene: Scene, candidate: Candidate) -> bool:
    visits = stops("visit")
    for m in scene.morphs_in(candidate.high, candidate.high + 14):
        if m.tag in ("SF", "SP"):
            return False
        if m.form in visits and m.tag in ("VV", "NNG", "XR"):
            return True
    return False


def _standing_at(scene: Scene, low: int) -> bool:
    """Tell whether a place with '에' stands right before the name ('퀘벡에 양극재 공장을')."""
    i = scene.till.get(low - 1)
    if i is None or i < 1 or scene.morphs[i].form != "에":
        return False
    start = scene.morphs[i].start
    return any(e.char_end == start for e in scene.places.values())
