"""When and where a headline's figure holds: as the text says of the same figure below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from factx.claims import period, place
from factx.claims.scene import Figure, Scene
from factx.model import Claim, Quantity

# Figures of the text that are looked through for the one of the headline.
_MOST = 12


def explained(scene: Scene, claims: Mapping[Figure, Claim]) -> Iterator[Claim]:
    """Yield the claims of the headline with the period and place of their figures below.

    An age is nobody's for a day, though its sentence has one: "died on Monday, aged 91".
    """
    below = [figure for figure in claims if scene.tokens.kind(figure.first) == "paragraph"][:_MOST]
    for figure, claim in claims.items():
        if scene.tokens.kind(figure.first) != "title" or not place.placeable(figure):
            continue
        told = next((claims[other] for other in below if _same(figure, other)), None)
        if told is None or told.converts is not None or told.relation != claim.relation:
            continue
        if not _alike(claim, told):
            continue
        when, where = claim.period, claim.place
        if when is None and told.period is not None and period.datable(scene, figure):
            when = replace(told.period, explicit=False)
        if where is None and told.place is not None:
            where = replace(told.place, explicit=False)
        yield replace(claim, period=when, place=where)


def _same(figure: Figure, other: Figure) -> bool:
    """Tell whether two figures are one number of the same kind."""
    one, two = figure.mention, other.mention
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        return (one.kind, one.number) == (two.kind, two.number)
    return type(one) is type(two) and one.text.lower() == two.text.lower()


def _alike(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims measure one thing, or the same befell what they count."""
    one, two = claim.measure, other.measure
    if one is not None and two is not None and one.head == two.head:
        return True
    deed, done = claim.action, other.action
    return deed is not None and done is not None and deed.lemma == done.lemma
