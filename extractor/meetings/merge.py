"""One row per meeting: its mentions under other names brought together."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.load import lexicon
from extractor.meetings.heads import ordinal_in
from extractor.meetings.spans import Named

_GENERIC = frozenset(
    {
        "회의",
        "협상",
        "공식협상",
        "공동위원회",
        "위원회",
        "워킹그룹",
        "워킹그룹회의",
        "포럼",
        "간담회",
        "총회",
        "협의회",
        "대화",
    }
)
#: Behind a meeting's name: another meeting about it ('정상회담 후속대책회의').
_ABOUT = re.compile(r"(?<=회의|회담|총회|포럼)(?:후속|준비|사전|대비|결과|이행|대책|점검)")
#: Two sides before what they hold: '한·UAE ', '한국-아랍에미리트 '.
_SIDES = re.compile(r"^(?P<a>[가-힣A-Z]{1,8})\s?[-–·∙‧∼~]\s?(?P<b>[가-힣A-Za-z]{1,10})(?=\s)")
_SHORT = re.compile(r"위(?=$|회의$)")


@lru_cache(maxsize=1024)
def base(name: str) -> str:
    """The name without number, marks and blanks; '…공동위' spelled out."""
    text = re.sub(r"\([^()]*\)|\*", "", name)
    text = re.sub(r"(?:제\s?)?\d{1,3}\s?(?:차|회)(?=\s|$)", "", text)
    text = re.sub(r"^(?:19|20)\d\d년\s", "", text.strip())
    text = _SIDES.sub(_one_name, text)
    text = re.sub(r"[\s'‘’\"“”「」『』\-–·∙‧∼~]", "", text)
    return _SHORT.sub("위원회", text)


@cache
def _countries() -> dict[str, str]:
    """Names and newspaper forms of countries, each with the name in the lexicon."""
    return {f: row["word"] for row in lexicon("countries") for f in (row["word"], *row["forms"].split(";"))}


def _one_name(sides: re.Match[str]) -> str:
    """Both sides by the names of the lexicon, whatever they are called in the text."""
    return "".join(_countries().get(side, side) for side in sides.group("a", "b"))


def _within(short: str, long: str) -> bool:
    """Tell whether all letters of the shorter name stand in the longer one, in order and ending alike."""
    if not short:
        return True
    if long.endswith(short) or long.startswith(short) or short in long:
        return True
    it = iter(long)
    return all(c in it for c in short) and short[-2:] == long[-2:]


def same(a: Named, b: Named) -> bool:
    """Tell whether two mentions mean one meeting."""
    if a.number and b.number and a.number != b.number:
        return False
    x, y = sorted((base(a.name), base(b.name)), key=len)
    if y.startswith(x) and _ABOUT.match(y, len(x)):
        return False
    if a.number and a.number == b.number:
        return x == y or x in _GENERIC or _within(x, y) or _within(x.replace("회의", ""), y)
    if x in _GENERIC:
        return False
    if x == y or (len(x) >= 4 and _within(x, y)):
        return True
    return len(x) >= 6 and _within(x.removesuffix("회의"), y)


def group(mentions: list[Named]) -> list[list[Named]]:
    """Bring mentions together; a name without number joins the first numbered one that fits."""
    groups: list[list[Named]] = []
    alike: dict[tuple[str, int], list[Named]] = {}
    again: list[tuple[tuple[str, int], Named]] = []
    for mention in sorted(mentions, key=lambda m: (m.number == 0, m.start)):
        key = (mention.name, mention.number)
        if key in alike:
            again.append((key, mention))
            continue
        for members in groups:
            if all(same(mention, m) for m in members if m.number or not mention.number) and any(
                same(mention, m) for m in members
            ):
                members.append(mention)
                alike[key] = members
                break
        else:
            alike[key] = [mention]
            groups.append(alike[key])
    for key, mention in again:
        alike[key].append(mention)
    return sorted((sorted(g) for g in groups), key=lambda g: g[0].start)


def fullest(members: list[Named]) -> Named:
    """The mention with the most informative name: numbered, of two countries, long."""
    return max(members, key=lambda m: (bool(ordinal_in(m.name)), len(base(m.name)), len(m.name), -m.start))
