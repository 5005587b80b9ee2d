"""Names in quotation marks that no head noun ends, told by what is done to them ('‘푸른마을’ 조성')."""

from __future__ import annotations

import re

from extractor.draft import Morph
from extractor.projects.lists import describes
from extractor.projects.phrases import Candidate, read_action
from extractor.projects.scene import Scene, touching

#: What is built or founded; what else is done can be done to a report or a song.
_BUILT = r"(?:조성|건설|건립|구축|신설|신축|증설|설립)"
_NAMED = re.compile(
    rf"[‘'’](?P<name>[가-힣A-Za-z0-9][^‘’'“”\"\n.,?!]{{2,28}}?)[’']"
    rf"(?=\s{_BUILT}(?:[\s,.)]|[을를이가에의과와]\s|하|되|된|한|할)|의\s(?:예비\s?)?타당성\s?조사)"
)
#: Schemes that are pushed ahead, by what they do; what else is can be a law, a stand or a change.
_PUSHED = re.compile(
    r"[‘'’](?P<name>[가-힣A-Za-z0-9][^‘’'“”\"\n.,?!]{4,32}?)[’'](?=(?:을|를|도|은|는)\s(?:본격\s|적극\s|공동\s)?"
    r"(?:추진|시행|실시)(?:한|할|하|했|키로|해)|에\s(?:본격\s)?(?:착수|돌입|나[선섰])"
    r"|(?:이|가|도|은|는)\s(?:실증특례|임시허가|규제특례|규제\s샌드박스|예비타당성\s?조사|예타)\S{0,3}\s(?:\S{2,6}\s)?(?:승인|허가|심의|선정|통과|받))"
)
#: A closing mark with what must stand behind either.
_CLOSED = re.compile(rf"[’'](?:\s{_BUILT}|[을를도은는이가에의]\s)")
_SCHEME = re.compile(
    r"(?:교육|연수|연구개발|개발|양성|보급|구축|조성|현대화|실증|고도화|정비|복원|육성|건립|건설|탐사|시험|운영|서비스|상용화)(?:\([^()]*\))?$"
)
#: Won or begun and named in Latin letters, too: "'비콩교(Vi Cong Bridge)'를 수주".
_WON = re.compile(
    r"[‘'’](?P<name>[가-힣A-Za-z0-9][^‘’'“”\"\n.,?!()]{1,28}?\([A-Z][A-Za-z0-9 .&\-]{2,40}\))[’']"
    r"(?=(?:을|를|의)\s(?:[^\s,.]{1,8}\s){0,2}?(?:수주|따[내냈낸]|착공|준공|완공|낙찰|개통))"
)
#: What is being built, in brackets of titles: '조성 중인 「가온 파크」'.
_RISING = re.compile(
    r"(?:조성|건설|건립|구축|설립|신축)\s?(?:중인|하는|하고\s있는|할|될|되는|예정인|하기로\s한)\s"
    r"[「『‘'](?P<name>[가-힣A-Za-z0-9·\-\s]{3,30})[」』’']"
)
_WHY = {_PUSHED: "pushed ahead", _RISING: "being built", _WON: "won or built"}
_LOGICAL = ("JKO", "JKS", "JX", "EC", "EF", "ETM", "SF")


def _describes(morphs: list[Morph], i: int) -> bool:
    """Tell whether the morpheme belongs to what says by what means ('폐열을 활용한 온실')."""
    return any(describes(morphs, k) for k in range(max(0, i - 4), i + 1))


def quoted_names(scene: Scene) -> list[Candidate]:
    """The candidates of quoted names without a head noun, in order."""
    found: list[Candidate] = []
    text = scene.text
    rising = list(_RISING.finditer(text))
    won = list(_WON.finditer(text))
    if not rising and not won and _CLOSED.search(text) is None:
        return found
    pushed = [m for m in _PUSHED.finditer(text) if _SCHEME.search(m["name"])]
    for m in [*_NAMED.finditer(text), *pushed, *rising, *won]:
        low, high = m.span("name")
        if not scene.row_zone(low) or any(end == high for _, end, _ in scene.heads_in(low, high)):
            continue
        morphs = scene.morphs_in(low, high)
        if any(x.tag in _LOGICAL and not _describes(morphs, i) for i, x in enumerate(morphs)):
            continue
        if any(touching(s, low, high) for s in (scene.meetings, scene.people, scene.money)):
            continue
        read = read_action(scene, m.end(), m.end() + 12)
        if read is not None:
            candidate = Candidate(low, read[0][1], (low, high), read[0], None, "quoted")
            candidate.why["name"] = "quoted name of what is built"
            candidate.why["action"] = read[1].where
        elif m.re is not _NAMED:
            candidate = Candidate(low, high, (low, high), None, None, "quoted")
            ahead = _WHY[m.re]
            candidate.why["name"] = f"quoted name of what is {ahead}"
        else:
            continue
        found.append(candidate)
    return found
