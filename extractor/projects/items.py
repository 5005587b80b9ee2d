"""Candidates that are items of a list, with or without a head noun."""

from __future__ import annotations

import re

from extractor.projects.ends import extend
from extractor.projects.fronts import NUMBERED
from extractor.projects.lists import Entry, describes
from extractor.projects.phrases import Candidate, read_action
from extractor.projects.scene import Scene, touching
from extractor.projects.vocabulary import stops


def place(candidate: Candidate, entry: Entry) -> None:
    """Give the candidate what its list tells: its scope, the heading above, the words behind."""
    candidate.scope, candidate.sector, candidate.after = entry.scope, entry.sector, entry.after
    if entry.agenda:
        candidate.why["agenda"] = entry.kind


#: A parenthesis within the name: '라벨(QR)을 활용한 …'.
_WITHIN = re.compile(r"\([^()]*\)[가-힣]")
#: Particles and endings that no name holds.
_LOGICAL = frozenset({"JKO", "JKS", "JKB", "JX", "EC", "EF"})
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
    while paren > low and (m := _WITHIN.match(text, paren, high)):
        paren = text.find("(", m.end(), high)
    cut = paren if paren > low else high
    name_high = _peel(scene, low, cut) if entry.kind == "item" else cut
    while name_high > low and text[name_high - 1] == " ":
        name_high -= 1
    short = name_high - low < 6 and " " not in text[low:name_high] and not touching(scene.money, low, high)
    if short and not (entry.agenda and paren == name_high and touching(scene.bodies, paren, high)):
        return None  # '가온2(나래전력)' among works is one
    if not 3 <= name_high - low <= 40 or touching(scene.meetings, low, name_high):
        return None
    morphs = scene.morphs_in(low, name_high)
    if entry.kind != "row" and any(
        m.tag in _LOGICAL and not describes(morphs, i) for i, m in enumerate(morphs)
    ):
        return None
    if _NO_NAME.match(text, low, name_high) or (paren < 0 and _are_places(scene, low, name_high)):
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


#: Firms by their form, and figures alone.
_NO_NAME = re.compile(r"㈜|\((?:주|재|사|유)\)|주식회사|[\d\s,.%]+$")
_WORD = re.compile(r"[^\s·]+")
_SO_MANY = re.compile(r"\d+(?:곳|개소|개)$")


def _are_places(scene: Scene, low: int, high: int) -> bool:
    """Tell whether nothing but places and their number stands there ('강원 가온', '전북 나래 3곳')."""
    for m in _WORD.finditer(scene.text, low, high):
        place = scene.places.get(m.start())
        if place is not None and place.char_end >= m.end():
            continue
        if m.start() == low or not (_SO_MANY.match(m[0]) or (len(m[0]) == 2 and m.end() == high)):
            return False
    return True


_MARKUP = re.compile(r"[|<>\t]")


def _is_no_work(scene: Scene, low: int, name_high: int, high: int) -> bool:
    """Tell whether an item without a head noun is an aim or an outcome, a body or a piece of a table."""
    said, ends = scene.text[low:high].rstrip(), tuple(stops("effect"))
    if said.endswith(ends) or scene.text[low:name_high].endswith(ends) or _MARKUP.search(said):
        return True
    if name_high < low + len(said) or scene.text[high : high + 1] == "(":
        return False
    body = touching(scene.bodies, name_high - 1, name_high)
    if body is None or body[0] <= low:
        return body is not None
    joined = scene.text[body[0] - 2 : body[0]]
    first = touching(scene.bodies, body[0] - 3, body[0] - 2) if joined in ("와 ", "과 ") else None
    return first is not None and first[0] <= low


def _peel(scene: Scene, low: int, high: int) -> int:
    """Where the name ends once words of action at the end are taken off."""
    text = scene.text
    for at in (m.start() for m in re.finditer(r" ", text[low:high])):
        read = read_action(scene, low + at, high)
        if read and read[0][1] >= high - 1:
            return low + at
    return high
