"""Countries that everyday words sound like ('오만', '가나', '부탄'): what stands around them tells which."""

from __future__ import annotations

import re
from functools import cache

from extractor.draft import Draft, Hit
from extractor.load import lexicon
from extractor.names.gazetteer import names

#: What shows that an everyday word is a country: its state, or a partner in a list.
_STATE = re.compile(
    r" (?:정부|대통령|총리|수도|국왕|공화국|주재|현지|의회|국영|국립|왕립|당국|시장(?!경제)|국영기업)|측|산 "
    r"|\([A-Z][a-z]{3,}\)|[가-힣]? ?[가-힣]{2,12}부 (?:제?[12] ?)?[장차]관"
)
#: What happens there; where pride or a sidewalk would begin or end, it is none.
_SETTING = re.compile(
    r"(?:에서(?:는|도|만|의)?|에선)(?= )(?! (?:비롯|나온|나왔|벗어|시작|출발|깨어|오는|온 ))"
)
#: A common noun before it makes the everyday word of it ('교통 수단', '선박 인도'), a time or size does not.
_TIME = re.compile(r"(?:[년월일달주해날근초말재후전]|당시|상반기|하반기|분기|규모|상당) ?\Z")
_GENITIVE = re.compile(r"[가-힣]의 \Z")
#: What is counted by fifty thousand, and what pride and ways come with.
_COUNTED = re.compile(
    r" ?(?:여 ?)?(?:[천백십]|원|달러|명|개|가지|건|톤|대|년|리터|배|유로|엔|위안|평|호|곳|통|권|장|번|주|척"
    r"|마리|세대|가구|킬로|미터|배럴|상|정|인파)(?=[^가-힣]|[을를이가은는의씩도]?(?![가-힣]))"
)
_WORD = re.compile(r" ([가-힣A-Za-z0-9·~\-]+)(?:\([^()\n]{1,40}\))?")
#: So many words may a name have behind its country.
_LONGEST = 6
#: Gaps between partners in a list, and those between a country and another one that is surely one.
_LIST, _JOINED = ("·", ", "), ("와 ", "과 ", " 및 ")


@cache
def _works() -> re.Pattern[str]:
    """Return the pattern of a word that ends like a work or a body, with or without a particle."""
    rows = [row["word"] for row in lexicon("project_heads") if row["kind"] == "project"]
    rows += [row["word"] for row in lexicon("org_suffixes") if len(row["word"]) > 1]
    words = "|".join(map(re.escape, sorted({w for w in rows if " " not in w}, key=lambda w: (-len(w), w))))
    particle = "은|는|이|가|을|를|의|에|에서|에서는|와|과|도|로|으로|에는|만|까지"
    return re.compile(rf"(?:[가-힣A-Za-z0-9·~\-]*)(?:{words})(?:{particle})?")


def means_country(draft: Draft, hit: Hit, beside: tuple[Hit | None, Hit | None]) -> bool:
    """Tell whether an everyday word is a country here: '오만 라온 비료공장', '오만에서 …', '오만, 카타르'.

    Parameters
    ----------
    draft : Draft
        With morphemes and hits.
    hit : Hit
        Of a weak form of a country.
    beside : tuple
        The hits before and behind it.
    """
    text = draft.text
    if _COUNTED.match(text, hit.end):
        return False
    if _STATE.match(text, hit.end):
        return True
    if any(_is_partner(draft, hit, other) for other in beside):
        return True
    if not _may_open(draft, hit):
        return False
    return _SETTING.match(text, hit.end) is not None or _names_something(draft, hit)


def _is_partner(draft: Draft, hit: Hit, other: Hit | None) -> bool:
    """Tell whether another place stands beside the word: '오만, 카타르', '카타르와 오만', '오만 두큼'."""
    if other is None or names()[other.key][0].label != "LOC":
        return False
    gap = draft.text[min(hit.end, other.end) : max(hit.start, other.start)]
    if gap in _LIST or (gap == " " and other.start > hit.start):
        return True
    return gap in _JOINED and not names()[other.key][0].weak


def _may_open(draft: Draft, hit: Hit) -> bool:
    """Tell whether nothing before the word makes the everyday one of it: '그의 오만', '교통 수단'."""
    text = draft.text
    if _GENITIVE.search(text, max(0, hit.start - 3), hit.start):
        return False
    before = draft.morphs_in(max(0, hit.start - 16), hit.start)
    if text[hit.start - 1 : hit.start] != " " or not before or _TIME.search(text, 0, hit.start):
        return True
    tags = [m.tag for m in before[-2:]]
    return not (tags[-1] in ("NNG", "XSN") or (tags[-1] == "ETM" and tags[0] in ("VA", "XSA", "VCP")))


def _names_something(draft: Draft, hit: Hit) -> bool:
    """Tell whether a work or a body stands behind the word, with nothing but parts of its name between."""
    at = hit.end
    for _ in range(_LONGEST):
        word = _WORD.match(draft.text, at)
        if word is None:
            return False
        if _works().fullmatch(word[1]):
            return True
        morphs = draft.morphs_in(*word.span(1))
        if morphs and morphs[-1].tag.startswith(("J", "E", "V")) and morphs[-1].end >= word.end(1):
            return False
        at = word.end()
    return False
