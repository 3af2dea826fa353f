"""Write the table of places that the name rules read: ``python scripts/generate_places.py``.

Countries are those of CLDR through Babel (Unicode License v3), capitals and demonyms those of
places.toml beside this file. Columns: name and label (GPE, LOC or NORP).
"""

import csv
import sys
import tomllib
from io import StringIO
from pathlib import Path

from babel import Locale, __version__

HERE = Path(__file__).parent
TABLE = HERE.parent / "src/factx/nlp/places.csv"
# These take no -s in the plural.
INVARIANT = ("ese", "ish", "ch", "ss", "man", "yz", "ic")


def countries(skip: set[str]) -> set[str]:
    """Return the names of all territories in CLDR that are no continent, with plain variants."""
    names = set()
    for code, name in Locale("en").territories.items():
        if len(code) != 2 or name in skip:
            continue
        forms = {name, name.replace("&", "and"), name.replace("’", "'").replace("St.", "Saint")}
        if "(" in name:
            forms = {part.strip(" )") for part in name.split("(")}
        names |= {form.replace("’", "'") for form in forms}
    return {name for name in names if name not in skip and "SAR China" not in name}


def demonyms(words: str) -> set[str]:
    """Return the demonyms and their plurals; a hyphen stands for a space."""
    forms = {word.replace("-", " ") for word in words.split()}
    return forms | {form + "s" for form in forms if not form.endswith(INVARIANT)}


def rows() -> list[tuple[str, str]]:
    """Return name and label, sorted."""
    tables = tomllib.loads((HERE / "places.toml").read_text(encoding="utf-8"))
    labels = dict.fromkeys(countries(set(tables["skip"]["names"])), "GPE")
    for capitals, words in tables["countries"].values():
        labels |= dict.fromkeys(filter(None, capitals.split("|")), "GPE")
        labels |= dict.fromkeys(demonyms(words), "NORP")
    for label, names in tables["other"].items():
        labels |= dict.fromkeys(names, label)
    return sorted(labels.items())


def main() -> None:
    """Write the table; exit 1 with ``--check`` when the one on disk differs."""
    buffer = StringIO()
    version = __version__.split(".")[0]
    buffer.write(f"# CLDR through Babel {version}; generated, edit scripts/places.toml\n")
    csv.writer(buffer, lineterminator="\n").writerows([("name", "label"), *rows()])
    if "--check" in sys.argv:
        sys.exit(TABLE.read_text(encoding="utf-8") != buffer.getvalue())
    TABLE.write_text(buffer.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
