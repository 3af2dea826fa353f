"""The name rules against their table, and their laws on any input."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from factx.nlp import names
from factx.nlp.gazetteer import gazetteer

CASES = tomllib.loads(Path(__file__).with_suffix(".toml").with_stem("names").read_text())["case"]


def doc_of(words, entities):
    doc = Doc(Vocab(), words)
    doc.ents = [Span(doc, *entity) for entity in entities]
    return doc


def entities(words, listed):
    """Find each listed name at its first place that is not taken."""
    found = []
    taken = set()
    for item in listed:
        phrase, label = item.rsplit("/", 1)
        parts = phrase.split()
        first = next(
            i
            for i in range(len(words))
            if words[i : i + len(parts)] == parts and not taken & set(range(i, i + len(parts)))
        )
        taken |= set(range(first, first + len(parts)))
        found.append((first, first + len(parts), label))
    return sorted(found)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case):
    words = case["text"].split()
    doc = doc_of(words, entities(words, case["in"]))
    names.mend(doc)
    assert [(e.start, e.end, e.label_) for e in doc.ents] == entities(words, case["out"])


WORDS = st.sampled_from(
    [
        "Ministry",
        "of",
        "Trade",
        ",",
        "and",
        "Health",
        "Dana",
        "Orlov",
        "Orlov",
        "France",
        "said",
        "the",
        "Korea",
        "South",
        "Jr.",
        "'",
        "-",
    ]
)


@given(st.lists(WORDS, max_size=25), st.data())
def test_rules_settle(words, data):
    """Names never overlap, and a second pass changes nothing."""
    spans = []
    place = 0
    while place < len(words):
        first = data.draw(st.integers(place, len(words)))
        stop = data.draw(st.integers(first, min(len(words), first + 4)))
        if stop > first:
            spans.append((first, stop, data.draw(st.sampled_from(["PERSON", "ORG", "GPE"]))))
        place = max(stop, place + 1)
    doc = doc_of(words, spans)
    names.mend(doc)
    once = [(e.start, e.end, e.label_) for e in doc.ents]
    names.mend(doc)
    assert [(e.start, e.end, e.label_) for e in doc.ents] == once


def test_a_doc_that_no_model_read_is_left_alone():
    doc = Doc(Vocab(), ["South", "Korea"])
    names.mend(doc)
    assert not doc.has_annotation("ENT_IOB")


def test_gazetteer_has_no_common_words():
    for parts in gazetteer().places:
        assert parts[0][0].isupper() or parts[0].startswith("eSw"), parts
        assert len(parts) <= 9
