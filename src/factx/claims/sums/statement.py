"""What a sentence says of a change: how much, which way, and whether its levels were told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factx.claims.sums.apart import is_apart
from factx.claims.sums.cue import way_of
from factx.claims.sums.lengths import is_length
from factx.claims.sums.line import KINDS, Figure, Line
from factx.claims.sums.words import words
from factx.model import Way

_NEAR, _FAR = 8, 14
_WICKETS = 20  # times that runs are more
_THAN = 3  # words of "better off than"
_AGED = 3  # words of "aged 14 and 15"
_OPENING = 4  # words at the head of a sentence that takes up the one before
_WAYS: tuple[Way, ...] = ("up", "down")
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_RELATIVE = ("percent", "percentage_point", "ratio")


class Statement(NamedTuple):
    """A change that a sentence states, by a figure or by a word alone; ``at`` is the word."""

    line: Line
    figure: Figure | None
    way: Way | None
    at: int

    @property
    def takes_up(self) -> bool:
        """Tell "That is an increase of", "the gain of 46": levels that were told before."""
        line, place = self.line, self.at if self.figure is None else self.figure.edge
        sums_up = words("takes_up") | {"it"}
        head = range(line.start, min(line.start + _OPENING, line.stop))
        if any(line.lower[at] in words("takes_up") and at not in line.timed for at in head):
            return True
        if line.lower[line.start] in sums_up - {"this"} and place - line.start <= _NEAR:
            return True
        if self.is_comment:
            return True
        return self.definite

    @property
    def is_comment(self) -> bool:
        """Tell "She called an increase of 120% alarming": somebody speaks of what was told."""
        line, noun = self.line, noun_of(self)
        verbs = line.tokens.doc[line.start : noun if noun is not None else line.start]
        return not words("comments").isdisjoint(verb.lemma_.lower() for verb in verbs)

    @property
    def first(self) -> int | None:
        """Return where the amount begins, or its noun of change if that stands before it."""
        noun = noun_of(self)
        return None if noun is None or self.figure is None else min(noun, self.figure.edge)

    @property
    def definite(self) -> bool:
        """Tell "the gain of 46", "this 60 per cent decline": a change that was just told."""
        start = self.first
        if start is None:
            return False
        while self.line.word(start - 1) in words("sizes"):
            start -= 1
        return self.line.word(start - 1) in ("the", "this", "that")

    @property
    def apposed(self) -> bool:
        """Tell ", an increase of 12 per cent", "- a drop of 60": what stands before, said again."""
        start = self.first
        if start is None:
            return False
        ahead = self.line.between(start - 5, start)
        pauses = [at for at, word in enumerate(ahead) if word in (",", "-", "(", ":")]
        return bool(pauses) and {*ahead[pauses[-1] + 1 :]} <= words("again") | words("sizes")


def statements(line: Line) -> Sequence[Statement]:
    """Return the changes of a sentence that come with a figure."""
    if line.changes is None:
        line.changes = [
            said
            for figure in line.figures
            if (said := sized(line, figure)) is not None
            and not (_is_of_plan(line, figure) or is_apart(line, figure))
        ]
    return line.changes


def _is_of_plan(line: Line, figure: Figure) -> bool:
    """Tell "50 more than assumed", "twice what analysts were expecting": of no level that was."""
    behind = line.between(figure.stop, figure.stop + _NEAR)
    start = next((at for at, word in enumerate(behind) if word in ("than", "what")), len(behind))
    return not words("aims").isdisjoint(behind[start:])


def sized(line: Line, figure: Figure) -> Statement | None:
    """Read how much something changed: "up 12%", "270 fewer … than", "five times as many"."""
    mention = figure.mention
    before, behind = line.word(line.before(figure)), line.word(figure.stop)
    again = way_of_noun(behind) is not None  # "protested against the 50 per cent cut"
    if before in words("old") and mention.kind != "ratio" and not again:
        return None
    if mention.kind == "ratio" and mention.number > 1 and mention.change is None:
        return Statement(line, figure, None, figure.first)
    part = mention.kind == "ratio" and mention.number < 1 and mention.change is None
    if part and before == "to" and behind == "of":  # "has shrunk to a third of what it was"
        near = (at for at in range(figure.edge - 1, figure.edge - _NEAR, -1))
        found = next((at for at in near if way_of(line.word(at)) == "down"), None)
        return None if found is None else Statement(line, figure, "down", found)
    relative = mention.kind in _RELATIVE or is_points(figure)
    at = _cue(line, figure)
    if relative and before in words("marks_level"):
        return None  # "will fall below 34 percent"
    if relative and mention.change is not None:
        return Statement(line, figure, mention.change, figure.first if at is None else at)
    if behind in _WAYS and mention.kind == "percent":
        return Statement(line, figure, "up" if behind == "up" else "down", figure.stop)
    if (compared := _compared(line, figure)) is not None:
        return compared
    if (spoken := _spoken_of(line, figure)) is not None:
        return spoken
    if before == "to":
        return None
    if is_points(figure):
        way = None if at is None or figure.first - at > 2 else way_of(line.lower[at])
        return Statement(line, figure, way, figure.first) if way or before == "by" else None
    if before == "by" and (way := mention.change or _way_ahead(line, figure)) is not None:
        return Statement(line, figure, way, figure.first if at is None else at)
    if line.word(figure.stop + 1) in words("kin_apart"):  # "seven years her junior"
        return Statement(line, figure, None, figure.stop + 1)
    ahead = line.between(figure.edge - 2, figure.edge)
    votes = behind in ("to", "-", "against", "versus", "of")
    said = line.between(figure.edge - _NEAR, figure.edge)
    if said[-1:] in (["was"], ["is"]) and not votes and "lead" in said:
        return Statement(line, figure, None, figure.edge - len(said) + said.index("lead"))
    if ahead[1:] == ["of"] and not votes:
        earned = ahead[0] == "margin" and mention.kind == "percent"  # "an operating margin of 14%"
        if ahead[0] in words("distances") and not earned:
            return Statement(line, figure, None, figure.edge - 2)
        if (way := way_of_noun(ahead[0])) is not None:
            return Statement(line, figure, way, figure.edge - 2)
    articled = not _ARTICLES.isdisjoint(line.between(figure.edge - 2, figure.edge))
    if (way := way_of_noun(behind)) is not None and (articled or mention.change is not None):
        return Statement(line, figure, way, figure.stop)
    return None


def _compared(line: Line, figure: Figure) -> Statement | None:
    """Read "27 per cent more than", "22% lower", "270 fewer schools than", "6,800 more,"."""
    at = figure.stop
    if is_length(figure.mention) and line.word(at) in words("apart_in_time"):
        rival = next(line.after(figure), None)
        told = [] if rival is None else line.between(at, rival.first)
        unsaid = "than" in line.between(at, at + _THAN) and ("than" not in told or "," in told)
        return None if unsaid else Statement(line, figure, None, at)  # "faster than Lee"
    for way in _WAYS:
        if line.word(at) in words(f"{way}_than"):
            behind = line.between(at + 1, at + _FAR)
            alone = not behind or behind[0] in words("behind_more")
            if "than" in behind or (alone and figure.mention.noun is None):
                return Statement(line, figure, way, at)
    return None


def _way_ahead(line: Line, figure: Figure) -> Way | None:
    """Return the way of "came down by" and "rises by"."""
    return way_of(line.word(line.before(figure) - 1))


def _spoken_of(line: Line, figure: Figure) -> Statement | None:
    """Read "the increase, which comes to a quarter": the noun of change, and behind it how much."""
    before = line.word(line.before(figure))
    if before not in words("amounts_to") or figure.mention.change is not None:
        return None
    relative = figure.mention.kind in _RELATIVE
    for at in range(figure.edge - 1, max(line.start, figure.edge - _NEAR) - 1, -1):
        if at in line.inside:
            return None
        if (way := way_of_noun(line.lower[at])) is not None and relative:
            return Statement(line, figure, way, at)
    return None


def may_multiply(line: Line, size: Figure, level: Figure) -> bool:
    """Tell what a size may be of from "2.6 times earnings", and counts from "three times as likely"."""
    doc, at = line.tokens.doc, size.stop
    noun = (
        line.lower[at - 1] == "times"
        and at < line.stop
        and doc[at].tag_ in ("NN", "NNS", "JJ", "VBD", "VBN")
    )
    odds = line.word(at) in ("as", "more") and line.word(at + 1) not in words("as_many")
    odds = odds and size.mention.kind == "ratio" and at + 1 < line.stop
    odds = odds and doc[at + 1].pos_ == "ADJ"
    return not (noun or (odds and level.mention.kind == "count"))


def is_points(figure: Figure) -> bool:
    """Tell percentage points, also "three points"."""
    unit = (figure.mention.unit or "").rpartition(" ")[2]
    return figure.mention.kind == "percentage_point" or unit == "point"


def way_of_noun(word: str) -> Way | None:
    """Return the way of a noun of change: "gain", "decline"."""
    return next((way for way in _WAYS if word in words(f"{way}_noun")), None)


def noun_of(said: Statement) -> int | None:
    """Return where the noun of change stands: "the gain of 46", "the 60 per cent decline"."""
    line, figure = said.line, said.figure
    if figure is None:
        return None
    if line.word(figure.edge - 1) == "of" and way_of_noun(line.word(figure.edge - 2)):
        return figure.edge - 2
    at = figure.stop
    while line.word(at) in words("sizes"):
        at += 1
    return at if way_of_noun(line.word(at)) else None


def on_other_basis(line: Line, amount: Figure | None) -> bool:
    """Tell "in real terms that is an increase of 2.1 per cent": of other levels than those printed."""
    if amount is None or amount.mention.kind != "percent":
        return False
    return not words("basis").isdisjoint(line.between(amount.first - _NEAR, amount.stop + _NEAR))


def is_real(line: Line, start: int, stop: int | None = None) -> bool:
    """Tell what came about from what did not, might or "may", which is no month here."""
    stop = line.stop if stop is None else stop
    dated = {at for _, first, stop in line.moments for at in range(first, stop)}
    unreal = words("unreal")
    return all(line.lower[at] not in unreal or at in dated for at in range(start, stop))


def levels_of(line: Line) -> Iterator[Figure]:
    """Yield the figures of a sentence that may be levels: no changes, no multiples, no remainders."""
    for figure in parts_of(line):
        if words("remaining").isdisjoint(line.between(figure.edge - 2, figure.first)):
            yield figure


def parts_of(line: Line) -> Iterator[Figure]:
    """Yield the figures of a sentence that may be levels or what remains of one."""
    for figure in line.figures:
        mention = figure.mention
        contrasted = line.word(line.before(figure)) in words("old")
        plain = mention.change is None or (contrasted and mention.kind != "ratio")
        aged = "old" in mention.text.lower().replace("-", " ").split()
        aged = aged or "aged" in line.between(figure.edge - _AGED, figure.edge)
        level = plain and not aged and mention.kind in KINDS and not figure.describes
        if level and not _is_of_score(line, figure):
            yield figure


def _is_of_score(line: Line, figure: Figure) -> bool:
    """Tell the runs and the wickets of "282-4", where a vote has two of a size."""
    for dash in (figure.first - 1, figure.stop):
        first, second = line.inside.get(dash - 1), line.inside.get(dash + 1)
        if line.word(dash) == "-" and first is not None and second is not None:
            return first.mention.number > _WICKETS * second.mention.number
    return False


def _cue(line: Line, figure: Figure) -> int | None:
    """Return the word of change that stands nearest to a figure."""
    near = range(max(line.start, figure.first - _NEAR), min(line.stop, figure.stop + 4))
    known = words("up") | words("down") | words("up_than") | words("down_than")
    found = [at for at in near if line.lower[at] in known]
    return min(found, key=lambda at: abs(at - figure.first), default=None)
