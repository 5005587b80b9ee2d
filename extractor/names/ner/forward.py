"""The network's forward pass without its training half: the same numbers, several times faster.

What the first layer makes of a word does not depend on its sentence, so it is worked out once for a word and
kept; each further feature's share is kept likewise, and the first layer becomes a sum of three kept rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from extractor.names.ner.features import (
    PLACE_FEATURES,
    SPACINGS,
    WORD_FEATURES,
    Token,
    place_hash,
    word_hashes,
)
from extractor.names.ner.network import Layer, layers_of
from extractor.names.ner.vectors import VectorTable

Floats = NDArray[np.float32]

#: Words kept; when there are more, all are forgotten.
CAPACITY = 50_000


class Rows:
    """A growing table of rows."""

    def __init__(self, width: int) -> None:
        self.table: Floats = np.zeros((1024, width), np.float32)
        self.count = 0

    def append(self, rows: Floats) -> None:
        """Add rows at the end."""
        while self.count + len(rows) > len(self.table):
            self.table = np.concatenate([self.table, np.zeros_like(self.table)])
        self.table[self.count : self.count + len(rows)] = rows
        self.count += len(rows)


class Forward:
    """The forward pass of a trained network.

    Parameters
    ----------
    model : Model
        As `network.ner_network` builds it.
    vectors : VectorTable
    """

    def __init__(self, model: Model[Any, Any], vectors: VectorTable) -> None:
        self.vectors = vectors
        self.depth: int = model.attrs["depth"]
        *tables, project, _ = model.layers[0].layers
        first, *self.windows = layers_of(model)
        self.first: Layer = first
        mix = np.concatenate(first.weights, axis=1)
        self.pieces = len(first.weights)
        self.width = first.weights[0].shape[1]
        self.tables = tables
        embed = tables[0].get_dim("nO")
        self.shares = [mix[at * embed : (at + 1) * embed] for at in range(len(tables))]
        after = mix[len(tables) * embed :]
        self.vector_share: Floats = np.asarray(project.get_param("W")).T @ after
        bias = np.concatenate(first.biases) + np.asarray(project.get_param("b")) @ after
        self.bias: Floats = bias.astype(np.float32)
        output = model.layers[2].layers[0]
        self.output: Floats = np.ascontiguousarray(np.asarray(output.get_param("W")).T)
        self.output_bias: Floats = np.asarray(output.get_param("b"))
        self.known: dict[tuple[str, str, str, bool], int] = {}
        self.words = Rows(self.width * self.pieces)
        self.has_vector: list[bool] = []
        self.places: list[dict[str, int]] = [{} for _ in PLACE_FEATURES]
        self.place_rows = [Rows(self.width * self.pieces) for _ in PLACE_FEATURES]
        self.spacings = [self.place_row(0, value) for value in SPACINGS]

    def word_rows(self, text: str, tokens: Sequence[Token]) -> list[int]:
        """Return each token's row in the table of words, working out those that are new."""
        if self.words.count > CAPACITY:
            self.known, self.words, self.has_vector = {}, Rows(self.width * self.pieces), []
        known = self.known
        rows = []
        fresh: list[tuple[str, Token]] = []
        for token in tokens:
            word = text[token.start : token.end]
            at = known.setdefault((word, token.form, token.tag, token.oov), len(known))
            if at == self.words.count + len(fresh):
                fresh.append((word, token))
            rows.append(at)
        if fresh:
            self._learn(fresh)
        return rows

    def _learn(self, fresh: list[tuple[str, Token]]) -> None:
        ids = np.array([word_hashes(word, token) for word, token in fresh], np.uint64)
        forms = [(token.form, token.tag.partition("+")[0]) for _, token in fresh]
        numbers = [self.vectors.nearest(form, tag) for form, tag in forms]
        self.has_vector += [self.vectors.row(form, tag) > 0 for form, tag in forms]
        rows = self.bias + self.vectors.table[numbers] @ self.vector_share
        for at in range(len(WORD_FEATURES)):
            rows += self.tables[at].predict(ids) @ self.shares[at]
        self.words.append(rows)

    def place_row(self, feature: int, value: str) -> int:
        """Return the row of a value of a feature that depends on the surroundings."""
        rows = self.places[feature]
        if value not in rows:
            at = len(WORD_FEATURES) + feature
            ids = np.zeros((1, at + 1), np.uint64)
            ids[0, at] = place_hash(value)
            self.place_rows[feature].append(self.tables[at].predict(ids) @ self.shares[at])
            rows[value] = len(rows)
        return rows[value]

    def __call__(
        self, words: Sequence[Sequence[int]], places: Sequence[Sequence[Sequence[int]]]
    ) -> list[Floats]:
        """Return the scores of each sentence's tags.

        Parameters
        ----------
        words : per sentence, the tokens' rows as `word_rows` gives them
        places : per sentence and feature, the tokens' rows as `place_row` gives them
        """
        pad = self.depth
        total = sum(len(sentence) for sentence in words) + pad * (len(words) + 1)
        hidden: Floats = np.zeros((total, self.width), np.float32)
        held = np.ones(total, bool)
        at = 0
        for sentence in words:
            held[at : at + pad] = False
            at += pad + len(sentence)
        held[at:] = False
        summed = self.words.table[[row for sentence in words for row in sentence]]
        for feature, rows in enumerate(self.place_rows):
            summed += rows.table[[row for sentence in places for row in sentence[feature]]]
        width = self.width
        best = summed[:, :width]
        for piece in range(1, self.pieces):
            np.maximum(best, summed[:, piece * width : (piece + 1) * width], out=best)
        hidden[held] = _normalise(best, self.first)
        window = np.zeros((total, width * 3), np.float32)
        for layer in self.windows:
            window[1:, :width] = hidden[:-1]
            window[:, width : 2 * width] = hidden
            window[:-1, 2 * width :] = hidden[1:]
            best = window @ layer.weights[0] + layer.biases[0]
            for weights, bias in zip(layer.weights[1:], layer.biases[1:], strict=True):
                np.maximum(best, window @ weights + bias, out=best)
            hidden = hidden + _normalise(best, layer)
        scores = hidden[held] @ self.output + self.output_bias
        ends = np.cumsum([len(sentence) for sentence in words])
        return np.split(scores, ends[:-1])


def _normalise(values: Floats, layer: Layer) -> Floats:
    values = values - values.mean(1, keepdims=True)
    variance = np.einsum("ij,ij->i", values, values) / values.shape[1] + 1e-8
    values /= np.sqrt(variance)[:, None]
    values *= layer.gain
    values += layer.shift
    return values
