"""What makes an undertaking itself: its places, its numbers and the words that remain of its name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from extractor.analyser import analyser
from extractor.load import lexicon
from pipelines.tracks.folding import fold, skeleton

#: '9·10호기', '3호선', '2단계', '80번가': a number with the unit that sets one part apart from its sisters.
NUMBERED = re.compile(
    r"(?P<numbers>\d+(?:\s*[·,~∼-]\s*\d+)*)\s*(?P<unit>호기|호선|공구|번가|공장|단계|광구|구역)"
)
#: Units whose absence says nothing: '롱타인 신공항' and '롱타인 신공항 1단계' are followed as one.
LOOSE_UNITS = frozenset({"단계"})
#: What stands in parentheses is another name, a figure or a note.
PARENTHESIS = re.compile(r"\([^()]*\)")
WORD = re.compile(r"[0-9A-Za-z]+|[가-힣]+")
#: '알 포': a transliteration written syllable by syllable.
LONE_SYLLABLES = re.compile(r"(?<![가-힣])[가-힣](?:\s[가-힣])+(?![가-힣])")
#: Between two countries: '한-우즈벡', '한·미'.
BILATERAL = re.compile(r"한\s*[-·‧ㆍ–]\s*[가-힣A-Z]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A place name within a project's name: its span, its canonical name, and its country where it is one."""

    start: int
    end: int
    canonical: str
    country: str
    is_country: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """The comparable part of a project.

    Attributes
    ----------
    places : frozenset of str
        Folded canonical names of the places below country level that the name holds.
    countries : frozenset of str
        ISO 3166-1 alpha-2 codes.
    parties : frozenset of str
        The countries that the name itself states ('한-우즈벡 …').
    numbers : frozenset of str
        '호기:9', '호기:10', '호선:3' …
    proper : frozenset of str
        Folded words that could be proper names: those that no dictionary explains.
    core : str
        The common nouns that remain ('도시철도', '순환도로'), folded and joined; generic words are left out.
    """

    places: frozenset[str]
    countries: frozenset[str]
    parties: frozenset[str]
    numbers: frozenset[str]
    proper: frozenset[str]
    core: str

    @property
    def anchors(self) -> frozenset[str]:
        """What candidates are found by."""
        return frozenset(skeleton(name)[:2] for name in self.places | self.proper)

    @property
    def lone(self) -> bool:
        """Whether the name means nothing outside its article."""
        return not (self.places or self.proper or self.parties)


@lru_cache(maxsize=1 << 16)
def split(word: str) -> tuple[str, str]:
    """Split a word into a proper name and the common nouns after it, by Kiwi's dictionary.

    Unknown words are proper names; so are those that fall apart into single syllables, as unknown
    transliterations do.

    Examples
    --------
    >>> split("태양광단지")
    ('', '태양광단지')
    """
    at = len(word)
    tokens = [t for t in analyser().tokenize(word + _CONTEXT) if t.start < len(word)]
    for i in range(len(tokens) - 1, -1, -1):
        token = tokens[i]
        whole = token.len > 1 or (i > 0 and tokens[i - 1].tag == "NNG" and tokens[i - 1].len > 1)
        if token.tag not in _AFFIXES and (token.tag not in _NOUNS or not whole or token.oov):
            break
        at = min(at, token.start)
    return word[:at], word[at:]


#: A word alone is tagged worse than one in a sentence.
_CONTEXT = " 사업을 추진한다"
_NOUNS = frozenset({"NNG", "NNB", "XR", "SL", "SN", "MM", "MAG", "NR"})
_AFFIXES = frozenset({"XSN", "XPN", "SN", "SL"})


@cache
def _words() -> dict[str, str]:
    return {row["word"]: row["form"] for row in lexicon("track_words")}


@cache
def _endings() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("track_words") if row["scope"] == "end")


def plain(name: str) -> str:
    """Return the name without generic words, synonyms joined, without white space; not folded.

    Examples
    --------
    >>> plain("리마 지하철 2호선 건설 사업")
    '리마도시철도2호선'
    """
    return _join(_significant(PARENTHESIS.sub(" ", unicodedata.normalize("NFKC", name))))


def _join(words: list[str]) -> str:
    """Join words; a synonym may be written in two ('해상풍력 단지')."""
    joined = "".join(words)
    for word, form in _words().items():
        if form and len(word) > 3 and word in joined:
            joined = joined.replace(word, form)
    return joined


def _significant(text: str) -> list[str]:
    table = _words()
    words = []
    for word in WORD.findall(text):
        form = table.get(word)
        if form is None:
            form = _suffix_form(word, table)
        if form:
            words.append(form.lower())
    return words


def _suffix_form(word: str, table: dict[str, str]) -> str:
    """Look at what a compound ends in: '공장증설사업' loses '사업', '화학산단' becomes '화학산업단지'."""
    for length in range(min(8, len(word) - 2), 1, -1):
        form = table.get(word[-length:])
        if form is not None and word[-length:] in _endings():
            rest = word[:-length]
            return (_suffix_form(rest, table) if len(rest) > 2 else rest) + form
    return word


def identify(name: str, countries: tuple[str, ...], places: tuple[Place, ...]) -> Identity:
    """Take a project's name apart.

    Parameters
    ----------
    name : str
        As in projects.csv.
    countries : tuple of str
        The project's own countries (ISO 3166-1 alpha-2).
    places : tuple of Place
        The gazetteer names found in ``name``, spans into it.
    """
    rest = list(name)
    for start, end in [(p.start, p.end) for p in places] + [m.span() for m in BILATERAL.finditer(name)]:
        rest[start:end] = " " * (end - start)
    bare = "".join(rest)
    numbers = frozenset(
        f"{m['unit']}:{int(n)}" for m in NUMBERED.finditer(bare) for n in re.findall(r"\d+", m["numbers"])
    )
    bare = PARENTHESIS.sub(" ", NUMBERED.sub(" ", unicodedata.normalize("NFKC", bare)))
    words = [split(word) for word in _significant(LONE_SYLLABLES.sub(_glue, bare))]
    towns = frozenset(fold(p.canonical) for p in places if not p.is_country)
    stated = frozenset(p.country for p in places if p.is_country and p.country)
    own = frozenset(countries) or frozenset(p.country for p in places if p.country)
    return Identity(
        places=towns,
        countries=own,
        parties=stated,
        numbers=numbers,
        proper=frozenset(fold(name) for name, _ in words if name),
        core=fold(_join([common for _, common in words])),
    )


def _glue(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


@lru_cache(maxsize=1 << 16)
def _pairs(core: str) -> frozenset[str]:
    return frozenset(a + b for a, b in pairwise(core)) or frozenset({core})


def likeness(a: str, b: str) -> float:
    """Dice coefficient of the character pairs of two cores (0 to 1)."""
    if a == b:
        return 1.0
    pa, pb = _pairs(a), _pairs(b)
    return 2 * len(pa & pb) / (len(pa) + len(pb))
