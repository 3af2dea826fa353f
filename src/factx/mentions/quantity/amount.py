"""A number on its way to a ``Quantity``: where it stands, what unit it met, what it may become."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factx.mentions.quantity.lists import lists
from factx.model import Change, Kind
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens


@dataclass(slots=True)
class Amount:
    """One reading of the tokens ``first`` to ``stop`` (exclusive).

    ``numeral`` is the number, or the first end of a range whose other end is ``upper``. ``factor``
    turns the printed value into the unit's (0.01 for cents). ``noun`` holds the tokens of the
    counted noun phrase. ``bounds`` are set where the text itself says how far the value may reach
    ("5.0 ± 0.4") or how fine it is ("5 ft 6 in"); ``given`` tells the former. ``against`` is what the
    other side has in a result.
    """

    first: int
    stop: int
    numeral: Numeral
    kind: Kind | None = None
    unit: str | None = None
    upper: Numeral | None = None
    against: Numeral | None = None
    factor: Decimal = Decimal(1)
    noun: tuple[int, int] | None = None
    change: Change | None = None
    age: bool = False
    bounds: tuple[Decimal, Decimal] | None = None
    given: bool = False

    @property
    def settled(self) -> bool:
        """Tell whether a unit has been read for the number."""
        return self.kind is not None


def hyphened(tokens: Tokens, index: int) -> int:
    """Step over the hyphen that ties a unit to a number: ``10-percent``, ``20-odd miles``."""
    if index >= len(tokens) or tokens.lower[index] != "-" or not tokens.glued(index):
        return index
    loosely = tokens.lower[index + 1 : index + 2] and tokens.lower[index + 1] in lists().loosely
    return index + 2 if loosely else index + 1
