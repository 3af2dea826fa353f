"""The singular of a counted noun, the same with any pipeline or none."""

from __future__ import annotations

from functools import cache

from factx import packaged


@cache
def _tables() -> tuple[dict[str, str], frozenset[str]]:
    data = packaged.table(__package__, "nouns")
    return data["irregular"], frozenset(data["singular"]["words"])


def singular(noun: str) -> str:
    """Return the lower-case singular of a noun; capitals inside a name or an acronym are kept.

    >>> singular("parties"), singular("women"), singular("MPs"), singular("B-17s"), singular("9s")
    ('party', 'woman', 'MP', 'B-17', '9')
    """
    irregular, kept = _tables()
    lower = noun.lower()
    if lower in irregular:
        return irregular[lower]
    if noun.endswith("s") and (noun[:-1].isdigit() or (noun[:-1].isupper() and len(noun) > 2)):
        return noun[:-1]
    base = noun if any(c.isupper() for c in noun[1:]) else lower
    if lower.endswith("children"):
        return base[:-3]
    if lower.endswith("men") and len(lower) > 5 and lower not in kept:  # "policemen"
        return base[:-2] + "an"
    if (
        lower in kept
        or len(lower) < 4
        or not lower.endswith("s")
        or lower.endswith(("ss", "us", "is"))
    ):
        return base
    if lower.endswith("ies"):
        return base[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return base[:-2]
    return base[:-1]


def plural(noun: str) -> bool:
    """Tell whether a noun looks plural."""
    lower = noun.lower()
    return lower == "people" or singular(noun).lower() != lower
