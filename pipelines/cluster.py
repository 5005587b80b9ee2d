"""Past one machine: the same run with Dask's workers in place of this machine's processes.

The client looks for what is new, as ever, and sends the inputs' bytes in partitions; so the workers need not
see the input files. A worker writes what a partition gives to one Parquet file in storage that client and
workers share, any that fsspec knows (``/mnt/shared/parts``, ``s3://bucket/parts`` …), under the hash of the
partition's content, first under a temporary name. No engine runs a task exactly once; here that does no harm,
as a part that stands is not made again and is taken up once. The client puts the parts into the ledger and
writes the same tables.
"""

from __future__ import annotations

import hashlib
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from types import TracebackType
from typing import Any

import distributed
import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from pipelines import fingerprint
from pipelines.crew import Death
from pipelines.errors import InputError, RunError
from pipelines.read import Source, read_bytes
from pipelines.work import Item, Outcome, Result, Worker, digest, worker

__all__ = ["Cluster", "make_part"]

Client: Any = distributed.Client
KilledWorker: Any = distributed.KilledWorker

#: Inputs in one partition, and partitions in flight for each thread of the cluster.
PARTITION = 32
IN_FLIGHT = 3
POLL = 0.02
#: Seconds that a cluster may be without any worker.
PATIENCE = 120.0

SCHEMA = pa.schema(
    [
        ("number", pa.int32()), ("sha256", pa.string()), ("error", pa.string()), ("message", pa.string()),
        ("article_id", pa.string()), ("changed", pa.string()), ("source", pa.string()),
        ("projects", pa.int32()),
        ("statements", pa.binary()), ("rows", pa.binary()), ("line", pa.binary()),
    ]
)  # fmt: skip

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Partition:
    """Inputs with their bytes; ``lone`` when it is one that a worker may have died of."""

    items: tuple[Item, ...]
    name: str
    lone: bool = False


class Cluster:
    """Works on inputs by a Dask cluster; `run` is an engine for `pipelines.batch.run`.

    Parameters
    ----------
    address : str
        Of the scheduler: 'tcp://host:8786'.
    parts : str
        Folder or URL that client and workers share.
    published : str
        See `pipelines.work.worker`.
    size : int
        Inputs a partition.

    Raises
    ------
    RunError
        When no scheduler answers, or parts cannot be written there.
    """

    def __init__(self, address: str, parts: str, published: str = "", size: int = PARTITION) -> None:
        self.parts = parts
        self.published = published
        self.size = size
        self.made = self.stood = 0
        self._last_seen = time.monotonic()
        self._fs, self._root = fsspec.core.url_to_fs(parts)
        self._fs.makedirs(self._root, exist_ok=True)
        try:
            self._client = Client(address, timeout=10, set_as_default=False)
        except OSError as error:
            raise RunError(f"no Dask scheduler answers at '{address}': start one there") from error

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()
        if kind is None:  # all parts are in the ledger
            self._fs.rm(self._root, recursive=True)

    def run(self, items: Iterable[Item], stop: Callable[[], bool]) -> Iterator[tuple[Item, Outcome | Death]]:
        """Yield items with their outcomes as their partitions are done.

        Raises
        ------
        RunError
            When the workers have another version, or their parts are not to be found.
        """
        refused: deque[tuple[Item, Outcome]] = deque()
        partitions = self._partitions(items, refused)
        again: deque[_Partition] = deque()
        running: dict[Any, _Partition] = {}
        try:
            while not stop():
                while len(running) < self._room():
                    partition = again.popleft() if again else next(partitions, None)
                    while refused:
                        yield refused.popleft()
                    if partition is None:
                        break
                    if self._fs.exists(f"{self._root}/{partition.name}"):
                        self.stood += 1
                        yield from self._take(partition)
                    else:
                        running[self._submit(partition)] = partition
                if not running:
                    return
                done = [future for future in running if future.done()]
                if not done:
                    time.sleep(POLL)
                for future in done:
                    yield from self._settle(future, running.pop(future), again)
        finally:
            self._client.cancel(list(running))

    def _room(self) -> int:
        threads: dict[str, int] = self._client.nthreads()
        if threads:
            self._last_seen = time.monotonic()
        elif time.monotonic() - self._last_seen > PATIENCE:
            raise RunError("the cluster has no worker left: start some and run again (what was done is kept)")
        return max(2, IN_FLIGHT * sum(threads.values()))

    def _partitions(
        self, items: Iterable[Item], refused: deque[tuple[Item, Outcome]]
    ) -> Iterator[_Partition]:
        source = iter(items)
        while group := list(islice(source, self.size)):
            loaded = []
            for item in group:
                try:
                    data = item.data if item.data is not None else read_bytes(Source(item.name, item.path))
                    loaded.append(replace(item, data=data))
                except InputError as error:
                    refused.append((item, Outcome(error=(error.code, error.message))))
            if loaded:
                yield self._partition(loaded)

    def _partition(self, items: list[Item], lone: bool = False) -> _Partition:
        lines = [fingerprint.extraction(published=self.published)]
        lines += [f"{item.name}\n{digest(item.data or b'')}" for item in items]
        return _Partition(tuple(items), hashlib.sha256("\n".join(lines).encode()).hexdigest(), lone)

    def _submit(self, partition: _Partition) -> Any:
        return self._client.submit(
            make_part,
            list(partition.items),
            f"{self.parts}/{partition.name}",
            self.published,
            fingerprint.extraction(published=self.published),
            key=f"gisaro-{partition.name}-{uuid.uuid4().hex}",
            pure=False,
        )

    def _settle(
        self, future: Any, partition: _Partition, again: deque[_Partition]
    ) -> Iterator[tuple[Item, Outcome | Death]]:
        error = future.exception() if future.status == "error" else None
        if error is None and future.status != "cancelled":
            self.made += 1
            yield from self._take(partition)
        elif partition.lone and isinstance(error, KilledWorker):
            yield partition.items[0], Death("the cluster's workers died of it")
        elif error is None or isinstance(error, KilledWorker):  # one of them did it: which one?
            again.extend(self._partition([item], lone=True) for item in partition.items)
        else:
            raise RunError(f"a worker of the cluster cannot go on: {error}") from None

    def _take(self, partition: _Partition) -> Iterator[tuple[Item, Outcome]]:
        try:
            with self._fs.open(f"{self._root}/{partition.name}", "rb") as file:
                rows = pq.read_table(file).to_pylist()
        except FileNotFoundError:
            raise RunError(
                f"a worker's part is not in '{self.parts}': choose --parts that all machines share"
            ) from None
        for number, item in enumerate(partition.items):
            mine = [row for row in rows if row["number"] == number]
            head = mine[0]
            error = (head["error"], head["message"]) if head["error"] else None
            results = () if error else tuple(Result(*(row[f] for f in Result._fields)) for row in mine)
            yield replace(item, data=None), Outcome(head["sha256"] or "", results, error)


def make_part(items: list[Item], url: str, published: str, recipe: str) -> None:
    """Read a partition on a worker and leave its part under the given URL, unless it stands there.

    Raises
    ------
    ValueError
        When the worker would read it otherwise than the client.
    """
    with _one_at_a_time:  # the extractor serves one thread
        if fingerprint.extraction(published=published) != recipe:
            raise ValueError("it has another version of gisaro, its lexicons or Kiwi than the client")
        fs, path = fsspec.core.url_to_fs(url)
        if fs.exists(path):
            return
        work = _worker(published)
        rows = [row for number, item in enumerate(items) for row in _rows(number, work(item))]
        temporary = f"{path}.{uuid.uuid4().hex}.tmp"
        with fs.open(temporary, "wb") as file:
            pq.write_table(pa.Table.from_pylist(rows, SCHEMA), file)
        fs.mv(temporary, path)


@cache
def _worker(published: str) -> Worker:
    return worker(published)


def _rows(number: int, outcome: Outcome) -> Iterator[dict[str, Any]]:
    error, message = outcome.error or (None, None)
    head = {"number": number, "sha256": outcome.sha256, "error": error, "message": message}
    for result in outcome.results:
        yield {**head, **result._asdict()}
    if not outcome.results:
        yield head
