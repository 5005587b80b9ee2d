"""From the project rows of all articles to their tracks, without holding the rows in memory.

Statements stand in SQLite, in a private temporary file or in a database that has them already; only the
distinct identities stay in memory.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from pipelines.rows import Cell, Rows
from pipelines.schema import TABLES
from pipelines.tracks.cluster import cluster
from pipelines.tracks.identity import Identity, Place, identify


class Statement(NamedTuple):
    """What one article says of one project: cells of projects.csv, and the article's day."""

    project_id: str
    article_id: str
    published: str
    name: str
    country: str
    sector: str
    stage: str
    amount: str
    currency: str


PlaceFinder = Callable[[str], tuple[Place, ...]]


class Tracks:
    """Collects statements, then tells each its track.

    Parameters
    ----------
    places : callable
        Finds the place names in a project's name.
    db : sqlite3.Connection, optional
        Where all statements stand already: a table or view ``statement``, with the cells of `Statement`, a
        ``signature`` (the number of the way in which the project is named, or for a name that counts in its
        article a negative one that no other article has), and ``number`` and ``place``, which sort them as in
        projects.csv.

    Examples
    --------
    >>> tracks = Tracks(lambda name: ())
    >>> tracks.add([Statement("x#p1", "x", "2020-01-01", "수빅 LNG발전소", "PH", "", "planned", "", "")])
    >>> tracks.solve()
    >>> [row[1] for row in tracks.rows()]
    ['수빅 LNG발전소']
    """

    def __init__(self, places: PlaceFinder = lambda name: (), db: sqlite3.Connection | None = None) -> None:
        self._places = places
        self._signatures: dict[tuple[str, str], int] = {}
        self._identities: dict[Identity, list[int]] = {}
        self._lone: dict[tuple[str, str, str], int] = {}
        self._lone_count = 0
        self._db = db or _private()
        self._db.execute("CREATE TEMP TABLE home (signature INTEGER PRIMARY KEY, track INT)")
        self._db.execute("CREATE TEMP TABLE track (track INTEGER PRIMARY KEY, id TEXT)")

    def add(self, statements: Iterable[Statement]) -> None:
        """Take in statements, in the order of projects.csv."""
        self._db.executemany(
            "INSERT INTO statement VALUES (NULL, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((self._signature(s), *s) for s in statements),
        )

    def take(self, identities: Iterable[tuple[int, Identity]]) -> None:
        """Take in all identities at once, where the statements stand in ``db`` already.

        Parameters
        ----------
        identities : iterable of tuple
            Of each way in which projects are named, its number (from 0) and identity.
        """
        for number, identity in identities:
            self._identities.setdefault(identity, []).append(number)

    def _signature(self, s: Statement) -> int:
        """Number the ways in which projects are named; a name that fits anywhere counts in its article.

        The numbers of the latter are negative, and nothing of them is kept beyond the article.
        """
        known = self._signatures.get((s.name, s.country))
        if known is not None:
            return known
        identity = identity_of(s, self._places)
        if not identity.lone:
            number = len(self._signatures)
            self._signatures[s.name, s.country] = number
            self._identities.setdefault(identity, []).append(number)
            return number
        key = (s.article_id, s.name, s.country)
        if key not in self._lone:
            if any(article != s.article_id for article, _, _ in self._lone):
                self._lone.clear()
            self._lone_count += 1
            self._lone[key] = -self._lone_count
        return self._lone[key]

    def solve(self) -> None:
        """Decide which statements are about one undertaking; call it once, after the last `add`."""
        ordered = sorted(self._identities, key=_order)
        homes = (
            (signature, root)
            for identity, root in zip(ordered, cluster(ordered), strict=True)
            for signature in self._identities[identity]
        )
        self._db.executemany("INSERT INTO home VALUES (?, ?)", homes)
        self._db.execute(
            "INSERT INTO home SELECT DISTINCT signature, signature FROM statement WHERE signature < 0"
        )
        self._db.executemany("INSERT INTO track VALUES (?, ?)", self._ids())

    def _ids(self) -> list[tuple[int, str]]:
        """A track's id is made from its earliest statement, so later articles do not change it."""
        query = (
            "SELECT track, project_id, min((published = '') || published || char(1) || project_id)"
            " FROM statement CROSS JOIN home USING (signature) GROUP BY track"
        )
        return [
            (track, "t:" + hashlib.sha256(earliest.encode()).hexdigest()[:12])
            for track, earliest, _ in self._db.execute(query)
        ]

    def track_ids(self) -> Iterator[str]:
        """Yield the track_id of every statement, in the order they were added."""
        query = f"SELECT id {_TOLD} ORDER BY number, place"
        return (row[0] for row in self._db.execute(query))

    def marked(self, among: str) -> Iterator[tuple[str, bool]]:
        """Yield every track_id, sorted, and whether the condition holds for it."""
        yield from self._db.execute(f"SELECT id, {among} FROM track ORDER BY id")

    def rows(self, among: str = "TRUE") -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of tracks.csv, sorted by ``track_id``.

        Parameters
        ----------
        among : str
            Which: a condition of SQL on ``id``.
        """
        query = (
            f"SELECT id, published, article_id, name, country, sector, stage, amount, currency {_TOLD}"
            f" WHERE {among} ORDER BY id, published = '', published, article_id, number, place"
        )
        for track_id, rows in groupby(self._db.execute(query), key=lambda row: row[0]):
            yield _summary(track_id, [Statement("", row[2], row[1], *row[3:]) for row in rows])


#: Statements with their tracks; the loops run in the order of the statements.
_TOLD = "FROM statement CROSS JOIN home USING (signature) CROSS JOIN track USING (track)"


def _private() -> sqlite3.Connection:
    """Return a file of one's own, deleted on close, that goes to the disk only when it grows."""
    db = sqlite3.connect("")
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute(
        "CREATE TABLE statement (number INTEGER PRIMARY KEY, place INT, signature INT, project_id,"
        " article_id, published, name, country, sector, stage, amount, currency)"
    )
    return db


def identity_of(statement: Statement, places: PlaceFinder) -> Identity:
    """Take the name of a statement's project apart."""
    codes = tuple(c for c in statement.country.split(";") if c)
    return identify(statement.name, codes, places(statement.name))


def statements(made: Rows) -> list[Statement]:
    """Return what one article's rows state of projects.

    Parameters
    ----------
    made : dict of str to list of tuple
        The article's rows by table, as `pipelines.rows.rows` makes them.
    """
    published = _text(made["articles"][0][_PUBLISHED])[:10]
    return [
        Statement(
            _text(row[_AT["project_id"]]), _text(row[_AT["article_id"]]), published,
            *(_text(row[_AT[c]]) for c in ("name", "country", "sector", "stage", "amount", "currency")),
        )
        for row in made["projects"]
    ]  # fmt: skip


_AT = {name: index for index, name in enumerate(TABLES["projects"].names)}
_PUBLISHED = TABLES["articles"].names.index("published")


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _order(identity: Identity) -> tuple[object, ...]:
    return (
        identity.core,
        sorted(identity.places),
        sorted(identity.countries),
        sorted(identity.parties),
        sorted(identity.numbers),
        sorted(identity.proper),
    )


def _summary(track_id: str, said: list[Statement]) -> tuple[Cell, ...]:
    days = [s.published for s in said if s.published]
    stages = [(s.stage, s.published) for s in said if s.stage]
    priced = [s for s in said if s.amount]
    articles = list(dict.fromkeys(s.article_id for s in said))
    row: dict[str, Cell] = {
        "track_id": track_id,
        "name": max((s.name for s in said), key=lambda name: (len(name), name)),
        "country": ";".join(sorted({c for s in said for c in s.country.split(";") if c})),
        "sector": next((s.sector for s in reversed(said) if s.sector), None),
        "first_published": days[0] if days else None,
        "last_published": days[-1] if days else None,
        "articles": len(articles),
        "stage": stages[-1][0] if stages else None,
        "stages": _history(stages),
        "amount": priced[-1].amount if priced else None,
        "currency": priced[-1].currency if priced else None,
        "amounts": _history([(f"{s.amount} {s.currency}".strip(), s.published) for s in priced]),
        "article_ids": ";".join(articles),
    }
    return tuple(row[name] for name in TABLES["tracks"].names)


def _history(values: list[tuple[str, str]]) -> str:
    """'planned@2019-09-27;contracted@2020-03-02': each change, contradictions of one day side by side."""
    kept: list[str] = []
    last = ""
    for value, day in values:
        entry = f"{value}@{day}"
        if value != last and entry not in kept:
            kept.append(entry)
        last = value
    return ";".join(kept)
