"""Foreign names of one to six words, with or without their Latin original."""

from __future__ import annotations

import re

from extractor.names.gazetteer import names, short_countries
from extractor.officials.korean import NOT_GIVEN, KoreanNames
from extractor.officials.mention import Mention
from extractor.officials.people import (
    BODY,
    behind_mark,
    foreign_word,
    korean_name,
    korean_shape,
    never,
    sounds_like,
    spotted,
    torn,
)
from extractor.officials.scan import Word
from extractor.officials.words import fields, words_of
from extractor.records import Entity

_LATIN = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w.'’\-]*(?: [\w.'’\-&]+){0,8}")
#: Behind an office, its holder: ' 엄모씨', ' A씨', ' 나누리씨'.
_NAMED_BEHIND = re.compile(r" (?:[가-힣]{2,4}|[A-Z]) ?(?:\(\d{2}\) ?)?씨")
#: Offices over towns and what belongs to them.
_GIVEN = re.compile(r"[가-힣]{2,4}")
#: Between two ministers.
_SECOND = re.compile(r"(?:장관|총리|의장)(?:과|와|,|·)\s\Z")
_OVER_TOWNS = frozenset({"왕세제", "왕세자", "통치자", "청장", "시장", "주지사", "지사"})
#: Before 반: 'two hours and a half'.
_HALF = re.compile(r"(?<=[가-힣\d])(?:시간|개월|[년월달배주시절초]) \Z")


class ForeignNames(KoreanNames):
    """Takes a run of words for a foreign name."""

    def _foreign_with_latin(self, mention: Mention, word: Word, latin: str, floor: int) -> bool:
        parts = [p for p in re.split(r"[ ·.\-]+", latin) if p]
        words = [word]
        at, index = word.start, len(parts) - 1
        while index > 0:
            before = self.scan.left(at, floor)
            if before is None or before.inner or (before.entity is not None and before.entity.label == "ORG"):
                break
            index = self._fitting(before, parts, index)
            if index < 0:
                break
            words.append(before)
            at = before.start
        if len(parts) == 1:  # '사르도르 우무르자코프(Umurzakov)': the original of the family name alone
            before = self.scan.left(at, floor)
            while before is not None and len(words) < 4 and self._clearly_foreign(before):
                words.append(before)
                before = self.scan.left(before.start, floor)
        words.reverse()
        mention.name = " ".join(w.text for w in words)
        mention.foreign, mention.start = True, words[0].start
        mention.rule = "foreign name (Latin)"
        korean = korean_name(self.draft, word.start, word.end)
        if (
            len(words) == 1
            and len(parts) <= 3
            and korean >= 3
            and len(word.text) == 3
            and self._romanised(word.text, latin)
        ):
            mention.foreign = False
        if not mention.title:
            return False
        self._org_before(mention, words[0].start, floor, close=True)
        return True

    def _romanised(self, name: str, latin: str) -> bool:
        return latin.split()[0].rstrip(",").lower() in {
            "kim",
            "lee",
            "park",
            "choi",
            "jung",
            "kang",
            "cho",
            "yoon",
            "jang",
            "lim",
            "han",
        }

    def _fitting(self, word: Word, parts: list[str], index: int) -> int:
        """Return the last part before ``index`` that a word further left can stand for, -1 when none."""
        if sounds_like(word.text, parts[index - 1]) and len(word.text) > 1:
            return index - 1
        if not (
            foreign_word(self.draft, word.start, word.end) or word.entity is not None or self.scan.bare(word)
        ):
            return -1
        return next((i for i in range(index - 1, -1, -1) if sounds_like(word.text, parts[i])), -1)

    def _foreign(self, mention: Mention, word: Word, orgs: list[Word], units: list[Word], floor: int) -> bool:
        words: list[Word] = []
        at: Word | None = word
        kind = mention.post.kind if mention.post is not None else ""
        while at is not None and len(words) < 6:
            if words and (at.inner or "\t" in self.text[at.end : words[-1].start]):
                break
            if words and (land := self._side(at)):
                mention.country = mention.country or land
                break
            before = self.scan.left(at.start, floor)
            town = at.entity is not None and self._entity_is_name(at, kind)
            if not town and (at.entity is not None or at.start in self.starts or self._begins_entity(at)):
                break
            known = town or foreign_word(self.draft, at.start, at.end)
            known = known or (not words and kind == "minister" and self._beside_another(at))
            if not known and not self._chained(at, before, words, orgs):
                break
            words.append(at)
            at = before
        business = mention.post is not None and mention.post.kind == "company"
        if len(words) == 1 and len(word.text) >= 6 and not orgs and business and not word.inner:
            return False
        if not words or sum(len(w.text) for w in words) < 2:
            return False
        alone = len(words) == 1 and business and not orgs
        if alone and mention.post is not None and _NAMED_BEHIND.match(self.text, mention.post.end):
            return False  # '아쉬세븐 대표 엄모씨': the house
        low = words[-1].start
        if words[-1].text == "반" and (len(words) < 2 or _HALF.search(self.text, max(0, low - 8), low)):
            return False
        stop = at
        if (
            not orgs
            and mention.post is not None
            and mention.post.kind in ("company", "official", "academic", "unnamed")
        ):
            # a Korean name followed by an unknown company: '나한수 우람플랜트 전무'
            last = words[-1]
            if (
                len(words) == 2
                and korean_name(self.draft, last.start, last.end) >= 2
                and korean_shape(last.text)
            ):
                mention.name, mention.start = last.text, last.start
                mention.org_name = mention.org_text = " ".join(w.text for w in reversed(words[:-1]))
                mention.rule = "name company title"
                return True
            owned = stop is not None and (
                stop.entity is not None or self.scan.by_end.get(stop.end - 1) is not None
            )
            if stop is not None and not owned and self._house(stop):
                owned = True
                mention.org_name = mention.org_text = stop.text[:-1]
            if len(words) >= 3 and not owned and words[1].text not in words_of("part"):
                mention.org_name = mention.org_text = words[0].text
                words = words[1:]
            elif stop is not None and stop.inner and _LATIN.fullmatch(stop.inner) and " " in stop.inner:
                mention.org_name = mention.org_text = " ".join(w.text for w in reversed(words))
                return self._foreign_with_latin(mention, stop, stop.inner, floor)
        if (
            units
            and not orgs
            and kind in ("state", "minister")
            and not any(w.text in fields() or w.start in self.starts for w in units)
        ):
            words = [*units, *words]  # a part of the name that is a word of Korean, too
            units.clear()
        if (
            not orgs
            and len(words) >= 2
            and (
                (kind == "local" and len(words) >= 3 and not (mention.post and mention.post.stem))
                or (kind in ("local", "politics") and words[0].text[-1] in "시주")
            )
        ):
            mention.org_name = mention.org_text = words[0].text
            words = words[1:]
        words.reverse()
        mention.name = " ".join(w.text for w in words)
        mention.foreign, mention.start = True, words[0].start
        mention.rule = "foreign name"
        if not orgs and not mention.org_name:
            self._org_before(mention, words[0].start, floor)
        return True

    def _side(self, word: Word) -> str:
        """Return the country whose side a word names ('폴측'), empty for none."""
        if not 2 <= len(word.text) <= 7 or not word.text.endswith("측"):
            return ""
        short = word.text[:-1]
        place = short_countries().get(short) or next(iter(names().get(short, ())), None)
        return place.country if place is not None else ""

    def _house(self, word: Word) -> bool:
        """Tell whether a word with 의 is an unknown company: '가람텍의 … 사장'."""
        if len(word.text) < 4 or not word.text.endswith("의") or word.inner:
            return False
        return any(m.oov or m.tag == "NNP" for m in self.draft.morphs_in(word.start, word.end - 1))

    def _syllables(self, mention: Mention, word: Word, orgs: list[Word], floor: int) -> bool:
        """Take three or four small words before an office for one name: '쩐 홍 하', '부 티 마이'."""
        kind = mention.post.kind if mention.post is not None else ""
        words: list[Word] = []
        at: Word | None = word
        family = False
        while at is not None and len(words) < 4 and not family and (at.entity is None or words):
            if not re.fullmatch(r"[가-힣]{1,3}", at.text) or at.inner:
                break
            if behind_mark(self.text, at.start, at.end):
                break
            family = at.text in words_of("family") and len(words) >= 1
            if not family and not self._syllable(at):
                break
            words.append(at)
            at = self.scan.left(at.start, floor)
        sure = family and len(words[-1].text) > 1
        abroad = family and mention.country not in ("", "KR")
        if not (orgs or sure or abroad) and kind not in ("minister", "state"):
            return False
        lands = {mention.country, *(w.entity.country for w in orgs if w.entity is not None)} - {"", "KR"}
        fewest = 2 if sure or (lands and self._are_a_pair(words, at)) else 3
        if len(words) < fewest or (not sure and sum(len(w.text) == 1 for w in words) < 2):
            return False
        if not family and len(words[-1].text) == 3:
            return False
        inside = words[-1].text in words_of("part")
        if inside and at is not None and self._goes_on_before(at, words, orgs):
            return False
        beside = at is not None and at.entity is None and at.text not in never() and self.scan.bare(at)
        if not family and beside and at is not None and not at.text[0].isdigit():
            return False
        words.reverse()
        mention.name, mention.foreign = " ".join(w.text for w in words), True
        mention.start, mention.rule = words[0].start, "foreign name"
        if not orgs and not mention.org_name:
            self._org_before(mention, words[0].start, floor)
        return True

    def _are_a_pair(self, words: list[Word], before: Word | None) -> bool:
        """Tell whether two syllables are a whole name: '… 프놈펜에서 킷 촌 캄보디아 부총리'."""
        if [len(w.text) for w in words] != [1, 1] or any(w.text in words_of("determiner") for w in words):
            return False
        return before is None or before.entity is not None or not self.scan.bare(before)

    def _goes_on_before(self, word: Word, words: list[Word], orgs: list[Word]) -> bool:
        """Tell whether the name begins farther to the left: '술탄' before '빈 사이드 알 만수리'."""
        return word.entity is None and len(word.text) > 1 and self._chained(word, None, words, orgs)

    def _syllable(self, word: Word) -> bool:
        """Tell whether a small word can be a part of such a name: no office, no word with a particle."""
        if word.text in never() or (word.text in NOT_GIVEN and word.text not in ("중", "또", "이", "등")):
            return False
        return len(word.text) == 1 or self.scan.bare(word) or spotted(self.draft, word.start, word.start + 1)

    def _chained(self, word: Word, before: Word | None, words: list[Word], orgs: list[Word]) -> bool:
        """Tell whether an ordinary-looking word is a part of a foreign name by its neighbours.

        The word before it can be nothing else ('알' of '나세르 알 도사리'), or it is a syllable that opens
        the name ('부 티엔 록'), or the tokenizer tore it apart before 알, 빈 and the like.
        """
        text = word.text
        if not re.fullmatch(r"[가-힣]{1,8}", text) or text in never() or (word.inner and words):
            return False
        parts = words_of("part")
        if words and before is not None and words[-1].text in parts and before.text in parts:
            return True  # '빈 살만 알'
        if words and words[-1].text.split("-")[0] in parts and len(text) > 1:
            tags = [m.tag for m in self.draft.morphs_in(word.start, word.end)]
            return not any(t.startswith(("XS", "J", "VCP")) for t in tags) and tags[:1] != ["VV"]
        if words and orgs and len(text) > 1 and torn(self.draft, word.start, word.end):
            return True
        if not self.scan.bare(word):
            if not orgs or words or before is None:
                return False
            seen = bool(word.inner) and len(text) > 1 and self._clearly_foreign(before)
            return seen or self._torn_last(word, before)
        if not (words or orgs):
            return False
        if before is not None and self._clearly_foreign(before):
            return True
        opens = before is None or before.entity is not None or not self.scan.bare(before)
        syllables = words and len(text) == 1 and before is not None and len(before.text) == 1
        if syllables and before is not None and self._honoured(before):
            return True
        if (
            words
            and opens
            and len(text) == 2
            and self._tags(word) in (["XPN", "NR"], ["XPN", "NNB"], ["MM", "NNB"])
        ):
            return True  # '제이' read as a number
        return len(text) == 1 and bool(words) and opens and text not in words_of("determiner")

    def _honoured(self, word: Word) -> bool:
        """Tell whether syllables go back to a name's beginning: Burmese men are called 우 ('우 민 스웨')."""
        floor = self.scan.floor(word.start)
        at: Word | None = word
        for _ in range(3):
            if at is None or len(at.text) != 1 or at.entity is not None:
                return False
            before = self.scan.left(at.start, floor)
            if at.text == "우":
                return before is None or before.entity is not None or not self.scan.bare(before)
            at = before
        return False

    def _tags(self, word: Word) -> list[str]:
        return [m.tag for m in self.draft.morphs_in(word.start, word.end)]

    def _torn_last(self, word: Word, before: Word) -> bool:
        """Tell whether the tokenizer took the end of a foreign name for a particle."""
        morphs = self.draft.morphs_in(word.start, word.end)
        known = not morphs or not (morphs[0].oov or morphs[0].tag == "NNP")
        if known or len(word.text) < 3 or morphs[-1].end - morphs[-1].start > 1:
            return False
        floor = self.scan.floor(word.start)
        first = self.scan.left(before.start, floor)
        return self._clearly_foreign(before) and first is not None and self._clearly_foreign(first)

    def _clearly_foreign(self, word: Word) -> bool:
        """Tell whether a word can be nothing but a part of a foreign name."""
        if word.entity is not None or word.inner:
            return False
        return word.text in words_of("part") or (
            foreign_word(self.draft, word.start, word.end)
            and not korean_shape(word.text)
            and not self._company_like(word)
        )

    def _entity_is_name(self, word: Word, kind: str = "") -> bool:
        """Tell whether what the gazetteers take for a place is rather a person here: '다니엘(Daniel …)'."""
        entity = word.entity
        if (
            entity is not None
            and entity.why.get("label") == "gisaro_ner"
            and kind in ("minister", "state", "official", "politics")
            and not BODY.search(word.text)
        ):
            before = self.scan.left(word.start, self.scan.floor(word.start))
            if kind not in ("minister", "state"):  # '가온국 석유부 NAME 국장'
                house = before.entity if before is not None else None
                return house is not None and house.label == "ORG" and self._all_foreign(entity)
            return self._all_foreign(entity) or (before is not None and self._clearly_foreign(before))
        if entity is not None and entity.label == "LOC" and kind in ("minister", "state") and not word.inner:
            return self._town_in_name(word, entity)
        return bool(
            entity is not None
            and entity.label == "LOC"
            and word.inner
            and " " in word.inner
            and _LATIN.fullmatch(word.inner)
        )

    def _rules(self, mention: Mention, town: Word) -> bool:
        """Tell whether the office is one over a town: '… 아부다비 왕세제'."""
        head = mention.post.head if mention.post is not None else ""
        placed = town.entity is not None and town.entity.label == "LOC" and not town.inner
        return placed and head in _OVER_TOWNS

    def _all_foreign(self, entity: Entity) -> bool:
        """Tell whether an entity of several words is made of nothing but what foreign names are made of."""
        words = [m.span() for m in re.finditer(r"\S+", entity.text)]
        at = entity.char_start
        return len(words) > 1 and all(foreign_word(self.draft, at + low, at + high) for low, high in words)

    def _town_in_name(self, word: Word, town: Entity) -> bool:
        """Tell whether a foreign name before or behind it makes a town's name a person's ('… 메디나')."""
        if town.why.get("canonical", "").startswith(("countries", "korean")):
            return False
        before = self.scan.left(word.start, self.scan.floor(word.start))
        if self.text[word.end : word.end + 3] == " 알-" or self._is_family(town.text):
            return True
        if self._ministry_behind(word) and (self._behind_land(before) or self._given_before(before)):
            return True
        land = self.scan.by_start.get(word.end + 1)  # '안나 모스크바 폴란드 장관': a town of another country
        if land is not None and land.label == "LOC" and land.country != town.country and before is not None:
            return before.entity is None and foreign_word(self.draft, before.start, before.end)
        return (
            before is not None and self._clearly_foreign(before) and self.text[before.end : word.start] == " "
        )

    def _behind_land(self, before: Word | None) -> bool:
        """Tell whether the word sets the scene in a country: '폴란드에서는', '칠레의'."""
        if before is None:
            return False
        land = before.entity or next(
            (e for n in (4, 3, 2, 1) if (e := self.scan.by_end.get(before.end - n)) is not None), None
        )
        return land is not None and land.why.get("canonical", "").startswith("countries")

    def _given_before(self, before: Word | None) -> bool:
        """Tell whether a word that the tokenizer tore stands before: '안나 모스크바'."""
        if before is None or before.entity is not None or not _GIVEN.fullmatch(before.text):
            return False
        tags = [m.tag for m in self.draft.morphs_in(before.start, before.end)]
        return before.text not in never() and len(tags) > 1 and tags[-1][0] not in "JE"

    def _beside_another(self, word: Word) -> bool:
        """Tell whether a torn word stands where a second minister is named ('… 장관과 부다 …부 장관')."""
        if not _GIVEN.fullmatch(word.text) or not _SECOND.search(
            self.text, max(0, word.start - 6), word.start
        ):
            return False
        tags = [m.tag for m in self.draft.morphs_in(word.start, word.end)]
        return len(tags) == 2 and tags[-1][0] != "J" and any(tag[0] in "VM" for tag in tags)

    def _ministry_behind(self, word: Word) -> bool:
        """Tell whether a ministry stands right behind, which no town has: '모스크바 기후환경부 장관'."""
        house = self.scan.by_start.get(word.end + 1)
        return house is not None and house.label == "ORG" and house.text.endswith("부")

    def _is_family(self, town: str) -> bool:
        """Tell whether the article has it at the end of a whole name with its Latin original."""
        at = self.text.find(f" {town}(")
        latin = self.scan.parenthesis(at + len(town) + 1) if at > 0 else ""
        return " " in latin and _LATIN.fullmatch(latin) is not None

    def _foreign_before(self, word: Word, floor: int) -> bool:
        """Tell whether a word that can be part of a foreign name stands before this one."""
        before = self.scan.left(word.start, floor)
        return (
            before is not None
            and before.entity is None
            and foreign_word(self.draft, before.start, before.end)
        )
