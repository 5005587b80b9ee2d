"""People who speak without being among the article's officials: their names read off the phrase itself."""

from __future__ import annotations

import re

from extractor.draft import Draft
from extractor.officials.words import surnames

_NAME = re.compile(r"[가-힣]{2,4}")
#: Nouns in 장 that are no office.
_NO_OFFICE = re.compile(
    r"(?:시장|공장|현장|입장|성장|주장|확장|연장|통장|매장|광장|농장|직장|포장|등장|파장|장장|보장|저장|정류장|경기장|사업장|전시장|박람회장)$"
)


def name_in(draft: Draft, phrase: str, start: int, office: bool) -> str:
    """The name that a noun phrase opens with: '홍길동 산업부 무역반장'.

    Parameters
    ----------
    draft : Draft
    phrase : str
        The noun phrase that speaks.
    start : int
        Where it begins.
    office : bool
        Whether it ends with a known office; otherwise it must end in '…장'.

    Returns
    -------
    str
        Empty when the first word is no Korean name.
    """
    words = phrase.split()
    if len(words) < 2 or not _NAME.fullmatch(words[0]) or not _surname(words[0]):
        return ""
    if not office and (not phrase.endswith("장") or _NO_OFFICE.search(phrase)):
        return ""
    if any(e.char_start <= start < e.char_end for e in draft.entities):
        return ""
    spotted = any(h.key == "PER" and h.start <= start < h.end for h in draft.spotted)
    return words[0] if spotted or (len(words) > 2 and len(words[0]) == 3) else ""


def full_name(draft: Draft, phrase: str, start: int) -> str:
    """The name that a short form stands for: '홍 본부장' after '홍길동 산업부 통상교섭본부장'.

    Empty when no one or more than one fits.
    """
    front, _, office = phrase.rpartition(" ")
    if front not in surnames() or not office:
        return ""
    pattern = (
        rf"(?<![가-힣])({front}[가-힣]{{2}})\s(?:[^\s.,]{{1,20}}\s){{0,3}}[^\s.,]{{0,12}}{re.escape(office)}"
    )
    names = {m[1] for m in re.finditer(pattern, draft.text[:start])}
    return names.pop() if len(names) == 1 else ""


def _surname(name: str) -> bool:
    known = surnames()
    return name[0] in known or name[:2] in known
