"""One pipeline for the whole test session: loading Kiwi takes seconds."""

from __future__ import annotations

import pytest

from extractor import ArticleRecord, Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def read(extractor):
    """Read a text published on the given day into a record."""

    def _read(text: str, published: str | None = None) -> ArticleRecord:
        return extractor.extract(text, published=published)

    return _read
