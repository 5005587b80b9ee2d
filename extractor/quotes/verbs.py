"""How a quotation is attributed: the particle behind it and the verb of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from extractor.load import Row, lexicon

Manner = Literal["say", "while", "noun", "bare"]

_SAY = r"(?:이?라고|다고|고)(?:도|는|만|까지)?"
_WHILE = r"(?:이?라며|다며|며|이?라면서|다면서|면서|하며|하면서)(?:도|는)?"
_NOUN = r"(?:이?라는|다는|는|이?란)"
_AS = r"(?:으로|로)"
_PARTICLE = re.compile(
    rf"\s?(?:\([^)]{{0,30}}\))?\s?(?:(?P<while>{_WHILE})|(?P<say>{_SAY}|하고)|(?P<noun>{_NOUN})|(?P<as>{_AS})|(?P<bound>이?라)|(?P<object>[을를]))(?=[\s,.\x00]|$)"
)
#: A statement with a finite verb, or one that was ended like a sentence.
FULL_SENTENCE = re.compile(r"(?:[다요죠까오군네라자]|니다|세요)[.?!…]*$|[.?!…]$")
#: A statement turned into a noun, as reports have it: '하고 있음'을 강조했다.
_NOMINAL = ("음", "임", "함", "됨", "것", "점")
_EXPECTED = re.compile(r"\s(?:[가-힣]+\s){0,2}?(?:내다봤|내다보|전망|예상|기대|평가|분석|추산|관측|봤)")
_SPOKEN_NOUN = (
    r"(?:뜻|입장|설명|의견|지적|분석|전망|주장|평가|반응|판단|우려|목소리|말|답|답변|생각|견해|의지|점|취지|메시지|계획|방침|진단"
    r"|해석|각오|포부|요청|조언|하소연|소감|약속|논리|얘기|이야기|기대|관측|제안|당부|시각|중론|볼멘소리|푸념|불만|비판|경고|반박|주문|제언|토로|호소|귀띔|전언|일성|회고)"
)
_SUMMED_UP = re.compile(
    rf"\s(?:(?:게|것이|것은)\s[^.\x00]{{0,40}}?)?(?P<noun>{_SPOKEN_NOUN})"
    r"(?:이다|다|이었다|[도이가] (?:있다|나온다|나왔다|많다|제기된다|제기됐다|지배적이다|우세하다))[.,]?"
)
_GIVEN = re.compile(rf"\s(?:[가-힣]+\s){{0,2}}?{_SPOKEN_NOUN}(?:을|를|도|이|에)\s")
#: Why the one before a noun of speech has said it.
OWNED = "owned noun"
#: Somebody's words: '…겠다”는 이 의장의 답변이 있었다'.
_OWN = re.compile(rf"\s[^.,\x00]{{2,24}}?의\s(?P<noun>{_SPOKEN_NOUN})(?:이|을|를|도)\s")
_BARE = re.compile(r"[,.]?\s(?:[가-힣]+\s){0,2}?")
_CLAUSE_END = re.compile(r"[가-힣](?<=[했됐였렸혔놨섰졌갔났왔봤꼈췄])(?:고|으며|지만|으나),?\s")


class Attribution(NamedTuple):
    """What makes a quotation speech: ``at`` is where its particle ends, counted in the tail."""

    manner: Manner
    verb: str
    verb_start: int
    why: str
    spoken: bool = False


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, Row]]:
    rows = {}
    for row in lexicon("speech_verbs"):
        for form in row["forms"].split("|") if row["kind"] == "speech" else [row["word"]]:
            rows[form] = row
    # forms that begin with the particle itself ('고 했') stand right behind the quotation
    glued = sorted(f for f in rows if f.startswith(("고", "으로")))
    return re.compile(f"{_initial(rows, '(?<![가-힣].)')}|{_initial(glued, '(?<=[가-힣].)')}"), rows


def _initial(forms: Iterable[str], before: str) -> str:
    """Return a pattern of forms behind something, the longest first; first letters first, which `re` searches
    fastest, and each once: letters of a range are costly to compile."""
    ends: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        ends.setdefault(form[0], []).append(re.escape(form[1:]))
    return "|".join(f"{re.escape(first)}{before}(?:{'|'.join(rest)})" for first, rest in ends.items())


def _verb(tail: str, start: int, last: bool = False) -> tuple[str, Row | None, int]:
    """The first verb behind a particle, or the last one of its clause ('…"라며 확인한 뒤 당부했다')."""
    pattern, rows = _forms()
    bound = _CLAUSE_END.search(tail, start)
    match = pattern.search(tail, start)
    if match is None:
        return "", None, -1
    if last:
        match = [match, *pattern.finditer(tail, start, bound.end() if bound else len(tail))][-1]
    row = rows[match[0]]
    return (row["word"] if row["kind"] == "speech" else ""), row, match.start()


def attribute(tail: str, said: str) -> Attribution | None:
    """Read the words behind a quotation.

    Parameters
    ----------
    tail : str
        The sentence behind the closing mark, other quotations blanked out.
    said : str
        What is quoted.

    Returns
    -------
    Attribution or None
        None for scare quotes, names and slogans.
    """
    match = _PARTICLE.match(tail)
    words = len(said)
    if match is None:
        return _bare(tail, words)
    particle = match.start(match.lastgroup or 0)
    verb, row, at = _verb(tail, particle, last=bool(match["while"]))
    spoken = row is not None and row["kind"] == "speech"
    where = row.where if row else ""
    if match["as"]:
        expected = _EXPECTED.match(tail, match.end()) and words >= 10
        return Attribution("say", verb, at, where or "as", spoken) if expected else None
    if match["bound"] or match["object"]:
        close = spoken and at - match.end() < 12
        if match["object"]:
            close = close and words >= 10 and said.endswith(_NOMINAL)
        return Attribution("say", verb, at, where, spoken) if close else None
    if match["noun"]:
        summed = _SUMMED_UP.match(tail, match.end())
        if summed and words >= 8:
            return Attribution("noun", summed["noun"] + "이다", summed.start("noun"), "spoken noun", True)
        own = _OWN.match(tail, match.end()) if words >= 8 and FULL_SENTENCE.search(said) else None
        if own:
            return Attribution("noun", own["noun"] + "이다", own.start("noun"), OWNED, True)
        given = _GIVEN.match(tail, match.end())
        return Attribution("noun", verb, at, where, True) if given and spoken and words >= 8 else None
    if row is not None and not spoken and at - match.end() < 20:
        return None
    if row is None and words < (4 if FULL_SENTENCE.search(said) else 10):
        return None
    manner: Manner = "while" if match["while"] else "say"
    return Attribution(manner, verb, at, where or f"particle {match[0].strip()}", spoken)


def _bare(tail: str, words: int) -> Attribution | None:
    """A quotation with its verb alone behind it: '"…" 강조했다'."""
    verb, row, at = _verb(tail, 0)
    if row is None or row["kind"] != "speech" or words < 12:
        return None
    near = 0 <= at <= 12 and _BARE.match(tail) and " " not in tail[:at].strip()
    return Attribution("bare", verb, at, row.where, True) if near else None
