"""The data dictionary: every table and column as text, Markdown or a Frictionless Data Package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pipelines.errors import UsageError
from pipelines.schema import TABLES, Column, Table, data_package

__all__ = ["dictionary"]


def dictionary(table: str = "", layout: str = "text") -> str:
    """Return the data dictionary.

    Parameters
    ----------
    table : str
        Name of one table; empty for all.
    layout : 'text', 'markdown' or 'json'
        'json' gives the Data Package.

    Raises
    ------
    UsageError
        For a table that there is not.
    """
    name = table.removesuffix(".csv")
    if name and name not in TABLES:
        raise UsageError(f"there is no table '{table}': choose one of {', '.join(TABLES)}.")
    chosen = [TABLES[name]] if name else list(TABLES.values())
    if layout == "json":
        package = data_package()
        package["resources"] = [r for r in package["resources"] if r["name"] in {t.name for t in chosen}]
        return json.dumps(package, ensure_ascii=False, indent=1)
    return "\n".join(_markdown(chosen) if layout == "markdown" else _text(chosen))


def _text(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        yield f"{table.file}: {table.ko} / {table.en}"
        width = max(len(name) for name in table.names)
        for column in table.columns:
            yield f"  {column.name:{width}}  {_type(column):8}  {column.ko} / {column.en}"
            if column.values:
                yield f"  {'':{width}}  {'':8}  = {' | '.join(column.values)}"
        yield ""


def _markdown(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        yield f"## {table.file}\n\n{table.ko}  \n{table.en}\n"
        yield "| column | type | 설명 | description |\n| --- | --- | --- | --- |"
        for column in table.columns:
            values = f": {', '.join(f'`{v}`' for v in column.values)}" if column.values else ""
            yield f"| `{column.name}` | {_type(column)} | {column.ko} | {column.en}{values} |"
        yield ""


def _type(column: Column) -> str:
    return f"{column.type}{'' if column.required else '?'}"
