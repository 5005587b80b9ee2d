"""Lines that hold nothing but who wrote and for whom: '가람일보 홍길동 기자 | 2012.02.09 21:19'."""

from __future__ import annotations

import re

from extractor.layout.byline import outlet_names, outlets, reporters_in, without_reporters
from extractor.layout.lines import BROKEN_MAIL, EMAIL

_DAY = re.compile(
    r"(?:19|20)\d\d\s?[.\-/년]\s?\d{1,2}\s?[.\-/월]\s?\d{1,2}\s?[.일]?|\d{1,2}:\d{2}(?::\d{2})?"
)
_LABELS = re.compile(r"기사\s?입력|입력|등록|승인|송고|수정|작성|[|IㅣⅠ]|[\W_]")
_LONGEST = 70


def is_reporter_line(line: str) -> bool:
    """Tell whether a line only names its reporters, with their outlet, e-mail and the time, or without."""
    if len(line) > _LONGEST or not ("기자" in line or "특파원" in line) or not reporters_in(line):
        return False
    rest = without_reporters(BROKEN_MAIL.sub(" ", EMAIL.sub(" ", _DAY.sub(" ", line))))
    return not _LABELS.sub("", outlet_names().sub(" ", rest))


def is_time_line(line: str) -> bool:
    """Tell whether a line holds nothing but days and times ('2020-02-14 09:20 2020-02-14 09:31')."""
    return len(line) <= _LONGEST and _DAY.match(line) is not None and not _LABELS.sub("", _DAY.sub(" ", line))


def outlet_in(line: str) -> str:
    """The outlet that a line of its own names, alone or with reporters; '' when it names none."""
    found = outlet_names().search(line) if len(line) <= _LONGEST else None
    if found is None or not (found[0] == line or is_reporter_line(line)):
        return ""
    return outlets().get(found[0], found[0])
