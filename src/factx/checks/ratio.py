"""RAT: multiples, fractions and rates against the figures beside them."""

from __future__ import annotations

from factx.checks.base import Check

CHECKS: tuple[type[Check], ...] = ()
