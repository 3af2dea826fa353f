"""Shares against the words around them: a fraction "of those" is of what was just told, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.stated import is_share
from factx.model import Tie

_THEM = frozenset({"those", "these", "them", "whom", "which"})
_NAMED = 4  # words of "of the 1.8 billion"
_ASIDE = 9  # words of "Of the export boxes,"


def own(ties: Iterable[Tie], lines: Sequence[Line]) -> Iterator[Tie]:
    """Yield the ties, without those of a share that the words keep from its part or its whole."""
    placed = {f.mention.id: (line, f) for line in lines for f in line.figures}
    ties = list(ties)
    levels = {_of(t, "new", "old") for t in ties if t.kind == "change"}
    for tie in ties:
        roles = {m.role: placed[m.mention] for m in tie.members if m.mention in placed}
        if tie.kind != "share" or "share" not in roles:
            yield tie
        elif _of(tie, "part", "whole") not in levels and not _is_of_others(roles):
            yield tie  # two levels of one change are no part and whole


def _of(tie: Tie, *roles: str) -> frozenset[str]:
    found = frozenset(member.mention for member in tie.members if member.role in roles)
    return found if len(found) == len(roles) else frozenset(tie.kind)


def _is_of_others(roles: Mapping[str, tuple[Line, Figure]]) -> bool:
    line, share = roles["share"]
    if line.word(share.stop) == "as":
        return True  # "fewer than half as many", "half as fast as"
    part = roles["part"][1] if "part" in roles else None
    whole = roles["whole"][1] if "whole" in roles else None
    if _refers(line, share, whole):
        return True
    if part is None or whole is None:
        return False
    apart = _is_of_another(line, share, part) or _is_elsewhere(line, share, part, whole)
    return (
        apart or _is_part_of_part(line, part, whole) or _is_unnamed(roles["part"][0], part, whole)
    )


def _refers(line: Line, share: Figure, whole: Figure | None) -> bool:
    """Tell "a third of those" behind another share, and "two-thirds of it" of a sum beside a count."""
    before, behind = (
        line.between(share.edge - 2, share.edge),
        line.between(share.stop, share.stop + 2),
    )
    counted = whole is not None and whole.mention.kind in ("count", "number")
    if behind == ["of", "it"]:
        return counted
    led = before[:1] == ["of"] and before[-1] in _THEM
    if not led and not (behind[:1] == ["of"] and behind[-1] in _THEM):
        return False
    told = [f for f in line.ahead(share) if f.first >= line.sentence(share)]
    fraction = any(is_share(figure) for figure in told)
    return fraction or line.word(share.stop + 2).isdecimal() or share.stop + 2 in line.inside


def _is_of_another(line: Line, share: Figure, part: Figure) -> bool:
    """Tell a part behind another share: "half are let; a third of those, 150, to students"."""
    between = [f for f in line.after(share) if f.first < part.first]
    return part in line.figures and any(is_share(figure) for figure in between)


def _is_elsewhere(line: Line, share: Figure, part: Figure, whole: Figure) -> bool:
    """Tell another's part: "two thirds of the 1.8 billion go to rail, 400 million to ports"."""
    fronted = line.word(share.stop) == "of" and 0 < whole.edge - share.stop <= _NAMED
    given = line.word(line.behind(part)) in ("to", "for", "on")
    return fronted and part in line.figures and part.first > whole.first and given


def _is_part_of_part(line: Line, part: Figure, whole: Figure) -> bool:
    """Tell "seventy of the 210 trains were late, ten of them by an hour": of the seventy."""
    if part not in line.figures or whole not in line.figures:
        return False
    of = line.between(part.stop, part.stop + 2)
    near = [f for f in line.figures if f.first < whole.first and f.first >= line.sentence(whole)]
    told = any(line.between(f.stop, whole.edge) == ["of", "the"] for f in near)
    return told and of[:1] == ["of"] and of[-1] in _THEM and whole.first < part.first


def _is_unnamed(line: Line, part: Figure, whole: Figure) -> bool:
    """Tell "Of the export boxes, 71,000 were empty": of a whole that no figure tells."""
    ahead = line.between(max(line.start, part.edge - _ASIDE), part.edge)
    first = line.sentence(part)
    fronted = line.word(first) in ("of", "among") and "," in ahead
    if not fronted or (whole in line.figures and whole.first >= first):
        return False
    inside = any(f.first < part.first for f in line.figures if f.first >= first)
    return not inside and bool(line.stems(first, part.edge))
