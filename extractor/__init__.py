"""gisaro's extractor: a Korean news article in, a typed record out.

`parse_amounts` and `parse_dates` work on any text and load neither Kiwi nor spaCy; `Extractor` reads whole
articles.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.amounts import parse_amounts
    from extractor.dates import parse_dates
    from extractor.pipeline import Extractor
    from extractor.records import (
        Amount,
        Article,
        ArticleRecord,
        CalendarDate,
        Entity,
        Meeting,
        Official,
        Project,
        Quote,
    )
    from extractor.version import __version__

__all__ = [
    "Amount",
    "Article",
    "ArticleRecord",
    "CalendarDate",
    "Entity",
    "Extractor",
    "Meeting",
    "Official",
    "Project",
    "Quote",
    "__version__",
    "parse_amounts",
    "parse_dates",
]

# the recogniser's matrices are small: threads of numpy's BLAS would only spin
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_HOMES = {
    "Extractor": "extractor.pipeline",
    "parse_amounts": "extractor.amounts",
    "parse_dates": "extractor.dates",
    "__version__": "extractor.version",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'extractor' has no attribute {name!r}")
    if name == "Extractor":
        from extractor.spacy_import import import_spacy

        import_spacy()
    return getattr(import_module(_HOMES.get(name, "extractor.records")), name)


def __dir__() -> list[str]:
    return list(__all__)
