"""The lexicons of what stands around money: words that hedge, units that are counted, where words end."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extractor.load import lexicon
from extractor.numbers import compiled

__all__ = ["Hedge", "ends_word", "hedges", "is_count_unit", "phrases", "units"]

#: What may follow a word that ends: its particles, by whether it ends in a consonant, and framing nouns.
_PARTICLES = (
    "의|에|도|만|까지|부터|보다|밖에|씩|뿐|마저|조차|이라|이다|이며|이고|이었|이였|이던|였|인 |인데|임|"
    "입니다|라고|라는"
)
_AFTER_CONSONANT = "을|이[^가-힣]|이 |은|과|으로|이나|이든"
_AFTER_VOWEL = "를|가[^가-힣]|가 |는|와|로|나 |든|다\\.|며"
_FRAMES = (
    "규모|어치|상당|짜리|대|권|당|이상|이하|이내|미만|초과|여|수준|가량|안팎|내외|정도|쯤|남짓|선|화|한도|상한|"
    "육박|투자|투입|지원|예산|매출|적자|흑자|증액|감액|돌파|가까|넘|안 되|전후|가치"
)
_WORD_END = {
    True: rf"(?![가-힣])|(?={_PARTICLES}|{_AFTER_CONSONANT}|{_FRAMES})",
    False: rf"(?![가-힣])|(?={_PARTICLES}|{_AFTER_VOWEL}|{_FRAMES})",
}
#: A final ㄹ takes the particle 로 like a vowel does: '1억불로'.
_RIEUL = 8


def ends_word(text: str, pos: int) -> bool:
    """Tell whether a word can end at the offset: no Hangul follows, or a particle or framing noun does."""
    if pos == 0 or pos >= len(text):
        return True
    last = ord(text[pos - 1]) - 0xAC00
    final = last % 28 if 0 <= last < 11172 else 0
    if final == _RIEUL and text.startswith("로", pos):
        return True
    return compiled(_WORD_END[final != 0]).match(text, pos) is not None


def _unit_ends(text: str, pos: int) -> bool:
    """Like `ends_word`, but '배당' and '채권' are no units with a tail, and '톤급' is one."""
    if text.startswith(("당", "권", "선", "상당", "화"), pos):
        return False
    return text.startswith(("급", "째", "분", "용", "들"), pos) or ends_word(text, pos)


class Hedge(NamedTuple):
    """A word that hedges or frames an amount: a row of amount_modifiers.tsv, taken apart."""

    word: str
    modifier: str
    particles: tuple[str, ...]
    blocked: tuple[str, ...]
    where: str


@cache
def hedges(side: str) -> dict[str, list[Hedge]]:
    """Return the words of one side, longest first: by last character ('before') or by first ('after')."""
    found: dict[str, list[Hedge]] = {}
    rows = [row for row in lexicon("amount_modifiers", ("word", "side")) if row["side"] == side]
    for row in sorted(rows, key=lambda r: (-len(r["word"]), r["word"])):
        hedge = Hedge(
            row["word"],
            row["modifier"],
            tuple(sorted(row["particle"].split("|"), key=lambda p: (-len(p), p))),
            tuple(b for b in row["not"].split("|") if b),
            row.where,
        )
        found.setdefault(row["word"][-1 if side == "before" else 0], []).append(hedge)
    return found


@cache
def units(kind: str) -> frozenset[str]:
    """Return the words of units.tsv of one kind."""
    return frozenset(row["word"] for row in lexicon("units") if row["kind"] == kind)


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """Return the words of units.tsv of one kind for `str.startswith` and `str.endswith`."""
    return tuple(sorted(units(kind)))


@cache
def _countable() -> frozenset[str]:
    return units("measure") | units("count")


@cache
def _unit_sizes() -> dict[str, list[int]]:
    sizes: dict[str, set[int]] = {}
    for word in _countable():
        sizes.setdefault(word[0], set()).add(len(word))
    return {first: sorted(found, reverse=True) for first, found in sizes.items()}


def is_count_unit(text: str, pos: int, end: int) -> int:
    """Return the length of the counting or measuring unit at the offset, 0 when there is none."""
    if pos >= end:
        return 0
    for size in _unit_sizes().get(text[pos], ()):
        stop = pos + size
        if stop > end or text[pos:stop] not in _countable():
            continue
        if text[stop - 1].isascii() and stop < end and text[stop].isascii() and text[stop].isalpha():
            continue
        if size > 1 or not "가" <= text[pos] <= "힣" or _unit_ends(text, stop):
            return size
    return 0
