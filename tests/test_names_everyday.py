"""Countries that everyday words sound like: '오만', '가나', '부탄'."""

from __future__ import annotations

import pytest

DAY = "2024-06-03"
HEAD = "해외사업 소식\n\n"


def countries(record):
    return [e.country for e in record.entities if e.label == "LOC" and e.why["label"].startswith("countries")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가온건설은 오만 나래 비료공장을 수주했다.", ["OM"]),
        ("지난달 오만 다솜항 부두 공사를 따냈다.", ["OM"]),
        ("하늘발전이 수주한 오만 가온1(Gaon1) 풍력 발전 사업을 돕는다.", ["OM"]),
        ("가온건설은 오만에서 정유공장을 지었다.", ["OM"]),
        ("가온건설은 지난달 오만에서는 정유공장을 지었다.", ["OM"]),
        ("오만 국영 나래공사가 발주했다.", ["OM"]),
        ("쿠웨이트와 오만에서 공장을 지었다.", ["KW", "OM"]),
        ("오만(Oman)은 산유국이다.", ["OM"]),
        ("가온건설은 가나 나래항 부두를 짓는다.", ["GH"]),
        ("부탄에서 수력발전소를 지었다.", ["BT"]),
        ("기니 다솜항 부두 공사를 따냈다.", ["GN"]),
    ],
)
def test_a_country_by_what_stands_behind_it(read, text, found):
    assert countries(read(HEAD + text, DAY)) == found


@pytest.mark.parametrize(
    "text",
    [
        "그의 오만이 화를 불렀다.",
        "지나친 오만에서 비롯됐다.",
        "그의 오만에서 나온 말이다.",
        "오만과 편견이 화를 불렀다.",
        "여당의 오만 독선 정치를 꾸짖었다.",
        "오만 가지 생각이 들었다.",
        "오만 명이 공장을 찾았다.",
        "오만 원을 냈다.",
        "오만 상을 찌푸렸다.",
        "집에 가나 보다 했다.",
        "교통 수단 나래 트램을 지었다.",
        "선박 인도 계약을 맺었다.",
    ],
)
def test_everyday_words_stay_what_they_are(read, text):
    assert countries(read(HEAD + text, DAY)) == []


def test_a_work_is_named_without_its_country(read):
    (project,) = read(HEAD + "가온건설은 오만 나래 비료공장을 수주했다.", DAY).projects
    assert (project.name, project.country) == ("나래 비료공장", ("OM",))
