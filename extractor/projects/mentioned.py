"""What words around a name make a mere mention of it: there is none, so many in all, whose money it is."""

from __future__ import annotations

import re

from extractor.projects.phrases import Candidate
from extractor.projects.scene import Scene, is_country

#: Where plants are built: much is told to be done there, little to them.
_GROUNDS = re.compile(r"(?:산업단지|산단|공단|농공단지|공업단지)(?:\s?\d+\s?(?:구역|공구|단지))?$")
_LACKING = re.compile(r"(?:이|가)\s(?:없|부족|모자)")
#: '전국에 수소충전소 45기'.
_ALL_OF = re.compile(r"(?:전국|국내)(?:에|의)?\s$")
_CATEGORY = re.compile(r"(?:대상|해당|신청|참여)\s(?:사업|과제|프로젝트)$|\s\d+개\s(?:사업|과제)$")
#: Foundations and firms by their form, and nothing behind.
_HOUSE = re.compile(r"(?:\((?:재|주|사|유)\)|㈜)\S+")
_BACKED_BY = re.compile(r"(?:의|\s)\s?(?:투자|지원|출자|자금)(?:를|을)\s(?:받|유치|끌어)")
_MINERALS = ("니켈", "코발트", "리튬", "망간", "수소", "암모니아", "희토류", "우라늄")
_PRODUCT = re.compile(r"(?:을|를)\s(?:[가-힣]{2,6}\s)?(?:생산|제조|공급|추출|정제|양산)(?:하|할|해)")

#: What stood there before: '기존 공장을 개조해 … 공장을 짓는다'.
_REBUILT = re.compile(
    r"(?:을|를)\s(?:개조|철거|전용|재활용)(?:하여|해|하고|한\s뒤|한\s후)[\s,][^.\n]{0,40}?(?:을|를)\s(?:[^\s.]{1,8}\s)?"
    r"(?:짓|지어|지을|건설|조성|만들|구축|건립|세우|세워|신축)"
    r"|(?:을|를)\s(?:허물고|헐고)[\s,]"
)
#: Who someone is: '원전 건설 담당 자회사', '발전소 건설업체'.
_FIRM = re.compile(r"\s?(?:담당|전담|전문)?\s?(?:자회사|계열사|업체|회사|기업|법인)(?![가-힣]{2})")
#: A step of a work, which is named elsewhere: '설계용역', '예비타당성조사 용역'.
_STEP = re.compile(
    r"(?:(?:예비\s?)?타당성\s?(?:조사|검토|평가)|(?:기본|실시|상세)?\s?설계|감리|컨설팅|기본계획|마스터플랜)"
    r"\s?(?:수립\s?)?(?:연구\s?)?용역"
)
#: What a wind farm is made of: '3.45㎿급 풍력발전기 15기를 설치해'.
_GEAR = re.compile(r"(?:발전기|터빈|모듈|패널|변압기)\s?\d+(?:기|대|장|개)$")
_SET_UP = re.compile(r"(?:을|를)\s(?:[^\s,.]{1,8}\s){0,2}?(?:설치|건설|개발|운영|세우|세워|가동|돌)")
#: '신도시 건설부지도 확보했다'.
_PLOT = re.compile(
    r"\s?(?:건설|조성|개발)?\s?(?:부지|용지|땅)(?:를|도|을|가|까지)?\s(?:[^\s,.]{1,8}\s){0,2}?(?:확보|매입|사들|얻|받)"
)
#: '인천-발리 노선만 운항 중인'.
_FLOWN = re.compile(r"(?:만|을|를|이|은|에)?\s(?:[^\s,.]{1,8}\s){0,2}?(?:운항|취항|증편|복항|항공)")
#: Where papers go to: '신청서는 한빛센터에 내면'.
_SENT_TO = re.compile(r"(?:에|으로|로)\s(?:직접\s)?(?:내면|내야|낼\s|제출|접수|신청|문의|보내)")
#: Between houses: 'A와 B 조선소 간'.
_BETWEEN = re.compile(r"(?<=조선소|연구소|의료원|대학교)(?:\([A-Z]+\))?\s?간\s|(?<=\))\s간\s")
#: Another work is larger, or of the same kind: '국내 최대인 가온댐(200MW)보다'.
_COMPARED = re.compile(r"(?:\([^()\n]*\))?(?:보다(?=\s)|(?:과|와)\s(?:같은|비슷한|맞먹는|견줄)\s)")
#: What all want: '안정적 공급망'.
_SUPPLY = re.compile(
    r"(?:(?:안정적(?:인)?|핵심|글로벌|탄탄한|견고한|회복력\s?있는|강한)\s)+(?:공급망|생태계|기반|체계|네트워크)"
)
#: '턴키(설계·시공 일괄) 공사': how works are ordered.
_CONTRACT = re.compile(
    r"(?:턴키|일괄|EPC|설계·시공)\s?(?:\([^()\n]{1,20}\))?\s?(?:방식\s?)?(?:공사|사업|프로젝트)"
)
#: 'the largest order abroad': which one, another sentence tells.
_RECORD = re.compile(
    r"(?:(?:올해|역대|사상|국내|단일)\s)*(?:최대|최고|최초|첫)(?:\s?규모)?의?\s"
    r"(?:(?:해외|국내|해외건설|건설|플랜트|토목|인프라)\s?)*(?:공사|사업|프로젝트)"
)
ANYWHERE = "anything of its kind anywhere"
#: Works abroad or help in general: '해외 수력발전사업 개발', '가온국 지원사업', '공적원조 사업'.
_ABROAD = re.compile(
    r"해외\s?(?:[가-힣]+\s)?(?:건설|발전|수력|화력|원전|원자력|태양광|풍력|플랜트|인프라|광구|광산|유전|가스전|신도시|도로|철도|항만|공항)"
    r"[가-힣]{0,4}(?:\s(?:건설|개발))?\s?(?:사업|공사|프로젝트)?"
)
_HELP = re.compile(
    r"(?:공적\s?|무상\s?|유상\s?|공적개발)?원조\s?사업|(?:지원|원조|협력|경제협력|ODA)\s?사업"
    r"|(?:(?:중장기|장기|단기|신규|주요|향후|차년도|유상|무상)\s){0,2}(?:EDCF|ODA)(?:\s?(?:지원|차관|협력|후보))?\s?사업"
)


#: What a body was founded for: '해외투자사업을 돕기 위해 설립된 기관'.
_FOUNDED_FOR = re.compile(
    r"(?:을|를)\s(?:돕기|지원하기|뒷받침하기|늘리기|활성화하기|위)\s?(?:위해|위하여|해)\s(?:[^\s,.]{1,8}\s){0,2}?(?:설립|출범|발족|만들|세워|신설)"
)


def grounds_of(text: str, low: int, high: int) -> bool:
    """Tell whether the name in [low, high) is that of grounds that plants stand on."""
    return _GROUNDS.search(text, low, high) is not None


def only_mentioned(scene: Scene, candidate: Candidate) -> str:
    """Why the candidate is only mentioned here, or ''."""
    text = scene.text
    low, high = candidate.name
    if candidate.action is None and _LACKING.match(text, high):
        return "there is none"
    if candidate.specific < 2 and text[high - 1] in "기곳" and _ALL_OF.search(text, max(0, low - 5), low):
        return "so many in all"
    if _CATEGORY.search(text, low, high):
        return "a category"
    if candidate.specific < 1 and scene.headline(low) and grounds_of(text, low, high):
        return "any grounds"
    if candidate.specific < 2 and _STEP.fullmatch(text, low, high):
        return "a step of another"
    if _SENT_TO.match(text, high) or (candidate.action is None and _BETWEEN.match(text, high)):
        return "someone"
    if candidate.action is None and _COMPARED.match(text, high):
        return "only compared"
    if _SUPPLY.fullmatch(text, low, high):
        return "anyone's"
    if _CONTRACT.fullmatch(text, low, high):
        return "a form of contract"
    if candidate.specific < 2 and _FOUNDED_FOR.match(text, high):
        return "what a body is for"
    if candidate.specific < 1 and _RECORD.fullmatch(text, low, high):
        return "a record"
    if candidate.specific < 2 and _GEAR.search(text, low, high) and _SET_UP.match(text, high):
        return "a part of the work"
    if candidate.specific < 2 and _PLOT.match(text, high):
        return "a plot for one"
    if text.endswith("노선", low, high) and _FLOWN.match(text, high):
        return "where planes fly"
    if _HOUSE.fullmatch(text, low, high):
        return "someone"
    if candidate.specific < 2 and _in_general(scene, low, high):
        return ANYWHERE
    if candidate.specific < 2 and _REBUILT.match(text, high):
        return "what stood there"
    if candidate.action is not None and _FIRM.match(text, candidate.action[1]):
        return "someone"
    if text.endswith("펀드", low, high) and _BACKED_BY.match(text, high):
        return "whose money it is"
    if text.endswith(_MINERALS, low, high) and _PRODUCT.match(text, high):
        return "what is produced"
    return ""


def _in_general(scene: Scene, low: int, high: int) -> bool:
    """Tell whether it is any work abroad, or all help for a country."""
    first = scene.places.get(low)
    if first is not None and is_country(first) and scene.text[first.char_end : first.char_end + 1] == " ":
        low = first.char_end + 1
    return _ABROAD.fullmatch(scene.text, low, high) is not None or (
        _HELP.fullmatch(scene.text, low, high) is not None
    )
