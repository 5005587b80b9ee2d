"""The card of a trained recogniser: what it was made of, under which licence, and how good it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NAMES = {
    "all": "all labels",
    "PS": "PS, person",
    "LC": "LC, location",
    "OG": "OG, organisation",
    "DT": "DT, date",
    "TI": "TI, time",
    "QT": "QT, quantity",
}


def card(
    name: str,
    licence: str,
    sources: Sequence[str],
    sentences: int,
    raw: int,
    held_out: str,
    scores: Mapping[str, float],
) -> str:
    """Return the card as Markdown.

    Parameters
    ----------
    name, licence : str
    sources : sequence of str
        Data, authors and licences.
    sentences, raw : int
        Labelled and unlabelled sentences that were trained on.
    held_out : str
        What the scores were measured on.
    scores : mapping of str to float
        F by label; empty when nothing was scored.
    """
    lines = [
        f"# {name}",
        "",
        "A spaCy pipeline with one component, `gisaro_ner`: it labels persons, organisations, places, dates, "
        "times and quantities in Korean sentences that Kiwi has cut into morphemes.",
        "",
        f"Licence of this folder: {licence}.",
        "",
        "## What it was made of",
        "",
        *(f"- {source}" for source in sources),
        "",
        f"Trained on {sentences} labelled sentences and {raw} without labels, which a team of teachers "
        "labelled first: `gisaro train`, configured by `pipelines/train.cfg`.",
        "",
    ]
    if scores:
        lines += [
            "## Scores",
            "",
            f"F of whole spans on {held_out}.",
            "",
            "| label | F |",
            "| --- | --- |",
            *(f"| {NAMES.get(label, label)} | {score:.3f} |" for label, score in scores.items()),
            "",
        ]
    return "\n".join(lines)
