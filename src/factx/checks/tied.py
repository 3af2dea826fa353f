"""The figures of a tie by the part they play."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from factx.checks.figures import Figure, figure
from factx.checks.view import View
from factx.claims.sums.lengths import plain, quantity
from factx.model import Date, Quantity, Tie, TieKind


@dataclass(frozen=True, slots=True)
class Change:
    """A change with its levels and amounts, as far as the text gives them."""

    tie: Tie
    new: Figure | None
    old: Figure | None
    amounts: tuple[Figure, ...]
    multiple: Figure | None

    @property
    def levels(self) -> tuple[Figure, Figure] | None:
        """Return the level after and the level before, if both are given."""
        return (self.new, self.old) if self.new is not None and self.old is not None else None

    @property
    def percent(self) -> Figure | None:
        """Return the amount in percent, if there is one alone."""
        found = [amount for amount in self.amounts if amount.mention.kind == "percent"]
        return found[0] if len(found) == 1 else None

    @property
    def shares(self) -> bool:
        """Tell whether the levels are percentages."""
        level = self.new or self.old
        return level is not None and level.mention.kind == "percent"

    @property
    def falls(self) -> bool | None:
        """Tell a fall from a rise; None where the words name no direction."""
        ways = {self.tie.way} | {amount.mention.change for amount in self.amounts}
        if "down" in ways and "up" not in ways:
            return True
        return False if "up" in ways and "down" not in ways else None


def members(view: View, tie: Tie, role: str) -> list[Figure]:
    """Return the figures that play a part in a tie."""
    ids = [member.mention for member in tie.members if member.role == role]
    found = (view.quantity(each) or _length(view.date(each)) for each in ids)
    return [figure(mention, role) for mention in found if mention is not None]


def _length(date: Date | None) -> Quantity | None:
    return None if date is None else quantity(date)


def one(view: View, tie: Tie, role: str) -> Figure | None:
    """Return the figure that alone plays a part."""
    found = members(view, tie, role)
    return found[0] if len(found) == 1 else None


def date(view: View, tie: Tie, role: str) -> Date | None:
    """Return the date that plays a part in a tie."""
    found = (view.date(member.mention) for member in tie.members if member.role == role)
    return next(found, None)


def length(date: Date | None) -> tuple[int, str] | None:
    """Return a plain duration by its number and unit: 30 and D for P30D, 12 and TH for PT12H."""
    number, unit = plain(date) or (None, "")
    return (int(number), unit) if number is not None and number == int(number) else None


def days(date: Date | None) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a date that has both."""
    if date is None or date.first is None or date.last is None:
        return None
    return date.first, date.last


def changes(view: View, *kinds: TieKind) -> Iterator[Change]:
    """Yield the changes that ties of some kinds tell of."""
    return (change(view, tie) for kind in kinds or ("change",) for tie in view.ties(kind))


def between_levels(view: View, *kinds: TieKind) -> Iterator[tuple[Change, Figure, Figure]]:
    """Yield those whose levels are both given, with the level after and the level before.

    A range is no level: "go from $3,120 to $3,276" is a change of its own.
    """
    for found in changes(view, *kinds):
        levels = found.levels
        if levels is not None and all(level.mention.qualifier != "range" for level in levels):
            yield found, *levels


def change(view: View, tie: Tie) -> Change:
    """Return the levels and amounts of a change."""
    return Change(
        tie,
        one(view, tie, "new"),
        one(view, tie, "old"),
        tuple(members(view, tie, "amount")),
        one(view, tie, "multiple"),
    )


def is_points(mention: Quantity) -> bool:
    """Tell percentage points, also where they are written "2.5 points" beside percentages."""
    return mention.kind == "percentage_point" or (
        mention.kind == "count" and (mention.unit or "").rpartition(" ")[2] == "point"
    )


def is_basis_points(mention: Quantity) -> bool:
    """Tell hundredths of a percentage point."""
    return "basis" in mention.text.lower() or (mention.unit or "").startswith("basis")


def asserted(view: View, *figures: Figure) -> bool:
    """Tell whether the text gives all figures as facts; what is planned may turn out otherwise."""
    claims = [view.claim(figure.mention) for figure in figures]
    return all(claim is None or claim.modality in ("actual", "estimate") for claim in claims)
