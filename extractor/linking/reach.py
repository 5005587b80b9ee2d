"""What each project's mentions reach: the stretches of text that speak of it, and how surely."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from extractor.draft import Draft
from extractor.projects.lists import entries
from extractor.projects.scene import scene_of
from extractor.projects.scopes import Place, Scope, lay_out, own_block
from extractor.projects.status import Sign, signs


@dataclass(frozen=True, slots=True)
class Link:
    """A chosen mention: its ``char_start``, or None, and why."""

    start: int | None = None
    why: dict[str, str] = field(default_factory=dict)


class Reach:
    """The scopes of a draft's projects.

    Attributes
    ----------
    scopes : list of Scope
        Without overlaps; ``owner`` is the index of the project.
    signs : list of list of Sign
        The stage words that speak of each project.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.projects = draft.projects
        self.scene = scene_of(draft)
        lists = entries(self.scene)
        lows = [e.scope[0] for e in lists]
        self.entries = lists
        places = []
        for number, project in enumerate(draft.projects):
            for low, high in project.spans:
                i = bisect_right(lows, low) - 1
                own = lists[i].scope if i >= 0 and low < lists[i].scope[1] else own_block(self.scene, low)
                places.append(Place(low, high, number, own))
        self.places = sorted(places, key=lambda p: (p.low, p.high))
        self.lows = [p.low for p in self.places]
        self.scopes = lay_out(self.scene, self.places)
        self.signs: list[list[Sign]] = [[] for _ in draft.projects]
        for sign in signs(self.scene):
            scope = self.scopes.at(sign.low)
            if scope is not None:
                self.signs[scope.owner].append(sign)

    def mention_over(self, offset: int) -> Place | None:
        """The mention that holds the offset, parentheses included."""
        i = bisect_right(self.lows, offset) - 1
        if i >= 0 and self.places[i].low <= offset < self.places[i].high:
            return self.places[i]
        return None

    def scope_at(self, offset: int) -> Scope | None:
        return self.scopes.at(offset)
