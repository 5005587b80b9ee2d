"""Topics that are works of their own, though no undertaking was made of them: what follows is theirs."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extractor.projects.scene import Scene, Span, Spans, is_country, touching
from extractor.projects.vocabulary import heads_only, stops

_WORD = r"[가-힣A-Za-z0-9~∼·\-]+"
_NOTE = r"(?:\([^()\n]{1,40}\))?"
_TOPIC = re.compile(
    rf"[\n.,!?\"”고며나만데](?:(?<=\n)|\s)((?:{_WORD}\s){{0,4}}?{_WORD}?){_NOTE}[은는이가](?=\s)"
)
#: Behind a clause that describes it: '조사가 진행 중인 신안산선은'.
_DESCRIBED = re.compile(rf"[는한된인던]\s((?:{_WORD}\s){{0,2}}?{_WORD}?){_NOTE}(?=[은는]\s)")
_PAUSES = '.,!?"”\n'
_FOLLOWS = ("은", "는", "이", "가", "(")
_POINTING = frozenset({"이", "그", "동", "본", "해당", "이번", "두", "양", "전체"})
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """[low, high) is what a clause is about; ``described`` by a clause before it."""

    low: int
    high: int
    described: bool


def topics(scene: Scene) -> list[Topic]:
    """The topics of clauses that end in a head noun and hold a proper name, in order."""
    if "topics" not in scene.memory:
        spans: dict[Span, bool] = {}
        for low, high in _lines(scene):
            for m in _DESCRIBED.finditer(scene.text, max(low - 1, 0), high):
                spans[m.span(1)] = True
            for m in _TOPIC.finditer(scene.text, low, high):
                spans[m.span(1)] = False
        scene.memory["topics"] = [Topic(*s, spans[s]) for s in sorted(spans) if _is_work(scene, *s)]
    found: list[Topic] = scene.memory["topics"]
    return found


def _lines(scene: Scene) -> list[Span]:
    """The lines in which a particle of the topic follows a head noun, with the break before them."""
    found: list[Span] = []
    last = 0
    for at in scene.head_ends():
        if at >= last and scene.text[at : at + 1] in _FOLLOWS:
            last = scene.text.find("\n", at) + 1 or len(scene.text)
            found.append((max(scene.text.rfind("\n", 0, at), 0), last))
    return found


def _is_work(scene: Scene, low: int, high: int) -> bool:
    words = scene.text[low:high].split(" ")
    last = words[-1]
    if heads_only().isdisjoint([last[-k:] for k in range(1, min(len(last), _LONGEST) + 1)]):
        return False
    if words[0] in _POINTING or last.endswith(tuple(stops("subject"))):
        return False
    if touching(scene.bodies, high - 1, high) or touching(scene.people, low, high):
        return False
    return any(m.oov or m.tag in ("NNP", "SL") or m.start in scene.places for m in scene.morphs_in(low, high))


#: A sentence that turns to something else, unless it points back.
_TURNS = re.compile(
    r"[\s\"“‘']*(?:반면에?|한편|이와\s(?:별도로|별개로|달리)|이\s?(?:밖|외)에도?|그\s?(?:밖|외)에도?)[\s,]"
)
_BACK = re.compile(r"(?:이|그|해당|동|본|이번)\s(?:[가-힣]{1,6}\s)?[가-힣]{1,8}[은는이가도]\s")
_OPENS = re.compile(r"[\s\"“‘']*([^.,\n]{2,24}?)(?:\([^()\n]{1,30}\))?[은는도]\s")

_ACTORS = ("정부", "측", "당국", "대통령", "총리", "장관", "의회", "은행", "기업", "업체", "국민", "시장")


def turns_away(scene: Scene, low: int, high: int, mention: Span) -> bool:
    """Tell whether a sentence leaves the work before it: '반면 …', a topic in another country."""
    text = scene.text
    if (m := _TURNS.match(text, low, high)) is not None:
        return _BACK.match(text, m.end(), high) is None
    topic = _OPENS.match(text, low, high)
    if topic is None or topic[1].endswith(_ACTORS):
        return False
    lands = _lands(scene, *topic.span(1))
    return bool(lands) and lands.isdisjoint(_lands(scene, *scene.draft.sentence_at(mention[0])))


def _lands(scene: Scene, low: int, high: int) -> set[str]:
    """The countries of the places in [low, high) that are no part of a body's name."""
    found = (scene.places.get(m.start) for m in scene.morphs_in(low, high))
    return {
        e.country
        for e in found
        if e is not None and e.country and not touching(scene.bodies, e.char_start, e.char_end)
    }


_CLAUSE = re.compile(r"(?<=[고며데나만]),\s([가-힣]{2,8}?)(?:은|는|도|에서는|에서도|의\s경우)\s")


def other_land(scene: Scene, low: int, high: int) -> int:
    """Where in [low, high) a clause about another country begins ('체코는 … 착수했고, 폴란드는 …')."""
    text = scene.text
    if text.find(", ", low, high) < 0:
        return high
    for m in _CLAUSE.finditer(text, low, high):
        land = scene.places.get(m.start(1))
        if land is None or not is_country(land) or land.char_end != m.end(1):
            continue
        before = _lands(scene, scene.draft.sentence_at(low)[0], m.start())
        if before and land.country not in before:
            return m.start(1)
    return high


class Strangers:
    """Topics that no mention covers.

    Parameters
    ----------
    mentions : Spans
    """

    def __init__(self, scene: Scene, mentions: Spans) -> None:
        self.scene, self.text = scene, scene.text
        self.found = [t for t in topics(scene) if not touching(mentions, t.low, t.high)]
        self.lows = [t.low for t in self.found]

    def cut(self, low: int, high: int, mention: Span) -> int:
        """Where in [low, high) another work than the mentioned one becomes the topic; else ``high``."""
        strange = self.found[bisect_left(self.lows, low) : bisect_left(self.lows, high)]
        name = set(self.text[slice(*mention)].split(" ")) if strange else set()
        for topic in strange:
            if name.isdisjoint(self.text[topic.low : topic.high].split(" ")):
                if not topic.described:
                    return topic.low
                return max(low, *(self.text.rfind(c, low, topic.low) + 1 for c in _PAUSES))
        return high
