"""One run, one article after another: inputs in, tables out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from extractor import Extractor
from pipelines.errors import InputError
from pipelines.read import find, read
from pipelines.tables import Part, TableWriter

__all__ = ["run_all"]


def run_all(
    paths: Sequence[str], out: Path, published: str = "", formats: Sequence[str] = ("csv", "jsonl")
) -> int:
    """Read all inputs and write all tables; return the exit code (1 when an input failed)."""
    extractor = Extractor()
    parts: list[Part] = []
    failed: list[InputError] = []
    for found in find(paths):
        if isinstance(found, InputError):
            failed.append(found)
            continue
        try:
            document = read(found, published)
            record = extractor.extract(document.text, **document.keywords)
            parts.append(Part.of(record))
        except InputError as error:
            failed.append(error)
        except Exception as error:
            failed.append(
                InputError(found.name, "malformed", f"'{found.name}' broke the extractor: {error!r}.")
            )
    with TableWriter(out, formats) as writer:
        for part in sorted(parts, key=lambda p: p.order):
            writer.add(part)
        writer.errors(sorted(e.row for e in failed))
    print(f"{writer.articles} articles, {len(failed)} errors: {out}", file=sys.stderr)
    return 1 if failed else 0
