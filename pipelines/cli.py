"""The command ``gisaro``: parses options and calls the others, which it imports only when they are needed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app", "main"]

app = typer.Typer(
    name="gisaro",
    help="Korean news articles and press releases in; tables of projects, amounts, dates and officials out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _root() -> None:
    """Korean news articles and press releases in; tables of projects, amounts, dates and officials out."""


@app.command()
def run(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder to write the tables to.")],
    published: Annotated[
        str, typer.Option("--published", help="Day of publication of all inputs, YYYY-MM-DD.")
    ] = "",
) -> None:
    """Read articles and write all tables."""
    from pipelines.run import run_all

    raise typer.Exit(run_all(paths, out, published))


def main() -> None:
    """Entry point of the command."""
    app()


if __name__ == "__main__":
    main()
