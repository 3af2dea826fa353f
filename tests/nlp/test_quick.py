"""What is quicker than spaCy's own says the same: tokens, encoder, embedding, names, trees, lemmas."""

import copy
import string

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.pipeline.dep_parser import DependencyParser
from spacy.pipeline.ner import EntityRecognizer

from factx.nlp import bundled, embed, encoder, load
from factx.nlp.tokenizer import blank

TEXTS = [
    "Prime Minister Asel Nurlanova of Kyrgyzstan met Omar Diallo, head of the World Bank Group.",
    "In West Africa they met at the Park Hotel in Nairobi on Tuesday.",
    "The Ministry of Water, Energy and Irrigation of the Republic of Kenya said so.",
    "No name is here.",
    "Maria",
    "BANK OF GHANA RAISES RATES  \n  Kofi Mensah",
    "",
]
WORDS = [
    *" ".join(TEXTS).split(),
    "\n\n",
    "  ",
    ".",
    "Kwame",
    "Nkrumah-Smith",
    "U.S.",
    '"',
    "17.9%",
]


@pytest.fixture(scope="module")
def nlp():
    return load()


def texts():
    return st.lists(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), max_size=5)


@settings(max_examples=40, deadline=None)
@given(texts())
def test_names_are_those_of_spacy(nlp, texts):
    ours = nlp.get_pipe("ner")
    theirs = EntityRecognizer(nlp.vocab, ours.model, moves=ours.moves)
    with nlp.select_pipes(disable=["ner"]):
        docs = list(nlp.pipe([*TEXTS, *texts]))
    found = list(ours.pipe([doc.copy() for doc in docs], batch_size=4))
    wanted = list(theirs.pipe([doc.copy() for doc in docs]))
    for a, b in zip(found, wanted, strict=True):
        assert [(t.ent_iob_, t.ent_type_) for t in a] == [(t.ent_iob_, t.ent_type_) for t in b]


def test_there_are_names_to_compare(nlp):
    names = {span.text: span.label_ for doc in nlp.pipe(TEXTS) for span in doc.ents}
    assert names["Omar Diallo"] == "PERSON"
    assert max(len(name.split()) for name in names) > 1


@settings(max_examples=40, deadline=None)
@given(texts())
def test_trees_are_those_of_spacy(nlp, texts):
    ours = nlp.get_pipe("parser")
    with nlp.select_pipes(enable=["tok2vec"]):
        docs = list(nlp.pipe([*TEXTS, *texts]))
    found = list(ours.pipe([doc.copy() for doc in docs], batch_size=4))
    wanted = [doc.copy() for doc in docs]
    ours.set_annotations(wanted, DependencyParser.greedy_parse(ours, wanted))
    for a, b in zip(found, wanted, strict=True):
        assert [(t.head.i, t.dep_, t.is_sent_start) for t in a] == [
            (t.head.i, t.dep_, t.is_sent_start) for t in b
        ]
    assert {"nsubj", "flat"} <= {token.dep_ for token in found[0]}


def test_lemmas_are_those_of_spacy(nlp):
    theirs = EnglishLemmatizer(nlp.vocab, None, mode="rule")
    theirs.initialize(lookups=bundled.lemma_tables())
    with nlp.select_pipes(disable=["lemmatizer"]):
        docs = list(nlp.pipe([*TEXTS, "Mice ran; the better oxen grew by thousands, she's told."]))
    for doc in docs:
        ours = nlp.get_pipe("lemmatizer")(doc.copy())
        assert [t.lemma_ for t in ours] == [t.lemma_ for t in theirs(doc.copy())]


@pytest.mark.parametrize("depth", [1, 3])
@pytest.mark.parametrize("lengths", [[5], [1, 40, 0, 2], [3, 3]])
def test_the_encoder_sums_as_spacy_does(depth, lengths):
    chance = np.random.default_rng(0)
    texts = [chance.normal(size=(n, 16)).astype(np.float32) for n in lengths]
    model = MaxoutWindowEncoder(width=16, window_size=1, maxout_pieces=3, depth=depth)
    model.initialize(X=texts, Y=texts)
    for node in model.walk():
        for name in node.param_names:
            node.set_param(name, chance.normal(size=node.get_param(name).shape).astype(np.float32))
    wanted = model.predict(texts)
    encoder.quicken(model)
    for a, b in zip(model.predict(texts), wanted, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-4)


def test_an_encoder_of_another_window_is_left_alone():
    texts = [np.ones((4, 8), np.float32)]
    model = MaxoutWindowEncoder(width=8, window_size=2, maxout_pieces=2, depth=1)
    model.initialize(X=texts, Y=texts)
    wanted = model.predict(texts)[0]
    encoder.quicken(model)
    assert (model.predict(texts)[0] == wanted).all()


@pytest.mark.parametrize("most", [3, 1000])
def test_a_remembered_word_is_embedded_as_a_new_one(most, monkeypatch):
    monkeypatch.setattr(encoder, "MOST", most)
    nlp = blank()
    docs = [nlp.make_doc(text) for text in [*TEXTS, "Omar and OMAR and omar"]]
    model = embed.cluster_hash_embed(width=8, attrs=["NORM", "SHAPE"], rows=[50, 50, 50, 50])
    model.initialize(X=docs)
    wanted = copy.deepcopy(model.predict(docs))
    encoder.quicken(model)
    for batch in (slice(0, 2), slice(2, 8), slice(0, 8)):
        for a, b in zip(model.predict(docs[batch]), wanted[batch], strict=True):
            np.testing.assert_allclose(a, b, atol=1e-5)


@pytest.fixture(scope="module")
def cutter():
    return blank().tokenizer


@given(st.text(string.ascii_letters, min_size=1, max_size=12))
def test_a_word_of_letters_has_no_affix(cutter, word):
    for search in (cutter.prefix_search, cutter.suffix_search):
        assert search.__self__.expression.search(word) is None
        assert search(word) is None
        assert search(f'"{word}"')
    assert not list(cutter.infix_finditer.__self__.expression.finditer(word))
    assert list(cutter.infix_finditer(f"{word}--{word}"))
