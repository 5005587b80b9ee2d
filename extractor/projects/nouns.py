"""Whether a head noun stands on its own feet, and is a work rather than the name of a body."""

from __future__ import annotations

import re

from extractor.load import Row
from extractor.projects.cues import is_made
from extractor.projects.phrases import Candidate, is_free
from extractor.projects.scene import Scene, touching
from extractor.projects.vocabulary import actions, heads_only, stops

#: A rite is named after the work that is begun or done: '하이퐁 변전소 착공식'.
RITE = re.compile(
    r"(?:\([^()\n]{1,20}\))?[’'”」]?\s?"
    r"(?:(?:착공|기공|준공|완공|개통|개소|개관|개원|개장|개항|상량|통수|점등|기공·착공|출하|가동|현판)식|(?<=[’'”」]\s)설명회"
    r"|(?:(?:[가-힣]{2,4}|EPC)\s?){0,2}?(?:사업\s?)?(?:(?:을|를)\s위한\s)?"
    r"(?:(?:[가-힣]{2,4}\s?)?(?:계약|협약)|양해각서|MOU|합의서|의향서|MOA|LOI|지분\s(?:매입|인수))\s?(?:체결식|서명식|조인식))"
)

#: What makes a work that is not yet there.
BUILDING = re.compile(
    r"[’'”」]?\s(?:신규\s)?(?:건설|건립|설립|신축|신설|조성|구축)(?![사업]|\s?(?:기준|이래|당시|목적|근거|이후|취지|\d))"
)
#: The same of two works in one row: '데이터센터 및 종합병원 건립'.
_BUILDING_BOTH = re.compile(rf"(?:\s및|,|[와과])\s(?:\S{{1,8}}\s)?\S{{2,12}}{BUILDING.pattern}")


def is_noun(scene: Scene, low: int, high: int, listed: bool) -> bool:
    """Tell whether the head stands on its own feet: morphemes end where it ends, and no suffix follows."""
    text = scene.text
    if text[low - 1 : high] in stops("other"):
        return False
    i = scene.till.get(high)
    if text.startswith("권", high) and text.endswith("사업", low, high) and text[low - 1] != " ":
        return scene.till.get(high + 1) is not None  # '풍력발전사업권'
    if i is None or (scene.morphs[i].tag[0] in "JE" and scene.morphs[i].start > low):
        return high - low > 2 and text[low - 1 : low].isspace() and _ALONE.match(text, high) is not None
    m = scene.morphs[i]
    if m.tag == "MAG" and m.form == "단지" and "가" <= text[low - 1] <= "힣":
        return not "가" <= text[high : high + 1] <= "힣" or is_free(scene, high)
    if (m.tag[0] in "EJVM" and m.tag != "MM") or m.tag in ("XSV", "XSA", "VCP"):
        return False
    if m.start < low and not m.oov and m.tag != "NNP":
        return False
    if text[low - 1 : high] in _TOWNS and not "가" <= text[low - 2 : low - 1] <= "힣":
        return False
    if m.start < low and text[low:high] == "타운" and high - m.start < _LONG_TOWN:
        return False
    if high < len(text) and "가" <= text[high] <= "힣":
        i = scene.at.get(high)
        glued = i is not None and scene.morphs[i].tag[0] == "N"
        return (
            (is_free(scene, high) and (listed or not glued))
            or _stop_here(scene, high)
            or (high - low > 1 and _DONE.match(text, high) is not None)
        )
    return True


#: What is done to it, written together with it: '가온 금광탐사에'.
_DONE = re.compile(
    r"(?:건설|조성|개발|탐사|확장|증설|신설|건립|구축|현대화|개보수|복구|인수)"
    r"(?=[\s,.()’'”·]|(?:을|를|이|가|은|는|에|의|과|와|도)[\s,.])"
)
#: Towns that end like a port.
_TOWNS = frozenset({"포항"})
#: Names of foreign towns in one word are shorter ('케이프타운').
_LONG_TOWN = 6
#: What follows a noun that the tokenizer does not know.
_ALONE = re.compile(r"(?:은|는|이|가|을|를|의|에|에서|도|과|와|로|으로|까지|부터)?(?![가-힣])")


def _stop_here(scene: Scene, at: int) -> bool:
    i = scene.at.get(at)
    return i is not None and (scene.morphs[i].tag == "NNB" or scene.morphs[i].form in ("들", "이"))


def in_parentheses(text: str, at: int, floor: int) -> bool:
    left = text.rfind("(", floor, at)
    return left >= 0 and text.find(")", left, at) < 0


#: Works on these are no corporations.
_WORKS_ON = re.compile(r"(?:공장|시설|설비|단지|플랜트|터널|교량|청사|빌딩|발전소|변전소|터미널|부두)공사$")


def is_body(scene: Scene, low: int, high: int) -> bool:
    """Tell whether the phrase is the name of an organisation to its very end."""
    body = touching(scene.bodies, high - 1, high)
    dot = scene.text.find("·", low, high)
    if body is None and dot > 0 and " " not in scene.text[low:high] and touching(scene.bodies, dot - 1, dot):
        return True  # firms in a row
    if body is None or _WORKS_ON.search(scene.text, low, high):
        return False
    if body[1] < high or body[0] > low or scene.text[slice(*body)] in heads_only():
        return False
    return not (scene.text[high - 2 : high] == "공사" and " " in scene.text[body[0] : high].strip())


def will_be(text: str, high: int) -> bool:
    """Tell whether what ends at ``high`` is still to be made, alone or with its neighbour."""
    return BUILDING.match(text, high) is not None or _BUILDING_BOTH.match(text, high) is not None


def is_built(scene: Scene, row: Row, begin: int, high: int) -> bool:
    """Tell whether the house is itself what is built ('가온병원 착공식')."""
    built = Candidate(begin, high, (begin, high), None, row, "phrase")
    return row["strength"] == "strong" and (
        RITE.match(scene.text, high) is not None or will_be(scene.text, high) or is_made(scene.text, built)
    )


#: What is made tells a plant from others a little ('비료공장').
_PLANTS = ("공장", "플랜트")
_SORTS = frozenset({*_PLANTS, "스마트공장", "해양플랜트"})


def is_plant_of(head: str) -> bool:
    """Tell whether the head says what the plant makes ('비료공장')."""
    return head.endswith(_PLANTS) and head not in _SORTS


def is_bare(name: str, head: str) -> bool:
    """Tell whether nothing but numbers stands before the head ('사업', '8개 사업')."""
    front = name[: len(name) - len(head)]
    if not front and is_plant_of(head):
        return False
    if not front or name in actions():
        return True
    return _LETTER.match(front) is None and _LETTER.search(_COUNTED.sub("", front)) is None


_LETTER = re.compile(r"[가-힣A-Za-z]")
_COUNTED = re.compile(r"\d[\d,.만천억]*\s?(?:개국|개사|개|건|대|곳|여|톤|MW|GW|㎞|km|㎡|만)\s?")
