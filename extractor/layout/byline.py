"""Bylines: '[세종=뉴스핌] 홍길동 기자 =' before the text, 'hong@newspim.com' after it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractor.layout.lines import EMAIL
from extractor.load import lexicon

_RANK = (
    r"(?:(?:수습|인턴|선임|전문|객원|영상|사진|대학생|시민|명예|통신|부|촬영|편집)\s?)?"
    r"(?:기자단|기자|특파원|통신원|아나운서|에디터|앵커|리포터|논설위원|편집위원|PD|피디)"
)
_NAME = r"[가-힣]{2,5}"
_NAMES = rf"{_NAME}(?:\s*[·,ㆍ/&]\s*{_NAME})*"
_WHO = rf"{_NAMES}\s*(?:[가-힣]{{2,8}}\s+)?{_RANK}"
_PEOPLE = rf"{_WHO}(?:\s*[·,ㆍ/&]?\s*{_WHO})*"
_REPORTER = re.compile(rf"(?P<names>{_NAMES})\s*(?:(?P<post>[가-힣]{{2,8}})\s+)?(?P<rank>{_RANK})(?![가-힣])")
_NAME_ONLY = re.compile(_NAME)

_HEAD = re.compile(
    rf"""[\[［(【]\s*(?P<inside>[^\[\]［］()【】\n]{{1,60}}?)\s*[\]］)】]  # [세종=뉴스핌]
        \s*(?:(?P<who>{_PEOPLE})\s*)?(?P<mail>\(?[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\)?\s*)?(?P<eq>=|＝)?\s*""",
    re.VERBOSE,
)
_BARE = re.compile(rf"(?P<who>{_PEOPLE})\s*(?:=|＝)\s*")
_FIRST = re.compile(r"([가-힣A-Za-z0-9]{2,10})\s+")
#: '영월=홍길동 기자, 울진=김가람 기자': a line of its own, or the beginning of the first paragraph.
_PLACED = re.compile(
    rf"(?P<place>[가-힣A-Za-z()]{{2,12}}(?:[·ㆍ/ ][가-힣]{{2,10}})?)\s?[=＝]\s?(?P<who>{_PEOPLE}"
    rf"(?:\s*[,·ㆍ/]\s*(?:[가-힣]{{2,10}}\s?[=＝]\s?)?{_PEOPLE})*)(?:\s*[=＝])?(?:\s+|$)"
)
_SIGN_OFF = re.compile(rf"(?:/\s*|\|\s*)?[\[［(<]?[^.]*?{_RANK}")


#: How an agency ends an article: '(끝) <저작권자 …>'.
END_MARK = re.compile(r"\(끝\).*$|[<\[(]\s?저\s*작\s*권\s*자.*$")
#: Who wrote, behind the last sentence: '… 밝혔다. 홍길동기자', '… 밝혔다. 홍길동 기자 hong@'.
SIGNED_BEHIND = re.compile(
    rf"(?<=[.!?\"”’])\s*=?\s?{_NAMES}\s?(?:[가-힣]{{2,8}}\s)?{_RANK}(?:\s+\(?[A-Za-z0-9._+-]+@\S*)?\s*$"
)


#: '[사진=가람일보]', '(자료: 가람통신)': whose picture it is.
_CREDIT = re.compile(r"(?:사진|자료|제공|출처|그래픽|영상|그림|포토|캡처)[^=＝:：]{0,8}[=＝:：]")


class Byline(NamedTuple):
    """A byline at the beginning of a line; ``end`` is where the article's own words begin."""

    end: int
    place: str
    outlet: str
    reporters: tuple[str, ...]


@cache
def outlets() -> dict[str, str]:
    """Return the names of outlets by word."""
    return {row["word"]: row["name"] for row in lexicon("outlets")}


@cache
def outlet_names() -> re.Pattern[str]:
    """Return the pattern of an outlet's name."""
    words = sorted(outlets(), key=lambda w: (-len(w), w))
    endings = "|".join(re.escape(w[1:]) for w in words if w[0] == "*")
    whole = "|".join(re.escape(w) for w in words if w[0] != "*")
    return re.compile(rf"{whole}|(?<![가-힣A-Za-z0-9])[가-힣A-Za-z]{{1,8}}?(?:{endings})(?![가-힣A-Za-z0-9])")


def reporters_in(text: str) -> tuple[str, ...]:
    """Names of the reporters in a byline, ranks and posts stripped, in order."""
    names: list[str] = []
    for match in _REPORTER.finditer(text):
        for name in _NAME_ONLY.findall(match["names"]):
            if name not in names:
                names.append(name)
    return tuple(names)


def without_reporters(text: str) -> str:
    """Cut names and ranks of reporters out of a byline."""
    return _REPORTER.sub(" ", text)


def read_byline(line: str) -> Byline | None:
    """Read the byline that a line begins with; None when there is none.

    It needs its brackets with the outlet's name and a reporter, or a reporter with a '='; brackets with
    nothing but the outlet's name are one before a line of prose. The outlet can stand before the reporter.
    """
    match = _HEAD.match(line)
    if match:
        inside = match["inside"]
        outlet = outlet_names().search(inside)
        placed = _PLACED.fullmatch(inside) if outlet is None else None
        if placed is not None:  # 【수원=홍길동기자】
            return Byline(match.end(), placed["place"], "", reporters_in(placed["who"]))
        if outlet is None or _CREDIT.match(inside):
            return None
        within = reporters_in(inside[: outlet.start()] + " " + inside[outlet.end() :].lstrip("= "))
        people = reporters_in(match["who"] or "") or within
        alone = inside in outlets() and len(line) > 40 and line.find("다.") > 0
        if not people and not (match["eq"] or "=" in inside or alone):
            return None
        place = inside[: outlet.start()].rstrip()
        place = place[:-1].strip() if place.endswith(("=", "＝")) else ""
        places = re.split(r"\s+", place)
        dateline = " ".join(p for p in places if not re.search(r"로이터|신화사|블룸버그|AP|AFP|뉴시스", p))
        return Byline(match.end(), dateline, outlets().get(outlet[0], outlet[0]), people)
    first = _FIRST.match(line)
    agency = first[1] if first and outlet_names().fullmatch(first[1]) else ""
    match = _BARE.match(line, first.end() if first and agency else 0)
    if match:
        return Byline(match.end(), "", outlets().get(agency, agency), reporters_in(match["who"]))
    match = _PLACED.match(line)
    if match and (match.end() == len(line) or not line[match.end()].isascii()):
        named = outlets().get(match["place"], "")
        return Byline(match.end(), "" if named else match["place"], named, reporters_in(match["who"]))
    return None


def is_outlet(line: str) -> bool:
    """Tell whether a line holds nothing but an outlet's name, bare or in brackets: '<가람일보>'."""
    bare = line[1:-1] if line[0] in "<[〈【" else line
    return len(line) < 20 and outlet_names().fullmatch(bare) is not None


def is_sign_off(line: str) -> bool:
    """Tell whether a line only says who wrote: a lone e-mail, '홍길동 기자 hong@…', '[뉴스핌 Newspim] …'."""
    if len(line) > 160 or not (EMAIL.search(line) or re.search(r"뉴스핌\s*Newspim", line)):
        return False
    rest = EMAIL.sub(" ", END_MARK.sub("", line))
    rest = re.sub(r"뉴스핌|Newspim", " ", rest)
    rest = _REPORTER.sub(" ", rest)
    rest = re.sub(r"[가-힣]{2,5}\s*[=＝]|[\W_]", "", rest)
    return len(rest) <= 8 and not rest.endswith("다")
