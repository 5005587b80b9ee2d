"""Makes the list of names: ``python -m extractor.names.ner.build_names DICTIONARY OUT.npz``.

DICTIONARY is mecab-ko-dic's compiled dictionary ``sys.dic``, which the package python-mecab-ko-dic installs
(Apache-2.0, by Yongwoon Lee and Youngho Yoo). Its words are read off the double-array trie: a node's children
stand at its base plus their byte plus one, and name that base as the one to check; the child at the base
itself ends a word.
"""

from __future__ import annotations

import re
import struct
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from extractor.names.ner.namelist import OTHER, PERSON, PLACE, NameList

_HEADER = struct.Struct("<10I")
_START = 72
_TOKEN = np.dtype(
    [("left", "<u2"), ("right", "<u2"), ("tag", "<u2"), ("cost", "<i2"), ("feature", "<u4"), ("x", "<u4")]
)
_KIND = {"인명": PERSON, "지명": PLACE}
_NAME = re.compile("[가-힣]{2,12}")


def words(data: bytes) -> Iterator[tuple[str, list[str]]]:
    """Yield each word of a compiled dictionary with the features of one of its readings."""
    sizes = _HEADER.unpack(data[: _HEADER.size])
    trie_size, token_size, feature_size = sizes[6:9]
    trie = np.frombuffer(data, np.int32, trie_size // 4, _START).reshape(-1, 2)
    tokens = np.frombuffer(data, _TOKEN, token_size // _TOKEN.itemsize, _START + trie_size)
    at = _START + trie_size + token_size
    features = data[at : at + feature_size]
    base = trie[:, 0]
    children: dict[int, list[int]] = defaultdict(list)
    for node in np.nonzero(trie.any(1))[0].tolist():
        children[int(trie[node, 1])].append(node)
    stack = [(0, b"")]
    while stack:
        node, prefix = stack.pop()
        for child in children.get(int(base[node]), ()):
            byte = child - int(base[node]) - 1
            if 0 <= byte < 256 and child:
                stack.append((child, prefix + bytes([byte])))
            elif byte == -1 and base[child] < 0:
                count, first = (-int(base[child]) - 1) & 255, (-int(base[child]) - 1) >> 8
                for number in range(first, first + count):
                    start = int(tokens["feature"][number])
                    yield (
                        prefix.decode("utf-8"),
                        features[start : features.index(b"\0", start)].decode().split(","),
                    )


def main(dictionary: str, out: str) -> None:
    """Write the proper nouns of a compiled dictionary as a list of names."""
    names: dict[str, int] = {}
    for word, (tag, kind, *_) in words(Path(dictionary).read_bytes()):
        if tag == "NNP" and _NAME.fullmatch(word):
            names[word] = names.get(word, 0) | _KIND.get(kind, OTHER)
    NameList.of(names).write(Path(out))
    print(f"{len(names)} names")


if __name__ == "__main__":
    main(*sys.argv[1:])
