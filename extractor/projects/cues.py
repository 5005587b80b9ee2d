"""What the words around a name tell: that something is done to it, or that it only stands there."""

from __future__ import annotations

import re

from extractor.projects.phrases import CAPACITY, Candidate
from extractor.projects.scene import Scene, touching
from extractor.projects.vocabulary import stops

_WORK = re.compile(
    r"(?:건설|구축|개선|확충|교체|공급|개발|실증|정비|현대화|개보수|확장|증설|조성|재건|복원|지원|이전|송전|처리|보급|설치"
    r"|(?:[화풍수조]력|태양광|태양열|원자력|지열|복합|열병합|바이오매스|연료전지|가스)\s?발전)"
    r"\s?(?:사업|프로젝트|공사)$"
)


def made_of(scene: Scene, candidate: Candidate) -> str:
    """What makes a weak head tell more: a work inside ('원전 건설 사업') or an activity ('구축사업')."""
    low, high = candidate.name
    word = candidate.head["word"] if candidate.head else ""
    text = scene.text
    for _, end, row in scene.heads_in(low, high - len(word)):
        if row["strength"] == "strong" and text[end] == " ":
            return f"work inside ({row['word']})"
    return "activity" if _WORK.search(text, low, high) else ""


def told_of(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether something is decided on it ('접기로 했다') or begun on a day ('1월에 시작했다')."""
    if _DECIDED.match(scene.text, candidate.high):
        return True
    head = candidate.head["word"] if candidate.head else ""
    step = _STEP.match(scene.text, candidate.high)
    return step is not None and head not in stops("actor") and dated(scene, candidate)


SIZE = re.compile(rf"\s?\((?:총\s?|약\s?)?{CAPACITY}")
_STEP = re.compile(
    r"(?:은|는|이|가)\s[^.,\n]{2,20}?(?<!파업에 )(?:들어갔|들어간|시작|마쳤|마친|끝났|끝난|앞두|거쳤|넘겼)"
)
_DECIDED = re.compile(r"(?:은|는|을|를|도)\s[가-힣]{1,7}기로\s?(?:했|하|합의|결정|뜻)")
#: What runs is told of as business, not as a work: '텍사스 공장의 생산이 멈췄다'.
MAKERS = re.compile(r"(?:공장|조선소|제철소|제련소|생산라인|생산시설)$")
RUNNING = re.compile(
    r"(?:의\s(?:생산|가동|조업)|\s(?:생산|가동|조업))\S{0,3}\s(?:\S{1,5}\s)?(?:멈|중단|차질|줄|늘|정상화)"
    r"|(?:을|를)\s포함(?:한|해)\s[^.,]{0,14}(?:생산|가동|조업)\S{0,2}\s(?:중단|멈|줄)"
    r"|(?:은|는|이|가)\s[^.,]{0,18}(?:멈춰|멈췄|휴업|파업)"
)
_SPENDING = re.compile(r"(?:을|를)\s(?:들여|투입해|투자해|들인)\s[^,.]{0,12}$")


#: A plant or a tunnel where something happened is the scene of it, no undertaking.
_ACCIDENT = re.compile(
    r"(?:은|는|이|가|의|에서|에서는|에)?\s(?:[^,.\n]{0,28}?\s)?(?:불이\s나|불이\s났|큰불|화재|폭발|붕괴\s?사고|참사|추락사|끼임|사망사고)"
)


def is_scene(text: str, candidate: Candidate) -> bool:
    """Tell whether an accident happened there ('가온 공장은 지난달 불이 나')."""
    return _ACCIDENT.match(text, candidate.high) is not None


def spent_on(scene: Scene, low: int) -> bool:
    """Tell whether money is spent on it in the words before ('900억원을 들여 …')."""
    m = _SPENDING.search(scene.text, max(0, low - 24), low)
    return m is not None and touching(scene.money, m.start() - 2, m.start() + 1) is not None


def dated(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a date stands right behind the name and its particle."""
    return touching(scene.days, candidate.high, candidate.high + 12) is not None


def cued(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a verb or noun of undertaking follows or governs the relative clause before."""
    cues = stops("cue")
    line = scene.text.find("\n", candidate.high, candidate.high + 40)
    for m in scene.morphs_in(candidate.high, line if line >= 0 else candidate.high + 40):
        if m.tag == "SF":
            break
        if m.form in cues and m.tag in ("VV", "NNG"):
            return True
    before = scene.morphs_in(max(0, candidate.low - 12), candidate.low)
    return len(before) > 1 and before[-1].tag == "ETM" and any(m.form in cues for m in before[-4:-1])


#: What is named in one row with it, up to its particle.
_OTHERS = re.compile(r"(?:(?:와|과|,)\s[^,.\n]{2,16}?){1,2}\s?등?(?:을|를|에서|에)\s")


def visited(scene: Scene, candidate: Candidate) -> bool:
    visits = stops("visit")
    row = _OTHERS.match(scene.text, candidate.high)
    for m in scene.morphs_in(
        row.end() - 2 if row else candidate.high, (row.end() if row else candidate.high) + 14
    ):
        if m.tag in ("SF", "SP"):
            return False
        if m.form in visits and (m.tag in ("NNG", "XR") or m.tag.startswith("VV")):
            return True
    return False


def standing_at(scene: Scene, low: int) -> bool:
    """Tell whether a place with '에' stands right before the name ('퀘벡에 공장을', '역 인근에는 …')."""
    at = low
    money = touching(scene.money, low - 6, low)
    if money and _SIZED.fullmatch(scene.text, money[1], low):
        at = money[0]
    i = scene.till.get(at - 1)
    if i is not None and i > 0 and at < low and scene.morphs[i].form in ("에서", "에선"):
        return scene.morphs[i].start in scene.place_ends()
    if i is not None and i > 1 and scene.morphs[i].form in ("는", "ᆫ"):
        i -= 1
    if i is None or i < 1 or scene.morphs[i].form not in ("에", "엔"):
        return False
    at = scene.morphs[i].start
    if any(end == at and row["strength"] == "strong" for _, end, row in scene.heads_in(max(0, at - 6), at)):
        return True
    return at in scene.place_ends() or _SPOT.search(scene.text, max(0, at - 4), at) is not None


_SIZED = re.compile(r"\s?(?:규모|상당|어치|짜리)?의?\s")
#: What lies around a place, or is left of it.
_SPOT = re.compile(r"\s(?:부지|인근|일대|일원|주변|근처|옆|자리|빈터)$")


#: Behind a name in its sentence: money, or words that money is told with.
_PRICE = re.compile(
    r"[\'’”」]?(?:은|는|이|가|을|를|도|의 경우|에|에는|의)?\s(?:총\s?|약\s?|각각\s|최대\s)?"
    r"(?:(?:총\s?)?(?:사업비|공사비|투자비|투자액|계약액|계약금액|총액|규모|가격|예산|설계비|국비|용역비)(?:은|는|이|가|만)?\s(?:총\s?|약\s?)?)?$"
    r"|[\'’”」]?(?:을|를)\s(?:새로\s)?(?:짓|세우|만드|사들이|[가-힣]{2}하)는\s데(?:에|에는|는|만)?\s(?:총\s?|약\s?|최대\s)?$"
)


def priced(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a sum stands right behind the name ('A 철도 3조원, B 공항 8000억원')."""
    end = candidate.high
    money = touching(scene.money, end, end + 16)
    if money is None or money[0] < end:
        return False
    if scene.text.startswith("에", end) and OF_ANOTHER.match(scene.text, money[1]):
        return False
    return _PRICE.fullmatch(scene.text[end : money[0]]) is not None


#: The sum is that of something else, which is built there ('산단에 3000억원 규모의 공장이 들어선다').
OF_ANOTHER = re.compile(
    r"\s?(?:규모|상당|짜리|대)\S{0,3}\s[^.\n]{2,50}?"
    r"(?:들어[서선설]|짓|지을|지어|세우|세워|(?:건설|건립|조성|신설|설립|구축|신축)(?:[하한할되될된을]|\s계획|에\s))"
)
#: What a house or a work has in it.
_EQUIPPED = re.compile(
    r"[^.\n]{0,50}?(?:등|시설|설비|동)(?:\s[^.,\n]{1,20})?(?:을|를)?\s(?:모두\s|두루\s)?갖[추춘췄]"
)


def is_equipment(text: str, candidate: Candidate) -> bool:
    """Tell whether it is part of what a place is equipped with ('온실, 저장고 등을 갖췄다')."""
    at = candidate.high
    return text.find("갖", at, at + 80) >= 0 and _EQUIPPED.match(text, at) is not None


_TOWARDS = re.compile(
    r"(?:에|에도|에는)\s(?:대한|대해|관한|관해|참여|투자|출자|지분|진출|승부|도전|뛰어|관심|공급|납품|지원"
    r"|융자|대출|보증|기자재|설비|기술|자금|차관|손|공을|눈독|입찰|응찰|적극|우리 기업|국내 기업|한국)"
)


def aimed_at(text: str, candidate: Candidate) -> bool:
    """Tell whether '에' makes it what one joins, backs or invests in rather than a place."""
    return _TOWARDS.match(text, candidate.high) is not None


_MADE = re.compile(
    r"[\'’”」]?(?:을|를|이|가)\s(?:[^\s,]{1,9}\s){0,2}?"
    r"(?:새로\s)?(?:조성|구축|건설|신설|설립|설치|건립|유치|도입|개소|개원|개통|증설|확충|신축|건조|짓|지을|지어|지은|지었"
    r"|세우|세운|세웠|들어서|들어설|만들|운영)(?!(?:하|되)?지\s(?:않|못|도))"
)


def is_made(text: str, candidate: Candidate) -> bool:
    """Tell whether it is what a verb of making makes ('지구를 조성하고', '공장이 들어선다')."""
    return _MADE.match(text, candidate.high) is not None


#: What lies there, what a way passes and what it joins is only named to tell where something else is.
_LANDMARK = re.compile(
    r"(?:이|가)\s(?:있는|위치한|자리한|자리\s?잡은)\s"
    r"|(?:(?:과|와)\s\S{2,10}|·\S{2,10})?\s(?:인근|일대|주변|근처|옆|맞은편|건너편|입구|출구|사이)(?:에|의|로|으로|까지|,|\s)"
    r"|(?:을|를)\s(?:기점|종점|출발점|중심|경유|거쳐|거치|지나|끼고|사이에)"
    r"|(?:과|와|을|를)\s(?:[^,.\n]{1,14}(?:을|를)\s)?(?:잇는|이어(?!\s?(?:가|나가|받|오))|연결하)"
    r"|(?:을|를)\s(?:타고|타본|타보고|타보니|탄|이용해|이용한|이용하는)\s"
    r"|(?:·|,\s|\s등|과|와|으로|로)[^.\n]{0,24}?(?:환승|갈아[타탈])"
)


def is_landmark(text: str, candidate: Candidate) -> bool:
    """Tell whether it only tells where something is ('공항이 있는 섬', '역을 기점으로', '신항을 잇는')."""
    return _LANDMARK.match(text, candidate.high) is not None


_BEING = re.compile(r"[\'’”」]?(?:이다|이며|이고|이자|이지만|이었다|이라|인\s|다\.|으?로\s)")
#: The subject is itself a work: '… 플랜트 사업은 … 최초의 대규모 플랜트 사업으로'.
_SUCH_A = re.compile(r"(?:사업|공사|프로젝트|플랜트|발전소|공장|단지)(?:은|는)\s(?:[^.\n]|\.\d)*$")
_ABOUT = re.compile(r"[가-힣)’”](?:은|는)\s")


def is_predicate(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether it only says what something else is ('A 철도는 교통 사업이다', '신도시인 A지구')."""
    m = _BEING.match(scene.text, candidate.high)
    if m is None:
        return False
    start = scene.draft.sentence_at(candidate.low)[0]
    if m[0].endswith("로 "):
        return _SUCH_A.search(scene.text, start, candidate.low) is not None
    return m[0] == "인 " or _ABOUT.search(scene.text, start, candidate.low) is not None


def houses(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a company or office follows that has its seat there ('안산산단의 ㈜가온을 찾아')."""
    body = touching(scene.bodies, candidate.high + 2, candidate.high + 4)
    return body is not None and body[0] <= candidate.high + 3


_WITHIN = re.compile(r"\s*(?:이|그|해당)\s[가-힣]{2,8}(?:엔|에는|에선|에서는)\s")


def is_within(scene: Scene, low: int) -> bool:
    """Tell whether the sentence is set in the work last told of ('이 병원엔 진료센터가 들어선다')."""
    start = scene.draft.sentence_at(low)[0]
    return _WITHIN.match(scene.text, start) is not None


_ATTRIBUTIVE = ("는 ", "을 ", "울 ", "할 ", "인 ")
_DESCRIBED = re.compile(
    r"[가-힣](?:이|가)\s(?:[^\s,.]{1,10}\s){0,3}?(?:짓는|지을|세우는|세울"
    r"|(?:건설|조성|설립|건립|구축|개발|추진|신축|신설|증설|도입)\s?(?:중인|하는|할|하려는|하고\s있는|할\s예정인))\s$"
)


def is_described(scene: Scene, low: int) -> bool:
    """Tell whether a clause right before says who builds it ('정부가 조성 중인 …')."""
    if scene.text[low - 2 : low] not in _ATTRIBUTIVE:
        return False
    return _DESCRIBED.search(scene.text, max(scene.draft.sentence_at(low)[0], low - 40), low) is not None


_WON = re.compile(
    r"에?서(?:는|도)?\s[^.\n]{0,60}?(?:수주|계약|따냈|따낸|낙찰|공급|납품|시공|공사)\S{0,2}\s?(?:를|을)?\s?(?:계약|맡|맺|따내|따냈|체결|했|수주|받)"
)


def is_won_there(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether orders for money are won there ('A 사업에서 2억달러 규모의 계약을 맺었다')."""
    m = _WON.match(scene.text, candidate.high)
    return m is not None and touching(scene.money, candidate.high, m.end()) is not None
