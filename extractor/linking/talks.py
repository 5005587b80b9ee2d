"""Days on which a work was only talked about, and days that no more than measure or compare."""

from __future__ import annotations

import re

from extractor.draft import Draft
from extractor.projects.status import Sign
from extractor.records import CalendarDate

#: '이날 … 착공에 필요한 협조를 당부했다': the stage stands within what was talked about.
_TALK = re.compile(
    r"(?!(?:했|됐|하였|되었|한다|된다|할|될)[다\s])[^.\n\"“”]{0,44}?"
    r"(?:요청|당부|논의|의논|협의|제안|건의|촉구|타진|주문|점검|설명|소개|모색)"
    r"(?:하|했|한|하였|을\s(?:했|나눴)|드렸|해\s)"
)
#: '2023년 대비 …', '지난 6월 말 현재 …', '올해만 … 계약을 맺었다'.
_MEASURED = re.compile(
    r"(?:\s?(?:같은\s기간|동기|말|초))?\s?(?:대비|보다|기준|현재)(?:로|으로|는|도)?[\s,)]|만\s"
)


def is_talked_of(draft: Draft, day: CalendarDate, sign: Sign) -> bool:
    """Tell whether people talked about the stage on the day, which has passed when the article appears.

    Parameters
    ----------
    day : CalendarDate
        A day in front of the stage word.
    """
    if day.precision != "day" or day.relation == "planned" or sign.low < day.char_end:
        return False
    if draft.published is not None and day.end is not None and day.end > draft.published:
        return False
    return _TALK.match(draft.text, sign.high, draft.sentence_at(sign.low)[1]) is not None


def only_measures(draft: Draft, day: CalendarDate) -> bool:
    """Tell whether something is counted up to the date or compared with it."""
    return _MEASURED.match(draft.text, day.char_end) is not None
