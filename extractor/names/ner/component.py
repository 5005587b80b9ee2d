"""spaCy's trainable component ``gisaro_ner``: reads names, places, dates and quantities off sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Model, Optimizer, set_dropout_rate

from extractor.draft import Block, Draft, Hit, Layout
from extractor.names.ner import tagset
from extractor.names.ner.features import (
    SPACINGS,
    Token,
    gazetteer_marks,
    listed,
    place_hash,
    spacing,
    tokens_of,
    word_hashes,
)
from extractor.names.ner.forward import Forward
from extractor.names.ner.namelist import NameList
from extractor.names.ner.network import Inputs
from extractor.names.ner.pieces import cut
from extractor.names.ner.reading import Span, read
from extractor.names.ner.vectors import VectorTable, kiwi_vectors
from extractor.tokens import KiwiTokenizer

Floats = NDArray[np.float32]

#: Where a document keeps the targets that it is trained towards: an array of (tokens, tags).
TARGETS = "gisaro_ner_targets"
_SEEN = "gisaro_ner_inputs"

if not Doc.has_extension("draft"):
    Doc.set_extension("draft", default=None)


class Recogniser(TrainablePipe):  # type: ignore[misc]
    """Labels spans of Kiwi's tokens.

    Parameters
    ----------
    vocab : Vocab
    model : Model
        See `network.ner_network`.
    name : str
    words : int
        How many of Kiwi's word vectors are used.
    """

    def __init__(self, vocab: Vocab, model: Model[Any, Any], name: str = "gisaro_ner", *, words: int) -> None:
        super().__init__(vocab, model, name)
        self.words = words
        self.vectors = VectorTable({}, np.zeros((1, 1), np.float32))
        self.names = NameList({})
        self._forward: Forward | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of `tagset.LABELS`."""
        return tagset.LABELS

    # -- reading

    def sentences(self, doc: Doc) -> list[list[Token]]:
        """Return the tokens of each sentence."""
        draft: Draft = doc._.draft
        return [tokens_of(draft.morphs_in(start, end)) for start, end in draft.sentences]

    def recognise(self, draft: Draft, sentences: Sequence[Sequence[Token]]) -> list[Span]:
        """Return the spans found in some of an article's sentences, in order."""
        sentences = [cut(tokens, self.names) for tokens in sentences if tokens]
        if not sentences:
            return []
        if self._forward is None:
            self._forward = Forward(self.model, self.vectors)
        forward = self._forward
        words = [forward.word_rows(draft.text, tokens) for tokens in sentences]
        places = [self._place_rows(forward, draft, *pair) for pair in zip(sentences, words, strict=True)]
        found: list[Span] = []
        for tokens, scores in zip(sentences, forward(words, places), strict=True):
            found += read(draft.text, tokens, scores)
        return found

    def _place_rows(
        self, forward: Forward, draft: Draft, tokens: Sequence[Token], words: Sequence[int]
    ) -> list[list[int]]:
        last = len(tokens) - 1
        known, text = forward.has_vector, draft.text
        spaces = [
            forward.spacings[spacing(text, token, at == 0, at == last, known[word])]
            for at, (token, word) in enumerate(zip(tokens, words, strict=True))
        ]
        marks = (listed(text, tokens, self.names), gazetteer_marks(text, tokens, draft.hits))
        return [spaces, *([forward.place_row(at, m) for m in row] for at, row in enumerate(marks, 1))]

    def _places(self, draft: Draft, tokens: Sequence[Token]) -> tuple[list[str], list[str], list[str]]:
        last, row = len(tokens) - 1, self.vectors.row
        spaces = [
            SPACINGS[spacing(draft.text, t, at == 0, at == last, row(t.form, t.tag.partition("+")[0]) > 0)]
            for at, t in enumerate(tokens)
        ]
        return spaces, listed(draft.text, tokens, self.names), gazetteer_marks(draft.text, tokens, draft.hits)

    def predict(self, docs: Iterable[Doc]) -> list[list[Span]]:
        """Return the spans of each document."""
        return [self.recognise(doc._.draft, self.sentences(doc)) for doc in docs]

    def set_annotations(self, docs: Iterable[Doc], scores: Iterable[list[Span]]) -> None:
        """Write the spans into ``doc.ents``, but for those that stand on no token edges of the document."""
        for doc, spans in zip(docs, scores, strict=True):
            ents = [doc.char_span(start, end, label=label) for start, end, label in spans]
            doc.ents = [ent for ent in ents if ent is not None]

    # -- training

    def inputs(self, doc: Doc) -> tuple[NDArray[np.uint64], NDArray[np.int32], list[Token]]:
        """Return a training document's features, vector rows and tokens: the document as one sentence."""
        seen = doc.user_data.get(_SEEN)
        if seen is None:
            draft: Draft = doc._.draft
            tokens = cut(tokens_of(draft.morphs), self.names)
            ids = [
                word_hashes(draft.text[t.start : t.end], t) + [place_hash(value) for value in values]
                for t, *values in zip(tokens, *self._places(draft, tokens), strict=True)
            ]
            rows = [self.vectors.nearest(t.form, t.tag.partition("+")[0]) for t in tokens]
            seen = np.array(ids, np.uint64), np.array(rows, np.int32), tokens
            doc.user_data[_SEEN] = seen
        return seen

    def batch(self, docs: Sequence[Doc], forget: float = 0.0) -> list[Inputs]:
        """Return what the network reads of training documents; ``forget`` is the share of words left out."""
        seen = [self.inputs(doc) for doc in docs]
        inputs = []
        for ids, rows, _ in seen:
            if forget:
                ids = ids.copy()
                ids[np.random.random(len(ids)) < forget, 0] = 0
            inputs.append(Inputs(ids, self.vectors.table[rows]))
        return inputs

    def probabilities(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return the probability of each tag for each token of training documents."""
        return [_softmax(scores) for scores in self.model.predict(self.batch(docs))]

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        names: NameList | None = None,
    ) -> None:
        """Take Kiwi's vectors and the list of names, and set the network to its first weights."""
        self.vectors = kiwi_vectors(self.words)
        if names is not None:
            self.names = names
        self.model.initialize()
        self._forward = None

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
        forget: float = 0.0,
    ) -> dict[str, float]:
        """Learn from documents towards the targets that they carry (see `TARGETS`).

        ``forget`` is the share of words that the network does not get to see, so that it learns to go by
        what stands around them.
        """
        losses = losses if losses is not None else {}
        losses.setdefault(self.name, 0.0)
        docs = [example.reference for example in examples if len(self.inputs(example.reference)[2])]
        if not docs:
            return losses
        set_dropout_rate(self.model, drop)
        scores, backprop = self.model.begin_update(self.batch(docs, forget))
        gradients = []
        for doc, row in zip(docs, scores, strict=True):
            targets = doc.user_data[TARGETS]
            gradient = _softmax(row) - targets
            gradient[targets.sum(1) < 0.5] = 0
            losses[self.name] += float((gradient**2).sum())
            gradients.append(gradient / (8 * len(docs)))
        backprop(gradients)
        self._forward = None
        if sgd is not None:
            self.finish_update(sgd)
        return losses

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:
        """Score ``doc.ents``."""
        return Scorer.score_spans(examples, "ents", **kwargs)

    # -- keeping

    def fold(self, narrow: Recogniser) -> None:
        """Hand the weights over to a recogniser whose word vectors are as wide as the network's layer.

        The projection of Kiwi's vectors is worked into them, so that the table to be packaged is small.
        """
        narrow.model.initialize()
        for mine, other in zip(self.model.walk(), narrow.model.walk(), strict=True):
            for name in mine.param_names:
                if mine is not self._projection:
                    other.set_param(name, mine.get_param(name).copy())
        weights = np.asarray(self._projection.get_param("W"))
        narrow._projection.set_param("W", cast(Any, np.eye(len(weights), dtype=np.float32)))
        narrow._projection.set_param("b", self._projection.get_param("b").copy())
        narrow.vectors = VectorTable(self.vectors.rows, self.vectors.table @ weights.T)
        narrow.names = self.names

    @property
    def _projection(self) -> Model[Any, Any]:
        return self.model.layers[0].layers[-2]  # type: ignore[no-any-return]

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write weights, word vectors and names into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        self.model.to_disk(folder / "model")
        self.vectors.write(folder / "vectors.npz")
        self.names.write(folder / "names.npz")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Recogniser:
        """Read what `to_disk` wrote."""
        folder = Path(path)
        self.model.from_disk(folder / "model")
        self.vectors = VectorTable.read(folder / "vectors.npz")
        self.names = NameList.read(folder / "names.npz")
        self._forward = None
        return self


@Language.factory("gisaro_ner", default_config={"words": 70_000}, default_score_weights={"ents_f": 1.0})
def _make(nlp: Language, name: str, model: Model[Any, Any], words: int) -> Recogniser:
    return Recogniser(nlp.vocab, model, name, words=words)


@registry.tokenizers("gisaro.SentenceTokenizer.v1")  # type: ignore[untyped-decorator]
def _tokenizer() -> Callable[[Language], KiwiTokenizer]:
    return lambda nlp: KiwiTokenizer(nlp.vocab, _one_block, _gazetteer)


def _one_block(text: str) -> Layout:
    return Layout(blocks=(Block(0, len(text), "body"),))


def _gazetteer(text: str) -> list[Hit]:
    from extractor.names import find_names  # the names lean on the recogniser, not the other way round

    return find_names(text)


def _softmax(scores: Floats) -> Floats:
    powers: Floats = np.exp(scores - scores.max(1, keepdims=True))
    powers /= powers.sum(1, keepdims=True)
    return powers
