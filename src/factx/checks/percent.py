"""PCT: a percentage or difference against the levels before and after."""

from __future__ import annotations

from factx.checks.base import Check

CHECKS: tuple[type[Check], ...] = ()
