"""How far an undertaking is: stage words with tense, support, negation and hearsay around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import compress

from extractor.load import Row, lexicon
from extractor.projects.predicates import (
    Mode,
    ahead,
    alone,
    by_date,
    first_behind,
    in_its_clause,
    is_wish,
    linked_to_a_day,
    once_done,
    told,
    won_before,
)
from extractor.projects.scene import Scene
from extractor.projects.senses import sense_of, told_otherwise
from extractor.projects.vocabulary import stage_verbs, stages, stops, verb_forms
from extractor.records import ROW_ZONES

#: The stages in the order in which an undertaking goes through them; `SIDE` can come at any time.
LADDER = (
    "", "proposed", "planned", "study", "bidding", "awarded", "contracted", "under_construction",
    "completed", "operating",
)  # fmt: skip
SIDE = ("delayed", "cancelled")

_NEGATED = re.compile(
    r"[^\s,.]{0,4}(?:\s[가-힣]{1,3}(?:이|가|은|는|도|을|를)\s)?\s?[^\s,.]{0,2}(?:지\s?않|지는\s?않|지\s?못|된\s?바\s?없|은\s?아니|(?:게|것이|것은|건)\s?아[니닙닌])"
    r"|(?:조차|도)\s?(?:\S{1,3}\s?)?못|설(?:이|은|도|을|에)\s|\s?없(?:이|는|도록)"
)
#: One of these letters every denial has.
_DENIALS = frozenset("않못없아설")
_OVERCOME = re.compile(
    r"\S{0,3}던\s|\S{0,2}(?:됐|되었|했|았|었|렸|졌)다가\s|\S{0,2}기\s전|\s?(?:끝에|딛고|위기를|사태)|(?:·[가-힣]{2,4}){0,3}\s끝\s"
    r"|\S{0,2}[된한린진]\s(?:뒤|후|이후)\s|로\s(?:재입찰|재공고|재발주|재공모|새\s)|(?:을|를)\s(?:딛고|극복)"
)
_HYPOTHETIC = re.compile(
    r"[^\s,.]{0,6}다는\s(?:보도|지적|주장|소문|설|관측|의혹)"
    r"|[^\s,.]{0,4}\s?(?:우려|가능성|조짐|[될할]\s?(?:경우|위기|처지|판|뻔)|되면(?!서)|될\s?수|할\s?수|수\s?있|경우|때\s|위기|위험|기로에)"
)
_ENDING = re.compile(r"(?:을|를)?\s?(?:\S{1,6}\s)?(?:마치|마친|마무리|끝내|끝낸|완료)")
_DONE = re.compile(r"\s?(?:선정|체결|확정|통과|발표|개시|지정|실시|완료)(?=\s?\()")
_HEARSAY = re.compile(r"알려졌|전해졌|알려지|것으로\s?보[이인]|전언")
#: 'ㄹ 때' of what is past ('상업생산에 들어갈 무렵', '착공 당시').
_THEN = re.compile(r"(?:\S{0,2}\s?\S{0,3}[갈할될울릴칠날을]\s)?\s?(?:무렵|당시|즈음)")
#: It is said of a court or a suit: the work itself is not given up.
_RULED = re.compile(
    r"['’”\"]?(?:하라는|하는|한다는)?\s?(?:원고\s)?(?:일부\s)?(?:승소\s)?(?:판결|결정|처분|명령|선고)"
)
_COURT = re.compile(r"(?:법원|재판부|대법|고법)(?:이|은|는|가)\s[^.]*$")
#: What is only called for ('취소하라', '중단해야 한다').
_DEMANDED = re.compile(
    r"(?:하라(?!는\s(?:원고|판결|결정))|해\s?달라|해야|하자는|할\s것을|하는\s(?:것[도이은]|게)\s)"
)
_SUED = re.compile(r"['’”\"]?(?:해\s?달라는|를\s요구하는)?\s?(?:소송|청구|심판|신청|소를)")
_LATER = re.compile(r"\S{0,3}\s?(?:예정|할 계획|될 예정|될 전망|할 예정|할 방침|목표)")


@dataclass(frozen=True, slots=True)
class Sign:
    """A stage word read in its clause.

    Attributes
    ----------
    low, high : int
    row : Row
        The row of ``stages.tsv``.
    mode : Mode
        ``going`` is told as ``reached``.
    stage : str
        What it tells: mostly the row's stage.
    hearsay : bool
        Told as something heard ('알려졌다').
    overcome : bool
        A delay or an end that is past ('중단됐던', '지연 끝에').
    ending : bool
        What is told of a study is its end ('타당성조사를 마치고').
    former : int
        Told of an earlier plan ('당초 …'): where that sentence begins, else -1.
    """

    low: int
    high: int
    row: Row
    mode: Mode
    stage: str
    hearsay: bool = False
    overcome: bool = False
    ending: bool = False
    former: int = -1


def signs(scene: Scene) -> list[Sign]:
    """All stage words of the article that tell something, in order; what is denied tells nothing."""
    if "signs" not in scene.memory:
        scene.memory["signs"] = _outdone(scene, _signs(scene))
    found: list[Sign] = scene.memory["signs"]
    return found


def _signs(scene: Scene) -> list[Sign]:
    found = []
    text = scene.text
    words = sorted([*_nouns(scene), *_verbs(scene)], key=lambda w: w[:2])
    side = {low for low, _, row, _ in words if row["stage"] in SIDE}
    end = 0
    for low, high, row, verb in words:
        zone = scene.zone(low)
        if low < end or zone == "denied" or zone not in ROW_ZONES:
            continue
        sense = row["sense"]
        stage = row["stage"]
        if verb == _PAID:
            found.append(Sign(low, high, row, "reached", "planned"))
            continue
        if verb < 0 and text[high : high + 1] in ("·", ")") and _is_scope_of_work(text, low, high):
            continue
        if verb < 0 and _compound(scene, high) and (sense == "event" or (stage in SIDE and high - low == 2)):
            continue
        if not (stage := sense_of(scene, row, low, high)):
            continue
        after = text[high : high + 16]
        if stage in WORKS and sense == "event" and _NOT_YET.match(after):
            found.append(Sign(low, high, row, "reached", "delayed"))
            continue
        if stage in WORKS and sense == "event" and _UNLIKELY.match(after):
            found.append(Sign(low, high, row, "reached", "delayed"))
            continue
        if not _DENIALS.isdisjoint(after) and _NEGATED.match(after):
            continue
        if _HYPOTHETIC.match(after):
            continue
        limit = scene.draft.sentence_at(low)[1]
        if row["word"] in _FOUNDED and _is_founder(scene, high, limit):
            continue
        if sense == "work" and verb < 0 and _HEADLINED.match(text, high):
            found.append(Sign(low, high, row, "reached", "planned"))
            continue
        if sense == "work":
            made = _made(
                scene, row, low, high, verb + 1 if verb >= 0 else first_behind(scene, high), limit, side
            )
            if made:
                found.append(Sign(low, high, row, "reached", made))
                end = high
            continue
        mode: Mode
        if sense == "state":
            mode = "announced" if _LATER.match(after) else "reached"
        else:
            mode = (
                _then(scene, low, high)
                or ("reached" if stage in ("awarded", "contracted") and _WON.match(text, high) else None)
                or linked_to_a_day(scene, low, high)
                or told(scene, verb + 1 if verb >= 0 else first_behind(scene, high), limit, side)
                or by_date(scene, low, done.end() if (done := _DONE.match(text, high)) else high)
                or ("reached" if stage == "study" else alone(scene, low, high))
            )
            if mode == "going":
                mode = "reached"
            if (
                mode in ("announced", "open")
                and stage in ("awarded", "contracted")
                and won_before(scene, high)
            ):
                mode = "reached"
            if mode == "reached" and stage in ("awarded", "contracted") and is_wish(scene, high):
                mode = "open"
            if mode == "reached" and stage != "study" and (ahead(scene, low) or once_done(scene, low, high)):
                mode = "announced"
            if mode == "reached" and _VOWED.match(text, high) and by_date(scene, low, high) == "announced":
                mode = "announced"
            if (
                mode == "announced"
                and _AND_SO_ON.match(text, high)
                and in_its_clause(scene, low) == "reached"
            ):
                mode = "reached"
            if mode == "open" and stage == "study":
                mode = "reached"
            if mode == "announced" and stage == "bidding" and _CLOSES.match(text, high):
                mode = "reached"
            if mode == "announced" and stage in _BEFORE and _NEAR.match(text, high):
                found.append(Sign(low, high, row, mode, stage))
                mode, stage = "reached", _BEFORE[stage]
        if stage in ("awarded", "contracted") and _ALMOST.match(text, high):
            mode, stage = ("reached", "bidding") if stage == "awarded" else ("announced", stage)
        if mode == "reached" and stage in ("awarded", "contracted") and _SPURRED.match(text, high):
            mode = "open"
        if stage in SIDE and (_DEMANDED.match(text, high) or text.startswith(" 여부", high)):
            continue
        if stage == "cancelled" and _SUED.match(text, high):
            continue
        if stage == "cancelled" and (
            _TIMED.search(text, max(0, low - 30), low)
            or _RULED.match(text, high)
            or _COURT.search(text, scene.draft.sentence_at(low)[0], low)
        ):
            stage = "delayed"
        past = stage in SIDE and bool(_OVERCOME.match(text, high))
        hearsay = bool(_HEARSAY.search(text, high, limit))
        ending = stage == "study" and bool(_ENDING.match(text, high))
        found.append(Sign(low, high, row, mode, stage, hearsay, past, ending))
        end = high
    return found


#: What is done with houses that build something themselves.
_FOUNDED = frozenset({"설립", "창설", "세우다"})
_ACTOR = re.compile(
    r"(?:된|한|운|진)\s(?:[^\s,.]{2,10}\s)?([^\s,.]{2,12}?(?:\([A-Z]+\))?)(?:이|가|은|는|으?로부터)\s"
)


def _is_founder(scene: Scene, high: int, limit: int) -> bool:
    """Tell whether it was a house that acts in its sentence upon a work ('설립된 가온켐이 발주한 공장')."""
    m = _ACTOR.match(scene.text, high, limit)
    if m is None or any(scene.heads_in(high, m.end())):
        return False
    return any(scene.heads_in(m.end(), limit))


def _then(scene: Scene, low: int, high: int) -> Mode | None:
    """What was going on at a day of the past: '2007년 착공 당시', '2014년 상업생산에 들어갈 무렵'."""
    return "reached" if _THEN.match(scene.text, high) and by_date(scene, low, high) != "announced" else None


#: Surface syllables that a verb made of a noun goes on with ('건설하다', '조성되다', '건설키로').
_VERBAL = frozenset("하할한합함되될된됩됐했해키돼")

#: Two nouns that one verb goes with: '구축·운영한다', '조성 및 관리하기로'.
_PAIRED = re.compile(r"(?:[·‧ㆍ]|\s및\s)[가-힣]{2}(?=[하할한합되될된됩됐했해키돼함])")

#: What a headline ends in ('… 공장 신설', '… 조성…2030년 문 연다').
_HEADLINED = re.compile(r"\s?(?:…|\.\.|\n|$)")

_Word = tuple[int, int, Row, int]

#: In the place of a verb's index: told by its own words.
_PAID = -2


#: The chosen one stands between: '사업자로 현대건설이 선정됐다'.
_CHOSEN = re.compile(
    r"(?:사업자|시공사|시공자|시행자|운영사|공급사)(?:\([A-Z]{2,5}\))?로\s(?:[^\s,.]+\s){0,4}?선정(?=[됐되된했하한])"
)


#: Money that a work is to get: '3300만달러(약 400억원) 규모의 차관을 지원하기로'.
_FUNDED = re.compile(
    r"(?:달러|[억만조천]\s?원|유로|엔|위안|불)(?:\([^()\n]*\))?\s?(?:(?:규모|상당|어치)?의\s|씩)?"
    r"(?:[A-Z]{2,6}\s)?(?:[가-힣]{2,8}(?:\([A-Z]+\))?\s?){0,2}(?:을|를|이|가)\s(?:[^\s,()]{1,9}\s){0,6}?"
    r"(?P<verb>(?:지원|제공|투입|공여|대출|출연|융자)(?:하기로|키로|할\s(?:예정|계획|방침)|한다|합니다|된다|됩니다|될\s예정|하는\s차관))"
)


@cache
def _row(word: str) -> Row:
    return next(r for r in lexicon("stages") if r["word"] == word)


def _nouns(scene: Scene) -> Iterator[_Word]:
    """Stage words as they stand in the text; verbs of making only where they are verbs."""
    text = scene.text
    for low, high, row in stages()(text):
        if row["sense"] == "work" and text[high : high + 1] not in _VERBAL:
            pair = _PAIRED.match(text, high)
            if pair is None and not (scene.headline(low) and _HEADLINED.match(text, high)):
                continue
            high = pair.end() if pair else high
        if high - low <= 2 and not _is_noun(scene, low, high):
            continue
        yield low, high, row, -1
    for m in _CHOSEN.finditer(text) if "선정" in text else ():
        yield m.start(), m.end(), _row("사업자로 선정"), -1
    for m in _FUNDED.finditer(text):
        yield m.start("verb"), m.start("verb") + 2, _row("승인"), _PAID


def _verbs(scene: Scene) -> Iterator[_Word]:
    """Stage verbs by their stems, whatever their endings ('멎다', '손을 떼다'), with the morpheme's index."""
    verbs = stage_verbs()
    known = map(verb_forms().__contains__, scene.forms)
    for i in compress(range(len(scene.morphs) - 2), known):
        m = scene.morphs[i]
        if m.tag[0] != "V":
            continue
        stem = m.form
        if told_otherwise(scene.text, stem, m.start):
            continue
        if stem not in verbs and ((stem := f"{stem}어지") not in verbs or scene.morphs[i + 2].form != "지"):
            continue
        for noun, row in verbs[stem]:
            before = noun.search(scene.text, max(0, m.start - 12), m.start) if noun else None
            if noun is None or before:
                yield before.start() if before else m.start, max(m.end, m.start + 1), row, i
                break


#: A clause goes on after it, without a tense of its own ('이달 중 설치하며 …').
_AND = re.compile(r"(?:하|되)?(?:며|고(?!\s있)|면서)[\s,]")


#: What was done first, in a sentence about the past ('다리를 조성한 뒤 이번에 또 하나를 놓았다').
_FIRST = re.compile(r"(?:한|된)\s(?:뒤|후|이후|다음)[\s,]")
_PAST = re.compile(r"[았었했됐였갔왔렸졌냈났]다[.\s]*$")


def _made(scene: Scene, row: Row, low: int, high: int, first: int, limit: int, side: set[int]) -> str:
    """The stage that a verb of making tells by its ending: '짓는다', '짓고 있다', '지었다'."""
    mode = told(scene, first, limit, side, work=True)
    if _AND.match(scene.text, high):
        mode = in_its_clause(scene, low) or mode or by_date(scene, low, high)
    elif mode is None and _FIRST.match(scene.text, high) and _PAST.search(scene.text, limit - 6, limit):
        mode = "reached"
    done = row["stage"]
    if mode == "announced":
        return "planned"
    if mode == "going":
        return done if done in ("planned", "operating") else "under_construction"
    return "" if done == "planned" or mode != "reached" else done


#: One of several things told ('지난달 상업운전을 시작하는 등').
_AND_SO_ON = re.compile(r"(?:을|를|에|이|가)?\s?[^\s,.]{0,4}는\s등\s")
#: '2030년 개통을 선언한 바 있다'.
_VOWED = re.compile(r"(?:을|를)\s(?:선언|공언|약속|제시|공약|내걸|내건|장담|발표)")
#: What must be going on while the next step is near ('준공을 앞두고').
_BEFORE = {"completed": "under_construction", "operating": "under_construction", "awarded": "bidding"}
_NEAR = re.compile(r"(?:식|\s?선정|\s?발표)?(?:을|를)?\s(?:\S{1,5}\s)?앞[두둔뒀]")
WORKS = ("under_construction", "completed", "operating")
#: It is as good as won ('수주를 눈앞에 뒀다', '수주가 유력하다').
_ALMOST = re.compile(
    r"(?:을|를)?\s(?:눈앞|코앞|목전)(?:에|으로)|(?:이|가)?\s(?:유력|임박|확실시|가시권|초읽기)|(?:이|가)\s(?:눈앞|코앞)"
)
#: It is only nearer than before ('수주에도 탄력을 받게 됐다', '수주에 청신호가 켜졌다').
_SPURRED = re.compile(
    r"(?:전|전망|가능성)?에(?:도|는)?\s(?:더욱\s|더\s|한층\s)?(?:탄력|청신호|파란불|속도|힘을|박차|공을|공들|총력|유리|도전|뛰어|나[서섰])"
)
#: Said of a day that is missed ('내년 준공도 어려울 것으로 보인다').
_UNLIKELY = re.compile(r"(?:은|는|이|도|이나)?\s(?:\S{2,4}\s)?(?:어렵|어려[울워]|힘들|불가능)")
#: How much was won is told of what was won ('수주 금액이 가장 큰 공사'), and so is what came of it.
_WON = re.compile(
    r"\s?(?:금액|실적|총액|규모)(?:이|은|는|가|으로|을|를)\s"
    r"|(?:을|를)\s(?:시작으로|필두로|계기로|신호탄으로|발판으로|바탕으로|기점으로)"
    r"|\s이[후래](?:로|에)?\s(?:[^\s,.]{1,8}\s){0,3}?(?:만[에의이]|최대|최초|처음|두\s?번째|세\s?번째)"
    r"|\s?(?:사업|프로젝트|공사|실적)(?:을\s보면|\s(?:가운데|중에?)\s)"
    r"|낸\s(?:데\s이어|바\s있|뒤|후|이후)"
    r"|\s등이?\s(?:대표적|손꼽|꼽)"
)
_NOT_YET = re.compile(
    r"(?:은|는|이|가|을|를|도|조차)?\s?(?:\S{1,3}(?:도|조차|을|를|지)?\s){0,2}(?:\S{0,2}지\s?)?못"
)
#: A tender that is to close is open now ('입찰이 이달 말 마감된다').
_CLOSES = re.compile(r"(?:이|을|은|는)\s(?:\S{1,5}\s){0,3}마감|\s?\([^()\n]{0,16}마감")
#: What is off is only the time ('연내 착공이 무산됐다').
_TIMED = re.compile(
    r"(?:연내|올해|내년|[상하]반기|분기|월|년)\S{0,2}\s(?:착공|준공|완공|개통|개항|가동|입찰|발주|개장)(?:은|는|이|가|도)?\s$"
)
_FORMERLY = re.compile(r"[\"'“‘\s]*(?:당초|애초|원래|애당초|앞서|그동안|이\s사업은\s당초)\s")
_ONCE = re.compile(r"(?:당초|애초|원래|애당초)\s[^.]*(?:이?었으나|이?었지만|이?었는데|했으나|했지만)[\s,]")
_YET = re.compile(r"\S{0,2}(?:지만|으나|었으나|했으나)[\s,]")
_SO = re.compile(r"\S{0,2}(?:기로\s하)?(?:면서|며|어|해|아|고)\s")


def _outdone(scene: Scene, found: list[Sign]) -> list[Sign]:
    """What the same sentence tells the end of is past ('소송이 발목을 잡았지만 지난달 착공했다').

    A partner that left makes a work late, where that is told ('손을 떼면서 표류하고 있다').
    """
    for i, s in enumerate(found):
        if s.stage not in SIDE or s.overcome:
            continue
        past: tuple[str, ...] = ("awarded", "contracted", *WORKS) if _YET.match(scene.text, s.high) else ()
        if s.stage == "cancelled" and _SO.match(scene.text, s.high):
            past = ("delayed",)
        start, limit = scene.draft.sentence_at(s.low)
        if past and any(
            n.low < limit and n.mode == "reached" and n.stage in past for n in found[i + 1 : i + 6]
        ):
            found[i] = replace(s, overcome=True)
        elif s.stage == "delayed" and (
            _FORMERLY.match(scene.text, start) or _ONCE.search(scene.text, max(start, s.low - 50), s.low)
        ):
            found[i] = replace(s, former=start)
    return found


#: What a contract covers: 'EPC(설계·조달·시공·시운전) 계약'.
_COVERED = re.compile(r"[A-Z]{2,5}\([가-힣]{2,6}(?:\s?[·,/]\s?[가-힣]{2,6})+\)")


def _is_scope_of_work(text: str, low: int, high: int) -> bool:
    start = text.rfind("(", max(0, low - 30), low)
    return start > 4 and any(m.start() < low < m.end() for m in _COVERED.finditer(text, start - 5, high + 30))


def _compound(scene: Scene, high: int) -> bool:
    """Tell whether the stage word is only part of a noun ('수주전', '발주처')."""
    text = scene.text
    if high >= len(text) or not "가" <= text[high] <= "힣":
        return False
    i = scene.at.get(high)
    if i is None:
        over = scene.morphs[scene.index_from(high) - 1]
        return over.tag[0] == "N" and over.end > high
    m = scene.morphs[i]
    return m.tag in ("NNG", "XSN", "NNP") and m.form not in stops("ceremony")


def _is_noun(scene: Scene, low: int, high: int) -> bool:
    """Tell whether a short word is one by itself or behind a noun ('국제입찰'), no verb ('땅 파기')."""
    i = scene.at.get(low)
    if i is None:
        i = scene.till.get(low)
        return i is not None and scene.morphs[i].tag[0] == "N"
    if scene.morphs[i].tag[:2] in ("XS", "EC", "EP", "VX", "VC"):
        return False
    return scene.morphs[i].end >= high or scene.morphs[i + 1].tag != "ETN"


#: 'They signed a loan of this content', '… a loan for A and two more works'.
_LENT = re.compile(r"차관")
_FOR_ALL = re.compile(r"(?:이|이와)\s?같은\s내용의|이(?:런|러한)\s내용의|등\s\d+개\s(?:사업|프로젝트)에\s")


def lent(scene: Scene, found: list[Sign]) -> Sign | None:
    """The first sign that a loan is signed for all works that the article tells money for, if any."""
    for s in found:
        if s.stage == "contracted" and s.mode == "reached":
            low, high = scene.draft.sentence_at(s.low)
            if _LENT.search(scene.text, low, high) and _FOR_ALL.search(scene.text, low, s.low):
                return s
    return None


def is_paid(scene: Scene, sign: Sign, loan: Sign) -> bool:
    """Tell whether it is the money of that loan ('… 25만달러를 지원하기로'), of none to be signed."""
    if sign.row is not _row("승인") or sign.stage != "planned":
        return False
    low, high = scene.draft.sentence_at(sign.low)
    return low <= loan.low < high or "계약" not in scene.text[low:high]


def _is_work(sign: Sign) -> bool:
    return LADDER.index(sign.stage) >= LADDER.index("under_construction")


def _being_ended(sign: Sign) -> bool:
    """A study that is to be finished goes on now ('연말까지 타당성조사를 마치고')."""
    return sign.ending


#: After these what had been off is on again.
_ANEW = frozenset({"재입찰", "재공고"})


def settle(found: list[Sign]) -> tuple[str, str, Sign | None, Sign | None]:
    """Of all signs of one undertaking: the stage reached, the next one, and the signs that tell them."""
    if not found:
        return "", "", None, None
    top: Sign | None = None
    reached = [s for s in found if s.mode == "reached"]
    plan = next((s.low for s in found if s.mode == "announced" and s.stage in WORKS), None)
    reached = [s for s in reached if plan is None or s.former <= plan]
    if not all(s.overcome for s in reached):
        reached = [s for s in reached if not s.overcome]
    for s in reached:
        if s.row["word"] == "재개" or (top is not None and top.stage in SIDE and s.row["word"] in _ANEW):
            top = s
        elif s.stage in SIDE:
            if top is None or s.stage == "cancelled" or top.stage != "cancelled":
                top = s
        elif top is None or (top.stage not in SIDE and LADDER.index(s.stage) > LADDER.index(top.stage)):
            top = s
    coming = [s for s in found if s.mode != "reached" and s.stage not in SIDE]
    if top is not None and top.stage in LADDER:
        coming = [s for s in coming if LADDER.index(s.stage) > LADDER.index(top.stage)]
    after = min(coming, key=lambda s: (s.mode != "announced", LADDER.index(s.stage)), default=None)
    stage = top.stage if top else ""
    if stage == "proposed" and after is not None and after.mode == "announced" and _is_work(after):
        stage = "planned"
    if not stage and top is None and any(_being_ended(s) for s in coming):
        stage = "study"
    if not stage and any(s.mode == "announced" for s in coming):
        stage = "planned"
    if after is not None and after.stage == stage:  # 'planned' is no step to come of what is planned
        further = [s for s in coming if s.stage != stage]
        following = min(further, key=lambda s: (s.mode != "announced", LADDER.index(s.stage)), default=None)
        return stage, following.stage if following else "", top, following or after
    return stage, after.stage if after else "", top, after
