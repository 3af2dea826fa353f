"""Which sentences are parsed, and where sentences begin beyond doubt."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.model import Article, Block, Source
from factx.nlp import load, pieces, read

CASES = tomllib.loads(Path(__file__).with_name("gate.toml").read_text(encoding="utf-8"))["case"]


def article(paragraphs):
    """Return an article of paragraphs, each of them a list of sentences."""
    blocks, text = [], ""
    for paragraph in paragraphs:
        start = len(text)
        text += " ".join(paragraph) + "\n\n"
        blocks.append(Block("paragraph", start, len(text) - 2))
    return Article(Source("-", text), 0, len(text), tuple(blocks))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_what_is_parsed(case):
    paragraphs = [
        [sentence.strip() for sentence in paragraph.split("|")]
        for paragraph in case["text"].split(" / ")
    ]
    marked = [sentence for paragraph in paragraphs for sentence in paragraph]
    tokens = read(article([[s[2:] for s in paragraph] for paragraph in paragraphs]), load())
    parsed = dict.fromkeys(tokens.sent, "-")
    for token in tokens.doc:
        if token.dep_:
            parsed[tokens.sent[token.i]] = "+"
    assert list(parsed.values()) == [sentence[0] for sentence in marked]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell. | Snow fell.",
        'They said "no." | Rain fell.',
        'Rain fell. | "No," they said.',
        "It fell (again.) | Snow fell.",
        "Mr. Berg of the U.S. Senate came at 5 p.m. on Sunday",
        "Rain fell. so did snow",
        "Yahoo!s and Toys.R.Us",
        "...",
    ],
)
def test_where_sentences_begin(text):
    parts = text.split(" | ")
    doc = load().make_doc(" ".join(parts))
    found = pieces.starts([t.text for t in doc], [bool(t.whitespace_) for t in doc])
    assert [doc[start].idx for start in found] == [
        sum(len(part) + 1 for part in parts[:number]) for number in range(len(parts))
    ]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["A", "b", ".", '"', ")", "(", "1"]), min_size=1), st.data())
def test_sentences_begin_in_order(words, data):
    spaced = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    found = pieces.starts(words, spaced)
    assert found == sorted(set(found))
    assert found[0] == 0
