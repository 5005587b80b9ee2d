"""The ends of a foreign name: an unknown house taken in behind, a first part left out before."""

from __future__ import annotations

import re

from extractor.officials.mention import Mention
from extractor.officials.people import never
from extractor.officials.scan import Scanner
from extractor.officials.words import words_of

#: Houses by their form that no gazetteer knows: 'BOI', '신수도청', '국가기획국'.
_HOUSE = re.compile(
    r"[A-Z][A-Z&]{1,7}|[가-힣]{2,}(?:청|처|공사|은행|위원회|공단|협회|연합회|거래소)|[가-힣]{3,}[국부]"
)
#: No name begins with these.
_SON_OF = frozenset({"빈", "벤", "이븐", "빈트", "알"})
_GIVEN = re.compile(r"[가-힣]{2,5}(?<!에서)(?<!에게)(?<![은는이가을를와과의에도로])|[가-힣]{2}(?<!에서)")
#: Syllables of a name taken for the title, and the province behind them: '득 롱 타이빈성 인민위원장'.
_SYLLABLES = re.compile(r"(?P<given>(?:[가-힣]\s){1,3})(?:(?P<land>[가-힣]{2,6}[성주시])\s)?(?P<title>\S.*)")

_GOVERNOR = re.compile(r"(?P<land>[가-힣]{2,7})주지사")
#: Lands within a country, behind their name.
_REPUBLICS = frozenset({"자치공화국", "자치주", "주정부", "공화국"})


def mend(mention: Mention, scan: Scanner, floor: int) -> None:
    """Give the house what is its own, and the name what it lost.

    Parameters
    ----------
    mention : Mention
        A foreigner's, changed in place.
    scan : Scanner
    floor : int
        Where the block begins.
    """
    first, _, rest = mention.name.partition(" ")
    if not rest and first in words_of("family") and (m := _SYLLABLES.fullmatch(mention.title)) is not None:
        mention.name = f"{first} {m['given'].strip()}"
        mention.title = m["title"]
        if m["land"] and not mention.org_name:
            mention.org_name = mention.org_text = m["land"]
        return
    if first in _SON_OF:
        before = scan.left(mention.start, floor)
        given = before is not None and before.entity is None and _GIVEN.fullmatch(before.text) is not None
        if before is not None and given and not before.inner and before.text not in never():
            mention.name, mention.start = f"{before.text} {mention.name}", before.start
    if (m := _GOVERNOR.fullmatch(mention.title)) is not None and not mention.org_name:
        mention.org_name = mention.org_text = m["land"] + "주"
        mention.title = "주지사"
    name, _, last = mention.name.rpartition(" ")
    if last in _REPUBLICS and " " in name:
        name, _, land = name.rpartition(" ")
        last = f"{land} {last}"
    if name and not mention.org_name and (" " in last or _HOUSE.fullmatch(last) is not None):
        mention.name, mention.org_name, mention.org_text = name, last, last
