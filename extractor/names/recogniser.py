"""The packaged recogniser: loaded at its first use, asked about the sentences that need it."""

from __future__ import annotations

from pathlib import Path

MODEL = Path(__file__).parent.parent / "model"
