"""Where the title stands before the name: '(장관 NAME)', '▲국장 NAME(…)', '…장에는 NAME … 임명'."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from extractor.draft import Draft
from extractor.names.boundaries import PARTICLE
from extractor.officials.frames import Reader
from extractor.officials.mention import Mention
from extractor.officials.people import (
    foreign_word,
    is_surname,
    korean_name,
    korean_shape,
    never,
    surname_of,
)
from extractor.officials.posts import Post
from extractor.officials.words import titles, words_of

_NAME = r"[가-힣]{2,4}"
_FOREIGN = r"[가-힣]{2,10}(?:-[가-힣]{2,10})?(?: [가-힣]{1,10}(?:-[가-힣]{2,10})?){0,5}"
_SPACED = r"[가-힣] [가-힣]"
_RANK = r" (?:부장판사|판사|대법관|헌법재판관|재판관|부장검사|검사)"
_IN_PARENTHESIS = re.compile(
    rf"\s*[:：]?\s*(?:(?P<judge>{_NAME})(?={_RANK}\))|(?P<name>{_FOREIGN}|{_SPACED})(?=\s*(?:[),(]|$)))"
)
_SHORT_FORM = re.compile(r"\((?:이하 ?)?['‘]?[가-힣A-Za-z]{2,16}['’]?\Z")
#: '(단장 : 제1차관 NAME)': what the holder of an office is here.
_CAPACITY = re.compile(r"\((?P<role>[가-힣]{0,4}(?:단장|대표))\s*[:：]?\s*(?P<org>[^()\n]{0,30})\Z")
_BEING = re.compile(r"(?<=인)\s(?P<name>[가-힣]{2,4}?)(?=(?:은|는|이|가|도|을|를|과|와|의|에게|씨는)\s)")
_APPOINTED = re.compile(
    rf"(?:에|에는|으로|으로는|로|로는)\s(?P<name>{_NAME})"
    rf"(?=(?:(?:{PARTICLE})?\s(?:\S+\s){{0,6}}?|(?:{PARTICLE})\s?)(?:임명|발탁|선임|내정|기용|승진|지명|위촉|선출|추대|취임|임용|보임|발령|낙점))"
)
_SSI = re.compile(rf"\s(?P<name>{_NAME})\s?씨(?![가-힣]{{2}})")
_SINGLE = re.compile(rf"\s(?P<name>{_NAME})(?=\s*\((?:\d{{2}}|[一-鿿]))")
_HEADLINE = re.compile(r"\s(?P<name>[가-힣]{3})(?=\s*(?:[·,…]|$|\n))")


def in_parenthesis(reader: Reader, post: Post) -> Mention | None:
    """Read 'ORG(장관 NAME)' and '(장관 : NAME, 이하 …)'."""
    text = reader.text
    if post.particle:
        return None
    open_ = post.start - 1
    while open_ >= 0 and text[open_] == " ":
        open_ -= 1
    if open_ > 0 and text[open_] == ",":  # '(이하 X, 청장 NAME)'
        known = _SHORT_FORM.search(text, max(0, open_ - 24), open_)
        open_ = known.start() if known is not None else open_
    if open_ < 0 or text[open_] != "(":
        return in_capacity(reader, post)
    match = _IN_PARENTHESIS.match(text, post.end)
    if match is None:
        return None
    start, end = match.span(match.lastgroup or 0)
    name = text[start:end]
    if _holds_post(reader, start, end) or _is_noun(reader, start, end):
        return None
    if len(name) == 3 and name[1] == " ":
        if not is_surname(name[0]):
            return None
        name = name.replace(" ", "")
    foreign = not (korean_name(reader.draft, start, end) or (2 <= len(name) <= 4 and surname_of(name)))
    if foreign and len(name.split()) < 2 and name in titles():
        return None
    mention = Mention(post.start, end, post, post.text, name=name, foreign=foreign, rule="org(title name)")
    entity = reader.scan.by_end.get(open_)
    if entity is None and open_ > 0 and text[open_ - 1] == ")":
        before = reader.scan.left(open_, reader.scan.floor(open_))
        entity = before.entity if before is not None else None
    if entity is not None and entity.label == "ORG":
        mention.org, mention.org_name, mention.org_text = entity, entity.canonical, entity.text
        mention.country = entity.country
    else:
        _unit_s_body(reader, mention, open_)
    return mention


#: A part of a court, a prosecutors' office, a police station, whatever its number.
_UNIT = re.compile(r"(?:[가-힣]{2,12})?\d{0,3}(?:부|과|계|팀|반|대|국|실|지원|지청|재판부|수사대|수사단)\Z")


def _unit_s_body(reader: Reader, mention: Mention, open_: int) -> None:
    """Take what stands before a parenthesis; of 'ORG 형사16부(재판장 NAME)' the body."""
    floor = reader.scan.floor(open_)
    part = word = reader.scan.left(open_, floor)
    if part is None or part.entity is not None:
        return
    mention.org_name = mention.org_text = part.text
    for _ in range(3):
        if word is None or word.inner or not _UNIT.fullmatch(word.text):
            return
        word = reader.scan.left(word.start, floor)
        if word is not None and word.entity is not None:
            break
    if word is not None and word.entity is not None and word.entity.label == "ORG":
        mention.org, mention.org_name, mention.org_text = word.entity, word.entity.canonical, word.entity.text
        mention.country = word.entity.country


def _holds_post(reader: Reader, start: int, end: int) -> bool:
    """Tell whether what looks like a foreign name has an office among its words."""
    return " " in reader.text[start:end] and any(at in reader.by_end for at in range(start + 1, end + 1))


def _is_noun(reader: Reader, start: int, end: int) -> bool:
    """Tell whether it is one known noun of three letters or more: '총재 소재지'."""
    morphs = reader.draft.morphs_in(start, end) if end - start > 2 else []
    return len(morphs) == 1 and morphs[0].tag == "NNG" and not morphs[0].oov and morphs[0].end >= end


def in_capacity(reader: Reader, post: Post) -> Mention | None:
    """Read '사절단(단장 : 제1차관 NAME)': an office behind what its holder is here."""
    text = reader.text
    capacity = _CAPACITY.search(text, max(0, post.start - 45), post.start)
    match = _IN_PARENTHESIS.match(text, post.end) if capacity is not None else None
    if capacity is None or match is None or not match["name"] or not korean_shape(match["name"]):
        return None
    mention = Mention(
        post.start, match.end("name"), post, post.text, name=match["name"], rule="org(title name)"
    )
    mention.role = capacity["role"] if capacity["role"] in words_of("role") else ""
    before = reader.scan.left(post.start, capacity.start("org"))
    if before is not None and before.entity is not None and before.entity.label == "ORG":
        mention.org, mention.org_name = before.entity, before.entity.canonical
        mention.org_text, mention.country = before.entity.text, before.entity.country
    return mention


def to_the_right(reader: Reader, post: Post) -> Mention | None:
    """Read '사무처장 NAME씨' and '실장에는 NAME 현 국장이 임명됐다', '사장 NAME(54)'."""
    text = reader.text
    rule = ""
    if post.particle in ("에", "에는", "으로", "으로는", "로", "로는"):
        match = _APPOINTED.match(text, post.end)
        rule = "appointed"
    elif post.particle == "인":
        match = _BEING.match(text, post.end + 1)
        rule = "title being name"
    elif post.particle:
        return None
    else:
        match = _SSI.match(text, post.end) or _SINGLE.match(text, post.end)
        if match is None and reader.draft.layout.zone_at(post.start) in ("title", "subtitle"):
            match = _HEADLINE.match(text, post.end)
        match = match or _plain(reader, post) or _foreign_holder(reader, post)
        rule = "title name"
    if match is None or not (" " in match["name"] or korean_name(reader.draft, *match.span("name"))):
        return None
    left = reader.read(post, named=True)
    if left is not None and left.name and post.kind == "company" and match.re is _SSI and not left.org_name:
        left.org_name = left.org_text = left.name  # '가람텍 대표 NAME씨'
    elif left is None or (left.name and not left.short):
        return None
    left.name, left.short, left.sure, left.strength = match["name"], False, True, 3
    left.end, left.rule, left.foreign = match.end("name"), rule, " " in match["name"]
    if not left.org_name and _IN_CHARGE.search(text, max(0, left.start - 8), left.start):
        body_of_line(reader.draft, left)
    return left


#: What follows people; a ceremony or a place has 에 behind it.
_PERSONS = r"(?:은|는|이|가|을|를|과|와|과의|와의|도|의|에게|에게서|께|께서|로부터|으로부터|이며|이고)"
_PLAIN = re.compile(rf" (?P<name>[가-힣]{{3,4}}?)(?={_PERSONS}(?: |,)|[,·)]| 등)")


def _plain(reader: Reader, post: Post) -> re.Match[str] | None:
    """Read '산업부 장관 이가람과 …': a Korean name behind the office, one to the tokenizer, too."""
    match = _PLAIN.match(reader.text, post.end)
    if match is None or post.kind == "unnamed" or korean_name(reader.draft, *match.span("name")) < 3:
        return None
    low, high = match.span("name")
    return None if any(low < p.end <= high for p in reader.posts if p is not post) else match


_IN_CHARGE = re.compile(r"(?:책임자|담당자)\s?[:：]? ?\Z")
_FOREIGN_HOLDER = re.compile(
    rf" (?P<name>[가-힣]{{2,10}}(?: [가-힣]{{2,10}}?){{1,3}}?)(?=(?:와의|과의|{PARTICLE})(?: |,)|[,(])"
)


def _foreign_holder(reader: Reader, post: Post) -> re.Match[str] | None:
    """Read '가람국 국방 차관 바르셀 토레미스와': two unknown words or more behind the office."""
    match = _FOREIGN_HOLDER.match(reader.text, post.end)
    if match is None or post.kind not in ("minister", "state", "company", "diplomat"):
        return None
    start, words = match.start("name"), []
    for word in match["name"].split(" "):
        words.append((start, start + len(word)))
        start += len(word) + 1
    low, high = match.span("name")
    if any(low < p.end <= high + 4 for p in reader.posts if p is not post):
        return None
    return match if all(foreign_word(reader.draft, *span) for span in words) else None


@cache
def _contact() -> re.Pattern[str]:
    words = [
        w
        for w, row in titles().items()
        if row["kind"] in ("official", "company", "minister", "academic", "military")
    ]
    spaced = "|".join(r"\s?".join(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?<![가-힣])(?P<stem>[가-힣]{{0,10}}?)(?P<title>{spaced})[\s:：|]+(?P<name>(?:[A-Z][a-z]+\s)?[가-힣]{{2,6}})(?=\s*(?:[(（,☎\d\n|]|$))"
    )


def contacts(draft: Draft) -> list[Mention]:
    """Read the contact block of a press release: '책임자 과장 NAME (044-…)'."""
    found = []
    for block in draft.layout.blocks:
        if block.zone != "contact":
            continue
        for match in _contact().finditer(draft.text, block.start, block.end):
            name = match["name"]
            latin = " " in name
            if name in never() or (not latin and not (surname_of(name) and len(name) <= 4)):
                continue
            title = re.sub(r"\s", "", match["stem"] + match["title"])
            mention = Mention(match.start(), match.end("name"), None, title, name=name, rule="contact")
            body_of_line(draft, mention)
            found.append(mention)
    return found


def body_of_line(draft: Draft, mention: Mention) -> None:
    """Take the one body that a line of contacts names before someone: 'ORG 기획과 책임자: 과장 NAME'."""
    line = draft.text.rfind("\n", 0, mention.start) + 1
    at = bisect_left(draft.entities, line, key=lambda e: e.char_start)
    end = bisect_left(draft.entities, mention.start, lo=at, key=lambda e: e.char_start)
    bodies = [e for e in draft.entities[at:end] if e.label == "ORG" and e.why.get("label") != "gisaro_ner"]
    if len({e.canonical for e in bodies}) == 1:
        mention.org, mention.org_name = bodies[0], bodies[0].canonical
        mention.org_text, mention.country = bodies[0].text, bodies[0].country
