"""Holders of offices abroad whose names are made of words that mean something else, too."""

from __future__ import annotations

import pytest

DAY = "2024-06-03"
FRAMES = (
    "김하나 산업부 장관은 3일 {} 등과 만났다.",
    "{}이 서울에 왔다.",
    "김하나 산업부 장관과 {} 간 면담이 열렸다.",
)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    ("words", "name", "title"),
    [
        # a syllable or an ordinary noun opens the name
        ("훈 소넷 캄보디아 총리", "훈 소넷", "총리"),
        ("사드 나시리다 알하비 카타르 에너지부 장관", "사드 나시리다 알하비", "장관"),
        ("파티 다롤 국제에너지기구(IEA) 사무총장", "파티 다롤", "사무총장"),
        ("피유라 고랄 인도 상공부 장관", "피유라 고랄", "장관"),
        ("지나 러몬트 미국 상무부 장관", "지나 러몬트", "장관"),
        # what ends it looks like a particle or a verb
        ("토코 위노도 인도네시아 대통령", "토코 위노도", "대통령"),
        ("셰이크 하시라 방글라데시 총리", "셰이크 하시라", "총리"),
        ("세바스티안 부르자두 루마니아 에너지부 장관", "세바스티안 부르자두", "장관"),
        ("마누엘라 페도 세계은행 부총재", "마누엘라 페도", "부총재"),
        ("하세카와 마사츠구 아시아개발은행(ADB) 총재", "하세카와 마사츠구", "총재"),
        # a noun of Korean at its end, a town or a ministry of no list behind it
        ("무토 요지 일본 경제산업대신", "무토 요지", "경제산업대신"),
        ("마들렌 킹 호주 자원부 장관", "마들렌 킹", "장관"),
        ("칼둔 알 나바라크 아부다비 행정청장", "칼둔 알 나바라크", "청장"),
        ("먀오룽 중국 공업정보화부 부장", "먀오룽", "부장"),
    ],
)
def test_the_whole_name_before_another_country(read, frame, words, name, title):
    found = [(o.name, o.title) for o in read(frame.format(words), DAY).officials]
    assert [f for f in found if f[0] != "김하나"] == [(name, title)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("캄보디아의 훈 소넷 총리가 왔다.", [("훈 소넷", "총리", "")]),
        ("카타르 에너지부에서는 사드 나시리다 알하비 장관이 나왔다.", [("사드 나시리다 알하비", "장관", "")]),
        ("국제에너지기구(IEA)의 파티 다롤 사무총장은 말했다.", [("파티 다롤", "사무총장", "")]),
        (
            "카자흐스탄에서는 카심조나르트 토카레프 대통령이 나왔다.",
            [("카심조나르트 토카레프", "대통령", "")],
        ),
        ("양국은 헝가리 오르난 빅토르 총리 방한에 맞춰 만났다.", [("오르난 빅토르", "총리", "")]),
        ("동티모르의 조안 소아나스 에너지담당 국무장관은", [("조안 소아나스", "에너지담당 국무장관", "")]),
        ("장관과 하산 알 마리 UAE상의연합회장이", [("하산 알 마리", "회장", "")]),
        ("소낭골 마누엘 비에란 총재가 서명했다.", [("마누엘 비에란", "총재", "")]),
        ("모하메드 알나흐란 아부다비 왕세제와 만났다.", [("모하메드 알나흐란", "왕세제", "")]),
        (
            "장관과 술탄 빈 나세르 알 후세이니 UAE 경제부 장관은",
            [("술탄 빈 나세르 알 후세이니", "장관", "")],
        ),
        ("이라크 석유부 아사드 하산 국장 일행은 공장을 찾았다.", [("아사드 하산", "국장", "")]),
        ("그는 프놈펜에서 킷 촌 캄보디아 부총리와 만났다.", [("킷 촌", "부총리", "")]),
        ("우즈베키스탄 아지모트 수석 부총리와 만났다.", [("아지모트", "수석 부총리", "")]),
    ],
)
def test_the_whole_name_behind_its_house(read, text, found):
    assert [(o.name, o.title, "") for o in read(text, DAY).officials] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("탈퇴 직후 나바드 타리프 이란 외무장관이 왔다.", [("나바드 타리프", "외무장관")]),
        ("최근 나바드 타리프 이란 외무장관이 왔다.", [("나바드 타리프", "외무장관")]),
        ("그는 사드란 궁전에서 하산 로하디 이란 대통령을 만났다.", [("하산 로하디", "대통령")]),
        ("우즈벡측 나바드 타리프 우즈벡 장관이 왔다.", [("나바드 타리프", "장관")]),
        ("새 공장을 찾은 이란 대통령은 말했다.", []),
        ("공장과 이란 대통령은 무관하다.", []),
        ("우즈베키스탄 정부의 김하나 고문은 말했다.", [("김하나", "고문")]),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(read, text, found):
    assert [(o.name, o.title) for o in read(text, DAY).officials] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "이창수 장관은 폴란드 기후환경부 장관과 하원 부의장 등과 면담했다.",
            [("이창수", "", "장관"), ("", "기후환경부", "장관")],
        ),
        (
            "이창수 장관은 폴란드 기후환경부 장관·하원 부의장 등과 면담했다.",
            [("이창수", "", "장관"), ("", "기후환경부", "장관")],
        ),
        (
            "이창수 산업부 장관은 베를린 기후환경부 장관을 만났다."
            " 마르타 베를린(Marta Berlin) 폴란드 기후환경부 장관은 서명했다.",
            [("이창수", "산업통상자원부", "장관"), ("마르타 베를린", "기후환경부", "장관")],
        ),
    ],
)
def test_ministers_of_two_countries_are_two(read, text, found):
    officials = read(text, "2022-07-01").officials
    assert [(o.name, o.organization, o.title) for o in officials] == found


def test_a_ministry_that_korea_has_not_yet_is_another_country_s(read):
    text = "안나 노바코바 체코 산업통상부 장관과 만났다."
    assert [(o.name, o.country) for o in read(text, "2022-07-01").officials] == [("안나 노바코바", "CZ")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("솜차이 분야랏 BOI 청장이 왔다.", [("솜차이 분야랏", "청장", "BOI")]),
        ("인도네시아의 아궁 수산소 신수도청 장관은 말했다.", [("아궁 수산소", "장관", "신수도청")]),
        (
            "그는 태국 솜차이 분야랏 국가전력계획국 국장과 만났다.",
            [("솜차이 분야랏", "국장", "국가전력계획국")],
        ),
        ("응우옌 득 롱 타이빈성 인민위원장이 서명했다.", [("응우옌 득 롱", "인민위원장", "타이빈성")]),
        ("우 민 스웨 아예야와디주지사가 왔다.", [("우 민 스웨", "주지사", "아예야와디주")]),
        (
            "그는 20일 살만 빈 파이살 알투나니 바레인 국왕을 만났다.",
            [("살만 빈 파이살 알투나니", "국왕", "")],
        ),
        (
            "그는 가온텍(GAONT)의 하마드 빈 칼리드 빈 나세르 알 하마드 회장을 만났다.",
            [("하마드 빈 칼리드 빈 나세르 알 하마드", "회장", "가온텍")],
        ),
        ("그는 나래포트(Narae Port)의 라흐만 초두라 사장과 만났다.", [("라흐만 초두라", "사장", "나래포트")]),
        ("그는 쩐 반 싱 베트남 교통부 차관을 만났다.", [("쩐 반 싱", "차관", "교통부")]),
        ("나영준 주 칠레 대사가 왔다.", [("나영준", "대사", "주칠레 대사관")]),
        ("안드리스 오졸스 라트비아 국방장관은 말했다.", [("안드리스 오졸스", "국방장관", "국방부")]),
        (
            "그는 칠레를 찾아 마리아 벨레 국가기획처장을 만났다.",
            [("마리아 벨레", "국가기획처장", "국가기획처")],
        ),
        ("나원준 국토1차관이 공사를 찾았다.", [("나원준", "1차관", "국토교통부")]),
        ("나원준 외교장관이 왔다.", [("나원준", "외교장관", "외교부")]),
        ("나원준 사무처장이 왔다.", [("나원준", "사무처장", "")]),
    ],
)
def test_name_and_house_are_told_apart(read, text, found):
    assert [(o.name, o.title, o.organization) for o in read(text, DAY).officials] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "김 장관은 폴란드에서 모스크바 기후환경부 장관과 부다 경제개발기술부 장관을 만난다.",
            [("모스크바", "기후환경부"), ("부다", "경제개발기술부")],
        ),
        (
            "김 장관은 나리아 체코 산업통상부 장관과 부다 폴란드 경제개발기술부 장관을 만날 예정이다.",
            [("나리아", "산업통상부"), ("부다", "경제개발기술부")],
        ),
        ("김 장관은 런던 재무부 장관 관저에서 회의를 했다.", []),
    ],
)
def test_ministers_called_like_towns_and_words(read, text, found):
    assert [(o.name, o.organization) for o in read(text, DAY).officials] == found
