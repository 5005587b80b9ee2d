"""From head nouns and list entries to candidates."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.load import Row
from extractor.projects.described import joining, sited
from extractor.projects.ends import extend, is_final
from extractor.projects.fronts import QUOTES, past_kind, past_saying, trim
from extractor.projects.funded import funded
from extractor.projects.items import bare_item, place
from extractor.projects.lists import Entry, describes, entries
from extractor.projects.nouns import RITE, in_parentheses, is_bare, is_body, is_built, is_noun
from extractor.projects.phrases import (
    NUMBER,
    PACKAGE,
    PAPER,
    Candidate,
    closing,
    name_end,
    name_start,
    read_action,
)
from extractor.projects.quoted import quoted_names
from extractor.projects.scene import Scene, Spans, touching
from extractor.projects.specific import specificity
from extractor.projects.such import such
from extractor.projects.supplied import add_goods
from extractor.projects.vocabulary import actions, heads_only, stops

#: Outside of lists these words after a head are the head of the phrase themselves ('한-인도 플랜트 협력').
_SHARED_WORK = frozenset({"협력", "교류", "협조", "수출", "수입"})
_TRADE = frozenset({"수출", "수입"})


def candidates(scene: Scene) -> list[Candidate]:
    """All stretches of the article that may name an undertaking, in order, without overlaps."""
    lists = entries(scene)
    lists = sorted([*lists, *such(scene, Spans(e.scope for e in lists))], key=lambda e: (e.low, e.high))
    lows = [e.low for e in lists]
    rows = any(e.kind == "row" for e in lists)
    found: list[Candidate] = []
    for low, high, row in scene.heads()[0]:
        i = bisect_right(lows, low) - 1
        entry = lists[i] if i >= 0 and high <= lists[i].high else None
        if rows and entry is None and any(_in_other_cell(e, low) for e in lists[max(i, 0) : i + 2]):
            continue
        around = _around(scene, low, high, row, entry)
        if around is None:
            continue
        candidate = around
        if found and candidate.source != "quoted" and _only_does(found[-1], candidate):
            continue
        while found and found[-1].name[0] >= candidate.name[0]:
            found.pop()
        if found and _shares_head(scene, found[-1], candidate):
            candidate.low = found[-1].low
            candidate.name = (found.pop().name[0], candidate.name[1])
        if found and _goes_on(scene, found[-1], candidate):
            candidate.low = found[-1].low
            candidate.name = (found.pop().name[0], candidate.name[1])
            candidate.why["whole"] = "및"
        if found and _is_part_of(scene, found[-1], candidate):
            candidate.low = found[-1].low
            candidate.name = (found.pop().name[0], candidate.name[1])
            candidate.why["whole"] = "의"
        if not found or found[-1].high <= candidate.name[0]:
            found.append(candidate)
    named = {id(e): False for e in lists}
    for c in found:
        i = bisect_right(lows, c.name[0]) - 1
        if i >= 0 and c.name[1] <= lists[i].high:
            named[id(lists[i])] = True
    for e in lists:
        if e.agenda and not named[id(e)] and (bare := bare_item(scene, e)):
            found.append(bare)
    spans = Spans((c.low, c.high) for c in found)
    found += [c for c in quoted_names(scene) if not touching(spans, c.low, c.high)]
    spans = Spans((c.low, c.high) for c in found)
    found += [c for c in funded(scene) if not touching(spans, c.low, c.high)]
    if _PERSONAL_COLUMN.match(scene.draft.layout.article.title):
        found = [c for c in found if _in_prose(scene, c)]
    return sorted(found, key=lambda c: c.name)


#: Columns of appointments, obituaries and the like name houses, but no undertaking.
_PERSONAL_COLUMN = re.compile(
    r"\s*[\[<【〔(](?:[가-힣]{2,6}\s)?(?:인사|부고|부음|동정|운세|오늘의\s?운세|날씨|결혼|화촉)[\]>】〕)]"
)


def _in_prose(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a sentence with a predicate names it."""
    low, high = scene.draft.sentence_at(candidate.low)
    return scene.text.endswith("다.", low, high)


def _in_other_cell(entry: Entry, low: int) -> bool:
    """Tell whether a table's row holds the offset in another column than that of the names."""
    return (
        entry.kind == "row" and entry.scope[0] <= low < entry.scope[1] and not entry.low <= low < entry.high
    )


def _shares_head(scene: Scene, last: Candidate, candidate: Candidate) -> bool:
    """Tell whether two nameless nouns share what is done to them ('가스관 및 철도 건설 사업')."""
    if last.action is not None or not last.source == candidate.source == "phrase":
        return False
    if candidate.head is None or scene.text[last.name[1] : candidate.name[0]] != " 및 ":
        return False
    both = scene.text.endswith(("공사", "사업", "프로젝트"), *candidate.name)
    alone = candidate.high == candidate.name[1] or scene.text[candidate.name[1]] == "("
    if both and alone and not scene.places_in(candidate.name):
        return specificity(scene, candidate) < 2
    if candidate.head["strength"] == "strong":
        return False
    return specificity(scene, last) < 1 and specificity(scene, candidate) < 1


_WORK_ON = re.compile(
    r"[가-힣]\s?(?:건설|구축|조성|설치|개발|확장|개선|정비|보급|확충|현대화|도입)\s?(?:사업|공사|프로젝트)$"
)


def _goes_on(scene: Scene, last: Candidate, candidate: Candidate) -> bool:
    """Tell whether one undertaking does two things ('다낭 배전망 개선 및 스마트미터 구축 사업')."""
    if last.action is None or not last.source == candidate.source in ("phrase", "item"):
        return False
    low, high = candidate.name
    gap = scene.text[last.high : low]
    if last.action[1] != last.high or gap not in (" 및 ", "과 ", "와 ") or last.scope != candidate.scope:
        return False
    if candidate.source == "item" and gap == " 및 " and candidate.action is not None:
        alone = not scene.places_in(candidate.name) and specificity(scene, candidate) < 2
        return alone and specificity(scene, last) >= 2
    if _WORK_ON.search(scene.text, low, high) is None or scene.places_in(candidate.name):
        return False
    return specificity(scene, last) >= 2 > specificity(scene, candidate)


_OF = re.compile(r"의\s(?:(?:신규|추가|제?\d[가-힣]*|[가-힣]{2,6})\s){0,2}?(?:및\s)?")
#: What is done on a work, or a part of it.
_PARTS = frozenset(
    {"사업", "공사", "프로젝트", "패키지", "활주로", "터미널", "부두", "방파제", "도크", "호기"}
)


def _is_part_of(scene: Scene, last: Candidate, candidate: Candidate) -> bool:
    """Tell whether a nameless work or part belongs to a named work by 의 ('A 공항의 터미널 확장 사업')."""
    if candidate.head is None or last.action is not None or not last.source == candidate.source == "phrase":
        return False
    if last.high != last.name[1] or not candidate.head["word"].endswith(tuple(_PARTS)):
        return False
    gap = scene.text[last.high : candidate.name[0]]
    if gap == " 및 " and "whole" in last.why:
        return specificity(scene, candidate) < 2
    if not 0 < len(gap) < 16 or _OF.fullmatch(gap) is None:
        return False
    if any(m.tag[0] in "VEJ" for m in scene.morphs_in(last.high + 2, candidate.name[0])):
        return False
    return specificity(scene, last) >= 2 and specificity(scene, candidate) < 2


_SIZED = re.compile(r"[원불러로엔]\s?(?:규모|상당|짜리)의?\s$")


#: How much it can do, of one work: '300㎿ 규모의 발전소', and what makes a sum of it.
_ABLE = re.compile(
    r"\d[\d,.만천]*\s?(?:[kMG]W|㎿|㎾|킬로와트|메가와트|기가와트|배럴|톤|t|병상|㎞|km|㎡|평|ha|헥타르)\s?(?:급|규모|규모급|용량|짜리)의?\s$"
)
_SUM = re.compile(r"(?:총|모두|전체|합쳐|합계|누적|도합|향후|년간|해마다|매년)\s[^,.\n]{0,24}$")


def _size(text: str, floor: int, begin: int) -> int:
    """Where its size begins that stands right before a work, ``begin`` for none and for sums."""
    m = _ABLE.search(text, max(floor, begin - 24), begin)
    if m is None or _SUM.search(text, max(floor, m.start() - 24), m.start()):
        return begin
    return m.start()


def _quotation(scene: Scene, begin: int, high: int, floor: int) -> int | None:
    """Where the quotation opens that closes right behind the head, when it can be a name."""
    text = scene.text
    end = closing(text, high, high + 60) if text[high : high + 1] == "(" else high
    close = text[end : end + 1]
    if close not in _CLOSERS:
        return None
    opened = next((o for o, c in QUOTES.items() if c == close and o != '"'), None)
    if opened is None or not text[high:]:
        return None
    at = text.rfind(opened, max(floor, high - 45), begin)
    if at < 0 and close in "'’":  # careless writers close one sort with the other
        at = text.rfind("‘" if close == "'" else "'", max(floor, high - 45), begin)
    if at < 0 or text.find(close, at + 1, high) >= 0 or re.search(r"[,.(]", text[at:high]):
        return None
    morphs = scene.morphs_in(at, high)
    for i, m in enumerate(morphs):
        if (m.tag in ("JKO", "EC", "EF") or m.form in ("은", "는")) and not describes(morphs, i):
            return None
    return at + 1


def _only_does(last: Candidate, candidate: Candidate) -> bool:
    """Tell whether the head is what is done to the candidate before it ('정제공장 타당성조사')."""
    head = candidate.head
    return (
        head is not None
        and head["word"] in actions()
        and last.action is not None
        and last.name[0] >= candidate.name[0]
        and last.action[1] >= candidate.name[1]
    )


def _around(scene: Scene, low: int, high: int, row: Row, entry: Entry | None) -> Candidate | None:
    """The candidate around one head noun, or None when the word is no head here."""
    text = scene.text
    if row["kind"] == "cooperation" and (entry is None or not entry.agenda or entry.clausal):
        return None
    if not is_noun(scene, low, high, entry is not None) or not scene.row_zone(low):
        return None
    if row["kind"] == "cooperation" and entry is not None and entry.kind != "item":
        return None
    if _ends_a_place(scene, low, high):
        return None
    if row["word"] in ("단계", "항") and text[low - 1 : low].isdigit() != (row["word"] == "단계"):
        return None
    if row["word"] in _QUOTED_ONLY and text[high : high + 1] not in _CLOSERS:
        return None
    if entry is None and row["word"] in _NUMBERED_ONLY and NUMBER.match(text, high) is None:
        return None
    if row["word"] == "구간" and _STRETCH.search(text, max(0, low - 24), low) is None:
        return None
    start, end = scene.draft.sentence_at(low)
    if entry is not None:
        start, end = max(start, entry.low), entry.reach
        if low < start:
            start = entry.low
    else:
        if in_parentheses(text, low, start):
            return None
        end = max(end, high)
    begin = name_start(scene, low, start, listed=entry is not None and entry.kind == "item")
    after = name_end(text, high, end)
    begin = past_kind(scene, trim(scene, past_saying(scene, begin, low), low), low)
    if entry is not None and entry.kind == "item" and _BY_MEANS.fullmatch(text, entry.low, begin):
        begin = entry.low
    if entry is None and text.startswith(" 내 ", begin - 3) and not _is_proper(scene, begin, after, row):
        begin = name_start(scene, begin - 3, start)  # '가온항 내 석유 터미널'
    if text.find("조", begin, high) >= 0 and _LAW.search(text, begin, high):
        return None
    if row["word"] == "공사" and _is_company(text, low):
        return None
    apart = " " in text[begin:high] and text[begin:high].replace(" ", "") in heads_only()  # '정유 공장'
    if apart and entry is not None:
        return None
    if after > high and row["kind"] == "project" and _ORDERED.search(text, high, after):
        any_kind = text[begin:high] in _VESSELS or _SO_FAR.search(text, start, begin) is not None
    else:
        any_kind = after == high or len(row["word"]) < 5
    bare = apart or (any_kind and is_bare(text[begin:high], row["word"]))
    bare = bare and PACKAGE.fullmatch(text, begin, after) is None and row["strength"] != "model"
    if not bare and entry is None and all(w in stops("generic") for w in text[begin:low].split()):
        located = sited(scene, begin, high, row, start)
        if located is not None:
            return _complete(scene, located, row, end)
    sized = _size(text, start, begin) if bare else begin
    if bare and not (
        row["strength"] == "strong"
        and (apart or len(row["word"]) > 2)
        and (sized < begin or _SIZED.search(text, max(start, begin - 10), begin))
    ):
        head = begin if apart else low
        return _of_clause(scene, head, high, row, start, after, end) if entry is None else None
    if bare and entry is None:
        begin = sized
    listed = entry is not None and entry.agenda and row["kind"] == "cooperation"
    meeting = touching(scene.meetings, begin, after)
    if meeting is not None and RITE.match(text, after, meeting[1]):
        meeting = None
    if (
        (meeting and not (listed and not _ORDINAL.search(text, begin, high)))
        or (is_body(scene, begin, high) and not is_built(scene, row, begin, high))
        or (row["word"] != "공사" and touching(scene.people, begin, high))
    ):
        return None
    quoted = _quotation(scene, begin, high, start)
    if quoted is not None and entry is None:
        begin = quoted
    if entry is None and row["kind"] == "project" and quoted is None:
        ends = joining(scene, begin, start)
        if ends is None and row["word"] in _JOINED_ONLY:
            return None
        if ends is not None and not _is_proper(scene, begin, after, row):
            begin = ends
        else:
            ends = None
    else:
        ends = None
    candidate = Candidate(begin, after, (begin, after), None, row, entry.kind if entry else "phrase")
    if ends is not None:
        candidate.why["ends"] = "joined"
    candidate.why["name"] = row.where
    extend(scene, candidate, after, end)
    if entry is not None:
        place(candidate, entry)
    if entry is None and candidate.action and _is_shared(scene, candidate):
        return None
    if entry is None and _is_upon_topic(scene, candidate, start):
        return None
    _see_quotes(text, candidate)
    if candidate.source == "quoted" and candidate.action is None and candidate.high == candidate.name[1]:
        _read_behind_quote(scene, candidate, end)
    candidate.final = is_final(scene, candidate, end)
    if entry is None:
        add_goods(text, candidate)
    return candidate


#: Where names of towns and lands stand that no work is.
_LANDS = ("cities", "city_aliases", "countries", "korean_places")


def _ends_a_place(scene: Scene, low: int, high: int) -> bool:
    """Tell whether a town's name ends like the head ('모로고로', '고로')."""
    for at in range(low - 1, max(-1, low - 6), -1):
        place = scene.places.get(at)
        if place is not None:
            return place.char_end == high and place.why.get("canonical", "").startswith(_LANDS)
    return False


#: By what means an item works: '버려지는 폐열을 활용한 온실'.
_BY_MEANS = re.compile(r"(?:[^\s,]+\s){0,3}[^\s,]+(?:을|를)\s(?:활용|이용|적용|접목|결합)(?:한|하는)\s")
#: The sum of many orders: '올해 들어 선박 29척', '지금까지 누적으로'.
_SO_FAR = re.compile(r"들어|까지|누적|총|모두|합쳐|통틀어|연간|[상하]반기")
#: Gear of a port, which is an order of its own only by its number.
_NUMBERED_ONLY = frozenset({"크레인", "갠트리크레인", "하역기"})
#: 'six ships' are of any kind.
_VESSELS = frozenset({"선박", "배", "차량"})
#: Ships and trains are ordered by number.
_ORDERED = re.compile(r"\d\s?(?:척|량|편성)$")
_TOPIC = re.compile(r"(?:\([^()\n]{1,30}\))?[’”']?(?:은|는)\s")
_FIGURE = re.compile(r"\d")


def _is_upon_topic(scene: Scene, candidate: Candidate, start: int) -> bool:
    """Tell whether it is works on the work the sentence is about ('A 조선소는 도크 공사가 늦어져')."""
    low, high = candidate.name
    text = scene.text
    if (
        not text.endswith("공사", low, high)
        or text[high : high + 1] == "("
        or _FIGURE.search(text, low, high)
    ):
        return False
    if not any(_TOPIC.match(text, end, low) for _, end, _ in scene.heads_in(start, low)):
        return False
    return specificity(scene, candidate) <= 1 and not _SIZED.search(text, max(start, low - 10), low)


#: What a stretch of a line runs between ('다낭~세부 구간').
_STRETCH = re.compile(r"[가-힣)]\s?[~∼–～]\s?[가-힣]{1,9}(?:\([^()\n]{1,12}\))?\s(?:간\s)?$")
#: Heads only of what joins something.
_JOINED_ONLY = frozenset({"다리"})


def _is_proper(scene: Scene, begin: int, end: int, row: Row) -> bool:
    """Tell whether the name tells the work by itself."""
    return specificity(scene, Candidate(begin, end, (begin, end), None, row, "phrase")) >= 2


def _of_clause(
    scene: Scene, low: int, high: int, row: Row, start: int, after: int, end: int
) -> Candidate | None:
    """The candidate of a head without a name: what its clause says of it is its name."""
    if row["kind"] != "project" or touching(scene.meetings, low, high):
        return None
    ends = joining(scene, low, start)
    if ends is not None:
        candidate = Candidate(ends, after, (ends, after), None, row, "phrase")
        candidate.why["ends"] = "joined"
    else:
        sited_one = sited(scene, low, high, row, start)
        if sited_one is None:
            return None
        candidate = sited_one
    return _complete(scene, candidate, row, end)


def _complete(scene: Scene, candidate: Candidate, row: Row, end: int) -> Candidate:
    candidate.why["name"] = row.where
    extend(scene, candidate, candidate.high, end)
    candidate.final = is_final(scene, candidate, end)
    return candidate


#: Heads only of a quoted name: '외국인 조종사 과정'.
_QUOTED_ONLY = frozenset({"과정"})
_CLOSERS = frozenset(QUOTES.values()) - {"′"}


def _is_shared(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether two sides share a field ('플랜트 협력') rather than one work ('다낭 플랜트 협력')."""
    if candidate.action is None or candidate.head is None:
        return False
    if PAPER.match(scene.text, candidate.name[1], candidate.action[1] + 4):  # '협력합의서'
        return False
    word = scene.text[slice(*candidate.action)]
    if word not in _SHARED_WORK:
        return False
    if candidate.head["word"] in ("사업", "프로젝트") and candidate.action[0] - candidate.name[1] > 3:
        return specificity(scene, candidate) < 1  # '… 사업에 대한 협력'
    return word in _TRADE or candidate.head["strength"] != "strong" or specificity(scene, candidate) < 2


#: Articles of a law, and companies with their abbreviation ('국영전력공사(NPC)').
_LAW = re.compile(r"(?:법|시행령|시행규칙|조례|고시|훈령)\s?(?:제\d+조|\d+조)|\d+조(?:의\d+)?\s\d+항$")
_COMPANY = re.compile(r"[가-힣]공사\([A-Z][A-Z ]{1,9}\)")
#: Who orders a work, or belongs to a ministry: '나롱 공사(Na Long)가 발주한', '교통부 산하 나롱 공사'.
_CLIENT = re.compile(r"공사(?:\([A-Za-z][^()\n]*\))?[이가]\s(?:[가-힣]{2,6}\s)?발주(?:한|하는|할|했|하)")
_UTILITY = re.compile(
    r"(?:국영[가-힣]{1,4}|전력|석유|가스|수자원|광물|관광|방송|무역|통신|원자력|에너지|토지주택|항공)공사(?!\s?(?:현장|구간|비))"
)


def _is_company(text: str, low: int) -> bool:
    """Tell whether the word that ends in 공사 at ``low`` names a corporation rather than works."""
    if _COMPANY.match(text, low - 1) or _CLIENT.match(text, low):
        return True
    return any(_UTILITY.match(text, low - n) for n in (2, 3, 4, 5, 6))


_ORDINAL = re.compile(r"\d차|제\d|\d회")


def _read_behind_quote(scene: Scene, candidate: Candidate, end: int) -> None:
    """Take the words of action behind the closing mark: '‘가온 공항’ 건설에'."""
    close = candidate.high
    if scene.text[close : close + 1] in _CLOSERS and (read := read_action(scene, close + 1, end)):
        candidate.action, row = read
        candidate.why["action"] = row.where


def _see_quotes(text: str, candidate: Candidate) -> None:
    low, high = candidate.name
    inside = text[low] in QUOTES and text.find(QUOTES[text[low]], low + 6, high) > 0
    if inside or (low and text[low - 1] in QUOTES and text[high : high + 1] in (QUOTES[text[low - 1]], ")")):
        if candidate.source == "phrase":
            candidate.source = "quoted"
        candidate.why["name"] += " quoted"
