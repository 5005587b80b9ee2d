"""Lists of appointments in the layouts of newspapers and ministries."""

from __future__ import annotations

import pytest

MOTIE, MOLIT = "산업통상자원부", "국토교통부"


def officials(record):
    return [(o.name, o.title, o.organization) for o in record.officials]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (  # several bodies, ranks with marks of their own, all in one line each
            "[인사]\n◇산업통상자원부 ◎국장급 승진 ▷통상협력국장 고다온 ◎과장급 전보 ▷장관비서관 봉하율\n"
            "◇국토교통부 △운영지원과장 변지후",
            [
                ("고다온", "통상협력국장", MOTIE),
                ("봉하율", "장관비서관", MOTIE),
                ("변지후", "운영지원과장", MOLIT),
            ],
        ),
        (  # the house itself and a part of it; a table with its columns headed
            "산업통상자원부는 과장급 전보 인사를 냈다.\n◇고위공무원 승진\n 성 명 | 임용 직위 | 전(前) 직위\n"
            " 방도현 | 지역경제정책관 | 에너지자원정책과장\n◇과장급 전보\n"
            " <본부> ▲산업정책과장 채가람 ▲철강화학과장 선우별\n"
            " <국가기술표준원> ▲표준정책과장 염다온",
            [
                ("방도현", "지역경제정책관", MOTIE),
                ("채가람", "산업정책과장", MOTIE),
                ("선우별", "철강화학과장", MOTIE),
                ("염다온", "표준정책과장", "국가기술표준원"),
            ],
        ),
        (  # ranks in brackets behind the body, one of them an office itself
            "[인사]\n◇국토교통부 △도로국장 마루한\n◇한국수출입은행 <본부장> ▲구조조정본부장 감나은 "
            "<부장> ▲플랜트금융부장 피도현",
            [
                ("마루한", "도로국장", MOLIT),
                ("감나은", "구조조정본부장", "한국수출입은행"),
                ("피도현", "플랜트금융부장", "한국수출입은행"),
            ],
        ),
        (  # the body with its Latin short form; ranks of a state company
            "[인사]\n■ 대한무역투자진흥공사(KOTRA)\n<승진>\n△ 부사장 겸 경제통상본부장 권아율\n"
            "■ 한국전력공사\n◇ 1(갑) 직급 승진\n△ UAE원전건설처장 홍가비",
            [
                ("권아율", "부사장 겸 경제통상본부장", "대한무역투자진흥공사"),
                ("홍가비", "UAE원전건설처장", "한국전력공사"),
            ],
        ),
        (  # a body that no list knows; several holders of one office
            "[인사]\n■ 새별솔라텍\n◇ 승진 ▲ 전무 유로운 ▲ 상무 오시현 정가율 ▲ 상임이사 배한결·사시우",
            [
                ("유로운", "전무", "새별솔라텍"),
                ("오시현", "상무", "새별솔라텍"),
                ("정가율", "상무", "새별솔라텍"),
                ("배한결", "상임이사", "새별솔라텍"),
                ("사시우", "상임이사", "새별솔라텍"),
            ],
        ),
        (  # pairs without marks between them
            "[인사]\n◇국토교통부 △본부 도로국장 엄태린 철도정책과장 현다겸 △항공정책실장 국시아",
            [
                ("엄태린", "도로국장", MOLIT),
                ("현다겸", "철도정책과장", MOLIT),
                ("국시아", "항공정책실장", MOLIT),
            ],
        ),
        (  # the heading gives the rank, the item only where
            "[인사]\n◆환경부 <승진> 부이사관 △기획재정담당관 금이솔 서기관 △국제협력과 명가은 "
            "△자연정책과 원지율",
            [
                ("금이솔", "기획재정담당관", "환경부"),
                ("명가은", "서기관", "환경부"),
                ("원지율", "서기관", "환경부"),
            ],
        ),
        (  # broken lines
            "[인사] 산업통상자원부\n◇과장급 전보\n△통상조정\n과장 문여울\n△무역진흥과장\n도한별",
            [("문여울", "통상조정과장", MOTIE), ("도한별", "무역진흥과장", MOTIE)],
        ),
        (  # the holder first; the same body again
            "[인사]\n▲산업통상자원부 통상협력국장 장가람 ▲동 무역정책과장 한소리 ▲외교부 북미국장 유별",
            [
                ("장가람", "통상협력국장", MOTIE),
                ("한소리", "무역정책과장", MOTIE),
                ("유별", "북미국장", "외교부"),
            ],
        ),
        (
            "[국토교통부] 과장급 인사\n▲ 이누리 도로정책과장 ▲ 김별하 철도운영과장",
            [("이누리", "도로정책과장", MOLIT), ("김별하", "철도운영과장", MOLIT)],
        ),
        (  # bodies within a ministry, missions, those sent elsewhere
            "[인사]\n◆산업통상자원부 ◇전보 ▲에너지산업실 원전산업정책관 모하진 ▲무역위원회 상임위원 심가온 "
            "◇파견 ▲대통령비서실 황보율",
            [
                ("모하진", "원전산업정책관", MOTIE),
                ("심가온", "상임위원", "무역위원회"),
                ("황보율", "", "대통령비서실"),
            ],
        ),
        (  # Chinese characters, blanks in a name, what is said in parentheses
            "[인사]\n◇국토교통부 △도로국장 金太郞 △철도정책과장 이 봄 △항공과장(직무대리) 도윤슬(都潤瑟) "
            "△공항과장 선우진(이상 3월 13일자)",
            [
                ("金太郞", "도로국장", MOLIT),
                ("이봄", "철도정책과장", MOLIT),
                ("도윤슬", "항공과장", MOLIT),
                ("선우진", "공항과장", MOLIT),
            ],
        ),
        (  # bodies behind the mark of items, others for what is theirs
            "[인사]\n▲국토교통부◇국장급 승진▷도로국장 하누리\n▲나래대▷음악대학원장 공다올▷부속농장장 민다온",
            [
                ("하누리", "도로국장", MOLIT),
                ("공다올", "음악대학원장", "나래대"),
                ("민다온", "부속농장장", "나래대"),
            ],
        ),
        (  # a body alone
            "[인사]\n국장급 전보\n▲도로국장 하누리 ▲국토교통부 민다온",
            [("하누리", "도로국장", MOLIT), ("민다온", "", MOLIT)],
        ),
        (  # 에 behind the office
            "[인사]\n◇국토교통부 ▲신임 제1차관에 공다올 ▲도로국장에 하누리",
            [("공다올", "제1차관", MOLIT), ("하누리", "도로국장", MOLIT)],
        ),
    ],
)
def test_lists(read, text, found):
    assert sorted(officials(read(text, "2019-09-27"))) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "산업부는 신임 단장 임명식에 이어 사업을 점검했다.\n◇ 점검 사업\n▲ 하노이 석유화학 플랜트 고도화\n"
        "▲ 누산타라 정유공장 현대화(2억달러)\n▲ 카이로 지하철 신호 개량",
        "다음은 인사 내용.\n◇ 고위공무원 승진\n◇ 사장 승진\n◇ 국장급 전보",
        "[인사]\n◇ 행사\n▲ 한빛건설 △ 새론중공업 △ 누리조선",
        "정부는 인사를 마쳤다.\n▲ 서울 본부 ▲ 부산 사옥",
    ],
)
def test_what_is_no_list_of_people(read, text):
    assert officials(read(text, "2019-09-27")) == []
