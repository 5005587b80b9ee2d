"""A list of names as hashes, each a person, a place, another name, or several of these.

The packaged list, 384,000 names in 1.5 MB, is an extract of mecab-ko-dic (Apache-2.0): see `build_names`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from spacy.strings import hash_string  # type: ignore[attr-defined]

PERSON, PLACE, OTHER = 1, 2, 4
_MASK = 0xFFFFFFFF


def digest(text: str) -> int:
    """Return the 64 bits that spaCy's string store gives to a text, the same on every machine."""
    return int(hash_string(text))


def key(name: str) -> int:
    """Return the 32 bits that stand for a name (without blanks)."""
    return digest(name) & _MASK


class NameList:
    """Knows of a word whether it is listed as a name.

    Two names can share a hash: about one unlisted word of 11,000 is taken for a listed one.

    Parameters
    ----------
    kinds : dict of int to int
        The bits `PERSON`, `PLACE` and `OTHER` by the names' `key`.
    """

    def __init__(self, kinds: dict[int, int]) -> None:
        self.kinds = kinds

    def kind(self, name: str) -> int:
        """Return the bits of what the name may be; 0 when it is not listed."""
        if len(name) < 2:
            return 0
        return self.kinds.get(key(name), 0)

    @classmethod
    def of(cls, names: dict[str, int]) -> NameList:
        """Make a list of names."""
        kinds: dict[int, int] = {}
        for name, bits in names.items():
            kinds[key(name)] = kinds.get(key(name), 0) | bits
        return cls(kinds)

    def write(self, path: Path) -> None:
        """Write the list."""
        hashes = np.array(sorted(self.kinds), np.uint32)
        bits = np.array([self.kinds[int(h)] for h in hashes], np.uint8)
        np.savez_compressed(path, hashes=hashes, bits=bits)

    @classmethod
    def read(cls, path: Path) -> NameList:
        """Read a list that `write` wrote."""
        with np.load(path) as arrays:
            return cls(dict(zip(arrays["hashes"].tolist(), arrays["bits"].tolist(), strict=True)))
