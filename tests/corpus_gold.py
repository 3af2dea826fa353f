"""The corpus and the shape of its gold, for the tests that read them.

The gold is the contract without what is computed, plus what a reader may not be punished for;
corpus/SOURCES.md says which fields those are.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = sorted(path for path in CORPUS.glob("*.*") if path.suffix in {".txt", ".md"})
ARTICLES = [path for path in ARTICLES if path.name != "SOURCES.md"]

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


def read_text(article: Path) -> str:
    return article.read_bytes().decode("utf-8")


@cache
def read_gold(article: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(article.with_suffix(".gold.json").read_text("utf-8"))
    return gold
