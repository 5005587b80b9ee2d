"""What the predicate after a stage word says: it happened, goes on, will be, or is talked about."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import Literal

from extractor.draft import Morph
from extractor.projects.scene import Scene, touching
from extractor.projects.vocabulary import stops
from extractor.records import CalendarDate

#: reached: it happened; going: it goes on; announced: it will be; open: supported, asked for, discussed.
Mode = Literal["reached", "going", "announced", "open"]

#: So many morphemes behind the word its predicate is looked for.
_FAR = 40

#: After 'ᆯ' these nouns leave it open whether it will be ('지을 여부', '건설할 경우').
_IF = frozenset({"수", "경우", "때", "만큼", "정도", "뿐"})
_FUTURE = ("ᆯ", "을")
#: What is done first takes its time from what follows: '30년간 운영한 뒤 넘기는 방식'.
_AFTER = frozenset({"뒤", "후", "다음", "이후"})
#: It was only meant to be ('지으려던 공장').
_MEANT = ("려던", "으려던", "려는", "으려는")
#: After '-면' these do not make it a condition ('지으면 된다', '착공했으면 한다').
_SHOULD = frozenset({"되", "하", "좋"})


def first_behind(scene: Scene, at: int) -> int:
    """The morpheme that the predicate of a word ending at the offset begins with."""
    first = scene.index_from(at)
    last = scene.morphs[first - 1]
    return first - 1 if last.end > at and last.tag[0] == "E" else first


def _ends_rite(morphs: list[Morph], first: int, at: int) -> bool:
    """Tell whether a rite stands between a stage word and the closing mark ("양해각서 체결식'을")."""
    return at - first <= 2 and morphs[at - 1].form.endswith("식")


def told(scene: Scene, first: int, limit: int, side: set[int], work: bool = False) -> Mode | None:
    """Read the predicate that follows a stage word.

    Parameters
    ----------
    first : int
        Index of the first morpheme behind the word.
    limit : int
        End of the sentence.
    side : set of int
        Where delays and ends are told: what is delayed is not reached.
    work : bool
        The word is itself the verb of making ('건설하다'): what describes a noun with '-는' tells nothing.

    Returns
    -------
    Mode or None
        None when there is no predicate to read.
    """
    morphs = scene.morphs
    announced, opened, going = stops("announced"), stops("open"), stops("going")
    before = morphs[first - 1]
    if before.form.startswith(_MEANT) and before.tag == "ETM":
        return "open"
    if before.tag in ("EP", "ETM") and first < len(morphs) and before.end >= morphs[first].start:
        return "announced" if before.form in ("ᆯ", "을", "겠") else "reached"
    if scene.text.startswith("키로", before.end):
        return "announced"
    previous = ""
    verb = False
    attached = True
    beyond = loose = crossed = False
    at, last = first, min(first + _FAR, len(morphs))
    while at < last:
        m = morphs[at]
        if m.start >= limit:
            break
        form, tag = m.form, m.tag.split("-")[0]
        if m.start in side:
            return "open"
        if tag == "SN" and (money := touching(scene.money, m.start, m.end)) is not None:
            at, attached = max(at + 1, scene.index_from(money[1])), False
            continue
        if tag in ("SSC", "SF", "SW") or (tag == "SP" and not verb):
            if tag == "SSC" and form in _QUOTES and (at == first or _ends_rite(morphs, first, at)):
                at += 1
                continue
            break
        if tag == "SSO":
            if form == "(" and not verb:
                close = scene.text.find(")", m.start, limit)
                inner = scene.text[m.end : close if close > 0 else limit]
                if close < 0 or not (_ABBREVIATION.fullmatch(inner) or _SUM.fullmatch(inner)):
                    return "announced" if _PLANNED.search(inner) else None
                at = scene.index_from(close + 1)
                continue
        elif tag in ("NNG", "VV", "NNB"):
            if form == "위하" and attached:
                return "open"
            if form in announced and not (crossed and _ATTAINED.match(scene.text, m.end)):
                return "announced"
            if form in opened and not beyond:
                return "open"
            if form == "향하" and attached:
                return "announced"
            if (
                form == "중" and tag == "NNB" and not touching(scene.days, m.start - 2, m.end)
            ) or form in going:
                return "going" if attached else "reached"
        if tag in ("VV", "XSV", "VX", "VCP"):
            verb = True
        if tag[0] == "E" and form[:2] in ("ᆫ다", "는다") and (attached or _scheme(morphs, at)):
            return "open" if form.endswith("면") else "announced"
        if tag == "EP":
            return "announced" if form == "겠" else (None if loose else "reached")
        if tag == "ETM" and form.startswith(_MEANT):
            return "open"
        if tag == "ETM":
            after_it = morphs[at + 1].form if at + 1 < last else ""
            if work and form == "는" and after_it != "데":
                if previous == "VX" or attached:
                    return "going" if previous == "VX" else None
                loose = True
                previous = tag
                at += 1
                continue
            if work and form in ("ᆫ", "은") and after_it in _AFTER:
                attached = False
                previous = tag
                at += 1
                continue
            bound = morphs[at - 1].form in _BINDING or (crossed and form in ("ᆫ", "은"))
            if not bound and (mode := _relative(form, previous, morphs[at + 1 : at + 2])):
                return mode
        elif tag == "EF":
            if form in ("다", "습니다", "음", "ᆷ") and previous == "VX":
                return "going" if attached else "reached"
            polite = form == "습니다" and previous in ("", "VV", "XSV")
            return "announced" if polite or form in ("ᆫ다", "는다", "ᆸ니다") else None
        elif tag == "ETN" and scene.text.startswith("까지의 ", m.end):
            return "reached"
        elif tag == "ETN" and scene.text.startswith("로 ", m.end):
            return "announced"
        elif tag == "ETN" and scene.text.startswith(" 위", m.end):
            return "open"
        elif tag == "EC":
            beyond = beyond or form in ("면서", "으면서")
            crossed = crossed or (form in ("고", "며", "으며") and not scene.text.startswith(" 있", m.end))
            if form in ("면", "으면") and morphs[at + 1].form not in _SHOULD:
                return "open"
            if form in ("기로", "려", "려고", "으려", "으려고", "고자"):
                return "announced"
            after = morphs[at + 1] if at + 1 < last else None
            if after is not None and form == "게" and after.form == "되" and attached:
                return "announced"
            if after is not None and form == "고" and after.form == "있" and attached:
                return "going"
        if tag not in ("XSV", "VX", "EC", "JKO", "JKS") and form not in _SIGNING:
            attached = False
        previous = tag
        at += 1
    return None


#: What someone has in mind ('2030년 문을 연다는 일정', '확대한다는 복안').
_SCHEMES = frozenset({"일정", "계획", "방침", "구상", "목표", "복안", "청사진", "포부", "전략"})


#: An aim that is reached is nothing to come ('수주하며 올해 목표를 채웠다').
_ATTAINED = re.compile(r"(?:치)?(?:를|의)?\s?(?:[\d.]+%(?:를)?\s?)?(?:달성|초과|넘|채웠|채우|돌파|웃돌)")
#: What is done with a contract adds nothing to it ('차관계약을 체결한다고 밝혔다'), nor does 'and the like',
#: nor what only says that it is done ('조사가 이뤄지고 있는').
_SIGNING = frozenset({"체결", "맺", "서명", "등", "이루어지", "이뤄지", "벌이"})
#: Verbs that only bind a noun to the next ('치료를 위한 장비').
_BINDING = frozenset({"위하", "관하", "대하", "통하", "의하", "비롯하", "포함하"})


def _scheme(morphs: list[Morph], at: int) -> bool:
    """Tell whether the ending at the index describes what someone has in mind."""
    return at + 1 < len(morphs) and morphs[at].tag == "ETM" and morphs[at + 1].form in _SCHEMES


def _relative(form: str, previous: str, after: list[Morph]) -> Mode | None:
    """What an ending that describes the next noun says."""
    if previous not in ("XSV", "VV", "VX"):
        return None
    if form in ("ᆫ", "은", "던"):
        return "reached"
    if form in _FUTURE and after and after[0].form in _IF:
        return None
    if form in _FUTURE and after and after[0].form in stops("open"):
        return "open"
    return "announced" if form in ("ᆯ", "을", "는") else None


#: A title in quotation marks goes on behind them ('… 업무협약’을 체결했다').
_QUOTES = frozenset("'’”\"」』》")
_ABBREVIATION = re.compile(r"[A-Za-z&./ -]{2,40}")
_SUM = re.compile(
    r"(?:총\s?|약\s?)?[\d,.천백]+\s?[조억만천백\d,.\s]*(?:[가-힣]{0,2}달러|원|유로|불|엔|위안|루블|리얄|동|[A-Z]{3})"
)
_PLANNED = re.compile(r"예정|계획|목표")


def by_date(scene: Scene, low: int, high: int) -> Mode | None:
    """A bare noun with a date beside it: past or to come, seen from the day of publication."""
    day = date_beside(scene, low, high)
    if day is None:
        return None
    if day.relation == "planned" or "예정" in scene.text[high : high + 6]:
        return "announced"
    published = scene.draft.published
    if published is None or day.end is None or day.start is None:
        return "announced" if re.match(r"내년|오는|내달|다음", day.text) else None
    return "reached" if day.end < published or day.start == day.end == published else "announced"


_AND_THEN = re.compile(r"(?:해|하고|한\s뒤|한\s후|돼|되어|하여|하며|됐으며|했으며)[\s,]")
#: Between a day and the word what is done by then: '2025년까지 공사를 완료한 뒤'.
_DONE_BY = re.compile(r"\s[가-힣]{1,4}(?:을|를)\s$")
_FOLLOWED = re.compile(r"에\s이[어은]\s|까지\s(?:하|받)게\s(?:됐|되었)|(?:하|받)게\s(?:됐|되었)")
_WON = re.compile(
    r"(?:해|하여|해서|하면서|함으로써|함에\s따라)[\s,]|(?:으로|로)\s(?:[가-힣\d]{2,5}\s){0,2}(?:뽑혀|꼽혀|(?:선정|낙점|지정|확정)(?:돼|되어|받아))[\s,]"
)


_ONCE_DONE = re.compile(r"[된한]\s(?:뒤|후|이후|다음)[\s,]")


def once_done(scene: Scene, low: int, high: int) -> bool:
    """Tell whether it comes first of what is to come ('2027년 10월 완공된 뒤 … 공급될 예정')."""
    return _ONCE_DONE.match(scene.text, high) is not None and by_date(scene, low, high) == "announced"


def linked_to_a_day(scene: Scene, low: int, high: int) -> Mode | None:
    """'지난달 착공해 내년 준공하는': the first step stands with its own date, whatever comes after it."""
    if not _AND_THEN.match(scene.text, high):
        return None
    if m := _DONE_BY.search(scene.text, max(0, low - 10), low):
        low = m.start()
    return by_date(scene, low, high)


#: What is won so that something else may come of it is only wished for ('수주해 새 사례가 되도록').
_SO_THAT = re.compile(
    r"(?:해|하여|해서)\s[^.,]{0,60}?[가-힣]도록\s[^.]{0,60}?"
    r"(?:요청|당부|기대|희망|부탁|달라|촉구|건의|(?:지원|협력|노력)(?:하겠|할|하기로|키로|해\s?나))"
)


def is_wish(scene: Scene, high: int) -> bool:
    """Tell whether the word only begins what is asked for ('수주해 새 협력사례가 되도록 요청했다')."""
    return _SO_THAT.match(scene.text, high) is not None


def won_before(scene: Scene, high: int) -> bool:
    """Tell whether a win is told as the ground of what comes ('수주에 이어', '수주하여 10월 착공 예정')."""
    return bool(_FOLLOWED.match(scene.text, high) or _WON.match(scene.text, high))


#: So far before a word its clause's date may stand.
_REACH = 40
_NEW_CLAUSE = re.compile(r"(?:고|며|지만|으나|는데|면서|[해돼]|한\s뒤|한\s후|[.;])[\s,]|[△∆▲·()]")
_ASIDE = re.compile(r"\([^()\n]*\)")


def in_its_clause(scene: Scene, low: int) -> Mode | None:
    """What the last date before the word tells, where no other clause begins between."""
    days, published = scene.draft.dates, scene.draft.published
    i = bisect_right(days, low, key=_END) - 1
    if i < 0 or published is None or low - days[i].char_end > _REACH:
        return None
    day = days[i]
    if (
        day.start is None
        or day.end is None
        or _NEW_CLAUSE.search(_ASIDE.sub("", scene.text[day.char_end : low]))
    ):
        return None
    if day.relation == "planned" or day.start > published:
        return "announced"
    if day.relation == "until":
        return "announced" if day.end > published else None
    return "reached" if day.end < published else None


_AHEAD = re.compile(r"(?:내년|오는|다음\s?달|내달|연내)\S{0,6}\s(?:\S{1,5}\s)?$")


def ahead(scene: Scene, low: int) -> bool:
    """Tell whether the words before put it into the future ('내년 본계약 체결까지')."""
    return bool(_AHEAD.search(scene.text, max(0, low - 14), low))


_END = attrgetter("char_end")


def date_beside(scene: Scene, low: int, high: int) -> CalendarDate | None:
    """The date right before the word ('내년 3월 개소') or right behind it ('완공(2019년')."""
    for day in scene.draft.dates:
        if 0 <= low - day.char_end <= 4 or 0 <= day.char_start - high <= 2:
            return day
    return None


_NOTED = re.compile(r"\S{0,2}\s?(?:선정|확정|통과|체결|단계)?\s?[),·]")
#: Releases end their bullets in nouns: '… 사업을 제안', '… 계약을 체결'.
_OBJECT = re.compile(r"[가-힣](?:고|을|를|에|이|가)\s$")
_LAST = re.compile(r"\s*(?:\n|$)")
_HEADLINED = re.compile(r"\s?(?:성공|확정|체결|선정|완료)?\s?(?:…|\.\.|[\"'’”]|\n|$)")


#: What is only wished for ('조기 착공', '차질 없는 준공').
_WISHED = re.compile(r"(?:조기|적기|신속|신속한|조속한|차질\s?없는|원활한|성공적|성공적인|안정적인)\s$")


def alone(scene: Scene, low: int, high: int) -> Mode:
    """A stage noun without verb and date: a fact at the end of a headline or in a parenthesis."""
    text = scene.text
    if _WISHED.search(text, max(0, low - 7), low):
        return "open"
    opened = text.rfind("(", max(0, low - 60), low)
    noted = opened >= 0 and text.find(")", opened, low) < 0
    if noted and _NOTED.match(text, high):
        return "reached"
    if _OBJECT.search(text, max(0, low - 3), low) and _LAST.match(text, high):
        return "reached"
    return "reached" if scene.headline(low) and _HEADLINED.match(text, high) else "open"
