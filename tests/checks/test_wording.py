"""Numbers and figures in the words of a finding, row by row of ``guards/wording.toml``."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from factx.checks.wording import estimate, number, said, written
from factx.intervals import Interval
from factx.model import Quantity

TABLE = tomllib.loads((Path(__file__).parent / "guards" / "wording.toml").read_text("utf-8"))


def quantity(row: dict[str, str]) -> Quantity:
    value = Decimal(row.get("number", 99))
    return Quantity("q", row["like"], 0, len(row["like"]), row["kind"], value, value, value, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("row", TABLE["number"], ids=lambda row: row["value"])
def test_number(row: dict[str, str]) -> None:
    assert number(Decimal(row["value"])) == row["says"]


@pytest.mark.parametrize("row", TABLE["written"], ids=lambda row: row["like"])
def test_written(row: dict[str, str]) -> None:
    assert written(Decimal(row["value"]), quantity(row)) == row["says"]


@pytest.mark.parametrize("row", TABLE["said"], ids=lambda row: row["text"])
def test_said(row: dict[str, str]) -> None:
    assert said(row["text"]) == row["says"]


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [("11.8", "12.2", "12%"), ("0", "19.05", "0 to 19.05%"), ("12.5", "13", "12.5 to 13%")],
)
def test_what_rounding_leaves_open_is_told_where_it_is_much(low: str, high: str, says: str) -> None:
    values = Interval(Decimal(low), Decimal(high))
    assert estimate(Decimal(12), values, quantity({"like": "9%", "kind": "percent"})) == says
