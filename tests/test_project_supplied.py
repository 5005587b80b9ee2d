"""Works that are told of by the goods made for them, by two works in one name."""

from datetime import date

import pytest

DAY = date(2024, 6, 3)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "가온중공업은 인도 나그룸 화력발전소에 들어갈 보일러 3기를 4억5000만달러에 수주했다.",
            [("나그룸 화력발전소 보일러", 450_000_000)],
        ),
        (
            "가온전선은 다낭 해상풍력단지에 투입될 해저케이블을 공급하는 1200억원 규모의 계약을 맺었다.",
            [("다낭 해상풍력단지 해저케이블", 120_000_000_000)],
        ),
        ("다낭 발전소에 들어갈 예산을 논의했다.", [("다낭 발전소", None)]),
    ],
)
def test_goods_made_for_a_work_are_named_with_it(read, text, answer):
    record = read(text, DAY)
    amounts = {a.char_start: a.value for a in record.amounts}
    assert [(p.name, amounts.get(p.amount)) for p in record.projects] == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "가온전력은 콜롬비아 메데인 배전망 개선 및 스마트미터 구축 사업을 따냈다.",
            ["메데인 배전망 개선 및 스마트미터 구축 사업"],
        ),
        (
            "가온이 투르크메니스탄에서 수주한 에탄크래커 및 PE·PP 생산 플랜트 공사의 사업비는 30억달러다.",
            ["에탄크래커 및 PE·PP 생산 플랜트"],
        ),
        (
            "가온은 멕시코 타바스카 정유 프로젝트의 2·3번 패키지 본계약을 36억달러에 따냈다.",
            ["타바스카 정유 프로젝트의 2·3번 패키지"],
        ),
        (
            "가온은 다낭 배전망 개선 및 하노이 스마트미터 구축 사업을 따냈다.",
            ["다낭 배전망", "하노이 스마트미터 구축 사업"],
        ),
    ],
)
def test_one_work_of_two_parts(read, text, answer):
    assert [p.name for p in read(text, DAY).projects] == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "국영석유사와 합작으로 설립된 가온켐이 발주한 이 공사는 연산 30만t 규모의 폴리프로필렌 공장을"
            " 짓는 것이다.",
            [("폴리프로필렌 공장", "bidding")],
        ),
        (
            "가온건설은 르바이스 정유공장 확장공사 2번 패키지를 31억달러에 수주했다."
            ' 회사 관계자는 "르바이스 공사를 성공적으로 마칠 것"이라고 말했다.',
            [("르바이스 정유공장 확장공사 2번 패키지", "awarded")],
        ),
        (
            "가온건설이 알제리에서 따낸 공사는 비스크라 복합화력발전소(4억달러)와 지젤 복합화력발전소"
            "(3억달러) 등 모두 7억달러 규모다.",
            [("비스크라 복합화력발전소", "awarded"), ("지젤 복합화력발전소", "awarded")],
        ),
        (
            "수출입은행은 몽골 울란바토르 도로 건설 사업에 5000만달러의 EDCF 자금을 지원하기로 했다.",
            [("울란바토르 도로 건설 사업", "planned")],
        ),
        (
            "정부는 부산항 신항에 액화천연가스 벙커링 기지를, 울산에 수소 터미널을 세운다.",
            [("액화천연가스 벙커링 기지", "planned"), ("울산 수소 터미널", "planned")],
        ),
        (
            "가온건설은 하노이에서 열린 회의에서 공장을 짓겠다고 했다.",
            [("가온건설 공장", "planned")],
        ),
    ],
)
def test_what_the_works_around_a_name_tell(read, text, answer):
    assert [(p.name, p.stage) for p in read(text, DAY).projects] == answer
