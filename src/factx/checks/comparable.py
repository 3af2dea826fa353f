"""When two claims speak of the same thing. The only place that decides it; when unsure, no."""

from __future__ import annotations

from factx.checks.tied import days
from factx.checks.view import View
from factx.model import Claim, Quantity

# A claim about what should be, may be or is allowed contradicts no claim about what is.
_ASSERTED = ("actual", "estimate")
_LEVELS = frozenset({"level", "total", "part"})


def comparable(
    one: Claim,
    view: View,
    other: Claim,
    other_view: View | None = None,
    *,
    timeless: bool = False,
    narrower: bool = False,
) -> bool:
    """Tell whether two claims give the same measure, of one place and period, on one basis.

    With ``timeless`` a claim that gives no period of its own may be of the other's; with
    ``narrower`` one may say less of its measure and place than the other, as a text does that
    comes back to a thing.
    """
    other_view = other_view or view
    first, second = view.quantity(one.mention), other_view.quantity(other.mention)
    if first is None or second is None:
        return False
    return (
        same_unit(first, second)
        and first.change == second.change
        and same_basis(one, other, mixed=narrower)
        and (says_no_other(one, other) if narrower else same_measure(one, other))
        and (same_place_or_unsaid(one, other) if narrower else same_place(one, other))
        and (
            same_period(one, view, other, other_view)
            or (timeless and (one.period is None or other.period is None))
        )
    )


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures are in one unit; counts must count things of one name."""
    if one.kind != other.kind:
        return False
    if one.kind == "count":
        return counted(one) == counted(other) or None in (one.unit, other.unit)
    return one.unit is not None and one.unit == other.unit


def counted(one: Quantity) -> str | None:
    """Return the noun that a figure counts; what describes it is for the measures to compare.

    The "arrested protesters" are the protesters that were arrested.
    """
    return one.unit.rpartition(" ")[2] if one.kind == "count" and one.unit else one.unit


def same_measure(one: Claim, other: Claim) -> bool:
    """Tell whether two claims name one measure: head, modifiers, and what happened and to whom.

    Seventy people arrested are not the twelve killed, and one party's seats not another's. What one
    of the claims leaves out tells nothing.
    """
    if one.measure is None or other.measure is None:
        return False
    if one.action and other.action and one.action.lemma != other.action.lemma:
        return False
    if one.subject and other.subject:
        words = [set(claim.text.lower().split()) for claim in (one.subject, other.subject)]
        if words[0].isdisjoint(words[1]):
            return False
    return one.measure.head == other.measure.head and set(one.measure.modifiers) == set(
        other.measure.modifiers
    )


def says_no_other(one: Claim, other: Claim) -> bool:
    """Tell measures of one head of which one has the modifiers of the other, or some of them."""
    if one.measure is None or other.measure is None or one.measure.head != other.measure.head:
        return False
    first, second = set(one.measure.modifiers), set(other.measure.modifiers)
    return first <= second or second <= first


def same_basis(one: Claim, other: Claim, *, mixed: bool = False) -> bool:
    """Tell whether both are levels, or both the same other relation, and both facts or both plans.

    With ``mixed`` one may be a plan that the other takes for granted.
    """
    asserted = one.modality in _ASSERTED and other.modality in _ASSERTED
    modalities = {one.modality, other.modality}
    planned = modalities == {"plan"} or (mixed and modalities == {"plan", "actual"})
    if not asserted and not planned:
        return False
    if one.relation in _LEVELS and other.relation in _LEVELS:
        return one.relation == other.relation or "part" not in (one.relation, other.relation)
    return one.relation == other.relation and one.relation not in ("limit", "rank")


def same_place(one: Claim, other: Claim) -> bool:
    """Tell whether two claims hold for one place; a place not said is the same as one not said."""
    first = one.place.text.lower() if one.place else None
    second = other.place.text.lower() if other.place else None
    return first == second


def same_place_or_unsaid(one: Claim, other: Claim) -> bool:
    """Tell whether two claims may hold for one place: the same, or one of them names none."""
    return one.place is None or other.place is None or same_place(one, other)


def same_period(one: Claim, view: View, other: Claim, other_view: View) -> bool:
    """Tell whether two claims hold for one period: equal days, or both without a date."""
    first, second = view.period(one), other_view.period(other)
    return first is second or (days(first) is not None and days(first) == days(second))


def maybe_same_period(one: Claim, view: View, other: Claim, other_view: View) -> bool:
    """Tell whether two claims may hold for one period: equal, or not said of both."""
    said = _says_when(one, view) and _says_when(other, other_view)
    return not said or same_period(one, view, other, other_view)


def _says_when(claim: Claim, view: View) -> bool:
    """Tell a claim with a date of its own: in its clause, or before it in its sentence.

    What is planned with the thing counted tells nothing of when it was counted.
    """
    date = view.period(claim)
    if date is None or claim.period is None or claim.modality == "plan":
        return False
    figure = view.mentions[claim.mention]
    return claim.period.explicit or claim.sentence.start <= date.start < figure.start


def other_speakers(one: Claim, other: Claim) -> bool:
    """Tell whether two people or bodies say what two claims say; they may disagree with each other."""
    if one.source is None or other.source is None:
        return False
    if one.source.official is not None and one.source.official == other.source.official:
        return False
    first, second = (
        set(claim.source.name.lower().split()) for claim in (one, other) if claim.source
    )
    return not (first <= second or second <= first)
