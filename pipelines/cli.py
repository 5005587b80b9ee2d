"""The command ``gisaro``: parses options and calls the others, which it imports only when they are needed."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipelines.errors import RunError, UsageError

__all__ = ["app", "main"]

ABOUT = "Korean news articles and press releases in; tables of projects, amounts, dates and officials out."

app = typer.Typer(
    name="gisaro", help=ABOUT, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")
]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder that the tables go to.")]
Published = Annotated[
    str, typer.Option("--published", metavar="DATE", help="Day of publication of all inputs, YYYY-MM-DD.")
]


Formats = Annotated[
    str, typer.Option("--format", metavar="LIST", help="Of csv, jsonl and parquet, joined by commas.")
]
Workers = Annotated[
    int, typer.Option("--workers", "-j", metavar="N", min=0, help="Worker processes; 0: one a core.")
]
Prune = Annotated[bool, typer.Option("--prune", help="Drop inputs that no longer exist.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No bar, no summary.")]


class Layout(StrEnum):
    """How the data dictionary is printed."""

    text = "text"
    markdown = "markdown"
    json = "json"


@app.callback()
def _root() -> None:
    pass


@app.command()
def run(
    paths: Paths,
    out: Out,
    published: Published = "",
    formats: Formats = "csv,jsonl",
    workers: Workers = 0,
    prune: Prune = False,
    quiet: Quiet = False,
    json_progress: Annotated[
        bool, typer.Option("--json-progress", help="Progress as lines of JSON on standard error.")
    ] = False,
    cluster: Annotated[
        str, typer.Option("--cluster", metavar="ADDRESS", help="Let a Dask cluster work: tcp://host:8786.")
    ] = "",
    parts: Annotated[
        str, typer.Option("--parts", metavar="URL", help="Storage that the cluster's machines share.")
    ] = "",
) -> None:
    """Read articles and write all tables; run again, only what is new or changed is read."""
    from pipelines.run import run_all

    code = run_all(
        paths,
        out,
        published,
        tuple(formats.split(",")),
        workers=workers,
        prune=prune,
        quiet=quiet,
        json_progress=json_progress,
        cluster=cluster,
        parts=parts,
    )
    raise typer.Exit(code)


@app.command()
def watch(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The folder to watch.")],
    out: Out,
    published: Published = "",
    formats: Formats = "csv,jsonl",
    workers: Workers = 0,
    prune: Prune = False,
    quiet: Quiet = False,
) -> None:
    """Keep the tables up to date with a folder: files are read as they land."""
    from pipelines.run import watch as keep_watch

    names = tuple(formats.split(","))
    raise typer.Exit(keep_watch(folder, out, published, names, workers=workers, prune=prune, quiet=quiet))


@app.command()
def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or - for standard input.")],
    published: Published = "",
    why: Annotated[bool, typer.Option("--why", help="Name for every cell what made its value.")] = False,
) -> None:
    """Show one article in the terminal: its text with coloured spans, and its tables."""
    from pipelines.show import show_file

    show_file(file, published, why)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold annotations (.json).")],
    output: Annotated[Path, typer.Argument(metavar="OUTPUT_DIR", help="Output folder of a run.")],
    errors: Annotated[bool, typer.Option("--errors", help="List every mistake.")] = False,
    json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the figures there.")
    ] = None,
) -> None:
    """Score a run's tables against gold: precision, recall and F1."""
    from pipelines.evaluate import evaluate as score
    from pipelines.scores import as_json, as_text

    report = score(gold, output)
    typer.echo(as_text(report, mistakes=errors))
    if json:
        json.write_text(as_json(report), encoding="utf-8")


@app.command()
def train(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Labelled sentences in the format of KLUE-NER.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder of the new model.")],
    raw: Annotated[
        list[Path] | None,
        typer.Option("--raw", metavar="FILE", help="Sentences without labels: id, tab, text. Repeatable."),
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="Another pipelines/train.cfg.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Hold nothing out, score nothing.")] = False,
) -> None:
    """Train the statistical recogniser; a fifth of the sentences is held out and scored."""
    from pipelines.train import CONFIG, train

    report = train(files, out, config or CONFIG, raw=raw or (), held_out=None if all_ else 0, say=typer.echo)
    for label, score in report.scores.items():
        typer.echo(f"{label}\t{score:.3f}")


@app.command()
def schema(
    table: Annotated[str, typer.Argument(metavar="[TABLE]", help="One table; all when left out.")] = "",
    layout: Annotated[Layout, typer.Option("--format", help="How to print it.")] = Layout.text,
) -> None:
    """Print the data dictionary: every table and column, in Korean and English."""
    from pipelines.dictionary import dictionary

    typer.echo(dictionary(table, layout.value))


@app.command()
def version() -> None:
    """Print the version."""
    from extractor.version import __version__

    typer.echo(f"gisaro {__version__}")


def main() -> None:
    """Entry point of the command: every failure is one line, and its kind is the exit code.

    0: all went well; 1: an input failed, or what the message says; 2: wrong usage; 130: interrupted.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: threads cost more than they bring
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # a terminal that has no Korean gets question marks, not a failure
            reconfigure(errors="replace")
    try:
        _run_app()
    except UsageError as error:
        _fail(str(error), 2)
    except RunError as error:
        _fail(str(error), 1)
    except KeyboardInterrupt:
        _fail("interrupted", 130)
    except BrokenPipeError:  # the reader of our output has gone; Python must not flush into it again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except OSError as error:
        place = f": '{error.filename}'" if error.filename else ""
        _fail(f"{(error.strerror or str(error)).lower()}{place}", 1)
    except Exception as error:
        if os.environ.get("GISARO_DEBUG"):
            raise
        _fail(f"{type(error).__name__}: {error} (run again with GISARO_DEBUG=1 to see where)", 1)


def _run_app() -> None:
    """Run the command; where much is loaded, end without taking it apart: a quarter of a second or more."""
    try:
        app()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        if {"kiwipiepy", "pandas"} & sys.modules.keys() and isinstance(end.code, int):
            os._exit(end.code)
        raise


def _fail(message: str, code: int) -> None:
    print(f"gisaro: {message}", file=sys.stderr)
    raise SystemExit(code) from None


if __name__ == "__main__":
    main()
