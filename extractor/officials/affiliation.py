"""Whose office it is: the entities around a name and its title."""

from __future__ import annotations

import re

from extractor.draft import Draft
from extractor.officials.mention import Mention
from extractor.officials.people import BODY
from extractor.officials.posts import Post
from extractor.officials.scan import Scanner, Word
from extractor.officials.words import fields, words_of
from extractor.records import Entity

#: Posts of those who stand for a country elsewhere.
ENVOYS = ("대사", "대사대리", "총영사", "영사", "부대사", "부총영사", "공사", "상주대표")


#: Behind the house whose officer is named next.
OF_HOUSE = re.compile(r"(?:의|측(?:은|의|에서는|에선)|에서는|에선)\Z")
#: Endings of houses, what stands behind them included.
_HOUSE = re.compile(
    r"(?:법인|회사|그룹|은행|증권|조합|협회|재단|센터|연구소|연구원|병원|대학교?|텍|테크|건설|산업)"
    r"(?:의|측은|측의|에서는|에선)\Z"
)


#: The Latin short form of a house.
_SHORT = re.compile(r"[A-Z][A-Z&]{1,7}")
#: A numbered part of a court, a prosecutors' office, a committee.
_PART = re.compile(r"\d(?:부|단독|과|팀|국|재판부|소위)\Z")


class Affiliation:
    """Tells the organisation and the country of a mention."""

    def __init__(self, draft: Draft, posts: list[Post]) -> None:
        self.draft = draft
        self.text = draft.text
        self.posts = posts
        self.scan = Scanner(draft)
        self.by_end = {p.end: p for p in posts}
        self.starts = {p.start for p in posts}
        self.used: set[int] = set()
        self.known: set[str] = set()
        self.families: frozenset[str] = frozenset()
        self.doubted: set[str] = set()
        self.asked: set[str] = set()

    def learn(self, known: set[str], families: frozenset[str]) -> bool:
        """Take over the names and surnames that the article is sure of.

        Returns
        -------
        bool
            Whether a word of those read so far is among them: only then does reading again tell more.
        """
        self.known, self.families = known, families
        self.used = set()
        return not (self.doubted.isdisjoint(known) and self.asked.isdisjoint(families))

    def _family(self, word: str) -> bool:
        """Tell whether a word is the surname of someone whom the article names."""
        self.asked.add(word)
        return word in self.families

    def _set_org(self, mention: Mention, entity: Entity) -> None:
        mention.org = entity
        mention.org_name, mention.org_text = entity.canonical, entity.text
        mention.country = mention.country or entity.country

    def _org_before(self, mention: Mention, pos: int, floor: int, close: bool = False) -> None:
        """Take the entity directly before a name, or one with 의, as the organisation."""
        before = self.scan.left(pos, floor)
        if before is None:
            return
        tail = OF_HOUSE.search(before.text) if before.entity is None else None
        if tail is not None:
            entity = self.scan.by_end.get(before.end - len(tail[0]))
            if tail.start() == 0 and self.text[before.start - 1 : before.start] == ")":
                outer = self.scan.left(before.start, floor)  # '투자청(BKPM)의 NAME 청장'
                entity = outer.entity if outer is not None else None
            if entity is not None and entity.label == "ORG" and not mention.org:
                self._set_org(mention, entity)
            elif entity is None and not mention.org and not mention.org_name:
                self._house_before(mention, before, len(tail[0]), floor)
            return
        if before.entity is None and _SHORT.fullmatch(before.inner) and not mention.org_name:
            if any(m.oov or m.tag == "NNP" for m in self.draft.morphs_in(before.start, before.end)):
                mention.org_name = mention.org_text = before.text  # '민다나오에너지(MEC) NAME 회장'
            return
        if before.entity is None:
            outer = self.scan.left(before.start, floor) if _PART.search(before.text) else None
            if outer is None or before.inner or outer.entity is None or outer.entity.label != "ORG":
                return
            before = outer  # '대전지법 형사5단독 NAME 판사'
        if before.entity is None:
            return
        if before.entity.label == "ORG" and not mention.org and not mention.org_name:
            self._set_org(mention, before.entity)
            mention.start = mention.start if close or before.inner else before.start
        elif before.entity.label == "LOC":
            mention.country = mention.country or before.entity.country

    def _house_before(self, mention: Mention, owner: Word, tail: int, floor: int) -> None:
        """Take an unknown house with its particle before a name: '가람캡 MLP펀드의 존 스미스 매니저'."""
        if mention.post is None or len(owner.text) - tail < 3 or owner.inner:
            return
        if mention.post.kind != "company" and not _HOUSE.search(owner.text):
            return
        words, at = [owner.text[:-tail]], owner.start
        unknown = any(m.oov or m.tag in ("NNP", "SL") for m in self.draft.morphs_in(at, owner.end - tail))
        before = self.scan.left(at, floor)
        if before is not None and before.entity is None and not before.inner and self.scan.bare(before):
            morphs = self.draft.morphs_in(before.start, before.end)
            if any(m.oov or m.tag in ("NNP", "SL") for m in morphs):
                words.insert(0, before.text)
                unknown = True
        if unknown:
            mention.org_name = mention.org_text = " ".join(words)

    def _organise(self, mention: Mention, orgs: list[Word], units: list[Word], title_start: int) -> None:
        """Tell the organisation from the entities between name and title."""
        post = mention.post
        bodies = [w for w in orgs if w.entity is not None and w.entity.label == "ORG"]
        places = [w for w in orgs if w.entity is not None and w.entity.label == "LOC"]
        units = [w for w in units if w.text not in words_of("body")]
        if mention.name and units and not bodies and not mention.org_name and BODY.search(units[-1].text):
            mention.org_name = mention.org_text = units.pop().text
        if units and (
            (bodies and not mention.org_name and not mention.name)
            or (mention.name and not mention.org_name)
            or (len(units) == 1 and units[0].text in fields() and not bodies and not mention.name)
        ):
            mention.title = " ".join([*(w.text for w in reversed(units)), mention.title]).replace("· ", "·")
        if post is not None and post.kind == "diplomat" and post.head in ENVOYS:
            self._diplomat(mention, places, units, title_start)
            return
        if bodies:
            entity = bodies[0].entity
            assert entity is not None
            if not mention.org_name:
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
            local = post is not None and post.kind == "official" and bool(mention.name or post.stem)
            local = local and entity.country == "KR" and entity.text[-1:] in tuple("도시군구")
            if post is not None and (post.kind == "local" or local) and not mention.org_name:
                mention.org_name, mention.org_text = entity.canonical, entity.text

    def _diplomat(self, mention: Mention, places: list[Word], units: list[Word], title_start: int) -> None:
        """Read '주아제르바이잔 대사', '주한 노르웨이 대사', '주프랑크푸르트 총영사'."""
        if mention.org_name:
            return
        before = re.search(
            r"(?<![가-힣])(주(?:한)? ?[가-힣]{1,12}?(?:\([A-Z]+\))?(?: [가-힣]{2,12}?)?) ?$",
            self.text[max(0, title_start - 30) : title_start],
        )
        if before is None:
            if places and places[0].entity is not None:
                mention.country = places[0].entity.country
            return
        written = before[1].strip()
        written = "주" + written[2:] if written.startswith("주 ") else written
        phrase = written.removesuffix("대사관")
        if not re.match(r"주(?:한|[가-힣]{2,})", phrase):
            return
        for place in places:
            if place.entity is not None and place.entity.char_end <= title_start:
                mention.country = place.entity.country
                break
        head = mention.title.split()[-1]
        seat = f"{phrase} {'총영사관' if head.endswith('영사') else '대사관'}"
        mention.org_name = written if written != phrase else seat
        mention.org_text = phrase
        mention.title = mention.title if " 겸 " in mention.title else head
        if not phrase.startswith("주한"):
            mention.country = "KR"
