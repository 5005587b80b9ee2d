"""Sums that several works of one row share out: '…에 각각 3억달러, 4억달러', '…에 각 300만달러씩'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from extractor.linking.reach import Reach
from extractor.projects.scopes import Place
from extractor.records import Amount

_EACH = re.compile(r"에(?:는|도)?\s각(?:각)?\s")
_APIECE = re.compile(r"\s?씩(?![가-힣]{2})")
#: What stands between the works of one row.
_ROW = re.compile(
    r"[’'”\"」』]?(?:\s?(?:건설|건립|구축|조성|사업|공사))?(?:\s?(?:[△∆▲◆◇▶▷·,]|및|그리고)\s?|[와과]\s)[‘'“\"「『]?"
)


def shared_out(reach: Reach) -> Iterator[tuple[Amount, Place]]:
    """Each sum that is shared out, with the work that gets it.

    As many sums as works go to them in order; one sum, told 'each' or 'apiece', goes to all works of the row.
    """
    for m in _EACH.finditer(reach.text):
        names, sums = _before(reach, m.start()), _behind(reach, m.start())
        if len(names) == len(sums) > 1:
            yield from zip(sums, names, strict=True)
        elif sums and (row := _row(reach, m.start())):
            yield from ((sums[0], name) for name in row)
    for amount in reach.draft.amounts:
        if amount.converts is None and _APIECE.match(reach.text, amount.char_end):
            at = reach.text.rfind("에", max(0, amount.char_start - 12), amount.char_start)
            yield from ((amount, name) for name in _row(reach, at) if at >= 0)


def _before(reach: Reach, at: int) -> list[Place]:
    low, _ = reach.draft.sentence_at(at)
    return [p for p in reach.places if low <= p.low and p.high <= at + 1]


def _behind(reach: Reach, at: int) -> list[Amount]:
    _, high = reach.draft.sentence_at(at)
    return [a for a in reach.draft.amounts if at < a.char_start < high and a.converts is None]


def _row(reach: Reach, at: int) -> list[Place]:
    """The works of one row that ends at ``at``; none when there is only one."""
    names = _before(reach, at)[::-1]
    if not names or at - names[0].high > 8:
        return []
    joined = takewhile(
        lambda pair: _ROW.fullmatch(reach.text, pair[1].high, pair[0].low),
        pairwise(names),
    )
    row = [names[0], *(left for _, left in joined)]
    return row if len(row) > 1 else []
