"""Inputs: files, folder trees and standard input, found in a fixed order and read one by one.

Each format has a module of its own with a function ``parse(data, source) -> Content``; `FORMATS` is the one
place that names them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from pipelines.errors import InputError
from pipelines.read.content import Content
from pipelines.read.published import from_name

__all__ = ["FORMATS", "STDIN", "Content", "Document", "Source", "find", "parse", "read", "read_bytes"]

#: Module of `pipelines.read` by suffix.
FORMATS = {".txt": "plain", ".text": "plain"}

#: The name of standard input, on the command line and in ``source_path``.
STDIN = "-"

#: An article is a few kilobytes; a file beyond this is none.
LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """An input that was found but not yet read.

    Attributes
    ----------
    name : str
        Its ``source_path`` in the tables: as given, with forward slashes.
    path : str
        Where it is; empty for standard input.
    real : str
        The same without symbolic links, where that is known.
    """

    name: str
    path: str
    real: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An input's text with what is known of it without reading it.

    Attributes
    ----------
    source : str
        ``source_path`` of the tables.
    text : str
    published : str
        ISO day or time, empty when only the text can tell it.
    published_source : str
        'option', 'metadata', 'filename' or empty.
    url : str
    """

    source: str
    text: str
    published: str = ""
    published_source: str = ""
    url: str = ""

    @property
    def keywords(self) -> dict[str, Any]:
        """The keywords that ``Extractor.extract`` takes beside the text."""
        return {
            "published": self.published or None,
            "published_source": self.published_source,
            "source": self.source,
            "url": self.url,
        }


def find(paths: Iterable[str], once: bool = True) -> Iterator[Source | InputError]:
    """Find the inputs under the given paths.

    Parameters
    ----------
    paths : iterable of str
        Files, folders, or '-' for standard input. Folders are searched to the bottom in sorted order, hidden
        files and folders and files of other formats are passed over.
    once : bool
        Whether a file that is named or linked to several times is yielded once; all real paths are then kept
        in memory.

    Yields
    ------
    Source or InputError
        An error for a path that is missing, a file whose format is not read and a folder that holds no
        article.
    """
    seen: set[str] = set()
    for given in paths:
        for found in _under(given):
            if once and isinstance(found, Source):
                place = found.real or STDIN
                if place in seen:
                    continue
                seen.add(place)
            yield found


def _under(given: str) -> Iterator[Source | InputError]:
    if given == STDIN:
        yield Source(STDIN, "")
        return
    path, name = Path(given), _name(given)
    if path.is_dir():
        yield from _tree(path, name)
    elif not os.path.lexists(given):
        yield InputError(name, "unreadable", f"There is no file or folder '{name}': check the path.")
    elif path.suffix.lower() not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        yield InputError(
            name,
            "unsupported",
            f"'{name}' has a format that is not read: give one of {known}, or pipe text to '-'.",
        )
    else:
        yield Source(name, given, os.path.realpath(given))


def _tree(folder: Path, name: str) -> Iterator[Source | InputError]:
    refused: list[InputError] = []
    visited: set[str] = set()
    count = 0

    def note(error: OSError) -> None:
        where = _name(error.filename or name)
        refused.append(
            InputError(where, "unreadable", f"The folder '{where}' cannot be opened: {_reason(error)}.")
        )

    ahead = [os.fspath(folder)]
    while ahead:
        here = ahead.pop()
        real = os.path.realpath(here)
        if real in visited:  # a link that leads back up
            continue
        visited.add(real)
        try:
            with os.scandir(here) as entries:
                found = sorted((e.name, _is_folder(e), e.is_symlink()) for e in entries if e.name[0] != ".")
        except OSError as error:
            note(error)
            continue
        shown = _name(here)
        for file, is_folder, is_link in found:
            if not is_folder and os.path.splitext(file)[1].lower() in FORMATS:
                count += 1
                path = os.path.join(here, file)
                place = os.path.realpath(path) if is_link else os.path.join(real, file)
                yield Source(_within(shown, file), path, place)
        ahead += [os.path.join(here, name) for name, is_folder, _ in reversed(found) if is_folder]
    yield from refused
    if not count and not refused:
        known = ", ".join(sorted(FORMATS))
        yield InputError(
            name, "empty", f"The folder '{name}' holds no article: put files of the kind {known} into it."
        )


def read_bytes(source: Source) -> bytes:
    """Return an input's bytes.

    Raises
    ------
    InputError
        When it cannot be opened or is larger than `LARGEST`.
    """
    try:
        if not source.path:
            data = sys.stdin.buffer.read(LARGEST + 1)
        elif not os.path.isfile(source.path):  # a device or a pipe could block for ever
            raise InputError(
                source.name, "unreadable", f"'{source.name}' is no regular file: give a text file."
            )
        else:
            with open(source.path, "rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(
            source.name, "unreadable", f"'{source.name}' cannot be opened: {_reason(error)}."
        ) from error
    if len(data) > LARGEST:
        limit = LARGEST // 1_000_000
        raise InputError(
            source.name,
            "too_large",
            f"'{source.name}' is larger than {limit} MB: split it into single articles.",
        )
    return data


def parse(source: Source, data: bytes, published: str = "") -> Document:
    """Turn an input's bytes into its text.

    Parameters
    ----------
    source : Source
    data : bytes
    published : str
        The day of publication that the user states (ISO 8601); it goes before all others.

    Raises
    ------
    InputError
        When the bytes hold no text.
    """
    suffix = Path(source.path).suffix.lower()
    content = import_module(f"pipelines.read.{FORMATS.get(suffix, 'plain')}").parse(data, source.name)
    named = from_name(source.name)
    if published:
        day, origin = published, "option"
    elif content.published:
        day, origin = content.published, "metadata"
    else:
        day, origin = named, "filename" if named else ""
    return Document(source.name, content.text, day, origin, content.url)


def read(source: Source, published: str = "") -> Document:
    """Read an input: `read_bytes`, then `parse`."""
    return parse(source, read_bytes(source), published)


def _name(path: str) -> str:
    """The path with forward slashes; bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "replace")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _within(folder: str, file: str) -> str:
    """The name of a file in a folder whose name is known, as `_name` makes it."""
    file = os.fsencode(file).decode("utf-8", "replace")
    return file if folder == "." else f"{folder.rstrip('/')}/{file}"


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
