"""Names of meetings: quoted, numbered, of two countries, or known by themselves."""

from __future__ import annotations

import re

from extractor.draft import Draft
from extractor.load import Row
from extractor.meetings.heads import (
    NUMBER,
    ORDINAL,
    anywhere,
    head_of,
    known,
    may_be_known,
    ordinal_in,
    rows,
)
from extractor.meetings.plain import find_plain, head_after, noun_run
from extractor.meetings.spans import HELD, Named

_MARKS = {
    "`": "`'",
    "'": "'’",
    "‘": "’'",
    "“": '”"',
    '"': '"”',
    "「": "」",
    "『": "』",
    "<": ">",
    "〈": "〉",
    "《": "》",
    "｢": "｣",
}
_QUOTED = re.compile(
    "|".join(
        rf"{re.escape(a)}(?P<q{i}>[^{re.escape(a + b)}]{{2,80}}?)[{re.escape(b)}]"
        for i, (a, b) in enumerate(sorted(_MARKS.items()))
    )
)
_BEFORE_QUOTE = re.compile(
    rf"(?P<pre>(?:{ORDINAL}|(?:한|韓)\s?[-–·∙‧∼~]\s?[가-힣A-Za-z]{{1,12}}(?:\s{ORDINAL})?)\s?)$"
)
_AFTER_QUOTE = re.compile(
    rf"\s?(?P<post>(?:(?:(?P<number>{ORDINAL})|첫(?:\s?번째)?)\s)?(?:화상\s?)?(?:회의|협상|행사|총회|포럼)|(?P<rite>기념식|개막식|시상식|개회식)|(?P<built>착공식|기공식|준공식|개소식|개통식|현판식|출범식|설명회|체결식|서명식|협약식|조인식|약정식))"
    r"(?=[가-힣]?[\s,.…]|[을를이가은는에]|$)"
)
_CLUBS = (
    r"한미일|한중일|한일중|한미|한중|한일|한러|한영|한독|한불|한호|한아세안|한EU"
    r"|미중|미일|중일|북미|남북|북중|북러|미러"
)
_SIDES = r"한국|한|韓|대한민국|미국|미|중국|중|일본|일|러시아|러|북한|북|남|EU|아세안|인도"


def _two(words: str, behind: str) -> str:
    """Return a pattern of words; first letters first, which `re` searches fastest, and each once."""
    ends: dict[str, list[str]] = {}
    for word in words.split("|"):
        ends.setdefault(word[0], []).append(word[1:])
    return "|".join(
        f"{first}(?<![가-힣A-Za-z(·].)(?:{'|'.join(rest)}){behind}" for first, rest in ends.items()
    )


#: Two countries: '한-몽골', '한·중·일', '한미', '북미정상회담'.
_BILATERAL = re.compile(
    _two(_SIDES, r"\s?[-–·∙‧∼~]\s?(?=[가-힣A-Z])")
    + "|"
    + _two(_CLUBS, r"(?:\s(?=[가-힣A-Z])|(?=정상|장관|고위급|외교장관|통상장관|FTA))")
)
_ROW = re.compile(
    r"^[ ]*(?:(?:20\d\d)?[.년 ]*\d{1,2}\s?[.월/]\s?\d{1,2}[.일]?\s?(?:\([월화수목금토일]\))?)[ ]*\t[ ]*"
    r"(?P<name>[^\t\n]{4,50}?)[ ]*(?=\t|$)",
    re.MULTILINE,
)
_ASIDE = re.compile(r"\s?\(이하[^()]*(?:\([^()]*\)[^()]*)*\)")
_LATER = re.compile(r"\([^()]*\)$|\*+$")
_NOT = re.compile(
    r"(?:단독|국회|임시)?\s?본회의|4차\s?산업혁명|\d차\s?(?:협력업체|전지|추경|계약|이행계약|지정|공모|물량|발주|입찰)"
)
#: A standing club, not a meeting: its members and officers are spoken of.
_MEMBERS = re.compile(
    r"['’”\"」』]?(?:의)?\s?(?:사무처장|사무총장|회원|회장|공동대표|대표|출신|의장|멤버|위원|간사|이사장|상임)"
)


#: A fair that a city would like to have; rounds of talks that are only counted.
_SOUGHT = re.compile(r"['’”\"」』]?\s?(?:유치|개최지)")
_COUNTED = re.compile(r"(?:제\s?)?\d{1,2}차\s(?:협상|공식협상|회의)")


#: Behind a name's beginning: another sentence, a comma, a quotation.
_PARTED = re.compile(r"[.,]\s|[‘'“\"]")
_MARKED = re.compile(r"[.,‘'“\"]")
_STATEMENT = re.compile(r"[다요죠][.?!]?$")


def _is_held(text: str, named: Named) -> bool:
    """Tell whether a name is that of a meeting, not of one sought or of rounds counted ('6차 협상까지')."""
    if _SOUGHT.match(text, named.end):
        return False
    return not (_COUNTED.fullmatch(named.name) and text.startswith("까지", named.end))


def find_names(draft: Draft, start: int, end: int) -> list[Named]:
    """Find the meetings named in [start, end), in order and without overlap."""
    if not anywhere().search(draft.text, start, end) and draft.text.find("의 날", start, end) < 0:
        return []
    found = [*_quoted(draft.text, start, end)]
    for more in (_scheduled, _numbered, _bilateral, _known, find_plain):
        for named in more(draft, start, end):
            if all(named.end <= n.start or n.end <= named.start for n in found):
                found.append(named)
    return sorted(n for n in found if _is_held(draft.text, n))


def _scheduled(draft: Draft, start: int, end: int) -> list[Named]:
    """Read the rows of a timetable: '11.28(화) | 동항 MOU 서명식 | 부산', cells parted by tabs."""
    text = draft.text
    if text.find("\t", start, end) < 0:
        return []
    found = []
    for match in _ROW.finditer(text, start, end):
        row = head_of(match["name"])
        if row is not None and len(match["name"]) > 5 and " " in match["name"]:
            found.append(Named(*match.span("name"), match["name"], ordinal_in(match["name"]), row.where))
    return found


def _quoted(text: str, start: int, end: int) -> list[Named]:
    found = []
    for match in _QUOTED.finditer(text, start, end):
        inner = match[match.lastgroup or 0]
        name = " ".join((_ASIDE.sub("", inner) if "(" in inner else inner).split())
        name = _LATER.sub("", name).strip() if name.endswith("*") else name
        begin, stop = match.start() + 1, match.end() - 1
        pre = _BEFORE_QUOTE.search(text, max(start, match.start() - 24), match.start())
        post = _AFTER_QUOTE.match(text, match.end(), end)
        row = head_of(name)
        if pre:
            name, begin = f"{' '.join(pre['pre'].split())} {name}", pre.start("pre")
        number = ordinal_in(name)
        if post and post["built"] and not HELD.match(text[post.end() : post.end() + 40]):
            post = None
        if post and _completes(post, name, row is not None, number):
            name, stop = f"{name} {' '.join(post['post'].split())}", post.end("post")
            row = rows()["회의"] if row is None or row["kind"] == "body" else row
            number = ordinal_in(name)
        if row is None or _STATEMENT.search(inner) or _NOT.search(name):
            continue
        two = _BILATERAL.search(name)
        held = HELD.match(text[match.end() : match.end() + 40])
        if row["kind"] == "body" and not number and not two and not held:
            continue
        event = two or _EVENT.match(text, match.end())
        if row["kind"] == "day" and not (number or event or name.endswith("식")):
            continue
        if not (number or held) and row["word"] in ("협상", "공식협상"):
            continue
        if number == 0 and (_MEMBERS.match(text, match.end()) or not _telling(name, row["word"])):
            continue
        found.append(Named(begin, stop, name, number, row.where))
    return found


#: A day on which something is held rather than one of the calendar.
_EVENT = re.compile(r"\s?행사(?:에|를|가|의|장|에서)")
_YEAR = re.compile(r"(?:19|20)\d\d년?\s")


def _completes(post: re.Match[str], name: str, headed: bool, number: int) -> bool:
    """Tell whether the noun behind a quoted name belongs to it: "'한-몽골 워킹그룹' 2차 회의"."""
    if post["built"]:
        return not headed and " " in name
    if post["rite"]:
        dated = number > 0 or (name.endswith("날") and _YEAR.match(name) is not None)
        return dated and (not headed or name.endswith("날"))
    if post["number"]:
        return headed and number == 0
    if post["post"].endswith(("포럼", "총회")):
        return number > 0 and not headed
    return post["post"].endswith("회의") and not name.endswith("회의")


def _telling(name: str, head: str) -> bool:
    """Tell whether a quoted name without a number says more than what kind of meeting it is."""
    letters = re.sub(r"\s", "", name)
    return len(letters) >= 5 or (len(letters) >= 4 and head in ("포럼", "서밋", "페어", "엑스포"))


_COUNT = re.compile(r"\d\s?[차회]")


def _numbered(draft: Draft, start: int, end: int) -> list[Named]:
    text = draft.text
    found = []
    counted = _COUNT.search(text, start, end) is not None
    for match in NUMBER.finditer(text, start, end) if counted else ():
        if _NOT.match(text, match.start()):
            continue
        head = head_after(draft, match.end(), min(end, match.end() + 60))
        if head is None or _PARTED.search(text, match.end(), head.end()):
            continue
        begin = _pulled_back(draft, match.start(), start)
        name = " ".join(text[begin : head.end()].split())
        if _NOT.search(name):
            continue
        found.append(Named(begin, head.end(), name, int(match["n"]), rows()[head[0]].where))
    return found


def _pulled_back(draft: Draft, at: int, floor: int) -> int:
    """Take in the two countries and their subject before a number: '한-몽골 무역협정 5차 협상'."""
    text = draft.text
    for match in reversed(list(_BILATERAL.finditer(text, max(floor, at - 50), at))):
        if noun_run(draft, match.start(), at) and not re.search(r"[,.'‘’\"“”]", text[match.start() : at]):
            return match.start()
    year = re.search(r"(?:19|20)\d\d년?\s$", text[max(floor, at - 6) : at])
    return at - len(year[0]) if year else at


def _bilateral(draft: Draft, start: int, end: int) -> list[Named]:
    found = []
    for match in _BILATERAL.finditer(draft.text, start, end):
        head = head_after(draft, match.end(), min(end, match.end() + 50))
        if head is None or _MARKED.search(draft.text, match.start(), head.end()):
            continue
        name = " ".join(draft.text[match.start() : head.end()].split())
        if " " not in name and len(name) < 6:
            continue
        row, number = rows()[head[0]], ordinal_in(name)
        acted = HELD.match(draft.text[head.end() : head.end() + 40]) is not None
        process = row["word"] in ("협상", "공식협상")
        if not number and (process or (row["kind"] == "body" and not acted)):
            continue
        found.append(Named(match.start(), head.end(), name, number, row.where))
    return found


def _row_of(word: str) -> Row:
    return rows().get(word) or rows()["".join(word.split())]


def _known(draft: Draft, start: int, end: int) -> list[Named]:
    if may_be_known().search(draft.text, start, end) is None:
        return []
    return [
        Named(m.start(), m.end(), " ".join(m[0].split()), 0, _row_of(m["event"] or m["club"]).where)
        for m in known().finditer(draft.text, start, end)
    ]
