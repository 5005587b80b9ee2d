"""A date as the text puts it: its parts gathered, not yet set in the calendar."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.dates.atom import RANK, Atom
from extractor.dates.lazy import lazy

_GAP = lazy(r"[ \t\u00a0\u3000]{0,2}|\s{0,2}\n\s{0,8}")
#: Between a year and what it holds: '올해 들어 9월', '2019년의 3분기'.
_YEAR_GAP = lazy(r"\s?(?:들어(?:서도?|선|서는)?|의|중)?\s?|\s{0,2}\n\s{0,8}")
#: '지난해(375억달러) 동기'.
_ASIDE = lazy(r"\s?\([^()\n]{1,20}\)\s?")
#: Between a month and its day: '4월에는 12일'.
_MONTH_GAP = lazy(r"\s?(?:에만?|에는|엔|에도)?\s?|\s{0,2}\n\s{0,8}|,\s?")
_WEEKDAY_GAP = lazy(r"[ \u00a0]{0,2}|\.\s?")

#: Parts by length, the shortest first.
_GRAINS = (
    "weekday", "day", "last_day", "weekend", "nth", "holiday", "week", "month", "month_part", "quarter",
    "half", "season", "same", "year_part", "year", "decade", "shift", "count",
)  # fmt: skip
#: Parts that make a date by themselves.
_ALONE = {"shift", "count", "decade"}


@dataclass(slots=True)
class Spec:
    """One date of the text.

    Attributes
    ----------
    start, end : int
    parts : dict of str to Atom
        By slot, in order of the text.
    last : Spec or None
        The other end of a range.
    grain : str
        The smallest part, which says how long the date is.
    why : dict of str to str
    """

    start: int
    end: int
    parts: dict[str, Atom] = field(default_factory=dict)
    last: Spec | None = None
    grain: str = ""
    why: dict[str, str] = field(default_factory=dict)

    def has(self, *slots: str) -> bool:
        """Tell whether one of the parts is there."""
        return not self.parts.keys().isdisjoint(slots)

    def mode(self, slot: str) -> str:
        """Return the mode of a part, empty when it is not there."""
        atom = self.parts.get(slot)
        return atom.mode if atom else ""

    @property
    def toward(self) -> str:
        """Which way the text tells to look: 'past', 'future', 'this' or ''."""
        return self.mode("toward")


def gather(text: str, atoms: list[Atom], breaks: list[int]) -> list[Spec]:
    """Put the parts together that make one date.

    Parameters
    ----------
    text : str
    atoms : list of Atom
        In order.
    breaks : list of int
        Sorted offsets that no date reaches across (beginnings of passages).
    """
    specs: list[Spec] = []
    spec: Spec | None = None
    at = 0
    for atom in atoms:
        before = at
        while at < len(breaks) and breaks[at] <= atom.start:
            at += 1
        if spec is not None and before == at and _belongs(text, spec, atom):
            spec.parts[atom.slot] = atom
            spec.end = atom.end
            spec.why.setdefault("edtf", atom.why)
            spec.why["edtf"] = (
                spec.why["edtf"] if atom.why in spec.why["edtf"] else f"{spec.why['edtf']} {atom.why}"
            )
            continue
        spec = Spec(atom.start, atom.end, {atom.slot: atom}, why={"edtf": atom.why})
        specs.append(spec)
    complete = [spec for spec in specs if _complete(spec)]
    for spec in complete:
        spec.grain = next(slot for slot in _GRAINS if slot in spec.parts)
    return complete


def _belongs(text: str, spec: Spec, atom: Atom) -> bool:
    parts = spec.parts
    if atom.slot in parts or atom.slot in _ALONE or parts.keys() & _ALONE:
        return False
    latest = list(parts.values())[-1]
    if atom.slot == "lunar":
        return latest.slot == "year" and _GAP.fullmatch(text, latest.end, atom.start) is not None
    if RANK[atom.slot] <= RANK[latest.slot]:
        return False
    if atom.start - latest.end > 24:
        return False
    gap = text[latest.end : atom.start]
    slot = atom.slot
    if slot == "weekday":
        if atom.mode == "bracket":
            return "day" in parts and _WEEKDAY_GAP.fullmatch(gap) is not None
        return _GAP.fullmatch(gap) is not None and (
            spec.has("week", "nth", "day") or set(parts) == {"toward"}
        )
    if slot == "nth":
        return spec.has("month") and _GAP.fullmatch(gap) is not None
    if slot == "weekend":
        return spec.has("toward", "week") and _GAP.fullmatch(gap) is not None
    if slot == "part":
        return _GAP.fullmatch(gap) is not None and not spec.has("day", "nth") and set(parts) != {"toward"}
    if slot == "last_day":
        return spec.has("month", "year") and _GAP.fullmatch(gap) is not None
    if slot == "day":
        if spec.has("year", "quarter", "half") and not spec.has("month"):
            return False
        if atom.mode in ("step", "of"):
            return False
        if spec.has("month"):
            pattern = _MONTH_GAP if latest.slot == "month" and latest.mode != "range" else _GAP
            return pattern.fullmatch(gap) is not None
        return set(parts) <= {"toward", "lunar"} and _GAP.fullmatch(gap) is not None
    if latest.slot == "year":
        if atom.slot == "week" or atom.mode in ("step", "past", "this"):
            return False
        if atom.mode == "of" and (atom.slot != "month" or atom.value):
            return False
        if atom.slot == "same" and _ASIDE.fullmatch(gap):
            return True
        pattern = _YEAR_GAP if latest.mode != "range" else _GAP
        return pattern.fullmatch(gap) is not None
    if latest.slot == "toward":
        return _GAP.fullmatch(gap) is not None and atom.mode not in ("of", "past")
    return _GAP.fullmatch(gap) is not None and latest.slot == "lunar"


def _complete(spec: Spec) -> bool:
    """Tell whether the parts make a date ('오는' and '(월)' alone do not)."""
    parts = set(spec.parts)
    if parts <= {"toward", "lunar", "part", "nth", "last_day", "as_of"}:
        return False
    if parts == {"weekday"}:
        return spec.mode("weekday") == "is"
    if "weekend" in parts and not spec.mode("weekend") and "toward" not in parts:
        return False
    if "same" in parts:
        return "year" in parts
    if parts == {"year_part"}:
        return spec.mode("year_part") != "with_year"
    if parts <= {"toward", "half"} and spec.mode("half") == "after_year":
        return False
    if parts == {"season"}:
        return spec.mode("season") != "is"
    return True
