"""The statistical recogniser: its parts, its training end to end, and the model that the package carries."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from lexicon_templates import templates
from typer.testing import CliRunner

from extractor.analyser import kiwi
from extractor.draft import Draft, Morph
from extractor.load import lexicon
from extractor.names.ner import tagset
from extractor.names.ner.component import Recogniser
from extractor.names.ner.features import Token, listed, shape, tokens_of
from extractor.names.ner.forward import Forward
from extractor.names.ner.namelist import OTHER, PERSON, PLACE, NameList
from extractor.names.ner.pieces import cut
from extractor.names.ner.reading import read
from extractor.names.ner.vectors import VectorTable, kiwi_vectors, read_kiwi
from extractor.names.recogniser import MODEL, ends_in_person, in_need, load, recogniser, spot
from pipelines import train as training
from pipelines.cli import app
from pipelines.errors import UsageError

# -- tags


@st.composite
def labelled(draw: st.DrawFn) -> tuple[list[tuple[int, int]], list[tuple[int, int, str]]]:
    """Tokens side by side, and labelled spans of whole tokens."""
    lengths = draw(st.lists(st.integers(1, 4), min_size=1, max_size=12))
    ends = np.cumsum(lengths).tolist()
    edges = list(zip([0, *ends[:-1]], ends, strict=True))
    spans, at = [], 0
    while at < len(edges):
        size = draw(st.integers(1, 3))
        label = draw(st.sampled_from(["", *tagset.LABELS]))
        last = min(at + size, len(edges)) - 1
        if label:
            spans.append((edges[at][0], edges[last][1], label))
        at = last + 1
    return edges, spans


@given(labelled())
def test_tags_hold_the_spans(case):
    edges, spans = case
    tags = tagset.encode(edges, spans)
    found = [(edges[a][0], edges[b - 1][1], label) for a, b, label in tagset.spans(tags.tolist())]
    assert found == spans
    scores = np.full((len(tags), len(tagset.TAGS)), -5, np.float32)
    scores[np.arange(len(tags)), tags] = 0
    assert tagset.decode(scores) == tags.tolist()


@given(st.integers(0, 2**32 - 1), st.integers(1, 9))
def test_decoding_gives_well_formed_tags(seed, count):
    scores = np.random.default_rng(seed).normal(size=(count, len(tagset.TAGS))).astype(np.float32)
    tags = [tagset.TAGS[number] for number in tagset.decode(scores)]
    text = " ".join(tags)
    assert re.fullmatch(r"(?:(?:O|U-(\w\w)|B-(\w\w)(?: I-\2)* L-\2)(?: |$))+", text), text


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("구메이(顧梅)는", ["PS 구메이", "PS 顧梅"]),
        ("구메이 (顧梅)는", ["PS 구메이", "LC 顧梅"]),
        ("구메이(하이)는", ["PS 구메이", "LC 하이"]),
    ],
)
def test_hanja_in_parentheses_repeat_the_name(text, answer):
    inside = text.index("(") + 1
    tokens = [Token(0, 3, "구메이", "NNP", False), Token(inside, inside + 2, text[inside:][:2], "SH", False)]
    scores = np.zeros((2, len(tagset.TAGS)), np.float32)
    scores[0, tagset.INDEX["U-PS"]] = scores[1, tagset.INDEX["U-LC"]] = 1
    assert [f"{label} {text[a:b]}" for a, b, label in read(text, tokens, scores)] == answer


def test_a_span_that_cuts_a_token():
    edges = [(0, 2), (2, 5), (5, 6)]
    assert [tagset.TAGS[t] for t in tagset.encode(edges, [(2, 4, "PS")])] == ["O", "U-PS", "O"]
    assert tagset.encode([(0, 2), (2, 6)], [(2, 4, "PS")]).tolist() == [0, tagset.UNKNOWN]


# -- features

SHAPES = [
    ("김민수", "h3"),
    ("2019", "d4"),
    ("KOTRA", "U4"),
    ("kg", "l2"),
    ("Kim", "T3"),
    ("△", "△"),
    ("3D", "dx"),
]


@pytest.mark.parametrize(("word", "answer"), SHAPES)
def test_shapes(word, answer):
    assert shape(word) == answer


def test_morphemes_that_share_characters_are_one_token():
    morphs = [
        Morph("하", "XSV", 2, 3),
        Morph("었", "EP", 2, 3),
        Morph("이", "VCP", 3, 3),
        Morph("다", "EF", 3, 4),
    ]
    assert tokens_of(morphs) == [Token(2, 3, "하", "XSV+EP", False), Token(3, 4, "다", "EF", False)]


def test_the_longest_listed_name_is_marked():
    names = NameList.of({"한서윤": PERSON, "한서": PLACE, "라온": PLACE | OTHER})
    text = "한서윤은 라온 역"
    tokens = [
        Token(0, 2, "한서", "NNP", True),
        Token(2, 3, "윤", "NNG", False),
        Token(3, 4, "은", "JX", False),
        Token(5, 7, "라온", "NNP", False),
        Token(8, 9, "역", "NNG", False),
    ]
    assert listed(text, tokens, names) == ["gB31", "gL31", "g", "gS26", "g"]


# -- tokens that hold more than a name


def word(form: str, oov: bool = True) -> list[Token]:
    return [Token(3, 3 + len(form), form, "NNP", oov)]


def forms(tokens: list[Token]) -> list[str]:
    assert [t.end - t.start for t in tokens] == [len(t.form) for t in tokens]
    assert all(a.end == b.start for a, b in pairwise(tokens))
    return [t.form for t in tokens]


@pytest.mark.parametrize("row", lexicon("country_syllables", ("word", "kind")), ids=lambda r: r["word"])
def test_countries_written_together_are_tokens_of_their_own(row):
    made, names = templates("country_syllables"), NameList({})
    form = made["example", row["kind"]].format(word=row["word"])
    assert forms(cut(word(form, False), names)) == list(form)
    other = word(made["counterexample", row["kind"]].format(word=row["word"]), False)
    assert cut(other, names) == other


def test_countries_with_a_dot_between_them():
    tokens = cut(word("한·일전", False), NameList({}))
    assert [(t.form, t.tag) for t in tokens] == [
        ("한", "NNP"),
        ("·", "SP"),
        ("일", "NNP"),
        ("전", "NNG"),
    ]


@pytest.mark.parametrize("row", lexicon("name_tails"), ids=lambda r: r["word"])
def test_what_leans_on_a_name_is_cut_off(row):
    made, tail = templates("name_tails"), row["word"]
    form = made["example", ""].format(word=tail)
    stem = form.removesuffix(tail)
    person, place = NameList.of({stem: PERSON}), NameList.of({stem: PLACE})
    assert [(t.form, t.tag) for t in cut(word(form), person)] == [(stem, "NNP"), (tail, row["tag"])]
    assert cut(word(form, False), person) == word(form, False)
    assert (len(cut(word(form), place)) == 1) == (row["place"] == "whole")
    assert (len(cut(word(form, False), place)) == 2) == (row["place"] == "after")
    for names in (NameList({}), NameList.of({stem: PERSON, form: PERSON})):
        assert cut(word(form), names) == word(form)
    alone = word(made["counterexample", ""].format(word=tail))
    assert cut(alone, person) == alone


ENDS = [row for row in lexicon("place_ends", ("word", "kind")) if row["kind"] in ("part", "near")]
ALWAYS = [row["word"] for row in lexicon("place_ends", ("word", "kind")) if row["kind"] == "always"]
WITHIN = [
    row for row in lexicon("place_ends", ("word", "kind")) if row["kind"] in ("within", "room", "named")
]


@pytest.mark.parametrize("row", ENDS, ids=lambda r: f"{r['kind']} {r['word']}")
def test_where_a_place_ends(row):
    """The network ends the place before what is a part of it, and after what is near it."""
    made, end = templates("place_ends"), row["word"]
    part = row["kind"] == "part"
    for template, right in (("example", True), ("counterexample", False)):
        text = made[template, row["kind"]].format(word=end)
        at = text.index(end)
        name = text[:at].rstrip()
        edges = [(0, len(name)), (at, at + len(end)), (at + len(end), at + len(end) + 2)]
        tokens = [Token(a, b, text[a:b], "NNG", False) for a, b in edges if a < b]
        tags = ["U-LC", "O", "O"] if part else ["B-LC", "L-LC", "O"] if name else ["U-LC", "O"]
        scores = np.zeros((len(tags), len(tagset.TAGS)), np.float32)
        scores[np.arange(len(tags)), [tagset.INDEX[tag] for tag in tags]] = 9
        answer = (name + end if part == right else name) or end
        assert [text[a:b] for a, b, _ in read(text, tokens, scores)] == [answer]


def places(words: str) -> list[str]:
    """Return the spans read off a sentence: its tokens as 'form/tag/label' or 'form/tag', '_' for a blank."""
    text, tokens, tags = "", [], []
    for word in words.split():
        if word == "_":
            text += " "
            continue
        form, tag, *label = word.split("/")
        tokens.append(Token(len(text), len(text) + len(form), form, tag, False))
        tags.append(f"U-{label[0]}" if label else "O")
        text += form
    scores = np.zeros((len(tags), len(tagset.TAGS)), np.float32)
    scores[np.arange(len(tags)), [tagset.INDEX[tag] for tag in tags]] = 9
    return [f"{text[a:b]}/{label}" for a, b, label in read(text, tokens, scores)]


@pytest.mark.parametrize("word", ALWAYS)
@pytest.mark.parametrize("label", ["OG", "PS"])
def test_what_is_always_a_place(word, label):
    made = templates("place_ends")
    for template, answer in (("example", "LC"), ("counterexample", label)):
        name = made[template, "always"].format(word=word).removesuffix("에서 왔다.")
        assert places(f"{name}/NNP/{label} 에서/JKB _ 왔/VV") == [f"{name}/{answer}"]


@pytest.mark.parametrize("row", WITHIN, ids=lambda r: f"{r['kind']} {r['word']}")
@pytest.mark.parametrize("label", ["LC", "OG"])
def test_a_place_within_a_place(row, label):
    made, end = templates("place_ends"), row["word"]
    for template, right in (("example", True), ("counterexample", False)):
        text = made[template, row["kind"]].format(word=end)
        place, *between, rest = text.removesuffix(".").replace(f"{end}에서", f"{end} 에서").split()[:-1]
        words = [f"{place.removesuffix('의')}/NNP/{label}", *(["의/JKG"] if place.endswith("의") else [])]
        for word in between:
            words += ["_", f"{word}/{'NNG' if word == end else 'NNP'}"]
        words += ["에서/JKB", "_", "왔/VV"]
        taken_in = right and (label == "LC" or row["kind"] == "room")
        answer = " ".join([place, *between]) if taken_in else place.removesuffix("의")
        assert places(" ".join(words)) == [f"{answer}/{'LC' if taken_in else label}"], rest


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        # a name alone before the particle of places
        ("라온시/NNP/LC _ 가람리/NNP 에/JKB _ 살/VV", ["라온시 가람리/LC"]),
        ("라온/NNP/LC _ 누리마루/NNP/PS 서/JKB _ 열리/VV", ["라온 누리마루/LC"]),
        ("라온/NNP/LC _ 누리마루/NNP/OG 에서/JKB _ 열리/VV", ["라온/LC", "누리마루/OG"]),
        ("라온/NNP/LC _ 도하람/NNP/PS 이/JKS _ 오/VV", ["라온/LC", "도하람/PS"]),
        ("라온/NNP/LC _ 특사/NNG _ 도하람/NNP 에/JKB _ 빠지/VV", ["라온/LC"]),
        ("라온/NNP/LC _ 5/SN/QT 호/NNB _ 별관/NNG 에서/JKB", ["라온 5호 별관/LC"]),
        ("라온/NNP/LC _ 인근/NNG _ 광장/NNG 에서/JKB", ["라온/LC"]),
        ("라온/NNP/LC _ 광장/NNG _ 개방/NNG 하/XSV", ["라온/LC"]),
        ("라온/NNP/LC _ 가람/NNG 추모관/NNG 에서/JKB", ["라온 가람추모관/LC"]),
        ("라온병원/NNP/OG _ 제/XPN 3/SN/QT 별관/NNG 에서/JKB", ["라온병원 제3별관/LC"]),
        ("라온병원/NNP/OG _ 누리마루/NNP 에/JKB _ 있/VV", ["라온병원/OG"]),
        ("라온/NNP/LC ,/SP _ 광장/NNG 에서/JKB", ["라온/LC"]),
    ],
)
def test_what_a_place_takes_in(words, answer):
    assert places(words) == answer


def test_a_place_and_its_hanja_are_two():
    """The network takes '가람(江村)' for one span; behind a single hanja it stays one."""
    for hanja, answer in (("江村", ["가람", "江村"]), ("江", ["가람(江)"])):
        text = f"가람({hanja})에서"
        edges = [0, 2, 3, 3 + len(hanja), 4 + len(hanja), 6 + len(hanja)]
        tokens = [Token(a, b, text[a:b], "NNP", False) for a, b in pairwise(edges)]
        scores = np.zeros((5, len(tagset.TAGS)), np.float32)
        for at, tag in enumerate(("B-LC", "I-LC", "I-LC", "L-LC", "O")):
            scores[at, tagset.INDEX[tag]] = 9
        assert [text[a:b] for a, b, label in read(text, tokens, scores) if label == "LC"] == answer


def test_a_place_does_not_take_in_the_next_name():
    tokens = [Token(0, 2, "라온", "NNP", False), Token(2, 4, "마을", "NNG", False)]
    scores = np.zeros((2, len(tagset.TAGS)), np.float32)
    scores[0, tagset.INDEX["U-LC"]] = scores[1, tagset.INDEX["U-OG"]] = 9
    assert read("라온마을", tokens, scores) == [(0, 2, "LC"), (2, 4, "OG")]


def test_a_list_of_names_comes_back_from_disk(tmp_path):
    names = NameList.of({"한서윤": PERSON, "라온": PLACE | OTHER})
    names.write(tmp_path / "names.npz")
    again = NameList.read(tmp_path / "names.npz")
    assert [again.kind(word) for word in ("한서윤", "라온", "라", "서윤")] == [PERSON, PLACE | OTHER, 0, 0]


# -- vectors


@pytest.fixture(scope="module")
def vectors() -> VectorTable:
    return kiwi_vectors(9000)


def test_the_vectors_are_those_of_kiwi(vectors):
    """Two words are as much alike as Kiwi itself says."""
    words = ["장관", "총리", "사장", "고속도로", "공장", "바다"]
    rows = [vectors.row(word, "NNG") for word in words]
    table = read_kiwi(9000)[rows]
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    mine = table @ table[0]
    theirs = [kiwi().morpheme_similarity(("장관", "NNG"), (word, "NNG")) for word in words]
    assert np.abs(mine - theirs).max() < 0.01


def test_forms_of_one_particle_share_a_vector(vectors):
    assert vectors.row("를", "JKO") == vectors.row("을", "JKO") != 0
    assert vectors.row("2019", "SN") == vectors.row("7", "SN") != 0
    assert vectors.row("가나다라마", "NNP") == 0
    assert not vectors.table[0].any()


def test_an_unknown_noun_has_the_vector_of_what_it_ends_in(vectors):
    assert vectors.nearest("가누르공장", "NNP") == vectors.row("공장", "NNG") != 0
    assert vectors.nearest("공장", "NNG") == vectors.row("공장", "NNG")
    assert vectors.nearest("가누르공장", "VV") == 0
    assert vectors.nearest("Ganur", "SL") == vectors.row("Ganur", "SL") != 0


def test_a_table_comes_back_from_disk(tmp_path, vectors):
    vectors.write(tmp_path / "vectors.npz")
    again = VectorTable.read(tmp_path / "vectors.npz")
    assert again.rows == vectors.rows
    assert np.abs(again.table - vectors.table).max() < np.abs(vectors.table).max() / 120


# -- training

PEOPLE = ("한서윤", "도하람", "표지안", "금나래")
SENTENCES = (
    "{0} 차관은 회의에서 말했다.",
    "이날 {0} 장관이 왔다.",
    "회의에 {0} 대표가 나왔다.",
    "날씨가 맑다.",
)


def klue(path: Path, count: int) -> Path:
    """Write invented sentences in the format of KLUE-NER."""
    lines = ["## columns: CHAR<TAB>NE_TAG", ""]
    for number in range(count):
        name = PEOPLE[number % len(PEOPLE)]
        text = SENTENCES[number // len(PEOPLE) % len(SENTENCES)].format(name)
        start = text.find(name)
        lines.append(f"## invented-{number}\t{text}")
        for at, character in enumerate(text):
            tag = (
                "O" if start < 0 or not start <= at < start + len(name) else "B-PS" if at == start else "I-PS"
            )
            lines.append(f"{character}\t{tag}")
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def small(path: Path) -> Path:
    """Write a configuration that trains in seconds."""
    text = training.CONFIG.read_text(encoding="utf-8")
    text = re.sub(r"words = \d+", "words = 2000", text)
    text = re.sub(r"epochs = \d+", "epochs = 12", text)
    text = re.sub(r"seeds = \[[^\]]*, [^\]]*\]", "seeds = [1, 2]", text)
    text = re.sub(r"width = \d+", "width = 16", text)
    text = re.sub(r"embed = \d+", "embed = 8", text)
    text = re.sub(r"batch = \d+", "batch = 4", text)
    path.write_text(text, encoding="utf-8")
    return path


def test_training_end_to_end(tmp_path):
    """The command trains, teaches and scores; it writes a spaCy pipeline that finds what was learned."""
    file, raw = klue(tmp_path / "klue.tsv", 40), tmp_path / "raw.tsv"
    raw.write_text("raw-1\t내일 한서윤 장관이 온다.\nraw-2\t비가 온다.\n", encoding="utf-8")
    out = tmp_path / "model"
    options = ["--raw", str(raw), "--config", str(small(tmp_path / "small.cfg")), "--out", str(out)]
    result = CliRunner().invoke(app, ["train", str(file), *options], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))["performance"]
    assert (meta["sentences"] + meta["held_out"], meta["raw"]) == (40, 2)
    assert meta["scores"]["PS"] > 0.9
    nlp = spacy.load(out)
    text = "그날 도하람 차관은 회의에 왔다."
    assert [(e.text, e.label_) for e in nlp(text).ents] == [("도하람", "PS")]
    ner = nlp.get_pipe("gisaro_ner")
    assert isinstance(ner, Recogniser)
    assert fast_equals_slow(ner, nlp, text) < 1e-4


def fast_equals_slow(ner: Recogniser, nlp: spacy.Language, text: str) -> float:
    """Return the greatest difference between the two ways through the network."""
    doc = nlp.make_doc(text)
    draft: Draft = doc._.draft
    tokens = cut(tokens_of(draft.morphs), ner.names)
    forward = Forward(ner.model, ner.vectors)
    words = forward.word_rows(text, tokens)
    fast = forward([words], [ner._place_rows(forward, draft, tokens, words)])[0]
    slow = ner.model.predict(ner.batch([doc]))[0]
    return float(np.abs(fast - slow).max())


BAD = [("가\tB-XX\n", 1), ("가\tO\n나 O\n", 2), ("가\tI\n", 1)]


@pytest.mark.parametrize(("text", "line"), BAD)
def test_a_damaged_file_is_named_with_its_line(tmp_path, text, line):
    path = tmp_path / "bad.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=rf"bad\.tsv:{line}: "):
        list(training.read_labelled(path))


def test_a_file_that_is_missing(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        list(training.read_labelled(tmp_path / "none.tsv"))


def test_labelled_sentences_are_read(tmp_path):
    path = tmp_path / "two.tsv"
    path.write_text("## a\t…\n한\tB-PS\n서\tI-PS\n도\tB-LC\n\n## b\t…\n나\tO\n", encoding="utf-8")
    assert list(training.read_labelled(path)) == [
        training.Sentence("a", "한서도", ((0, 2, "PS"), (2, 3, "LC"))),
        training.Sentence("b", "나", ()),
    ]


def test_the_split_is_one_of_fifths():
    folds = [training.fold_of(f"sentence-{number}") for number in range(1000)]
    assert all(150 < folds.count(fold) < 250 for fold in range(5))
    assert training.fold_of("sentence-1") == 4


# -- the packaged model


def test_the_model_is_small_and_its_card_tells_what_it_is():
    files = [path for path in MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 12 * 2**20
    card = (MODEL / "README.md").read_text(encoding="utf-8")
    for words in ("KLUE-NER", "Park et al.", "2105.09680", "CC BY-SA 4.0", "mecab-ko-dic", "Apache-2.0"):
        assert words in card, words
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert recogniser().labels == tagset.LABELS


def test_both_ways_through_the_packaged_network_agree():
    nlp = load()
    ner = nlp.get_pipe("gisaro_ner")
    assert isinstance(ner, Recogniser)
    text = "금나래 라온테크 대표는 3일 오후 2시 시카고에서 12명과 만났다."
    assert fast_equals_slow(ner, nlp, text) < 1e-3


READ = [
    (
        "금나래 교수는 지난해 12월 부산대 병원과 협약을 맺고 환자 30명을 만났다.",
        [("금나래", "PS"), ("지난해 12월", "DT"), ("부산대 병원", "OG"), ("30명", "QT")],
    ),
    (
        "도하람 산업통상자원부 차관은 3일 오후 2시 회의를 열었다.",
        [("도하람", "PS"), ("산업통상자원부", "OG"), ("3일", "DT"), ("오후 2시", "TI")],
    ),
    ("날씨가 맑고 바람이 약하다.", []),
]


@pytest.mark.parametrize(("text", "answer"), READ)
def test_the_packaged_model_reads(text, answer):
    assert [(e.text, e.label_) for e in load()(text).ents] == answer


def draft_of(text: str) -> Draft:
    draft: Draft = load().make_doc(text)._.draft
    return draft


def test_only_sentences_with_an_office_and_an_unknown_name_are_read():
    draft = draft_of("정부는 회의를 열었다. 금나래 대표가 왔다. 금나래가 갔다. 장관이 왔다.")
    stretches = [draft.text[tokens[0].start : tokens[-1].end] for tokens in in_need(draft)]
    assert stretches == ["금나래 대표가 왔다."]


def test_an_article_without_names_is_left_alone():
    assert spot(draft_of("비가 왔다. 값이 올랐다.")) == []


def test_a_body_does_not_end_in_a_person():
    assert [ends_in_person(name) for name in ("일본 오바마", "오바마", "일본 롯데", "롯데")] == [
        True,
        True,
        False,
        False,
    ]


def test_of_a_long_sentence_only_what_stands_around_the_office_is_read():
    before, after = "사과와 배와 감과 " * 9, " 귤과 밤과 무를" * 9
    draft = draft_of(f"{before}금나래 대표가{after} 샀다.")
    (stretch,) = in_need(draft)
    assert "금나래 대표" in draft.text[stretch[0].start : stretch[-1].end]
    assert len(stretch) < 30
    assert [draft.text[h.start : h.end] for h in spot(draft)] == ["금나래"]


def test_an_office_far_from_an_unknown_name_needs_no_reading():
    draft = draft_of("금나래가 사과와 배와 감과 귤과 밤과 무를 파는 가게에 왔다 하고 대표가 말했다.")
    assert in_need(draft) == []
