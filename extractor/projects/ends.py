"""Where a candidate ends: parentheses and words of action after its name, and no further noun."""

from __future__ import annotations

import re

from extractor.projects.fronts import QUOTES
from extractor.projects.phrases import PAPER, Candidate, closing, read_action
from extractor.projects.scene import Scene, touching
from extractor.projects.status import signs
from extractor.projects.vocabulary import actions, stops

_GAP = re.compile(r"\s+(?=\()")
#: A part of it that changes hands: '발전소 지분 30%를 인수했다', '광구 지분을 3억달러에 매입하는'.
_STAKE = re.compile(
    r"(?:의)?\s지분(?:\s?\(?\d[\d.]*\s?%\)?)?(?:을|를)?\s(?:(?:전량|모두|추가로?|일부)\s|[^\s,.]{2,12}에\s)?"
    r"(?P<done>인수|매입|취득|매각|확보)"
)


def extend(scene: Scene, candidate: Candidate, after: int, limit: int) -> None:
    """Take in parentheses and words of action after the name."""
    text = scene.text
    at = after
    for _ in range(3):
        skip = m.end() if text[at : at + 1].isspace() and (m := _GAP.match(text, at, limit)) else at
        if text[skip : skip + 1] == "(" and (close := closing(text, skip, limit)) > skip:
            at = close
            candidate.high = at
            continue
        if (read := read_action(scene, at, limit)) and (candidate.action is None or text[at - 1] == ")"):
            first = candidate.action
            candidate.action, row = read
            if first is not None:
                candidate.before = first
            candidate.why["action"] = row.where
            at = candidate.action[1]
            candidate.high = at
            continue
        if candidate.action is None and (stake := _STAKE.match(text, at, limit)) is not None:
            candidate.action = stake.span("done")
            candidate.why["action"] = actions()["지분 인수"].where
            candidate.high = stake.end("done")
            break
        if candidate.action is None and candidate.source == "item" and text[at : at + 1] == " ":
            place = scene.places.get(at + 1)
            if place is not None and read_action(scene, place.char_end, limit):
                at = place.char_end
                continue
        break


def is_final(scene: Scene, candidate: Candidate, limit: int) -> bool:
    """Tell whether the noun phrase ends here: no further noun follows without a particle."""
    text = scene.text
    at = candidate.high
    if at < len(text) and text[at] in QUOTES.values():
        at += 1
    if at >= limit or text[at : at + 1] != " " or candidate.action is not None:
        return True
    if candidate.source == "quoted" or (candidate.source != "phrase" and candidate.why.get("agenda")):
        return True
    if _OF_HOUSE.match(text, at):
        return False
    i = scene.at.get(at + 1)
    if (
        i is None
        or at + 1 in _told_at(scene)
        or _TALK.match(text, at)
        or PAPER.match(text, at)
        or _PICTURE.match(text, at)
    ):
        return True
    if text[at - 1] == ")" and touching(scene.money, candidate.name[1], at):
        return True
    m = scene.morphs[i]
    if m.tag not in ("NNG", "NNP", "SL", "XPN"):
        return True
    word = _TOKEN.match(text, at + 1)
    bare = word[0] if word else ""
    if any(bare.startswith(w) for w in stops("carry")) or any(bare[:n] in actions() for n in range(2, 9)):
        return True
    further = _object(scene, at, limit)
    if further is not None:
        candidate.name = (candidate.name[0], further)
        extend(scene, candidate, further, limit)
    return further is not None


#: Whose chief speaks: '가온 플랜트 EPC 부문장'.
_OF_HOUSE = re.compile(
    r"\s(?:[A-Za-z&]{1,6}\s)?(?:[A-Z]{2}장|(?:사업)?(?:부문|본부|부|실|그룹)장?|부사장|사장|대표|전무|상무)(?=은|는|이|의|\s)"
)


def _told_at(scene: Scene) -> frozenset[int]:
    """Where the stage words of the article begin: right after a name they are told of it."""
    if "told" not in scene.memory:
        scene.memory["told"] = frozenset(s.low for s in signs(scene))
    found: frozenset[int] = scene.memory["told"]
    return found


#: What a caption shows of it.
_PICTURE = re.compile(
    r"\s(?:[가-힣]{2}\s?)?(?:전경|조감도|조감|투시도|위치도|노선도|야경|모습|(?:건설|공사)\s?현장|현장\s?(?:모습|전경|사진))(?![가-힣]{2})"
)
_TOKEN = re.compile(r"[^\s,.()]+")
_OBJECT = re.compile(r" [가-힣A-Za-z]{2,10}(?= )")
_ENDED = re.compile(r"(?:을|를|은|는|이|가|도)\s|\s?\(|,\s")
_TALK = re.compile(r"\s(?:말이군요|말인가|말이|얘기|이야기|소식|건(?:은|도)\s|문제(?:는|도)\s)")


def _object(scene: Scene, at: int, limit: int) -> int | None:
    """Where a name goes on that names a part of the work ('양식장 스마트센서 보급(300억페소)')."""
    end = at
    for _ in range(2):
        m = _OBJECT.match(scene.text, end, limit)
        if m is None or any(x.tag[0] in "JEV" for x in scene.morphs_in(end, m.end())):
            return None
        end = m.end()
        read = read_action(scene, end, limit)
        if read and _ENDED.match(scene.text, read[0][1]):
            return end
    return None
