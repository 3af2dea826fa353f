"""A share with its part or whole some words away: "a quarter of the 480 pupils, 212 in all, stayed"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.kin import apposed, is_link
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.parts import is_fronted
from factx.claims.sums.passage import Passage
from factx.claims.sums.stated import is_plain, is_share, named, noun_of_whole, share_tie
from factx.claims.sums.words import words
from factx.model import Tie

_NEAR = 7
_FAR = 14
_OPENING = 6


def find(passage: Passage) -> Iterator[Tie]:
    """Yield each share with the part and the whole that the words around it give."""
    for share in passage.line.figures:
        if not is_share(share):
            continue
        reads = (_of_whole, _behind_part, _beside_them, _of_them)
        tie = next((tie for read in reads if (tie := read(passage, share)) is not None), None)
        if tie is not None:
            yield tie


def _of_whole(passage: Passage, share: Figure) -> Tie | None:
    """Read "a quarter of the 480 pupils, 212 in all" and "one in eight of the 4,000. That is 1,500"."""
    line, cut = passage
    whole = next(line.after(share), None)
    if line.word(share.stop) != "of" or whole is None:
        return None
    if whole.edge - share.stop <= _NEAR and is_plain(whole) and _is_whole(line, share.stop, whole):
        part = next(line.after(whole), None)
        if part is None or not is_plain(part) or not _is_part(passage, whole, part):
            return None
        return share_tie(line, share, part, whole)
    # the whole is only named: "30 percent of the city's pupils, 24,000 in all"
    part = whole
    if part.first < cut and is_plain(part) and _in_all(line, part):
        between = line.between(share.stop, part.edge)
        if between[-1:] == [","] and len(between) <= _FAR and between.count(",") == 1:
            return named(passage, share, part, line.lower[part.edge - 2])
    return None


def _is_whole(line: Line, of: int, whole: Figure) -> bool:
    """Tell "of the council's 41 members": nothing but the owner stands before the figure."""
    between = line.between(of + 1, whole.edge)
    return all(word.isalpha() or word == "'s" for word in between) and whole.mention.kind == "count"


def _is_part(passage: Passage, whole: Figure, part: Figure) -> bool:
    line, cut = passage
    if line.word(part.edge - 1) == ":":
        return part.mention.noun is None and ":" not in line.between(whole.stop, part.edge - 1)
    if whole.first < cut <= part.first:
        head = line.between(cut, part.edge)
        return len(head) <= _OPENING and not words("takes_up").isdisjoint(head[:1])
    return apposed(line, part) or (line.word(part.edge - 1) == "," and _in_all(line, part))


def _in_all(line: Line, part: Figure) -> bool:
    behind = line.between(part.stop, part.stop + 2)
    return behind in (["in", "all"], ["in", "total"]) or behind[:1] == ["altogether"]


def _behind_part(passage: Passage, share: Figure) -> Tie | None:
    """Read "Of the 165 rifles 132, or 60 percent," and "27 of their 90 judgments in time (48%)"."""
    line, _ = passage
    ahead = [f for f in line.ahead(share) if f.first >= line.sentence(share)][:2]
    if not ahead or not all(is_plain(figure) for figure in ahead[:1]):
        return None
    first, second = ahead[0], ahead[1] if len(ahead) > 1 else None
    restated = _restates(line, first, share)
    if second is not None and is_plain(second) and _is_out_of(line, second, first):
        closed = line.between(first.stop, share.edge)
        late = closed[-1:] == ["("] and len(closed) <= _FAR and "," not in closed
        return share_tie(line, share, second, first) if late or restated else None
    fronted = second is not None and is_plain(second) and is_fronted(line, second)
    if fronted and (restated or _sums_up(line, first, share)):
        return share_tie(line, share, first, second)
    if not restated:
        return None
    if not (line.word(share.stop) == "of" or _owns(line, first)):
        return None
    if second is not None and second.first >= line.sentence(share):
        return None
    return named(passage, share, first, noun_of_whole(line, first, share))


def _sums_up(line: Line, part: Figure, share: Figure) -> bool:
    """Tell ", or one in five." and ", a share of 60 percent." at the end of what a part did."""
    ahead = line.between(share.edge - 4, share.edge)
    told = ahead[-2:] == [",", "or"] or (
        ahead[:2] == [",", "a"] and ahead[2] in words("shares") and ahead[3:] == ["of"]
    )
    between = line.between(part.stop, share.edge)
    near = len(between) <= _FAR and between.count(",") == 1 and part.mention.noun is None
    return told and near and line.word(share.stop) in {".", ",", ";", ""}


def _owns(line: Line, part: Figure) -> bool:
    """Tell "of the valley's inhabitants 210" and "45 of the island's teachers"."""
    return line.word(part.stop) == "of" or line.lower[line.start] == "of"


def _restates(line: Line, part: Figure, share: Figure) -> bool:
    """Tell "132, or 60 percent,": what stands between says that the two are one."""
    between = line.between(part.stop, share.edge)
    of = line.word(share.stop) == "of"
    if (line.word(part.stop) == "of" or of) and "," in between[: 2 * _NEAR]:
        between = between[len(between) - 1 - between[::-1].index(",") :]
    marks = {",", "(", "-"}
    if between[-2:-1] == ["which"]:
        return line.word(share.stop) in {",", ")", "-", ".", "of"} and len(between) <= _NEAR
    return (
        0 < len(between) <= 4
        and (between[0] in marks or "or" in between)
        and all(word in marks or word in words("accounts") for word in between)
        and (line.word(share.stop) in {",", ")", "-", "of", "."} or "or" in between)
    )


def _is_out_of(line: Line, part: Figure, whole: Figure) -> bool:
    return is_link(line.between(part.stop, whole.edge))


def _beside_them(passage: Passage, share: Figure) -> Tie | None:
    """Read "visited 180 kitchens and closed 45 of them, 15 percent", "27 members, and half of them - nine -"."""
    line, _ = passage
    part = next(line.ahead(share), None)
    if _speaks_of_them(line, share.stop):
        following = next(line.after(share), None)
        if following is None or not apposed(line, following) or following.edge - share.stop > 3:
            return None
        whole, part = part, following
    elif part is not None and _speaks_of_them(line, part.stop) and apposed(line, share):
        whole = next(line.ahead(part), None)
    else:
        return None
    if whole is None or not (is_plain(whole) and is_plain(part) and whole.mention.noun is not None):
        return None
    between = line.between(whole.stop, part.edge)
    larger = whole.mention.number > part.mention.number and part.mention.noun is None
    return share_tie(line, share, part, whole) if larger and len(between) <= 2 * _FAR else None


def _speaks_of_them(line: Line, at: int) -> bool:
    """Tell "of them" and "of these" behind a figure, and nothing that restricts them."""
    them = line.word(at) == "of" and line.word(at + 1) in ("them", "these", "those")
    return them and not line.word(at + 2).startswith(("who", "which", "that"))


def _of_them(passage: Passage, share: Figure) -> Tie | None:
    """Read "Of the 30 schools inspected, 44.2 percent" and "60 shopkeepers …, 37% of them"."""
    line, cut = passage
    whole = next(line.ahead(share), None)
    near = whole is not None and share.edge - whole.stop <= 2 * _FAR and share.first < cut
    if whole is None or not near or not is_plain(whole) or share.mention.kind != "percent":
        return None
    between = line.between(whole.stop, share.edge)
    fronted = is_fronted(line, whole) and between[-1:] == [","] and between.count(",") == 1
    bare = _speaks_of_them(line, share.stop)
    if not (fronted and line.word(share.stop) != "of") and not bare:
        return None
    members = (whole.member("whole"), share.member("share"))
    return Tie("share", members, line.span(share.first, share.stop), closed=False)
