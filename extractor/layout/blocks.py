"""From lines to blocks: hard-wrapped lines joined, entries nested, headings handed down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extractor.draft import Block
from extractor.layout.lines import bracketed, width
from extractor.layout.pages import Piece
from extractor.records import Zone

_TEXT_ZONES = frozenset({"lead", "body", "bullet", "denied"})
_OPEN = "([「『“‘〈《【"
_CLOSE = ")]」』”’〉》】"
_END = re.compile(r"(?:[.?!。…]|[.?!][\"'”’」』)\]]|[\"”])\*{0,3}$")
#: A line that ends so cannot end a paragraph: a particle, a comma, an open word, half of a number.
_HANGING = re.compile(
    r"(?:[는를며,·∼~]|(?<![수가])은|(?<!마)을|(?<![회협논결합건창정동])의|(?<![성효결사])와|(?<![성효결부])과|\d[조억만천]"
    r"|[가-힣](?:에서|으로|에게|까지|부터|이나|하고|되고|면서|해서|하여|하는|되는|위한|대한|관한|통해|따라|밝힌|있는|없는)"
    r"|\s(?:약|총|및|또는|등의|등을|등이|위해|대해))$"
)
_GOES_ON = re.compile(r"[\d조억만천원]|달러|퍼센트|%")
#: Lines are joined to no more than this many characters.
_LONGEST = 20_000
_PAREN_HEAD = re.compile(
    r"[(（\[<【]\s*((?:[^()（）\[\]<>【】\n]|\([^()\n]{0,30}\)){1,40}?)\s*[)）\]>】]\s*(?=\S)"
)
_COLON_HEAD = re.compile(r"([가-힣A-Za-z·]{1,8})\s*[:：]\s*(?=\S)")
_ATTACHMENT = re.compile(r"[\[【<(]?\s*(?:붙임|참고|별첨|첨부|별표|부록)\s*\d{0,2}\s*[\]】>)|:：.]?\s*")


@dataclass(frozen=True, slots=True)
class Wrap:
    """How the text breaks its lines: ``width`` columns when it does, else 0."""

    width: int


def _ends(line: str) -> bool:
    """Tell whether a sentence ends with the line."""
    return _END.search(line[-8:]) is not None


def _hangs(line: str) -> bool:
    return _HANGING.search(line[-8:]) is not None


def measure_wrap(pieces: list[Piece]) -> Wrap:
    """Tell whether paragraphs are broken into lines of one width, and which."""
    body = [p for p in pieces if p.zone in _TEXT_ZONES and p.role == ""]
    open_ends = 0
    widths: list[int] = []
    for left, right in pairwise(body):
        if right.line is left.line or right.line.gap or right.marker or "\t" in left.line.text:
            continue
        if not _ends(left.line.text) and width(left.line.text) >= 40:
            open_ends += 1
            widths.append(width(left.line.text) + left.line.indent)
    if open_ends >= 3 and open_ends * 4 >= len(body):
        widths.sort()
        return Wrap(widths[len(widths) * 9 // 10])
    return Wrap(0)


def _closes_first(text: str) -> bool:
    """Tell whether a bracket closes in the text before any opens."""
    for c in text:
        if c in _OPEN:
            return False
        if c in _CLOSE:
            return True
    return False


def _depth(text: str) -> int:
    return sum(map(text.count, _OPEN)) - sum(map(text.count, _CLOSE))


def _continues(group: list[Piece], piece: Piece, wrap: Wrap, text: str) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    first, last = group[0], group[-1]
    if (
        piece.marker
        or piece.role
        or last.role
        or piece.line is last.line
        or last.end - first.start > _LONGEST
    ):
        return False
    above, here = last.line.text, piece.line.text
    if "\t" in above or "\t" in here:
        return False
    if first.zone == "title" == piece.zone:
        return not piece.line.gap
    if first.zone == "subtitle" == piece.zone:
        return piece.line.indent > first.line.indent and first.line.text[0] in "-–―－<"
    if first.zone not in _TEXT_ZONES or piece.zone not in _TEXT_ZONES:
        return first.zone == "caption" == piece.zone and not piece.line.gap and _hangs(above)
    if (
        (first.marker and first.marker.kind == "subhead")
        or bracketed(above) is not None
        or bracketed(here) is not None
    ):
        return False
    ended = _ends(above)
    if (
        _depth(text[max(first.start, last.end - 1500) : last.end]) > 0
        and not (ended and piece.line.gap)
        and _closes_first(here)
    ):
        return True
    if piece.line.gap or _ATTACHMENT.match(here):
        return False
    if first.marker and first.marker.kind != "subhead" and piece.line.indent > first.line.indent:
        return True
    if first.line.gap and not first.marker and not ended and width(above) >= 36:
        return True
    full = bool(wrap.width) and width(above) + last.line.indent >= wrap.width * (0.9 if ended else 0.6)
    if full or ended or len(above) < 12:
        return full
    return _hangs(above) or (above[-1].isdigit() and _GOES_ON.match(here) is not None)


def read_blocks(text: str, pieces: list[Piece]) -> list[Block]:
    """Join lines into blocks and nest them."""
    wrap = measure_wrap(pieces)
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _continues(groups[-1], piece, wrap, text):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return _nest(text, groups)


def _content(text: str, group: list[Piece]) -> tuple[int, int]:
    first = group[0]
    start, end = first.start, group[-1].end
    if first.marker and first.zone not in ("title", "furniture", "contact"):
        start = min(first.start + first.marker.content, end)
    if first.zone == "subtitle" and text[end - 1] in "-–―－" and end - start > 2:
        end -= 1
        end -= len(text[start:end]) - len(text[start:end].rstrip())
    return start, end


def _nest(text: str, groups: list[list[Piece]]) -> list[Block]:
    blocks: list[Block] = []
    stack: list[tuple[int, int]] = []
    own: list[tuple[int, int] | None] = []
    section: tuple[int, int] | None = None
    for group in groups:
        first = group[0]
        start, end = _content(text, group)
        if start >= end:
            continue
        zone: Zone = first.zone
        marker = (
            first.marker
            if first.zone not in ("title", "subtitle", "furniture", "contact", "byline")
            else None
        )
        content = text[start:end]
        level, parent = 0, -1
        head = _heading_line(first, start, content)
        if zone not in _TEXT_ZONES:
            if zone == "title":
                section, stack = None, []
            blocks.append(Block(start, end, zone, marker.word if marker else "", 0))
            own.append(None)
            continue
        if head is not None:
            section, stack = head, []
        elif marker:
            level = marker.level or _numbered_level(blocks, stack, marker.word)
            while stack and stack[-1][0] >= level:
                stack.pop()
            parent = stack[-1][1] if stack else -1
        else:
            stack = []
        index = len(blocks)
        if "\t" not in content:
            stack.append((level, index))
        mine = None if head or not marker or marker.kind == "note" else _paren_head(start, content)
        own.append(mine)
        inherited = mine
        up = parent
        while inherited is None and up >= 0:
            inherited, up = own[up], blocks[up].parent
        heading = inherited or (None if head else section)
        blocks.append(Block(start, end, zone, marker.word if marker else "", level, parent, heading))
    return blocks


def _numbered_level(blocks: list[Block], stack: list[tuple[int, int]], word: str) -> int:
    """A number hangs one level under what stands before it; numbers in a row are siblings."""
    for level, index in reversed(stack):
        if not _is_number(blocks[index].marker):
            return level + 1
    return 1


def _is_number(marker: str) -> bool:
    return bool(marker) and (
        marker[0].isdigit()
        or "\u2460" <= marker[0] <= "\u24ff"
        or "\u2776" <= marker[0] <= "\u2793"
        or marker[0] in "가나다라마바사"
        or "\u3260" <= marker[0] <= "\u327b"
    )


def _heading_line(piece: Piece, start: int, content: str) -> tuple[int, int] | None:
    """Span of the words of a heading that stands on its own line."""
    if "\n" in content or len(content) > 80:
        return None
    if piece.role == "heading":
        words = bracketed(content) or content
        at = content.index(words)
        return start + at, start + at + len(words)
    if piece.marker and piece.marker.kind == "subhead" and not re.search(r"다\.$", content):
        return start, start + len(content)
    inner = bracketed(content)
    if inner and not piece.marker:
        at = content.index(inner)
        return start + at, start + at + len(inner)
    match = _ATTACHMENT.match(content)
    if (
        match
        and not piece.marker
        and match.end() < len(content)
        and ":" not in content
        and not _ends(content)
    ):
        return start + match.end(), start + len(content)
    return None


def _paren_head(start: int, content: str) -> tuple[int, int] | None:
    """Span of the words in the brackets that an entry opens with: '(오만) 두큼 정유공장 …'."""
    match = _PAREN_HEAD.match(content) or _COLON_HEAD.match(content)
    return (start + match.start(1), start + match.end(1)) if match else None
