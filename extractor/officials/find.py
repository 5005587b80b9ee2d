"""All office holders of an article."""

from __future__ import annotations

import re

from extractor.draft import Draft
from extractor.officials.appointments import appointments
from extractor.officials.context import give_organisations
from extractor.officials.enclosed import enclosed
from extractor.officials.frames import Reader
from extractor.officials.mention import Mention
from extractor.officials.merge import merge, official
from extractor.officials.notices import contacts, in_parenthesis, to_the_right
from extractor.officials.people import surname_of
from extractor.officials.posts import find_posts
from extractor.officials.transfers import transfers
from extractor.records import ROW_ZONES, Official

#: What shows that an unnamed holder acts: a particle of subject, company or object, or a place in a list.
_ACTS = re.compile(r"(?:께서|에게|은|는|이|가|과|와|도|을|를|의)?$")
#: What tells a career, not an act: '주중국대사관 공사참사관을 거쳤다'.
_CAREER = re.compile(
    r"[을를]? ?출신|(?:[을를] |[과와] |, ?|· ?| 등)[가-힣·, ()]{0,60}?"
    r"(?:거쳤|거쳐|거친|지냈|지낸|지내|역임|두루|맡았|맡아 왔|근무했)"
)
_LENDER = re.compile(r"(?:기금|은행|협력단|기구|공사|EDCF|JICA|ADB|AfDB|IBRD|IDA)(?:\([A-Za-z]+\))?\Z")
#: Bodies that no one's in particular: '행정부 당국자'.
_NOBODYS = frozenset({"행정부", "정부", "당국", "양국", "회사", "업체", "부처"})
#: '간부와 직원들': no one in particular.
_AND_ALL = re.compile(r"[과와] [가-힣]{1,6}들")
_VACANT = re.compile(r"(?:공석|비어 있|비어있)[가-힣]* ?\Z")
_LISTED = re.compile(
    r"\s*(?:\([^()]{0,30}\))?\s*(?:,|등(?:이|은|과|을|\s)|\n|$)"
    r"| (?:면담|접견|예방|회동|오찬|만찬|영접)(?![가-힣]{3})| (?:주재|인솔)(?:로|하에)\s| 단장으로\s"
)
#: Who is in the chair: '위원회(위원장 : 기획재정부 제2차관)'.
_CHAIR = re.compile(r"\((?:위원장|의장|단장|수석대표|주재)\s?[:：]\s?$")
#: So near behind a dot stands the next post of a list.
_BESIDE = 12
#: '교통부 차관과의 만남': who is met acts.
_ENCOUNTER = re.compile(
    r" (?:[가-힣]{1,8} )?(?:만남|면담|회담|회동|접견|간담|대담|오찬|만찬|조찬|협의|논의|통화|대화|화상|양자)"
)
#: '통상장관 회담': a kind of meeting, no one.
_MEETING = re.compile(r" (?:회담|회의|간담회|협의체|회의체|라운드테이블)")


def find(draft: Draft) -> list[Official]:
    """Find the officials of an article.

    Parameters
    ----------
    draft : Draft
        With layout, morphemes and entities.

    Returns
    -------
    list of Official
        Sorted by ``char_start``; named people and unnamed holders who act, each once.
    """
    posts = [p for p in find_posts(draft.text) if draft.layout.zone_at(p.start) in ROW_ZONES]
    ends = {e.char_end: e.char_start for e in draft.entities if e.label == "ORG"}
    posts = [p for p in posts if ends.get(p.end, p.end) > p.start]  # the 공사 of '한국전력공사' is no envoy
    reader = Reader(draft, posts)
    mentions = read_all(reader)
    sure = {m.name for m in mentions if m.name and not m.short and not m.foreign and m.strength >= 2}
    families = frozenset(surname_of(m.name) for m in mentions if m.name and not m.short and not m.foreign)
    if any(m.name not in sure for m in mentions) and reader.learn(sure, families - {""}):
        mentions = read_all(reader)
    give_organisations(reader, mentions)
    people = merge(draft, mentions)
    found = [official(draft, person) for person in people]
    return sorted(
        (o for o in found if draft.layout.zone_at(o.char_start) in ROW_ZONES), key=lambda o: o.char_start
    )


def read_all(reader: Reader) -> list[Mention]:
    """Read all posts of an article, the last first: a post can take in the one before it."""
    draft = reader.draft
    mentions = contacts(draft) + appointments(draft, reader)
    taken = [(m.start, m.end) for m in mentions]
    for post in reversed(reader.posts):
        if post.start in reader.used or any(low <= post.start < high for low, high in taken):
            continue
        mention = (
            in_parenthesis(reader, post)
            or enclosed(reader, post)
            or to_the_right(reader, post)
            or reader.read(post)
        )
        if mention is None or (
            not mention.name and not post.particle and _MEETING.match(draft.text, post.end)
        ):
            continue
        if post.head == "차관" and (_lender(mention) or _LOAN.match(draft.text, post.end)):
            continue
        mention.acts = _acts(reader, mention)
        mentions.append(mention)
        mentions += reader.companions(mention)
    mentions.sort(key=lambda m: (m.start, m.end))
    mentions += transfers(reader, mentions)
    mentions.sort(key=lambda m: (m.start, m.end))
    return [m for m in mentions if m.post is None or m.post.start not in reader.used]


#: What is done with a loan and with no one.
_LOAN = re.compile(
    r"(?:을|를|으로|의)?\s?(?:사업|공여|자금|계약|협정|협약|형식|방식|형태|규모|상환|도입|제공|조건|금리|한도)(?![가-힣]{2})"
)


def _lender(mention: Mention) -> bool:
    """Tell whether 차관 is a loan: what it belongs to is a fund or a bank, no ministry."""
    org = mention.org_name
    return bool(org) and mention.org is not None and _LENDER.search(org) is not None


def _acts(reader: Reader, mention: Mention) -> bool:
    """Tell whether a post without a name stands for a person who acts."""
    post = mention.post
    if post is None or mention.name or post.plural or not post.solo:
        return False
    if _VACANT.search(reader.text, max(0, mention.start - 8), mention.start):
        return False
    if not mention.org_name or _CAREER.match(reader.text, post.end):
        return False
    if post.kind == "unnamed" and (mention.org_name in _NOBODYS or _AND_ALL.match(reader.text, post.end)):
        return False
    if _CHAIR.search(reader.text, max(0, mention.start - 12), mention.start):
        return True
    if post.particle in ("과의", "와의"):
        return _ENCOUNTER.match(reader.text, post.end + 2) is not None
    if post.particle:
        return post.particle in (
            "은",
            "는",
            "이",
            "가",
            "과",
            "와",
            "도",
            "을",
            "를",
            "에게",
            "께서",
            "로부터",
            "에게서",
            "과는",
            "와는",
            "과도",
            "와도",
        )
    if reader.text.startswith("·", post.end) and any(
        at in reader.starts for at in range(post.end + 1, post.end + _BESIDE)
    ):
        return True  # '산업부 장관·하원 부의장 등'
    return _LISTED.match(reader.text, post.end) is not None
