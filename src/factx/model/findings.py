"""What cannot all be true, with every span it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Operand:
    """One span that a finding compares, with the part it plays in the arithmetic."""

    source: str
    start: int
    end: int
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Claims that cannot all be true, with the arithmetic that shows it."""

    rule: str
    name: str
    severity: Severity
    message: str
    arithmetic: str
    computed: tuple[Decimal, Decimal] | None
    stated: tuple[Decimal, Decimal] | None
    gap: float | None
    cause: str | None
    spans: tuple[Operand, ...]
    claims: tuple[str, ...]
    fix: str | None
    fingerprint: str
