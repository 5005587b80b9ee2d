"""Plain text: bytes to characters without mojibake.

Korean texts come as UTF-8, as CP949 (which holds EUC-KR) and as UTF-16, mostly without a word on which. The
order is fixed and each step strict; what decodes must also look like text, so that no wrong table is taken
because it happens to fit. A file that is nearly UTF-8 is a damaged one, not one in another encoding.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from pipelines.errors import InputError
from pipelines.read.content import Content

__all__ = ["decode", "parse"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16, so it goes first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF8_SEQUENCE = re.compile(rb"[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}")
_HIGH = re.compile(rb"[\x80-\xFF]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")  # not the white space, nor DOS's end mark
_HANGUL = re.compile(r"[가-힣]")
_LETTER = re.compile(r"[^\W\d_a-zA-Z]")
_FAMILIAR = re.compile(r"[\t\n\r\x20-\x7e\xa0-\xff가-힣ㄱ-ㅣ一-鿿\u2000-\u303f\uff00-\uffef]")
_COMMON = re.compile("[이다는을에의가고로를한은지도기사하해자대인시정부나서원일리있어]")
_USUAL = re.compile(f"[ -~\\n]|{_COMMON.pattern}")
_JAMO = re.compile(r"[\u1100-\u11ff]+")


def parse(data: bytes, source: str) -> Content:
    """Turn a text file's bytes into its text.

    The characters are those of the file, line ends included. Only Hangul that is stored in pieces (NFD, as
    macOS writes it) is put together.

    Raises
    ------
    InputError
        'empty' when there is nothing but white space, 'not_text' when the bytes are no Korean text.
    """
    text = decode(data)
    if text is None:
        raise InputError(source, "not_text", f"'{source}' {_complaint(data)}.")
    if not text.strip("\ufeff\u200b\x1a \t\r\n\u3000\xa0"):
        raise InputError(source, "empty", f"'{source}' is empty: give a file that holds an article.")
    return Content(_JAMO.sub(lambda m: unicodedata.normalize("NFC", m[0]), text))


def decode(data: bytes) -> str | None:
    """Return the text of the bytes, None when they are none.

    In order: a byte-order mark, UTF-16 (only when there are zero bytes), ISO-2022-KR (by its escape), UTF-8,
    CP949, Johab, and last what charset-normalizer guesses, if that reads as Korean.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, _printable)
    if b"\x00" in data:
        readings = (_strict(data, encoding, _familiar) for encoding in ("utf-16-le", "utf-16-be"))
        return max((r for r in readings if r), key=lambda r: len(_USUAL.findall(r)), default=None)
    if b"\x1b$)C" in data:
        return _strict(data, "iso2022_kr", _korean)
    text = _strict(data, "utf-8", _printable)
    if text is not None or _nearly_utf8(data):
        return text
    return _strict(data, "cp949", _korean) or _strict(data, "johab", _korean) or _guess(data)


def _strict(data: bytes, encoding: str, looks_right: Callable[[str], bool]) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if looks_right(text) else None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    text = str(best) if best else ""
    return text if _HANGUL.search(text) and _korean(text) else None


def _printable(text: str) -> bool:
    """No zero bytes, and at most one control character in a hundred."""
    return "\x00" not in text and len(_CONTROL.findall(text)) * 100 <= len(text)


def _familiar(text: str) -> bool:
    """Almost all characters are of the kinds that Korean texts are written with."""
    return _printable(text) and len(_FAMILIAR.findall(text)) * 20 >= len(text) * 19


def _korean(text: str) -> bool:
    """Hangul outweighs other scripts, rare syllables are rare and, in longer texts, common ones common."""
    letters, hangul = _LETTER.findall(text), _HANGUL.findall(text)
    if not _printable(text) or len(hangul) * 10 < len(letters) * 7 or not hangul:
        return False
    rare = sum(c not in _standard() for c in hangul)
    common = len(_COMMON.findall(text))
    return rare * 3 <= len(hangul) and (len(hangul) < 50 or common * 25 >= len(hangul))


@cache
def _standard() -> frozenset[str]:
    """The syllables of KS X 1001: the 2,350 in use, of 11,172 possible ones."""
    return frozenset(
        bytes((row, cell)).decode("euc_kr") for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF)
    )


def _nearly_utf8(data: bytes) -> bool:
    """Whether four fifths of the bytes beyond ASCII stand in well-formed UTF-8 sequences."""
    inside = sum(len(m) for m in _UTF8_SEQUENCE.findall(data))
    return inside * 5 >= len(_HIGH.findall(data)) * 4


def _complaint(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" not in data and _nearly_utf8(data):
            return f"is damaged UTF-8 (at byte {error.start}): get the file again or save it anew as UTF-8"
    return "is no Korean text in UTF-8, UTF-16 or CP949: give a text file, or save it as UTF-8"
