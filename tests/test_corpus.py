"""The corpus: its gold is grounded and well formed, and factx finds most of it.

FLOORS are what factx reached, less a little. They only go up: a change that falls below one has
made the product worse on real-looking news, whatever else it repairs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
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


# --- what factx finds ---------------------------------------------------------------------------

FLOORS = {
    "quantity found": 0.98,
    "quantity true": 0.98,
    "quantity number": 0.98,
    "quantity kind and unit": 0.93,
    "date found": 0.96,
    "date true": 0.97,
    "date timex": 0.90,
    "official found": 0.95,
    "official true": 0.85,
    "official name": 0.95,
    "official title": 0.80,
    "official organization": 0.60,
    "official role": 0.88,
}


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> float:
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    either = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return max(shared, 0) / either


def _pairs(
    gold: list[dict[str, Any]], found: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Match one to one, the best overlap first."""
    ranked = sorted(
        ((_overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        reverse=True,
    )
    taken: set[int] = set()
    used: set[int] = set()
    pairs = []
    for overlap, i, j in ranked:
        if overlap > 0 and i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _is_spared(mention: dict[str, Any], others: set[str]) -> bool:
    """Tell whether finding or missing the mention counts neither way."""
    return bool(mention.get("optional")) or mention.get("official") in others


def _score(kind: str, documents: Iterator[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    """Count what is found and true of one type of mention, and keep the misses for the message."""
    score: dict[str, Any] = {"matched": [], "missed": [], "spurious": []}
    for gold, found in documents:
        others = {each["id"] for each in gold["officials"] if each["role"] == "other"}
        due = [mention for mention in gold["mentions"] if mention["type"] == kind]
        given = [mention for mention in found["mentions"] if mention["type"] == kind]
        pairs = _pairs(due, given)
        matched = {id(side) for pair in pairs for side in pair}
        spared = [mention for mention in gold["mentions"] if _is_spared(mention, others)]
        score["matched"] += [pair for pair in pairs if not _is_spared(pair[0], others)]
        score["missed"] += [
            mention["text"]
            for mention in due
            if id(mention) not in matched and not _is_spared(mention, others)
        ]
        score["spurious"] += [
            mention["text"]
            for mention in given
            if id(mention) not in matched
            # The second end of a joined period, found by itself, is as right as the whole.
            and not any(_overlap(mention, each) for each in [*due, *spared])
        ]
    return score


def _same_number(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    return bool(found["number"] == pytest.approx(gold["number"], rel=0.005))


def _same_unit(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """Compare kind and unit; a count may name more of its noun ("medal event" for "event")."""
    unit = found["unit"]
    if found["kind"] == "count" and unit:
        unit = unit.split()[-1]
    kinds = [gold["kind"], *gold.get("kind_alt", [])]
    return found["kind"] in kinds and unit in [gold["unit"], *gold.get("unit_alt", [])]


def _same_timex(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    return found["timex"] in [gold["timex"], *gold.get("timex_alt", [])]


def _same_person(field: str) -> Callable[[dict[str, Any], dict[str, Any]], bool]:
    def same(gold: dict[str, Any], found: dict[str, Any]) -> bool:
        wanted = [gold["person"][field], *gold["person"].get(f"{field}_alt", [])]
        if gold["person"].get(f"{field}_stated") is False:
            wanted.append(None)
        given = found["person"][field]
        return (given and given.casefold()) in [each and each.casefold() for each in wanted]

    return same


RIGHT = {
    "quantity": {"number": _same_number, "kind and unit": _same_unit},
    "date": {"timex": _same_timex},
    "official": {each: _same_person(each) for each in ("name", "title", "organization", "role")},
}


@cache
def _both() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Read the corpus with factx and pair its documents with the gold."""
    from factx.export.records import record
    from factx.export.values import dump
    from factx.pipeline import read

    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for article in ARTICLES:
        found = [json.loads(dump(record(document))) for document in read(article)]
        pairs += zip(
            map(_with_people, _gold(article)["documents"]), map(_with_people, found), strict=True
        )
    return pairs


def _with_people(document: dict[str, Any]) -> dict[str, Any]:
    """Put the person into each mention of them, so that mentions compare by themselves."""
    people = {each["id"]: each for each in document["officials"]}
    mentions = [
        {**each, "person": people[each["official"]]} if each["type"] == "official" else each
        for each in document["mentions"]
    ]
    return {**document, "mentions": mentions}


def test_titles_days_and_extents_are_found() -> None:
    for gold, found in _both():
        assert found["title"]["text"] == gold["title"]["text"]
        assert found["date"] == gold["date"]
        assert _overlap(gold, found) > 0.95


@pytest.mark.parametrize("kind", RIGHT)
def test_mentions_reach_their_floors(kind: str) -> None:
    score = _score(kind, iter(_both()))
    matched, missed, spurious = score["matched"], score["missed"], score["spurious"]
    reached = {
        f"{kind} found": len(matched) / (len(matched) + len(missed)),
        f"{kind} true": len(matched) / max(len(matched) + len(spurious), 1),
    }
    wrong = {}
    for name, is_right in RIGHT[kind].items():
        bad = [(gold, found) for gold, found in matched if not is_right(gold, found)]
        reached[f"{kind} {name}"] = 1 - len(bad) / max(len(matched), 1)
        wrong[name] = [(gold["text"], found["text"]) for gold, found in bad]
    low = {name: value for name, value in reached.items() if value < FLOORS[name]}
    assert not low, f"{reached=}\n{missed=}\n{spurious=}\n{wrong=}"
