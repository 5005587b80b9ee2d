"""Officials: whose office it is, where the phrase itself does not say it plainly."""

from __future__ import annotations

import pytest

DAY = "2024-06-03"


def officials(record):
    return [(o.name, o.title, o.organization) for o in record.officials]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the head of a body that ends like a kind of company
        ("체결식에는 인천국제공항공사 정누리 사장이 나왔다.", [("정누리", "사장", "인천국제공항공사")]),
        ("인천국제공항공사 문일영 사장을 비롯해 50명이 왔다.", [("문일영", "사장", "인천국제공항공사")]),
        # a part of a court or of a prosecutors' office, with its head in a parenthesis
        ("인천지법 형사16부(재판장 문누리)는 이날 선고했다.", [("문누리", "재판장", "인천지법")]),
        ("수원지법 성남지원 민사3부(부장판사 문누리)가 맡는다.", [("문누리", "부장판사", "수원지법")]),
        ("서울중앙지검 반부패수사3부(부장 문누리)는 불렀다.", [("문누리", "부장", "서울중앙지검")]),
        ("부산지검 형사1부(부장검사 문누리)가 맡았다.", [("문누리", "부장검사", "부산지검")]),
        ("대전지법 형사5단독 문누리 판사는 선고했다.", [("문누리", "판사", "대전지법")]),
        ("서울중앙지법 형사합의24부 문누리 부장판사는 말했다.", [("문누리", "부장판사", "서울중앙지법")]),
        # a family name whose Latin form is written together is no house's
        ("알 파라디(AlFaradi) 에너지인프라부 장관과 만났다.", [("알 파라디", "장관", "에너지인프라부")]),
        ("수하일 알 파라디(AlFaradi) 에너지부 장관이 왔다.", [("수하일 알 파라디", "장관", "에너지부")]),
        ("문누리 나래텍(AlTek) 사장은 말했다.", [("문누리", "사장", "나래텍")]),
        # who heads a part of a province or a town, unnamed
        ("경기도 경제투자실장은 인사말을 했다.", [("", "경제투자실장", "경기도")]),
        ("그는 전라남도 해양수산국장과 만났다.", [("", "해양수산국장", "전라남도")]),
        ("말레이시아 조호르주 실장은 말했다.", []),
        # works that someone ordered: 발주한, 수주한 are no 주한
        ("가람이 발주한 믈라카 복합화력발전소 공사를 따냈다.", []),
        ("누리건설이 수주한 하노이 도로 공사가 끝났다.", []),
        ("안나 한센 주한 노르웨이 대사가 왔다.", [("안나 한센", "대사", "주한 노르웨이 대사관")]),
        # societies whose names are no nouns
        (
            "문누리 새로고침노동자협의회 비대위원장은 말했다.",
            [("문누리", "비대위원장", "새로고침노동자협의회")],
        ),
        # a firm's kind belongs to its name
        ("법무법인 가람 문누리 변호사는 말했다.", [("문누리", "변호사", "법무법인 가람")]),
        ("회계법인 누리의 문누리 대표가 말했다.", [("문누리", "대표", "회계법인 누리")]),
        ("법무법인 소속 문누리 변호사는 말했다.", [("문누리", "변호사", "")]),
        # the house before its head's name
        ("그는 가람텍 대표 문누리씨를 만났다.", [("문누리", "대표", "가람텍")]),
        # terms of office
        ("문누리 한국무역협회 제23대 회장은 말했다.", [("문누리", "회장", "한국무역협회")]),
        ("문누리 민선 8기 태안군수는 말했다.", [("문누리", "군수", "태안군")]),
        # the head of an institute is not the ministry's that is named before
        ("식약처에 따르면 수출이 늘었다. 문누리 부원장은 기뻐했다.", [("문누리", "부원장", "")]),
        ("산업부는 3일 밝혔다. 문누리 정책관은 기뻐했다.", [("문누리", "정책관", "산업통상자원부")]),
        # a governor whose province another sentence tells
        ("경기도가 공장을 유치했다. 문누리 지사는 협약에 서명했다.", [("문누리", "지사", "경기도")]),
        ("충남도는 공장을 유치했다. 문누리 지사가 서명했다.", [("문누리", "지사", "충청남도")]),
        ("태안군은 길을 낸다. 문누리 군수는 기뻐했다.", [("문누리", "군수", "태안군")]),
        ("경남도와 전남도가 협약했다. 문누리 지사는 기뻐했다.", [("문누리", "지사", "")]),
        ("문누리 충남도 정무부지사는 말했다.", [("문누리", "정무부지사", "충청남도")]),
        # houses that begin with a number
        ("문누리 21그램 대표는 말했다.", [("문누리", "대표", "21그램")]),
        ("문누리 3R바이오 대표이사는 말했다.", [("문누리", "대표이사", "3R바이오")]),
        # those who stand for a body without an office in it
        ("국가재난안전교육원 홍보대사인 문누리는 말했다.", [("문누리", "홍보대사", "국가재난안전교육원")]),
        # a committee is not the ministry's of another sentence
        ("공군 기지에 내렸다. 문누리 위원장이 만났다.", [("문누리", "위원장", "")]),
        ("문누리 자유총연맹 태안군지회장이 왔다.", [("문누리", "태안군지회장", "자유총연맹")]),
    ],
)
def test_whose_office_it_is(read, text, found):
    assert officials(read(text, published=DAY)) == found


@pytest.mark.parametrize(
    "text",
    [
        # three countries' ministers are nobody in particular
        "한미일 산업장관은 3일 회담을 했다.",
        "한중일 경제통상장관이 만났다.",
        # branches of companies
        "한국공항공사 무안공항 지사는 지난해 이를 알렸다.",
        "무안공항 지사는 지난해 이를 알렸다.",
        # what auditors do
        "이들은 감사원 감사 과정에서 자료를 내지 않았다.",
        # a probe bears the name of the one whom it is about
        "그는 문누리 특검에 나왔다. 문누리 여사 일가도 왔다.",
        # a particle behind a parenthesis
        "가람텍(지분 80% 보유)가 민 대표(지분 20%) 해임안을 냈다.",
        # houses, ways of a country, offices, works in the place of a name
        "법원은 아쉬세븐 대표 엄모씨가 받았다고 했다.",
        "태양광 발전소 시공사 대표가 표창을 받았다.",
        "이 펀드는 한국식 오너 중심 경영을 바꾼다.",
        "값이 오르기 전이라 공사 측이 돈을 낸다.",
        # ordinals
        "문누리 3선 대표, 문누리 5인 대표라는 말이 돌았다.",
        # places in the place of a name
        "새마을 태안군지회장은 오지 않았다.",
    ],
)
def test_who_is_nobody(read, text):
    assert officials(read(text, published=DAY)) == []


def test_a_town_s_name_in_a_person_s(read):
    text = "블라디미르 푸틴 러시아 대통령이 다리를 건넜다."
    assert officials(read(text, published=DAY)) == [("블라디미르 푸틴", "대통령", "")]


def test_one_of_two_heads_is_not_the_one(read):
    text = "문누리 가람텍 대표는 말했다. 한 벤처캐피탈 공동대표를 겸직하는 이도 왔다."
    assert officials(read(text, published=DAY)) == [("문누리", "대표", "가람텍")]


def test_candidates_are_told_by_their_role(read):
    record = read("문누리 성남시장 예비후보는 공약을 냈다.", published=DAY)
    assert [(o.name, o.title, o.role) for o in record.officials] == [("문누리", "시장", "예비후보")]


def test_a_foreign_minister_s_name_is_no_body(read):
    text = "안토니오 라발레타 미 국무장관 일행이 도착했다. 라발레타 장관은 악수를 했다."
    assert officials(read(text, published=DAY)) == [("안토니오 라발레타", "국무장관", "")]


def test_the_body_of_a_line_of_contacts(read):
    line = "- 국가재난안전교육원 기획협력과 책임자: 과장 문누리 (041-840-6411)"
    text = f"행정안전부는 3일 밝혔다.\n\n### 담당부서\n{line}\n"
    assert ("문누리", "과장", "국가재난안전교육원") in officials(read(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "마리사 도스 벨라(Marisa dos Vela) 나론골 이사회 의장과 만났다.",
            [("마리사 도스 벨라", "이사회 의장", "나론골")],
        ),
        ("한스 벡(Hans Beck) 라인켐 회장이 왔다.", [("한스 벡", "회장", "라인켐")]),
        ("한스 벡(Hans Beck) 전 라인켐 회장이 왔다.", [("한스 벡", "회장", "라인켐")]),
        (
            "R. 세카르 무란(R. Sekar Muran) 주정부 산업부 장관과 협약을 맺었다.",
            [("세카르 무란", "장관", "주정부 산업부")],
        ),
        ("한스 벡(Hans Beck) 독일 산업부 차관이 왔다.", [("한스 벡", "차관", "산업부")]),
        ("이 회사 문누리 대표이사는 말했다.", [("문누리", "대표이사", "")]),
        ("가온은 다누리 발사장을 둘러봤다.", []),
    ],
)
def test_names_before_houses_nobody_knows(read, text, found):
    assert officials(read(text, published=DAY)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("이후 대표단은 산업부 장관 김민수와 협상했다.", [("김민수", "장관", "산업통상자원부")]),
        ("한국의 국회의장 박철수와의 담화가 이어졌다.", [("박철수", "국회의장", "")]),
        (
            "회의에는 총리 이영희, 한전 사장 최민호가 나왔다.",
            [("이영희", "총리", ""), ("최민호", "사장", "한국전력공사")],
        ),
        ("주한 카자흐스탄 대사 정민국이 왔다.", [("정민국", "대사", "주한 카자흐스탄 대사관")]),
        ("김민수 장관 이영희를 만났다.", [("김민수", "장관", "")]),
        ("한전 사장 공모는 다음 달이다.", []),
        ("대통령 전용기는 떠났다.", []),
        ("시장 조사는 끝났다.", []),
        ("이에 대하여 일본 총리는 답했다.", []),
        (
            "성과를 위하여 카자흐스탄 외무부 장관 바르셀 토레미스가 방한했다.",
            [("바르셀 토레미스", "장관", "외무부")],
        ),
    ],
)
def test_a_name_behind_its_office_in_plain_prose(read, text, found):
    assert [(o.name, o.title, o.organization) for o in read(text, "2019-09-27").officials] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "폴측 타데우시 노비크 경제개발기술부 장관이 자리했다.",
            [("타데우시 노비크", "장관", "경제개발기술부")],
        ),
        (
            "베트남 산업통상부 응오 반 칸 장관과 도안 티 흐엉 국장 등이 자리했다.",
            [("응오 반 칸", "장관", "산업통상부"), ("도안 티 흐엉", "국장", "산업통상부")],
        ),
        ("홍수 복구 프로그램 차관 사업에는 7천만달러를 쓴다.", []),
        ("에너지부 차관이 제공 의사를 밝혔다.", [("", "차관", "에너지부")]),
    ],
)
def test_sides_neighbours_and_loans(read, text, found):
    assert [(o.name, o.title, o.organization) for o in read(text, "2019-09-27").officials] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("안나 모스크바 폴란드 기후환경부 장관은 말했다.", [("안나 모스크바", "장관", "기후환경부")]),
        ("제프 베이스 미국 상무부 부장관은 말했다.", [("제프 베이스", "부장관", "미국 상무부")]),
        ("산업부 이슬기 국장은 말했다.", [("이슬기", "국장", "산업통상자원부")]),
        ("대표단은 모스크바에서 러시아 에너지부 장관을 만났다.", [("", "장관", "에너지부")]),
    ],
)
def test_names_like_towns_and_like_korean_ones(read, text, found):
    assert [(o.name, o.title, o.organization) for o in read(text, "2019-09-27").officials] == found


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("김가람 사장은 멕시코 전력거래소 사람들을 만났다.", "멕시코 전력거래소"),
        ("김가람 사장은 전력거래소 사람들을 만났다.", "한국전력거래소"),
        ("한-베트남 수출입은행 회의가 열렸다.", "한국수출입은행"),
    ],
)
def test_bodies_that_another_country_has_too(read, text, canonical):
    assert [e.canonical for e in read(text, "2019-09-27").entities if e.label == "ORG"] == [canonical]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # bodies that two countries share
        ("홍길표 한-아프리카재단 이사장이 왔다.", [("홍길표", "이사장", "한-아프리카재단")]),
        ("홍길표 한·몽골친선협회 회장이 왔다.", [("홍길표", "회장", "한·몽골친선협회")]),
        ("홍길표 아프리카재단 이사장이 왔다.", [("홍길표", "이사장", "아프리카재단")]),
        # a house has one minister
        (
            "장관은 칼리드 알파라비 에너지부 장관, 오마르 알카심 국무장관을 만났다.",
            [("칼리드 알파라비", "장관", "에너지부"), ("오마르 알카심", "국무장관", "")],
        ),
        # a noun in a parenthesis behind an office is no name
        ("양측은 바르샤바(총재 소재지)에서 서명했다.", []),
        ("양측은 가람은행(총재 홍길표)에서 서명했다.", [("홍길표", "총재", "가람은행")]),
        # names whose last word looks Korean, of a town that no list has
        ("일로나 오촐라 호이마 주지사가 왔다.", [("일로나 오촐라", "주지사", "호이마")]),
        ("아민 하샤디 주한모로코대사가 왔다.", [("아민 하샤디", "대사", "주한모로코 대사관")]),
        ("미르체아 로마레스쿠 문화부 장관이 왔다.", [("미르체아 로마레스쿠", "장관", "문화부")]),
        # offices of parties
        ("응오 반 칸 베트남 정치국원이 왔다.", [("응오 반 칸", "정치국원", "")]),
        ("툰 아웅 쪼 미얀마 국가고문이 왔다.", [("툰 아웅 쪼", "국가고문", "")]),
    ],
)
def test_shared_bodies_and_names_with_korean_looking_ends(read, text, found):
    assert officials(read(text, DAY)) == found


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("홍길표 포스코건설 사장은 말했다.", "포스코건설"),
        ("홍길표 포스코이앤씨 사장은 말했다.", "포스코이앤씨"),
        ("홍길표 쌍용차 사장은 말했다.", "쌍용자동차"),
        ("홍길표 신한금융투자 사장은 말했다.", "신한금융투자"),
    ],
)
def test_companies_keep_the_name_they_had(read, text, organization):
    assert [o.organization for o in read(text, DAY).officials] == [organization]


def test_people_of_a_renamed_company_stay_the_same(read):
    before, after = (
        read(f"홍길표 {house} 사장은 말했다.", DAY).officials[0].person_id
        for house in ("포스코건설", "포스코이앤씨")
    )
    assert before == after
