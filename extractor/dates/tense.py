"""Whether the words after a date tell of what was or of what will be."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extractor.dates.lazy import lazy
from extractor.dates.words import pattern_of
from extractor.load import Row, lexicon
from extractor.records import Relation

Tense = Literal["past", "future", ""]


def _syllables(coda: int, leave_out: str = "") -> str:
    """Return all Hangul syllables that end in a given consonant (its index in the Unicode block)."""
    return "".join(c for c in map(chr, range(0xAC00 + coda, 0xD7A4, 28)) if c not in leave_out)


_N_CODA, _SS_CODA = 4, 20
_WINDOW = 90
#: '계획이다' and '(계획)' tell of the future, '계획을 발표했다' does not.
_PREDICATE = r"(?![을를과와의안에은는도서]|\s[가-힣])"


@cache
def _tense_pattern() -> re.Pattern[str]:
    words = [row["word"] for row in lexicon("date_relations") if row["kind"] == "future"]
    words += [row["word"] + _PREDICATE for row in lexicon("date_relations") if row["kind"] == "planned"]
    present = f"[{_syllables(_N_CODA)}]다"
    stop = r"[.!?](?=\s|$|[\"”’')])|\n|있[다는으고었]"
    future = (
        rf"{'|'.join(words)}|겠|{present}(?:(?![가-힣])|(?=[고는며]))|(?:할|될|릴|설|뤄질|펼칠|맺을)\s(?!수)"
    )
    told = [row["word"] for row in lexicon("date_relations") if row["kind"] == "past"]
    past = (
        rf"{'|'.join(told)}|"
        rf"[{_syllables(_SS_CODA, '있겠')}]|(?<![대위관통북또제권시남신 ])한\s"
        r"|(?:된|린|친|뤄진|떠난|끝난|맺은|낸|던)\s"
    )
    return re.compile(rf"(?P<stop>{stop})|(?P<future>{future})|(?P<past>{past})")


def tense_after(text: str, end: int, limit: int) -> Tense:
    """Return the tense of the first predicate after a date, looking no further than its sentence.

    Parameters
    ----------
    text : str
    end : int
        Where the date ends.
    limit : int
        End of the passage.
    """
    for match in _tense_pattern().finditer(text, end, min(limit, end + _WINDOW)):
        kind = match.lastgroup
        if kind == "future":
            return "future"
        if kind == "past":
            return "past"
        return ""
    return ""


@cache
def _lasted_pattern() -> re.Pattern[str]:
    told = "|".join(row["word"] for row in lexicon("date_relations") if row["kind"] == "past")
    return re.compile(rf"\s?(?:이후|부터|이래)[^.\n]{{0,20}}?(?:{told})")


def has_lasted(text: str, end: int) -> bool:
    """Tell whether something has lasted since a date ('5월 이후 7개월 연속'), however long ago."""
    return _lasted_pattern().match(text, end) is not None


@cache
def _reports_pattern() -> re.Pattern[str]:
    verbs = "|".join(re.escape(row["word"]) for row in lexicon("date_relations") if row["kind"] == "reports")
    return re.compile(
        rf"\s?(?:\([^()\n]{{1,12}}\)\s?)?(?:(?:이\s?같이|이렇게|다음과\s같이|이를|공식)\s?)?(?:{verbs})"
        r"|[^.\n\"“]{0,30}?에\s?(?:따르면|의하면)"
    )


def is_report(text: str, end: int) -> bool:
    """Tell whether a verb of saying follows at once: '…고 29일 밝혔다', '16일 산업부에 따르면'."""
    return _reports_pattern().match(text, end) is not None


#: A relation word ends here, or goes on with the beginning of a particle ('까지는', '예정이다'; not '내년').
_WORD_END = r"(?![가-힣])|(?=[은는도의에로서가이인으만였라를했일]|다(?![가-힣])|[다며]고)"


@cache
def _relation_words() -> dict[str, Row]:
    return {
        row["word"].replace(" ", ""): row
        for row in lexicon("date_relations")
        if row["kind"] in ("from", "until", "planned")
    }


@cache
def _relation_pattern() -> re.Pattern[str]:
    words = sorted((row["word"] for row in _relation_words().values()), key=lambda word: (-len(word), word))
    alternatives = "|".join(pattern_of(word) for word in words)
    return re.compile(rf"\s?(?:\([^()\n]{{1,10}}\)\s?)?(?P<word>{alternatives})(?:{_WORD_END})")


#: '2003년 이후 13년 만이다': the last time it happened, no beginning.
_LAST_TIME = lazy(
    r"\s?(?:\([^()\n]{1,20}\)\s?)?(?:이후|이래)\s(?:약\s)?"
    r"(?:[\d가-힣]{1,4}\s?(?:년|개월|달|분기|주|일|해)\s?){1,2}만"
)
#: Relation words that belong to the mention itself ('10월부터'); the others stay outside it.
_GLUED = ("부터", "까지", "이후", "이래")


def relation_after(text: str, end: int) -> tuple[tuple[Relation, str] | None, int]:
    """Return the relation that the words right after a date give it, and where the mention ends with them.

    Parameters
    ----------
    text : str
    end : int
        Where the date ends.

    Returns
    -------
    (relation, lexicon row) or None, int
    """
    match = _relation_pattern().match(text, end)
    if match is None or _LAST_TIME.match(text, end):
        return None, end
    word = match["word"]
    row = _relation_words()["".join(word.split())]
    relation: Relation = row["kind"]  # type: ignore[assignment]
    glued = word in _GLUED and "(" not in text[end : match.start("word")]
    return (relation, row.where), match.end() if glued else end
