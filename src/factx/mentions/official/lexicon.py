"""The word lists of the officials grammar, read once a process from the tables beside this file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, Literal, TypeAlias

from factx import packaged
from factx.mentions.official import grammar
from factx.mentions.official.grammar import Grammar
from factx.nlp.gazetteer import titles

Family: TypeAlias = Literal["official", "open", "other", "address"]
Status: TypeAlias = Literal["former", "acting", "elect", "late"]


@dataclass(frozen=True, slots=True)
class Head:
    """An office word: how it is spelled out, and who holds it: officials, anybody, or others."""

    name: str
    family: Family
    plural: bool = False
    capital: bool = False
    beside: bool = False


class GivenNames(frozenset[str]):
    """Given names; "agnès" is found as "agnes", "abdul-malik" as "abdul"."""

    __slots__ = ()

    def __contains__(self, word: object) -> bool:
        if super().__contains__(word):
            return True
        if not isinstance(word, str) or (word.isascii() and "-" not in word):
            return False
        letters = unicodedata.normalize("NFD", word.partition("-")[0])
        return super().__contains__("".join(c for c in letters if not unicodedata.combining(c)))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every list, ready to look words up in; all keys are lower case unless said otherwise."""

    grammar: Grammar
    heads: dict[str, tuple[tuple[tuple[str, ...], Head], ...]]
    titled_address: frozenset[str]
    addressed: frozenset[str]
    peers: frozenset[str]
    called: frozenset[str]
    status: dict[str, Status | None]
    implied: dict[str, str]
    of_place: frozenset[str]
    ranks: frozenset[str]
    vague: frozenset[str]
    hopes: frozenset[str]
    styles: frozenset[str]
    fields: frozenset[str]
    before: frozenset[str]
    levels: frozenset[str]
    public: frozenset[str]
    private: frozenset[str]
    bodies: frozenset[str]
    weak: frozenset[str]
    reporting: frozenset[str]
    speech: frozenset[str]
    captions: frozenset[str]
    namesakes: frozenset[str]
    surroundings: frozenset[str]
    eponyms: frozenset[str]
    prefixes: frozenset[str]
    clock: frozenset[str]
    calendar: frozenset[str]
    stop: frozenset[str]
    origins: frozenset[str]
    kinds: frozenset[str]
    kinds_named: frozenset[str]
    settlements: frozenset[str]
    naming: frozenset[str]
    function: frozenset[str]
    never_person: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    relations: frozenset[str]
    given: GivenNames
    common_given: frozenset[str]
    calendar_given: frozenset[str]
    surnames: frozenset[str]
    companies: frozenset[str]
    countries: dict[str, str]
    places: frozenset[str]
    place_words: frozenset[str]
    groups: frozenset[str]


def _plural(words: tuple[str, ...]) -> tuple[str, ...]:
    """Make the plural of an office: the last word of "prime minister", the first of "head of state"."""
    at = words.index("of") - 1 if "of" in words else len(words) - 1
    if words[-1] in {"general", "elect", "emeritus"} and len(words) > 1:
        at = len(words) - 2
    word = words[at]
    if word.endswith("man"):
        word = word[:-3] + "men"
    elif word.endswith("y") and word[-2:-1] not in {"a", "e", "o"}:
        word = word[:-1] + "ies"
    elif word.endswith(("s", "x", "ch")):
        word += "es"
    else:
        word += "s"
    return (*words[:at], word, *words[at + 1 :])


def _heads(table: dict[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], Head], ...]]:
    capital, beside = set(table["capital_only"]), set(table["beside_name"])
    found: dict[tuple[str, ...], Head] = {}
    for family in ("other", "open", "official"):
        for name in table[family]:
            words = tuple(name.replace("'s", " 's").split())
            head = Head(name, family, capital=name in capital, beside=name in beside)
            for form in {words, ("-".join(words),), tuple(name.replace("-", " ").split())}:
                found[form] = head
                found.setdefault(_plural(form), Head(name, family, True, head.capital))
    for short, name in table["abbreviations"].items():
        words = tuple(short.split())
        known = found.get(tuple(name.split()))
        head = Head(name, known.family if known else "open", capital=True)
        spoken = {*name.split(), "".join(word[0] for word in name.split())}
        for form in product(*((w,) if w in spoken else (w, f"{w}.") for w in words)):
            found.setdefault(form, head)
            found.setdefault(("-".join(form),), head)
    for name in table["address"]["words"]:
        found.setdefault(tuple(name.split()), Head(name, "address", capital=True))
    for name in table["address"]["dotted"]:
        found.setdefault((f"{name}.",), Head(name, "address", capital=True))
    index: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for form, head in found.items():
        index.setdefault(form[0], []).append((form, head))
    return {
        first: tuple(sorted(forms, key=lambda item: -len(item[0])))
        for first, forms in index.items()
    }


def _places() -> tuple[dict[str, str], frozenset[str]]:
    """Return the country by its names and its people, and all other places, in lower case."""
    countries: dict[str, str] = {}
    places: set[str] = set()
    for row in packaged.places():
        name = row["name"].lower()
        if row["country"]:
            countries[name] = row["country"]
            if name.endswith("n"):
                countries.setdefault(f"{name}s", row["country"])
        elif row["label"] != "NORP":
            places.add(name)
    return countries, frozenset(places)


@cache
def load() -> Lexicon:
    """Return the lists; the first call reads them."""
    titled = titles()
    words, given = (packaged.table(__package__, name) for name in ("word", "given"))
    countries, places = _places()
    common = frozenset(given.pop("common").lower().split())
    first_names = {name.lower() for table in given.values() for name in table.split()}
    kinds = frozenset(words["kinds"])
    described = titled["words"]
    return packaged.fill(
        Lexicon,
        words,
        described,
        titled["address"],
        titled["ranks"],
        grammar=grammar.load(),
        heads=_heads(titled),
        status={
            form: None if status == "neutral" else status
            for status, many in titled["status"].items()
            for word in many
            for form in (word, f"{word}-")
        },
        implied=titled["implied"],
        reporting=frozenset((*words["speech"], *words["acts"])),
        bodies=kinds.union(described["public"], described["private"]),
        kinds_named=kinds | {_plural((kind,))[0] for kind in kinds},
        given=GivenNames(first_names),
        common_given=common,
        calendar_given=frozenset(first_names.intersection(words["function"])),
        companies=frozenset(
            " ".join(name.lower().split()) for name in words["companies"].split(";")
        ),
        countries=countries,
        places=places,
        place_words=frozenset(word for name in (*places, *countries) for word in name.split()),
    )
