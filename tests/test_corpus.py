"""The corpus: its gold is grounded and well formed, and factx finds most of it.

FLOORS are what factx reached, less a little. They only go up: a change that falls below one has
made the product worse on real-looking news, whatever else it repairs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

jsonschema = pytest.importorskip("jsonschema")

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = sorted(path for path in CORPUS.glob("*.*") if path.suffix in {".txt", ".md"})
ARTICLES = [path for path in ARTICLES if path.name != "SOURCES.md"]
INCONSISTENT = {"city-budget.txt", "mountain-flood.txt"}

SPAN = {
    "type": "object",
    "required": ["text", "start", "end"],
    "properties": {
        "text": {"type": "string", "minLength": 1},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
    },
}
DAY = {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"}
TEXT = {"type": ["string", "null"]}
NUMBER = {"type": ["number", "null"]}
ALTERNATIVES = {"type": "array", "items": TEXT}


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [{"type": "null"}, schema]}


def _record(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """Describe an object with exactly these fields; a misspelt field is an error."""
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
        "additionalProperties": False,
    }


MENTION = {"id": {"type": "string"}, **SPAN["properties"]}
LENIENT = {"optional": {"const": True}}
QUANTITY = _record(
    {
        **MENTION,
        "type": {"const": "quantity"},
        "kind": {
            "enum": ["count", "percent", "percentage_point", "money", "measure", "ratio", "number"]
        },
        "number": {"type": "number"},
        "low": NUMBER,
        "high": NUMBER,
        "unit": TEXT,
        "noun": _nullable(SPAN),
        "qualifier": {"enum": ["exact", "approx", "over", "under", "at_least", "at_most", "range"]},
        "change": {"enum": ["up", "down", None]},
    },
    {
        **LENIENT,
        "role": {"enum": ["restrictor", "furniture"]},
        "unit_alt": ALTERNATIVES,
        "kind_alt": ALTERNATIVES,
        "change_alt": ALTERNATIVES,
    },
)
TIMEX = {
    "timex_type": {"enum": ["DATE", "TIME", "DURATION", "SET"]},
    "timex": {"type": "string", "minLength": 1},
    "from": DAY,
    "to": DAY,
}
DATE = _record(
    {
        **MENTION,
        **TIMEX,
        "type": {"const": "date"},
        "mod": {"enum": ["START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", None]},
        "parts": _nullable({"type": "array", "items": _record({**SPAN["properties"], **TIMEX})}),
    },
    {**LENIENT, "dateline": {"const": True}, "timex_alt": ALTERNATIVES},
)
OFFICIAL_MENTION = _record(
    {**MENTION, "type": {"const": "official"}, "official": {"type": "string"}}, LENIENT
)
OFFICIAL = _record(
    {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "title": TEXT,
        "organization": TEXT,
        "place": TEXT,
        "status": {"enum": ["former", "acting", None]},
        "role": {"enum": ["official", "other"]},
        "mentions": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "variants": ALTERNATIVES,
    },
    {
        "title_alt": ALTERNATIVES,
        "organization_alt": ALTERNATIVES,
        "organization_stated": {"const": False},
    },
)
RELATIONS = ["level", "change", "share", "ratio", "total", "part", "limit", "rank", "rate"]
EXPLICIT = {"explicit": {"type": "boolean"}}
IMPLICIT = {"implicit": {"const": True}}
CLAIM = _record(
    {
        "id": {"type": "string"},
        "mention": {"type": "string"},
        "measure": SPAN,
        "measure_alt": ALTERNATIVES,
        "relation": {"enum": RELATIONS},
        "relation_alt": {"type": "array", "items": {"enum": RELATIONS}},
        "period": _nullable(_record({"id": {"type": "string"}, **EXPLICIT})),
        "place": _nullable(_record({**SPAN["properties"], **EXPLICIT})),
        "baseline": _nullable(_record({"quantity": TEXT, "period": TEXT, "claim": TEXT}, IMPLICIT)),
        "converts": TEXT,
        "source": _nullable(
            _record(
                {"name": {"type": "string"}, "official": TEXT, "cue": _nullable(SPAN), "via": TEXT},
                IMPLICIT,
            )
        ),
        "modality": {"enum": ["actual", "plan", "target", "estimate", "hypothetical"]},
        "sentence": _record({key: SPAN["properties"][key] for key in ("start", "end")}),
        "in_title": {"type": "boolean"},
    }
)
GOLD = _record(
    {
        "version": {"const": 1},
        "documents": {
            "type": "array",
            "minItems": 1,
            "items": _record(
                {
                    "source": {"type": "string"},
                    "title": SPAN,
                    "date": DAY,
                    "date_source": TEXT,
                    "start": {"type": "integer"},
                    "end": {"type": "integer"},
                    "mentions": {
                        "type": "array",
                        "items": {"anyOf": [QUANTITY, DATE, OFFICIAL_MENTION]},
                    },
                    "officials": {"type": "array", "items": OFFICIAL},
                    "claims": {"type": "array", "items": CLAIM},
                    "inconsistencies": {
                        "type": "array",
                        "items": _record(
                            {
                                "rule": {"type": "string", "pattern": r"^[A-Z]{3}\d\d$"},
                                "spans": {"type": "array", "items": SPAN, "minItems": 2},
                                "note": {"type": "string", "minLength": 1},
                            }
                        ),
                    },
                }
            ),
        },
    }
)


def _text(article: Path) -> str:
    return article.read_bytes().decode("utf-8")


@cache
def _gold(article: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(article.with_suffix(".gold.json").read_text("utf-8"))
    return gold


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
    text = _text(article)
    spans = list(_spans(_gold(article)))
    assert spans
    wrong = [span for span in spans if text[span["start"] : span["end"]] != span["text"]]
    assert wrong == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_gold_has_the_contract_shape(article: Path) -> None:
    jsonschema.validate(_gold(article), GOLD)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_gold_references_resolve(article: Path) -> None:
    for document in _gold(article)["documents"]:
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
        each for document in _gold(article)["documents"] for each in document["inconsistencies"]
    ]
    assert bool(known) == (article.name in INCONSISTENT)
