"""The date of each project."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.linking.reach import Link, Reach
from extractor.projects.scene import touching
from extractor.projects.scopes import COORDINATING, Scope
from extractor.projects.status import Sign, settle
from extractor.records import CalendarDate

ORDER = (
    "parenthesis",
    "beside its stage",
    "beside another stage",
    "item",
    "beside its stage in the next sentence",
    "clause",
    "in the next sentence",
)

_REPORTED = re.compile(
    r"^(?:일)?\s?(?:\([^()]*\))?\s?(?:밝혔|전했|말했|발표했|보도했|확인했|공시했|공시를|알렸|설명했|공개했|소개했)"
)
_SOURCE = re.compile(r"^(?:일)?\s?(?:\([^()]*\))?\s(?:[^\s,.]+\s){0,4}?[^\s,.]+에\s(?:따르면|의하면)\s")
_TALKED = re.compile(
    r"^(?:의)?\s?(?:양국\s|한\S{0,4}\s)?(?:정상\s?|장관\s?|고위급\s?)?(?:회동|회담|면담|간담회)"
)
_TRAVELLED = re.compile(r"^\s?[^.,]{0,12}?(?:귀국|출국|방문|찾아|찾는|떠나|떠난|향한|향해|예방|면담)")
#: A firm's year so far: '올해 총 197척을 수주했다'.
_TALLY = re.compile(r"^(?:\s?들어|에만|까지)?(?:\s현재까지|\s지금까지)?\s(?:총|누적|모두)\s")
#: '지난해 9월 뽑힌 지 8개월 만이다'.
_SINCE = re.compile(r"^[^.,]{0,28}?\s(?:지|이후|뒤)\s?(?:약\s)?\S{1,4}(?:년|개월|달|주|일)(?:여)?\s?만")
#: Another sentence of the same speaker: '…했다"면서 "오는 2월 …'.
_QUOTED_ANEW = re.compile(r"[”\"](?:며|면서|라며|라면서|고)[^“”\"]{0,16}[“\"]")
_MET = re.compile(r"^[^.]{0,30}?(?:에서|만나|열고|개최|방문|찾아|면담|회담|회의|이동해|예방)")


@dataclass(frozen=True, slots=True)
class _Offer:
    rank: int
    before: bool
    distance: int
    start: int
    owner: int


def choose_dates(reach: Reach) -> list[Link]:
    """For each project the date in its parenthesis or beside the stage that it has reached or comes to."""
    settled: list[tuple[Sign | None, Sign | None]] = []
    for told in reach.signs:
        _, _, top, coming = settle(told)
        settled.append((top, coming))
    offers: list[_Offer] = []
    for day in reach.draft.dates:
        offers += _offers(reach, day, settled)
    offers = _not_history(reach, [*offers, *_joined(reach, offers), *_housed(reach, offers)])
    best: dict[int, _Offer] = {}
    headline = reach.scene.headline
    order = sorted(offers, key=lambda o: (o.rank, headline(o.start), o.before, o.distance, o.start, o.owner))
    for offer in order:
        best.setdefault(offer.owner, offer)
    return [
        Link(best[i].start, {"date": ORDER[best[i].rank]}) if i in best else Link()
        for i in range(len(reach.projects))
    ]


#: 'A(7억달러)와 B는 올 하반기 …': of both.
_AND = re.compile(r"(?:\([^()]*\))?(?:와|과|\s및|,)\s[‘'“\"「『]?(?:[가-힣]{2,6}\s)?")
_ARE = re.compile(r"[’'”\"」』]?(?:\([^()]*\))?\s?(?:[가-힣]{2,6}\s)?(?:은|는|이|가|도|등은|등이|모두)\s")


def _joined(reach: Reach, offers: list[_Offer]) -> list[_Offer]:
    """What is told behind several works joined with 'and' is told of each."""
    found: list[_Offer] = []
    for left, right in reversed(list(pairwise(reach.places))):
        if left.owner == right.owner or not _AND.fullmatch(reach.text, left.high, right.low):
            continue
        if not _ARE.match(reach.text, right.high):
            continue
        end = reach.draft.sentence_at(right.low)[1]
        found += [
            replace(o, rank=max(o.rank, 2), owner=left.owner)
            for o in [*offers, *found]
            if o.owner == right.owner and right.high < o.start < end
        ]
    return found


_HOUSES = re.compile(r"[’'”\"」』]?(?:\([^()]*\))?(?:엔|에는|에)\s")
_STAND = re.compile(r"들어(?:설|선다|서게|섭니다|서고|서며)")


def _housed(reach: Reach, offers: list[_Offer]) -> list[_Offer]:
    """'A단지엔 2030년까지 B와 C가 들어선다': the date of those that will stand there."""
    found: list[_Offer] = []
    for offer in offers:
        scope = reach.scope_at(offer.start)
        if scope is None or scope.mention[0] > offer.start or not _HOUSES.match(reach.text, scope.mention[1]):
            continue
        end = reach.draft.sentence_at(offer.start)[1]
        verb = _STAND.search(reach.text, offer.start, end)
        if verb is not None:
            behind = reach.places[
                bisect_left(reach.lows, offer.start) : bisect_left(reach.lows, verb.start())
            ]
            found += [replace(offer, rank=5, owner=p.owner) for p in behind if p.owner != offer.owner]
    return found


def _not_history(reach: Reach, offers: list[_Offer]) -> list[_Offer]:
    """Without what is long past, for the projects to which a day yet to come is offered."""
    published = reach.draft.published
    if published is None:
        return offers
    days = {d.char_start: d for d in reach.draft.dates}
    ahead = {o.owner for o in offers if (end := days[o.start].end) is not None and end >= published}
    return [o for o in offers if o.owner not in ahead or not _long_ago(reach, days[o.start])]


def _offers(reach: Reach, day: CalendarDate, settled: list[tuple[Sign | None, Sign | None]]) -> list[_Offer]:
    text = reach.text
    low, high = day.char_start, day.char_end
    after = text[high : high + 40]
    if _REPORTED.match(after) or _TALKED.match(after) or _SOURCE.match(after) or _moved_from(reach, day):
        return []
    if _TALLY.match(after) or _SINCE.match(after):
        return []
    mention = reach.mention_over(low)
    if mention is not None:
        return [_Offer(0, False, 0 if day.relation == "planned" else 1, low, mention.owner)]
    scope = reach.scope_at(low)
    if scope is None:
        return []
    owner = scope.owner
    if reach.other_phase(owner, low):
        return []
    if reach.projects[owner].kind == "cooperation" and scope.trust != "item":
        return []
    near = [s for s in reach.signs[owner] if scope.low <= s.low < scope.high]
    top, coming = settled[owner]
    best = None
    for sign in near:
        gap = sign.low - high if sign.low >= high else low - sign.high + 12
        if not -30 <= gap <= 45 or _apart(reach, low, high, sign):
            continue
        if _just_now(reach, day) and _not_then(text, sign):
            continue
        if scope.mention[1] <= low < sign.low and _describes_another(reach, sign.low):
            continue
        mine = (sign is top or sign is coming) and not _before_clause(reach, high, scope)
        rank = 4 if _just_signed(reach, day, sign) else 1 if mine else 2
        offer = _Offer(rank, high <= scope.mention[0], max(gap, 0), low, owner)
        if best is None or (offer.rank, offer.distance) < (best.rank, best.distance):
            best = offer
    if best is not None:
        if scope.trust == "carried":
            return [_Offer(max(best.rank, 2), best.before, best.distance, low, owner)]
        return [best]
    if (
        scope.trust == "clause"
        and low >= scope.mention[1]
        and day.relation in ("until", "planned")
        and not _TRAVELLED.match(after)
        and not _QUOTED_ANEW.search(text, scope.mention[1], low)
    ):
        return [_Offer(3, False, 0, low, owner)]
    if scope.trust == "clause" and _years(day) and text[scope.mention[0]] in "이그동본":
        return [_Offer(3, False, 2, low, owner)]
    if scope.trust == "item" and not _MET.match(after):
        return [_Offer(3, False, 0 if day.relation == "planned" else 1, low, owner)]
    if scope.trust == "carried" and day.relation in ("until", "planned") and _goes_on(reach, day, scope):
        return [_Offer(6, False, 0, low, owner)]
    if scope.trust in ("clause", "sentence") and not _lately(reach, day) and _tied(reach, day, scope):
        return [_Offer(5, False, 0 if day.relation == "planned" else 1, low, owner)]
    return []


_IF = re.compile(
    r"(?:경우|되면|하면|다면|려면)\s|[\"“]|(?:장관|차관|대표|사장|회장|총리|대통령|[실국단청]장)[은는이가]\s"
)


def _goes_on(reach: Reach, day: CalendarDate, scope: Scope) -> bool:
    """Tell whether a sentence behind the name tells a day to come: nobody's own plans, no condition."""
    low, after = day.char_start, reach.text[day.char_end : day.char_end + 40]
    return (
        low - scope.low < 60
        and not _TRAVELLED.match(after)
        and not _MET.match(after)
        and not _IF.search(reach.text, scope.low, low)
        and touching(reach.scene.people, scope.low, low) is None
    )


def _lately(reach: Reach, day: CalendarDate) -> bool:
    """Tell whether a day of the last weeks, which mostly is that of the event that the article reports."""
    published = reach.draft.published
    if day.precision not in ("day", "range", "week") or _years(day):
        return False
    if published is None or day.start is None or day.end is None:
        return True
    return 0 <= (published - day.end).days <= 31 or day.start <= published <= day.end


def _tied(reach: Reach, day: CalendarDate, scope: Scope) -> bool:
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
        if day.relation == "on" and _long_ago(reach, day) and any(m.tag == "ETM" for m in morphs):
            return False
        topic = day.precision == "year" and _THEN.match(reach.text, high)
        return bool(_GOVERNED.match(reach.text, last)) and not topic
    return not (morphs and morphs[-1].tag == "ETM") and not _describes_another(reach, high + 1)


def _long_ago(reach: Reach, day: CalendarDate) -> bool:
    """Tell whether the date is history: two years past or more."""
    published = reach.draft.published
    return published is not None and day.end is not None and (published - day.end).days > 700


#: So far from its date a name is at most.
_NEARBY = 45
_BREAK = re.compile(r"[,.\n·;:]\s|[\"“”]")
#: 'A는 7천만불을 쓰기로 지난달 합의했다', '2018년부터 추진해온 A' go on.
_GOES_ON = frozenset({"기로", "어", "아"})
#: '2004년부터 2010년까지 진행된 A'.
_RUN = re.compile(
    r"(?:까지|부터|에)?\s(?:추진|진행|시행|운영|실시)(?:한|된|해\s?온|돼\s?온|해온|돼온|되는|하는|될|할)\s"
)
#: Subject or object of what is told; 'A에서 B까지', 'A와 B' are not.
_GOVERNED = re.compile(r"[’'”\"」』]?(?:\([^()]*\))?\s?(?:[가-힣]{2,5}\s?){0,2}?(?:을|를|이|가|은|는)[\s,]")
#: A year that the rest is told for ('올해는 …'), or the name's or the sum's own ('올해 20억원 규모의 …').
_THEN = re.compile(r"(?:에|부터)?(?:는|도)\s|\s?\d|\s?[‘'“\"「『]|\s?중\s")


def _years(day: CalendarDate) -> bool:
    """Tell a range of years ('2022년부터 2026년까지')."""
    return day.precision == "range" and bool(day.start and day.end) and (day.end - day.start).days > 300  # type: ignore[operator]


def _apart(reach: Reach, low: int, high: int, sign: Sign) -> bool:
    """Tell whether another date or another quoted sentence begins between the date and the stage word."""
    first, last = (high, sign.low) if sign.low >= high else (sign.high, low)
    if _QUOTED_ANEW.search(reach.text, first, last):
        return True
    days = reach.scene.days
    i = bisect_left(days, (first,))
    return i < len(days) and days[i][0] < last


_FROM = re.compile(r"에서\s")


def _moved_from(reach: Reach, day: CalendarDate) -> bool:
    """'2031년에서 2030년으로': the first date no longer holds."""
    return _FROM.match(reach.text, day.char_end) is not None and any(
        0 <= d.char_start - day.char_end < 5 for d in reach.draft.dates
    )


_DESCRIBING = re.compile(
    r"\S*?(?<=[한된은인던])\s((?:[가-힣A-Za-z0-9·]+\s){0,4}?[가-힣A-Za-z0-9·]+?)(?:을|를|이|가|은|는|과|와|의|에|인근|옆)\s"
)


def _before_clause(reach: Reach, high: int, scope: Scope) -> bool:
    """Tell whether a clause ends between the date and the name behind it ('5월 마쳤고, B사는 …')."""
    low = scope.mention[0]
    if high >= low or "," not in reach.text[high:low]:
        return False
    return any(
        m.tag == "EC" and m.form in COORDINATING and reach.text.startswith(",", m.end)
        for m in reach.scene.morphs_in(high, low)
    )


def _describes_another(reach: Reach, at: int) -> bool:
    """Tell whether the verb there describes another thing with a name ('2021년 수주한 다낭 공장 옆에')."""
    m = _DESCRIBING.match(reach.text, at)
    if m is None:
        return False
    scene = reach.scene
    return any(scene.places.get(w.start) or w.tag == "NNP" or w.oov for w in scene.morphs_in(*m.span(1)))


#: 'A시가 추진하는 …', '이날 체결할 예정이다'.
_GOING_ON = re.compile(r"[가-힣]{2,6}?(?:하는|되는|\s?중인|해\s?온|하고\s있는)\s")
_TO_COME = re.compile(r"\S{0,4}\s?예정")


def _not_then(text: str, sign: Sign) -> bool:
    """Tell whether what the stage word tells goes on or lies ahead: it is not of the day of the report."""
    if sign.mode == "announced":
        return _TO_COME.match(text, sign.high) is None
    return _GOING_ON.match(text, sign.low) is not None


def _just_now(reach: Reach, day: CalendarDate) -> bool:
    """Tell whether the day is that of the report: what is planned does not take place then."""
    published = reach.draft.published
    if published is None or day.end is None or day.precision != "day" or day.relation == "planned":
        return False
    return 0 <= (published - day.end).days <= 3


def _just_signed(reach: Reach, day: CalendarDate, sign: Sign) -> bool:
    """The day of the signing that the article reports is not the project's date when it has another."""
    published = reach.draft.published
    if sign.stage not in ("proposed", "awarded", "contracted") or day.precision != "day":
        return False
    return published is None or day.start is None or abs((published - day.start).days) <= 7
