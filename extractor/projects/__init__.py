"""Undertakings and the words that describe them."""

from __future__ import annotations

from extractor.draft import Draft
from extractor.projects.aliases import find_aliases
from extractor.projects.building import build
from extractor.projects.finding import candidates
from extractor.projects.grouping import group
from extractor.projects.scene import scene_of
from extractor.projects.status import signs
from extractor.records import Project

__all__ = ["find"]


def find(draft: Draft) -> list[Project]:
    """Find the projects of an article: name, action, stage and all mentions, one record for one undertaking.

    Parameters
    ----------
    draft : Draft
        With layout, morphemes, amounts, dates, entities and meetings filled in.

    Returns
    -------
    list of Project, by ``char_start`` of the first full mention; not yet linked to amounts, dates and places
    """
    scene = scene_of(draft)
    told = signs(scene)
    groups = group(scene, candidates(scene), told)
    find_aliases(scene, groups)
    return build(scene, groups, told)
