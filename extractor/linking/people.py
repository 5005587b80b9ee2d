"""Companies, officials, agreements and partner countries of each project."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.linking.lands import Land
from extractor.linking.reach import Reach
from extractor.projects.scene import is_country

_AGREEMENT = re.compile(
    r"양해각서(?:\(MOU\))?|업무협약(?:\(MOU\))?|투자협약(?:\(MOU\))?|협력의향서|본계약|이행계약|이행약정|가계약|전력판매계약|"
    r"공급계약|금융약정|주주협약|"
    + "|".join(rf"{name}(?![A-Za-z])" for name in ("MOU", "MOA", "HOA", "LOI", "PPA", r"EPC\s계약"))
)
#: What no short name is part of.
_WITHIN = re.compile(r"(?<=[A-Za-z])[A-Z]")


@dataclass(frozen=True, slots=True)
class People:
    """Who takes part, by what agreement."""

    partners: tuple[str, ...] = ()
    agreement: str = ""
    organizations: tuple[str, ...] = ()
    officials: tuple[int, ...] = ()
    why: dict[str, str] = field(default_factory=dict)


def choose_people(reach: Reach, lands: list[Land]) -> list[People]:
    """For each project what stands in its items and clauses."""
    bodies: list[dict[str, str]] = [{} for _ in reach.projects]
    nations: list[set[str]] = [set() for _ in reach.projects]
    for e in reach.draft.entities:
        if e.label != "ORG" and not e.country:
            continue
        scope = reach.scope_at(e.char_start)
        if scope is None or scope.trust == "carried":
            continue
        if e.label == "ORG":
            bodies[scope.owner].setdefault(e.canonical or e.text, scope.trust)
        if (
            (e.label == "ORG" or is_country(e))
            and e.country
            and (over := reach.mention_over(e.char_start)) is not None
        ):
            nations[over.owner].add(e.country)
    officials: list[set[int]] = [set() for _ in reach.projects]
    for number, official in enumerate(reach.draft.officials):
        for low, _ in official.spans or ((official.char_start, official.char_end),):
            scope = reach.scope_at(low)
            if scope is not None and scope.trust != "carried":
                officials[scope.owner].add(number)
    agreements = [""] * len(reach.projects)
    for m in _AGREEMENT.finditer(reach.text):
        scope = None if _WITHIN.match(reach.text, m.start()) else reach.scope_at(m.start())
        if scope is not None and scope.trust != "carried" and not agreements[scope.owner]:
            agreements[scope.owner] = m[0]
    found = []
    for i in range(len(reach.projects)):
        why = {}
        if bodies[i]:
            why["organizations"] = next(iter(bodies[i].values()))
        if agreements[i]:
            why["agreement"] = "clause"
        partners = tuple(sorted(nations[i] - set(lands[i].country)))
        if partners:
            why["partner_country"] = "name"
        if officials[i]:
            why["officials"] = "clause"
        found.append(People(partners, agreements[i], tuple(bodies[i]), tuple(sorted(officials[i])), why))
    return found
