"""Which readings of a size its words rule out, whatever their chances."""

from __future__ import annotations

from collections.abc import Sequence

from factx.claims.sums.apart import has_own_base, is_step_to, is_times_another
from factx.claims.sums.change import is_old
from factx.claims.sums.kin import is_reckoned, is_unshared
from factx.claims.sums.lengths import is_length
from factx.claims.sums.operands.apposed import (
    is_change_of_other,
    is_of_named_whole,
    is_share_of_other,
)
from factx.claims.sums.operands.bases import (
    has_own_change,
    is_based_then,
    is_in_next_clause,
    is_in_turn,
    is_missed,
    is_netted,
    is_no_base,
    is_of_another,
    is_of_another_day,
    is_of_named_base,
    is_of_others_now,
    is_of_own_pair,
    is_of_past,
    is_outdone,
    is_resumed,
    is_said_of_thing,
)
from factx.claims.sums.operands.pairs import (
    is_divided,
    is_elided_of_another,
    is_of_unlike_units,
    is_part_and_whole,
    is_sold_on,
    is_supposed,
)
from factx.claims.sums.operands.term import (
    Term,
    is_between,
    is_of_it,
    is_of_others,
    is_of_then,
    is_of_votes,
    is_reached,
    is_rest,
)
from factx.claims.sums.statement import Statement, is_points
from factx.claims.sums.words import says, words
from factx.model import Way

_NEAR = 4  # words from "88" to "a head"


# What speaks against two levels, against both with a size, the earlier one and any one with it.
_OF_PAIRS = (
    is_of_unlike_units,
    is_sold_on,
    is_part_and_whole,
    is_supposed,
    is_elided_of_another,
)
_OF_LEVELS = (
    is_divided,
    is_in_next_clause,
    is_netted,
    is_missed,
    is_of_named_base,
    is_of_own_pair,
    is_of_others_now,
    is_resumed,
    is_said_of_thing,
)
_OF_BASES = (is_based_then, is_in_turn, is_of_another_day)
_OF_EACH = (has_own_change, is_of_another, is_no_base)


def is_no_share(size: Term, part: Term, whole: Term) -> bool:
    """Tell a part and a whole that the words of a share keep it from being of."""
    if is_points(part.figure) or is_points(whole.figure) or is_of_votes(size):
        return True
    return (
        is_of_others(size, part, whole)
        or is_of_it(size, whole)
        or is_share_of_other(size, part, whole)
        or is_of_then(size, whole)
        or is_rest(size, part)
        or is_of_named_whole(size, whole)
    )


def is_no_total(size: Term, parts: Sequence[Term]) -> bool:
    """Tell figures that a size is no total of: a former level, or what is expected beside what was."""
    if is_old(size.line, size.figure) or is_between(size, parts):
        return True
    told = {t.claim.modality == "actual" for t in (size, *parts) if t.claim is not None}
    return len(told) > 1


def is_no_rate(size: Term, total: Term, count: Term) -> bool:
    """Tell figures that a size is not so much of for each: no total is smaller than what each has.

    Nor is a former size, "against 225 euros last year", of the figures of now.
    """
    line, figure = size.line, size.figure
    if is_old(line, figure) or count.figure.describes:
        return True  # "work a 35-hour week and earn 63,000 on average"
    if total.figure.mention.number <= figure.mention.number:
        return True
    headed = not words("heads").isdisjoint(line.between(figure.stop, figure.stop + _NEAR))
    if headed and count.figure.mention.kind == "measure":
        return True  # "88 a head" is of no tonnes
    averaged = says(line.between(line.start, figure.edge), "averaging")
    return is_unshared(total.line, total.figure, averaged=averaged)


def is_no_change(size: Term, said: Statement | None, way: Way | None, new: Term, old: Term) -> bool:
    """Tell two levels that the words of a size keep it from lying between."""
    return _is_no_pair(new, old) or _is_of_other_levels(size, said, way, new, old)


def _is_no_pair(new: Term, old: Term) -> bool:
    """Tell two figures that are no levels of one thing, whatever the size."""
    if is_length(new.figure.mention) and is_length(old.figure.mention):
        bare = {term.figure.mention.text.isdecimal() for term in (new, old)}
        if len(bare) > 1:
            return True  # "Coker, 68," and "six years": an age and a length of time
    return any(veto(new, old) for veto in _OF_PAIRS)


def _is_of_other_levels(
    size: Term, said: Statement | None, way: Way | None, new: Term, old: Term
) -> bool:
    """Tell levels that the size is not of by what its own words say."""
    line, figure = size.line, size.figure
    if is_reckoned(line, figure) or is_reached(size) or is_of_past(size, new):
        return True
    if new.line is old.line is line and is_step_to(line, figure, new.figure, old.figure):
        return True
    if is_times_another(line, figure, old.line) or is_change_of_other(size, way, new, old):
        return True
    if any(veto(size, new, old) for veto in _OF_LEVELS) or any(v(size, old) for v in _OF_BASES):
        return True
    for level in (new, old):
        if has_own_base(line, figure, level.figure) or any(v(size, level) for v in _OF_EACH):
            return True
    return said is not None and is_outdone(size, said.at, new, old)
