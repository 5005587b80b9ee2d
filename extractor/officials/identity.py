"""A person's id: the same in every article, from the record alone."""

from __future__ import annotations

import hashlib

from extractor.names.gazetteer import names


def lineage(organization: str) -> str:
    """Return what an organisation shares with those that it was renamed from and to."""
    for name in names().get(organization, ()):
        if name.label == "ORG" and name.canonical == organization:
            return name.line
    return organization


def person_id(name: str, organization: str, country: str) -> str:
    """Return 'p' and twelve hex digits for a name within an organisation's lineage; empty without a name."""
    if not name:
        return ""
    key = "\x1f".join((name, lineage(organization) or country))
    return "p" + hashlib.sha256(key.encode("utf-8")).hexdigest()[:12]
