"""Noun phrases around a head noun: how far the name reaches, and what is done to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from extractor.load import Row
from extractor.projects.scene import Scene, Span, is_country, touching
from extractor.projects.torn import is_torn
from extractor.projects.vocabulary import actions, heads_only, stops

NOMINAL = frozenset({"NNG", "NNP", "SL", "SN", "XSN", "NR", "SH", "XR", "W_SERIAL", "UN"})
#: A noun phrase never reaches over these characters.
HARD = frozenset('`\t,;:…"“”「」『』<>《》【】[]△∆▲▽▼◇◆□■ㅇ○●▷▶◦ㆍ☎※*①②③④⑤⑥⑦⑧⑨⑩➊➋➌➍➎➏→|!?=')
SINGLE = {"'": "'", "’": "‘", "′": "′"}
_PLAIN = re.compile(r"[가-힣A-Za-z0-9]*")
#: A capacity or a length, which is no abbreviation of the name: '(150MW)', '(34km)'.
CAPACITY = r"\d[\d,.]*\s?(?:[kMG]W[hp]?|k[Vm]|[kM]?t|m|ha|TEU|MTPA|BPD|bpd)"
LATIN = re.compile(rf"\s?\((?!{CAPACITY}[),\s])(?=[^()]*[A-Za-z])[A-Za-z0-9&·.,/\- ]{{1,40}}\)")
NUMBER = re.compile(
    r"\s?(?:제\s?)?\d+(?:[·,~∼-]\d+)*\s?(?:호기|호선|단계|공구|구역|공장|차선|차로|번함|척|량|편성|기|개동|호|곳|종|문|대)"
    r"(?=[^가-힣]|$|(?:은|는|이|가|을|를|의|에|로|도|과|와|등)(?:[^가-힣]|$))|\s?\d+(?:[·,~∼-]\d+)*\s?(?:호기|호선|단계|공구|구역|번함)"
    r"|(?<=호선|철도|도로)\s[가-힣]{2,4}구간(?![가-힣]{2})"
    r"|\s?\d+개\s(?:포대|대대|편대)(?![가-힣]{2})"
    r"|(?:(?<=Train)|(?<=트레인))\s?\d+(?:[·,~]\s?\d+)*(?![\d억만천조])"
    r"|(?<=패키지)\s?\d+(?:[·,~]\s?\d+)*(?![\d억만천조])"
)
#: A part of a work that is let by itself: 'A패키지', '2번 패키지', '패키지7'.
PACKAGE = re.compile(r"(?:[A-Z]|\d+(?:[·,~]\s?\d+)*번?)\s?패키지|패키지\s?\d+(?:[·,~]\s?\d+)*")
SIZE = re.compile(
    r"^\d[\d,.]*(?:조|억|만|천)*\d*(?:[a-zA-Z㎞㎥㎡㎿]+|톤|세대|호|개|척|기|대|번|차|층|명)(?:급|형|용|규모)?$"
)


#: From one place to another: '가온~나래'.
_WAY = re.compile(r"[가-힣][~∼][가-힣]{2,}$")


@dataclass(slots=True)
class Candidate:
    """A stretch of text that may name an undertaking.

    Attributes
    ----------
    low, high : int
        The whole mention: name, parentheses and action.
    name : Span
    action : Span or None
    head : Row or None
        The row of ``project_heads.tsv``; None for a list item that has no head noun.
    source : str
        'item', 'row', 'heading', 'quoted' or 'phrase'.
    final : bool
        Whether the head ends its noun phrase ('발전소' in '발전소 서명식' does not).
    scope : Span or None
        The list item, table row or block that speaks of it alone.
    sector : Span or None
        The heading that it stands under.
    after : Span or None
        The words after its list, which can tell the stage of all items.
    label : str
        Its name where that is put together from the words around it, else ''.
    named_after : Span or None
        The site or builder in the label.
    before : Span or None
        Words of action before a parenthesis, when more follow it ('설치(11월 예정) 추진').
    same : Candidate or None
        The work that it says what it is of ('이 프로젝트는 … 고속도로 건설 공사로').
    goods : Span or None
        What is made for the work ('… 발전소에 들어갈 보일러').
    """

    low: int
    high: int
    name: Span
    action: Span | None
    head: Row | None
    source: str
    final: bool = True
    scope: Span | None = None
    sector: Span | None = None
    after: Span | None = None
    before: Span | None = None
    label: str = ""
    named_after: Span | None = None
    score: float = 0.0
    why: dict[str, str] = field(default_factory=dict)
    specific: float = 0.0
    proper: list[str] | None = None
    same: Candidate | None = None
    goods: Span | None = None


def closing(text: str, at: int, limit: int) -> int:
    """Offset after the parenthesis that opens at ``at``, nested ones included; ``at`` if it never closes."""
    depth = 0
    for i in range(at, min(limit, at + 160, len(text))):
        if text[i] == "(":
            depth += 1
        elif text[i] == ")":
            depth -= 1
            if not depth:
                return i + 1
    return at


def opening(text: str, end: int, floor: int) -> int:
    """Offset of the parenthesis that closes before ``end``; ``end`` when there is none."""
    depth = 0
    for i in range(end - 1, max(floor, end - 60) - 1, -1):
        if text[i] == ")":
            depth += 1
        elif text[i] == "(":
            depth -= 1
            if not depth:
                return i
    return end


_FIGURE = re.compile(r"\d")


#: Two units of one plant: ' P,Q '.
_UNITS = re.compile(r"\s[A-Z],[A-Z]\s")


def _word_start(text: str, end: int, floor: int) -> int:
    """Start of the word that ends at ``end``; parentheses and quoted names are part of it."""
    i = text.rfind(" ", floor, end) + 1 or floor
    if _PLAIN.fullmatch(text, i, end):
        return i
    i = end
    while i > floor:
        c = text[i - 1]
        if c == "," and _UNITS.fullmatch(text, max(i - 3, floor), i + 2):
            i -= 1
            continue
        if c.isspace() or c in HARD or c == "(":
            break
        if c == ")":
            j = opening(text, i, floor)
            if j == i or i - j > 30:
                break
            if text[i : i + 1] == "·" and _FIGURE.search(text, j, i):  # 'A(1억달러)·B(2억달러)'
                return i + 1
            i = j
            continue
        if c in SINGLE and (i < 2 or text[i - 2] in " \n(·,과와및"):
            break
        if c in SINGLE:
            j = max(text.rfind(SINGLE[c], floor, i - 1), text.rfind("‘", floor, i - 1))
            if j < 0 or i - j > 25 or "\n" in text[j:i]:
                break
            i = j
            continue
        if c in "‘":
            break
        i -= 1
    return i


def _joins(scene: Scene, low: int, high: int, listed: bool) -> bool:
    """Tell whether the word can stand inside a name: it ends in a noun and is none to stop at."""
    text = scene.text
    word = text[low:high]
    if listed and word in ("및", "·"):
        return True
    if word == "간":
        before = _word_start(text, low - 1, max(0, low - 24))
        return _is_stretch(scene, before, text[before:high])
    if word in stops("edge") or (word[0].isdigit() and _TIME.fullmatch(word)):
        return False
    if word[-1] in "후뒤" and _AFTER.fullmatch(word):
        return False
    if touching(scene.money, low, high) or touching(scene.days, low, high):
        return False
    bare = word
    if word.endswith(")"):
        low_paren = opening(text, high, low)
        high = low_paren
        bare = text[low:high]
        if not bare:
            return False
    if bare[-1] in SINGLE or _WAY.search(bare) or (bare[-1] == "간" and _is_stretch(scene, low, bare)):
        return True
    if bare[0].isdigit() and SIZE.match(bare):
        return True
    i = scene.till.get(high)
    if i is None:
        return bare[-1] in "~∼–·-"
    m = scene.morphs[i]
    if word in _ARTICLES and low > 1 and "가" <= text[low - 2] <= "힣" and is_torn_before(scene, low - 1):
        return True
    if m.form in ("등", "등지") or (word[-1] == "인" and _IS_A.search(text, low, high)):
        return False
    if word[-1] in "와과" and len(word) > 3 and _SIZE_NEXT.match(text, high):
        return False  # '안토파구리와 105㎿급 …'
    place = scene.places.get(low)
    if place is not None and place.char_end == high:
        return True
    if place is not None and place.char_end == high - 1 and word[-1] == "서":
        return False  # '칠레서'
    if (
        m.tag in NOMINAL
        or (bare.endswith("단지") and len(bare) > 2)
        or any(bare[-n:] in heads_only() for n in range(3, min(len(bare), 7) + 1))
    ):
        return True
    if m.tag == "NNB":
        return i > 0 and scene.morphs[i - 1].tag in ("SN", "NR")
    if m.tag == "JKG" and m.start > low:
        stem = text[low : m.start]
        j = scene.till.get(m.start)
        if m.start in scene.place_ends() or (
            j is not None
            and (scene.morphs[j].oov or is_torn(scene, low, m.start))
            and _UNIT.match(text, high)
        ):
            return True
        return (j is not None and scene.morphs[j].form in stops("place")) or stem in stops("place")
    if ((m.tag[0] in "EVJ" and m.tag != "VCP") or m.tag == "XPN") and is_torn(scene, low, high):
        return True
    return place is not None and m.tag not in _CASES and _TO.match(text, place.char_end, high) is not None


#: The other end of a way, which no gazetteer knows: '다낭-꽝아이', and what it may not end in.
_TO = re.compile(r"[-~∼–]\s?[가-힣]{2,7}$")
_CASES = frozenset({"JKO", "JKG", "JKB", "JX", "JC", "EC", "EF", "ETM"})
#: What is signed for a work: ' 기본합의서'.
PAPER = re.compile(
    r"(?:\s[가-힣]{2,4}|\s\d차)?\s[가-힣]{0,6}(?:합의서|협약서?|계약서?|의향서|양해각서)(?![가-힣]{2})"
)
#: A part by its number: '가온의 5·6호기'.
_UNIT = re.compile(r"\s(?:제\s?)?\d+(?:[·,~∼-]\d+)*\s?(?:호기|호선|공구|부두|단계)|\s제\d+\s")
_SIZE_NEXT = re.compile(r"\s(?:총\s)?\d[\d,.]*\s?(?:[kMG]W|㎿|㎾|만?톤|만?t|메가|킬로|억|천만)")
#: Words within foreign names of places: '푸에르토 라 유니온'.
_ARTICLES = frozenset({"라", "엘", "알", "데", "델", "로스", "라스", "드", "앗"})


def is_torn_before(scene: Scene, end: int) -> bool:
    """Tell whether the word that ends there is no common noun: unknown, proper or torn apart."""
    low = scene.text.rfind(" ", 0, end) + 1
    i = scene.till.get(end)
    if i is None:
        return True
    m = scene.morphs[i]
    return m.start <= low and (m.oov or m.tag == "NNP")


#: What the name is, said before it: '핵심 거점인 가온 단지'.
_IS_A = re.compile(
    r"(?:동력|거점|핵심|사업|도시|중심지|기지|단지|시설|최대|최초|과제|산업|역점|숙원|일환|관문|명소|기업|업체|회사|주관사|사업자|운영사|시행사|시공사|발주처|자회사|계열사)인$"
)
#: The time of day and how long something takes are none of a name.
_TIME = re.compile(
    r"\d{1,2}(?:시(?:\d{1,2}분)?|분)(?:쯤|경|께|반)?|\d{1,3}여?(?:년|개월|주|일|시간)(?:간|동안)"
)
#: 'after': '준공후'.
_AFTER = re.compile(r"(?:[준착완기]공|개통|개장|가동|수주|체결|계약|인수|완료)(?:후|뒤|이후)")
#: What runs between two towns: '문경-충주간'.
_STRETCH = re.compile(r"[가-힣]{2,}[-~∼–～]([가-힣]{2,})\s?간")


def _is_stretch(scene: Scene, low: int, word: str) -> bool:
    """Tell whether the word is a stretch between two towns; between two countries are their dealings."""
    m = _STRETCH.fullmatch(word)
    if m is None:
        return False
    place = scene.places.get(low + m.start(1))
    return place is None or not is_country(place)


def name_start(scene: Scene, head_low: int, floor: int, listed: bool = False) -> int:
    """Offset where the noun phrase of the head begins, not before ``floor``."""
    text = scene.text
    low = _word_start(text, head_low, floor)
    if low < head_low and not _joinable_prefix(scene, low, head_low):
        low = head_low
    for _ in range(9):
        gap = low
        while gap > floor and text[gap - 1] in " \xa0\n":
            gap -= 1
        if gap == low or gap <= floor or (low - gap > 2 and text.count("\n", gap, low) != 1):
            break
        start = _word_start(text, gap, floor)
        if start == gap or not _joins(scene, start, gap, listed):
            break
        if text[start:gap] == "및" and _ends_in_action(text, start):
            break
        low = start
    while text[low] in "및·-~" and (m := _LOOSE.match(text, low)) and m.end() < head_low:
        low = m.end()
    if text[low] in "'‘’" and text.find("’" if text[low] != "'" else "'", low + 1, head_low) < 0:
        low += 1
    return low


_LOOSE = re.compile(r"(?:및|·|-|~)\s*")


def _ends_in_action(text: str, end: int) -> bool:
    word = text[max(0, end - 12) : end].split()
    return bool(word) and word[-1] in actions()


def _joinable_prefix(scene: Scene, low: int, high: int) -> bool:
    """Tell whether what stands before the head within its word is part of the name."""
    i = scene.till.get(high)
    return i is None or scene.morphs[i].tag[0] not in "EJ" or scene.morphs[i].start < low


#: How an abbreviation or a number begins.
_MORE = re.compile(r"\s?[(제\d]|\s[가-힣]{2,4}구간")


def name_end(text: str, head_high: int, limit: int) -> int:
    """Offset where the name ends: abbreviations in parentheses and numbers of a part belong to it."""
    at = head_high
    for _ in range(4):
        if _MORE.match(text, at, limit) is None:
            break
        m = LATIN.match(text, at, limit) or NUMBER.match(text, at, limit)
        if not m:
            break
        at = m.end()
    return at


def read_action(scene: Scene, at: int, limit: int) -> tuple[Span, Row] | None:
    """Read the words of action that begin at ``at``: '본격 착공 지원', '운영 및 추가 건설 지원'.

    Returns
    -------
    tuple of the span of the words and the row of the last of them, or None
    """
    text, table, lengths = scene.text, actions(), _lengths()
    limit = min(limit, at + _FARTHEST)
    i = m.end() if text[at : at + 1] in ("의", "에") and (m := _LINKING.match(text, at, limit)) else at
    begin = -1
    good: tuple[int, Row] | None = None
    while i < limit:
        j = i
        if (begin >= 0 and (m := _JOIN.match(text, i, limit))) or (m := _BLANK.match(text, i, limit)):
            j = m.end()
        for size in lengths.get(text[j : j + 1], ()):
            row = table.get(text[j : j + size]) if size <= limit - j else None
            if row is not None:
                break
        else:
            break
        if begin < 0:
            if row["role"] == "filler":
                break
            begin = j
        i = j + size
        if row["word"] == "등":
            break
        if row["role"] in ("work", "support", "talk") and is_free(scene, i):
            if good is not None and "," in text[good[0] : j] and _SAYS_OF_NEXT.match(text, i):
                break
            good = (i, row)
    if good is None:
        return None
    return (begin, good[0]), good[1]


@cache
def _lengths() -> dict[str, list[int]]:
    """How long words of action are, the longest first, by their first letters."""
    found: dict[str, set[int]] = {}
    for word in actions():
        found.setdefault(word[0], set()).add(len(word))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


#: No words of action reach farther: time must not grow with the square of a line of nothing else.
_FARTHEST = 60
#: What stands behind a word of action that begins to describe the next work: '지원, 발주 지연중인 …'.
_SAYS_OF_NEXT = re.compile(r"(?:\s?[가-힣]{2,5})?\s?(?:중인|예정인|[된한던]|[가-힣]는)\s(?!방안|것|계획)")
_BLANK = re.compile(r"[ \xa0]|\n *")
_LINKING = re.compile(r"(?:의|에 대한)\s")
_JOIN = re.compile(r"\s?(?:및|·|‧|ㆍ|/)\s?|,\s?")


def is_free(scene: Scene, end: int) -> bool:
    """Tell whether a word may end here: before a blank, a mark, a particle or another word of action."""
    text = scene.text
    if end >= len(text) or not ("가" <= text[end] <= "힣"):
        return True
    i = scene.at.get(end)
    if i is None:
        return False
    m = scene.morphs[i]
    if m.tag[0] == "J" or m.tag in ("XSV", "VCP", "XSA") or (m.tag == "EF" and m.form == "다"):
        return True
    return any(text.startswith(w, end) for w in _glued().get(text[end], ()))


@cache
def _glued() -> dict[str, list[str]]:
    by_first: dict[str, list[str]] = {}
    for word in actions():
        if len(word) > 1:
            by_first.setdefault(word[0], []).append(word)
    return by_first
