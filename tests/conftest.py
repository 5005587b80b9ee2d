"""One pipeline for the whole test session: loading Kiwi takes seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import ArticleRecord, Extractor
from pipelines import read as reading
from pipelines.tables import Part, TableWriter

CORPUS = Path(__file__).parent.parent / "corpus" / "articles"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def read(extractor):
    """Read a text published on the given day into a record."""

    def _read(text: str, published: str | None = None) -> ArticleRecord:
        return extractor.extract(text, published=published)

    return _read


@pytest.fixture(scope="session")
def corpus_records(extractor) -> list[ArticleRecord]:
    """The corpus's annotated articles, read."""
    records = []
    for source in reading.find([str(CORPUS)]):
        assert isinstance(source, reading.Source), source
        document = reading.read(source)
        records.append(extractor.extract(document.text, **document.keywords))
    return records


@pytest.fixture(scope="session")
def corpus_tables(corpus_records, tmp_path_factory) -> Path:
    """The output folder of the corpus, tracks left aside."""
    folder = tmp_path_factory.mktemp("corpus")
    parts = [Part.of(record) for record in corpus_records]
    with TableWriter(folder) as writer:
        for part in sorted(parts, key=lambda p: p.order):
            writer.add(part)
    return folder
