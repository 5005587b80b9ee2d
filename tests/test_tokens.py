"""The tokenizer adapter: the text is untouched, whatever it holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SAMPLES = [
    "",
    " ",
    "\n\n",
    "했  다\n\t 누르술탄에서 밝혔다",
    "각 NFD",
    "a\x00b\u200b😀\u3000끝\r\n",
    "△플랜트(2억달러)지원 △사업",
]


@pytest.mark.parametrize("text", SAMPLES)
def test_round_trip(extractor, text):
    doc = extractor.nlp.make_doc(text)
    assert doc.text == text
    assert [text[t.idx : t.idx + len(t)] for t in doc] == [t.text for t in doc]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=200, deadline=None)
def test_round_trip_on_any_string(extractor, text):
    doc = extractor.nlp.make_doc(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_half_a_surrogate_pair_is_refused(extractor):
    with pytest.raises(ValueError, match="offset 1"):
        extractor.nlp.make_doc("가\ud800")


def test_a_thousand_characters_without_a_blank_are_no_words(extractor):
    doc = extractor.nlp.make_doc("정부는 " + "가" * 5_000 + " 밝혔다.")
    assert doc.text == "정부는 " + "가" * 5_000 + " 밝혔다."
    assert max(len(token) for token in doc) == 4_000 - len("정부는 ")
