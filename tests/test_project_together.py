"""Works told together: won at once, priced in one row, in one country, by a signing."""

import pytest

DAY = "2022-05-04"


def money(record):
    """Name, stage and amount of each project."""
    amounts = {a.char_start: a.value for a in record.amounts}
    return [(p.name, p.stage, amounts.get(p.amount)) for p in record.projects]


def days(record):
    """Name and date of each project."""
    known = {d.char_start: d.edtf for d in record.dates}
    return [(p.name, known.get(p.date)) for p in record.projects]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "가온건설은 지난해 칠레에서 비바르 비료 공장과 라온 신도시 부지조성공사를 수주했다.",
            [("비바르 비료 공장", "2021"), ("라온 신도시 부지조성공사", "2021")],
        ),
        (
            "가온건설은 1990년 호텔로 진출했으며 지난해 다시 들어가 2억 달러 규모의 비바르 비료 공장과"
            " 1억 달러"
            " 규모의 라온 신도시 부지조성공사를 잇달아 수주했다.",
            [("비바르 비료 공장", "2021"), ("라온 신도시 부지조성공사", "2021")],
        ),
        (
            "가온건설은 지난 3월 비바르 비료 공장을 준공했고, 라온 정유공장과 다솔 신도시"
            " 부지조성공사를 따냈다.",
            [("비바르 비료 공장", "2022-03"), ("라온 정유공장", None), ("다솔 신도시 부지조성공사", None)],
        ),
        (
            "지난해 세워진 가온건설은 비바르 비료 공장과 라온 신도시 부지조성공사를 수주했다.",
            [("비바르 비료 공장", None), ("라온 신도시 부지조성공사", None)],
        ),
        (
            "가온건설은 올해 초 3억 달러 규모의 비바르 LNG 플랜트 공사와 이번 라온항 준설공사까지"
            " 따냄에 따라 바빠졌다.",
            [("비바르 LNG 플랜트", "2022"), ("라온항 준설공사", "2022")],
        ),
    ],
)
def test_the_month_or_year_in_which_several_are_won(read, text, found):
    assert days(read(text, DAY)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "가온건설이 총 7억 달러 규모의 오만 정유공장과 쿠웨이트 담수설비 공사를 한꺼번에"
            " 따냈습니다. 오만 사업은"
            " 정유시설 3기를 세우는 것으로 공사금액은 5억달러입니다.",
            [("오만 정유공장", "awarded", 500_000_000), ("쿠웨이트 담수설비", "awarded", None)],
        ),
        (
            "가온건설은 오만에서 비바르 정유공장을, 쿠웨이트에서 다미르 담수설비 공사를 따냈다."
            " 쿠웨이트 프로젝트는"
            " 공사비가 5억달러다.",
            [("비바르 정유공장", "awarded", None), ("다미르 담수설비", "awarded", 500_000_000)],
        ),
        (
            "주요 수주 사업을 보면 태국 비바르2 발전소 공사(6억 달러), 쿠웨이트 나삼바 변전(5000만"
            " 달러)과 홍콩 다솔"
            " 오피스타워 빌딩(1억 달러) 프로젝트가 있다.",
            [
                ("비바르2 발전소", "awarded", 600_000_000),
                ("쿠웨이트 나삼바 변전", "awarded", 50_000_000),
                ("다솔 오피스타워 빌딩", "awarded", 100_000_000),
            ],
        ),
        (
            "가온건설은 바레인 비바르 메디컬 코퍼레이션(7000만 달러) 프로젝트를 수주했다.",
            [("비바르 메디컬 코퍼레이션", "awarded", 70_000_000)],
        ),
        (
            "가온건설은 비바르 국제공항 활주로 및 터미널 공사(2억 달러)를 따냈다.",
            [("비바르 국제공항 활주로 및 터미널", "awarded", 200_000_000)],
        ),
        (
            "사업비는 4억 달러로 국제공항을 새로 짓는 사업이며 가온건설은 비바르 부지정지 공사를 수주했다.",
            [("비바르 부지정지 공사", "awarded", None)],
        ),
        (
            "가온건설은 입찰 준비 중인 비바르 터미널 공사(3억 달러) 수주에도 탄력을 받게 됐다.",
            [("비바르 터미널", "planned", 300_000_000)],
        ),
    ],
)
def test_whose_sum_and_stage_in_a_row(read, text, found):
    assert money(read(text, DAY)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "가온은 1일 하노이에서 비바르 수력발전소 EPC 계약 체결식을 가졌다.",
            ("비바르 수력발전소", "계약", "contracted"),
        ),
        (
            "가온은 1일 하노이에서 '비바르 수력발전소 건설사업 양해각서 체결식'을 가졌다고 밝혔다.",
            ("비바르 수력발전소 건설사업", "건설", "planned"),
        ),
        (
            "가온석유는 칠레 비바르 광구 지분 20%를 3억달러에 매입하는 계약을 체결했다.",
            ("비바르 광구", "매입", "contracted"),
        ),
    ],
)
def test_signings_and_stakes(read, text, found):
    assert [(p.name, p.action, p.stage) for p in read(text, DAY).projects] == [found]


def test_plants_in_a_row_share_what_is_done(read):
    text = "가온이 칠레에 들어간 것은 비바르 발전소, 라온 발전소, 나리 발전소 운영에 이은 네 번째다."
    assert [(p.name, p.action) for p in read(text, DAY).projects] == [
        ("비바르 발전소", "운영"),
        ("라온 발전소", "운영"),
        ("나리 발전소", "운영"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "기획재정부가 칠레 정부와 중장기 EDCF 지원 사업을 논의한다.",
        "가온은 탄자니아 모로고로에서 사람을 만났다.",
    ],
)
def test_help_in_general_and_towns_are_no_works(read, text):
    assert read(text, DAY).projects == ()


@pytest.mark.parametrize(
    ("text", "country", "place"),
    [
        ("가온건설은 쿠웨이트 도하 담수설비 공사를 따냈다.", ("KW",), "도하"),
        ("가온공사는 베트남 하남성 신도시 조성 사업의 타당성을 조사했다.", ("VN",), ""),
        ("가온건설은 3억달러 규모 오만 비바르항 확장공사를 수주했다.", ("OM",), ""),
        (
            "가온은 칠레 국영석유공사와 7억 달러 규모의 정유공장 개보수 사업 계약을 체결할 예정이다.",
            ("CL",),
            "",
        ),
    ],
)
def test_the_land_of_a_work(read, text, country, place):
    assert [(p.country, p.partner_country, p.place) for p in read(text, DAY).projects] == [
        (country, (), place)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "칠레는 지난 3월 8조원 규모의 신규 원전 1기 건설 사업의 입찰을 시작했고, 페루는 지난해 2월"
            " 신규 원전 6기"
            " 건설계획을 내놨다.",
            [("신규 원전 1기 건설 사업", ("CL",), "2022-03"), ("신규 원전 6기", ("PE",), "2021-02")],
        ),
        (
            "체코 두코바니 원전 사업이 속도를 낸다.\n\n체코는 두코바니 지역에서 1200메가와트(MW)급"
            " 가압경수로 원전 1기를"
            " 건설할 방침이다.\n\n페루도 2043년까지 1기가와트(GW)급 원전 6기를 도입할 계획이다.",
            [("두코바니 원전 사업", ("CZ",), None), ("1기가와트(GW)급 원전 6기", ("PE",), "2043")],
        ),
    ],
)
def test_what_another_country_builds_is_another_work(read, text, found):
    record = read(text, DAY)
    known = dict(days(record))
    assert [(p.name, p.country, known[p.name]) for p in record.projects] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "칠레 정부가 가온건설과 비바르 신항만 건설 1단계 계약을 체결하기로 합의했다.\n가온건설은"
            " 나래주 비바르"
            " 신항만 건설의 1단계 공사를 맡게 됐다. 계약 규모는 26억 달러다.",
            [("비바르 신항만 건설 1단계", "contracted", 2_600_000_000)],
        ),
        (
            "가온건설은 나이지리아 LNG Train7 수주에 이어 최근 모잠비크 'LNG Area 1' 공사의 계약을"
            " 체결했다. 계약규모는"
            " 총 4억달러다.",
            [("나이지리아 LNG Train7", "awarded", None), ("LNG Area 1 공사", "contracted", 400_000_000)],
        ),
        (
            "가온건설이 칠레에서 2조원이 넘는 '비바르' 신항만 후속공사를 계약했다.\n이 공사는 △나삼바"
            " 안벽공사(5586억원)"
            " △다미르∼나삼바 연결도로(4810억원) △다미르 침매터널 본공사(6931억원) 등 5건이다.",
            [
                ("비바르 신항만", "contracted", 2_000_000_000_000),
                ("나삼바 안벽공사", "contracted", 558_600_000_000),
                ("다미르∼나삼바 연결도로", "contracted", 481_000_000_000),
                ("다미르 침매터널", "contracted", 693_100_000_000),
            ],
        ),
        ("가온로템은 2026년부터 칠레에 K2 전차를 본격 공급한다는 목표를 세웠다.", [("K2 전차", "", None)]),
        ("가온은 인천-다낭 노선만 운항 중인 항공편을 늘리는 방안도 논의할 계획이다.", []),
    ],
)
def test_phases_letters_and_lists_of_this_work(read, text, found):
    assert money(read(text, DAY)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "가온건설은 2394억원 규모의 '비콩교(Vi Cong Bridge)'를 수주해 지난 5일 현지에서 계약을 체결했다.",
            [("비콩교(Vi Cong Bridge)", "contracted", 239_400_000_000)],
        ),
        ("이 공사는 베트남 교통부 산하 나롱 공사(Na Long CIPM)가 발주한 프로젝트다.", []),
        (
            "가온건설, 베트남 고속도로 공사 수주\n가온건설은 비바르-나삼바 고속도로 7공구 공사를"
            " 수주했다고 밝혔다.\n"
            "공사금액은 1억 7천500만 달러이며 총 공사기간은 34개월이다.",
            [("비바르-나삼바 고속도로 7공구", "awarded", 175_000_000)],
        ),
        (
            "가온에어로는 루마니아와 K9 자주포 54문 등에 대한 공급 계약을 체결했다고 10일"
            " 밝혔다.\n1조3828억원 규모로"
            " K9 자주포 54문을 2027년부터 순차 납품할 예정이다.",
            [("K9 자주포 54문", "contracted", 1_382_800_000_000)],
        ),
        (
            "양국이 진행 중인 ▶비바르 가스전 개발 및 가스화학 플랜트 건설(39억 달러 규모) ▶나삼바"
            " 화력발전소 건설(8억2000만"
            " 달러)의 협력을 재확인했다.",
            [
                ("비바르 가스전 개발 및 가스화학 플랜트", "", 3_900_000_000),
                ("나삼바 화력발전소", "", 820_000_000),
            ],
        ),
        (
            "정부가 인프라 개발을 위해 설립한 나디피(NADI)로부터 2억달러 규모의 나딘 고속도로 공사를"
            " 수주했다.",
            [("나딘 고속도로", "awarded", 200_000_000)],
        ),
        (
            "가온건설은 100만㎡ 규모의 신도시 건설부지도 확보했다. 나삼바 메트로 1호선 공사를 맡았다."
            " 이후 2012년 나삼바"
            " 메트로 1호선 지하철 공사 수주에도 성공했다.",
            [("나삼바 메트로 1호선 지하철", "awarded", None)],
        ),
    ],
)
def test_bridges_arms_lines_and_who_orders_them(read, text, found):
    assert money(read(text, DAY)) == found


def test_the_day_of_a_former_contract_is_not_that_of_the_next(read):
    text = (
        "가온에어로가 폴란드 정부와 다연장로켓 '천무'의 3차 수출 계약을 체결했다.\n2018년 1차"
        " 계약은 5조357억원,"
        " 2020년 2차 계약은 2조2000억원이다. 3차 계약은 5조원을 넘는다."
    )
    assert days(read(text, DAY)) == [("천무", None)]


def test_works_behind_a_latin_name_are_no_envoy(read):
    text = "가온은 나틴(Na Tinh) 교량 공사 등 굵직한 사업을 잇따라 수주했다."
    assert read(text, DAY).officials == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "가온발전의 요르단 비바르풍력발전단지 전경.\n지난달 30일 요르단 비바르풍력발전사업의"
            " 상업운전에 돌입했다."
            " 비바르풍력발전사업은 나래 지역에 총 51.75㎿ 규모의 육상풍력 발전단지를 운영하는 내용이다."
            " 총 1200억 원의"
            " 사업비가 투입해 3.45㎿급 풍력발전기 15기를 설치·운영한다.",
            [("비바르풍력발전단지", "operating", 120_000_000_000)],
        ),
        (
            "가온발전, '오만 태양광 프로젝트' 준공\n가온발전이 오만에서 수주한 태양광 발전 프로젝트를"
            " 준공했다."
            " 가온발전은 20일 오만 비바르에서 500MW급 태양광 발전소를 준공했다고 21일 밝혔다. 오만"
            " 비바르 태양광발전소의"
            " 총사업비는 약 6000억원이다.",
            [("비바르 태양광발전소", "completed", 600_000_000_000)],
        ),
        (
            "요르단 나래 지역 51.75MW 규모 풍력단지 개발·운영...2024년 준공 목표\n\n가온발전은 지난 3일"
            " '요르단 비바르풍력"
            " 발전소' 착공식을 개최했다고 4일 밝혔다.\n\n비바르풍력은 나래 지역에 51.75MW 규모"
            " 풍력단지를 개발·운영하는"
            " 프로젝트로, 총사업비는 약 1억200만달러다.",
            [("요르단 비바르풍력 발전소", "under_construction", 102_000_000)],
        ),
    ],
)
def test_a_wind_or_solar_plant_has_many_names(read, text, found):
    assert money(read(text, DAY)) == found


def test_the_size_of_a_work_is_no_part_of_a_rite_s_name(read):
    text = "가온발전은 칠레 나삼바시에서 발전용량 517㎿ 규모 비바르 가스복합발전소 착공식을 열었다."
    assert [m.name for m in read(text, DAY).meetings] == ["비바르 가스복합발전소 착공식"]
