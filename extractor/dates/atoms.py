"""The smallest parts of a date as they stand in a text: years, months, days, and the words for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from extractor.dates.words import eras, stands_alone, words_by_text, words_pattern
from extractor.numbers import parse_number

#: What a part fills, from the largest to the smallest. Parts of one date follow each other in this order.
RANK = {
    "toward": 0,
    "lunar": 0,
    "decade": 1,
    "year": 1,
    "quarter": 3,
    "half": 3,
    "season": 3,
    "month": 3,
    "week": 3,
    "year_part": 3,
    "month_part": 3,
    "holiday": 3,
    "same": 3,
    "nth": 4,
    "weekend": 5,
    "part": 6,
    "last_day": 6,
    "day": 6,
    "weekday": 7,
}


class Atom(NamedTuple):
    """A part of a date.

    ``mode`` is 'is' (a figure), 'list' (several that share a unit), 'range', 'step' (counted from the day of
    publication), 'of' (counted from the date last named) or the word's own value.
    """

    start: int
    end: int
    slot: str
    mode: str
    value: int = 0
    last: int = 0
    why: str = ""
    more: tuple[int, ...] = ()


TILDE = r"\s?[~∼～〜–—-]\s?"
QUOTE = r"['’‘`´′＇]"
YEAR4 = r"(?:1[89]|20|21)\d\d"
YEAR2 = rf"{QUOTE}\s?\d\d"
YEAR = rf"(?:{YEAR4}|{YEAR2})"
MONTH = r"(?:1[0-2]|0?[1-9])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
WEEKDAY = r"\(\s?(?:[월화수목금토일]|[月火水木金土日])(?:요일)?\s?\)"
YEAR_UNIT = r"(?:\s?(?:년도?|年度?))"
MONTH_UNIT = r"(?:\s?[월月])"
DAY_UNIT = r"(?:\s?[일日])"
DOT = r"\s?\.\s?"
#: A figure behind which the dotted numbers before it are decimals or a version, no date.
NO_FIGURE = (
    r"(?![\d%％‰]|\.\d|\s?(?:[%％℃㎞㎡㎏㎾A-Za-z]|[조억만]|천\s?[만억명원달]|(?:원|배|불|명|개|건|톤|대|점|도|회)(?![가-힣])"
    r"|배럴|달러|유로|포인트|개월|개국|개사|퍼센트))"
)
#: '6일 전 세계': 전 is 'all' before some nouns.
AFTER_SHIFT = r"(?![가-힣])(?!\s(?:세계|국민|직원|품목|차종|산업|지역|구간|종목|업종|매장|계열|공정|회원|과정|거래|부처|부문))|(?=에|부터|까지|보다|쯤|의|인|만)"
_NUMERIC = rf"""
  (?P<shift>\d{{1,3}}\s?(?:일|주일?|달|개월|년|해)\s?(?:전|뒤|후)(?:{AFTER_SHIFT}))
|  (?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d|[,.]\d|\s?[억만천원명개])
| (?P<ymdrange>{YEAR}{DOT}{MONTH}{DOT}{DAY}\.?{TILDE}(?:{MONTH}{DOT})?{DAY}(?!{DOT}\d|\s?:){NO_FIGURE}\.?)
| (?P<ymd>{YEAR}{DOT}{MONTH}{DOT}{DAY}(?![\d%]|[,.]\d)(?:{DAY_UNIT}|\.(?!\d))?)
| (?P<ymd2>\d\d\.{MONTH}\.{DAY}(?=\.?\s?{WEEKDAY})\.?)
| (?P<slashed>(?:{YEAR4}|\d\d)/{MONTH}/{DAY}(?![\d/]))
| (?P<dashed>{YEAR4}-{MONTH}-{DAY}(?![\d-]))
| (?P<ym>{YEAR}{DOT}{MONTH}{MONTH_UNIT}|(?:{YEAR4}\.{MONTH}|{YEAR2}\.{MONTH}(?![^'’\n]{{0,20}}[^\d\s(~∼]['’]))
     (?![\d%]|[.,]\d|\s?분기|/\d|Q)\.?(?!\s?[억만천조배]))
| (?P<ym2>\d\d\.{MONTH}{MONTH_UNIT})
| (?P<ydashm>{YEAR4}-(?:0[1-9]|1[0-2]))(?![\d-]|\s?년)
| (?P<mdrange>{MONTH}{DOT}{DAY}\.?{DAY_UNIT}?{TILDE}(?:{MONTH}{DOT})?{DAY}(?!\s?:){NO_FIGURE}\.?{DAY_UNIT}?)
| (?P<md>{MONTH}{DOT}{DAY}\.?{DAY_UNIT}?(?=\s?{WEEKDAY})
     |{MONTH}\.\s?{DAY}(?:\.(?=\s?\d{{1,2}}:\d\d|\s?[~∼)]|\s?(?:조간|석간|오[전후]))|(?<=\d\d){DAY_UNIT})
     |(?<=\(){MONTH}\.{DAY}(?=[~∼]|,\s?[가-힣]|\s?(?:발표|개최|체결|시행|공고|의결|접수|예정|기준|현재|서울|부산|세종))
     |(?<=[~∼]){MONTH}\.{DAY}(?=\)|\s?까지)
     |(?<=[~∼]\s){MONTH}\.{DAY}(?=\)|\s?까지))
| (?P<mslashd>{MONTH}/{DAY}(?![\d/%])(?=\s?{WEEKDAY}|{DAY_UNIT}|\s?[~∼]\s?\d|\s(?:오[전후]|개최|서울|부산|접수|공고)|\s?$))
| (?P<decade>(?:(?:{YEAR4}|{QUOTE}?[1-9]0)(?:\s?년대?)?{TILDE})?(?:{YEAR4}|{QUOTE}?[1-9]0)\s?년대)
| (?P<years>{YEAR}(?:{YEAR_UNIT})?{TILDE}(?:{YEAR}|\d\d){YEAR_UNIT}
     |{YEAR4}\s?[~∼～〜]\s?{YEAR4}(?![\d%]|\s?[가-힣]*[원명개대])
     |(?<=\(){YEAR4}-{YEAR4}(?=\))
     |{YEAR2}\s?[~∼～〜]\s?{QUOTE}?\d\d(?!\d|{MONTH_UNIT}|{DOT}\d))
| (?P<yearlist>{YEAR}(?:\s?[·ㆍ・,]\s?{YEAR})+{YEAR_UNIT})
| (?P<yq>{YEAR}\.\s?[1-4](?:\s?/\s?4)?\s?(?:분기|Q|(?<=/4)))
| (?P<year>{YEAR}{YEAR_UNIT}|{YEAR4}\s?회계\s?연도
     |{YEAR}\.?(?=\s?(?:[上下]|[상하]반기))|{YEAR}(?=\s?[1-4](?:Q|\s?[/·]\s?4|\s?분기))|(?<=\(){YEAR2}(?=\)))
| (?P<short>\d\d\s?년도?(?=\s?(?:\d{{1,2}}\s?월|[1-4]\s?[/·]?\s?4?\s?분기|[상하]반기|도\s|[上下])))
| (?P<quarters>[1-4]\s?(?:[/·]\s?4\s?)?(?:분기)?{TILDE}[1-4]\s?(?:[/·]\s?4\s?)?분기)
| (?P<quarterlist>[1-4](?:\s?분기)?(?:\s?,\s?[1-4])+\s?분기|[12]·[23]\s?분기)
| (?P<quarter>[1-4]\s?(?:[/·]\s?4\s?)?분기|[1-4]Q(?![A-Za-z0-9]))
| (?P<months>{MONTH}(?:{MONTH_UNIT})?{TILDE}{MONTH}{MONTH_UNIT}(?!\d))
| (?P<monthlist>{MONTH}(?:\s?[·ㆍ・,]\s?{MONTH})+{MONTH_UNIT})
| (?P<month>{MONTH}{MONTH_UNIT})
| (?P<days>{DAY}(?:{DAY_UNIT})?{TILDE}{DAY}{DAY_UNIT})
| (?P<daylist>{DAY}(?:\s?[·ㆍ・,]\s?{DAY})+{DAY_UNIT})
| (?P<day>{DAY}{DAY_UNIT})
| (?P<named>{DAY}(?=\s?{WEEKDAY}))
| (?P<ordinal>[1-6]\s?(?:째|번째)?\s?주(?:차(?![가-힣])|(?=\s?[월화수목금토일]요일))|[1-6]째\s?주(?![가-힣]))
| (?P<half>[12]H(?![A-Za-z0-9]))
"""
_HANGUL_MONTHS = {
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "유": 6, "육": 6, "칠": 7, "팔": 8, "구": 9, "시": 10, "십": 10, "십일": 11,
    "십이": 12,
}  # fmt: skip
_HANJA_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_WORDED = rf"""
  (?P<wordshift>(?:(?P<span>@SPANS@)|(?:한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열)\s?(?:주일?|달|해))\s?(?:전|뒤|후)(?:{AFTER_SHIFT}))
|  (?P<hangulyear>(?:이천|천구백|천팔백)[일이삼사오육칠팔구십]{{0,4}}\s?년(?![가-힣])|이공[일이삼사오육칠팔구공]{{2}}년(?![가-힣]))
| (?P<hangulmonth>(?:십[일이]?|[일이삼사오유칠팔구시])월(?=\s?(?:[일이삼사오육칠팔구십]{{1,4}}일|\d))|(?:유|시)월(?![가-힣])|(?:유|시)월(?=에|까지|부터))
| (?P<hangulquarter>[일이삼사](?:사)?분기)
| (?P<hanjayear>[〇○零一二三四五六七八九]{{4}}年)
| (?P<hanjamonth>(?:十[一二]?|[一二三四五六七八九])月)
| (?P<hanjaday>(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)
| (?P<weekday>{WEEKDAY}|[월화수목금토일]요일(?!판|반))
"""
_HANGUL_DAY = re.compile(r"\s?([일이삼사오육칠팔구십]{1,4})일(?!요)")
#: Only at such a place can a date begin; most figures of an article are turned away here.
_NUMERIC_PATTERN = re.compile(
    rf"(?<![\d:/A-Za-z])(?<!\d[.,])"
    rf"(?={QUOTE}?\s?\d\d?\d?\d?\s?[년월일분.~∼～〜–—/·ㆍ・,(째번주달개해상하회上下年月日QH)-]|\d{{8}})(?:{_NUMERIC})",
    re.VERBOSE,
)
_FIGURE = re.compile(rf"{QUOTE}?\s?(\d+)")
_WEEKDAYS = {c: i for chars in ("월화수목금토일", "月火水木金土日") for i, c in enumerate(chars)}
_SPACES = re.compile(r"\s+")
_STEPS = ("year", "month", "day", "week", "quarter")


@cache
def _worded_pattern() -> re.Pattern[str]:
    spans = "|".join(word for word, row in words_by_text().items() if row.get("kind") == "span")
    return re.compile(_WORDED.replace("@SPANS@", spans), re.VERBOSE)


def atoms(text: str) -> list[Atom]:
    """Return all parts of dates in a text, in order and without overlap."""
    found: list[Atom] = []
    for match in _NUMERIC_PATTERN.finditer(text):
        found.extend(_read_numeric(match))
    for match in _worded_pattern().finditer(text):
        found.extend(_read_worded(match))
    for match in words_pattern().finditer(text):
        found.extend(_read_word(match))
    found.sort(key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def full_year(figure: str) -> int:
    """Return the year that a figure of two or four digits stands for: '19' 2019, '97' 1997."""
    year = int(figure)
    if len(figure) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def _later_year(first: int, figure: str) -> int:
    """Return the last year of a range: two digits stay in the century of the first, or the next one."""
    if len(figure) > 2:
        return int(figure)
    year = first - first % 100 + int(figure)
    return year if year >= first else year + 100


def _read_numeric(match: re.Match[str]) -> Iterator[Atom]:
    kind = match.lastgroup or ""
    text, offset = match.string, match.start()
    places = [(m.start(), m.end(), m[1]) for m in _FIGURE.finditer(text, match.start(), match.end())]
    figures = [figure for _, _, figure in places]
    why = f"dates/atoms:{kind}"

    def pieces(*slots: str) -> Iterator[Atom]:
        """One atom a figure; each reaches to the next one, so that nothing lies between them."""
        start = offset
        for i, slot in enumerate(slots):
            last = i + 1 == len(slots)
            end = match.end() if last else places[i + 1][0]
            value = full_year(figures[i]) if slot == "year" else int(figures[i])
            yield Atom(start, end, slot, "is", value, why=why)
            start = end

    def one(slot: str, mode: str, value: int, last: int = 0, more: tuple[int, ...] = ()) -> Atom:
        return Atom(offset, match.end(), slot, mode, value, last, why, more)

    if kind in ("ymd", "ymd2", "slashed", "dashed"):
        yield from pieces("year", "month", "day")
    elif kind in ("ym", "ym2", "ydashm"):
        yield from pieces("year", "month")
    elif kind == "yq":
        yield Atom(offset, places[1][0], "year", "is", full_year(figures[0]), why=why)
        yield Atom(places[1][0], match.end(), "quarter", "is", int(figures[1]), why=why)
    elif kind in ("md", "mslashd"):
        yield from pieces("month", "day")
    elif kind in ("mdrange", "ymdrange"):
        if kind == "ymdrange":
            yield Atom(offset, places[1][0], "year", "is", full_year(figures[0]), why=why)
            offset = places[1][0]
            places, figures = places[1:], figures[1:]
        tilde = places[2][0]
        for head in "~∼～〜–—-":
            cut = text.rfind(head, places[1][1], tilde)
            if cut >= 0:
                tilde = cut
        yield Atom(offset, places[1][0], "month", "is", int(figures[0]), why=why)
        yield Atom(places[1][0], tilde, "day", "is", int(figures[1]), why=why)
        if len(figures) == 4:
            yield Atom(places[2][0], places[3][0], "month", "is", int(figures[2]), why=why)
        yield Atom(places[-1][0], match.end(), "day", "is", int(figures[-1]), why=why)
    elif kind == "compact":
        figure = figures[0]
        for slot, low, high in (("year", 0, 4), ("month", 4, 6), ("day", 6, 8)):
            yield Atom(offset + low, offset + high, slot, "is", int(figure[low:high]), why=why)
    elif kind == "decade":
        first = _decade(figures[0])
        last = first if len(figures) < 2 else _decade(figures[1], first)
        yield one("decade", "is", first, last)
    elif kind == "years":
        first = full_year(figures[0])
        yield one("year", "range", first, _later_year(first, figures[1]))
    elif kind == "yearlist":
        years = tuple(full_year(figure) for figure in figures)
        yield one("year", "list", years[0], more=years)
    elif kind in ("year", "short"):
        yield one("year", "is", full_year(figures[0]))
    elif kind == "half":
        yield one("half", "is", int(figures[0]))
    elif kind == "ordinal":
        yield one("nth", "week", int(figures[0]))
    elif kind == "shift":
        yield _shift(match, int(figures[0]), why)
    else:
        yield from _plural(kind, figures, one)


def _decade(figure: str, first: int = 0) -> int:
    year = int(figure)
    if len(figure) > 2:
        return year - year % 10
    if first:
        return first - first % 100 + year
    return year + (2000 if year < 30 else 1900)


_PLURAL = {
    "months": "month",
    "days": "day",
    "quarters": "quarter",
    "monthlist": "month",
    "daylist": "day",
    "quarterlist": "quarter",
}


def _plural(kind: str, figures: list[str], one: Callable[..., Atom]) -> Iterator[Atom]:
    """Read days, months and quarters: one, a range or a list."""
    slot = _PLURAL.get(kind, "day" if kind == "named" else kind)
    values = tuple(int(figure) for figure in figures)
    if kind.endswith("list"):
        yield one(slot, "list", values[0], more=values)
    elif kind in ("months", "days"):
        yield one(slot, "range", values[0], values[-1])
    elif kind == "quarters":
        numbers = [v for v, end in zip(values, [*values[1:], 0], strict=True)]
        yield one(slot, "range", numbers[0], numbers[-1])
    else:
        yield one(slot, "is", values[0])


_UNIT = re.compile(r"(일|주|달|개월|년|해)?(?:일)?\s?(전|뒤|후)$")
_NATIVE = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4}


def _shift(match: re.Match[str], number: int, why: str) -> Atom:
    """Read '2주 전': ``mode`` is the unit, ``value`` the steps from the day of publication."""
    words = _UNIT.search(match[0])
    assert words is not None
    unit = {"일": "day", "주": "week", "달": "month", "개월": "month", None: "day"}.get(words[1], "year")
    sign = -1 if words[2] == "전" else 1
    return Atom(match.start(), match.end(), "shift", unit, sign * number, why=why)


def _read_worded(match: re.Match[str]) -> Iterator[Atom]:
    kind = match.lastgroup or ""
    why = f"dates/atoms:{kind}"
    text = match[0]
    start, end = match.span()
    if kind == "weekday":
        letter = text.strip("( ")[0]
        mode = "bracket" if text[0] == "(" else "is"
        yield Atom(start, end, "weekday", mode, _WEEKDAYS[letter], why=why)
        return
    if start and match.string[start - 1].isalnum() and match.string[start - 1] not in "년年월月":
        return
    if kind == "wordshift":
        if span := match["span"]:
            row = words_by_text()[span]
            yield _shift(match, int(row["value"]), row.where)
        else:
            head = re.match(r"[가-힣]+?(?=\s?(?:주|달|해))", text)
            word = head[0] if head else ""
            number = _NATIVE.get(word) or int(parse_number(word) or 0)
            yield _shift(match, number, why)
    elif kind == "hangulyear":
        year = parse_number(text.rstrip("년 "))
        if year is not None:
            yield Atom(start, end, "year", "is", int(year), why=why)
    elif kind == "hangulmonth":
        yield Atom(start, end, "month", "is", _HANGUL_MONTHS[text[:-1]], why=why)
        if day := _HANGUL_DAY.match(match.string, end):
            day_number = parse_number(day[1])
            if day_number is not None:
                yield Atom(end, day.end(), "day", "is", int(day_number), why=why)
    elif kind == "hangulquarter":
        yield Atom(start, end, "quarter", "is", "일이삼사".index(text[0]) + 1, why=why)
    elif kind == "hanjayear":
        yield Atom(start, end, "year", "is", int(text[:4].translate(_HANJA_DIGITS)), why=why)
    else:
        slot = "month" if kind == "hanjamonth" else "day"
        yield Atom(start, end, slot, "is", _hanja_number(text[:-1]), why=why)


def _hanja_number(text: str) -> int:
    """Return the value of a number below 100 in Chinese characters ('二十三')."""
    tens, ten, ones = text.rpartition("十")
    value = int(ones.translate(_HANJA_DIGITS) or 0) if ones else 0
    if ten:
        value += 10 * (int(tens.translate(_HANJA_DIGITS)) if tens else 1)
    return value


def _read_word(match: re.Match[str]) -> Iterator[Atom]:
    text, (start, end) = match.string, match.span()
    if match.lastgroup == "era":
        word, figure = _ERA.match(match[0]).group(1, 2)  # type: ignore[union-attr]
        row = eras()[word]
        year = int(row["first"]) + (1 if figure in "원元" else int(figure))
        if (start == 0 or not text[start - 1].isalnum()) and 1 <= year <= 9998:
            yield Atom(start, end, "year", "is", year, why=row.where)
        return
    row = words_by_text()[_SPACES.sub("", match[0])]
    if not stands_alone(text, start, row):
        return
    kind, value = row.get("kind"), row.get("value", "")
    if kind is None:
        yield Atom(start, end, "holiday", row["rule"], why=row.where)
    elif kind in _STEPS and value == "+":
        yield Atom(start, end, kind, "new", 0, why=row.where)
    elif kind in _STEPS:
        yield Atom(start, end, kind, "step", int(value), why=row.where)
    elif kind.endswith("_of"):
        yield Atom(start, end, kind[:-3], "of", int(value), why=row.where)
    elif kind == "half_no":
        number, _, needs = value.partition(" ")
        yield Atom(start, end, "half", needs or "is", int(number), why=row.where)
    elif kind == "season":
        code, _, way = value.partition(" ")
        yield Atom(start, end, "season", way or "is", int(code), why=row.where)
    elif kind == "nth":
        week = _WEEK.match(text, end)
        yield Atom(
            start, week.end() if week else end, "nth", "week" if week else "plain", int(value), why=row.where
        )
    elif kind != "span":
        yield Atom(start, end, kind, value, why=row.where)


_ERA = re.compile(r"(\D+?)\s?(\d+|[원元])\s?[년年]")
_WEEK = re.compile(r"\s?주(?:일(?!요))?(?![가-힣])|\s?주(?=에|의|까지|부터|께|중|째|[월화수목금토일]요일)")
