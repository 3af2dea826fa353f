"""Write the table of places that all rules read: ``python scripts/generate_places.py``.

Countries are those of CLDR through Babel (Unicode License v3); capitals, demonyms and further places
those of places.toml beside this file. Columns: name; label (GPE, LOC or NORP; empty for a name that
may be something else when it stands alone); country (whose name or people it is; empty for others).
"""

import csv
import sys
import tomllib
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

from babel import Locale, __version__

HERE = Path(__file__).parent
TABLE = HERE.parent / "src/factx/places.csv"
# These take no -s in the plural.
INVARIANT = ("ese", "ish", "ch", "ss", "man", "yz", "ic")


def territories() -> dict[str, str]:
    """Return the names of all territories in CLDR by code."""
    names = Locale("en").territories
    return {code: name.replace("’", "'") for code, name in names.items() if len(code) == 2}


def spellings(name: str) -> set[str]:
    """Return a territory's name with its plain variants."""
    if "(" in name:
        return {part.strip(" )") for part in name.split("(")}
    return {name, name.replace("&", "and"), name.replace("St.", "Saint")}


def plurals(words: Iterable[str]) -> set[str]:
    """Return nouns of nationality with their plurals."""
    forms = set(words)
    return forms | {form + "s" for form in forms if not form.endswith(INVARIANT)}


def rows() -> list[tuple[str, str, str]]:
    """Return name, label and country, sorted by name."""
    tables: dict[str, Any] = tomllib.loads((HERE / "places.toml").read_text(encoding="utf-8"))
    skip = set(tables["skip"]["names"])
    labels: dict[str, str] = {}
    country: dict[str, str] = {}
    for code, name in territories().items():
        entry = tables["countries"].get(code, {})
        if name in skip and not entry:
            continue
        called = entry.get("called", name.replace("&", "and"))
        for form in spellings(name) | {called}:
            if "SAR China" in form:
                continue
            labels.setdefault(form, "" if form in skip else "GPE")
            country[form] = called
        country |= dict.fromkeys(
            (*plurals(entry.get("people", ())), *entry.get("more", ())), called
        )
    for entry in tables["countries"].values():
        labels |= dict.fromkeys(entry.get("capitals", ()), "GPE")
        labels |= dict.fromkeys(plurals(entry.get("people", ())), "NORP")
    for nation, people in tables["nations"].items():
        country |= dict.fromkeys((nation, *people), nation)
    for label, names in tables["other"].items():
        labels |= dict.fromkeys(names, label)
    known = [name for names in tables["known"].values() for name in names]
    for name in (*country, *known):
        labels.setdefault(name, "")
    return [(name, label, country.get(name, "")) for name, label in sorted(labels.items())]


def main() -> None:
    """Write the table; exit 1 with ``--check`` when the one on disk differs."""
    buffer = StringIO()
    version = __version__.split(".")[0]
    buffer.write(f"# CLDR through Babel {version}; generated, edit scripts/places.toml\n")
    csv.writer(buffer, lineterminator="\n").writerows([("name", "label", "country"), *rows()])
    if "--check" in sys.argv:
        sys.exit(TABLE.read_text(encoding="utf-8") != buffer.getvalue())
    TABLE.write_text(buffer.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
