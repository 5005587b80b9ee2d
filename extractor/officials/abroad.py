"""Holders of offices abroad: before those, words that mean something else can be a name."""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.draft import Morph
from extractor.officials.mention import Mention
from extractor.officials.overseas import ForeignNames
from extractor.officials.people import BODY, behind_mark, foreign_word, never, spotted
from extractor.officials.scan import Word
from extractor.officials.words import fields, titles, words_of
from extractor.records import Entity

#: Offices whose holder abroad is rarely a Korean.
_KINDS = frozenset({"state", "minister", "politics", "official", "company"})
_PART = re.compile(r"[가-힣]{1,8}(?:-[가-힣]{1,8})*")
#: Behind the house or country whose officer is named next.
_OF_HOUSE = re.compile(r"(?:의|측(?:은|의|에서는?|에선)?|에서는?|에선)\Z")
_FIGURE = re.compile(r"\d")
#: Names that end like particles: '아사카와'.
_JAPANESE = re.compile(r"[가-힣]{1,3}[카가자]와")
#: Words of one morpheme that can open a name.
_NOUNS = frozenset({"NNG", "NNP", "XR", "IC"})
#: How many letters an ordinary noun in a name has at most.
_LONGEST_NOUN = 4
_LONGEST = 6


def _is_field(word: str) -> bool:
    """Tell whether a word is what an office is for, of one field or two: '석유가스' of a 부총리."""
    known = fields()
    return word in known or any(word[:i] in known and word[i:] in known for i in range(2, len(word) - 1))


class HoldersAbroad(ForeignNames):
    """Takes all words of a name for it, where the office behind it is another country's."""

    def _holds_abroad(self, mention: Mention, word: Word, orgs: list[Word], floor: int) -> bool:
        kind = mention.post.kind if mention.post is not None else ""
        if word.inner or (orgs and not any(w.entity and _is_abroad(w.entity, kind) for w in orgs)):
            return False
        words: list[Word] = []
        at: Word | None = word
        while at is not None and len(words) < _LONGEST and self._can_be_part(at, kind, words):
            before = self.scan.left(at.start, floor)
            if not (self._fits(at, before, words) or self._chained(at, before, words, orgs)):
                break
            words.append(at)
            at = before
        first = next((n for n, w in enumerate(reversed(words)) if self._is_sure(w)), 0)
        if first > 1 or not self._opens(at):
            del words[len(words) - first :]
        if len(words) < 2 or not any(map(self._is_sure, words)):
            return False
        glued = self.scan.by_start.get(mention.post.start) if mention.post is not None else None
        land = mention.country or (glued.country if glued is not None else "")  # 'UAE상의연합회장'
        known = kind == "state" or land not in ("", "KR")
        house = "" if orgs or known else self._unknown_house(at, floor)
        sure = any(w.text in words_of("part") for w in words) or (house and self._clearly_foreign(words[-1]))
        if not (orgs or known or sure) and not self._is_house_abroad(words[-1].start, kind, floor):
            return False
        if house and kind == "company":
            mention.org_name = mention.org_text = house
        words.reverse()
        mention.name, mention.foreign = " ".join(w.text for w in words), True
        mention.start, mention.rule = words[0].start, "foreign name"
        if not orgs and not mention.org_name:
            self._org_before(mention, words[0].start, floor)
        return True

    def _unknown_house(self, word: Word | None, floor: int) -> str:
        """The house that no gazetteer knows, before its particle ('가온텍(Gaontec)의'); '' for none."""
        if word is None:
            return ""
        if word.text == "의" and self.text[word.start - 1] == ")":
            outer = self.scan.left(word.start, floor)
            return outer.text if outer is not None and outer.inner and len(outer.text) > 2 else ""
        known = self.scan.by_end.get(word.end - 1)
        return word.text[:-1] if known is None and self._house(word) else ""

    def _is_house_abroad(self, pos: int, kind: str, floor: int) -> bool:
        """Tell whether a country or a body abroad stands before ``pos``, with its particle ('칠레의')."""
        before = self.scan.left(pos, floor)
        if before is None:
            return False
        if _OF_HOUSE.fullmatch(before.text) and (outer := self.scan.left(before.start, floor)) is not None:
            before = outer  # '국제에너지기구(IEA)의 NAME'
        tail = _OF_HOUSE.search(before.text)
        entity = before.entity or (tail and self.scan.by_end.get(before.end - len(tail[0])))
        return entity is not None and _is_abroad(entity, kind)

    def _can_be_part(self, word: Word, kind: str, words: list[Word]) -> bool:
        """Tell whether nothing speaks against the word as a part of a name."""
        if not _PART.fullmatch(word.text) or (word.inner and words) or word.text in never():
            return False
        if self._side(word) or (not words and _is_field(word.text)):
            return False
        if word.entity is not None:
            guessed = kind == "state" and word.entity.why.get("label") == "gisaro_ner"
            return self._entity_is_name(word, kind) or (guessed and self._is_sure(word))
        if word.start in self.starts or self._begins_entity(word) or word.text in titles():
            return False
        return not (BODY.search(word.text) or behind_mark(self.text, word.start, word.end))

    def _is_sure(self, word: Word) -> bool:
        return word.text in words_of("part") or foreign_word(self.draft, word.start, word.end)

    def _fits(self, word: Word, before: Word | None, words: list[Word]) -> bool:
        """Tell whether a word is a part by itself, or by those beside it."""
        if self._is_sure(word):
            return True
        morphs = self.draft.morphs_in(word.start, word.end)
        tags = [m.tag for m in morphs]
        if words and tags[-1:] == ["JC"] and _JAPANESE.fullmatch(word.text) and self._is_sure(words[-1]):
            return True
        if words and tags == ["VV", "EC"] and len(word.text) == 2 and self._is_sure(words[-1]):
            return self._opens(before) and self.text[word.start - 2 : word.start] not in ("을 ", "를 ")
        if len(tags) == 1 and tags[0] in _NOUNS:
            return len(word.text) <= _LONGEST_NOUN and (bool(words) or self._is_part(before))
        if not self._is_part(before):
            first = before and self.scan.left(before.start, self.scan.floor(word.start))
            return _is_torn(tags) and self._is_part(first)
        if _is_torn(tags) or spotted(self.draft, word.start, word.start + 1):
            return True
        return bool(morphs) and not _is_inflected(morphs)

    def _is_part(self, word: Word | None) -> bool:
        return word is not None and word.entity is None and not word.inner and self._is_sure(word)

    def _opens(self, before: Word | None) -> bool:
        """Tell whether nothing stands before a word that a name could not begin behind."""
        if before is None or before.entity is not None or not self.scan.bare(before):
            return True
        return (
            before.text in never() or before.start in self.starts or _FIGURE.search(before.text) is not None
        )


def _is_torn(tags: list[str]) -> bool:
    """Tell whether no word can be made of such morphemes: a stem without ending, a noun behind an ending."""
    return tags in (["VA"], ["VV"]) or any(a[0] == "E" and b[0] == "N" for a, b in pairwise(tags))


def _is_inflected(morphs: list[Morph]) -> bool:
    """Tell whether the morphemes make an ordinary word with its ending: '공장과', '찾은', '위해'."""
    tags = [m.tag for m in morphs]
    if len(tags) < 2 or any(tag.startswith(("XS", "VC", "M", "NP", "NNB", "SN", "NR")) for tag in tags):
        return True
    if tags[0].startswith("V"):
        return len(tags) == 2
    if any(m.tag[0] == "J" and m.end - m.start > 1 for m in morphs):
        return True
    proper = morphs[0].oov or tags[0] == "NNP"
    return not proper and (morphs[0].end - morphs[0].start > 1 or (len(tags) == 2 and tags[1][0] == "J"))


def _is_abroad(entity: Entity, kind: str) -> bool:
    """Tell whether the office of that kind, of that country or body, is hardly a Korean's."""
    if entity.why.get("canonical", "").startswith("international"):
        return True
    return entity.country not in ("", "KR") and kind in _KINDS
