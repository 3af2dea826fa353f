"""The claims that say nothing of when or where they hold, with the values they may take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from factx.claims import period, place
from factx.claims.earlier.choice import Traits
from factx.claims.earlier.dates import Dates
from factx.claims.earlier.setting import Setting
from factx.claims.earlier.spots import Spots
from factx.claims.places import Spot
from factx.claims.scene import Scene, When
from factx.model import Claim


@dataclass(frozen=True, slots=True)
class Question:
    """What a claim lacks: the traits of its figure, and each value with what speaks for it."""

    field: Literal["period", "place"]
    claim: str
    shared: Traits
    values: Sequence[When | Spot]
    options: Sequence[Traits]


def questions(scene: Scene, claims: Sequence[Claim]) -> Iterator[Question]:
    """Yield what is to be asked of an article's claims; without a parse, nothing."""
    lacking = [claim for claim in claims if claim.period is None or claim.place is None]
    if not scene.tree or not lacking:
        return
    setting = Setting(scene, claims)
    dates, spots = Dates(setting), Spots(setting)
    for figure, claim in setting.claims.items():
        if claim.converts is not None:
            continue
        whens = (
            dates.options(figure) if claim.period is None and period.datable(scene, figure) else []
        )
        wheres = spots.options(figure) if claim.place is None and place.placeable(figure) else []
        if whens:
            traits = [dates.traits(figure, when) for when in whens]
            yield Question("period", claim.id, dates.asking(figure), whens, traits)
        if wheres:
            traits = [spots.traits(figure, spot) for spot in wheres]
            asking = [*setting.traits(figure), setting.long()]
            yield Question("place", claim.id, asking, wheres, traits)
