"""A share with its part or whole some words away: "a quarter of the 480 pupils, 212 in all, stayed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.parts import is_fronted
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Tie

_NEAR = 7
_FAR = 14
_OPENING = 6
_OF_THE_TOTAL = ["of", "the", "total"]


def find(passage: Passage) -> Iterator[Tie]:
    """Yield each share with the part and the whole that the words around it give."""
    for share in passage.line.figures:
        if not _is_share(share):
            continue
        reads = (_of_whole, _behind_part, _rate_of, _of_them)
        tie = next((tie for read in reads if (tie := read(passage, share)) is not None), None)
        if tie is not None:
            yield tie
    yield from _most(passage.line)


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
    return mention.kind in kinds and mention.change is None and not figure.describes


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
            return _named(passage, share, part, line.lower[part.edge - 2])
    return None


def _is_of_other_days(line: Line, cut: int) -> bool:
    """Tell a second sentence that speaks of another time than the first."""
    before = {date.timex for date, first, _ in line.moments if first < cut}
    return any(date.timex not in before for date, first, _ in line.moments if first >= cut)


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
    ahead = [f for f in line.ahead(share) if f.first >= line.sentence(share)][:2]
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
    if not (line.word(share.stop) == "of" or _owns(line, first)):
        return None
    if second is not None and second.first >= line.sentence(share):
        return None
    return _named(passage, share, first, _head(line, first, share))


def _head(line: Line, part: Figure, share: Figure) -> str:
    """Return the noun of a whole that is only named: "of all spending", "of the island's teachers"."""
    if line.word(share.stop) == "of" and line.lower[share.stop : share.stop + 3] != _OF_THE_TOTAL:
        ends = (at for at in range(share.stop + 1, line.stop) if not line.lower[at].isalpha())
        return line.word(next(ends, share.stop) - 1)
    if line.word(part.stop) == "of":
        ends = (at for at in range(part.stop, share.first) if line.lower[at] in (",", "("))
        return line.word(next(ends, part.stop) - 1)
    return line.word(part.edge - 1)


def _named(passage: Passage, share: Figure, part: Figure, head: str) -> Tie:
    """Return a share of a whole that is only named, with the whole if the next sentence states it."""
    line, cut = passage
    tie = _tie(line, share, part, None)
    if _is_of_other_days(line, cut):
        return tie
    for figure in line.figures:
        ahead = line.between(max(cut, figure.edge - _NEAR), figure.edge)
        if figure.first < cut or not _plain(figure) or words("has").isdisjoint(ahead):
            continue
        noun = figure.mention.noun
        said = {*ahead[:_OPENING], *(noun.text.lower().split() if noun is not None else [])}
        larger = figure.mention.number > part.mention.number
        named = head in said and not _is_another_kind(line, head, cut, figure)
        if larger and named and (figure.fits(part) or part.mention.unit is None):
            return replace(tie, members=(*tie.members, figure.member("stated")))
    return tie


def _is_another_kind(line: Line, head: str, cut: int, figure: Figure) -> bool:
    """Tell the school budget from the road budget: one head, and other words before it."""
    doc = line.tokens.doc
    kinds: list[str] = []
    for start, stop in ((line.start, cut), (max(cut, figure.edge - _NEAR), figure.edge)):
        at = next((i for i in range(stop - 1, start, -1) if line.lower[i] == head), None)
        if at is not None and doc[at - 1].pos_ in ("NOUN", "ADJ"):
            kinds.append(line.lower[at - 1])
    return len(kinds) > 1 and kinds[0] != kinds[1]


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


def _of_them(passage: Passage, share: Figure) -> Tie | None:
    """Read "Of the 30 schools inspected, 44.2 percent" and "60 shopkeepers …, 37% of them"."""
    line, cut = passage
    whole = next(line.ahead(share), None)
    near = whole is not None and share.edge - whole.stop <= 2 * _FAR and share.first < cut
    if whole is None or not near or not _plain(whole) or share.mention.kind != "percent":
        return None
    between = line.between(whole.stop, share.edge)
    fronted = is_fronted(line, whole) and between[-1:] == [","] and between.count(",") == 1
    them = line.word(share.stop) == "of" and line.word(share.stop + 1) in ("them", "these", "those")
    bare = them and not line.word(share.stop + 2).startswith(("who", "which", "that"))
    if not (fronted and line.word(share.stop) != "of") and not bare:
        return None
    members = (whole.member("whole"), share.member("share"))
    return Tie("share", members, line.span(share.first, share.stop), closed=False)


def _most(line: Line) -> Iterator[Tie]:
    """Read "A majority of the council's 41 members, 17, backed it"."""
    for at in range(line.start, line.stop):
        if line.lower[at] != "majority" or line.word(at + 1) != "of":
            continue
        whole = next((figure for figure in line.figures if figure.first > at), None)
        part = next(line.after(whole), None) if whole is not None else None
        if whole is None or part is None or whole.edge - at > _NEAR or not _plain(part):
            continue
        if _is_whole(line, at + 1, whole) and _is_part(Passage(line, line.stop), whole, part):
            members = (part.member("part"), whole.member("whole"))
            yield Tie("share", members, line.span(at, at + 1), way="up", closed=False)


def _tie(line: Line, share: Figure, part: Figure, whole: Figure | None) -> Tie:
    members = [part.member("part"), share.member("share")]
    if whole is not None:
        members.insert(1, whole.member("whole"))
    return Tie("share", tuple(members), line.span(share.first, share.stop), closed=False)
