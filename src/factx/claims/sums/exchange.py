"""Exchange rates and conversions in running text: "at 89 to the dollar", "which is worth $2 million"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.mentions.quantity.currencies import currencies
from factx.model import Tie

_NEAR = 6
_LARGEST = 1_000_000  # no currency is that cheap


def find(line: Line) -> Iterator[Tie]:
    """Yield the exchange rates of a sentence, and the amounts that it puts into other units."""
    rates: set[Figure] = set()
    for figure in line.figures:
        base = _base(line, figure)
        if base is not None:
            rates.add(figure)
        if base is not None and figure.mention.change is None and _is_rate(figure):
            quote = [] if figure.mention.kind == "money" else _quoted(line, figure, base)
            if quote is not None:
                items = tuple(line.span(at, at + 1) for at in (base, *quote))
                cue = line.span(min(base, figure.first), max(base + 1, figure.stop))
                yield Tie("exchange", (figure.member("rate"),), cue, items=items)
    for one, other in pairwise(line.figures):
        if rates.isdisjoint((one, other)) and _converts(line, one, other):
            members = (one.member("original"), other.member("conversion"))
            yield Tie("conversion", members, line.span(other.first, other.stop))


def _is_rate(figure: Figure) -> bool:
    """Tell a figure that may be a rate: small, and without a scale word."""
    mention = figure.mention
    if mention.kind == "measure" and mention.unit not in currencies().names:
        return False
    if (
        mention.kind not in ("money", "count", "number", "measure")
        or not 0 < mention.number < _LARGEST
    ):
        return False
    return mention.qualifier in ("exact", "approx") and not mention.text[-5:].endswith("llion")


def _base(line: Line, figure: Figure) -> int | None:
    """Return the currency that a figure is the price of: "89 to the dollar", "the dollar bought 480"."""
    if line.word(figure.stop) in words("per"):
        for at in range(figure.stop + 1, min(figure.stop + 5, line.stop)):
            if line.lower[at] in currencies().names:
                return None if at in line.inside else at
            if line.lower[at] not in words("one"):
                return None
    if line.word(figure.edge - 1) == "=":
        one = line.inside.get(figure.edge - 2)
        is_one = one is not None and one.mention.kind == "money" and one.mention.number == 1
        return one.first if one is not None and is_one else None
    start = max(line.start, figure.edge - _NEAR)
    for at in range(figure.edge - 1, start - 1, -1):
        if line.lower[at] in currencies().names:
            behind = line.lower[at + 1 : figure.edge]
            bare = at not in line.inside or line.inside[at].mention.number == 1
            bought = not words("buys").isdisjoint(behind) or behind == ["at"]
            return at if bare and bought and figure.mention.kind in ("money", "measure") else None
        if line.lower[at] in (",", ";", "and"):
            return None
    return None


def _quoted(line: Line, figure: Figure, base: int) -> list[int] | None:
    """Return the currency that a bare rate is quoted in, the nearest other one in the sentence."""
    near = sorted(range(line.start, line.stop), key=lambda at: abs(at - figure.first))
    names = currencies().names
    code = names.get(line.lower[base])
    return next(([at] for at in near if names.get(line.lower[at], code) != code), None)


def _converts(line: Line, one: Figure, other: Figure) -> bool:
    """Tell an amount given again in another unit: "4.45 million afghanis are worth $500,000"."""
    kinds = {one.mention.kind, other.mention.kind}
    if kinds not in ({"money"}, {"measure"}) or one.mention.unit == other.mention.unit:
        return False
    if one.mention.change != other.mention.change:
        return False
    between = line.between(one.stop, other.edge)
    strong = words("worth_as_much")
    joint = [word in strong or word in words("worth_joint") for word in between]
    if not strong.isdisjoint(between) and len(between) <= 2 * _NEAR:
        # "the 8 billion drams promised to dairies comes to $35 million"
        last = max(at for at, word in enumerate(between) if word in strong)
        plain = all(word.isalpha() or word in ("'s", "-") for word in between[:last])
        return all(joint[last:]) and (plain or all(joint))
    if not 0 < len(between) <= _NEAR:
        return False
    if kinds == {"measure"} and between[-1] == "or" and between[0] in words("extents"):
        return len(between) <= 3
    hedged = not words("worth_about").isdisjoint(line.between(one.stop, other.first))
    return between[:1] == [","] and hedged and all(joint)
