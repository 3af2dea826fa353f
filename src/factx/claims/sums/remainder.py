"""Shares of one whole up to the last: "44% came by bus, 39% by train and the remaining 17% on foot"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import says, words
from factx.model import Tie

_NEAR, _FAR = 16, 24  # words between two shares of a sentence, and over the end of one
_OPENING = 4  # words of "The remaining 27 percent"
_MOST = 8  # shares whose sums are tried
_PARAGRAPH = 80  # words back in which a list may have begun
_WHOLE = 100
_LEAST = 75
_ROUNDED = Decimal("0.6")  # that each share may be off


def find(passage: Passage) -> Iterator[Tie]:
    """Yield each list of shares that names the rest, with what the sentence before began of it."""
    line, cut = passage
    for rest in line.figures:
        if not _is_share(rest) or not _names_rest(line, rest):
            continue
        shares = _run(passage, rest)
        inside = [share for share in shares if share.first >= cut]
        if cut < line.stop and (len(inside) == len(shares) or not _carries_on(passage, inside)):
            continue
        whole = _all(shares)
        if whole is None and (len(_bases(line, shares)) > 1 or _goes_on(line, shares)):
            continue
        if whole is None and _sum(shares) < _LEAST:
            continue  # most of the list stands somewhere else
        members = tuple(share.member("part") for share in reversed(whole or shares))
        if len(members) > 1:
            yield Tie("parts", members, line.span(rest.first, rest.stop), closed=True)


def _is_share(figure: Figure) -> bool:
    return figure.mention.kind == "percent" and figure.mention.change is None


def _names_rest(line: Line, share: Figure) -> bool:
    rest = not words("remaining").isdisjoint(line.between(share.edge - 2, share.first))
    return rest or says(line.between(share.stop, share.stop + _OPENING), "undecided")


def _run(passage: Passage, rest: Figure) -> list[Figure]:
    """Return the shares of the list, the last one first."""
    line, cut = passage
    shares = [rest]
    for figure in line.ahead(rest):
        between = line.between(figure.stop, shares[-1].edge)
        far = _FAR if figure.first < cut <= shares[-1].first else _NEAR
        if not _is_share(figure) or len(between) > far or ";" in between[:-_OPENING]:
            break
        shares.append(figure)
    return shares


def _carries_on(passage: Passage, inside: Sequence[Figure]) -> bool:
    """Tell a sentence that goes on with the list of the one before.

    "Schools get 35% of the total. Roads come second with 25% ...", "Another 39 percent came by train
    ...", "The remaining 17 percent walked". A list that is complete in itself does not.
    """
    line, cut = passage
    if not inside or _sum(inside) >= _WHOLE:
        return False
    first = inside[-1]
    head = line.between(cut, first.edge)
    if len(inside) == 1:
        return len(head) <= _OPENING
    if not {"another", "further"}.isdisjoint(line.between(first.edge - 2, first.first)):
        return True
    before = next(line.ahead(first))
    return not words("next").isdisjoint(head) and line.word(before.stop) == "of"


def _sum(shares: Sequence[Figure]) -> Decimal:
    return sum((share.mention.number for share in shares), Decimal(0))


def _all(shares: Sequence[Figure]) -> Sequence[Figure] | None:
    """Return the fewest of the shares that make up a whole with the rest: others are of their own.

    "In a turnout of 64%, 52% said yes, 30% of them women. The remaining 48% ..."
    """
    rest, others = shares[0], tuple(shares[1:_MOST])
    for count in range(1, len(others) + 1):
        for some in combinations(others, count):
            off = abs(_sum([rest, *some]) - _WHOLE)
            if off == 0 or (some == others[:count] and off <= _ROUNDED * (count + 1)):
                return [rest, *some]
    return None


def _goes_on(line: Line, shares: Sequence[Figure]) -> bool:
    """Tell a list below 100 that may go on from a share before it in the paragraph."""
    first, block = shares[-1].edge, line.tokens.block
    near = (i for i in range(max(0, first - _PARAGRAPH), first) if block[i] == block[first])
    return _sum(shares) < _WHOLE and not words("percent").isdisjoint(line.lower[i] for i in near)


def _bases(line: Line, shares: Sequence[Figure]) -> set[str]:
    """Return what the shares are of, where they say so: "70 percent of boys"."""
    of = [share for share in shares if line.word(share.stop) == "of"]
    small = words("loose") | {"all", "those"}
    named = ([w for w in line.between(f.stop + 1, f.stop + 4) if w not in small] for f in of)
    return {said[0] for said in named if said}
