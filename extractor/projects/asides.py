"""Stage words in an undertaking's words that are told of something else, or of a time that is over."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from extractor.projects.scene import Scene, touching
from extractor.projects.scopes import Scope
from extractor.projects.status import LADDER, SIDE, WORKS, Sign
from extractor.projects.vocabulary import project_heads, stops

_SUBJECT = re.compile(
    r"([가-힣A-Za-z]+?)(?:\s자체)?(?P<josa>(?<!가까)(?<![많같깊])이|가)\s(?:\S{0,3}[^\s어아해여고며서자라려져켜와워]\s){0,2}$"
)


def elsewhere(scene: Scene, sign: Sign) -> bool:
    """Tell whether a delay or an end is told of something else than the work ('통관이 늦어져')."""
    if sign.stage not in SIDE or "을 " in sign.row["word"]:
        return False
    m = _SUBJECT.search(scene.text, max(0, sign.low - 18), sign.low)
    if m is None or touching(scene.bodies, m.start(1), m.end(1)):
        return False
    end = scene.till.get(m.end("josa"))
    if end is not None and scene.morphs[end].tag[0] == "N":  # '인허가 지연'
        return False
    word = m[1]
    return not word.endswith((*stops("subject"), *project_heads()))


#: So far before a stage word the part that it is told of may stand.
_NEAR = 40
_PART = re.compile(
    r"(\d+(?:\s?[·,~∼-]\s?\d+)*)\s?(?:번\s?)?(단계|호기|공구|호선|공장|구간|선석|차)(?![가-힣]*\s?(?:입찰|협상|회의))"
)
_FIGURE = re.compile(r"\d")
#: Between two parts of which the same is told ('3공장과 4공장에 투자한다').
_AND = frozenset({"와", "과", "및", ",", "·"})
_BREAK = re.compile(r"[.!?]\s|\n|에\s이[어은]\s|[와과]\s달리\s|에\s앞서\s|(?:고|며|지만|으나|는데|면서),?\s")


def of_a_part(scene: Scene, sign: Sign, scope: Scope, name: str) -> bool:
    """Tell whether it is told of another part than the one named ('1단계는 준공, 2단계는 …')."""
    text = scene.text
    low = max(scene.draft.sentence_at(sign.low)[0], sign.low - _NEAR, scope.low)
    if scope.mention[1] <= sign.low:
        low = max(low, scope.mention[1])
    if _FIGURE.search(text, low, sign.low) is None:
        return False
    last = None
    for m in _PART.finditer(text, low, sign.low):
        last = m
    if last is None or _BREAK.search(text, last.end(), sign.low):
        return False
    if text[scope.mention[1] : last.start()].strip() in _AND:
        return False
    own = [m[1] for m in _PART.finditer(name) if m[2] == last[2]]
    if own:
        return last[1] not in own
    return text[last.end() : last.end() + 2].lstrip()[:1] in ("은", "는", "(")


#: So many mentions before a stage word in its sentence are looked at.
_FEW = 4
_NEXT_TO = re.compile(r"[^.,]{1,20}\s(?:옆|인근|주변|근처|부근|맞은편|뒤편)(?:에|에는|에서)\s")
#: 'this sort only the other hospital runs': another one's state.
_ONLY = re.compile(r"[가-힣]만이?\s(?:[^\s,.]{1,5}\s)?$")
#: The work is another's part: '2012년 준공된 A 발전소의 후속기'.
_NEXT = re.compile(r"[\'’”」]?의\s?(?:후속기|후속\s호기|확장|증설|연장|2단계)")
#: What was there before ('문을 닫은 A 터미널 부지').
_GROUND = re.compile(r"[\'’”」]?\s?(?:부지|자리|터|땅)(?:를|을|가|는|은|에|에는|에서|로)?\s")
_BESIDE = re.compile(
    r"\s?(?:바로\s)?(?:주변|옆|인근|근처|부근|맞은편|뒤편)(?:에|엔|에는|에서|에선|의|에도|으로)?\s"
)


def beside(scene: Scene, sign: Sign, scope: Scope, mentions: list[tuple[int, int]]) -> bool:
    """Tell whether it is told of a work beside ('A 공장 옆에는 …이 가동 중이다', '운영 중인 … 옆에 A를')."""
    if sign.stage == "operating" and _ONLY.search(scene.text, max(0, sign.low - 16), sign.low):
        return True
    if sign.high <= scope.mention[0]:
        if _NEXT_TO.search(scene.text, sign.high, scope.mention[0]):
            return True
        if sign.stage in ("completed", "operating") and _NEXT.match(scene.text, scope.mention[1]):
            return True
        if sign.stage in SIDE and _GROUND.match(scene.text, scope.mention[1]):
            return True
    low = scene.draft.sentence_at(sign.low)[0]
    last = bisect_right(mentions, (sign.low, 0))
    near = mentions[max(0, last - _FEW) : last]
    return any(low <= m[0] and m[1] <= sign.low and _BESIDE.match(scene.text, m[1]) for m in near)


#: '… 가동을 시작한 노후 원전을', '… 준공된 조선소의 운영권': what it describes is an object, not the topic.
_DESCRIBED = re.compile(
    r"(?:[을를에이가]?\s?(?:들어간|시작한|마친|끝난)|[한된])\s"
    r"(?!(?:이|그|해당|동|것|지|뒤|후|이후|다음|상태|바|데|만큼)\S?\s)"
    r"(?:[^\s,.()]{0,9}[^\s,.()은는이가에로서고]\s){0,3}?[가-힣]{1,7}[가-힣](?:을|를|의)\s"
)


#: 'A는 건설 중인 B와 인접한다': B is being built.
_BEING = re.compile(r"인\s(?:[^\s,.]{1,12}\s){0,3}?[^\s,.]{1,12}(?:와|과|을|를)\s")


#: What was set up is a body, no work ('… 위해 설치한 기금', '함께 설립한 회사').
_BODY = re.compile(
    r"[한된]\s(?:[^\s,.]{1,8}\s)?[^\s,.]{0,6}(?:기금|펀드|회사|법인|합작사|기관|단체|컨소시엄|은행|제도|업체)(?=(?:으로|로|이다|이며|인|과|와|은|는|이|가|을|를|에|의)?[\s,.])"
)


def of_what_it_describes(scene: Scene, sign: Sign, scope: Scope) -> bool:
    """Tell whether it tells the past of a work behind the topic ('… 2001년 준공한 노후 발전소를 고친다')."""
    text = scene.text
    if sign.stage == "completed" and _BODY.match(text, sign.high) is not None:
        return True
    topic = scope.trust == "carried" or text[scope.mention[1] : scope.mention[1] + 1] in ("은", "는")
    if topic and scope.mention[1] <= sign.low and _BEING.match(text, sign.high) is not None:
        return True
    return (
        sign.mode == "reached"
        and sign.stage in ("completed", "operating")
        and scope.mention[1] <= sign.low
        and _DESCRIBED.match(scene.text, sign.high) is not None
    )


_OBJECT = re.compile(r"[\'’”」]?(?:\([^()\n]*\))?[\'’”」]?(?:을|를|도)\s(?:(?!\S*[을를]\s)\S{1,12}\s){0,3}")


#: What goes on is the work itself: 'A가 원활히 진행되고', '진행 중인 A'.
_DOES = re.compile(r"[\'’”」`]?(?:\([^()\n]*\))?[\'’”」`]?(?:이|가|은|는|도)\s(?:[^\s,.]{1,6}\s){0,2}")
_OF = re.compile(r"[가-힣](?:이|가|은|는|도|을|를)\s(?:[^\s,.]{1,5}\s)?$")
_LEADS = re.compile(r"(?:는|인)\s[\'‘“「`]?(?:[^\s,.]{1,10}\s){0,2}[\'‘“「`]?")


def no_object(scene: Scene, sign: Sign, scope: Scope) -> bool:
    """Tell whether a verb that makes anything makes something else ('협의체를 만들다')."""
    if sign.row["word"].startswith("진행"):
        low, high = scope.mention
        if sign.high <= low:
            other = _OF.search(scene.text, max(0, sign.low - 12), sign.low) is not None
            return other or _LEADS.fullmatch(scene.text, sign.high, low) is None
        return _DOES.fullmatch(scene.text, high, sign.low) is None
    return sign.row["word"] == "만들다" and not _OBJECT.fullmatch(scene.text, scope.mention[1], sign.low)


#: An end that lies so far back is over when something is going on.
_LONG = timedelta(days=365)


def still(scene: Scene, told: list[Sign]) -> list[Sign]:
    """The signs, with ends of long ago marked as over where work goes on or is announced now."""
    published = scene.draft.published
    told = [s for s in told if not _of_what_stands(scene, s, told)]
    told = [replace(s, overcome=True) if _is_past(scene, s, told) else s for s in told]
    if published is None or not any(s.stage == "cancelled" for s in told):
        return told
    if not any(_now(scene, s) for s in told):
        return told
    found = []
    for s in told:
        ended = _day(scene, s) if s.stage == "cancelled" and not s.overcome else None
        found.append(replace(s, overcome=True) if ended is not None and ended < published - _LONG else s)
    return found


#: The step that came late: '착공이 반년쯤 늦어졌다'.
_STEP = re.compile(r"(?P<step>착공|입찰|발주|계약|준공|완공|개통|가동)(?:이|은|도|식)?\s[^,.]{0,16}$")
#: The stage that a step makes.
_MADE = {
    "착공": "under_construction",
    "입찰": "bidding",
    "발주": "awarded",
    "계약": "contracted",
    "준공": "completed",
    "완공": "completed",
    "개통": "operating",
    "가동": "operating",
}


def _is_past(scene: Scene, sign: Sign, told: list[Sign]) -> bool:
    """Tell whether the step that came late has been reached ('착공이 늦어졌다', beside '착공식을 열었다')."""
    if sign.stage != "delayed" or sign.overcome or sign.mode != "reached":
        return False
    late = _STEP.search(scene.text, max(0, sign.low - 24), sign.low)
    if late is None:
        return False
    beyond = LADDER[LADDER.index(_MADE[late["step"]]) :]
    return any(s.mode == "reached" and s.stage in beyond for s in told)


#: 'running' before a name: '운영 중인 정유공장의 …'.
_RUNNING = re.compile(r"(?:인|던|는)\s")


def _of_what_stands(scene: Scene, sign: Sign, told: list[Sign]) -> bool:
    """Tell whether a running plant is that which the new one, won just now, is added to."""
    if sign.stage != "operating" or sign.row["sense"] != "state" or not _RUNNING.match(scene.text, sign.high):
        return False
    start, _ = scene.draft.sentence_at(sign.low)
    published = scene.draft.published
    return any(
        s.high <= start
        and s.mode == "reached"
        and s.stage in ("awarded", "contracted")
        and ((day := _day(scene, s)) is None or published is None or day >= published - _LONG)
        for s in told
    )


def _now(scene: Scene, sign: Sign) -> bool:
    """Tell whether it is told of today: announced, or as a state without a date."""
    if sign.stage not in WORKS:
        return False
    going = sign.mode == "reached" and sign.row["sense"] == "state" and _day(scene, sign) is None
    return sign.mode == "announced" or going


def _day(scene: Scene, sign: Sign) -> date | None:
    """The last day of the date right before the stage word."""
    days = scene.draft.dates
    i = bisect_right(days, sign.low, key=_ENDS) - 1
    return days[i].end if i >= 0 and sign.low - days[i].char_end <= 12 else None


_ENDS = attrgetter("char_end")
