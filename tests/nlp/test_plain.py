"""What the pipeline is fed: single spaces, and the way back to the source."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factx
from factx.nlp.plain import PLAIN, plain

SENTENCE = (
    "About 1.5 million people, or nearly 12 percent of the total, fled between 3 May and 5 June "
    "2024, up from $19 million a year earlier, Deputy Minister Anna Berg said on Monday."
)


@given(st.text(" \n\t\u00a0\u200b\u2003\x1faé“—\ufeff0.", max_size=60))
def test_every_place_leads_back(text):
    fed = plain(text)
    assert len(fed.text) == len(fed.raw)
    last = -1
    for place, (character, raw) in enumerate(zip(fed.text, fed.raw, strict=True)):
        source = int(fed.sources(np.array([place]))[0])
        assert source > last
        last = source
        if character != " ":
            assert text[source] == raw
            assert text[source].translate(PLAIN) == character
            assert fed.place(source) == place
    assert "  " not in fed.text
    assert not any(c.isspace() and c != " " for c in fed.text)
    kept = [c for c in text.translate(PLAIN) if not c.isspace() and c != "\u200b"]
    assert [c for c in fed.text if c not in " \u200b"] == kept


@pytest.mark.parametrize("space", ["  ", "\t", "\u00a0", "\u00a0 ", " \u200b", "\u3000"])
def test_spaces_change_nothing(space):
    expected = facts(SENTENCE)
    assert len(expected) > 6
    assert facts(SENTENCE.replace(" ", space)) == expected


def test_broken_lines_change_nothing():
    expected = facts(SENTENCE)
    for width in (60, 70, 80):
        lines, line = [], ""
        for word in SENTENCE.split():
            if len(line) + len(word) >= width:
                lines.append(line)
                line = ""
            line += word + " "
        assert facts("\n".join([*lines, line])) == expected


def facts(text):
    document = factx.extract(text, date="2024-06-10")
    found = []
    for mention in document.mentions:
        assert text[mention.start : mention.end] == mention.text
        words = " ".join(mention.text.replace("\u200b", "").split())
        qualifier = getattr(mention, "qualifier", None)
        found.append((mention.type, words, qualifier, getattr(mention, "timex", None)))
    return found
