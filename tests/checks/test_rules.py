"""Every rule against its table, its own manual page, and the promises that all rules make.

A table ``CODE.toml`` holds texts of our own: ``consistent`` ones, whose relation is looked at and
holds, ``inconsistent`` ones, which raise the rule, and ``silent`` ones (the guards), in which it
finds nothing. An entry is a text, a list of texts (several articles), or ``{texts, date}``.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import factx
from factx.checks import FAMILIES, Result, checks
from factx.checks.base import SECTIONS, Check, examples, manual
from factx.export.manuals import page

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "docs" / "rules"
LEAST = 6
RULES = {rule.code: rule for rule in checks()}
ALL = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
# No relation that holds may be put in words of reproach.
REPROACH = re.compile(
    r"disagree|\bno(?:t a)? day\b|not exist|look like|\bmore than the\b|is more than|unlike|different"
    r"|before it begins|\bnot of\b|and is not\b|no whole number|nothing can|no share can"
    r"|is (?:larger|smaller)|figures go from|unless|^holds$|^$"
)
KINDS = ("consistent", "inconsistent", "silent")


def table(code: str) -> dict[str, list[Any]]:
    path = HERE / f"{code}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


CASES = [
    pytest.param(code, kind, entry, id=f"{code}-{kind}-{number}")
    for code in RULES
    for kind in KINDS
    for number, entry in enumerate(table(code).get(kind, []))
]


def run(code: str, entry: Any) -> Result:
    """Check the texts of one entry, each as an article of its own, with one rule."""
    given = entry if isinstance(entry, dict) else {"texts": entry}
    texts = given["texts"]
    texts = [texts] if isinstance(texts, str) else texts
    documents = [
        factx.extract(text, given.get("date"), source=f"{number}.txt")
        for number, text in enumerate(texts)
    ]
    return factx.check(documents, select=[code])


@pytest.mark.parametrize(("code", "kind", "entry"), CASES)
def test_case(code: str, kind: str, entry: Any) -> None:
    result = run(code, entry)
    if kind == "inconsistent":
        assert result.findings, "nothing was found"
        finding = result.findings[0]
        assert finding.message
        assert finding.message[-1] not in ".!?"
        assert finding.spans
    else:
        assert not result.findings, result.findings[0].message
    if kind == "consistent":
        assert result.relations, "no relation was looked at"
    assert_no_reproach(result)


def assert_no_reproach(result: Result) -> None:
    for finding in result.consistent:
        said = finding.message.replace("no more than", "")
        assert not REPROACH.search(said), finding.message


@ALL
def test_table_is_large_enough(rule: Check) -> None:
    cases = table(rule.code)
    assert set(cases) <= set(KINDS)
    for kind in ("consistent", "inconsistent"):
        assert len(cases.get(kind, [])) >= LEAST, kind


@ALL
def test_manual_has_its_sections(rule: Check) -> None:
    text = manual(type(rule))
    assert text.summary.endswith(".")
    assert "\n" not in text.summary
    assert tuple(heading for heading, _ in text.sections) == SECTIONS


@ALL
def test_manual_tells_the_truth(rule: Check) -> None:
    text = manual(type(rule))
    raised, fine = examples(text.section("Example")), examples(text.section("Fine"))
    assert raised
    assert fine
    for example in raised:
        assert run(rule.code, example.split("\n\n---\n\n")).findings, example
    for example in fine:
        result = run(rule.code, example.split("\n\n---\n\n"))
        assert not result.findings, example
        assert_no_reproach(result)


@ALL
def test_page_is_current(rule: Check) -> None:
    """``scripts/generate_rule_pages.py`` writes the pages."""
    assert (PAGES / f"{rule.code}.md").read_text("utf-8") == page(manual(type(rule)))


def test_every_page_has_a_rule() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"README"} == set(RULES)


def test_every_table_has_a_rule() -> None:
    assert {path.stem for path in HERE.glob("*.toml")} <= set(RULES)


def test_codes_and_names_are_unique() -> None:
    assert len(RULES) == len(checks())
    assert len({rule.name for rule in checks()}) == len(checks())


def test_every_family_is_listed() -> None:
    source = Path(factx.__file__).parent / "checks"
    listed = {path.stem for path in source.glob("*.py") if "\nCHECKS" in path.read_text("utf-8")}
    assert listed == set(FAMILIES)
