"""Plain noun phrases that name an undertaking, and such as only seem to."""

from __future__ import annotations

import pytest

DAY = "2024-06-03"


def names(record):
    return [p.name for p in record.projects]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("정부는 다낭 신공항이 있는 손짜섬에 해저터널 건설을 추진한다.", ["해저터널"]),
        ("정부는 다낭 신공항이 들어설 손짜섬을 둘러봤다.", ["다낭 신공항"]),
        ("정부는 목포 신항과 나주를 잇는 전남내륙철도를 2030년 착공한다.", ["전남내륙철도"]),
        ("정부는 목포 신항을 지나는 전남내륙철도를 2030년 착공한다.", ["전남내륙철도"]),
        ("정부는 목포 신항을 2030년 착공한다.", ["목포 신항"]),
        ("전남내륙철도는 3조원이 들어가는 국가 철도망 확충 사업이다.", ["전남내륙철도"]),
        ("정부가 국가 철도망 확충 사업에 3조원을 투입한다.", ["국가 철도망 확충 사업"]),
        ("2기 신도시인 화성 동탄신도시에 2억달러가 투입된다.", ["화성 동탄신도시"]),
        ("코레일은 하루 30회 고속열차 운행을 계획하고 있다.", []),
        ("과거 태백광산이 다음 달 재가동에 들어간다.", ["태백광산"]),
        ("올 상반기 해외플랜트 수주는 200억달러였다.", []),
        ("우리 기업은 해외 프로젝트에 61억달러를 투입했다.", []),
        ("우리 기업은 해외 육상 액화플랜트에 61억달러를 투입했다.", ["해외 육상 액화플랜트"]),
    ],
)
def test_what_only_tells_of_another(read, text, answer):
    assert names(read(text, DAY)) == answer
