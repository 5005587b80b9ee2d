"""What one article adds to the output folder, made where the article is read."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.records import ArticleRecord
from pipelines import nested
from pipelines.rows import Rows, rows
from pipelines.schema import TABLES

__all__ = ["Part"]

_LATEST_FIRST = str.maketrans("0123456789", "9876543210")
_PUBLISHED = TABLES["articles"].names.index("published")
_UPDATED = TABLES["articles"].names.index("updated")


@dataclass(frozen=True, slots=True)
class Part:
    """What one article adds to the output folder.

    Attributes
    ----------
    rows : dict of str to list of tuple
        Its rows by table.
    line : str
        Its line of records.jsonl, without the line end.
    """

    rows: Rows
    line: str

    @classmethod
    def of(cls, record: ArticleRecord) -> Part:
        """Make the part of an article; depends on nothing else."""
        made = rows(record)
        return cls(made, nested.line(record, made))

    @property
    def order(self) -> tuple[str, str, str]:
        """The key that parts are sorted by before they are written.

        Of several inputs with one ``article_id`` the first in this order is kept: the one updated (else
        published) last, then the one whose ``source_path`` sorts first. So the choice does not depend on the
        order in which they were read.
        """
        row = self.rows["articles"][0]
        changed = str(row[_UPDATED] or row[_PUBLISHED] or "").translate(_LATEST_FIRST) or "~"
        return str(row[0]), changed, str(row[1])
