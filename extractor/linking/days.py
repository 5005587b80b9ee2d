"""The date of each project."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.linking.moments import (
    describes_another,
    describes_next,
    ends_clause_before,
    goes_on,
    is_another_plan,
    is_apart,
    is_goal,
    is_just_now,
    is_just_signed,
    is_long_ago,
    is_not_then,
    is_of_meeting,
    is_of_report,
    is_recent,
    is_term,
    is_tied,
    spans_years,
)
from extractor.linking.reach import Link, Reach
from extractor.linking.signings import signed_together
from extractor.linking.talks import is_talked_of, only_measures
from extractor.linking.topic import Topic
from extractor.projects.scene import touching
from extractor.projects.scopes import Scope
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
    "of what is spoken of",
    "signed for with others",
)


#: What is done on a day may be told so far behind it, right behind the work, or behind the sum that it gets.
_NEAR, _FAR, _SIGNED_FAR = 45, 90, 150
_WORKS = ("under_construction", "completed", "operating")


def _reaches(text: str, high: int, scope: Scope, sign: Sign) -> int:
    """How far behind a day before the name its stage word may stand."""
    if sign.stage in ("awarded", "contracted"):
        apart = sign.low < scope.mention[1] or _CLAUSE_END.search(text, high, sign.low)
        return _NEAR if apart else _SIGNED_FAR
    if sign.stage in _WORKS and _CEREMONY.match(text, sign.low) and sign.low > scope.mention[1]:
        return _SIGNED_FAR
    return _FAR if sign.stage in _WORKS and sign.low - scope.mention[1] < 9 else _NEAR


_CEREMONY = re.compile(r"[가-힣]{2}(?:기념)?식")


_CLAUSE_END = re.compile(r"[.\n]\s|(?:[고며자]|지만|는데|으나|면서),\s|다[고며]\s")


@dataclass(frozen=True, slots=True)
class _Offer:
    rank: int
    before: bool
    distance: int
    start: int
    owner: int


def choose_dates(reach: Reach, topic: Topic) -> list[Link]:
    """For each project the date in its parenthesis or beside the stage that it has reached or comes to."""
    settled: list[tuple[Sign | None, Sign | None]] = []
    for told in reach.signs:
        _, _, top, coming = settle(told)
        settled.append((top, coming))
    offers: list[_Offer] = []
    for day in reach.draft.dates:
        if reach.scene.zone(day.char_start) == "denied":
            continue
        offers += _offers(reach, day, settled) or _of_topic(reach, day, topic)
    offers += [_Offer(8, True, 0, d.char_start, n) for d, n in signed_together(reach)]
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
    of: dict[int, list[_Offer]] = {}
    for offer in offers:
        of.setdefault(offer.owner, []).append(offer)
    for left, right in reversed(list(pairwise(reach.places))):
        if left.owner == right.owner or not _AND.fullmatch(reach.text, left.high, right.low):
            continue
        if not _ARE.match(reach.text, right.high):
            continue
        end = reach.draft.sentence_at(right.low)[1]
        shared = [
            replace(o, rank=max(o.rank, 2), owner=left.owner)
            for o in of.get(right.owner, [])[:_FEW]
            if right.high < o.start < end
        ]
        of.setdefault(left.owner, []).extend(shared)
        found += shared
    return found


_HOUSES = re.compile(r"[’'”\"」』]?(?:\([^()]*\))?(?:엔|에는|에)\s")
#: So many works are told of together, so many dates of one of them are looked at, at most.
_MOST, _FEW = 8, 40
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
            i, j = bisect_left(reach.lows, offer.start), bisect_left(reach.lows, verb.start())
            behind = reach.places[i : min(j, i + _MOST)]
            found += [replace(offer, rank=5, owner=p.owner) for p in behind if p.owner != offer.owner]
    return found


def _not_history(reach: Reach, offers: list[_Offer]) -> list[_Offer]:
    """Without what is long past, for the projects to which a day yet to come is offered."""
    published = reach.draft.published
    if published is None:
        return offers
    days = {d.char_start: d for d in reach.draft.dates}
    ahead = {o.owner for o in offers if (end := days[o.start].end) is not None and end >= published}
    return [o for o in offers if o.owner not in ahead or not is_long_ago(reach, days[o.start])]


def _offers(reach: Reach, day: CalendarDate, settled: list[tuple[Sign | None, Sign | None]]) -> list[_Offer]:
    text = reach.text
    low, high = day.char_start, day.char_end
    mention, scope = reach.mention_over(low), reach.scope_at(low)
    if is_of_report(reach, day) or only_measures(reach.draft, day):
        return []
    if mention is not None:
        return [_Offer(0, False, 0 if day.relation == "planned" else 1, low, mention.owner)]
    if (named := _names_next(reach, low, high)) is not None:
        return [_Offer(3, True, 0, low, named)]
    if scope is None:
        return []
    owner = scope.owner
    if reach.other_phase(owner, low):
        return []
    if low >= scope.mention[1] and (next_one := describes_next(reach, high)) not in (None, owner):
        return [_Offer(2, True, 0, low, next_one)]
    if reach.projects[owner].kind == "cooperation" and scope.trust != "item":
        return []
    near = [s for s in reach.signs[owner] if scope.low <= s.low < scope.high]
    top, coming = settled[owner]
    best = None
    for sign in near:
        gap = sign.low - high if sign.low >= high else low - sign.high + 12
        far = _reaches(text, high, scope, sign) if high <= scope.mention[0] else _NEAR
        if not -30 <= gap <= far or is_apart(reach, low, high, sign):
            continue
        if is_just_now(reach, day) and is_not_then(text, sign):
            continue
        if is_talked_of(reach.draft, day, sign):
            continue
        if scope.mention[1] <= low < sign.low and describes_another(reach, sign.low):
            continue
        mine = (sign is top or sign is coming) and not ends_clause_before(reach, high, scope)
        signed = is_just_signed(reach, day, sign)
        rank = (4 if gap <= _NEAR else 7) if signed else 1 if mine else 2
        offer = _Offer(rank, high <= scope.mention[0], max(gap, 0), low, owner)
        if best is None or (offer.rank, offer.distance) < (best.rank, best.distance):
            best = offer
    if best is not None and scope.trust == "sentence" and (last := _goes_on_from(reach, scope)) is not None:
        return [replace(best, rank=4, owner=last)]
    if best is not None:
        if scope.trust == "carried":
            return [_Offer(max(best.rank, 2), best.before, best.distance, low, owner)]
        return [best]
    if "…" in text[scope.mention[1] : low] and reach.scene.headline(low):
        return []
    if (
        scope.trust == "clause"
        and low >= scope.mention[1]
        and day.relation in ("until", "planned")
        and not is_another_plan(reach, day, scope.mention[1])
    ):
        return [_Offer(3, False, 0, low, owner)]
    if scope.trust == "clause" and spans_years(day) and text[scope.mention[0]] in "이그동본":
        return [_Offer(3, False, 2, low, owner)]
    if scope.trust == "clause" and high <= scope.mention[0] and is_goal(reach, day):
        return [_Offer(3, True, 0, low, owner)]
    if scope.trust == "clause" and low >= scope.mention[1] and is_term(reach, day):
        return [_Offer(3, False, 1, low, owner)]
    if scope.trust == "item" and not (reach.scene.headline(low) or is_of_meeting(text[high : high + 40])):
        return [_Offer(3, False, 0 if day.relation == "planned" else 1, low, owner)]
    if scope.trust == "carried" and day.relation in ("until", "planned") and goes_on(reach, day, scope):
        return [_Offer(6, False, 0, low, owner)]
    if scope.trust in ("clause", "sentence") and not is_recent(reach, day) and is_tied(reach, day, scope):
        return [_Offer(5, False, 0 if day.relation == "planned" else 1, low, owner)]
    return []


_TO = re.compile(r"\s(?:[가-힣]{2,6}의?\s)?")
_ROW_GOES_ON = re.compile(r"(?:와|과|,|을|를|이|가|도|등|은|는|에)(?:[\s,]|$)")


def _names_next(reach: Reach, low: int, high: int) -> int | None:
    """Whose day it is that stands before its name in a row: '지난 3월 가온 공장(6억달러)과 5월 …'."""
    i = bisect_left(reach.lows, high)
    if i == len(reach.lows) or not 0 < reach.lows[i] - high <= 9:
        return None
    place = reach.places[i]
    if not _TO.fullmatch(reach.text, high, place.low) or reach.scene.headline(low):
        return None
    priced = touching(reach.scene.money, place.low, place.high) is not None
    return place.owner if priced and _ROW_GOES_ON.match(reach.text, place.high) else None


_SUBJECT = re.compile(r"[가-힣)][은는이가]\s")


def _goes_on_from(reach: Reach, scope: Scope) -> int | None:
    """Of which work the clause before the name still speaks: '…. 지난해 12월 착공했고, 다낭병원이 맡는다'."""
    last = reach.scope_at(max(scope.low - 2, 0))
    if last is None or last.owner == scope.owner or _SUBJECT.search(reach.text, scope.low, scope.high):
        return None
    return last.owner


#: What is reached on the date, right behind it.
_REACHED = re.compile(
    r"(?:까지|에|쯤|께|경|중)?(?:는)?\s?(?:[가-힣]{2,8}(?:을|를|의)?\s){0,2}?"
    r"(?:착공|준공|완공|개통|개장|개관|개항|가동|상업\s?운전|양산|입주|완료|문을)"
    r"(?!식|\S*\s(?:이후|뒤|후)\s)"
)


def _of_topic(reach: Reach, day: CalendarDate, topic: Topic) -> list[_Offer]:
    """A date of completion or the like in a sentence that names no undertaking."""
    low = day.char_start
    if _REACHED.match(reach.text, day.char_end) is None or reach.scene.headline(low):
        return []
    if reach.scope_at(low) is not None or is_of_report(reach, day):
        return []
    owner = topic.at(low)
    if owner is None or reach.other_phase(owner, low):
        return []
    return [_Offer(7, False, 0 if day.relation in ("planned", "until") else 1, low, owner)]
