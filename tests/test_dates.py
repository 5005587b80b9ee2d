"""Calendar dates: tables of text and answer, what is no date, anchors, properties."""

import re
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.dates import find, parse_dates
from extractor.draft import Block, Draft, Layout
from extractor.load import lexicon

FRIDAY = date(2019, 9, 27)


def edtfs(text, published=FRIDAY):
    return [d.edtf for d in parse_dates(text, published)]


def rows(name):
    return [pytest.param(row, id=row.where) for row in lexicon(name)]


def fired(text, row):
    return any(row.where in why.split() for d in parse_dates(text, FRIDAY) for why in d.why.values())


# --- every lexicon row


@pytest.mark.parametrize("row", [*rows("date_words"), *rows("holidays"), *rows("eras")])
def test_word_reads_as_its_row_says(row):
    assert " ".join(edtfs(row["example"])) == row["answer"]
    assert fired(row["example"], row)
    assert not fired(row["counterexample"], row)


@pytest.mark.parametrize("row", rows("date_relations"))
def test_relation_word_reads_as_its_row_says(row):
    def last(text):
        d = parse_dates(text, FRIDAY)[-1]
        return f"{d.edtf} {d.relation}"

    assert last(row["example"]) == row["answer"]
    assert last(row["counterexample"]) != row["answer"]
    if row["kind"] in ("from", "until", "planned"):
        assert parse_dates(row["example"], FRIDAY)[-1].why["relation"] == row.where


# --- tables: text, day of publication, EDTF values

WRITTEN_OUT = [
    ("2019년 9월 27일", "2019-09-27"),
    ("2019년09월27일 11:00", "2019-09-27"),
    ("2019. 10. 30(수) 10:00", "2019-10-30"),
    ("2019. 10. 30.(수) 조간", "2019-10-30"),
    ("'19.9.27(금)", "2019-09-27"),
    ("’24 년 11월", "2024-11"),
    ("'19.4월", "2019-04"),
    ("‘25년까지", "2025"),
    ("'97년 외환위기", "1997"),
    ("20190927", "2019-09-27"),
    ("2019/9/27", "2019-09-27"),
    ("2019-09-27", "2019-09-27"),
    ("2019.09.27 사진", "2019-09-27"),
    ("2019年 9月", "2019-09"),
    ("二〇一九年 九月 二十七日", "2019-09-27"),
    ("이천십구년 구월 이십칠일", "2019-09-27"),
    ("단기 4352년 10월 3일", "2019-10-03"),
    ("서기 2019년", "2019"),
    ("2019년도 예산", "2019"),
    ("2019회계연도", "2019"),
    ("2019. 3분기", "2019-35"),
    ("2019년 3/4분기", "2019-35"),
    ("'24.1Q", "2024-33"),
    ("19년 상반기", "2019-40"),
    ("’24년 上", "2024-40"),
    ("1990년대 초", "199X"),
    ("80~90년대", "1980/1999"),
    ("2017년 여름", "2017-22"),
    ("2019년 추석", "2019-09-13"),
    ("2020년 설 연휴", "2020-01-24/2020-01-26"),
    ("음력 2019년 8월 15일", "2019-09-13"),
    ("2019년 음력 8월 15일", "2019-09-13"),
    ("2015년 10월 마지막 날", "2015-10-31"),
    ("2019년 5월 마지막 주", "2019-05-27/2019-06-02"),
    ("2019년 10월 둘째 주 화요일", "2019-10-08"),
]
RANGES = [
    ("2008~2014년", "2008/2014"),
    ("'23~'27년", "2023/2027"),
    ("'23~27년", "2023/2027"),
    ("2019∼20년", "2019/2020"),
    ("2020~2028 사업", "2020/2028"),
    ("2022년부터 2026년까지", "2022/2026"),
    ("2018·2019년", "2018/2019"),
    ("2019.10~2020.3", "2019-10/2020-03"),
    ("'19.下~'20.上", "2019-07/2020-06"),
    ("'19.9.27~10.4 개최", "2019-09-27/2019-10-04"),
    ("2019. 9. 27.~28. 개최", "2019-09-27/2019-09-28"),
    ("2018년 12월∼2020년 1월", "2018-12/2020-01"),
    ("2019년 5월 10일~2020년 2월 28일", "2019-05-10/2020-02-28"),
]
FROM_PUBLICATION = [
    ("9.3일 회의", "2019-09-03"),
    ("(8.9일 일간지 보도에 대한 설명)", "2019-08-09"),
    ("10.25~28 APEC 회의", "2019-10-25/2019-10-28"),
    ("올해 예산", "2019"),
    ("지난해 11월", "2018-11"),
    ("재작년 봄에 만났다", "2017-21"),
    ("내후년 9월", "2021-09"),
    ("지난달 29일", "2019-08-29"),
    ("내달 초", "2019-10"),
    ("이달 말", "2019-09"),
    ("다음 달 첫째 주 화요일", "2019-10-01"),
    ("지난 4월", "2019-04"),
    ("지난 12월", "2018-12"),
    ("지난 10월 1일", "2018-10-01"),
    ("앞선 11월", "2018-11"),
    ("오는 12월", "2019-12"),
    ("오는 2월", "2020-02"),
    ("오는 2026년", "2026"),
    ("지난 2017년 6월", "2017-06"),
    ("오는 3일", "2019-10-03"),
    ("지난 30일", "2019-08-30"),
    ("올해 3분기", "2019-35"),
    ("2분기부터", "2019-34"),
    ("내년 상반기", "2020-40"),
    ("올 상반기", "2019-40"),
    ("하반기 중", "2019-41"),
    ("연내", "2019"),
    ("연말까지", "2019"),
    ("올해 들어 9월까지", "2019-09"),
    ("내년 1~2월 중", "2020-01/2020-02"),
    ("올해 1~3분기", "2019-01/2019-09"),
    ("내년 상·하반기", "2020-40 2020-41"),
    ("지난주", "2019-09-16/2019-09-22"),
    ("이번 주 안에", "2019-09-23/2019-09-29"),
    ("다음 주 금요일", "2019-10-04"),
    ("이번 주말", "2019-09-28/2019-09-29"),
    ("오는 금요일", "2019-10-04"),
    ("지난 월요일", "2019-09-23"),
    ("사흘 뒤 열린다", "2019-09-30"),
    ("2주 전 열렸다", "2019-09-13"),
    ("한 달 전 열렸다", "2019-08"),
    ("2년 전 열렸다", "2017"),
    ("다음 3주", "2019-09-30/2019-10-20"),
    ("오는 추석까지", "2020-10-01"),
    ("지난겨울", "2018-24"),
    ("10. 30(수) 오전 11시 이후", "2019-10-30"),
    ("5.31.(금)", "2019-05-31"),
    ("9.14(토)~15(일)", "2019-09-14/2019-09-15"),
    ("7.10(수)~8.10(토)", "2019-07-10/2019-08-10"),
    ("5.16~6.15 접수", "2019-05-16/2019-06-15"),
    ("9.26~30 상담회", "2019-09-26/2019-09-30"),
    ("지난 7.21일 발표", "2019-07-21"),
    ("12월 28일부터 1월 3일까지 연다", "2019-12-28/2020-01-03"),
    ("오는 27일부터 내달 1일까지", "2019-09-27/2019-10-01"),
    ("23∼27일 열린다", "2019-09-23/2019-09-27"),
    ("28일부터 3일까지 열린다", "2019-09-28/2019-10-03"),
    ("지난 16일부터 서울에서 23일까지", "2019-09-16/2019-09-23"),
    ("27·28일 이틀간", "2019-09-27/2019-09-28"),
    ("30일부터 이틀간 열린다", "2019-09-30 2019-09-30/2019-10-01"),
    ("9월 20일(금) 10시부터 22일(일) 18시까지 접수", "2019-09-20/2019-09-22"),
    ("20일 오후 3시부터 21일 오전 9시 30분까지", "2019-09-20/2019-09-21"),
    ("올초부터 줄었다", "2019"),
    ("금년 1.29에 발표한 대책", "2019-01-29"),
    ("참여 업체 선정 완료(3.16)", "2019-03-16"),
    ("6월 28과 29일 체코를 찾았다", "2019-06-28/2019-06-29"),
    ("한-칠레 협력 포럼(3.24), 수출 상담 설명회(5.3)", "2019-03-24 2019-05-03"),
    ("10일 기준 수주액", "2019-09-10"),
]
#: (published, text, answer): future or past is chosen by 지난, 오는, 예정 and the tense of the clause.
TENSE = [
    ("2020-01-02", "12월 수출이 늘었다", "2019-12"),
    ("2020-01-02", "하반기 적자가 흑자로 돌아섰다", "2019-41"),
    ("2020-01-02", "1분기에 예산을 풀겠다", "2020-33"),
    ("2020-01-02", "4분기 실적", "2019-36"),
    ("2019-12-20", "1월 문을 연다", "2020-01"),
    ("2019-12-20", "3월까지 마칠 계획이다", "2020-03"),
    ("2019-12-20", "3월까지 누적 수출은 줄었다", "2019-03"),
    ("2019-12-28", "1월 5일 서울에서 만난다", "2020-01-05"),
    ("2020-01-03", "12월 30일 맺은 계약", "2019-12-30"),
    ("2019-09-29", "2일 서울에서 개최한다", "2019-10-02"),
    ("2019-10-02", "30일 서울에서 개최했다", "2019-09-30"),
    ("2019-10-01", "새 규격을 정했다고 1일 밝혔다", "2019-10-01"),
    ("2019-09-21", "1~20일 통계를 집계했다", "2019-09-01/2019-09-20"),
    ("2025-03-11", "지난해 멈춘 설비는 3월부터 5월까지 석 달간 쉬었다", "2024 2024-03/2024-05"),
    ("2025-03-11", "부지를 6월 공모한다", "2025-06"),
    ("2020-02-02", "5월 이후 7개월 연속 흑자다", "2019-05"),
    (
        "2019-04-27",
        "다음 주(4월 29일~5월 3일) 통계가 나온다. 30일 생산 지표가 발표된다.",
        "2019-04-29/2019-05-03 2019-04-30",
    ),
    ("2017-12-28", "협상이 다음달 5일 열린다고 28일 밝혔다", "2018-01-05 2017-12-28"),
    ("2023-05-23", "하반기부터 차례로 착수키로 했다", "2023-41"),
    ("2020-02-13", "지난해 지정된 지구의 착공이 하반기로 늦춰졌다", "2019 2020-41"),
    ("2020-02-13", "2017년 따낸 공사의 준공은 3분기로 미뤄졌다", "2017 2020-35"),
    ("2020-02-13", "첫 회의는 12월로 연기됐다", "2020-12"),
    (
        "2018-10-22",
        "보도계획(10.22~10.28)\n다음 주 일정입니다",
        "2018-10-22/2018-10-28 2018-10-22/2018-10-28",
    ),
    (
        "2018-10-19",
        "보도계획(10.22~10.28)\n다음 주 일정입니다",
        "2018-10-22/2018-10-28 2018-10-22/2018-10-28",
    ),
]
#: The anchor moves as a reader's does.
MOVING = [
    ("지난해 6월 초 점령당해 같은 달 15일 공사가 멈췄다", "2018-06 2018-06-15"),
    ("2018년 5월 협상을 시작했고 같은 해 9월 서명했다", "2018-05 2018-09"),
    ("2016년 착공해 이듬해 준공했다", "2016 2017"),
    (
        "설명회는 10월 18일 대전을 시작으로 21일 서울, 24일 광주에서 열린다",
        "2019-10-18 2019-10-21 2019-10-24",
    ),
    ("다음 달 3일 서울에서 열린다. 5일에는 부산으로 옮긴다.", "2019-10-03 2019-10-05"),
    (
        "대표단은 지난달 3일부터 10일까지 세 나라를 돌았다. 5일에는 협약을 맺었다.",
        "2019-08-03/2019-08-10 2019-09-05",
    ),
    ("지난달 20일 서명했다고 26일 밝혔다", "2019-08-20 2019-09-26"),
    ("지난 4월 뜻을 모은 뒤 26일 첫 회의를 열었다", "2019-04 2019-09-26"),
    ("25일 착공식을 열었다. 이튿날 협약을 맺었다.", "2019-09-25 2019-09-26"),
    ("주가는 26일 전날보다 올랐다", "2019-09-26 2019-09-25"),
    ("서명식 전날인 24일 만났다", "2019-09-24"),
    ("올해 상반기 1척, 하반기 2척을 내년 상반기 착공해 하반기 넘긴다", "2019-40 2019-41 2020-40 2020-41"),
    ("지난 1~5월 수출은 작년 같은 기간보다 늘었다", "2019-01/2019-05 2018-01/2018-05"),
    ("8월 수출은 지난해 같은 달보다 늘었다", "2019-08 2018-08"),
    ("8월까지 걷은 세금은 작년 같은 기간보다 많다", "2019-08 2018-01/2018-08"),
    ("올 들어 지난달까지 교역은 지난해 같은 기간보다 늘었다", "2019-08 2018-01/2018-08"),
    ("8월 교역은 작년 같은 기간보다 많다", "2019-08 2018-08"),
    ("올해 상반기 투자는 지난해 같은 기간보다 줄었다", "2019-40 2018-40"),
    ("지난해 교역액은 전년보다 늘었다", "2018 2017"),
    ("구분\t'18.9월\t10월\t11월\t1월", "2018-09 2018-10 2018-11 2019-01"),
    ("('19.4월)△25.6 → (5월)△23.8", "2019-04 2019-05"),
    ("올 1분기(1~3월)", "2019-33 2019-01/2019-03"),
    ("오는 10월 개천절(3일)과 한글날(9일)", "2019-10 2019-10-03 2019-10-03 2019-10-09 2019-10-09"),
    ("추석 연휴(9월 12일~15일)", "2019-09-12/2019-09-15"),
    ("10월 셋째 주(16~20일)에 만난다", "2019-10-16/2019-10-20"),
    ("올 들어 지난달까지 수주액", "2019-08"),
    ("이번 주(9월 23~27일) 주요 일정", "2019-09-23/2019-09-27"),
    ("지난해(375억달러) 동기 대비", "2018"),
    ("오는 12일 착공한다. 이날 정부는 계획을 확정했다.", "2019-10-12 2019-09-27"),
    ("2016년 5월 3일 문을 열었다. 26일 새 선로를 깔았다.", "2016-05-03 2019-09-26"),
    ("2018년 3, 6, 9월", "2018-03 2018-06 2018-09"),
    ("오는 3일, 10일, 17일에 연다", "2019-10-03 2019-10-10 2019-10-17"),
    ("구분\t'18년\t'19년", "2018 2019"),
    ("('17) 574억불 → ('18) 605억불", "2017 2018"),
]
#: Nothing in these is a calendar date.
NOT_DATES = [
    "작업일수는 1.5일 적었다",
    "평균 3.5일이 걸린다",
    "2.5일 만에 마쳤다",
    "개통 후 31일 만인 것으로 알려졌다",
    "재고는 3.2일치다",
    "10.25~28 MW",
    "공사는 24개월 걸린다",
    "5년간 35억달러를 댄다",
    "3년 만에, 20여년간, 1년 넘게, 2년째",
    "향후 5년간, 앞으로 2년, 지난 3년간, 지난 1년은",
    "5년 뒤에 후회한다",
    "출범 3년 뒤 흑자를 냈다",
    "제1차 회의, 제19대 국회, 2차 협상",
    "시장개척단 12개사가 1:1 상담회를 가졌다",
    "3.8% 늘고 0.1~0.2%p 올랐다. 1.5~2배, 2.5~3.5조원, 9.1~9.3GW",
    "버전 3.1.2와 4.0",
    "G20 회의와 RE100, 5G",
    "4·19 혁명, 5·18 민주화운동, 6.25 전쟁, 3·1운동, '12.3 비상계엄'",
    "'재생에너지 3020' 계획과 2050 탄소중립",
    "2019 서울모터쇼와 2030 부산세계박람회",
    "전화 044-203-4040, 010-1234-5678, 119 신고",
    "조업일수(22일)는 1.5일 적었다",
    "45일 걸리던 것을 20일로 줄인다",
    "사흘 안에 지급한다",
    "1일 평균 2만배럴, 하루 3일치",
    "매년 3월, 해마다 5월 열린다",
    "매년 3월 말~4월 초에, 매년 9월부터 11월까지, 매주 금요일 연다",
    "조업일수[가) 8.5일,나) 8.5일] 고려",
    "6월항쟁과 10월 유신",
    "(\n월) (\t금)",
    "12월 결산법인",
    "최근, 향후, 당분간, 오늘날",
    "추석 선물과 설 명절 물가, 인수설, 매각설",
    "이달곤 의원과 내일채움공제",
    "자리를 내주기로 하고 전주 공장을 찾았다",
    "여름이면 썩고 겨울이면 언다",
    "1인당 3만원, 2척, 60여명",
    "어린이날 행사 준비",
    "2월 31일, 13월, 32일, 2019. 13. 40",
    "3박4일 일정",
    "18~20도, 3.1~5.2%, 7.1~8.3배",
]


@pytest.mark.parametrize(("text", "answer"), [*WRITTEN_OUT, *RANGES, *FROM_PUBLICATION, *MOVING])
def test_dates_of_an_article_of_27_september_2019(text, answer):
    assert " ".join(edtfs(text)) == answer


@pytest.mark.parametrize(("text", "answer"), WRITTEN_OUT + RANGES)
def test_what_is_written_out_needs_no_day_of_publication(text, answer):
    assert " ".join(edtfs(text, None)) == answer


@pytest.mark.parametrize(("published", "text", "answer"), TENSE)
def test_tense_and_nearness_choose(published, text, answer):
    assert " ".join(edtfs(text, date.fromisoformat(published))) == answer


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("2019년 12월 31일까지다", "until"),
        ("2003년 이후 13년 만이다", "on"),
        ("2016년(4954억달러) 이후 3년 6개월 만에 줄었다", "on"),
        ("2003년 이후 늘었다", "from"),
        ("당초 지난 6월 문을 열려 했다", "planned"),
        ("애초 지난해 마칠 공사였다", "planned"),
        ("지난 6월 문을 열었다", "on"),
        ("설계를 연말 다시 공고하겠다고 했다", "planned"),
    ],
)
def test_relation(text, relation):
    assert [d.relation for d in parse_dates(text, FRIDAY)] == [relation]


@pytest.mark.parametrize("text", NOT_DATES)
def test_no_date(text):
    assert parse_dates(text, FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("27일", "XXXX-XX-27"),
        ("지난 4월", "XXXX-04"),
        ("지난달 29일", "XXXX-XX-29"),
        ("9월 27일", "XXXX-09-27"),
        ("3분기", "XXXX-35"),
        ("내년", "XXXX"),
        ("이달", "XXXX-XX"),
        ("이날", "XXXX-XX-XX"),
        ("27일 회의를 열었다.\n장관은 이날 저녁 떠난다.", "XXXX-XX-27 XXXX-XX-27"),
        ("다음 주 금요일", "XXXX-XX-XX"),
        ("지난해 11월", "XXXX-11"),
        ("11~12월", "XXXX-11/XXXX-12"),
        ("2019년 11월 착공했다. 같은 달 15일 문을 열었다", "2019-11 2019-11-15"),
    ],
)
def test_without_a_day_of_publication_the_unknown_is_x(text, answer):
    found = parse_dates(text)
    assert " ".join(d.edtf for d in found) == answer
    assert all((d.resolution == "partial") == ("X" in d.edtf) for d in found)


# --- what a record says


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "relation", "resolution", "anchor"),
    [
        ("2019년 9월 27일", "2019-09-27", "2019-09-27", "day", "on", "explicit", ""),
        ("27일", "2019-09-27", "2019-09-27", "day", "on", "relative", "published"),
        ("지난해", "2018-01-01", "2018-12-31", "year", "on", "relative", "published"),
        ("2020년 2월", "2020-02-01", "2020-02-29", "month", "planned", "explicit", ""),
        ("2019년 3분기", "2019-07-01", "2019-09-30", "quarter", "on", "explicit", ""),
        ("내년 상반기부터", "2020-01-01", "2020-06-30", "half", "from", "relative", "published"),
        ("연내", "2019-01-01", "2019-12-31", "year", "until", "relative", "published"),
        ("2017년까지", "2017-01-01", "2017-12-31", "year", "until", "explicit", ""),
        ("2018년 5월 예정", "2018-05-01", "2018-05-31", "month", "planned", "explicit", ""),
        ("지난주", "2019-09-16", "2019-09-22", "week", "on", "relative", "published"),
        ("2018~2020년", "2018-01-01", "2020-12-31", "range", "on", "explicit", ""),
        ("2018년 겨울", "2018-12-01", "2019-02-28", "quarter", "on", "explicit", ""),
        ("1990년대", "1990-01-01", "1999-12-31", "range", "on", "explicit", ""),
        ("이달 말 공고할 예정이다", "2019-09-01", "2019-09-30", "month", "planned", "relative", "published"),
    ],
)
def test_record(text, start, end, precision, relation, resolution, anchor):
    (d,) = parse_dates(text, FRIDAY)
    assert (d.start, d.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert (d.precision, d.relation, d.resolution, d.anchor) == (precision, relation, resolution, anchor)
    assert text[d.char_start : d.char_end] == d.text


def test_the_anchor_is_the_date_before():
    _, second = parse_dates("지난해 6월 열렸고 같은 달 15일 끝났다", FRIDAY)
    assert (second.edtf, second.resolution, second.anchor) == ("2018-06-15", "relative", "2018-06")


def test_particles_of_relation_belong_to_the_mention():
    assert [d.text for d in parse_dates("2분기부터 내년 3월까지, 8월 이후, 연말 안에", FRIDAY)] == [
        "2분기부터 내년 3월까지",
        "8월 이후",
        "연말",
    ]


def test_a_weekday_verifies_and_supplies():
    (right,) = parse_dates("'19.9.27(금)", FRIDAY)
    (wrong,) = parse_dates("'19.9.27(목)", FRIDAY)
    assert (right.flags, wrong.flags, wrong.edtf) == ((), ("weekday_mismatch",), "2019-09-27")
    assert edtfs("12.28(금) 열렸다", date(2019, 1, 3)) == ["2018-12-28"]
    assert edtfs("12.28(토) 열린다", FRIDAY) == ["2019-12-28"]
    assert edtfs("2019년 계획 점검 7.29(월)", None) == ["2019", "2019-07-29"]
    assert edtfs("30일(월) 열린다", FRIDAY) == ["2019-09-30"]


def test_local_time_is_flagged():
    (d,) = parse_dates("지난 15일(현지시간) 만났다", FRIDAY)
    assert (d.edtf, d.flags) == ("2019-09-15", ("local_time",))


def drafted(published, *blocks):
    text = "\n".join(words for _, words in blocks)
    layout, at = [], 0
    for zone, words in blocks:
        layout.append(Block(at, at + len(words), zone))
        at += len(words) + 1
    return Draft(text, published=published, layout=Layout(tuple(layout)))


def test_captions_have_their_own_anchor_and_furniture_none():
    draft = drafted(
        FRIDAY,
        ("title", "누리시 수문 공사 27일 착공"),
        ("body", "시는 26일 착공식을 열었다."),
        ("caption", "지난 12일 누리시에서 공사 관계자가 설명하고 있다."),
        ("body", "시장은 이날 공사장을 둘러봤다."),
        ("furniture", "등록일자 2003.03.10"),
    )
    assert [d.edtf for d in find(draft)] == ["2019-09-27", "2019-09-26", "2019-09-12", "2019-09-26"]


def test_a_passage_leans_on_nothing_of_the_one_before():
    draft = drafted(FRIDAY, ("body", "지난달 3일 시작됐다."), ("body", "5일에는 협약을 맺었다."))
    assert [d.edtf for d in find(draft)] == ["2019-08-03", "2019-09-05"]


# --- every value is EDTF


@pytest.mark.parametrize("text", [row[0] for row in WRITTEN_OUT + RANGES + FROM_PUBLICATION])
def test_values_are_edtf(text):
    for published in (FRIDAY, None):
        for value in edtfs(text, published):
            if not re.fullmatch(
                r"XXXX-[234]\d", value
            ):  # a code without its year: the grammar has no word for it
                parse_edtf(value)


# --- properties

WEEKDAYS = "월화수목금토일"
NOTATIONS = {
    "년 월 일": lambda d: f"{d.year}년 {d.month}월 {d.day}일",
    "closed up": lambda d: f"{d.year}년{d.month:02}월{d.day:02}일",
    "dots and weekday": lambda d: f"{d.year}. {d.month}. {d.day}.({WEEKDAYS[d.weekday()]})",
    "ISO": lambda d: d.isoformat(),
    "compact": lambda d: f"{d:%Y%m%d}",
    "dots": lambda d: f"{d.year}.{d.month:02}.{d.day:02}",
    "slashes": lambda d: f"{d.year}/{d.month}/{d.day}",
    "hanja": lambda d: f"{d.year}年 {d.month}月 {d.day}日",
    "weekday": lambda d: f"{d.year}년 {d.month}월 {d.day}일 {WEEKDAYS[d.weekday()]}요일",
    "two-digit year": lambda d: f"'{d.year % 100:02}.{d.month}.{d.day}({WEEKDAYS[d.weekday()]})",
}
DAYS = [date(1990, 1, 1) + timedelta(days=i) for i in range((date(2051, 1, 1) - date(1990, 1, 1)).days)]


def read_back(days, notation):
    text = "\n".join(f"정부는 {NOTATIONS[notation](d)} 회의를 열었다." for d in days)
    return parse_dates(text)


@pytest.mark.parametrize(("turn", "notation"), list(enumerate(NOTATIONS)))
def test_a_tenth_of_all_days_reads_back_in_each_notation(turn, notation):
    days = DAYS[turn :: len(NOTATIONS)]
    found = read_back(days, notation)
    assert [(d.start, d.edtf, d.flags) for d in found] == [(d, d.isoformat(), ()) for d in days]


@pytest.mark.slow
@pytest.mark.parametrize("notation", NOTATIONS)
def test_every_day_from_1990_to_2050_reads_back(notation):
    assert [d.edtf for d in read_back(DAYS, notation)] == [d.isoformat() for d in DAYS]


PIECES = st.sampled_from(
    [
        *"0123456789년월일분기주~.,()'’ \n/-–·年月日上下초말금토",
        *(
            "지난",
            "오는",
            "올해",
            "이날",
            "내년",
            "부터",
            "까지",
            "이후",
            "상반기",
            "추석",
            "음력",
            "단기",
            "전날",
            "같은 달",
        ),
        *(
            "사흘",
            "뒤",
            "전",
            "마지막 주",
            "둘째",
            "화요일",
            "(금)",
            "19",
            "2019",
            "1:1",
            "밝혔다",
            "9999",
            "다음 주말",
        ),
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)), st.dates() | st.none())
@settings(max_examples=400, deadline=None)
def test_no_string_raises_and_spans_are_exact(text, published):
    found = parse_dates(text, published)
    assert all(text[d.char_start : d.char_end] == d.text for d in found)
    assert all(a.char_end <= b.char_start for a, b in pairwise(found))
    assert all(d.start <= d.end for d in found if d.start and d.end)


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)), st.dates(date(1990, 1, 1), date(2050, 12, 31)))
@settings(max_examples=200, deadline=None)
def test_bounds_agree_with_the_value(first, last):
    first, last = sorted((first, last))
    text = f"{first.year}년 {first.month}월 {first.day}일부터 {last.year}년 {last.month}월 {last.day}일까지"
    (d,) = parse_dates(text)
    assert (d.start, d.end) == (first, last)
    assert d.edtf == (first.isoformat() if first == last else f"{first}/{last}")


def test_importing_loads_no_calendar_of_holidays():
    unwanted = ("korean_lunar_calendar", "holidays", "spacy", "kiwipiepy", "pandas")
    code = (
        "import sys; from extractor.dates import parse_dates; parse_dates('2019년 9월 27일'); "
        f"print([m for m in {unwanted} if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_a_past_day_does_not_lean_on_a_year_to_come():
    text = "시험채굴은 '05.3월 예정이며, 개보수는 지난 7.22일 계약했다."
    found = [d.edtf for d in parse_dates(text, date(2004, 10, 13))]
    assert found == ["2005-03", "2004-07-22"]


@pytest.mark.parametrize("day", ["4.20.(월, 현지시간)", "4.20(월·현지시간)", "4.20.(월)"])
def test_the_weekday_may_say_whose_time_it_is(day):
    assert [d.text for d in parse_dates(f"정부는 {day} 포럼을 열었다.", date(2026, 4, 22))] == [day]
