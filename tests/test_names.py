"""Organisations and places: every gazetteer form in its file's example, and what is no name."""

from __future__ import annotations

from datetime import date

import pytest
from lexicon_templates import templates

from extractor.load import LexiconError, lexicon, parse
from extractor.names.canonical import resolve
from extractor.names.find import join
from extractor.names.gazetteer import ORGANISATIONS, PLACES, names, readings, rows_of, split
from extractor.names.hits import find_names, find_pairs
from extractor.records import Entity

FILES = (*ORGANISATIONS, *PLACES)


def keys(text: str) -> list[str]:
    return [h.key for h in find_names(text)]


def entities(record, label=None):
    return [(e.text, e.canonical, e.country) for e in record.entities if label is None or e.label == label]


@pytest.mark.parametrize("file", FILES)
def test_every_form_is_found_in_the_example_of_its_file(file):
    template = templates(file)["example", ""]
    missing = []
    for form, name in readings(file):
        text = template.format(word=form)
        begin = text.index(form)
        if (begin, begin + len(form)) not in [(h.start, h.end) for h in find_names(text)]:
            missing.append(f"{name.where}: {form}")
    assert missing == []


@pytest.mark.parametrize(
    "row", lexicon("org_stops", ("word", "kind")), ids=lambda r: f"{r['kind']} {r['word']}"
)
def test_what_ends_like_an_organisation_and_is_none(read, row):
    made = templates("org_stops")
    found = entities(read(made["example", row["kind"]].format(word=row["word"])), "ORG")
    assert row["word"] not in [text for text, _, _ in found]
    assert entities(read(made["counterexample", row["kind"]]), "ORG") != []


@pytest.mark.parametrize("row", lexicon("city_stops"), ids=lambda r: r["word"])
def test_what_is_no_city(row):
    made = templates("city_stops")
    kinds = {names()[key][0].kind for key in keys(made["example", ""].format(word=row["word"]))}
    assert "cities" not in kinds
    assert keys(made["counterexample", ""]) == ["알마티"]


@pytest.mark.parametrize("row", lexicon("ministry_stems"), ids=lambda r: r["word"])
def test_what_ministries_are_named_after(read, row):
    made = templates("ministry_stems")
    found = entities(read(made["example", ""].format(word=row["word"])), "ORG")
    assert found == [(f"{row['word']}에너지부", f"{row['word']}에너지부", "KZ")]
    assert entities(read(made["counterexample", ""].format(word=row["word"])), "ORG") == []


@pytest.mark.parametrize("row", lexicon("org_suffixes"), ids=lambda r: r["word"])
def test_how_organisations_end(read, row):
    made = templates("org_suffixes")
    found = [text for text, _, _ in entities(read(made["example", ""].format(word=row["word"])), "ORG")]
    assert found == [f"한국가람누리{row['word']}"]
    assert entities(read(made["counterexample", ""].format(word=row["word"])), "ORG") == []


@pytest.mark.parametrize("file", FILES)
def test_no_form_is_found_in_the_counterexample_of_its_file(file):
    made = templates(file)
    wrong = []
    for form, name in readings(file):
        kind = "Latin" if form[0].isascii() else ""
        text = made["counterexample", kind].format(word=form)
        if form in keys(text):
            wrong.append(f"{name.where}: {form}")
    assert wrong == []


@pytest.mark.parametrize(
    "row", [r for f in FILES for r in rows_of(f) if r.get("example")], ids=lambda r: r.where
)
def test_rows_with_examples_of_their_own(read, row):
    found = entities(read(row["example"]))
    assert (row["word"], row["word"], row["answer"]) in found
    assert row["word"] not in [text for text, _, _ in entities(read(row["counterexample"]))]


def test_a_form_stands_in_one_row_of_a_file():
    names.cache_clear()
    assert len(names()) > 5000


def test_a_form_of_two_organisations_is_told_with_file_and_line(monkeypatch):
    rows = parse("word\tforms\tcountry\n가나공사\t가공\tKR\n다라공사\t가공\tKR\n", "companies.tsv")
    monkeypatch.setattr("extractor.names.gazetteer.rows_of", lambda kind: rows if kind == "companies" else ())
    names.cache_clear()
    with pytest.raises(LexiconError, match=r"companies\.tsv:3: 가공 .* companies\.tsv:2"):
        names()
    names.cache_clear()


def test_a_row_that_stands_twice_is_told_with_file_and_line():
    with pytest.raises(LexiconError, match=r"titles\.tsv:3: 장관 stands already at titles\.tsv:2"):
        parse("word\n장관\n장관\n", "titles.tsv")


def test_a_day_of_office_that_is_no_date_is_told(monkeypatch):
    rows = parse("word\tforms\tvalid_from\n가나부\t\t2013-13-01\n", "ministries.tsv")
    monkeypatch.setattr("extractor.names.gazetteer.rows_of", lambda kind: rows)
    with pytest.raises(LexiconError, match=r"ministries\.tsv:2: valid_from"):
        readings("ministries")


def test_the_gazetteers_are_as_large_as_they_claim():
    assert len(rows_of("companies")) + sum("은행" in r["word"] for r in rows_of("institutions")) >= 400
    assert len(rows_of("countries")) >= 195
    assert len(rows_of("cities")) >= 3000


@pytest.mark.parametrize(
    ("form", "day", "canonical"),
    [
        ("산업부", "2005-03-02", "산업자원부"),
        ("산자부", "2007-11-30", "산업자원부"),
        ("지경부", "2010-01-04", "지식경제부"),
        ("산업부", "2013-03-23", "산업통상자원부"),
        ("산업부", "2025-09-30", "산업통상자원부"),
        ("산업부", "2025-10-01", "산업통상부"),
        ("산업통상자원부", "2026-02-01", "산업통상자원부"),
        ("국토부", "2012-06-01", "국토해양부"),
        ("국토부", "2019-06-01", "국토교통부"),
        ("과기부", "2005-01-03", "과학기술부"),
        ("기후부", "2025-11-03", "기후에너지환경부"),
        ("무보", "2019-01-01", "한국무역보험공사"),
        ("코트라", None, "대한무역투자진흥공사"),
    ],
)
def test_short_forms_mean_the_office_of_the_day(form, day, canonical):
    assert resolve(form, date.fromisoformat(day) if day else None).canonical == canonical


def test_without_a_day_the_article_s_own_full_name_tells():
    assert resolve("산업부", None, "산업통상자원부(이하 산업부)는").canonical == "산업통상자원부"
    assert resolve("산업부", None, "산업부는").canonical == "산업부"
    assert resolve("산업부", None, "산업자원부에서 산업통상부까지, 산업부는").canonical == "산업부"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가람혁신항공산업부 차관", []),  # an office inside a longer word
        ("우리나라 제품", ["우리나라"]),
        ("알마티에서 타슈켄트까지", ["알마티", "타슈켄트"]),
        ("주카자흐스탄 대사", ["카자흐스탄"]),
        ("한수원이 한전기술과", ["한수원", "한전기술"]),
        ("광주시장을 만났다", ["광주"]),
        ("광주비엔날레", []),
        ("선박 인도 물량이 늘었다", []),
        ("공장을 인도했다", []),
        ("인도 뉴델리에서", ["인도", "뉴델리"]),
        ("고성능 제품", []),
        ("KOTRA는", ["KOTRA"]),
        ("XKOTRAX", []),
        ("KOTRA사장", ["KOTRA"]),
        ("경기도에서", ["경기도"]),
        ("한국수출입은행과 수출입은행", ["한국수출입은행", "수출입은행"]),
    ],
)
def test_a_name_begins_and_ends_where_a_word_does(text, found):
    assert keys(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "도시 환경 조성 사업을 논의했다.",
        "협력 강화를 위한 예산을 늘렸다.",
        "공사 진도가 빨라졌고 음성 안내도 나온다.",
        "양산 체제에 들어갔다고 말했다.",
        "사전에 고령 인구를 조사했다.",
        "이천 개가 넘는 제품을 보은 차원에서 풀었다.",
    ],
)
def test_everyday_words_are_no_places(read, text):
    assert entities(read(text), "LOC") == []


def test_a_province_makes_a_place_of_an_everyday_word(read):
    assert ("예산", "예산군", "KR") in entities(read("충남 예산에서 사과 축제가 열렸다."))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("한-우즈벡 회의", ["한", "우즈벡"]),
        ("한·중·일 회담", ["한", "중", "일"]),
        ("미·중 갈등", ["미", "중"]),
        ("한-칠레 위원회", ["한", "칠레"]),
        ("한-메르코수르 협상", ["한"]),
        ("개발-협력", []),
    ],
)
def test_short_countries_count_in_pairs(text, pairs):
    assert [h.key for h in find_pairs(text)] == pairs


def test_hanja_count_in_headlines(read):
    record = read("美 관세에 日·獨도 긴장…협상 中\n본문은 美 관세를 다룬다.")
    title = [(e.text, e.canonical) for e in record.entities if e.zone == "title"]
    assert title == [("美", "미국"), ("日", "일본"), ("獨", "독일")]


def test_a_ministry_behind_another_country_is_that_country_s(read):
    record = read("홍가람 산업부 장관은 베트남 산업부 장관을 만났다.", "2019-09-27")
    assert [(e.canonical, e.country) for e in record.entities if e.text == "산업부"] == [
        ("산업통상자원부", "KR"),
        ("산업부", "VN"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("카자흐스탄 디지털혁신항공우주부 차관을 만났다.", "디지털혁신항공우주부", "KZ"),
        ("칠레 광업부 차관을 만났다.", "광업부", "CL"),
        ("페루 가온나루부 장관을 만났다.", "가온나루부", "PE"),
    ],
)
def test_ministries_of_other_countries_are_known_by_their_form(read, text, name, country):
    assert (name, name, country) in entities(read(text), "ORG")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("한국가람누리공사 사장을 만났다.", "한국가람누리공사"),
        ("하늘누리전자는 27일 공장을 지었다.", "하늘누리전자"),
        ("발전사 가누르텍이 공장을 지었다. 가누르텍은 상장사다.", "가누르텍"),
        ("라온마루(RaonMaru)가 공장을 지었다.", "라온마루"),
        ("동가람성 인민위원회 부위원장을 만났다.", "인민위원회"),
    ],
)
def test_organisations_that_no_list_has(read, text, name):
    assert name in [t for t, _, _ in entities(read(text), "ORG")]


@pytest.mark.parametrize(
    "text",
    [
        "도로 증설공사를 마쳤다.",
        "국책은행이 돈을 댄다.",
        "경전철(LRT)을 놓는다.",
        "경제공동위원회를 열었다.",
        "워킹그룹 회의를 열었다.",
    ],
)
def test_things_that_end_like_organisations(read, text):
    assert entities(read(text), "ORG") == []


def test_an_organisation_takes_in_the_place_in_its_name():
    place = Entity(text="가", char_start=0, char_end=1, label="LOC")
    body = Entity(text="가 나", char_start=0, char_end=3, label="ORG")
    other = Entity(text="나", char_start=2, char_end=3, label="LOC")
    assert join([place], [body]) == [body]
    assert join([body], [other]) == [body]


def test_offsets_and_reasons(read):
    text = "산업부는 27일 카자흐스탄 알마티에서 코트라와 회의를 열었다."
    record = read(text, "2019-09-27")
    assert [(e.text, e.canonical) for e in record.entities] == [
        ("산업부", "산업통상자원부"),
        ("카자흐스탄", "카자흐스탄"),
        ("알마티", "알마티"),
        ("코트라", "대한무역투자진흥공사"),
    ]
    for entity in record.entities:
        assert text[entity.char_start : entity.char_end] == entity.text
        assert entity.why["canonical"].rpartition(":")[0].endswith(".tsv")


#: Transliterated names, none of which the tokenizer knows.
FOREIGN = [
    *("파블로다르", "투르키스탄", "쉼켄트", "카라간다", "악토베", "아티라우", "누르술탄", "키얀리", "찔레곤"),
    *("투르크멘바시", "응이손", "퐁트누프", "두코바니", "체르나보다", "베캉쿠르", "몬테레이", "아순시온"),
    *("살랄라", "푸자이라", "카르발라", "비스마야", "브로츠와프", "카토비체", "제슈프"),
]


def test_names_stay_whole_that_the_tokenizer_tears_apart(extractor):
    whole = 0
    for name in FOREIGN:
        text = f"정부는 27일 {name}에서 회의를 열었다."
        draft = extractor.nlp.make_doc(text)._.draft
        whole += [(m.start, m.end) for m in draft.morphs if m.start == 8] == [(8, 8 + len(name))]
    assert whole == len(FOREIGN)


def test_cells_that_hold_lists():
    assert split(" 가 ;나;; 다") == ["가", "나", "다"]


def test_the_names_of_countries_are_those_of_unicode():
    locale = pytest.importorskip("babel").Locale("ko")
    forms = {}
    for row in rows_of("countries"):
        forms.setdefault(row["code"], set()).update([row["word"], *split(row["forms"]), *split(row["weak"])])
    own = {
        "CD",
        "CG",
        "CF",
        "HK",
        "MO",
        "KR",
        "PS",
        "ZA",
        "AU",
        "GQ",
        "GW",
        "FM",
        "SB",
        "MH",
        "ST",
        "TT",
        "DO",
    }
    assert [
        c
        for c in sorted(forms)
        if c in locale.territories and c not in own and locale.territories[c] not in forms[c]
    ] == []
