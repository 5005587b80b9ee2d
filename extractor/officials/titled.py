"""The house that a title itself tells: '외교장관', '국토1차관', '국가항만청장'."""

from __future__ import annotations

import re
from datetime import date

from extractor.names.canonical import resolve
from extractor.names.gazetteer import Name, names
from extractor.officials.words import fields

_MINISTER = re.compile(r"(?P<field>[가-힣]{2,6}?)[1-3]?(?:장관|차관)")
#: Offices by their head; every house has its '사무처장'.
_HEAD = re.compile(r"(?P<house>(?!사무|행정|기획|관리|총무|홍보|교무|입학|학생)[가-힣]{2,8}[청처])장")


def house_in(title: str, foreign: bool, day: date | None, text: str) -> Name | None:
    """Return the house that the last word of a title is made of, None for none.

    Parameters
    ----------
    title : str
    foreign : bool
        Of another country's office, whose name is told as it stands.
    day : date or None
        The day that a Korean short form is resolved for.
    text : str
        The article, which tells what it means without a day.

    Examples
    --------
    >>> house_in("국방장관", True, None, "").canonical
    '국방부'
    """
    word = title.rsplit(" ", 1)[-1]
    if (m := _MINISTER.fullmatch(word)) is not None:
        house = m["field"] + "부"
        known = names().get(house)
        if known is not None and known[0].kind == "ministries" and not foreign:
            return resolve(house, day, text)
        told = foreign and (m["field"] in fields() or known is not None)
        return Name(house, "ORG", "foreign", "", "officials/titled") if told else None
    if foreign and (m := _HEAD.fullmatch(word)) is not None:
        return Name(m["house"], "ORG", "foreign", "", "officials/titled")
    return None


_NUMBERED = re.compile(r"[가-힣]{2,6}?(?=[1-3]차관)")


def without_field(title: str) -> str:
    """Return a vice minister's title by its number alone, as it is told in full ('국토1차관': '1차관')."""
    m = _NUMBERED.match(title)
    return title[m.end() :] if m is not None else title
