"""What is done with one input, whoever does it: bytes in, finished and compressed results out."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from extractor.analyser import kiwi_beside, stand_in
from pipelines.errors import InputError
from pipelines.part import Part
from pipelines.read import Document, Source, parse, read_bytes
from pipelines.rows import Rows
from pipelines.stated import packed

if TYPE_CHECKING:
    from extractor import Extractor
    from extractor.analyser import Beside
    from pipelines.tracks import Statement
    from pipelines.tracks.identity import Identity

__all__ = [
    "Item",
    "Outcome",
    "Result",
    "Worker",
    "collect_rarely",
    "digest",
    "item_of",
    "pack",
    "unpack",
    "worker",
]


@dataclass(frozen=True, slots=True)
class Item:
    """An input to work on.

    Attributes
    ----------
    key : bytes
        Its identity: the real path, or '-' for standard input.
    name : str
        ``source_path`` of the tables.
    path : str
        Where to open it; empty for standard input.
    size, mtime_ns : int
        As found before it was read; -1 for a time that does not settle whether it changed.
    data : bytes, optional
        Its content, when it cannot be opened again.
    """

    key: bytes
    name: str
    path: str
    size: int = 0
    mtime_ns: int = -1
    data: bytes | None = None


class Result(NamedTuple):
    """What one article adds to the tables, compressed; the first three sort it."""

    article_id: str
    changed: str
    source: str
    projects: int
    statements: bytes
    rows: bytes
    line: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an input gave: results, or an error code with its message; no ``sha256`` when it was not read."""

    sha256: str = ""
    results: tuple[Result, ...] = ()
    error: tuple[str, str] | None = None


Worker = Callable[[Item], Outcome]

#: Read once while loading: what is built at first use is then built before workers are forked, and shared, or
#: while Kiwi is still loaded beside. It has most of the shapes that have patterns of their own.
WARM_UP = Item(
    b"",
    "warm-up.txt",
    "",
    data="""[세종=뉴스핌] 홍나래 기자 = 홍나래 산업통상자원부 차관은 3월 2일 타슈켄트의 제2차 항만 회의에서
"항만 건설 사업(2억달러, 약 2400억원)을 오는 5월 착공한다"고 밝혔다.
△나보이 화학 공장 건설(3억달러) △철도 현대화 사업 지원 등을 논의했다.
이들은 20일 만난다. '24.3.1.~'26.12.31.에 짓고 사흘 뒤인 2024년 6월 3~5일, 3개월 뒤,
지난해 4분기, 6월 첫째 주까지 살핀다.
총사업비는 500만루피(우리 돈 약 75억원)로, 200㎿ 규모이며 2030년 이후 5.3조원이 넘는 시장이 될 전망이다.

담당 부서 산업통상자원부 항만과 책임자 과장 홍나래 (044-203-0000)
 담당자 사무관 이나래 (044-203-0001)
""".encode(),
)


@cache
def _extractor(beside: bool) -> Extractor:
    """Load the extractor; where Kiwi is loaded beside, all else gets ready meanwhile."""
    if beside:
        kiwi_beside()
    from extractor import Extractor

    made = Extractor()
    if beside:
        from extractor.names.recogniser import recogniser
        from pipelines.tracks.places import find_places

        recogniser()
        text = (WARM_UP.data or b"").decode()
        with stand_in():
            Part.of(made.extract(text, published="2024-06-03"))
        find_places(text)
    return made


def worker(published: str = "", beside: bool = False, begun: Sequence[Beside] = ()) -> Worker:
    """Load the extractor and return the function that works on inputs; later calls share the load.

    Parameters
    ----------
    published : str
        The day of publication that the user states for all inputs (ISO 8601).
    beside : bool
        Whether another process loads Kiwi and tokenises, which is sooner ready, but no faster.
    begun : sequence of Beside
        Holds that process where it was begun with before.
    """
    if begun:
        kiwi_beside(begun[0])
    work = _Work(_extractor(beside), published)
    collect_rarely()
    if beside:
        return work
    work(WARM_UP)
    return work.__call__  # without `expect`


class _Work:
    """Works on inputs, one after another."""

    def __init__(self, extractor: Extractor, published: str) -> None:
        self.extractor = extractor
        self.published = published
        self._expected: dict[Item, tuple[str, Document]] = {}

    def __call__(self, item: Item) -> Outcome:
        sha256 = ""
        try:
            known = self._expected.pop(item, None)
            if known is None:
                data = _read(item)
                sha256 = digest(data)
                known = sha256, parse(Source(item.name, item.path), data, self.published)
            sha256, document = known
            (record,) = self.extractor.pipe([(document.text, document.keywords)])
            return Outcome(sha256, (pack(Part.of(record)),))
        except InputError as error:
            return Outcome(sha256, error=(error.code, error.message))
        except Exception as error:
            message = f"'{item.name}' broke the extractor: {type(error).__name__}: {error}."
            return Outcome(sha256, error=("malformed", " ".join(message.split())))

    def expect(self, item: Item) -> None:
        """Begin with an input that is next but one; what is wrong with it shows when it is worked on."""
        with suppress(Exception):
            data = _read(item)
            document = parse(Source(item.name, item.path), data, self.published)
            self.extractor.expect(document.text)
            self._expected[item] = digest(data), document


def _read(item: Item) -> bytes:
    return read_bytes(Source(item.name, item.path)) if item.data is None else item.data


def collect_rarely() -> None:
    """Look for cyclic garbage less often: an article makes thousands of tuples, and hardly a cycle."""
    gc.set_threshold(20_000, 20, 50)


def digest(data: bytes) -> str:
    """Return the content hash of an input."""
    return hashlib.sha256(data).hexdigest()


def pack(part: Part) -> Result:
    """Compress what an article adds to the tables."""
    article_id, changed, source = part.order
    projects = part.rows["projects"]
    stated = packed(_statements(part)) if projects else b""
    return Result(article_id, changed, source, len(projects), stated, _squeeze(part.rows), _zip(part.line))


def unpack(result: Result) -> Part:
    """Undo `pack`."""
    return Part(json.loads(zlib.decompress(result.rows)), zlib.decompress(result.line).decode())


def _statements(part: Part) -> Iterator[tuple[Statement, Identity]]:
    """Yield what the article states of projects, with their identities: names are taken apart in parallel."""
    from pipelines.tracks import identity_of, statements
    from pipelines.tracks.places import find_places

    for statement in statements(part.rows):
        yield statement, identity_of(statement, find_places)


def _squeeze(rows: Rows) -> bytes:
    return _zip(json.dumps(rows, ensure_ascii=False, separators=(",", ":")))


def _zip(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def item_of(source: Source, now_ns: int) -> Item:
    """Look at an input without opening it.

    A file that changed within the last two seconds may change again without its time telling; such a time is
    not kept, so that the next run compares the content.
    """
    if not source.path:
        return Item(b"-", source.name, "", data=read_bytes(source))
    key = os.fsencode(source.real or os.path.realpath(source.path))
    try:
        stat = os.stat(source.path)
    except OSError:
        return Item(key, source.name, source.path)
    settled = stat.st_mtime_ns < now_ns - 2_000_000_000
    return Item(key, source.name, source.path, stat.st_size, stat.st_mtime_ns if settled else -1)
