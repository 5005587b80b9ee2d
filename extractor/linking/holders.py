"""Whose sum it is, by the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.linking.reach import Reach
from extractor.projects.scopes import Place, Scope

#: So far back the words are sought that give the sum to something else.
_NEAR = 80

_ITS_COST = re.compile(
    r"(?:사업비|공사비|투자비|투자액|투자금|건설비|조성비|계약액|계약금액|비용)(?:은|는|이|가)\s"
)


def tells_cost(reach: Reach, low: int) -> bool:
    """Tell whether the sentence tells what something costs ('사업비는 조사 결과 2억달러로 늘었다')."""
    return _ITS_COST.search(reach.text, max(reach.draft.sentence_at(low)[0], low - 60), low) is not None


_FROM = re.compile(r"(?:\s?\([^()\n]*\))?에서\s")


def is_left(reach: Reach, high: int) -> bool:
    """'1882억원에서 3조원으로': the first sum no longer holds."""
    m = _FROM.match(reach.text, high)
    return m is not None and any(0 <= a.char_start - m.end() < 5 for a in reach.draft.amounts)


_WHOLE_COST = re.compile(
    r"(?:총\s?)?(?:총사업비|사업비|공사비|건설비|건립비|조성비|투자비|투자액|계약액|(?:계약|수주|공급|낙찰|도급)\s?(?:금액|규모)|(?<!누적\s)(?<!해외\s)수주액|사업\s?예산|정부\s예산)"
    r"(?:은|는|이|가|만|로|으로)?\s(?:[^.,\n]{0,30}\s)??(?:약\s?|총\s?|모두\s?)?$"
    r"|[가-힣]는\s데(?:에|에는|는|만)?\s(?:약\s?|총\s?|모두\s?)?$"
)
_AS_COST = re.compile(
    r"(?:\s?\([^()\n]*\))?\s?(?:규모)?의\s(?:총\s?)?(?:사업비|공사비|건설비|건립비)(?:를|가|로)\s(?:들|투입|쓰|쏟|마련)"
)
#: 'on grounds of 6 ha (they invest) so much'.
_ON_SITE = re.compile(
    r"(?:부지|용지|단지|산단|공단|지역|터|㎡|평)에\s(?:20\d\d년까지\s)?(?:총\s?|약\s?|모두\s?)?$"
)
_INVESTED = re.compile(r"(?:\s?\([^()\n]*\))?(?:을|를)\s(?:투자|투입|들여|들이)")
#: A sentence that begins with the sum has its subject before it.
_PUT_IN = re.compile(r"(?:\s?\([^()\n]*\))?(?:을|를)\s(?:투입해|투입하|들여|들이)")
_NOT_WHOLE = re.compile(
    r"\s?(?:가량|정도)?(?:을|를|은|이|가)?\s?(?:\([^()\n]*\))?\s?(?:[가-힣]+\s)?(?:절감|절약|줄|삭감|깎|증액|늘|추가|아끼|못|지원|보조)"
)
_PARTLY = re.compile(
    r"(?:추가|나머지|잔여|초기|일부|인수|보상|운영|국비|시비|도비|연간)\S{0,4}\s(?:[^.\n]{0,16})$"
)


def tells_whole_cost(reach: Reach, low: int, high: int) -> bool:
    """Tell whether the sum is what a whole work costs, by the words of its own sentence alone."""
    start = max(reach.draft.sentence_at(low)[0], low - 48)
    if _NOT_WHOLE.match(reach.text, high) or _PARTLY.search(reach.text, start, low):
        return False
    if reach.draft.sentence_at(low)[0] == low and _PUT_IN.match(reach.text, high):
        return True
    if _ON_SITE.search(reach.text, start, low) and _INVESTED.match(reach.text, high):
        return True
    return bool(_WHOLE_COST.search(reach.text, start, low) or _AS_COST.match(reach.text, high))


_QUOTED = re.compile(r"[’'”\"」』]\s?\((?:총\s?|약\s?)?$")


def quoted_before(reach: Reach, low: int) -> Place | None:
    """The mention in quotation marks that the parenthesis of the sum follows (''다낭 항만'(25억원)')."""
    m = _QUOTED.search(reach.text, max(0, low - 6), low)
    held = reach.mention_over(m.start() - 1) if m else None
    return held if m and held and held.high == m.start() else None


_COORDINATED = re.compile(r"(?:[가-힣A-Za-z0-9·~]+\s){0,2}?[가-힣A-Za-z0-9·~]+(?:\s및|와|과|·|,)\s?")


def described_by(reach: Reach, at: int) -> Place | None:
    """The mention that begins at the offset, or behind a noun named with it ('가스관 및 철도 사업')."""
    held = reach.mention_over(at) or reach.mention_over(at + 1)
    if held is None and (land := reach.scene.places.get(at)) is not None:
        held = reach.mention_over(land.char_end + 1)
        return held if held is not None and held.low == land.char_end + 1 else None
    if held is not None:
        return held if held.low <= at + 1 else None
    m = _COORDINATED.match(reach.text, at, at + 30)
    return reach.mention_over(m.end()) if m else None


_WITH_ANOTHER = re.compile(
    r"[’'”\"」』]?(?:\s(?:공사|사업|프로젝트))?(?:와|과|\s및)\s[‘'“\"「『]?(?:[가-힣]{2,8}(?:에?서)?\s)?"
)


def is_with_another(reach: Reach, held: Place) -> bool:
    """Tell whether a sum of all is told before two works ('총 7억달러 규모의 칠레 공장과 페루 부두')."""
    i = bisect_left(reach.lows, held.high)
    if i == len(reach.lows) or reach.places[i].owner == held.owner:
        return False
    return _WITH_ANOTHER.fullmatch(reach.text, held.high, reach.places[i].low) is not None


_THING = re.compile(
    r"((?:[가-힣A-Za-z0-9·~]+\s){0,3}?[가-힣A-Za-z0-9·~]+?)(?:을|를|이|가|은|는|과|와|에|의)\s"
)
_VAGUE = frozenset({"사업", "프로젝트", "계약", "공사", "투자", "시설", "일감", "본계약", "수주"})
_CONTRACT = re.compile(
    r"(?:차관|차관공여|공급|도급|시공|설계|용역|건조|금융|대출|판매|매매|구매|건설|제작|EPC)\s?계약(?:서|식)?"
)
#: Without a name they are what was named before.
_BARE = frozenset({"공장", "발전소", "단지", "센터", "설비", "플랜트"})


def is_of_another(reach: Reach, at: int) -> bool:
    """Tell whether the sum is the size of something else that has a name ('… 규모의 부동산 개발사업 등')."""
    m = _THING.match(reach.text, at, at + 40)
    if m is None or m[1].split(" ")[-1] in _VAGUE or m[1] in _BARE or _CONTRACT.fullmatch(m[1]):
        return False
    return m[1].endswith(tuple(_VAGUE | _BARE))


#: What was done in a sentence that tells a work by its sort ('30억달러 규모의 정유 공사를 수주했다').
_SORT = re.compile(
    r"(?:(?P<sort>[가-힣]{2,8})\s)?(?:공사|프로젝트|사업|플랜트|일감|계약)(?:을|를)\s(?:[^\s,.]{1,6}\s){0,2}?"
    r"(?P<deed>수주|따|계약|체결|맺|착공|맡)"
)
_DEEDS = {"따": "수주", "맡": "수주", "체결": "계약", "맺": "계약"}
_DEED = re.compile(
    r"[’'”\"」』]?(?:\([^()\n]*\))?(?:을|를|의)?\s(?:[^.\n]{0,30}\s)??(?P<deed>수주|따[냈낸내]|계약|체결|착공|맡)"
)
#: The work is named so soon behind its sum, and opens an article.
_SOON = 260


def named_next(reach: Reach, low: int, at: int) -> Place | None:
    """The work that the next sentence names, where the article opens with its sum and its sort alone.

    Parameters
    ----------
    low, at : int
        Where the sum begins, and where what it is the size of does.
    """
    told = _SORT.match(reach.text, at)
    i = bisect_left(reach.lows, low)
    if told is None or i == len(reach.lows) or reach.places[i].low - at > _SOON:
        return None
    if any(not reach.scene.headline(p.low) for p in reach.places[:i]) or reach.scene.headline(low):
        return None
    named = reach.places[i]
    start, end = reach.draft.sentence_at(named.low)
    deed = _DEED.match(reach.text, named.high, end)
    if start <= low or deed is None:
        return None
    same = _DEEDS.get(told["deed"], told["deed"]) == _DEEDS.get(deed["deed"][:1], deed["deed"])
    words = reach.projects[named.owner].name
    return named if same and (told["sort"] is None or told["sort"] in words) else None


_SOME = re.compile(r"등\s(?:총\s)?\d+개\s?(?:사업|프로젝트|과제|건|공사)[^.\n]{0,40}$")
_MANY = re.compile(
    r"(?:비롯해|비롯한|포함해|포함한|등(?!\s\S{1,4}(?:사|업체|기업|기관|社|곳)(?:[은는이가과와의에]|에서)\s|\s\d+개\s?(?:기업|업체|기관)))\s[^,.]{0,12}$"
)


#: '두 곳의 매몰비용을 최대 180억원으로': of all of them.
_SEVERAL = re.compile(
    r"(?<![가-힣])(?:두|세|네|다섯|여섯)\s(?:곳|사업|공장|공사|프로젝트|발전소|단지|노선|광구|건)"
    r"(?:의|에|에는|에만|을|를|에서)\s(?:모두\s|합쳐\s)?[^,.\d]{0,16}$"
)


def is_of_many(reach: Reach, low: int) -> bool:
    """Tell whether what is named before is only one of those that the sum is for ('지하철을 비롯해 총 …')."""
    return any(p.search(reach.text, max(0, low - 24), low) for p in (_MANY, _SEVERAL)) or (
        reach.text.find("등 ", max(0, low - 64), low) >= 0
        and _SOME.search(reach.text, max(0, low - 64), low) is not None
    )


_MADE_WITH = re.compile(r"\s?(?:을|를)\s(?:투자|투입|들여|들이)\S{0,2}\s(?:[가-힣A-Za-z0-9·]+\s){0,3}?")


def made_with(reach: Reach, high: int) -> Place | None:
    """The mention behind '…에 100억원을 투자해': what is made there with the sum."""
    m = _MADE_WITH.match(reach.text, high)
    i = bisect_left(reach.lows, m.end()) if m else len(reach.lows)
    if m is None or i == len(reach.lows) or reach.lows[i] > m.end() + 16:
        return None
    place = reach.places[i]
    return (
        place if _OBJECT.match(reach.text, place.high) and "," not in reach.text[high : place.low] else None
    )


#: The name is only part of what describes the place: '현대차 공장이 들어서는 조지아주에 …'.
_WITHIN = re.compile(r"(?:이|가)\s(?:[가-힣]+\s)?[가-힣]*(?:들어서|들어설|들어선|있|위치|자리)[가-힣]{0,2}\s")


def object_behind(reach: Reach, scope: Scope) -> Place | None:
    """The object of the clause where the scope's own mention only tells where it is made."""
    if not _WITHIN.match(reach.text, scope.mention[1]):
        return None
    end = reach.draft.sentence_at(scope.mention[0])[1]
    i = bisect_left(reach.lows, scope.mention[1])
    return next(
        (p for p in reach.places[i : i + 3] if p.high < end and _OBJECT.match(reach.text, p.high)), None
    )


_OBJECT = re.compile(r"[’'”\"」』]?(?:\([^()]*\))?\s?(?:을|를)\s")
#: What a work is: 'A 철도는 … B 단지를 잇기 위한 사업으로 총 3조원이 들어간다'.
_IS_MADE = re.compile(
    r"[’'”\"」』]?(?:\([^()]*\))?(?:을|를)\s(?:[^\s,.]{1,8}\s){0,2}?[가-힣]{1,6}(?:하는|되는|기\s위한|기\s위해\s추진하는|는)\s"
    r"(?:[가-힣]{2,4}\s)?(?:사업|프로젝트|공사|것)(?:으로|이며|인데|이고|으로서)[,\s]"
)
_TOPIC = re.compile(r"[’'”\"」』]?(?:\([^()]*\))?(?:은|는)\s")


def subject_before(reach: Reach, low: int, scope: Scope) -> Place | None:
    """The topic of the sentence where the scope's own mention only tells what the topic makes."""
    if scope.mention[1] > low or not _IS_MADE.match(reach.text, scope.mention[1]):
        return None
    start = bisect_left(reach.lows, reach.draft.sentence_at(low)[0])
    before = reach.places[start : bisect_left(reach.lows, scope.mention[0])]
    return next((p for p in before if _TOPIC.match(reach.text, p.high)), None)


_OTHERS = re.compile(
    r"(?:고|며),?\s(?:[^\s,.]+\s){0,3}?[^\s,.]+(?:은|는)\s(?:[^\s,.]+\s){0,4}?(?:약\s|총\s)?$"
)
_ITSELF = re.compile(r"(?:을|를)\s(?:들여|들이|투자해|투입해|투자하)")


def is_spent_elsewhere(reach: Reach, low: int, high: int, scope: Scope) -> bool:
    """Tell whether another firm spends the sum on its own ('A사는 공장을 옮기고, B사는 150억원을 들여 …')."""
    last = scope.mention[1]
    return (
        low > last
        and _ITSELF.match(reach.text, high) is not None
        and _OTHERS.search(reach.text, max(last, low - _NEAR), low) is not None
    )


_PART = re.compile(r"\s(?:[가-힣]+\s)?([가-힣]{2,})에(?:는|만)?\s[^,.]{0,24}$")


def is_for_a_part(reach: Reach, low: int, scope: Scope) -> bool:
    """Tell whether the sum is for something at the work ('다낭 조선소 인력양성에 35억원')."""
    m = _PART.match(reach.text[scope.mention[1] : low]) if 0 < low - scope.mention[1] < _NEAR else None
    return m is not None and not m[1].endswith(_WHOLE)


_WHOLE = (
    "사업",
    "공사",
    "건설",
    "건립",
    "조성",
    "구축",
    "프로젝트",
    "증설",
    "신설",
    "확장",
    "개발",
    "설립",
    "신축",
    "부지",
    "이상",
    "만",
)
_BULLET = re.compile(r"[▲△∆▶▷◇◆○●■□]\s?(?:[가-힣]+\s)?$")
_CLOSED = re.compile(r"\)\s?(?:[▲△∆▶▷◇◆○●■□]|$|이?다|등|\n)")


def closes_item(reach: Reach, low: int, scope: Scope) -> bool:
    """Tell whether the sum's parenthesis closes a marked item ('▲다낭 공장을 검토하는 A사(3억달러) ▲ …')."""
    text = reach.text
    high = text.find(")", low, low + 60)
    return (
        high >= 0
        and text[low - 1] == "("
        and _CLOSED.match(text, high) is not None
        and _BULLET.search(text, max(0, scope.mention[0] - 12), scope.mention[0]) is not None
    )


def describes_name(reach: Reach, high: int, scope: Scope) -> bool:
    """Tell whether the amount stands in the clause that describes the name right behind it."""
    low = scope.mention[0]
    if not 0 < low - high < 30:
        return False
    morphs = reach.scene.morphs_in(high, low)
    return bool(morphs) and morphs[-1].tag == "ETM" and not any(m.tag in ("SP", "SF") for m in morphs)
