"""The commands around the rules: check, rules and explain, on files, on JSON and on pipes."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factx as package
from factx import checks
from factx.cli.output import terminal_width
from factx.export import report

WRONG = "Exports rose 21 percent to 560 tonnes from 480 tonnes in spring.\n"
RIGHT = "Exports rose 12 percent to 560 tonnes from 500 tonnes in spring.\n"
Runner = Callable[..., Any]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(WRONG, "utf-8")
    return path


def test_a_finding_says_where_and_why(factx: Runner, draft: Path) -> None:
    run = factx("check", draft)
    assert run.code == 1
    assert run.out.startswith(f"{draft}:1:14: error PCT01 ")
    assert "  |              ^^^^^^^^^^    ^^^^^^^^^^      ^^^^^^^^^^\n" in run.out
    assert "factx explain PCT01" in run.out
    assert run.out.splitlines()[-1].startswith("checked 2 relations over 3 quantities: 1 holds")
    assert "\x1b" not in run.out


def test_a_rule_is_pointed_to_once_and_articles_are_counted(factx: Runner, tmp_path: Path) -> None:
    for name in ("Imports", "Sales"):
        (tmp_path / f"{name}.txt").write_text(WRONG.replace("Exports", name), "utf-8")
    run = factx("check", tmp_path)
    assert run.out.count("error PCT01") == 2
    assert run.out.count("factx explain PCT01") == 1
    assert " in 2 articles: " in run.out.splitlines()[-1]


def test_a_sheet_of_extract_is_no_article(factx: Runner, draft: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "facts.csv"
    factx("extract", draft, "-f", "csv", "-o", sheet)
    for run in (factx("check", sheet), factx("check", stdin=sheet.read_bytes())):
        assert (run.code, run.out) == (2, "")
        assert run.err.endswith(": csv of factx extract; check takes its json or jsonl\n")
    other = tmp_path / "other.csv"
    other.write_text(WRONG, "utf-8")
    assert factx("check", other).code == 1


def test_what_holds_is_shown_on_request(factx: Runner, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RIGHT, "utf-8")
    assert factx("check", path).out.count("\n") == 1
    run = factx("check", path, "--show-consistent")
    assert run.code == 0
    assert "holds PCT01 " in run.out


def findings(width: int | None, *, colour: bool = False) -> str:
    text = WRONG + "The port, which is the only one on that coast, has three cranes. " * 3 + WRONG
    result = checks.check([package.extract(text, source="draft.txt")])
    stream = io.StringIO()
    report.write(result, lambda _: text, stream, consistent=True, colour=colour, width=width)
    return stream.getvalue()


@pytest.mark.parametrize("width", [40, 60, 72, 120])
def test_lines_end_where_the_terminal_does(width: int) -> None:
    lines = findings(width).splitlines()
    assert max(map(len, lines)) <= max(width, 60)
    (message,) = (line for line in findings(None).splitlines() if line.startswith("draft.txt:1:14"))
    assert message in " ".join(" ".join(lines).split())


def test_colours_survive_folding() -> None:
    assert findings(60, colour=True).startswith(
        "\x1b[1mdraft.txt:1:14\x1b[0m: \x1b[1;31merror PCT01"
    )


def test_only_a_terminal_has_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "64")
    stream = io.StringIO()
    assert terminal_width(stream) is None
    monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    assert terminal_width(stream) == 64


def test_nothing_is_said_to_hold_when_nothing_could_be_read(
    factx: Runner, draft: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.txt"
    run = factx("check", missing)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "checked 2 relations" in factx("check", missing, draft).out
    assert json.loads(factx("check", missing, "-f", "json").out)["checked"]["relations"] == 0


@pytest.mark.parametrize("command", ["extract", "check"])
@pytest.mark.parametrize(
    "text", ['{"a": ["Sales rose 4%"]}\n', '[{"a": 1},\n {"a": 2}]', '{"a": 1}\n{"a": 2}\n']
)
def test_data_under_the_name_of_a_text_is_refused(
    factx: Runner, tmp_path: Path, command: str, text: str
) -> None:
    path = tmp_path / "data.txt"
    path.write_text(text, "utf-8")
    run = factx(command, path)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"factx: {path}: JSON, not an article; ")
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("text", ["[Update] Sales rose 4% in May.", '{"Sales rose 4%", he said.}'])
def test_an_article_may_open_with_a_bracket(factx: Runner, tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    assert factx("check", path).code == 0


def test_bounds_are_short_and_plain(factx: Runner, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Fares rose 5 percent to $40 from $30.\n", "utf-8")
    found = factx("check", path, "-f", "jsonl").out.splitlines()
    assert found
    for line in found:
        bounds = json.loads(line, parse_float=str)["computed"]
        assert bounds is None or all(len(str(end)) <= 8 for end in bounds.values())


def test_json_on_a_pipe_gives_the_same_findings(factx: Runner, draft: Path) -> None:
    direct = json.loads(factx("check", draft, "-f", "json").out)
    for kind in ("json", "jsonl"):
        extracted = factx("extract", draft, "-f", kind).out.encode()
        piped = json.loads(factx("check", "-", "-f", "json", stdin=extracted).out)
        assert piped["findings"] == direct["findings"] != []
        assert piped["checked"] == direct["checked"]


def test_offsets_and_fingerprints(factx: Runner, draft: Path) -> None:
    before = json.loads(factx("check", draft, "-f", "jsonl").out)
    for span in before["spans"]:
        assert WRONG[span["start"] : span["end"]] == span["text"]
    draft.write_text("The harbour was busy.\n\n" + WRONG, "utf-8")
    after = json.loads(factx("check", draft, "-f", "jsonl").out)
    assert after["fingerprint"] == before["fingerprint"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--select", "DIR"], 0),
        (["--ignore", "PCT01"], 0),
        (["--select", "pct,RAT01"], 1),
        (["--select", "PTC01"], 2),
        (["--fail-on", "often"], 2),
        (["-f", "xml"], 2),
    ],
)
def test_exit_codes(factx: Runner, draft: Path, options: list[str], code: int) -> None:
    assert factx("check", draft, *options).code == code


def test_a_missing_file_is_said_and_the_rest_is_checked(factx: Runner, draft: Path) -> None:
    run = factx("check", draft.with_name("none.txt"), draft)
    assert run.code == 2
    assert "no such file" in run.err
    assert "PCT01" in run.out


def test_json_that_is_not_ours_names_its_line(factx: Runner) -> None:
    run = factx("check", "-", stdin=b'{"mentions": [], "id": "a"}\n')
    assert run.code == 2
    assert "document 1 is not one that factx extract wrote" in run.err


def test_rules_are_listed_and_explained(factx: Runner) -> None:
    assert "PCT01  percent-change" in factx("rules").out
    assert {page["code"] for page in json.loads(factx("rules", "-f", "json").out)} >= {"PCT01"}
    assert "## Why it matters" in factx("explain", "pct01").out
    assert json.loads(factx("explain", "percent-change", "-f", "json").out)["code"] == "PCT01"
    run = factx("explain", "PCT91")
    assert run.code == 2
    assert "did you mean PCT" in run.err


def test_the_python_door() -> None:
    result = package.check([package.extract(WRONG)])
    assert [finding.rule for finding in result.findings] == ["PCT01"]
    assert result.findings[0].fix is None
    assert package.check([package.extract(RIGHT)]).findings == ()


def test_articles_are_compared_unless_told_otherwise(factx: Runner, tmp_path: Path) -> None:
    for name, seats in (("a", 64), ("b", 46)):
        text = f"The party won {seats} parliament seats in May 2024.\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    assert "VAL02" in factx("check", tmp_path).out
    assert "VAL02" not in factx("check", tmp_path, "--no-cross-document").out


def test_an_input_is_not_overwritten(factx: Runner, draft: Path) -> None:
    run = factx("check", draft, "-o", draft)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"factx: {draft}: is also an input; choose another file for the output\n"
    assert draft.read_text("utf-8") == WRONG


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours_are_for_who_asks(
    environment: dict[str, str],
    coloured: bool,
    factx: Runner,
    draft: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in factx("check", draft).out) is coloured
    assert ("\x1b[1;36m" in factx("extract", draft).out) is coloured


def test_json_that_is_not_ours_is_no_article(factx: Runner, tmp_path: Path) -> None:
    path = tmp_path / "package.json"
    path.write_text('{"name": "thing", "version": 3}', "utf-8")
    run = factx("check", path)
    assert run.code == 2
    assert run.err == f"factx: {path}: JSON that factx extract did not write; give it the article\n"
