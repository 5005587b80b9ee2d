"""Lists of appointments: whose list it is, what rank heads a part of it, who comes into which office.

A list is cut into pieces at its marks ('◇', '▲', '<…>', line breaks). A piece is a heading (a body, a rank,
both) or it holds one or more pairs of office and holder; a heading rules until the next of its sort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.draft import Draft
from extractor.officials.frames import Reader
from extractor.officials.mention import Mention
from extractor.officials.people import foreign_word, korean_name, korean_shape, never, surname_of
from extractor.officials.posts import Post
from extractor.officials.words import titles
from extractor.records import Entity

_NOTICE = re.compile(r"인사|전보|승진|임명|파견|보임|발령|[실국과부팀]장급")
_HEADS = "◇◆■□●◎◈▣❏"
_ITEMS = "▲△▷▶◁○ㅇ•▸▹☞"
_ANY_MARK = re.compile(rf"[{_HEADS}{_ITEMS}]")
_CUT = re.compile(
    rf"(?P<mark>[{_HEADS}{_ITEMS}])"
    r"|(?P<open>[<〈《\[［【])(?P<inner>[^<>〈〉《》\[\]【】［］\n]{1,40})[>〉》\]］】]"
    r"|(?P<line>\n[ \t]*(?:[-·] )?)"
)
_ASIDE = re.compile(r"\([^()\n]{0,60}\)?")
_WORD = re.compile(r"[^\s,/]+")
#: What a heading of ranks consists of, offices aside: '고위공무원 승진', '국·과장급 전보', '1(갑) 직급 승진'.
_RANK_WORD = re.compile(
    r"[가-힣0-9·ㆍ]{0,8}급(?:\([가-힣]\))?|(?:\d|[가나다])(?:급)?(?:\([갑을]\))?|고위공무원단?|임원|간부|집행|부서장|직원|직급|직위|직책"
    r"|일반직|연구직|개방형|신규|신임|상위|정기|승진|전보|전입|전출|전임|임용|임명|선임|보임|보직|발령|파견|복귀|채용|위촉|내정|영입"
    r"|이동|유임|연임|부여|변경|직무|대리|인사|부임|겸임|겸직|및|외|등|[·ㆍ]"
)
_SUBSTANCE = re.compile(
    r"승진|전보|전입|전출|임용|임명|선임|보임|보직|발령|파견|복귀|채용|위촉|내정|영입|인사|부임|급\b|고위공무원"
)
_MISSION = re.compile(r"(주[가-힣]{2,12}(?:\([A-Z]+\))? ?(?:대표부|대사관|총영사관)) ?\Z")
_HANJA = re.compile(r"[一-鿿][一-鿿가-힣]{1,3}")
_TAIL = re.compile(r"외|등|씨|(?:\d+|[한두세네])명")
_SAME = frozenset({"동", "同", "〃", "″"})
_UNIT = re.compile(r"[가-힣A-Z0-9]+(?:과|국|실|부|처|팀|단|본부|센터|지점|지사|그룹|장)\Z")
_COMPANY = re.compile(r"㈜|\(주\)|\(유\)|\(재\)|\(사\)|주식회사 ")
#: Headings that mean the house itself whose notice it is.
_OWN = frozenset({"본부", "본청", "본원", "본사", "본점", "본회", "본교", "내부"})
#: Heads of the columns of a table: of who comes, and of whence.
_NAME_COLUMN = re.compile(r"성\s?명|이\s?름|대상자")
_FORMER_COLUMN = re.compile(
    r"전\(?前?\)?\s?(?:직위|보직|직책|소속|근무처)|현\s?(?:직위|보직|소속)|[前現]|비고|생년|출신"
)
#: Longer pieces are prose.
LONGEST_PIECE = 100


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two marks.

    Attributes
    ----------
    sort : str
        'head' behind a mark of headings, 'item', 'bracket' for what stands in brackets, 'after' for what
        follows these, 'line' for what begins a line without any mark.
    start, end : int
    """

    sort: str
    start: int
    end: int


@dataclass(slots=True)
class _State:
    """What rules the items at one place of the text."""

    org: Entity | None = None
    org_name: str = ""
    rank: str = ""
    listing: bool = False
    dispatch: bool = False
    last: Mention | None = None
    columns: list[str] = field(default_factory=list)
    found: list[Mention] = field(default_factory=list)


def appointments(draft: Draft, reader: Reader) -> list[Mention]:
    """Read the appointment lists of an article: '◇국장급 전보 ▲무역투자실장 NAME', '△NAME 국장'.

    Parameters
    ----------
    draft : Draft
        With layout, morphemes and entities.
    reader : Reader

    Returns
    -------
    list of Mention
        In order of the text; an office that several come into stands once with each.
    """
    if not _ANY_MARK.search(draft.text) or not _NOTICE.search(draft.text):
        return []
    state = _State()
    for piece in _pieces(draft.text, reader):
        _read(reader, piece, state)
    return state.found


def _pieces(text: str, reader: Reader) -> Iterator[_Piece]:
    """Cut the text; a line without a mark goes on with the office that the line before broke off in."""
    pending: _Piece | None = None
    sort, start = "line", 0
    for match in _CUT.finditer(text):
        if pending is not None:
            joins = match["open"] is None and sort == "line" and start - pending.end < 8
            if joins and 0 < match.start() - start <= 30:
                yield _Piece(pending.sort, pending.start, match.start())
            else:
                yield pending
                yield _Piece(sort, start, match.start())
            pending = None
        elif match["line"] is not None and sort in ("item", "head") and _broken(reader, start, match.start()):
            pending = _Piece(sort, start, match.start())
        else:
            yield _Piece(sort, start, match.start())
        if match["open"] is not None:
            yield _Piece("bracket", match.start("inner"), match.end("inner"))
            sort = "after"
        elif match["mark"]:
            sort = "head" if match["mark"] in _HEADS else "item"
        else:
            sort = "item" if match["line"][-2:] in ("- ", "· ") else "line"
        start = match.end()
    if pending is not None:
        if sort == "line" and len(text) - start <= 30:
            yield _Piece(pending.sort, pending.start, len(text))
            return
        yield pending
    yield _Piece(sort, start, len(text))


def _broken(reader: Reader, start: int, end: int) -> bool:
    """Tell whether a piece breaks off in an office: no holder yet, no rank either."""
    words = _words(reader.text, start, end)
    if not words or end - start > 40 or _heading(reader, words) is not None:
        return False
    entity = reader.scan.by_start.get(words[0][0])
    if entity is not None and entity.char_end == words[-1][1]:
        return False
    return not _name_like(reader, *words[-1])


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the words of a piece, parentheses left out; names that a dot joins are words of their own."""
    bare = _ASIDE.sub(lambda m: " " * len(m.group()), text[start:end])
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(bare):
        low, word = start + match.start(), match.group()
        parts = re.split(r"[·ㆍ]", word)
        if len(parts) > 1 and all(2 <= len(p) <= 4 and surname_of(p) for p in parts):
            for part in parts:
                found.append((low, low + len(part)))
                low += len(part) + 1
        else:
            found.append((low, start + match.end()))
    return found


def _name_like(reader: Reader, start: int, end: int) -> bool:
    """Tell whether a word has the shape of a Korean's name and is no office, body or place."""
    word = reader.text[start:end]
    if _HANJA.fullmatch(word):
        return True
    surname = surname_of(word)
    if not surname or len(word) - len(surname) not in (1, 2) or not re.fullmatch(r"[가-힣]+", word):
        return False
    if word in never() or _RANK_WORD.fullmatch(word):
        return False
    post = reader.by_end.get(end)
    if (
        post is not None
        and post.start <= start
        and not (len(word) == 3 and korean_name(reader.draft, start, end) > 1)
    ):
        return False
    if start in reader.starts and word[:-1] in titles():
        return False  # '사장에'
    entity = reader.scan.by_start.get(start)
    return entity is None or entity.char_end != end


def _post_at(reader: Reader, end: int) -> Post | None:
    """Return the office that ends here, the 에 of '사장에 NAME' left out."""
    post = reader.by_end.get(end)
    if post is None and reader.text[end - 1] == "에":
        post = reader.by_end.get(end - 1)
    return post


def _heading(reader: Reader, words: list[tuple[int, int]]) -> tuple[str, bool, bool] | None:
    """Return the rank that a heading gives, whether it tells of a list, and whether of one of missions."""
    rank, said, dispatch = "", False, False
    for start, end in words:
        word = reader.text[start:end]
        if _RANK_WORD.fullmatch(word) or all(
            _RANK_WORD.fullmatch(w) or w in titles() for w in re.split("[·ㆍ]", word)
        ):
            said = said or _SUBSTANCE.search(word) is not None
            dispatch = dispatch or "파견" in word
            if word in titles() and word != "임원":
                rank = rank or word
        elif word in titles() and len(words) <= 3:
            rank = rank or word
        elif (
            (stem := _SUBSTANCE.search(word)) and stem.end() == len(word) and word[: stem.start()] in titles()
        ):
            rank, said = rank or word[: stem.start()], True
        else:
            return None
    return rank, said, dispatch


def _read(reader: Reader, piece: _Piece, state: _State) -> None:
    """Read one piece: a heading changes the state, an item adds what it tells to it."""
    text = reader.text
    if piece.end - piece.start > LONGEST_PIECE:
        if piece.sort == "line" and piece.end - piece.start > 2 * LONGEST_PIECE:
            state.listing, state.rank, state.dispatch = False, "", False
        return
    if "|" in text[piece.start : piece.end]:
        _row(reader, piece, state)
        return
    words = _words(text, piece.start, piece.end)
    if not words or "=" in text[piece.start : piece.end]:
        return
    body = reader.scan.by_start.get(words[0][0])
    whole = body is not None and body.label == "ORG" and any(body.char_end == end for _, end in words)
    rest = [w for w in words if body is None or not whole or w[0] >= body.char_end]
    alone = piece.sort == "item" and _opens_another(text, piece)  # '▲경찰청◇치안감 승진▷…'
    heads = piece.sort != "item" or alone
    told = _heading(reader, rest) if rest else ("", False, False)
    if told is not None and (heads or told[1]) and (not whole or heads or told[1]):
        if whole and body is not None and not (rest and not told[1] and piece.sort == "line"):
            state.org, state.org_name = body, body.canonical or body.text
            state.rank, state.dispatch = "", False
        if not whole and piece.sort == "line" and not told[1]:
            return
        if rest or whole:
            state.rank, state.dispatch = told[0], told[2]
        state.listing = state.listing or told[1] or (whole and (alone or piece.sort in ("head", "bracket")))
        return
    if (
        (alone or piece.sort in ("head", "bracket"))
        and state.listing
        and _unknown_body(reader, piece, words, state)
    ):
        return
    if piece.sort == "line" and not state.listing:
        return
    _items(reader, piece, words, state)


def _row(reader: Reader, piece: _Piece, state: _State) -> None:
    """Read a row of a table: 'NAME | 새 직위 | 전 직위', its columns headed or not."""
    cells = [m.span() for m in re.finditer(r"[^|\n]+", reader.text[piece.start : piece.end])]
    texts = [reader.text[piece.start + low : piece.start + high].strip() for low, high in cells]
    if any(_NAME_COLUMN.fullmatch(t) for t in texts):
        state.columns, state.listing = texts, True
        return
    heads = state.columns if len(state.columns) == len(texts) else [""] * len(texts)
    words = [_words(reader.text, piece.start + low, piece.start + high) for low, high in cells]
    holder = next((n for n, w in enumerate(words) if len(w) == 1 and _name_like(reader, *w[0])), -1)
    if not state.listing or holder < 0:
        return
    for office, head in zip(words, heads, strict=True):
        if office and not _FORMER_COLUMN.search(head) and office[-1][1] in reader.by_end:
            name = words[holder][0]
            _add(reader, piece, office, name, reader.text[slice(*name)], state, first=True)
            state.found[-1].start = min(office[0][0], name[0])
            state.found[-1].end = max(office[-1][1], name[1])
            return


def _opens_another(text: str, piece: _Piece) -> bool:
    """Tell whether a list with marks of another sort begins right behind the piece."""
    own, after = text[piece.start - 1 : piece.start], text[piece.end : piece.end + 1]
    return own != after and after != "" and after in _HEADS + _ITEMS


def _unknown_body(reader: Reader, piece: _Piece, words: list[tuple[int, int]], state: _State) -> bool:
    """Take what stands alone behind a mark of headings for a body that no gazetteer has."""
    name = _COMPANY.sub("", reader.text[piece.start : piece.end]).strip()
    name = _ASIDE.sub("", name).strip()
    if (
        not 2 <= len(name) <= 20
        or len(words) > 3
        or words[-1][1] in reader.by_end
        or re.search(r"[.,:]", name)
    ):
        return False
    if len(words) > 1 and _name_like(reader, *words[-1]):
        return False
    own = name in _OWN
    state.org, state.org_name, state.rank, state.dispatch = None, "" if own else name, "", False
    if own:
        return True
    for start, _ in words:
        entity = reader.scan.by_start.get(start)
        if entity is not None and entity.label == "ORG" and entity.char_end >= words[-1][1]:
            state.org, state.org_name = entity, entity.canonical or entity.text
            break
    return True


def _items(reader: Reader, piece: _Piece, words: list[tuple[int, int]], state: _State) -> None:
    """Read the pairs of one piece: office and holders, or holder and office."""
    while len(words) > 1 and _TAIL.fullmatch(reader.text[slice(*words[-1])]):
        words = words[:-1]
    if _holder_first(reader, piece, words, state):
        return
    office: list[tuple[int, int]] = []
    behind = False
    at = 0
    while at < len(words):
        word = words[at]
        last = at == len(words) - 1
        name = reader.text[slice(*word)]
        if (
            not last
            and len(name) == 1
            and surname_of(name)
            and at >= 1
            and words[at + 1][1] - words[at + 1][0] == 1
        ):
            name, word, at = name + reader.text[slice(*words[at + 1])], (word[0], words[at + 1][1]), at + 1
            last = at == len(words) - 1
            named = last and (office[-1][1] if office else -1) in reader.by_end
        else:
            titled = bool(office) and _post_at(reader, office[-1][1]) is not None
            likely = _name_like(reader, *word)
            foreign = (
                last and titled and not likely and 2 <= len(name) <= 4 and foreign_word(reader.draft, *word)
            )
            named = foreign or (likely and bool(office) and (last or behind or (state.listing and titled)))
        if not named:
            if behind:
                office, behind = [], False
            office.append(word)
        else:
            _add(reader, piece, office, word, name, state, first=not behind)
            behind = True
        at += 1
    if behind or not state.listing or not state.found or state.found[-1].start < piece.start:
        return
    told = _heading(reader, office)  # '△총괄과 NAME 서기관 △…': a rank that rules what follows
    if told is not None and told[0]:
        state.rank = told[0]


def _holder_first(reader: Reader, piece: _Piece, words: list[tuple[int, int]], state: _State) -> bool:
    """Read 'NAME 통상협력과장' and 'NAME 외교부 북미국장'."""
    if piece.sort not in ("item", "after") or not 2 <= len(words) <= 5 or words[-1][1] not in reader.by_end:
        return False
    start, end = words[0]
    if not state.listing and piece.sort != "item":
        return False
    if not _name_like(reader, start, end) or not korean_shape(reader.text[start:end]) or end - start < 2:
        return False
    if korean_name(reader.draft, start, end) < (2 if end - start == 3 else 3):
        return False
    post = reader.by_end[words[-1][1]]
    if post.particle or post.start < end or post.head in ("관계자", "기자"):
        return False
    mention = _office(reader, words[1:], post)
    mention.name, mention.start = reader.text[start:end], start
    mention.end = post.end
    _settle(mention, post, words[1:], reader, state)
    state.last = mention
    state.found.append(mention)
    return True


def _office(reader: Reader, words: list[tuple[int, int]], post: Post) -> Mention:
    """Read an office with the body before it, no further than the pair reaches."""
    mention = reader.read(post, named=True)
    if mention is None or mention.name or (mention.org is not None and mention.org.char_start < words[0][0]):
        mention = Mention(post.start, post.end, post, post.text)
    mention.name, mention.short, mention.sure, mention.strength = "", False, True, 3
    mention.rule = "notice"
    return mention


def _settle(
    mention: Mention, post: Post, words: list[tuple[int, int]], reader: Reader, state: _State
) -> None:
    """Give an office its body: a mission, its own, or the one of the heading."""
    text = reader.text
    if mission := _MISSION.search(text, words[0][0], post.start):
        mention.org, mention.org_name, mention.org_text = None, mission[1], mission[1]
        return
    if text[slice(*words[0])] in _SAME and state.last is not None:
        mention.org, mention.org_name = state.last.org, state.last.org_name
        mention.org_text, mention.country = state.last.org_text, state.last.country
        return
    if not state.org_name:
        return
    if (
        mention.org is not None
        and mention.org.char_start == post.start
        and mention.org.char_end < post.end - 1
    ):
        mention.title, mention.org_name = post.text, ""  # 'EDCF사업부장': the fund is a part of the title
    if mention.org is None and mention.org_name and len(mention.title.split()) > 1:
        mention.org_name = ""
    glued = mention.org is None and mention.org_name and post.text.startswith(mention.org_name)
    if glued and len(mention.org_name + mention.title) > len(post.text):
        mention.title, mention.org_name = post.text, ""  # '음악대학원장': no 음악대학 has a 대학원장
    if mention.org is not None and " 겸 " in text[words[0][0] : mention.org.char_start]:
        mention.org_name = ""  # 'A정책관 겸 B 추진단장': B is a part of the second office
    if not mention.org_name:
        _head(mention, state)


def _head(mention: Mention, state: _State) -> None:
    mention.org, mention.org_name = state.org, state.org_name
    mention.org_text = state.org.text if state.org is not None else state.org_name
    mention.country = state.org.country if state.org is not None else ""


def _add(
    reader: Reader,
    piece: _Piece,
    office: list[tuple[int, int]],
    word: tuple[int, int],
    name: str,
    state: _State,
    first: bool,
) -> None:
    """Add one holder of the office that stands before."""
    post = _post_at(reader, office[-1][1])
    if post is not None and post.start >= office[0][0] and post.particle in ("", "에"):
        if piece.sort not in ("item", "head") and not state.listing:
            return
        mention = _office(reader, office, post)
        if "\n" in reader.text[office[0][0] : post.start] and not post.stem and len(office) > 1:
            mention.title = (
                reader.text[slice(*office[-2])] + mention.title
            )  # the word broke at the line's end
        _settle(mention, post, office, reader, state)
    else:
        if not state.listing or korean_name(reader.draft, *word) < 1:
            return
        body = reader.text[office[0][0] : office[-1][1]]
        mention = Mention(office[0][0], office[-1][1], None, state.rank, rule="notice")
        entity = reader.scan.by_start.get(office[0][0])
        whole = entity is not None and entity.label == "ORG" and entity.char_end == office[-1][1]
        sent = state.dispatch or body.endswith("파견") or (whole and not state.rank)
        if sent:
            _send(reader, mention, office, body)
        elif state.rank:
            _head(mention, state)
        elif korean_name(reader.draft, *word) > 1 and _UNIT.search(body):
            mention.title = body
            _head(mention, state)
        else:
            return
    mention.name, mention.end = name, word[1]
    if not first:
        mention.start = word[0]
    state.last = mention
    state.found.append(mention)


def _send(reader: Reader, mention: Mention, office: list[tuple[int, int]], body: str) -> None:
    """Read where someone is sent: '국무조정실 NAME' below '파견'."""
    body = re.sub(r"\s*파견\Z", "", body)
    mention.title, mention.org_name, mention.org_text = "", body, body
    entity = reader.scan.by_start.get(office[0][0])
    if entity is not None and entity.label == "ORG":
        mention.org, mention.org_name, mention.org_text = entity, entity.canonical, entity.text
        mention.title = body[entity.char_end - office[0][0] :].strip()
