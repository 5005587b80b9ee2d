"""How the time of the parsers grows with the length of hostile texts, and what they cost beside Kiwi.

``python tests/bench_parsers.py [CHARACTERS] [amounts|dates]`` reads each text at half and at full length,
1,000,000 unless told otherwise, and prints a table. Twice the text may take twice the time and a fifth
more, a ratio of 2.4; above it, the exit status is 1. ``python tests/bench_parsers.py --kiwi FOLDER`` reads
the texts of a folder instead.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from extractor import parse_amounts, parse_dates

#: What hostile texts are made of, again and again: figures, units, brackets, commas, quotes, white space.
BOTH = [
    "1", "0", "1,", "000,", "1.", "0.0", "12:34 ", "-", "~", "(", "()", "((1억", "[(", '"', "'", "‘1’ ", " ",
    "\n", " \n", "\t", "1 \n", "1\n", "１２", "，", "年", "二〇", "가나다라 ", "million ", "수십억 ",
    "1억 페소 칠레 ", "1,00\n", "1,\n",
]  # fmt: skip
AMOUNTS = [
    "1억", "1조 ", "1억\n", "1~", "1~3억 ", "1-2-", "$1~", "일", "십", "만", "이천", "천만억조", "일점", "여",
    "1달러", "약 ", "약 총 ", "최대 1억원 ", "1억원(", "3동 ", "억", "당 ", "당당", "배럴당 1달러 ", "$",
    "US$1", "1원 1전 ", "₩", "1억과 ", "5조 규모 ", "27일 ", "2019.", "2019년 ", "'19.", "지난 ", "1월 ",
    "(금)", "1" * 40 + "억 ", "億", "1兆 ",
]  # fmt: skip
DATES = [
    "1. ", "1.1.", "11·", "11, ", "1일 ", "1일", "1~", "(월", "'19.", "2019,", "2019·", "1/", "1/4 ", "1:",
    "1월" + " " * 50, "지난 ", "2월 31일 ", "2월 31일\n", "이날 ", "1일부터 ", "매년 3월 ", "이십", "있",
    "2019\t", "3일 전 ", "이틀 뒤 ", "상·", "내년 ", "2019년 ", "9.27~", "'19~", "같은 해 ", "추석 ", "음력 ",
    "3분기 ", "다음 달 첫째 주 ", "(금) ", "2019年 9月 ", "二十日 ", "27일 밝혔다. ", "작년 같은 기간 ",
]  # fmt: skip
PROSE = (
    "정부는 지난달 27일 약 3억달러(3,600억원)를 들여 2021년 상반기까지 항만을 넓히기로 했다. "
    "오는 10월 1일부터 배럴당 60달러 안팎인 원유 20만 배럴을 실어 나르고, "
    "총사업비 1조5천억원의 절반은 내년에 쓴다.\n"
)
ALPHABET = "0123456789년월일분기억조만원달러~.,()'’ 약총화\n이날지난오는내년까지부터초말上"
LIMIT = 2.4
#: How often a text is measured at most: the clock and the caches disturb a short time more than a long one.
TRIES = 4
TRIES_IF_SHORT = 16
SHORT = 1.0
T = TypeVar("T")


def seconds(read: Callable[[T], object], what: T) -> float:
    """Return the processor time of one run, the garbage collector being off."""
    gc.collect()
    gc.disable()
    start = time.thread_time()
    read(what)
    spent = time.thread_time() - start
    gc.enable()
    return spent


def growth(parse: Callable[[str], object], make: Callable[[int], str], size: int) -> tuple[float, float]:
    """Return the times for half and the whole of a size; what is short or looks bad is measured again."""
    half = full = float("inf")
    for turn in range(1, TRIES_IF_SHORT + 1):
        half = min(half, seconds(parse, make(size // 2)))
        full = min(full, seconds(parse, make(size)))
        enough = 1 if full > SHORT else TRIES
        if turn >= enough and (full <= LIMIT * half or (full > SHORT and turn >= TRIES)):
            break
    return half, full


def hostile(units: list[str], size: int) -> dict[str, Callable[[int], str]]:
    """Return the texts by name, each as a function of its length."""
    dice = random.Random(1)
    noise = "".join(dice.choice(ALPHABET) for _ in range(size))

    def again(unit: str) -> Callable[[int], str]:
        return lambda length: (unit * (length // len(unit) + 1))[:length]

    return {
        **{repr(unit[:20]): again(unit) for unit in [*BOTH, *units, PROSE]},
        "brackets in brackets": lambda length: "(" * (length // 2) + ")" * (length // 2),
        "a figure in brackets": lambda length: "(" * (length // 2) + "1억" + ")" * (length // 2),
        "figures, then units": lambda length: "1" * (length // 2) + "억" * (length // 2),
        "noise": lambda length: noise[:length],
    }


def grows_linearly(size: int, only: str = "") -> bool:
    """Print the times for all texts; tell whether all grow no more than linearly."""
    parsers: dict[str, tuple[Callable[[str], object], list[str]]] = {
        "amounts": (parse_amounts, AMOUNTS),
        "dates": (lambda text: parse_dates(text, published=date(2019, 9, 27)), DATES),
    }
    ratios: list[tuple[float, str]] = []
    print(f"| parser | text | s, {size // 2:,} | s, {size:,} | ratio |\n| --- | --- | --- | --- | --- |")
    for name, (parse, units) in parsers.items():
        if only not in ("", name):
            continue
        parse(PROSE)
        for what, make in hostile(units, size).items():
            half, full = growth(parse, make, size)
            ratios.append((full / half, f"{name} {what}"))
            print(f"| {name} | {what} | {half:.3f} | {full:.3f} | {full / half:.2f} |", flush=True)
    worst = sorted(ratios, reverse=True)[:5]
    print(
        f"{len(ratios)} texts, worst ratios: " + ", ".join(f"{ratio:.2f} ({what})" for ratio, what in worst)
    )
    return worst[0][0] <= LIMIT


def beside_kiwi(folder: Path) -> None:
    """Print what each parser costs as a share of Kiwi's tokenising of the same texts."""
    from kiwipiepy import Kiwi

    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    kiwi = Kiwi(num_workers=1)
    kiwi.tokenize("가")
    parse_amounts(PROSE), parse_dates(PROSE)
    floor = amounts = dates = float("inf")
    for _ in range(5):
        floor = min(floor, seconds(lambda texts: [kiwi.tokenize(text) for text in texts], texts))
        amounts = min(amounts, seconds(lambda texts: [parse_amounts(text) for text in texts], texts))
        dates = min(dates, seconds(lambda texts: [parse_dates(t, date(2019, 9, 27)) for t in texts], texts))
    print(f"{len(texts)} texts, {sum(map(len, texts))} characters: Kiwi {floor:.2f} s")
    print(f"amounts {amounts:.3f} s, {amounts / floor:.1%} of Kiwi")
    print(f"dates {dates:.3f} s, {dates / floor:.1%} of Kiwi")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--kiwi"]:
        beside_kiwi(Path(sys.argv[2]))
    else:
        names = [argument for argument in sys.argv[1:] if not argument.isdigit()]
        sizes = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
        if not grows_linearly(sizes[0] if sizes else 1_000_000, *names[:1]):
            sys.exit("some text takes more than linear time")
