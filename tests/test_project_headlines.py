"""Works that a headline names by land and sort are those of the text."""

from datetime import date

import pytest

DAY = date(2024, 6, 3)


@pytest.mark.parametrize(
    ("headline", "text", "answer"),
    [
        (
            "가온, 18억달러 규모 베트남 화력발전소 수주",
            "가온은 베트남에서 두옹-2 발전소를 2억달러에 수주했다고 밝혔다.",
            ["두옹-2 발전소"],
        ),
        (
            "가온, 2억달러 베트남 공사 수주",
            "가온은 다낭 정수장 확장공사를 2억달러에 수주했다고 밝혔다.",
            ["다낭 정수장"],
        ),
        (
            "은행, 베트남 하수처리사업에 2억달러 지원",
            "은행은 베트남의 '다낭시 하수처리사업'에 2억달러를 지원한다고 밝혔다."
            " 앞서 '다낭시 도로확충 사업'에도 1억달러를 지원했다.",
            ["다낭시 하수처리사업", "다낭시 도로확충 사업"],
        ),
        (
            "가온, 베트남 정유공장 건설 계약",
            "가온은 다낭 정유플랜트를 2억달러에 짓는 계약을 맺었다고 밝혔다.",
            ["다낭 정유플랜트"],
        ),
        (
            "가온, 18억달러 규모 칠레 화력발전소 수주",
            "가온은 베트남 다낭 발전소를 2억달러에 준공했다고 밝혔다.",
            ["칠레 화력발전소", "다낭 발전소"],
        ),
        (
            "가온, 베트남 화력발전소 수주",
            "가온은 다낭 발전소를 2억달러에 수주했다. 하이퐁 발전소는 지난해 준공했다.",
            ["다낭 발전소", "하이퐁 발전소"],
        ),
    ],
)
def test_headlines_name_the_work_of_the_text(read, headline, text, answer):
    found = read(f"{headline}\n\n[서울=뉴스핌] 홍나래 기자 = {text}", DAY)
    assert [p.name for p in found.projects] == answer
