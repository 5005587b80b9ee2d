"""Countries of projects: what stands around the name decides where it says none."""

from __future__ import annotations

import pytest

DAY = "2024-06-03"


def lands(record):
    return {p.name: p.country for p in record.projects}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "수출입은행은 온두라스와 니카라과에 차관을 준다. 니카라과 재무부는 그라나다 상수도를 착공했다.",
            "그라나다 상수도",
            ("NI",),
        ),
        # the capital named again and again, a town abroad only for its tower
        (
            "서울 새 환승센터 첫 삽\n\n정부는 3일 서울 동쪽에서 서울의 새 명소를 열었다.\n\n"
            "두바이의 탑을 지은 회사가 맡았다.\n\n시는 광역환승센터를 내년 착공한다.",
            "광역환승센터",
            ("KR",),
        ),
        # the body that it is made with
        (
            "네 건을 맺었다.\n① 나이로비 산업단지 전력망(한밭송전 - 케냐전력공사, 1억달러) "
            "② 카루마 송전선로(한밭송전 - 우간다송전공사, 7500만달러)",
            "카루마 송전선로",
            ("UG",),
        ),
        # another mention's sentence says where
        (
            "카루마 스마트시티 준공한다\n공사비 두 배로\n"
            "우간다 캄팔라에서 60㎞ 떨어진 카루마 스마트시티가 오는 15일 준공식을 연다.",
            "카루마 스마트시티",
            ("UG",),
        ),
        ("스페인 정부는 온두라스를 돕는다. 그라나다 상수도를 지난달 착공했다.", "그라나다 상수도", ("ES",)),
        (
            "중국 기업이 사들인 제주헬스케어타운이 지난달 준공됐다. 중국 자본은 제주를 떠났다.",
            "제주헬스케어타운",
            ("KR",),
        ),
        (
            "휴가 지원사업 공고\n\n국토교통부는 휴가 지원사업에 25억원을 투입한다.\n\n프랑스를 본뜬 제도다.",
            "휴가 지원사업",
            ("KR",),
        ),
    ],
)
def test_country(read, text, name, country):
    assert lands(read(text, DAY))[name] == country


def test_foreign_money_keeps_the_country_open(read):
    record = read(
        "휴가 지원사업 공고\n\n국토교통부는 휴가 지원사업에 2억달러를 투입한다.\n\n프랑스를 본뜬 제도다.", DAY
    )
    assert lands(record)["휴가 지원사업"] != ("KR",)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "이라크는 순조롭다. 가온은 인도네시아전력공사의 자회사와 수력발전 프로젝트 계약을 맺었다.",
            ("ID",),
        ),
        ("가온건설은 인도네시아 전력공사(PT PLN)가 발주한 수력발전 프로젝트를 수주했다.", ("ID",)),
        ("가온건설은 카타르에너지가 발주한 가스 플랜트 프로젝트를 수주했다.", ("QA",)),
    ],
)
def test_country_of_the_body_that_orders_it(read, text, country):
    (project,) = [p for p in read(text, "2024-06-03").projects if "프로젝트" in p.name]
    assert project.country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "산업부는 3일 외국인투자 신고식을 열었다.\n\n미국 사모펀드 가온벨은 초저온 물류센터를 신축한다.",
            ("KR",),
        ),
        (
            "미국 4개 기업이 한국에 11억 달러를 투자하겠다고 밝혔다.\n\n듀온은 반도체 소재 공장을 증설한다.",
            ("KR",),
        ),
        ("산업부는 일본 수출 규제에 맞서 소재 자립화 기술개발사업에 1864억원을 투입한다.", ("KR",)),
        ("미국 배터리 업체 가온셀은 헝가리에 배터리 소재 공장을 짓는다.", ("HU",)),
        ("베트남 정부는 해안에 새빛 발전소를 착공했다.", ("VN",)),
    ],
)
def test_where_a_firm_is_from_is_not_where_it_builds(read, text, country):
    (project,) = read(text, "2024-06-03").projects
    assert project.country == country


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        (
            "인도와 필리핀에 수주지원단을 보낸다.\n필리핀에서는 교량 기술을 홍보한다.\n"
            "나울만 교량(1억달러), 오라만 고속도로(3억달러)에 대한 협력을 제안한다.",
            [("PH",), ("PH",)],
        ),
        (
            "인도와 필리핀에 수주지원단을 보낸다.\n필리핀에서는 교량, 인도에서는 철도 기술을 홍보한다.\n"
            "나울만 교량(1억달러)에 대한 협력을 제안한다.",
            [()],
        ),
    ],
)
def test_a_paragraph_sets_the_scene_for_the_next(read, text, lands):
    assert [p.country for p in read(text, DAY).projects] == lands
