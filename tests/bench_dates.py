"""How the date parser's time grows with the length of adversarial texts, and what it costs beside Kiwi.

python tests/bench_dates.py [CHARACTERS]     (1,000,000 by default)
python tests/bench_dates.py --kiwi FOLDER    (texts of a folder, against Kiwi's tokenising of the same)
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from extractor.dates import parse_dates

PUBLISHED = date(2019, 9, 27)
RANDOM = random.Random(1)
ALPHABET = "0123456789년월일분기~.,()'’ 월화\n이날지난오는내년까지부터초말上"
PATTERNS = [
    "1", "1.", "1. ", "11·", "11, ", "1일 ", "1일", "1~", "(", "(월", "'", "'19.", "2019,",
    "2019·", " ", "\n", "1/", "1:",
    "1월" + " " * 50, "지난 ", "2월 31일 ", "2월 31일\n", "이날 ", "1일부터 ", "이십", "있",
    "2019\t", "3일 전 ", "상·", "내년 ",
    "2019년 ", "9.27~", "'19~", "같은 해 ", "추석 ", "음력 ", "二〇",
]  # fmt: skip


def seconds(run: Callable[[], object], repeats: int = 3) -> float:
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


def growth(size: int) -> bool:
    """Print the time for half and the whole of each text; tell whether all grow no more than linearly."""
    fine = True
    texts = [(repr(p), p * (size // len(p))) for p in PATTERNS]
    texts.append(("random", "".join(RANDOM.choice(ALPHABET) for _ in range(size))))
    for name, text in texts:
        half = seconds(lambda text=text: parse_dates(text[: len(text) // 2], PUBLISHED))
        full = seconds(lambda text=text: parse_dates(text, PUBLISHED))
        ratio = full / max(half, 0.001)
        fine &= ratio <= 2.4
        print(f"{name:60.60} {half:8.3f} s {full:8.3f} s   x {ratio:.2f}")
    return fine


def beside_kiwi(folder: Path) -> None:
    """Print what parsing costs as a share of Kiwi's tokenising of the same texts."""
    from kiwipiepy import Kiwi

    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    kiwi = Kiwi(num_workers=1)
    kiwi.tokenize("가")
    parse_dates("27일")
    tokenising = seconds(lambda: [kiwi.tokenize(text) for text in texts])
    parsing = seconds(lambda: [parse_dates(text, PUBLISHED) for text in texts])
    characters = sum(map(len, texts))
    print(f"{len(texts)} texts, {characters} characters: Kiwi {tokenising:.2f} s, dates {parsing:.3f} s")
    share, per_article = 100 * parsing / tokenising, 2400000 * parsing / characters
    print(f"{share:.1f} % of Kiwi, {per_article:.2f} ms per 2,400 characters")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--kiwi"]:
        beside_kiwi(Path(sys.argv[2]))
    elif not growth(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000):
        sys.exit("some text takes more than linear time")
