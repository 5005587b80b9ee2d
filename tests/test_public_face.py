"""The extractor's public names, and what importing them costs."""

import subprocess
import sys

import extractor


def test_every_public_name_is_there_and_sorted():
    assert extractor.__all__ == sorted(extractor.__all__)
    for name in extractor.__all__:
        assert getattr(extractor, name) is not None


def test_the_parsers_load_neither_kiwi_nor_spacy():
    code = (
        "import sys; from extractor import parse_amounts, parse_dates; "
        "parse_amounts('1억원'); parse_dates('2019년'); "
        "print([m for m in ('spacy', 'kiwipiepy', 'pandas', 'numpy') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_extractor_leaves_spacys_command_line_and_pandas_aside():
    code = (
        "import sys; from extractor import Extractor; "
        "print([m for m in ('spacy.cli', 'weasel', 'httpx', 'requests', 'pandas') if m in sys.modules]); "
        "import spacy, spacy.cli; print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["[]", "True"]
