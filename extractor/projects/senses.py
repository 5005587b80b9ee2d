"""Words like those of stages in another sense: steps of the way, what is told of plans and names."""

from __future__ import annotations

import re

from extractor.load import Row
from extractor.projects.scene import Scene, touching

#: No works, though the same is done to them ('여건이 조성됐다', '공감대를 마련했다').
_ABSTRACT = re.compile(
    r"(?:여건|분위기|환경|토대|기반|발판|계기|공감대|신뢰|관계|생태계|협력망|체계|틀)(?:을|를|이|가|도)?\s(?:\S{1,5}\s)?$"
)
_SET_UP = frozenset({"조성", "구축", "마련", "설치", "형성"})
#: Works that come to an end ('증설을 마무리했다').
_WORKED = re.compile(
    r"(?:공사|건설|조성|구축|건립|증설|신설|설치|확장|재건|설립|신축|증축|개축|개보수|정비|복원|시공|건조|사업|개발)"
    r"(?:을|를|이|가|은|는|도)?\s(?:\S{1,6}\s){0,2}$"
)
_ENDINGS = frozenset({"마무리", "마치다", "끝내다", "끝나다"})
_STEP = re.compile(
    r"(?:조사|설계|평가|심사|협상|과제|업무|역할|임무|컨설팅|감리|계측|검토|용역|연구|예타|보상|허가|실사|협의|점검|등록|서명|인수|매각|납부|교육"
    r"|계약|체결|선정|입찰|발주|설명회|행정절차|공모|조달|약정|준비|제출|신고)"
    r"(?:을|를|이|가|은|는|도|까지)?\s(?:\S{1,6}\s){0,2}$"
)
#: A beginning is told of the work itself where it is noted beside its day ('(3월 착수)').
_NOTED = re.compile(r"\s?(?:예정)?\s?[),]")
#: What is set up is no work ('계획을 세웠다').
_DEVISED = re.compile(
    r"(?:계획|방침|목표|전략|대책|기준|원칙|기록|방안|구상|일정|각오|의지)(?:을|를|도|까지)?\s$"
)
#: Neither is what is made with the same verb as houses ('농사를 짓다', '결론을 짓다').
_OTHERWISE = re.compile(
    r"(?:농사|이름|결론|매듭|마무리|결말|표정|미소|죄|밥|약|시|글|짝|줄|끝|한숨|눈물)(?:(?:을|를)?\s)?$"
)

_NAMED = re.compile(r"(?:이름|명칭)(?:을|은|이)\s[^.]{1,24}로\s$")
_SERVICE = re.compile(r"(?:용역|설계|조사|컨설팅)(?:을|를|이|가)?\s?$")
#: A plan's second examination is a step of the procedure.
_EXAMINED = re.compile(r"(?:적정성|타당성|사업성|경제성)\s?$")
#: A contract that is only meant ('계약체결 의향서').
_MEANT = re.compile(r"\s?(?:체결)?\s?(?:의향|의사|MOU|양해각서|합의각서)")
#: What is run at a fair is no work.
_BOOTH = re.compile(
    r"(?:부스|전시관|홍보관|상담회|상담장|프로그램|행사|체험관|사절단|지원단|누리집|사이트)(?:을|를|도)?\s$"
)
#: A win that is only sought ("'500억달러 수주' 목표", '수주활동').
_SOUGHT = re.compile(r"[’'”」』]?\s?(?:달성\s)?목표|\s?(?:활동|지원단|실적|경쟁력|여건)")
#: 'The largest of the works': no work that goes on ('맡은 공사 중 역대 최대').
_AMONG = re.compile(
    r"(?:에서도|에서|에선)? (?:단연 )?(?:의 )?"
    r"(?:역대|사상|가장|최[대초고장다]|하나|첫|유일|단일|[두세네]\s?번째|손꼽|일부)"
)
#: People and things of a site are not the site.
_STAFF = re.compile(r"\s?(?:소장|인력|근로자|노동자|직원|경험|사무소|안전)")


#: What is told to be won or to cost so much is no step: '터널 본공사(6931억원)'.
_PRICED = re.compile(r"\(|[,·]|\s등|(?:을|를)\s(?:수주|따[내냈낸]|계약|맡|낙찰)")
#: A length of time counted from a step that may be far off: '착공 후 42개월'.
_AFTER_IT = re.compile(r"\s(?:후|이후|뒤)\s(?:약\s?)?\d+(?:개월|년|일)(?!\s?[0-9월])(?!에)")


def sense_of(scene: Scene, row: Row, low: int, high: int) -> str:
    """The stage that a word of ``stages.tsv`` tells where it stands; '' where it tells of something else."""
    text, word, stage = scene.text, row["word"], row["stage"]
    if (stage == "completed" or word.startswith(("진행", "수행"))) and _STEP.search(
        text, max(0, low - 24), low
    ):
        return ""
    if word[:2] in _SET_UP and _ABSTRACT.search(text, max(0, low - 14), low):
        return ""
    if word in _ENDINGS and not _WORKED.search(text, max(0, low - 24), low):
        return ""
    if word.startswith("운영") and _BOOTH.search(text, max(0, low - 8), low):
        return ""
    if _AFTER_IT.match(text, high):
        return ""
    if word == "본공사" and _PRICED.match(text, high):
        return ""
    if word == "개소" and text[max(0, low - 1) : low].isdigit():
        return ""
    if stage == "contracted" and _MEANT.match(text, high):
        return ""
    if stage == "awarded" and _SOUGHT.match(text, high):
        return ""
    if word.startswith(("공사", "건설", "시공")) and word.endswith("중") and _AMONG.match(text, high):
        return ""
    if word.endswith("현장") and (_STAFF.match(text, high) or touching(scene.bodies, low, low + 1)):
        return ""
    if word.endswith("시작") and text.startswith("으로", high):
        return ""
    if word == "착수" and (_NOTED.match(text, high) is None or _STEP.search(text, max(0, low - 24), low)):
        return ""
    if word == "재검토에 들어" and _EXAMINED.search(text, max(0, low - 5), low):
        return "study"
    return "study" if stage == "bidding" and _SERVICE.search(text, max(0, low - 8), low) else stage


#: What someone has done before: '가장 많이 지어 본 곳'.
_TRIED = re.compile(r"[가-힣]{1,3}[어워여해]\s?(?:본|봤|보았)")


def told_otherwise(text: str, stem: str, start: int) -> bool:
    """Tell whether the verb beginning at ``start`` makes no work ('농사를 짓다', '계획을 세우다')."""
    if _TRIED.match(text, start):
        return True
    if stem == "짓":
        if _OTHERWISE.search(text, max(0, start - 6), start) is not None:
            return True
        return text[start - 2 : start] == "로 " and _NAMED.search(text, max(0, start - 40), start) is not None
    if stem == "밀리":
        return text[max(0, start - 2) : start] == "에 "
    return stem == "세우" and _DEVISED.search(text, max(0, start - 6), start) is not None
