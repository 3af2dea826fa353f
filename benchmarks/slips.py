"""How many slips of the pen `check` finds in articles, and how often it is wrong where there are none.

    python benchmarks/slips.py ARTICLES.jsonl [--missed] [--alarms]

Each line has the ``text`` of an article in which everything agrees and may have a ``slip``: what is
``old`` there, what ``new``. A slip counts as found if a finding of warning or above is there with it
that is not there without it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import factx
from factx.model import Finding


def main() -> None:
    """Check every article as it is and with its slip."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--missed", action="store_true", help="list the slips that are not found")
    parser.add_argument("--alarms", action="store_true", help="list the false alarms")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.articles.read_text("utf-8").splitlines()]
    slips, found = Counter[str](), Counter[str]()
    words = alarms = 0
    for row in rows:
        before = findings(row["text"])
        words += len(row["text"].split())
        alarms += len(before)
        if options.alarms:
            for finding in before.values():
                print(f"{row.get('id', '')} {finding.rule} {finding.message}")
        if "slip" not in row:
            continue
        slip: dict[str, Any] = row["slip"]
        after = findings(row["text"].replace(slip["old"], slip["new"]))
        kind = slip.get("kind", "")
        slips[kind] += 1
        if after.keys() - before.keys():
            found[kind] += 1
        elif options.missed:
            print(f"{row.get('id', '')} {kind}: {slip['old']!r} -> {slip['new']!r} {slip['why']}")
    print(f"{len(rows)} articles, {words:,} words: {alarms} false alarms")
    print(f"found {found.total()} of {slips.total()} slips")
    for kind, count in slips.most_common():
        print(f"  {kind}: {found[kind]} of {count}")


def findings(text: str) -> dict[tuple[str, str], Finding]:
    """Return the findings of warning or above by rule and message."""
    checked = factx.check([factx.extract(text)])
    return {(f.rule, f.message): f for f in checked.findings if f.severity != "info"}


if __name__ == "__main__":
    main()
