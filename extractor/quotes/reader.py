"""Reads the paragraphs of an article in order, remembering who spoke last."""

from __future__ import annotations

import re
from collections import Counter

from extractor.draft import Block, Draft
from extractor.quotes.cast import Cast
from extractor.quotes.marks import SIGN, Quoted, find_quoted, mask, sentence_bounds
from extractor.quotes.speakers import Speaker, choose
from extractor.quotes.verbs import FULL_SENTENCE, OWNED, Attribution, attribute
from extractor.records import Quote

_ZONES = frozenset({"lead", "body", "bullet", "caption", "denied"})
_SPOKEN = (
    r"(?:말|설명|얘기|이야기|전언|지적|진단|조언|하소연|회고|당부|각오|포부|소감|일성|대답|답변|반응|푸념)"
)
_SAID_SO = re.compile(
    r"이렇게 (?:말|답|운|설명|전|강조|밝|회상|덧)|이같이 (?:말|밝|강조)|말문을 열|운을 뗐|입을 열|말한다"
    rf"|{_SPOKEN}(?:\([^()]{{1,6}}\))?(?:이다|이었다|이에요|입니다|다)\b"
)
_OWNED = re.compile(rf"\s?{_SPOKEN}(?:\([^()]{{1,6}}\))?(?:이다|이었다|입니다|다)\b")
_QUESTION = re.compile(
    r"(?:이?라)?는\s(?P<who>[^\x00.,]{2,40}?)의\s(?:질문|질의|물음|지적|요청|제안|발언|주장)에"
)
_INTERVIEW = re.compile(r"인터뷰|대담|에게 듣는다|을 만나다|를 만나다|만난 사람")
#: What was quoted is over and another one answers: '…고 묻자', '…고 한 데 대해'.
_HANDED = re.compile(
    r"[가-힣]자,?\s|(?:것|데|점|말|질문|질의|물음|지적|요청|제안|발언|주장)(?:에|과|도)?\s?(?:대해|관해|관련)"
    r"|(?:질문|질의|물음|지적|요청|제안|발언|주장)에(?:는|도)?\s"
)
_BROKEN_OFF = re.compile(r"(?:이?라)?(?:고|며|면서)[\s,]")
_MODIFIER = re.compile(r"[가-힣]*[한힌인은던]\s+")
_BEFORE_NAME = " \t\n\r-–―▶▲·■□ㅇ○*"


class Reader:
    """One pass over the paragraphs of an article."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.cast = Cast(draft)
        self.last: Speaker | None = None
        self.last_at = -1
        self.quotes: list[Quote] = []
        self._topic: Speaker | None = None
        self._unread: list[tuple[int, int, str, int]] = []
        self._interviewee: Speaker | None = None
        self._asked = False

    def read(self) -> list[Quote]:
        """Return the quotes of all paragraphs in order."""
        text = self.draft.text
        blocks = [b for b in self.draft.layout.blocks if b.zone in _ZONES]
        for number, block in enumerate(blocks):
            if block.marker in ("◆", "◇") and block.level == 0:
                continue
            if not SIGN.search(text, block.start, block.end):
                self._unread.append((block.start, block.end, "", 0))
                continue
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            self._paragraph(block, following)
        return sorted(self.quotes, key=lambda q: q.char_start)

    @property
    def topic(self) -> Speaker | None:
        """The named person who was the topic last, looked for only when a quotation needs it."""
        while self._unread:
            named = _named(self.cast.subjects(*self._unread.pop()))
            if named:
                self._topic = named[-1]
                self._unread.clear()
        return self._topic

    def _paragraph(self, block: Block, following: Block | None) -> None:
        text = self.draft.text
        quoted = find_quoted(text, block.start, block.end)
        if not quoted:
            self._unread.append((block.start, block.end, "", 0))
            return
        masked = mask(text, block.start, block.end, quoted)
        begin, at = block.start, 0
        for bound in sentence_bounds(masked):
            end = block.start + bound
            first = at
            while at < len(quoted) and quoted[at].open < end:
                at += 1
            if at > first:
                subjects = self.cast.subjects(begin, end, masked, block.start)
                _Sentence(self, block, begin, end, masked, subjects, following).read(quoted[first:at])
                named = _named(subjects)
                if named:
                    self._topic = named[-1]
                    self._unread.clear()
            else:
                self._unread.append((begin, end, masked, block.start))
            begin = end

    def inherited(self, q: Quoted) -> Speaker | None:
        """The last speaker, unless a person has become the topic since."""
        return self.topic_or(self.last, self.last_at, q)

    def topic_or(self, last: Speaker | None, last_at: int, q: Quoted) -> Speaker | None:
        """The person who has become the topic since ``last`` spoke, else ``last``."""
        topic = self.topic
        if topic is not None and last_at < topic.start < q.open:
            return topic
        return last or topic

    def interviewee(self) -> Speaker | None:
        """The person whom the headline of an interview names, else the one named most often in it."""
        if not self._asked:
            self._asked = True
            self._interviewee = self._find_interviewee()
        return self._interviewee

    def _find_interviewee(self) -> Speaker | None:
        officials = self.draft.officials
        head = [b for b in self.draft.layout.blocks if b.zone in ("title", "subtitle")]
        if not any(_INTERVIEW.search(self.draft.text[b.start : b.end]) for b in head):
            return None
        for block in head:
            for start, end, index in self.cast.spans:
                if block.start <= start < block.end and officials[index].name:
                    return self.cast.official(index, start, end, "interviewee")
        counts = Counter(i for _, _, i in self.cast.spans if officials[i].name)
        if not counts:
            return None
        index = min(counts, key=lambda i: (-counts[i], i))
        return self.cast.official(
            index, officials[index].char_start, officials[index].char_end, "interviewee"
        )

    def add(self, q: Quoted, speaker: Speaker | None, verb: str, why: str) -> None:
        """Note a quote and who spoke last."""
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


class _Sentence:
    """One sentence with quotations in it."""

    def __init__(
        self,
        reader: Reader,
        block: Block,
        begin: int,
        end: int,
        masked: str,
        subjects: list[Speaker],
        following: Block | None,
    ) -> None:
        self.reader = reader
        self.draft = reader.draft
        self.cast = reader.cast
        self.block = block
        self.begin = begin
        self.end = end
        self.masked = masked
        self.subjects = subjects
        self.following = following

    def _tail(self, q: Quoted, end: int) -> str:
        """What stands behind a quotation; in the next block when a line break parts it from its particle."""
        tail = self.masked[q.close - self.block.start : end - self.block.start]
        after = self.following
        if tail.strip() or after is None or q.close < self.block.end - 1:
            return tail
        if not _BROKEN_OFF.match(self.draft.text, after.start, after.end):
            return tail
        quoted = find_quoted(self.draft.text, after.start, after.end)
        return mask(self.draft.text, after.start, after.end, quoted)

    def read(self, inside: list[Quoted]) -> None:
        """Attribute the quotations of the sentence from left to right."""
        floor = self.begin
        speaker: Speaker | None = None
        asked: tuple[Speaker, Quoted, Speaker | None, int] | None = None
        last = inside[-1]
        for number, q in enumerate(inside):
            tail = self._tail(q, self.end)
            text = self.draft.text[q.start : q.end]
            reading = attribute(tail, text)
            if q.single and (reading is None or not reading.spoken or reading.manner not in ("say", "while")):
                continue
            if reading is None:
                self._without_particle(q, tail)
                continue
            before = choose(
                [s for s in self.subjects if floor <= s.start and s.end <= q.open], self.draft, q.open
            )
            if before is not None and before.why == "pronoun":
                before = self.reader.inherited(q)
            if reading.why == OWNED:
                before = self.cast.owner(q.close + reading.verb_start, q.close) or before
            if before is not None:
                if speaker is None and q is not last:
                    asked = (before, q, self.reader.last, self.reader.last_at)
                speaker = before
            elif speaker is None:
                speaker = (
                    self._behind(q, reading, tail) or self.cast.adjacent(q.open) or self.reader.inherited(q)
                )
            if speaker is None and reading.manner in ("noun", "bare"):
                continue
            self.reader.add(q, speaker, reading.verb, reading.why)
            floor = q.close
            if q is not last and self._handed(speaker, q, inside[number + 1]):
                speaker = self._outer(*asked) if asked else None

    def _handed(self, speaker: Speaker | None, q: Quoted, after: Quoted) -> bool:
        """Tell whether another one answers what was quoted: '… 의원이 "…"고 묻자 "…"고 답했다'."""
        return (
            speaker is not None
            and not speaker.topic
            and _HANDED.search(self._tail(q, after.open)) is not None
        )

    def _outer(self, speaker: Speaker, q: Quoted, last: Speaker | None, last_at: int) -> Speaker | None:
        """Who answers: the topic before that subject, else the one who had spoken last."""
        topics = [s for s in self.subjects if s.end <= q.open and s.topic and s.start < speaker.start]
        return topics[-1] if topics else self.reader.topic_or(last, last_at, q)

    def _without_particle(self, q: Quoted, tail: str) -> None:
        """A quotation that is a sentence of its own, follows its speaker's name, or is a question of his."""
        if self._stands_alone(q):
            self.reader.add(q, self._alone_speaker(q), "", "own sentence")
            return
        question = _QUESTION.match(tail)
        if question and (owner := self.cast.owner(q.close + question.end("who"), q.close)):
            self.reader.add(q, owner, "물었다", "question of a person")
            return
        if q.end - q.start < 8 or tail.strip(" \n\t.…"):
            return
        named = self.cast.adjacent(q.open)
        before = self.draft.text[self.begin : named.start].strip(_BEFORE_NAME) if named else "-"
        if named is not None and not before:
            self.reader.add(q, named, "", "name before")

    def _behind(self, q: Quoted, reading: Attribution, tail: str) -> Speaker | None:
        """A subject before the verb, the one whom 'said' modifies, or the owner of the words."""
        verb = q.close + reading.verb_start if reading.verb_start >= 0 else -1
        behind = [
            s
            for s in self.subjects
            if s.start >= q.close
            and s.name
            and (verb < 0 or s.end <= verb)
            and (s.topic or (s.person and verb >= 0))
        ]
        if behind and reading.manner != "while":
            return behind[0]
        if verb < 0:
            return None
        if reading.manner == "noun":
            return self.cast.owner(verb, q.close)
        match = _MODIFIER.match(self.draft.text, verb)
        span = self.cast.mention_at(match.end()) if match else None
        return self.cast.official(span[2], span[0], span[1], "official behind") if span else None

    def _stands_alone(self, q: Quoted) -> bool:
        text = self.draft.text
        before = text[self.begin : q.open].strip(" \n\t-–―▶▲·")
        after = text[q.close : self.end].strip(" \n\t.")
        return (
            not before
            and not after
            and q.end - q.start >= 6
            and bool(FULL_SENTENCE.search(text[q.start : q.end]))
        )

    def _alone_speaker(self, q: Quoted) -> Speaker | None:
        told = self._told_after(q)
        if told is not None:
            return told
        topic = self.reader.topic
        if topic is not None and topic.start >= self._block_before():
            return topic
        return self.reader.interviewee() or self.reader.inherited(q)

    def _told_after(self, q: Quoted) -> Speaker | None:
        """The speaker whom the next sentence names: '"…." 홍길동 사장의 말이다.'"""
        text = self.draft.text
        base, masked, start = self.block.start, self.masked, self.end
        if not text[start : self.block.end].strip():
            if self.following is None or q.close < self.block.end - 1:
                return None
            block = self.following
            base = start = block.start
            masked = mask(text, block.start, block.end, find_quoted(text, block.start, block.end))
        end = start + sentence_bounds(masked[start - base :])[0]
        said = _SAID_SO.search(masked, start - base, end - base)
        if said is None:
            return None
        named = [s for s in self.cast.subjects(start, end, masked, base) if s.person and s.name]
        if named:
            return named[-1]
        owned = _OWNED.search(masked, start - base, end - base)
        return self.cast.owner(base + owned.start(), start) if owned else None

    def _block_before(self) -> int:
        i = self.draft.layout.index_at(self.block.start)
        return self.draft.layout.blocks[i - 1].start if i > 0 else 0


def _named(subjects: list[Speaker]) -> list[Speaker]:
    return [s for s in subjects if s.person and s.name and s.topic]
