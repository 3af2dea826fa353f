"""The corpus: its gold is grounded in the articles, well formed and whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus_gold import ARTICLES, CORPUS, GOLD, read_gold, read_text

jsonschema = pytest.importorskip("jsonschema")

INCONSISTENT = {"city-budget.txt", "mountain-flood.txt"}


def _spans(node: Any) -> Iterator[dict[str, Any]]:
    """Yield everything in the gold that names a stretch of text, however deep."""
    if isinstance(node, dict):
        if {"text", "start", "end"} <= node.keys():
            yield node
        for child in node.values():
            yield from _spans(child)
    elif isinstance(node, list):
        for child in node:
            yield from _spans(child)


def test_every_article_has_gold_and_a_source_note() -> None:
    golds = {path.name.removesuffix(".gold.json") for path in CORPUS.glob("*.gold.json")}
    assert {path.stem for path in ARTICLES} == golds
    sources = (CORPUS / "SOURCES.md").read_text("utf-8")
    assert [path.name for path in ARTICLES if path.name not in sources] == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_gold_is_grounded(article: Path) -> None:
    text = read_text(article)
    spans = list(_spans(read_gold(article)))
    assert spans
    wrong = [span for span in spans if text[span["start"] : span["end"]] != span["text"]]
    assert wrong == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_gold_has_the_contract_shape(article: Path) -> None:
    jsonschema.validate(read_gold(article), GOLD)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_gold_references_resolve(article: Path) -> None:
    for document in read_gold(article)["documents"]:
        assert document["source"] == article.name
        mentions = {mention["id"]: mention for mention in document["mentions"]}
        claims = {claim["id"]: claim for claim in document["claims"]}
        officials = {official["id"] for official in document["officials"]}
        assert len(mentions) == len(document["mentions"])
        assert {m["official"] for m in mentions.values() if m["type"] == "official"} == officials
        for claim in claims.values():
            assert mentions[claim["mention"]]["type"] in {"quantity", "date"}
            assert claim["period"] is None or mentions[claim["period"]["id"]]["type"] == "date"
            assert claim["converts"] is None or claim["converts"] in claims
            source = claim["source"]
            assert source is None or source["official"] in {None, *officials}
            sentence = claim["sentence"]
            mention = mentions[claim["mention"]]
            assert sentence["start"] <= mention["start"] < mention["end"] <= sentence["end"]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_only_the_marked_articles_contradict_themselves(article: Path) -> None:
    known = [
        each for document in read_gold(article)["documents"] for each in document["inconsistencies"]
    ]
    assert bool(known) == (article.name in INCONSISTENT)
