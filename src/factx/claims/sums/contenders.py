"""Who is said to have most, and what the others have: "Lund had the most, with 43. Ystad saw 57"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.order import superlative
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Tie

_LED = frozenset({"with", "at"})
_STEP = 2  # words from a name to its figure: "Ystad recorded 57"
_HEAD = 4  # words before the verb of the first sentence


def find(passage: Passage) -> Iterator[Tie]:
    """Yield the figure of who has most with those that the next sentence gives to others."""
    line, cut = passage
    rest = line.between(cut, line.stop)
    if cut == line.stop or not (words("since") | words("overall")).isdisjoint(rest):
        return
    marks = [at for at in range(line.start, cut) if superlative(line, at) is not None]
    name = _name_before(line, line.start, line.start + _HEAD)
    if len(marks) != 1 or name is None:
        return
    at = marks[0]
    if not (words("of_years") | {"per"}).isdisjoint(line.between(at, cut)):
        return
    top = next((f for f in line.figures if at < f.first < cut), None)
    if top is None or line.word(top.edge - 1) not in _LED or not _is_bare(line, top):
        return
    rivals = [figure for figure in line.figures if figure.first >= cut and figure.fits(top)]
    rivals = [figure for figure in rivals if _is_bare(line, figure) and _is_named(line, figure)]
    if rivals and rivals[0] is next((f for f in line.figures if f.first >= cut), None):
        members = (top.member("top"), *(rival.member("rival") for rival in rivals))
        way = superlative(line, at)
        yield Tie("order", members, line.span(at, at + 1), way=way, closed=False)


def _is_bare(line: Line, figure: Figure) -> bool:
    """Tell a figure that leaves open what it counts, as the one before it has said."""
    mention = figure.mention
    plain = mention.change is None and mention.qualifier == "exact"
    counted = mention.noun is not None and mention.noun.start >= mention.end
    return plain and not counted and line.word(figure.stop) not in ("of", "more", "fewer", "less")


def _name_before(line: Line, start: int, stop: int) -> int | None:
    """Return the place of a name among some words that open a sentence."""
    doc = line.tokens.doc
    return next((i for i in range(start, stop) if i < len(doc) and doc[i].pos_ == "PROPN"), None)


def _is_named(line: Line, figure: Figure) -> bool:
    """Tell "Ystad recorded 57", ", Malmo 29" and "and Kivik, with 8,": a name and what it has."""
    at = figure.edge - 1
    while at > figure.edge - _STEP and not line.tokens.text[at][0].isupper():
        if line.lower[at] not in words("has_some") and line.lower[at] not in (",", "with"):
            return False
        at -= 1
    return line.tokens.text[at][0].isupper() and line.tokens.doc[at].pos_ in ("PROPN", "NOUN")
