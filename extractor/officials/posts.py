"""Where offices stand in a text: 'the post' with the words that belong to its own word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.names.boundaries import PARTICLE
from extractor.names.gazetteer import names
from extractor.officials.words import automaton, titles, usual_surnames, words_of

#: Kinds of posts whose holder is named beside a place, not an organisation.
PLACED = frozenset({"state", "local", "diplomat", "politics"})
_STEM = re.compile(r"[가-힣A-Za-z0-9·]*\Z")
_MINISTRY = re.compile(
    r"(?:산업|통상|자원|에너지|경제|외교|국방|교육|환경|교통|통신|재무|재정|기술|과학|농업|수산|노동|복지|보건|문화|건설|무역|투자|상무|법무|내무|개발|국무|기획)\Z"
)
#: The longest word that is still read as a post ('자유무역협정서비스투자과장' has 13 syllables).
LONGEST_STEM = 16


@dataclass(frozen=True, slots=True)
class Post:
    """An office as it stands in the text.

    Attributes
    ----------
    start, end : int
        The whole title, an acting suffix included ('무역투자실장', '장관 직무대행').
    text : str
        The title, runs of blanks made one.
    head : str
        The row's word that it ends in ('실장').
    kind : str
        The row's kind.
    stem : str
        What stands before the head in the same word ('무역투자').
    particle : str
        The Hangul that follows directly ('은', '과의').
    elect : str
        '내정자', '후보자' … behind it.
    plural : bool
        It is followed by 들.
    where : str
        The lexicon row.
    """

    start: int
    end: int
    text: str
    head: str
    kind: str
    stem: str = ""
    particle: str = ""
    elect: str = ""
    plural: bool = False
    where: str = ""

    @property
    def strict(self) -> bool:
        """Whether the bare word has everyday meanings."""
        row = titles()[self.head]
        return row["strict"] == "yes" and (not self.stem or row["stem"] == "no")

    @property
    def solo(self) -> bool:
        """Whether an unnamed holder counts."""
        return titles()[self.head]["solo"] == "yes"


@cache
def _after() -> re.Pattern[str]:
    acting = "|".join(sorted(words_of("acting"), key=len, reverse=True))
    elect = "|".join(sorted(words_of("elect"), key=len, reverse=True))
    return re.compile(
        rf"(?P<acting> ?(?:{acting})(?=[^가-힣]|$|{PARTICLE}))?"
        rf"(?P<elect> ?(?:{elect})(?=[^가-힣]|$|{PARTICLE}))?"
        rf"(?P<plural>들)?(?P<particle>님?(?:{PARTICLE}){{0,2}})(?![가-힣])"
    )


#: Before 회장: where people meet, no one's office.
_VENUES = frozenset(
    (
        "이사",
        "연",
        "공청",
        "전시",
        "박람",
        "설명",
        "상담",
        "토론",
        "간담",
        "발표",
        "강연",
        "청문",
        "송별",
        "환영",
        "무도",
        "집",
        "대",
    )
)


#: Before 사장: grounds, no one's office ('발사장', '백사장').
_GROUNDS = frozenset({"발", "백"})


def find_posts(text: str) -> list[Post]:
    """Find all offices of a bare text, in order and without overlaps."""
    engine, words = automaton()
    rows = titles()
    posts: list[Post] = []
    for number, low, high in engine.find_matches_as_indexes(text):
        word = words[number]
        if word.endswith("연구원") and text.startswith("장", high):  # '가람연구원장'
            word, low, high = "원장", high - 1, high + 1
        while low and text[low - 1] + word in rows:  # '지방시대위원장' holds 대위
            low, word = low - 1, text[low - 1] + word
        after = _after().match(text, high)
        if after is None and (within := _within(text, low, high)):
            low, high = within
            word, after = text[low:high], _after().match(text, high)
        if after is None:
            continue
        start = _STEM.search(text[max(0, low - LONGEST_STEM) : low])
        stem = start.group() if start else ""
        if "·" in stem and _two_posts(stem.rpartition("·")[0]):
            stem = stem.rpartition("·")[2]  # '국장 NAME·과장 NAME', '사장·협회장'
        if not stem and word[0].isdigit() and text.endswith("제 ", 0, low):
            low -= 2  # '제 2차관'
        end = after.end("acting") if after["acting"] else high
        if (
            stem
            and word[0] == "부"
            and word[1:] in titles()
            and (stem + "부" in names() or _MINISTRY.search(stem))
        ):
            stem, low, word = stem + "부", low + 1, word[1:]  # '산업부장관' has no 부장관
        row = titles()[word]
        if (
            after["plural"]
            or (word == "회장" and stem in _VENUES)
            or (word == "사장" and stem in _GROUNDS)
            or stem.endswith("장·")
            or (stem and row["stem"] == "no" and not _divisible(stem, word))
        ):
            continue
        posts.append(
            Post(
                low - len(stem),
                end,
                re.sub(r"\s+", " ", text[low - len(stem) : end]).replace("제 ", "제", 1),
                word,
                row["kind"],
                stem,
                after["particle"],
                (after["elect"] or "").strip(),
                bool(after["plural"]),
                row.where,
            )
        )
    return posts


def _within(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Return a title that begins within another and ends later: '자원에너지부장관' holds 지부장, too."""
    rows = titles()
    for start in range(low + 1, high):
        for end in range(high + 3, high, -1):
            if text[start:end] in rows and _after().match(text, end):
                return start, end
    return None


def _two_posts(before: str) -> bool:
    """Tell whether what stands before a dot is a person or a post of its own."""
    return (
        not before
        or before[-3:-2] in usual_surnames()
        or any(before[-length:] in titles() for length in (2, 3, 4))
    )


def _divisible(stem: str, head: str) -> bool:
    """Tell whether what stands before a head that takes no stem is a name: 'KOTRA이사', '김의원'."""
    if stem in names() or stem + head[0] in names() or stem + head[:2] in names():
        return True
    return len(stem) in (1, 3) and stem[0] in usual_surnames()


def is_title(word: str) -> bool:
    """Tell whether a word is a title of the lexicon by itself."""
    return word in titles()


def is_known_name(word: str) -> bool:
    """Tell whether a word is a gazetteer form."""
    return word in names()
