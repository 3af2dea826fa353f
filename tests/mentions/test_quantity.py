"""Every table of quantities: each text alone and inside sentences, and what must not be read."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from factx import mentions, nlp
from factx.model import Quantity, Source
from factx.nlp import bundled, tokenizer
from factx.read import segment

TABLES = ["percent", "money", "measure", "ratio", "count", "ranges", "cues", "names", "ages"]
ALONE = "{}"
CARRIERS = [
    ALONE,
    "It was {}.",
    "They said “{}” again.",
    "(It was {})",
    "We saw {}; nobody knew why.",
]
QUIET = [ALONE, "We saw {}.", "Nobody knew “{}” then."]


@cache
def pipeline() -> Language:
    """Return the tokenizer alone: the tables hold without a tagger."""
    blank = tokenizer.blank()
    blank.add_pipe("sentencizer")
    return blank


def find(text: str, *, tagged: bool = False) -> list[Quantity]:
    source = Source("-", text)
    found: list[Quantity] = []
    for article in segment(source):
        read = nlp.read(article, nlp.load() if tagged else pipeline())
        found += mentions.find(read).quantities
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.low <= quantity.high
    return found


def table(name: str) -> dict[str, object]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


def reads() -> list[object]:
    return [
        pytest.param(text, entry["expect"], id=f"{name}: {text}")
        for name in TABLES
        for entry in table(name).get("reads", [])
        for text in entry["texts"]
    ]


def several() -> list[object]:
    return [
        pytest.param(entry, id=f"{name}: {entry['text']}")
        for name in TABLES
        for entry in table(name).get("several", [])
    ]


def nothing() -> list[object]:
    return [
        pytest.param(text, id=f"{name}: {text}")
        for name in TABLES
        for text in table(name)["nothing"]["texts"]
    ]


def disagreement(quantity: Quantity, expect: dict[str, str]) -> str | None:
    for field, wanted in expect.items():
        value = getattr(quantity, field)
        same = (
            value == Decimal(wanted) if isinstance(value, Decimal) else (value or "none") == wanted
        )
        if not same:
            return f"{field} is {value}, not {wanted}"
    return None


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("text, expect", reads())
def test_reads(text: str, expect: dict[str, str], carrier: str) -> None:
    sentence = carrier.format(text)
    found = find(sentence)
    assert len(found) == 1, found
    start = carrier.index("{}")
    assert start <= found[0].start
    assert found[0].end <= start + len(text)
    assert disagreement(found[0], expect) is None


@pytest.mark.parametrize("entry", several())
def test_reads_several(entry: dict[str, Any]) -> None:
    tagged = entry.get("tagged", False)
    if tagged and not bundled.available():
        pytest.skip("the package holds no weights")
    found = find(entry["text"], tagged=tagged)
    assert len(found) == len(entry["expect"]), found
    for quantity, wanted in zip(found, entry["expect"], strict=True):
        assert disagreement(quantity, wanted) is None


@pytest.mark.parametrize("carrier", QUIET)
@pytest.mark.parametrize("text", nothing())
def test_reads_nothing(text: str, carrier: str) -> None:
    assert find(carrier.format(text)) == []


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_broad(name: str) -> None:
    entries = table(name)
    told = sum(len(entry["texts"]) for entry in entries.get("reads", []))
    assert told >= 10 or name == "names"
    assert len(entries["nothing"]["texts"]) >= 5
