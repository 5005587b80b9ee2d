"""How the time of the parsers grows with the length of hostile texts, and what they cost beside Kiwi.

``python tests/bench_parsers.py [CHARACTERS]`` reads each text at half and at full length, 1,000,000 unless
told otherwise. The last column is the ratio of the two times: 2 is linear, more than 2.4 is a failure
(exit status 1). ``python tests/bench_parsers.py --kiwi FOLDER`` reads the texts of a folder instead.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from extractor import parse_amounts, parse_dates

AMOUNTS = [
    "1", "1,", "1.", "1억", "1조 ", "(", "((1억", "1~", "1-2-", "일", "십", "만", "이천", "1달러", "약 ",
    "최대 1억원 ", "1억원(", "1억 페소 칠레 ", "3동 ", "1 \n", "1\n", "억", "당 ", "배럴당 1달러 ", "$",
    "US$1", "1원 1전 ", "₩", "1억과 ", "5조 규모 ", "수십억 ", "가나다라 ", "27일 ", "2019.", "2019년 ",
    "'19.", "지난 ", "1월 ", "~", "(금)", "0", "1" * 40 + "억 ",
]  # fmt: skip
DATES = [
    "1", "1.", "1. ", "11·", "11, ", "1일 ", "1일", "1~", "(", "((1억", "(월", "'", "'19.", "2019,", "2019·",
    " ", "\n", "1/", "1:", "1월" + " " * 50, "지난 ", "2월 31일 ", "2월 31일\n", "이날 ", "1일부터 ", "이십",
    "있", "2019\t", "3일 전 ", "상·", "내년 ", "2019년 ", "9.27~", "'19~", "같은 해 ", "추석 ", "음력 ",
    "二〇", "1 \n", "1\n", "수십억 ", "1억 페소 칠레 ", "27일 밝혔다. ", "작년 같은 기간 ",
]  # fmt: skip
PROSE = (
    "정부는 지난달 27일 약 3억달러(3,600억원)를 들여 2021년 상반기까지 항만을 넓히기로 했다. "
    "오는 10월 1일부터 배럴당 60달러 안팎인 원유 20만 배럴을 실어 나르고, "
    "총사업비 1조5천억원의 절반은 내년에 쓴다.\n"
)
ALPHABET = "0123456789년월일분기억조만원달러~.,()'’ 약총화\n이날지난오는내년까지부터초말上"
LIMIT = 2.4
TRIES = 4


def seconds(run: Callable[[], object], repeats: int = 2) -> float:
    """Return the least processor time of some runs, the garbage collector being off."""
    best = float("inf")
    for _ in range(repeats):
        gc.collect()
        gc.disable()
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
        gc.enable()
    return best


def growth(parse: Callable[[str], object], text: str) -> tuple[float, float]:
    """Return the time for half and the whole of a text; a bad ratio is measured again."""
    half = full = float("inf")
    for _ in range(TRIES):
        half = min(half, seconds(lambda: parse(text[: len(text) // 2])))
        full = min(full, seconds(lambda: parse(text)))
        if full <= LIMIT * half or full < 0.05:
            break
    return half, full


def grows_linearly(size: int) -> bool:
    """Print the times for all texts; tell whether all grow no more than linearly."""
    dice = random.Random(1)
    noise = "".join(dice.choice(ALPHABET) for _ in range(size))
    parsers: dict[str, tuple[Callable[[str], object], list[str]]] = {
        "amounts": (parse_amounts, AMOUNTS),
        "dates": (lambda text: parse_dates(text, published=date(2019, 9, 27)), DATES),
    }
    fine = True
    for name, (parse, units) in parsers.items():
        parse(PROSE)
        texts = {repr(unit[:30]): (unit * (size // len(unit) + 1))[:size] for unit in [*units, PROSE]}
        for what, text in {**texts, "noise": noise}.items():
            half, full = growth(parse, text)
            linear = full <= LIMIT * half or full < 0.05
            fine &= linear
            verdict = "" if linear else " <- not linear"
            print(f"{name:8}{what:36}{half:8.3f} s{full:8.3f} s   x {full / half:.2f}{verdict}", flush=True)
    return fine


def beside_kiwi(folder: Path) -> None:
    """Print what each parser costs as a share of Kiwi's tokenising of the same texts."""
    from kiwipiepy import Kiwi

    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    kiwi = Kiwi(num_workers=1)
    kiwi.tokenize("가")
    parse_amounts(PROSE), parse_dates(PROSE)
    floor = seconds(lambda: [kiwi.tokenize(text) for text in texts])
    amounts = seconds(lambda: [parse_amounts(text) for text in texts], 5)
    dates = seconds(lambda: [parse_dates(text, date(2019, 9, 27)) for text in texts], 5)
    print(f"{len(texts)} texts, {sum(map(len, texts))} characters: Kiwi {floor:.2f} s")
    print(f"amounts {amounts:.3f} s, {amounts / floor:.1%} of Kiwi")
    print(f"dates {dates:.3f} s, {dates / floor:.1%} of Kiwi")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--kiwi"]:
        beside_kiwi(Path(sys.argv[2]))
    elif not grows_linearly(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000):
        sys.exit("some text takes more than linear time")
