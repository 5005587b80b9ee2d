"""Reading a text backwards, word by word, with the entities and parentheses that stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.draft import Draft
from extractor.records import Entity

_WORD = re.compile(r"[가-힣A-Za-z0-9&前現㈜](?:[가-힣A-Za-z0-9&㈜\-]|(?<!다)\.)*\Z")
_SPACE = " \n\t\u00a0\u3000"
#: The longest parenthesis that is passed over: Latin originals, ages, places in a photograph.
LONGEST_PARENTHESIS = 80


@dataclass(frozen=True, slots=True)
class Word:
    """A word to the left of something.

    Attributes
    ----------
    start, end : int
    text : str
    inner : str
        What stands in the parenthesis that follows it directly, empty when there is none.
    entity : Entity or None
        The entity that ends where the word ends; the word then begins where the entity begins.
    prefix : str
        What stands before the entity in the same word ('주' of '주카자흐스탄').
    """

    start: int
    end: int
    text: str
    inner: str = ""
    entity: Entity | None = None
    prefix: str = ""


class Scanner:
    """Steps leftwards through one article."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.by_end: dict[int, Entity] = {}
        self.by_start: dict[int, Entity] = {}
        for entity in draft.entities:
            known = self.by_end.get(entity.char_end)
            if known is None or known.char_start > entity.char_start:
                self.by_end[entity.char_end] = entity
            self.by_start.setdefault(entity.char_start, entity)
        self._lefts: dict[tuple[int, int], Word | None] = {}

    def floor(self, offset: int) -> int:
        """Return where the block that holds the offset begins."""
        index = self.draft.layout.index_at(offset)
        if index < 0:
            return 0
        block = self.draft.layout.blocks[index]
        if block.zone in ("title", "subtitle"):
            return max(block.start, self.text.rfind("\n", 0, offset) + 1)
        return block.start

    def ceiling(self, offset: int) -> int:
        """Return where the block that holds the offset ends."""
        index = self.draft.layout.index_at(offset)
        return self.draft.layout.blocks[index].end if index >= 0 else len(self.text)

    def left(self, pos: int, floor: int) -> Word | None:
        """Return the word that ends before ``pos`` with nothing but blanks and a parenthesis between."""
        if (pos, floor) not in self._lefts:
            self._lefts[pos, floor] = self._left(pos, floor)
        return self._lefts[pos, floor]

    def _left(self, pos: int, floor: int) -> Word | None:
        at = pos
        while at > floor and self.text[at - 1] in _SPACE:
            at -= 1
        inner = ""
        if at > floor and self.text[at - 1] == ")":
            open_ = self._opening(at - 1, floor)
            if open_ < 0:
                return None
            inner = self.text[open_ + 1 : at - 1]
            at = open_
            if at > floor and self.text[at - 1] == " ":
                at -= 1
        end = at
        entity = self.by_end.get(end)
        if entity is None and self.text[end - 1 : end] in tuple("시주성"):
            place = self.by_end.get(end - 1)
            entity = place if place is not None and place.label == "LOC" else None
        elif entity is None and self.text[end - 1 : end] == "㈜":
            entity = self.by_end.get(end - 1)
        match = _WORD.search(self.text, max(floor, end - 40), end)
        if match is None:
            return None
        start = match.start()
        if entity is not None and entity.char_start >= floor:
            prefix = self.text[start : entity.char_start] if entity.char_start > start else ""
            return Word(
                min(start, entity.char_start),
                end,
                self.text[min(start, entity.char_start) : end],
                inner,
                entity,
                prefix,
            )
        return Word(start, end, match.group(), inner)

    def _opening(self, close: int, floor: int) -> int:
        depth = 0
        for at in range(close, max(floor, close - LONGEST_PARENTHESIS) - 1, -1):
            if self.text[at] == ")":
                depth += 1
            elif self.text[at] == "(":
                depth -= 1
                if depth == 0:
                    return at
        return -1

    def parenthesis(self, pos: int) -> str:
        """Return what stands in the parenthesis that opens at ``pos``, empty when none does."""
        if pos < len(self.text) and self.text[pos] == "(":
            close = self.text.find(")", pos, pos + LONGEST_PARENTHESIS)
            if close > 0:
                return self.text[pos + 1 : close]
        return ""

    def bare(self, word: Word) -> bool:
        """Tell whether the word ends without a particle or verb ending."""
        if word.entity is not None:
            return True
        morphs = self.draft.morphs_in(word.start, word.end)
        if not morphs:
            return True
        last = morphs[-1]
        if last.tag == "SF" and last.end == word.end:
            return False
        return not (last.tag.startswith(("J", "E", "VCP", "XSV")) and last.end == word.end)
