"""A record made by hand: every kind of mention, linked in every way."""

from datetime import date
from decimal import Decimal

from extractor.records import (
    Amount,
    Article,
    ArticleRecord,
    CalendarDate,
    Entity,
    Meeting,
    Official,
    Project,
    Quote,
)

TEXT = (
    "항만 사업(3억달러, 약 4000억원)을 내년 착공한다. "
    '홍나래 차관은 "늦지 않게 짓겠다"고 말했다. 홍 차관은 제2차 항만 포럼에 갔다.'
)


def _span(text, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return {"text": text, "char_start": start, "char_end": start + len(text), "zone": "body"}


def handmade(article_id="x:1", **article):
    amounts = (
        Amount(id="a1", value=Decimal("3E+8"), currency="USD", why={"value": "numbers"}, **_span("3억달러")),
        Amount(
            id="a2", value=Decimal("400000000000.00"), currency="KRW", modifier="about",
            converts=_span("3억달러")["char_start"], flags=("conversion_mismatch", "ambiguous"),
            **_span("약 4000억원"),
        ),
    )  # fmt: skip
    dates = (
        CalendarDate(
            id="d1", edtf="2020", start=date(2020, 1, 1), end=date(2020, 12, 31), precision="year",
            relation="planned", resolution="relative", anchor="published", **_span("내년"),
        ),
    )  # fmt: skip
    officials = (
        Official(
            id="o1", name="홍나래", title="차관", spans=((_span("홍나래 차관")["char_start"], 0), (50, 52)),
            **_span("홍나래 차관"),
        ),
    )  # fmt: skip
    projects = (
        Project(
            id="p1", name="항만", action="착공", stage="planned", next_stage="under_construction",
            country=("KZ", "UZ"), amount=amounts[0].char_start, date=dates[0].char_start, officials=(0,),
            spans=((0, 2),), **_span("항만"),
        ),
        Project(id="p2", name="포럼", kind="cooperation", date=dates[0].char_start, **_span("포럼")),
    )  # fmt: skip
    return ArticleRecord(
        article=Article(
            article_id=article_id, source_path="a.txt", reporters=("강", "길"), chars=len(TEXT), **article
        ),
        text=TEXT,
        amounts=amounts,
        dates=dates,
        entities=(Entity(id="e1", label="ORG", canonical="항만공사", country="KR", **_span("항만", 1)),),
        officials=officials,
        quotes=(Quote(id="q1", speaker="홍나래", official=0, verb="말했다", **_span("늦지 않게 짓겠다")),),
        meetings=(Meeting(id="m1", name="제2차 항만 포럼", ordinal="2", **_span("제2차 항만 포럼")),),
        projects=projects,
    )
