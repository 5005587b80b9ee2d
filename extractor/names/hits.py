"""One pass over a bare text: which gazetteer names stand in it."""

from __future__ import annotations

import re
from functools import cache

from extractor.draft import Hit
from extractor.names.anchors import near
from extractor.names.boundaries import left_ok, right_ok
from extractor.names.gazetteer import automaton, country_names, names, short_countries

#: Words that a country's name begins without meaning the country.
NOT_COUNTRY = re.compile(
    r"인도(?=\s?(?:물량|시점|시기|시한|예정|기한|대금|기일|조건|지연|완료|받|하[고여는며기]|한다|했|할|된|될|돼|되|거부|적|주의))"
    r"|이란(?=\s(?:점|말|것|이름|뜻|의미))|가나(?=다)|영국(?=\s?화)"
)

#: Provinces of other countries that are called like a town at home: '하남성', '금산현'.
_ABROAD = re.compile(r"[성현](?=(?:은|는|이|가|을|를|의|에|과|와|도|에서|에는|으로|정부|당국)?(?![가-힣]))")


def find_names(text: str) -> list[Hit]:
    """Find gazetteer names in a bare text.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Hit
        In order, without overlaps; offsets are code points, ``key`` is the form. Weak forms (everyday words
        too) are among them: only the tokenizer's tags can tell, see `extractor.names.find`.
    """
    engine, forms = automaton()
    table = names()
    hits: list[Hit] = []
    end = 0
    for number, low, high in engine.find_matches_as_indexes(text):
        if low < end:
            continue
        form = forms[number]
        organisation = table[form][0].label == "ORG"
        if not left_ok(text, low, organisation):
            continue
        if not right_ok(text, high, high - low, organisation):
            shorter = _shorter(text, low, high)
            if shorter is None:
                continue
            form, high = shorter, low + len(shorter)
        if NOT_COUNTRY.match(text, low) or (
            table[form][0].kind == "korean_places" and _ABROAD.match(text, high)
        ):
            continue
        hits.append(Hit(low, high, form))
        end = high
    return hits


def _shorter(text: str, low: int, high: int) -> str | None:
    """Return the longest form that begins at ``low``, is shorter than the match and may end where it does."""
    table = names()
    for end in range(high - 1, low + 1, -1):
        form = text[low:end]
        readings = table.get(form)
        if readings and right_ok(text, end, end - low, readings[0].label == "ORG"):
            return form
    return None


@cache
def _pairs() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], int]:
    """Return the patterns of a chain, of what joins it, and of one country; and how long its name may be."""
    countries = sorted(short_countries(), key=len, reverse=True)
    words = "|".join(map(re.escape, countries))
    joint = "[-·‧∙ㆍ・/]"
    chain = re.compile(rf"(?<![가-힣A-Za-z])(?:{words})(?:{joint}(?:{words}))+(?![A-Za-z])")
    return chain, re.compile(f"{joint}(?:{words})"), re.compile(words), len(countries[0])


def find_pairs(text: str) -> list[Hit]:
    """Find the short country names of pairs ('한-우즈벡', '미·중', '韓·日'): one hit a country."""
    chain, join, word, longest = _pairs()
    found = []
    for run in near(chain, join, longest, text):
        parts = list(word.finditer(text, run.start(), run.end()))
        found += [Hit(m.start(), m.end(), m.group()) for m in parts]
    # '한-칠레' and '한-메르코수르': a partner that the gazetteer has found already
    found += [
        Hit(m.start(), m.end(), m.group())
        for m in re.finditer(r"한(?<![가-힣A-Za-z]한)(?=[-·‧∙ㆍ・](?:[가-힣]{2,}|[A-Z]{2,}))", text)
        if not any(h.start <= m.start() < h.end for h in found)
    ]
    return sorted(found)


def is_country(word: str) -> bool:
    """Tell whether a word is the full or usual name of a country."""
    return word in country_names()
