"""A stand-in for the extractor that needs no Kiwi, so that whole runs take milliseconds.

Its articles carry orders: 'KILL' ends the process, 'KILL ONCE <path>' only where no such file stands yet,
'SLEEP <seconds>' waits, 'BREAK' raises. As a script it is the command ``gisaro`` with this extractor.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

from extractor.records import Amount, Article, ArticleRecord, CalendarDate, Project

ORDER = re.compile(r"(KILL ONCE|KILL|SLEEP|BREAK)(?: (\S+))?")


class Quick:
    def pipe(self, articles):
        for text, keywords in articles:
            for order, value in ORDER.findall(text):
                obey(order, value)
            yield record(text, **keywords)


def obey(order: str, value: str) -> None:
    if order == "KILL ONCE":
        if os.path.exists(value):
            return
        Path(value).touch()
    if order.startswith("KILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "SLEEP":
        time.sleep(float(value))
    if order == "BREAK":
        raise ZeroDivisionError("as ordered")


def record(text, *, source, published=None, published_source="", url="") -> ArticleRecord:
    """Every number is an amount of money, every ISO day a date, the first word the name of a project."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    named = re.search(r"\bid:(\S+)", text)
    amounts = tuple(
        Amount(
            text=m[0], char_start=m.start(), char_end=m.end(), id=f"a{i}", zone="body", sentence=text,
            value=Decimal(m[0]), currency="KRW",
        )
        for i, m in enumerate(re.finditer(r"(?<![\d-])\d+(?![\d-])", text), 1)
    )  # fmt: skip
    dates = tuple(
        CalendarDate(
            text=m[0], char_start=m.start(), char_end=m.end(), id=f"d{i}", zone="body", sentence=text,
            edtf=m[0], start=date.fromisoformat(m[0]), end=date.fromisoformat(m[0]),
        )
        for i, m in enumerate(re.finditer(r"\d{4}-\d\d-\d\d", text), 1)
    )  # fmt: skip
    first = re.match(r"[가-힣]+", text)
    projects = ()
    if first:
        projects = (
            Project(
                text=first[0], char_start=0, char_end=first.end(), id="p1", zone="body", sentence=text,
                name=first[0], amount=amounts[0].char_start if amounts else None,
            ),
        )  # fmt: skip
    article = Article(
        article_id=named[1] if named else f"sha256:{digest[:16]}",
        source_path=source, url=url, published=published or "", published_source=published_source,
        chars=len(text), sentences=1, content_sha256=digest, extractor_version="0",
    )  # fmt: skip
    return ArticleRecord(article=article, text=text, amounts=amounts, dates=dates, projects=projects)


def write(folder: Path, articles: dict[str, str]) -> Path:
    """Write texts by file name, with a time long past: their age settles that they did not change."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
        os.utime(folder / name, (1_600_000_000, 1_600_000_000))
    return folder


YARD = "가나다라마바사"


def corpus(folder: Path, articles: int = 12) -> Path:
    return write(
        folder,
        {f"{i:03d}.txt": f"발전소{YARD[i % 7]} {i * 17} 2024-06-{i % 28 + 1:02d}" for i in range(articles)},
    )


def files(out: Path) -> dict[str, bytes]:
    """What a run left, the ledger aside."""
    return {p.name: p.read_bytes() for p in sorted(out.iterdir()) if p.is_file()}


def use(put=setattr) -> None:
    """Put the stand-in in the extractor's place, and leave project names whole: both would load Kiwi."""
    from pipelines import work
    from pipelines.tracks import identity

    put(work, "_extractor", lambda beside: Quick())
    put(identity, "split", lambda word: (word, ""))


def dask_setup(worker) -> None:
    """Called by a Dask worker that preloads this file."""
    use()


if __name__ == "__main__":
    from pipelines.cli import main

    use()
    main()
