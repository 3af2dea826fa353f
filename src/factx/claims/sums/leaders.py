"""An extreme and what the next sentence gives the others: "the most votes, 1,430. Mr Bello got 2,187"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.order import superlative
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Tie

_FAR = 18  # words from a superlative to its figure
_CLAUSE = 8  # words from one rival's figure to the next
_TIMES = 4  # figures further apart are hardly of one scale
_KINDS = ("count", "number", "money", "measure", "percent")
_LED = frozenset({"with", "at", "of"})
_ENDS = frozenset({",", ".", ";", ")", "and", ""})


def find(passage: Passage) -> Iterator[Tie]:
    """Yield the figure of an extreme with those of the names that the next sentence sets beside it."""
    line, cut = passage
    rest = line.between(cut, line.stop)
    if cut == line.stop or not (words("since") | words("overall")).isdisjoint(rest):
        return
    if any(first >= cut for _, first, _ in line.moments):
        return
    marks = [at for at in range(line.start, cut) if superlative(line, at) is not None]
    if len(marks) != 1 or not words("of_years").isdisjoint(line.between(marks[0], cut)):
        return
    at = marks[0]
    if any(line.lower[i] == "per" and line.word(i + 1) != "cent" for i in range(at, cut)):
        return
    near = [f for f in line.figures if at < f.first < cut and f.edge - at <= _FAR]
    tops = [figure for figure in near if _is_told(line, at, figure)]
    rivals = _rivals(line, cut, tops[0]) if len(tops) == 1 else []
    if rivals:
        members = (tops[0].member("top"), *(rival.member("rival") for rival in rivals))
        yield Tie("order", members, line.span(at, at + 1), way=superlative(line, at), closed=False)


def _is_told(line: Line, at: int, top: Figure) -> bool:
    """Tell the figure of what is the most: "with 43", ", 14,310.", ", taking 12 million litres"."""
    mention = top.mention
    plain = mention.change is None and mention.qualifier in ("exact", "approx")
    between = line.between(at + 1, top.edge)
    if not plain or mention.kind not in _KINDS or not words("breaks").isdisjoint(between):
        return False
    if not _is_measured(line, at, top) or top.describes or line.word(top.stop) in ("of", "more"):
        return False
    led = line.word(top.edge - 1)
    apposed = led in (",", "(") and line.word(line.behind(top)) in _ENDS
    clause = "," in between and between.count(",") < 3
    verb = line.tokens.doc[top.edge - 1].pos_ == "VERB" and clause
    return (led in _LED and clause) or apposed or verb


def _is_measured(line: Line, at: int, top: Figure) -> bool:
    """Tell a figure on the scale that the superlative names: money is dear, degrees are hot."""
    mention, word = top.mention, line.lower[at]
    noun = mention.noun
    if mention.kind in ("count", "number"):
        bare = noun is None or noun.start < mention.start
        return bare and word in words("scale_any") | words("scale_size")
    if word in words("scale_any") | words("scale_size"):
        return True
    if word in words("scale_money"):
        return mention.kind == "money"
    return word in words("scale_heat") and (mention.unit or "").startswith(("°", "degree"))


def _rivals(line: Line, cut: int, top: Figure) -> list[Figure]:
    """Return the figures of a sentence that gives each to another name, and gives nothing else."""
    figures = [figure for figure in line.figures if figure.first >= cut]
    known = _names(line, line.start, cut)
    start, rivals = cut, []
    for figure in figures:
        clause = line.between(start, figure.edge)
        if (
            not _is_alike(top, figure)
            or len(clause) > _CLAUSE
            or not _is_bare(figure)
            or not _is_close(top, figure)
        ):
            break
        named = _names(line, start, figure.edge)
        listed = top.mention.kind == "money" and "the" in clause
        if known & named or not (named or listed) or not _gives(line, start, figure):
            break
        rivals.append(figure)
        start = line.behind(figure)
    complete = rivals and (len(rivals) == len(figures) or len(rivals) > 1)
    sized = top.mention.kind in ("count", "number", "money")
    return rivals if complete and (len(rivals) > 1 or not sized) else []


def _is_alike(top: Figure, figure: Figure) -> bool:
    """Tell one unit, or the bare "42.5" behind "39.2 degrees"."""
    one, other = top.mention, figure.mention
    bare = other.kind in ("count", "number") and other.unit is None and one.kind != "money"
    return bare or (one.kind == other.kind and other.unit in (one.unit, None))


def _is_bare(figure: Figure) -> bool:
    mention = figure.mention
    if mention.kind in ("count", "number") and mention.noun is not None:
        return mention.noun.start < mention.start
    return mention.change is None and mention.qualifier in ("exact", "approx")


def _is_close(top: Figure, rival: Figure) -> bool:
    small, large = sorted((top.mention.number, rival.mention.number))
    return small > 0 and large <= small * _TIMES


def _gives(line: Line, start: int, figure: Figure) -> bool:
    """Tell the words between a name and its figure from those of a change, a place or a share."""
    clause = line.between(start, figure.edge)
    moved = words("up") | words("down") | words("turned_to")
    return moved.isdisjoint(clause) and line.word(figure.stop) not in (
        "of",
        "more",
        "fewer",
        "less",
    )


def _names(line: Line, start: int, stop: int) -> set[str]:
    doc = line.tokens.doc
    return {line.lower[i] for i in range(start, stop) if doc[i].pos_ == "PROPN"}
