"""The README's Python snippets are run, and print what the README says they print."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SNIPPET = re.compile(r"```python\n(?P<code>.*?)```\n(?:\n```text\n(?P<output>.*?)```)?", re.S)
PAGES = ("README.md", "README.ko.md")
SNIPPETS = [
    pytest.param(m["code"], m["output"], id=f"{page}-{number}")
    for page in PAGES
    for number, m in enumerate(SNIPPET.finditer((ROOT / page).read_text(encoding="utf-8")))
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with ``outputs``, as after ``make run``."""
    folder = tmp_path_factory.mktemp("readme")
    article = next(iter(sorted((ROOT / "corpus" / "articles").glob("*.txt"))))
    command = [Path(sys.executable).parent / "gisaro", "run", article, "--out", folder / "outputs"]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_both_pages_have_snippets():
    assert len(SNIPPETS) >= 6


@pytest.mark.parametrize(("code", "output"), SNIPPETS)
def test_snippet(code, output, folder, monkeypatch):
    monkeypatch.chdir(folder)
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(code, "README", "exec"), {})
    assert printed.getvalue()
    if output is not None:
        assert printed.getvalue() == output


@pytest.mark.parametrize("page", PAGES)
def test_every_table_and_command_is_named(page):
    from pipelines.schema import TABLES

    text = (ROOT / page).read_text(encoding="utf-8")
    assert [name for name in TABLES if f"`{name}.csv`" not in text] == []
    assert [
        c for c in ("run", "show", "evaluate", "schema", "watch", "train") if f"gisaro {c} " not in text
    ] == []
