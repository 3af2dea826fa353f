"""Reading an article: borders of blocks and sentences, offsets, memory, models by name."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.errors import ModelError
from factx.model import Article, Block, Source
from factx.nlp import PLAIN, installed, load, pieces, read
from factx.nlp.tokenizer import blank

SENTENCES = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))


def article(*paragraphs, gap="\n\n"):
    text = gap.join(paragraphs)
    blocks = []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + len(gap)
    return Article(Source("-", text), 0, len(text), tuple(blocks))


@pytest.fixture(scope="module")
def nlp():
    return load()


def sentences(tokens):
    """Return the text of each sentence."""
    groups = {}
    for index, number in enumerate(tokens.sent):
        groups.setdefault(number, []).append(index)
    return [tokens.span(g[0], g[-1] + 1).text.strip() for g in groups.values()]


@pytest.mark.parametrize("case", SENTENCES["case"], ids=lambda case: case["text"][:40])
def test_sentences(nlp, case):
    parts = [part.strip() for part in case["text"].split("|")]
    assert sentences(read(article(" ".join(parts)), nlp)) == parts


def test_a_heading_never_joins_the_paragraph_below(nlp):
    heading, body = "Exports Double in Early 2025", "The port shipped 300 cars."
    for gap in ("\n\n", "\n", " ", "   \n \n"):
        tokens = read(article(heading, body, gap=gap), nlp)
        assert sentences(tokens) == [heading, body]
        border = tokens.block.index(1)
        for token in tokens.doc:
            assert (token.i < border) == (token.head.i < border)


def test_a_lone_quote_belongs_to_its_sentence(nlp):
    tokens = read(article("“We sold 40 ships.” ”"), nlp)
    assert len(set(tokens.sent)) == 1


@settings(max_examples=60)
@given(st.lists(st.text("aZ 9.,$%’“—\u00a0\n\t-é‑😀\u0301", min_size=1, max_size=30), max_size=4))
def test_offsets_hold(paragraphs):
    tokens = read(article(*paragraphs), load())
    text = tokens.article.source.text
    last = 0
    for index in range(len(tokens)):
        start, end = tokens.start[index], tokens.end[index]
        assert last <= start < end
        assert text[start:end] == tokens.text[index] or text[start:end].isspace()
        last = end
    assert not text[last:].strip()
    assert tokens.sent == sorted(tokens.sent)
    assert tokens.block == sorted(tokens.block)


def test_pieces_tokenize_as_the_whole():
    text = "Sales rose 3.1% to $2.9bn. " * 400 + "no stop " * 4000
    whole = [token.text for token in blank().make_doc(text)]
    doc = pieces.run(blank(), text, ())
    assert [token.text for token in doc] == whole
    assert doc.text == text


def test_an_endless_word_is_one_token():
    text = "Sales rose " + ")" * 5000 + " by 3%."
    doc = pieces.run(blank(), text, ())
    assert len(doc.text) == len(text)
    assert [t.text for t in doc if not t.is_space] == ["Sales", "rose", "by", "3", "%", "."]


def test_long_blocks_are_cut_at_a_stop():
    doc = blank().make_doc("one two three four five. " * 2000)
    cut = list(pieces._cut(doc))
    assert max(map(len, cut)) <= pieces.LONGEST
    assert all(piece[-1].text == "." for piece in cut)


def test_plain_characters_keep_their_places():
    for character, plain in PLAIN.items():
        assert len(chr(character)) == len(plain) == 1


def test_a_process_has_one_pipeline():
    assert load() is load()


class TestModels:
    """Pipelines of the user's own."""

    def test_missing(self):
        with pytest.raises(ModelError, match="no_such_model: not a spaCy pipeline"):
            load("no_such_model")

    def test_without_parser(self, tmp_path):
        blank().to_disk(tmp_path / "bare")
        with pytest.raises(ModelError, match="has no parser, which factx needs"):
            load(str(tmp_path / "bare"))

    def test_other_labels(self, tmp_path):
        other = blank()
        parser = other.add_pipe("parser")
        for label in ("dobj", "pobj", "nsubj"):
            parser.add_label(label)
        other.initialize()
        other.to_disk(tmp_path / "other")
        with pytest.raises(ModelError, match=r"lacks the Universal Dependencies relations .*obj"):
            load(str(tmp_path / "other"))

    def test_required_labels_are_those_of_the_bundled_pipeline(self):
        labels = load().pipe_labels
        assert set(labels["parser"]) >= installed._RELATIONS
        assert set(labels["ner"]) >= installed._NAMES
