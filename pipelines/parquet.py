"""Tables as Parquet: the columns of the CSV files with types, written row group by row group."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.rows import Cell
from pipelines.schema import Column, Table

__all__ = ["ParquetSink", "schema_of"]

#: Rows that are held as Python objects, and batches of them that make a row group.
CHUNK = 5_000
BATCHES = 8

TYPES: dict[str, Any] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
}


def schema_of(table: Table) -> Any:
    """Return a table's Arrow schema; each field carries the column's two descriptions.

    Numbers are doubles, as pandas makes of the CSV files; the plain decimals stand in those alone.
    """
    return pa.schema(
        pa.field(c.name, TYPES[c.type], metadata={"ko": c.ko, "en": c.en}) for c in table.columns
    )


class ParquetSink:
    """A table's Parquet file in the making."""

    def __init__(self, table: Table, path: Path) -> None:
        self.table = table
        self.schema = schema_of(table)
        self.file = path.open("wb")
        self.writer = pq.ParquetWriter(self.file, self.schema, compression="zstd")
        self.held: list[tuple[Cell, ...]] = []
        self.batches: list[Any] = []

    def add(self, new: Sequence[tuple[Cell, ...]]) -> None:
        """Take rows, in the order of the file."""
        self.held.extend(new)
        while len(self.held) >= CHUNK:
            self._batch(self.held[:CHUNK])
            del self.held[:CHUNK]

    def _batch(self, chunk: list[tuple[Cell, ...]]) -> None:
        columns = zip(*chunk, strict=True)
        arrays = [
            pa.array([_value(column, cell) for cell in cells], TYPES[column.type])
            for column, cells in zip(self.table.columns, columns, strict=True)
        ]
        self.batches.append(pa.record_batch(arrays, schema=self.schema))
        if len(self.batches) == BATCHES:
            self._group()

    def _group(self) -> None:
        if self.batches:
            self.writer.write_table(pa.Table.from_batches(self.batches), row_group_size=CHUNK * BATCHES)
            self.batches.clear()

    def close(self) -> None:
        """Write what is held and close the file."""
        if self.held:
            self._batch(self.held)
        self._group()
        self.writer.close()
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()

    def abandon(self) -> None:
        """Close the file without writing more."""
        self.file.close()


def _value(column: Column, cell: Cell) -> Any:
    if cell is None or cell == "":
        return None
    if column.type == "number":
        return float(cell)
    if column.type == "date":
        return date.fromisoformat(str(cell))
    return cell
