"""One article in the terminal: the text is unchanged, its spans are coloured, every cell has its reason."""

import io

import pytest
from handmade import TEXT, handmade
from rich.cells import cell_len
from rich.console import Console

from pipelines.rows import rows
from pipelines.schema import TABLES
from pipelines.show import SHOWN, STYLES, coloured, show
from pipelines.why import UNKNOWN, reasons

ARTICLE = (
    "환경부, 몽골 정수장 짓는다\n"
    "[세종=뉴스핌] 봄여름 기자 = 환경부는 27일 몽골 울란바토르에서 제3차 한-몽골 물포럼을 열고 "
    "울란바토르 정수장 건설 사업(2억달러, 내년 착공 예정)을 논의했다.\n"
    '한가람 환경부 차관은 "물은 모두의 것"이라고 말했다.\n'
)


def _printed(record, why=False, width=200, **options):
    file = io.StringIO()
    show(record, Console(file=file, width=width, **options), why)
    return file.getvalue()


def test_the_text_stands_there_unchanged():
    assert coloured(handmade()).plain == TEXT
    assert TEXT in _printed(handmade())


def test_every_mention_is_coloured_where_it_stands():
    record = handmade()
    styled = {(s.start, s.end, s.style) for s in coloured(record).spans}
    for name, style in STYLES.items():
        for mention in getattr(record, name):
            spans = getattr(mention, "spans", ()) or ((mention.char_start, mention.char_end),)
            assert {(start, end, style) for start, end in spans if start < end} <= styled
    assert "\x1b[" in _printed(record, force_terminal=True)
    assert "\x1b[" not in _printed(record)


def test_every_table_is_printed_with_its_cells():
    out = _printed(handmade())
    for name, lines in rows(handmade()).items():
        assert name in out
        assert lines
    for cell in (
        " 300,000,000 USD ",
        " about 400,000,000,000 KRW ",
        " conversion_mismatch;ambiguous ",
        " KZ;UZ ",
        " 홍나래 ",
        " 제2차 항만 포럼 ",
        " planned 2020 ",
        " planned → under_construction ",
    ):
        assert cell in out
    assert "\n p1 " in out


def test_no_column_is_lost_on_a_narrow_terminal():
    out = _printed(handmade(), width=80)
    assert all(cell_len(line) <= 80 for line in out.splitlines())
    for heading in (
        "name",
        "action",
        "stage",
        "country",
        "amount",
        "date",
        "converts",
        "flags",
        "resolution",
        "quotes",
    ):
        assert heading[:8] in out
    assert "planned" in out


def test_only_columns_of_the_tables_are_shown():
    for name, shown in SHOWN.items():
        assert {column for *_, group in shown for column in group.split(" ")} <= set(TABLES[name].names)


def test_markup_in_the_text_is_text(read):
    record = read("[bold]굵게[/bold] [red]3억달러")
    assert "[bold]굵게[/bold] [red]3억달러" in _printed(record)


def test_copied_cells_take_the_reason_of_their_link():
    why = {(r.table, r.row, r.column): r.why for r in reasons(handmade())}
    assert why["amounts", "a1", "value"] == "numbers"
    assert why["amounts", "a1", "zone"] == "the layout at char_start"
    assert why["officials", "o1", "quotes"] == "the quotes with its official_id"
    assert why["projects", "p1", "currency"] == UNKNOWN  # the hand-made record names no rule


def test_every_filled_cell_has_a_reason(read):
    record = read(ARTICLE, "2019-09-27")
    told = list(reasons(record))
    filled = {
        (table, row[0].partition("#")[2], column)
        for table, lines in rows(record).items()
        if table != "articles"
        for row in lines
        for column, cell in zip(TABLES[table].names[2:], row[2:], strict=True)
        if cell not in (None, "")
    }
    assert {(r.table, r.row, r.column) for r in told} == filled
    assert [r for r in told if r.why == UNKNOWN] == []
    assert {r.table for r in told} == set(STYLES)
    out = _printed(record, why=True, width=300)
    assert all(r.why in out for r in told)


def test_every_filled_cell_of_the_corpus_has_a_reason(corpus_records):
    told = [reason for record in corpus_records for reason in reasons(record)]
    assert {(r.table, r.column) for r in told if r.why == UNKNOWN} == set()
    assert {r.table for r in told} == set(STYLES)


@pytest.mark.parametrize("column", ["text", "char_start", "char_end", "zone", "sentence"])
def test_span_columns_are_in_every_table_of_mentions(column):
    with_text = set(STYLES) - {"officials", "meetings"} if column == "text" else set(STYLES)
    assert all(column in TABLES[name].names for name in with_text)
