"""Documents read back: what extract wrote, and nothing else, however it was changed."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factx
from factx import checks
from factx.errors import ReadError
from factx.export import records, values
from factx.model import Source
from factx.read.documents import documents

TEXT = (
    "Exports rose 12 percent to $560 million in May 2024 from $500 million a year earlier, said "
    "Minister Anna Berg. Some 40 of the 90 ships, or 44%, were late; 500 miles (805 km) of rail help."
)
RECORD = json.loads(values.dump(records.record(factx.extract(TEXT, date="2024-06-10"))))
ODD = [
    None, True, -1, 0, 3, 10**30, 1e300, float("nan"), float("inf"), "", "x", "NaN", "2024-13-45",
    [], {}, [None], {"text": "x"}, "percent", {"id": "x", "explicit": True},
]  # fmt: skip


def paths(item, path=()):
    """Yield the way to every value of a record."""
    if isinstance(item, dict):
        parts = item.items()
    else:
        parts = enumerate(item) if isinstance(item, list) else ()
    for key, value in parts:
        yield (*path, key)
        yield from paths(value, (*path, key))


PATHS = list(paths(RECORD))


def changed(path, value):
    record = copy.deepcopy(RECORD)
    holder = record
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return record


def read(record):
    return documents(Source("facts.json", json.dumps(record)))


def test_what_was_written_is_read():
    (document,) = read(RECORD)
    assert json.loads(values.dump(records.record(document))) == RECORD


@settings(max_examples=200)
@given(st.sampled_from(PATHS), st.sampled_from(ODD))
def test_a_changed_document_is_refused_or_checked(path, value):
    try:
        found = read(changed(path, value))
    except ReadError:
        return
    checks.check(found)


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("claims", 0, "mention"), "x", "there is no mention 'x'"),
        (("claims", 0, "relation"), "more", "relation cannot be 'more'"),
        (("mentions", 0, "start"), -3, "start cannot be '-3'"),
        (("mentions", 0, "number"), "NaN", "number cannot be 'NaN'"),
        (("mentions", 0), {"type": "quantity"}, "it has no 'id'"),
        (("date",), "2024-13-45", "month must be in 1..12"),
    ],
)
def test_the_reason_is_given(path, value, reason):
    with pytest.raises(ReadError, match=reason):
        read(changed(path, value))


def test_deep_nesting_is_refused():
    with pytest.raises(ReadError, match="nested too deeply"):
        documents(Source("facts.json", '{"documents": ' + "[" * 200_000))


def test_paths_reach_every_kind_of_record():
    tops = {path[0] for path in PATHS if len(path) > 3}
    assert tops >= {"mentions", "claims", "ties"}
