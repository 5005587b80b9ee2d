"""Fingerprints of the code and data that results depend on: when one changes, they are made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["extraction", "tables"]

ROOT = Path(__file__).resolve().parents[1]
#: Modules of pipelines/ that shape what an input gives.
READING = ("read", "rows.py", "nested.py", "schema.py", "part.py", "work.py", "tracks")
#: Packages whose release can change what is read from a text.
PACKAGES = ("kiwipiepy", "kiwipiepy_model", "spacy", "holidays", "korean-lunar-calendar", "regex")


def extraction(**options: str) -> str:
    """Return the fingerprint of extraction: lexicons, model, code, the packages beneath, and the options."""
    stated = [f"{name}={value}" for name, value in sorted(options.items())]
    return _hash([_code(), *stated])


@cache
def tables() -> str:
    """Return the fingerprint of the code that writes tables."""
    return _hash([*_files([ROOT / "pipelines"]), _release("pandas"), _release("pyarrow")])


@cache
def _code() -> str:
    places = [ROOT / "extractor", *(ROOT / "pipelines" / name for name in READING)]
    return _hash([*_files(places), *(_release(p) for p in PACKAGES)])


def _files(places: Iterable[Path]) -> Iterable[str]:
    for place in places:
        found = [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.is_file())
        for path in found:
            if "__pycache__" not in path.parts:
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                yield f"{path.relative_to(ROOT).as_posix()} {content}"


def _release(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} -"


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
