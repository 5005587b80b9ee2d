"""Word vectors: those of Kiwi's own language model, read from its file, and the small table that is packaged.

Kiwi's model (kiwipiepy_model, Apache-2.0) predicts the next morpheme from the ones before it; the vectors of
the morphemes that it predicts bring words of a kind together ('차관' and '차관보'). The file holds a header,
one row for each context and one for each morpheme. A row holds 256 numbers of four bits, one scale for all
(half precision) and a scale and zero point for each eight of them; rows of contexts have three more numbers.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.analyser import kiwi
from extractor.names.ner.features import word_key

Floats = NDArray[np.float32]

#: Forms of one particle or ending; Kiwi's model knows the second alone.
VARIANTS = {
    ("를", "JKO"): ("을", "JKO"),
    ("는", "JX"): ("은", "JX"),
    ("가", "JKS"): ("이", "JKS"),
    ("로", "JKB"): ("으로", "JKB"),
    ("은", "ETM"): ("ᆫ", "ETM"),
    ("와", "JC"): ("과", "JC"),
    ("을", "ETM"): ("ᆯ", "ETM"),
    ("와", "JKB"): ("과", "JKB"),
    ("가", "JKC"): ("이", "JKC"),
    ("나", "JC"): ("이나", "JC"),
}
#: Tags whose words share one vector: numbers, marks, foreign letters.
SHARED = frozenset(("SN", "SF", "SP", "SSO", "SSC", "SL", "SH", "SE", "SO", "SW", "SB"))
#: Tags of nouns, which can be new, and those of what they can end in.
OPEN = frozenset(("NNG", "NNP", "NNB"))
ENDS = ("NNG", "NNP", "XSN")
LAST_SYLLABLES = ("XSN", "NNG")
LONGEST_END = 5

_HEADER = struct.Struct("<QQHBBBBBBQQQQQ")


class Header(NamedTuple):
    """What the file says of itself."""

    morphemes: int
    contexts: int
    dimension: int
    context_type: int
    output_type: int
    key_size: int
    window: int
    bits: int
    group: int
    nodes: int
    node_offset: int
    key_offset: int
    value_offset: int
    vector_offset: int


class VectorTable:
    """Vectors by word.

    Parameters
    ----------
    rows : dict of int to int
        Row of each word, by `features.word_key`. Row 0 is that of unknown words: zeros.
    table : array of (rows, dimension)
    """

    def __init__(self, rows: dict[int, int], table: Floats) -> None:
        self.rows = rows
        self.table = table

    def row(self, form: str, tag: str) -> int:
        """Return the row of a word; 0 when it has none."""
        row = self.rows.get(word_key(form, tag), 0)
        return row if row or tag not in SHARED else self.rows.get(word_key("", tag), 0)

    def nearest(self, form: str, tag: str) -> int:
        """Return the row of a word, or of the longest known word that an unknown noun ends in.

        '가누르화학' is unknown, what it ends in is not: that tells what kind of thing bears the name.
        """
        row = self.row(form, tag)
        if row or tag not in OPEN:
            return row
        for size in range(min(len(form) - 1, LONGEST_END), 0, -1):
            for known in ENDS if size > 1 else LAST_SYLLABLES:
                row = self.rows.get(word_key(form[-size:], known), 0)
                if row:
                    return row
        return 0

    def write(self, path: Path) -> None:
        """Write the table, each row in whole numbers of eight bits and a scale."""
        scale = np.maximum(np.abs(self.table).max(1), 1e-6) / 127
        np.savez_compressed(
            path,
            keys=np.fromiter(self.rows, np.uint64, len(self.rows)),
            rows=np.fromiter(self.rows.values(), np.uint32, len(self.rows)),
            table=np.round(self.table / scale[:, None]).astype(np.int8),
            scale=scale.astype(np.float32),
        )

    @classmethod
    def read(cls, path: Path) -> VectorTable:
        """Read a table that `write` wrote."""
        with np.load(path) as arrays:
            table = arrays["table"].astype(np.float32) * arrays["scale"][:, None]
            return cls(dict(zip(arrays["keys"].tolist(), arrays["rows"].tolist(), strict=True)), table)


def kiwi_vectors(words: int) -> VectorTable:
    """Return the vectors of Kiwi's most frequent morphemes, centred and scaled to unit variance.

    Parameters
    ----------
    words : int
        How many morphemes to take; Kiwi numbers them by frequency.

    Raises
    ------
    ValueError
        See `read_kiwi`.
    """
    table = read_kiwi(words)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    table -= table.mean(0)
    table /= table.std()
    table[0] = 0
    return VectorTable(_rows(len(table)), table)


def read_kiwi(words: int) -> Floats:
    """Read the vectors of Kiwi's most frequent morphemes, by Kiwi's numbers, as they stand in its file.

    Raises
    ------
    ValueError
        When Kiwi's file is of another make than the one this reader knows.
    """
    import kiwipiepy_model

    data = np.memmap(Path(kiwipiepy_model.get_model_path()) / "cong.mdl", np.uint8, "r")
    header = Header(*_HEADER.unpack(bytes(data[: _HEADER.size])))
    if header.bits != 4 or header.window == 0:
        raise ValueError("Kiwi's language model is of a make that this reader does not know")
    packed = header.dimension // 2 + 2 + header.dimension // header.group
    start = header.vector_offset + header.contexts * (packed + 6)
    count = min(words, header.morphemes)
    return _unpack(np.asarray(data[start : start + count * packed]).reshape(count, packed), header)


def _unpack(rows: NDArray[np.uint8], header: Header) -> Floats:
    half, group = header.dimension // 2, header.group
    values = np.empty((len(rows), header.dimension), np.float32)
    values[:, 0::2] = rows[:, :half] & 15
    values[:, 1::2] = rows[:, :half] >> 4
    row_scale = rows[:, half : half + 2].copy().view(np.float16).astype(np.float32)
    local = rows[:, half + 2 :]
    zero = np.repeat((local >> 6).astype(np.float32) + 6, group, axis=1)
    scale = np.repeat((local & 63).astype(np.float32) + 9, group, axis=1)
    unpacked: Floats = (values - zero) * scale * row_scale
    return unpacked


def _rows(count: int) -> dict[int, int]:
    analyser = kiwi()
    by_word: dict[tuple[str, str], int] = {}
    for number in range(2, count):
        form, tag = _form_tag(analyser.morpheme(number))
        by_word.setdefault((form, tag), number)
    _add_variants(by_word, VARIANTS.items())
    return {word_key(form, tag): number for (form, tag), number in by_word.items() if form or tag in SHARED}


def _form_tag(morpheme: object) -> tuple[str, str]:
    form, tag = morpheme.form, morpheme.tag  # type: ignore[attr-defined]
    return str(form), str(tag)


def _add_variants(
    by_word: dict[tuple[str, str], int], variants: Iterable[tuple[tuple[str, str], tuple[str, str]]]
) -> None:
    for variant, known in variants:
        if known in by_word:
            by_word.setdefault(variant, by_word[known])
