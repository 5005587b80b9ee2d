"""The examples that a lexicon's rows share: comment lines '# example (kind): …{word}…' at its head."""

from __future__ import annotations

import re

from extractor.load import FOLDER

_LINE = re.compile(r"# (example|counterexample)(?: \(([\w ]+)\))?: (.+)")


def templates(name: str) -> dict[tuple[str, str], str]:
    """Return the templates of ``lexicon/<name>.tsv`` by ('example' or 'counterexample', kind)."""
    found = {}
    for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if match := _LINE.fullmatch(line):
            found[match[1], match[2] or ""] = match[3]
    return found
