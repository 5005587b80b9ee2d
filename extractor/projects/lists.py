"""Lists of undertakings: runs of items, rows of tables, commas, heads in parentheses ('(다낭 공장) …')."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.draft import Layout, Morph, Run
from extractor.projects.phrases import closing
from extractor.projects.scene import Scene, Span, is_country, touching
from extractor.projects.vocabulary import stops


@dataclass(frozen=True, slots=True)
class Entry:
    """One list item, table cell or parenthesised head that may name undertakings.

    Attributes
    ----------
    low, high : int
        Where names are looked for.
    scope : Span
        All that speaks of it: the item, the row, the block.
    kind : str
        'item', 'row' or 'heading'.
    agenda : bool
        Whether the list as a whole is one of undertakings.
    sector : Span or None
        The words that rule it.
    reach : int
        How far words of action may go: of the last item, over the words that govern the list.
    clausal : bool
        Whether it is a sentence of its own rather than a name.
    after : Span or None
        The words after the list.
    """

    low: int
    high: int
    scope: Span
    kind: str
    agenda: bool
    sector: Span | None = None
    reach: int = 0
    clausal: bool = False
    after: Span | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "reach", max(self.reach, self.high))


@cache
def _words(role: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(w) for w in sorted(stops(role), key=len, reverse=True)))


def entries(scene: Scene) -> list[Entry]:
    """All entries of the article, in order."""
    if "entries" not in scene.memory:
        scene.memory["entries"] = _entries(scene)
    found: list[Entry] = scene.memory["entries"]
    return found


def _entries(scene: Scene) -> list[Entry]:
    layout = scene.draft.layout
    found = _headings(scene, layout) + _priced_heads(scene, layout)
    headed = {e.scope[0] for e in found}
    found += [e for e in _labelled(scene) if e.scope[0] not in headed]
    headed |= {e.low for e in found}
    for run in layout.runs:
        read = [e for e in _run(scene, layout, run) if not e.clausal and e.scope[0] not in headed]
        headed |= {e.low for e in read}
        found += read
    found += _rows(scene)
    found += _commas(scene, [e.scope for e in found])
    return sorted(found, key=lambda e: (e.low, e.high))


def _run(scene: Scene, layout: Layout, run: Run) -> list[Entry]:
    text = scene.text
    if not scene.row_zone(run.items[0].start):
        return []
    opener = text[slice(*run.opener)] if run.opener else ""
    governor = text[slice(*run.governor)].split(", ")[0] if run.governor else ""
    block = layout.blocks[run.block] if 0 <= run.block < len(layout.blocks) else None
    heading = block.heading if block else None
    above = text[slice(*heading)] if heading else ""
    if not opener and block is not None:
        before = text.rfind("\n", 0, max(block.start - 1, 0))
        opener = text[before + 1 : run.items[0].start].strip()[-80:]
    around = f"{opener[-80:]} {governor[:60]} {above[-40:]}"
    rule = [m[0] for m in _words("run").finditer(around)]
    ruled_out = [m[0] for m in _words("norun").finditer(around)]
    items = [text[i.start : i.end] for i in run.items]
    if sum(_LABEL.match(item) is not None for item in items) * 2 >= len(items):
        return []
    named = sum(_named(scene, i.start, i.end) or _priced(scene, i.start, i.end) for i in run.items)
    agenda = (bool(rule) and len(rule) >= len(ruled_out)) or named * 2 >= len(items)
    if (ruled_out and not (named and rule)) or _OF_FIELDS.match(governor):
        agenda = False
    sector = run.opener or heading
    found = []
    for i in run.items:
        if _LABEL.match(text, i.start, i.end):
            continue
        reach = run.governor[1] if run.governor and i is run.items[-1] else i.end
        low, under = i.start, sector
        if text[low] == "(" and (close := closing(text, low, i.end)) > low:
            under = (low + 1, close - 1)
            low = close + (text[close : close + 1] == " ")
        if text[low : low + 1] in _SIGNS:  # a list of its own, read as such
            continue
        if _TALLY.fullmatch(text, low, i.end):
            continue
        for start, end in _pieces(text, low, i.end):
            said = _SAID.search(text, start, end)
            clausal = is_clausal(scene, start, said.start() if said else end)
            scope = (i.start if start == low else start, end)
            to = reach if end == i.end else end
            found.append(Entry(start, end, scope, "item", agenda, under, to, clausal, run.governor))
    return found


#: How many there are of a field: '탄소중립 7건'.
_TALLY = re.compile(r"[^\d()\n]{1,14}\s\d+(?:건|개|곳|개사|명)[,.]?\s?")
#: What is said of fields, not of undertakings: '… 등 다양한 분야에서 협력'.
_OF_FIELDS = re.compile(
    r"\s?등(?:의)?\s?(?:[가-힣\d]{1,8}\s){0,3}?(?:분야|부문|영역)"
    r"(?:별|에서|에서의|에|의|로|로의|를|도|와|까지|에 대한)?\s(?!사업|프로젝트|과제|공사)"
    r"|\s?등(?:의)?\s(?:[두세네\d]|다섯|여섯)\s?(?:개|대|가지)?\s?(?:갈래|축|방향|전략|분과|원칙)(?:으로|로|에|를|을|의|별)"
    r"|\s?등에서(?:의)?\s(?:[가-힣]{2,4}\s)?협력|\s?등(?:의|과 같은)?\s(?:[가-힣]{2,5}\s)?(?:기대)?효과"
)
_SIGNS = tuple("△∆▲▴▵◇◆▷▶")
#: The next item on the same line; before a particle a number only points back ('이 가운데 ②는').
_NEXT = re.compile(r"\s[②-⑳](?![·,은는이가을를과와의에](?:[\s·,]|[는서도]\s)|[·,])\s?")


def _pieces(text: str, low: int, high: int) -> list[Span]:
    """The item, cut where further ones follow on its line ('① 가온 보급 ② 나래 양성')."""
    cuts = [low]
    for m in _NEXT.finditer(text, low + 2, high):
        cuts += [m.start(), m.end()]
    cuts.append(high)
    return list(zip(cuts[::2], cuts[1::2], strict=True))


_NAMED_BY = re.compile(r"(?:사업|프로젝트|과제|공사)명\s?[:：]\s?(?P<name>[^/\n|:：]{3,50}?)\s*(?=/|\n|\||$)")


def _labelled(scene: Scene) -> list[Entry]:
    """Names behind their label ('사업명 : 가온 난방 개선 / 규모 : …'); the row goes to the next of them."""
    text = scene.text
    if "명 :" not in text and "명:" not in text and "명：" not in text:
        return []
    found = [m for m in _NAMED_BY.finditer(text) if scene.row_zone(m.start("name"))]
    ends = [m.start() for m in found[1:]] + [text.find("\n\n", found[-1].end()) if found else 0]
    entries = []
    for m, end in zip(found, ends, strict=False):
        if end < 0 or end - m.end() > _LONGEST_ROW:
            end = text.find("\n", m.end())
        entries.append(
            Entry(*m.span("name"), (m.start(), end if end > m.end() else len(text)), "heading", True)
        )
    return entries


#: A row with labels is no longer than this.
_LONGEST_ROW = 400

#: What follows is said of the name before it ('… 시험방법 : 지난해 승인돼', '… 체계 – 의견 수렴이 길어져').
_SAID = re.compile(r"\s[:：–—-]\s")


def is_clausal(scene: Scene, low: int, high: int) -> bool:
    """Tell whether particles and endings outside parentheses make it a clause."""
    depth = 0
    morphs = scene.morphs_in(low, high)
    for i, m in enumerate(morphs):
        depth += (m.tag == "SSO" and m.form == "(") - (m.tag == "SSC" and m.form == ")")
        if depth <= 0 and m.tag in ("JKO", "EC", "EF", "EP") and not describes(morphs, i):
            return True
    return False


#: What a name says of its means: '폐열을 활용한 온실', '가축분뇨를 이용한 발전'.
_MEANS = frozenset({"활용", "이용", "적용", "접목", "결합", "기반", "이용하", "활용하"})


def describes(morphs: list[Morph], i: int) -> bool:
    """Tell whether the particle at ``i`` only tells by what means or what for ('폐열을 활용한 온실')."""
    behind = morphs[i + 1 : i + 4]
    if morphs[i].tag != "JKO" or not behind or behind[0].form not in _MEANS:
        return False
    return any(m.tag == "ETM" for m in behind[1:])


def _priced(scene: Scene, low: int, high: int) -> bool:
    """Tell whether an amount in parentheses follows the name."""
    money = touching(scene.money, low, high)
    return money is not None and money[0] > low and "(" in scene.text[low : money[0]]


def _named(scene: Scene, low: int, high: int) -> bool:
    return any(row["kind"] == "project" for _, _, row in scene.heads_in(low, high))


_HEADER = re.compile(r"사업명|프로젝트명?|과제명|사업|공사명|안건|구분")
_COLUMN = re.compile(r"사업명|프로젝트|과제명|공사명|안건|^\s*(?:주요\s?|대상\s?|후보\s?)?(?:사업|과제)\s*$")
_TITLED = re.compile(r"사업|프로젝트|과제|공사|예산")


_ROW = re.compile(r"[^\n]+")


def _rows(scene: Scene) -> list[Entry]:
    """Rows of tables (cells between tabs or bars) whose header or caption speaks of undertakings."""
    text = scene.text
    found: list[Entry] = []
    if "\t" not in text and " | " not in text:
        return found
    column = -1
    end = -2
    caption = (0, 0)
    last = ""
    for m in _ROW.finditer(text):
        line = m[0]
        mark = "\t" if "\t" in line else " | "
        if mark not in line:
            continue
        cells = line.split(mark)
        if m.start() > end + 1 or mark != last:
            last = mark
            caption = _line_above(text, m.start())
            column = _column(cells, text[slice(*caption)])
            end = m.end()
            continue
        end = m.end()
        if column < 0 or column >= len(cells) or not scene.row_zone(m.start()):
            continue
        low = m.start() + sum(len(c) + len(mark) for c in cells[:column])
        found.append(Entry(low, low + len(cells[column]), m.span(), "row", True, caption))
    return found


def _line_above(text: str, start: int) -> Span:
    high = len(text[:start].rstrip("\n "))
    return text.rfind("\n", 0, high) + 1, high


def _column(cells: list[str], caption: str) -> int:
    for i, cell in enumerate(cells):
        if _COLUMN.search(cell):
            return i
    if _HEADER.search(cells[0]) and _TITLED.search(caption):
        return 0
    return -1


_PLAIN_HEADS = re.compile(
    r"우리측?|[가-힣]{1,6}측|참고|붙임|별첨|수출|수입|투자|무역|금융|기타|배경|현황|계획|일정|장소|참석|성과|목적"
    r"|[가-힣]{1,6}\s?분야|[가-힣·\s]{1,6}|[가-힣·]{2,8}\s(?:협력|수주|교류|통상|동향|진출|활성화)"
)


#: Headings and labels that speak about an undertaking and name none.
_ABOUT = re.compile(
    r"(?:목적|유형|내용|대상|기간|규모|절차|개요|배경|방식|방법|조건|자격|기준|일정|현황|항목|효과|근거|체계|장소|일시|문의)$"
)
_LABEL = re.compile(
    r"[-ㅇ◦·\s]*\(?[가-힣·/\s]{0,8}(?:장소|일시|일자|참석자?|참석대상|형식|주최|주관|문의|기간|대상|방법|담당자?|연락처"
    r"|위치|규모|용량|면적|사업비|공사비|투자비|발주처|시행사|시공사|참여사|지분|공정률)\)?\s?:"
)


def _headings(scene: Scene, layout: Layout) -> list[Entry]:
    """Blocks that open with a parenthesised name."""
    text = scene.text
    found = []
    for block in layout.blocks:
        if block.start >= len(text) or text[block.start] != "(" or not scene.row_zone(block.start):
            continue
        end = closing(text, block.start, block.end)
        if end - block.start < 6 or end >= block.end:
            continue
        name = text[block.start + 1 : end - 1]
        if _ABOUT.search(name) or (
            not _named(scene, block.start + 1, end - 1)
            and (_PLAIN_HEADS.fullmatch(name) or " " not in name or _is_whose(scene, block.start + 1, end))
        ):
            continue
        found.append(Entry(block.start + 1, end - 1, (block.start, block.end), "heading", True))
    return found


#: A name that ends at a comma: '(덴마크 가온) 다낭 풍력단지(99MW), 내년 착공'.
_WHOLE = re.compile(r"\s(?P<name>[^,.:\n]{4,40}),\s")


def _is_whose(scene: Scene, low: int, end: int) -> bool:
    """Tell whether a country and its firm head a line of a list in which the work is named next."""
    place = scene.places.get(low)
    m = _WHOLE.match(scene.text, end)
    return m is not None and place is not None and is_country(place) and _named(scene, *m.span("name"))


_PRICED = re.compile(r"(?P<name>[^:：\n△▲]{5,40}?)\s?[:：]\s(?:총\s?|약\s?)?")
#: What a sum is of, when it is no undertaking.
_SUM_OF = re.compile(
    r"(?:예산|사업비|공사비|투자비|금액|규모|총액|합계|수출|수입|매출|실적|비용|국비|지방비|자본금|한도|가격|보조금|이익|손실|수지"
    r"|수출액|수입액|교역액|투자액)$"
)


def _priced_heads(scene: Scene, layout: Layout) -> list[Entry]:
    """Blocks of a list that open with a name and its sum ('➊ 상수도 요금 환급 : 190억원')."""
    text = scene.text
    found = []
    for block in layout.blocks if scene.money else ():
        if block.zone != "bullet":
            continue
        m = _PRICED.match(text, block.start, block.end)
        if m is None or touching(scene.money, m.end(), m.end() + 2) is None or not scene.row_zone(m.end()):
            continue
        name = m["name"].rstrip()
        if " " in name and "(" not in name and not (_SUM_OF.search(name) or _ABOUT.search(name)):
            low = m.start("name")
            found.append(Entry(low, low + len(name), (block.start, block.end), "heading", True))
    return found if len(found) > 1 else []


_OPENER = re.compile(
    r"분야(?:에서는|에서|에선|로는|는|의 경우)\s|"
    + "|".join(
        rf"{w}(?:으로는|으로|로는|로|은|는|에는)\s" for w in ("사업", "과제", "의제", "안건", "프로젝트")
    )
)
_CLOSER = re.compile(
    r"\s?(?:등(?:\s?\d+\S{0,3}\s\S+)?)?\s?(?:의|에 대한|을|를|이|가|도|에 관한)?\s[^.\n]{0,30}?"
    r"(?:논의|협의|점검|요청|다뤘|다루|추진|선정|공유|지원|합의|제시|제안|포함|꼽|사업|프로젝트|과제|단지|곳|건)|\s?등이다"
)
_CLOSER_OF_NAMES = re.compile(
    r"\s?(?:등)?(?:도|이|가|을|를)\s[^.,\n]{0,16}?(?:증액|감액|반영|배정|편성|확보|포함)"
    r"|\s?등(?:의|을|이|도)?\s[^.,\n]{0,16}?(?:사업|프로젝트|공사|플랜트|단지|발전소)"
)
_PART = re.compile(
    r"(?P<item>(?:[^,()\n△▲·]|·|\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)){3,60}?)(?P<mark>,\s|\s?등[\s을이의도]|(?:을|를)\s|(?:이|가|도)\s(?=논의|의제|테이블|협의|다뤄|증액|감액|반영|배정|편성|신규|새로))"
)


#: Who they are: '주관사인 가온과 국내 기업인 나래플랜트, …'.
_WHO = re.compile(r"(?:주관사|시공사|사업자|기업|업체|회사|자회사|계열사|운영사)인\s")


def _commas(scene: Scene, taken: list[Span]) -> list[Entry]:
    """'○○ 분야에서 A, B, C 등을 논의했다', 'A(2억달러), B(3억달러) 등 …': lists by commas in running text."""
    text = scene.text
    found: list[Entry] = []
    openers = [m.start() for m in _OPENER.finditer(text)]
    if not openers and text.count(")") < 3:
        return found
    for low, high in scene.draft.sentences:
        if text.find(",", low, high) < 0:
            continue
        if not any(low <= at < high for at in openers) and text.count(")", low, high) < 3:
            continue
        if not scene.row_zone(low) or any(t[0] < high and t[1] > low for t in taken):
            continue
        opener = _OPENER.search(text, low, high)
        begin = opener.end() if opener else low
        parts = _split(text, begin, high)
        if opener is None:
            parts = [p for p in parts if text[p[0] : p[1]].endswith(")")]
        if len(parts) < (2 if opener else 3):
            continue
        closer = _CLOSER if opener else _CLOSER_OF_NAMES
        if not closer.match(text, parts[-1][1]) or any(is_clausal(scene, *p) for p in parts):
            continue
        if any(_WHO.search(text, *p) for p in parts):
            continue
        sector = (low, opener.end()) if opener else None
        after = (parts[-1][1], min(high, parts[-1][1] + 30))
        found += [Entry(p[0], p[1], p, "item", True, sector, after=after) for p in parts]
    return found


def _split(text: str, begin: int, high: int) -> list[Span]:
    """The stretches between commas, up to '등' or a particle after the last."""
    parts: list[Span] = []
    at = begin
    while at < high and (m := _PART.match(text, at, high)):
        low = m.start("item")
        parts.append((low, m.end("item")))
        if not m["mark"].startswith(","):
            return parts
        at = m.end()
    return []
