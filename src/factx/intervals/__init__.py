"""What a printed figure may stand for, and the only arithmetic on values.

A figure is never one number. ``written`` reads its digits as two intervals (nominal and
loose), ``hedges`` lets "nearly" or "more than" replace them, ``multiples`` does the same for
"doubled" and "a third", ``arithmetic`` calculates with intervals, ``decision`` compares what was
computed with what was printed, and ``digits`` knows the slips of a pen.
"""

from factx.intervals.arithmetic import Interval, bounds
from factx.intervals.decision import Decision, Verdict, decide, gap
from factx.intervals.digits import half_step, is_misprint
from factx.intervals.hedges import QUALIFIER, Hedge, hedged
from factx.intervals.multiples import fraction, majority, multiple, one_in, reduction
from factx.intervals.written import Nature, Reading, Written, loose, nominal, read

__all__ = [
    "QUALIFIER",
    "Decision",
    "Hedge",
    "Interval",
    "Nature",
    "Reading",
    "Verdict",
    "Written",
    "bounds",
    "decide",
    "fraction",
    "gap",
    "half_step",
    "hedged",
    "is_misprint",
    "loose",
    "majority",
    "multiple",
    "nominal",
    "one_in",
    "read",
    "reduction",
]
