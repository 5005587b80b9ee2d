"""Names in quotation marks that no head noun ends, told by what is done to them ('‘푸른마을’ 조성')."""

from __future__ import annotations

import re

from extractor.projects.phrases import Candidate, read_action
from extractor.projects.scene import Scene, touching

#: What is built or founded; what else is done can be done to a report or a song.
_BUILT = r"(?:조성|건설|건립|구축|신설|신축|증설|설립)"
_NAMED = re.compile(
    rf"[‘'’](?P<name>[가-힣A-Za-z0-9][^‘’'“”\"\n.,?!]{{2,28}}?)[’'](?=\s{_BUILT}(?:[\s,.)]|[을를이가에의과와]\s|하|되|된|한|할))"
)
_LOGICAL = ("JKO", "JKS", "JX", "EC", "EF", "ETM", "SF")


def quoted_names(scene: Scene) -> list[Candidate]:
    """The candidates of quoted names without a head noun, in order."""
    found = []
    for m in _NAMED.finditer(scene.text):
        low, high = m.span("name")
        if not scene.row_zone(low) or any(end == high for _, end, _ in scene.heads_in(low, high)):
            continue
        if any(x.tag in _LOGICAL for x in scene.morphs_in(low, high)):
            continue
        if any(touching(s, low, high) for s in (scene.meetings, scene.people, scene.money)):
            continue
        read = read_action(scene, m.end(), m.end() + 12)
        if read is None:
            continue
        candidate = Candidate(low, read[0][1], (low, high), read[0], None, "quoted")
        candidate.why["name"] = "quoted name of what is built"
        candidate.why["action"] = read[1].where
        found.append(candidate)
    return found
