"""A count and those who have some of it, by name: "14 crews … Chania sent six of them, Rethymno five and Heraklion four"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factx.claims.sums.kin import counts
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.searched.stretch import Stretch
from factx.model import Tie

_SENTENCES = 2  # from a total to the last of its parts
_CLAUSE = 9  # words from one part to the next
_LEAST = 2


def find(stretch: Stretch, tied: set[str]) -> Iterator[Tie]:
    """Yield each count with the bare numbers behind it that names share out.

    Such a list may leave some out, and what is told of two names is not told twice: the parts may
    come to less than the whole, and not to more.
    """
    at = next(i for i, line in enumerate(stretch.lines) if line is stretch.here)
    line = stretch.here.joined(stretch.lines[at : at + _SENTENCES])
    for total in stretch.here.figures:
        mention = total.mention
        if mention.id in tied or mention.noun is None or not _is_exact(total):
            continue
        parts = _parts(line, total)
        if len(parts) > _LEAST and not _is_one_of_them(line, total, parts[0]):
            members = (total.member("total"), *(part.member("apart") for part in parts))
            yield Tie("parts", members, line.span(parts[0].first, parts[-1].stop), closed=False)


def _is_one_of_them(line: Line, total: Figure, first: Figure) -> bool:
    """Tell "holds 17 seats, the Liberals eight, the Greens four": one clause, and no whole in it."""
    here = line.tokens.same_sentence(total.first, first.first)
    return here and {":", "-"}.isdisjoint(line.between(total.stop, first.edge))


def _is_exact(figure: Figure) -> bool:
    return counts(figure) and figure.mention.qualifier == "exact"


def _parts(line: Line, total: Figure) -> Sequence[Figure]:
    """Return the bare numbers that follow a total, each with a name of its own."""
    parts: list[Figure] = []
    start = line.behind(total)
    for figure in line.after(total):
        clause = max(start, line.sentence(figure))
        named = line.names(clause, figure.edge) or line.names(
            figure.stop, min(figure.stop + 2, line.stop)
        )
        bare = figure.mention.noun is None or figure.mention.unit == total.mention.unit
        near = figure.edge - clause <= _CLAUSE
        smaller = figure.mention.number < total.mention.number
        if not (named and bare and near and smaller and _is_exact(figure)):
            break
        parts.append(figure)
        start = figure.stop
    return parts
