"""From mentions to people: short forms resolved, posts without a name given to their holders."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from extractor.draft import Draft
from extractor.names.boundaries import PARTICLE
from extractor.names.gazetteer import names
from extractor.officials.identity import lineage, person_id
from extractor.officials.mention import Mention
from extractor.officials.people import surname_of
from extractor.officials.words import words_of
from extractor.records import Official


def _listed(mention: Mention) -> bool:
    """Tell whether a gazetteer has the body of a mention."""
    return mention.org is None or not mention.org_name or mention.org.text in names()


@dataclass(slots=True)
class Person:
    """An office holder in the making."""

    name: str
    foreign: bool
    mentions: list[Mention] = field(default_factory=list)
    spans: set[tuple[int, int]] = field(default_factory=set)

    @property
    def titles(self) -> list[str]:
        return [t for m in self.mentions for t in (m.title, *m.extra_titles) if t]

    @property
    def org(self) -> str:
        return next((m.org_name for m in self.mentions if m.org_name), "")

    @property
    def country(self) -> str:
        return next((m.country for m in self.mentions if m.country), "")

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.spans.add((mention.start, mention.end))


#: What gave a title that no row of the lexicon tells.
_LISTS = {"notice": "officials.appointments"}
#: What stands behind a whole name.
_ENDS = re.compile(rf"(?:{PARTICLE}){{0,2}}(?![가-힣])")
#: Frames in which one person has the office of two bodies: the old one and the new one.
_TWO_OFFICES = frozenset({"notice", "appointed", "contact"})


@lru_cache(4096)
def head_of(title: str) -> str:
    """Return the last word of a title without its ordinal ('제1차관' -> '차관')."""
    return re.sub(r"^제?[123](?=차관|부)", "", title.split()[-1]) if title else ""


@lru_cache(16384)
def agrees(short: str, full: str) -> bool:
    """Tell whether a short title can stand for a full one ('차관보' for '통상차관보')."""
    if not short or not full:
        return False
    words = full.split(" 겸 ")
    for part in [full, *words]:
        part = part.strip()
        if part == short or part.endswith(short) or part.replace(" ", "").endswith(short.replace(" ", "")):
            return True
        if head_of(part) == short or head_of(part).endswith(short) or part.split()[0] == short:
            return True
    return short == "대표" and full.startswith("대표이사")


def merge(draft: Draft, mentions: list[Mention]) -> list[Person]:
    """Put mentions together to people, in order of the text."""
    people = _named(mentions)
    for mention in mentions:
        if mention.short or (
            mention.foreign and mention.name and not any(mention in p.mentions for p in people)
        ):
            holder = _holder(people, mention)
            if holder is not None:
                holder.add(mention)
    unnamed: list[Person] = []
    for mention in mentions:
        if mention.name:
            continue
        holder = _holder_of_post(people, mention)
        if holder is not None:
            holder.add(mention)
            continue
        if not mention.acts:
            continue
        same = next((p for p in unnamed if _same_post(p, mention)), None)
        if same is None:
            same = Person("", False)
            unnamed.append(same)
        same.add(mention)
    _repeat(draft, people)
    return people + unnamed


def _named(mentions: list[Mention]) -> list[Person]:
    people: list[Person] = []
    for mention in sorted(
        (m for m in mentions if m.name and not m.short),
        key=lambda m: (-len(m.name.split()) if m.foreign else 0, m.start),
    ):
        person = next((p for p in people if _same_person(p, mention)), None)
        if person is None:
            person = Person(mention.name, mention.foreign)
            people.append(person)
        person.add(mention)
    return people


def _same_person(person: Person, mention: Mention) -> bool:
    if person.name == mention.name:
        orgs = {lineage(m.org_name) for m in person.mentions if m.org_name and m.org is not None}
        if mention.org is None or not mention.org_name or not orgs:
            return True
        if lineage(mention.org_name) in orgs:
            return True
        if not all(_listed(m) for m in (mention, *person.mentions)) and mention.title in person.titles:
            return True  # one of the bodies is miswritten: '산업자원통상부'
        return (
            mention.former
            or mention.rule in _TWO_OFFICES
            or any(m.former or m.rule in _TWO_OFFICES for m in person.mentions)
        )
    if person.foreign and not mention.foreign:  # '나이미 장관' looks Korean, 알 나이미 is known
        return mention.name in person.name.split() and any(agrees(mention.title, t) for t in person.titles)
    if person.foreign and mention.foreign:
        mine, other = person.name.split(), mention.name.split()
        if len(other) < len(mine) and _within(other, mine):
            return any(agrees(mention.title, t) or agrees(t, mention.title) for t in person.titles)
        if len(other) == len(mine) and sorted(other) == sorted(mine):
            return True
    return False


def _within(part: list[str], whole: list[str]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def _holder(people: list[Person], mention: Mention) -> Person | None:
    """Return the person that a short form means: by surname and office, the nearest before it."""
    found = []
    for person in people:
        if mention.foreign or len(mention.name) > 2 or person.foreign:
            fits = mention.name in person.name.split() or _within(mention.name.split(), person.name.split())
        else:
            fits = mention.name in (surname_of(person.name), person.name[: len(mention.name)])
        if fits and any(agrees(mention.title, t) for t in person.titles):
            found.append(person)
    if mention.org_name and len(found) > 1:
        closer = [p for p in found if lineage(p.org) == lineage(mention.org_name)]
        found = closer or found
    if len(found) > 1:
        found.sort(
            key=lambda p: min(
                abs(mention.start - m.start) + (10**6 if m.start > mention.start else 0) for m in p.mentions
            )
        )
    return found[0] if found else None


def _holder_of_post(people: list[Person], mention: Mention) -> Person | None:
    """Return the one named holder of a post that stands without a name."""
    found = []
    for person in people:
        orgs = {lineage(m.org_name) for m in person.mentions if m.org_name}
        if mention.org_name and orgs and lineage(mention.org_name) not in orgs:
            continue
        if mention.country not in ("", "KR") and not person.foreign and person.country in ("", "KR"):
            continue  # '홍길동 장관은 가온국 산업부 장관과 …': two ministers
        for m in person.mentions:
            if not m.title or m.former or m.rule == "contact":
                continue
            if m.org_name and mention.org_name and lineage(m.org_name) != lineage(mention.org_name):
                continue
            if m.country and mention.country and m.country != mention.country:
                continue
            if mention.title.startswith("공동") and not m.title.startswith("공동"):
                continue  # one of two heads is not the one
            if agrees(m.title, mention.title) or agrees(mention.title, m.title):
                if not mention.org_name and not mention.country and len(mention.title) < 4:
                    continue
                if (
                    head_of(m.title) != head_of(mention.title)
                    and m.title[:1] in "12제"
                    and mention.title[:1] in "12제"
                    and m.title != mention.title
                ):
                    continue
                found.append(person)
                break
    return found[0] if len(found) == 1 else None


def _same_post(person: Person, mention: Mention) -> bool:
    first = person.mentions[0]
    if lineage(first.org_name) != lineage(mention.org_name) and first.org_name and mention.org_name:
        return False
    return agrees(mention.title, first.title) or agrees(first.title, mention.title)


def _repeat(draft: Draft, people: list[Person]) -> None:
    """Add the places where a full name stands once more, with or without its title."""
    text = draft.text
    for person in people:
        if len(person.name) < 3:
            continue
        told = sorted(person.spans)
        reach = list(accumulate((high for _, high in told), max))
        start, length = text.find(person.name), len(person.name)
        while start >= 0:
            end = start + length
            if not (start and "가" <= text[start - 1] <= "힣") and _ENDS.match(text, end):
                at = bisect_right(told, start, key=lambda span: span[0])
                if not at or reach[at - 1] <= start:
                    person.spans.add((start, end))
            start = text.find(person.name, end)


def _headline(draft: Draft, mention: Mention) -> bool:
    """Tell whether a mention stands in the headlines, which shorten titles."""
    return draft.layout.zone_at(mention.start) in ("title", "subtitle")


def official(draft: Draft, person: Person) -> Official:
    """Turn a person into a record: the fullest title, the organisation, the first full mention's place."""
    mentions = sorted(person.mentions, key=lambda m: m.start)
    full = [m for m in mentions if not m.short] or mentions
    first = full[0]
    told = [m for m in full if not m.former and m.title and (m.name or not _headline(draft, m))]
    current = told or [m for m in mentions if m.title] or full
    current = [m for m in current if draft.layout.zone_at(m.start) != "contact"] or current
    new = [m for m in current if m.rule in ("appointed", "notice")]
    best = max(new or current, key=lambda m: (len(m.title), -m.start))
    with_org = next((m for m in [best, *full] if m.org_name), None)
    if with_org is not None and not _listed(with_org):  # '산업자원통상부': the same syllables, miswritten
        syllables = sorted(with_org.org_name)
        with_org = next((m for m in full if _listed(m) and sorted(m.org_name) == syllables), with_org)
    org = with_org.org_name if with_org else ""
    country = next((m.country for m in [best, *mentions] if m.country), "")
    role = next((m.role for m in mentions if m.role), "")
    kinds = (words_of(kind) for kind in ("role", "status", "elect"))
    return Official(
        text=draft.text[first.start : first.end],
        char_start=first.start,
        char_end=first.end,
        name=person.name,
        title=best.title,
        organization=org,
        organization_text=with_org.org_text if with_org else "",
        country=country,
        role=role,
        spans=tuple(sorted(person.spans)),
        person_id=person_id(person.name, org, country),
        why={
            "name": f"officials.{first.rule}" if person.name else "",
            "title": best.post.where
            if best.post is not None
            else f"officials.{'appointments' if best.rule == 'notice' else 'notices'}",
            "organization": _organisation_rule(with_org) if with_org else "",
            "role": next((words[role] for words in kinds if role in words), ""),
        },
    )


def _organisation_rule(mention: Mention) -> str:
    """What named the organisation: its own row, else the rule that read the mention."""
    return (mention.org.why.get("canonical") if mention.org else "") or f"officials.{mention.rule}"
