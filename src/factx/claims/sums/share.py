"""A part, its whole and the share: "90 of 120 members (75%)", "57% of the 120, or 90"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.kin import apposed, is_link
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.stated import is_share
from factx.claims.sums.words import words
from factx.model import Tie

_NEAR = 8


def find(line: Line) -> Iterator[Tie]:
    """Yield the shares of a sentence whose part or whole is given beside them."""
    for share in line.figures:
        if not is_share(share):
            continue
        yield from _stated_behind(line, share)
        yield from _stated_before(line, share)


def _of(figure: Figure) -> bool:
    """Tell "90 of 120" read as one ratio."""
    return " of " in figure.mention.text or any(c.isdigit() for c in figure.mention.text)


def _stated_behind(line: Line, share: Figure) -> Iterator[Tie]:
    """Read "90 of 120 members (75%)", "90 of the 120, or 75%": the share stands behind both."""
    whole = next(line.ahead(share), None)
    part = next(line.ahead(whole), None) if whole is not None else None
    if whole is None or not _restated(line, whole, share):
        return
    if whole.mention.kind == "ratio" and _of(whole):
        members = (whole.member("ratio"), share.member("share"))
        yield Tie("share", members, line.span(share.first, share.stop))
    elif part is not None and _pair(line, part, whole):
        yield _tie(line, part, whole, share)


def _stated_before(line: Line, share: Figure) -> Iterator[Tie]:
    """Read "75% (90 of 120)", "75% of the 120 members, or 90"."""
    following = list(line.after(share))[:2]
    if not following:
        return
    first = following[0]
    if first.mention.kind == "ratio" and _of(first) and _restated(line, share, first):
        members = (first.member("ratio"), share.member("share"))
        yield Tie("share", members, line.span(share.first, share.stop))
        return
    if len(following) < 2 or not _restated(line, first, following[1]):
        if _wholly(line, share, first) and first.mention.kind == "count":
            members = (first.member("whole"), share.member("share"))
            yield Tie("share", members, line.span(share.first, share.stop))
        if len(following) < 2:
            return
    second = following[1]
    if _restated(line, share, first) and _pair(line, first, second):
        yield _tie(line, first, second, share)
    elif _wholly(line, share, first) and _restated(line, first, second) and first.fits(second):
        yield _tie(line, second, first, share)


def _tie(line: Line, part: Figure, whole: Figure, share: Figure) -> Tie:
    members = (part.member("part"), whole.member("whole"), share.member("share"))
    return Tie("share", members, line.span(share.first, share.stop))


def _pair(line: Line, part: Figure, whole: Figure) -> bool:
    """Tell "90 of the 120" and "90 members out of 120"."""
    if whole.mention.change is not None:
        return False  # but "cut 320 of its 4,000 jobs, or 8%"
    if part.mention.kind not in ("count", "number", "money", "measure") or not part.fits(whole):
        same = {part.mention.kind, whole.mention.kind} <= {"count", "number"}
        if not same:
            return False
    between = line.between(part.stop, whole.edge)
    if "of" not in between or len(between) > _NEAR:
        return False
    at = between.index("of")  # not "29 billion, leaving a deficit of 2 billion"
    return "," not in between[:at] and is_link(between[at:])


def _wholly(line: Line, share: Figure, whole: Figure) -> bool:
    between = line.between(share.stop, whole.edge)
    return between[:1] == ["of"] and all(word in words("wholes") for word in between[1:])


def _restated(line: Line, one: Figure, other: Figure) -> bool:
    """Tell what says the same again: behind "(", "or", ", representing"."""
    between = line.between(one.stop, other.edge)
    if len(between) > _NEAR or not between:
        return False
    if between[-1] == "(":
        return len(between) <= 5
    if between[-1] in (",", "-") and between.count(",") < 2 and apposed(line, other):
        return True
    if between[-1] in ("or", "-") or between[-2:] in (
        ["equal", "to"],
        ["that", "is"],
        ["equivalent", "to"],
    ):
        return "," in between or between[-1] != "or" or len(between) <= 3
    return between[-1] in words("represents")
