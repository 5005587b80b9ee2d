"""From candidates to undertakings: judged one by one, joined by name, the rest found as aliases."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.projects.headlines import join_headlines
from extractor.projects.introduced import join_introductions
from extractor.projects.judge import ENOUGH, THIS, THIS_ONE, score
from extractor.projects.merging import agree, core, parts, threads
from extractor.projects.oneness import join_descriptions
from extractor.projects.phrases import Candidate
from extractor.projects.scene import Scene, Span, is_country, touching
from extractor.projects.scopes import Place, lay_out
from extractor.projects.specific import proper_words
from extractor.projects.status import Sign
from extractor.projects.vocabulary import heads_only, stops


@dataclass(slots=True)
class Group:
    """One undertaking: its mentions in order, the one that names it best, and other words for it."""

    members: list[Candidate]
    best: Candidate
    aliases: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.best.why["text"]


def group(scene: Scene, found: list[Candidate], told: list[Sign]) -> list[Group]:
    """Judge the candidates and join those that mean the same."""
    for c in found:
        c.why["text"] = c.label or " ".join(scene.text[slice(*c.name)].split())
    places = [Place(c.low, c.high, i, c.scope) for i, c in enumerate(found)]
    scopes = lay_out(scene, places)
    signed: dict[int, float] = {}
    times: dict[int, int] = {}
    for s in told:
        scope = scopes.at(s.low)
        if scope and scope.trust != "sentence" and not in_name(found[scope.owner], s):
            if s.stage == "operating" and s.row["word"].startswith("운영") and _is_house(found[scope.owner]):
                continue
            worth = 0.5 if scope.trust == "carried" else 1.0
            times[scope.owner] = times.get(scope.owner, 0) + (worth == 1.0)
            signed[scope.owner] = max(signed.get(scope.owner, 0.0), worth)
    for i, c in enumerate(found):
        score(scene, c, signed.get(i, 0.0) + (0.5 if times.get(i, 0) > 1 else 0.0))
    _under_topics(scene, found)
    _contents(scene, found)
    _together(scene, found)
    _among(found)
    starts = [c.name[0] for c in found]
    found = [
        c for c in found if not _is_content(scene, c, found[(i := bisect_left(starts, c.high)) : i + _NEAR])
    ]
    groups: list[Group] = []
    for c in sorted(
        found,
        key=lambda c: (
            _headline(scene, c), "ends" in c.why, c.specific < 2, c.named_after is not None, -c.score, c.low,
        ),
    ):  # fmt: skip
        joins = "ends" in c.why
        homes = [g for g in groups if c.same is not None and c.same in g.members]
        homes = homes or [g for g in groups if _same(g, c) or (joins and _defines(c, g))]
        if not homes:
            homes = _only_of_sort(scene, groups, c)
        if not homes:
            homes = _only_of_land(scene, groups, c)
        if not homes:
            homes = _nearest(scene, c, _kindred(scene, groups, c))
        told_apart = "amount before" in c.why["score"] or _UNITS.search(c.why["text"]) is not None
        elsewhere = c.specific < 2 and told_apart and bool(homes)
        elsewhere = elsewhere and all(_is_elsewhere(scene, g, c) for g in homes)
        if elsewhere:
            homes = []
        if homes and (c.specific >= 2 or len(homes) == 1):
            homes[0].members.append(c)
        elif homes:
            min(homes, key=lambda g: abs(g.members[0].low - c.low)).members.append(c)
        elif c.score >= ENOUGH and c.final and (elsewhere or not _echoes(scene, groups, c)):
            groups.append(Group([c], c))
    groups = join_headlines(scene, join_descriptions(scene, _by_country(scene, groups)))
    groups = join_introductions(scene, groups)
    for g in groups:
        g.members.sort(key=lambda c: c.low)
        g.best = _best(g.members)
    return sorted(groups, key=lambda g: (g.best.low, g.best.high))


def _under_topics(scene: Scene, found: list[Candidate]) -> None:
    """Nameless works in a sentence about a named one are parts of it ('…가스전은 육상 배관이 무산되면서')."""
    for left, right in pairwise(found):
        ground = (
            right.head is not None and right.head["word"].endswith(("공사", "용역")) and right.specific < 2
        )
        if (
            right.source == "phrase"
            and (right.specific < 1 or ground)
            and left.source == "heading"
            and left.scope
        ):
            if left.scope[0] < right.low < left.scope[1]:
                right.score -= 3.0
                right.why["score"] += ", of the heading -3"
            continue
        if (
            right.source != "phrase"
            or (right.specific >= 1 and not ground)
            or left.specific < 2
            or left.high > right.low
        ):
            continue
        same = scene.draft.sentence_at(left.low) == scene.draft.sentence_at(right.low)
        if same and scene.text[left.high : left.high + 1] in ("은", "는") and right.high - left.high < 40:
            right.score -= 1.5
            right.why["score"] += ", part of the one before -1.5"


#: '… 발전소 2기를 새로 건설하는 사업이다', '… 공장을 신규 건설하는 것이라고', '… 시설을 짓는 이 프로젝트는'.
_MADE = r"(?:(?:개발|설계|시공)(?:·|\s))?(?:건설|설치|조성|구축|건립|신설|증설|신축)"
_ITS = r"(?:으로[\s,]|로[\s,]|이다|다\.|이며|이고|입니다|이라고|이라며|라고)"
_CONTENT = re.compile(
    r"(?:\s?\d+(?:기|동|척|개소))?(?:(?:과|와|\s및)\s[가-힣]{2,8}(?:\s[가-힣]{2,8})?)?(?:을|를)\s"
    r"(?:(?:새로|신규로?|추가로?|직접|함께)\s)?(?:"
    rf"(?:{_MADE}하|짓|세우)(?:는\s(?:(?P<this>(?:이|이번|해당|동)\s)(?:사업|공사|프로젝트)|(?:것|사업|공사|프로젝트){_ITS})"
    r"|게\s[되된됩됐]|는데\s)"
    rf"|(?:{_MADE}해|{_MADE}하고|지어|세워|짓고|세우고)[\s,][^.\n]{{2,40}}?는\s(?:것|사업|공사|프로젝트){_ITS})"
    r"|\s\d+(?:개|기|곳|개소)(?:을|를)\s포함[,하한해]"
)
_TOPIC_FAR = 120
_CONTENT_OF = 4.0


def _contents(scene: Scene, found: list[Candidate]) -> None:
    """What an undertaking, or a sentence without a subject behind one, says is to be built is its content."""
    known = None
    contents: list[Candidate] = []
    for c in found:
        if known is not None and c.source == "phrase" and c.specific < 2 and _is_this(scene, c):
            c.score, c.same = c.score - 4.0, known
            c.why["score"] += ", says what this one is -4"
        elif c.source == "phrase" and (content := _CONTENT.match(scene.text, c.high)):
            low, _ = scene.draft.sentence_at(c.low)
            of_this = known is not None and known.high <= low
            of_this &= content["this"] is not None or not _has_subject(scene, low, c.low)
            if of_this or THIS.search(scene.text, max(low, c.low - _TOPIC_FAR), c.low):
                c.score -= _CONTENT_OF
                c.why["score"] += ", what this one is to build -4"
                contents.append(c)
        if c.score >= ENOUGH and c.final:
            known = c
    if known is None and contents and contents[0].final:  # nothing else names it
        contents[0].score += _CONTENT_OF
        contents[0].why["score"] += ", nothing else names it +4"


#: '이 프로젝트는 … 왕복 8차로 고속도로 건설 공사로'.
_WHAT_IT_IS = re.compile(
    r"(?:\s(?:건설|구축|조성|건립|설치|신설|확장|현대화|개발|정비|개보수))?\s?(?:공사|사업|프로젝트)?"
    r"(?:로[,\s]|으로[,\s]|이다|다\.|이며|이고|입니다|인데\s)"
)


def _is_this(scene: Scene, c: Candidate) -> bool:
    low, _ = scene.draft.sentence_at(c.low)
    m = THIS_ONE.match(scene.text, low)
    return m is not None and m.end() <= c.low and _WHAT_IT_IS.match(scene.text, c.high) is not None


def _has_subject(scene: Scene, low: int, high: int) -> bool:
    return any(
        m.tag == "JKS" or (m.tag == "JX" and m.form in ("은", "는")) for m in scene.morphs_in(low, high)
    )


_AND = re.compile(r"(?:\([^()\n]{1,16}\))?[\'’”」`]?(?:에 이어\s|\s?및\s|와\s|과\s|,\s?|·)[\'‘“「`]?")


def _together(scene: Scene, found: list[Candidate]) -> None:
    """What stands in one row with an undertaking is one too ('A 사업과 B 사업에 …')."""
    for pairs in (list(pairwise(found)), list(pairwise(found))[::-1]):
        for left, right in pairs:
            if left.source not in ("phrase", "quoted") or right.source not in ("phrase", "quoted"):
                continue
            gap = scene.text[left.high : right.name[0]]
            if len(gap) > 24 or not (_AND.fullmatch(gap) or re.fullmatch(r",\s[가-힣]{2,5}\s", gap)):
                continue
            for one, other in ((left, right), (right, left)):
                least = 0.0 if are_alike(left, right) else ENOUGH - 1.5
                if one.score >= ENOUGH and least <= other.score < ENOUGH and other.specific > 0:
                    other.score, other.final = ENOUGH, True
                    other.why["score"] += ", together with its neighbour"
    for left, right in pairwise(found):
        near = right.low - left.high < _NEAR_SITE and right.score >= ENOUGH
        if near and "a place here -1.5" in left.why["score"] and right.source == "phrase":
            left.score -= 1.5
            left.why["score"] += ", site of the next -1.5"
    for i, last in enumerate(found):
        if last.source in ("phrase", "quoted") and _RISING.match(scene.text, last.high):
            _rise(scene, found[max(0, i - _NEAR) : i + 1])


def are_alike(left: Candidate, right: Candidate) -> bool:
    """Tell whether two works of two words have the same head ('가온 발전소, 나리 발전소')."""
    heads = [c.head["word"] if c.head else "" for c in (left, right)]
    words = [c.why["text"].split(" ") for c in (left, right)]
    return heads[0] == heads[1] != "" and all(len(w) == 2 and w[1] == heads[0] for w in words)


#: So near before a work '에' makes a place its site.
_NEAR_SITE = 12
#: What is built is the subject: those named with it are no partners.
_RISING = re.compile(
    r"[\'’”」`]?(?:\([^()\n]{1,20}\))?(?:이|가|도)\s(?:[^\s,.]{1,9}\s){0,3}?"
    r"(?:들어[서설선]|(?:조성|건립|건설|신설|설립|개설|개원|유치)[되될된돼]|세워[지질진져]|지어[지질진져])"
    r"|[\'’”」`]?(?:\([^()\n]{1,20}\))?(?:을|를)\s(?:(?:추가로?|신규로?|새로|각각|최종|모두)\s)?"
    r"(?:지정|준공|완공|착공|건설|조성|구축|설립|추진|운영)(?:하|했|해|한|할|키로)"
)
_CHAIN = re.compile(
    r"[\'’”」`]?(?:\([^()\n]{1,30}\))?(?:와\s|과\s|,\s?|·|\s및\s|[을를]\s(?:비롯해|포함해)\s)"
    r"(?:(?:이를|그를|이와)\s[가-힣\s]{2,9}는\s|[가-힣·]{2,12}\s)?[\'‘“「`]?"
)


def _rise(scene: Scene, row: list[Candidate]) -> None:
    """All in the row of what is built are undertakings ('A 연구소와 B 센터가 들어선다')."""
    row = [c for c in row if "another" not in c.why["score"]]
    for left, right in reversed(list(pairwise(row))):
        if left.source not in ("phrase", "quoted") or (left.specific < 0.5 and left.score < ENOUGH):
            return
        if right.score < ENOUGH or _CHAIN.fullmatch(scene.text, left.high, right.name[0]) is None:
            return
        if left.score < ENOUGH:
            left.score, left.final = ENOUGH, True
            left.why["score"] += ", built together with its neighbour"


_MERE = ("a place here", "only visited", "a running plant", "acts itself", "headline", "contact", "anything")


def _among(found: list[Candidate]) -> None:
    """In an article about several undertakings what is named like them and told nothing of is one more."""
    sure = {core(c.why["text"]) for c in found if c.score >= ENOUGH and c.final and c.specific >= 2}
    if len(sure) < 2:
        return
    for c in found:
        if not (c.final and ENOUGH - 1 <= c.score < ENOUGH and c.head is not None):
            continue
        if any(w in c.why["score"] for w in _MERE) or c.head["word"].endswith(_HOUSES):
            continue
        named = c.specific >= 2 and (c.head["strength"] == "strong" or "inside" in c.why["score"])
        if named or (c.specific >= 1 and c.action is not None):
            c.score = ENOUGH
            c.why["score"] += ", one of several"


def _is_house(c: Candidate) -> bool:
    """Tell whether it can be a house that only does its work ('한빛병원이 운영 중인 …')."""
    return c.source == "phrase" and c.head is not None and c.head["word"].endswith(_HOUSES)


#: Houses that are only named as they are open; a shipyard or a port that runs again is an undertaking.
_HOUSES = ("병원", "의료원", "학교", "대학원", "연구소", "캠퍼스")


def in_name(c: Candidate, s: Sign) -> bool:
    """Tell whether the stage word is part of the name ('수주지원센터'); at its end it does tell the stage."""
    return c.name[0] <= s.low and s.high < c.name[1]


#: How large a work is, folded: '1000메가와트급', '197㎿'.
SIZE = re.compile(r"^\d+(?:(?:킬로와트|메가와트|기가와트|[kmg]w|병상|만?톤|배럴|km)(?:급|규모)?|급|규모)")
_ANAPHORIC = re.compile(r"(?<![가-힣])(?:이 중|이중|이 가운데|이들 중|그중|그 중|이|해당|동)\s$")
#: A word of so many letters that the full name ends with means it: '섬유단지', '송변전망 사업'.
_WORD = 4
#: How names of provinces and towns end that leave it out when they are told again.
_OF_PLACES = frozenset("성주시군도현")
_LETTERS = re.compile(r"[A-Z]{2,}")


def _kindred(scene: Scene, groups: list[Group], c: Candidate) -> list[Group]:
    """The groups that the candidate can be other words for."""
    own, short = proper_words(scene, c), core(c.why["text"])
    sort = SIZE.sub("", short) if short[:1].isdigit() else short
    return [g for g in groups if _kin(scene, g, c, own, short, sort)]


def _kin(scene: Scene, g: Group, c: Candidate, own: list[str], short: str, sort: str) -> bool:
    """Other words for the same: a proper name and abbreviation in common, a country's only one."""
    mine, name = g.best.why["text"], c.why["text"]
    proper = proper_words(scene, g.best)
    known = heads_only()
    longer = len(short) >= 5 and c.specific < 2 <= g.best.specific and short not in known
    if longer and threads(short, core(mine)):
        return True
    if len(short) == _WORD and c.specific < 2 <= g.best.specific and short not in known:
        return core(mine).endswith(short)
    shared = [w for w in own if w in proper] if own and proper else []
    general = short in known or sort in known
    stem = any(w[:-1] == short for w in proper)
    if not (shared or general or stem or short in proper or (own and core(mine) in own)):
        return False
    if parts(mine) != parts(name) and parts(mine) and parts(name):
        return False
    if short in proper or (core(mine) in own and c.specific >= 2):
        return True
    if any(w[:-1] == short and w[-1] in _OF_PLACES for w in proper):  # '롱안 사업' of '롱안성 …'
        return True
    if shared and c.source == "phrase" and c.specific >= 2 and _headline(scene, c):
        return True
    if c.head is not None and any(short == w + c.head["word"] for w in shared):
        return core(mine).endswith(c.head["word"])
    if shared and set(_LETTERS.findall(mine)) & set(_LETTERS.findall(name)):
        return True
    if sort != short and c.specific < 2 <= g.best.specific:
        return sort in heads_only() and core(mine).endswith(sort)
    if general and core(mine).endswith(short):
        if c.specific < 1 and _ANAPHORIC.search(scene.text, max(0, c.low - 8), c.low):
            return True
        lands = {e.country for e in scene.places_in(g.best.name) if e.country}
        return bool(lands & {e.country for e in scene.places_in(c.name) if e.country})
    return False


def _nearest(scene: Scene, c: Candidate, kin: list[Group]) -> list[Group]:
    """Of several kindred ones those of its sort: a highway is no underground line of the same town."""
    if len(kin) < 2:
        return kin
    mine = parts(c.why["text"])
    short = core(c.why["text"])
    if not mine and all(short in proper_words(scene, g.best) for g in kin):  # '롱안 공사': of the last told
        before = [g for g in kin if g.best.low < c.low]
        return [max(before, key=lambda g: g.best.low)] if before else kin[:1]
    if mine and len(alike := [g for g in kin if parts(g.best.why["text"]) == mine]) == 1:
        return alike
    end = core(c.why["text"])[-2:]
    return [g for g in kin if core(g.best.why["text"]).endswith(end)]


def _headline(scene: Scene, c: Candidate) -> bool:
    return scene.headline(c.low)


_WHERE = re.compile(r"(?:에?서는?|에선|에는?|엔|[은는도])\s")
#: How many plants are to be built.
_UNITS = re.compile(r"\d+기$")


def _is_elsewhere(scene: Scene, g: Group, c: Candidate) -> bool:
    """Tell whether it is told of another country: '칠레에선 … 트램, 페루에선 … 트램'."""
    land, known = _land(scene, c), _lands(scene, g)
    return land != "" and bool(known) and land not in known


def _land(scene: Scene, c: Candidate) -> str:
    """The country that the sentence places the work in, before its name."""
    start, _ = scene.draft.sentence_at(c.low)
    for at in range(c.low - 1, start - 1, -1):
        place = scene.places.get(at)
        if place is not None and is_country(place) and _WHERE.match(scene.text, place.char_end):
            return place.country
    return ""


def _same(g: Group, c: Candidate) -> bool:
    name, tried = c.why["text"], None
    for m in g.members:
        other = m.why["text"]
        if other == name:
            return True
        if other != tried and (m.specific >= 2 or m is g.best):
            tried = other
            if agree(other, name):
                return True
    return False


#: So long a sort of work is rarely that of two works in one article.
_LONG_SORT = 6


def _only_of_sort(scene: Scene, groups: list[Group], c: Candidate) -> list[Group]:
    """The one named work of the sort that a house is told to build ('… 가스복합 발전소를 착공했다')."""
    if c.named_after is None or not touching(scene.bodies, *c.named_after):
        return []
    sort = core(scene.text[slice(*c.name)])
    if len(sort) < _LONG_SORT:
        return []
    alike = [g for g in groups if core(g.best.why["text"]).endswith(sort)]
    return alike if len(alike) == 1 and not _is_of_another(scene, alike[0], c.named_after) else []


_ANY_WORK = re.compile(r"\s(?:사업|프로젝트|공사)")


def _only_of_land(scene: Scene, groups: list[Group], c: Candidate) -> list[Group]:
    """The one named work of a country where no more than that is told: '칠레 프로젝트는 …'."""
    land = scene.places.get(c.name[0])
    if land is None or not is_country(land) or not _ANY_WORK.fullmatch(scene.text, land.char_end, c.name[1]):
        return []
    alike = [g for g in groups if land.country in _lands(scene, g)]
    return alike if len(alike) == 1 else []


def _lands(scene: Scene, g: Group) -> set[str]:
    """The countries in the names of its mentions and right before them."""
    names = {e.country for c in g.members for e in scene.places_in(c.name) if e.country}
    return names | {code for c in g.members if (code := _land(scene, c))}


#: Behind the firm that a sentence is about.
_SUBJECT = re.compile(r"(?:은|는|이|가)\s")


def _is_of_another(scene: Scene, g: Group, firm: Span) -> bool:
    """Tell whether the sentence that names the work is about another firm."""
    low, _ = scene.draft.sentence_at(g.best.low)
    name = scene.text[slice(*firm)]
    return any(
        low <= e.char_start < g.best.low and e.text != name and _SUBJECT.match(scene.text, e.char_end)
        for e in scene.draft.entities
        if e.label == "ORG"
    )


def _echoes(scene: Scene, groups: list[Group], c: Candidate) -> bool:
    """Tell whether it is but the sort of a named work ('공항 사업' beside '가람 공항')."""
    if c.source != "phrase" or c.specific > 1 or scene.places_in(c.name):
        return False
    words = c.why["text"].split(" ")
    short = core(" ".join(w for w in words[:-1] if w not in stops("generic")) + " " + words[-1])
    named = [g for g in groups if short in g.name] if short in heads_only() else []
    if named and _UNITS.search(c.why["text"]) is not None:
        return not all(_is_elsewhere(scene, g, c) for g in named)
    return bool(named)


def _defines(c: Candidate, g: Group) -> bool:
    """Tell whether its ends are those of the named work ('가람항과 나래를 잇는 철도': '가람항 인입철도')."""
    if c.head is None or "ends" in g.best.why:
        return False
    name = core(g.best.why["text"])
    return name.endswith(c.head["word"]) and name[:2] in c.why["text"]


_OF_WHICH = re.compile(r"(?:을|를)\s[가-힣\s]{1,12}$")


#: As many candidates at most begin within 16 letters.
_NEAR = 8


def _is_content(scene: Scene, c: Candidate, nearby: list[Candidate]) -> bool:
    """Tell whether it only says what another one is about ('잠수함 3척을 도입하는 오르카 사업')."""
    if c.source not in ("phrase", "quoted"):
        return False
    for other in nearby:
        if not 0 < other.low - c.high < 16 or other.head is None or other.head["strength"] == "strong":
            continue
        between = scene.text[c.high : other.name[0]].rstrip("'‘“「")
        i = scene.till.get(c.high + len(between.rstrip()))
        if _OF_WHICH.match(between) and i is not None and scene.morphs[i].tag == "ETM":
            return True
    return False


def _by_country(scene: Scene, groups: list[Group]) -> list[Group]:
    """Join 'Ⅹ국 복합화력' with the table row of that country that names it in full."""
    rows = [g for g in groups if g.best.source == "row" and g.best.scope]
    for g in list(groups):
        name = g.best.why["text"].split(" ", 1)
        place = scene.places.get(g.best.name[0])
        if g.best.source == "row" or len(name) < 2 or place is None or place.text != name[0]:
            continue
        for row in rows:
            scope = row.best.scope or (0, 0)
            if name[0] in scene.text[slice(*scope)] and core(name[1]) in core(row.best.why["text"]):
                row.members += g.members
                groups.remove(g)
                break
    return groups


def _best(members: list[Candidate]) -> Candidate:
    """The mention that tells most: in a list of its own, full, specific, then the first."""
    return max(
        members,
        key=lambda c: (
            c.final,
            c.specific >= 2,
            "ends" not in c.why,
            c.source in ("item", "row", "heading"),
            min(len(core(c.why["text"])), 30),
            min(len(c.why["text"]), 30),
            -c.low,
        ),
    )


def distinctive(scene: Scene, g: Group) -> list[str]:
    """Proper names inside the name that are no country."""
    return proper_words(scene, g.best)
