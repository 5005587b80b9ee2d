"""Projects named once in running prose: found, and named without what is done to them."""

from __future__ import annotations

import time

import pytest

DAY = "2024-06-03"


def names(record):
    return [p.name for p in record.projects]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("방글라데시 다카 메트로 6호선 일부 구간이 18일 개통했다.", "다카 메트로 6호선"),
        ("이집트 아스완 신도시 공사가 대금 문제로 지연되고 있다.", "아스완 신도시"),
        ("국토부는 케냐 몸바사(Mombasa) 신항만 공사가 진행 중이라고 밝혔다.", "몸바사(Mombasa) 신항만"),
        ("케냐 테마항 방파제 후속공사를 2억달러에 수주했다.", "테마항 방파제"),
        ("하노이 메트로 4호선 공사에 우리 기업이 참여하고 있다.", "하노이 메트로 4호선"),
        ("양측은 다낭 석유화학 플랜트 2단계 협력을 논의했다.", "다낭 석유화학 플랜트 2단계"),
        ("베트남 중부 다낭 신도시 개발에 3억달러가 들어간다.", "다낭 신도시"),
    ],
)
def test_a_name_leaves_out_country_and_work(read, text, answer):
    assert names(read(text, DAY)) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("베트남 경제특구 개발이 지난달 시작됐다.", "베트남 경제특구"),
        ("체코 5호기 건설이 지연되고 있다.", "체코 5호기"),
        ("지난달 '베트남 다낭 상수도 사업'에 2억달러가 지원됐다.", "베트남 다낭 상수도 사업"),
    ],
)
def test_a_name_keeps_the_country_that_it_needs(read, text, answer):
    assert set(names(read(text, DAY))) <= {answer}


def test_work_left_out_of_the_name_is_the_action(read):
    (project,) = read("이집트 아스완 신도시 공사가 대금 문제로 지연되고 있다.", DAY).projects
    assert (project.name, project.action, project.country) == ("아스완 신도시", "공사", ("EG",))
    assert project.text == "이집트 아스완 신도시 공사"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("페루 안체로 신공항이 지난달 착공했다.", "안체로 신공항"),
        ("정부는 콜롱 신공항을 2027년 개항한다.", "콜롱 신공항"),
        ("국토부는 끼라간다 종합병원이 지난달 준공됐다고 밝혔다.", "끼라간다 종합병원"),
    ],
)
def test_torn_names(read, text, answer):
    assert names(read(text, DAY)) in ([answer], ["페루 " + answer])


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("정부는 한-가나 기술교류센터 설립을 추진한다.", ["한-가나 기술교류센터"]),
        ("한·몽골 농업연구소가 지난달 문을 열었다.", ["한·몽골 농업연구소"]),
        ("양국은 한-인도 플랜트 협력을 논의했다.", []),
        ("한-가나 교역은 지난해 3억달러였다.", []),
    ],
)
def test_houses_of_two_countries(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("정부는 다낭 해상풍력(300MW)을 지원한다.", ["다낭 해상풍력"]),
        ("통영 굴껍데기 특구는 3월에 실증에 들어갔다.", ["통영 굴껍데기 특구"]),
        ("세부 마리나는 좀 더 지켜보기로 했다.", []),
        ("세부항 마리나는 접기로 했다.", ["세부항 마리나"]),
        ("양곤 지하철 2호선(30억달러) 차량 공급에 참여한다.", ["양곤 지하철 2호선"]),
        ("국토부는 다낭 신공항 사업 공정을 점검했다.", ["다낭 신공항 사업"]),
    ],
)
def test_what_is_told_of_a_work(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    "text",
    [
        "텍사스 공장의 생산은 한파로 멈췄다.",
        "톈진 공장이 지난 3일부터 열흘째 멈춰 있다.",
        "평택 공장은 지난해 10조원을 벌었다.",
        "부산항은 지난달 물동량이 3% 늘었다.",
        "서울 지하철은 5일 파업에 들어갔다.",
        "호텔과 공연장, 도서관 이용객은 늘었고 헬기 수출도 늘었다.",
        "두 나라는 공동개발과 현지생산을 늘리기로 했다.",
    ],
)
def test_business_as_usual_is_no_project(read, text):
    assert names(read(text, DAY)) == []


def test_rows_between_bars(read):
    text = (
        "보도자료\n\n□ 주요 사업은 다음과 같다.\n\n사업명 | 사업비 | 일정\n"
        "다낭 하수관로 | 2,100 | 내년 착공\n껀터 변전소 2호 | 430 | 예타 중\n"
    )
    assert names(read(text, DAY)) == ["다낭 하수관로", "껀터 변전소 2호"]


@pytest.mark.parametrize("word", ["사업 ", "공사 사업 ", "다낭 발전소 ", "건설 추진 "])
def test_time_is_linear_on_noise(extractor, word):
    extractor.extract(word)
    spent = []
    for times in (1000, 4000):
        start = time.process_time()
        extractor.extract(word * times)
        spent.append(time.process_time() - start)
    assert spent[1] < 9 * spent[0] + 1


SEVERAL = "다낭 발전소(3억달러)가 지난달 착공했고 하이퐁 상수도(2억달러)는 내년 준공된다. "


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("쿠스코 담수화 시설도 물망에 올라 있다.", ["쿠스코 담수화 시설"]),
        (
            "키갈리 순환도로 1조2천억원, 타슈켄트 신공항 8천억원 순이다.",
            ["키갈리 순환도로", "타슈켄트 신공항"],
        ),
        ("한국은 리마~쿠스코 고속철에 승부를 건다.", ["리마~쿠스코 고속철"]),
        ("장관은 키갈리 배터리 공장에 대한 지원을 당부했다.", ["키갈리 배터리 공장"]),
        ("새달빛선은 8월 첫 삽을 뜬다.", ["새달빛선"]),
        ("키갈리 광역전철 말이군요.", ["키갈리 광역전철"]),
        ("키갈리~부타레 급행철도 차량 공급은 지난달 중단됐다.", ["키갈리~부타레 급행철도 차량"]),
        ("장관은 키갈리 공항에 도착했다.", []),
        ("키갈리 공항에서 회의가 열렸다.", []),
        ("마지막 방어선은 무너졌다.", []),
    ],
)
def test_one_of_several(read, said, answer):
    assert names(read(SEVERAL + said, DAY)) == ["다낭 발전소", "하이퐁 상수도", *answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("정부는 ‘어촌 청년 창업 지원사업’에 참여할 기업을 모집한다.", ["어촌 청년 창업 지원사업"]),
        ("정부는 4월부터 ‘해외 항만 공무원 초청 연수’를 운영한다.", ["해외 항만 공무원 초청 연수"]),
        ("국토부는 상암에 드론배송 시범지구를 조성하고 상반기에 문을 연다.", ["드론배송 시범지구"]),
        ("지난달 예비타당성조사를 마친 23개 지역 사업이 본궤도에 올랐다.", []),
        ("정부는 '관심 사업' 목록을 공개했다.", []),
        ("협상 과정이 길어졌다.", []),
    ],
)
def test_programmes(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "□ 개요\n ㅇ 일시: 6. 3.(월) 10시\n ㅇ 장소: 경기도 안산 시화산단\n ㅇ 참석자: 장관, 공장 대표\n",
            [],
        ),
        ("□ (사업 목적) 온실가스 감축\n□ (설비 유형) 세 가지 유형의 설비\n", []),
        ("주요 교육 내용은 ▲기상레이더 운영 ▲예보시스템 ▲위성 분석 등이다.", []),
    ],
)
def test_labels_and_lessons_name_no_undertaking(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    "text",
    [
        "르완다 메트로 3호선은 발주처의 보상이 늦어져 내년 3월 착공한다. 르완다 메트로는 2억달러 규모다.",
        "다낭 항만 2부두(3억달러)가 지난달 착공했다. 다낭 항만은 내년 개항한다.",
    ],
)
def test_a_part_and_its_whole_are_one(read, text):
    assert len(names(read(text, DAY))) == 1


def test_priced_headings_of_a_list(read):
    text = (
        "□ 추경예산의 사업은 다음과 같다.\n\n➊ 어선 유류비 환급 지원 : 190억원 증액\n\n"
        "➋ 섬마을 여객선 운항 : 27억원 신설\n\nㅇ 섬을 잇는다.\n\n➌ 총 사업비 : 217억원\n"
    )
    assert names(read(text, DAY)) == ["어선 유류비 환급 지원", "섬마을 여객선"]


def test_bullets_with_runs_behind_their_heading(read):
    text = (
        "□ 분야별 과제는 다음과 같다.\n\n"
        "ㅇ (플랜트) △다낭 대학병원(1억7천만달러) 건립 △하이퐁 합금 공장(2억달러) 건설 지원\n\n"
        "ㅇ (산업) △누산타라 버스 공장 준공(2019년 12월 예정) △천연가스 충전소 증설 지원\n"
    )
    assert [p.name for p in read(text, DAY).projects] == [
        "다낭 대학병원",
        "하이퐁 합금 공장",
        "누산타라 버스 공장",
        "천연가스 충전소",
    ]


def test_a_work_behind_a_list_keeps_what_is_told_of_it(read):
    found = read("양측은 △쿠마시 교량 추진 △착공이 늦어진 타코라디 항만 건설을 논의했다.", DAY).projects
    assert [(p.name, p.stage) for p in found] == [("쿠마시 교량", ""), ("타코라디 항만", "delayed")]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("다낭-하이퐁간 고속도로 공사가 다음 달 재개된다.", ["다낭-하이퐁간 고속도로"]),
        ("국토부는 전주-김천간 철도 노선을 신설하기로 했다.", ["전주-김천간 철도 노선"]),
        ("정부는 국립아동병원 및 국립전자도서관 건립을 지원한다.", ["국립아동병원", "국립전자도서관"]),
        ("양국은 아동병원과 다낭 도서관 신축을 논의했다.", ["아동병원", "다낭 도서관"]),
        ("300병상을 갖춘 국제적 수준의 아동병원을 건립하는 사업이다.", ["아동병원"]),
        ("가온테크는 1억달러 디지털 트윈 사업을 수주했다.", ["디지털 트윈 사업"]),
        ("하이퐁 경전철 연결사업의 예비 타당성조사 결과가 나온다.", ["하이퐁 경전철 연결사업"]),
        ("김 단장은 다낭-하이퐁 간 철도 건설에 참여하게 해 달라고 했다.", ["다낭-하이퐁 간 철도"]),
        ("가온건설은 다낭 정유공장 4차 탈황설비 기본합의서를 체결했다.", ["다낭 정유공장 4차 탈황설비"]),
        ("가온건설은 다낭 공장 정상화 사업 2단계 협력합의서를 맺었다.", ["다낭 공장 정상화 사업 2단계"]),
        ("사업비가 100억달러인 다낭 정유 시설 프로젝트는 그대로다.", ["다낭 정유 시설 프로젝트"]),
        ("가온전력은 네팔 히말라야 산맥 인근에 발전소를 건설한다.", ["네팔 히말라야 산맥 인근 발전소"]),
        ("지난 3일 오전 9시 3분쯤 다낭공항 활주로 연장 공사를 시작했다.", ["다낭공항 활주로 연장 공사"]),
    ],
)
def test_what_is_still_to_be_made(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    "text",
    [
        "국립아동병원은 건립 20주년을 맞았다.",
        "국립아동병원 설립 기준이 바뀌었다.",
        "양국은 한-인도 플랜트 협력 업무협약을 맺었다.",
        "체육시설법 27조 1항은 권리를 승계하도록 규정한다.",
    ],
)
def test_houses_that_stand_are_no_undertaking(read, text):
    assert names(read(text, DAY)) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "가온전력은 파키스탄에 197㎿급 수력발전소를 짓는다. 15일 아스리트 수력발전소 의향서를 맺었다.",
            ["아스리트 수력발전소"],
        ),
        (
            "가온전력은 베트남에 500MW급 태양광발전소를 짓는다. 하롱 풍력발전소는 내년 착공한다.",
            ["500MW급 태양광발전소", "하롱 풍력발전소"],
        ),
        ("가온전력은 다시 한 번 팀코리아로 다낭 발전소 건설에 참여한다.", ["다낭 발전소"]),
        ("양국은 다낭 메탄가스(CBM)사업에 대한 협력도 잇기로 했다.", ["다낭 메탄가스(CBM)사업"]),
    ],
)
def test_one_work_told_by_size_and_by_name(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가온전자는 다낭시에 자율주행 부품 생산 라인을 구축한다.", ["자율주행 부품 생산 라인"]),
        ("베트남 닌하이의 3·4호기(50억달러)는 입찰이 진행 중이다.", ["닌하이의 3·4호기"]),
        ("하이퐁 산업 단지에 900억원 규모의 냉장 설비 공장이 들어선다.", ["냉장 설비 공장"]),
        ("폐광 부지에는 소금물 정화 단지를 조성한다.", ["소금물 정화 단지"]),
        ("경쟁국에 뺏긴 모로코 원전은 다시 나오지 않는다.", ["모로코 원전"]),
        ("다낭 돌산 은광이 지난달 착공했다.", ["다낭 돌산 은광"]),
        ("20억불 이상의 케냐 중기 지원 패키지도 추진한다.", ["케냐 중기 지원 패키지"]),
        (
            "양측은 △사마르칸트 목재단지 ODA 설비 지원 △다낭 교량 건설 등을 논의했다.",
            ["사마르칸트 목재단지 ODA 설비", "다낭 교량"],
        ),
        ("다낭 돌고개터널과 푸른고개터널 입구에는 벽을 세웠다.", []),
        ("다낭 국가산업단지 인근에서 시민들이 걸었다.", []),
        ("센터는 하노이 온실, 저장고 등 시설을 갖췄다.", []),
        ("이 장비는 국내에는 하얀암병원만 운영 중이다.", []),
        ("[인사] 가온연구원 ▲다낭센터장 김가온 ▲푸른창업센터 소장 이나래", []),
    ],
)
def test_written_apart_beside_and_equipped(read, text, answer):
    assert names(read(text, DAY)) == answer


def test_works_of_two_countries_are_two(read):
    text = "가온은 케냐 원전을 수주했다. 지난달에는 경쟁사에 뺏긴 모로코 원전이 착공됐다."
    assert names(read(text, DAY)) == ["케냐 원전", "모로코 원전"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("정부는 ‘푸른마을(Blue Village)’ 조성을 위한 조사에 들어간다.", ["푸른마을(Blue Village)"]),
        ("시는 '온누리 광장' 건립을 검토한다.", ["온누리 광장"]),
        ("양측은 ‘공동 투자 플랫폼’ 설립도 추진하기로 했다.", ["공동 투자 플랫폼"]),
        ("시는 '물을 아끼자' 조성 운동을 폈다.", []),
        ("가온건설은 푸에르토 라 유니온 정유공장을 수주했다.", ["푸에르토 라 유니온 정유공장"]),
        ("가온광업은 자파르 금광탐사에 나섰다.", ["자파르 금광"]),
        ("다낭 복합 화력에 이어 발전소를 또 짓게 됐다.", ["다낭 복합 화력"]),
        ("[인사] 푸른청 ▲다낭터널 소장 김가온 ▲하노이항 개발단장 이나래", []),
    ],
)
def test_quoted_glued_and_foreign_names(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가온타이어 다낭공장은 지난 5월 17일 불이 나 생산이 멈췄다.", []),
        ("이 층에는 대피 방송 시스템이 설치되지 않았다.", []),
        ("나래선은 2호선·8호선·가온신분선 등과 환승할 수 있다.", []),
        ("시는 ‘제2차 가온시 도시철도망 구축계획’을 고시했다.", []),
        ("김가온 나래중공업 플랜트 EPC 부문장은 수주를 자신했다.", []),
        (
            "체코 테멜린 원자력 발전소 건설사업을 수주했다. 테멜린 신규 원전 2기는 내년 착공한다.",
            ["테멜린 원자력 발전소 건설사업"],
        ),
    ],
)
def test_scenes_plans_and_two_words_for_one(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "사업명 : 가온촌 난방 개선 / 규모 : 5천만달러 / 현황 : 2단계 설치 공사 중\n"
            "사업명 : 나래 분석센터 / 규모 : 78억원 / 현황 : 부지 확정",
            ["가온촌 난방 개선", "나래 분석센터"],
        ),
        ("MOU 제26항에 따라 서로 알리기로 했다.", []),
        ("그는 서울 지하철을 타보고 다낭 지하철 건설에 3억달러를 들이기로 했다.", ["다낭 지하철"]),
        ("정부는 남부의 핵심 거점인 가온산단을 조성한다.", ["가온산단"]),
    ],
)
def test_labels_articles_and_what_is_used(read, text, answer):
    assert names(read(text, DAY)) == answer


def test_items_on_one_line_are_two(read):
    text = "협력 사업은 다음과 같다.\n① 다낭 항만 확장(2억달러)\n② 다낭 농민증 보급 ③ 전자정부 인력양성\n"
    assert names(read(text, DAY)) == ["다낭 항만", "다낭 농민증", "전자정부 인력양성"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "가온중공업은 1200MW급(600MW급 2기) ‘송다1’ 석탄화력발전소 건설 계약을 맺었다.",
            ["송다1 석탄화력발전소"],
        ),
        ("대통령은 하이퐁 연안 지역의 다낭 원자력발전소를 방문해 준공을 축하했다.", ["다낭 원자력발전소"]),
        (
            "가온중공업은 '다낭 복합화력발전소' 건설공사 계약을 맺었다. 다낭 복합화력은 내년 준공한다.",
            ["다낭 복합화력발전소 건설공사"],
        ),
        ("다낭 복합발전소를 수주했다. 대규모 복합발전소 건설은 처음이다.", ["다낭 복합발전소"]),
        ("인도네시아 전력공사(PT ABC)가 다낭 발전소를 발주했다.", ["다낭 발전소"]),
    ],
)
def test_sizes_regions_and_sorts_are_no_names(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("도로·철도·항만 사업이 추진된다.", []),
        ("교량·송전·항만 분야에 협력하기로 했다.", []),
        ("정부는 도로·상하수도 사업 5건을 발굴했다.", []),
        ("다낭·하이퐁 항만 사업을 추진한다.", ["다낭·하이퐁 항만 사업"]),
        ("현대자동차·LG에너지솔루션 인도네시아 배터리 공장이 내년 착공한다.", ["인도네시아 배터리 공장"]),
        ("한전·수자원공사 다낭 발전소가 착공됐다.", ["다낭 발전소"]),
    ],
)
def test_kinds_and_firms_in_a_row(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("두 나라는 ▲농업·수산 ▲의약품 공급망 ▲조선업 등 여러 갈래에서 손잡기로 했다.", []),
        ("양국은 △스마트시티 △수소 경제 △바이오 산업 등의 분야에서 협력을 논의했다.", []),
        ("양국 정상은 ▲방산 ▲원전 ▲반도체 공급망 등에서 협력을 강화하기로 했다.", []),
        ("양측은 △하이퐁 발전소 △다낭 교량 등 인프라 분야 사업을 논의했다.", ["하이퐁 발전소", "다낭 교량"]),
        (
            "양측은 △하이퐁 발전소 건설 △다낭 교량 재건 등 여러 분야에서 협력한다.",
            ["하이퐁 발전소", "다낭 교량"],
        ),
        ("철도, 조선 분야 등 지금 벌이는 협력을 더 넓히기로 했다.", []),
        ("하이퐁 발전소, 도로 분야 사업을 추진한다.", ["하이퐁 발전소"]),
    ],
)
def test_fields_are_no_undertakings(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "하이퐁 병원(1억달러)·다낭 열병 발전소(2억달러)·껀터 정유공장(3억달러)을 논의했다.",
            ["하이퐁 병원", "다낭 열병 발전소", "껀터 정유공장"],
        ),
        ("다낭 도로(95㎞)·껀터 항만(2단계) 사업을 논의했다.", ["다낭 도로", "껀터 항만(2단계) 사업"]),
    ],
)
def test_figures_in_parentheses_end_a_name_before_a_dot(read, text, answer):
    assert names(read(text, DAY)) == answer


def test_what_describes_the_next_work_is_no_action_of_the_last(read):
    text = "하이퐁 공장(2억달러) 지원, 발주 지연중인 다낭 도로(4억달러), 껀터 병원(1억달러) 추진을 논의했다."
    assert [(p.name, p.action, p.stage) for p in read(text, DAY).projects] == [
        ("하이퐁 공장", "지원", ""),
        ("다낭 도로", "발주", "delayed"),
        ("껀터 병원", "추진", ""),
    ]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "사우디에서는 네옴시티(50억달러), 킹살만 파크(2억달러) 등 초대형 프로젝트가 이어진다.",
            ["네옴시티", "킹살만 파크"],
        ),
        ("우즈베키스탄은 칸자르(3억달러) 등 사업을 추진한다.", ["칸자르"]),
        ("자카르타 LRT, 킹살만 파크 등 대형프로젝트를 지원한다.", ["자카르타 LRT", "킹살만 파크"]),
        ("삼성물산, 현대건설 등 대형 사업자가 참여한다.", []),
        ("한전, 한수원 등 공사가 참여했다.", []),
        ("사우디, UAE 등 주요 프로젝트를 발주한 나라를 찾는다.", []),
        ("도로, 항만 등 주요 사업을 지원한다.", []),
        ("양국은 교통, 에너지 등 주요 사업에서 협력한다.", []),
        ("기업들은 △스마트 시티(LH) △문화협력(가온엔터) 등을 주제로 발표하고, 신도시 개발을 제안한다.", []),
    ],
)
def test_works_told_by_their_kind_behind_them(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가온은 새만금 국가산단에 2억달러 규모의 배터리 공장을 짓기로 했다.", ["배터리 공장"]),
        ("가온은 다낭에 반도체 공장을 짓는다.", ["다낭 반도체 공장"]),
        ("가온은 다낭 산업단지에 반도체 공장을 짓는다.", ["다낭 산업단지 반도체 공장"]),
        ("가온건설은 작년에 이란에서 9천억원짜리 정유공장 현대화 기본계약을 맺었다.", ["정유공장"]),
        ("정유 공장을 여러 곳 지었다.", []),
        ("가온은 다낭에서 반도체 공장을 가동한다.", []),
        (
            "한국남부발전은 칠레에서 가스복합 발전소를 착공했다. 켈라 가스복합 발전소는 2016년 완공된다.",
            ["켈라 가스복합 발전소"],
        ),
        (
            "두쿰 정유설비를 수주했다. 이번 공사는 두쿰 경제특구에 정유설비를 건설하는 것이다.",
            ["두쿰 정유설비"],
        ),
    ],
)
def test_sorts_of_works_written_apart_and_sites(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("먼저 '한·베트남 섬유 전문가 양성교육'을 실시키로 했다.", ["한·베트남 섬유 전문가 양성교육"]),
        ("'한·베트남 섬유 공동 연구개발(R&D)'도 추진할 생각이다.", ["한·베트남 섬유 공동 연구개발(R&D)"]),
        ("여당은 '검찰 수사권 분리'를 추진하기로 했다.", []),
        ("시는 '다낭 방문의 해'를 추진해 나간다.", []),
        ("정부는 '고용위기지역 지정'을 추진한다.", []),
    ],
)
def test_quoted_schemes_that_are_pushed_ahead(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가온은 천안테크노파크일반산단에 100억원을 투자해 평택 공장을 이전한다.", ["평택 공장"]),
        ("가온은 다낭 산업단지에 2억달러를 들여 반도체 공장을 짓는다.", ["다낭 산업단지 반도체 공장"]),
        ("가온은 다낭 산업단지에 2억달러를 투자한다.", ["다낭 산업단지"]),
        ("작년 말까지 40개국 210개 사업에 약 8조원을 지원하고 있다.", []),
    ],
)
def test_sums_go_into_what_is_built_there(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("나래중공업은 미주 선사로부터 드릴십 1척을 7억달러에 수주했다.", ["드릴십 1척"]),
        ("나래조선은 유럽 선사로부터 컨테이너선 6척을 1조2000억원에 수주했다.", ["컨테이너선 6척"]),
        ("인도 델리에 전동차 120량을 3억달러에 공급하는 계약을 체결했다.", ["전동차 120량"]),
        ("가온은 다낭항 자동화 크레인 4기를 1억달러에 수주했다.", ["다낭항 자동화 크레인 4기"]),
        ("가온은 다낭항 안벽 크레인 3기 공급 계약을 체결했다.", ["다낭항 안벽 크레인 3기"]),
        ("나래조선은 올해 들어 컨테이너선 29척을 72억달러에 수주했다.", []),
        ("나래조선은 지금까지 컨테이너선 29척을 72억달러에 수주했다.", []),
        ("지난해 국내 조선사는 컨테이너선 6척을 인도했다.", []),
        ("항만에는 컨테이너를 처리할 수 있는 하버 크레인을 설치했다.", []),
        ("공사 현장에서 크레인 1대가 넘어졌다.", []),
    ],
)
def test_ships_trains_and_cranes_are_ordered_by_number(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가온은 연간 발전용량 2242MW급 나보이 복합발전소를 짓는다.", ["나보이 복합발전소"]),
        ("두 나라는 설비용량 500MW급 다낭 풍력단지를 착공했다.", ["다낭 풍력단지"]),
        ("하루 처리용량 3만톤 규모 다낭 하수처리장이 준공됐다.", ["다낭 하수처리장"]),
        ("가온은 설비용량 500MW급 풍력단지를 다낭에 착공했다.", ["설비용량 500MW급 풍력단지"]),
    ],
)
def test_a_capacity_in_front_is_none_of_the_name(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "정부는 왕복 4~6차로 지하도로 5.4km를 건설하는 경인고속도로 지하화 사업을 2027년 착공한다.",
            ["경인고속도로 지하화 사업"],
        ),
        ("국토부는 대심도 터널을 건설하는 경인선 지하화 사업을 추진한다.", ["경인선 지하화 사업"]),
        ("다낭 하수처리장을 건설하는 사업을 1억달러에 수주했다.", ["다낭 하수처리장"]),
        ("다낭 공단에 건설되는 하이퐁화학 플랜트를 2억달러에 수주했다.", ["하이퐁화학 플랜트"]),
        ("다낭 산단에 들어서는 반도체 공장이 착공했다.", ["다낭 산단 반도체 공장"]),
    ],
)
def test_what_the_next_one_builds_and_where(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가온은 두바이 제벨알리 P,Q 플랜트 입찰에 참여하고 있다.", ["두바이 제벨알리 P,Q 플랜트"]),
        ("가온은 하이퐁 A,B 플랜트를 2억달러에 수주했다.", ["하이퐁 A,B 플랜트"]),
        ("가온은 하이퐁, 다낭 플랜트를 2억달러에 수주했다.", ["다낭 플랜트"]),
        ("이들 기업은 6개 시·군 산업단지 56만㎡에 3조원을 투자한다.", []),
        ("이들 기업은 4개 지역 산업단지에 3조원을 투자한다.", []),
        ("가온은 다낭 산업단지에 2억달러를 투자한다.", ["다낭 산업단지"]),
    ],
)
def test_units_by_letters_and_any_of_many(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("이 다리는 뭍과 가람섬을 잇는 3.1㎞짜리 현수교로, 군은 2009년에 사업을 멈췄다.", []),
        ("이번 공사는 다낭에서 하이퐁까지 21km를 연결하는 공사로 내년 끝난다.", []),
        ("정부는 다낭과 하이퐁을 잇는 철도를 짓는다.", ["다낭과 하이퐁을 잇는 철도"]),
        (
            "다낭-2 발전소 프로젝트는 바닷가에 300MW급 석탄화력발전소 3기를 세우는 사업이다.",
            ["다낭-2 발전소 프로젝트"],
        ),
        ("정부는 다낭 발전소를 건설하는 사업을 추진한다.", ["다낭 발전소"]),
        (
            "가온은 두옹 정유시설 공사를 2억달러에 수주했다. 수도에서 남쪽으로 450km 떨어진 두옹 지역에"
            " 하루 9만 배럴짜리 정유 공장을 세우는 사업이다.",
            ["두옹 정유시설"],
        ),
        (
            "가온은 다낭 정유공장 고도화설비를 2억달러에 수주했다. 이번 프로젝트는 하이퐁 잔사유를 쓰는"
            " 하이퐁 정유공장을 새로 건설하는 것이라고 가온은 말했다.",
            ["다낭 정유공장 고도화설비"],
        ),
        (
            "가온은 다낭 철도를 2억달러에 수주했다. 나래는 하이퐁에 복합화력발전소를 짓는 사업이다.",
            ["다낭 철도", "하이퐁 복합화력발전소"],
        ),
        ("하이퐁 지역에 복합화력발전소를 짓는 사업이다.", ["하이퐁 지역 복합화력발전소"]),
        (
            "가온은 다낭 NRP 사업 계약을 맺었다. 바닷가 하이퐁에 친환경 아스팔트 생산시설을 세우는"
            " 이 프로젝트는 회사가 처음 맡는 일이다.",
            ["다낭 NRP 사업"],
        ),
        (
            "하이퐁에 친환경 아스팔트 생산시설을 세우는 이 프로젝트는 회사가 처음 맡는 일이다.",
            ["친환경 아스팔트 생산시설"],
        ),
        ("가온은 비료공장 건설 시공능력이 뛰어나다는 말을 듣는다.", []),
        ("가온은 비료공장 건설 경험을 살린다.", []),
        ("가온은 비료공장 건설 계약을 맺었다.", ["비료공장"]),
        ("가온은 공장 건설 계약을 맺었다.", []),
        ("가온은 해양플랜트 수주에 나섰다.", []),
        ("정부는 스마트공장 보급을 돕는다.", []),
        ("가온은 3억달러 규모의 시멘트공장을 따냈다.", ["시멘트공장"]),
    ],
)
def test_what_this_work_is(read, text, answer):
    assert names(read(text, DAY)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "가온은 하노이 배터리 소재 공장을 착공했다. 하노이 신규 공장은 2026년 준공된다.",
            ["하노이 배터리 소재 공장"],
        ),
        (
            "가온은 다낭 배터리 생산공장을 착공했다. 다낭 공장은 내년 끝난다. 하노이 공장은 내년 착공한다.",
            ["다낭 배터리 생산공장", "하노이 공장"],
        ),
        (
            "가온은 다낭 1공장을 착공했다. 다낭 2공장은 내년 착공한다.",
            ["다낭 1공장", "다낭 2공장"],
        ),
        (
            "가온은 베트남 복합화력발전소를 착공했다. 나래는 칠레 복합화력발전소를 내년 착공한다.",
            ["베트남 복합화력발전소", "칠레 복합화력발전소"],
        ),
        (
            "가온은 다낭 배터리 공장을 착공했다. 다낭 반도체 공장은 내년 착공한다.",
            ["다낭 배터리 공장", "다낭 반도체 공장"],
        ),
        (
            "한국전력공사가 태양광 발전소를 착공했다. 한화에너지는 라구나 솔라 태양광발전소를 준공했다.",
            ["한국전력공사 태양광 발전소", "라구나 솔라 태양광발전소"],
        ),
    ],
)
def test_several_descriptions_of_one_plant(read, text, answer):
    assert names(read(text, DAY)) == answer


def test_short_names_among_works_and_bracketed_ones_being_built(read):
    text = (
        "보도자료\n\n□ 다낭시에 조성 중인 「한·베트남 섬유 파크」를 함께 살피기로 함\n\n"
        "□ 우리 업체가 맡은 가스화력발전소 건설 프로젝트에서 돕기로 함\n\n"
        " ① 응이손2(한국전력)\n ② 붕앙3(삼성물산)\n ③ 몽정1(현대건설)\n"
    )
    assert names(read(text, DAY)) == ["한·베트남 섬유 파크", "응이손2", "붕앙3", "몽정1"]


def test_short_names_among_people_are_no_works(read):
    assert names(read("보도자료\n\n□ 참석자 명단\n ① 김하나(한국전력)\n ② 이두리(삼성물산)\n", DAY)) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("두 회사는 발전소 준공후 18년간 발전소를 돌려,들인 돈을 거둔다.", []),
        ("양사는 준공후 20년간 하이퐁 발전소를 운영한다.", ["하이퐁 발전소"]),
        ("장관은 추진 중인 가스화력발전프로젝트에 기업의 참여를 요청했다.", ["가스화력발전프로젝트"]),
        ("장관은 추진 중인 지역발전사업에 기업의 참여를 요청했다.", []),
    ],
)
def test_how_long_and_what_kind_of_power(read, text, answer):
    assert names(read(text, DAY)) == answer


WON = "가온건설은 베트남 하이퐁 복합단지 조성사업을 2억달러에 수주했다. "


@pytest.mark.parametrize(
    "rest",
    [
        "이 사업은 8MW급 발전소 4개를 포함, 총 30MW 규모 태양광 발전단지를 개발·건설해 운영하는 것이다.",
        "이번 사업은 길이 9.2km의 자동차 전용도로를 새로 건설하는 것으로, 가온건설은 정수장을 건설하게 된다.",
        "이번 수주로 가온건설은 600MW급 화력발전소 3기를 설계 건설하게 되며 1호기는 2027년 준공한다.",
        "이 사업이 완료되면 베트남은 물류정보시스템을 구축하게 된다.",
        "바닷가에 비료 생산시설과 기반시설을 세우는 공사로, 5년이 걸린다.",
    ],
)
def test_what_this_work_makes_is_its_content(read, rest):
    assert [p.name for p in read(WON + rest, DAY).projects] == ["하이퐁 복합단지 조성사업"]


@pytest.mark.parametrize(
    "rest",
    [
        "가온건설은 다낭 화력발전소도 건설하게 됐다.",
        "나래건설은 다낭 화력발전소를 지어 20년간 운영한다.",
    ],
)
def test_another_work_is_no_content(read, rest):
    names = [p.name for p in read(WON + rest, DAY).projects]
    assert names == ["하이퐁 복합단지 조성사업", "다낭 화력발전소"]


def test_its_ends_name_a_work_better_than_its_land(read):
    text = (
        "가온건설, 베트남 고속도로 수주\n\n가온건설이 베트남에서 7천만달러의 고속도로 공사를 수주했다.\n"
        "이번 공사는 휴양도시인 다낭과 꽝아이를 연결하는 고속도로를 건설하는 것이다."
    )
    found = read(text, DAY)
    assert [p.name for p in found.projects] == ["다낭과 꽝아이를 연결하는 고속도로"]


def test_what_a_work_is_goes_on_in_the_next_paragraph(read):
    text = (
        "가온건설이 오만 국영기업과 비료 플랜트 건설 사업 수주계약을 맺었다.\n"
        "바닷가에 요소 생산시설과 기반시설을 짓는 공사로, 9억 달러, 우리 돈 1조 2천억 원이 든다."
    )
    found = read(text, DAY)
    sums = {a.char_start: a.text for a in found.amounts}
    assert [(p.name, sums[p.amount]) for p in found.projects] == [("비료 플랜트 건설 사업", "9억 달러")]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가온은 기존 베트남 PDP 공장을 개조해 하이퐁에 배터리 공장을 짓는다.", ["하이퐁 배터리 공장"]),
        ("시는 낡은 하이퐁 시장을 허물고 다낭 문화센터를 짓는다.", ["다낭 문화센터"]),
        ("가온은 하이퐁 정유공장을 개조하기로 했다.", ["하이퐁 정유공장"]),
        ("가온은 나래기업의 원전 건설 담당 자회사와 다낭 원전을 짓는다.", ["다낭 원전"]),
        ("한전은 해외 수력발전사업 개발에 성공했다.", []),
        ("정부는 캄보디아 지원사업에 3억달러를 투입한다.", []),
        ("정부는 3000억원 규모의 공적원조 사업을 발주한다.", []),
        ("한전은 베트남 다낭 수력발전사업 개발에 성공했다.", ["다낭 수력발전사업"]),
        (
            "LG는 베트남 'LG 클러스터' 내에 4천억원을 들여 축구장 다섯 배인 전기차 배터리공장을 짓는다.",
            ["전기차 배터리공장"],
        ),
        (
            "발주 사업에는 하이퐁 간호학교 지원, 남부고원의 기상정보시스템 구축 사업 등이 포함됐다.",
            ["하이퐁 간호학교", "기상정보시스템 구축 사업"],
        ),
        (
            "그는 하이퐁 가스화학 플랜트 등 우리 기업들이 담당한 베트남 사업의 사례를 들었다.",
            ["하이퐁 가스화학 플랜트"],
        ),
        ("도로공사가 발주한 다낭-꽝아이 고속도로 공사를 가온이 수주했다.", ["다낭-꽝아이 고속도로"]),
        ("다낭-꽝아이를 잇는 버스가 다닌다.", []),
    ],
)
def test_what_stood_there_firms_and_works_anywhere(read, text, answer):
    assert [p.name for p in read(text, DAY).projects] == answer


def test_a_headline_names_the_sort_of_a_numbered_part(read):
    text = (
        "가온, 9천만 달러 베트남 고속도로 공사 따내\n\n"
        "가온은 도로공사가 내놓은 다낭-하이퐁 고속도로 4공구 공사를 따냈다고 알렸다."
    )
    assert [p.name for p in read(text, DAY).projects] == ["다낭-하이퐁 고속도로 4공구"]


def test_core_bases_in_a_part_of_the_world_are_the_plant(read):
    text = (
        "가온화학, 헝가리에 유럽 최대 분리막 공장 첫 삽\n\n"
        "가온화학이 핵심 생산기지를 헝가리에 둔다. 가온화학은 5일 헝가리에서 분리막 공장"
        " 기공식을 열었다. 헝가리 공장을 다 지으면 한 해 3억㎡를 만든다."
    )
    assert [p.name for p in read(text, DAY).projects] == ["유럽 최대 분리막 공장"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("가온은 베트남에 300㎿ 규모 발전소를 짓는다.", ["300㎿ 규모 발전소"]),
        ("가온은 80만kW 규모의 발전소를 수주했다.", ["80만kW 규모의 발전소"]),
        ("가온은 베트남에서 모두 700㎿의 발전소를 운영하는 회사다.", []),
        ("가온은 베트남에서 향후 5년간 약 30GW 규모의 발전소 발주를 예상한다.", []),
        (
            "가온은 하이퐁 발전소를 착공했다. 이 사업은 하이퐁에 300MW 규모의 발전소를 짓는 것이다.",
            ["하이퐁 발전소"],
        ),
        ("가온은 다낭 철도 구축 등 대형 에너지 플랜트 프로젝트 수주를 돕는다.", ["다낭 철도"]),
        ("가온은 하이퐁 도로를 착공했다. 이 턴키(설계·시공 일괄)공사는 내년 끝난다.", ["하이퐁 도로"]),
    ],
)
def test_how_large_a_work_is_and_what_sums_works_up(read, text, answer):
    assert [p.name for p in read(text, DAY).projects] == answer


def test_what_this_one_is_tells_of_it(read):
    text = (
        "가온은 3억달러 규모의 '하이퐁~다낭 고속도로 프로젝트'를 수주했다. 이 프로젝트는 베트남의 첫"
        " 왕복 8차로 고속도로 건설 공사로, 내년 4월 착공한다."
    )
    (project,) = read(text, DAY).projects
    assert (project.name, project.next_stage) == ("하이퐁~다낭 고속도로 프로젝트", "under_construction")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "현대건설이 베트남에서 대형 제련시설 공사 수주에 성공했다. 현대건설은 2조원 규모의 '나르타"
            " 프로젝트 3번 패키지' 공사를 수주했다고 20일 밝혔다.",
            ["나르타 프로젝트 3번 패키지 공사"],
        ),
        (
            "현대건설이 베트남에서 암모니아 생산시설 공사를 수주했다. 현대건설은 전날 베트남 나르타 암모니아"
            " 프로젝트 공사를 5천억원에 수주했다고 공시했다.",
            ["나르타 암모니아 프로젝트"],
        ),
        (
            "현대건설은 베트남에서 정유공장을 수주했다. 현대건설은 이어 다낭 프로젝트도 수주했다.",
            ["정유공장", "다낭 프로젝트"],
        ),
        (
            "현대건설은 베트남에서 정유공장을 수주했다. 현대건설은 올해 나르타 발전소를 수주했다.",
            ["정유공장", "나르타 발전소"],
        ),
        (
            "현대건설은 베트남에서 정유공장을 수주했다. 대우건설은 다낭 프로젝트를 수주했다.",
            ["정유공장", "다낭 프로젝트"],
        ),
        (
            "차관은 칠레에선 5억달러 규모 트램 사업 수주를 돕는다. 페루에선 9억달러"
            " 규모 트램 사업 수주를 돕는다.",
            ["트램 사업", "트램 사업"],
        ),
    ],
)
def test_the_sort_first_and_the_name_next(read, text, answer):
    assert [p.name for p in read(text, DAY).projects] == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "보도자료\n\n< 해상풍력 투자 >\n- (독일 가르트) 서해 해상풍력 개발, '22.9월 법인 설립\n"
            "- (덴마크 노르트·빈트) 전남 해상풍력 1단지(99MW), '23.3월 착공 예정\n",
            ["서해 해상풍력", "전남 해상풍력 1단지"],
        ),
        (
            "보도자료\n\n□ 하이퐁 발전소를 착공함\n - 위치 : 하이퐁 항만 남서쪽\n - 규모 : 1,320MW\n",
            ["하이퐁 발전소"],
        ),
        ("가온은 11월 타당성조사 용역을 발주한다.", []),
        ("신청서는 하이퐁 기술센터에 내면 된다.", []),
        ("양국은 안정적 공급망 구축을 위해 힘을 모은다.", []),
        ("가온건설이 올해 최대 해외건설 공사를 수주했다.", []),
        ("사우디는 각종 연구개발 프로젝트에 적극적이다.", []),
        ("보도자료\n\n안건은 ▶탄소중립 7건, ▶디지털 전환 6건, ▶생활 밀착 1건이다.\n", []),
        (
            "차관은 하이퐁 발전소 건설과 다낭 철도 건설 등 양국이 추진하는 대규모 경협 프로젝트를 살폈다.",
            ["하이퐁 발전소", "다낭 철도"],
        ),
        (
            "신규 과제에는 조선 분야 탄소 저감 기술 개발, 다낭 수소차 연료 관리 체계 구축 등이 포함됐다.",
            ["조선 분야 탄소 저감 기술", "다낭 수소차 연료 관리 체계"],
        ),
        (
            "가온은 베트남 하이퐁성 태양광 발전소를 돕는다. 하이퐁 사업은 오는 6월 착공한다.",
            ["하이퐁성 태양광 발전소"],
        ),
        (
            "가온중공업은 5월 칠레에서 1억달러의 제지 플랜트, 9월 페루에서"
            " 2억달러의 시멘트 플랜트 등을 수주했다.",
            ["제지 플랜트", "시멘트 플랜트"],
        ),
    ],
)
def test_whose_a_line_is_steps_and_addresses(read, text, answer):
    assert [p.name for p in read(text, DAY).projects] == answer
