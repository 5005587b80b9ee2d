"""The network: embedded features, windows over the neighbours, a score for each tag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    LayerNorm,
    Linear,
    Maxout,
    Model,
    chain,
    clone,
    expand_window,
    residual,
    with_array,
)

from extractor.names.ner.features import FEATURES
from extractor.names.ner.tagset import TAGS

Floats = NDArray[np.float32]


class Inputs(NamedTuple):
    """A sentence as the network sees it: a row of feature hashes and a word vector for each token."""

    ids: NDArray[np.uint64]
    vectors: Floats


@registry.architectures("gisaro.NerNetwork.v1")  # type: ignore[untyped-decorator]
def ner_network(
    width: int, depth: int, pieces: int, embed: int, vectors: int, rows: dict[str, int], dropout: float
) -> Model[list[Inputs], list[Floats]]:
    """Build the network.

    Parameters
    ----------
    width : int
        Of the hidden layers.
    depth : int
        Number of window layers; each sees one token more to both sides.
    pieces : int
        Of the maxout units.
    embed : int
        Width of each feature's embedding.
    vectors : int
        Width of the word vectors that come in.
    rows : dict of str to int
        Rows of each feature's embedding table, by the names of `features.FEATURES`.
    dropout : float
    """
    tables: list[Model[Any, Any]] = [
        HashEmbed(embed, rows[name], column=at, seed=100 + at) for at, name in enumerate(FEATURES)
    ]
    project: Model[Any, Any] = Linear(width, vectors)
    mixed: Model[Any, Any] = Maxout(
        width, embed * len(tables) + width, nP=pieces, dropout=dropout, normalize=True
    )
    window: Model[Any, Any] = chain(
        expand_window(1), Maxout(width, width * 3, nP=pieces, dropout=dropout, normalize=True)
    )
    encoder: Model[Any, Any] = clone(residual(window), depth)
    model: Model[list[Inputs], list[Floats]] = chain(
        _embedding(tables, project, mixed),
        with_array(encoder, pad=depth),
        with_array(Linear(len(TAGS), width)),
    )
    model.attrs["depth"] = depth
    return model


def _embedding(
    tables: list[Model[Any, Any]], project: Model[Any, Any], mixed: Model[Any, Any]
) -> Model[list[Inputs], list[Floats]]:
    """Lay the feature embeddings and the projected word vectors side by side and mix them."""
    return Model("gisaro_embedding", _embed, init=_init, layers=[*tables, project, mixed])


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:
    for layer in model.layers:
        layer.initialize()


def _embed(
    model: Model[list[Inputs], list[Floats]], sentences: list[Inputs], is_train: bool
) -> tuple[list[Floats], Callable[[list[Floats]], list[Inputs]]]:
    *tables, project, mixed = model.layers
    ops: Any = model.ops
    ids = np.concatenate([s.ids for s in sentences])
    vectors = np.concatenate([s.vectors for s in sentences])
    lengths = np.array([len(s.ids) for s in sentences], np.int32)
    parts, backs = zip(*(t(ids, is_train) for t in tables), strict=True)
    projected, project_back = project(vectors, is_train)
    mix, mix_back = mixed(np.hstack([*parts, projected]), is_train)

    def backprop(gradients: list[Floats]) -> list[Inputs]:
        gradient = mix_back(ops.flatten(gradients))
        at = 0
        for part, back in zip(parts, backs, strict=True):
            back(np.ascontiguousarray(gradient[:, at : at + part.shape[1]]))
            at += part.shape[1]
        project_back(np.ascontiguousarray(gradient[:, at:]))
        return []

    return ops.unflatten(mix, lengths), backprop


class Layer(NamedTuple):
    """A maxout layer with its normalisation, its pieces laid one after another."""

    weights: tuple[Floats, ...]
    biases: tuple[Floats, ...]
    gain: Floats
    shift: Floats


def layers_of(model: Model[Any, Any]) -> list[Layer]:
    """Return the weights of all maxout layers in order: the mixing one, then the windows."""
    found = []
    maxouts = [m for m in model.walk(order="dfs_pre") if m.name == "maxout"]
    norms = [m for m in model.walk(order="dfs_pre") if m.name == LayerNorm(1).name]
    for maxout, norm in zip(maxouts, norms, strict=True):
        w, b = np.asarray(maxout.get_param("W")), np.asarray(maxout.get_param("b"))
        found.append(
            Layer(
                tuple(np.ascontiguousarray(w[:, piece].T) for piece in range(w.shape[1])),
                tuple(np.ascontiguousarray(b[:, piece]) for piece in range(w.shape[1])),
                np.asarray(norm.get_param("G")),
                np.asarray(norm.get_param("b")),
            )
        )
    return found
