"""Which candidates are undertakings: what speaks for and against each."""

from __future__ import annotations

import re

from extractor.projects.cues import (
    MAKERS,
    OF_ANOTHER,
    RUNNING,
    SIZE,
    aimed_at,
    cued,
    dated,
    houses,
    is_described,
    is_equipment,
    is_landmark,
    is_made,
    is_predicate,
    is_scene,
    is_within,
    is_won_there,
    made_of,
    priced,
    spent_on,
    standing_at,
    told_of,
    visited,
)
from extractor.projects.nouns import will_be
from extractor.projects.phrases import PAPER, Candidate
from extractor.projects.scene import Scene, touching
from extractor.projects.specific import specificity
from extractor.projects.vocabulary import heads_only, stops

#: From this score on a candidate is an undertaking.
ENOUGH = 3.0

_USED_AS_PLACE = re.compile(
    r"^(?:(?:에서|에(?!\s(?:이어|이은|비해))|으로|로|까지|부터|행)(?:는|도|만|의)?|\s(?:내|안|인근|일대|부지|[\d,.만천]+\s?㎡)"
    r"(?:에|에는|에서|에서는|으로|로)?)(?=[\s,.]|$)"
)
#: The money goes into what is built there: '나래산단에 100억원을 들여 공장을 옮긴다'.
_SPENT_ON = re.compile(
    r"(?:\([^()\n]*\))?(?:을|를)\s(?:들여|투자해|투입해|들이고|투자하고)[,\s][^,.\n]{2,40}?(?:을|를)\s(?:새로\s)?"
    r"(?:건설|설치|조성|구축|건립|신설|증설|설립|짓|지어|지을|지은|지었|세우|세워|이전|옮기|옮긴|옮겨|확장)"
)
#: Something else is built there.
_SITE = re.compile(
    r"[’'”」]?에(?:는)?\s[^,.\n]{2,44}?(?:을|를|이|가)\s(?:새로\s)?"
    r"(?:건설|설치|조성|구축|건립|신설|증설|설립|짓|지어|지을|지은|지었|세우|세워|들어선|들어서|들어설)"
    r"|[’'”」]?에\s(?:새로\s|신규로?\s)?(?:(?:건설|설치|조성|구축|건립|신설|증설|설립)(?:되는|될|된|하는|할|한)"
    r"|짓는|지을|지은|세우는|세울|세운|들어서는|들어설|들어선)\s"
)
#: What the undertaking named next is to build: '지하도로를 건설하는 나래시 도로 지하화 사업'.
_OF_NEXT = re.compile(
    r"(?:\s\d[\d,.]*\s?(?:km|㎞|m|㎡|ha))?(?:을|를)\s(?:건설|조성|설치|구축|건립|신설|증설|개설)하는\s"
    r"((?:[^\s,.]+\s){1,4}?)(?:[가-힣]{2,6}\s)?[가-힣·]{0,10}(?:사업|프로젝트|공사)(?=[은는이가을를의에도과와,.\s(‘’”])"
)
_SIZED = re.compile(r"(?:(?:규모|상당|어치|이상|안팎|내외)의?|인|짜리|에\s(?:달하는|이르는))\s?$")
_SUBJECT = re.compile(r"(?:은|는|이|가)\s")
_ACTS = re.compile(r"(?:와|과|이|가|은|는|측|도)\s?(?=[\s가-힣])")
#: So long a head tells of what kind a work is by itself ('액화플랜트').
_TELLING = 5
#: Whom something is undertaken with, and what is named only to tell who someone is.
_PARTNER = re.compile(r"(?:와|과)\s(?:함께\s|공동으로\s)?(?:추진|협의|협상|계약|합의|손잡|공동|체결|맺)")
_APPOSED = re.compile(
    r"(?:기관|업체|회사|법인|단체|기업|자회사|계열사|운영사|시공사|발주처|관계사|기구)인\s$"
)
#: Money is put into such funds as into shares.
_VEHICLE = re.compile(r"(?:투자|부동산|사모|공모|개발|주식|채권)\s?펀드$")
#: 'A 등 일부 사업의 …': it is one of them.
_SUCH = re.compile(
    r"\s등(?:의)?\s(?:\S{2,4}\s)?(?:[가-힣]{0,3}사업|프로젝트|공사|기반시설|인프라)(?![가-힣]{2})"
)
#: What is only done with an undertaking.
_STUDIED = re.compile(r"의\s(?:예비|사전|타당|기본|실시|우선)")
_NUMBERED = re.compile(r"(?:제\s?)?\d+차\s")
#: '6개 시·군 산업단지'.
_MANY = re.compile(r"\d+(?:여\s?)?개\s(?:시|군|구|도|시·도|시·군|시·군·구|지역|지자체|국가|나라|권역|지방)\s")
#: '교량·송전·항만', '수자원·도로'.
_FIELDS = re.compile(r"([가-힣]{2,4}(?:·[가-힣]{2,4})+)(?:\s(?:사업|프로젝트|공사))?")
#: 'A와 B를 잇는 다리로, …', and before it in its sentence '이 사업은'.
_IS = re.compile(r"(?:으로|로)[\s,]|이다|다\.|이며|이고")
#: 'A 사업은 … 발전소 2기를 건설하는 사업으로'.
_CONTENT = re.compile(
    r"(?:\s?\d+(?:기|동|척|개소))?(?:을|를)\s(?:새로\s)?(?:건설하|설치하|조성하|구축하|건립하|신설하|증설하|짓|세우)는\s"
    r"(?:것|사업|공사|프로젝트)(?:으로|로[,\s]|이다|다\.|이며|이고|입니다)"
)
_TOPIC_FAR = 90
_THIS = re.compile(
    r"(?:(?<![가-힣])(?:이|이번|해당|동)\s[가-힣]{2,10}|(?:공사|사업|프로젝트|노선|도로|철도|다리|교량|터널|선))(?:은|는)\s[^.\n]*$"
)
#: '해운항만, 철도 분야', '스마트시티, 병원 등 여러 분야'.
_OF_FIELD = re.compile(
    r"(?:(?:,\s?|·|\s및\s)[가-힣A-Za-z·]{1,10}){1,4}(?:\s?등)?(?:\s[가-힣]{2,3})?\s?(?:분야|부문|영역)(?![가-힣]{2})"
)
_BETWEEN = re.compile(r"(?:과|와|·|,|∼|~)\s?[가-힣]{1,8}역")
_INTO = re.compile(r"[\'’”」`]?(?:에|에는)\s(?:각각\s)?")


#: Reasons that tell of something done to it.
_DONE = re.compile(r"verb|made|signed for|work inside|such works|money|spent")


def _are_fields(scene: Scene, low: int, high: int) -> bool:
    """Tell whether nothing but kinds of works stand in a row ('교량·송전·항만', '수자원·도로 사업')."""
    row = _FIELDS.fullmatch(scene.text, low, high) if scene.text.find("·", low, high) >= 0 else None
    if row is None or any(at in scene.places for at in range(low, high)):
        return False
    return sum(w in heads_only() or w in stops("generic") for w in row[1].split("·")) * 2 > row[1].count("·")


def _is_of_next(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether an undertaking with a name of its own follows, which builds this one."""
    m = _OF_NEXT.match(scene.text, candidate.high)
    if m is None:
        return False
    own = scene.morphs_in(*m.span(1))
    return any(w.oov or w.tag == "NNP" or w.start in scene.places for w in own)


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
        add(2.0 if candidate.specific >= 1 else 1.0, "quoted")
    if candidate.head and candidate.head["strength"] == "strong":
        add(1.0, "head")
    elif candidate.head and (kind := made_of(scene, candidate)):
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
    elif signed >= 1 and text[low - 1] == " " and touching(scene.money, low - 2, low - 1):
        add(1.0, "sum before")
    elif paren and touching(scene.days, high, candidate.high):
        add(0.5, "date in parentheses")
    elif paren and SIZE.match(text, high):
        add(1.0, "size in parentheses")
    if signed:
        add(signed, "stage")
    if signed >= 1 and dated(scene, candidate):
        add(0.5, "date")
    if candidate.action is not None:
        add(1.0, "action")
    elif signed < 1 and cued(scene, candidate):
        add(1.0, "verb")
    least = 0.0 if candidate.source == "quoted" else 0.5 if strong else 1.0
    to_be_built = candidate.specific >= least and will_be(text, candidate.name[1])
    if to_be_built:
        add(1.0, "to be built")
    if candidate.specific >= 1 and PAPER.match(text, candidate.name[1]):
        add(1.0, "signed for")
    if not paren and priced(scene, candidate):
        add(1.5, "amount behind")
    costs = "amount" in ", ".join(reasons)
    short = candidate.head is not None and len(candidate.head["word"]) < _TELLING
    if candidate.specific == 0 and short and candidate.source in ("phrase", "heading"):
        add(-3.0, "like any other")
    zone = scene.zone(low)
    if zone in ("title", "lead"):
        add(0.5, zone)
    if zone in ("contact",):
        add(-3.0, zone)
    if not candidate.final:
        add(-2.0, "not the last noun")
    if candidate.source in ("phrase", "quoted"):
        after = text[candidate.high : candidate.high + 7].lstrip("'’”」』\"")
        into = None if text.endswith("펀드", 0, high) else _INTO.match(text, candidate.high)
        sum_into = touching(scene.money, into.end(), into.end() + 12) if into else None
        if sum_into is not None and _SPENT_ON.match(text, sum_into[1]):
            add(-4.5, "a place here, its sum is another's")
        elif sum_into is not None and not OF_ANOTHER.match(text, sum_into[1]):
            add(2.0, "money into it")
        elif candidate.action is None and not paren and is_landmark(text, candidate):
            add(-3.0, "a place here, landmark")
        elif (
            candidate.action is None
            and not paren
            and _USED_AS_PLACE.match(after)
            and (strong or after[:2] == "에서")
            and not aimed_at(text, candidate)
        ):
            if after.startswith("에서") and is_won_there(scene, candidate):
                add(1.0, "won there")
            else:
                site = after.startswith("에서") or _SITE.match(text, candidate.high)
                add(-3.0 if site else -1.5, "a place here")
        elif after.startswith("의 ") and candidate.action is None and signed < 1 and houses(scene, candidate):
            add(-3.0, "a place here, of a house")
        elif after.startswith("의 ") and not (signed or candidate.action or _STUDIED.match(after)):
            add(-1.0, "owner of what follows")
        if candidate.action is None and signed < 1 and visited(scene, candidate):
            add(-2.0, "only visited")
        if candidate.specific < 2 and candidate.action is None and is_predicate(scene, candidate):
            add(-2.0, "says what another is")
        if candidate.specific < 2 and not costs and _is_of_next(scene, candidate):
            add(-3.0, "what the next one builds")
        if "ends" in candidate.why and _IS.match(text, high) and _THIS.search(text, max(0, low - 60), low):
            add(-4.0, "says what this one is")
        elif _CONTENT.match(text, high) and _THIS.search(text, max(0, low - _TOPIC_FAR), low):
            add(-4.0, "what this one is to build")
        if candidate.specific < 2 and not costs and is_within(scene, low):
            add(-1.5, "a part of this one")
        if strong and candidate.action is None and is_scene(text, candidate):
            add(-3.0, "a place here, of an accident")
        if candidate.action is None and is_equipment(text, candidate):
            add(-2.0, "a part of what is there")
        if spent_on(scene, low):
            add(1.0, "spent on it")
        if candidate.specific < 2 and is_described(scene, low):
            add(1.0, "who builds it")
        elif candidate.specific < 1 and not (
            paren or signed or candidate.action or costs or _SUBJECT.match(after)
        ):
            add(-1.0, "general")
        if MAKERS.search(text, low, high) and RUNNING.match(text, high):
            add(-3.0, "a running plant")
        if (
            candidate.action is None
            and (candidate.specific >= 1 or text[high - 1] == ")")
            and is_made(text, candidate)
        ):
            add(1.0, "made")
        if candidate.action is None and (
            _APPOSED.search(text, max(0, low - 6), low)
            or (
                _PARTNER.match(text, candidate.high)
                and candidate.head
                and candidate.head["word"] in stops("actor")
            )
        ):
            add(-3.0, "someone")
        stop = candidate.head is not None and candidate.head["word"] == "역" and candidate.action is None
        if stop and (signed < 1 or _BETWEEN.match(text, candidate.high)):
            add(-4.0, "only a stop")
            candidate.final = False
        if candidate.specific >= 1 and _SUCH.match(text, candidate.high):
            add(1.0, "such works")
        if candidate.specific < 1 and text.endswith("펀드", low, high) and _VEHICLE.search(text, low, high):
            add(-3.0, "a vehicle")
        told = not signed and strong and told_of(scene, candidate)
        if told:
            add(1.0, "told of")
        idle = candidate.source == "phrase" and not (signed or told or costs or candidate.action)
        if idle and _DONE.search(", ".join(reasons)) is None:
            add(-1.0, "nothing is done to it")
        if candidate.action and text.startswith("계획", candidate.high) and _NUMBERED.match(text, low):
            add(-4.0, "a plan by its number")
        if candidate.specific < 2 and scene.headline(low):
            add(-2.0, "headline")
        if candidate.specific < 2 and (
            text[candidate.high : candidate.high + 1] == "·" or text[low - 1] == "·"
        ):
            add(-1.5, "one of many words")
        if strong and text[low].isdigit() and _MANY.match(text, low, high):
            add(-3.0, "any of many")
        if _are_fields(scene, low, high):
            add(-3.0, "fields in a row")
        elif candidate.specific < 2 and not costs and _OF_FIELD.match(text, high):
            add(-2.5, "a field")
        if (
            not (signed or to_be_built)
            and _ACTS.match(after)
            and candidate.head
            and candidate.head["word"] in stops("actor")
        ):
            add(-2.0, "acts itself")
        if not (strong or costs) and high - low <= 5 and candidate.specific < 2 and " " not in text[low:high]:
            add(-1.0, "a word of its own")
        if standing_at(scene, low):
            add(1.5 if candidate.specific < 2 else 0.0, "at a place")
        if candidate.action is not None and candidate.specific < 1 and not strong:
            add(-0.5, "anything of its kind")
    candidate.score = points
    candidate.why["score"] = ", ".join(reasons)
    return points
