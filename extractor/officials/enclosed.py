"""Where the parenthesis behind a name tells the office: 'NAME(ORG 부사장)', 'NAME(전 외교부 차관)'."""

from __future__ import annotations

import re

from extractor.officials.frames import Reader
from extractor.officials.mention import Mention
from extractor.officials.people import foreign_word, korean_name, surname_of
from extractor.officials.posts import Post
from extractor.officials.scan import LONGEST_PARENTHESIS, Word

_NAME = re.compile(r"(?<![가-힣])[가-힣]{2,4}\Z")


def enclosed(reader: Reader, post: Post) -> Mention | None:
    """Read a post that closes a parenthesis directly behind a name."""
    text = reader.text
    if post.particle or text[post.end : post.end + 1] != ")":
        return None
    low = max(0, post.start - LONGEST_PARENTHESIS)
    open_ = text.rfind("(", low, post.start)
    if open_ < 1 or ")" in text[open_ : post.start] or "\n" in text[open_ : post.start]:
        return None
    name = _NAME.search(text, max(0, open_ - 5), open_)
    if name is None or open_ in reader.scan.by_end or open_ in reader.by_end:
        return _foreign(reader, post, open_)
    if _office_before(reader, name.start()):
        return None  # '대변인 NAME(정책관)': a former post
    mention = reader.read(post, named=True)
    if mention is None or mention.start <= open_:
        return None
    if mention.name:
        if not mention.foreign or mention.org_name:
            return None
        mention.org_name = mention.org_text = text[mention.start : post.start].strip()  # an unknown company
        mention.foreign = False
    strength = korean_name(reader.draft, *name.span())
    if strength < (1 if mention.org_name and surname_of(name.group()) else 2):
        return None
    return _given(mention, name.group(), name.start())


def _given(mention: Mention, name: str, start: int) -> Mention:
    mention.name, mention.start, mention.short = name, start, False
    mention.strength, mention.sure, mention.rule = 3, True, "name(org title)"
    return mention


def _office_before(reader: Reader, start: int) -> bool:
    return reader.text[start - 1 : start] == " " and start - 1 in reader.by_end


def _foreign(reader: Reader, post: Post, open_: int) -> Mention | None:
    """Read '마리아 로페스(칠레 광업부 장관)': two foreign words or more."""
    if reader.text[open_ - 1] == " ":
        return None
    words: list[Word] = []
    floor = reader.scan.floor(open_)
    word = reader.scan.left(open_, floor)
    while word is not None and not word.inner and word.entity is None and len(words) < 5:
        if not foreign_word(reader.draft, word.start, word.end) or word.start in reader.starts:
            break
        words.insert(0, word)
        word = reader.scan.left(word.start, floor)
    if len(words) < 2 or _office_before(reader, words[0].start):
        return None
    mention = reader.read(post, named=True)
    if mention is None or mention.name or mention.start <= open_ or not mention.org_name:
        return None
    mention.foreign = True
    return _given(mention, " ".join(w.text for w in words), words[0].start)
