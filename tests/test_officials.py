"""Officials: every order of name, organisation and title; short forms; who is none."""

from __future__ import annotations

import pytest
from lexicon_templates import templates

from extractor.load import lexicon
from extractor.officials.identity import person_id
from extractor.officials.people import sounds_like, surname_of

DAY = "2019-09-27"
MOTIE = "산업통상자원부"


def officials(record):
    return [(o.name, o.title, o.organization) for o in record.officials]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # name, organisation, title
        ("홍가람 산업부 차관보가 말했다.", [("홍가람", "차관보", MOTIE)]),
        ("박누리 코트라 하노이무역관장은 말했다.", [("박누리", "하노이무역관장", "대한무역투자진흥공사")]),
        ("문하늘 가온마루 전무가 나왔다.", [("문하늘", "전무", "가온마루")]),
        # organisation, name, title
        ("산업통상자원부 홍가람 장관이 말했다.", [("홍가람", "장관", MOTIE)]),
        ("현대차 민보라 사장은 말했다.", [("민보라", "사장", "현대자동차")]),
        # organisation, title, name
        ("한국무역협회 사무처장 배다솔씨는 말했다.", [("배다솔", "사무처장", "한국무역협회")]),
        ("산업통상자원부(장관 홍가람)는 밝혔다.", [("홍가람", "장관", MOTIE)]),
        ("산업통상자원부(장관 : 홍가람, 이하 산업부)는 밝혔다.", [("홍가람", "장관", MOTIE)]),
        (
            "산업통상자원부(장관 홍가람) 남궁별 통상교섭본부장은 말했다.",
            [("홍가람", "장관", MOTIE), ("남궁별", "통상교섭본부장", MOTIE)],
        ),
        # glued
        ("유다온KOTRA사장이 참석했다.", [("유다온", "사장", "대한무역투자진흥공사")]),
        ("홍가람 산업통상자원부장관은 말했다.", [("홍가람", "장관", MOTIE)]),
        ("도하람 울산광역시장이 말했다.", [("도하람", "시장", "울산광역시")]),
        # two titles in one
        (
            "채소망 부총리 겸 기획재정부 장관은 말했다. 채 부총리는 웃었다. 채 장관은 떠났다.",
            [("채소망", "부총리 겸 기획재정부 장관", "기획재정부")],
        ),
        ("진가을 한빛누리전자 대표이사 사장이 말했다.", [("진가을", "대표이사 사장", "한빛누리전자")]),
        # shared titles and organisations
        ("홍가람·박누리 의원이 말했다.", [("홍가람", "의원", ""), ("박누리", "의원", "")]),
        (
            "홍가람 산업부 장관과 이다솜 환경부 장관이 만났다. 홍 산업부 장관과 이 환경부 장관은 서명했다.",
            [("홍가람", "장관", MOTIE), ("이다솜", "장관", "환경부")],
        ),
        # acting, elect, former
        ("홍가람 한국전력공사 사장 직무대행이 말했다.", [("홍가람", "사장 직무대행", "한국전력공사")]),
        ("홍가람 전 산업부 차관이 말했다.", [("홍가람", "차관", MOTIE)]),
        ("홍가람 산업부 장관 후보자가 말했다.", [("홍가람", "장관", MOTIE)]),
        # ages and hanja
        ("홍가람(54) 산업부 국장이 말했다.", [("홍가람", "국장", MOTIE)]),
        ("홍가람(洪佳嵐) 산업부 국장이 말했다.", [("홍가람", "국장", MOTIE)]),
        ("홍가람(왼쪽) 산업부 국장이 악수했다.", [("홍가람", "국장", MOTIE)]),
        # rare and double surnames, two syllables
        ("빙누리 산업부 과장이 말했다.", [("빙누리", "과장", MOTIE)]),
        ("독고담 산업부 과장이 말했다. 독고 과장은 웃었다.", [("독고담", "과장", MOTIE)]),
        ("황보솔 산업부 과장이 말했다.", [("황보솔", "과장", MOTIE)]),
        ("탁온 산업부 과장이 말했다.", [("탁온", "과장", MOTIE)]),
        # diplomats
        ("서다인 주카자흐스탄 대사가 말했다.", [("서다인", "대사", "주카자흐스탄 대사관")]),
        ("서다인 주몽골대사가 말했다.", [("서다인", "대사", "주몽골 대사관")]),
        ("라르스 헤드보리 주한 스웨덴 대사는 말했다.", [("라르스 헤드보리", "대사", "주한 스웨덴 대사관")]),
        # notices
        (
            "다음은 인사 내용.\n◇ 국장급 전보\n▲무역정책관 홍가람 ▲대변인 박누리(무역진흥과장)\n"
            "산업부는 밝혔다.",
            [("홍가람", "무역정책관", MOTIE), ("박누리", "대변인", MOTIE)],
        ),
        (
            "산업부는 무역투자실장에 홍가람 전 통상협력국장을 임명했다.",
            [("홍가람", "무역투자실장", MOTIE)],
        ),
    ],
)
def test_orders_of_name_organisation_and_title(read, text, found):
    assert officials(read(text, DAY)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "바르셀 토레미스(Barsel Toremis) 칠레 광업부 차관이 말했다. 토레미스 차관은 웃었다.",
            [("바르셀 토레미스", "차관", "광업부", "CL")],
        ),
        (
            "파리드 알 무즈라비(Farid Al-Muzrabi) 투자부 장관은 사우디 사람이다.",
            [("파리드 알 무즈라비", "장관", "투자부", "SA")],
        ),
        (
            "정부는 체코 밀로시 크레이체르 산업통상부 장관과 만났다.",
            [("밀로시 크레이체르", "장관", "산업통상부", "CZ")],
        ),
        (
            "그는 야로슬라프 비에니츠키 폴란드 재무장관을 만났다.",
            [("야로슬라프 비에니츠키", "재무장관", "재무부", "PL")],
        ),
        ("두브라프스키 카자흐스탄 부총리는 말했다.", [("두브라프스키", "부총리", "", "KZ")]),
        ("리쩡후이(李正輝) 회장이 말했다.", [("리쩡후이", "회장", "", "")]),
        ("도널 크레이버 미 대통령이 말했다.", [("도널 크레이버", "대통령", "", "US")]),
        (
            "밀로시 노바츠키·파웰 아담스키 의원이 왔다.",
            [("밀로시 노바츠키", "의원", "", ""), ("파웰 아담스키", "의원", "", "")],
        ),
        ("요나스 벨만 가르텐베르크 부사장이 말했다.", [("요나스 벨만", "부사장", "가르텐베르크", "")]),
        # towns within names, ministries glued to their heads
        ("정부는 세르히오 메디나 칠레 광업부 장관과 만났다.", [("세르히오 메디나", "장관", "광업부", "CL")]),
        (
            "그는 사바 알-라시드 알-사바 쿠웨이트 국왕을 만났다.",
            [("사바 알-라시드 알-사바", "국왕", "", "KW")],
        ),
        ("그는 이날 조릭 몽골 자원에너지부장관과의 면담에 갔다.", [("조릭", "장관", "자원에너지부", "MN")]),
        ("저녁에는 응오 반 칸 베트남 재무부 차관과 마주 앉았다.", [("응오 반 칸", "차관", "재무부", "VN")]),
        # heads of business groups, houses behind their heads
        ("홍가람 현대건설 Water BG장은 말했다.", [("홍가람", "Water BG장", "현대건설", "KR")]),
        ("지난달 한가람 사장이 취임한 삼성물산은 웃었다.", [("한가람", "사장", "삼성물산", "KR")]),
    ],
)
def test_foreign_names(read, text, found):
    assert [(o.name, o.title, o.organization, o.country) for o in read(text, DAY).officials] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("정부는 카자흐스탄 에너지부 차관과 면담했다.", [("", "차관", "에너지부")]),
        ('산업부 관계자는 "잘됐다"고 말했다.', [("", "관계자", MOTIE)]),
        ('산업부의 한 관계자는 "잘됐다"고 말했다.', [("", "관계자", MOTIE)]),
        (
            "칠레측에서는 광업부 제1차관(수석대표), 재무부 국장 등이 참석했다.",
            [("", "제1차관", "광업부"), ("", "국장", "재무부")],
        ),
        ('산업부 핵심소재 담당 과장은 "곧 간다"고 귀띔했다.', [("", "핵심소재 담당 과장", MOTIE)]),
    ],
)
def test_posts_without_a_name_count_when_they_act(read, text, found):
    assert officials(read(text, DAY)) == found


@pytest.mark.parametrize(
    "text",
    [
        "[세종=뉴스핌] 홍가람 기자 = 정부는 수출이 늘었다고 밝혔다.",
        "[베이징=뉴스핌] 홍가람 특파원 = 정부는 수출이 늘었다고 밝혔다.",
        "양국 장관급 회담이 열렸다.",
        "장관 회의가 열리고 사장단 간담회가 이어졌다.",
        "주식시장과 수출시장이 얼어붙었다.",
        "국정감사에서 다뤄졌다.",
        "과장된 광고를 단속했다.",
        "김정관 규정을 고쳤다.",
        "각국 장관들이 모였다.",
        "대사관과 무역관을 새로 열었다.",
        "하도급법과 이재용법을 고쳤다.",
        "우리 기업 사장들이 참석했다.",
        "공석인 무역위원회 상임위원은 곧 뽑는다.",
        "산업부 간부와 직원들이 고생했다.",
        '행정부 당국자는 "곧 푼다"고 말했다.',
        "우방국 장관과 주최국 장관이 인사했다.",
        "카타르 라스나루 설비 개보수 공사(1억달러)를 땄다.",
        '가람 연구원은 "오를 것"이라고 봤다.',
        "미국 연구원은 논문을 냈다.",
        "박 대통령은 현대건설이 짓는 연륙교 공사 현장을 찾았다.",
        "일본 스미토모 상사가 지난해 발주했다.",
        "작가는 볼로냐라가치상 수상 소감을 밝혔다.",
    ],
)
def test_who_is_no_official(read, text):
    assert officials(read(text, DAY)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # scarce surnames in sure frames
        ("□ 뇌하람 국토교통부 항만국장은 말했다.", [("뇌하람", "항만국장", "국토교통부")]),
        ("필하나 환경부 국장이 말했다. 필 국장은 웃었다.", [("필하나", "국장", "환경부")]),
        ("어금다솔 환경부 과장은 말했다.", [("어금다솔", "과장", "환경부")]),
        # names that end like an office
        ("산업통상자원부 강전무 팀장이 말했다.", [("강전무", "팀장", MOTIE)]),
        ("정부장 현대차 상무가 말했다.", [("정부장", "상무", "현대자동차")]),
        # a name of two syllables with a blank
        ("민 솔 환경부 물정책국장은 말했다. 민 국장은 웃었다.", [("민솔", "물정책국장", "환경부")]),
        ("산업통상자원부(장관 김 솔)는 밝혔다.", [("김솔", "장관", MOTIE)]),
        # a surname that is a word of time, too
        ("현다솔 환경부 장관이 말했다. 현 장관은 웃었다.", [("현다솔", "장관", "환경부")]),
        # what the holder of an office is here
        (
            "국토교통부(장관 유가람)는 점검단(단장 : 제2차관 문누리)을 보냈다고 밝혔다.",
            [("유가람", "장관", "국토교통부"), ("문누리", "제2차관", "국토교통부")],
        ),
        (
            "대표단(단장 산업부 통상차관보 홍가람)이 떠났다.",
            [("홍가람", "통상차관보", MOTIE)],
        ),
        # the office with 인 before the name
        ("산업부 통상차관보인 홍가람은 말했다.", [("홍가람", "통상차관보", MOTIE)]),
        (
            "주칠레 대사대리 겸 공사인 황보다솔도 말했다.",
            [("황보다솔", "대사대리 겸 공사", "주칠레 대사관")],
        ),
        # notices of several ministries
        (
            "[국토교통부] ◇실장급 ▲교통물류실장 뇌다온 ▲주택토지실장 김누리 "
            "◇국장급 ▲철도국장 겸 물류정책관 탄가온",
            [
                ("뇌다온", "교통물류실장", "국토교통부"),
                ("김누리", "주택토지실장", "국토교통부"),
                ("탄가온", "철도국장 겸 물류정책관", "국토교통부"),
            ],
        ),
        (
            "다음은 인사 내용.\n<산업통상자원부>\n◇ 국장급 전보\n△무역정책관 홍가람\n<환경부>\n◇ 과장급\n"
            "△물정책과장 박하 △대기정책과장 엽소라",
            [
                ("홍가람", "무역정책관", MOTIE),
                ("박하", "물정책과장", "환경부"),
                ("엽소라", "대기정책과장", "환경부"),
            ],
        ),
    ],
)
def test_names_of_any_kind_in_sure_frames(read, text, found):
    assert officials(read(text, DAY)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # long foreign names, with parts that the tokenizer tears apart
        ("마르셀 도브레 산틴 하원의장을 만났다.", [("마르셀 도브레 산틴", "하원의장", "")]),
        (
            "야고다 미르체비치-로비치 세르비아 대외무역부 장관이 왔다.",
            [("야고다 미르체비치-로비치", "장관", "대외무역부")],
        ),
        (
            "폴란드 기반시설부(장관 안제이 노바크-비엘)는 밝혔다.",
            [("안제이 노바크-비엘", "장관", "기반시설부")],
        ),
        (
            "카림 빈 살레 빈 마지드 알 다후리(Karim bin Saleh bin Majid Al Dahuri) 재무부 장관을 만났다.",
            [("카림 빈 살레 빈 마지드 알 다후리", "장관", "재무부")],
        ),
        ("쩐 홍 하 베트남 부총리를 예방했다.", [("쩐 홍 하", "부총리", "")]),
        ("팜 반 록 총리를 만났다.", [("팜 반 록", "총리", "")]),
        ("로페즈 데 라 토레 칠레 산업부 차관은 말했다.", [("로페즈 데 라 토레", "차관", "산업부")]),
        (
            "압둘하킴 빈 살만 알 사우드 사우디아라비아 에너지부 장관은 말했다.",
            [("압둘하킴 빈 살만 알 사우드", "장관", "에너지부")],
        ),
        ("아람코 셰리다 알 카비 사장은 말했다.", [("셰리다 알 카비", "사장", "아람코")]),
        ("카와무라 야스토 일본 경제산업상은 말했다.", [("카와무라 야스토", "경제산업상", "")]),
        # bodies that no gazetteer knows
        (
            "로사 벨다 모랄레스 에너지진단·효율연구소(IDEA) 소장은 말했다.",
            [("로사 벨다 모랄레스", "소장", "에너지진단·효율연구소")],
        ),
        ("바르셀 토레미스 우주탐사청(AXA) 부청장이 왔다.", [("바르셀 토레미스", "부청장", "우주탐사청")]),
        (
            "바르셀 토레미스 칠레 부총리 겸 국토·영토·인프라개발부 장관이 왔다.",
            [("바르셀 토레미스", "부총리 겸 국토·영토·인프라개발부 장관", "국토·영토·인프라개발부")],
        ),
        ("바르셀 토레미스 칠레 상의 회장이 왔다.", [("바르셀 토레미스", "회장", "칠레 상의")]),
        ("홍가람 대한상의 회장이 왔다.", [("홍가람", "회장", "대한상공회의소")]),
        # a counterpart without a name
        ("오전에는 칠레 재무부 차관 면담이 있다.", [("", "차관", "재무부")]),
        ("한-칠레 통상장관 회담이 열린다.", []),
        # a particle of quotation is no name, a loan no vice minister
        ('"잘됐다"라고 홍가람 산업부 차관은 말했다.', [("홍가람", "차관", MOTIE)]),
        ("정부는 EDCF 차관을 제공한다. 양허성 차관을 늘린다.", []),
        (
            "홍가람 전북부지사, 이다솜 전남지사가 왔다.",
            [
                ("홍가람", "부지사", "전북특별자치도"),
                ("이다솜", "지사", "전라남도"),
            ],
        ),
        # whose office it is: the subject's, an unknown house with 의, a house that looks like a name
        ("산업통상자원부는 홍가람 정책기획실장을 보냈다.", [("홍가람", "정책기획실장", MOTIE)]),
        ('나루세무법인의 홍가람 차장은 "잘됐다"고 말했다.', [("홍가람", "차장", "나루세무법인")]),
        ('솔나루테크의 홍가람 대표는 "잘됐다"고 말했다.', [("홍가람", "대표", "솔나루테크")]),
        ('김상민 국경협 이사장은 "협력을 늘리자"고 말했다.', [("김상민", "이사장", "국경협")]),
        # names that end like bodies, heads of institutes, researchers of a house
        ("전제국 방위사업청장이 왔다.", [("전제국", "방위사업청장", "방위사업청")]),
        ("홍가람 나루해양연구원장이 왔다.", [("홍가람", "원장", "나루해양연구원")]),
        ('홍가람 나루증권 연구원은 "오를 것"이라고 봤다.', [("홍가람", "연구원", "나루증권")]),
        (
            "홍가람 산업부 사업대표와 이다솜 산업부 과장.",
            [("홍가람", "사업대표", MOTIE), ("이다솜", "과장", MOTIE)],
        ),
        # cells of a table part names
        (
            "안건\t담당\n부두 확장\t산업통상자원부 항만협력정책과\t홍가람 과장 이다솜 서기관\n",
            [("홍가람", "과장", MOTIE), ("이다솜", "서기관", MOTIE)],
        ),
    ],
)
def test_people_and_bodies_that_no_list_knows(read, text, found):
    assert officials(read(text, DAY)) == found


def test_short_forms_are_told_apart_by_office(read):
    record = read(
        "김가람 산업부 차관보와 김누리 코트라 사장이 만났다. 김 사장은 웃었고 "
        "김 차관보는 떠났다. 이어 김 사장이 말했다.",
        DAY,
    )
    text = record.text
    assert [(o.name, [text[a:b] for a, b in o.spans]) for o in record.officials] == [
        ("김가람", ["김가람 산업부 차관보", "김 차관보"]),
        ("김누리", ["김누리 코트라 사장", "김 사장", "김 사장"]),
    ]


def test_a_post_without_a_name_is_its_named_holder_s(read):
    record = read(
        "회의가 열렸다\n회의에는 산업부 통상차관보(수석대표)가 나왔다. 홍가람 차관보는 말했다. "
        "홍가람 산업통상자원부 차관보가 인사한다.",
        DAY,
    )
    assert [(o.name, o.title, o.role, len(o.spans)) for o in record.officials] == [
        ("홍가람", "통상차관보", "수석대표", 3)
    ]


def test_a_new_minister_named_later(read):
    record = read(
        "회의가 열렸다\n김가람 차관보는 칠레 신임 경제 부총리와 만났다. "
        "그는 발데스키 신임 부총리를 예방해 축하했다.",
        DAY,
    )
    assert ("발데스키", "경제 부총리", "") in officials(record)
    assert len(record.officials) == 2


def test_two_people_of_one_name_stay_apart(read):
    record = read("홍가람 산업부 과장과 홍가람 현대차 상무가 만났다.", DAY)
    assert officials(record) == [("홍가람", "과장", MOTIE), ("홍가람", "상무", "현대자동차")]
    assert len({o.person_id for o in record.officials}) == 2


def test_a_career_makes_no_officials(read):
    record = read("홍가람 실장은 자원산업정책국장, 주중국대사관 공사참사관을 거쳤다.", DAY)
    assert [o.name for o in record.officials] == ["홍가람"]


def test_the_contact_block(read):
    record = read(
        "보도자료\n배포 2020. 7. 8.(수)\n담당부서 무역투자실 수출입과\n책임자 과장 홍가람 (044-203-1234)\n"
        "담당자 사무관 박누리 (044-203-1235)\n\n수출이 늘었다\n\n"
        "□ 산업통상자원부(장관 문다솜)는 수출이 늘었다고 밝혔다.",
        DAY,
    )
    assert {(o.name, o.title, o.zone) for o in record.officials} >= {
        ("홍가람", "과장", "contact"),
        ("박누리", "사무관", "contact"),
    }


def test_the_id_of_a_person_outlives_a_renaming():
    first = person_id("홍가람", "산업통상자원부", "KR")
    assert first == person_id("홍가람", "산업통상부", "KR") == person_id("홍가람", "지식경제부", "KR")
    assert first != person_id("홍가람", "환경부", "KR")
    assert first != person_id("박누리", "산업통상자원부", "KR")
    assert person_id("", "산업통상자원부", "KR") == ""


def test_every_record_tells_why_and_where(read):
    text = "홍가람 산업부 차관보는 27일 말했다."
    (official,) = read(text, DAY).officials
    assert text[official.char_start : official.char_end] == official.text == "홍가람 산업부 차관보"
    assert official.organization_text == "산업부"
    assert official.country == "KR"
    assert official.why["title"].startswith("titles.tsv:")
    assert official.why["organization"].startswith("ministries.tsv:")
    assert official.why["name"] == "officials.name org title"


@pytest.mark.parametrize(
    ("word", "latin", "yes"), [("하사노", "Hasano", True), ("베르", "Wer", True), ("하사노", "Berno", False)]
)
def test_hangul_and_latin_begin_alike(word, latin, yes):
    assert sounds_like(word, latin) is yes


def test_the_longer_surname_wins():
    assert (surname_of("남궁별"), surname_of("남별"), surname_of("뷁가람")) == ("남궁", "남", "")


# -- every row of the lexicons


@pytest.mark.parametrize("row", lexicon("titles"), ids=lambda r: r["word"])
def test_titles(read, row):
    made = templates("titles")
    record = read(row["example"] or made["example", ""].format(word=row["word"]), DAY)
    assert [(o.name, o.title) for o in record.officials] == [("홍길표", row["answer"] or row["word"])]
    assert (
        officials(read(row["counterexample"] or made["counterexample", ""].format(word=row["word"]), DAY))
        == []
    )


def test_there_are_enough_titles():
    assert len(lexicon("titles")) >= 300


@pytest.mark.parametrize("row", lexicon("surnames"), ids=lambda r: r["word"])
def test_surnames(read, row):
    made = templates("surnames")
    record = read(made["example", ""].format(word=row["word"]), DAY)
    assert [o.name for o in record.officials] == [f"{row['word']}가온"]
    assert [
        o.name for o in read(made["counterexample", ""].format(word=row["word"]), DAY).officials if o.name
    ] == []


@pytest.mark.parametrize("row", lexicon("statuses", ("word", "kind")), ids=lambda r: r["word"])
def test_statuses(read, row):
    made = templates("statuses")
    (official,) = read(made["example", row["kind"]].format(word=row["word"]), DAY).officials
    (other,) = read(made["counterexample", row["kind"]].format(word=row["word"]), DAY).officials
    if row["kind"] == "acting":
        assert (official.title, other.title) == (f"사장 {row['word']}", "사장")
    else:
        assert (official.role, other.role) == (row["word"], "")


@pytest.mark.parametrize("row", lexicon("roles", ("word", "kind")), ids=lambda r: r["word"])
def test_roles(read, row):
    made = templates("roles")
    (official,) = read(made["example", ""].format(word=row["word"]), DAY).officials
    (other,) = read(made["counterexample", ""].format(word=row["word"]), DAY).officials
    assert (official.role, other.role) == (row["word"], "")


@pytest.mark.parametrize(
    "row", lexicon("not_names", ("word", "kind")), ids=lambda r: f"{r['kind']} {r['word']}"
)
def test_what_is_no_name(read, row):
    made = templates("not_names")
    found = read(made["example", row["kind"]].format(word=row["word"]), DAY).officials
    other = read(made["counterexample", row["kind"]].format(word=row["word"]), DAY).officials
    if row["kind"] == "never":
        assert [o.name for o in found if o.name] == []
        assert [o.title for o in other] == ["장관"]
    elif row["kind"] == "body":
        assert (
            [(o.name, o.title) for o in found] == [(o.name, o.title) for o in other] == [("홍길표", "국장")]
        )
    elif row["kind"] == "determiner":
        title = "고위 관계자" if row["word"] == "고위" else "관계자"  # a rank of its own
        assert [(o.name, o.title) for o in found] == [("", title)]
        assert [(o.name, o.title) for o in other] == [("", "관계자")]
    else:
        assert [o.name for o in found] == [f"바르셀 {row['word']} 토레미스"]
        assert [o.name for o in other if o.name] == []


@pytest.mark.parametrize("row", lexicon("foreign_families", ("word", "kind")), ids=lambda r: r["word"])
def test_families_open_a_name(read, row):
    made = templates("foreign_families")
    (official,) = read(made["example", ""].format(word=row["word"]), DAY).officials
    assert official.name == f"{row['word']} 반 끄엉"
    assert [
        o.name for o in read(made["counterexample", ""].format(word=row["word"]), DAY).officials if o.name
    ] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "△문가람(누리건설 부사장) △서다온(한국플랜트산업협회 실장) △민가은(전 한국전력공사 상무)",
            [
                ("문가람", "부사장", "누리건설"),
                ("서다온", "실장", "한국플랜트산업협회"),
                ("민가은", "상무", "한국전력공사"),
            ],
        ),
        (
            "국토교통부는 인사를 냈다. 주택국장에는 강가람 전 물류정책관이, 도로국장에는 유하늘 전 대변인이"
            " 각각 임명됐다.",
            [("강가람", "주택국장", "국토교통부"), ("유하늘", "도로국장", "국토교통부")],
        ),
        (
            "국토교통부는 인사를 냈다. 문보람 물류정책관은 대변인으로 자리를 옮겼다.",
            [("문보람", "대변인", "국토교통부")],
        ),
        (
            "국토교통부는 인사를 냈다. 철도국장은 문보람 현 대변인이 맡는다.",
            [("문보람", "철도국장", "국토교통부")],
        ),
        (
            "정가온 해외건설협회장과 박하늘 한국건설산업연구원장, 서누리 한국수출입은행장이 참석했다.",
            [
                ("정가온", "회장", "해외건설협회"),
                ("박하늘", "원장", "한국건설산업연구원"),
                ("서누리", "은행장", "한국수출입은행"),
            ],
        ),
        (
            "국주은 가람시의회 의장, 서다온 누리기업㈜ 대표가 참석했다.",
            [("국주은", "의장", "가람시의회"), ("서다온", "대표", "누리기업")],
        ),
        (
            "27일 정하늘 방위사업청장은 폴란드 국방 차관 바르셀 토레미스와 만났다.",
            [("정하늘", "방위사업청장", "방위사업청"), ("바르셀 토레미스", "국방 차관", "")],
        ),
        (
            "27일 리샤오텐(李小天) 중국 상무부 부장조리와 원가람 체육성 부상이 만났다.",
            [("리샤오텐", "부장조리", "중국 상무부"), ("원가람", "부상", "체육성")],
        ),
        (
            "27일 이사회장으로 들어간 정가온 가람누리은행장은 연회장과 도로 공사장을 둘러봤다.",
            [("정가온", "은행장", "가람누리은행")],
        ),
        (
            "27일 문가람 국무총리(오른쪽)와 팜 꾸옥 쯩 베트남 총리가 만났다.",
            [("문가람", "국무총리", ""), ("팜 꾸옥 쯩", "총리", "")],
        ),
    ],
)
def test_new_offices_and_bodies_with_heads(read, text, found):
    assert officials(read(text, DAY)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a house in Latin letters glued to the office, explained or not
        (
            "가람국제도시개발센터(GDC)는 땅을 판다. 양누리 GDC이사장은 웃었다.",
            [("양누리", "이사장", "가람국제도시개발센터")],
        ),
        ("봉누리 LH사장은 웃었다.", [("봉누리", "사장", "한국토지주택공사")]),
        # a part of a ministry that heads its own list of titles: the ministry of the day
        ("탄가람 통상교섭본부장은 3일 말했다.", [("탄가람", "통상교섭본부장", MOTIE)]),
        # a council's head is no 원장, whatever lies within the word
        ("김누리 지방시대위원장이 말했다.", [("김누리", "위원장", "지방시대위원회")]),
        # a name, an unknown house, a branch
        ("강로운 한결에너지 북미법인장은 말했다.", [("강로운", "북미법인장", "한결에너지")]),
        ("이재별 새론 인더스트리즈 홍보고문은 말했다.", [("이재별", "홍보고문", "새론 인더스트리즈")]),
        # an office of a province
        ("박다온 경남도 교통건설국장은 말했다.", [("박다온", "교통건설국장", "경상남도")]),
        # 반 opens a foreign name
        ("10일 반 클라베스토 칠레 외교부 장관과 만났다.", [("반 클라베스토", "장관", "외교부")]),
        # who is met acts
        ("사절단은 우즈베키스탄 교통부 차관과의 만남에서 도로를 논의했다.", [("", "차관", "교통부")]),
        # a ministry miswritten in a caption
        (
            "정다온 산업자원통상부 통상차관보가 말하고 있다.\n정다온 산업통상자원부 통상차관보는 밝혔다.",
            [("정다온", "통상차관보", MOTIE)],
        ),
    ],
)
def test_houses_glued_parts_of_ministries_and_who_is_met(read, text, found):
    assert officials(read(text, DAY)) == found


@pytest.mark.parametrize(
    "text",
    [
        "인도 등 서남아 시장 진출을 돕는다. 신남방 시장이 크다.",
        "노후선 시장과 소부장 시장을 키운다.",
        "한국전력, 이건산업 등 대표 기업이 참석했다.",
        "교통부 차관과의 인연은 깊다.",
    ],
)
def test_markets_and_leading_firms_are_no_officials(read, text):
    assert officials(read(text, DAY)) == []
