"""``--only``: what it keeps, and that nothing dangles."""

import csv
import io
import json
from contextlib import nullcontext, suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx import export
from factx.errors import UsageError
from factx.export.selection import EVERYTHING, GROUPS, KINDS, narrow, select
from factx.model import Document


def kept(document: Document, only: str) -> dict[str, list[str]]:
    narrowed = narrow(document, select(only))
    return {
        "mentions": [mention.id for mention in narrowed.mentions],
        "officials": [official.id for official in narrowed.officials],
        "claims": [claim.id for claim in narrowed.claims],
    }


@pytest.mark.parametrize(
    ("only", "mentions", "officials", "claims"),
    [
        ("money", "q3 q4", "", "c3 c4"),
        # The change refers to the amount before it, to its period and to the year it compares with.
        ("percent", "q1 d1 q2 d2", "", "c2"),
        ("measure", "q1 d1", "", "c1"),
        ("money,percent", "q1 d1 q2 d2 q3 q4", "", "c2 c3 c4"),
        ("quantities", "q1 d1 q2 d2 q3 q4 q5", "", "c1 c2 c3 c4 c6"),
        # A claim may be about a duration.
        ("dates", "d1 d2 d3", "", "c5"),
        ("officials", "p1", "o1", ""),
        ("officials,dates", "d1 d2 p1 d3", "o1", "c5"),
        ("claims", "q1 d1 q2 d2 q3 q4 d3 q5", "", "c1 c2 c3 c4 c5 c6"),
        ("claims,money", "q1 d1 q2 d2 q3 q4 d3 q5", "", "c1 c2 c3 c4 c5 c6"),
        ("ratio", "", "", ""),
        (" Money , percentage-point", "q3 q4", "", "c3 c4"),
    ],
)
def test_what_is_kept(
    only: str, mentions: str, officials: str, claims: str, document: Document
) -> None:
    assert kept(document, only) == {
        "mentions": mentions.split(),
        "officials": officials.split(),
        "claims": claims.split(),
    }


def test_references_to_what_is_left_out_become_null(document: Document) -> None:
    change = narrow(document, select("percent")).claims[0]
    assert change.baseline is not None
    assert (change.baseline.quantity, change.baseline.period) == ("q1", "d2")
    assert change.baseline.claim is None
    assert change.source is not None
    assert (change.source.name, change.source.official) == ("Anna de Vries", None)


def test_everything_is_everything(document: Document) -> None:
    assert narrow(document, EVERYTHING) is document
    assert narrow(document, select(",".join(GROUPS))) == document


@given(words=st.sets(st.sampled_from([*GROUPS, *KINDS]), min_size=1))
def test_nothing_dangles(document: Document, words: set[str]) -> None:
    selection = select(",".join(words))
    narrowed = narrow(document, selection)
    ids = {item.id for item in (*narrowed.mentions, *narrowed.officials, *narrowed.claims)}
    references: list[str | None] = [m for o in narrowed.officials for m in o.mentions]
    for claim in narrowed.claims:
        references += [claim.mention, claim.converts]
        references += [claim.period.id] if claim.period else []
        references += [claim.source.official] if claim.source else []
        if claim.baseline:
            baseline = [claim.baseline.quantity, claim.baseline.period, claim.baseline.claim]
            assert any(baseline)
            references += baseline
    assert ids.issuperset(filter(None, references))
    for kind in export.FORMATS:
        with suppress(UsageError) if kind == "csv" else nullcontext():  # two kinds of row
            export.write([document], kind, io.StringIO(), selection)


def test_a_kept_claim_keeps_its_period_in_csv(document: Document) -> None:
    stream = io.StringIO(newline="")
    export.write([document], "csv", stream, select("percent"))
    (row,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert row["timex"] == "2025-01/2025-06"
    assert row["baseline"] == "2,900,000,001 tonnes, the year before"


def test_the_table_shows_only_the_groups_asked_for(document: Document) -> None:
    def headings(only: str) -> set[str]:
        stream = io.StringIO()
        export.write([document], "table", stream, select(only))
        words = {line.partition("  ")[0] for line in stream.getvalue().splitlines()}
        return {word for word in words if word.isupper()}

    assert headings("percent") == {"CLAIMS"}
    assert headings("dates") == {"DATES"}
    assert headings("officials,money") == {"CLAIMS", "PEOPLE"}
    assert headings("claims") == {"CLAIMS"}


@pytest.mark.parametrize(
    ("only", "message"),
    [
        ("mony", "cannot select 'mony'; did you mean 'money'?"),
        ("money,date", "cannot select 'date'; did you mean 'dates'?"),
        ("", "cannot select ''; choose from quantities, dates"),
        ("percent,,money", "cannot select ''"),
    ],
)
def test_an_unknown_word_is_named(only: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        select(only)
    assert str(error.value).startswith(message)


def test_json_is_narrowed_too(document: Document) -> None:
    stream = io.StringIO()
    export.write([document], "json", stream, select("officials"))
    output: dict[str, Any] = json.loads(stream.getvalue())
    assert [m["id"] for m in output["documents"][0]["mentions"]] == ["p1"]
