"""From the finished draft to the record: zones, sentences and running ids are given here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from extractor.draft import Draft
from extractor.records import ROW_ZONES, ArticleRecord, Mention
from extractor.records.changed import changed
from extractor.version import __version__

M = TypeVar("M", bound=Mention)


def assemble(draft: Draft, *, published: str, published_source: Any, source: str, url: str) -> ArticleRecord:
    """Put the record together from all that the components found."""
    digest = hashlib.sha256(draft.text.encode("utf-8")).hexdigest()
    found = draft.layout.article
    article = replace(
        found,
        article_id=found.article_id or f"sha256:{digest[:16]}",
        source_path=source,
        url=url or found.url,
        published=published,
        published_source=published_source,
        chars=len(draft.text),
        sentences=len(draft.sentences),
        content_sha256=digest,
        extractor_version=__version__,
    )
    return ArticleRecord(
        article=article,
        text=draft.text,
        amounts=_rows(draft, draft.amounts, "a"),
        dates=_rows(draft, draft.dates, "d"),
        entities=_rows(draft, draft.entities, "e"),
        officials=_rows(draft, draft.officials, "o"),
        quotes=_rows(draft, draft.quotes, "q"),
        meetings=_rows(draft, draft.meetings, "m"),
        projects=_rows(draft, draft.projects, "p"),
    )


def _rows(draft: Draft, mentions: Iterable[M], letter: str) -> tuple[M, ...]:
    """Give each mention its zone, sentence and id.

    Components keep to `ROW_ZONES` and to the order of the text, so indices into their lists stay right.
    """
    rows = []
    text, zone_at, sentence_at = draft.text, draft.layout.zone_at, draft.sentence_at
    for number, mention in enumerate(mentions, 1):
        zone = zone_at(mention.char_start)
        if zone not in ROW_ZONES:
            raise AssertionError(f"{letter}{number} {mention.text!r} stands in the zone {zone}")
        start, end = sentence_at(mention.char_start)
        rows.append(changed(mention, id=f"{letter}{number}", zone=zone, sentence=text[start:end]))
    return tuple(rows)
