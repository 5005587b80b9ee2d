"""Who comes into which office: 'A실장에는 NAME 전 국장이 임명됐다', 'NAME 국장은 A실장으로 옮긴다'."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from extractor.officials.frames import Reader
from extractor.officials.mention import Mention
from extractor.officials.posts import Post

_INTO = frozenset({"에", "에는", "엔", "으로", "으로는", "로", "로는"})
_BY = frozenset({"은", "는", "이", "가", "을", "를", "도"})
_CHOSEN = (
    r"임명|발탁|선임|내정|기용|승진|지명|위촉|선출|추대|취임|임용|보임|발령|낙점|영전|전보|겸임"
    r"|전진 ?배치|자리를 옮|자리를 이동|자리 이동|으로 옮|로 옮|물망|거론|올랐|오른다|오르게"
)
_VERB = re.compile(_CHOSEN)
#: 'A차장은 NAME 대변인이 맡는다'
_TAKES = re.compile(r"맡는|맡게|맡았|맡아|승진|겸임|겸직|이동|발탁|임명|선임")
_NEXT = re.compile(r"[^.\n]{0,14}?(?:" + _CHOSEN + r")")
#: How far behind an office the verb may stand: lists of ten appointments share one.
REACH = 400


def transfers(reader: Reader, mentions: list[Mention]) -> list[Mention]:
    """Return a mention with the new office for each person whom the text moves into one.

    Parameters
    ----------
    reader : Reader
    mentions : list of Mention
        In order of the text; a post alone that is given to its new holder here is taken out.
    """
    named = [m for m in mentions if m.name and not m.short and m.post is not None]
    starts = [m.start for m in named]
    found: list[Mention] = []
    for post in reader.posts:
        if post.particle in _INTO:
            comma = reader.text.startswith(",", post.end + len(post.particle))
            holder = None if comma else _behind(reader, post, named, starts, _VERB)
            holder = holder or _before(reader, post, named, starts, comma)
        elif not post.particle and reader.text.startswith(", ", post.end):
            holder = _each(reader, post, named, starts)
        elif post.particle in ("은", "는"):
            holder = _behind(reader, post, named, starts, _TAKES)
        else:
            continue
        if holder is None or any(m.post is post and m.name for m in mentions):
            continue
        left = reader.read(post, named=True)
        if left is None or left.name:
            continue
        mentions[:] = [m for m in mentions if m.post is not post]
        found.append(
            replace(left, name=holder.name, foreign=holder.foreign, rule="appointed", role="", strength=3)
        )
    return found


def _behind(
    reader: Reader, post: Post, named: list[Mention], starts: list[int], verb: re.Pattern[str]
) -> Mention | None:
    """Return the person who stands directly behind the office."""
    at = bisect_left(starts, post.end + len(post.particle))
    if at == len(named):
        return None
    holder = named[at]
    assert holder.post is not None
    if reader.text[post.end + len(post.particle) : holder.start] != " ":
        return None
    _, end = reader.draft.sentence_at(post.start)
    if post.particle in ("은", "는") and holder.post.particle not in ("이", "가"):
        return None
    end = max(end, min(len(reader.text), holder.end + 40))
    return holder if verb.search(reader.text, holder.end, min(end, post.end + REACH)) else None


def _subject(text: str, holder: Mention) -> bool:
    """Tell whether a person is the subject or the object of a clause, a note in parentheses aside."""
    assert holder.post is not None
    note = re.match(
        r"\([^()\n]{1,20}\)([은는이가을를도])(?![가-힣])", text[holder.post.end : holder.post.end + 24]
    )
    return holder.post.particle in _BY or note is not None


def _each(reader: Reader, post: Post, named: list[Mention], starts: list[int]) -> Mention | None:
    """Return the subject right before an office of a list: 'NAME 국장은 A실장, NAME 과장은 B국장에 각각'."""
    at = bisect_left(starts, post.start) - 1
    if at < 0 or not _subject(reader.text, named[at]) or post.start - named[at].end > 20:
        return None
    start, end = reader.draft.sentence_at(post.start)
    if named[at].start < start or named[at].end > post.start:
        return None
    return named[at] if re.search(r"각각.{0,20}(?:" + _CHOSEN + ")", reader.text[post.end : end]) else None


def _before(
    reader: Reader, post: Post, named: list[Mention], starts: list[int], comma: bool
) -> Mention | None:
    """Return the subject of the clause that ends in the office and the verb, or in a comma."""
    behind = post.end + len(post.particle)
    if comma:
        _, end = reader.draft.sentence_at(post.start)
        if _VERB.search(reader.text, behind, min(end, behind + REACH)) is None:
            return None
    elif _NEXT.match(reader.text, behind) is None:
        return None
    at = bisect_left(starts, post.start) - 1
    if at < 0:
        return None
    holder = named[at]
    assert holder.post is not None
    start, _ = reader.draft.sentence_at(post.start)
    if holder.start < start or post.start < holder.end or not _subject(reader.text, holder):
        return None
    between = reader.text[holder.end : post.start]
    return holder if len(between) < 60 and not re.search(r"[가-힣](?:[고며])[ ,]", between) else None
