"""The command as a user meets it: exit codes, messages, and files that do not depend on chance."""

import csv
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.schema import TABLES

CORPUS = Path(__file__).parent.parent / "corpus" / "articles"
FILES = [t.file for t in TABLES.values()] + ["records.jsonl", "datapackage.json"]


def _gisaro(*arguments, stdin=b"", env=None, cwd=None):
    done = subprocess.run(
        [sys.executable, "-m", "pipelines.cli", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env=os.environ | {"PYTHONUTF8": "1"} | (env or {}),
        cwd=cwd,
        timeout=120,
    )
    told = done.stderr.decode()
    assert "Traceback" not in told, told
    return done.returncode, done.stdout.decode(), told


def test_help_is_quick():
    def cpu():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    spent = []
    for _ in range(3):
        before = cpu()
        code, out, _ = _gisaro("--help")
        spent.append(cpu() - before)
        assert code == 0
    assert all(command in out for command in ("run", "show", "evaluate", "schema", "version"))
    assert min(spent) < 0.5


def test_the_command_imports_nothing_heavy():
    code = (
        "import sys, pipelines.cli; "
        "print([m for m in ('spacy', 'kiwipiepy', 'pandas', 'numpy', 'rich.progress') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Usage"),
        (("fly",), "No such command"),
        (("run",), "Missing"),
        (("run", "a.txt"), "--out"),
        (("run", "a.txt", "--out", "o", "--published", "27.9.2019"), "2019-09-27"),
        (("run", "a.txt", "--out", "o", "--format", "csv,xml"), "csv, jsonl"),
        (("show", "gone.txt"), "check the path"),
        (("show", "."), "name one article"),
        (("evaluate", ".", "."), "no gold"),
        (("schema", "money"), "projects"),
        (("schema", "--format", "pdf"), "markdown"),
    ],
)
def test_wrong_usage_is_told_in_a_line_with_exit_code_2(tmp_path, arguments, told):
    code, out, error = _gisaro(*arguments, cwd=tmp_path, env={"PYTHONPATH": str(CORPUS.parent.parent)})
    assert code == 2
    assert told in out + error
    assert list(tmp_path.iterdir()) == []


def test_schema_and_version_are_printed():
    assert "projects.csv" in _gisaro("schema")[1]
    assert "| `edtf` |" in _gisaro("schema", "dates", "--format", "markdown")[1]
    assert _gisaro("version")[1].startswith("gisaro ")


def test_a_terminal_without_korean_is_no_failure():
    code, out, _ = _gisaro("schema", "dates", env={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert (code, "?" in out, "edtf" in out) == (0, True, True)


def test_a_reader_that_goes_away_is_no_failure():
    command = f"{sys.executable} -m pipelines.cli schema --format json | head -c 1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("{", "")


def _rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_bad_inputs_are_told_and_the_others_are_read(tmp_path):
    """One run over everything that can be wrong with an input."""
    inbox = tmp_path / "in"
    (inbox / "void").mkdir(parents=True)
    text = "환경부는 27일 3억달러 규모의 정수장 사업을 논의했다고 밝혔다.\n"
    (inbox / "2019-09-27_utf8.txt").write_text(text, encoding="utf-8")
    (inbox / "2019-09-27_copy.txt").write_text(text, encoding="utf-8")
    (inbox / "20200101_cp949.txt").write_bytes(("둘째 글. " + text).encode("cp949"))
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (inbox / "huge.txt").write_bytes(b"a" * 50_000_000)
    (inbox / "cut.txt").write_bytes(text.encode("utf-8")[:41])
    (inbox / "table.xlsx").write_bytes(b"PK")
    out = tmp_path / "out"
    code, _, told = _gisaro("run", "in", "in/void", "in/table.xlsx", "gone.txt", "-", "--out", out,
                            stdin=("셋째 글. " + text).encode("utf-16"), cwd=tmp_path,
                            env={"PYTHONPATH": str(CORPUS.parent.parent)})  # fmt: skip
    assert code == 1
    assert {(r["source_path"], r["error"]) for r in _rows(out, "errors")} == {
        ("in/empty.txt", "empty"),
        ("in/picture.txt", "not_text"),
        ("in/huge.txt", "too_large"),
        ("in/cut.txt", "not_text"),
        ("in/void", "empty"),
        ("in/table.xlsx", "unsupported"),
        ("gone.txt", "unreadable"),
    }
    for row in _rows(out, "errors"):
        assert row["source_path"] in row["message"]
        assert "\n" not in row["message"]
    articles = {r["source_path"]: (r["published"], r["published_source"]) for r in _rows(out, "articles")}
    assert articles == {
        "in/2019-09-27_copy.txt": ("2019-09-27", "filename"),
        "in/20200101_cp949.txt": ("2020-01-01", "filename"),
        "-": ("", ""),
    }
    assert len(told.strip().splitlines()) == 1
    assert sorted(p.name for p in out.iterdir() if not p.name.startswith(".")) == sorted(FILES)


def test_files_depend_neither_on_the_hash_seed_nor_on_order_and_workers(tmp_path):
    inputs = [str(p) for p in sorted(CORPUS.glob("*.txt"))[::6]]
    assert len(inputs) >= 5
    ways = [
        (inputs, {"PYTHONHASHSEED": "1"}, "1"),
        (inputs[::-1], {"PYTHONHASHSEED": "2"}, "2"),
    ]
    written = []
    for number, (paths, env, workers) in enumerate(ways):
        out = tmp_path / str(number)
        assert _gisaro("run", *paths, "--out", out, "--workers", workers, env=env)[0] == 0
        written.append({name: (out / name).read_bytes() for name in FILES})
    assert written[0] == written[1]
    assert len(_rows(tmp_path / "0", "articles")) == len(inputs)
