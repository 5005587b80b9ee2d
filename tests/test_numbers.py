"""The number grammar: forms of the press, six notations of every integer, and what is no number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.load import lexicon
from extractor.numbers import find_numbers, parse_number, read_number

NUMBERS = [
    ("4억8000만", "480000000"),
    ("1조5천억", "1500000000000"),
    ("27억천500만", "2715000000"),
    ("11조 8,135억", "11813500000000"),
    ("1.2조", "1200000000000"),
    ("12만 3천4백", "123400"),
    ("이천칠백삼십오만", "27350000"),
    ("1백17조5천억", "117500000000000"),
    ("35백만", "35000000"),
    ("122백만", "122000000"),
    ("5천171억", "517100000000"),
    ("천 4백만", "14000000"),
    ("23만3865억", "23386500000000"),
    ("13조 100억", "13010000000000"),
    ("449억 8000", "44900008000"),
    ("10억180만", "1001800000"),
    ("３억５,０００만", "350000000"),
    ("4 억 8000 만", "480000000"),
    ("1조\n    5000억", "1500000000000"),
    ("2천5백 여억", "250000000000"),
    ("30여만", "300000"),
    ("0.5", "0.5"),
    ("63.30", "63.3"),
    ("일점오조", "1500000000000"),
    ("이공일구", "2019"),
    ("만이천삼백사십오", "12345"),
    ("三百億", "30000000000"),
    ("11兆", "11000000000000"),
    ("5 million", "5000000"),
    ("-3", "-3"),
    ("마이너스 2억", "-200000000"),
    ("스물다섯", "25"),
    ("사분의 삼", "0.75"),
    ("일과 이분의 일", "1.5"),
    ("3/4", "0.75"),
]

NO_NUMBERS = [
    "", " ", "억", "조", "원", "수십억", "몇백만", "조사", "억지", "3억 이상", "3억이상", "1,2345", "1.2.3",
    "5만 6만", "-", "마이너스", "1조 200억 300억", "열셋넷", "점오", "삼점", "1조 2조", "9" * 40, "--3",
    "이삼백만",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text, value):
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text):
    assert parse_number(text) is None


@pytest.mark.parametrize("row", lexicon("number_words"), ids=lambda row: row["word"])
def test_row(row):
    answer = Decimal(row["answer"]) if row["answer"] else None
    assert parse_number(row["example"]) == answer
    assert parse_number(row["counterexample"]) is None


@pytest.mark.parametrize(
    ("text", "ends", "value"),
    [
        ("1조 200억 300억", "1조 200억", "1020000000000"),
        ("2조 1000명", "2조 1000", "2000000001000"),
        ("3억이상", "3억", "300000000"),
        ("2019.10.30", "2019", "2019"),
        ("1조\n\n5000억", "1조", "1000000000000"),
        ("1조\t5000억", "1조", "1000000000000"),
    ],
)
def test_where_a_number_ends(text, ends, value):
    number = read_number(text)
    assert (text[number.start : number.end], number.value) == (ends, Decimal(value))


def test_a_last_section_without_a_unit_may_be_a_number_of_its_own():
    shorter = read_number("2조 1000명").shorter
    assert (shorter.end, shorter.value) == (2, Decimal(2 * 10**12))


def test_numbers_in_running_text():
    text = "이를 위해 2019년 4억8000만달러, 총삼백억 원과 1,234.5억 및 사업 3~5억을 APR1400에"
    found = [text[n.start : n.end] for n in find_numbers(text)]
    assert found == ["2019", "4억8000만", "삼백억", "1,234.5억", "3", "5억", "1400"]


# Six notations of every integer.

DIGITS = "영일이삼사오육칠팔구"
BIG = ["", "만", "억", "조", "경"]


def sections(n: int) -> list[tuple[int, str]]:
    """Return sections of four places with their units, highest first, empty ones left out."""
    found = []
    for unit in BIG:
        n, section = divmod(n, 10_000)
        if section:
            found.append((section, unit))
    return found[::-1]


def hangul(section: int, *, one: bool) -> str:
    out = ""
    for size, unit in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit = section // size % 10
        if digit:
            out += ("" if digit == 1 and unit and not one else DIGITS[digit]) + unit
    return out


def mixed(section: int) -> str:
    thousands, rest = divmod(section, 1000)
    return (f"{thousands}천" if thousands else "") + (str(rest) if rest else "")


NOTATIONS = {
    "plain": str,
    "commas": lambda n: f"{n:,}",
    "units": lambda n: "".join(f"{s}{u}" for s, u in sections(n)),
    "spaced": lambda n: " ".join(f"{s:,}{u}" for s, u in sections(n)),
    "thousands": lambda n: "".join(mixed(s) + u for s, u in sections(n)),
    "hangul": lambda n: "".join(hangul(s, one=u != "만" or len(sections(n)) > 1) + u for s, u in sections(n)),
}


@pytest.mark.parametrize("notation", NOTATIONS)
@given(n=st.integers(1, 10**17))
@example(n=1)
@example(n=10)
@example(n=1000)
@example(n=10**4)
@example(n=10**8)
@example(n=10**16)
@example(n=10**17)
@example(n=110_011_001_010_101)
def test_every_integer_reads_back(notation, n):
    text = NOTATIONS[notation](n)
    assert parse_number(text) == n
    assert str(parse_number(text)) == str(n)


@given(n=st.integers(1, 10**17))
def test_short_hangul_reads_back(n):
    """일 is dropped before 십, 백, 천 and 만: 만천백십."""
    text = "".join(hangul(s, one=False) + u for s, u in sections(n))
    assert parse_number(text) == n


@given(n=st.integers(1, 10**6), places=st.integers(1, 3), unit=st.sampled_from(BIG))
def test_decimals_are_exact(n, places, unit):
    figure = Decimal(n).scaleb(-places)
    assert parse_number(f"{figure:f}{unit}") == figure * 10_000 ** BIG.index(unit)


@given(st.text(alphabet="0123456789０,.일이삼영공십백천만억조경여수점 \n원약-", max_size=40))
def test_nothing_raises(text):
    parse_number(text)
    last = 0
    for number in find_numbers(text):
        assert last <= number.start < number.end <= len(text)
        last = number.end
