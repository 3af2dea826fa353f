"""SUM: totals, parts and shares."""

from __future__ import annotations

from factx.checks.base import Check

CHECKS: tuple[type[Check], ...] = ()
