"""How the time of the parsers grows with the length of hostile texts.

Run as ``python tests/bench_parsers.py [characters]``. Each text is read at half and at full length, 1,000,000
characters unless told otherwise. The last column is the ratio of the two times: 2 is linear, more than 2.4 is
a failure (exit status 1).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date

from extractor import parse_amounts, parse_dates

UNITS = [
    "1", "1,", "1.", "1억", "1조 ", "(", "((1억", "1~", "1-2-", "일", "십", "만", "이천", "1달러", "약 ",
    "최대 1억원 ", "1억원(", "1억 페소 칠레 ", "3동 ", "1 \n", "1\n", "억", "당 ", "배럴당 1달러 ", "$",
    "US$1", "1원 1전 ", "₩", "1억과 ", "5조 규모 ", "수십억 ", "가나다라 ", "27일 ", "2019.", "2019년 ",
    "'19.", "지난 ", "1월 ", "~", "(금)", "0",
]  # fmt: skip
LIMIT = 2.4


def seconds(parse: Callable[[str], object], text: str) -> float:
    """Return the CPU time of the better of two runs."""
    times = []
    for _ in range(2):
        start = time.process_time()
        parse(text)
        times.append(time.process_time() - start)
    return min(times)


def main() -> int:
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    parsers: dict[str, Callable[[str], object]] = {
        "amounts": parse_amounts,
        "dates": lambda text: parse_dates(text, published=date(2019, 9, 27)),
    }
    failed = 0
    for name, parse in parsers.items():
        parse("3억 페소, 9월 27일")
        for unit in UNITS:
            text = (unit * (length // len(unit) + 1))[:length]
            half, full = seconds(parse, text[: length // 2]), seconds(parse, text)
            ratio = full / max(half, 1e-9)
            steep = ratio > LIMIT and full > 0.5
            failed += steep
            verdict = " <- not linear" if steep else ""
            print(f"{name}\t{unit!r}\t{half:.2f} s\t{full:.2f} s\t{ratio:.2f}{verdict}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
