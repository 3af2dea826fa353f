"""A part, its share and the total that another sentence gives: "made up 45% of sales … Total sales were $3.9bn"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.pieces import are_apart
from factx.claims.sums.stated import is_plain, is_share, share_tie
from factx.claims.sums.words import says
from factx.model import Tie
from factx.nlp.tokens import Tokens

_SENTENCES = 2
_LINK = 14  # words from a part to its share
_NEAR = 12


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each part and its share of something named with the one total of its unit near by."""
    tied = {m.mention for t in ties if t.kind == "share" and len(t.members) > 2 for m in t.members}
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences):
            for share in line.figures:
                part = _part(line, share)
                if part is None or share.mention.id in tied:
                    continue
                near = sentences[max(0, index - _SENTENCES) : index + _SENTENCES + 1]
                totals = [
                    (other, figure)
                    for other in near
                    for figure in other.figures
                    if other is not line
                    and _is_total(part, other, figure)
                    and not are_apart(line, other)
                ]
                if len(totals) == 1 and _is_of(line, share, totals[0][0]):
                    yield _tie(line, share, part, totals[0][1])


def _tie(line: Line, share: Figure, part: Figure, total: Figure) -> Tie:
    if share.mention.kind == "ratio":
        return share_tie(line, share, part, total)
    members = (part.member("part"), share.member("share"), total.member("stated"))
    return Tie("share", members, line.span(share.first, share.stop), closed=False)


def _part(line: Line, share: Figure) -> Figure | None:
    """Return the figure of which a share behind it says how much of something it is."""
    if not is_share(share):
        return None
    part = next(line.ahead(share), None)
    if part is None or not is_plain(part) or line.word(share.stop) != "of":
        return None
    link = line.between(part.stop, share.edge)
    return part if len(link) <= _LINK and says(link, "makes_up") else None


def _is_total(part: Figure, line: Line, figure: Figure) -> bool:
    """Tell a larger figure of the same unit that words call a total."""
    if not is_plain(figure) or figure.mention.number <= part.mention.number:
        return False
    one, other = part.mention, figure.mention
    same = one.kind == other.kind and one.unit == other.unit
    start = max(line.sentence(figure), figure.edge - _NEAR)
    around = [*line.between(start, figure.edge), *line.between(figure.stop, figure.stop + 4)]
    return same and says(around, "in_total")


def _is_of(line: Line, share: Figure, told: Line) -> bool:
    """Tell a total of what the share is of: they have a noun in common, or it is "of the total"."""
    end = next((i for i in range(share.stop, line.stop) if line.lower[i] in (",", ";")), line.stop)
    base = line.stems(share.stop, min(end, share.stop + _NEAR))
    shared = base & told.stems(told.start, told.stop)
    return bool(shared) or "total" in base
