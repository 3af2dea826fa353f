"""The manual pages of the rules: for a terminal, as JSON, and as the pages of ``docs/rules``."""

from __future__ import annotations

from collections.abc import Sequence

from factx.checks.base import SECTIONS, Manual
from factx.export.values import dump
from factx.text import flat

FORMATS = ("text", "json")


def listing(pages: Sequence[Manual], format: str = "text") -> str:  # noqa: A002 - the word of the command line
    """Return one line for each rule, or a JSON list of all pages."""
    if format == "json":
        return "[\n  " + ",\n  ".join(dump(_record(page)) for page in pages) + "\n]\n"
    width = max((len(page.name) for page in pages), default=0)
    return "".join(
        f"{page.code}  {page.name:{width}}  {page.severity:7}  {flat(page.summary)}\n"
        for page in pages
    )


def page(manual: Manual, format: str = "text") -> str:  # noqa: A002 - as above
    """Return the page of one rule as text, which is markdown, or as JSON."""
    if format == "json":
        return dump(_record(manual)) + "\n"
    parts = [f"# {manual.code} {manual.name} ({manual.severity})", manual.summary]
    parts += [f"## {heading}\n\n{text}" for heading, text in manual.sections]
    return "\n\n".join(parts) + "\n"


def _record(manual: Manual) -> dict[str, object]:
    from factx.checks.base import examples

    sections = {heading.lower().replace(" ", "_"): text for heading, text in manual.sections}
    for heading in SECTIONS[2:]:
        key = heading.lower()
        sections[key] = examples(sections.get(key, ""))  # type: ignore[assignment]
    return {
        "code": manual.code,
        "name": manual.name,
        "severity": manual.severity,
        "summary": manual.summary,
        **sections,
    }
