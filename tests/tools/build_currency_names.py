"""Write the bulk lexicons `currency_names.tsv` and `currency_places.tsv` from CLDR and ISO 4217.

Run by hand when CLDR has changed: ``python tests/tools/build_currency_names.py``. What newspapers write
beyond it stands in `currencies.tsv` and `currency_cities.tsv`, which are kept by hand.
"""

from __future__ import annotations

import re
from pathlib import Path

import pycountry
from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

LEXICON = Path(__file__).parents[2] / "extractor" / "lexicon"

#: No money that anyone pays with: metals, test codes, units of account and bond markets.
NOT_MONEY = {
    "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XPD", "XPT", "XTS", "XXX", "XUA", "XAD", "XRE", "XSU", "XFO",
    "XFU", "BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "USS", "UYI", "UYW", "ECV",
}  # fmt: skip
#: Codes that stand before figures as words of their own ('COP 28', 'AMD 5000'): money only behind the figure.
WORDS = {
    "ALL", "AMD", "AED", "ANG", "BAM", "BOB", "CAD", "COP", "CUP", "DOP", "FIM", "GEL", "LAK", "MAD", "MOP",
    "NOK", "PEN", "PHP", "RON", "SAR", "SOS", "STD", "TOP", "TRY", "XDR",
}  # fmt: skip
#: CLDR's Korean names leave these out or write them in a way that no newspaper does.
ALSO = {
    "VED": ["디지털 볼리바르"],
    "XCG": ["카리브 길더"],
    "ZWG": ["짐바브웨 골드"],
    "KPW": ["북한 원", "북한원"],
    "CZK": ["체코 코루나"],
    "XDR": ["특별인출권"],
    "ATS": ["오스트리아 실링"],
}
SHORT_COUNTRY = {
    "아랍에미리트": "UAE", "사우디아라비아": "사우디", "우즈베키스탄": "우즈벡", "카자흐스탄": "카자흐",
    "인도네시아": "인니", "튀르키예": "터키", "대한민국": "한국", "조선 민주주의 인민 공화국": "북한",
    "남아프리카": "남아공", "신 타이완": "대만", "도미니카": "도미니카공화국", "부루나이": "브루나이",
}  # fmt: skip


def names() -> dict[str, str]:
    """Return Korean names by their code: CLDR's own and those with the short name of the country."""
    korean = Locale("ko").currencies
    current = {c.alpha_3 for c in pycountry.currencies}
    found: dict[str, str] = {}
    # of several old codes the one that CLDR names without an addition in brackets: BEF, not BEC (convertible)
    for code in sorted(set(korean) | current, key=lambda c: (c not in current, "(" in korean.get(c, ""), c)):
        if code in NOT_MONEY:
            continue
        listed = [re.sub(r"\s*\(.*", "", korean[code])] if code in korean else []
        for name in listed + ALSO.get(code, []):
            variants = [name] + [
                short + name[len(long) :]
                for long, short in SHORT_COUNTRY.items()
                if name.startswith(long + " ")
            ]
            for variant in variants:
                if " " in variant:
                    found.setdefault(variant.strip(), code)
    return found


def places() -> dict[str, str]:
    """Return the currency of every territory by its Korean name."""
    territories = Locale("ko").territories
    found: dict[str, str] = {}
    for territory in sorted(get_global("territory_currencies")):
        name = territories.get(territory, "")
        codes = [c for c in get_territory_currencies(territory) if c not in NOT_MONEY]
        if len(territory) != 2 or not codes or not name:
            continue
        name = re.sub(r"\(.*\)", "", name).strip()
        code = (
            codes[-1]
            if territory in {"PA", "HT", "LS", "BT", "SV", "CU", "UY"} and codes[-1] != "USD"
            else codes[0]
        )
        for variant in [name, SHORT_COUNTRY.get(name, "")]:
            if len(variant) > 1:
                found.setdefault(variant, code)
    return found


def main() -> None:
    head = "# Written by tests/tools/build_currency_names.py from CLDR: do not edit, add to {hand} instead.\n"
    codes = sorted(({c.alpha_3 for c in pycountry.currencies} | set(Locale("ko").currencies)) - NOT_MONEY)
    rows = [f"{name}\t{code}\tafter" for name, code in sorted(names().items())]
    rows += [f"{code}\t{code}\t{'after' if code in WORDS else 'both'}" for code in codes]
    text = (
        head.format(hand="currencies.tsv") + "# Test template: '5억 <word>' is 500000000 of its currency.\n"
    )
    (LEXICON / "currency_names.tsv").write_text(
        text + "word\tcurrency\tside\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )
    rows = [f"{name}\t{code}" for name, code in sorted(places().items())]
    text = (
        head.format(hand="currency_cities.tsv")
        + "# What people pay with there: tells whose peso a bare '페소' is.\n"
    )
    (LEXICON / "currency_places.tsv").write_text(
        text + "word\tcurrency\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
