"""What each stage of the extractor costs per article, beside Kiwi's time over the same texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from statistics import median
from time import thread_time
from typing import Any

from extractor import pipeline, tokens
from extractor.analyser import analyser, kiwi
from extractor.assemble import assemble
from extractor.pipeline import Extractor
from pipelines.work import collect_rarely

__all__ = ["BUDGETS", "GROUPS", "stage_times"]

#: Stages whose cost is bounded together, as shares of Kiwi's time.
GROUPS: dict[str, tuple[str, ...]] = {
    "amounts + dates": ("amounts", "dates"),
    "names + officials": ("gazetteer", "spotter", "names", "officials"),
    "projects + links + quotes + meetings": ("projects", "links", "quotes", "meetings"),
}
BUDGETS: dict[str, float] = {
    "amounts + dates": 0.15,
    "names + officials": 0.50,
    "projects + links + quotes + meetings": 0.25,
    "whole": 2.0,
}

Call = Callable[..., Any]


class _Clock:
    """Sums CPU seconds of this thread by stage; a stage inside another one is taken off the outer one."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def timed(self, name: str, call: Call) -> Call:
        def run(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0.0)
            begin = thread_time()
            try:
                return call(*args, **kwargs)
            finally:
                whole = thread_time() - begin
                self.spent[name] += whole - self._inner.pop()
                self._inner[-1] += whole

        return run


class _TimedKiwi:
    def __init__(self, analyser: Any, clock: _Clock) -> None:
        self.tokenize = clock.timed("kiwi", lambda *a, **k: list(analyser.tokenize(*a, **k)))


def stage_times(texts: list[str], published: str = "2024-06-03", repeats: int = 5) -> dict[str, float]:
    """Return median CPU milliseconds per article by stage, with a worker's settings.

    ``floor`` is Kiwi alone on the whole texts, one thread; ``whole`` is `Extractor.extract`; ``kiwi`` is the
    tokenising within it (block by block, furniture left out); ``document`` is building spaCy's Doc.
    """
    extractor = Extractor()
    collect_rarely()
    alone = kiwi()
    clock = _Clock()
    originals = (analyser, assemble)
    tokenizer: Any = extractor.nlp.tokenizer
    tokenizer.layout = clock.timed("layout", tokenizer.layout)
    tokenizer.gazetteer = clock.timed("gazetteer", tokenizer.gazetteer)
    timed_kiwi = _TimedKiwi(alone, clock)
    steps = [(n, clock.timed(n.removeprefix("gisaro_"), call)) for n, call in extractor.nlp._components]
    runs: list[dict[str, float]] = []
    keywords = {"published": published}
    try:
        extractor.nlp._components = steps
        extractor.nlp.tokenizer = clock.timed("document", tokenizer)
        vars(tokens)["analyser"] = lambda: timed_kiwi
        vars(pipeline)["assemble"] = clock.timed("assemble", originals[1])
        for warm_up in (True, *[False] * repeats):
            clock.spent.clear()
            begin = thread_time()
            for _ in extractor.pipe((t, keywords) for t in texts):
                pass
            whole = thread_time() - begin
            begin = thread_time()
            for text in texts:
                list(alone.tokenize(text))
            floor = thread_time() - begin
            if not warm_up:
                runs.append({"floor": floor, "whole": whole, **clock.spent})
    finally:
        vars(tokens)["analyser"], vars(pipeline)["assemble"] = originals
    names = list(dict.fromkeys(name for run in runs for name in run))
    return {name: median(run.get(name, 0.0) for run in runs) * 1000 / len(texts) for name in names}
