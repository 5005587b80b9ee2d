"""Money: every lexicon row, the forms of the press, what is no money, and peers' expressions."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from pycountry import currencies as iso_4217

from extractor import parse_amounts
from extractor.amounts import find
from extractor.draft import Block, Draft, Layout
from extractor.load import lexicon


def brief(text: str) -> list[str]:
    """Write amounts the way that tables and lexicons do: '3000000000~5000000000 USD at_least /배럴'."""
    return [_brief(a) for a in parse_amounts(text)]


def _brief(a) -> str:
    value = f"{a.value:f}" + (f"~{a.value_max:f}" if a.value_max is not None else "")
    words = [value, a.currency]
    if a.modifier != "exact":
        words.append(a.modifier)
    if a.per:
        words.append(f"/{a.per}")
    return " ".join(words)


# Lexicon rows.


@pytest.mark.parametrize("row", lexicon("currencies"), ids=lambda row: row.where)
def test_currency_row(row):
    (amount,) = parse_amounts(row["example"])
    assert f"{amount.value:f} {amount.currency}" == row["answer"]
    assert row.where in amount.why["currency"] or row["also"]
    assert parse_amounts(row["counterexample"]) == []


@pytest.mark.parametrize("row", lexicon("currency_names"), ids=lambda row: row.where)
def test_currency_name(row):
    (amount,) = parse_amounts(f"사업비는 5억 {row['word']}로 잡혔다")
    assert (amount.value, amount.currency) == (5 * 10**8, row["currency"])


@pytest.mark.parametrize(
    "row", [*lexicon("currency_places"), *lexicon("currency_cities")], ids=lambda r: r.where
)
def test_place_chooses_the_currency(row):
    names = [
        r["word"]
        for r in lexicon("currencies")
        if r["side"] == "after" and row["currency"] in r["also"].split()
    ]
    for name in names:
        (amount,) = parse_amounts(f"{row['word']} 정부는 3억 {name} 규모라고 했다")
        assert amount.currency == row["currency"]


@pytest.mark.parametrize("row", lexicon("amount_modifiers", ("word", "side")), ids=lambda row: row.where)
def test_modifier_row(row):
    (amount,) = parse_amounts(row["example"])
    assert amount.modifier == row["answer"] == row["modifier"]
    assert row["word"] in amount.text
    if row["modifier"] != "exact":
        assert amount.why["modifier"].endswith(row.where) or row["word"] in "여餘"
    (other,) = parse_amounts(row["counterexample"])
    assert other.modifier == "exact"


@pytest.mark.parametrize("row", lexicon("amount_nouns", ("word", "side")), ids=lambda row: row.where)
def test_noun_row(row):
    (amount,) = parse_amounts(f"정부는 앞서 {row['example']}라고 했다.")
    assert f"{amount.value:f} {amount.currency}" == row["answer"]
    assert amount.flags == ("implied_currency",)
    assert parse_amounts(f"정부는 앞서 {row['counterexample']}라고 했다.") == []


@pytest.mark.parametrize("row", lexicon("units"), ids=lambda row: row.where)
def test_unit_row(row):
    if row["kind"] == "not_per":
        (amount,) = parse_amounts(row["example"])
        assert amount.per == ""
        assert [a.per for a in parse_amounts(row["counterexample"])] == ["배럴"]
    else:
        assert parse_amounts(row["example"]) == []
        assert len(parse_amounts(row["counterexample"])) == 1


@pytest.mark.parametrize("row", lexicon("currency_rates", ("word", "decade")), ids=lambda row: row.where)
def test_rate_row(row):
    """The middle of a band is plausible in its decade, a thousandth of its lowest rate is not."""
    year, code = int(row["decade"]) + 5, row["word"]
    low, high = Decimal(row["low"]), Decimal(row["high"])
    assert low < high < low * Decimal(10) ** 15
    for rate, flags in (((low + high) / 2, ()), (low / 1000, ("conversion_mismatch",))):
        text = f"사업비는 100억 달러({rate * 10**10:.0f} {code})다."
        draft = Draft(text=text, published=date(year, 1, 1), layout=Layout((Block(0, len(text), "body"),)))
        assert [a.flags for a in find(draft)] == [flags, flags]


#: Metals, test codes, units of account and funds.
NOT_MONEY = ["XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XBA", "XBB", "XBC", "XBD", "XSU", "XUA", "XAD"]
NOT_MONEY += ["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW"]


def test_every_currency_of_iso_4217_is_known():
    for currency in iso_4217:
        if currency.alpha_3 not in NOT_MONEY:
            assert brief(f"총 5억 {currency.alpha_3}를 댔다") == [f"500000000 {currency.alpha_3}"]


def test_every_name_of_cldr_is_known():
    names = Locale("ko").currencies
    for currency in iso_4217:
        name = names.get(currency.alpha_3, "")
        if currency.alpha_3 not in NOT_MONEY and " " in name and "(" not in name:
            assert brief(f"5억 {name}") == [f"500000000 {currency.alpha_3}"]


# Forms of the press.

AMOUNTS = [
    ("총사업비는 4억8000만달러다", ["480000000 USD"]),
    ("보증 한도를 1조5천억원으로 늘렸다", ["1500000000000 KRW"]),
    ("27억천500만 달러", ["2715000000 USD"]),
    ("11조 8,135억원을 편성", ["11813500000000 KRW"]),
    ("12만 3천4백원", ["123400 KRW"]),
    ("이천칠백삼십오만 원", ["27350000 KRW"]),
    ("삼백여 달러", ["300 USD about"]),
    ("2천5백 여억원", ["250000000000 KRW about"]),
    ("3~5억달러", ["300000000~500000000 USD"]),
    ("400억~550억 달러", ["40000000000~55000000000 USD"]),
    ("25,000 - 30,000원", ["25000~30000 KRW"]),
    ("2~3조원대", ["2000000000000~3000000000000 KRW about"]),
    ("5000~1만원", ["5000~10000 KRW"]),
    ("3천만원∼1억원", ["30000000~100000000 KRW"]),
    ("9천만달러에서 1억달러 사이", ["90000000~100000000 USD"]),
    ("48억원에서 61억원으로 늘었다", ["4800000000 KRW", "6100000000 KRW"]),
    ("$3~5억", ["300000000~500000000 USD"]),
    ("$3.5B 규모", ["3500000000 USD"]),
    ("US$ 30 million을 댄다", ["30000000 USD"]),
    ("€20M(약 260억원)", ["20000000 EUR", "26000000000 KRW about"]),
    ("10억원을 넘지 않는 범위", ["1000000000 KRW at_most"]),
    ("한도는 3억 달러를 초과하지 못한다", ["300000000 USD at_most"]),
    ("수주는 5억달러에도 못 미쳤다", ["500000000 USD less_than"]),
    ("유가는 배럴당 60달러 중반대로 내렸다", ["60 USD about /배럴"]),
    ("449억 8000달러", ["44900008000 USD"]),
    ("3억５,０００만 유로", ["350000000 EUR"]),
    ("1 조\n 2,000 억\n 원을 댄다", ["1200000000000 KRW"]),
    ("4만\n    달러에서 6만 달러로", ["40000 USD", "60000 USD"]),
    ("314억달\n러로 늘었다", ["31400000000 USD"]),
    ("규모는 3억3,\n700만 달러다", ["337000000 USD"]),
    ("차관 5,00\n0만 달러를 댄다", ["50000000 USD"]),
    ("교역액은 4억3\n000만 달러로 늘었다", ["430000000 USD"]),
    ("1,2\n  34,567원", ["1234567 KRW"]),
    ("합계 2억,\n300만원은 따로", ["200000000 KRW", "3000000 KRW"]),
    ("표의 3, 4,\n5억원", ["500000000 KRW"]),
    ("40억원→112억원", ["4000000000 KRW", "11200000000 KRW"]),
    ("US$ 5.6억과 ￦50억", ["560000000 USD", "5000000000 KRW"]),
    ("미화 2천만달러", ["20000000 USD"]),
    ("2억4,000만弗, 65억불", ["240000000 USD", "6500000000 USD"]),
    ("3억 홍콩 달러와 1천550캐나다달러", ["300000000 HKD", "1550 CAD"]),
    ("5억 스웨덴 크로나, 2억 인도 루피", ["500000000 SEK", "200000000 INR"]),
    ("400억엔, 560억 위안, 32억루블", ["40000000000 JPY", "56000000000 CNY", "3200000000 RUB"]),
    ("2달러 50센트, 80펜스, 1,130원 50전", ["2.5 USD", "0.8 GBP", "1130.5 KRW"]),
    ("독일은 5억 마르크를 냈다", ["500000000 DEM"]),
    ("122백만불, 3,500백만원", ["122000000 USD", "3500000000 KRW"]),
    ("호주달러 5억을 빌렸다", ["500000000 AUD"]),
    ("1달러=8,970루피아에서 9,325루피아로", ["8970 IDR", "9325 IDR"]),
    ("최소 5000만~최대 1억원", ["50000000~100000000 KRW at_least"]),
    ("㎏당 571.5위안까지", ["571.5 CNY /㎏"]),
    # hedges
    ("약 1억달러 안팎", ["100000000 USD about"]),
    ("최대 3억 캐나다달러", ["300000000 CAD at_most"]),
    ("최소 2억달러", ["200000000 USD at_least"]),
    ("역대 최대 709억 달러", ["70900000000 USD"]),
    ("최대 약 31조원", ["31000000000000 KRW at_most"]),
    ("1조원이 넘는 공사", ["1000000000000 KRW more_than"]),
    ("50억달러를 크게 웃도는", ["5000000000 USD more_than"]),
    ("6000억달러를 넘어섰다", ["600000000000 USD more_than"]),
    ("1억2천만원 초과자", ["120000000 KRW more_than"]),
    ("1억원을 넘겨받았다", ["100000000 KRW"]),
    ("4천만원미만", ["40000000 KRW less_than"]),
    ("950억원 이하", ["95000000000 KRW at_most"]),
    ("150억 원 이내", ["15000000000 KRW at_most"]),
    ("24억달러 이상 늘었다", ["2400000000 USD at_least"]),
    ("5억원 이상기후 피해", ["500000000 KRW"]),
    ("308억달러에는 크게 못 미친다", ["30800000000 USD"]),
    ("100억달러에도 못 미친다", ["10000000000 USD less_than"]),
    ("2조 원 넘게 줄었다", ["2000000000000 KRW more_than"]),
    ("4천200억여원", ["420000000000 KRW about"]),
    (
        "300억원가량, 7억달러 남짓, 5천만원쯤",
        ["30000000000 KRW about", "700000000 USD about", "50000000 KRW about"],
    ),
    ("계약 1조원", ["1000000000000 KRW"]),
    ("5억원 대비 늘었다", ["500000000 KRW"]),
    # unit prices
    ("배럴당 63.30달러", ["63.3 USD /배럴"]),
    ("330원/kWh, 3만1261원/Gcal", ["330 KRW /kWh", "31261 KRW /Gcal"]),
    ("1㎾h(킬로와트시)당 215.90원", ["215.9 KRW /킬로와트시"]),
    ("㎾h 당 144원", ["144 KRW /㎾h"]),
    ("㎡당 월 240원 이하", ["240 KRW at_most /㎡"]),
    ("기업당 최대 200억원", ["20000000000 KRW at_most /기업"]),
    ("톤당 400~450달러", ["400~450 USD /톤"]),
    ("달러당 1,180.5원", ["1180.5 KRW /달러"]),
    ("100엔당 950원", ["950 KRW /100엔"]),
    ("배럴당 44.0달러로 지난해 8월(59.1달러)보다 낮다", ["44 USD /배럴", "59.1 USD /배럴"]),
    ("회당 25만 달러를 받아 총 4천만 달러를 벌었다", ["250000 USD /회", "40000000 USD"]),
    ("회당 2만원을 내면 다음엔 1만원을 깎는다", ["20000 KRW /회", "10000 KRW"]),
    ("민주당 5억원, 배당 3억원", ["500000000 KRW", "300000000 KRW"]),
    # whose money it is
    ("칠레 연어양식장(300억페소)", ["30000000000 CLP"]),
    ("보고타 경전철은 1조 3천억 페소, 마닐라 철도는 2억 페소", ["1300000000000 COP", "200000000 PHP"]),
    ("쿠웨이트는 3억 디나르, 요르단은 2억 디나르", ["300000000 KWD", "200000000 JOD"]),
    ("북한은 지난해 5억원어치를 샀다", ["500000000 KRW"]),
    ("호찌민 지하철에 3만동", ["30000 VND"]),
    # one syllable
    ("100억불로 늘었다", ["10000000000 USD"]),
    ("2조동, 약 970억원", ["2000000000000 VND", "97000000000 KRW about"]),
]


@pytest.mark.parametrize(("text", "answers"), AMOUNTS, ids=[t for t, _ in AMOUNTS])
def test_amounts(text, answers):
    assert brief(text) == answers
    for amount in parse_amounts(text):
        assert text[amount.char_start : amount.char_end] == amount.text
        assert {"value", "currency"} <= amount.why.keys()


NO_MONEY = [
    "89.1MW급 풍력", "584만 배럴", "17만4000㎥급 운반선", "2억 7000만 인구", "APR1400 노형",
    "코드 047040.KS", "3.68% 올랐다", "천원군 수신면", "만원 버스", "직원 50명 지원", "병원 300곳",
    "비핵화 3원칙", "3원계 배터리", "1위엔 3위엔", "사드 3불 정책", "2불가론", "불안 3년", "101동 1502호",
    "아파트 5동", "비닐하우스 3만동이 무너져", "하는 동 10년", "강남동 3", "3명 숨진 곳", "180대",
    "12개사와 1:1 상담", "수십억원을 들여", "수백만 달러", "몇천만원", "(단위: 백만원)", "단위 : 천원",
    "(백만원)", "2000파운드급 폭탄", "220파운드(약 99kg)를 들었다", "4엔진 항공기", "2분기엔 3위",
    "각각 8위 안에", "유로 2024", "COP28 총회", "AMD 5000 칩", "CAD 3종", "헌법 7조", "제3조 2항",
    "상법 11조 2항", "2인 1조로", "4조 3교대", "47조 3항은", "14억 명", "1억 대 판매", "10억 뷰",
    "2024~2028년", "044-203-5555", "이유로 밝혔다", "119 구조 대원", "1달러당", "4·19 혁명",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_MONEY)
def test_no_money(text):
    assert parse_amounts(text) == []


# Understood currencies.

IMPLIED = [
    ("정부, 추경 11.7조 확정…'민생' 3조", ["11700000000000 KRW", "3000000000000 KRW"]),
    ("반도체 26조→33조 확대", ["26000000000000 KRW", "33000000000000 KRW"]),
    ("기업당 최대 200억 지원···올 하반기부터", ["20000000000 KRW at_most /기업"]),
    ("사우디 6.4조 '역대급' 수주", ["6400000000000 KRW"]),
    ("공장(70억~80억)을 짓는다.", ["7000000000~8000000000 KRW"]),
    ("가스관 2~3조 규모", ["2000000000000~3000000000000 KRW"]),
    ("30억 달러(한화 3조 8,280억) 규모의 문서를 냈다.", ["3000000000 USD", "3828000000000 KRW"]),
    ("5억달러(약 6500억)를 들였다.", ["500000000 USD", "650000000000 KRW about"]),
    ("센터(50억)와 단지(120억, 2단계)를 짓는다.", ["5000000000 KRW", "12000000000 KRW"]),
    ("지원사업('26~'28, 80억/년)에 참여한다.", ["8000000000 KRW /년"]),
    ("노선(총 20㎞, 3조)을 짓는다.", ["3000000000000 KRW"]),
    ("각각 4억과 5억 달러를 낸다.", ["400000000 USD", "500000000 USD"]),
    ("수소 예산은 85억→390억원으로 늘었다.", ["8500000000 KRW", "39000000000 KRW"]),
    ("3조 2천억대 공사를 따냈다.", ["3200000000000 KRW about"]),
    ("총 3조 규모의 펀드를 만든다.", ["3000000000000 KRW"]),
    ("미화 2천만을 빌렸다.", ["20000000 USD"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "answers"), IMPLIED, ids=[t for t, _ in IMPLIED])
def test_understood_currency(text, answers):
    assert brief(text) == answers


def test_an_understood_currency_is_flagged():
    amounts = parse_amounts("정부, 추경 11.7조 확정\n11조7312억원의 추경을 확정했다.")
    assert [a.flags for a in amounts] == [("implied_currency",), ()]


def test_a_headline_takes_the_currency_of_the_figure_that_it_points_to():
    title, body = "호주 광산 약 1.81억 베팅", "회사는 1억8100만달러를 들여 지분을 산다."
    text = f"{title}\n{body}"
    blocks = (Block(0, len(title), "title"), Block(len(title) + 1, len(text), "body"))
    amounts = find(Draft(text=text, layout=Layout(blocks)))
    assert [_brief(a) for a in amounts] == ["181000000 USD about", "181000000 USD"]


def test_a_small_figure_of_a_headline_is_money_when_the_article_says_so():
    body = "정부는 한 곳에 500만원을 준다."
    for title, answers in (
        ("소상공인 500만 지원", ["5000000 KRW"] * 2),
        ("구직자 600만 지원", ["5000000 KRW"]),
    ):
        text = f"{title}\n{body}"
        blocks = (Block(0, len(title), "title"), Block(len(title) + 1, len(text), "body"))
        assert [_brief(a) for a in find(Draft(text=text, layout=Layout(blocks)))] == answers


def test_a_figure_without_a_currency_in_a_sentence_is_left_out():
    assert parse_amounts("누적 이용은 3억을 기록했다고 회사는 밝혔다.") == []


def test_only_zones_that_make_rows_are_read():
    text = "추경 5억원\n인기기사 3억원"
    blocks = (Block(0, 6, "body"), Block(7, len(text), "furniture"))
    assert [a.text for a in find(Draft(text=text, layout=Layout(blocks)))] == ["5억원"]


def test_a_number_does_not_run_from_block_to_block():
    text = "투자 3조\n2000억원 지원"
    blocks = (Block(0, 5, "title"), Block(6, len(text), "body"))
    found = find(Draft(text=text, layout=Layout(blocks)))
    assert [_brief(a) for a in found] == ["3000000000000 KRW", "200000000000 KRW"]


# Conversions.

CONVERSIONS = [
    ("5000억달러(약 713조원)를 투자한다", True, False),
    ("1조5000억원(약 11억6000만달러)", True, False),
    ("14억달러 규모(우리 돈으로 약 1조8천억원)", True, False),
    ("80억 달러, 우리 돈 9조 원이 넘는 공사", True, False),
    ("670억 달러(원화 약 93조 6,000억 원)", True, False),
    ("공장(60억루피아, 약 5억원)", True, False),
    ("200억~220억유로(최대 약 31조원)", True, False),
    ("3,500만 달러(약 486조 원)", True, True),
    ("4123억원(6500만달러)", True, True),
    ("정부가 3억원, 기업이 2억달러를 낸다", False, False),
    ("교역액은 785억 달러(정부 지원 3조원)", False, False),
    ("예산 5억원(국비 3억원)", False, False),
]


def test_a_hedge_behind_the_restatement_belongs_to_the_amount():
    assert brief("3천만 달러(322억 원)가 넘는 유산") == ["30000000 USD more_than", "32200000000 KRW"]


@pytest.mark.parametrize(("text", "linked", "mismatch"), CONVERSIONS, ids=[t for t, *_ in CONVERSIONS])
def test_conversion(text, linked, mismatch):
    first, second = parse_amounts(text)
    assert first.converts is None
    assert second.converts == (first.char_start if linked else None)
    assert ("conversion_mismatch" in second.flags) is mismatch
    assert ("conversion_mismatch" in first.flags) is mismatch


# What peers' suites read: the expressions of Duckling's Korean corpus of money, as facts.

PEERS = {
    "10 USD": "십달러 십불",
    "0.1 USD": "십센트",
    "10000 USD": "만달러 만불",
    "1.23 USD": "일점이삼달러 일쩜이삼달러 일점이삼불 일쩜이삼불",
    "2.23 USD": "이달러이십삼센트 이불이십삼센트",
    "20 EUR": "이십유로 EUR_20",
    "29.99 EUR": "이십구점구구유로 EUR29.99",
    "9 GBP": "구파운드",
    "27350000 KRW": "이천칠백삼십오만원 27,350,000원 27350000원",
    "27000 KRW": "이만칠천원 27,000원 27000원",
    "100 KRW": "백원 100원",
    "10 KRW": "십원 10원 10₩",
    "25000~30000 KRW": "25000_-_30000원 25000원_-_30000원 이만오천원_-_삼만원",
    "5000 KRW at_least": "5000원_이상 오천원_이상",
    "5000 KRW more_than": "5000원_초과 오천원_초과",
    "10000 KRW at_most": "10000원_이하 만원_이하",
    "10000 KRW less_than": "10000원_미만 만원_미만",
    "10~20 USD": "10_-_20_달러 10달러_-_20달러 십달러_-_이십달러",
    "10 USD at_least": "10달러_이상 십달러_이상",
    "10 USD more_than": "10달러_초과 십달러_초과",
    "10 USD at_most": "10달러_이하 십달러_이하",
    "10 USD less_than": "10달러_미만 십달러_미만",
}


@pytest.mark.parametrize(
    ("text", "answer"),
    [(t.replace("_", " "), answer) for answer, texts in PEERS.items() for t in texts.split()],
)
def test_peers(text, answer):
    assert brief(text) == [answer]


# Properties.


@given(
    st.text(
        alphabet="0123456789０,.~-→ \n\t()약최대총원달러불유로엔동전억조만천백십수여이상넘는당/$￦€페소",
        max_size=60,
    )
)
def test_nothing_raises_and_spans_are_exact(text):
    end = 0
    for amount in parse_amounts(text):
        assert text[amount.char_start : amount.char_end] == amount.text
        assert end <= amount.char_start < amount.char_end
        end = amount.char_end


@given(st.text(max_size=60))
def test_no_text_raises(text):
    parse_amounts(text)


@given(n=st.integers(1, 10**17), word=st.sampled_from(["원", "달러", " 유로", " 위안", "엔"]))
def test_amounts_read_back(n, word):
    code = {"원": "KRW", "달러": "USD", "유로": "EUR", "위안": "CNY", "엔": "JPY"}[word.strip()]
    (amount,) = parse_amounts(f"사업비는 {n:,}{word} 규모다")
    assert (amount.value, amount.currency) == (n, code)


def test_the_import_compiles_no_pattern():
    """The parsers are loaded at their first call: importing them costs next to nothing."""
    code = "import sys; from extractor import parse_amounts, parse_dates; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"extractor.amounts.parse", "extractor.dates.parse"}.isdisjoint(result.stdout.split())


def test_the_import_loads_no_heavy_library():
    heavy = {"spacy", "kiwipiepy", "pandas", "numpy", "extractor.pipeline"}
    code = "import sys; from extractor import parse_amounts; parse_amounts('5억원'); print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert heavy.isdisjoint(result.stdout.split())
