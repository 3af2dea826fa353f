"""Each format as a whole, against a snapshot; ``FACTX_SNAPSHOTS=write pytest`` makes them anew."""

import csv
import io
import json
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx import export
from factx.errors import UsageError
from factx.export.durations import length
from factx.export.rows import SHEETS
from factx.export.values import number, outward, short
from factx.model import Baseline, Date, Document, Quantity, Relation, Span

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"


def written(
    document: Document, kind: str, only: export.Selection = export.EVERYTHING, copies: int = 1
) -> str:
    stream = io.StringIO(newline="")
    export.write([document] * copies, kind, stream, only)
    return stream.getvalue()


@pytest.mark.parametrize("kind", export.FORMATS)
def test_snapshot(kind: str, document: Document) -> None:
    snapshot = SNAPSHOTS / f"ports.{kind}"
    output = written(document, kind)
    if os.environ.get("FACTX_SNAPSHOTS") == "write":
        snapshot.write_bytes(output.encode())
    assert output == snapshot.read_bytes().decode()


@pytest.mark.parametrize("kind", export.FORMATS)
def test_documents_are_written_as_they_arrive(kind: str, document: Document) -> None:
    stream = io.StringIO()
    sizes = []

    def documents() -> Iterator[Document]:
        for _ in range(3):
            sizes.append(len(stream.getvalue()))
            yield document

    export.write(documents(), kind, stream)
    assert sizes[0] < sizes[1] < sizes[2]


def test_all_formats_show_the_same_figures(document: Document) -> None:
    rows = list(csv.DictReader(io.StringIO(written(document, "csv"), newline="")))
    claims = json.loads(written(document, "json"))["documents"][0]["claims"]
    spans = {
        mention.id: (mention.text, str(mention.start), str(mention.end))
        for mention in document.mentions
    }
    table = " ".join(written(document, "table").split())
    assert [(row["quantity"], row["start"], row["end"]) for row in rows] == [
        spans[claim["mention"]] for claim in claims
    ]
    for claim in document.claims:
        assert spans[claim.mention][0] in table


def test_an_unknown_format_is_named_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no format 'jsnl'; did you mean 'jsonl'"):
        export.write([], "jsnl", io.StringIO())
    with pytest.raises(UsageError, match="choose from table, json, jsonl, csv"):
        export.write([], "xml", io.StringIO())


# --- numbers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1.5E+12", "1500000000000"),
        ("2900000001.0", "2900000001"),
        ("0.10", "0.1"),
        ("-0.0", "0"),
        ("-12.50", "-12.5"),
        ("1E-7", "0.0000001"),
        ("0.6666666666666666666666666667", "0.6666666666666666666666666667"),
        ("9007199254740993", "9007199254740993"),
        ("1E+999999", "1e999999"),
        ("-25E-9999", "-25e-9999"),
        ("Infinity", None),
    ],
)
def test_numbers_are_exact_and_short(value: str, expected: str | None) -> None:
    assert number(Decimal(value)) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_number_reads_back(value: Decimal) -> None:
    text = number(value)
    assert text is not None
    assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?(e-?\d+)?", text)
    assert Decimal(text) == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.3333333333333333333333333333", "0.333333"),
        ("-66.66666666666666666666666667", "-66.6667"),
        ("433333333.3333333333333333333", "433333333"),
        ("0.0000000123456789", "0.0000000123457"),
        ("1234567890.12345", "1234567890.12345"),
        ("9007199254740993", "9007199254740993"),
        ("0.50000000000000000000000", "0.5"),
        ("0E-30", "0"),
        ("Infinity", None),
    ],
)
def test_numbers_for_people_have_few_digits(value: str, expected: str | None) -> None:
    assert number(short(Decimal(value))) == expected


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20),
    st.integers(1, 9_999_999),
)
def test_a_rounded_interval_holds_the_exact_one(value: Decimal, divisor: int) -> None:
    exact = value / divisor
    low, high = outward(exact, exact)
    assert low <= exact <= high
    assert high - low <= max(abs(exact), Decimal(1)) / 10**5


# --- csv --------------------------------------------------------------------------------------------


def test_csv_is_rfc_4180(document: Document) -> None:
    output = written(document, "csv", copies=2)
    lines = output.split("\r\n")
    assert lines[0] == ",".join(SHEETS["claims"])
    assert lines[-1] == ""
    assert len(lines) == 2 + 2 * len(document.claims)
    assert "\n" not in output.replace("\r\n", "")  # a wrapped sentence stands on one line


def sheet(document: Document, only: str) -> list[dict[str, str]]:
    text = written(document, "csv", export.select(only))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_officials_are_a_csv_of_their_own(document: Document) -> None:
    rows = sheet(document, "officials")
    assert list(rows[0]) == list(SHEETS["officials"])
    assert [row["name"] for row in rows] == [person.name for person in document.officials]
    for row, person in zip(rows, document.officials, strict=True):
        said = sum(c.source is not None and c.source.official == person.id for c in document.claims)
        first = next(m for m in document.mentions if m.id == person.mentions[0])
        assert row["title"] == (person.title or "")
        assert (row["mentions"], row["claims"]) == (str(len(person.mentions)), str(said))
        assert (row["start"], row["end"]) == (str(first.start), str(first.end))


def test_dates_are_a_csv_of_their_own(document: Document) -> None:
    rows = sheet(document, "dates")
    dates = [mention for mention in document.mentions if isinstance(mention, Date)]
    assert list(rows[0]) == list(SHEETS["dates"])
    assert [(row["date"], row["timex"]) for row in rows] == [(d.text, d.timex) for d in dates]


@pytest.mark.parametrize("only", ["officials,dates", "money,dates", "claims,officials,dates"])
def test_csv_of_two_kinds_of_row_is_refused_at_once(only: str, document: Document) -> None:
    stream = io.StringIO()
    with pytest.raises(UsageError, match=r"one kind of row, not .* and .*; run it once for each"):
        export.write(iter([document]), "csv", stream, export.select(only))
    assert not stream.getvalue()


@pytest.mark.parametrize("only", ["claims", "money,percent", "quantities"])
def test_csv_of_figures_is_one_of_claims(only: str, document: Document) -> None:
    assert list(sheet(document, only)[0]) == list(SHEETS["claims"])


def test_the_columns_of_each_sheet_are_explained(document: Document) -> None:
    told = [part.splitlines() for part in export.columns().split("\n\n")]
    for (name, *lines), only in zip(told, ("claims", "officials", "dates"), strict=True):
        assert name == only
        assert [line.split()[0] for line in lines] == list(sheet(document, only)[0])
        assert all(len(line.split()) > 2 for line in lines)


LENGTHS = tomllib.loads(Path(__file__).with_name("durations.toml").read_text("utf-8"))["length"]


@pytest.mark.parametrize("case", LENGTHS, ids=lambda case: case["timex"])
def test_a_duration_has_a_length_in_one_unit(case: dict[str, Any]) -> None:
    least, most, unit = case["expected"] or (None, None, None)
    expected = (least and Decimal(least), most and Decimal(most), unit)
    assert length(case["timex"]) == expected


def lasting(document: Document, mod: str | None, timex: str = "P2Y") -> Document:
    """Return a document whose one claim is about a duration."""
    (date,) = [m for m in document.mentions if isinstance(m, Date) and m.text == "two years"]
    claim = next(c for c in document.claims if c.mention == date.id)
    date = replace(date, mod=mod, timex=timex)
    return replace(document, mentions=(date,), claims=(claim,), officials=())


def test_a_duration_is_a_number_of_a_unit(document: Document) -> None:
    (row,) = sheet(lasting(document, "EQUAL_OR_MORE"), "claims")
    assert (row["number"], row["unit"], row["qualifier"]) == ("2", "year", "at_least")
    assert (row["kind"], row["duration"]) == ("duration", "P2Y")
    (row,) = sheet(lasting(document, None, "P2Y/P3Y"), "claims")
    assert (row["number"], row["low"], row["high"]) == ("2.5", "2", "3")
    (row,) = sheet(lasting(document, None, "PXW"), "claims")
    assert (row["number"], row["unit"], row["duration"]) == ("", "", "PXW")


def test_a_conversion_names_its_claim(document: Document) -> None:
    converts = {claim.id: claim.converts or "" for claim in document.claims}
    assert any(converts.values())
    assert {row["claim"]: row["converts"] for row in sheet(document, "claims")} == converts


@pytest.mark.parametrize("field", ["period", "place"])
def test_what_is_said_elsewhere_is_told_apart(document: Document, field: str) -> None:
    values = [getattr(claim, field) for claim in document.claims]
    explicit = [str(value.explicit).lower() if value else "" for value in values]
    assert [row[f"{field}_explicit"] for row in sheet(document, "claims")] == explicit


def test_what_division_leaves_is_no_bound(document: Document) -> None:
    third = next(m for m in document.mentions if isinstance(m, Quantity))
    third = replace(third, low=Decimal(1) / 3, high=Decimal(1) / 3 + Decimal(1) / 6)
    claim = replace(document.claims[0], mention=third.id, period=None, baseline=None)
    (row,) = sheet(replace(document, mentions=(third,), claims=(claim,)), "claims")
    assert (row["low"], row["high"]) == ("0.333333", "0.5")


# --- table ------------------------------------------------------------------------------------------


def test_a_piped_table_is_plain(document: Document) -> None:
    output = written(document, "table")
    assert output.isprintable() or not re.search(r"[\x00-\x09\x0b-\x1f\x7f─-╿]", output)
    assert max(map(len, output.splitlines())) <= 80
    assert not re.search(r" +$", output, re.MULTILINE)


def test_a_terminal_has_colours_and_who_says_so(document: Document, terminal: io.StringIO) -> None:
    export.write([document], "table", terminal)
    assert "\x1b[1;36mCLAIMS" in terminal.getvalue()
    assert "said by" in terminal.getvalue()


def test_no_color_is_obeyed(
    document: Document, terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    export.write([document], "table", terminal)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", terminal.getvalue())


def test_a_title_cannot_steer_the_terminal() -> None:
    title = "\x1b[31mred\x07 [bold]not markup[/] :smile: \u202eback\u00adwards"
    document = Document(
        id="0" * 16,
        source="a\x1b[2Jb.txt",
        title=Span(title, 0, len(title)),
        date=None,
        date_source=None,
        start=0,
        end=len(title),
        mentions=(),
        officials=(),
        claims=(),
    )
    output = written(document, "table")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", output)
    assert "[bold]not markup[/] :smile: backwards" in output
    assert "nothing found" in output


def test_repeated_dates_are_shown_once(document: Document) -> None:
    again = [replace(m, id=m.id + "x") for m in document.mentions if isinstance(m, Date)]
    repeated = replace(document, mentions=(*document.mentions, *again))
    days = export.select("dates")
    assert written(repeated, "table", days) == written(document, "table", days)


def test_a_claim_is_one_line_with_its_conversion(
    document: Document, terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    export.write([document], "table", terminal)
    (line,) = [row for row in terminal.getvalue().splitlines() if "€1.5 billion" in row]
    assert re.match(
        r"A new quay \(quay cost\) +≥ €1\.5 billion \(\$1\.6 billion\) +limit, plan", line
    )


@pytest.mark.parametrize(
    ("mod", "shown"),
    [(None, "two years"), ("EQUAL_OR_LESS", "≤ two years"), ("APPROX", "≈ two years")],
)
def test_a_duration_shows_how_it_is_hedged(mod: str | None, shown: str, document: Document) -> None:
    line = written(lasting(document, mod), "table").splitlines()[-1]
    assert re.search(rf"  {shown}( |$)", line)


@pytest.mark.parametrize("columns", [20, 30, 40, 50, 60, 79])
def test_no_screen_is_too_narrow_for_a_figure(
    columns: int, document: Document, terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    export.write([document], "table", terminal)
    lines = re.sub(r"\x1b\[\d*m", "", terminal.getvalue()).splitlines()
    said = "".join(lines).replace(" ", "")
    for claim in document.claims:
        mention = next(m for m in document.mentions if m.id == claim.mention)
        assert mention.text.replace(" ", "") in said
        assert not claim.source or claim.source.name.replace(" ", "") in said
    # A path stays whole, to be clicked on.
    assert max(len(line) for line in lines if document.source not in line) <= columns


def test_a_name_takes_the_room_that_is_left(document: Document) -> None:
    (figure,) = [m for m in document.mentions if m.text == "0.10%"]
    (claim,) = [c for c in document.claims if c.mention == figure.id]
    claim = replace(claim, baseline=None, period=None, place=None, source=None)
    claim = replace(claim, measure=document.claims[0].measure)
    assert claim.measure is not None
    long = "tonnes of freight through its terminals"
    claim = replace(claim, measure=replace(claim.measure, text=long))
    assert long in written(replace(document, claims=(claim,), officials=()), "table")


def test_a_body_that_is_its_place_is_shown_once(document: Document) -> None:
    person = replace(document.officials[0], organization="Rotterdam", place="Rotterdam")
    output = written(replace(document, officials=(person,), claims=()), "table")
    assert "Rotterdam, Rotterdam" not in output
    assert "Rotterdam" in output.partition("PEOPLE")[2]


def test_a_claim_without_a_measure_quotes_its_sentence(document: Document) -> None:
    line = next(line for line in written(document, "table").splitlines() if "two years" in line)
    assert line.startswith("“… $1.6 billion) and take”")


def test_what_makes_no_claim_is_shown_on_request(document: Document) -> None:
    bare = replace(document, claims=document.claims[1:])
    assert "FIGURES" not in written(bare, "table")
    shown = written(bare, "table", export.select("quantities")).partition("FIGURES")[2]
    assert "2,900,000,001 t" in shown
    assert "0.10%" not in shown


def test_wide_terminals_give_each_part_a_column(
    document: Document, terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    export.write([document], "table", terminal)
    row = next(line for line in terminal.getvalue().splitlines() if "0.10%" in line)
    assert re.search(
        r"0\.10%.*from 2,900,000,001 tonnes.*the first half of 2025.*Rotterdam.*Vries", row
    )


@pytest.mark.parametrize(
    ("relation", "shown"), [("change", "from £347"), ("level", "down from £347")]
)
def test_the_size_of_a_change_is_not_down_from_a_level(
    relation: Relation, shown: str, document: Document
) -> None:
    figure = next(m for m in document.mentions if isinstance(m, Quantity))
    figure = replace(figure, text="£38", kind="money", unit="GBP", number=Decimal(38), change="up")
    level = replace(figure, id="q81", text="£347", number=Decimal(347))
    claim = replace(document.claims[0], mention=figure.id, converts=None, period=None)
    claim = replace(claim, place=None, source=None, modality="actual", relation=relation)
    claim = replace(claim, baseline=Baseline(quantity=level.id, period=None))
    changed = replace(document, mentions=(figure, level), claims=(claim,), officials=())
    assert written(changed, "table").rstrip().endswith(f"  {shown}")


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("$5 million", "USD", "$5 million"),
        ("$5 million", "AUD", "$5 million AUD"),
        ("A$5 million", "AUD", "A$5 million"),
        ("4 billion francs", "CDF", "4 billion francs CDF"),
        ("€4 billion", "EUR", "€4 billion"),
    ],
)
def test_a_shared_sign_is_named_where_it_is_not_the_usual(
    text: str, unit: str, shown: str, document: Document
) -> None:
    figure = next(m for m in document.mentions if isinstance(m, Quantity))
    figure = replace(figure, text=text, kind="money", unit=unit, change=None, qualifier="exact")
    usual = [replace(figure, id=f"q8{n}", text="€1", unit="EUR") for n in range(3)]
    claim = replace(
        document.claims[0], mention=figure.id, baseline=None, converts=None, period=None
    )
    claim = replace(claim, place=None, source=None, modality="actual", relation="level")
    changed = replace(document, mentions=(figure, *usual), claims=(claim,), officials=())
    assert " ".join(written(changed, "table").split()).endswith(f"] {shown}")


def test_a_figure_that_stands_for_many_shows_its_bounds(document: Document) -> None:
    vague = Quantity(
        "q1", "Thousands", 0, 9, "count", Decimal(1000), Decimal(2000), Decimal(9999), None
    )
    between = replace(
        vague, text="7 to 12", number=Decimal("9.5"), low=Decimal("6.5"), high=Decimal("12.5")
    )
    between = replace(between, qualifier="range")
    output = written(replace(document, mentions=(vague, between), claims=()), "table")
    assert "2,000 to 9,999" in output
    assert "6.5 to 12.5" in output
