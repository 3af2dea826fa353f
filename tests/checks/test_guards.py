"""The guards of the catalogue, and how much a finding weighs.

``guards/guards.toml`` holds the look-alikes that real news is full of: no rule may warn there.
``guards/severities.toml`` holds what makes one finding weigh more than another, ``guards/fixes.toml``
when it says what to change, and ``guards/once.toml`` what several rules see and one tells.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import factx

HERE = Path(__file__).parent / "guards"


def rows(name: str, key: str) -> list[Any]:
    table = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
    return [pytest.param(row, id=row["name"]) for row in table[key]]


@pytest.mark.parametrize("guard", rows("guards", "guard"))
def test_guard(guard: dict[str, Any]) -> None:
    for text in guard["texts"]:
        found = factx.check([factx.extract(text)]).findings
        alarms = [f"{one.rule} {one.message}" for one in found if one.severity != "info"]
        assert not alarms, text


@pytest.mark.parametrize("case", rows("severities", "case"))
def test_severity(case: dict[str, Any]) -> None:
    documents = [
        factx.extract(article["text"], article.get("date"), source=f"{number}.txt")
        for number, article in enumerate(case["articles"])
    ]
    found = factx.check(documents, select=[case["code"]]).findings
    assert found, "nothing was found"
    assert found[0].severity == case["severity"]


@pytest.mark.parametrize("case", rows("fixes", "case"))
def test_fix(case: dict[str, Any]) -> None:
    found = factx.check([factx.extract(case["text"])]).findings
    assert found, "nothing was found"
    assert [one.fix for one in found if one.fix] == ([case["fix"]] if "fix" in case else [])


@pytest.mark.parametrize("case", rows("once", "case"))
def test_once(case: dict[str, Any]) -> None:
    found = factx.check([factx.extract(case["text"])]).findings
    assert [one.rule for one in found] == [case["code"]]
