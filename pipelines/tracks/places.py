"""The places that a project's name holds, by the extractor's gazetteers."""

from __future__ import annotations

from functools import cache

from extractor.load import Row, lexicon
from extractor.names import find_names, resolve
from extractor.names.hits import is_country
from pipelines.tracks.identity import Place


def find_places(name: str) -> tuple[Place, ...]:
    """Find countries, towns and regions in a project's name.

    A town that was renamed has the name that it bears now ('누르술탄' is '아스타나').
    """
    renamed = _renamed()
    found: list[Place] = []
    for hit in find_names(name):
        reading = resolve(hit.key, None)
        if reading.label == "LOC" and not reading.weak and hit.key not in renamed:
            now = renamed.get(reading.canonical)
            canonical = now["canonical"] if now else reading.canonical
            found.append(Place(hit.start, hit.end, canonical, reading.country, is_country(hit.key)))
    for word, row in renamed.items():
        if (at := name.find(word)) >= 0:
            found.append(Place(at, at + len(word), row["canonical"], row["country"], False))
    return tuple(found)


@cache
def _renamed() -> dict[str, Row]:
    return {row["word"]: row for row in lexicon("renamed_places")}
