"""Named and numbered meetings: name, number, day, place, host."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.draft import Draft
from extractor.meetings.heads import may_be_named
from extractor.meetings.merge import fullest, group
from extractor.meetings.names import find_names
from extractor.meetings.plain import repeated_talks
from extractor.meetings.spans import HELD, Named
from extractor.records import CalendarDate, Meeting

__all__ = ["find"]

_ZONES = frozenset({"title", "subtitle", "lead", "body", "bullet", "caption", "denied"})
_REPORTED = re.compile(r"\s?(?:\([^)]*\)\s?)?(?:밝혔|밝히|말했|전했|발표했|설명했|따르면|밝힌)")
_DIRECTLY = re.compile(r"[을를이가은는]?\s?(?:\([^)]*\))?\s?(?:오는\s|이르면\s|지난\s)?$")
_AT = re.compile(r"(?<=[가-힣A-Za-z)])\s?에서(?=[\s,]|$)")
_WORDS = re.compile(r"(?:[가-힣A-Za-z0-9·]+\s){0,3}[가-힣A-Za-z0-9·]+$")
_HOSTED = re.compile(r"열|개최|주재|주최|가졌|갖|마련|개막")
_VENUE = re.compile(
    r"(?:청사|센터|호텔|회관|타워|대사관|컨벤션|전시장|코엑스|벡스코|킨텍스|엑스코|무역관|본부|본사|공관|회의실)$"
)
#: Day and place stand with one of so many first mentions.
_TELLING = 12
_COMMON_VENUES = frozenset({"호텔", "센터", "청사", "본사", "본부", "회의실", "회관", "타워", "공관"})
_PARTICLE = re.compile(r"[가-힣](?:은|는|을|를|이|가|에|와|과)\s")
_SENTENCE = re.compile(r"[다음임함됨]\.(?=\s|$)")


def find(draft: Draft) -> list[Meeting]:
    """Find the meetings of an article, each once.

    A meeting needs a name in quotation marks that ends in such a noun, a number ('제3차', '5차'), two
    countries ('한-몽골'), a proper noun ('K-방산포럼') or a name known by itself. A plain '간담회' is none.

    Parameters
    ----------
    draft : Draft
        With morphemes, layout, dates and entities.

    Returns
    -------
    list of Meeting
        In order of their first mention; name, day and place are the most informative of all mentions.
    """
    starts = may_be_named(draft.text)
    if not starts:
        return []
    spans = [(block.start, block.end) for block in draft.layout.blocks if block.zone in _ZONES]
    worth = [(low, high) for low, high in spans if bisect_left(starts, low) < bisect_left(starts, high)]
    mentions = [named for span in worth for named in find_names(draft, *span)]
    for talks in repeated_talks(draft, spans):
        if all(talks.end <= n.start or n.end <= talks.start for n in mentions):
            mentions.append(talks)
    meetings = [_meeting(draft, members) for members in group(mentions)]
    return sorted(meetings, key=lambda m: m.char_start)


def _meeting(draft: Draft, members: list[Named]) -> Meeting:
    first, best = members[0], fullest(members)
    why = {"name": best.why}
    day = place = country = host = ""
    for mention in sorted(members[:_TELLING], key=lambda m: (_in_head(draft, m), m.start)):
        span = _clause(draft, mention)
        if not day and (date := _day(draft, mention, span)):
            day, why["date"] = date, f"sentence at {span[0]}"
        if not place:
            place, country = _place(draft, mention, span)
            if place or country:
                why["place"] = why["country"] = f"sentence at {span[0]}"
        if not host and (host := _host(draft, mention, span)):
            why["host"] = f"sentence at {span[0]}"
    if not day and best.name.endswith("식") and (again := _rite_again(draft, best)) is not None:
        day = _day(draft, again, _clause(draft, again))
        why |= {"date": f"the rite at {again.start}"} if day else {}
    return Meeting(
        text=draft.text[first.start : first.end],
        char_start=first.start,
        char_end=first.end,
        name=best.name,
        ordinal=str(next((m.number for m in members if m.number), "")),
        date=day,
        place=place,
        country=country,
        host=host,
        why=why,
    )


def _rite_again(draft: Draft, rite: Named) -> Named | None:
    """The next mention of a rite by its kind alone: '준공식을 열었다'."""
    kind = rite.name[-3:]
    for m in re.finditer(rf"(?<=[\s]){kind}(?=[을를이가에은는])", draft.text[rite.end :]):
        start = rite.end + m.start()
        if HELD.match(draft.text[start + 3 : start + 43]) and draft.layout.zone_at(start) in _ZONES:
            return Named(start, start + 3, kind, 0, rite.why)
    return None


def _in_head(draft: Draft, mention: Named) -> bool:
    return draft.layout.zone_at(mention.start) in ("title", "subtitle")


def _clause(draft: Draft, mention: Named) -> tuple[int, int]:
    """The sentence of a mention, by full stops outside of names."""
    block = draft.layout.blocks[draft.layout.index_at(mention.start)]
    start, end = block.start, block.end
    for match in _SENTENCE.finditer(draft.text, block.start, block.end):
        if match.end() <= mention.start:
            start = match.end()
        elif match.end() >= mention.end:
            end = match.end()
            break
    return start, end


def _day(draft: Draft, mention: Named, span: tuple[int, int]) -> str:
    """The date right behind the name, else the nearest before it, else the first behind it."""
    dates = [d for d in draft.dates if span[0] <= d.char_start < span[1] and not _said(draft, d)]
    dates = [d for d in dates if d.char_end <= mention.start or d.char_start >= mention.end]
    behind = [d for d in dates if d.char_start >= mention.end]
    before = [d for d in dates if d.char_end <= mention.start]
    if behind and _DIRECTLY.fullmatch(draft.text[mention.end : behind[0].char_start].lstrip("'’”\"」』>")):
        return _joined(behind, 0)
    if len(before) > 1 and [d.precision for d in before[-2:]] == ["day", "year"]:
        before = before[: -1 if mention.start - before[-1].char_end < 2 else None]  # that of the name
    before = [d for d in before if not _other_meeting_between(draft, d.char_end, mention.start)]
    if before:
        return _joined(before, len(before) - 1)
    behind = [d for d in behind if d.relation != "until" and d.char_start - mention.end < 60]
    return _joined(behind, 0) if behind and _HOSTED.search(draft.text, mention.end, span[1]) else ""


def _joined(dates: list[CalendarDate], at: int) -> str:
    """A date with its other end: '26일부터' and '30일까지' are one period."""
    date = dates[at]
    for left, right in ((at - 1, at), (at, at + 1)):
        if left < 0 or right >= len(dates):
            continue
        a, b = dates[left], dates[right]
        near = b.char_start - a.char_end < 6 and "/" not in a.edtf + b.edtf
        if near and (a.relation, b.relation) == ("from", "until"):
            return f"{a.edtf}/{b.edtf}"
    return date.edtf


def _said(draft: Draft, date: CalendarDate) -> bool:
    return _REPORTED.match(draft.text, date.char_end) is not None


def _other_meeting_between(draft: Draft, start: int, end: int) -> bool:
    """Tell whether a finished clause parts a date from the name ('10일 방한했고, …')."""
    return re.search(r"[했됐었]고,|[했됐었]으며,|[했됐]지만", draft.text[start:end]) is not None


def _place(draft: Draft, mention: Named, span: tuple[int, int]) -> tuple[str, str]:
    """Place and country by '…에서' before or behind the name; a city rather than its country."""
    best: tuple[str, str] = ("", "")
    for match in _AT.finditer(draft.text, span[0], span[1]):
        if mention.start <= match.start() <= mention.end:
            continue
        floor = mention.end if match.start() > mention.end else span[0]
        words = _WORDS.search(draft.text, max(floor, match.start() - 40), match.start())
        if words is None:
            continue
        near = [
            e for e in draft.entities if e.label == "LOC" and words.start() <= e.char_start < match.start()
        ]
        near = [e for e in near if e.country or (len(near) == 1 and _HOSTED.match(draft.text, match.end()))]
        near = [e for e in near if not _PARTICLE.search(draft.text, e.char_end, match.start())]
        if near:
            country = next((e.country for e in reversed(near) if e.country), "")
            best = (near[-1].text, country)
        elif _VENUE.search(words[0]):
            parts = words[0].split()
            best = (" ".join(parts[-2:] if parts[-1] in _COMMON_VENUES else parts[-1:]), "")
        else:
            continue
        if match.start() > mention.end or not _HOSTED.search(draft.text, match.end(), mention.start):
            return best
    return best


def _host(draft: Draft, mention: Named, span: tuple[int, int]) -> str:
    """The organisation that is the sentence's topic, when the sentence says that it held the meeting."""
    if not _HOSTED.search(draft.text, mention.end, min(span[1], mention.end + 30)):
        return ""
    first, end = "", -1
    for entity in draft.entities:
        if entity.label == "ORG" and span[0] <= entity.char_start and entity.char_end <= mention.start:
            if not 0 <= entity.char_start - end <= _BETWEEN_HOSTS:
                first = entity.canonical or entity.text
            tail = _ASIDE.sub("", draft.text[entity.char_end : entity.char_end + 40])
            if tail[:1] in ("은", "는", "이", "가"):
                return first
            joined = tail[:2] in _JOINING_HOSTS or tail[:1] in ("·", ",")
            end = entity.char_end + draft.text[entity.char_end :].find(tail[0]) if joined else -1
    return ""


#: 'A와 B는 포럼을 열었다': the first one is its host.
_JOINING_HOSTS = ("와 ", "과 ")
_BETWEEN_HOSTS = 2
_ASIDE = re.compile(r"^\([^()]*\)")
