"""Multiples and percentages of a figure that the article does not give: listed, never judged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from factx.checks.base import Check, Checked
from factx.checks.comparable import says_no_other
from factx.checks.figures import Figure, figure
from factx.checks.readings import HUNDRED, divide, percents
from factx.checks.tied import asserted, between_levels, change
from factx.checks.verdict import verdict
from factx.checks.view import View
from factx.checks.wording import Words, lowered, number, quoted, said
from factx.intervals import Reading
from factx.model import Claim, Kind, Measure, Mention, Quantity

_RELATIONS = ("change", "ratio")
_LEVELS = ("level", "total")
_ROLES: dict[str, str] = {"ratio": "multiple", "percent": "amount"}
_NEAR = 8  # changes before and behind: a page of them must not cost its square
_MOST = 50  # levels of one noun: with more it is a table, which may hold the base


class _Change(NamedTuple):
    """Two levels of one change, and the claim about the new one."""

    new: Figure
    old: Figure
    claim: Claim


def baseless(check: Check, view: View, kind: Kind) -> Iterator[Checked]:
    """Yield each multiple or percentage that no figure of the article can test.

    Readers take "double" for a slip where a tenfold rise stands beside it; both are true when they
    count different things. So the nearest rise of something else is named with its own multiple.
    """
    levels, changes = _levels(view), sorted(_changes(view), key=lambda one: one.new.mention.start)
    for claim in view.document.claims:
        amount = view.quantity(claim.mention)
        if amount is None or amount.kind != kind or not _lacks_base(view, claim, amount):
            continue
        if len(_values(view, claim, levels)) > 1:  # of two levels, one may be the base
            continue
        message = f"{_quoted(amount)} cannot be tested: {_missing(view, claim)}"
        operands: list[tuple[Mention, str]] = [(amount, _ROLES[kind])]
        if (other := _other_change(claim, figure(amount, _ROLES[kind]), changes)) is not None:
            message += f"; {_compared(other, kind)}, so both may be true"
            operands += [(f.mention, f"another {f.role} level") for f in (other.new, other.old)]
        yield verdict(check, view, holds=None, words=Words(message, ""), operands=operands)


def _lacks_base(view: View, claim: Claim, amount: Quantity) -> bool:
    """Tell a change that is stated as a fact and that nothing ties to a former level."""
    if claim.relation not in _RELATIONS or view.in_title(amount) or amount.number <= 0:
        return False
    if amount.kind == "percent" and (amount.change is None or claim.relation != "change"):
        return False
    if claim.baseline is not None and claim.baseline.quantity is not None:
        return False
    played = [[member.role for member in tie.members] for tie in view.tied.get(amount.id, ())]
    if any(roles.count("amount") > 1 for roles in played):
        return False  # told in two ways, it is tested with the level that it led to
    roles = {role for roles in played for role in roles}
    return roles <= {"new", _ROLES[amount.kind]} and asserted(view, figure(amount, ""))


def _changes(view: View) -> Iterator[_Change]:
    for _, new, old in between_levels(view, "change", "comparison"):
        claim = view.claim(new.mention)
        if old.value > 0 and claim is not None and claim.measure is not None:
            yield _Change(new, old, claim)


def _levels(view: View) -> dict[str, list[Claim]]:
    """Return the levels that no change ties, by the head of their measure."""
    found: dict[str, list[Claim]] = {}
    for claim in view.document.claims:
        mention = view.quantity(claim.mention)
        if mention is None or claim.relation not in _LEVELS or claim.converts is not None:
            continue
        tied = any(change(view, tie).levels is not None for tie in view.tied.get(mention.id, ()))
        if not tied and mention.change is None and claim.measure is not None:
            found.setdefault(claim.measure.head, []).append(claim)
    return found


def _values(view: View, claim: Claim, levels: Mapping[str, list[Claim]]) -> set[Decimal]:
    """Return the levels that the article gives of a claim's measure."""
    alike = levels.get(claim.measure.head, [])[:_MOST] if claim.measure is not None else []
    known = (view.quantity(other.mention) for other in alike if says_no_other(claim, other))
    return {mention.number for mention in known if mention is not None}


def _quoted(amount: Quantity) -> str:
    return said(amount.text) if amount.kind == "percent" else f'"{lowered(amount.text)}"'


def _missing(view: View, claim: Claim) -> str:
    """Name the figure that would be needed."""
    period = view.date(claim.baseline.period) if claim.baseline is not None else None
    if period is not None:
        lacking = f"no figure for {quoted(period.text)}"
    else:
        lacking = "no earlier figure" if claim.relation == "change" else "no figure to compare with"
    return f"{lacking} was found{_of(claim, ' for')}"


def _of(claim: Claim, link: str) -> str:
    return f'{link} "{quoted(claim.measure.text)}"' if claim.measure is not None else ""


def _other_change(claim: Claim, amount: Figure, changes: Sequence[_Change]) -> _Change | None:
    """Return the nearest change of another measure that goes the same way, by another multiple."""
    kind, start = amount.mention.kind, amount.mention.start
    falls = amount.mention.change == "down" or (kind == "ratio" and amount.value < 1)
    at = bisect_left(changes, start, key=lambda one: one.new.mention.start)
    near = changes[max(0, at - _NEAR) : at + _NEAR]
    for other in sorted(near, key=lambda one: abs(one.new.mention.start - start)):
        comes_back = other.new.mention.start < start
        if not _is_of_another(claim, other.claim, kind, comes_back=comes_back):
            continue
        same_way = (other.new.value < other.old.value) == falls
        computed = _ratio(other, falls=falls, kind=kind)
        if same_way and not computed.loose.intersects(amount.reading.loose):
            return other
    return None


def _is_of_another(claim: Claim, other: Claim, kind: Kind, *, comes_back: bool) -> bool:
    """Tell a change of another measure; percentages abound, so theirs must be of a like name.

    "Calls" may come back to the calls about fraud, but it does not announce them.
    """
    one, two = claim.measure, other.measure
    if one is None or two is None or not _adds(one, two) or (comes_back and not _adds(two, one)):
        return False
    return kind == "ratio" or one.head == two.head


def _adds(one: Measure, two: Measure) -> bool:
    """Tell a measure that says what the first does not."""
    return one.head != two.head or not set(two.modifiers) <= set(one.modifiers)


def _ratio(levels: _Change, *, falls: bool, kind: Kind) -> Reading:
    ratio = divide(levels.new.reading, levels.old.reading)
    return ratio if kind == "ratio" else percents(ratio, falls=falls)


def _compared(levels: _Change, kind: Kind) -> str:
    ratio = levels.new.value / levels.old.value
    size = f"{number(ratio)} times as much"
    if kind == "percent":
        size = f"a change of {number((ratio - 1) * HUNDRED)}%"
    other = _of(levels.claim, ",")
    return f"{levels.new} against {levels.old} is {size}, but of something else{other}"
