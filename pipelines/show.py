"""One article in the terminal: the text with coloured spans, its tables and what made every cell."""

from __future__ import annotations

import os
from itertools import groupby

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.records import ArticleRecord, Mention
from pipelines.errors import InputError, UsageError
from pipelines.read import Document, find, read
from pipelines.rows import Rows, rows
from pipelines.schema import TABLES
from pipelines.why import reasons

__all__ = ["coloured", "show", "show_file"]

#: Style by table; later ones lie over earlier ones.
STYLES = {
    "projects": "underline",
    "meetings": "underline yellow",
    "quotes": "italic",
    "entities": "cyan",
    "officials": "bold magenta",
    "dates": "bold blue",
    "amounts": "bold green",
}

#: Columns without news: what the text above shows and ids of other tables.
_LEFT_OUT = {
    "article_id", "sentence", "char_start", "char_end", "track_id", "person_id", "amount_id", "date_id",
    "content_sha256", "extractor_version",
}  # fmt: skip


def show_file(file: str, published: str = "", why: bool = False) -> None:
    """Read an article and print it.

    Parameters
    ----------
    file : str
        Its path, or '-' for standard input.
    published : str
        ISO day of publication; empty to take what the file says.
    why : bool
        See `show`.

    Raises
    ------
    UsageError
        When it cannot be read.
    """
    document = _document(file, published)
    from extractor.pipeline import Extractor  # loads for a second, so only when there is something to read

    show(Extractor().extract(document.text, **document.keywords), Console(), why)


def _document(file: str, published: str) -> Document:
    if os.path.isdir(file):
        raise UsageError(f"'{file}' is a folder: name one article.")
    (found,) = find([file])
    try:
        if isinstance(found, InputError):
            raise found
        return read(found, published)
    except InputError as error:
        raise UsageError(error.message) from None


def show(record: ArticleRecord, console: Console, why: bool = False) -> None:
    """Print an article: its text with coloured spans, then a table for each kind of row that it has.

    Parameters
    ----------
    record : ArticleRecord
    console : rich.console.Console
    why : bool
        Print for every filled cell what made its value.
    """
    made = rows(record)
    found = [name for name in STYLES if made[name]]
    console.print(Text("  ").join(Text(name, STYLES[name]) for name in found), end="\n\n")
    console.print(coloured(record), end="\n\n")
    for name in made:
        if made[name]:
            console.print(_article(made) if name == "articles" else _table(name, made, record))
    if why:
        _print_why(record, console)


def coloured(record: ArticleRecord) -> Text:
    """Return the article's text with every mention in the style of its table; its characters stay."""
    text = Text(record.text)
    for name, style in STYLES.items():
        mentions: tuple[Mention, ...] = getattr(record, name)
        for m in mentions:
            for start, end in getattr(m, "spans", ()) or ((m.char_start, m.char_end),):
                text.stylize(style, start, end)
    return text


def _article(made: Rows) -> Table:
    """The article's own row, one line a column."""
    table = Table(title="articles", title_justify="left", box=box.SIMPLE, show_header=False)
    for column, cell in zip(TABLES["articles"].names, made["articles"][0], strict=True):
        if cell not in (None, "") and column not in _LEFT_OUT - {"article_id"}:
            table.add_row(column, Text(str(cell)))
    return table


def _table(name: str, made: Rows, record: ArticleRecord) -> Table:
    """A table of mentions, without its empty columns."""
    table = Table(title=name, title_style=STYLES[name], title_justify="left", box=box.SIMPLE)
    columns = TABLES[name].names
    kept = [
        i
        for i, column in enumerate(columns)
        if column not in _LEFT_OUT and any(row[i] not in (None, "") for row in made[name])
    ]
    for i in kept:
        number = TABLES[name].columns[i].type in ("integer", "number")
        table.add_column("" if i == 0 else columns[i], justify="right" if number else "left", overflow="fold")
    prefix = f"{record.article.article_id}#"
    for row in made[name]:
        table.add_row(*(Text("" if row[i] is None else str(row[i]).removeprefix(prefix)) for i in kept))
    return table


def _print_why(record: ArticleRecord, console: Console) -> None:
    for (table, row), cells in groupby(reasons(record), key=lambda r: (r.table, r.row)):
        lines = Table(title=f"{table} {row}", title_justify="left", box=box.SIMPLE, show_header=False)
        for reason in cells:
            lines.add_row(reason.column, Text(str(reason.cell)), Text(reason.why, "dim"))
        console.print(lines)
