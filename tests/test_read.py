"""Reading: what is found under a path, and bytes to text without mojibake."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.errors import InputError
from pipelines.read import LARGEST, Source, find, parse, read
from pipelines.read.plain import decode
from pipelines.read.published import from_name

SHORT = [
    "수주",
    "가",
    "27일 밝혔다",
    "똠방각하 펲시",
    "美 대통령, 韓 방문…2억달러·1조원",
    "△고속도로 사업(4억8000만달러) △병원",
    "“산업부”는 ‘사업’을 ㅇ □ ※ ①",
    "산업통상자원부는 27일 표준 회의를 열었다.\n준공은 내년이다.\n",
]
LONG = (
    "정부는 지난 4월 합의한 발전소 사업을 내년 상반기에 착공한다고 27일 밝혔다.\r\n사업비는 약 3억달러다.\r\n"
    * 20
)


@pytest.mark.parametrize("text", [*SHORT, LONG])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp949", "johab", "iso2022_kr"]
)
def test_decoding_gives_the_text_back(text, encoding):
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("the encoding has no such character")
    assert decode(data) == text


@pytest.mark.parametrize("text", [t for t in SHORT if " " in t] + [LONG])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_needs_no_mark(text, encoding):
    assert decode(text.encode(encoding)) == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\ufeff"), max_size=80))
def test_utf8_is_always_itself(text):
    control = sum((c < " " and c not in "\t\n\x0b\x0c\r\x1a") or c == "\x7f" for c in text)
    assert decode(text.encode("utf-8")) == (text if control * 100 <= len(text) else None)


@given(st.integers(0, 400), st.integers(0x80, 0xFF))
def test_damaged_utf8_never_becomes_another_text(place, byte):
    data = bytearray(LONG.encode("utf-8"))
    while data[place] < 0x80:
        place += 1
    data[place] = byte
    try:
        assert decode(bytes(data)) == bytes(data).decode("utf-8")
    except UnicodeDecodeError:
        assert decode(bytes(data)) is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("项目将于今年开始，双方讨论了合作。", "gbk"),
        ("会議は東京で開かれ、両国は協力を話し合った。", "shift_jis"),
        ("会議は東京で開かれ、両国は協力を話し合った。", "euc_jp"),
        ("Проект начнётся в следующем году", "cp1251"),
    ],
)
def test_other_scripts_are_refused_rather_than_mangled(text, encoding):
    assert decode(text.encode(encoding)) is None


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06" + bytes(range(256)) * 8


@pytest.mark.parametrize(
    ("data", "code", "remedy"),
    [
        (b"", "empty", "give a file"),
        (b" \r\n\t ", "empty", "give a file"),
        (b"\xef\xbb\xbf\n", "empty", "give a file"),
        (PNG, "not_text", "UTF-8"),
        (b"\x00" * 1000, "not_text", "UTF-8"),
        (b"\x01\x02\x03\x04" * 50, "not_text", "UTF-8"),
        ("산업부는 27일 발표했다".encode()[:-1], "not_text", "damaged UTF-8 (at byte 28)"),
        (b"a" * (LARGEST + 1), "too_large", "split"),
    ],
)
def test_what_is_no_article_is_refused_by_name_and_with_a_remedy(tmp_path, data, code, remedy):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(Source("in/a.txt", str(path)))
    assert (caught.value.code, caught.value.source) == (code, "in/a.txt")
    assert "'in/a.txt'" in caught.value.message
    assert remedy in caught.value.message


def test_hangul_in_pieces_is_put_together_and_nothing_else_changes():
    import unicodedata

    text = "각 사업은 Å와 ㈜, Ⅲ를 쓴다."
    pieces = unicodedata.normalize("NFD", "각 사업은 ") + "Å와 ㈜, Ⅲ를 쓴다."
    assert parse(Source("a.txt", "a.txt"), pieces.encode()).text == text


def _names(paths):
    return [f.name if isinstance(f, Source) else (f.source, f.code) for f in find(paths)]


def test_a_folder_is_searched_to_the_bottom_in_order(tmp_path, monkeypatch):
    for name in (
        "b/2.txt",
        "b/10.txt",
        "a/z.TXT",
        "c.txt",
        ".hidden.txt",
        ".git/x.txt",
        "b/note.json",
        "가.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("글")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "b" / "self").symlink_to(tmp_path / "b" / "self")
    (tmp_path / "b" / "3.txt").symlink_to(tmp_path / "c.txt")
    monkeypatch.chdir(tmp_path)
    assert _names(["."]) == ["c.txt", "가.txt", "a/z.TXT", "b/10.txt", "b/2.txt"]
    assert _names(["a", "./a/z.TXT", "a"]) == ["a/z.TXT"]


def test_what_cannot_be_found_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("void").mkdir()
    Path("p.png").write_bytes(PNG)
    Path("a.txt").write_text("글")
    assert _names(["void", "gone.txt", "p.png", "a.txt"]) == [
        ("void", "empty"),
        ("gone.txt", "unreadable"),
        ("p.png", "unsupported"),
        "a.txt",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_pipe_among_the_files_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    (source,) = find([str(tmp_path)])
    with pytest.raises(InputError) as caught:
        read(source)
    assert caught.value.code == "unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read all")
def test_a_file_without_permission_is_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("글")
    path.chmod(0)
    with pytest.raises(InputError) as caught:
        read(Source("a.txt", str(path)))
    assert (caught.value.code, "permission" in caught.value.message) == ("unreadable", True)


def test_a_file_name_that_is_no_utf8_still_has_a_name(tmp_path):
    bad = os.path.join(os.fsencode(tmp_path), b"\xb1\xe2.txt")
    try:
        Path(os.fsdecode(bad)).write_text("글")
    except OSError:
        pytest.skip("the file system refuses such names")
    (source,) = find([str(tmp_path)])
    assert source.name.endswith("\ufffd\ufffd.txt")
    assert read(source).text == "글"


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("27일 밝혔다".encode("cp949"))))
    (source,) = find(["-"])
    document = read(source, "2019-09-27")
    assert (document.text, document.source) == ("27일 밝혔다", "-")
    assert (document.published, document.published_source) == ("2019-09-27", "option")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2019-09-27_almaty.txt", "2019-09-27"),
        ("news/2019/20190927000123.txt", "2019-09-27"),
        ("20190927.txt", "2019-09-27"),
        ("2019.09.27 회의.txt", "2019-09-27"),
        ("2019_09_27.txt", "2019-09-27"),
        ("2019-09-27T10.txt", "2019-09-27"),
        ("2019-09-271.txt", ""),
        ("2019-0927.txt", ""),
        ("2019-02-30.txt", ""),
        ("2019-09_a.txt", ""),
        ("18990927.txt", ""),
        ("article-20190927.txt", ""),
        ("190927.txt", ""),
        ("2019-09-27/a.txt", ""),
        ("-", ""),
    ],
)
def test_the_day_in_a_file_name(name, day):
    assert from_name(name) == day


def test_the_option_goes_before_the_file_name(tmp_path):
    path = tmp_path / "2019-09-27_a.txt"
    path.write_text("27일 밝혔다", encoding="utf-8")
    (source,) = find([str(path)])
    assert (read(source).published, read(source).published_source) == ("2019-09-27", "filename")
    assert (read(source, "2020-01-02").published_source, read(source, "2020-01-02").published) == (
        "option",
        "2020-01-02",
    )
