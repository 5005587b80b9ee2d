"""Parts of dates written in figures: '2019. 10. 30', "'19.4월", '7.10~8.10', '3/4분기', '2주 전'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.dates.atom import Atom
from extractor.dates.lazy import lazy

# --- named atoms of the patterns
TILDE = r"\s?[~∼～〜–—-]\s?"
WAVE = r"\s?[~∼～〜]\s?"
LIST = r"\s?[·ㆍ・∙‧•,]\s?"
DOT = r"\s?\.\s?"
QUOTE = r"['’‘`´′＇]"
YEAR4 = r"(?:1[89]|20|21)\d\d"
YEAR2 = rf"{QUOTE}\s?\d\d"
YEAR = rf"(?:{YEAR4}|{YEAR2})"
MONTH = r"(?:1[0-2]|0?[1-9])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
Y, M, D = r"(?:\s?(?:년도?|年度?))", r"(?:\s?[월月])", r"(?:\s?[일日])"
QUARTER = r"(?:\s?분기|\s?[/·ㆍ・∙‧•]\s?4\s?분기)"
WEEKDAY = r"\(\s?(?:[월화수목금토일]|[月火水木金土日])(?:요일)?(?:\s?[,·]\s?현지\s?시간)?\s?\)"
#: Behind these the dotted figures before are decimals or a version, no date.
NO_FIGURE = (
    r"(?![\d%％‰A-Za-z]|\.\d|\s(?:[a-z]{1,3}|[kMGT]Wh?|Tcf|[KMGT]B|US)\b|\s?(?:[%％℃㎞㎡㎏㎾]|[조억만]|천\s?[만억명원달]"
    r"|(?:원|배|불|명|개|건|톤|대|점|도|회)(?![가-힣])|배럴|달러|유로|포인트|개월|개국|개사|퍼센트))"
)
#: Behind these '1.5일' is a count of days.
NO_COUNT = (
    r"(?![은는에의자]?\s?(?:적|많|줄|늘|짧|길|빨|느|앞|감소|증가|단축|부족|이상|이하|수준|만|정도|가량|쉬))"
)
NO_AVERAGE = r"(?<!평균\s)(?<!일수\s)(?<!일수는\s)(?<!최대\s)(?<!하루\s)(?<!약\s)"
#: '6일 전 세계': 전 means 'all' before some nouns.
_ALL_OF = "세계|국민|직원|품목|차종|산업|지역|구간|종목|업종|매장|계열|공정|회원|과정|거래|부처|부문"
SHIFT_END = rf"(?:(?![가-힣])(?!\s(?:{_ALL_OF}))|(?=에|부터|까지|보다|쯤|의|인|만))"
#: What stands after '(7.12' where it is a day and no figure.
_DAY_CONTEXT = "발표|개최|체결|시행|공고|의결|접수|예정|기준|현재|서울|부산|세종"
#: What stands before '(3.16)' where it is a day: what came about on it.
_DONE = (
    "완료|개최|체결|발표|선정|시행|착공|준공|확정|의결|공고|제정|개정|출범|방문|서명|발효|회의|회담|승인|지정|구성|발족"
    "|설립|배포|통과|마감|착수|개통|폐막|개막|협의|면담|위촉|임명|취임|파견|방한|회동|포럼|총회"
)
_HELD = "간담회|설명회|공청회|세미나|박람회|전시회"
_EDITION = r"\s?(?:조간|석간|오[전후])"

_FORMS = {
    "shift": rf"\d{{1,3}}\s?(?:일|주일?|달|개월|년|해)\s?(?:이?전|뒤|후){SHIFT_END}",
    "compact": r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d|[,.]\d|\s?[억만천원명개])",
    "ymdrange": (
        rf"{YEAR}{DOT}{MONTH}{DOT}{DAY}\.?{TILDE}(?:{MONTH}{DOT})?{DAY}(?!{DOT}\d|\s?:){NO_FIGURE}\.?"
    ),
    "ymd": rf"{YEAR}{DOT}{MONTH}{DOT}{DAY}(?![\d%]|[,.]\d)(?:{D}|\.(?!\d))?",
    "ymd2": rf"\d\d\.{MONTH}\.{DAY}(?=\.?\s?{WEEKDAY})\.?",
    "slashed": rf"(?:{YEAR4}|\d\d)/{MONTH}/{DAY}(?![\d/])",
    "dashed": rf"{YEAR4}-{MONTH}-{DAY}(?![\d-])",
    "ym": rf"{YEAR}{DOT}{MONTH}{M}",
    "ymbare": (
        rf"(?:{YEAR4}\.{MONTH}|{YEAR2}\.{MONTH}(?![^'’\n]{{0,20}}[^\d\s(~∼]['’]))"
        r"(?![\d%]|[.,]\d|\s?분기|/\d|Q)\.?(?!\s?[억만천조배])"
    ),
    "ym2": rf"\d\d\.{MONTH}{M}",
    "ydashm": rf"{YEAR4}-(?:0[1-9]|1[0-2])(?![\d-]|\s?년)",
    "mdrange": rf"{MONTH}{DOT}{DAY}\.?{D}?{TILDE}(?:{MONTH}{DOT})?{DAY}(?!\s?:){NO_FIGURE}\.?{D}?",
    "md": (
        rf"{MONTH}{DOT}{DAY}\.?{D}?(?=\s?{WEEKDAY})"
        rf"|{NO_AVERAGE}{MONTH}\.[1-9]일(?=[은는에의자]?[\s,)]|부터|까지){NO_COUNT}"
        rf"|{MONTH}\.\s?{DAY}(?:\.(?=\s?\d{{1,2}}:\d\d|\s?[~∼)]|{_EDITION})|(?<=\d\d){D})"
        rf"|(?<=\(){MONTH}\.{DAY}(?=[~∼]|,\s?[가-힣]|\s?(?:{_DAY_CONTEXT}))"
        rf"|(?:(?<=[~∼])|(?<=[~∼]\s)){MONTH}\.{DAY}(?=\)|\s?까지)"
        rf"|(?<=(?:{_DONE})\(){MONTH}\.{DAY}(?=\))|(?<=(?:{_HELD})\(){MONTH}\.{DAY}(?=\))|(?<=금년\s){MONTH}\.{DAY}(?=에(?!서)|부터|까지)"
    ),
    "mslashd": (
        rf"{MONTH}/{DAY}(?![\d/%])(?=\s?{WEEKDAY}|{D}|\s?[~∼]\s?\d|\s(?:오[전후]|{_DAY_CONTEXT})|\s?$)"
    ),
    "decade": rf"(?:(?:{YEAR4}|{QUOTE}?[1-9]0)(?:\s?년대?)?{TILDE})?(?:{YEAR4}|{QUOTE}?[1-9]0)\s?년대",
    "years": (
        rf"{YEAR}{Y}?{TILDE}(?:{YEAR}|\d\d){Y}"
        rf"|{YEAR4}{WAVE}{YEAR4}(?![\d%]|\s?[가-힣]{0, 3}[원명개대])"
        rf"|(?<=\(){YEAR4}-{YEAR4}(?=\))"
        rf"|{YEAR2}{WAVE}{QUOTE}?\d\d(?!\d|{M}|{DOT}\d)"
    ),
    "yearlist": rf"{YEAR}(?:{LIST}{YEAR}){{1,8}}{Y}",
    "yq": rf"{YEAR}\.\s?[1-4](?:{QUARTER}|\s?Q|/4)",
    "year": (
        rf"{YEAR}{Y}|{YEAR4}\s?회계\s?연도|{YEAR}\.?(?=\s?(?:[上下]|[상하]반기))"
        rf"|{YEAR}(?=\s?[1-4](?:Q|{QUARTER}))|(?<=\(){YEAR2}(?=\))"
    ),
    "cell": rf"(?<![^\t\n|])(?:\d\d\s?년|{YEAR4})(?=[\t\n|]|$)",
    "short": (
        rf"\d\d\s?년도(?!\w)|\d\d{Y}(?=\s?(?:\d{{1,2}}\s?월|[1-4]{QUARTER}|[상하]반기|[上下]|말(?:까지|부터|에|\s|$|[),.])))"
    ),
    "quarters": rf"[1-4]{QUARTER}?{TILDE}[1-4]{QUARTER}",
    "quarterlist": r"[1-4](?:\s?분기)?(?:\s?,\s?[1-4]){1,3}\s?분기|[12][·ㆍ・∙‧•][23]\s?분기",
    "quarter": rf"[1-4]{QUARTER}|[1-4]Q(?![A-Za-z0-9])",
    "months": rf"{MONTH}{M}?{TILDE}{MONTH}{M}(?!\d)",
    "monthlist": rf"{MONTH}(?:{LIST}{MONTH}){{1,11}}{M}",
    "month": rf"{MONTH}{M}",
    "days": rf"{DAY}{D}?{TILDE}{DAY}{D}",
    "daylist": rf"{DAY}(?:(?:{LIST}|[과와]\s){DAY}){{1,9}}{D}",
    "day": rf"{DAY}{D}",
    "named": rf"{DAY}(?=\s?{WEEKDAY})",
    "ordinal": (
        r"[1-6]\s?(?:째|번째)?\s?주(?:차(?![가-힣])|(?=\s?[월화수목금토일]요일))|[1-6]째\s?주(?![가-힣])"
    ),
    "half": r"[12]H(?![A-Za-z0-9])",
}
#: The forms that are possible when this follows the first figure, a space between or not; else all are.
_FORMS_BY_UNIT = {
    "월": ("months", "month"),
    "일": ("shift", "days", "day"),
    "년": ("shift", "decade", "years", "yearlist", "cell", "short", "year"),
    ".": ("ymdrange", "ymd", "ymd2", "ym", "ymbare", "ym2", "mdrange", "md", "yq", "year"),
    "(": ("named",),
    "주": ("shift", "ordinal"),
    "달": ("shift",),
    "개": ("shift",),
    "해": ("shift",),
    "째": ("ordinal",),
    "번": ("ordinal",),
    "분": ("quarters", "quarterlist", "quarter"),
    "Q": ("quarter",),
    "H": ("half",),
}
#: Figures that a date can begin with; most figures of an article are turned away here.
_FIGURES = lazy(
    r"\d{1,4}(?=\s?[년월일분.~∼～〜–—/·ㆍ・∙‧•,(째번주달개해상하회上下年月日QH)-]|[과와]\s\d{1,2}일|[\t\n|]|$)|\d{8}"
)
_FIGURE = lazy(rf"{QUOTE}?\s?(\d+)")
#: The 4 of '3/4분기' counts nothing.
_QUARTERS = lazy(r"(\d)(?:\s?[/·ㆍ・∙‧•]\s?4(?=\D|$))?")
_QUOTES = "'’‘`´′＇"
_QUOTED = lazy(rf"{QUOTE}\s?$")
_UNIT = lazy(r"(일|주|달|개월|년|해)?(?:일)?\s?이?(전|뒤|후)$")
#: Forms of one figure, which is their value.
_SINGLE = ("day", "month")
_UNITS = {"일": "day", "주": "week", "달": "month", "개월": "month", "년": "year", "해": "year"}


@cache
def _form(unit: str) -> re.Pattern[str]:
    """Return the pattern of all forms whose first figure can be followed by a unit at once."""
    names = _FORMS_BY_UNIT.get(unit, tuple(_FORMS))
    return re.compile("|".join(f"(?P<{name}>{_FORMS[name]})" for name in names))


def _plain_part(text: str, start: int, end: int) -> Atom | None:
    """Read '2019년', '9월' or '27일' with nothing behind it that could make it more than that."""
    low, high, slot, more = _PLAIN_PARTS.get(text[end : end + 1], (1, 0, "", ""))
    if not low <= (value := int(text[start:end])) <= high or end - start > len(str(high)):
        return None
    behind = text[end + 1 : end + 3].lstrip(" ")[:1]
    if not behind or behind in more or behind in _MAKES_MORE:
        return None
    return Atom(start, end + 1, slot, "is", value, why=f"dates/numeric:{slot}")


#: First and last value, slot, and what goes on with it: decades and years of account, '3일 전'.
_PLAIN_PARTS = {
    "년": (1800, 2199, "year", "대도"),
    "월": (1, 12, "month", ""),
    "일": (1, 31, "day", "이전뒤후"),
}
#: Tildes, and white space that a cell of a table can end with.
_MAKES_MORE = "~∼～〜–—-\t\n\r\x0b\x0c\x85\u00a0\u2028\u2029\u3000|"


def numeric_atoms(text: str) -> Iterator[Atom]:
    """Yield the parts of dates that are written in figures."""
    done = 0
    for figures in _FIGURES.finditer(text):
        first = start = figures.start()
        if start < done:
            continue
        if start:
            before = text[start - 1]
            if before in ":/" or before.isdigit() or ("A" <= before <= "z"):
                continue
            if before in ".," and start > 1 and text[start - 2].isdigit():
                continue
            if (before in _QUOTES or before.isspace()) and (
                quoted := _QUOTED.search(text, max(0, start - 2), start)
            ):
                start = quoted.start()
        end = figures.end()
        if start == first and (atom := _plain_part(text, start, end)) is not None:
            done = atom.end
            yield atom
            continue
        unit = text[end : end + 2].lstrip()[:1]
        form = _form(unit if unit in _FORMS_BY_UNIT else "")
        match = form.match(text, start) or (form.match(text, first) if start < first else None)
        if match is None:
            continue
        done, kind = match.end(), match.lastgroup
        if kind in _SINGLE and start == first:
            yield Atom(start, done, kind, "is", int(figures[0]), why=f"dates/numeric:{kind}")
        else:
            yield from _read(match)


def full_year(figure: str) -> int:
    """Return the year that a figure of two or four digits stands for: '19' 2019, '97' 1997."""
    year = int(figure)
    if len(figure) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def shift(match: re.Match[str], number: int, why: str) -> Atom:
    """Read '2주 전': the mode is the unit, the value the steps from the day of publication."""
    words = _UNIT.search(match[0])
    assert words is not None
    sign = -1 if words[2] == "전" else 1
    unit = _UNITS.get(words[1], "day")
    return Atom(match.start(), match.end(), "shift", unit, sign * number, why=why)


def _read(match: re.Match[str]) -> Iterator[Atom]:
    kind = match.lastgroup or ""
    start, end = match.span()
    places = [(m.start(), m[1]) for m in _FIGURE.finditer(match.string, start, end)]
    figures = [figure for _, figure in places]
    why = f"dates/numeric:{kind}"
    if kind in _PIECES:
        yield from _pieces(match, places, _PIECES[kind], why)
    elif kind in ("mdrange", "ymdrange"):
        yield from _dotted_range(match, places, why)
    elif kind == "compact":
        for slot, low, high in (("year", 0, 4), ("month", 4, 6), ("day", 6, 8)):
            yield Atom(start + low, start + high, slot, "is", int(figures[0][low:high]), why=why)
    elif kind == "decade":
        first = _decade(figures[0])
        last = first if len(figures) < 2 else _decade(figures[1], first)
        yield Atom(start, end, "decade", "is", first, last, why)
    elif kind == "years":
        first = full_year(figures[0])
        yield Atom(start, end, "year", "range", first, _later_year(first, figures[1]), why)
    elif kind == "yearlist":
        years = [full_year(figure) for figure in figures]
        if years == list(range(years[0], years[-1] + 1)):
            yield Atom(start, end, "year", "range", years[0], years[-1], why)
        else:
            for i, ((low, _), year) in enumerate(zip(places, years, strict=True)):
                high = (
                    end if i + 1 == len(years) else low + len(places[i][1]) + (match.string[low] in _QUOTES)
                )
                yield Atom(low, high, "year", "is", year, why=why)
    elif kind == "cell" and len(figures[0]) == 4 and not _in_years_row(match):
        return
    elif kind in ("year", "short", "cell"):
        yield Atom(start, end, "year", "is", full_year(figures[0]), why=why)
    elif kind == "ordinal":
        yield Atom(start, end, "nth", "week", int(figures[0]), why=why)
    elif kind == "shift":
        yield shift(match, int(figures[0]), why)
    else:
        if "quarter" in kind:
            figures = _QUARTERS.findall(match[0])
        yield from _plain(match, kind, figures, why)


def _in_years_row(match: re.Match[str]) -> bool:
    """Tell whether a bare '2016' has a line for itself, or other years beside it in a row of a table."""
    text, (start, end) = match.string, match.span()
    before, after = text[max(0, start - 5) : start], text[end : end + 5]
    alone = before[-1:] in ("", "\n") and after[:1] in ("", "\n")
    return alone or _YEAR_CELL.fullmatch(before) is not None or _YEAR_CELL.fullmatch(after) is not None


_YEAR_CELL = lazy(rf"[\t|]?{YEAR4}[\t|]?")
_PIECES = {
    "ymd": ("year", "month", "day"),
    "ymd2": ("year", "month", "day"),
    "slashed": ("year", "month", "day"),
    "dashed": ("year", "month", "day"),
    "ym": ("year", "month"),
    "ymbare": ("year", "month"),
    "ym2": ("year", "month"),
    "ydashm": ("year", "month"),
    "yq": ("year", "quarter"),
    "md": ("month", "day"),
    "mslashd": ("month", "day"),
}


def _pieces(
    match: re.Match[str], places: list[tuple[int, str]], slots: tuple[str, ...], why: str
) -> Iterator[Atom]:
    """Yield one part a figure; each reaches to the next one, so that nothing lies between them."""
    start = match.start()
    for i, slot in enumerate(slots):
        end = match.end() if i + 1 == len(slots) else places[i + 1][0]
        figure = places[i][1]
        yield Atom(start, end, slot, "is", full_year(figure) if slot == "year" else int(figure), why=why)
        start = end


def _dotted_range(match: re.Match[str], places: list[tuple[int, str]], why: str) -> Iterator[Atom]:
    """Read '7.10~8.10' and "'19.9.27~28": the tilde stays between the parts."""
    start = match.start()
    if match.lastgroup == "ymdrange":
        yield Atom(start, places[1][0], "year", "is", full_year(places[0][1]), why=why)
        start, places = places[1][0], places[1:]
    yield Atom(start, places[1][0], "month", "is", int(places[0][1]), why=why)
    tilde = re.compile(TILDE).search(match.string, places[1][0] + len(places[1][1]), places[2][0])
    yield Atom(
        places[1][0], tilde.start() if tilde else places[2][0], "day", "is", int(places[1][1]), why=why
    )
    if len(places) == 4:
        yield Atom(places[2][0], places[3][0], "month", "is", int(places[2][1]), why=why)
    yield Atom(places[-1][0], match.end(), "day", "is", int(places[-1][1]), why=why)


def _decade(figure: str, first: int = 0) -> int:
    year = int(figure)
    if len(figure) > 2:
        return year - year % 10
    if first:
        return first - first % 100 + year
    return year + (2000 if year < 30 else 1900)


def _later_year(first: int, figure: str) -> int:
    """Return the last year of a range: two digits stay in the century of the first, or the next one."""
    if len(figure) > 2:
        return int(figure)
    year = first - first % 100 + int(figure)
    return year if year >= first else year + 100


_SLOTS = {
    "months": "month",
    "monthlist": "month",
    "days": "day",
    "daylist": "day",
    "named": "day",
    "quarters": "quarter",
    "quarterlist": "quarter",
}


def _plain(match: re.Match[str], kind: str, figures: list[str], why: str) -> Iterator[Atom]:
    """Read days, months, quarters and halves: one, a range or a list."""
    slot = _SLOTS.get(kind, kind)
    (start, end), values = match.span(), [int(figure) for figure in figures]
    if kind.endswith("list"):
        if values == list(range(values[0], values[-1] + 1)):
            yield Atom(start, end, slot, "range", values[0], values[-1], why)
            return
        for i, place in enumerate(re.finditer(r"\d+", match[0])):
            stop = end if i + 1 == len(values) else start + place.end()
            yield Atom(start + place.start(), stop, slot, "is", values[i], why=why)
    elif kind in ("months", "days", "quarters"):
        yield Atom(start, end, slot, "range", values[0], values[-1], why)
    else:
        yield Atom(start, end, slot, "is", values[0], why=why)
