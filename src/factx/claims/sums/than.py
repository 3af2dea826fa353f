"""A figure above or below another that is no mark: "41,200 cars, fewer than the 39,800 of April"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import KINDS, Figure, Line
from factx.claims.sums.passage import Passage
from factx.claims.sums.statement import is_real
from factx.claims.sums.words import words
from factx.model import Tie, Way

_FAR = 12  # words from a figure to its comparison
_SHORT = 6  # words of what it is compared with


def find(line: Line) -> Iterator[Tie]:
    """Yield each figure with the next one, where a comparative behind a pause stands between them.

    Without the pause the figure is the distance: "300 fewer than the 1,200 of last year".
    """
    if not is_real(line, line.start):
        return
    for one in line.figures:
        other = next(line.after(one), None)
        if other is None or one.mention.kind not in KINDS or not one.fits(other):
            continue
        exact = one.mention.qualifier == other.mention.qualifier == "exact"
        at = _comparative(line, one, other) if exact else None
        if at is not None and _is_rival(line, at + 2, other):
            yield compared(
                line, one, other, at, "up" if line.word(at) in words("up_than") else "down"
            )


def compared(line: Line, one: Figure, other: Figure, at: int, way: Way) -> Tie:
    """Return the tie of a figure and what the word at a place puts it above, or below."""
    roles = ("larger", "smaller") if way == "up" else ("smaller", "larger")
    members = (one.member(roles[0]), other.member(roles[1]))
    return Tie("comparison", members, line.span(at, at + 1), way=way)


def _comparative(line: Line, one: Figure, other: Figure) -> int | None:
    """Return where "fewer than" stands behind the pause that ends what is said of a figure."""
    start = line.behind(one)
    than = next((at for at in range(start, other.edge) if line.lower[at] == "than"), None)
    if than is None or line.word(than - 1) not in words("up_than") | words("down_than"):
        return None
    ahead = line.between(start, than - 1)
    pauses = [index for index, word in enumerate(ahead) if word in (",", "-", "(")]
    if not pauses or len(ahead) > _FAR or not words("breaks").isdisjoint(ahead):
        return None
    behind = ahead[pauses[-1] + 1 :]
    return than - 1 if set(behind) <= words("compare_joint") and "and" not in ahead else None


def _is_rival(line: Line, start: int, other: Figure) -> bool:
    """Tell "the long-term average of 52" and "the cathedral, whose spire reaches 230"."""
    doc = line.tokens.doc
    named = range(start, other.edge)
    comma = next((at for at in named if line.lower[at] == ","), other.edge)
    told = line.between(comma + 1, other.edge)
    if not start < comma <= start + _SHORT or not {"and", "but"}.isdisjoint(
        line.between(start, comma)
    ):
        return False
    plain = all(doc[at].pos_ not in ("VERB", "AUX") for at in range(start, comma))
    return plain and (not told or (told[0] in ("which", "whose") and len(told) <= _SHORT))


def marked(passage: Passage) -> Iterator[Tie]:
    """Read "The aim was to raise 50,000 euros. Donors gave 46,300, beating the goal": named again."""
    line, cut = passage
    if cut == line.stop:
        cut = next((at for at in range(line.start, line.stop) if line.lower[at] == ";"), cut)
    if not is_real(line, cut) or not _sets_mark(line.between(line.start, cut)):
        return
    marks = [f for f in line.figures if f.first < cut and f.mention.kind in KINDS]
    levels = [f for f in line.figures if f.first >= cut and marks and f.fits(marks[0])]
    if len(marks) != 1 or len(levels) != 1 or levels[0].mention.qualifier != "exact":
        return
    cue = next((at for at in range(cut, line.stop) if _way(line, at, cut) is not None), None)
    reversed_ = cue is not None and line.lower[cue] not in words("literal")
    if (
        cue is None
        or _is_distance(line, levels[0])
        or (reversed_ and not words("lower_wins").isdisjoint(line.lower[line.start : line.stop]))
    ):
        return
    way = _way(line, cue, cut)
    assert way is not None
    yield compared(line, levels[0], marks[0], cue, way)


def _sets_mark(said: list[str]) -> bool:
    return not (words("mark") | words("aims")).isdisjoint(said)


def _way(line: Line, at: int, cut: int) -> Way | None:
    """Read "beating the goal", "fell short of expectations" and, of a mark just named, "breached it"."""
    word = line.word(at)
    above, below = word in words("above"), word in words("below")
    if not above and not below:
        return None
    behind = [word for word in line.between(at + 1, at + 5) if word not in words("loose") | {"of"}]
    again = behind[:1] == ["it"] and not words("mark").isdisjoint(line.between(line.start, cut))
    if not again and (not behind or behind[0] not in words("mark")):
        return None
    return "up" if above else "down"


def _is_distance(line: Line, figure: Figure) -> bool:
    """Tell "by 3,700 euros" and "3,700 euros short of the goal"."""
    behind = line.word(line.behind(figure))
    known = words("distance") | words("up_than") | words("down_than")
    return line.word(line.before(figure)) == "by" or behind in known
