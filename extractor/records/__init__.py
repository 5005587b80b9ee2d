"""The typed records that an article is turned into: frozen, without logic.

Every mention carries its exact place: ``article.text[char_start:char_end] == mention.text``, offsets being
code points into the text as it was read. Only money and dates are loaded at once: whoever parses those alone
does not wait for the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractor.records.mentions import (
    ROW_ZONES,
    Amount,
    CalendarDate,
    Mention,
    Modifier,
    Precision,
    Relation,
    Resolution,
    Zone,
)

if TYPE_CHECKING:
    from extractor.records.article import (
        Article,
        ArticleRecord,
        Entity,
        Meeting,
        Official,
        Project,
        Quote,
        Stage,
    )

__all__ = [
    "ROW_ZONES",
    "Amount",
    "Article",
    "ArticleRecord",
    "CalendarDate",
    "Entity",
    "Meeting",
    "Mention",
    "Modifier",
    "Official",
    "Precision",
    "Project",
    "Quote",
    "Relation",
    "Resolution",
    "Stage",
    "Zone",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'extractor.records' has no attribute {name!r}")
    return getattr(import_module("extractor.records.article"), name)
