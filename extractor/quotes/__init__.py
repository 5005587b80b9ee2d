"""Direct speech and who said it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from extractor.draft import Block, Draft
from extractor.quotes.marks import MARKS, Quoted, find_quoted, mask, sentence_bounds
from extractor.quotes.speakers import Cast, Speaker, choose
from extractor.quotes.verbs import Attribution, attribute
from extractor.records import Quote

__all__ = ["find"]

_ZONES = frozenset({"lead", "body", "bullet", "caption", "denied"})
_FULL_SENTENCE = re.compile(r"(?:[다요죠까오군네라자]|니다|세요)[.?!…]*$|[.?!…]$")
_SAID_SO = re.compile(
    r"이렇게 (?:말|답|운|설명|전|강조|밝|회상|덧)|이같이 (?:말|밝|강조)|말문을 열|운을 뗐|입을 열|말한다"
)
_INTERVIEW = re.compile(r"인터뷰|대담|에게 듣는다|을 만나다|를 만나다|만난 사람")


class _Reader:
    """Reads the paragraphs of one article in order, remembering who spoke last."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.cast = Cast(draft)
        self.last: Speaker | None = None
        self.last_at = -1
        self.topic: Speaker | None = None
        self.interviewee = self._interviewee()
        self.quotes: list[Quote] = []

    def _interviewee(self) -> Speaker | None:
        head = [b for b in self.draft.layout.blocks if b.zone in ("title", "subtitle")]
        titled = any(_INTERVIEW.search(self.draft.text[b.start : b.end]) for b in head)
        for block in head:
            for start, end, index in self.cast.spans:
                official = self.draft.officials[index]
                if block.start <= start < block.end and official.name and titled:
                    return Speaker(official.name, index, start, end, True, True, "interviewee")
        counts = Counter(i for _, _, i in self.cast.spans if self.draft.officials[i].name)
        if titled and counts:
            index = min(counts, key=lambda i: (-counts[i], i))
            official = self.draft.officials[index]
            return Speaker(
                official.name, index, official.char_start, official.char_end, True, True, "interviewee"
            )
        return None

    def read(self) -> list[Quote]:
        blocks = [b for b in self.draft.layout.blocks if b.zone in _ZONES]
        for number, block in enumerate(blocks):
            if block.marker in ("◆", "◇") and block.level == 0:
                continue
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            self._paragraph(block, following)
        return sorted(self.quotes, key=lambda q: q.char_start)

    def _paragraph(self, block: Block, following: Block | None) -> None:
        text = self.draft.text
        quoted = find_quoted(text, block.start, block.end)
        masked = mask(text, block.start, block.end, quoted)
        topic_before = self.topic
        begin, at = block.start, 0
        for bound in sentence_bounds(masked):
            end = block.start + bound
            first = at
            while at < len(quoted) and quoted[at].open < end:
                at += 1
            inside = quoted[first:at]
            subjects = self.cast.subjects(begin, end, masked, block.start)
            if inside:
                self._sentence(block, begin, end, inside, masked, subjects, following, topic_before)
            named = [s for s in subjects if s.person and s.name and s.topic]
            if named:
                self.topic = named[-1]
            begin = end

    def _sentence(
        self,
        block: Block,
        begin: int,
        end: int,
        inside: list[Quoted],
        masked: str,
        subjects: list[Speaker],
        following: Block | None,
        topic_before: Speaker | None,
    ) -> None:
        floor = begin
        speaker: Speaker | None = None
        for q in inside:
            tail = masked[q.close - block.start : end - block.start]
            reading = attribute(tail, q.end - q.start)
            if reading is None and self._stands_alone(block, q, begin, end):
                self._add(q, self._alone_speaker(block, q, following, topic_before), "", "own sentence")
                continue
            if reading is None:
                continue
            before = choose([s for s in subjects if floor <= s.start and s.end <= q.open], self.draft, q.open)
            before = self._pronoun(before, q) if before else None
            if before is not None:
                speaker = before
            elif speaker is None:
                speaker = self._behind(q, reading, subjects) or self._inherited(q)
            if speaker is None and reading.manner in ("noun", "bare"):
                continue
            self._add(q, speaker, reading.verb, reading.why)
            floor = q.close

    def _pronoun(self, speaker: Speaker, q: Quoted) -> Speaker | None:
        if speaker.why != "pronoun":
            return speaker
        return self._inherited(q)

    def _behind(self, q: Quoted, reading: Attribution, subjects: list[Speaker]) -> Speaker | None:
        """A subject between the quotation and its verb, or the one whom 'said' modifies."""
        verb = q.close + reading.verb_start if reading.verb_start >= 0 else -1
        behind = [
            s for s in subjects if s.start >= q.close and s.topic and (verb < 0 or s.end <= verb) and s.name
        ]
        if behind and reading.manner != "while":
            return behind[0]
        if verb >= 0:
            match = re.compile(r"[가-힣]+[ㄴ은한힌인된]?\s+").match(self.draft.text, verb)
            span = self.cast.mention_at(match.end()) if match else None
            if span and re.search(r"[한힌인은던]\s+$", match[0] if match else ""):
                official = self.draft.officials[span[2]]
                return Speaker(official.name, span[2], span[0], span[1], True, True, "official behind")
        return None

    def _inherited(self, q: Quoted) -> Speaker | None:
        """The last speaker, unless a person has become the topic since."""
        if self.topic is not None and self.topic.start > self.last_at and self.topic.start < q.open:
            return self.topic
        return self.last or self.topic

    def _stands_alone(self, block: Block, q: Quoted, begin: int, end: int) -> bool:
        text = self.draft.text
        before = text[begin : q.open].strip(" \n\t-–―▶▲·")
        after = text[q.close : end].strip(" \n\t.")
        return (
            not before
            and not after
            and q.end - q.start >= 6
            and bool(_FULL_SENTENCE.search(text[q.start : q.end]))
        )

    def _alone_speaker(
        self, block: Block, q: Quoted, following: Block | None, topic_before: Speaker | None
    ) -> Speaker | None:
        text = self.draft.text
        own = self.topic if self.topic is not None and self.topic.start >= block.start else None
        if own is not None:
            return own
        if following is not None and q.close >= block.end - 1:
            after = text[following.start : following.end]
            if _SAID_SO.search(after):
                masked = mask(
                    text, following.start, following.end, find_quoted(text, following.start, following.end)
                )
                said = following.start + sentence_bounds(masked)[0]
                named = [
                    s
                    for s in self.cast.subjects(following.start, said, masked, following.start)
                    if s.person and s.name
                ]
                if named:
                    return named[-1]
        recent = self.topic is not None and self.topic.start >= self._block_before(block)
        if recent:
            return self.topic
        return self.interviewee or self._inherited(q)

    def _block_before(self, block: Block) -> int:
        i = self.draft.layout.index_at(block.start)
        return self.draft.layout.blocks[i - 1].start if i > 0 else 0

    def _add(self, q: Quoted, speaker: Speaker | None, verb: str, why: str) -> None:
        if q.end <= q.start:
            return
        if speaker is not None:
            self.last, self.last_at = speaker, q.open
        self.quotes.append(
            Quote(
                text=self.draft.text[q.start : q.end],
                char_start=q.start,
                char_end=q.end,
                speaker=speaker.name if speaker else "",
                official=speaker.official if speaker else None,
                verb=verb,
                why={"text": why, "speaker": speaker.why if speaker else "", "verb": why},
            )
        )


def find(draft: Draft) -> list[Quote]:
    """Find the quotes of an article and count them for its officials.

    Direct speech stands in double quotation marks and is attributed by the particle behind it ('고', '라며'),
    by a spoken noun ('는 설명이다') or by standing as a sentence of its own. Titles, names and words in scare
    quotes are none.

    Parameters
    ----------
    draft : Draft
        With morphemes, layout, entities and officials. The officials' ``quotes`` are set.

    Returns
    -------
    list of Quote
        In order of the text.
    """
    if not MARKS.search(draft.text):
        return []
    quotes = _Reader(draft).read()
    counts = Counter(q.official for q in quotes if q.official is not None)
    draft.officials = [
        replace(o, quotes=counts[i]) if counts[i] else o for i, o in enumerate(draft.officials)
    ]
    return quotes
