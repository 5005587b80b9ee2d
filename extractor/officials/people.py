"""Which words can be names of people: Korean ones by surname and shape, foreign ones by what they are not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise

from extractor.draft import Draft, Morph
from extractor.load import lexicon
from extractor.names.hits import is_country
from extractor.officials.words import surnames, titles, usual_surnames, words_of

HANGUL_WORD = re.compile(r"[가-힣]+")
#: Syllables that end words of things and bodies, hardly ever given names.
NOT_LAST = frozenset("망업력팀차법료량률급층품점등론적외측별청부국실과회권책값땅밖폭액")


def surname_of(word: str) -> str:
    """Return the Korean surname that a word begins with, empty when none."""
    if len(word) >= 3 and word[:2] in surnames():
        return word[:2]
    return word[0] if word and word[0] in surnames() else ""


def is_surname(word: str) -> bool:
    """Tell whether the word is nothing but a surname, of those that need no holder to be known by."""
    return word in usual_surnames()


@cache
def never() -> frozenset[str]:
    """Return the words that look like names and are none."""
    kinds = ("never", "status", "acting", "elect", "role")
    lands = (row["word"] for row in lexicon("country_syllables", ("word", "kind")) if row["kind"] == "all")
    together = frozenset(word for word in lands if len(word) > 2)  # '한미일 산업장관'
    return together | frozenset(word for kind in kinds for word in words_of(kind)) | frozenset(titles())


def korean_shape(word: str) -> bool:
    """Tell whether a word has a Korean surname, not a scarce one, and one or two syllables more."""
    surname = surname_of(word)
    given = word[len(surname) :]
    return (
        bool(surname in usual_surnames() and HANGUL_WORD.fullmatch(word))
        and len(given) in (1, 2)
        and not any(_is_foreign_syllable(syllable) for syllable in given)
    )


#: Syllables of foreign words that no Korean given name has, beside those in ㅡ ('제프', '마크') and those
#: that begin with ㄲ, ㄸ, ㅃ, ㅆ, ㅉ or ㅋ.
_FOREIGN_SYLLABLES = frozenset("샤쟈챠쇼죠쵸슈쥬츄셰졔쳬텟닛룻뤼뷔튀퓌촐쟝")
_FOREIGN_INITIALS = frozenset((1, 4, 8, 10, 13, 15))


def _is_foreign_syllable(syllable: str) -> bool:
    at = ord(syllable) - 0xAC00
    return at % 588 == 18 * 28 or at // 588 in _FOREIGN_INITIALS or syllable in _FOREIGN_SYLLABLES


def spotted(draft: Draft, start: int, end: int) -> bool:
    """Tell whether the recogniser takes the word for a person's name or for a word of one."""
    at = bisect_right(draft.spotted, start, key=lambda hit: hit.start) - 1
    hit = draft.spotted[at] if at >= 0 else None
    return hit is not None and hit.key == "PER" and end <= hit.end


#: What makes an adjective of a country.
_AFTER_LANDS = frozenset("식산계발형제")


def _of_country(word: str) -> bool:
    """Tell whether a word is what comes from a country: '한국식 오너 경영'."""
    return word[-1] in _AFTER_LANDS and is_country(word[:-1])


#: '전북도지사직', '광주통합특별시장': an office, no part of a name.
_LOCAL_OFFICE = re.compile(r"(?:시장|군수|지사|구청장|장관|사장|총장)직?\Z")
#: '김모', '박씨가': someone whom the text does not name; '오천읍': a place.
_MASKED = re.compile(r"[가-힣]모|[가-힣]씨[가-힣]?|[가-힣]{2}[읍면]")


def korean_name(draft: Draft, start: int, end: int) -> int:
    """Tell how much a word looks like a Korean name.

    Returns
    -------
    int
        0: it is none; 1: shape alone; 2: likely; 3: the tokenizer, too, reads it as one name.
    """
    word = draft.text[start:end]
    if not 2 <= len(word) <= 4 or not HANGUL_WORD.fullmatch(word) or word in never():
        return 0
    surname = surname_of(word)
    if _of_country(word):
        return 0
    if not surname or len(word) - len(surname) not in (1, 2) or _MASKED.fullmatch(word):
        return 0
    at = bisect_left(draft.spotted, start, key=lambda hit: hit.start)
    hit = draft.spotted[at] if at < len(draft.spotted) else None
    if hit is not None and hit.key == "PER" and (hit.start, hit.end) == (start, end):
        return 3 if surname in usual_surnames() else 2
    morphs = draft.morphs_in(start, end)
    if not morphs or morphs[0].start != start:
        return 1
    tags = [m.tag for m in morphs]
    first = morphs[0].end - morphs[0].start
    torn_off = first == len(surname) or (first == 1 and len(word) == 3 and word[0] in surnames())
    if any(tag in ("XSV", "XSA") and after.startswith("E") for tag, after in pairwise(tags)):
        proper = morphs[0].end - start == 2 and (morphs[0].oov or tags[0] == "NNP")
        proper = proper or (torn_off and tags[0] == "NNP")
        return 1 if len(word) == 3 and proper and surname in usual_surnames() else 0
    if not torn_off and tags[-1].startswith("J") and word[-1] in "은는이가을를의에도와과로만":
        unknown = len(word) == 3 and len(morphs) == 2 and (morphs[0].oov or tags[0] == "NNP")
        return 1 if unknown and surname in usual_surnames() and word[-1] in "은이도로" else 0
    if not torn_off and tags in (["VV", "EC"], ["VA", "EC"]):
        return 0  # '위하여', '대하여'
    strength = _strength(word, torn_off, morphs, end)
    if surname in usual_surnames():
        return strength
    return min(strength, 2 if any(m.oov or m.tag == "NNP" for m in morphs) else 1)


def _strength(word: str, torn_off: bool, morphs: list[Morph], end: int) -> int:
    if len(morphs) == 1 and morphs[0].end == end:
        tag, oov = morphs[0].tag, morphs[0].oov
        if tag == "NNP" or (oov and tag in ("NNG", "NNP")):
            return 3 if len(word) > 2 else 2
        return 0
    if word[-1] in NOT_LAST:  # '전 제국': no noun's beginning, a surname
        return 1 if torn_off and len(word) == 3 and morphs[0].tag == "MM" else 0
    if len(word) == 2:
        return 1 if any(m.oov or m.tag == "NNP" for m in morphs) else 0
    if any(m.oov or m.tag == "NNP" for m in morphs):
        return 2
    if torn_off and not any(m.tag in ("XPN", "XSN") for m in morphs):
        return 1 if morphs[-1].tag.startswith("J") else 2
    return 1


BODY = re.compile(
    r"(?:대표부|대사관|위원회|협회|공사|공단|은행|센터|연구원|연구소|재단|그룹|본부|사무국|정부|대학교?|조합|학회|총국|재무부|[가-힣]{2}부|[가-힣]{2}청|[가-힣]{2}당|국회|의회)\Z"
)

#: Endings of bodies whose head is called by their name and 장: '…협회장', '…연구원장', '…공사장'.
HEADED_BODY = re.compile(
    r"(?:협회|학회|연합회|중앙회|진흥회|조합회|연구원|진흥원|평가원|개발원|기술원|표준원|정보원|교육원|병원|공사|공단|은행|재단|위원회"
    r"|관리청|지방[가-힣]{2,8}청|대학|대학교|도시청|기상청)\Z"
)


_CLOSING = "\"'”’」』)"
#: Particles and quoting words behind closing marks: "'…'에는 NAME", '…(왼쪽)와 NAME'.
_QUOTING = re.compile(
    r"(?:이?라)?(?:고|며|면서|는|던)|란|이란|등|은|이|가|을|를|와|과|도|의|에|로|으로|에는|에서|에서는|에도|이며|인|및|에게|만|부터|까지"
)


def behind_mark(text: str, start: int, end: int) -> bool:
    """Tell whether a word is the particle of what stands before it in quotes or in a parenthesis."""
    return start > 0 and text[start - 1] in _CLOSING and _QUOTING.fullmatch(text, start, end) is not None


def foreign_word(draft: Draft, start: int, end: int) -> bool:
    """Tell whether a word can be part of a foreign name: unknown or proper, and no ordinary word."""
    word = draft.text[start:end]
    if behind_mark(draft.text, start, end):
        return False
    if word in words_of("part"):
        return True
    if re.fullmatch(r"[A-Z]\.?", word):
        return True
    if re.fullmatch(r"[가-힣]+(?:-[가-힣]+)+", word):
        return any(m.oov or m.tag == "NNP" for m in draft.morphs_in(start, end))
    if not HANGUL_WORD.fullmatch(word) or len(word) < 2 or word in never():
        return False
    if BODY.search(word) or _of_country(word) or (len(word) > 4 and _LOCAL_OFFICE.search(word)):
        return False
    if spotted(draft, start, end):
        return True
    morphs = draft.morphs_in(start, end)
    if not morphs or morphs[0].start > start:
        around = draft.morphs_in(max(0, start - 16), start)
        return bool(around) and around[-1].end >= end and around[-1].tag == "NNP"
    if morphs[0].tag.startswith(("J", "E", "VCP", "XS")):
        return True  # the tokenizer took the beginning of the word for an ending of the word before
    if morphs[-1].tag.startswith(("J", "E", "VCP")) and not morphs[0].oov:
        return False
    if morphs[-1].tag.startswith("J") and morphs[-1].end - morphs[-1].start < end - start:
        return False
    return any(m.oov or m.tag == "NNP" for m in morphs)


def torn(draft: Draft, start: int, end: int) -> bool:
    """Tell whether the tokenizer made an impossible row of small words of one ('야/고/다')."""
    if not HANGUL_WORD.fullmatch(draft.text[start:end]):
        return False
    morphs = draft.morphs_in(start, end)
    inner = [m.tag for m in morphs[1:]]
    return len(morphs) > 1 and (morphs[0].tag == "IC" or any(t in ("IC", "MAG", "MAJ", "MM") for t in inner))


#: First letters of Latin words that a first consonant of Hangul stands for.
INITIALS = (
    *("gckqj", "gckq", "n", "dtj", "dt", "rl", "m", "bvw", "bpv", "scztj", "s"),
    *("aeiouynjdhwxáéíóúöüäåøñçăâêôơưđ", "jzgcdty", "jzct", "cjtzqx", "ckqgx", "tdc", "pfv", "hfjxgk"),
)


def sounds_like(word: str, latin: str) -> bool:
    """Tell whether a Hangul word can begin the Latin word: '하사노프' and 'Hasanov'."""
    if not word or not latin:
        return False
    onset = (ord(word[0]) - 0xAC00) // 588
    first = latin.lower()[0]
    return not first.isascii() or first in (INITIALS[onset] if 0 <= onset < len(INITIALS) else "")
