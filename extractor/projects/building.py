"""From groups to records: action, stage, kind, sector."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from operator import itemgetter

from extractor.load import lexicon
from extractor.projects.asides import beside, elsewhere, no_object, of_a_part, of_what_it_describes, still
from extractor.projects.grouping import Group, are_alike, in_name
from extractor.projects.phrases import Candidate
from extractor.projects.rulings import ruling
from extractor.projects.scene import Scene, Span, is_country, touching
from extractor.projects.scopes import Place, lay_out, own_block, share
from extractor.projects.specific import specificity
from extractor.projects.status import Sign, is_paid, lent, settle
from extractor.projects.vocabulary import actions, heads, stops
from extractor.records import Project

#: A name of a part: what is told of other parts is never told of it.
_NUMBER = re.compile(r"\d\s?(?:단계|호기|공구|호선|공장|구간|차)")
#: What the words over a list tell outdoes these of its items ('주요 수주 사업: … 기본설계').
_EARLY = ("proposed", "planned", "study")


#: A study is what goes on where it is the work itself ('… 타당성조사 사업을 추진 중').
_STUDY = re.compile(r"\s?(?:사업|용역|과업|과제)(?![가-힣]{2})")


def places_of(scene: Scene, groups: list[Group]) -> list[Place]:
    """All mentions of all groups, in order, with the group's number as owner."""
    places = []
    for number, g in enumerate(groups):
        places += [Place(c.low, c.high, number, c.scope) for c in g.members]
        places += [Place(low, high, number, own_block(scene, low)) for low, high in g.aliases]
    return sorted(places, key=lambda p: (p.low, p.high))


def build(scene: Scene, groups: list[Group], told: list[Sign]) -> list[Project]:
    """Make the records; stage words go to the undertaking that their clause speaks of."""
    places = places_of(scene, groups)
    scopes = lay_out(scene, places)
    of: list[list[Sign]] = [[] for _ in groups]
    of_parts: list[list[Sign]] = [[] for _ in groups]
    studies: dict[int, Sign] = {}
    mentions: list[list[Span]] = [[] for _ in groups]
    for p in places:
        mentions[p.owner].append((p.low, p.high))
    for sign in told:
        scope = scopes.at(sign.low)
        if scope is None or scope.trust == "sentence" or elsewhere(scene, sign):
            continue
        g = groups[scope.owner]
        if any(in_name(c, sign) for c in g.members):
            if sign.stage == "study" and _STUDY.match(scene.text, sign.high):
                studies[scope.owner] = sign
            continue
        if no_object(scene, sign, scope):
            continue
        if beside(scene, sign, scope, mentions[scope.owner]) or of_what_it_describes(scene, sign, scope):
            continue
        if sign.row["word"].startswith("진행") and "운영" in g.name:
            sign = replace(sign, stage="operating")
        (of_parts if of_a_part(scene, sign, scope, g.name) else of)[scope.owner].append(sign)
    for number, signs in enumerate(of):
        of[number] = signs or [s for s in of_parts[number] if not _NUMBER.search(groups[number].name)]
        if number in studies and any(s.mode == "reached" and s.stage == "planned" for s in of[number]):
            of[number] = [*of[number], replace(studies[number], mode="reached")]
    share(scene, places, of)
    if (loan := lent(scene, told)) is not None:
        for signs in of:
            if not any(s.stage == "contracted" for s in signs) and any(
                is_paid(scene, s, loan) for s in signs
            ):
                signs.append(loan)
    for number, g in enumerate(groups):
        if not any(s.mode == "reached" and s.stage not in _EARLY for s in of[number]):
            of[number] = [*ruling(scene, g.best, told), *of[number]]
        if of[number]:
            continue
        if g.best.source == "row" and g.best.sector:
            of[number] = [replace(s, mode="reached") for s in told if within(s, g.best.sector)]
        elif g.best.after:
            rest = [s for s in told if within(s, g.best.after) and s.mode == "reached"]
            of[number] = [s for s in rest if (o := scopes.at(s.low)) is None or o.trust != "clause"]
    partners = _done_together(scene, groups)
    return [_project(scene, g, still(scene, of[i]), partners.get(i)) for i, g in enumerate(groups)]


#: Between two works that are done together: 'A와 B 건설', 'A 및 B 증설'.
_AND = re.compile(r"[\'’”」]?(?:와\s|과\s|\s및\s|·)[\'‘“「]?")


def _done_together(scene: Scene, groups: list[Group]) -> dict[int, Candidate]:
    """For works before 'and' those behind it of which the words of action are told of both."""
    named = sorted(((c.low, i, c) for i, g in enumerate(groups) for c in g.members), key=itemgetter(0))
    found: dict[int, Candidate] = {}
    for (_, i, left), (_, j, right) in reversed(list(pairwise(named))):
        joined = _AND.fullmatch(scene.text, left.high, right.low) or (
            scene.text[left.high : right.low] == ", " and are_alike(left, right)
        )
        doing = right if right.action else found.get(j)
        if i != j and doing is not None and not left.action and joined:
            found[i] = doing
    return found


def within(sign: Sign, span: Span) -> bool:
    return span[0] <= sign.low < span[1]


def _project(scene: Scene, g: Group, told: list[Sign], partner: Candidate | None) -> Project:
    text = scene.text
    best = g.best
    why = {"name": best.why["name"], "text": best.why.get("score", "")}
    stage, after, top, coming = settle(told)
    if top is not None:
        why["stage"] = top.row.where
    if coming is not None and after:
        why["next_stage"] = coming.row.where
    if top is None and stage and coming is not None:
        why["stage"] = f"{coming.row.where} announced"
    if not stage and _noted_as_planned(text, g):
        stage = "planned"
        why["stage"] = "planned in its parenthesis"
    action, action_why = _action(scene, g, top, coming)
    if not action and partner is not None and partner.action is not None:
        action, action_why = text[slice(*partner.action)], f"{partner.why['action']} of both"
    if action:
        why["action"] = action_why
    cooperation = best.head is not None and best.head["kind"] == "cooperation"
    why["kind"] = best.head.where if best.head else "list item"
    sector = ""
    if best.sector:
        sector = tidy_sector(text[slice(*best.sector)])
        if sector:
            why["sector"] = "heading of the list"
    spans = sorted({(c.low, c.high) for c in g.members} | set(g.aliases))
    low, high = proper_name(scene, best)
    if high < best.name[1] and not action:
        action, action_why = "공사", why["name"]
        why["action"] = action_why
    return Project(
        text=text[best.low : best.high],
        char_start=best.low,
        char_end=best.high,
        name=_name(text, best, low, high),
        kind="cooperation" if cooperation else "project",
        action=action,
        stage=stage,  # type: ignore[arg-type]
        next_stage=after,  # type: ignore[arg-type]
        sector=sector,
        spans=tuple(spans),
        flags=("hearsay",) if top is not None and top.hearsay else (),
        why=why,
    )


def _name(text: str, best: Candidate, low: int, high: int) -> str:
    name = best.label or " ".join(text[low:high].split())
    if (m := _IN_QUOTES.fullmatch(name)) is not None:
        name = m["inside"] + m["rest"]
    return f"{name} {text[slice(*best.goods)]}" if best.goods else name


#: A quoted name with its sort behind the marks: "'가온 프로그램' 사업".
_IN_QUOTES = re.compile(
    r"['‘“「『`](?P<inside>[^'’”」』`]{2,})['’”」』`](?P<rest>(?:\([A-Za-z0-9 ,.&-]+\))?(?:\s[가-힣·\s]+)?)"
)
_WORK = re.compile(r"(?:\s(?:건설|개발|조성))?(?:\s사업)?\s(?:(?:후속|추가|본|토목|건설|확장|신축)\s?)?공사$")


def proper_name(scene: Scene, best: Candidate) -> Span:
    """The name without the country in front and the '공사' behind that it is complete without."""
    low, high = best.name
    text = scene.text
    if best.source == "quoted":
        return low, high
    if (m := _SIZED.match(text, low, high)) is not None and _tells(scene, best, m.end(), high):
        low = m.end()
    if best.head is not None and best.head["word"].endswith("공사"):
        m = _WORK.search(text, low, high)
        work = m is not None and any(end == m.start() - low for _, end, _ in heads()(text[low : m.start()]))
        if m is not None and (work or _PART.search(text, low, m.start())):
            high = m.start()
    day = touching(scene.days, high - 1, high)
    if day is not None and low + 2 < day[0] and scene.text[day[0] - 1] == " ":
        high = day[0] - 1
    first = scene.places.get(low)
    if first is None or not is_country(first) or (gap := _GAP.match(text, first.char_end)) is None:
        return low, high
    rest = gap.end()
    if (word := text[rest:high].split(" ")[0]) in stops("place"):
        rest += len(word) + 1
    return (rest, high) if rest < high and _tells(scene, best, rest, high) else (low, high)


_GAP = re.compile(r"의? ")
#: How large it is, before its name: '270MW(135MW×2기)급 '.
_SIZED = re.compile(
    r"\d[\d,.만천]*\s?(?:[kMG]W|㎿|㎾|킬로와트|메가와트|기가와트|[kM]?t|톤|배럴|병상|㎞|km)"
    r"(?:\([^()]*\))?\s?(?:급|규모)의?\s"
)


def _tells(scene: Scene, best: Candidate, low: int, high: int) -> bool:
    """Tell whether what stands in [low, high) is a name by itself."""
    head = best.head if best.head and scene.text[low:high].endswith(best.head["word"]) else None
    return specificity(scene, Candidate(low, high, (low, high), None, head, best.source)) >= 2


_PART = re.compile(r"\d\s?(?:호기|호선|단계|공구|구역)$")


def _noted_as_planned(text: str, g: Group) -> bool:
    """Tell whether a parenthesis of the mention says '예정'."""
    return any("예정" in text[c.name[1] : c.high] for c in g.members)


def _in_order(top: Sign | None, coming: Sign | None) -> tuple[Sign | None, ...]:
    """What is done next is what a study or a building site is told of for ('… 중인 A선은 8월 착공한다')."""
    if top is None or coming is None or coming.mode != "announced":
        return top, coming
    state = top.stage == "under_construction" and top.row["sense"] == "state"
    return (coming, top) if state or top.stage == "study" else (top, coming)


def _action(scene: Scene, g: Group, top: Sign | None, coming: Sign | None) -> tuple[str, str]:
    text = scene.text
    ordered = [g.best, *[c for c in g.members if c is not g.best]]
    for c in ordered:
        if c.action is not None:
            words = [text[slice(*span)] for span in (c.before, c.action) if span]
            done = " ".join(" ".join(words).split())
            if done in _PAPERS:
                return _in_its_name(scene, g) or (f"{done} 체결", c.why["action"])
            return done, c.why["action"]
    if (own := _noted(scene, g)) is not None:
        return own
    named = _in_its_name(scene, g)
    for sign in _in_order(top, coming):
        if sign is not None and sign.row["action"] and not _describes(g, sign):
            if named is not None and sign.row["action"].startswith(_FORMAL):
                break
            return sign.row["action"], sign.row.where
    return named if named is not None and _making() & set(named[0].split("·")) else ("", "")


@cache
def _making() -> frozenset[str]:
    return frozenset(r["word"] for r in lexicon("stages") if r["sense"] == "work")


#: What is done on paper gives way to what the name says is done ('… 구축사업 양해각서').
_FORMAL = (
    "계약",
    "양해각서",
    "업무협약",
    "협력각서",
    "합의각서",
    "의향서",
    "협력의향서",
    "차관",
    "추진",
    "투자협약",
    "승인",
)
_PAPERS = frozenset({"양해각서", "업무협약", "협력각서", "합의각서"})
_DONE = re.compile(
    r"(?:\s|(?<=[가-힣)]))(?P<noun>[가-힣]{2,5}(?:·[가-힣]{2,5})?)\s?(?:사업|프로젝트|공사)[\'’”」]?$"
)


def _in_its_name(scene: Scene, g: Group) -> tuple[str, str] | None:
    """What the name itself says is done: '특허정보시스템 구축사업', '신청사 건립 사업'."""
    low, high = g.best.name
    ends = scene.text[low:high].rstrip("'’”」").endswith(("사업", "프로젝트", "공사"))
    m = _DONE.search(scene.text, low, high) if ends else None
    words = m["noun"].split("·") if m else []
    for cut in range(len(words[0]) - 1) if words else ():
        first = words[0][cut:]
        if all(w in actions() for w in (first, *words[1:])):
            return "·".join((first, *words[1:])), f"{actions()[first].where} in its name"
    return None


_NOTE = re.compile(
    r"(?:\s?\([^()\n]*\))?\s(?P<words>(?:[가-힣]{2,6}\s){0,2}(?:지급|해결|정산|회수|인수|매각|종결|금융종결|납부|조정|연장|이행|보장|배정|면제|인하|인상))"
    r"(?=\s*(?:$|[,(△∆▲▴◇◆▷▶\n]|등\b|등[을이의은]?\s|문제|요청|방안))"
)


def _noted(scene: Scene, g: Group) -> tuple[str, str] | None:
    """What the words right behind the name of a list item ask for ('… 조선소 기성금 지급')."""
    best = g.best
    if best.source != "item" or best.scope is None:
        return None
    m = _NOTE.match(scene.text, best.name[1], best.scope[1])
    return (m["words"], "the last noun of the item") if m else None


def _describes(g: Group, sign: Sign) -> bool:
    """Tell whether the stage word stands before the name of a list item ('발주 지연중인 …')."""
    scope = g.best.scope
    return scope is not None and g.best.source == "item" and scope[0] <= sign.low < g.best.name[0]


_MARKS = " \t()<>[]{}「」『』《》〈〉【】'‘’“”\"◆◇■□▣▶▷●○◎ㅇoO*※-–:：.,"
_TOPIC = re.compile(r"\s?(?:에서는|에선|에서|에는|의\s경우|으로는|로는|은|는|도)$")
_OPENING = frozenset(
    {"또", "또한", "우선", "먼저", "이어", "특히", "아울러", "한편", "이밖에", "안건", "기타"}
)
_FIELD = re.compile(r"([가-힣A-Za-z0-9·/\s]{1,30}?)\s?(?:분야|부문)")
_BEFORE_FIELD = re.compile(r"[,.]\s*|우선\s|먼저\s|이어\s|또한?\s|특히\s|이밖에\s|(?:측은|양국은|정부는)\s")
_LINES = frozenset(
    {
        "추진 과제",
        "주요 과제",
        "주요 사업",
        "사업명",
        "주요 내용",
        "협력 과제",
        "과제",
        "사업",
        "의제",
        "주요 의제",
    }
)
_TOLD = re.compile(
    r"(?:다|음|함|됨|며|보면|관련해서?|관련|관련한|별개로|후보사업|대상|내역|곳|고|면서|해|하여|위해|만나|측|측에|정부|장관|차관|국장|양국|양측|회의|포럼|위원회|이날|[0-9]+[월일건개]|같다|같음)"
    r"(?:에|에는|에서|에서는|은|는|이|가|을|를|에게)?$"
)


def tidy_sector(words: str) -> str:
    """The heading's or topic's field: '우선 프로젝트 분야에서' → '프로젝트'; '' where it is a sentence.

    Parameters
    ----------
    words : str
        What stands over or before the list.
    """
    words = words.strip(_MARKS).split("\n")[0]
    fielded = "분야" in words or "부문" in words
    if fielded and (m := _FIELD.search(words)):
        words = _BEFORE_FIELD.split(m[1])[-1].strip(_MARKS)
    else:
        words = _TOPIC.sub("", words).strip(_MARKS)
    parts = words.split()
    if not words or len(parts) > 4 or len(words) > 24 or words in _OPENING or words in _LINES:
        return ""
    return "" if any(_TOLD.search(p) for p in parts) or re.search(r"[0-9]+[.일월개건]", words) else words
