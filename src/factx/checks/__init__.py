"""What cannot all be true: one module a family of rules, one class a rule.

``check`` runs every rule over documents and returns what disagrees, what holds, and how much was
looked at, so that silence can be told from blindness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from factx.checks.base import Check, Checked
from factx.checks.judge import ROUNDING
from factx.checks.pairs import Corpus
from factx.checks.view import View
from factx.errors import UsageError
from factx.model import Document, Finding

__all__ = ["FAMILIES", "Check", "Result", "check", "checks", "find"]

# Modules of this package with a tuple CHECKS, in the order of the catalogue.
FAMILIES = (
    "ratio",
    "percent",
    "points",
    "sums",
    "order",
    "currency",
    "units",
    "period",
    "direction",
    "headline",
    "values",
    "names",
    "ages",
)


@dataclass(frozen=True, slots=True)
class Result:
    """Findings and the relations that hold, in text order, and how many relations were looked at.

    What holds has the shape of a finding, with severity info, and so has what is ``untestable``: a
    multiple of a figure that the text does not give, a sum that fails and would hold with another
    figure of the passage. It counts as no relation. ``by_rule`` counts
    the relations looked at by code; ``quantities`` the figures of all documents; ``sources`` their
    order.
    """

    findings: tuple[Finding, ...]
    consistent: tuple[Finding, ...]
    untestable: tuple[Finding, ...]
    relations: int
    quantities: int
    by_rule: dict[str, int]
    sources: tuple[str, ...] = ()

    @property
    def evident(self) -> int:
        """Count what holds and hardly could not: days that exist, parts within their whole."""
        plain = {rule.code for rule in checks() if rule.evident}
        return sum(finding.rule in plain for finding in self.consistent)

    @property
    def rounded(self) -> int:
        """Count the relations that hold only if a figure was cut off or rounded coarsely."""
        return sum(finding.cause == ROUNDING for finding in self.consistent)


@cache
def checks() -> tuple[Check, ...]:
    """Return one instance of every rule, in the order of the catalogue."""
    modules = (import_module(f"factx.checks.{family}") for family in FAMILIES)
    return tuple(rule() for module in modules for rule in module.CHECKS)


def find(code: str) -> Check:
    """Return the rule with a code or name; raise ``UsageError`` with the nearest one."""
    wanted = code.strip()
    for rule in checks():
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    from difflib import get_close_matches

    known = [rule.code for rule in checks()]
    family = [code for code in known if wanted and code.startswith(wanted.upper())]
    close = get_close_matches(wanted.upper(), known, n=1)
    hint = f"did you mean {close[0]}?" if close else "factx rules lists them"
    if family:
        hint = f"rules whose codes begin so: {', '.join(family)}"
    raise UsageError(f"no rule {wanted!r}; {hint}")


def selected(
    select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()
) -> tuple[Check, ...]:
    """Return the rules whose codes begin with one of ``select`` (none: all) and of no ``ignore``."""
    wanted, unwanted = _prefixes(select), _prefixes(ignore)
    return tuple(
        rule
        for rule in checks()
        if (not wanted or rule.code.startswith(wanted))
        and not rule.code.startswith(unwanted or ("-",))
    )


def check(
    documents: Iterable[Document],
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    *,
    cross_document: bool = True,
) -> Result:
    """Look for figures, dates and names that cannot all be true.

    Args:
        documents: The articles, as ``extract`` and ``read`` return them.
        select: Codes or prefixes of the rules to run, such as ``PCT`` or ``PCT01``; all by default.
            A single one may stand as it is.
        ignore: Codes or prefixes of rules to leave out.
        cross_document: Whether articles are compared with each other too.

    Returns:
        The findings, the relations that hold, and how many were looked at.

    Raises:
        UsageError: No rule has such a code or prefix.
    """
    rules = selected(select, ignore)
    views = [View(document) for document in documents]
    found = [checked for view in views for rule in rules for checked in rule.run(view)]
    if cross_document and len(views) > 1:
        corpus = Corpus(views)
        found += [checked for rule in rules for checked in rule.across(corpus)]
    order = {source: index for index, source in enumerate(dict.fromkeys(v.source for v in views))}
    found.sort(key=lambda checked: _place(checked.finding, order))
    tested = [checked for checked in found if checked.holds is not None]
    return Result(
        findings=_distinct(found, holds=False),
        consistent=_distinct(found, holds=True),
        untestable=_distinct(found, holds=None),
        relations=len(tested),
        quantities=sum(len(view.quantities) for view in views),
        by_rule=dict(sorted(Counter(checked.finding.rule for checked in tested).items())),
        sources=tuple(order),
    )


def _prefixes(codes: str | Iterable[str]) -> tuple[str, ...]:
    given = (codes,) if isinstance(codes, str) else codes
    prefixes = tuple(code.strip().upper() for code in given if code.strip())
    for prefix in prefixes:
        if not any(rule.code.startswith(prefix) for rule in checks()):
            find(prefix)
    return prefixes


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, str]:
    first = finding.spans[0] if finding.spans else None
    if first is None:
        return len(order), 0, finding.rule
    return order.get(first.source, 0), min(s.start for s in finding.spans), finding.rule


def _distinct(found: Sequence[Checked], *, holds: bool | None) -> tuple[Finding, ...]:
    """Keep one of the findings that one rule makes on the same spans."""
    kept = {
        (checked.finding.rule, checked.finding.spans): checked.finding
        for checked in found
        if checked.holds is holds
    }
    return tuple(kept.values())
