"""From head nouns and list entries to candidates."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.load import Row
from extractor.projects.described import joining, sited
from extractor.projects.lists import Entry, entries
from extractor.projects.nouns import RITE, in_parentheses, is_bare, is_body, is_built, is_noun
from extractor.projects.phrases import PAPER, Candidate, closing, name_end, name_start, read_action
from extractor.projects.quoted import quoted_names
from extractor.projects.scene import Scene, touching
from extractor.projects.specific import specificity
from extractor.projects.status import signs
from extractor.projects.vocabulary import actions, heads_only, stops

QUOTES = {"`": "`", "'": "'", "‘": "’", "“": "”", '"': '"', "「": "」", "『": "』", "′": "′"}


#: Outside of lists these words after a head are the head of the phrase themselves ('한-인도 플랜트 협력').
_SHARED_WORK = frozenset({"협력", "교류", "협조", "수출", "수입"})
_TRADE = frozenset({"수출", "수입"})


def candidates(scene: Scene) -> list[Candidate]:
    """All stretches of the article that may name an undertaking, in order, without overlaps."""
    lists = entries(scene)
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
        if found and _only_does(found[-1], candidate):
            continue
        if found and _shares_head(scene, found[-1], candidate):
            candidate.low = found[-1].low
            candidate.name = (found.pop().name[0], candidate.name[1])
        if found and _is_part_of(scene, found[-1], candidate):
            candidate.low = found[-1].low
            candidate.name = (found.pop().name[0], candidate.name[1])
            candidate.why["whole"] = "의"
        while found and found[-1].name[0] >= candidate.name[0]:
            found.pop()
        if not found or found[-1].high <= candidate.name[0]:
            found.append(candidate)
    named = {id(e): False for e in lists}
    for c in found:
        i = bisect_right(lows, c.name[0]) - 1
        if i >= 0 and c.name[1] <= lists[i].high:
            named[id(lists[i])] = True
    for e in lists:
        if e.agenda and not named[id(e)] and (bare := _bare_item(scene, e)):
            found.append(bare)
    spans = sorted((c.low, c.high) for c in found)
    found += [c for c in quoted_names(scene) if not touching(spans, c.low, c.high)]
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
    if candidate.head is None or candidate.head["strength"] == "strong":
        return False
    if scene.text[last.name[1] : candidate.name[0]] != " 및 ":
        return False
    return specificity(scene, last) < 1 and specificity(scene, candidate) < 1


_OF = re.compile(r"의\s(?:(?:신규|추가|제?\d[가-힣]*|[가-힣]{2,6})\s){0,2}?(?:및\s)?")
#: What is done on a work, or a part of it.
_PARTS = frozenset({"사업", "공사", "프로젝트", "활주로", "터미널", "부두", "방파제", "도크", "호기"})


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
    if any(m.tag in ("JKO", "EC", "EF") or m.form in ("은", "는") for m in scene.morphs_in(at, high)):
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
    if row["word"] in ("단계", "항") and text[low - 1 : low].isdigit() != (row["word"] == "단계"):
        return None
    if row["word"] in _QUOTED_ONLY and text[high : high + 1] not in _CLOSERS:
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
    begin = _trim(scene, _past_saying(scene, begin, low), low)
    if _LAW.search(text, begin, high) or (row["word"] == "공사" and _is_company(text, low)):
        return None
    if " " in text[begin:high] and text[begin:high].replace(" ", "") in heads_only():
        return None
    bare = (after == high or len(row["word"]) < 5) and is_bare(text[begin:high], row["word"])
    if not bare and entry is None and all(w in stops("generic") for w in text[begin:low].split()):
        located = sited(scene, begin, high, row, start)
        if located is not None:
            return _complete(scene, located, row, end)
    if bare and not (
        row["strength"] == "strong"
        and len(row["word"]) > 2
        and _SIZED.search(text, max(start, begin - 10), begin)
    ):
        return _of_clause(scene, low, high, row, start, after, end) if entry is None else None
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
    _extend(scene, candidate, after, end)
    if entry is not None:
        _place(candidate, entry)
    if entry is None and candidate.action and _is_shared(scene, candidate):
        return None
    if entry is None and _is_upon_topic(scene, candidate, start):
        return None
    _see_quotes(text, candidate)
    candidate.final = _is_final(scene, candidate, end)
    return candidate


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
    _extend(scene, candidate, candidate.high, end)
    candidate.final = _is_final(scene, candidate, end)
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
_UTILITY = re.compile(
    r"(?:전력|석유|가스|수자원|광물|관광|방송|무역|통신|원자력|에너지|토지주택|항공)공사(?!\s?(?:현장|구간|비))"
)


def _is_company(text: str, low: int) -> bool:
    """Tell whether the word that ends in 공사 at ``low`` names a corporation rather than works."""
    if _COMPANY.match(text, low - 1):
        return True
    return any(_UTILITY.match(text, low - n) for n in (2, 3, 4))


def _past_saying(scene: Scene, begin: int, low: int) -> int:
    """Where the name begins behind a quoted clause that only describes it ("'돈을 떼인' 부산 경전철")."""
    text = scene.text
    if text[begin] not in QUOTES:
        return begin
    close = text.find(QUOTES[text[begin]], begin + 1, low)
    if close < 0 or not any(m.tag in ("ETM", "EC", "EF") for m in scene.morphs_in(begin, close)):
        return begin
    after = close + 1
    while after < low and text[after] == " ":
        after += 1
    return after


def _place(candidate: Candidate, entry: Entry) -> None:
    candidate.scope, candidate.sector, candidate.after = entry.scope, entry.sector, entry.after
    if entry.agenda:
        candidate.why["agenda"] = entry.kind


_ORDINAL = re.compile(r"\d차|제\d|\d회")
_WORD = re.compile(r"\S+\s+")


def _trim(scene: Scene, begin: int, head_low: int) -> int:
    """Drop leading words that only describe ('대표적', '기존'), and an undertaking joined by '·' in front."""
    text = scene.text
    while m := _NUMBERED.match(text, begin, head_low):
        begin = m.end()
    while (word := _WORD.match(text, begin, head_low)) and word[0].strip() in stops("edge"):
        begin = word.end()
    if text[begin].isdigit():
        begin = _past(scene, _SIZE_FIRST, begin, head_low)
    elif text.find("의 ", begin, head_low) > 0:
        begin = _past(scene, _OF_REGION, begin, head_low)
    begin = _last_of_two(scene, begin, head_low)
    dot = text.rfind("·", begin, head_low)
    if dot > begin and (text[dot - 1] == "선" or any(end == dot for _, end, _ in scene.heads_in(begin, dot))):
        first = text[dot + 1 : head_low].split(" ")[0]
        return begin if first in heads_only() and dot + 1 + len(first) < head_low else dot + 1
    return begin


#: How large it is, before its own name: "1200MW급(600MW급 2기) '송하우' …".
_SIZE_FIRST = re.compile(
    r"\d[\d,.천만]*\s?(?:[kKMG]W|㎿|메가와트|만?톤|t|㎞|km|병상|배럴)급?(?:\([^()\n]{1,20}\))?의?\s"
)
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


_GAP = re.compile(r"\s+(?=\()")


def _extend(scene: Scene, candidate: Candidate, after: int, limit: int) -> None:
    """Take in parentheses and words of action after the name."""
    text = scene.text
    at = after
    for _ in range(3):
        skip = m.end() if (m := _GAP.match(text, at, limit)) else at
        if text[skip : skip + 1] == "(" and (close := closing(text, skip, limit)) > skip:
            at = close
            candidate.high = at
            continue
        if (read := read_action(scene, at, limit)) and (candidate.action is None or text[at - 1] == ")"):
            first = candidate.action
            candidate.action, row = read
            if first is not None:
                candidate.before = first
            candidate.why["action"] = row.where
            at = candidate.action[1]
            candidate.high = at
            continue
        if candidate.action is None and candidate.source == "item" and text[at : at + 1] == " ":
            place = scene.places.get(at + 1)
            if place is not None and read_action(scene, place.char_end, limit):
                at = place.char_end
                continue
        break


def _see_quotes(text: str, candidate: Candidate) -> None:
    low, high = candidate.name
    inside = text[low] in QUOTES and text.find(QUOTES[text[low]], low + 6, high) > 0
    if inside or (low and text[low - 1] in QUOTES and text[high : high + 1] in (QUOTES[text[low - 1]], ")")):
        if candidate.source == "phrase":
            candidate.source = "quoted"
        candidate.why["name"] += " quoted"


def _is_final(scene: Scene, candidate: Candidate, limit: int) -> bool:
    """Tell whether the noun phrase ends here: no further noun follows without a particle."""
    text = scene.text
    at = candidate.high
    if at < len(text) and text[at] in QUOTES.values():
        at += 1
    if at >= limit or text[at : at + 1] != " " or candidate.action is not None:
        return True
    if candidate.source == "quoted" or (candidate.source != "phrase" and candidate.why.get("agenda")):
        return True
    if _OF_HOUSE.match(text, at):
        return False
    i = scene.at.get(at + 1)
    if i is None or at + 1 in _told_at(scene) or _TALK.match(text, at) or PAPER.match(text, at):
        return True
    if text[at - 1] == ")" and touching(scene.money, candidate.name[1], at):
        return True
    m = scene.morphs[i]
    if m.tag not in ("NNG", "NNP", "SL", "XPN"):
        return True
    word = _TOKEN.match(text, at + 1)
    bare = word[0] if word else ""
    if any(bare.startswith(w) for w in stops("carry")) or any(bare[:n] in actions() for n in range(2, 9)):
        return True
    further = _object(scene, at, limit)
    if further is not None:
        candidate.name = (candidate.name[0], further)
        _extend(scene, candidate, further, limit)
    return further is not None


#: Whose chief speaks: '가온 플랜트 EPC 부문장'.
_OF_HOUSE = re.compile(
    r"\s(?:[A-Za-z&]{1,6}\s)?(?:[A-Z]{2}장|(?:사업)?(?:부문|본부|부|실|그룹)장?|부사장|사장|대표|전무|상무)(?=은|는|이|의|\s)"
)


def _told_at(scene: Scene) -> frozenset[int]:
    """Where the stage words of the article begin: right after a name they are told of it."""
    if "told" not in scene.memory:
        scene.memory["told"] = frozenset(s.low for s in signs(scene))
    found: frozenset[int] = scene.memory["told"]
    return found


_TOKEN = re.compile(r"[^\s,.()]+")
_OBJECT = re.compile(r" [가-힣A-Za-z]{2,10}(?= )")
_ENDED = re.compile(r"(?:을|를|은|는|이|가|도)\s|\s?\(|,\s")
_TALK = re.compile(r"\s(?:말이군요|말인가|말이|얘기|이야기|소식|건(?:은|도)\s|문제(?:는|도)\s)")


def _object(scene: Scene, at: int, limit: int) -> int | None:
    """Where a name goes on that names a part of the work ('양식장 스마트센서 보급(300억페소)')."""
    end = at
    for _ in range(2):
        m = _OBJECT.match(scene.text, end, limit)
        if m is None or any(x.tag[0] in "JEV" for x in scene.morphs_in(end, m.end())):
            return None
        end = m.end()
        read = read_action(scene, end, limit)
        if read and _ENDED.match(scene.text, read[0][1]):
            return end
    return None


_LEAD = re.compile(r"[가-힣A-Za-z·\s]{1,14}\s?[:：]\s+")
_CLAUSE = re.compile(r"\s?[:：–—]\s|\s-\s|\s?→\s?|\s–\s")


#: Items that tell whom to ask and how to apply, and cells that are cut amiss.
_PERSONAL = re.compile(
    r"(?:담당자|책임자|담당부서|연락처|지원\s?대상|신청\s?대상|신청\s?방법|접수\s?방법|모집\s?대상|신청\s?기간)\s?[:：]|\t|\(☎"
    r"|신청\s?가능$"
)
#: The number in front of an item is none of its name.
_NUMBERED = re.compile(r"\d{1,2}[.)]\s|[①-⑳➀-➓❶-❿]\s*")


def _bare_item(scene: Scene, entry: Entry) -> Candidate | None:
    """Name an item that has no head noun: what stands before parentheses, dashes and words of action."""
    text = scene.text
    low, high = entry.low, entry.high
    if _PERSONAL.search(text, low, high):
        return None
    if m := _LEAD.match(text, low, high):
        low = m.end()
    while m := _NUMBERED.match(text, low, high):
        low = m.end()
    if m := _CLAUSE.search(text, low, high):
        high = m.start()
    while high > low and text[high - 1] in " .,·":
        high -= 1
    paren = text.find("(", low, high)
    cut = paren if paren > low else high
    name_high = _peel(scene, low, cut) if entry.kind == "item" else cut
    while name_high > low and text[name_high - 1] == " ":
        name_high -= 1
    if name_high - low < 6 and " " not in text[low:name_high] and not touching(scene.money, low, high):
        return None
    if not 3 <= name_high - low <= 40 or touching(scene.meetings, low, name_high):
        return None
    if any(m.tag in ("JKO", "JKS", "JKB", "JX", "EC", "EF") for m in scene.morphs_in(low, name_high)):
        return None
    if any(touching(s, low, name_high) for s in (scene.money, scene.days, scene.people)):
        return None
    if text.endswith((" 및", " 등"), low, name_high):
        return None
    if not touching(scene.money, low, high) and _is_no_work(scene, low, name_high, cut):
        return None
    candidate = Candidate(low, name_high, (low, name_high), None, None, entry.kind)
    _place(candidate, entry)
    candidate.why["name"] = f"list {entry.kind}"
    _extend(scene, candidate, name_high, entry.reach)
    return candidate


_MARKUP = re.compile(r"[|<>\t]")


def _is_no_work(scene: Scene, low: int, name_high: int, high: int) -> bool:
    """Tell whether an item without a head noun is an aim or an outcome, a body or a piece of a table."""
    said, ends = scene.text[low:high].rstrip(), tuple(stops("effect"))
    if said.endswith(ends) or scene.text[low:name_high].endswith(ends) or _MARKUP.search(said):
        return True
    if name_high < low + len(said) or scene.text[high : high + 1] == "(":
        return False
    body = touching(scene.bodies, name_high - 1, name_high)
    return body is not None and body[0] <= low


def _peel(scene: Scene, low: int, high: int) -> int:
    """Where the name ends once words of action at the end are taken off."""
    text = scene.text
    for at in (m.start() for m in re.finditer(r" ", text[low:high])):
        read = read_action(scene, low + at, high)
        if read and read[0][1] >= high - 1:
            return low + at
    return high
