"""Spelling variants of transliterated names, folded into one form.

Korean writes one foreign sound with several letters: 쉼켄트, 심켄트 and 쉼켄뜨 are one city, 카라간다 and
까라간다 another. Folding maps the letters that newspapers confuse to one of them. The folded form is for
comparing only.
"""

from __future__ import annotations

import re
import unicodedata

FIRST = 0xAC00
COUNT = 11172

#: Initial consonants by index: tense and aspirated ones become plain (ㄲ, ㅋ -> ㄱ …).
_INITIAL = {1: 0, 15: 0, 4: 3, 16: 3, 8: 7, 17: 7, 10: 9, 13: 12, 14: 12}
#: Vowels by index: ㅐ, ㅒ, ㅖ -> ㅔ; ㅑ -> ㅏ; ㅕ -> ㅓ; ㅗ, ㅛ, ㅠ, ㅡ -> ㅜ; ㅟ, ㅢ -> ㅣ; ㅙ, ㅞ -> ㅚ.
_VOWEL = {1: 5, 3: 5, 7: 5, 2: 0, 6: 4, 8: 13, 12: 13, 17: 13, 18: 13, 16: 20, 19: 20, 10: 11, 15: 11}
#: Finals by index: those that sound alike become ㄱ, ㄷ or ㅂ.
_FINAL = {2: 1, 3: 1, 9: 1, 24: 1, 19: 7, 20: 7, 22: 7, 23: 7, 25: 7, 27: 7, 18: 17, 26: 17}


class _Folder(dict[int, str]):
    """A translation table that is filled in as characters come up."""

    def __missing__(self, code: int) -> str:
        index = code - FIRST
        if 0 <= index < COUNT:
            initial, rest = divmod(index, 588)
            vowel, final = divmod(rest, 28)
            initial, vowel, final = (
                _INITIAL.get(initial, initial),
                _VOWEL.get(vowel, vowel),
                _FINAL.get(final, final),
            )
            folded = chr(FIRST + (initial * 21 + vowel) * 28 + final)
        else:
            folded = chr(code).lower()
        self[code] = folded
        return folded


_FOLDER = _Folder()


def fold(text: str) -> str:
    """Fold a name for comparison.

    Parameters
    ----------
    text : str
        Any text; what is not Hangul is only lowered and NFKC-normalised.

    Examples
    --------
    >>> fold("쉼켄뜨") == fold("심켄트")
    True
    """
    return _CONTRACTED.sub(_contract, unicodedata.normalize("NFKC", text).translate(_FOLDER))


#: '타인' and '탄': a vowel before 이 with a final consonant.
_CONTRACTED = re.compile(r"([가-힣])([인임잉일익입])")


def _contract(match: re.Match[str]) -> str:
    code = ord(match[1]) - FIRST
    return match[0] if code % 28 else chr(FIRST + code + (ord(match[2]) - FIRST) % 28)


def skeleton(text: str) -> str:
    """Drop the final consonants of a folded name: what '롱타인' and '롱탄' begin with alike."""
    return "".join(
        chr(c - (c - FIRST) % 28) if 0 <= (c := ord(char)) - FIRST < COUNT else char for char in text
    )


def letters(text: str) -> str:
    """Spell out the syllables of a folded name, for measuring the distance of two names."""
    return unicodedata.normalize("NFD", text)
