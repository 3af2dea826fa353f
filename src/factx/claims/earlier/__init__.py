"""When and where a claim holds if its own sentence leaves it out: what other sentences tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx.claims.earlier.choice import choose
from factx.claims.earlier.headline import explained
from factx.claims.earlier.question import Question, questions
from factx.claims.places import Spot
from factx.claims.scene import Scene
from factx.model import Claim, Period, Place

__all__ = ["Question", "carry", "questions"]


def carry(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Give claims without a period or place the one that an earlier sentence surely means.

    A headline's figure has what the text says of it, a conversion what the amount has that it
    converts.
    """
    made = {claim.id: claim for claim in claims}
    for question in questions(scene, claims):
        best = choose(question.field, question.shared, question.options)
        if best is None:
            continue
        claim, value = made[question.claim], question.values[best]
        if isinstance(value, Spot):
            span = scene.tokens.span(value.first, value.stop)
            place = Place(span.text, span.start, span.end, explicit=False)
            made[claim.id] = replace(claim, place=place)
        else:
            made[claim.id] = replace(claim, period=Period(value.date.id, explicit=False))
    below = dict(zip(scene.figures, made.values(), strict=True))
    made.update((claim.id, claim) for claim in explained(scene, below))
    return [_like(claim, made.get(claim.converts or "")) for claim in made.values()]


def _like(claim: Claim, original: Claim | None) -> Claim:
    if original is None:
        return claim
    return replace(claim, period=original.period, place=original.place)
