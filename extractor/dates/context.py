"""What a date can lean on while a text is read: the day of publication and the dates named before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from extractor.dates.lazy import lazy
from extractor.dates.periods import Period
from extractor.dates.spec import Spec
from extractor.dates.tense import Tense, tense_after

#: The anchor of what is counted from the day of publication.
PUBLISHED = "published"
_SENTENCE_END = lazy(r"[.!?][\"”’'）)]?\s|\n")
_AS_OF = lazy(r"\s?(?:\([^()\n]{1,12}\)\s?)?(?:기준|현재)(?![가-힣]{2})")
#: Two dates farther apart than this many characters do not share a sentence.
_SENTENCE_REACH = 400


@dataclass(slots=True)
class Anchors:
    """The dates last named in a passage: what '같은 달', '이날' and a bare '27일' lean on.

    Attributes
    ----------
    day, period : Period or None
        The last day, and the last stretch of any length.
    month : (year, month) or None
    year : int or None
    end : int
        Where the last date ended, -1 before the first.
    stated_year : bool
        The last date was given with its year.
    days : bool
        The last date was a day or a range of days.
    day_stated : bool
        ``day`` was given with its year.
    so_far : bool
        What was told goes from the beginning of the year up to ``period`` ('8월까지').
    """

    day: Period | None = None
    period: Period | None = None
    month: tuple[int | None, int] | None = None
    year: int | None = None
    end: int = -1
    stated_year: bool = False
    days: bool = False
    day_stated: bool = False
    so_far: bool = False


@dataclass(slots=True)
class Context:
    """The state of reading one text in order.

    Attributes
    ----------
    text : str
    published : date or None
    years : tuple of int
        Years that the text names in full; they can settle a weekday when the day of publication is unknown.
    here : Anchors
        Of this passage.
    story, aside : Period or None
        The day that the article tells of (a bare day), and any other past day, for '이날' in a later passage.
    week : Period or None
        The week that the text last gave by its days ('10.22~10.28'); it may call it the next one.
    limit : int
        End of the passage.
    anchor, flags
        Of the date that is being read.
    """

    text: str
    published: date | None
    years: tuple[int, ...] = ()
    here: Anchors = field(default_factory=Anchors)
    story: Period | None = None
    aside: Period | None = None
    week: Period | None = None
    limit: int = 0
    anchor: str = ""
    flags: list[str] = field(default_factory=list)

    def open_passage(self, limit: int, fresh: bool = True) -> None:
        """Begin a new paragraph, which ends at ``limit``; a fresh one leans on nothing said before."""
        self.limit = limit
        if fresh:
            self.here = Anchors()

    def same_sentence(self, spec: Spec) -> bool:
        """Tell whether the date before stands in the same sentence."""
        end = self.here.end
        if end < 0 or spec.start - end > _SENTENCE_REACH:
            return False
        return _SENTENCE_END.search(self.text, end, spec.start) is None

    def lies_ahead(self, period: Period) -> bool:
        """Tell whether a period begins after the day of publication."""
        return period.start is not None and self.published is not None and period.start > self.published

    def tense(self, spec: Spec) -> Tense:
        """Return the tense of the words that follow the date; a state 'as of' a day has been seen."""
        if _AS_OF.match(self.text, (spec.last or spec).end):
            return "past"
        return tense_after(self.text, (spec.last or spec).end, self.limit or len(self.text))
