"""What each project's mentions reach: the stretches of text that speak of it, and how surely."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from extractor.draft import Draft
from extractor.projects.lists import entries
from extractor.projects.scene import scene_of
from extractor.projects.scopes import Place, Scopes, lay_out, own_block
from extractor.projects.status import Sign, signs


@dataclass(frozen=True, slots=True)
class Link:
    """A chosen mention: its ``char_start``, or None, and why."""

    start: int | None = None
    why: dict[str, str] = field(default_factory=dict)


_PHASE = re.compile(r"([1-9])(단계|호기|차|공구)")
#: '다낭 물류센터 주변엔 …'.
#: 'A보다 크다': A is only what is compared with.
_NEXT_TO = re.compile(
    r"\s?(?:주변|인근|근처|맞은편|옆|바로\s옆)(?:에는|엔|에|에서|에서는|에도)\s|(?:보다|처럼)(?:는|도)?\s|[와과]\s달리\s|에\s비해\s"
)
_STILL = re.compile(
    r"(?:\s?(?:사업|공사|구간|시설|설비))?(?:는|은|가|이|를|을|의)?\s?\(?(?:약\s?|총\s?|총사업비\s?|사업비는?\s?)?"
)


class Reach:
    """The scopes of a draft's projects.

    Attributes
    ----------
    scopes : Scopes
        Without overlaps and those of mentions that only tell where something else is; ``owner`` is the index
        of the project.
    scope_at : callable
        The scope that holds an offset.
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
        self._beside: dict[int, bool] = {}
        laid = lay_out(self.scene, self.places).scopes
        self.scopes = Scopes([s for s in laid if not self.is_beside(s.mention[1])])
        self.scope_at = self.scopes.at
        self.signs: list[list[Sign]] = [[] for _ in draft.projects]
        for sign in signs(self.scene):
            scope = self.scope_at(sign.low)
            if scope is not None:
                self.signs[scope.owner].append(sign)

    def mention_over(self, offset: int) -> Place | None:
        """The mention that holds the offset, parentheses included."""
        i = bisect_right(self.lows, offset) - 1
        if i >= 0 and self.places[i].low <= offset < self.places[i].high:
            return self.places[i]
        return None

    def other_phase(self, owner: int, low: int) -> bool:
        """Tell whether what stands at ``low`` is told of another phase than the project's own.

        '2단계 공장은 … 1단계(2011년 준공)': the year is that of the first phase.
        """
        if _PHASE.search(self.text, max(0, low - 12), low) is None:
            return False
        *_, told = _PHASE.finditer(self.text, max(0, low - 12), low)
        if not _STILL.fullmatch(self.text, told.end(), low):
            return False
        own = [m[1] for m in _PHASE.finditer(self.projects[owner].name) if m[2] == told[2]]
        return bool(own) and told[1] not in own

    def is_beside(self, high: int) -> bool:
        """Tell whether the mention that ends there only tells where or how something else is."""
        known = self._beside.get(high)
        if known is None:
            known = self._beside[high] = _NEXT_TO.match(self.text, high) is not None
        return known
