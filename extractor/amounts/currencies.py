"""The lexicons of currencies as look-ups: which currency stands behind a number, and which before it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from extractor.amounts.words import ends_word
from extractor.load import Row, lexicon
from extractor.numbers import GAP, Number, compiled

__all__ = ["Currency", "Page", "currency_after", "currency_before", "name_before"]

_LEVELS = {"만": Decimal(10**4), "억": Decimal(10**8), "조": Decimal(10**12)}
_CENTS = r"(?:[0-9]{1,2}|[일이삼사오육칠팔구십]{1,3})센트"
_LATIN = r"[A-Za-z]"


class Page:
    """A text with a memory of which words stand in it, so that asking again costs nothing."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[str, bool] = {}

    def mentions(self, word: str) -> bool:
        if (known := self._known.get(word)) is None:
            known = self._known[word] = word in self.text
        return known


class Currency(NamedTuple):
    """A currency word where it stands.

    Attributes
    ----------
    code : str
        ISO 4217; empty when only the country in the text can tell.
    also : tuple of str
        Other currencies of that name.
    factor : Decimal
        0.01 for cents.
    start, end : int
    where : str
        The lexicon row.
    """

    code: str
    also: tuple[str, ...]
    factor: Decimal
    start: int
    end: int
    where: str


class _Word(NamedTuple):
    name: str
    where: str
    code: str
    also: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)
    edge: bool = False
    blocked: tuple[str, ...] = ()
    pattern: str = ""
    needs: tuple[str, ...] = ()
    breaks: frozenset[int] = frozenset()


def _breaks(name: str) -> frozenset[int]:
    """Return where a name may be broken, counted without its spaces."""
    parts = name.split(" ")
    return frozenset(accumulate(map(len, parts[:-1])))


def _word(row: Row) -> _Word:
    behind = row.get("behind", "")
    parts = [b for b in behind.split("|") if b and b != "edge"]
    return _Word(
        row["word"],
        row.where,
        row["currency"],
        tuple(row.get("also", "").split()),
        Decimal(row.get("factor") or "1"),
        behind == "edge",
        tuple(part for part in parts if part[0] != "~"),
        next((part[1:] for part in parts if part[0] == "~"), ""),
        tuple(n for n in row.get("needs", "").split("|") if n),
        _breaks(row["word"]),
    )


def _key(name: str) -> str:
    return name.replace(" ", "")


@cache
def _after_words() -> dict[str, _Word]:
    """Words that follow the number, without spaces: what newspapers write goes before what CLDR says."""
    words: dict[str, _Word] = {}
    shared: dict[str, list[_Word]] = {}
    for row in (*lexicon("currencies"), *lexicon("currency_names")):
        if row.get("side") == "before" and "factor" in row:
            continue
        word = _word(row)
        key = _key(word.name)
        if (known := words.get(key)) is not None:
            word = known._replace(breaks=known.breaks | word.breaks)
        words[key] = word
    for row in lexicon("currencies"):
        if compiled(_HANGUL).fullmatch(row["word"]):
            for code in (row["currency"], *row["also"].split()):
                shared.setdefault(code, []).append(_Word(row["word"], row.where, code))
    for place, code in sorted({**_places("currency_places"), **_places("currency_cities")}.items()):
        for name in shared.get(code, ()):
            both = f"{place} {name.name}"
            words.setdefault(
                _key(both), name._replace(name=both, where=f"{name.where}+{place}", breaks=_breaks(both))
            )
    return words


_HANGUL = r"[가-힣]+"


def _places(name: str) -> dict[str, str]:
    return {row["word"]: row["currency"] for row in lexicon(name)}


@cache
def _sizes() -> dict[str, list[int]]:
    """Lengths of the words by their first two characters, longest first; of one-letter words by that one."""
    lengths: dict[str, set[int]] = {}
    words = _after_words()
    for word in words:
        sizes = lengths.setdefault(word[:2], set())
        sizes.add(len(word))
        if word[0] in words:
            sizes.add(1)
    return {begin: sorted(sizes, reverse=True) for begin, sizes in lengths.items()}


_SPACES = " \u00a0\n"


def _candidates(text: str, pos: int, end: int) -> list[tuple[_Word, int]]:
    """Return the words that stand at the offset, longest first; spaces in names are optional."""
    known = _sizes()
    second = pos + 1
    while second < end and second - pos < 4 and text[second] in _SPACES:
        second += 1
    sizes = known.get(text[pos] + text[second : second + 1]) or known.get(text[pos])
    if sizes is None:
        return []
    window = text[pos : min(end, pos + sizes[0] + 4)]
    words = _after_words()
    found: list[tuple[_Word, int]] = []
    if len(sizes) == 1 == sizes[0] or window.isalnum():
        for size in sizes:
            if size <= len(window) and (word := words.get(window[:size])):
                found.append((word, pos + size))
        return found
    kept = [i for i, char in enumerate(window) if char not in _SPACES]
    bare = "".join(window[i] for i in kept)
    for size in sizes:
        if size <= len(bare) and (word := words.get(bare[:size])):
            breaks = {
                i + 1
                for i in range(size - 1)
                if kept[i + 1] - kept[i] > 1 and "\n" not in window[kept[i] : kept[i + 1]]
            }
            if breaks <= word.breaks:
                found.append((word, pos + kept[size - 1] + 1))
    return found


def _fits(word: _Word, page: Page, pos: int, number: Number, apart: bool, before_won: bool) -> bool:
    """Check the conditions of a row: what follows, how big the number is, what else stands in the text."""
    text = page.text
    bare = not number.has_big and number.value is not None and number.value < 100
    if word.edge and not ends_word(text, pos) and not compiled(_CENTS).match(text, pos):
        return False
    if apart and not word.edge and len(word.name) == 1 and not ends_word(text, pos):
        return False
    if word.blocked and (bare or word.name != "원") and text.startswith(word.blocked, pos):
        return False
    if word.pattern and compiled(word.pattern).match(text, pos):
        return False
    if (
        text[pos - 1].isascii()
        and text[pos - 1].isalpha()
        and pos < len(text)
        and compiled(_LATIN).match(text, pos)
    ):
        return False
    return not word.needs or any(_met(need, page, number, before_won, pos) for need in word.needs)


def _met(need: str, page: Page, number: Number, before_won: bool, pos: int) -> bool:
    if number.value is None:
        return False
    if level := _LEVELS.get(need):
        return number.value >= level
    if need.isdigit():
        return number.value >= int(need) or number.has_big
    if need == "한글":
        return number.hangul
    if need == "원":
        return before_won
    if need == "당":
        return page.text.startswith("당", pos)
    return page.mentions(need)


_GAP = GAP


def currency_after(
    page: Page, number: Number, end: int, *, pos: int | None = None, major: str = ""
) -> Currency | None:
    """Return the currency word that follows a number, if one does.

    Parameters
    ----------
    page : Page
    number : Number
    end : int
        Offset up to which to look.
    pos : int, optional
        Where the number ends, '여' included.
    major : str
        Currency of the amount right before, when this is its fraction ('2달러 50센트').
    """
    text = page.text
    at = number.end if pos is None else pos
    match = compiled(_GAP).match(text, at, end)
    start = match.end() if match else at
    if start >= end:
        return None
    for word, stop in _candidates(text, start, end):
        if _fits(word, page, stop, number, start > at, major == "KRW"):
            code = major if major in (word.code, *word.also) and word.factor < 1 else word.code
            return Currency(code, word.also, word.factor, start, stop, word.where)
    return None


@cache
def _before_words() -> dict[str, list[tuple[str, _Word]]]:
    """Words and signs that precede the number, by their last character, longest first."""
    words: dict[str, _Word] = {}
    for row in lexicon("currencies"):
        if row["side"] != "after":
            words[row["word"]] = _word(row)
    for row in lexicon("currency_names"):
        if row["side"] == "both":
            words.setdefault(row["word"], _word(row))
    by_last: dict[str, list[tuple[str, _Word]]] = {}
    for name, word in sorted(words.items(), key=lambda item: (-len(item[0]), item[0])):
        by_last.setdefault(name[-1], []).append((name, word))
    return by_last


def currency_before(text: str, start: int, low: int) -> Currency | None:
    """Return the currency sign, code or word that stands right before an offset, if one does."""
    stop = start
    while stop > low and start - stop < 2 and text[stop - 1] in " \u00a0":
        stop -= 1
    if stop <= low:
        return None
    for name, word in _before_words().get(text[stop - 1], ()):
        begin = stop - len(name)
        if begin < low or not text.startswith(name, begin):
            continue
        before = text[begin - 1] if begin > low else " "
        if before.isalnum() and (name[0].isalpha() or (name[0].isascii() and before.isascii())):
            continue
        return Currency(word.code, word.also, word.factor, begin, stop, word.where)
    return None


@cache
def _names_by_last() -> dict[str, list[tuple[str, _Word]]]:
    found: dict[str, list[tuple[str, _Word]]] = {}
    for name, word in sorted(_after_words().items(), key=lambda item: (-len(item[0]), item[0])):
        if len(name) > 1 and name[0] >= "가" and name[-1] <= "힣" and not word.needs and word.factor == 1:
            found.setdefault(name[-1], []).append((name, word))
    return found


def name_before(text: str, start: int, low: int) -> Currency | None:
    """Return the currency whose Korean name, of two syllables at least, stands one space before an offset."""
    stop = start - 1
    if stop <= low or text[stop] != " ":
        return None
    for name, word in _names_by_last().get(text[stop - 1], ()):
        begin = stop - len(name)
        if begin >= low and text.startswith(name, begin) and (begin == low or not text[begin - 1].isalnum()):
            return Currency(word.code, word.also, word.factor, begin, stop, word.where)
    return None
