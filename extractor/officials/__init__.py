"""People with an office who act, speak, meet or are appointed."""

from __future__ import annotations

from extractor.officials.find import find

__all__ = ["find"]
