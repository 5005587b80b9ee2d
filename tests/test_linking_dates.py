"""Links: the date in the project's own clause, and the days that are none of its own."""

from __future__ import annotations

import pytest

DAY = "2024-06-03"


def day_of(record, name):
    """The date of the project with the name."""
    dates = {d.char_start: d.edtf for d in record.dates}
    return [dates.get(p.date, "") for p in record.projects if p.name == name]


@pytest.mark.parametrize(
    ("text", "name", "answer"),
    [
        ("다낭 스마트 물류단지는 3월에 실증에 들어갔다.", "다낭 스마트 물류단지", "2024-03"),
        ("다낭 발전소(3억달러)는 환경 당국이 이미 지난해 5월에 도면을 냈다.", "다낭 발전소", "2023-05"),
        (
            "하이퐁 온실(3억달러)은 양국이 지난 4월 합의했고, 다낭 온실(2억달러)은 이견이 크다.",
            "하이퐁 온실",
            "2024-04",
        ),
        (
            "하이퐁 온실(3억달러)은 양국이 지난 4월 합의했고, 다낭 온실(2억달러)은 이견이 크다.",
            "다낭 온실",
            "",
        ),
        ("하이퐁 온실(3억달러)은 차관을 쓰기로 양국이 지난 4월 합의했다.", "하이퐁 온실", "2024-04"),
        ("한밭농기는 다낭 수직농장을 이달 중 세우기로 했다.", "다낭 수직농장", "2024-06"),
        ("그는 \"내년 상반기에 '다낭 폐수처리장'(25억원)을 열겠다\"고 했다.", "다낭 폐수처리장", "2025-40"),
        ("다낭 병원(3억달러)은 공적개발원조로 2026년부터 4년간 돈을 넣는다.", "다낭 병원", "2026"),
        ("2019년부터 끌어온 다낭 정유공장(17억유로)은 제재에 막혔다.", "다낭 정유공장", "2019"),
        ("지난 2월에는 다낭 발전소(1억달러)를, 4월에는 하이퐁 변전소를 따냈다.", "다낭 발전소", "2024-02"),
        # the day of what the article reports
        ("양국은 지난 1일 다낭 경전철 사업을 이야기했다.", "다낭 경전철 사업", ""),
        ("사절단은 지난달 27일부터 29일까지 다낭 경전철 사업을 살폈다.", "다낭 경전철 사업", ""),
        # a year that is the sentence's topic, or the sum's
        ("올해는 다낭 경전철 사업이 화제다.", "다낭 경전철 사업", ""),
        ("정부는 올해 20억원 규모의 다낭 경전철 사업을 살폈다.", "다낭 경전철 사업", ""),
        # a journey's, another sentence's of the same speaker, history
        ("이 차관은 다낭 경전철 사업(6억달러)을 협의하고 12일 귀국한다.", "다낭 경전철 사업", ""),
        ('그는 "다낭 발전소를 착공한다"면서 "오는 2월 서울에서 만난다"고 했다.', "다낭 발전소", ""),
        ("한전은 2014년 파산한 옛 다낭 조선소를 사들이기로 했다.", "다낭 조선소", ""),
        # another clause
        ("다낭 경전철 사업을 두고 새 법이 시행되는 2026년 3월부터 말이 많다.", "다낭 경전철 사업", ""),
        ("정부는 지난 4월 예산을 깎았고 다낭 경전철 사업은 이견이 크다.", "다낭 경전철 사업", ""),
    ],
)
def test_date_in_its_clause(read, text, name, answer):
    assert day_of(read(text, DAY), name) == [answer]


@pytest.mark.parametrize(
    ("text", "name", "answer"),
    [
        # the day on which a plan is told
        ("베트남은 3일 다낭 발전소를 착공하기로 했다.", "다낭 발전소", ""),
        # history, where something lies ahead
        ("다낭 광산은 1994년 가동을 멈췄다. 다낭 광산은 내년 3월 재가동한다.", "다낭 광산", "2025-03"),
        ("다낭 광산은 1994년 가동을 멈췄다.", "다낭 광산", "1994"),
        # the other phase's
        (
            "ㅇ 다낭 정수장 2단계(4억불)\n  - 1단계('11.5월 준공)는 우리 기업이 시공\n",
            "다낭 정수장 2단계",
            "",
        ),
        (
            "ㅇ 다낭 정수장 2단계(4억불): 1단계(2011년 준공)에 이어 2단계는 2024년 11월 착공",
            "다낭 정수장 2단계",
            "2024-11",
        ),
        # of both
        ("다낭 발전소(7억달러)와 하롱 변전소는 올 하반기 착공한다.", "다낭 발전소", "2024-41"),
        ("다낭 발전소(7억달러)와 하롱 변전소는 올 하반기 착공한다.", "하롱 변전소", "2024-41"),
        ("다낭 발전소(7억달러)를 끝낸 한전은 하롱 변전소를 올 하반기 착공한다.", "다낭 발전소", ""),
        # where something else is
        ("다낭 물류센터가 준공됐다. 다낭 물류센터 주변엔 한밭이 2027년 지을 땅이 있다.", "다낭 물류센터", ""),
    ],
)
def test_whose_date(read, text, name, answer):
    assert day_of(read(text, DAY), name) == [answer]
