"""Write the currency table of the package from CLDR: ``python scripts/generate_currencies.py``.

Needs Babel, which carries the Unicode CLDR (Unicode License v3). One row a currency that is legal
tender today, plus a few that old reports still quote. Columns: ISO 4217 code, CLDR English singular
and plural names, CLDR symbols (local and narrow) and the number of minor digits.
"""

import csv
import sys
from pathlib import Path

from babel import Locale, __version__
from babel.core import get_global
from babel.numbers import get_currency_precision

TABLE = Path(__file__).parents[1] / "src/factx/mentions/quantity/currencies.csv"
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


def main() -> None:
    """Write the table; exit 1 with ``--check`` when the one on disk differs."""
    lines = [f"# CLDR through Babel {__version__.split('.')[0]}; generated, edit currencies.toml\n"]
    out = [["code", "one", "other", "symbols", "digits"], *rows()]
    from io import StringIO

    buffer = StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(out)
    text = "".join(lines) + buffer.getvalue()
    if "--check" in sys.argv:
        sys.exit(TABLE.read_text(encoding="utf-8") != text)
    TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
