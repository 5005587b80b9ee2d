"""What can go wrong with an input: a code of the contract and one sentence that says what to do."""

from __future__ import annotations

from typing import Literal

__all__ = ["Code", "InputError", "RunError", "Stopped", "UsageError"]

Code = Literal["unreadable", "not_text", "empty", "too_large", "unsupported", "malformed"]


class InputError(Exception):
    """An input that could not be read; becomes a row of errors.csv.

    Parameters
    ----------
    source : str
        The ``source_path`` of the tables.
    code : Code
    message : str
        One sentence that names the input and the remedy.
    """

    def __init__(self, source: str, code: Code, message: str) -> None:
        super().__init__(message)
        self.source = source
        self.code: Code = code
        self.message = message

    @property
    def row(self) -> tuple[str, str, str]:
        """The row of errors.csv."""
        return self.source, self.code, self.message


class UsageError(Exception):
    """A command that cannot be carried out as given; the message says what to do (exit code 2)."""


class RunError(Exception):
    """A run that cannot go on; the message says why and what to do (exit code 1). What was done is kept."""


class Stopped(Exception):
    """The user stopped the run; the message says how far it came. All that was done is kept."""
