"""Write the currency tables of the package from CLDR: ``python scripts/generate_currencies.py``.

Needs Babel, which carries the Unicode CLDR (Unicode License v3). ``currencies.csv`` has one row a
currency that is legal tender today, plus a few that old reports still quote. Columns: ISO 4217 code,
CLDR English singular and plural names, CLDR symbols (local and narrow) and the number of minor
digits. ``currency_places.csv`` says which currency is paid with in a country, known by its name, its
people or its chief towns (the exemplar cities of CLDR's time zones), where its name is shared.
"""

import csv
import sys
import tomllib
from io import StringIO
from pathlib import Path

from babel import Locale, __version__
from babel.core import get_global
from babel.numbers import get_currency_precision

PACKAGE = Path(__file__).parents[1] / "src/factx"
# Replaced since 1999 and still quoted in reports and archives.
HISTORIC = [
    "ATS",
    "BEF",
    "CYP",
    "DEM",
    "EEK",
    "ESP",
    "FIM",
    "FRF",
    "GRD",
    "HRK",
    "IEP",
    "ITL",
    "LTL",
    "LUF",
    "LVL",
    "MTL",
    "NLG",
    "PTE",
    "SIT",
    "SKK",
]


def rows() -> list[tuple[str, str, str, str, int]]:
    """Return one row a currency, sorted by code."""
    english = Locale("en")
    tender = {
        entry[0]
        for entries in get_global("territory_currencies").values()
        for entry in entries
        if entry[2] is None and entry[3]
    }
    table = []
    for code in sorted(tender | set(HISTORIC)):
        names = english.currencies.get(code)
        if names is None:
            continue
        plural = english._data["currency_names_plural"].get(code, {})  # noqa: SLF001
        symbols = {english.currency_symbols.get(code, code)} - {code}
        table.append(
            (
                code,
                plural.get("one", names),
                plural.get("other", names),
                " ".join(sorted(symbols)),
                get_currency_precision(code),
            )
        )
    return table


def places() -> list[tuple[str, str]]:
    """Return the places, in small letters, that tell which currency a shared name means."""
    english = Locale("en")
    lists = tomllib.loads((PACKAGE / "mentions/quantity/money.toml").read_text(encoding="utf-8"))[
        "shared"
    ]
    shared = {code for codes in lists.values() if len(codes) > 1 for code in codes}
    tender = {
        territory: current[0]
        for territory, entries in get_global("territory_currencies").items()
        if len(current := [code for code, _, end, legal in entries if end is None and legal]) == 1
        and current[0] in shared
        and territory in english.territories
    }
    found = {english.territories[territory]: code for territory, code in tender.items()}
    table = (PACKAGE / "places.csv").read_text(encoding="utf-8").splitlines()
    people = {
        row["name"]: found[row["country"]]
        for row in csv.DictReader(table[1:])
        if row["country"] in found
    }
    towns: dict[str, set[str]] = {}
    for zone, territory in get_global("zone_territories").items():
        city = english.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2]
        towns.setdefault(city.replace("_", " "), set()).add(tender.get(territory, ""))
    sure = {city: codes.pop() for city, codes in towns.items() if len(codes) == 1}
    merged = {city: code for city, code in sure.items() if code} | people | found
    return sorted(
        {
            (place.lower(), code)
            for place, code in merged.items()
            if all(word.isalpha() for word in place.split())
        }
    )


def text(head: list[str], body: list[tuple[object, ...]]) -> str:
    """Return a table as CSV that says where it is from."""
    buffer = StringIO()
    buffer.write(f"# CLDR through Babel {__version__.split('.')[0]}; generated\n")
    csv.writer(buffer, lineterminator="\n").writerows([head, *body])
    return buffer.getvalue()


def main() -> None:
    """Write the tables; exit 1 with ``--check`` when one on disk differs."""
    tables = {
        "nlp/currencies.csv": text(["code", "one", "other", "symbols", "digits"], [*rows()]),
        "mentions/quantity/currency_places.csv": text(["place", "code"], [*places()]),
    }
    for name, content in tables.items():
        if "--check" not in sys.argv:
            (PACKAGE / name).write_text(content, encoding="utf-8")
        elif (PACKAGE / name).read_text(encoding="utf-8") != content:
            sys.exit(1)


if __name__ == "__main__":
    main()
