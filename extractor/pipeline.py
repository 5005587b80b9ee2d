"""The pipeline: which components in which order, and the public `Extractor`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from datetime import date, datetime
from typing import Any

import spacy
from spacy.attrs import IS_SPACE, LOWER, NORM  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from extractor import amounts, dates, linking, meetings, names, officials, projects, quotes
from extractor.assemble import assemble
from extractor.draft import Draft
from extractor.layout import read_layout
from extractor.names import recogniser
from extractor.records import ArticleRecord
from extractor.tokens import KiwiTokenizer

__all__ = ["Extractor", "build"]

#: So many words spaCy may keep; those of later articles are forgotten with the article.
KEPT = 20_000

Doc.set_extension("draft", default=None, force=True)


@registry.tokenizers("gisaro.KiwiTokenizer.v1")  # type: ignore[untyped-decorator]
def _tokenizer() -> Callable[[Language], KiwiTokenizer]:
    return lambda nlp: KiwiTokenizer(nlp.vocab, read_layout, names.find_names)


def _component(name: str, fill: Callable[[Draft], None]) -> None:
    def run(doc: Doc) -> Doc:
        fill(doc._.draft)
        return doc

    Language.component(name, func=run)


def _fills(field: str, find: Callable[[Draft], Any]) -> Callable[[Draft], None]:
    return lambda draft: setattr(draft, field, find(draft))


#: Component names in order; each fills one list of the draft.
COMPONENTS: dict[str, Callable[[Draft], None]] = {
    "gisaro_amounts": _fills("amounts", amounts.find),
    "gisaro_dates": _fills("dates", dates.find),
    "gisaro_spotter": _fills("spotted", recogniser.spot),
    "gisaro_names": _fills("entities", names.find),
    "gisaro_officials": _fills("officials", officials.find),
    "gisaro_quotes": _fills("quotes", quotes.find),
    "gisaro_meetings": _fills("meetings", meetings.find),
    "gisaro_projects": _fills("projects", projects.find),
    "gisaro_links": _fills("projects", linking.link),
}
for _name, _fill in COMPONENTS.items():
    _component(_name, _fill)


def build() -> Language:
    """Return the spaCy pipeline. ``doc._.draft`` of its documents holds all that was found."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "gisaro.KiwiTokenizer.v1"}}}
    nlp = spacy.blank("xx", config=config)
    # shapes and flags of every new word cost more than all else of a Doc: only what spaCy itself needs stays
    vocab: Any = nlp.vocab
    vocab.lex_attr_getters = {k: vocab.lex_attr_getters[k] for k in (LOWER, NORM, IS_SPACE)}
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


class Extractor:
    """Reads articles into records.

    Examples
    --------
    >>> record = Extractor().extract("정부는 27일 2억달러를 지원한다.", published="2019-09-27")
    >>> record.amounts[0].value
    Decimal('200000000')
    """

    def __init__(self) -> None:
        self.nlp = build()

    def extract(
        self,
        text: str,
        *,
        published: str | date | None = None,
        published_source: str = "option",
        source: str = "",
        url: str = "",
    ) -> ArticleRecord:
        """Read one article.

        Parameters
        ----------
        text : str
            The article as it was read; all offsets of the record are code points into it.
        published : str (ISO 8601) or date, optional
            The day of publication, which relative dates lean on. Without it, the day that the text itself
            states is taken; if there is none, relative dates stay unknown (X).
        published_source : str
            Where ``published`` comes from: 'option', 'filename' or 'metadata'.
        source, url : str
            Where the text comes from; copied into the record.

        Raises
        ------
        ValueError
            When ``published`` is no ISO date or the text holds half of a surrogate pair.
        """
        doc = self.nlp.make_doc(text)
        draft: Draft = doc._.draft
        stated = published.isoformat() if isinstance(published, date) else (published or "")
        origin = published_source if stated else ("text" if draft.layout.article.published else "")
        stated = stated or draft.layout.article.published
        draft.published = datetime.fromisoformat(stated).date() if stated else None
        self.nlp(doc)
        return assemble(draft, published=stated, published_source=origin, source=source, url=url)

    def expect(self, text: str) -> None:
        """Begin with a text that `extract` will get soon, where another process tokenises."""
        tokenizer: Any = self.nlp.tokenizer
        tokenizer.expect(text)

    def pipe(self, articles: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[ArticleRecord]:
        """Read many articles, one after another: pairs of a text and the keywords of `extract`."""
        for text, keywords in articles:
            # a Doc of known words costs half: the frequent ones come first and stay
            with self.nlp.memory_zone() if len(self.nlp.vocab) > KEPT else nullcontext():
                record = self.extract(text, **keywords)
            yield record
