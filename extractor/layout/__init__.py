"""Zones, blocks, list runs and the article's own data, read off the bare text before it is tokenised."""

from __future__ import annotations

from extractor.draft import Layout
from extractor.layout.blocks import read_blocks
from extractor.layout.lines import split_lines
from extractor.layout.metadata import read_article
from extractor.layout.runs import read_runs
from extractor.layout.zones import read_zones

__all__ = ["read_layout"]


def read_layout(text: str) -> Layout:
    """Tell what is title, byline, lead, body, bullet, caption, contact block and page furniture.

    Parameters
    ----------
    text : str
        The article as it was read, of any length and with any line ends.

    Returns
    -------
    Layout
        Blocks in order of the text with their zones, nesting and headings; list runs; the article's data.
        All offsets are code points into ``text``.
    """
    lines = split_lines(text)
    page = read_zones(lines)
    blocks = read_blocks(text, page.pieces)
    runs = read_runs(text, blocks)
    return Layout(tuple(blocks), tuple(runs), read_article(text, lines, page, blocks))
