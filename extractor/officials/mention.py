"""One mention of an office holder, before mentions are put together to people."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.officials.posts import Post
from extractor.records import Entity


@dataclass(slots=True)
class Mention:
    """A name with its post, a surname with a post, or a post alone.

    Attributes
    ----------
    start, end : int
        The whole phrase that names the person, without particles.
    post : Post or None
        None where the post is told elsewhere.
    title : str
        The title as the phrase gives it.
    name : str
        Full name; for a short form what stands there ('김', '키스페'); empty for a post alone.
    short : bool
        The name is a surname or a part of a foreign name.
    foreign : bool
        The name is not Korean.
    org : Entity or None
        The organisation that the phrase names.
    org_name, org_text : str
        Canonical name and form where there is no entity ('주아제르바이잔 대사관').
    country : str
    role : str
    rule : str
        The frame that found it.
    sure : bool
        The frame can stand for a person of its own, not only for one known already.
    """

    start: int
    end: int
    post: Post | None
    title: str
    name: str = ""
    short: bool = False
    foreign: bool = False
    org: Entity | None = None
    org_name: str = ""
    org_text: str = ""
    country: str = ""
    role: str = ""
    rule: str = ""
    sure: bool = True
    strength: int = 3
    former: bool = False
    acts: bool = False
    extra_titles: list[str] = field(default_factory=list)
