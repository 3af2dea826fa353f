"""Every output validates against the schema that ``factx schema`` prints, and the schema against the model."""

import datetime as dt
import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx import export, model
from factx.export.records import VERSION, record
from factx.export.values import dump

SCHEMA = json.loads(export.schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
LINE = jsonschema.Draft202012Validator({**SCHEMA, **SCHEMA["$defs"]["document"]})


def written(documents: list[model.Document], kind: str) -> str:
    stream = io.StringIO()
    export.write(documents, kind, stream)
    return stream.getvalue()


def exact(text: str) -> Any:
    return json.loads(text, parse_int=Decimal, parse_float=Decimal)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["version"] == {"const": VERSION}


def test_the_command_prints_it(factx: Callable[..., Any]) -> None:
    assert json.loads(factx("schema").out) == SCHEMA
    assert factx("schema", "-f", "csv").out == export.columns()
    assert factx("schema", "-f", "table").code == 2


def test_every_object_is_closed_and_whole() -> None:
    """Fields that do not apply are null, never missing, and there are no others."""
    for name, definition in {"root": SCHEMA, **SCHEMA["$defs"]}.items():
        if definition.get("type") == "object":
            assert definition["additionalProperties"] is False, name
            assert definition["required"] == list(definition["properties"]), name


def test_the_sample_fills_every_field(document: model.Document) -> None:
    """The sample is a fair witness: each property of the schema has a value in it somewhere."""
    filled: set[str] = set()

    def walk(value: Any) -> None:
        for child in value.values() if isinstance(value, dict) else value:
            if isinstance(child, dict | list):
                walk(child)
        if isinstance(value, dict):
            filled.update(key for key, child in value.items() if child not in (None, []))

    walk(json.loads(written([document], "json")))
    objects = [SCHEMA, *SCHEMA["$defs"].values()]
    assert {key for item in objects for key in item.get("properties", {})} == filled


@pytest.mark.parametrize(
    ("definition", "field", "type_"),
    [
        ("quantity", "kind", model.Kind),
        ("quantity", "qualifier", model.Qualifier),
        ("quantity", "change", model.Change),
        ("date", "timex_type", model.TimexType),
        ("date_part", "timex_type", model.TimexType),
        ("claim", "relation", model.Relation),
        ("claim", "modality", model.Modality),
        ("tie", "kind", model.TieKind),
        ("tie", "way", model.Way),
        ("tie", "degree", model.Degree),
    ],
)
def test_words_are_those_of_the_model(definition: str, field: str, type_: object) -> None:
    listed = SCHEMA["$defs"][definition]["properties"][field]["enum"]
    assert tuple(word for word in listed if word is not None) == get_args(type_)


def test_the_sample_is_valid(document: model.Document) -> None:
    VALIDATOR.validate(json.loads(written([document, document], "json")))
    VALIDATOR.validate(json.loads(written([], "json")))
    for line in written([document, document], "jsonl").splitlines():
        LINE.validate(json.loads(line))


def test_the_validator_sees_what_is_wrong(document: model.Document) -> None:
    def reject(change: Callable[[dict[str, Any]], object]) -> None:
        output = json.loads(written([document], "json"))
        change(output["documents"][0])
        assert not VALIDATOR.is_valid(output)

    reject(lambda doc: doc.pop("title"))
    reject(lambda doc: doc.update(extra=None))
    reject(lambda doc: doc["mentions"][0].update(kind="amount"))
    reject(lambda doc: doc["mentions"][0].update(number="5"))
    reject(lambda doc: doc["mentions"][1].update({"from": "January"}))
    reject(lambda doc: doc["claims"][0].pop("place"))


# --- documents of any content ---------------------------------------------------------------------

offset = st.integers(0, 10**9)
text = st.text(max_size=8)
day = st.dates()
number = st.decimals(allow_nan=False, allow_infinity=False)
bound = number | st.sampled_from([Decimal("Infinity"), Decimal("-Infinity")])
grounded = {"start": offset, "end": offset}
span = st.builds(model.Span, **grounded)
part = st.builds(model.DatePart, **grounded)
documents = st.builds(
    model.Document,
    id=st.from_regex(r"[0-9a-f]{16}", fullmatch=True),
    title=st.none() | span,
    **grounded,
    mentions=st.lists(
        st.builds(
            model.Quantity, **grounded, number=number, low=bound, high=bound, noun=st.none() | span
        )
        | st.builds(model.Date, **grounded, parts=st.none() | st.tuples(part))
        | st.builds(model.OfficialMention, **grounded),
        max_size=3,
    ).map(tuple),
    officials=st.lists(st.builds(model.Official), max_size=2).map(tuple),
    claims=st.lists(
        st.builds(
            model.Claim,
            measure=st.none() | st.builds(model.Measure, **grounded),
            place=st.none() | st.builds(model.Place, **grounded),
            source=st.none() | st.builds(model.Attribution, cue=st.none() | span),
            sentence=span,
        ),
        max_size=2,
    ).map(tuple),
    ties=st.lists(
        st.builds(
            model.Tie,
            members=st.tuples(st.builds(model.Member)),
            cue=st.none() | span,
            items=st.tuples(span),
        ),
        max_size=2,
    ).map(tuple),
)


@given(documents)
def test_any_document_is_valid_and_exact(document: model.Document) -> None:
    line = written([document], "jsonl")
    assert line.count("\n") == 1
    LINE.validate(json.loads(line))
    assert exact(line) == exact(written([document], "json"))["documents"][0]
    for mention, output in zip(document.mentions, exact(line)["mentions"], strict=True):
        if isinstance(mention, model.Quantity):
            assert output["number"] == mention.number
            assert output["low"] == (mention.low if mention.low.is_finite() else None)


@given(st.recursive(st.none() | st.booleans() | st.integers() | text | day, st.lists))
def test_values_are_json(value: object) -> None:
    plain = json.loads(json.dumps(value, default=dt.date.isoformat))
    assert json.loads(dump(value)) == plain


def test_values_that_are_not_json_are_refused() -> None:
    with pytest.raises(TypeError):
        dump(object())


def test_the_record_keeps_the_order_of_the_contract(document: model.Document) -> None:
    assert list(record(document)) == SCHEMA["$defs"]["document"]["required"]
