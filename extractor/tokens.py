"""Kiwi as spaCy's tokenizer: morphemes merged into surface tokens, the text untouched.

The layout comes first: every block of it is tokenised on its own, page furniture not at all (its words are
split at white space). Kiwi's morphemes overlap ('했' is 하 + 었 over one character) and can be empty. Those
that share characters become one token; the first blank after a token is its trailing space, any other white
space is a token of its own. So ``doc.text == text`` and every ``token.idx`` is an offset into the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from operator import attrgetter, itemgetter, lt
from typing import Any

import numpy as np
from spacy.attrs import SENT_START, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.analyser import Request, analyser, expect
from extractor.draft import Draft, Hit, Layout, Morph

#: Blocks longer than this are cut: Kiwi's time grows faster than the length of a text.
LONGEST = 4000

#: So many characters without a blank are no words but an encoded picture or the like: no work for Kiwi.
UNBROKEN = re.compile(r"\S{1000}")

#: The end of a sentence that the next one is written against.
_GLUED = re.compile(r"(?<=[가-힣]다)\.(?=[가-힣A-Z“\"‘'△▲◇]{2})")

#: Kiwi's tokens are read, and morphemes made of them, by the thousand.
_read = attrgetter("form", "tag", "start", "end", "oov")
_sentence = attrgetter("sent_position")
_end = itemgetter(3)
_new = tuple.__new__
_NO_START = np.uint64(2**64 - 1)  # -1, as spaCy's arrays hold it

Gazetteer = Callable[[str], list[Hit]]
LayoutReader = Callable[[str], Layout]


class _Ids(dict[str, int]):
    """spaCy's numbers of tags, which outlive a memory zone."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self.strings: Any = vocab.strings

    def __missing__(self, tag: str) -> int:
        self[tag] = self.strings.add(tag, allow_transient=False)
        return self[tag]


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
        self._tags = _Ids(vocab)
        self._expected: dict[str, Draft] = {}

    def __call__(self, text: str) -> Doc:
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ValueError(f"the text holds half of a surrogate pair at offset {error.start}") from None
        draft = self._expected.pop(text, None) or self._begun(text)
        analyse(draft)
        doc = self.document(draft)
        doc._.draft = draft
        return doc

    def expect(self, text: str) -> None:
        """Let another process, if there is one for Kiwi, tokenise a text that is soon to be read."""
        draft = self._expected[text] = self._begun(text)
        expect(_requests(draft))

    def _begun(self, text: str) -> Draft:
        return Draft(text=text, layout=self.layout(text), hits=self.gazetteer(text))

    def document(self, draft: Draft) -> Doc:
        """Return the words with their blanks, tags and sentence starts, all set at once."""
        text = draft.text
        starts, ends, tags = surface(draft)
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        doc = Doc(self.vocab, words=words, spaces=list(map(lt, ends, [*starts[1:], len(text)])))
        if words:
            values: Any = np.empty((2, len(words)), np.uint64)
            values[0] = [self._tags[tag] for tag in tags]
            values[1] = _NO_START
            values[1, [bisect_right(starts, start) - 1 for start, _ in draft.sentences]] = 1
            doc.from_array([TAG, SENT_START], values.T)
        return doc

    def to_bytes(self, **kwargs: Any) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> KiwiTokenizer:
        return self

    def to_disk(self, path: object, **kwargs: Any) -> None:
        return None

    def from_disk(self, path: object, **kwargs: Any) -> KiwiTokenizer:
        return self


def analyse(draft: Draft) -> None:
    """Fill in the draft's morphemes and sentences."""
    tokenize = analyser().tokenize
    for low, piece, spans, furniture in _texts(draft):
        if furniture:
            draft.morphs += [
                Morph(m[0], "W", low + m.start(), low + m.end()) for m in re.finditer(r"\S+", piece)
            ]
            continue
        tokens = tokenize(piece, pretokenized=spans or None)
        found = [
            _new(Morph, (form, tag, low + start, low + end, oov))
            for form, tag, start, end, oov in map(_read, tokens)
        ]
        draft.morphs += found
        if not found:
            continue
        alone = tokens[0].sent_position == tokens[-1].sent_position
        numbers = [] if alone else list(map(_sentence, tokens))
        first = 0
        while first < len(found):
            after = len(found) if alone else bisect_right(numbers, numbers[first], first)
            begin, end = found[first].start, max(map(_end, found[max(first, after - 8) : after]))
            if begin < end:
                draft.sentences += _apart(draft.text, begin, end)
            first = after


def _apart(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences in [begin, end), which no blank may part: '… 내다봤다.가온 관계자는 …'."""
    if text.find("다.", begin, end - 3) >= 0:
        for m in _GLUED.finditer(text, begin, end):
            yield begin, m.end()
            begin = m.end()
    yield begin, end


def _requests(draft: Draft) -> Iterator[Request]:
    """Yield what `analyse` will ask Kiwi for."""
    for _, piece, spans, furniture in _texts(draft):
        if not furniture:
            yield piece, spans or None


def _texts(draft: Draft) -> Iterator[tuple[int, str, list[tuple[int, int, str]], bool]]:
    """Yield offset and text of each piece with the spans in it that are names; True for no work for Kiwi."""
    hits = [(start, end) for start, end, _ in draft.hits if end - start >= 3]
    at = 0
    for low, high, furniture in _pieces(draft):
        piece = draft.text[low:high]
        spans: list[tuple[int, int, str]] = []
        while at < len(hits) and hits[at][0] < high:
            start, end = hits[at]
            if low <= start and end <= high:
                spans.append((start - low, end - low, "NNP"))
            at += 1
        yield low, piece, spans, furniture or (len(piece) >= 1000 and bool(UNBROKEN.search(piece)))


def _pieces(draft: Draft) -> Iterator[tuple[int, int, bool]]:
    """Yield the spans to tokenise: the blocks with their markers, long ones in parts; True for furniture."""
    end = 0
    for block in draft.layout.blocks:
        for low in range(end, block.end, LONGEST):
            yield low, min(low + LONGEST, block.end), block.zone == "furniture"
        end = block.end
    for low in range(end, len(draft.text), LONGEST):
        yield low, min(low + LONGEST, len(draft.text)), True


def surface(draft: Draft) -> tuple[list[int], list[int], list[str]]:
    """Merge morphemes that share characters into words, and make words of what lies between them.

    Returns
    -------
    starts, ends : list of int
        Spans that cover the text, but for one blank after a word.
    tags : list of str
        Kiwi's tags, joined by '+'; '_SP' for white space, 'UN' for what Kiwi left out.
    """
    text = draft.text
    starts: list[int] = []
    ends: list[int] = []
    tags: list[str] = []

    def between(low: int, high: int) -> None:
        low += low > 0 and text[low] == " "
        if low < high:
            starts.append(low)
            ends.append(high)
            tags.append("_SP" if text[low:high].isspace() else "UN")

    last = 0
    for _, tag, start, end, _ in draft.morphs:
        if start >= end:
            continue
        if start < last:
            tags[-1] += f"+{tag}"
            if end > last:
                ends[-1] = last = end
            continue
        if start > last:
            between(last, start)
        starts.append(start)
        ends.append(end)
        tags.append(tag)
        last = end
    if last < len(text):
        between(last, len(text))
    return starts, ends, tags
