"""What the articles state of projects, in tables of the ledger that tracks can be made of at once."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.tracks import Statement, Tracks
    from pipelines.tracks.identity import Identity

__all__ = ["SCHEMA", "Stated", "packed"]

#: A ``naming`` is a name with its countries, which has one identity; a ``lone`` one means nothing outside its
#: article.
SCHEMA = """
CREATE TABLE naming (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, identity TEXT NOT NULL,
    lone INT NOT NULL, UNIQUE (name, country)
);
CREATE TABLE stated (
    result INT, place INT, naming INT NOT NULL, project_id TEXT NOT NULL, article_id TEXT NOT NULL,
    published TEXT NOT NULL, sector TEXT NOT NULL, stage TEXT NOT NULL, amount TEXT NOT NULL,
    currency TEXT NOT NULL, PRIMARY KEY (result, place)
) WITHOUT ROWID;
"""

#: Of the statements of kept results; the loops run in the order of the numbers, then of the places.
_KEPT = "FROM kept CROSS JOIN stated ON stated.result = kept.result"
#: What tracks are made of: the signature of a lone naming is negative and its article's own.
_STATEMENT = f"""
SELECT number, place, iif(lone, -(number << 32 | naming), naming) AS signature, project_id, article_id,
    published, name, country, sector, stage, amount, currency
{_KEPT} CROSS JOIN naming ON naming.id = stated.naming
"""


def packed(statements: Iterable[tuple[Statement, Identity]]) -> bytes:
    """Compress an article's statements with their identities."""
    told = []
    for s, i in statements:
        sets = [sorted(some) for some in (i.places, i.countries, i.parties, i.numbers, i.proper)]
        identity = json.dumps([*sets, i.core], ensure_ascii=False, separators=(",", ":"))
        cells = (s.project_id, s.article_id, s.published, s.sector, s.stage, s.amount, s.currency)
        told.append([s.name, s.country, identity, i.lone, cells])
    if not told:
        return b""
    line = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(line.encode("utf-8", "surrogatepass"), 1)


class Stated:
    """The statements of all results of a ledger.

    Parameters
    ----------
    db : sqlite3.Connection
        Of the ledger, whose tables are made by `SCHEMA`.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.execute("CREATE TEMP TABLE kept (number INTEGER PRIMARY KEY, result INT)")
        db.execute(f"CREATE TEMP VIEW statement AS {_STATEMENT}")

    def put(self, result: int, blob: bytes) -> None:
        """Note what a result states: what `packed` made."""
        if not blob:
            return
        for place, (*naming, cells) in enumerate(json.loads(zlib.decompress(blob))):
            (number,) = self._db.execute(
                "INSERT INTO naming (name, country, identity, lone) VALUES (?, ?, ?, ?) ON CONFLICT"
                " DO UPDATE SET identity = excluded.identity, lone = excluded.lone RETURNING id",
                naming,
            ).fetchone()
            self._db.execute(
                "INSERT INTO stated VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (result, place, number, *cells)
            )

    def forget(self, key: bytes) -> None:
        """Drop what the results of an input stated."""
        results = "SELECT id FROM result WHERE input = (SELECT id FROM input WHERE key = ?)"
        self._db.execute(f"DELETE FROM stated WHERE result IN ({results})", (key,))

    def keep(self, results: Iterable[int]) -> None:
        """Say which results count, in the order of the tables; both of the following hold for them."""
        self._db.execute("DELETE FROM kept")
        self._db.executemany("INSERT INTO kept VALUES (NULL, ?)", ((result,) for result in results))

    def identities(self) -> Iterator[tuple[int, Identity]]:
        """Yield the namings that are not lone, by number."""
        from pipelines.tracks.identity import Identity

        query = f"SELECT id, identity FROM naming WHERE NOT lone AND id IN (SELECT naming {_KEPT})"
        for number, told in self._db.execute(query):
            *sets, core = json.loads(told)
            places, countries, parties, numbers, proper = map(frozenset, sets)
            yield number, Identity(places, countries, parties, numbers, proper, core)

    def tracks(self) -> Tracks:
        """Return the tracks of the results that count."""
        from pipelines.tracks import Tracks

        made = Tracks(db=self._db)
        made.take(self.identities())
        made.solve()
        return made
