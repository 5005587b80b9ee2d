"""Parts of dates written in Hangul numerals or in Chinese characters, and days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.dates.atom import Atom
from extractor.dates.lazy import lazy
from extractor.dates.numeric import SHIFT_END, WEEKDAY, shift
from extractor.dates.words import words_by_text
from extractor.load import beginnings
from extractor.numbers import parse_number

_SINO = "[일이삼사오육칠팔구십]"
_MONTHS = {
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "유": 6, "육": 6, "칠": 7, "팔": 8, "구": 9, "시": 10,
    "십": 10, "십일": 11, "십이": 12,
}  # fmt: skip
#: The forms that native numbers have before a counter, where they differ from those that stand alone.
_COUNTING = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4}
_NATIVE = (*_COUNTING, "다섯", "여섯", "일곱", "여덟", "아홉", "열")
_WEEKDAYS = {c: i for chars in ("월화수목금토일", "月火水木金土日") for i, c in enumerate(chars)}
_HANJA_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")

_WEEKDAY = lazy(rf"[월화수목금토일]요일(?!판|반|장)|{WEEKDAY}")
_HANJA = lazy(
    r"(?P<year>[〇○零一二三四五六七八九]{4}年)|(?P<month>(?:十[一二]?|[一二三四五六七八九])月)"
    r"|(?P<day>(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)"
)
#: '다음 3주', '지난 두 달': so many whole weeks, months or years; with 간, 동안 it is a length of time.
_COUNTED = lazy(
    r"(?P<way>지난|다음)(?<!\w..)\s?(?P<number>\d{1,2}|[두세네]|[삼사오]|이(?=주(?:$|[.,)])))\s?(?P<unit>주|달|년)"
    r"(?![가-힣]|\s(?:간|동안|사이|새|만|연속|째|전|뒤|후|내내|평균))"
)
_DAY = lazy(rf"\s?({_SINO}{{1,4}})일(?!요)")


@cache
def _spans() -> list[str]:
    return [word for word, row in words_by_text().items() if row.get("kind") == "span"]


@cache
def _spelled() -> re.Pattern[str]:
    """Return the pattern of spelled years, months and quarters, and of '사흘 전', '두 달 뒤'."""
    months = "|".join(sorted(_MONTHS, key=len, reverse=True))
    return re.compile(
        rf"(?:(?:{'|'.join(_spans())})|(?:{'|'.join(_NATIVE)})\s?(?:주일?|달|해))\s?(?:이?전|뒤|후){SHIFT_END}"
        rf"|(?:이천|천[구팔]백)(?:{_SINO}{{0,4}})\s?년(?![가-힣])|이공[일이삼사오육칠팔구공]{{2}}년(?![가-힣])"
        rf"|(?:{months})월(?=\s?(?:{_SINO}{{1,4}}일|\d))|[유시]월(?:(?![가-힣])|(?=에|까지|부터))"
        r"|[일이삼사]사?분기"
    )


@cache
def _begins() -> re.Pattern[str]:
    """Return the pattern of where `_spelled` can match."""
    counted = [f"{number} {unit}" for number in _NATIVE for unit in "주달해" if len(number) == 1]
    words = [*_spans(), *(n for n in _NATIVE if len(n) > 1), *counted, *(f"{month}월" for month in _MONTHS)]
    words += ["이천", "이공", "천구", "천팔", *(a + b for a in "일이삼사" for b in "사분")]
    return beginnings(words, r"(?:(?<!\w.)|(?<=[년월].))")


def worded_atoms(text: str) -> Iterator[Atom]:
    """Yield weekdays and the parts of dates that are spelled out."""
    for match in _WEEKDAY.finditer(text):
        letter = match[0].removeprefix("(").lstrip()[0]
        mode = "bracket" if match[0][0] == "(" else "is"
        yield Atom(*match.span(), "weekday", mode, _WEEKDAYS[letter], why="dates/worded:weekday")
    for match in _COUNTED.finditer(text):
        way, unit = match["way"], match["unit"]
        if way == "다음" or unit != "년":
            figure = match["number"]
            number = _COUNTING.get(figure) or (
                int(figure) if figure.isdigit() else int(parse_number(figure) or 0)
            )
            mode = {"주": "week", "달": "month", "년": "year"}[unit]
            yield Atom(
                *match.span(), "count", mode, number if way == "다음" else -number, why="dates/worded:count"
            )
    for begin in _begins().finditer(text):
        if spelled := _spelled().match(text, begin.start()):
            yield from _read(spelled)
    if "年" in text or "月" in text or "日" in text:
        yield from _hanja(text)


def _read(match: re.Match[str]) -> Iterator[Atom]:
    text, (start, end) = match[0], match.span()
    if text[-1] in "전뒤후":
        yield from _shift(match)
    elif text[-1] == "년":
        year = parse_number(text.rstrip("년 "))
        if year is not None:
            yield Atom(start, end, "year", "is", int(year), why="dates/worded:year")
    elif text[-1] == "월":
        yield Atom(start, end, "month", "is", _MONTHS[text[:-1]], why="dates/worded:month")
        if day := _DAY.match(match.string, end):
            number = parse_number(day[1])
            if number is not None:
                yield Atom(end, day.end(), "day", "is", int(number), why="dates/worded:day")
    else:
        number_of = "일이삼사".index(text[0]) + 1
        yield Atom(start, end, "quarter", "is", number_of, why="dates/worded:quarter")


def _shift(match: re.Match[str]) -> Iterator[Atom]:
    word = re.split(r"\s?(?:주일?|달|해)?\s?이?[전뒤후]$", match[0])[0]
    row = words_by_text().get(word)
    if row is not None and row.get("kind") == "span":
        yield shift(match, int(row["value"]), row.where)
        return
    number = _COUNTING.get(word) or int(parse_number(word) or 0)
    if number:
        yield shift(match, number, "dates/worded:shift")


def _hanja(text: str) -> Iterator[Atom]:
    for match in _HANJA.finditer(text):
        start, end = match.span()
        slot = match.lastgroup or ""
        digits = match[0][:-1]
        value = int(digits.translate(_HANJA_DIGITS)) if slot == "year" else _below_hundred(digits)
        yield Atom(start, end, slot, "is", value, why=f"dates/worded:hanja {slot}")


def _below_hundred(text: str) -> int:
    """Return the value of a number below 100 in Chinese characters ('二十三')."""
    tens, ten, ones = text.rpartition("十")
    value = int(ones.translate(_HANJA_DIGITS)) if ones else 0
    if ten:
        value += 10 * (int(tens.translate(_HANJA_DIGITS)) if tens else 1)
    return value
