"""The packaged names, signs and codes of money."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factx import packaged


@dataclass(frozen=True, slots=True)
class Currencies:
    """What ``money.toml`` and ``currencies.csv`` know.

    ``signs`` stand before or after an amount; ``names`` maps lower-case names of up to four words,
    singular and plural, to a code or to a key of ``shared``. ``everyday`` names and ``words`` that
    look like codes are money only beside a large figure. ``weight`` words make pounds a
    mass, of ``matter`` even millions of them.
    """

    codes: frozenset[str]
    signs: dict[str, str]
    names: dict[str, str]
    shared: dict[str, tuple[str, ...]]
    minor: dict[str, Decimal]
    minor_of: dict[str, str]
    settled_by: dict[str, tuple[str, ...]]
    dollars: frozenset[str]
    everyday: frozenset[str]
    words: frozenset[str]
    lower_codes: dict[str, str]
    scaled_codes: dict[str, Decimal]
    closing: dict[str, str]
    weight: frozenset[str]
    matter: frozenset[str]
    sterling: frozenset[str]
    rate_links: frozenset[str]


@cache
def currencies() -> Currencies:
    """Return the packaged currency tables, read once."""
    data = packaged.table(__package__, "money")
    rows = packaged.rows("factx.nlp", "currencies")
    codes = frozenset(row["code"] for row in rows) | frozenset(data["code"]["more"])
    return Currencies(
        codes=codes,
        signs={**data["signs"], **{sign: sign for sign in data["shared"]}},
        names=_names(data, rows),
        shared={key: tuple(known) for key, known in data["shared"].items()},
        minor={key: Decimal(share) for key, share in data["minor"].items()},
        minor_of=data["minor_of"],
        settled_by=_settled_by(data["settled_by"], packaged.rows(__package__, "currency_places")),
        dollars=frozenset(data["kind"]["dollars"]),
        everyday=frozenset(data["kind"]["everyday"]),
        words=frozenset(data["code"]["words"]),
        lower_codes={code.lower(): code for code in data["code"]["lower"]} | {"rmb": "CNY"},
        scaled_codes={key: Decimal(scale) for key, scale in data["code"]["scaled"].items()},
        closing=data["closing"],
        weight=frozenset(data["kind"]["weight"]),
        matter=frozenset(data["kind"]["matter"]),
        sterling=frozenset(data["kind"]["sterling"]),
        rate_links=frozenset(data["code"]["rate_links"]),
    )


def _settled_by(own: dict[str, str], rows: list[dict[str, str]]) -> dict[str, tuple[str, ...]]:
    places = {row["place"]: (row["code"],) for row in rows}
    return places | {place: (code, *places.get(place, ())) for place, code in own.items()}


def _names(data: dict[str, dict[str, str]], rows: list[dict[str, str]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for row in rows:
        for name in (row["one"], row["other"]):
            names.setdefault(name.lower(), row["code"])
    singular = {**{key: key for key in data["shared"]}, **data["names"]}
    singular |= {word: word for word in data["minor"]}
    for name, code in singular.items():
        if name[-1].isalpha():
            names[name.lower()] = code
            names.setdefault(name.lower() + "s", code)
    for plural, one in data["plurals"].items():
        names[plural] = singular.get(one, one)
    return names
