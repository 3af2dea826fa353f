"""What cannot be tested for want of a figure: listed on request, neither right nor wrong."""

import io
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import factx
from factx.checks import Result
from factx.export import findings, report

TABLE = tomllib.loads((Path(__file__).parent / "guards" / "untestable.toml").read_text("utf-8"))
CASES = [pytest.param(row, id=row["name"]) for row in TABLE["case"]]
TEXT = TABLE["case"][0]["text"]


def run(text: str) -> Result:
    return factx.check([factx.extract(text.replace("\\n", "\n"), source="a.txt")])


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    result = run(case["text"])
    messages = [finding.message for finding in result.untestable]
    assert len(messages) == ("says" in case), messages
    for part in case.get("says", []):
        assert part in messages[0]
    assert not any(case.get("never", "\0") in message for message in messages)
    raised = [finding.rule for finding in result.findings if finding.severity != "info"]
    assert raised == [case["raises"]] if "raises" in case else not raised


def test_it_counts_neither_as_right_nor_as_wrong() -> None:
    result = run(TEXT)
    assert result.untestable
    assert result.relations == len(result.findings) + len(result.consistent)
    assert sum(result.by_rule.values()) == result.relations
    assert "RAT01" not in result.by_rule


def test_text_lists_it_on_request_only() -> None:
    result = run(TEXT)
    shown, hidden = io.StringIO(), io.StringIO()
    report.write(result, {"a.txt": TEXT}.get, shown, consistent=True, colour=False)
    report.write(result, {"a.txt": TEXT}.get, hidden, consistent=False, colour=False)
    assert "untestable RAT01 " in shown.getvalue()
    assert "untestable" not in hidden.getvalue()
    assert shown.getvalue().splitlines()[-1] == hidden.getvalue().splitlines()[-1]


def test_json_and_jsonl_list_it_on_request_only() -> None:
    result = run(TEXT)
    for consistent in (True, False):
        whole, lines = io.StringIO(), io.StringIO()
        findings.write_json(result, [], whole, consistent=consistent)
        findings.write_jsonl(result, lines, consistent=consistent)
        listed = json.loads(whole.getvalue()).get("untestable", [])
        records = [json.loads(line) for line in lines.getvalue().splitlines()]
        without = [record for record in records if record.get("holds", True) is None]
        assert [record["rule"] for record in listed] == ["RAT01"] * consistent
        assert [record["rule"] for record in without] == ["RAT01"] * consistent
