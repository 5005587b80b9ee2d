"""The orders in which name, organisation and title stand: one post read to its left."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.names.canonical import resolve
from extractor.names.foreign import country_at
from extractor.names.gazetteer import names, short_countries
from extractor.names.hits import is_country
from extractor.officials.ends import mend
from extractor.officials.mention import Mention
from extractor.officials.people import (
    BODY,
    HEADED_BODY,
    behind_mark,
    is_surname,
    korean_name,
    korean_shape,
    never,
    sounds_like,
    spotted,
    surname_of,
)
from extractor.officials.posts import PLACED, Post
from extractor.officials.scan import Word
from extractor.officials.sharing import SharedTitles
from extractor.officials.titled import house_in, without_field
from extractor.officials.words import words_of
from extractor.records import Entity

#: How many words to the left of a title are looked at.
REACH = 12
_LATIN = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w.'’\-]*(?: [\w.'’\-&]+){0,8}")
#: The Latin short form of a body: '항공우주청(NASA)'.
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,9}|[A-Z][A-Za-z]*-?[A-Z]{2,8}")
#: A house in Latin letters that a title is glued to: 'JDC이사장'.
_LATIN_HOUSE = re.compile(r"[A-Z][A-Za-z0-9&]{1,11}|a[A-Z]")
#: Characters of the name before its Latin form: '(李明·Li Ming)'.
_HANJA = re.compile(r"^[一-鿿]{2,4}[·,/ ]+")
_BESIDE = re.compile(r"[一-鿿]{2,6}|\d{2}(?:세|·.*)?|.*(?:왼쪽|오른쪽|가운데|사진|번째|앞줄|뒷줄).*")
#: What stands behind works, and behind no envoy.
_WORKS = re.compile(
    r"\((?:약\s?|총\s?)?\d|\s?(?:현장|구간|측|중(?![가-힣])|중단|기간|업체|비(?![가-힣])|계약|발주|수주|입찰|일정|관계자)"
)
#: What is built, before 공사: '빈틴(Vinh Thinh) 교량 공사'.
_BUILT = re.compile(
    r"(?:교량|도로|철도|터널|항만|공항|댐|부두|플랜트|발전소|공장|병원|건물|시설|지하철|준설|매립|토목|건축|건설|설치|확장|보수|산하\s\S{1,6})\s\Z"
)
#: Which term of an office it is: '제23대 회장', '민선 9기 지사'.
_TERM = re.compile(r"민선|(?:제 ?)?\d{1,3}[기대]")
#: How societies end, whatever words their names are made of: '새로가는사람들협의회'.
_SOCIETY = re.compile(r"(?:협의회|연합회|위원회|협회|학회|조합|노조|연대|재단|센터|연구소|연구원|아카데미)\Z")
#: A house whose name begins with a number, and what else does.
_NUMBERED = re.compile(r"\d{1,3}[가-힣A-Za-z&]{1,10}")
_ORDINAL = re.compile(
    r"\d+(?:여?[대기호선차인명년월일세급위층번째개사석등]|개[가-힣]{1,3}|대째|번째|[가-힣]?연속|[가-힣]*동안|주년|년차|개월)"
)
#: Behind the holder, before his or her house: '홍 사장이 이끄는 가람건설'.
_LEADING = re.compile(
    r"(?:이|가)\s(?:새로\s)?(?:취임한|이끄는|이끌고\s있는|맡은|맡고\s있는|부임한|경영하는|몸담은)\s"
)
#: What parts an office from the words before it: '가람 정부 때 국정홍보처 차장', '가람건설 등 대표 기업'.
_PARTING = frozenset({"때", "시절", "시기", "출신", "등"})


class Reader(SharedTitles):
    """Reads the posts of one article into mentions."""

    def read(self, post: Post, named: bool = False) -> Mention | None:
        """Read one post with what stands to its left; ``named`` where its holder stands to its right."""
        floor = self.scan.floor(post.start)
        mention = Mention(post.start, post.end, post, post.text, rule="post")
        mention.role = post.elect
        self._glued(mention, post)
        if mention.name:
            return self._finish(mention, floor)
        self._walk(mention, floor)
        return self._finish(mention, floor, named)

    def _glued(self, mention: Mention, post: Post) -> None:
        """Split a title's own word: '산업부장관', '울산광역시장', '유정열KOTRA사장', '김용래차관보'."""
        if not post.stem:
            return
        low, head = post.start, post.start + len(post.stem)
        rest = self.text[head : post.end]
        if post.head in (
            "시장",
            "군수",
            "구청장",
            "도지사",
            "지사",
            "부시장",
            "부지사",
            "부군수",
        ) and self._local(mention, post, low, head, rest):
            return
        if post.kind == "diplomat" and self._envoy(mention, post):
            return
        if self._body_head(mention, post, low, head):
            return
        if _LATIN_HOUSE.fullmatch(post.stem) and low not in self.scan.by_start:
            self._latin_house(mention, post.stem)
            mention.title = rest
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
        outer = self.scan.by_end.get(head)
        if outer is not None and outer.char_start < low and outer.label == "ORG":  # '헝가리 상의회장'
            self._set_org(mention, outer)
            mention.title, mention.start = rest, outer.char_start
            return
        for entity in (outer,):
            if entity is not None and low < entity.char_start:
                name = self.text[low : entity.char_start]
                if 2 <= len(name) <= 4 and surname_of(name) and entity.label == "ORG":
                    self._set_org(mention, entity)
                    mention.name, mention.title, mention.rule = name, rest, "glued"
                    return
        if post.kind == "minister" and len(post.stem) > 3 and post.stem.endswith("부"):  # '자원에너지부장관'
            mention.org_name = mention.org_text = post.stem
            mention.title = rest
            return
        if (len(post.stem) == 1 and is_surname(post.stem)) or (
            len(post.stem) == 2 and surname_of(post.stem + "가") == post.stem
        ):
            mention.name, mention.short, mention.title, mention.sure = post.stem, True, rest, False
            mention.rule = "glued short"
        elif post.stem in names():
            return  # '태안군지회장': a place, no one's name
        elif 2 < len(post.stem) <= 4 and (
            (korean_name(self.draft, low, head) >= 2 and korean_shape(post.stem))
            or (self.text[max(0, low - 2) : low].strip() in (")", "]") and korean_shape(post.stem))
        ):
            mention.name, mention.title, mention.rule = post.stem, rest, "glued"

    def _latin_house(self, mention: Mention, form: str) -> None:
        """Take the Latin short form that an office is glued to for the house that the text explains by it."""
        mention.org_name = mention.org_text = form
        at = self.text.find(f"({form})")
        entity = self.scan.by_end.get(at) or self.scan.by_end.get(at + len(form) + 2) if at > 0 else None
        if entity is not None and entity.label == "ORG":
            self._set_org(mention, entity)
        elif at > 0 and (word := self.scan.left(at, self.scan.floor(at))) is not None and len(word.text) > 3:
            mention.org_name = mention.org_text = word.text

    def _body_head(self, mention: Mention, post: Post, low: int, head: int) -> bool:
        """Read '한국가람협회장', '가람연구원장', '가람위원장': the body's ending is the title's beginning."""
        text = self.text
        council, _, chair = post.head.partition(" ")
        if chair and council.endswith("의회"):  # '가람시의회 의장'
            mention.org_name = mention.org_text = post.stem + council
            mention.title = chair + post.text.removeprefix(post.stem + post.head)
            return True
        if post.kind in ("local", "diplomat", "unnamed") or len(post.stem) < 2:
            return False
        if post.stem.startswith("국회") and "국회" in names():
            mention.org_name = mention.org_text = "국회"
            mention.country = "KR"
            return False
        for overlap in range(len(post.head) - 1, 0, -1):
            form = text[low : head + overlap]
            if form.endswith("위원") and post.head == "위원장":
                form += "회"
            found = names().get(form)
            agency = post.head == "청장" and len(post.stem) > 1
            if found is None and not agency and not (len(form) > 4 and HEADED_BODY.search(form)):
                continue
            if found is not None and found[0].label != "ORG":
                continue
            entity = self.scan.by_end.get(head + overlap)  # '루-한 의원친선협회장': the body may begin before
            if entity is not None and entity.label == "ORG" and entity.canonical and entity.char_start <= low:
                self._set_org(mention, entity)
                mention.start = min(mention.start, entity.char_start)
            else:
                name = resolve(form, self.draft.published, text) if found is not None else None
                mention.org_name = name.canonical if name is not None else form
                mention.org_text = text[low : head + overlap]
                mention.country = name.country if name is not None else ""
            mention.title = text[head + (post.head == "공사장") : post.end]  # 공사 and 사장 share a syllable
            return True
        return False

    def _envoy(self, mention: Mention, post: Post) -> bool:
        """Read '주몽골대사', '주카자흐스탄한국대사', '주한스웨덴대사'."""
        match = re.fullmatch(r"주(한)?([가-힣]{2,10}?)(?:한국)?", post.stem)
        if match is None or match[2] not in names():
            return False
        mention.org_name = f"{post.stem} {'총영사관' if post.head.endswith('영사') else '대사관'}"
        mention.org_text, mention.title = post.stem, post.text.removeprefix(post.stem)
        mention.country = names()[match[2]][0].country if match[1] else "KR"
        return True

    def _local(self, mention: Mention, post: Post, low: int, head: int, rest: str) -> bool:
        """Read '울산광역시장', '경남도지사': the place's own ending is the title's beginning."""
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

    def _walk(self, mention: Mention, floor: int) -> None:
        post = mention.post
        assert post is not None
        orgs: list[Word] = []
        late: list[Word] = []
        units: list[Word] = []
        at = mention.start
        title_start = mention.start
        for _ in range(REACH):
            joint = bool(units) and self.text[at - 1 : at] == "·"
            word = self.scan.left(at - joint, floor)
            if word is None or behind_mark(self.text, word.start, word.end):
                break
            if joint and self._post_before(word.end, exact=True) is not None:
                break  # '장관·하원 부의장': two offices
            if joint:
                units.append(replace(word, text=f"{word.text}·"))
                at = word.start
                continue
            if word.entity is None and word.text in _PARTING:
                break
            if not orgs and self._surname_first(word, floor):
                self._surname_alone(mention, word, False)
                break
            if word.entity is None and word.text in words_of("status"):
                self._take_status(mention, word.text)
                at = word.start
                mention.start = word.start
                continue
            if word.entity is None and _TERM.fullmatch(word.text):
                at = word.start
                continue
            if word.text in words_of("determiner") and post.kind == "unnamed":
                if word.text == "고위":
                    mention.title = f"{word.text} {mention.title}"
                at = mention.start = word.start
                continue
            if word.entity is None and post.kind == "unnamed" and not orgs and self._genitive(mention, word):
                break
            if not units and word.text == "중" and self._syllables(mention, word, orgs, floor):
                break
            if (
                post.kind == "minister"
                and len(word.text) == 1
                and self._syllables(mention, word, orgs, floor)
            ):
                break  # '쩐 반 싱 차관': no country
            if place := self._short_country(word, floor):
                mention.country = mention.country or place
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
                units = [w for w in units if w.text not in words_of("body")]
                glued = post.stem and mention.org_name and not mention.extra_titles
                own = post.text if glued else mention.title
                inner = " ".join([*(w.text for w in reversed(units)), own])
                mention.title = f"{other.text} 겸 {self._title_with(orgs, inner)}"
                late, orgs, units = late or orgs, [], []
                mention.extra_titles.append(other.text)
                mention.start = at = title_start = other.start
                continue
            if word.entity is None and not orgs and not units and self._short_form(word):
                word = self._explained_body(word)
            named = self._entity_is_name(word, post.kind) and not self._rules(mention, word)
            if word.entity is not None and not (orgs and units) and not named:
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
            if not units and len(word.text) < 4 and self._syllables(mention, word, orgs, floor):
                break
            if not units and self._spaced(mention, word, orgs, floor):
                break
            if not units and self._surname_alone(mention, word, bool(orgs)):
                break
            if self._named(mention, word, orgs, units, floor):
                break
            if word.inner or not self.scan.bare(word) or len(units) >= 3 or word.end - word.start > 12:
                break
            if not re.fullmatch(r"[가-힣A-Za-z0-9&]+", word.text):
                break
            noun = (
                self._noun(word)
                or (len(word.text) > 4 and not word.inner and _SOCIETY.search(word.text) is not None)
                or (post.kind == "company" and self._house_of(word, None, floor))
            )
            numbered = post.kind == "company" and self._numbered_house(word, floor)
            if orgs or not (numbered or (noun and not word.text[0].isdigit())):
                break
            units.append(word)
            at = word.start
        if not any(w.entity is not None and w.entity.label == "ORG" for w in orgs):
            orgs = [*late, *orgs]
        self._organise(mention, orgs, units, title_start)

    def _surname_first(self, word: Word, floor: int) -> bool:
        """Tell whether '현', '전' begins its clause, where a holder of that surname is known."""
        if word.text not in words_of("status") or not self._family(word.text):
            return False
        before = self.scan.left(word.start, floor)
        return before is None or (before.entity is None and not self.scan.bare(before))

    def _short_form(self, word: Word) -> bool:
        """Tell whether the parenthesis behind a word is its short form, Latin or Korean."""
        if _ACRONYM.fullmatch(word.inner):
            return True
        letters = iter(word.text)
        return 2 <= len(word.inner) < len(word.text) - 1 and all(c in letters for c in word.inner)

    def _explained_body(self, word: Word) -> Word:
        """Take an unknown word with its Latin short form for the body that the office belongs to."""
        if len(word.text) < 3 or not self._noun(word) or self._strength(word, []):
            return word
        where = {"label": "officials.explained body", "canonical": "officials.explained body"}
        body = Entity(
            text=word.text,
            char_start=word.start,
            char_end=word.end,
            label="ORG",
            canonical=word.text,
            why=where,
        )
        return replace(word, entity=body)

    def _short_country(self, word: Word, floor: int) -> str:
        """Return the country that a short form before a title means ('미 대통령'), empty when none."""
        if len(word.text) > 2 or word.entity is not None:
            return ""
        if is_surname(word.text) and not self._foreign_before(word, floor):
            return ""
        place = short_countries().get(word.text)
        return place.country if place else ""

    def _noun(self, word: Word) -> bool:
        """Tell whether a word is made of nouns: what may stand between an organisation and a post."""
        tags = [m.tag for m in self.draft.morphs_in(word.start, word.end)]
        if tags == ["NNB"]:
            return False
        return all(tag.startswith(("N", "XR", "XPN", "XSN", "SL", "SH", "ETN")) for tag in tags)

    def _numbered_house(self, word: Word, floor: int) -> bool:
        """Tell whether a word is a house that begins with a number, behind a name: 'NAME 21그램 대표'."""
        if not _NUMBERED.fullmatch(word.text) or _ORDINAL.fullmatch(word.text):
            return False
        before = self.scan.left(word.start, floor)
        return (
            before is not None
            and before.entity is None
            and not before.inner
            and korean_shape(before.text)
            and korean_name(self.draft, before.start, before.end) >= 2
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
        if (
            other.head in ("담당", "총괄")
            and mention.post is not None
            and mention.post.kind in ("state", "minister")
        ):
            return True  # '에너지담당 국무장관'
        return (
            other.kind == "company"
            and mention.post is not None
            and mention.post.kind == "company"
            and (not other.stem or other.head in ("총괄", "담당"))
            and not other.particle
            and len(mention.title) <= 6
        )

    def _in_hanja(self, word: Word) -> bool:
        """Tell whether a word is a Chinese or Japanese name with its characters behind it."""
        characters = re.fullmatch(r"[一-鿿]{2,4}", word.inner)
        return (
            characters is not None
            and word.entity is None
            and 2 <= len(word.text) <= 6
            and not (BODY.search(word.text) or word.text in never())
        )

    def _named(self, mention: Mention, word: Word, orgs: list[Word], units: list[Word], floor: int) -> bool:
        """Take the word, with words before it, as the person's name if it looks like one."""
        inner = _HANJA.sub("", word.inner)
        latin = inner if _LATIN.fullmatch(inner) else ""
        if latin and not (word.inner.isupper() and len(word.inner) < 9):
            return self._foreign_with_latin(mention, word, latin, floor)
        if not word.inner and self._before_unknown_house(mention, word, orgs, floor):
            return True
        if not units and self._holds_abroad(mention, word, orgs, floor):
            return True
        company = mention.post is not None and mention.post.kind == "company"
        if company and not word.inner and self._house_of(word, self.scan.left(word.start, floor), floor):
            return False  # '나한수 누리텍 법인장': the word is a house
        strength = self._strength(word, orgs)
        if not strength and self._in_hanja(word):
            return self._foreign_with_latin(mention, word, "X", floor)
        if word.inner and not strength and not _BESIDE.fullmatch(word.inner):
            return False
        if mention.post is not None and mention.post.kind == "unnamed" and strength < 3:
            return False
        if strength and self._korean(mention, word, strength, orgs, units, floor):
            return True
        return self._foreign(mention, word, orgs, units, floor)

    def _before_unknown_house(self, mention: Mention, word: Word, orgs: list[Word], floor: int) -> bool:
        """Take the name with its Latin original before an unknown house: '한스 벡(Hans Beck) 라인켐 회장'."""
        owner = self.scan.left(word.start, floor)
        role = ""
        if owner is not None and owner.text in words_of("status"):
            role, owner = owner.text, self.scan.left(owner.start, floor)
        if owner is None or not _LATIN.fullmatch(owner.inner) or " " not in owner.inner:
            return False
        if not any(sounds_like(owner.text, part) for part in re.split(r"[ .\-]+", owner.inner) if part):
            return False
        house = " ".join([word.text, *(w.text for w in reversed(orgs))])
        if not self._foreign_with_latin(mention, owner, owner.inner, floor):
            return False
        mention.org_name = mention.org_text = house
        mention.country = ""
        self._take_status(mention, role)
        orgs.clear()
        return True

    def _take_status(self, mention: Mention, status: str) -> None:
        """Note '신임', '전' and the like before an office; of several the one nearest to it is the role."""
        mention.former |= status in ("전", "전임", "전직")
        mention.role = mention.role or status

    def _looked_into(self, name: str) -> bool:
        """Tell whether a name before 특검 is that of someone whom the text calls otherwise."""
        return bool(name) and re.search(rf"{re.escape(name)} ?(?:여사|씨|특검법|일가)", self.text) is not None

    def _is_house_or_prize(self, mention: Mention, post: Post) -> bool:
        """Tell whether it is a trading house ('스미토모 상사') or the winning of a prize."""
        if post.head == "상사":
            return " " not in mention.name
        return post.head == "수상" and mention.name.endswith("상")

    def _finish(self, mention: Mention, floor: int, named: bool = False) -> Mention | None:
        post = mention.post
        assert post is not None
        first, _, rest = mention.name.partition(" ")
        if mention.foreign and rest and is_country(first):  # '헝가리 오르반 빅토르'
            mention.name, mention.country = rest, names()[first][0].country
            mention.start += len(first) + 1
        if post.head == "시장" and not post.stem and not (mention.org_name or mention.country):
            at = mention.start + len(mention.name)
            known = mention.short or mention.name in self.known or spotted(self.draft, mention.start, at)
            if mention.foreign or not (named or known):
                return None  # '서남아 시장': where goods are sold
        works = (
            mention.foreign
            or not mention.name
            or post.particle not in ("", "은", "는", "이", "과", "와", "도")
        )
        if (
            post.head == "공사"
            and works
            and not (mention.org_name or mention.country or mention.extra_titles)
        ):
            return None
        if mention.foreign and not mention.org_name and self._is_house_or_prize(mention, post):
            return None
        if post.head == "공사" and (
            _WORKS.match(self.text, post.end) or _BUILT.search(self.text, 0, post.start)
        ):
            return None
        if post.head == "연구원" and not (mention.short or mention.org_name):
            return None  # '가람 연구원': rather an institute
        if post.head in ("특검", "특별검사") and self._looked_into(mention.name):
            return None  # the probe bears the name of the one whom it is about
        if post.head == "감사" and mention.org_name == "감사원":
            return None  # what the auditors do
        if post.head == "지사" and mention.foreign and " " not in mention.name:
            return None  # '무안공항 지사': a branch
        if post.head == "공사" and " " in mention.title and not mention.extra_titles:
            return None  # '설비 개보수 공사(1억원)'
        if post.strict and not (mention.name or named) and not (post.kind == "local" and mention.org_name):
            return None
        if (
            not (mention.org_name or post.stem)
            and (found := names().get(post.head[:-1]))
            and found[0].label == "ORG"
        ):
            name = resolve(post.head[:-1], self.draft.published, self.text)  # '방위사업청장' is a row itself
            mention.org_name, mention.org_text, mention.country = name.canonical, post.head[:-1], name.country
        if mention.foreign:
            mend(mention, self.scan, floor)
        if mention.name and not mention.org_name:
            abroad = mention.foreign or mention.country not in ("", "KR")
            told = house_in(mention.title or post.text, abroad, self.draft.published, self.text)
            if told is not None:
                mention.org_name, mention.org_text = told.canonical, ""
                mention.country = mention.country or told.country
                mention.title = without_field(mention.title or post.text)
        inner = self.scan.parenthesis(post.end)
        for role in words_of("role"):
            if inner == role or inner.startswith(role + "·"):
                mention.role = role
        before = self.scan.left(mention.start, floor)
        if before is not None and before.text.endswith("인") and before.text[:-1] in words_of("role"):
            mention.role = before.text[:-1]
        if mention.name and not mention.org_name and (led := _LEADING.match(self.text, post.end)):
            house = self.scan.by_start.get(led.end())
            if house is not None and house.label == "ORG":
                mention.org, mention.org_name = house, house.canonical
                mention.org_text, mention.country = house.text, house.country
        home = mention.org is not None and mention.org.why.get("label", "").startswith("ministries")
        if mention.foreign and (not mention.country or (mention.country == "KR" and home)):
            mention.country = country_at(self.draft, mention.start)
            if home and mention.country and mention.org is not None and mention.org_name != mention.org.text:
                mention.org_name = mention.org.text  # '산업부' of a foreigner is no Korean ministry
        return mention
