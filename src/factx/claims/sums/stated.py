"""A share of a whole that is only named, and the whole where the text states it after all."""

from __future__ import annotations

from dataclasses import replace

from factx.claims.sums.kin import is_link
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Tie

_NEAR = 7
_OPENING = 6
_OF_THE_TOTAL = ["of", "the", "total"]


def named(passage: Passage, share: Figure, part: Figure, head: str) -> Tie:
    """Return a share of a whole that is only named, with the whole if the next sentence states it."""
    line, cut = passage
    whole = next(line.after(share), None)
    if whole is not None and whole.fits(part) and _is_amount_of(line, share, whole):
        return share_tie(line, share, part, whole)
    tie = share_tie(line, share, part, None)
    if _is_of_other_days(line, cut):
        return tie
    for figure in line.figures:
        ahead = line.between(max(cut, figure.edge - _NEAR), figure.edge)
        if figure.first < cut or not is_plain(figure) or words("has").isdisjoint(ahead):
            continue
        noun = figure.mention.noun
        said = {*ahead[:_OPENING], *(noun.text.lower().split() if noun is not None else [])}
        larger = figure.mention.number > part.mention.number
        named = head in said and not _is_another_kind(line, head, cut, figure)
        if larger and named and (figure.fits(part) or part.mention.unit is None):
            return replace(tie, members=(*tie.members, figure.member("stated")))
    return tie


def noun_of_whole(line: Line, part: Figure, share: Figure) -> str:
    """Return the noun of a whole that is only named: "of all spending", "of the island's teachers"."""
    if line.word(share.stop) == "of" and line.lower[share.stop : share.stop + 3] != _OF_THE_TOTAL:
        ends = (at for at in range(share.stop + 1, line.stop) if not line.lower[at].isalpha())
        return line.word(next(ends, share.stop) - 1)
    if line.word(part.stop) == "of":
        ends = (at for at in range(part.stop, share.first) if line.lower[at] in (",", "("))
        return line.word(next(ends, part.stop) - 1)
    return line.word(part.edge - 1)


def _is_another_kind(line: Line, head: str, cut: int, figure: Figure) -> bool:
    """Tell the school budget from the road budget: one head, and other words before it."""
    doc = line.tokens.doc
    kinds: list[str] = []
    for start, stop in ((line.start, cut), (max(cut, figure.edge - _NEAR), figure.edge)):
        at = next((i for i in range(stop - 1, start, -1) if line.lower[i] == head), None)
        if at is not None and doc[at - 1].pos_ in ("NOUN", "ADJ"):
            kinds.append(line.lower[at - 1])
    return len(kinds) > 1 and kinds[0] != kinds[1]


def _is_of_other_days(line: Line, cut: int) -> bool:
    """Tell a second sentence that speaks of another time than the first."""
    before = {date.timex for date, first, _ in line.moments if first < cut}
    return any(date.timex not in before for date, first, _ in line.moments if first >= cut)


def is_share(figure: Figure) -> bool:
    """Tell a percentage or a fraction in words; "90 of 120" read as one ratio is the sum itself."""
    mention = figure.mention
    fraction = mention.kind == "ratio" and 0 < mention.number < 1 and " of " not in mention.text
    return mention.change is None and (mention.kind == "percent" or fraction)


def is_plain(figure: Figure) -> bool:
    """Tell a count or amount that may be a part or a whole."""
    return figure.plain and figure.mention.kind in ("count", "number", "money", "measure")


def share_tie(line: Line, share: Figure, part: Figure, whole: Figure | None) -> Tie:
    """Return the tie of a share with its part, and its whole if that is known."""
    members = [part.member("part"), share.member("share")]
    if whole is not None:
        members.insert(1, whole.member("whole"))
    return Tie("share", tuple(members), line.span(share.first, share.stop), closed=False)


def _is_amount_of(line: Line, share: Figure, whole: Figure) -> bool:
    """Tell "12 percent of its budget of 120 million crowns" and "of the 120 million": the whole is given."""
    between = line.between(share.stop, whole.edge)
    if is_link(between):
        return True
    named = all(word.isalpha() or word in ("'s", "-") for word in between)
    return named and between[-1] == "of" and 2 < len(between) <= _NEAR
