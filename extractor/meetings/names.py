"""Names of meetings: quoted, numbered, of two countries, or known by themselves."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractor.draft import NOUN_TAGS, Draft
from extractor.load import Row, lexicon

_MARKS = {
    "'": "'",
    "‘": "’",
    "“": "”",
    '"': '"',
    "「": "」",
    "『": "』",
    "<": ">",
    "〈": "〉",
    "《": "》",
    "｢": "｣",
}
_QUOTED = re.compile(
    "|".join(
        rf"{re.escape(a)}(?P<q{i}>[^{re.escape(a + b)}]{{2,80}}?){re.escape(b)}"
        for i, (a, b) in enumerate(sorted(_MARKS.items()))
    )
)
_ORDINAL = r"(?:제\s?)?\d{1,3}\s?(?:차|회)"
_NUMBER = re.compile(r"(?:제\s?)?(?P<n>\d{1,3})\s?(?:차|회)(?=[\s'‘“「『\"]|$)")
_BEFORE_QUOTE = re.compile(
    rf"(?P<pre>(?:{_ORDINAL}|(?:한|韓)\s?[-–·∙‧∼~]\s?[가-힣A-Za-z]{{1,12}}(?:\s{_ORDINAL})?)\s?)$"
)
_AFTER_QUOTE = re.compile(r"\s?(?P<post>(?:화상\s?)?회의|협상|행사)(?=[가-힣]?[\s,.…]|[을를이가은는에]|$)")
#: Two countries: '한-몽골', '한·중·일', '한미'.
_BILATERAL = re.compile(
    r"(?<![가-힣A-Za-z(·])(?:(?:한|韓)\s?[-–·∙‧∼~]\s?(?=[가-힣A-Z])|(?:한미일|한중일|한일중|한미|한중|한일|한러|한영|한독|한불|한호"
    r"|한아세안|한EU|미중|미일|중일|북미|남북)\s(?=[가-힣]))"
)
_NAME_TAGS = NOUN_TAGS | {"MAJ", "MAG"}
_TRAILING = re.compile(r"(?:\s?\([^()]*\)|\*+)+$")
_ACTION = re.compile(
    r"^[을를이가에은는]?\s?(?:[가-힣·\d\s(),.~]{0,20}?)(?:열|개최|참석|주재|가졌|갖|출범|신설|마련|개막|시작|진행|발족|두고|두기|설치)"
)
_NOT = re.compile(
    r"(?:단독|국회|임시)?\s?본회의|4차\s?산업혁명|\d차\s?(?:협력업체|전지|추경|계약|이행계약|지정|공모)"
)


class Named(NamedTuple):
    """A mention: ``name`` without quotation marks; ``number`` its ordinal, 0 for none."""

    start: int
    end: int
    name: str
    number: int
    why: str


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, Row]]:
    rows = {row["word"]: row for row in lexicon("meeting_heads")}
    words = sorted((w for w, r in rows.items() if r["kind"] in ("head", "body")), key=lambda w: (-len(w), w))
    return re.compile("(?:" + "|".join(map(re.escape, words)) + ")$"), rows


@cache
def _openers() -> re.Pattern[str]:
    """Names and clubs that stand without quotation marks or number."""
    rows = _heads()[1].values()
    events = "|".join(re.escape(r["word"]) for r in rows if r["kind"] == "event")
    clubs = "|".join(re.escape(r["word"]) for r in rows if r["kind"] == "club")
    return re.compile(
        rf"(?<![가-힣A-Za-z])(?P<event>{events})|(?<![가-힣A-Za-z])(?P<club>{clubs})(?:\+\d)?(?:\([^()]{{1,12}}\))?\s?"
        r"(?:[가-힣]{1,6}\s?){0,2}?(?:정상회의|장관회의|차관회의|각료회의|총회|장관회담)"
    )


@cache
def _head_anywhere() -> re.Pattern[str]:
    pattern, _ = _heads()
    return re.compile(pattern.pattern[:-1] + r"(?=[을를이가은는에의도와과서,.…)\s\]」』'’\"”]|$)")


def head_of(name: str) -> Row | None:
    """Row of the noun that ends the name, None when it is no meeting's."""
    pattern, rows = _heads()
    match = pattern.search(_TRAILING.sub("", name))
    return rows[match[0]] if match else None


def ordinal_in(name: str) -> int:
    """The meeting's number, 0 when the name has none."""
    match = _NUMBER.search(name)
    return int(match["n"]) if match else 0


def find_names(draft: Draft, start: int, end: int) -> list[Named]:
    """Find the meetings named in [start, end), in order and without overlap."""
    found = [*_quoted(draft.text, start, end)]
    taken = [(n.start, n.end) for n in found]
    for named in (
        *_numbered(draft, start, end),
        *_bilateral(draft, start, end),
        *_known(draft.text, start, end),
    ):
        if all(named.end <= s or e <= named.start for s, e in taken):
            found.append(named)
            taken.append((named.start, named.end))
    return sorted(found)


def _quoted(text: str, start: int, end: int) -> list[Named]:
    found = []
    for match in _QUOTED.finditer(text, start, end):
        inner = match[match.lastgroup or 0]
        name = " ".join(_TRAILING.sub("", inner).split()) if inner.endswith("*") else " ".join(inner.split())
        begin, stop = match.start() + 1, match.end() - 1
        pre = _BEFORE_QUOTE.search(text, max(start, match.start() - 24), match.start())
        post = _AFTER_QUOTE.match(text, match.end(), end)
        row = head_of(name)
        if pre:
            name, begin = f"{' '.join(pre['pre'].split())} {name}", pre.start("pre")
        if post and post["post"] == "회의" and not name.endswith("회의"):
            name, stop = f"{name} 회의", post.end("post")
            row = row or _heads()[1]["회의"]
        if row is None or re.search(r"[다요죠][.?!]?$", inner) or _NOT.search(name):
            continue
        number = ordinal_in(name)
        two = _BILATERAL.search(name)
        if (
            row["kind"] == "body"
            and not number
            and not two
            and not _ACTION.match(text[match.end() : match.end() + 40])
        ):
            continue
        if number == 0 and len(re.sub(r"\s", "", name)) < 5:
            continue
        found.append(Named(begin, stop, name, number, row.where))
    return found


def _noun_run(draft: Draft, start: int, end: int) -> bool:
    """Tell whether [start, end) holds nouns only: no particle, no verb."""
    morphs = draft.morphs_in(start, end)
    return bool(morphs) and all(m.tag in _NAME_TAGS for m in morphs if m.end <= end)


def _head_after(draft: Draft, start: int, limit: int) -> re.Match[str] | None:
    """The last head noun that is reached over nouns only."""
    best = None
    for match in _head_anywhere().finditer(draft.text, start, limit):
        if not _noun_run(draft, start, match.end()):
            break
        best = match
    return best


def _numbered(draft: Draft, start: int, end: int) -> list[Named]:
    text = draft.text
    found = []
    for match in _NUMBER.finditer(text, start, end):
        if _NOT.match(text, match.start()):
            continue
        head = _head_after(draft, match.end(), min(end, match.end() + 60))
        if head is None or re.search(r"[.,]\s|[‘'“\"]", text[match.end() : head.end()]):
            continue
        begin = _pulled_back(draft, match.start(), start)
        name = " ".join(text[begin : head.end()].split())
        if _NOT.search(name):
            continue
        found.append(Named(begin, head.end(), name, int(match["n"]), _heads()[1][head[0]].where))
    return found


def _pulled_back(draft: Draft, at: int, floor: int) -> int:
    """Take in the two countries and their subject before a number: '한-몽골 무역협정 5차 협상'."""
    text = draft.text
    for match in reversed(list(_BILATERAL.finditer(text, max(floor, at - 50), at))):
        if _noun_run(draft, match.start(), at) and not re.search(r"[,.'‘’\"“”]", text[match.start() : at]):
            return match.start()
    year = re.search(r"(?:19|20)\d\d년?\s$", text[max(floor, at - 6) : at])
    return at - len(year[0]) if year else at


def _bilateral(draft: Draft, start: int, end: int) -> list[Named]:
    found = []
    for match in _BILATERAL.finditer(draft.text, start, end):
        head = _head_after(draft, match.end(), min(end, match.end() + 50))
        if head is None or re.search(r"[.,]|[‘'“\"]", draft.text[match.start() : head.end()]):
            continue
        name = " ".join(draft.text[match.start() : head.end()].split())
        if " " not in name and len(name) < 6:
            continue
        row, number = _heads()[1][head[0]], ordinal_in(name)
        acted = _ACTION.match(draft.text[head.end() : head.end() + 40]) is not None
        process = row["word"] in ("협상", "공식협상")
        if not number and (process or (row["kind"] == "body" and not acted)):
            continue
        found.append(Named(match.start(), head.end(), name, number, row.where))
    return found


def _known(text: str, start: int, end: int) -> list[Named]:
    rows = _heads()[1]
    return [
        Named(m.start(), m.end(), " ".join(m[0].split()), 0, rows[m["event"] or m["club"]].where)
        for m in _openers().finditer(text, start, end)
    ]
