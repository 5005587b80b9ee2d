"""One article in the terminal: the text with coloured spans, its tables and what made every cell."""

from __future__ import annotations

import os
from decimal import Decimal
from itertools import groupby

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.records import ArticleRecord, Mention
from pipelines.errors import InputError, UsageError
from pipelines.read import Document, find, read
from pipelines.rows import Cell, Rows, rows
from pipelines.schema import TABLES
from pipelines.why import reasons

__all__ = ["SHOWN", "coloured", "show", "show_file"]

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

#: What a terminal has room for: a column's heading, its least width, and the columns of the table it joins.
SHOWN: dict[str, tuple[tuple[str, int, str], ...]] = {
    "projects": (
        ("name", 10, "name"),
        ("action", 4, "action"),
        ("stage", 8, "stage next_stage"),
        ("sector", 4, "sector"),
        ("country", 2, "country"),
        ("amount", 10, "amount_modifier amount amount_max currency"),
        ("date", 8, "date_relation date"),
        ("flags", 4, "flags"),
    ),
    "amounts": (
        ("text", 14, "text"),
        ("value", 18, "modifier value value_max currency per"),
        ("converts", 3, "converts"),
        ("project", 3, "project_id"),
        ("flags", 10, "flags"),
    ),
    "dates": (
        ("text", 14, "text"),
        ("edtf", 18, "relation edtf"),
        ("resolution", 8, "resolution"),
        ("project", 3, "project_id"),
        ("flags", 10, "flags"),
    ),
    "officials": (
        ("name", 12, "name"),
        ("title", 12, "title"),
        ("organization", 14, "organization"),
        ("country", 2, "country"),
        ("role", 6, "role"),
        ("mentions", 2, "mentions"),
        ("quotes", 2, "quotes"),
    ),
    "quotes": (("speaker", 12, "speaker"), ("verb", 8, "verb"), ("text", 20, "text")),
    "meetings": (
        ("name", 20, "name"),
        ("ordinal", 2, "ordinal"),
        ("date", 10, "date"),
        ("place", 8, "place"),
        ("country", 2, "country"),
        ("host", 8, "host"),
    ),
    "entities": (
        ("label", 3, "label"),
        ("text", 14, "text"),
        ("canonical", 14, "canonical"),
        ("country", 2, "country"),
    ),
}

#: Marks before cells that share a column, and words that go without saying.
_LEAD = {"value_max": "–", "amount_max": "–", "next_stage": "→"}
_SILENT = {("modifier", "exact"), ("amount_modifier", "exact"), ("relation", "on"), ("date_relation", "on")}


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
    from extractor import Extractor  # loads for a second, so only when there is something to read

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
        if cell not in (None, ""):
            table.add_row(column, Text(str(cell)))
    return table


def _table(name: str, made: Rows, record: ArticleRecord) -> Table:
    """A table of mentions, without its empty columns; the same entity is told once."""
    prefix = f"{record.article.article_id}#"
    lines = [dict(zip(TABLES[name].names, row, strict=True)) for row in made[name]]
    ids = [str(line[TABLES[name].names[0]]).removeprefix(prefix) for line in lines]
    columns = {
        (heading, width): [_joined(line, group.split(" ")).removeprefix(prefix) for line in lines]
        for heading, width, group in SHOWN[name]
    }
    columns = {shown: cells for shown, cells in columns.items() if any(cells)}
    table = Table(
        title=name, title_style=STYLES[name], title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0)
    )
    if name != "entities":
        table.add_column("", no_wrap=True)
    for heading, width in columns:
        table.add_column(heading, min_width=width, overflow="fold")
    told: set[tuple[str, ...]] = set()
    for key, *cells in zip(ids, *columns.values(), strict=True):
        row = tuple(cells) if name == "entities" else (key, *cells)
        if row not in told:
            told.add(row)
            table.add_row(*map(Text, row))
    return table


def _joined(line: dict[str, Cell], columns: list[str]) -> str:
    """Cells of one row as they read best together: 'about 300,000,000 USD', 'planned → completed'."""
    parts = []
    for column in columns:
        cell = line[column]
        if cell in (None, "") or (column, cell) in _SILENT:
            continue
        number = column in ("value", "value_max", "amount", "amount_max")
        text = f"{Decimal(str(cell)):,f}" if number else str(cell)
        lead = _LEAD.get(column, "")
        parts.append(f"{lead} {text}" if lead else text)
    return " ".join(parts)


def _print_why(record: ArticleRecord, console: Console) -> None:
    for (table, row), cells in groupby(reasons(record), key=lambda r: (r.table, r.row)):
        lines = Table(title=f"{table} {row}", title_justify="left", box=box.SIMPLE, show_header=False)
        for reason in cells:
            lines.add_row(reason.column, Text(str(reason.cell)), Text(reason.why, "dim"))
        console.print(lines)
