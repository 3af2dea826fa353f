"""A share with its part or whole some words away: "a quarter of the 480 pupils, 212 in all, stayed"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.parts import is_fronted
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Tie

_NEAR = 7
_FAR = 14
_OPENING = 6


def find(passage: Passage) -> Iterator[Tie]:
    """Yield each share with the part and the whole that the words around it give."""
    for share in passage.line.figures:
        if not _is_share(share):
            continue
        tie = _of_whole(passage, share) or _behind_part(passage, share) or _rate_of(passage, share)
        if tie is not None:
            yield tie


def _is_share(figure: Figure) -> bool:
    mention = figure.mention
    if mention.change is not None:
        return False
    fraction = mention.kind == "ratio" and 0 < mention.number < 1
    return mention.kind == "percent" or (fraction and not _is_quotient(figure))


def _is_quotient(figure: Figure) -> bool:
    """Tell "90 of 120" read as one ratio."""
    return " of " in figure.mention.text


def _plain(figure: Figure) -> bool:
    mention = figure.mention
    kinds = ("count", "number", "money", "measure")
    return mention.kind in kinds and mention.change is None and "-" not in mention.text


def _of_whole(passage: Passage, share: Figure) -> Tie | None:
    """Read "a quarter of the 480 pupils, 212 in all" and "one in eight of the 4,000. That is 1,500"."""
    line, cut = passage
    whole = next(line.after(share), None)
    if line.word(share.stop) != "of" or whole is None:
        return None
    if whole.edge - share.stop <= _NEAR and _plain(whole) and _is_whole(line, share.stop, whole):
        part = next(line.after(whole), None)
        if part is None or not _plain(part) or not _is_part(passage, whole, part):
            return None
        return _tie(line, share, part, whole)
    # the whole is only named: "30 percent of the city's pupils, 24,000 in all"
    part = whole
    if part.first < cut and _plain(part) and _in_all(line, part):
        between = line.between(share.stop, part.edge)
        if between[-1:] == [","] and len(between) <= _FAR and between.count(",") == 1:
            return _tie(line, share, part, None)
    return None


def _is_whole(line: Line, of: int, whole: Figure) -> bool:
    """Tell "of the council's 41 members": nothing but the owner stands before the figure."""
    between = line.between(of + 1, whole.edge)
    return all(word.isalpha() or word == "'s" for word in between) and whole.mention.kind == "count"


def _is_part(passage: Passage, whole: Figure, part: Figure) -> bool:
    line, cut = passage
    if whole.first < cut <= part.first:
        head = line.between(cut, part.edge)
        return len(head) <= _OPENING and not words("takes_up").isdisjoint(head[:1])
    return line.word(part.edge - 1) == "," and (_in_all(line, part) or line.word(part.stop) == ",")


def _in_all(line: Line, part: Figure) -> bool:
    behind = line.between(part.stop, part.stop + 2)
    return behind in (["in", "all"], ["in", "total"]) or behind[:1] == ["altogether"]


def _behind_part(passage: Passage, share: Figure) -> Tie | None:
    """Read "Of the 165 rifles 132, or 60 percent," and "27 of their 90 judgments in time (48%)"."""
    line, _ = passage
    ahead = [f for f in line.ahead(share) if f.first >= _sentence(line, share)][:2]
    if not ahead or not all(_plain(figure) for figure in ahead[:1]):
        return None
    first, second = ahead[0], ahead[1] if len(ahead) > 1 else None
    restated = _restates(line, first, share)
    if second is not None and _plain(second) and _is_out_of(line, second, first):
        closed = line.between(first.stop, share.edge)
        late = closed[-1:] == ["("] and len(closed) <= _FAR and "," not in closed
        return _tie(line, share, second, first) if late or restated else None
    if not restated:
        return None
    if second is not None and _plain(second) and is_fronted(line, second):
        return _tie(line, share, first, second)
    named = line.word(share.stop) == "of" or _owns(line, first)
    return _tie(line, share, first, None) if named and second is None else None


def _owns(line: Line, part: Figure) -> bool:
    """Tell "of the valley's inhabitants 210" and "45 of the island's teachers"."""
    return line.word(part.stop) == "of" or line.lower[line.start] == "of"


def _restates(line: Line, part: Figure, share: Figure) -> bool:
    """Tell "132, or 60 percent,": what stands between says that the two are one."""
    between = line.between(part.stop, share.edge)
    if line.word(part.stop) == "of":
        between = between[between.index(",") :] if "," in between else []
    marks = {",", "(", "-"}
    return (
        0 < len(between) <= 4
        and (between[0] in marks or "or" in between)
        and all(word in marks or word in words("accounts") for word in between)
        and (line.word(share.stop) in {",", ")", "-", "of", "."} or "or" in between)
    )


def _is_out_of(line: Line, part: Figure, whole: Figure) -> bool:
    between = line.between(part.stop, whole.edge)
    link = between[2:] if between[:2] == ["out", "of"] else between[1:]
    opens = between[:1] == ["of"] or between[:2] == ["out", "of"]
    return opens and all(word in words("wholes") for word in link)


def _rate_of(passage: Passage, share: Figure) -> Tie | None:
    """Read "Of the 150 cases judges finished 18. A rate of 34 percent": the share stands behind."""
    line, cut = passage
    if share.first < cut or cut == line.stop or share.edge - cut > _OPENING:
        return None
    if words("shares").isdisjoint(line.between(cut, share.edge)):
        return None
    before = [figure for figure in line.figures if figure.first < cut]
    if len(before) != 2 or not all(_plain(figure) for figure in before):
        return None
    whole, part = before
    if is_fronted(line, whole):
        return _tie(line, share, part, whole)
    return _tie(line, share, whole, part) if _is_out_of(line, whole, part) else None


def _sentence(line: Line, figure: Figure) -> int:
    """Return where the sentence of a figure begins."""
    at = figure.first
    while at > line.start and line.tokens.same_sentence(at - 1, figure.first):
        at -= 1
    return at


def _tie(line: Line, share: Figure, part: Figure, whole: Figure | None) -> Tie:
    members = [part.member("part"), share.member("share")]
    if whole is not None:
        members.insert(1, whole.member("whole"))
    return Tie("share", tuple(members), line.span(share.first, share.stop), closed=False)
