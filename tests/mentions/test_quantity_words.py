"""Every word of the quantity lexicons is alive: a sentence made of it is read as its list says."""

from __future__ import annotations

import csv
import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from factx import mentions, nlp
from factx.intervals import QUALIFIER
from factx.mentions.quantity.currencies import currencies
from factx.model import Quantity, Source
from factx.nlp import tokenizer
from factx.nlp.nouns import singular
from factx.read import segment

FOLDERS = {
    "cues.toml": "factx.nlp",
    "nouns.toml": "factx.nlp",
    "numerals.toml": "factx.nlp.numerals",
}
LISTS = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))["lists"]
# Held by tests of their own or by the tables of the other tests in this folder.
ELSEWHERE = {
    "count.toml:designators.prefixes", "count.toml:designators.letters",
    "count.toml:designators.furniture", "count.toml:elided.elided_after", "count.toml:elided.repeats",
    "count.toml:elided.sums",
    "cues.toml:order.outer", "cues.toml:order.overruled", "cues.toml:change.shares", "cues.toml:change.steps",
    "ratio.toml:verbs.verbs", "ratio.toml:proportion.wholes", "ratio.toml:quarters.articles",
    "ratio.toml:quarters.periods", "ages.toml:units", "ages.toml:behind", "ages.toml:going_on",
    "ages.toml:were", "ranges.toml:lower", "ranges.toml:upper",
    "money.toml:code.lower", "money.toml:kind.dollars", "money.toml:minor", "money.toml:minor_of",
    "money.toml:settled_by", "measure.toml:plurals", "measure.toml:letters.careful",
    "measure.toml:letters.spaced", "measure.toml:letters.clear", "measure.toml:letters.glued",
    "measure.toml:quoted", "measure.toml:short",
    "measure.toml:rare.roots", "nouns.toml:irregular", "nouns.toml:singular.words",
    "numerals.toml:vague.words",
}  # fmt: skip

# Units only in rates ("1.3 A/cm2") or behind a prefix: alone they are more often a name.
_LETTERS = {"A", "J"}


@cache
def blank() -> Language:
    pipeline = tokenizer.blank()
    pipeline.add_pipe("sentencizer")
    return pipeline


@cache
def lexicon(name: str) -> dict[str, Any]:
    folder = FOLDERS.get(name, "factx.mentions.quantity")
    return tomllib.loads(resources.files(folder).joinpath(name).read_text(encoding="utf-8"))


def words(path: str) -> dict[str, str]:
    """Return the words of a list with what the lexicon says of each."""
    name, _, keys = path.partition(":")
    found: Any = lexicon(name)
    for key in keys.split("."):
        found = found[key]
    if isinstance(found, dict):
        return {word: str(value) for word, value in found.items()}
    return {str(word): "" for word in found}


def find(text: str, *, tagged: bool = False) -> list[Quantity]:
    pipeline = nlp.load() if tagged else blank()
    found: list[Quantity] = []
    for article in segment(Source("-", text)):
        found += mentions.find(nlp.read(article, pipeline)).quantities
    return found


def agrees(quantity: Quantity, expect: dict[str, str]) -> bool:
    for field, wanted in expect.items():
        value = getattr(quantity, field)
        if isinstance(value, Decimal):
            if value != Decimal(wanted):
                return False
        elif (value or "none") != wanted:
            return False
    return True


def filled(expect: dict[str, str], word: str, value: str) -> dict[str, str]:
    said = QUALIFIER.get(value, value)
    return {
        field: text.replace("{value}", said).replace("{}", word) for field, text in expect.items()
    }


def is_dead(entry: dict[str, Any], word: str, value: str) -> bool:
    texts = entry["text"] if isinstance(entry["text"], list) else [entry["text"]]
    return all(_is_unread(entry, text, word, value) for text in texts)


def _is_unread(entry: dict[str, Any], text: str, word: str, value: str) -> bool:
    found = find(text.replace("{}", word), tagged=entry.get("tagged", False))
    if "count" in entry:
        return len(found) != entry["count"]
    if "never" in entry:
        return any(agrees(quantity, filled(entry["never"], word, value)) for quantity in found)
    return not any(agrees(quantity, filled(entry["expect"], word, value)) for quantity in found)


@pytest.mark.parametrize(
    ("path", "entry"), [pytest.param(p, e, id=p) for e in LISTS for p in e["of"]]
)
def test_every_word_of_a_list_is_alive(path: str, entry: dict[str, Any]) -> None:
    skipped = entry.get("skip", [])
    dead = [w for w, value in words(path).items() if w not in skipped and is_dead(entry, w, value)]
    assert dead == []


def paths(table: dict[str, Any], before: str) -> list[str]:
    found: list[str] = []
    for key, value in table.items():
        plain = isinstance(value, dict) and not any(isinstance(v, dict) for v in value.values())
        listed = plain and not any(isinstance(v, list) for v in value.values())
        listed = listed or (plain and key in {"multiples", "glyphs", "shared"})
        if isinstance(value, list) or listed:
            found.append(before + key)
        elif isinstance(value, dict):
            found += paths(value, f"{before}{key}.")
    return found


def test_every_list_has_a_sentence() -> None:
    names = [
        "count",
        "ratio",
        "ages",
        "ranges",
        "money",
        "measure",
        "percent",
        "cues",
        "nouns",
        "elided",
    ]
    known = {path for entry in LISTS for path in entry["of"]} | ELSEWHERE
    every = {
        path
        for name in [*names, "numerals"]
        for path in paths(lexicon(f"{name}.toml"), f"{name}.toml:")
    }
    every = {p for p in every if not p.startswith("measure.toml:parts")} - {"ranges.toml:score"}
    assert every == known


def test_plurals_have_their_singular() -> None:
    for plural, one in words("nouns.toml:irregular").items():
        assert singular(plural) == one
    for word in words("nouns.toml:singular.words"):
        assert singular(word) == word


@pytest.mark.parametrize("word", words("money.toml:settled_by"))
def test_a_place_settles_a_shared_name(word: str) -> None:
    known = currencies()
    code = known.settled_by[word][0]
    shared = [name for name, codes in known.shared.items() if code in codes and name.isalpha()]
    assert shared or code in known.names.values()


def test_units_are_read_by_name_and_symbol() -> None:
    table = resources.files("factx.mentions.quantity").joinpath("units.csv")
    unread = []
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()[1:]):
        for name in filter(None, row["names"].split(";")):
            found = find(f"It was 5 {name} then.")
            if [q.unit for q in found] != [row["symbol"]]:
                unread.append((name, [q.unit for q in found]))
        for sign in filter(None, row["printed"].split(";")):
            texts = (f"It was 5 {sign} then.", f"It was 5{sign} then.", f"It was 5 {sign}.")
            found = [quantity for text in texts for quantity in find(text)]
            if row["symbol"] not in [q.unit for q in found] and sign not in _LETTERS:
                unread.append((sign, [q.unit for q in found]))
    assert unread == []
