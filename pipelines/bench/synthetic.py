"""A corpus of any size: the project's own articles with other figures, days and names, by a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

__all__ = ["ARTICLES", "CORPUS", "base", "synthetic", "write"]

#: All articles of the project, most of them of a few sentences; and those of a usual length.
CORPUS = Path(__file__).resolve().parents[2] / "corpus"
ARTICLES = CORPUS / "articles"

SURNAMES = "김이박최정강조윤장임한오서신권황안송류홍"
SYLLABLES = "가경규나다도동명미민범보상서석선성소수승연영예용우원유윤은인재정종주준지진찬태하현형혜호훈희"
TITLES = "기자|특파원|장관|차관|차관보|실장|국장|과장|사무관|서기관|본부장|위원장|사장|회장|대표|원장|대사"

NAME = re.compile(rf"\b([{SURNAMES}][가-힣]{{2}})(?= (?:[가-힣]+ ){{0,2}}(?:{TITLES}))")
FIGURE = re.compile(
    r"(?P<news_id>\b20\d{12}\b)"
    r"|(?P<day_full>\b(?:19|20)\d\d-[01]\d-[0-3]\d\b)"
    r"|(?P<year>\b(?:19|20)\d\d(?=년))"
    r"|(?P<month>\b\d{1,2}(?=월))"
    r"|(?P<day>\b\d{1,2}(?=일))"
    r"|(?P<kept>['’‘]?\d{1,4}\. ?\d{1,2}\. ?\d{0,2}|제\d+|\d{1,2}:\d\d)"
    r"|(?P<figure>\d+)"
)
FIRST = date(2013, 1, 1)
DAYS = 12 * 365


def base(folder: Path = ARTICLES) -> list[str]:
    """Return the texts to start from, in order of their names.

    Raises
    ------
    FileNotFoundError
        When the folder holds no article.
    """
    texts = [p.read_text(encoding="utf-8-sig") for p in sorted(folder.rglob("*.txt"))]
    if not texts:
        raise FileNotFoundError(f"no article stands in {folder}")
    return texts


def synthetic(texts: list[str], index: int, seed: int = 0) -> str:
    """Return the ``index``-th article: no two are alike, and each depends on its index and the seed alone."""
    dice = random.Random(f"{seed}:{index}")
    text = texts[index % len(texts)]
    for name in sorted(set(NAME.findall(text))):
        text = text.replace(name, dice.choice(SURNAMES) + dice.choice(SYLLABLES) + dice.choice(SYLLABLES))
    text = FIGURE.sub(lambda m: _other(m, dice), text)
    return f"{text.rstrip()}\n\n접수번호 {seed}-{index}\n"


def _other(match: re.Match[str], dice: random.Random) -> str:
    old = match[0]
    match match.lastgroup:
        case "news_id":
            return f"{_day(dice):%Y%m%d}{dice.randrange(10**6):06d}"
        case "day_full":
            return _day(dice).isoformat()
        case "year":
            return str(dice.randint(2013, 2030))
        case "month":
            return str(dice.randint(1, 12))
        case "day":
            return str(dice.randint(1, 28))
        case "kept":
            return old
    return str(dice.randint(1, 9)) + "".join(str(dice.randint(0, 9)) for _ in old[1:])


def _day(dice: random.Random) -> date:
    return FIRST + timedelta(days=dice.randrange(DAYS))


def write(folder: Path, articles: int, seed: int = 0, source: Path = ARTICLES) -> Iterator[Path]:
    """Write that many articles, a thousand a folder, as ``<day>_<index>.txt``; yield their paths."""
    texts = base(source)
    for index in range(articles):
        path = folder / f"{index // 1000:04d}" / f"{_day(random.Random(index))}_{index:08d}.txt"
        if index % 1000 == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(synthetic(texts, index, seed), encoding="utf-8")
        yield path
