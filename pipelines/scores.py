"""The figures of an evaluation: precision, recall and F1 by table, shares by field, and every mistake."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["SHARES", "TABLES", "Mistake", "Report", "Score", "Share", "as_json", "as_text"]

TABLES = ("amounts", "dates", "officials", "officials_full", "projects", "quotes", "meetings")
SHARES = (
    "amount_modifier",
    "project_amount",
    "project_date",
    "project_stage",
    "project_country",
    "project_action",
    "meta",
)


@dataclass(slots=True)
class Score:
    """Hits, spurious and missed items of one table."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 when nothing was found."""
        return self.hits / (self.hits + self.spurious) if self.hits + self.spurious else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found; 0 when there is nothing."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Share:
    """How many of the fields that gold states are right."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float:
        """The share; 0 when gold states none."""
        return self.right / self.of if self.of else 0.0


class Mistake(NamedTuple):
    """One disagreement: the article, the table or field, and what was wanted and found."""

    article: str
    what: str
    text: str


@dataclass(slots=True)
class Report:
    """The outcome of `evaluate`.

    Attributes
    ----------
    tables : dict of str to Score
    shares : dict of str to Share
    mistakes : list of Mistake
    missing : list of str
        Files of gold that the run has no article for; all of their items count as missed.
    """

    tables: dict[str, Score] = field(default_factory=lambda: {k: Score() for k in TABLES})
    shares: dict[str, Share] = field(default_factory=lambda: {k: Share() for k in SHARES})
    mistakes: list[Mistake] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, dict[str, float | int]]:
        """All figures, rounded to four places, as plain data."""
        out: dict[str, dict[str, float | int]] = {}
        for name, s in self.tables.items():
            of = s.hits + s.missed
            out[name] = {
                "p": round(s.precision, 4),
                "r": round(s.recall, 4),
                "f1": round(s.f1, 4),
                "gold": of,
            }
        for name, share in self.shares.items():
            out[name] = {"share": round(share.value, 4), "of": share.of}
        return out


def as_text(report: Report, mistakes: bool = False) -> str:
    """Return the figures as lines; with ``mistakes`` every one of those too."""
    lines = [
        f"{name:16} P {s.precision:6.3f}  R {s.recall:6.3f}  F1 {s.f1:6.3f}   gold {s.hits + s.missed}"
        for name, s in report.tables.items()
    ]
    lines += [f"{name:16} right {share.value:6.3f}   of {share.of}" for name, share in report.shares.items()]
    if report.missing:
        lines.append(f"articles without output: {len(report.missing)}: {', '.join(report.missing[:5])}")
    if mistakes:
        lines += ["  ".join(mistake) for mistake in report.mistakes]
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """Return the figures as JSON."""
    return json.dumps(report.figures(), ensure_ascii=False, indent=1)
