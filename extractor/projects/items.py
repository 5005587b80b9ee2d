"""Candidates that are items of a list, with or without a head noun."""

from __future__ import annotations

import re

from extractor.projects.ends import extend
from extractor.projects.fronts import NUMBERED
from extractor.projects.lists import Entry
from extractor.projects.phrases import Candidate, read_action
from extractor.projects.scene import Scene, touching
from extractor.projects.vocabulary import stops


def place(candidate: Candidate, entry: Entry) -> None:
    """Give the candidate what its list tells: its scope, the heading above, the words behind."""
    candidate.scope, candidate.sector, candidate.after = entry.scope, entry.sector, entry.after
    if entry.agenda:
        candidate.why["agenda"] = entry.kind


_LEAD = re.compile(r"[가-힣A-Za-z·\s]{1,14}\s?[:：]\s+")
_CLAUSE = re.compile(r"\s?[:：–—]\s|\s-\s|\s?→\s?|\s–\s")


#: Items that tell whom to ask and how to apply, and cells that are cut amiss.
_PERSONAL = re.compile(
    r"(?:담당자|책임자|담당부서|연락처|지원\s?대상|신청\s?대상|신청\s?방법|접수\s?방법|모집\s?대상|신청\s?기간)\s?[:：]|\t|\(☎"
    r"|신청\s?가능$"
)


def bare_item(scene: Scene, entry: Entry) -> Candidate | None:
    """Name an item that has no head noun: what stands before parentheses, dashes and words of action."""
    text = scene.text
    low, high = entry.low, entry.high
    if _PERSONAL.search(text, low, high):
        return None
    if m := _LEAD.match(text, low, high):
        low = m.end()
    while m := NUMBERED.match(text, low, high):
        low = m.end()
    if m := _CLAUSE.search(text, low, high):
        high = m.start()
    while high > low and text[high - 1] in " .,·":
        high -= 1
    paren = text.find("(", low, high)
    cut = paren if paren > low else high
    name_high = _peel(scene, low, cut) if entry.kind == "item" else cut
    while name_high > low and text[name_high - 1] == " ":
        name_high -= 1
    short = name_high - low < 6 and " " not in text[low:name_high] and not touching(scene.money, low, high)
    if short and not (entry.agenda and paren == name_high and touching(scene.bodies, paren, high)):
        return None  # '가온2(나래전력)' among works is one
    if not 3 <= name_high - low <= 40 or touching(scene.meetings, low, name_high):
        return None
    if any(m.tag in ("JKO", "JKS", "JKB", "JX", "EC", "EF") for m in scene.morphs_in(low, name_high)):
        return None
    if any(touching(s, low, name_high) for s in (scene.money, scene.days, scene.people)):
        return None
    if text.endswith((" 및", " 등"), low, name_high):
        return None
    if not touching(scene.money, low, high) and _is_no_work(scene, low, name_high, cut):
        return None
    candidate = Candidate(low, name_high, (low, name_high), None, None, entry.kind)
    place(candidate, entry)
    candidate.why["name"] = f"list {entry.kind}"
    extend(scene, candidate, name_high, entry.reach)
    return candidate


_MARKUP = re.compile(r"[|<>\t]")


def _is_no_work(scene: Scene, low: int, name_high: int, high: int) -> bool:
    """Tell whether an item without a head noun is an aim or an outcome, a body or a piece of a table."""
    said, ends = scene.text[low:high].rstrip(), tuple(stops("effect"))
    if said.endswith(ends) or scene.text[low:name_high].endswith(ends) or _MARKUP.search(said):
        return True
    if name_high < low + len(said) or scene.text[high : high + 1] == "(":
        return False
    body = touching(scene.bodies, name_high - 1, name_high)
    return body is not None and body[0] <= low


def _peel(scene: Scene, low: int, high: int) -> int:
    """Where the name ends once words of action at the end are taken off."""
    text = scene.text
    for at in (m.start() for m in re.finditer(r" ", text[low:high])):
        read = read_action(scene, low + at, high)
        if read and read[0][1] >= high - 1:
            return low + at
    return high
