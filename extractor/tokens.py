"""Kiwi as spaCy's tokenizer: morphemes merged into surface tokens, the text untouched.

The layout comes first: every block of it is tokenised on its own, page furniture not at all (its words are
split at white space). Kiwi's morphemes overlap ('했' is 하 + 었 over one character) and can be empty. Those
that share characters become one token; the first blank after a token is its trailing space, any other white
space is a token of its own. So ``doc.text == text`` and every ``token.idx`` is an offset into the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from kiwipiepy import Kiwi
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.draft import Draft, Hit, Layout, Morph

#: Blocks longer than this are cut: Kiwi's time grows faster than the length of a text.
LONGEST = 4000

#: So many characters without a blank are no words but an encoded picture or the like: no work for Kiwi.
UNBROKEN = re.compile(r"\S{1000}")

Gazetteer = Callable[[str], list[Hit]]
LayoutReader = Callable[[str], Layout]


@cache
def kiwi() -> Kiwi:
    """Return the one Kiwi of this process: one thread, so that a fork after it is safe."""
    analyser = Kiwi(num_workers=1)
    analyser.tokenize("준비")  # builds the model now, not in the first article
    return analyser


class KiwiTokenizer:
    """Turn a text into a Doc; ``doc._.draft`` holds morphemes, sentences and gazetteer hits.

    Parameters
    ----------
    vocab : Vocab
    layout : callable
        Reads zones and blocks off a text.
    gazetteer : callable, optional
        Finds the names in a text that Kiwi must not tear apart; in order, without overlaps.

    Raises
    ------
    ValueError
        When the text holds a lone surrogate, which no UTF-8 file can.
    """

    def __init__(self, vocab: Vocab, layout: LayoutReader, gazetteer: Gazetteer | None = None) -> None:
        self.vocab = vocab
        self.layout = layout
        self.gazetteer = gazetteer or (lambda text: [])

    def __call__(self, text: str) -> Doc:
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ValueError(f"the text holds half of a surrogate pair at offset {error.start}") from None
        draft = Draft(text=text, layout=self.layout(text), hits=self.gazetteer(text))
        starts = analyse(draft)
        words, spaces, tags, begins = surface(draft, starts)
        doc = Doc(self.vocab, words=words, spaces=spaces, tags=tags, sent_starts=begins)
        doc._.draft = draft
        return doc

    def to_bytes(self, **kwargs: Any) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> KiwiTokenizer:
        return self

    def to_disk(self, path: object, **kwargs: Any) -> None:
        return None

    def from_disk(self, path: object, **kwargs: Any) -> KiwiTokenizer:
        return self


def analyse(draft: Draft) -> set[int]:
    """Fill in the draft's morphemes and sentences; return the offsets where sentences begin."""
    analyser = kiwi()
    hits = [h for h in draft.hits if h.end - h.start >= 3]
    starts: set[int] = set()
    at = 0
    for low, high, furniture in _pieces(draft):
        piece = draft.text[low:high]
        if furniture or UNBROKEN.search(piece):
            draft.morphs += [
                Morph(m[0], "W", low + m.start(), low + m.end()) for m in re.finditer(r"\S+", piece)
            ]
            continue
        spans: list[tuple[int, int, str]] = []
        while at < len(hits) and hits[at].start < high:
            if hits[at].start >= low and hits[at].end <= high:
                spans.append((hits[at].start - low, hits[at].end - low, "NNP"))
            at += 1
        sentence, begin, end = -1, low, low
        for token in analyser.tokenize(piece, pretokenized=spans or None):
            if token.sent_position != sentence:
                if end > begin:
                    draft.sentences.append((begin, end))
                sentence, begin = token.sent_position, low + token.start
                starts.add(begin)
            end = max(end, low + token.end)
            draft.morphs.append(Morph(token.form, token.tag, low + token.start, low + token.end, token.oov))
        if end > begin:
            draft.sentences.append((begin, end))
    return starts


def _pieces(draft: Draft) -> Iterator[tuple[int, int, bool]]:
    """Yield the spans to tokenise: the blocks with their markers, long ones in parts; True for furniture."""
    end = 0
    for block in draft.layout.blocks:
        for low in range(end, block.end, LONGEST):
            yield low, min(low + LONGEST, block.end), block.zone == "furniture"
        end = block.end
    for low in range(end, len(draft.text), LONGEST):
        yield low, min(low + LONGEST, len(draft.text)), True


def surface(
    draft: Draft, starts: set[int]
) -> tuple[list[str], list[bool], list[str], list[bool | int | None]]:
    """Merge overlapping morphemes into words that are slices of the text."""
    text = draft.text
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    begins: list[bool | int | None] = []

    def gap(low: int, high: int) -> None:
        if low < high and words and text[low] == " " and not spaces[-1]:
            spaces[-1] = True
            low += 1
        if low < high:
            add(low, high, "_SP" if text[low:high].isspace() else "UN")

    def add(low: int, high: int, tag: str) -> None:
        words.append(text[low:high])
        spaces.append(False)
        tags.append(tag)
        begins.append(low in starts)

    end = 0
    low, high, tag = 0, 0, ""
    for morph in draft.morphs:
        if morph.start >= morph.end:
            continue
        if morph.start < high:
            high, tag = max(high, morph.end), f"{tag}+{morph.tag}"
            continue
        if high > low:
            gap(end, low)
            add(low, high, tag)
            end = high
        low, high, tag = morph.start, morph.end, morph.tag
    if high > low:
        gap(end, low)
        add(low, high, tag)
        end = high
    gap(end, len(text))
    return words, spaces, tags, begins
