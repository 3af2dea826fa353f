"""What a rule says of one relation: a finding with its operands, and whether the relation holds."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha1

from factx.checks.base import Check, Checked
from factx.checks.view import Place, View
from factx.checks.wording import Words
from factx.intervals import Interval, bounds
from factx.model import Finding, Operand, Severity

LEVELS: tuple[Severity, ...] = ("info", "warning", "error")


def verdict(
    check: Check,
    view: View,
    *,
    holds: bool | None,
    words: Words,
    operands: Sequence[tuple[Place, str] | Operand],
    arithmetic: str = "",
    severity: Severity | None = None,
    computed: Interval | None = None,
    stated: Interval | None = None,
    gap: float | None = None,
    cause: str | None = None,
    fix: str | None = None,
) -> Checked:
    """Say of a relation whether it holds; operands of another document come as ``Operand``."""
    placed = [item if isinstance(item, Operand) else view.operand(*item) for item in operands]
    here = [item[0] for item in operands if not isinstance(item, Operand)]
    finding = Finding(
        rule=check.code,
        name=check.name,
        severity=(severity or check.severity) if holds is False else "info",
        message=words.agreement if holds else words.message,
        arithmetic=arithmetic,
        computed=None if computed is None else bounds(computed),
        stated=None if stated is None else bounds(stated),
        gap=gap,
        cause=cause,
        spans=tuple(placed),
        claims=tuple(claim.id for place in here if (claim := view.claim(place)) is not None),
        fix=fix,
        fingerprint=_fingerprint(check.code, placed),
    )
    return Checked(finding, holds)


def lower(severity: Severity) -> Severity:
    """Return the next lower severity; info stays."""
    return LEVELS[max(0, LEVELS.index(severity) - 1)]


def at_most(severity: Severity, most: Severity) -> Severity:
    """Return the milder of two severities."""
    return min(severity, most, key=LEVELS.index)


def _fingerprint(code: str, spans: Sequence[Operand]) -> str:
    """Hash what a finding is about, not where it stands: edits elsewhere keep it."""
    words = sorted(" ".join(span.text.lower().split()) for span in spans)
    sources = sorted({span.source for span in spans})
    key = "\0".join([code, *words, *sources]).encode("utf-8", "surrogatepass")
    return sha1(key, usedforsecurity=False).hexdigest()[:16]
