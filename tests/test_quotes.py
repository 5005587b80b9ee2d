"""Direct speech, its verb and its speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.load import lexicon
from extractor.quotes.marks import find_quoted, mask, sentence_bounds
from extractor.quotes.verbs import attribute

SAID = "길이 넓어야 배가 온다고 본다"
HEAD = "동항 부두 넓힌다\n[부산=뉴스핌] 홍길동 기자 = 동항이 바뀐다.\n"


@pytest.fixture(scope="module")
def said(read):
    """Quotes of an article's body as (speaker, text, verb)."""

    def _said(body: str, head: str = HEAD) -> list[tuple[str, str, str]]:
        record = read(f"{head}{body}\nhong@newspim.com\n", "2022-03-04")
        for quote in record.quotes:
            assert record.text[quote.char_start : quote.char_end] == quote.text
            if quote.official is not None:
                assert record.officials[quote.official].name in quote.speaker
        assert sum(o.quotes for o in record.officials) == sum(q.official is not None for q in record.quotes)
        return [(q.speaker, q.text, q.verb) for q in record.quotes]

    return _said


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        ('김철수 산업부 차관은 "배가 온다"고 말했다.', [("김철수", "배가 온다", "말했다")]),
        ("김철수 산업부 차관은 “배가 온다”고 말했다.", [("김철수", "배가 온다", "말했다")]),
        ('김철수 산업부 차관은 "배가 오는 곳"이라고 밝혔다.', [("김철수", "배가 오는 곳", "밝혔다")]),
        (
            '김철수 산업부 차관은 "배가 온다"며 "길을 넓히자"고 제안했다.',
            [("김철수", "배가 온다", "제안했다"), ("김철수", "길을 넓히자", "제안했다")],
        ),
        (
            '김철수 산업부 차관은 "값이 비싸다"면서도 "길을 넓힐 때"라고 강조했다.',
            [("김철수", "값이 비싸다", "강조했다"), ("김철수", "길을 넓힐 때", "강조했다")],
        ),
        (
            '김철수 산업부 차관은 "배가 온다"고 말했다. 이어 "길도 넓힌다"고 덧붙였다.',
            [("김철수", "배가 온다", "말했다"), ("김철수", "길도 넓힌다", "덧붙였다")],
        ),
        (
            '김철수 산업부 차관은 3일 동항을 찾았다.\n그는 "배가 온다"고 했다.\n또한 "길도 넓힌다"고 했다.',
            [("김철수", "배가 온다", "했다"), ("김철수", "길도 넓힌다", "했다")],
        ),
        (
            '김철수 산업부 차관은 "값을 내리라"고 요청했고, 박영희 항만공사 사장은 "따르겠다"고 답했다.',
            [("김철수", "값을 내리라", "요청했다"), ("박영희", "따르겠다", "답했다")],
        ),
        ('"배가 오는 항구"라고 산업부 김철수 차관은 설명했다.', [("김철수", "배가 오는 항구", "설명했다")]),
        ('업계 관계자는 "값이 비싸다"고 귀띔했다.', [("업계 관계자", "값이 비싸다", "귀띔했다")]),
        (
            '부산에서 만난 항만업계 간부는 "값이 비싸다"고 전했다.',
            [("항만업계 간부", "값이 비싸다", "전했다")],
        ),
        ('산업부는 "부두를 넓히겠다"고 밝혔다.', [("산업통상자원부", "부두를 넓히겠다", "밝혔다")]),
        ('업계에서는 "값이 너무 비싸다"는 지적이 나온다.', [("업계", "값이 너무 비싸다", "지적이다")]),
        ('김철수 산업부 차관은 "배가 더 올 것"으로 내다봤다.', []),
        (
            '김철수 산업부 차관은 "배가 두 배로 더 올 것"으로 내다봤다.',
            [("김철수", "배가 두 배로 더 올 것", "내다봤다")],
        ),
        (
            '산업부는 3일 김철수 차관이 "배가 온다"고 말했다고 밝혔다.',
            [("김철수", "배가 온다", "말했다")],
        ),
        (
            '법원은 박영희씨가 낸 소송에서 "값을 돌려주라"고 판결했다.',
            [("법원", "값을 돌려주라", "판결했다")],
        ),
        (
            '해양수산부(장관 김철수)는 "배가 온다"고 밝혔다.',
            [("해양수산부", "배가 온다", "밝혔다")],
        ),
        (
            '산업부 관계자는 "값이 비싸다"며 내용을 확인한 뒤 줄여달라고 당부했다.',
            [("산업부 관계자", "값이 비싸다", "당부했다")],
        ),
        (
            '김철수 산업부 차관은 부두를 꼽았다. "배가 댈 곳이 없습니다. 넓혀야죠."',
            [("김철수", "배가 댈 곳이 없습니다. 넓혀야죠.", "")],
        ),
        (
            "김철수 산업부 차관은 \"이른바 '넓은 길'이 답\"이라고 주장했다.",
            [("김철수", "이른바 '넓은 길'이 답", "주장했다")],
        ),
        (
            '김철수 산업부 차관이 왔다. 차관은 "길을 더 넓히겠다"고 말했다.',
            [("김철수", "길을 더 넓히겠다", "말했다")],
        ),
    ],
)
def test_direct_speech(said, body, quotes):
    assert said(body) == quotes


@pytest.mark.parametrize(
    "body",
    [
        '정부는 "동항 부두 확장 사업"을 시작했다.',
        "정부는 '동항 부두 확장 사업'을 시작했다.",
        '이른바 "녹색 항만"이 문을 연다.',
        '주민들은 이 다리를 "무지개 다리"라고 부른다.',
        '천에는 "길을 넓혀라"라고 적혀 있었다.',
        '"하면 된다"는 구호가 걸렸다.',
        '김철수 산업부 차관은 "제2차 항만 포럼"에 참석했다.',
        "김철수 산업부 차관은 배가 온다고 말했다.",
        '크기는 55" 이다.',
    ],
)
def test_no_speech(said, body):
    assert said(body) == []


def test_headlines_are_paraphrases(said):
    head = '산업부 "동항 부두 넓힌다"고 밝혀\n차관 "배가 온다"\n[부산=뉴스핌] 홍길동 기자 = 동항이 바뀐다.\n'
    assert said("공사는 9월 시작한다.", head) == []


def test_interviews_quote_without_verbs(said):
    head = (
        '[인터뷰] "배가 온다"\n김철수 항만공사 사장\n[부산=뉴스핌] 홍길동 기자 = "배가 없던 때가 있었어요."\n'
    )
    body = (
        "3일 만난 김철수 항만공사 사장은 이렇게 말했다.\n항만은 넓지 않다.\n"
        '"부두를 넓히려면 돈이 듭니다."\n박영희 노조위원장도 생각이 같다. "길이 좁아요."\n'
        '끝으로 그에게 바라는 것을 물었다.\n"배를 기다립니다."'
    )
    assert [(s, t) for s, t, _ in said(body, head)] == [
        ("김철수", "배가 없던 때가 있었어요."),
        ("김철수", "부두를 넓히려면 돈이 듭니다."),
        ("박영희", "길이 좁아요."),
        ("김철수", "배를 기다립니다."),
    ]


@pytest.mark.parametrize("row", lexicon("speech_verbs"), ids=lambda row: row.where)
def test_every_verb(said, row):
    found = [verb for _, _, verb in said(row["example"])]
    if row["kind"] == "speech":
        assert found == [row["answer"]] == [row["word"]]
        assert said(row["counterexample"]) == []
    else:
        assert found == []
        assert len(said(row["counterexample"])) == 1


@pytest.mark.parametrize("row", lexicon("speakers"), ids=lambda row: row.where)
def test_every_speaker(said, row):
    assert [speaker for speaker, _, _ in said(row["example"])] == [row["answer"]]
    assert row["answer"] not in [speaker for speaker, _, _ in said(row["counterexample"])]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('그는 "가"와 "나"를', ["가", "나"]),
        ('그는 “가 "나" 다”라고', ['가 "나" 다']),
        ('그는 "가나”라고', ["가나"]),
        ('그는 “가나"라고 “다라”며', ["가나", "다라"]),
        ('그는 "가 “나” 다"라고', ["가 “나” 다"]),
        ("그는 ”가나”라고", ["가나"]),
        ("그는 “배가 뜬다“고 말했다. “다시 뜬다”고", ["배가 뜬다", "다시 뜬다"]),
        ("그는 “가나 “다라”고", ["다라"]),
        ('"가나다', ["가나다"]),
        ('그는 "가나다', []),
        ("그는 '가'라고", []),
        ('55" 화면', []),
        ('그는 " 가 "라고', ["가"]),
    ],
)
def test_marks(text, inner):
    assert [text[q.start : q.end] for q in find_quoted(text, 0, len(text))] == inner


def test_full_stops_within_quotations_end_no_sentence():
    text = '그는 "간다. 온다."고 했다. 또 갔다. "왔다." 갔다.'
    masked = mask(text, 0, len(text), find_quoted(text, 0, len(text)))
    bounds = sentence_bounds(masked)
    assert [text[a:b].strip() for a, b in zip([0, *bounds], bounds, strict=False)] == [
        '그는 "간다. 온다."고 했다.',
        "또 갔다.",
        '"왔다."',
        "갔다.",
    ]


@pytest.mark.parametrize(
    ("tail", "verb"),
    [
        ("고 말했다.", "말했다"),
        (" 라고 말했다.", "말했다"),
        ("이라며 웃었다.", "웃었다"),
        ("라는 입장을 밝혔다.", "밝혔다"),
        ("라는 게 회사의 설명이다.", "설명이다"),
        ("는 뜻을 전했다.", "밝혔다"),
    ],
)
def test_attribution(tail, verb):
    found = attribute(tail, SAID)
    assert found is not None
    assert found.verb == verb or tail.startswith("는 뜻")


@pytest.mark.parametrize("tail", ["을 열었다.", "이 문을 연다.", "라고 불린다.", "와 함께 갔다.", ""])
def test_no_attribution(tail):
    assert attribute(tail, SAID) is None


@given(st.text(st.sampled_from("가나다 \"“”'.고라며"), max_size=60))
def test_marks_of_any_text(text):
    quoted = find_quoted(text, 0, len(text))
    end = 0
    for q in quoted:
        assert end <= q.open < q.start <= q.end <= q.close <= len(text) or q.end <= q.start
        end = q.close
    masked = mask(text, 0, len(text), quoted)
    assert len(masked) == len(text)
    assert sentence_bounds(masked)[-1] == len(text)


def test_two_is_no_end_of_a_name(read):
    text = (
        "가람시는 3일 밝혔다.\n\n누콰 아두 가나 에너지부 차관이 왔다.\n\n"
        '아두 차관은 "지분 매각은 석유공사가 정할 일"이라면서도 "한국은 언제나 환영한다"고 여지를 남겼다.'
    )
    assert [q.speaker for q in read(text).quotes] == ["누콰 아두", "누콰 아두"]
