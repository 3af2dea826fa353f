"""The Python door: a string in, typed records out, each pointing back into the string."""

from __future__ import annotations

from pathlib import Path

import factx
from factx.model import Date, Quantity

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "corpus" / "solar-probe.txt").read_text(encoding="utf-8")


def main() -> None:
    article = factx.extract(TEXT, source="solar-probe.txt")
    print(article.title.text if article.title else "(no title)", article.date)

    for mention in article.mentions:
        assert TEXT[mention.start : mention.end] == mention.text
        if isinstance(mention, Quantity) and mention.kind == "measure":
            print(f"  {mention.low:,f} to {mention.high:,f} {mention.unit}: {mention.text!r}")
        elif isinstance(mention, Date) and mention.first:
            print(f"  {mention.first} to {mention.last}: {mention.text!r}")

    amounts = {mention.id: mention for mention in article.mentions}
    for claim in article.claims:
        if claim.measure:
            print(f"  {claim.measure.text}: {amounts[claim.mention].text} ({claim.relation})")

    # A file may hold several articles; read() tells them apart.
    for page in factx.read(ROOT / "corpus" / "online-trade-and-fines.txt"):
        print(page.title.text if page.title else "(no title)", f"{len(page.claims)} claims")


if __name__ == "__main__":
    main()
