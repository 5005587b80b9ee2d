"""The amount of each project."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractor.linking.holders import (
    closes_item,
    described_by,
    describes_name,
    is_for_a_part,
    is_left,
    is_of_another,
    is_of_many,
    is_spent_elsewhere,
    is_with_another,
    made_with,
    named_next,
    object_behind,
    quoted_before,
    subject_before,
    tells_cost,
    tells_whole_cost,
)  # fmt: skip
from extractor.linking.reach import Link, Reach
from extractor.linking.shares import shared_out
from extractor.linking.topic import Topic
from extractor.projects.scopes import Scope
from extractor.records import Amount

#: From the surest tie to the least sure.
ORDER = (
    "parenthesis", "apposition", "named cost in its item", "named cost", "spent on it",
    "item", "row", "named cost in the next sentence", "spent on it in the next sentence",
    "named cost of what is spoken of", "sum told before its name",
)  # fmt: skip

_COST = re.compile(
    r"(?:총\s?)?(?:사업\s예산(?:\s규모)?|사업비|공사비|투자액|투자비|투자금|계약액|계약금액|수주액|조성비|건설비|구축비|건립비|도입비|개발비|비용|사업\s규모|총|추정)"
    r"\S{0,3}\s?(?:약\s?|모두\s?|총\s?|최소\s?|최대\s?|무려\s?|추정\s?){0,2}$"
    r"|(?:규모|금액|사업비|공사비|투자액|계약액)\s?[:：]\s(?:(?:EDCF|ODA|차관|유상|무상|국비|총|약)\s)*$"
    r"|(?:짓|세우|들이|놓|까|만드|사들이|(?:건설|건립|조성|구축|설치|추진|설립|신설|신축|증설|확장|도입|구입|구매|현대화|정비|보수|개보수)하)는\s데(?:에|에는|는|만)?\s(?:약\s?|총\s?|모두\s?)?$"
    r"|[한된는던]\s(?:금액|규모|공사비|사업비)(?:은|는)\s(?:약\s?|총\s?)?$"
    r"|(?:필요한|드는|들|들어갈|소요되는)\s(?:돈|재원|예산|자금)(?:은|만)\s(?:약\s?|총\s?|모두\s?)?$"
    r"|(?:^|[.\n]\s?|(?:계약|수주|사업|투자|공사|전체|총)\s?)(?:규모|금액)(?:은|는)\s(?:약\s?|총\s?)?$"
    r"|(?:계약|수주|사업|투자|공사)\s?(?:규모|금액)(?:이|가|만)\s(?:약\s?|총\s?)?$"
)
#: What a firm has won in all.
_SO_FAR = re.compile(r"(?:누적|연간|기존|역대)\s?(?:해외\s?)?(?:수주|계약)\S{0,4}\s?(?:약\s?|총\s?)?$")
_SHARE = re.compile(
    r"(?:당|마다|각)\s?(?:최대\s?|최소\s?|약\s?)?$|(?:중|가운데)\s?(?:최대\s?)?$|에게\s(?:[가-힣]+\s)?$"
)
#: What a land or a firm wants to win in all: "'해외건설 연 500억달러 수주' 목표".
_AIM = re.compile(r"\s?(?:수주|수출|달성|투자\s?유치|유치)[’'”」』]?\s(?:달성\s)?목표")
#: The sum that was thought of before.
_FORMER = re.compile(r"(?:당초|애초|원래|애당초)\s(?:[가-힣]+\s)?(?:약\s?|총\s?)?$")
_BECAME = re.compile(
    r"^\s?(?:가까이|안팎|가량)?(?:으로|로)\s(?:불어|늘|뛰|오르|올라|올랐|줄|낮|조정|확정|증액|감액|수정)"
)
#: What the work took.
_TOOK = re.compile(r"^(?:이|가)\s(?:들었|들어갔|든다|드는\s)")
_SPENT = re.compile(
    r"^\s?(?:안팎|가량|정도|이내|규모|상당|어치|짜리|이상)?(?:의|를|을|이|가|에|로|으로)?\s?\S{0,8}?\s?"
    r"(?:들여|들이|들인|들일|들였|투입|투자|들어|규모|따낸|따냈|수주|계약|사들|낙찰|배정|반영|지원|대출|출자|조성|출연|융자|확보"
    r"|우선협상|본계약|낙점|도급|체결|서명|인수|책정|편성|소요|쏟아|넣|맺|쓰기|쓸|쓴|공여|제공"
    r"|증액|보태|보탠|빌려|조달|집행|할당|배분|모아|모으|끌어|부담|공급하|공급한|납품|제작하|건조하)"
    r"|^\)(?:에|에게|이|가|로)\s(?:\S+\s)?(?:돌아갔|돌아가|넘어갔|내줬|빼앗|뺏|따냈|따내|수주|낙찰|가져갔)"
    r"|^에\s(?:가져[왔오온가간갔]|품[었은]|떼어)"
    r"|^에\s\S+(?:를|을)\s(?:얹|더하|더해|더한|보태|보탠)"
    r"|^(?:으로|로)\s(?:\S+\s){0,2}?(?:완공|준공|지어|지은|짓|건설|건립|조성)"
    r"|^(?:이던|인|짜리|이었던|였던)\s?(?:계약|사업|공사|프로젝트|노선|일감|시설)"
    r"|^\s?(?:짜리|규모의?|상당의?|에\s이르는|에\s달하는)?\s(?:[가-힣]+\s)?(?:계약|사업|공사|프로젝트|노선|일감|공장|발전소|단지|센터|설비|플랜트|도로|철도|항만|공항)"
    r"(?:은|는|이|가|을|를|의|도|에)\s"
    r"|^의\s(?:[A-Z]{2,5}\s)?(?:[가-힣]{0,6}(?:차관|자금|기금|재원|융자))(?:\([A-Z]+\))?(?:이|을|를|으로)\s"
    r"|^(?:짜리|어치|규모)(?:이다|였|이었|인데|입니다|라고|라는)"
)
#: '수주…22억달러': the sum stands behind what it was won or agreed for.
_WON = re.compile(r"(?:계약|수주|낙찰|투자)(?:…|\.\.\.|,\s)(?:총\s?|약\s?)?$")
#: Right behind the name: '남부선이 4조원으로 가장 크고', '서부선 8천억원, …'.
_NEXT = re.compile(r"[’'”」』]?(?:\([^()]*\))?(?:은|는|이|가|도)?\s(?:총\s?|약\s?|모두\s?|무려\s?)?")
_IS = re.compile(
    r"\s?(?:안팎|가량|정도|규모|짜리|선|남짓)?(?:이다|다[.\s]|인데|이며|이고|였|으로|로\s|입니다|에\s?(?:달|이르|이른|이릅|육박)|을\s넘|,\s|\s순)"
)
_FOREIGN = re.compile(
    r"(?:교역액?|수출액?|수입액?|매출액?|적자|흑자|주가|관세|예산|교역량|생산액|자산|부채|시가총액|영업이익|순이익|"
    r"보조금|지분(?:\s\d[\d.]*%)?\S{0,6}|대출|보증|자본금|기성금|분담금|채권|출자금|차입금|한도|운임|단가|가격|배당)"
    r"(?:은|는|이|가|을|를|의|도|만|으로|로)?\s?(?:약\s?|총\s?|최대\s?)?$"
)
_PARENTHESIS = re.compile(
    r"^\s?\([^()]*\)|^,?\s(?:우리\s?돈|한화)(?:으?로)?\s(?:약\s?)?[\d.,조억천백만여\s]+원?(?:\s?(?:안팎|가량|정도))?"
)
#: 'A 및 B에 총 …': of both.
_WITH = re.compile(
    r"(?:병원|센터|공장|발전소|다리|교량|철도|도로|항만|공항|사업|시설|플랜트|[가-힣A-Z]{2,}선)[’'”\"」』]?(?:와|과|\s및)\s"
    r"[‘'“\"「『]?(?:[가-힣]{2,8}\s)?$"
)
#: What several works get together: 'A와 B를 지원하기 위해 4460만달러를 제공한다'.
_HELPED = re.compile(r"[’'”\"」』]?(?:을|를)\s(?:지원|추진|건설|진행)하기\s위(?:해|한)\s")
#: '공급 계약(430억원)'.
_AGREED = re.compile(r"(?:계약|도급)\((?:약\s?|총\s?)?$")
_BOTH = re.compile(r"(?:와|과|및)\s[‘'“\"「『]?$")
_INTO = re.compile(
    r"[’'”」』)]{0,2}(?:\s(?:건립|건설|설립|구축|조성|도입)(?:\s?사업)?)?(?:에|에는|에만|에도|(?:을|를)\s위해(?:서)?(?:도|는)?)\s"
    r"(?:\d[\d.]*%\s(?:늘어난|증가한|줄어든|오른)\s)?"
    r"(?:(?:자금|차관|국비|예산|사업비|EDCF)\s)?(?:총\s?|약\s?|최대\s?|모두\s?)?"
)
#: What a budget gives: '… 환급 예산을 1500억원 증액했다', '… 파견 60억원 등'.
_GETS = re.compile(r"(?:\s?예산)?(?:을|를|은|도)?\s(?:총\s?|약\s?|추가로\s|각각\s)?")
_GIVEN = re.compile(
    r"(?:을|를|으로)?\s?(?:추가로?\s|새로\s|더\s)?(?:증액|확대|편성|배정|반영|책정|투입|쏟)|,\s|\s등\s"
)
#: What its budget becomes: '… 사업 예산은 정부안보다 61% 늘어난 520억원으로'.
_BUDGET = re.compile(r"\s예산(?:은|이|도)\s[^.\n]*")
_FUND = r"(?:국비|도비|시비|구비|군비|지방비|국고|민자|민간|자부담|민간투자)"
#: The sum of what several pay for one work: '국비와 지방비 등 127억원'.
_FUNDED = re.compile(
    rf"{_FUND}[^,.\n]{{0,14}}\s?(?:등|합쳐|합해|포함해)\s?"
    r"(?:\d+년\s?간\s)?(?:총\s?|모두\s?)?(?:사업비\s)?(?:약\s?)?$"
)
#: What one of them pays, before that sum.
_OWN_SHARE = re.compile(rf"{_FUND}\s?(?:약\s?)?$")
_THEN_ALL = re.compile(
    rf"(?:\s?원)?(?:과|와|,|·)\s?(?:{_FUND})[^.\n]{{2,20}}?(?:등|합쳐|합해|포함해)\s?(?:총|모두)?\s?\d"
)
_LAST_SHARE = re.compile(
    r"(?:\s?원)?(?:을|를)?\s?(?:등|합쳐|합해|포함해)\s(?:[^.,\n]{1,10}\s)?(?:총|모두|총사업비)\s?\d"
)
#: 'the whole cost, so much from the state, so much from firms, in all …'.
_WHOLE = re.compile(r"총사업비(?:는|로|로는)\s[^.\n]{4,60}?\s?등\s총\s?$")
#: The cost of a study is that of the project only where the study is the project.
_OF_STUDY = re.compile(r"(?:조사비|용역비|조사\s?비용|용역\s?비용)(?:은|는|로|으로)?\s(?:총\s?|약\s?)?$")
_STUDY = re.compile(r"조사|용역|컨설팅|마스터플랜")
_TOTAL = re.compile(r"(?:등|모두|합쳐|합하면|합계|더하면|만 더해도|총액)\s?(?:총\s?)?(?:약\s?)?$")


@dataclass(frozen=True, slots=True)
class _Offer:
    rank: int
    start: int
    owner: int
    headline: bool = False


def choose_amounts(reach: Reach, topic: Topic) -> list[Link]:
    """For each project the amount that is tied to it most surely; the first of equals."""
    offers: list[_Offer] = []
    for amount in reach.draft.amounts:
        if amount.converts is not None or amount.per not in ("", "년"):
            continue
        if reach.scene.zone(amount.char_start) == "denied":
            continue
        offered = _offers(reach, amount, topic)
        if offered and reach.scene.headline(amount.char_start):
            offered = [replace(o, headline=True) for o in offered]
        offers += offered
    offers += [_Offer(0, amount.char_start, place.owner) for amount, place in shared_out(reach)]
    best: dict[int, _Offer] = {}
    for offer in sorted(offers, key=lambda o: (o.headline, o.rank, o.start, o.owner)):
        best.setdefault(offer.owner, offer)
    return [
        Link(best[i].start, {"amount": ORDER[best[i].rank]}) if i in best else Link()
        for i in range(len(reach.projects))
    ]


def _offers(reach: Reach, amount: Amount, topic: Topic) -> list[_Offer]:
    text = reach.text
    low, high = amount.char_start, amount.char_end
    before = text[max(0, low - 16) : low]
    after = text[high : high + 40]
    aside = _PARENTHESIS.match(after)
    after = after[aside.end() :][:18] if aside else after[:18]
    mention = reach.mention_over(low) or quoted_before(reach, low)
    if amount.per and mention is None:
        return []
    if mention is not None:
        if _SHARE.search(before) and not before.endswith("("):
            return []
        return [_Offer(0, low, mention.owner)]
    scope = reach.scope_at(low)
    follows = _SIZED.match(text, high)
    whole = _TOTAL.search(before) is not None and _WHOLE.search(text, max(0, low - 90), low) is not None
    if scope is None and follows is None and not whole and not tells_whole_cost(reach, low, high):
        return []
    became = _BECAME.match(after) and tells_cost(reach, low)
    cost = _COST.search(before) or _TOOK.match(after) or became
    share = _SHARE.search(before)
    if share and not share[0].startswith(("중", "가운데")):
        return []
    funds = _FUNDED.search(text, max(0, low - 40), low) is not None
    if _OWN_SHARE.search(before) and (_THEN_ALL.match(text, high) or _LAST_SHARE.match(text, high)):
        return []
    if (_TOTAL.search(before) and not (cost or funds or whole)) or (is_of_many(reach, low) and not funds):
        return []
    if "각각" in text[max(0, low - 48) : low] and _SEVERALLY.search(text, max(0, low - 48), low):
        return []
    sized = follows is not None and (
        amount.text.endswith("는") or (len(follows[0]) > 1 and _SIZE.search(follows[0]) is not None)
    )
    if follows and not sized and follows[0] == " " and reach.scene.headline(low):
        held = reach.mention_over(high + 1)
        if held is not None and held.low == high + 1:
            return [_Offer(1, low, held.owner)]
    if follows and sized:
        held = described_by(reach, follows.end())
        if held is not None and amount.text.startswith(("총", "모두")) and is_with_another(reach, held):
            return []
        if held is not None and not ("\n" in follows[0] and reach.scene.headline(low)):
            total = amount.text.startswith("총") and held.low != reach.projects[held.owner].char_start
            return [_Offer(10 if total else 1, low, held.owner)]
        if held is None and (named := named_next(reach, low, follows.end())) is not None:
            return [_Offer(10, low, named.owner)]
        if held is None and is_of_another(reach, follows.end()):
            return []
    if share:
        return []
    if after.lstrip()[:1] == "씩" or _FORMER.search(before) or _SO_FAR.search(before) or is_left(reach, high):
        return []
    if _AIM.match(text, high):
        return []
    if scope is None:
        meant = (
            topic.at(low)
            if not reach.scene.headline(low) and (whole or tells_whole_cost(reach, low, high))
            else None
        )
        if meant is None or reach.other_phase(meant, low) or _is_another(reach, high, meant):
            return []
        return [_Offer(9, low, meant)]
    if reach.other_phase(scope.owner, low):
        return []
    if _is_another(reach, high, scope.owner):
        return []
    if (topic_of := subject_before(reach, low, scope)) is not None:
        return (
            [_Offer(4, low, topic_of.owner)]
            if cost or _SPENT.match(after) or _THEN_COST.match(text, high)
            else []
        )
    if (
        amount.text.startswith(("총 ", "모두 "))
        and _BOTH.search(text, max(0, scope.mention[0] - 6), scope.mention[0])
        and reach.draft.sentence_at(low) == reach.draft.sentence_at(scope.mention[0])
    ):
        return []
    if 0 < low - scope.mention[1] < 18 and _INTO.fullmatch(text, scope.mention[1], low):
        if _WITH.search(text, max(0, scope.mention[0] - 16), scope.mention[0]):
            return []
        made = made_with(reach, high)
        return [_Offer(1 if made is None else 4, low, scope.owner if made is None else made.owner)]
    if whole and scope.trust in ("clause", "carried"):
        return [_Offer(3, low, scope.owner)]
    if (
        0 < low - scope.mention[1] < 12
        and _GIVEN.match(text, high)
        and _GETS.fullmatch(text, scope.mention[1], low)
    ):
        return [_Offer(1, low, scope.owner)]
    if (
        0 < low - scope.mention[1] < 48
        and after.startswith("으로")
        and _BUDGET.fullmatch(text, scope.mention[1], low)
    ):
        return [_Offer(3, low, scope.owner)]
    next_to = 0 < low - scope.mention[1] < 30 and _NEXT.fullmatch(text, scope.mention[1], low)
    if next_to and _IS.match(after) and not cost:
        return [_Offer(1, low, scope.owner)]
    foreign = _FOREIGN.search(before)
    spent = _SPENT.match(after) or _WON.search(before)
    if _OF_STUDY.search(before) and _is_study(reach, scope):
        return [_Offer(3, low, scope.owner)]
    if scope.trust == "item":
        if cost:
            return [_Offer(2, low, scope.owner)]
        rank = 6 if _in_row(reach, scope) else 4 if spent else 5
        return [_Offer(rank, low, scope.owner)] if not foreign or rank == 6 else []
    if foreign and not cost:
        return []
    if scope.trust == "clause":
        if _AGREED.search(before):
            return [_Offer(1, low, scope.owner)]
        if cost:
            return [_Offer(3, low, scope.owner)]
        if spent and is_spent_elsewhere(reach, low, high, scope):
            return []
        if (
            spent
            and _HELPED.match(text, scope.mention[1], low)
            and _WITH.search(text, max(0, scope.mention[0] - 16), scope.mention[0])
        ):
            return []
        if spent and low < scope.mention[0] and (made := object_behind(reach, scope)) is not None:
            return [_Offer(4, low, made.owner)]
        if spent or describes_name(reach, high, scope):
            return [_Offer(8 if is_for_a_part(reach, low, scope) else 4, low, scope.owner)]
        if closes_item(reach, low, scope):
            return [_Offer(5, low, scope.owner)]
    elif scope.trust == "carried" and _PLACES.search(text, max(scope.low, low - 80), low):
        return []
    elif cost:
        return [_Offer(7, low, scope.owner)]
    elif spent:
        return [_Offer(8, low, scope.owner)]
    return []


#: '3조원의 사업비가 들어간다'.
_THEN_COST = re.compile(r"\s?(?:규모)?의\s(?:사업비|공사비|예산|비용|자금|재원)(?:이|가|를|을)\s")
_SIZED = re.compile(
    r"\s?(?:\([^()]*\))?\s?(?:(?:규모|상당|짜리|어치)?의?|에\s(?:달하는|이르는|육박하는)|(?:을|를)\s(?:넘는|웃도는))\s"
)
_SIZE = re.compile(r"규모|상당|짜리|어치|의|는\s")
#: The sentence first says what another one is: '사업비는 4억 달러로 공항을 새로 짓는 사업이며, …'.
_IS_A_WORK = re.compile(r"[는한할된될]\s(?:사업|공사|프로젝트)(?:이며|이고|으로|로|인데)[,\s]")


def _is_another(reach: Reach, high: int, owner: int) -> bool:
    """Tell whether the sentence says of another work what it is before it names this one."""
    first = reach.projects[owner].char_start
    return high < first and _IS_A_WORK.search(reach.text, high, first) is not None


_PLACES = re.compile(r"\d+\s?(?:곳|개소|개|건|척|기)(?:에는?|은|는|이|가|을|를|의)\s")
#: '각각 3억달러, 4억달러의 발전소를': of several, and only one is told.
_SEVERALLY = re.compile(r"각각\s[^.\n]{0,24}?(?:원|달러|유로|불|엔|위안),\s$")


def _is_study(reach: Reach, scope: Scope) -> bool:
    """Tell whether what is done to the work there is a study."""
    project = reach.projects[scope.owner]
    if _STUDY.search(f"{project.name} {project.action}"):
        return True
    return _STUDY.search(reach.text, *reach.draft.sentence_at(scope.mention[0])) is not None


def _in_row(reach: Reach, scope: Scope) -> bool:
    return "\t" in reach.text[scope.low : scope.high]
