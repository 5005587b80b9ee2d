"""What is made for a work: 'A 발전소에 들어갈 보일러 3기를 … 공급한다' is the supply of those boilers."""

from __future__ import annotations

import re

from extractor.projects.phrases import Candidate

_FOR = re.compile(
    r"에\s(?:들어갈|들어가는|설치될|설치할|투입될|쓰일|사용될|장착될|공급될|공급할|납품할|납품될)\s"
    r"(?P<goods>(?:[가-힣A-Za-z·]{1,10}\s){0,2}?[가-힣A-Za-z·]{2,12})"
    r"(?:\s?\d[\d,만천백]*여?\s?[가-힣]{1,2})?\s?(?P<particle>을|를|의)\s"
)
#: The clause goes on to its being ordered: 'A에 들어갈 보일러를 4억달러에 공급하는 계약'.
_TRADE = re.compile(r"[^.\n]{0,60}?(?:공급|납품|수주|제작|계약|수출|낙찰|따냈|따낸)")


def add_goods(text: str, candidate: Candidate) -> None:
    """Let the candidate reach over the goods that are made for it, and be named with them."""
    if candidate.action is not None or candidate.high != candidate.name[1]:
        return
    m = _FOR.match(text, candidate.high)
    if m is None or _TRADE.match(text, m.start("particle")) is None:
        return
    candidate.goods = m.span("goods")
    candidate.high = m.start("particle")
    candidate.why["name"] += " goods"
