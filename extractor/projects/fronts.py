"""Where a name begins: behind what only describes, numbers, sizes and another work's name."""

from __future__ import annotations

import re

from extractor.projects.scene import Scene, is_country
from extractor.projects.vocabulary import actions, heads_only, stops

QUOTES = {"`": "`", "'": "'", "‘": "’", "“": "”", '"': '"', "「": "」", "『": "』", "′": "′"}
#: The number in front of an item is none of its name.
NUMBERED = re.compile(r"\d{1,2}[.)]\s|[①-⑳➀-➓❶-❿]\s*")


def past_saying(scene: Scene, begin: int, low: int) -> int:
    """Where the name begins behind a quoted clause that only describes it ("'돈을 떼인' 부산 경전철")."""
    text = scene.text
    if text[begin] not in QUOTES:
        return begin
    close = text.find(QUOTES[text[begin]], begin + 1, low)
    if close < 0:
        return begin
    after = close + 1
    while after < low and text[after] == " ":
        after += 1
    land = scene.places.get(after)
    described = land is not None and is_country(land) and land.char_end < low
    if not described and not any(m.tag in ("ETM", "EC", "EF") for m in scene.morphs_in(begin, close)):
        return begin
    return after


_WORD = re.compile(r"\S+\s+")
_OPENED = re.compile(r"\s(?=['‘“「『])")


def past_kind(scene: Scene, begin: int, low: int) -> int:
    """Where a quoted name begins behind its kind ("한국형 신도시 '다낭 신도시' 개발 사업")."""
    m = _OPENED.search(scene.text, begin, low)
    if m is None or not any(end == m.start() for _, end, _ in scene.heads_in(begin, m.start())):
        return begin
    inside = scene.morphs_in(m.end(), low)
    return m.end() if any(w.oov or w.tag == "NNP" or w.start in scene.places for w in inside) else begin


def trim(scene: Scene, begin: int, head_low: int) -> int:
    """Drop leading words that only describe ('대표적', '기존'), and an undertaking joined by '·' in front."""
    text = scene.text
    while not "가" <= text[begin] <= "힣" and (m := NUMBERED.match(text, begin, head_low)):
        begin = m.end()
    while (word := _WORD.match(text, begin, head_low)) and word[0].strip() in stops("edge"):
        begin = word.end()
    if text[begin].isdigit() or _MEASURED.search(text, begin, head_low):
        begin = _past(scene, _SIZE_FIRST, begin, head_low)
    elif text.find("의 ", begin, head_low) > 0:
        begin = _past(scene, _OF_REGION, begin, head_low)
    if text.find("·", begin, head_low) >= 0:
        begin = _past_firms(scene, begin, head_low)
    begin = _last_of_two(scene, begin, head_low)
    if (dot := text.rfind("·", begin, head_low)) > begin and _is_land(scene, begin, dot, head_low):
        return dot + 1
    dot = text.rfind("·", begin, head_low)
    if (
        dot > begin
        and _is_done(scene, begin, dot)
        and text[dot + 1 : head_low].split(" ")[0] not in actions()
    ):
        return dot + 1
    if dot > begin and (text[dot - 1] == "선" or any(end == dot for _, end, _ in scene.heads_in(begin, dot))):
        first = text[dot + 1 : head_low].split(" ")[0]
        if _ACTIVITY.match(first) and _ACTIVITY.fullmatch(text, text.rfind(" ", begin, dot) + 1, dot):
            return begin  # one programme that tries out and spreads
        return begin if first in heads_only() and dot + 1 + len(first) < head_low else dot + 1
    return begin


def _is_land(scene: Scene, begin: int, dot: int, head_low: int) -> bool:
    """Tell whether another country's work begins behind the dot ('칠레 라온·페루 가람 신도시')."""
    place, before = scene.places.get(dot + 1), scene.place_ends()
    if place is None or not is_country(place) or place.char_end >= head_low:
        return False
    return scene.text[place.char_end] == " " and " " in scene.text[begin:dot] and dot not in before


_RITE = re.compile(r"(?:개소|착공|기공|준공|완공|개통|개관|개원|개장|가동|출범)식$")


def _is_done(scene: Scene, begin: int, dot: int) -> bool:
    """Tell whether it is told before the dot what is done to another work ('가온 공장 신설·나래 단지')."""
    last = scene.text.rfind(" ", begin, dot) + 1
    if last <= begin or (
        scene.text[last:dot] not in actions() and _RITE.fullmatch(scene.text, last, dot) is None
    ):
        return False
    return any(end == last - 1 for _, end, _ in scene.heads_in(begin, last))


_ACTIVITY = re.compile(
    r"(?:기술\s?)?(?:실증|확산|보급|개발|구축|육성|지원|사업화|상용화|고도화|양성|활용|도입|연구|시험|인증)"
)
#: How large it is, before its own name: "1200MW급(600MW급 2기) '송하우' …".
_SIZE_FIRST = re.compile(
    r"(?:(?:연간|하루|일일|총|최대|연|일)\s)?(?:[가-힣]{2}\s?)?(?:용량|능력|규모)\s\d[\d,.천만]*\s?(?:[kKMG]W|㎿|메가와트|만?톤|t|배럴)급?(?:\([^()\n]{1,20}\))?의?\s"
    r"|\d[\d,.천만]*\s?(?:[kKMG]W|㎿|메가와트|만?톤|t|㎞|km|병상|배럴|㎡|평|ha|헥타르)급?(?:\([^()\n]{1,20}\))?(?:\s?규모)?의?\s"
)
_MEASURED = re.compile(r"(?:용량|능력|규모)\s\d")
_OF_REGION = re.compile(r"(?:[가-힣]{2,8}\s){1,3}?[가-힣]{0,8}(?:지역|일대|인근|지방)의\s")


def _past(scene: Scene, front: re.Pattern[str], begin: int, head_low: int) -> int:
    """Where the name begins behind such words, if a name of its own stands there."""
    m = front.match(scene.text, begin, head_low)
    return m.end() if m is not None and _has_own_name(scene, m.end(), head_low) else begin


def _has_own_name(scene: Scene, low: int, high: int) -> bool:
    """Tell whether a quoted or proper name stands in [low, high)."""
    if low < high and scene.text[low] in QUOTES:
        return True
    return any(m.oov or m.tag == "NNP" or m.start in scene.places for m in scene.morphs_in(low, high))


_FIRMS = re.compile(r"[^\s·]{2,}(?:·[^\s·]{2,})+\s")


def _past_firms(scene: Scene, begin: int, head_low: int) -> int:
    """Where the name begins behind several firms that build it ('가온자동차·나래엔솔 다낭 배터리 공장')."""
    m = _FIRMS.match(scene.text, begin, head_low)
    if m is None or not _has_own_name(scene, m.end(), head_low):
        return begin
    words = m[0].rstrip().split("·")
    ends = {high for _, high in scene.bodies if begin < high <= m.end()}
    at, found = begin, 0
    for word in words:
        at += len(word)
        found += at in ends
        at += 1
    return m.end() if found > 1 and begin + len(m[0]) - 1 in ends else begin


#: So many letters before the head are a name of their own.
_LONG_NAME = 4


def _last_of_two(scene: Scene, begin: int, head_low: int) -> int:
    """Where the name begins behind another work's ('나래의료복합타운 가온병원'): it is written together."""
    blank = scene.text.rfind(" ", begin, head_low)
    if blank <= begin or head_low - blank <= _LONG_NAME:
        return begin
    if not any(end == blank and row["strength"] == "strong" for _, end, row in scene.heads_in(begin, blank)):
        return begin
    own = scene.morphs_in(blank + 1, head_low)
    named = any(m.oov or m.tag == "NNP" or m.start in scene.places for m in own)
    return blank + 1 if named and " " in scene.text[begin:blank] else begin
