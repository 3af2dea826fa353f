"""Rivals of an extreme one sentence on: "The largest is Nord, at 420 tonnes. Sund has 960 tonnes"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.order import superlative
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import befell, words
from factx.model import Tie, Way

_NEAR = 16  # words from the superlative to its figure
_LINK = 4  # words from ", where" to the figure
_EVENT = 5  # words from a count of people to what befell them
_HEAD = 7  # words before the name that opens the second sentence


def find(passage: Passage) -> Iterator[Tie]:
    """Yield an extreme whose name stands before its figure, with the rivals named behind."""
    line, cut = passage
    rest = line.between(cut, line.stop)
    apart = words("since") | words("overall")
    if not rest or not apart.isdisjoint(rest) or _is_of_other_days(line, cut):
        return
    marks = [(at, way) for at in range(line.start, cut) if (way := _way(line, at)) is not None]
    if len(marks) != 1:
        return
    at, way = marks[0]
    near = [f for f in line.figures if at < f.first < cut and f.edge - at <= _NEAR]
    top = next((figure for figure in near if _is_named(line, at, figure)), None)
    if top is None:
        return
    names = _names(line, line.start, top.first)
    event = _event(line, top)
    if line.lower[at] == "worst" and event is None:
        return
    opening = _names(line, cut, min(line.stop, cut + _HEAD))
    if not _opens(line, cut) or not opening or not names or names & opening:
        return
    rivals = [figure for figure in line.figures if figure.first >= cut]
    rivals = [figure for figure in rivals if _is_rival(line, top, figure, event)]
    if rivals:
        members = (top.member("top"), *(rival.member("rival") for rival in rivals))
        yield Tie("order", members, line.span(at, at + 1), way=way, closed=False)


def _way(line: Line, at: int) -> Way | None:
    """Return the end of the scale; the worst of accidents is the one with most victims."""
    return "up" if line.lower[at] == "worst" else superlative(line, at)


def _is_of_other_days(line: Line, cut: int) -> bool:
    """Tell a second sentence with a year of its own."""
    return any(
        date.first is not None and date.timex[:4] in date.text
        for date, first, _ in line.moments
        if first >= cut
    )


def _is_named(line: Line, at: int, top: Figure) -> bool:
    """Tell "is Nord, at 420", "in Lund, where 52": one name, a comma, and the figure soon behind."""
    between = line.between(at + 1, top.edge)
    if between.count(",") != 1 or not words("breaks").isdisjoint(between):
        return False
    comma = between.index(",")
    doc = line.tokens.doc
    links = between[comma + 1 : comma + 2]
    named = [i for i in range(at + 1, at + 1 + comma) if _is_capital(line, i)]
    one = bool(named) and named == list(range(named[0], named[-1] + 1))
    last = one and named[-1] == at + comma
    bounded = any(doc[i].pos_ == "ADP" and line.lower[i] == "of" for i in named)
    near = links in (["where"], ["at"], ["with"]) and len(between) - comma - 1 <= _LINK
    return last and near and not bounded


def _is_capital(line: Line, at: int) -> bool:
    return line.tokens.text[at][:1].isupper()


def _names(line: Line, start: int, stop: int) -> set[str]:
    doc = line.tokens.doc
    return {line.lower[i] for i in range(start, stop) if doc[i].pos_ == "PROPN"} | {
        line.lower[i] for i in range(start + 1, stop) if _is_capital(line, i)
    }


def _opens(line: Line, cut: int) -> bool:
    """Tell a sentence that opens with the rival: "Sund has", "In Ystad the figure", "A fire near"."""
    head = line.between(cut, cut + _HEAD)
    if head[:1] in (["in"], ["at"], ["off"], ["near"]):
        return _is_capital(line, cut + 1) and not {"figure", "it", "rate"}.isdisjoint(head)
    if head[:1] in (["a"], ["an"], ["another"]):
        return head[2:3] in (["in"], ["at"], ["off"], ["near"])
    return line.tokens.doc[cut].pos_ == "PROPN"


def _event(line: Line, figure: Figure) -> str | None:
    """Return what befell those whom a figure counts."""
    near = line.between(figure.edge - _EVENT, figure.stop + _EVENT)
    return next((event for word in near if (event := befell(word)) is not None), None)


def _is_rival(line: Line, top: Figure, figure: Figure, event: str | None) -> bool:
    """Tell a figure of the same unit; people must have met the same end."""
    mention = figure.mention
    if mention.change is not None or mention.kind != top.mention.kind:
        return False
    if mention.kind == "count":
        return event is not None and _event(line, figure) == event
    plain = mention.kind in ("measure", "percent", "money") and mention.qualifier == "exact"
    return plain and mention.unit == top.mention.unit
