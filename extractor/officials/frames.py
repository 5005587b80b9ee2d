"""The orders in which name, organisation and title stand: one post is read to the left, and to the right."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.draft import Draft
from extractor.names.foreign import country_at
from extractor.names.gazetteer import short_countries
from extractor.officials.mention import Mention
from extractor.officials.people import (
    foreign_word,
    is_surname,
    korean_name,
    korean_shape,
    never,
    sounds_like,
    surname_of,
)
from extractor.officials.posts import Post
from extractor.officials.scan import Scanner, Word
from extractor.officials.words import fields, words_of
from extractor.records import Entity

#: How many words to the left of a title are looked at.
REACH = 12
_LATIN = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w.'’\-]*(?: [\w.'’\-&]+){0,5}")
_AGE = re.compile(r"\d{2}(?:세|·.*)?|.*(?:왼쪽|오른쪽|가운데|사진|번째|앞줄|뒷줄).*")
#: Kinds of posts whose holder is named beside a place, not an organisation.
PLACED = frozenset({"state", "local", "diplomat", "politics"})
COMPANY = frozenset({"company"})


class Reader:
    """Reads the posts of one article into mentions."""

    def __init__(self, draft: Draft, posts: list[Post]) -> None:
        self.draft = draft
        self.text = draft.text
        self.posts = posts
        self.scan = Scanner(draft)
        self.by_end = {p.end: p for p in posts}
        self.starts = {p.start for p in posts}
        self.used: set[int] = set()
        self.known: set[str] = set()

    def read(self, post: Post) -> Mention | None:
        """Read one post with what stands to its left."""
        floor = self.scan.floor(post.start)
        mention = Mention(post.start, post.end, post, post.text, rule="post")
        mention.role = post.elect
        self._glued(mention, post)
        if mention.name:
            return self._finish(mention, floor)
        self._walk(mention, floor)
        return self._finish(mention, floor)

    # -- the word of the title itself

    def _glued(self, mention: Mention, post: Post) -> None:
        """Split a title's own word: '산업부장관', '울산광역시장', '유정열KOTRA사장', '김용래차관보'."""
        if not post.stem:
            return
        low, head = post.start, post.start + len(post.stem)
        rest = self.text[head : post.end]
        if post.head in ("시장", "군수", "구청장", "도지사", "지사") and self._local(
            mention, post, low, head, rest
        ):
            return
        first = self.scan.by_start.get(low)
        if first is not None and first.char_end <= head:
            stem = self.text[first.char_end : head]
            if first.label == "ORG":
                self._set_org(mention, first)
                mention.title = (stem + rest).strip()
            elif post.kind in PLACED:
                mention.country = first.country
                mention.title = (stem + rest).strip()
            return  # else '리야드무역관장': the place belongs to the title
        for entity in (self.scan.by_end.get(head),):
            if entity is not None and low < entity.char_start:
                name = self.text[low : entity.char_start]
                if 2 <= len(name) <= 4 and surname_of(name) and entity.label == "ORG":
                    self._set_org(mention, entity)
                    mention.name, mention.title, mention.rule = name, rest, "glued"
                    return
        if (len(post.stem) == 1 and is_surname(post.stem)) or (
            len(post.stem) == 2 and surname_of(post.stem + "가") == post.stem
        ):
            mention.name, mention.short, mention.title, mention.sure = post.stem, True, rest, False
            mention.rule = "glued short"
        elif 2 < len(post.stem) <= 4 and (
            korean_name(self.draft, low, head) >= 2
            or (self.text[max(0, low - 2) : low].strip() in (")", "]") and korean_shape(post.stem))
        ):
            mention.name, mention.title, mention.rule = post.stem, rest, "glued"

    def _local(self, mention: Mention, post: Post, low: int, head: int, rest: str) -> bool:
        """Read '울산광역시장', '경남도지사', '해운대구청장': the place's own ending is the title's beginning."""
        from extractor.names.gazetteer import names

        for overlap in (1, 0):
            form = self.text[low : head + overlap]
            found = names().get(form)
            if found and found[0].label == "LOC":
                mention.org_name, mention.org_text, mention.country = (
                    found[0].canonical,
                    form,
                    found[0].country,
                )
                mention.title = rest
                return True
        return False

    # -- to the left

    def _walk(self, mention: Mention, floor: int) -> None:
        post = mention.post
        assert post is not None
        orgs: list[Word] = []
        units: list[Word] = []
        at = mention.start
        title_start = mention.start
        for _ in range(REACH):
            joint = bool(units) and self.text[at - 1 : at] == "·"
            word = self.scan.left(at - joint, floor)
            if word is None:
                break
            if joint:
                units.append(replace(word, text=f"{word.text}·"))
                at = word.start
                continue
            if word.entity is None and word.text in words_of("status"):
                mention.former |= word.text in ("전", "전임", "전직")
                mention.role = mention.role or word.text
                at = word.start
                mention.start = word.start
                continue
            if word.text in words_of("determiner") and post.kind == "unnamed":
                at = mention.start = word.start
                continue
            if word.entity is None and post.kind == "unnamed" and not orgs and self._genitive(mention, word):
                break
            if len(word.text) <= 2 and word.entity is None and (place := short_countries().get(word.text)):
                if not is_surname(word.text) or self._foreign_before(word, floor):
                    mention.country = mention.country or place.country
                    at = word.start
                    continue
            if post.kind == "diplomat" and word.text == "주" and orgs:
                mention.start = at = word.start
                continue
            if post.kind == "diplomat" and re.fullmatch(r"주[가-힣]{1,10}", word.text):
                at = mention.start = word.start
                orgs.append(word)
                continue
            if word.text == "겸":
                other = self._post_before(word.start)
                if other is None:
                    break
                self.used.add(other.start)
                mention.title = f"{other.text} 겸 {self._title_with(orgs, mention.title)}"
                mention.extra_titles.append(other.text)
                mention.start = at = other.start
                continue
            if word.entity is not None and not (orgs and units):
                name = self._entity_is_name(word)
                if not name:
                    orgs.append(word)
                    at = word.start
                    mention.start = word.start
                    continue
            other = self._post_before(word.end, exact=True)
            if (
                other is not None
                and word.entity is None
                and not word.inner
                and not orgs
                and self._joins(other, mention)
            ):
                self.used.add(other.start)
                mention.title = f"{other.text} {mention.title}"
                at = mention.start = title_start = other.start
                continue
            if not units and self._surname_alone(mention, word, bool(orgs)):
                break
            if self._named(mention, word, orgs, units, floor):
                break
            if word.inner or not self.scan.bare(word) or len(units) >= 3 or word.end - word.start > 12:
                break
            if not re.fullmatch(r"[가-힣A-Za-z0-9&]+", word.text):
                break
            if orgs or word.text[0].isdigit() or not self._noun(word):
                break
            units.append(word)
            at = word.start
        self._organise(mention, orgs, units, title_start)

    def _noun(self, word: Word) -> bool:
        """Tell whether a word is made of nouns: what may stand between an organisation and a post."""
        tags = [m.tag for m in self.draft.morphs_in(word.start, word.end)]
        return all(tag.startswith(("N", "XR", "XPN", "XSN", "SL", "SH", "ETN")) for tag in tags)

    def _foreign_before(self, word: Word, floor: int) -> bool:
        """Tell whether a word that can be part of a foreign name stands before this one."""
        before = self.scan.left(word.start, floor)
        return (
            before is not None
            and before.entity is None
            and foreign_word(self.draft, before.start, before.end)
        )

    def _genitive(self, mention: Mention, word: Word) -> bool:
        """Take '지경부의 한 관계자': the organisation with its particle."""
        entity = self.scan.by_end.get(word.end - 1)
        if word.text.endswith("의") and entity is not None and entity.label == "ORG":
            self._set_org(mention, entity)
            mention.start = entity.char_start
            return True
        return False

    def _title_with(self, orgs: list[Word], title: str) -> str:
        names = [w.entity.canonical for w in orgs if w.entity is not None and w.entity.label == "ORG"]
        return f"{names[0]} {title}" if names else title

    def _post_before(self, pos: int, exact: bool = False) -> Post | None:
        at = pos
        while not exact and at > 0 and self.text[at - 1] == " ":
            at -= 1
        return self.by_end.get(at)

    def _joins(self, other: Post, mention: Mention) -> bool:
        """Tell whether the post directly to the left belongs to the same title: '대표이사 사장'."""
        return (
            other.kind == "company"
            and mention.post is not None
            and mention.post.kind == "company"
            and (not other.stem or other.head in ("총괄", "담당"))
            and not other.particle
            and len(mention.title) <= 6
        )

    def _entity_is_name(self, word: Word) -> bool:
        """Tell whether what the gazetteers take for a place is rather a person here: '다니엘(Daniel …)'."""
        entity = word.entity
        return bool(
            entity is not None
            and entity.label == "LOC"
            and word.inner
            and " " in word.inner
            and _LATIN.fullmatch(word.inner)
        )

    def _surname_alone(self, mention: Mention, word: Word, with_org: bool) -> bool:
        """Take '김 차관보' and '박 산업부 장관' as short forms."""
        if word.inner or not is_surname(word.text):
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

    def _named(self, mention: Mention, word: Word, orgs: list[Word], units: list[Word], floor: int) -> bool:
        """Take the word, with words before it, as the person's name if it looks like one."""
        latin = word.inner if _LATIN.fullmatch(word.inner) else ""
        if latin and not (word.inner.isupper() and len(word.inner) < 9):
            return self._foreign_with_latin(mention, word, latin, floor)
        strength = self._strength(word)
        if word.inner and not strength and not _AGE.fullmatch(word.inner):
            return False
        if strength and self._korean(mention, word, strength, orgs, units, floor):
            return True
        return self._foreign(mention, word, orgs, units, floor)

    def _strength(self, word: Word) -> int:
        """Tell how much a word looks like a Korean name here, names known from surer places being sure."""
        if word.text in self.known:
            return 3
        if word.start in self.starts or self._begins_entity(word):
            return 0
        return korean_name(self.draft, word.start, word.end)

    def _begins_entity(self, word: Word) -> bool:
        entity = self.scan.by_start.get(word.start)
        return entity is not None and entity.char_end < word.end and len(entity.text) > 1

    def _korean(
        self, mention: Mention, word: Word, strength: int, orgs: list[Word], units: list[Word], floor: int
    ) -> bool:
        before = self.scan.left(word.start, floor)
        if before is not None and before.entity is None and not before.inner and strength >= 2:
            part = (
                foreign_word(self.draft, before.start, before.end)
                and korean_name(self.draft, before.start, before.end) < 3
            )
            rank_rare = surname_of(word.text) == "" or len(word.text) == 4
            if part and (orgs or rank_rare or (mention.post and mention.post.kind == "minister")):
                if not self._company_like(before):
                    return False
        if units and strength < 3:
            return False
        if strength == 1 and not self._framed(mention, word, orgs, before):
            return False
        mention.name, mention.strength = word.text, strength
        mention.start = word.start
        mention.rule = "name org title" if orgs else "name title"
        if units and not orgs:
            self._units_as_org(mention, units)
        if not orgs and not units:
            self._org_before(mention, word.start, floor)
        return True

    def _company_like(self, word: Word) -> bool:
        """Tell whether an unknown word is rather a company than a given name: it stands elsewhere with a particle."""
        return (
            re.search(rf"(?<![가-힣]){re.escape(word.text)}(?:은|는|이|가|의|도|와|과)(?![가-힣])", self.text)
            is not None
        )

    def _framed(self, mention: Mention, word: Word, orgs: list[Word], before: Word | None) -> bool:
        """Tell whether the surroundings alone make a name of a word that is torn apart by the tokenizer."""
        opens = before is None or (before.entity is None and not self.scan.bare(before))
        if opens and (orgs or (len(word.text) == 3 and mention.post is not None and mention.post.particle)):
            return True
        return not orgs and before is not None and before.entity is not None and before.entity.label == "ORG"

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
        while at is not None and len(words) < 6:
            if at.inner and words:
                break
            before = self.scan.left(at.start, floor)
            if at.entity is not None or at.start in self.starts or self._begins_entity(at):
                break
            if not foreign_word(self.draft, at.start, at.end) and not self._chained(at, before, words, orgs):
                break
            words.append(at)
            at = before
        if len(words) == 1 and len(word.text) >= 6 and not orgs and mention.post is not None:
            if mention.post.kind == "company" and not word.inner:
                return False
        if not words or words[-1].text in ("알", "반") or sum(len(w.text) for w in words) < 2:
            return False
        stop = at
        if (
            not orgs
            and mention.post is not None
            and mention.post.kind in ("company", "official", "academic", "unnamed")
        ):
            # a Korean name followed by an unknown company: '나한수 우람플랜트 전무'
            last = words[-1]
            if len(words) >= 2 and korean_name(self.draft, last.start, last.end) >= 2 and len(words) == 2:
                mention.name, mention.start = last.text, last.start
                mention.org_name = mention.org_text = " ".join(w.text for w in reversed(words[:-1]))
                mention.rule = "name company title"
                return True
            if len(words) >= 3:
                mention.org_name = mention.org_text = words[0].text
                words = words[1:]
            elif stop is not None and stop.inner and _LATIN.fullmatch(stop.inner) and " " in stop.inner:
                mention.org_name = mention.org_text = " ".join(w.text for w in reversed(words))
                return self._foreign_with_latin(mention, stop, stop.inner, floor)
        kind = mention.post.kind if mention.post is not None else ""
        if (
            units
            and not orgs
            and kind in ("state", "minister")
            and not any(w.text in fields() for w in units)
        ):
            words = [*units, *words]  # a part of the name that is a word of Korean, too
            units.clear()
        if (
            not orgs
            and len(words) >= 2
            and ((kind == "local" and len(words) >= 3) or (kind in PLACED and words[0].text[-1] in "시주"))
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

    def _chained(self, word: Word, before: Word | None, words: list[Word], orgs: list[Word]) -> bool:
        """Tell whether an ordinary-looking word is a part of a foreign name by its neighbours.

        The word before it can be nothing else ('알' of '나세르 알 도사리'), or it is a syllable that opens the
        name ('부 티엔 록'), or the tokenizer tore it apart before 알, 빈 and the like.
        """
        text = word.text
        if not re.fullmatch(r"[가-힣]{1,8}", text) or text in never() or word.inner:
            return False
        if words and words[-1].text in words_of("part") and len(text) > 1:
            tags = [m.tag for m in self.draft.morphs_in(word.start, word.end)]
            return not any(t.startswith(("XS", "J", "VCP")) for t in tags) and tags[:1] != ["VV"]
        if not self.scan.bare(word) or not (words or orgs):
            return False
        if before is not None and self._clearly_foreign(before):
            return True
        opens = before is None or (before.entity is None and not self.scan.bare(before))
        return len(text) == 1 and len(words) >= 1 and opens and text not in words_of("determiner")

    def _clearly_foreign(self, word: Word) -> bool:
        """Tell whether a word can be nothing but a part of a foreign name."""
        if word.entity is not None or word.inner:
            return False
        return word.text in words_of("part") or (
            foreign_word(self.draft, word.start, word.end)
            and not korean_shape(word.text)
            and not self._company_like(word)
        )

    def _units_as_org(self, mention: Mention, units: list[Word]) -> None:
        """Take unknown words between a name and a company's title as the company."""
        if mention.post is not None and mention.post.kind in ("company", "academic", "official"):
            mention.org_name = mention.org_text = " ".join(w.text for w in reversed(units))
            units.clear()

    def _org_before(self, mention: Mention, pos: int, floor: int, close: bool = False) -> None:
        """Take the entity directly before a name as the organisation: '현대차 정의선 회장', '고운결의 남궁슬 대표'."""
        before = self.scan.left(pos, floor)
        if before is None:
            return
        if before.entity is None and before.text.endswith("의"):
            entity = self.scan.by_end.get(before.end - 1)
            if entity is not None and entity.label == "ORG" and not mention.org:
                self._set_org(mention, entity)
            return
        if before.entity is None:
            return
        if before.entity.label == "ORG" and not mention.org and not mention.org_name:
            self._set_org(mention, before.entity)
            mention.start = mention.start if close or before.inner else before.start
        elif before.entity.label == "LOC":
            mention.country = mention.country or before.entity.country

    def _organise(self, mention: Mention, orgs: list[Word], units: list[Word], title_start: int) -> None:
        """Tell the organisation from the entities between name and title."""
        post = mention.post
        bodies = [w for w in orgs if w.entity is not None and w.entity.label == "ORG"]
        places = [w for w in orgs if w.entity is not None and w.entity.label == "LOC"]
        units = [w for w in units if w.text not in words_of("body")]
        if units and (
            (bodies and not mention.org_name and not mention.name)
            or (mention.name and not mention.org_name)
            or (len(units) == 1 and units[0].text in fields() and not bodies and not mention.name)
        ):
            mention.title = " ".join([*(w.text for w in reversed(units)), mention.title]).replace("· ", "·")
        if (
            post is not None
            and post.kind == "diplomat"
            and post.head in ("대사", "총영사", "영사", "부대사", "부총영사", "공사", "상주대표")
        ):
            self._diplomat(mention, places, units, title_start)
            return
        if bodies:
            entity = bodies[0].entity
            assert entity is not None
            self._set_org(mention, entity)
            after = [w for w in places if w.end > entity.char_end]
            if after and mention.name:
                mention.title = f"{after[0].text} {mention.title}"
            outer = [w for w in places if w.end <= entity.char_start]
            if outer and outer[0].entity is not None:
                mention.country = outer[0].entity.country or mention.country
        elif places:
            entity = places[0].entity
            assert entity is not None
            mention.country = mention.country or entity.country
            if post is not None and post.kind == "local":
                mention.org_name, mention.org_text = entity.canonical, entity.text

    def _diplomat(self, mention: Mention, places: list[Word], units: list[Word], title_start: int) -> None:
        """Read '주아제르바이잔 대사', '주한 노르웨이 대사', '주프랑크푸르트 총영사'."""
        before = re.search(
            r"(주(?:한 ?)?[가-힣]{1,12}?(?:\([A-Z]+\))?(?: [가-힣]{2,12}?)?) ?$",
            self.text[max(0, title_start - 30) : title_start],
        )
        if before is None:
            if places and places[0].entity is not None:
                mention.country = places[0].entity.country
            return
        phrase = before[1].strip()
        if not re.match(r"주(?:한|[가-힣]{2,})", phrase):
            return
        for place in places:
            if place.entity is not None and place.entity.char_end <= title_start:
                mention.country = place.entity.country
                break
        head = mention.title.split()[-1]
        mention.org_name = f"{phrase} {'총영사관' if head.endswith('영사') else '대사관'}"
        mention.org_text = phrase
        mention.title = head
        if not phrase.startswith("주한"):
            mention.country = "KR"

    def _set_org(self, mention: Mention, entity: Entity) -> None:
        mention.org = entity
        mention.org_name, mention.org_text = entity.canonical, entity.text
        mention.country = mention.country or entity.country

    def companions(self, mention: Mention) -> list[Mention]:
        """Read those who share the title: 'A·B 의원', '김·이 차관'."""
        found: list[Mention] = []
        at = self._name_at(mention)
        floor = self.scan.floor(at)
        while mention.name and at - 1 > floor:
            comma = self.text[max(floor, at - 2) : at] == ", "
            if self.text[at - 1] not in "·‧∙" and not comma:
                break
            word = self.scan.left(at - 1 - comma, floor)
            if word is None or word.entity is not None or word.start in self.starts:
                break
            if comma and (
                mention.rule not in ("name title", "shared title") or self._strength(word) < 3 or word.inner
            ):
                break
            foreign = mention.foreign or not self._strength(word)
            short = is_surname(word.text)
            words = [word]
            if foreign and not short:
                before: Word | None = word
                words = []
                while (
                    before is not None
                    and before.entity is None
                    and foreign_word(self.draft, before.start, before.end)
                ):
                    words.insert(0, before)
                    before = self.scan.left(before.start, floor) if len(words) < 4 else None
                if not words:
                    break
            start = words[0].start
            found.append(
                replace(
                    mention,
                    start=start,
                    end=word.end,
                    name=" ".join(w.text for w in words),
                    short=short,
                    foreign=foreign and not short,
                    sure=not short,
                    rule="shared title",
                    extra_titles=[],
                )
            )
            at = start
        return found

    def _name_at(self, mention: Mention) -> int:
        at = self.text.find(mention.name, mention.start, mention.end) if mention.name else -1
        return at if at >= 0 else mention.start

    # -- afterwards

    def _finish(self, mention: Mention, floor: int) -> Mention | None:
        post = mention.post
        assert post is not None
        if post.strict and not mention.name and not (post.kind == "local" and mention.org_name):
            return None
        inner = self.scan.parenthesis(post.end)
        for role in words_of("role"):
            if inner == role or inner.startswith(role + "·"):
                mention.role = role
        before = self.scan.left(mention.start, floor)
        if before is not None and before.text.endswith("인") and before.text[:-1] in words_of("role"):
            mention.role = before.text[:-1]
        if mention.foreign or (mention.org is not None and not mention.org.country and not mention.name):
            if not mention.country or (
                mention.country == "KR"
                and mention.foreign
                and mention.org is not None
                and mention.org.why.get("label", "").startswith("ministries")
            ):
                mention.country = (
                    country_at(self.draft, mention.start) if mention.foreign else mention.country
                )
        return mention
