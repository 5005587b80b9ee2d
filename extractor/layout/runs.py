"""List runs: '… 분야에서 △a △b △c 등을 논의했다' within a paragraph, and entries on lines of their own."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from extractor.draft import Block, Item, Run
from extractor.layout.lines import CIRCLED, LETTERED, MINUS, inline_signs

_COUNTER = re.compile(f"[{CIRCLED}{LETTERED}]")
#: A paragraph with more signs than this is no list but noise.
_MOST = 300
_ROW = frozenset({"lead", "body", "bullet", "denied", "title", "subtitle", "caption"})
#: A circled number before a particle or a dot points back to an item ('①·②에', '⑥과 ⑧은').
_REFERENCE = re.compile(
    r"\s?[·,~∼∽-]\s?[①-⓿❶-➓]|(?:과|와|은|는|이|가|을|를|의|에|번|안|호|도|만)(?![가-힣])|(?:과|와|에|의)\s|[)\]]"
)
_SENTENCE_END = re.compile(r"[다음임함됨요][.]\s+(?=\S)")
_GOVERNED = re.compile(r"\s*(?:,\s*)?등(?:\s?\d+\s?(?:개|건|가지)\s?[가-힣]*)?(?=\s|[을이에의은도과으,.(]|$)")
_AFTER_PAREN = re.compile(r"(?<=\))\s?(?=[가-힣])")
_OBJECT = re.compile(
    r"(?<=[가-힣A-Za-z0-9])(?<!국)(?<!단)(?<!유)(?<!평)(?<!원)(?<!허)(?<!인)(?<!추)(?<!증)(?<!참)"
    r"(?:을|를|이|가|은|는)(?=\s)|(?:이)?다(?=\.)"
)
_PREDICATE = re.compile(r"(?:[다요음임함됨]|며|고|면서|으나|지만|는데)[.,]?$")
#: Nouns that name the business of the whole list, not of its last item ('추진 방안 및 일정을').
_BUSINESS = re.compile(
    r"(?:\s+(?:관련\s?)?(?:추진\s|협력\s|지원\s|참여\s)?(?:방안|방향|일정|내용|사항|현황|문제|논의|안건|의제|사업|과제|분야|수주)"
    r"(?:들)?(?:\s?(?:및|과|와|·)\s?(?:일정|방안|내용|계획|현황|성과))?)$"
)


@cache
def _sign_pattern() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(inline_signs())}]")


@cache
def _any_sign() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(inline_signs())}{CIRCLED}{LETTERED}]")


def read_runs(text: str, blocks: list[Block]) -> list[Run]:
    """Find all list runs in order of the text."""
    runs: list[Run] = []
    for index, block in enumerate(blocks):
        if block.zone in _ROW:
            runs += _inline(text, index, block)
    last_in = {run.block: i for i, run in enumerate(runs)}
    for listed in _lines(blocks):
        at = last_in.get(blocks[listed.block].parent)
        if at is not None and _goes_on(runs[at], listed):
            run = runs[at]
            runs[at] = Run((*run.items, *listed.items), run.opener, run.governor, run.block)
        else:
            runs.append(listed)
    return sorted(
        (r for r in runs if len(r.items) > 1 or r.governor), key=lambda r: (r.items[0].start, r.block)
    )


def _goes_on(run: Run, listed: Run) -> bool:
    """Tell whether numbers on lines of their own go on with the run of the block above ('… ⑦ c' / '⑧ d')."""
    last, first = run.items[-1].marker, listed.items[0].marker
    return _counted(last) and ord(last[0]) + 1 == ord(first[0])


# ------------------------------------------------------------------------------------------ inline


def _signs(text: str, block: Block) -> list[list[int]]:
    """Positions of the signs that divide each list of the block."""
    if not _any_sign().search(text, block.start, block.end):
        return []
    content = text[block.start : block.end].rstrip()
    groups: list[list[int]] = []
    triangles: dict[str, list[int]] = {}
    for match in _sign_pattern().finditer(content):
        at = match.start()
        if MINUS.match(content, at) or at + 1 == len(content):
            continue
        if content[at + 1 : at + 2] in (match[0], *")],.'\"’”"):
            continue
        triangles.setdefault(match[0], []).append(at)
    for positions in triangles.values():
        groups += _by_sentence(content, positions)
    numbers: list[int] = []
    for match in _COUNTER.finditer(content):
        at = match.start()
        if _REFERENCE.match(content, at + 1) or (at and content[at - 1] in "·,~∼"):
            continue
        if numbers and ord(content[at]) != ord(content[numbers[-1]]) + 1:
            groups.append(numbers)
            numbers = []
        numbers.append(at)
    groups.append(numbers)
    if sum(map(len, groups)) > _MOST:
        return []
    return [[block.start + at for at in g] for g in groups if g]


def _by_sentence(content: str, positions: list[int]) -> list[list[int]]:
    """Divide the signs of one shape where a sentence without sign begins between them."""
    groups = [[positions[0]]]
    for left, right in pairwise(positions):
        between = content[left:right]
        ends = [m.end() for m in _SENTENCE_END.finditer(between)]
        if ends and between[ends[-1] :].strip():
            groups.append([right])
        else:
            groups[-1].append(right)
    return groups


def _inline(text: str, index: int, block: Block) -> list[Run]:
    runs: list[Run] = []
    for signs in _signs(text, block):
        if len(signs) < 2 and not (_counted(text[signs[0]]) or text[signs[0]] == block.marker):
            continue
        bounds = [*signs[1:], block.end]
        last_end = _sentence_end(text, signs[-1], block.end)
        bounds[-1] = last_end
        items: list[Item] = []
        governor: tuple[int, int] | None = None
        for at, bound in zip(signs, bounds, strict=True):
            if at == signs[-1]:
                end, governor = _last_item(text, at + 1, bound)
            else:
                end = bound
            item = _trim(text, at + 1, end)
            if item[0] < item[1]:
                items.append(Item(item[0], item[1], text[at]))
        if items:
            runs.append(Run(tuple(items), _opener(text, block.start, signs[0]), governor, index))
    return _with_leading_item(text, blocks_first=block, runs=runs, index=index)


def _with_leading_item(text: str, blocks_first: Block, runs: list[Run], index: int) -> list[Run]:
    """A block that opens with the sign itself ('▲a ▲b ▲c' on one line): its marker divides items, too."""
    block = blocks_first
    if not runs or not block.marker or runs[0].opener is None:
        return runs
    first = runs[0]
    same = block.marker == first.items[0].marker or (
        len(block.marker) == 1
        and ord(block.marker) + 1 == ord(first.items[0].marker)
        and block.marker in CIRCLED + LETTERED
    )
    if not same:
        return runs
    head = _trim(text, block.start, _sign_before(text, first.items[0].start, first.items[0].marker))
    if head[0] >= head[1]:
        return runs
    item = Item(head[0], head[1], block.marker)
    return [Run((item, *first.items), None, first.governor, index), *runs[1:]]


def _sign_before(text: str, start: int, sign: str) -> int:
    return text.rindex(sign, 0, start)


def _sentence_end(text: str, start: int, end: int) -> int:
    match = _SENTENCE_END.search(text, start, end)
    return match.start() + 2 if match else end


def _opener(text: str, start: int, sign: int) -> tuple[int, int] | None:
    begin = start
    for match in _SENTENCE_END.finditer(text, start, sign):
        begin = match.end()
    span = _trim(text, begin, sign)
    return span if span[0] < span[1] else None


def _last_item(text: str, start: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Where the last item ends and the words that rule the whole list begin."""
    depth = 0
    flat = []
    for c in text[start:end]:
        depth -= c in ")」』”’" and depth > 0
        flat.append(c if depth == 0 else "\x00")
        depth += c in "(「『“‘"
    outer = "".join(flat)
    cut = -1
    for match in _GOVERNED.finditer(outer):
        if match.start() > 0:
            rest = outer[match.end() :]
            # '정유공장 등 3곳 현대화 등을': the first with a particle rules, else the last one
            cut = match.start()
            if rest[:1] in "을이에의은도과으,." or not _GOVERNED.search(rest):
                break
    if cut < 0 and _PREDICATE.search(outer.rstrip()):
        parens = [m.start() for m in _AFTER_PAREN.finditer(outer)]
        particle = _OBJECT.search(outer)
        if parens:
            cut = parens[-1]
        elif particle:
            cut = particle.start()
            business = _BUSINESS.search(outer[:cut])
            cut = business.start() if business else cut
    if cut <= 0:
        stop = end - (text[start:end].rstrip()[-1:] == ".")
        return stop, None
    governor = _trim(text, start + cut, end, marks=False)
    return start + cut, governor if governor[0] < governor[1] else None


def _trim(text: str, start: int, end: int, marks: bool = True) -> tuple[int, int]:
    """Drop white space and, at the end, commas and 'and'."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or (marks and text[end - 1] in ",;")):
        end -= 1
    if marks and end - start > 2 and text[start:end].endswith((" 및", " 와", " 과")):
        return _trim(text, start, end - 1)
    return start, end


# ------------------------------------------------------------------------------------------- lines


def _lines(blocks: list[Block]) -> list[Run]:
    """Entries of one sign, level and parent that stand on lines of their own."""
    groups: dict[tuple[str, int, int], list[int]] = {}
    order: list[list[int]] = []
    section = 0
    for i, block in enumerate(blocks):
        if not block.marker:
            section += block.zone in _ROW
            continue
        if block.level in (0, 1) and not _counted(block.marker) and block.marker not in "▲△▷▶":
            continue
        if block.marker[0] in "*※☞→" or block.zone not in _ROW:
            continue
        shape = "①" if _counted(block.marker) else block.marker
        key = (shape, block.level, block.parent if block.parent >= 0 else -1 - section)
        if key in groups:
            groups[key].append(i)
        else:
            groups[key] = [i]
            order.append(groups[key])
    runs: list[Run] = []
    for members in order:
        if len(members) < 2 and not _counted(blocks[members[0]].marker):
            continue
        items = tuple(Item(blocks[i].start, blocks[i].end, blocks[i].marker) for i in members)
        parent = blocks[members[0]].parent
        above = parent if parent >= 0 else members[0] - 1
        opener = (
            (blocks[above].start, blocks[above].end) if above >= 0 and blocks[above].zone in _ROW else None
        )
        runs.append(Run(items, opener, None, members[0]))
    return runs


def _counted(marker: str) -> bool:
    return marker[0] in CIRCLED + LETTERED or marker[0].isdigit()
