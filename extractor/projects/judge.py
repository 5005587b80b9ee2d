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
from extractor.projects.mentioned import ANYWHERE, grounds_of, only_mentioned
from extractor.projects.nouns import will_be
from extractor.projects.phrases import PACKAGE, PAPER, Candidate
from extractor.projects.scene import Scene, is_country, touching
from extractor.projects.specific import specificity
from extractor.projects.vocabulary import actions, heads_only, stops

#: From this score on a candidate is an undertaking.
ENOUGH = 3.0
#: With so much its neighbours in a row can make it one.
_NEARLY = 1.5

_USED_AS_PLACE = re.compile(
    r"^(?:(?:에서(?!\s(?:발을\s|손을\s|철수|빠[지졌져]|물러))|에(?!\s(?:이어|이은|비해))|으로|로|까지|부터|행)(?:는|도|만|의)?"
    r"|(?:\s?내|\s(?:안|인근|일대|부지|[\d,.만천]+\s?㎡))(?:에|에는|에서|에서는|으로|로)?)(?=[\s,.]|$)"
)
#: The money goes into what is built there: '나래산단에 100억원을 들여 공장을 옮긴다'.
_SPENT_ON = re.compile(
    r"(?:\([^()\n]*\))?(?:을|를)\s(?:들여|투자해|투입해|투자하여|투입하여|들이고|투자하고)[,\s][^,.\n]{2,40}?(?:을|를)\s(?:새로\s)?"
    r"(?:건설|설치|조성|구축|건립|신설|증설|설립|짓|지어|지을|지은|지었|세우|세워|이전|옮기|옮긴|옮겨|확장)"
)
#: On grounds money is spent on something, whatever that is.
_SPENT_AT = re.compile(r"(?:\([^()\n]*\))?(?:을|를)\s(?:들[여이]|(?:투자|투입)(?:해|하여|하고|해서))")
#: Something else is built there.
_SITE = re.compile(
    r"[’'”」]?(?:\s?(?:내|안))?에(?:는)?\s[^,.\n]{2,60}?(?:을|를|이|가)\s(?:새로\s)?"
    r"(?:건설|설치|조성|구축|건립|신설|증설|설립|짓|지어|지을|지은|지었|세우|세워|들어선|들어서|들어설)"
    r"|[’'”」]?에\s(?:새로\s|신규로?\s)?(?:(?:건설|설치|조성|구축|건립|신설|증설|설립)(?:되는|될|된|하는|할|한)"
    r"|짓는|지을|지은|세우는|세울|세운|들어서는|들어설|들어선)\s"
)
#: What the undertaking named next is to build: '지하도로를 건설하는 나래시 도로 지하화 사업'.
_OF_NEXT = re.compile(
    r"(?:\s\d[\d,.]*\s?(?:km|㎞|m|㎡|ha))?(?:을|를)\s(?:건설|조성|설치|구축|건립|신설|증설|개설)하는\s"
    r"((?:[^\s,.]+\s){1,4}?)(?:[가-힣]{2,6}\s)?[가-힣·]{0,10}(?:사업|프로젝트|공사)(?=[은는이가을를의에도과와,.\s(‘’”])"
)
_SIZED = re.compile(r"(?:(?:규모|상당|어치|이상|안팎|내외)의?|인|의|짜리|에\s(?:달하는|이르는))\s?$")
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
#: Before what all works of somebody come to: '모두 700㎿의 발전소'.
_SUM = re.compile(r"(?:모두|총|전체|합쳐|도합)\s$")
#: Names of nothing in particular that end a list: '등 대형 에너지 플랜트 프로젝트'.
_GENERAL = re.compile(
    r"(?:(?:대형|대규모|초대형|주요|핵심|각종|다양한|에너지|인프라|교통|건설|산업|플랜트|토목|발전|경협|국책|현지|해외|국내|연구개발|협력)\s?)+"
    r"(?:프로젝트|사업|공사)"
)
_LISTED_BEFORE = re.compile(
    r"등\s(?:[^.,\n]{1,28}[는한인할된]\s)?(?:[가-힣]{2,5}\s){0,2}$|(?:각종|여러|다양한|모든|많은)\s$"
)
#: 'A 등 일부 사업의 …': it is one of them.
_SUCH = re.compile(
    r"\s등(?:의)?\s(?:\S{2,4}\s|(?:[^\s,.]{1,9}\s){1,3}[^\s,.]{1,6}[한된는]\s(?:[^\s,.]{1,9}\s){0,2})?(?:[가-힣]{0,3}사업|프로젝트|공사|기반시설|인프라)(?![가-힣]{2})"
)
#: The last of a list of works: '발주 사업에는 A, B 등이 포함됐다'.
_LISTED = re.compile(r"\s등(?:이|도)?\s(?:포함|있|꼽|선정|대표적)")
_LIST_OF = re.compile(r"(?:사업|프로젝트|공사|과제)(?:은|는|으로는|로는|에는)\s[^.\n]*,\s[^.\n]*$")
#: What is only done with an undertaking.
_STUDIED = re.compile(r"의\s(?:예비|사전|타당|기본|실시|우선)")
_NUMBERED = re.compile(r"(?:제\s?)?\d+차\s")
#: '6개 시·군 산업단지'.
_MANY = re.compile(r"\d+(?:여\s?)?개\s(?:시|군|구|도|시·도|시·군|시·군·구|지역|지자체|국가|나라|권역|지방)\s")
#: '교량·송전·항만', '수자원·도로'.
_FIELDS = re.compile(r"([가-힣]{2,4}(?:·[가-힣]{2,4})+)(?:\s(?:사업|프로젝트|공사))?")
#: 'A와 B를 잇는 다리로, …', and before it in its sentence '이 사업은'.
_IS = re.compile(r"(?:으로|로)[\s,]|이다|다\.|이며|이고")
THIS = re.compile(
    r"(?:(?<![가-힣])(?:이|이번|해당|동)\s[가-힣]{2,10}|(?:공사|사업|프로젝트|노선|도로|철도|다리|교량|터널|선))(?:은|는)\s(?:[^.\n]|\.\d)*$"
    r"|(?<![가-힣])(?:이|이번|해당)\s(?:계약|수주|사업|공사)(?:에\s따라|으로|로|가\s완료되면|이\s완료되면)\s(?:[^.\n]|\.\d)*$"
)
#: At the beginning of a sentence about the work told of before.
THIS_ONE = re.compile(r"[‘'“\"]?(?:이|이번|해당|동)\s(?:공사|사업|프로젝트)(?:은|는)\s")
#: '석유화학공장 건설 시공능력', '원전 건설 경험'.
_ABLE = re.compile(
    r"\s(?:(?:시공|수행|설계|운영)\s?)?(?:능력|역량|기술력|기술|노하우|경험|실적|강점|경쟁력)(?!\s?(?:공유|전수|이전))"
)
#: '해운항만, 철도 분야', '스마트시티, 병원 등 여러 분야'.
_OF_FIELD = re.compile(
    r"(?:(?:,\s?|·|\s및\s)[가-힣A-Za-z·]{1,10}){1,4}(?:\s?등)?(?:\s[가-힣]{2,3})?\s?(?:분야|부문|영역)(?![가-힣]{2})"
)
_BETWEEN = re.compile(r"(?:과|와|·|,|∼|~)\s?[가-힣]{1,8}역")
_INTO = re.compile(
    r"[\'’”」`]?(?:에(?:는|도)?|(?:을|를)\s위해(?:서)?(?:도|는)?)\s"
    r"(?:[가-힣]{0,6}(?:기금|차관|자금|예산|국비|사업비)(?:\([A-Z]{2,5}\))?\s)?(?:각각\s|총\s|모두\s|약\s)?"
)
#: Chosen as the site of something else; grounds are those that something is meant for, too.
_CHOSEN = re.compile(
    r"[’'”」]?(?:을|를)\s(?:[^\s,.]{1,9}\s){0,3}?"
    r"(?:대상지|입지|후보지|부지|터|적지|소재지|대상지역|(?P<meant>대상))(?:으로|로)(?:\s|,)"
)


#: Its budget is told behind it: '… 사업 예산은 정부안보다 61% 늘어난 520억원'.
_BUDGET = re.compile(r"\s예산(?:은|이|을|도|만)?\s[^.\n]{0,40}?\d[\d천백,.조억만]*여?\s?원")
_DIGIT = re.compile(r"\d")
#: Mines and fields with a name are rarely told of but for their being dug and bought.
_MINE = re.compile(r"(?:광산|탄광|광구|유전|가스전|광구)$")


#: How many are ordered.
_SO_MANY = re.compile(r"\d\s?(?:대|문|척|편성|개\s포대|개\s대대)$")
#: What is dug and drilled there.
_STRUCK = re.compile(
    r"에서(?:는|도)?\s[^.\n]{0,40}?(?:발견|생산|시추|채굴|탐사|뽑|캐|퍼)(?:[하한할해됐된되될]|[냈낸]|고\s있|을|를|이|에)"
)
#: Reasons that tell of something done to it.
_DONE = re.compile(r"verb|made|signed for|work inside|such works|listed|money|spent")


def _is_listed(scene: Scene, low: int, high: int) -> bool:
    """Tell whether it closes a list of works ('… 사업에는 A, B 등이 포함됐다')."""
    start = scene.draft.sentence_at(low)[0]
    return _LISTED.match(scene.text, high) is not None and _LIST_OF.search(scene.text, start, low) is not None


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


_LAST_WORD = re.compile(r"[^\s·]+$")


def _after_action(text: str, dot: int) -> bool:
    """Tell whether what is done to another work stands before the dot ('가온 공장 증설·나래 단지 조성')."""
    m = _LAST_WORD.search(text, max(0, dot - 12), dot)
    return m is not None and m[0] in actions()


def _is_abroad(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether the full name is told with another country before it ('칠레 라온 신도시')."""
    place = scene.places.get(candidate.name[0])
    return candidate.specific >= 2 and place is not None and is_country(place) and place.country != "KR"


#: Two houses at the beginning of what they do: '가온철도와 나래공사는', '가온플랜트와 나래건설이'.
_AND_HOUSE = re.compile(r"(?:와|과)\s")
_DO = re.compile(r"(?:은|는|이|가)\s")


def _is_party(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a name of one word stands beside a house that acts with it."""
    low, high = candidate.name
    m = _AND_HOUSE.match(scene.text, high)
    if m is None or " " in scene.text[low:high] or candidate.action is not None:
        return False
    house = touching(scene.bodies, m.end(), m.end() + 1)
    return house is not None and house[0] == m.end() and _DO.match(scene.text, house[1]) is not None


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
    strong = candidate.head is not None and candidate.head["strength"] != "weak"
    programme = text.endswith(("사업", "프로젝트"), low, high)
    grounds = strong and grounds_of(text, low, high)

    def add(value: float, reason: str) -> None:
        nonlocal points
        points += value
        reasons.append(f"{reason} {value:+g}")

    if candidate.source == "item" and candidate.action is None and text.startswith("인 ", high):
        add(-4.0, "says what another is")
    if candidate.source in ("item", "row", "heading"):
        add(3.0 if candidate.why.get("agenda") else 1.0, candidate.source)
    if candidate.source == "item" and not candidate.why.get("agenda") and _are_fields(scene, low, high):
        add(-3.0, "fields in a row")
    if candidate.source == "quoted":
        add(2.0 if candidate.specific >= 1 else 1.0, "quoted")
    if candidate.source == "funded":
        add(2.0, "sum of a budget")
        if candidate.specific < 1 and text.count(" ", low, candidate.high) < 2:
            add(-3.0, "like any other")
    if strong:
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
    elif signed < 1 and not grounds and cued(scene, candidate):
        add(1.0, "verb")
    least = 0.0 if candidate.source == "quoted" else 0.5 if strong else 1.0
    to_be_built = candidate.specific >= least and will_be(text, candidate.name[1])
    if to_be_built:
        add(1.0, "to be built")
    if candidate.specific >= 1 and PAPER.match(text, candidate.name[1]):
        add(1.0, "signed for")
    if candidate.specific >= 1 and programme and _BUDGET.match(text, candidate.high):
        candidate.final = True
        add(1.5, "amount of its budget")
    if not paren and priced(scene, candidate):
        add(1.5, "amount behind")
    costs = "amount" in ", ".join(reasons)
    short = candidate.head is not None and len(candidate.head["word"]) < _TELLING
    if costs and text.count(" ", low, high) > 2 and _DIGIT.search(text, low, high) is None:
        short = False  # kinds alone, but four of them
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
        after = text[candidate.high : candidate.high + 14].lstrip("'’”」』\"")
        into = None if text.endswith("펀드", 0, high) else _INTO.match(text, candidate.high)
        sum_into = touching(scene.money, into.end(), into.end() + 12) if into else None
        spent = _SPENT_AT if grounds else _SPENT_ON
        if sum_into is not None and not programme and spent.match(text, sum_into[1]):
            add(-4.5, "a place here, its sum is another's")
        elif sum_into is not None and not OF_ANOTHER.match(text, sum_into[1]):
            add(2.0, "money into it")
        elif (
            candidate.action is None
            and (m := _CHOSEN.match(text, candidate.high))
            and (grounds or not m["meant"])
        ):
            add(-3.0, "a place here, chosen")
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
            elif _MINE.search(text, low, high) and _STRUCK.match(text, candidate.high):
                add(1.0, "what it gives")
            else:
                site = grounds or after.startswith("에서") or _SITE.match(text, candidate.high)
                add(-3.0 if site else -1.5, "a place here")
        elif after.startswith("의 ") and grounds and candidate.action is None:
            add(-3.0, "grounds of what follows")
        elif after.startswith("의 ") and candidate.action is None and signed < 1 and houses(scene, candidate):
            add(-3.0, "a place here, of a house")
        elif (
            after.startswith("의 ")
            and not (signed or candidate.action or _STUDIED.match(after))
            and not (programme and candidate.specific >= 2)
        ):
            add(-1.0, "owner of what follows")
        if candidate.action is None and signed < 1 and visited(scene, candidate):
            add(-2.0, "only visited")
        if PACKAGE.search(text, low, high):
            add(1.0 if paren else 0.5, "a package")
        elif candidate.specific < 2 and candidate.action is None and is_predicate(scene, candidate):
            add(-2.0, "says what another is")
        if candidate.specific < 2 and not costs and _is_of_next(scene, candidate):
            add(-3.0, "what the next one builds")
        if "ends" in candidate.why and _IS.match(text, high) and THIS.search(text, max(0, low - 60), low):
            add(-4.0, "says what this one is")
        if candidate.specific < 2 and candidate.action and _ABLE.match(text, candidate.action[1]):
            add(-3.0, "what someone is able to do")
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
            or _is_party(scene, candidate)
        ):
            add(-3.0, "someone")
        stop = candidate.head is not None and candidate.head["word"] == "역" and candidate.action is None
        if stop and (signed < 1 or _BETWEEN.match(text, candidate.high)):
            add(-4.0, "only a stop")
            candidate.final = False
        if candidate.specific >= 1 and _SUCH.match(text, candidate.high):
            add(1.0, "such works")
        elif candidate.specific >= 1 and _is_listed(scene, low, candidate.high):
            add(1.5, "one of those listed")
        if candidate.specific < 2 and _SUM.search(text, max(0, low - 8), low):
            add(-4.0, "a sum of works")
        if _GENERAL.fullmatch(text, low, high):
            listed = _LISTED_BEFORE.search(text, max(0, low - 44), low)
            add(-4.0 if listed else -2.0, "sums up a list" if listed else "works in general")
        if candidate.specific < 1 and text.endswith("펀드", low, high) and _VEHICLE.search(text, low, high):
            add(-3.0, "a vehicle")
        told = not signed and strong and told_of(scene, candidate)
        if told:
            add(1.0, "told of")
        idle = candidate.source == "phrase" and not (signed or told or costs or candidate.action)
        if (strong or signed >= 1) and 0 < candidate.specific < 2 and _SO_MANY.search(text, low, high):
            add(1.0, "so many of them")
            idle = False
        package = PACKAGE.search(text, low, high) is not None
        idle = idle and not package and not (candidate.specific >= 1 and _MINE.search(text, low, high))
        idle = idle and not (strong and _is_abroad(scene, candidate))
        if idle and _DONE.search(", ".join(reasons)) is None:
            add(-1.0, "nothing is done to it")
        if candidate.action and text.startswith("계획", candidate.high) and _NUMBERED.match(text, low):
            add(-4.0, "a plan by its number")
        if candidate.specific < 2 and scene.headline(low):
            add(-2.0, "headline")
        if candidate.specific < 2 and (
            (candidate.action is None and text[candidate.high : candidate.high + 1] == "·")
            or (text[low - 1] == "·" and not _after_action(text, low - 1))
        ):
            add(-1.5, "one of many words")
        if strong and text[low].isdigit() and _MANY.match(text, low, high):
            add(-3.0, "any of many")
        if _are_fields(scene, low, high):
            add(-3.0, "fields in a row")
        elif candidate.specific < 2 and not costs and _OF_FIELD.match(text, high):
            add(-2.5, "a field")
        if (
            not (signed or to_be_built or (candidate.action and candidate.specific >= 2))
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
        if points >= _NEARLY and (reason := only_mentioned(scene, candidate)):
            add(-6.0 if reason == ANYWHERE else -3.0, reason)
    candidate.score = points
    candidate.why["score"] = ", ".join(reasons)
    return points
