"""The state of an output folder: an SQLite file that knows every input and what was read from it.

All that a run decides hangs on it: what is new, what changed, what was deleted, whether the tables still tell
what the ledger holds. A run that is killed at any instant leaves the ledger at its last commit; the next one
goes on from there. The file is locked while it is open, so that two runs never work on one folder.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from pipelines import stated
from pipelines.work import Item, Outcome, Result

__all__ = ["FOLDER", "Entry", "Ledger", "LedgerError", "LockedError", "Span"]

#: Hidden folder within the output folder.
FOLDER = ".gisaro"
#: Raised when the layout of the ledger changes; an older ledger is then begun anew.
LAYOUT = 7
PAGE = 1_000

SCHEMA = """
CREATE TABLE input (
    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, name TEXT NOT NULL, recipe TEXT NOT NULL,
    size INT NOT NULL, mtime_ns INT NOT NULL, sha256 TEXT, error TEXT, message TEXT
);
CREATE INDEX input_error ON input (name, error, message) WHERE error IS NOT NULL;
CREATE TABLE result (
    id INTEGER PRIMARY KEY AUTOINCREMENT, input INT NOT NULL, article_id TEXT NOT NULL, changed TEXT NOT NULL,
    source TEXT NOT NULL, projects INT NOT NULL, rows BLOB NOT NULL, line BLOB NOT NULL
);
CREATE INDEX result_input ON result (input);
CREATE INDEX result_order ON result (article_id, changed, source, projects);
CREATE TABLE span (
    article_id TEXT PRIMARY KEY, result INT NOT NULL, sizes TEXT NOT NULL, tracks TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE track_line (id TEXT PRIMARY KEY, size INT NOT NULL) WITHOUT ROWID;
CREATE TABLE refused (source TEXT NOT NULL, error TEXT NOT NULL, message TEXT NOT NULL);
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class LedgerError(Exception):
    """The ledger cannot be used; the message says what to do."""


class LockedError(LedgerError):
    """Another run works on the folder."""


class Known(NamedTuple):
    """What the ledger knows of an input that it was asked to look at."""

    item: Item
    sha256: str | None
    same_recipe: bool


class Entry(NamedTuple):
    """A result's place in the order of the tables."""

    article_id: str
    id: int
    projects: int


class Span(NamedTuple):
    """What an article takes of the files written last: the result it was made of, its bytes in each file that
    grows with the articles, and the tracks that it names there, joined by blanks."""

    article_id: str
    id: int
    sizes: list[int]
    tracks: str


class Ledger:
    """The ledger of one output folder; use it as a context manager.

    Parameters
    ----------
    folder : Path
        The output folder; made when it is missing.

    Raises
    ------
    LockedError
        When another process holds the ledger.
    LedgerError
        When the file is no ledger.
    OSError, sqlite3.OperationalError
        When the folder cannot be written to.
    """

    def __init__(self, folder: Path) -> None:
        self.place = folder / FOLDER
        self.place.mkdir(parents=True, exist_ok=True)
        path = self.place / "ledger.sqlite"
        self._db = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            self._open()
        except sqlite3.DatabaseError as error:
            self._db.close()
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise LockedError(f"another run is at work on '{folder}': wait until it has ended") from None
            if not isinstance(error, sqlite3.OperationalError):
                raise LedgerError(f"'{path}' is damaged ({error}): delete it and run again") from None
            raise

    def _open(self) -> None:
        db = self._db
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA cache_size = -16384")
        db.execute("PRAGMA journal_size_limit = 16777216")
        db.execute("BEGIN EXCLUSIVE")
        if db.execute("PRAGMA user_version").fetchone()[0] != LAYOUT:
            tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            for (name,) in db.execute(tables).fetchall():
                db.execute(f"DROP TABLE {name}")
            for statement in f"{SCHEMA}{stated.SCHEMA}".split(";\n"):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {LAYOUT}")
        db.execute("COMMIT")
        db.execute(
            "CREATE TEMP TABLE seen (key BLOB PRIMARY KEY, name TEXT, path BLOB, size INT, mtime_ns INT)"
        )
        db.execute("CREATE TEMP TABLE new_span AS SELECT * FROM span LIMIT 0")
        db.execute("CREATE TEMP TABLE new_track_line AS SELECT * FROM track_line LIMIT 0")
        self.stated = stated.Stated(db)
        db.execute("BEGIN IMMEDIATE")

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()  # what was not committed is rolled back

    def commit(self) -> None:
        """Make all changes since the last commit lasting, all or none."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN IMMEDIATE")

    # What there is to do

    def see(self, items: Iterable[Item]) -> None:
        """Note the inputs that this run found."""
        self._db.executemany(
            "INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?, ?)",
            ((i.key, i.name, i.path.encode("utf-8", "surrogateescape"), i.size, i.mtime_ns) for i in items),
        )

    def seen(self) -> int:
        """Count the inputs that this run found."""
        return self._count("SELECT count(*) FROM seen")

    def doubtful(self) -> int:
        """Count the inputs seen that are new, or may have changed since they were read."""
        return self._count(f"SELECT count(*) {_DOUBTFUL}", self.recipe)

    @property
    def recipe(self) -> str:
        """The fingerprint of all but the input that results depend on; set it before asking what to do."""
        return self._recipe

    @recipe.setter
    def recipe(self, value: str) -> None:
        self._recipe = value

    _recipe = ""

    def look(self) -> Iterator[Known]:
        """Yield the doubtful inputs in the order in which they were found; changes may go on meanwhile."""
        last = 0
        query = (
            "SELECT seen.rowid, seen.key, seen.name, seen.path, seen.size, seen.mtime_ns, sha256,"
            f" recipe IS ?1 AND input.name = seen.name {_DOUBTFUL} AND seen.rowid > ?2"
            f" ORDER BY seen.rowid LIMIT {PAGE}"
        )
        while page := self._db.execute(query, (self.recipe, last)).fetchall():
            last = page[-1][0]
            for _, key, name, path, size, mtime_ns, sha256, same in page:
                item = Item(key, name, path.decode("utf-8", "surrogateescape"), size, mtime_ns)
                yield Known(item, sha256, bool(same))

    def gone(self) -> Iterator[bytes]:
        """Yield the keys of inputs that this run did not find."""
        last = 0
        query = (
            "SELECT id, key FROM input WHERE id > ? AND NOT EXISTS"
            f" (SELECT 1 FROM seen WHERE seen.key = input.key) ORDER BY id LIMIT {PAGE}"
        )
        while page := self._db.execute(query, (last,)).fetchall():
            last = page[-1][0]
            yield from (key for _, key in page)

    # What was done

    def touch(self, item: Item) -> None:
        """Note that an input still holds what it held, though its size or time was in doubt."""
        self._db.execute(
            "UPDATE input SET size = ?, mtime_ns = ? WHERE key = ?", (item.size, item.mtime_ns, item.key)
        )

    def put(self, item: Item, outcome: Outcome) -> None:
        """Note what an input gave, in place of what it gave before."""
        error, message = outcome.error or (None, None)
        self._forget(item.key)
        (number,) = self._db.execute(
            "INSERT INTO input (key, name, recipe, size, mtime_ns, sha256, error, message)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (
                item.key,
                item.name,
                self.recipe,
                item.size,
                item.mtime_ns,
                outcome.sha256 or None,
                error,
                message,
            ),
        ).fetchone()
        for result in outcome.results:
            added = self._db.execute(
                "INSERT INTO result VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", (number, *result[:4], *result[5:])
            )
            self.stated.put(added.lastrowid or 0, result.statements)
        self._changed()

    def forget(self, key: bytes) -> None:
        """Drop an input and all it gave."""
        self._forget(key)
        self._changed()

    def _forget(self, key: bytes) -> None:
        self.stated.forget(key)
        self._db.execute("DELETE FROM result WHERE input = (SELECT id FROM input WHERE key = ?)", (key,))
        self._db.execute("DELETE FROM input WHERE key = ?", (key,))

    def refuse(self, errors: Iterable[tuple[str, str, str]]) -> None:
        """Note the paths that could not be searched in this run, in place of those of the last run."""
        new = sorted(set(errors))
        if self._db.execute("SELECT * FROM refused ORDER BY 1, 2, 3").fetchall() != new:
            self._db.execute("DELETE FROM refused")
            self._db.executemany("INSERT INTO refused VALUES (?, ?, ?)", new)
            self._changed()

    def _changed(self) -> None:
        self["generation"] = self.get("generation", 0) + 1

    # What goes into the tables

    def entries(self) -> Iterator[Entry]:
        """Yield what results there are in the order of the tables, one an article, in bounded memory."""
        query = "SELECT article_id, id, projects FROM result ORDER BY article_id, changed, source"
        last = None
        for row in self._db.execute(query):
            if row[0] != last:
                last = row[0]
                yield Entry(*row)

    def result(self, number: int) -> Result:
        """Return a result by its number, which it never shares with another one; without its statements."""
        row = self._db.execute(
            "SELECT article_id, changed, source, projects, x'', rows, line FROM result WHERE id = ?",
            (number,),
        ).fetchone()
        return Result(*row)

    def spans(self) -> Iterator[Span]:
        """Yield what stands in the files written last, in order."""
        for article, number, sizes, tracks in self._db.execute("SELECT * FROM span ORDER BY article_id"):
            yield Span(article, number, json.loads(sizes), tracks)

    def note(self, span: Span) -> None:
        """Note an article that is new in the files that are being written, or stands there otherwise."""
        told = json.dumps(span.sizes, separators=(",", ":"))
        self._db.execute("INSERT INTO new_span VALUES (?, ?, ?, ?)", (*span[:2], told, span.tracks))

    def track_lines(self) -> Iterator[tuple[str, int]]:
        """Yield the tracks of the tracks.csv written last, in order, each with the bytes of its line."""
        yield from self._db.execute("SELECT id, size FROM track_line ORDER BY id")

    def note_track(self, track: str, size: int) -> None:
        """Note a track whose line is new in the file that is being written."""
        self._db.execute("INSERT INTO new_track_line VALUES (?, ?)", (track, size))

    def touch_tracks(self) -> str:
        """Return a condition on ``id``: the tracks that lost or got something by the articles noted.

        A track that neither an article noted names, now or in the files written last, nor one that is gone,
        is told by the same articles as before.
        """
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS touched (id TEXT PRIMARY KEY)")
        self._db.execute("DELETE FROM touched")
        told = self._db.execute(
            "SELECT tracks FROM new_span UNION ALL SELECT tracks FROM span"
            f" WHERE article_id IN (SELECT article_id FROM new_span) OR {_GONE}"
        )
        touched = ((track,) for (tracks,) in told for track in tracks.split())
        self._db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", touched)
        return "id IN (SELECT id FROM touched)"

    def settle_spans(self, standing: bool) -> None:
        """Make what was noted hold: the files are in place.

        Parameters
        ----------
        standing : bool
            Whether the articles and tracks of which nothing was noted are taken over from the earlier files;
            if not, nothing of the earlier ones holds.
        """
        self._db.execute(f"DELETE FROM span WHERE {_GONE if standing else 'TRUE'}")
        self._db.execute("INSERT OR REPLACE INTO span SELECT * FROM new_span")
        self._db.execute("DELETE FROM new_span")
        gone = "id NOT IN (SELECT id FROM track)" if standing else "TRUE"
        self._db.execute(f"DELETE FROM track_line WHERE {gone}")
        self._db.execute("INSERT OR REPLACE INTO track_line SELECT * FROM new_track_line")
        self._db.execute("DELETE FROM new_track_line")

    def errors(self) -> Iterator[tuple[str, str, str]]:
        """Yield the rows of errors.csv, in order."""
        yield from self._db.execute(
            "SELECT name, error, message FROM input WHERE error IS NOT NULL"
            " UNION ALL SELECT source, error, message FROM refused ORDER BY 1, 2, 3"
        )

    def counts(self) -> tuple[int, int, int]:
        """Return the number of articles, of results that repeat an article, and of errors."""
        results = self._count("SELECT count(*) FROM result")
        articles = self._count("SELECT count(DISTINCT article_id) FROM result")
        errors = self._count("SELECT count(*) FROM input WHERE error IS NOT NULL")
        return articles, results - articles, errors + self._count("SELECT count(*) FROM refused")

    def _count(self, query: str, *values: Any) -> int:
        return int(self._db.execute(query, values).fetchone()[0])

    # Notes that last

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value noted under a name."""
        row = self._db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else default

    def __setitem__(self, name: str, value: Any) -> None:
        self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, json.dumps(value)))


_GONE = "article_id NOT IN (SELECT article_id FROM result)"
_DOUBTFUL = """
FROM seen LEFT JOIN input ON input.key = seen.key
WHERE (recipe IS NOT ?1 OR input.name <> seen.name OR input.size <> seen.size
    OR input.mtime_ns <> seen.mtime_ns OR sha256 IS NULL OR seen.mtime_ns < 0)
"""
