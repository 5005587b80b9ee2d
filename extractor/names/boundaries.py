"""Where a name may begin and end: not inside a longer word, particles and a few suffixes to its right."""

from __future__ import annotations

import re

HANGUL = re.compile(r"[가-힣]")
LATIN = re.compile(r"[A-Za-z0-9]")

#: Particles, the copula and the suffixes that follow a name without a blank.
PARTICLE = (
    r"(?:에서부터|에게서|으로서|으로써|으로부터|로부터|에서|에게|에는|에도|에선|으로|로서|로써|까지|부터|마저|조차|처럼|보다|이나|이란|이며|이고"
    r"|이라|이자|이었|이다|인데|라고|라며|라는|라면|라도|이라도|하고|께서|은|는|이|가|을|를|의|에|와|과|도|로|만|나|며|고|인|랑|야|란|씨|측|들|간|내|등|다)"
)
#: '에서' and '에는' as headlines shorten them behind a place: '칠레서', '칠레엔'.
SHORTENED = r"(?:서(?:도|는|만)?|엔)"
LOC_SUFFIX = (
    r"(?:산|발|행|계|제|권|형|어|식|판|당국|정부|현지|지역|전역|시장|국민|경제|기업|수출|수입|공장|진출|법인|지사|사업|무역관장|무역관|지사장|법인장|총영사|주재|출신|항|섬|주|시|도|성|군|역"
    r"|대사|총리|대통령|외교|주도|투자|최대|최초|국적|내외|북부|남부|동부|서부|남동|남서|북동|북서|인근|일대|소재|방문|순방)"
)
ORG_SUFFIX = (
    r"(?:장관|차관|차관보|사장|부사장|회장|부회장|총재|행장|은행장|대표|이사|이사장|청장|처장|위원장|원장|본부장|실장|국장|과장|팀장|관장|무역관장"
    r"|대변인|총장|사무총장|관계자|당국자|노조|그룹|사|본사|법인|공장|주가|컨소시엄|직원|임직원|출신|산하|소속|주도|주관|주최|제공|발|표|식)"
)
RIGHT_ORG = re.compile(
    rf"(?:{PARTICLE}|{ORG_SUFFIX})(?![가-힣])|{PARTICLE}{{2}}(?![가-힣])|{ORG_SUFFIX}{PARTICLE}{{1,2}}(?![가-힣])"
)
RIGHT_LOC = re.compile(
    rf"(?:{PARTICLE}|{LOC_SUFFIX})(?![가-힣])|{PARTICLE}{{2}}(?![가-힣])|{LOC_SUFFIX}{PARTICLE}{{1,2}}(?![가-힣])"
    rf"|{SHORTENED}(?![가-힣])"
)
_WITH_OFFICE = re.compile(r"(?:무역관|지사|법인|총영사|지점|사무소)장")
#: What may stand directly to the left of a place: '주카자흐스탄', '대인도네시아', '북베트남'.
LEFT_LOC = frozenset("주대전구신동서남북한")
#: A place whose name has this many syllables is not taken for a part of another word to its right.
LONG = 4


def left_ok(text: str, start: int, organisation: bool) -> bool:
    """Tell whether a name may begin at ``start``."""
    if start == 0:
        return True
    before, first = text[start - 1], text[start]
    if LATIN.match(first):
        return not LATIN.match(before)
    if not HANGUL.match(before):
        return True
    if organisation:
        return False
    return before in LEFT_LOC and (start == 1 or not HANGUL.match(text[start - 2]))


def right_ok(text: str, end: int, length: int, organisation: bool) -> bool:
    """Tell whether a name of ``length`` characters may end at ``end``."""
    if end >= len(text):
        return True
    after, last = text[end], text[end - 1]
    if LATIN.match(last):
        if LATIN.match(after):
            return False
        return not HANGUL.match(after) or length >= 2
    if not HANGUL.match(after):
        return True
    if organisation:
        return RIGHT_ORG.match(text, end) is not None
    return (
        length >= LONG or RIGHT_LOC.match(text, end) is not None or _WITH_OFFICE.match(text, end) is not None
    )
