"""Which stretch of the text speaks of which undertaking."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from extractor.draft import Morph
from extractor.projects.scene import Scene, Span, Spans
from extractor.projects.status import Sign
from extractor.projects.strangers import Strangers, other_land, turns_away

#: Endings after which a clause speaks of something else.
COORDINATING = frozenset(
    {"고", "며", "으며", "으나", "나", "지만", "는데", "ᆫ데", "은데", "면서", "으면서", "는가"}
)

#: How a stretch belongs to an undertaking, from the surest to the least sure.
TRUST = ("item", "parenthesis", "apposition", "clause", "sentence", "carried")


class Scope(NamedTuple):
    """[low, high) speaks of the mention at ``mention`` of the undertaking ``owner``."""

    low: int
    high: int
    owner: int
    trust: str
    mention: Span


class Place(NamedTuple):
    """A mention with its owner; ``scope`` is the list item, row or block of its own."""

    low: int
    high: int
    owner: int
    scope: Span | None


def lay_out(scene: Scene, places: list[Place]) -> Scopes:
    """Divide the text among the mentions; once for finding and linking, which mostly ask for the same.

    Parameters
    ----------
    places : list of Place
        All mentions in order, without overlaps.

    Returns
    -------
    Scopes
    """
    known: list[Place] | None
    laid: Scopes
    known, laid = scene.memory.get("laid out", (None, None))
    if places != known:
        laid = Scopes(sorted(_scopes(scene, places), key=_BOUNDS) if places else [])
        scene.memory["laid out"] = (places, laid)
    return laid


_BOUNDS = attrgetter("low", "high")


def _scopes(scene: Scene, places: list[Place]) -> list[Scope]:
    """The stretches of list items, then those of the sentences in order."""
    scopes: list[Scope] = []
    strangers = Strangers(scene, Spans((p.low, p.high) for p in places))
    taken = sorted({p.scope for p in places if p.scope})
    every = [p.low for p in places]
    for own in taken:
        inside = places[bisect_left(every, own[0]) : bisect_left(every, own[1])]
        scopes += _divide(scene, own[0], own[1], inside, "item")
    lows = [s[0] for s in taken]
    last: list[Place] = []
    last_end = 0
    free = [p for p in places if p.scope is None]
    starts = [p.low for p in free]
    for low, high in scene.draft.sentences:
        i = bisect_right(lows, low) - 1
        if i >= 0 and taken[i][0] <= low < taken[i][1]:
            last = places[bisect_left(every, taken[i][0]) : bisect_left(every, taken[i][1])] or last
            last_end = high
            continue
        inside = free[bisect_right(starts, low - 1) : bisect_right(starts, high - 1)]
        j = bisect_right(lows, high - 1) - 1
        listed: list[Place] = []
        if j >= 0 and low < taken[j][0] < high:
            end = high
            listed = [p for p in places if p.scope and low < p.low < end]
            within = [t for t in taken if low < t[0] < end]
            for left, right in zip(within, [*within[1:], (end, end)], strict=True):
                between = [p for p in inside if left[1] <= p.low < right[0]]
                scopes += _divide(scene, left[1], right[0], between, "clause") if between else []
            high = within[0][0]
            inside = [p for p in inside if p.low < high]
        if inside:
            divided = [_own(strangers, s) for s in _divide(scene, low, high, inside, "clause")]
            scopes += divided
            last, last_end = inside if divided[-1].high == high else [], high
        elif last and _carries(scene, low, high, last_end, last):
            owner = last[-1]
            carried = _own(strangers, Scope(low, high, owner.owner, "carried", (owner.low, owner.high)))
            scopes += [carried] if carried.low < carried.high else []
            last, last_end = last if carried.high == high else [], high
        if listed:
            last, last_end = listed, end
    return [*scopes, *_over_all(scene, places)]


#: Where an article names what it is about.
_TOP = ("title", "subtitle", "lead")


def _over_all(scene: Scene, places: list[Place]) -> list[Scope]:
    """Headlines without a mention speak of the only work of the article, if its lead names it."""
    first = places[0]
    if any(p.owner != first.owner for p in places) or scene.zone(first.low) not in _TOP:
        return []
    rows = [s for s in scene.draft.sentences if s[1] <= first.low and scene.headline(s[0])]
    return [Scope(low, high, first.owner, "carried", (first.low, first.high)) for low, high in rows]


_GOES_ON = re.compile(
    r"(?:총\s?)?(?:사업비|공사비|투자액|투자비|계약액|(?:계약|공사|수주|사업)\s?금액|계약\s?규모|사업\s?기간|공사\s?기간|공기|총연장|공정률|사업\s?규모)(?:은|는|이|가|만)?\s"
    r"|(?:[<(\[]\s?)?(?:답변?|A)\s?[>)\]:.]"
    r"|(?:이에\s?앞서\s)?(?:양사|양측|(?:양|두)\s?(?:회사|기관|나라|정부))(?:은|는)\s[^.\n]{0,60}?(?:계약|협약|합의서|서명)"
    r"|(?:본계약|계약|서명|착공|기공|준공|완공|개통)(?:서\s?서명|\s?체결)?식(?:은|이|에는|에서)\s"
)


#: What the work is, without a subject: '다낭에 정유시설을 짓는 공사로, 50억달러가 든다'.
_IS_TO = re.compile(
    r"(?:[^\s.]{0,11}[^\s.은는이가]\s){1,14}?[^\s.]{0,8}는\s(?:공사|사업|프로젝트)(?:로|으로)[,\s]"
)
#: A new paragraph about the same: '두 장관은 이 같은 내용의 계약서에 서명했다'.
_SUCH = re.compile(r"[^.]{0,120}?(?:이\s?같은|이와\s같은|이런|이러한)\s내용의\s")


def _carries(scene: Scene, low: int, high: int, last_end: int, last: list[Place]) -> bool:
    """Tell whether a sentence without a mention goes on about the one before it."""
    if len(last) > 1 and len({p.owner for p in last}) > 1:
        return False
    text = scene.text
    if text.find("\n", last_end, low) < 0:
        return low - last_end < 4 and not turns_away(scene, low, high, (last[-1].low, last[-1].high))
    if len(text[last_end:low].strip()) < 2 and (
        _GOES_ON.match(text, low)
        or (
            ("는 공사로" in (said := text[low:high]) or "는 사업으로" in said)
            and _IS_TO.match(text, low, high)
        )
        or (text.find("내용의", low, high) >= 0 and _SUCH.match(text, low, high))
    ):
        return True
    layout = scene.draft.layout
    here, before = layout.index_at(high - 1), layout.index_at(last[-1].low)
    return before >= 0 and layout.blocks[here].parent == before


def _own(strangers: Strangers, scope: Scope) -> Scope:
    """The scope up to where another work becomes the topic."""
    begin = max(scope.low, min(scope.mention[1], scope.high))
    high = other_land(strangers.scene, begin, strangers.cut(begin, scope.high, scope.mention))
    return scope if high == scope.high else scope._replace(high=high)


def own_block(scene: Scene, low: int) -> Span | None:
    """The block that the words at ``low`` head in parentheses ('(다낭 공장) …')."""
    layout = scene.draft.layout
    i = layout.index_at(low)
    block = layout.blocks[i] if i >= 0 else None
    if block is None or block.heading is None or block.heading[0] != low or low > block.start + 2:
        return None
    return (block.start, block.end)


def _divide(scene: Scene, low: int, high: int, inside: list[Place], trust: str) -> list[Scope]:
    """Cut [low, high) between its mentions; what precedes the first one's clause is only in its sentence."""
    if trust == "item" and inside[0].low <= low + 2 and (scene.text[low] == "(" or _headed(scene, inside[0])):
        return _under(low, high, inside)
    first = low if trust == "item" else _clause_start(scene, low, inside[0].low)
    cuts = [first]
    for left, right in pairwise(inside):
        cuts.append(_cut(scene, left.high, right))
    cuts.append(high)
    scopes = [
        Scope(cuts[i], max(cuts[i + 1], cuts[i]), p.owner, trust, (p.low, p.high))
        for i, p in enumerate(inside)
    ]
    if len(inside) > 1 and trust == "clause":
        scopes[-1:] = _back_to_topic(scene, scopes[-1], inside[-2], inside[-1])
    if first > low and len(inside) == 1:
        scopes.insert(0, Scope(low, first, inside[0].owner, "sentence", (inside[0].low, inside[0].high)))
    return scopes


_OWN_TOPIC = re.compile(r"[\'’”」]?(?:\([^()\n]*\))?[은는]\s")
_SUBJECT = re.compile(r"[\'’”」]?(?:\([^()\n]*\))?\s?(?:(?:건설|조성|공사|설치|사업)\s?)?[이가]\s")


def _back_to_topic(scene: Scene, last: Scope, topic: Place, part: Place) -> list[Scope]:
    """'A는 B 건설이 무산되면서 개발이 멈췄다': behind its part's clause the topic is A again."""
    text = scene.text
    if not _OWN_TOPIC.match(text, topic.high) or not _SUBJECT.match(text, part.high):
        return [last]
    for m in scene.morphs_in(part.high, last.high):
        if m.tag == "EC" and _coordinates(scene, m):
            rest = Scope(m.end, last.high, topic.owner, last.trust, (topic.low, topic.high))
            return [last._replace(high=m.end), rest]
    return [last]


def _headed(scene: Scene, place: Place) -> bool:
    """'하이퐁 발전소 : 한전이 …': what stands before the colon is what the item is about."""
    return bool(_COLON.match(scene.text, place.high))


_COLON = re.compile(r"(?:\s?\([^()\n]{1,60}\))?[가-힣\s]{0,8}\s?[:：]\s")


def _under(low: int, high: int, inside: list[Place]) -> list[Scope]:
    """A block under a head of its own: all is the head's, but others' mentions with parentheses."""
    head = inside[0]
    scopes = []
    at = low
    for p in inside[1:]:
        if p.owner == head.owner:
            continue
        scopes.append(Scope(at, p.low, head.owner, "item", (head.low, head.high)))
        scopes.append(Scope(p.low, p.high, p.owner, "item", (p.low, p.high)))
        at = p.high
    scopes.append(Scope(at, high, head.owner, "item", (head.low, head.high)))
    return scopes


def _coordinates(scene: Scene, m: Morph) -> bool:
    """Tell whether an ending of connection ends a clause; '짓고 있는' goes on."""
    return m.form in COORDINATING and not scene.text.startswith(" 있", m.end)


_ROW = re.compile(r"\n[ \t]*(?:[-ㅇ○□*·]\s?)?[가-힣]{2,7}\s?[:：]\s?$")


def _row_start(scene: Scene, low: int, high: int) -> int:
    """Where the line begins in which a label stands before ``high`` ('사업명 : …'), else ``low``."""
    line = scene.text.rfind("\n", low, high)
    return line + 1 if line >= 0 and _ROW.match(scene.text, line, high) else low


def _clause_start(scene: Scene, low: int, high: int) -> int:
    """Where the clause of the first mention begins: after the last '-고,' or '-며' before it."""
    start = _row_start(scene, low, high)
    for m in scene.morphs_in(start, high):
        if m.tag == "EC" and _coordinates(scene, m) and scene.text[m.end : m.end + 1] in (",", " "):
            start = m.end
    return start


_TOLD_OF = re.compile(r"(?:\([^()\n]*\))?[\'’”」]?(?:은|는|이|가|도)\s")
_IS = re.compile(r"[\'’”」]?(?:\([^()\n]*\))?(?:이다|이며|이자|이고|인|으로|로|다\b|입니다|였)")


def _cut(scene: Scene, low: int, right: Place) -> int:
    """Where what is said of the left mention ends and of the right one begins."""
    text = scene.text
    high = right.low
    if (row := _row_start(scene, low, high)) > low:
        return row
    best = -1
    for m in scene.morphs_in(low, high):
        if m.tag == "SF" or (m.tag == "EC" and m.end <= high and _coordinates(scene, m)):
            best = m.end
    if best >= 0:
        return best
    if (topic := _TOLD_OF.match(text, low, high)) is not None and _described(scene, right):
        return topic.end()
    if _OBJECT.match(text, low, high) and _described(scene, right):
        for m in scene.morphs_in(low, high):
            if (m.form, m.tag) in _GROUNDS and text[m.end] == " ":
                return m.end
    depth = 0
    for i in range(low, high):
        c = text[i]
        depth += (c == "(") - (c == ")")
        if c in ",;△∆▲▷◇" and depth <= 0:
            best = i + 1
    if best >= 0:
        return best
    joined = _JOINS.search(text, low, high)
    return joined.end() if joined else high


#: 'A를 수주함으로써 입찰을 준비 중인 B에도': how what is done to A ends before a clause that describes B.
_OBJECT = re.compile(r"(?:\([^()\n]*\))?[\'’”」]?(?:을|를)\s")
_GROUNDS = frozenset({("으로써", "JKB"), ("으로서", "JKB"), ("뒤", "NNG"), ("후", "NNG"), ("이후", "NNG")})
_JOINS = re.compile(r"\s?(?:와|과|및|·|등)\s")


def _described(scene: Scene, place: Place) -> bool:
    """Tell whether the words before it describe it, and it is not what A is ('A선은 공사 중인 B선을 …')."""
    i = scene.index_from(place.low) - 1
    return i > 0 and scene.morphs[i].tag == "ETM" and _IS.match(scene.text, place.high) is None


#: 'A(3억달러), B 등을 수주했다', 'A를, 4월에는 B를 각각 수주했다'.
_JOINED = re.compile(
    r"(?:\([^()]*\))?[’'”」`]?(?:에(?:는)?\s(?:총\s|약\s)?\d[\d천백만억조,.]*\s?(?:원|달러|유로|엔|위안|불)(?:을|를)?(?=,))?"
    r"\s?(?:(?:을|를)?\s?,\s?|(?:와|과)\s|및\s|(?:을|를)\s(?:시작으로|비롯해|비롯한|필두로)\s)"
    r"(?:[^,.\n()]{2,30}인\s)?(?:(?:[가-힣0-9·]{2,9}|등|\d[\d,.천백만억조]*\s?(?:원|달러|유로|엔|불)(?:짜리|\s?규모의?|의|상당의?))\s){0,3}"
    r"[‘'“「`]?"
)
#: Where a work is the site of the next: 'A 단지 인근에는 B를 조성한다'.
_SITE = re.compile(r"\s?(?:인근|옆|주변|부지|일대|내|안)?(?:에는|에|엔|에선|에서는)\s(?!대[한해]|관[한해])")
#: Of a subject all is told ('A와 B는 내년 착공할 예정이다').
_TOPIC = tuple("은는이가도을를")
#: What is told of all stands so near behind the last, and behind '등 4개 사업에'.
_NEAR_END, _SUMMED_END = 24, 50
_SUMMED = re.compile(r"(?:\([^()]*\))?[’'”」]?\s?등")
#: Money that all of a run get: '…과 B 사업에 총 2500만달러의 차관을 지원하는 계약을 …'.
_FUNDED = re.compile(
    r"(?:\([^()]*\))?[’'”」`]?(?:\s등)?(?:에|(?:을|를)\s지원하기\s위해)\s(?:[가-힣]{2,8}(?:\([A-Z]+\))?\s)?(?:총\s|모두\s|각각\s|각\s|약\s)?\d"
)
#: What rules a run of names: '수주한 사업은 A, B 등이다', '입찰이 진행 중인 사업으로는 A, B가 있다'.
_RULES = re.compile(
    r"[^.,]{0,12}(?:사업|프로젝트|공사|과제|선박|배|건|곳|단지|플랜트|설비|시설|공장)(?:에는|에|으로는|로는|은|는|을\s보면|\s가운데|\s중)\s(?:\S+\s){0,2}$"
)


#: What is going on with a run of works: '추진하고 있는 A 및 B'.
_LEADS = re.compile(r"(?:하고\s있는|고\s있는|는|인)\s[\'‘“「]?")


def share(scene: Scene, places: list[Place], of: list[list[Sign]]) -> None:
    """What is told of a run of works is told of each of those named, where nothing else is."""
    spread: set[int] = set()
    text = scene.text
    named = [p for p in places if _SITE.match(text, p.high) is None or _FUNDED.match(text, p.high)]
    for left, right in reversed(list(pairwise(named))):
        if left.owner == right.owner or not of[right.owner] or _told_here(scene, left, of[left.owner]):
            continue
        if left.scope is not None or not _JOINED.fullmatch(scene.text, left.high, right.low):
            continue
        told = of[right.owner]
        if right.owner not in spread:
            told = _behind(scene, right, told)
        if told:
            of[left.owner] = [*of[left.owner], *told]
            spread.add(left.owner)
    for left, right in pairwise(places):
        if left.owner == right.owner or of[right.owner] or not of[left.owner] or right.scope is not None:
            continue
        if _JOINED.fullmatch(scene.text, left.high, right.low):
            low = scene.draft.sentence_at(left.low)[0]
            of[right.owner] = [
                s for s in of[left.owner] if low <= s.low < left.low and _ruled(scene, s, places)
            ]


def _told_here(scene: Scene, place: Place, told: list[Sign]) -> bool:
    """Tell whether the mention's own sentence tells something of it, or another sentence all there is."""
    low, high = scene.draft.sentence_at(place.low)
    return any(low <= s.low < high or s.stage != "planned" for s in told)


def _behind(scene: Scene, last: Place, told: list[Sign]) -> list[Sign]:
    """What is told of a run of works behind the last of them."""
    far = last.high + (_SUMMED_END if _SUMMED.match(scene.text, last.high) else _NEAR_END)
    if _FUNDED.match(scene.text, last.high):
        return [s for s in told if last.high <= s.low < scene.draft.sentence_at(last.low)[1]]
    far = min(scene.draft.sentence_at(last.low)[1], far)
    modes = ("reached", "announced") if scene.text[last.high : last.high + 1] in _TOPIC else ("reached",)
    return [s for s in told if last.high <= s.low < far and s.mode in modes]


def _ruled(scene: Scene, sign: Sign, places: list[Place]) -> bool:
    """Tell whether the stage word before a run of names describes what they are ('수주한 사업은 A, B다')."""
    first = places[bisect_right(places, sign.low, key=_LOW)]
    if sign.mode == "open":
        return False
    return any(p.fullmatch(scene.text, sign.high, first.low) for p in (_RULES, _LEADS))


_LOW = attrgetter("low")


class Scopes:
    """Scopes in order, without overlaps, to be asked by offset."""

    def __init__(self, scopes: list[Scope]) -> None:
        self.scopes = scopes
        self.lows = [s.low for s in scopes]

    def at(self, offset: int) -> Scope | None:
        """The scope that holds the offset."""
        i = bisect_right(self.lows, offset) - 1
        return self.scopes[i] if i >= 0 and offset < self.scopes[i].high else None
