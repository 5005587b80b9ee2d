"""Links: what a work costs in its clause and in the sentence behind it, and the sums that are another's."""

from __future__ import annotations

import pytest

DAY = "2024-06-03"


def sum_of(record, name):
    """The sum of the project with the name."""
    amounts = {a.char_start: a.text for a in record.amounts}
    return [amounts.get(p.amount, "") for p in record.projects if p.name == name]


@pytest.mark.parametrize(
    ("text", "name", "answer"),
    [
        # more money for it
        ("1. 다낭 온실 보급사업을 767억 원을 증액하여 넓힌다.", "다낭 온실 보급사업", "767억 원"),
        ("정부는 다낭 온실 보급사업도 128억원을 증액했다.", "다낭 온실 보급사업", "128억원"),
        (
            "다낭 교량 건설사업은 차관 1억달러에 3000만달러를 얹는 협상 중이다.",
            "다낭 교량 건설사업",
            "1억달러",
        ),
        # the parenthesis behind the quotation marks
        ("한전은 내년에 '다낭 폐수처리장'(25억원)을 짓는다.", "다낭 폐수처리장", "25억원"),
        ("한전은 내년에 “다낭 폐수처리장” (총 25억원)을 짓는다.", "다낭 폐수처리장", "총 25억원"),
        # what it took, in the next sentence
        ("정부가 다낭 교량을 지었다. 모두 3억달러가 들었다.", "다낭 교량", "모두 3억달러"),
        ("정부가 다낭 교량을 짓는다. 여기에 3억달러를 들인다.", "다낭 교량", "3억달러"),
        # its size in the next sentence
        ("다낭 경전철 입찰이 취소됐다. 15억달러짜리였는데 돈줄이 막혔다.", "다낭 경전철", "15억달러"),
        (
            "다낭 신도시 조성사업이 착공했다. 7억달러짜리 기반 공사는 아직이다.",
            "다낭 신도시 조성사업",
            "7억달러",
        ),
        (
            "다낭 석탄화력은 계약이 해지됐다. 49억달러짜리 발전소의 앞날은 어둡다.",
            "다낭 석탄화력",
            "49억달러",
        ),
        # what it was thought to cost, and what it costs now
        (
            "다낭 부두는 타당성조사를 마쳤다. 사업비는 당초 9천만달러로 보았으나 1억3천만달러로 불어났다.",
            "다낭 부두",
            "1억3천만달러",
        ),
        ("다낭 부두는 타당성조사를 마쳤다. 사업비는 당초 9천만달러였다.", "다낭 부두", ""),
        # the contract of the item
        (
            "□ 후보사업\n ① 다낭 해안도로 2단계: 1억 1,300만불 규모 차관계약을 올해 9월 체결 목표\n"
            " ② 하롱 다목적댐: 내년 착공\n",
            "다낭 해안도로 2단계",
            "1억 1,300만불",
        ),
        # the firm's parenthesis closes the item
        (
            "곳은 ▲다낭 촉매공장을 검토 중인 독일 기업 A사(5천만유로) ▲하롱 물류센터(3천만유로)다.",
            "다낭 촉매공장",
            "5천만유로",
        ),
        # something at the work, what each person gets, other places
        ("다낭 조선소가 착공했다. 정부는 다낭 조선소 인력양성에 35억원을 배정했다.", "다낭 조선소", "35억원"),
        (
            "다낭 조선소가 착공했다. 투자액은 5억달러다. 정부는 다낭 조선소 인력양성에 35억원을 배정했다.",
            "다낭 조선소",
            "5억달러",
        ),
        ("농민에게 자재비 20만원을 지원하는 다낭 온실 보급사업이 착수됐다.", "다낭 온실 보급사업", ""),
        ("다낭 특구는 착공이 늦어졌다. 다른 특구 7곳에는 국비 620억원이 들어간다.", "다낭 특구", ""),
        # restated without a parenthesis; its size told alone; the several are firms, not works
        (
            "A사는 다낭 경전철을 총 2억천만 달러 우리 돈 2200여억 원에 수주했다.",
            "다낭 경전철",
            "총 2억천만 달러",
        ),
        (
            "A사는 다낭 반도체 공장을 수주했다. 규모는 19억1000만 달러로 최대다.",
            "다낭 반도체 공장",
            "19억1000만 달러",
        ),
        ("A사 등 6개사는 베트남의 28억달러 규모 다낭 발전소를 수주했다.", "다낭 발전소", "28억달러"),
        ("정부는 다낭 발전소 등 6개 사업에 28억달러를 지원한다.", "다낭 발전소", ""),
        ("A사와 B사가 각각 3억달러, 4억달러 규모의 다낭 발전소를 수주했다.", "다낭 발전소", ""),
        ("베트남에 1.2조 다낭 발전소 짓는다\n\nA사는 다낭 발전소를 짓는다.", "다낭 발전소", "1.2조"),
        # what is made there with the sum; another firm's own
        ("A사는 다낭산단에 100억원을 투자해 하롱 공장을 옮긴다.", "하롱 공장", "100억원"),
        ("A사는 하롱 공장을 옮기고, B사는 150억원을 들여 다낭으로 간다.", "하롱 공장", ""),
        ("A사는 150억원을 들여 하롱 공장을 옮기고, B사는 다낭으로 간다.", "하롱 공장", "150억원"),
        (
            "다낭 다리 건설사업은 8월 심사에 오르며 필요한 돈은 1억4000만달러다.",
            "다낭 다리 건설사업",
            "1억4000만달러",
        ),
        (
            "A사는 다낭 발전소를 수주했다. 이번 사업 예산 규모는 약 1천400억 원이다.",
            "다낭 발전소",
            "약 1천400억 원",
        ),
        ("A사는 다낭 발전소를 수주했다. 누적 수주액 9천만 달러를 넘는 규모다.", "다낭 발전소", ""),
        # of both, none's own; the contract for it; the firm's own works are only where it is made
        ("수은은 하롱 병원과 다낭 물류센터 사업에 5억달러를 지원한다.", "다낭 물류센터 사업", ""),
        ("수은은 온두라스와 다낭 물류센터 사업에 5억달러를 대기로 했다.", "다낭 물류센터 사업", "5억달러"),
        ("A사는 다낭 병원 건립을 위한 1억달러 규모 차관계약을 맺었다.", "다낭 병원", "1억달러"),
        (
            "A사는 43억달러를 투자해 B사 공장이 들어서는 하롱에 다낭 배터리 공장을 건설한다.",
            "다낭 배터리 공장",
            "43억달러",
        ),
        # the other phase's
        ("ㅇ 다낭 정수장 2단계(4억불)\n  - 1단계(3억불)는 우리 기업이 시공\n", "다낭 정수장 2단계", "4억불"),
        ("ㅇ 다낭 정수장 2단계 착공\n  - 1단계(3억불)는 우리 기업이 시공\n", "다낭 정수장 2단계", ""),
        # where something else is
        ("다낭 물류센터가 준공됐다. 다낭 물류센터 인근에 한밭이 2천억원을 들였다.", "다낭 물류센터", ""),
    ],
)
def test_sum_of_a_work(read, text, name, answer):
    assert sum_of(read(text, DAY), name) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "수은은 ▲다낭 직업학교 개선사업 ▲하롱 대학 개선사업에 각 3백만달러씩을 지원한다.",
            ["각 3백만달러"] * 2,
        ),
        ("수은은 다낭 직업학교와 하롱 대학 개선사업에 각각 3백만달러를 지원한다.", ["각각 3백만달러"] * 2),
        ("수은은 다낭 발전소, 하롱 교량 건설에 2억달러씩 지원한다.", ["2억달러"] * 2),
        ("수은은 다낭 발전소와 하롱 교량에 각각 2억달러, 3억달러를 댄다.", ["각각 2억달러", "3억달러"]),
        ("수은은 다낭 발전소를 지으며 주민 마을에 2억원씩 준다.", [""]),
    ],
)
def test_sums_shared_out(read, text, answer):
    record = read(text, DAY)
    amounts = {a.char_start: a.text for a in record.amounts}
    assert [amounts.get(p.amount, "") for p in record.projects] == answer
