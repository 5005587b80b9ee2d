"""What looks like a date and is none: durations, rates, ordinals, names."""

from __future__ import annotations

from collections.abc import Callable

from extractor.dates.lazy import lazy
from extractor.dates.spec import Spec

#: After '20일': a length of time, not a day of the month.
_LENGTH_AFTER = lazy(
    r"\s?(?:간(?![가-힣])|간의|간\s|만에|만의|만이|만인|만\s|째|동안|이내|이상|이하|미만|초과|가량|정도|여(?![가-힣])|치(?![가-힣])|분(?![가-힣기])|분의|"
    r"연속|내내|안팎|걸[리려린렸]|소요|더(?![가-힣])|짜리|차(?![가-힣])|차에|차인|씩|마다|물(?![가-힣])|장(?![가-힣])|제(?![가-힣\d])|선(?![가-힣])|이동평균|연휴|"
    r"(?:을|를|이|가)?\s?(?:넘|남짓|앞당|단축)|진통|로\s?(?:줄|늘|단축|연장|앞당|확대|축소|제한)|에서\s?\d+일로|안에|내에|내로|이면\s?(?:충분|된)|까지\s?(?:줄|단축))"
)
_LENGTH_BEFORE = lazy(
    r"(?:일수|휴일|최대|최소|최장|하루|평균|향후|앞으로|매월|매달|매주|연간)[은는이가을를의]?\s?\(?\s?$|\d박\s?$|(?<![가-힣])(?:제|주|총|약|단|불과|꼬박|무려|만|D[+-])\s?$"
)
#: '1일 8시간', '1일 평균': a day, not the first of the month.
_PER_DAY = lazy(
    r"\s?(?:평균|최대|최소|생산|처리|이용|사용|방문|수송|운행|권|용량|기준|[\d,.]+\s?[가-힣A-Za-z]*(?![년월일\d]))"
)
#: '조업일수는 (25년) 8.5일, (26년) 8.5일': days worked, no eighth of May.
_DAYS_AND_A_HALF = lazy(r"\d{1,2}\.\d일")
_DAYS_COUNTED = lazy(r"일수[^\n]*$")
_YEAR_LENGTH = lazy(r"\s?(?:간(?![가-힣])|간의|만에|만의|만인|만이|동안|째|(?:형|식)(?![가-힣])|역사|전통)")
_MONTH_LENGTH = lazy(r"\s?(?:결산|간(?![가-힣])|드컵)")
_QUARTER_LENGTH = lazy(r"\s?(?:연속|만에|만의|만인|만이|째|동안|내내)")
_EVERY = lazy(r"(?:매년|해마다|매달|매월|매주|매해|격년|격월|분기마다|달마다)\s?$")
_OTHER_WORD = lazy(
    r"일(?:본|정|자리|반|부(?!터|로)|대(?!비)|상|치|가스|몰|괄|원|단|련|률|례|시(?!행|작)|부터(?=\s?일))|일(?:의\s?일)"
)
_MONTH_WORD = lazy(
    r"월(?:급|세|간(?!의)|드|스트리트|성|평균|별(?!도)|례|요일|매출|등|북|가(?=[\s(])|계|미|출|남|경|정)|월\s?(?:민주\s?)?(?:항쟁|혁명|유신|민주화)"
)

#: A holiday that stands as a time; else it is a topic ('추석 선물', '추석 연휴가 길다').
_HOLIDAY_TIME = lazy(
    r"\s?(?:연휴\s?|명절\s?)?(?:전까지|(?:이전|전|이후|후|직전|직후|당일|때|께|기간)(?![가-힣])|직[전후](?:까지|에)|까지|부터|에(?![가-힣서])|에는|에도|\([^)\n]{0,20}\d일)"
)
#: What follows says the day itself: '전날인 14일', '추석 연휴(9월 28일~10월 3일)'.
_APPOSITION = lazy(r"\s?(?:인\s|\()\s?(?:\d{1,2}월\s?)?\d{1,2}(?:일|\s?[~∼])")
#: A line with nothing but the holiday.
_LINE_END = lazy(r"\s*(?:\n|$)")
_RESTATED = lazy(r"\s?(?:연휴)?\s?\(\s?\d{1,2}월\s?\d{1,2}")
#: Before '3년 뒤' a word without particle is what happened then ('출범 3년 뒤'): the count begins there.
_COUNTED_FROM_NOW = lazy(
    r"(?:^|[\s(\"“‘'])(?:불과|지금으로부터|지금부터|앞으로|약|이미|딱|꼭)\s?$|[은는이가을를에의도서과와며고면로다,.…:(\"“‘'\n]\s{0,2}$|^$"
)


def is_restated(text: str, spec: Spec) -> bool:
    """Tell whether the days of a week follow in brackets ('12월 셋째 주(16~20일)'): they are the date."""
    return spec.grain == "nth" and _APPOSITION.match(text, spec.end) is not None


def is_habit(text: str, spec: Spec) -> bool:
    """Tell whether a date comes again and again ('매년 3월')."""
    return _EVERY.search(text, max(0, spec.start - 6), spec.start) is not None


def is_no_date(text: str, spec: Spec) -> bool:
    """Tell whether a date that was gathered is a duration, a rate, an ordinal or part of another word."""
    grain = spec.grain
    if is_habit(text, spec):
        return True
    if grain == "week" or set(spec.parts) == {"weekday"}:
        return _APPOSITION.match(text, spec.end) is not None
    guard = _GUARDS.get(grain)
    return guard is not None and guard(text, spec)


def _no_day(text: str, spec: Spec) -> bool:
    start, end = spec.start, spec.end
    mode = spec.mode("day")
    if mode in ("of", "step"):
        return _APPOSITION.match(text, end) is not None
    if text[end - 1] == "일" and _OTHER_WORD.match(text, end - 1):
        return True
    if spec.has("month", "weekday"):
        return (
            _DAYS_AND_A_HALF.fullmatch(text, start, end) is not None
            and _DAYS_COUNTED.search(text, max(0, start - 40), start) is not None
        )
    if _LENGTH_AFTER.match(text, end):
        return True
    if spec.has("toward"):
        return False
    if _LENGTH_BEFORE.search(text, max(0, start - 8), start):
        return True
    return mode == "is" and spec.parts["day"].value == 1 and _PER_DAY.match(text, end) is not None


def _no_month(text: str, spec: Spec) -> bool:
    if text[spec.end - 1] == "월" and _MONTH_WORD.match(text, spec.end - 1):
        return True
    return not spec.has("year") and _MONTH_LENGTH.match(text, spec.end) is not None


def _no_quarter(text: str, spec: Spec) -> bool:
    return not spec.has("year") and _QUARTER_LENGTH.match(text, spec.end) is not None


def _no_year(text: str, spec: Spec) -> bool:
    return spec.mode("year") in ("is", "range") and _YEAR_LENGTH.match(text, spec.end) is not None


def _no_holiday(text: str, spec: Spec) -> bool:
    """Tell whether a holiday is a topic, or its day is told right after."""
    if _RESTATED.match(text, spec.end):
        return True
    if spec.has("year", "toward") or _HOLIDAY_TIME.match(text, spec.end):
        return False
    opens = not spec.start or text[spec.start - 1] == "\n"
    return not opens or _LINE_END.match(text, spec.end) is None


def _no_shift(text: str, spec: Spec) -> bool:
    """Tell whether '5년 뒤' counts from an event, or is a round figure that names no year."""
    atom = spec.parts["shift"]
    if atom.mode == "year" and (atom.value % 5 == 0 or abs(atom.value) > 30):
        return True
    return _COUNTED_FROM_NOW.search(text, max(0, spec.start - 8), spec.start) is None


_GUARDS: dict[str, Callable[[str, Spec], bool]] = {
    "day": _no_day,
    "month": _no_month,
    "quarter": _no_quarter,
    "year": _no_year,
    "holiday": _no_holiday,
    "shift": _no_shift,
}
