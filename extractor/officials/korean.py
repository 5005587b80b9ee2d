"""Korean names in front of a title or of an organisation."""

from __future__ import annotations

import re

from extractor.names.hits import is_country
from extractor.officials.affiliation import Affiliation
from extractor.officials.mention import Mention
from extractor.officials.people import (
    behind_mark,
    foreign_word,
    is_surname,
    korean_name,
    korean_shape,
    never,
    spotted,
    surname_of,
)
from extractor.officials.scan import Word
from extractor.officials.words import titles, usual_surnames, words_of

#: Words of one syllable behind what looks like a surname: '이 두 장관', '한 전 장관', '전 주 대사'.
NOT_GIVEN = frozenset("전현신두세네양각그이저한또및등주총부본당대새첫前現")
#: How companies' names end that no list has.
_HOUSE_END = re.compile(
    r"(?<=[가-힣A-Za-z])(?:텍|테크|테크놀로지|에너지|솔라|전자|전기|건설|산업|중공업|공업|화학|제약|바이오|조선|해운|물류|상사|제철|소재"
    r"|엔지니어링|이엔지|솔루션|시스템|시스템즈|인더스트리즈?|모빌리티|로보틱스|모터스|파워|그린|머티리얼즈?|홀딩스|파트너스|캐피탈|랩|랩스)\Z"
)
_PARTICLE_ALONE = re.compile("(?:은|는|이|가|의|도|와|과)(?![가-힣])")
#: Last syllables that make a longer word of a place, not a name.
_OF_PLACES = frozenset("시군구도읍면동산발행계제항섬주역측성만은는이가을를의에로과와")


#: Surnames of Koreans that are as common abroad.
_ALSO_ABROAD = frozenset({"림", "리", "반", "탄", "왕", "린", "판", "여", "방", "도", "응", "황", "마", "단"})


class KoreanNames(Affiliation):
    """Takes a word for a Korean name."""

    def _strength(self, word: Word, orgs: list[Word]) -> int:
        """Tell how much a word looks like a Korean name here, names known from surer places being sure."""
        if word.text in self.known:
            return 3
        if self._titled_name(word, orgs):
            self.used.add(word.start)
            self.doubted.add(word.text)
            return 3
        shape = 0
        if word.start not in self.starts and not self._begins_entity(word):
            shape = korean_name(self.draft, word.start, word.end)
        if shape < 3:
            self.doubted.add(word.text)
        return shape

    def _titled_name(self, word: Word, orgs: list[Word]) -> bool:
        """Tell whether a name happens to end like an office: '강전무 팀장', '정부장 한전 상무'."""
        post = self.by_end.get(word.end)
        if post is None or post.start != word.start or len(word.text) != 3 or post.particle or word.inner:
            return False
        if word.text in never() or word.text[0] not in usual_surnames() or word.text[1:] not in titles():
            return False
        before = self.scan.left(word.start, self.scan.floor(word.start))
        return not orgs or before is None or (before.entity is None and not self.scan.bare(before))

    def _begins_entity(self, word: Word) -> bool:
        entity = self.scan.by_start.get(word.start)
        if entity is None or entity.char_end >= word.end or len(entity.text) < 2:
            return False
        if entity.label == "LOC" and len(word.text) == 3 and korean_shape(word.text):
            return word.text[-1] in _OF_PLACES  # '신안식', '안성일' begin like towns
        return True

    def _spaced(self, mention: Mention, word: Word, orgs: list[Word], floor: int) -> bool:
        """Take a name of two syllables with a blank between: '민 솔 환경부 국장', '환경부 민 솔 국장'."""
        if len(word.text) != 1 or word.inner or self.text[word.start - 1 : word.start] != " ":
            return False
        first = self.scan.left(word.start, floor)
        if first is None or first.inner or first.entity is not None or not is_surname(first.text):
            return False
        if len(first.text) > 1 or word.text in NOT_GIVEN or behind_mark(self.text, first.start, first.end):
            return False
        before = self.scan.left(first.start, floor)
        if before is not None and before.entity is None and len(before.text) < 3:
            return False  # '쩐 홍 하': three words of one name
        closed = before is not None and before.entity is not None and before.entity.label == "ORG"
        opens = before is None or (before.entity is None and not self.scan.bare(before))
        if not (opens if orgs else closed):
            return False
        mention.name, mention.start, mention.rule = first.text + word.text, first.start, "spaced name"
        if before is not None and closed and not orgs:
            self._org_before(mention, first.start, floor)
        return True

    def _behind_foreign_name(self, word: Word) -> bool:
        """Tell whether a word of a foreign name stands right before: '로베르토 림 회장'."""
        before = self.scan.left(word.start, self.scan.floor(word.start))
        if before is None or before.entity is not None or before.inner or len(before.text) < 3:
            return False
        return foreign_word(self.draft, before.start, before.end) and not korean_shape(before.text)

    def _surname_alone(self, mention: Mention, word: Word, with_org: bool) -> bool:
        """Take '김 차관보' and '박 산업부 장관' as short forms."""
        if word.inner or not (is_surname(word.text) or self._family(word.text)):
            return False
        if word.text in _ALSO_ABROAD and self._behind_foreign_name(word):
            return False
        if (
            word.text in words_of("determiner")
            and mention.post is not None
            and mention.post.kind == "unnamed"
        ):
            return False
        mention.name, mention.short, mention.sure = word.text, True, False
        mention.start = word.start
        mention.rule = "surname org title" if with_org else "surname title"
        return True

    def _korean(
        self, mention: Mention, word: Word, strength: int, orgs: list[Word], units: list[Word], floor: int
    ) -> bool:
        before = self.scan.left(word.start, floor)
        if before is not None and "\t" in self.text[before.end : word.start]:
            before = None  # another cell of a table
        if before is not None and before.entity is None and not before.inner and strength >= 2:
            part = foreign_word(self.draft, before.start, before.end) and (
                korean_name(self.draft, before.start, before.end) < 3 or not korean_shape(before.text)
            )
            rank_rare = surname_of(word.text) == "" or len(word.text) == 4
            ruler = mention.post is not None and mention.post.kind in ("minister", "state")
            owner = self.scan.left(before.start, floor) if part else None
            owned = owner is not None and owner.entity is not None and owner.entity.label == "ORG"
            kind = mention.post.kind if mention.post is not None else ""
            odd = kind != "company" and not korean_shape(word.text)
            odd = odd or (kind == "local" and not korean_shape(before.text))
            if part and (orgs or rank_rare or ruler or owned or odd) and not self._company_like(before):
                return False
        weak = strength < 3 or len(word.text) == 4
        if weak and not orgs and before is not None and self._names_before(before):
            return False  # '나한수 국경협 이사장': the word is a house
        opening = before is None or (before.entity is None and not self.scan.bare(before))
        framed = bool(units) and not orgs and opening and self._works_for(mention, word, units)
        if (
            units
            and strength < 3
            and not framed
            and not (strength == 2 and opening and korean_shape(word.text) and not orgs)
        ):
            return False
        if strength == 1 and not framed and not self._framed(mention, word, orgs, before):
            return False
        mention.name, mention.strength = word.text, strength
        mention.start = word.start
        mention.rule = "name org title" if orgs else "name title"
        if units and not orgs:
            self._units_as_org(mention, units)
        if not orgs and not units:
            self._org_before(mention, word.start, floor)
        return True

    def _works_for(self, mention: Mention, word: Word, units: list[Word]) -> bool:
        """Tell whether name, unknown house and office open a clause: '나로한 누리텍 법인장은'."""
        post = mention.post
        return (
            post is not None
            and post.kind == "company"
            and post.particle in ("은", "는", "이", "가", "도")
            and len(word.text) == 3
            and korean_shape(word.text)
            and any(_HOUSE_END.search(u.text) or self._unknown(u) for u in units)
        )

    def _unknown(self, word: Word) -> bool:
        return len(word.text) > 2 and any(m.oov for m in self.draft.morphs_in(word.start, word.end))

    def _house_of(self, word: Word, before: Word | None, floor: int) -> bool:
        """Tell whether a word is built like a company and stands behind a name that opens its clause."""
        if word.entity is not None or not _HOUSE_END.search(word.text):
            return False
        before = before or self.scan.left(word.start, floor)
        if before is None or before.inner or before.entity is not None:
            return False
        if len(before.text) != 3 or not korean_shape(before.text) or before.text in titles():
            return False
        first = self.scan.left(before.start, floor)
        return first is None or (first.entity is None and not self.scan.bare(first))

    def _names_before(self, word: Word) -> bool:
        """Tell whether the recogniser or the tokenizer takes a whole word for a Korean's name."""
        return (
            word.entity is None
            and not word.inner
            and len(word.text) == 3
            and korean_shape(word.text)
            and (
                spotted(self.draft, word.start, word.end)
                or korean_name(self.draft, word.start, word.end) >= 3
            )
        )

    def _company_like(self, word: Word) -> bool:
        """Tell whether an unknown word is rather a company: it stands elsewhere with a particle."""
        at = self.text.find(word.text)
        while at >= 0:
            alone = not (at and "가" <= self.text[at - 1] <= "힣")
            if alone and _PARTICLE_ALONE.match(self.text, at + len(word.text)):
                return True
            at = self.text.find(word.text, at + 1)
        return False

    def _framed(self, mention: Mention, word: Word, orgs: list[Word], before: Word | None) -> bool:
        """Tell whether the surroundings alone make a name of a word that is torn apart by the tokenizer."""
        opens = before is None or (before.entity is None and not self.scan.bare(before))
        if opens and (
            orgs
            or mention.org_name
            or (len(word.text) == 3 and mention.post is not None and mention.post.particle)
        ):
            return True
        if before is None or before.entity is None or orgs:
            return False
        return before.entity.label == "ORG" or is_country(before.entity.text)

    def _units_as_org(self, mention: Mention, units: list[Word]) -> None:
        """Take unknown words between a name and a company's title as the company."""
        if mention.post is not None and mention.post.kind in ("company", "academic", "official"):
            mention.org_name = mention.org_text = " ".join(w.text for w in reversed(units))
            units.clear()
