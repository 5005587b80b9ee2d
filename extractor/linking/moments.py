"""Which days are a project's own, by the words around them, and which only those of the report."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.linking.reach import Reach
from extractor.projects.scene import touching
from extractor.projects.scopes import COORDINATING, Scope
from extractor.projects.status import Sign
from extractor.records import CalendarDate

_REPORTED = re.compile(
    r"^(?:일)?\s?(?:\([^()]*\))?\s?(?:(?:[^\s,.]{1,8}[^\s,.는한할된될을를에]\s)?[^\s,.]{1,14}[이가은는]\s)?(?:밝혔|전했|말했|발표했|보도했|확인했|공시했|공시를|알렸|설명했|공개했|소개했)"
)
_SOURCE = re.compile(r"^(?:일)?\s?(?:\([^()]*\))?\s(?:[^\s,.]+\s){0,4}?[^\s,.]+에\s(?:따르면|의하면)\s")
_TALKED = re.compile(
    r"^(?:의)?\s?(?:양국\s|한\S{0,4}\s)?(?:정상\s?|장관\s?|고위급\s?)?(?:회동|회담|면담|간담회)"
)
_TRAVELLED = re.compile(r"^\s?[^.,]{0,12}?(?:귀국|출국|방문|찾아|찾는|떠나|떠난|향한|향해|예방|면담)")
#: How long a delegation is away: '오는 15일부터 19일까지 가온국에 수주지원단을 파견해'.
_JOURNEY = re.compile(
    r"(?:\s?\([^()]*\))?\s[^.\n]{0,90}?(?:파견|방문(?!객)|순방|출장|방한|방미|방중|방일)(?:하|해|한|할|을|길|에|중)"
)
#: A firm's year so far: '올해 총 197척을 수주했다'.
_TALLY = re.compile(r"^(?:\s?들어|에만|까지)?(?:\s현재까지|\s지금까지)?\s(?:총|누적|모두|전\s?세계)\s")
#: '지난해 9월 뽑힌 지 8개월 만이다'.
_SINCE = re.compile(
    r"^[^.,]{0,28}?\s(?:지|이후|뒤)\s?(?:약\s)?\S{1,4}(?:년|개월|달|주|일)(?:여)?\s?만|^[^.,]{0,28}?(?:이후|이래)\s(?:현재까지|지금까지|줄곧|계속)"
)
#: Another sentence of the same speaker: '…했다"면서 "오는 2월 …'.
_QUOTED_ANEW = re.compile(r"[”\"](?:며|면서|라며|라면서|고)[^“”\"]{0,16}[“\"]")
_MET = re.compile(r"^[^.]{0,30}?(?:에서|만나|열고|개최|방문|찾아|면담|회담|회의|이동해|예방)")


def is_of_report(reach: Reach, day: CalendarDate) -> bool:
    """Tell whether the date is that of a report, talk or source, a firm's year, or of a step long ago."""
    after = reach.text[day.char_end : day.char_end + 40]
    if day.precision == "range" and not spans_years(day) and _JOURNEY.match(reach.text, day.char_end):
        return True
    if _REPORTED.match(after) or _TALKED.match(after) or is_given_up(reach, day):
        return True
    if "면" in after and _SOURCE.match(after):
        return True
    if "차" in after and _is_former_round(reach.text, day.char_end):
        return True
    if ("만" in after or "이후" in after or "이래" in after) and _SINCE.match(after):
        return True
    return _TALLY.match(after) is not None and not (is_term(reach, day) or is_goal(reach, day))


_ROUND = re.compile(r"\s([1-9])차\s(?:이행\s?|공급\s?|수출\s?|본\s?)?계약")


def _is_former_round(text: str, at: int) -> bool:
    """Tell whether the day is that of a contract before the one told of ('3차 계약 … 2022년 1차 계약은')."""
    m = _ROUND.match(text, at)
    return m is not None and any(later[1] > m[1] for later in _ROUND.finditer(text))


def is_of_meeting(after: str) -> bool:
    """Tell whether people meet on the day in front of these words."""
    return _MET.match(after) is not None


def is_another_plan(reach: Reach, day: CalendarDate, last: int) -> bool:
    """Tell whether the day behind the name is that of a journey or stands in another quoted sentence."""
    low, high = day.char_start, day.char_end
    return bool(
        _TRAVELLED.match(reach.text[high : high + 40])
        or _QUOTED_ANEW.search(reach.text, max(last, low - 200), low)
    )


_IF = re.compile(
    r"(?:경우|되면|하면|다면|려면)\s|[\"“]|(?:장관|차관|대표|사장|회장|총리|대통령|[실국단청]장)[은는이가]\s"
)


def goes_on(reach: Reach, day: CalendarDate, scope: Scope) -> bool:
    """Tell whether a sentence behind the name tells a day to come: nobody's own plans, no condition."""
    low, after = day.char_start, reach.text[day.char_end : day.char_end + 40]
    return (
        low - scope.low < 60
        and not _TRAVELLED.match(after)
        and not _MET.match(after)
        and not _IF.search(reach.text, scope.low, low)
        and touching(reach.scene.people, scope.low, low) is None
    )


def is_recent(reach: Reach, day: CalendarDate) -> bool:
    """Tell whether a day of the last weeks, which mostly is that of the event that the article reports."""
    published = reach.draft.published
    if day.precision not in ("day", "range", "week") or spans_years(day):
        return False
    if published is None or day.start is None or day.end is None:
        return True
    return 0 <= (published - day.end).days <= 31 or day.start <= published <= day.end


def is_tied(reach: Reach, day: CalendarDate, scope: Scope) -> bool:
    """Tell whether the date and the name are in one clause: no other ends between them."""
    low, high = day.char_start, day.char_end
    first, last = scope.mention
    left, right = (last, low) if low >= last else (high, first)
    if right - left > _NEARBY or _BREAK.search(reach.text, left, right):
        return False
    morphs = reach.scene.morphs_in(left, right)
    if any(m.tag == "EC" and m.form not in _GOES_ON for m in morphs):
        return False
    if low < last:
        if _RUN.match(reach.text, high) and right - left < 30:
            return True
        if day.relation == "on" and is_long_ago(reach, day) and any(m.tag == "ETM" for m in morphs):
            return False
        topic = day.precision == "year" and _THEN.match(reach.text, high)
        return bool(_GOVERNED.match(reach.text, last)) and not topic
    return not (morphs and morphs[-1].tag == "ETM") and not describes_another(reach, high + 1)


def is_long_ago(reach: Reach, day: CalendarDate) -> bool:
    """Tell whether the date is history: two years past or more."""
    published = reach.draft.published
    return published is not None and day.end is not None and (published - day.end).days > 700


#: So far from its date a name is at most.
_NEARBY = 45
_BREAK = re.compile(r"[,.\n·;:]\s|[\"“”]|[한된][\s](?:이후|뒤|후|다음)\s")
#: 'A는 7천만불을 쓰기로 지난달 합의했다', '2018년부터 추진해온 A' go on.
_GOES_ON = frozenset({"기로", "어", "아"})
#: '2004년부터 2010년까지 진행된 A'.
_RUN = re.compile(
    r"(?:까지|부터|에)?\s(?:추진|진행|시행|운영|실시)(?:한|된|해\s?온|돼\s?온|해온|돼온|되는|하는|될|할)\s"
)
#: Subject or object of what is told; 'A에서 B까지', 'A와 B' are not.
_GOVERNED = re.compile(
    r"[’'”\"」』]?(?:\([^()]*\))?\s?(?:[가-힣]{2,5}\s?){0,2}?(?:을|를|이|가|은|는)[\s,]"
    r"|\s[가-힣]{2,5}(?:과|와|\s및)\s[가-힣]{2,6}(?:을|를)\s"
)
#: A year that the rest is told for ('올해는 …'), or the name's or the sum's own ('올해 20억원 규모의 …').
_THEN = re.compile(r"(?:에|부터)?(?:는|도)\s|\s?\d|\s?[‘'“\"「『]|\s?중\s")


def spans_years(day: CalendarDate) -> bool:
    """Tell a range of years ('2022년부터 2026년까지')."""
    return day.precision == "range" and bool(day.start and day.end) and (day.end - day.start).days > 300  # type: ignore[operator]


_TERM = re.compile(r"\s(?:총\s|약\s)?[^.,\n]{1,16}?(?:원|달러|유로|엔)[^.,\n]{0,4}\s(?:투입|들여|들이|투자)")


def is_term(reach: Reach, day: CalendarDate) -> bool:
    """Tell whether the years are those in which its money is spent ('2008~2030년 총 8조원을 투입해')."""
    return spans_years(day) and _TERM.match(reach.text, day.char_end) is not None


def is_goal(reach: Reach, day: CalendarDate) -> bool:
    """Tell whether money is spent by that day on what follows ('2025년까지 5000억원을 투자해 …')."""
    published = reach.draft.published
    ahead = published is None or (day.end is not None and day.end > published)
    return day.relation == "until" and ahead and _TERM.match(reach.text, day.char_end) is not None


def is_apart(reach: Reach, low: int, high: int, sign: Sign) -> bool:
    """Tell whether another date or another quoted sentence begins between the date and the stage word."""
    first, last = (high, sign.low) if sign.low >= high else (sign.high, low)
    if _QUOTED_ANEW.search(reach.text, first, last):
        return True
    days = reach.scene.days
    i = bisect_left(days, (first,))
    return i < len(days) and days[i][0] < last


_FROM = re.compile(r"에서\s")


def is_given_up(reach: Reach, day: CalendarDate) -> bool:
    """'2031년에서 2030년으로': the first date no longer holds."""
    return _FROM.match(reach.text, day.char_end) is not None and any(
        0 <= d.char_start - day.char_end < 5 for d in reach.draft.dates
    )


_DESCRIBING = re.compile(
    r"\S*?(?<=[한된은인던])\s((?:[가-힣A-Za-z0-9·]+\s){0,4}?[가-힣A-Za-z0-9·]+?)(?:을|를|이|가|은|는|과|와|의|에|인근|옆)\s"
)


def ends_clause_before(reach: Reach, high: int, scope: Scope) -> bool:
    """Tell whether a clause ends between the date and the name behind it ('5월 마쳤고, B사는 …')."""
    low = scope.mention[0]
    if not 0 < low - high < 200 or "," not in reach.text[high:low]:
        return False
    return any(
        m.tag == "EC" and m.form in COORDINATING and reach.text.startswith(",", m.end)
        for m in reach.scene.morphs_in(high, low)
    )


def describes_another(reach: Reach, at: int) -> bool:
    """Tell whether the verb there describes another thing with a name ('2021년 수주한 다낭 공장 옆에')."""
    m = _DESCRIBING.match(reach.text, at)
    if m is None:
        return False
    scene = reach.scene
    return any(scene.places.get(w.start) or w.tag == "NNP" or w.oov for w in scene.morphs_in(*m.span(1)))


def describes_next(reach: Reach, high: int) -> int | None:
    """Whose name comes right behind the clause of the date that describes it ('내년에 발주될 제2터미널')."""
    i = bisect_left(reach.lows, high)
    if i == len(reach.lows) or not 3 < reach.lows[i] - high <= 24:
        return None
    morphs = reach.scene.morphs_in(high, reach.lows[i])
    if not morphs or any(m.tag in ("EC", "EF", "SP", "SF") for m in morphs):
        return None
    described = any(m.tag == "ETM" for m in morphs[-4:]) and not _TOLD_OF.search(
        reach.text, high, reach.lows[i]
    )
    return reach.places[i].owner if described else None


_TOLD_OF = re.compile(r"(?:은|는|이|가)\s(?:\S+\s)*$|위한\s$|통한\s$|위해\s")
#: 'A시가 추진하는 …', '이날 체결할 예정이다'.
_GOING_ON = re.compile(r"[가-힣]{2,6}?(?:하는|되는|\s?중인|해\s?온|하고\s있는)\s")
_CEREMONY = re.compile(r"(?:착공|기공|준공|완공|개통|개관|개장|개항)식")
_TO_COME = re.compile(r"\S{0,4}\s?예정")


def is_not_then(text: str, sign: Sign) -> bool:
    """Tell whether what the stage word tells goes on or lies ahead: it is not of the day of the report."""
    if sign.mode == "announced":
        return _TO_COME.match(text, sign.high) is None and not _CEREMONY.match(text, sign.low)
    return _GOING_ON.match(text, sign.low) is not None


def is_just_now(reach: Reach, day: CalendarDate) -> bool:
    """Tell whether the day is that of the report: what is planned does not take place then."""
    published = reach.draft.published
    if published is None or day.end is None or day.precision != "day" or day.relation == "planned":
        return False
    return 0 <= (published - day.end).days <= 3


def is_just_signed(reach: Reach, day: CalendarDate, sign: Sign) -> bool:
    """The day of the signing that the article reports is not the project's date when it has another."""
    published = reach.draft.published
    if sign.stage not in ("proposed", "awarded", "contracted") or day.precision != "day":
        return False
    return published is None or day.start is None or abs((published - day.start).days) <= 7
