"""Transliterated names that the tokenizer tore into native words ('친체로' → 치+ㄴ 체 로)."""

from __future__ import annotations

from itertools import pairwise

from extractor.projects.scene import Scene

#: Particles of address, which no newspaper uses: the end of a transliterated name.
_CALLING = frozenset({"야", "아", "여", "라", "랑", "나"})
#: Dependent nouns that careless writers do not set off from the verb before them.
_CLINGING = frozenset(
    {"수", "때", "만", "것", "거", "중", "지", "바", "데", "뿐", "듯", "대로", "만큼", "채", "줄", "후", "뒤"}
)
#: Particles drawn into a noun, as in speech: behind an adverb they are scraps of a name ('꽝닌').
_CONTRACTED = frozenset({"ᆫ", "ᆯ"})
#: One-letter names of countries and sides: '한중', '북미' are no torn names.
_SIDES = frozenset("한중일미러북남동서영독불인유아구민관군산학연신고대소")


def is_torn(scene: Scene, low: int, high: int) -> bool:
    """Tell whether the word [low, high) is a foreign name read as verbs, endings and particles.

    Spelling tells: within a word nothing but auxiliaries follows an ending, no particle follows the scrap of
    a noun, and no word ends in a prefix or in a stem without its ending.
    """
    word = scene.text[low:high]
    i = scene.at.get(low)
    if i is None or not 2 <= len(word) <= 7:
        return False
    found = scene.morphs[i : scene.index_from(high)]
    if len(found) < 2 or found[-1].end > high or not all("가" <= c <= "힣" for c in word):
        return False
    first, second, last = found[0], found[1], found[-1]
    if (first.oov or first.tag == "NNP") and second.start == first.end:
        if second.tag in ("VV", "VA") or (second.end == high and second.form in _CALLING):
            return True
        if first.oov and len(word) <= 4 and second.end == high and (second.form, second.tag) == ("로", "JKB"):
            return True
    if last.form in _CONTRACTED and last.tag[0] == "J" and first.tag in ("MAG", "IC"):
        return True
    if last.end == high and (last.tag == "XPN" or last.tag.split("-")[0] in ("VV", "VA")):
        return True
    if last.tag in ("ETM", "EF", "VCP") or any(m.tag in ("VX", "EP") for m in found):
        return False
    for left, right in pairwise(found):
        if left.tag == "ETM" and right.tag[0] in "NX" and right.form not in _CLINGING:
            return True
        if left.tag == "EC" and len(left.form) == 1 and right.tag.split("-")[0] in ("VV", "VA", "NNG", "NNP"):
            return last.tag == "EC" or last.tag[0] == "N"
    if first.tag == "XPN" and last.tag == "JKB" and last.form == "로" and len(found) == 3:
        return len(second.form) == 1
    return all(m.tag == "NNG" and len(m.form) == 1 for m in found) and not _SIDES.issuperset(word)
