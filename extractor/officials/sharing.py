"""Those who share one title: 'A·B 의원'."""

from __future__ import annotations

from dataclasses import replace

from extractor.officials.abroad import HoldersAbroad
from extractor.officials.mention import Mention
from extractor.officials.people import (
    foreign_word,
    is_surname,
)
from extractor.officials.scan import Word


class SharedTitles(HoldersAbroad):
    """Reads the names joined to a name."""

    def companions(self, mention: Mention) -> list[Mention]:
        """Read those who share the title: 'A·B 의원', '김·이 차관'."""
        found: list[Mention] = []
        at = self._name_at(mention)
        floor = self.scan.floor(at)
        while mention.name and at - 1 > floor:
            comma = self.text[max(floor, at - 2) : at] == ", "
            if self.text[at - 1] not in "·‧∙ㆍ・" and not comma:
                break
            word = self.scan.left(at - 1 - comma, floor)
            if word is None or word.entity is not None or word.start in self.starts:
                break
            if comma and (
                mention.rule not in ("name title", "shared title")
                or self._strength(word, []) < 3
                or word.inner
            ):
                break
            foreign = mention.foreign or not self._strength(word, [])
            short = is_surname(word.text)
            words = [word]
            if foreign and not short:
                before: Word | None = word
                words = []
                while (
                    before is not None
                    and before.entity is None
                    and foreign_word(self.draft, before.start, before.end)
                ):
                    words.insert(0, before)
                    before = self.scan.left(before.start, floor) if len(words) < 4 else None
                if not words:
                    break
            start = words[0].start
            found.append(
                replace(
                    mention,
                    start=start,
                    end=word.end,
                    name=" ".join(w.text for w in words),
                    short=short,
                    foreign=foreign and not short,
                    sure=not short,
                    rule="shared title",
                    extra_titles=[],
                )
            )
            at = start
        return found

    def _name_at(self, mention: Mention) -> int:
        at = self.text.find(mention.name, mention.start, mention.end) if mention.name else -1
        return at if at >= 0 else mention.start
