"""Imports spaCy without its command line, which costs as much as the rest of it: httpx, requests, jinja2 …"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy; ``spacy.cli`` is left to whoever imports it later.

    spaCy asks its command line for one function as soon as it is imported. It is given a stand-in, which
    fetches the true one when it is called.
    """
    if "spacy" in sys.modules:
        return
    commands, info = map(ModuleType, _COMMANDS)
    vars(commands)["__path__"] = []
    vars(info)["info"] = _info
    sys.modules.update(zip(_COMMANDS, (commands, info), strict=True))
    try:
        import_module("spacy")
    finally:
        for name in _COMMANDS:
            del sys.modules[name]


def _info(*args: Any, **kwargs: Any) -> Any:
    return import_module("spacy.cli.info").info(*args, **kwargs)
