"""The people and bodies of an article that can speak, and where they are subjects."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import compress
from operator import itemgetter

from extractor.draft import NOUN_TAGS, Draft, Morph
from extractor.quotes.speakers import Speaker, is_body, row_of
from extractor.quotes.unlisted import full_name, name_in

_SUBJECT = frozenset({"은", "는", "이", "가", "도", "께서", "께서는", "역시"})
_PARTICLES = frozenset({"JX", "JKS"})
_TOPIC = frozenset({"은", "는", "도", "역시", "께서"})
_PRONOUN = re.compile(r"(?:그|그녀|이 관계자|이 당국자|같은 관계자)$")
_LEADING = re.compile(
    r"^(?:[^\w‘'“\"]+|(?:때|중|이날|이어|또한|또(?!\s다른)|다만|한편|반면|특히|실제로|현재|당시|최근|앞서"
    r"|그러나|하지만|이에|이와 관련해?|한"
    r"|(?:지난\s)?\d{1,2}(?:월|일)(?:\s?\d{1,2}일)?|오전|오후)\s+)"
)
_CIVIL = re.compile(r"(?<=[가-힣]{2})(?<!모)\s?(?:\(\d{1,3}\))?\s?씨$")
_BRACKETS = re.compile(r"\s?\([^()]{1,40}\)$")
_OTHER = re.compile(r"또\s$")
_TAIL = re.compile(r"\s?(?:\([^()]{0,60}\))?\s?(?:씨|님)?\s?")
_BETWEEN = re.compile(r"\s?(?:\([^()]{0,60}\))?\s?(?:[:：,]\s?)?")
_form = itemgetter(0)
_start = itemgetter(2)


class Cast:
    """Those who can speak in an article.

    Parameters
    ----------
    draft : Draft
        With morphemes, entities and officials.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.spans = sorted(
            {
                (s, e, i)
                for i, o in enumerate(draft.officials)
                for s, e in o.spans or ((o.char_start, o.char_end),)
            }
        )
        self._ends = sorted((e, s, i) for s, e, i in self.spans)

    def official(self, index: int, start: int, end: int, why: str) -> Speaker:
        """An official who is the topic of a sentence."""
        return Speaker(self.draft.officials[index].name, index, start, end, True, True, why)

    def subjects(self, start: int, end: int, blanked: str, base: int) -> list[Speaker]:
        """Possible speakers that are subjects within [start, end), quotations left out.

        ``blanked`` is the masked paragraph that begins at ``base``, empty when nothing is quoted in it.
        """
        found: list[Speaker] = []
        morphs = self.draft.morphs
        low = bisect_left(morphs, start, key=_start)
        high = bisect_left(morphs, end, lo=low, key=_start)
        for at in compress(range(low, high), map(_SUBJECT.__contains__, map(_form, morphs[low:high]))):
            morph = morphs[at]
            if morph.tag not in _PARTICLES or morph.end > end:
                continue
            if blanked and blanked[morph.start - base] in "\x00\x01":
                continue
            after = self.draft.text[morph.end : morph.end + 1]
            if after and not after.isspace() and after not in ",\"“'‘「":
                continue
            before = morphs[at - 1] if at else morph
            if (
                morph.form == "는"
                and before.form == "에서"
                and before.tag == "JKB"
                and before.end == morph.start
            ):
                speaker = self._body_before(at - 1, start, before)
            else:
                speaker = self._resolve(at, start, morph)
            if speaker is not None and (not found or found[-1].start != speaker.start):
                found.append(speaker)
        return found

    def adjacent(self, opened: int) -> Speaker | None:
        """The official whose name stands right before an offset: '홍길동 장관 "…"', '홍길동 장관: "…"'."""
        i = bisect_right(self._ends, (opened, opened, len(self.spans) + 1)) - 1
        if i < 0:
            return None
        end, start, index = self._ends[i]
        if not self.draft.officials[index].name or not _BETWEEN.fullmatch(self.draft.text, end, opened):
            return None
        return self.official(index, start, end, "official before")

    def owner(self, end: int, floor: int) -> Speaker | None:
        """Whose words they are, by the noun phrase that ends before an offset: '홍길동 장관의 설명'."""
        morphs = self.draft.morphs
        at = bisect_left(morphs, end, key=_start)
        while at > 0 and morphs[at - 1].start >= floor and morphs[at - 1].tag in ("JKG", "VCP"):
            at -= 1
        return self._resolve(at, floor, morphs[at]) if 0 < at < len(morphs) else None

    def mention_at(self, start: int) -> tuple[int, int, int] | None:
        """The official whose mention begins at an offset."""
        i = bisect_left(self.spans, (start, 0, 0))
        return self.spans[i] if i < len(self.spans) and self.spans[i][0] == start else None

    def _body_before(self, at: int, floor: int, particle: Morph) -> Speaker | None:
        """A body that speaks with many voices: '업계에서는'."""
        speaker = self._resolve(at, floor, particle)
        if speaker is None or speaker.person or not speaker.why.startswith("speakers.tsv"):
            return None
        return speaker._replace(topic=True)

    def _resolve(self, at: int, floor: int, particle: Morph) -> Speaker | None:
        """Tell who the noun phrase before a particle is."""
        text = self.draft.text
        end = particle.start
        while end > floor and text[end - 1] == " ":
            end -= 1
        topic = particle.form in _TOPIC
        person = self._official_before(end, floor)
        if person is not None:
            start, _, index = person
            official = self.draft.officials[index]
            if official.name and not is_body(official.name):
                return Speaker(official.name, index, start, end, topic, True, "official")
        start = self._phrase_start(at, floor, person[0] if person else len(text))
        phrase = text[start:end]
        if not phrase.strip():
            return None
        if person is not None:
            return Speaker(phrase, person[2], start, end, topic, True, "official")
        if _PRONOUN.search(phrase):
            return Speaker("", None, start, end, topic, True, "pronoun")
        known = self._by_noun(phrase, start, end, topic)
        if known is not None:
            return known
        entity = self._organisation(end)
        if entity:
            return Speaker(entity, None, start, end, topic, False, "organisation")
        proper = self.draft.morphs[at - 1]
        if topic and particle.form in ("은", "는") and proper.tag in ("NNP", "SL") and proper.end == end:
            return Speaker(phrase, None, start, end, False, False, "proper noun")
        return None

    def _phrase_start(self, at: int, floor: int, limit: int) -> int:
        """Where the noun phrase before a morpheme begins, words like '이어' and '한' left out."""
        text, morphs = self.draft.text, self.draft.morphs
        first = at
        while first > 0:
            morph = morphs[first - 1]
            if morph.start < floor or not (
                morph.tag in NOUN_TAGS or (morph.tag == "JKG" and first < at) or morph.tag == "NP"
            ):
                break
            if morph.end < morphs[first].start - 1 or "\n" in text[morph.end : morphs[first].start]:
                break
            first -= 1
        start = min(morphs[first].start, limit)
        while (
            first > 0 and start > floor and text[start - 1].isalpha() and morphs[first - 1].tag[0] not in "JE"
        ):
            start = text.rfind(" ", floor, start) + 1 or floor  # a name torn apart: '아+두 차관'
        end = morphs[at].start
        cut = _LEADING.match(text[start:end])
        while cut:
            start += cut.end()
            cut = _LEADING.match(text[start:end])
        other = text.startswith("다른 ", start) and _OTHER.search(text, max(floor, start - 2), start)
        return other.start() if other else start

    def _by_noun(self, phrase: str, start: int, end: int, topic: bool) -> Speaker | None:
        """A speaker by the noun that ends the phrase: '업계 관계자', '홍길동씨', '홍 차관', '회사 측'."""
        bare = _BRACKETS.sub("", phrase)
        end -= len(phrase) - len(bare)
        phrase = bare
        row = row_of(phrase)
        office = row is not None and row["kind"] == "office"
        if row is None or office:
            name = name_in(self.draft, phrase, start, office)
            if name:
                return Speaker(name, None, start, end, topic, True, "name before an office")
        if row is None:
            return None
        if row["kind"] == "body":
            return Speaker(self._canonical(start, end), None, start, end, topic, False, row.where)
        if office:
            short = self._short_form(phrase)
            if short is not None:
                name = self.draft.officials[short].name
                return Speaker(name, short, start, end, topic, True, "short form")
            name = full_name(self.draft, phrase, start)
            if name:
                return Speaker(name, None, start, end, topic, True, "short form")
        if row["word"] == "씨":
            start = max(start, start + phrase[:-1].rstrip().rfind(" ") + 1)
        name = _CIVIL.sub("", self.draft.text[start:end])
        return Speaker(name, None, start, end, topic, True, row.where)

    def _official_before(self, end: int, floor: int) -> tuple[int, int, int] | None:
        """The official whose mention ends at ``end``, or whose title and brackets reach to it."""
        i = bisect_right(self._ends, (end, end, len(self.spans) + 1)) - 1
        while i >= 0:
            stop, start, index = self._ends[i]
            if start < floor or end - stop > 60:
                return None
            gap = self.draft.text[stop:end]
            if gap.lstrip().startswith("측") or (gap.startswith(")") and "(" not in gap):
                return None
            if _TAIL.fullmatch(gap):
                return start, stop, index
            between = self.draft.morphs_in(stop, end)
            if (
                "\n" not in gap
                and all(m.tag in NOUN_TAGS or m.tag == "SF" for m in between)
                and "·" not in gap
                and "," not in _outside(gap)
            ):
                return start, stop, index
            i -= 1
        return None

    def _short_form(self, phrase: str) -> int | None:
        """The one official whose name a short form begins or ends with: '김 차관', '알 무타이리 장관'."""
        front, _, post = phrase.rpartition(" ")
        if not front:
            return self._only_holder(post)
        fitting = [
            i
            for i, o in enumerate(self.draft.officials)
            if o.name
            and (o.title.endswith(post) or post.endswith(o.title.split()[-1] if o.title else "\x00"))
            and (o.name == front or o.name.endswith(" " + front) or o.name.startswith(front))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _only_holder(self, post: str) -> int | None:
        """The one official who holds a post that stands alone: '부총리는'."""
        holders = [i for i, o in enumerate(self.draft.officials) if post in o.title]
        if len(holders) != 1:
            return None
        official = self.draft.officials[holders[0]]
        held = [part for title in official.title.split(" 겸 ") for part in title.split()[-1:]]
        return holders[0] if official.name and any(part.endswith(post) for part in held) else None

    def _organisation(self, end: int) -> str:
        if self.draft.text[end - 1 : end] == ")":
            end = self.draft.text.rfind("(", 0, end)
        for entity in self.draft.entities:
            if entity.label == "ORG" and entity.char_end == end:
                return entity.canonical or entity.text
        return ""

    def _canonical(self, start: int, end: int) -> str:
        """The name of the body that a phrase ends with; whole when a land's or another's name opens it."""
        body = next((e for e in self.draft.entities if e.label == "ORG" and e.char_end == end), None)
        opened = any(e.char_start == start and e.char_end < end for e in self.draft.entities)
        if body is None or (opened and body.char_start > start):
            return self.draft.text[start:end]
        return body.canonical or body.text


def _outside(text: str) -> str:
    return re.sub(r"\([^()]*\)", "", text)
