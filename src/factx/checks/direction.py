"""DIR: rose, fell and stayed, against the levels."""

from __future__ import annotations

from factx.checks.base import Check

CHECKS: tuple[type[Check], ...] = ()
