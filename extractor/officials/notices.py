"""Where the title stands before the name: '(장관 NAME)', '▲국장 NAME(…)', '…장에는 NAME … 임명'."""

from __future__ import annotations

import re
from functools import cache

from extractor.draft import Draft
from extractor.names.boundaries import PARTICLE
from extractor.officials.frames import Reader
from extractor.officials.mention import Mention
from extractor.officials.people import korean_name, surname_of
from extractor.officials.posts import Post
from extractor.officials.words import titles

_NAME = r"[가-힣]{2,4}"
_FOREIGN = r"[가-힣]{2,10}(?: [가-힣]{1,10}){0,3}"
_IN_PARENTHESIS = re.compile(rf"\s*[:：]?\s*(?P<name>{_FOREIGN})(?=\s*(?:[),(]|$))")
_APPOINTED = re.compile(
    rf"(?:에|에는|으로|으로는|로|로는)\s(?P<name>{_NAME})"
    rf"(?=(?:(?:{PARTICLE})?\s(?:\S+\s){{0,6}}?|(?:{PARTICLE})\s?)(?:임명|발탁|선임|내정|기용|승진|지명|위촉|선출|추대|취임|임용|보임|발령|낙점))"
)
_ITEM = re.compile(
    rf"[▲△◇▷▶ㅇ○□•·\-]\s*(?P<post>[^▲△▷▶\n()]{{2,40}}(?:\([A-Z]{{2,8}}\))?[^▲△▷▶\n()]{{0,30}}?)\s(?P<name>{_NAME})(?=\s*(?:[▲△▷▶(\n]|$))"
)
_SSI = re.compile(rf"\s(?P<name>{_NAME})\s?씨(?![가-힣]{{2}})")
_SINGLE = re.compile(rf"\s(?P<name>{_NAME})(?=\s*\((?:\d{{2}}|[一-鿿]))")
_HEADLINE = re.compile(r"\s(?P<name>[가-힣]{3})(?=\s*(?:[·,…]|$|\n))")
_MISSION = re.compile(r"(주[가-힣]{2,12}(?:\([A-Z]+\))? ?(?:대표부|대사관|총영사관)) ?\Z")
_NOTICE = re.compile(r"인사|전보|승진|임명|파견|보임|발령")


def in_parenthesis(reader: Reader, post: Post) -> Mention | None:
    """Read 'ORG(장관 NAME)' and '(장관 : NAME, 이하 …)'."""
    text = reader.text
    if post.particle:
        return None
    open_ = post.start - 1
    while open_ >= 0 and text[open_] == " ":
        open_ -= 1
    if open_ < 0 or text[open_] != "(":
        return None
    match = _IN_PARENTHESIS.match(text, post.end)
    if match is None:
        return None
    name = match["name"]
    start, end = match.span("name")
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
        before = reader.scan.left(open_, reader.scan.floor(open_))
        if before is not None and before.entity is None:
            mention.org_name = mention.org_text = before.text
    return mention


def to_the_right(reader: Reader, post: Post) -> Mention | None:
    """Read '사무처장 NAME씨' and '실장에는 NAME 현 국장이 임명됐다', '사장 NAME(54)'."""
    text = reader.text
    rule = ""
    if post.particle in ("에", "에는", "으로", "으로는", "로", "로는"):
        match = _APPOINTED.match(text, post.end)
        rule = "appointed"
    elif post.particle:
        return None
    else:
        match = _SSI.match(text, post.end) or _SINGLE.match(text, post.end)
        if match is None and reader.draft.layout.zone_at(post.start) in ("title", "subtitle"):
            match = _HEADLINE.match(text, post.end)
        rule = "title name"
    if match is None or not korean_name(reader.draft, *match.span("name")):
        return None
    left = reader.read(post)
    if left is None or (left.name and not left.short):
        return None
    left.name, left.short, left.sure, left.strength = match["name"], False, True, 3
    left.end, left.rule = match.end("name"), rule
    return left


def notices(draft: Draft, reader: Reader) -> list[Mention]:
    """Read appointment notices: '▲무역투자실장 NAME', '▲대변인 NAME(방송진흥정책관)'."""
    found: list[Mention] = []
    if not _NOTICE.search(draft.text):
        return found
    for match in _ITEM.finditer(draft.text):
        start, end = match.span("name")
        name = match["name"]
        if not (surname_of(name) and len(name) - len(surname_of(name)) in (1, 2)):
            continue
        post = reader.by_end.get(match.end("post"))
        if post is None:
            if not _dispatched(draft, match.start()) or not korean_name(draft, start, end):
                continue
            found.append(_dispatch(reader, match))
            continue
        mention = reader.read(post)
        if mention is None or (mention.name and not mention.short):
            continue
        mention.name, mention.short, mention.sure, mention.strength = name, False, True, 3
        mention.end, mention.rule = end, "notice"
        if mission := _MISSION.search(draft.text, match.start("post"), post.start):
            mention.org, mention.org_name, mention.org_text = None, mission[1], mission[1]
        found.append(mention)
    return found


def _dispatched(draft: Draft, offset: int) -> bool:
    """Tell whether the notice's heading sends people elsewhere ('◇ 파견')."""
    heads = list(re.finditer(r"[◇◆<▣■□]\s*([^\n▲△]{2,20})", draft.text[:offset]))
    return bool(heads) and _NOTICE.search(heads[-1][1]) is not None


def _dispatch(reader: Reader, match: re.Match[str]) -> Mention:
    body = match["post"].strip()
    mention = Mention(
        match.start("post"),
        match.end("name"),
        None,
        "",
        name=match["name"],
        org_name=body,
        org_text=body,
        rule="notice",
    )
    for entity in reader.draft.entities:
        if entity.char_start == match.start("post") and entity.label == "ORG":
            mention.org, mention.org_name, mention.org_text = entity, entity.canonical, entity.text
            mention.title = reader.text[entity.char_end : match.end("post")].strip()
    return mention


@cache
def _contact() -> re.Pattern[str]:
    words = [
        w for w, row in titles().items() if row["kind"] in ("official", "company", "minister", "academic")
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
            if not latin and not (surname_of(name) and len(name) <= 4):
                continue
            title = re.sub(r"\s", "", match["stem"] + match["title"])
            mention = Mention(match.start(), match.end("name"), None, title, name=name, rule="contact")
            found.append(mention)
    return found
