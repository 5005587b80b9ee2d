"""Programmes without a head noun, told by the sum a budget gives ("단열 개선 지원에 300억원을 배정했다")."""

from __future__ import annotations

import re

from extractor.projects.nouns import is_bare
from extractor.projects.phrases import Candidate, name_start
from extractor.projects.scene import Scene, touching
from extractor.projects.vocabulary import actions, stops

#: Between a programme and its sum.
_GETS = re.compile(
    r"(?P<quote>[’'”」])?"
    r"(?P<josa>에(?:도|는)?|(?:을|를)\s위(?:해|한)(?:서)?(?:도|는)?|을|를|은|는|\s?예산(?:을|은|도|이)?)?\s"
    r"(?:총\s?|약\s|각각\s|모두\s|추가로\s|올해\s|\d[\d.]*%\s(?:늘어난|증가한|줄어든)\s)?$"
)
#: What a budget does with the sum.
_GIVEN = re.compile(
    r"(?:을|를|이|으로|의\s예산을|의\s국비를)?\s?(?:(?:추가로?|새로|신규|우선|각각|더|추경예산으로)\s){0,2}"
    r"(?:투입|배정|편성|증액|책정|반영|쏟|쓰|확대|지원|늘|투자)"
    r"|이다[.\s]"
)
#: One of several that a budget gives sums: 'A 보급 30억원, B 정비 20억원 등'.
_ONE_OF = re.compile(r",\s|\s등(?:을|이|도)?\s[^.\n]{0,60}?(?:예산|지원|편성|투입|증액|반영|배정)")
_LATER = re.compile(r"[^.\n]{0,90}?(?:투입|배정|편성|증액|책정|반영|지원|쓰[인이일])")
#: What may end such a name: an activity.
_FURTHER = (
    "지원", "개발", "환급", "바우처", "보조", "융자", "보증", "온라인화", "국산화", "구축", "보급", "양성",
    "조사", "평가", "비축", "실증", "출연", "교체",
)  # fmt: skip
#: So many letters written together are the name of a programme.
_LONG = 6
#: Words of action that sums are told of, which are no programme.
_TRADE = frozenset({"수출", "수입", "수주", "계약", "투자", "출자", "매각", "인수"})
_LEFT = 20
_OPEN = "‘'“「"
_LONGEST = 40
_WORD = re.compile(r"[가-힣A-Za-z0-9]+$")


def funded(scene: Scene) -> list[Candidate]:
    """The candidates before sums that a budget gives, in order."""
    found: list[Candidate] = []
    text = scene.text
    for low, high in scene.money:
        if not scene.row_zone(low) or scene.headline(low):
            continue
        given = _GIVEN.match(text, high)
        if given is None and _ONE_OF.match(text, high) is None:
            continue
        m = _GETS.search(text, max(0, low - _LEFT), low)
        if m is None or (given is None and m["josa"] and not _shares_verb(text, m["josa"], high)):
            continue
        candidate = _before(scene, m.start(), scene.draft.sentence_at(low)[0], m["quote"] is not None)
        if candidate is not None:
            found.append(candidate)
    return found


def _before(scene: Scene, end: int, floor: int, quoted: bool) -> Candidate | None:
    """The programme whose name ends at ``end``, or None when no activity does."""
    text = scene.text
    word = _WORD.search(text, max(0, end - 16), end)
    if word is None or not _is_activity(word[0]):
        return None
    if quoted:
        begin = max(text.rfind(c, max(floor, end - _LONGEST), end) for c in _OPEN) + 1
    else:
        begin = name_start(scene, word.start(), floor)
    if begin <= floor - 1 or (begin == word.start() and end - begin < _LONG):
        return None
    if begin < word.start() and is_bare(text[begin:end], word[0]):
        return None
    if text.endswith(tuple(stops("effect")), begin, end) or text.endswith("및 ", 0, begin):
        return None
    if touching(scene.bodies, begin, end) or touching(scene.people, begin, end):
        return None
    name_end, action = end, None
    built = _BUILT.search(text, begin, end)
    if built is not None and " " not in text[begin : built.start()]:
        return None  # 'equipment to be enlarged' is anyone's
    if built is not None:
        name_end, action = built.start(), (built.start() + 1, end)
    candidate = Candidate(begin, end, (begin, name_end), action, None, "funded")
    if action is not None:
        candidate.why["action"] = actions()[text[slice(*action)]].where
    candidate.why["name"] = "programme that a budget gives a sum"
    return candidate


def _shares_verb(text: str, josa: str, high: int) -> bool:
    """Tell whether a budget gives this sum and the next ('A 개발에 30억원, B 사업에 20억원을 배정했다')."""
    return josa.startswith("에") and text.startswith(",", high) and _LATER.match(text, high) is not None


_BUILT = re.compile(r"\s(?:구축|건설|건립|조성|신설|신축|설립|설치|증설|확충)$")


def _is_activity(word: str) -> bool:
    role = actions()[word]["role"] if word in actions() else ""
    if word in _TRADE:
        return False
    return role in ("work", "support") or word.endswith(_FURTHER)
