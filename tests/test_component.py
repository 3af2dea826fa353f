"""The spaCy component, through the entry point that spaCy finds by itself."""

import pytest
import spacy
from spacy.tokens import Doc

import factx
from factx.errors import UsageError

TEXT = "Exports fell 4.1% to $8.2 billion in May, Trade Minister Ana Silva said on Tuesday."
DAY = "2025-06-18"


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("factx", config={"date": DAY})
    return nlp


def test_gives_what_extract_gives(nlp: spacy.language.Language) -> None:
    assert nlp(TEXT)._.factx == factx.extract(TEXT, DAY)


def test_spans_lie_on_the_mentions(nlp: spacy.language.Language) -> None:
    doc = nlp(TEXT)
    found = {(span.text, span.label_) for span in doc.spans["factx"]}
    assert {("4.1%", "percent"), ("$8.2 billion", "money"), ("Ana Silva", "official")} <= found


def test_the_facts_survive_bytes(nlp: spacy.language.Language) -> None:
    doc = nlp(TEXT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.factx == doc._.factx


def test_the_facts_survive_other_processes(nlp: spacy.language.Language) -> None:
    (doc,) = nlp.pipe([TEXT], n_process=2)
    assert doc._.factx == factx.extract(TEXT, DAY)
    assert {"4.1%", "Ana Silva"} <= {span.text for span in doc.spans["factx"]}


@pytest.mark.usefixtures("nlp")
def test_a_document_of_another_pipeline_has_none() -> None:
    assert spacy.blank("en")(TEXT)._.factx is None


def test_a_wrong_date_is_named() -> None:
    with pytest.raises(UsageError, match="'June 18' is not a day"):
        spacy.blank("en").add_pipe("factx", config={"date": "June 18"})
