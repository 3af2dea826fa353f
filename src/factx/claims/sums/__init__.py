"""Figures that one wording puts into one sum: a change between levels, parts and their total.

A tie says only that the text puts the figures together; whether they agree is for the checks.
"""

from __future__ import annotations

from collections.abc import Sequence

from factx.claims.sums import (
    acronyms,
    births,
    change,
    clock,
    compare,
    counted,
    days,
    events,
    exchange,
    fractions,
    grand,
    items,
    jubilees,
    known,
    labels,
    landing,
    lasting,
    leading,
    levels,
    listing,
    multiple,
    operands,
    order,
    parts,
    portion,
    posts,
    products,
    remainder,
    restated,
    share,
    spans,
    spelling,
    tally,
    tense,
    than,
    titles,
    years,
)
from factx.claims.sums.clauses import undivided
from factx.claims.sums.kin import is_of_kind
from factx.claims.sums.lengths import is_length, with_lengths
from factx.claims.sums.line import Line, lines
from factx.claims.sums.owned import faithful
from factx.claims.sums.passage import passages
from factx.mentions import Found
from factx.model import Claim, Member, Span, Tie, TieKind
from factx.nlp.tokens import Tokens

__all__ = ["find"]

_GRAMMARS = (
    change.find,
    landing.find,
    multiple.find,
    parts.find,
    share.find,
    items.find,
    order.find,
    compare.find,
    than.find,
    exchange.find,
    events.find,
)
# Over two sentences; what one grammar has tied is not tied again.
_BROADER = (
    restated.find,
    tally.find,
    portion.find,
    remainder.find,
    order.followed,
)
# Over a paragraph; these know more of the levels that a sentence puts side by side.
_APART = (
    levels.find,
    counted.find,
    listing.find,
    grand.find,
    leading.find,
    products.find,
)


def find(tokens: Tokens, found: Found, claims: Sequence[Claim] = ()) -> tuple[Tie, ...]:
    """Return every tie of an article; what its claims are of speaks against some."""
    sentences = list(lines(tokens, found))
    ties = [tie for line in sentences for read in _GRAMMARS for tie in read(line)]
    for passage in passages(tokens, sentences):
        ties += [tie for read in _BROADER for tie in read(passage)]
    ties = [*(tie for read in _APART for tie in read(tokens, sentences, ties)), *ties]
    ties += _of_time(tokens, with_lengths(tokens, sentences, found.dates), ties)
    ties = [*operands.weigh(sentences, claims, ties)]
    by_id = {quantity.id: quantity for quantity in found.quantities}
    ties = [tie for tie in undivided(ties, sentences) if is_of_kind(tie, by_id)]
    ties = [*fractions.own(ties, sentences)]
    ties += known.find(tokens, sentences)
    unique: dict[tuple[TieKind, tuple[Member, ...], Span | None], Tie] = {}
    for tie in ties:
        unique.setdefault((tie.kind, tie.members, None if tie.members else tie.cue), tie)
    ties = [
        *faithful(unique.values(), found, claims),
        *births.find(tokens, found),
        *jubilees.find(tokens, found),
        *acronyms.find(tokens),
        *clock.find(tokens),
        *days.find(tokens),
        *labels.find(tokens, found),
        *lasting.find(tokens, found),
        *posts.find(tokens, found),
        *spans.find(tokens, found),
        *spelling.find(tokens, found),
        *tense.find(tokens, found),
        *titles.find(tokens),
    ]
    return (*ties, *years.find(tokens, found, ties))


def _of_time(tokens: Tokens, sentences: Sequence[Line], ties: Sequence[Tie]) -> list[Tie]:
    """Return what is told of lengths of time: changes, differences and what each has."""
    timed = [line for line in sentences if any(is_length(f.mention) for f in line.figures)]
    if not timed:
        return []
    found = [tie for line in timed for tie in change.find(line)]
    found += [tie for read in (levels.find, products.find) for tie in read(tokens, sentences, ties)]
    lengths = {f.mention.id for line in timed for f in line.figures if is_length(f.mention)}
    return [tie for tie in found if any(member.mention in lengths for member in tie.members)]
