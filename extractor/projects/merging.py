"""The same undertaking under other words is one: which names agree."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.load import lexicon
from extractor.projects.vocabulary import heads_only

_MARKS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"제?(\d+(?:[·,~-]\d+)*)\s?(단계|호기|호선|공구|구역|공장|번함|차|호|부두|패키지)")
#: '알포 신항만 건설 1단계 공사': the phase with what is done in it.
_PHASE = re.compile(
    r"(?:\s?(?:건설|조성|구축|개발|확장|사업))?(?:의)?\s?제?\d+단계(?:\s?(?:건설|조성|개발))?(?:\s?(?:공사|사업))?$"
)
_LONG = 5
#: How many of them are ordered.
_SO_MANY = re.compile(r"\d+(?:척|대|문|량|편성)")
_PAREN = re.compile(r"\([^()]*\)")
_EMPTY = re.compile(
    r"(?:건설|개발|조성|구축|증설|확충|현대화|개보수|추진|신축|신설|건립)?\s?(?:사업|프로젝트|공사)$"
)

#: How many of them it has, and two words for the same.
_COUNT = re.compile(r"(?<=원전)\s?\d+(?:[∼~-]\d+)?기$")
_GROUNDS = re.compile(r"\s?(?:국가첨단|국가|일반|도시첨단)?\s?산업단지|(?:국가첨단|국가|일반|도시첨단)산단")
#: Of what kind a numbered line is.
_LINE = re.compile(r"(?<=\d)\s?호선\s?(?:지하철|전철|경전철|도시철도|메트로)")
#: A new airport is mostly an international one.
_AIRPORT = re.compile(r"(?:신|국제|신국제)\s?공항")
#: What is spelt out before its abbreviation: '액화천연가스(LNG)복합발전소'.
_SPELT_OUT = re.compile(r"[가-힣]{2,}\(([A-Z]{2,6})\)(?=\s?[가-힣])")
_NUCLEAR = re.compile(r"원자력\s?발전소")


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """The letters of the name, without spaces, marks and parentheses."""
    return _MARKS.sub("", _PAREN.sub("", name)).lower()


#: '복합화력' and '복합화력발전' are a '복합화력발전소', and '풍력단지' is a '풍력발전소'.
_POWER = re.compile(r"((?<=[수화풍])력|(?<=태양)광)(?:발전)?(?:단지)?$")


@lru_cache(maxsize=8192)
def core(name: str) -> str:
    """The letters without an ending such as '건설 사업' that every undertaking can have."""
    bare = _NUCLEAR.sub("원전", _COUNT.sub("", _PAREN.sub("", name).strip().replace("신규 원전", "원전")))
    bare = _LINE.sub("호선", bare.replace("개·보수", "개보수"))
    bare = _AIRPORT.sub("공항", _GROUNDS.sub("산단", bare))
    while len(first := bare.split(" ", 1)) > 1 and first[0].removesuffix("의") in _countries():
        bare = first[1]
    while True:
        cut = _EMPTY.sub("", bare).strip()
        if cut == bare or len(cut) < 2:
            return _POWER.sub(r"\1발전소", _MARKS.sub("", bare).lower())
        bare = cut


@cache
def _countries() -> frozenset[str]:
    rows = lexicon("countries")
    return frozenset(r["word"] for r in rows) | {f for r in rows for f in r["forms"].split(";") if f}


@lru_cache(maxsize=8192)
def aliases(name: str) -> frozenset[str]:
    """Abbreviations that stand in the name's parentheses."""
    return frozenset(_MARKS.sub("", a).lower() for a in re.findall(r"\(([A-Za-z][^()]*)\)", name))


@lru_cache(maxsize=8192)
def parts(name: str) -> frozenset[str]:
    """Numbers that tell one part of an undertaking from another: '2단계', '3·4호기'."""
    return frozenset("".join(p) for p in _PARTS.findall(name))


def agree(left: str, right: str) -> bool:
    """Tell whether two names of one article mean one undertaking.

    Examples
    --------
    >>> agree("알마티 순환도로", "알마티 순환도로 건설 사업")
    True
    >>> agree("바쿠 지하철 1단계", "바쿠 지하철 2단계")
    False
    """
    if (one := _COUNT.search(left)) and (two := _COUNT.search(right)) and one[0].strip() != two[0].strip():
        return False
    first, second = core(left), core(right)
    if ("(" in left or "(" in right) and first not in second and second not in first:
        brief = (_SPELT_OUT.sub(r"\1", left), _SPELT_OUT.sub(r"\1", right))
        if brief != (left, right):
            return agree(*brief)
    long, short = (first, second) if len(first) >= len(second) else (second, first)
    if bool(parts(left)) != bool(parts(right)):
        whole = (_PHASE.sub("", left), _PHASE.sub("", right))
        if whole != (left, right) and min(map(len, whole)) >= _LONG and not any(map(parts, whole)):
            return agree(*whole)
    if short not in long and (long[-1:] != short[-1:] or long[0] != short[0]):
        return False
    if first in heads_only() and len(_first_words(left, right) & _countries()) > 1:
        return False
    if parts(left) != parts(right) and parts(left) and parts(right):
        return False
    if long == short:
        return True
    if len(short) > 2 and long.startswith(short) and _SO_MANY.fullmatch(long[len(short) :]):
        return True
    if len(short) > 2 and long.startswith(short) and _PARTS.fullmatch(long[len(short) :]):
        return not parts(left) or not parts(right)
    if len(short) < 3 or long[-1] != short[-1]:
        return (
            len(short) >= 4
            and long.startswith(short)
            and short in (folded(left), folded(right))
            and (short.endswith("호기") or not _stands(long[len(short) :]))
        )
    if parts(left) != parts(right) and len(short) < 5:
        return False
    if short in heads_only():
        return False
    if short in long:
        return len(short) >= 4 or (len(short) == 3 and short[-1] == "역" and long.endswith(short))
    return long[0] == short[0] and len(short) >= 5 and threads(short, long)


def _first_words(left: str, right: str) -> set[str]:
    return {left.split(" ", 1)[0], right.split(" ", 1)[0]}


@cache
def _standing() -> tuple[str, ...]:
    return tuple(r["word"] for r in lexicon("project_heads") if r["strength"] == "strong")


def _stands(rest: str) -> bool:
    """Tell whether what the longer name adds is a work of its own ('찬카이항' and its '배후 산업단지')."""
    return (
        rest.endswith(_standing())
        and not rest.startswith(("시범", "실증"))
        and _ALSO_DONE.match(rest) is None
    )


#: '칸딤 가스전' is what is done to it and another: '칸딤 가스전 개발 및 가스처리공장'.
_ALSO_DONE = re.compile(r"(?:개발|건설|조성|구축|확장|증설)(?:및|과|와)")


def threads(short: str, long: str) -> bool:
    """Tell whether the letters of the short name stand in the long one, in order, its last two together."""
    if short[-2:] != long[-2:]:
        return False
    letters = iter(long)
    return all(c in letters for c in short)
