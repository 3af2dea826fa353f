"""A share with a name behind its part and whole: "18,300 of the 61,000 voted, a turnout of 30%"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.kin import is_link
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import Passage
from factx.claims.sums.stated import is_plain, share_tie
from factx.claims.sums.words import words
from factx.model import Tie

_LINK = 5  # words of "out of an electorate of"
_NAME = 5  # words of "which put turnout at"
_FAR = 24
_ENDS = frozenset({",", ".", ";", ")", "-", "", '"'})
_WHOLE = 14  # words of what was done to the whole, and who the part is of


def find(passage: Passage) -> Iterator[Tie]:
    """Yield each share that a pause and the name of a rate put behind a part of a whole."""
    line, cut = passage
    for share in line.figures:
        at = _named(line, share) if share.mention.kind == "percent" else None
        if at is None or share.mention.change is not None:
            continue
        if line.word(share.stop) not in _ENDS and line.word(share.stop) not in ("and", "among"):
            continue
        ahead = [figure for figure in line.ahead(share) if is_plain(figure)][:2]
        if len(ahead) < 2 or len(line.between(ahead[0].stop, at)) > _FAR:
            continue
        one, other = ahead[1], ahead[0]
        if not words("breaks").isdisjoint(line.between(one.stop, at)):
            continue
        pair = _pair(line, cut, one, other)
        if pair is not None:
            yield share_tie(line, share, *pair)


def _named(line: Line, share: Figure) -> int | None:
    """Return where ", a turnout of" or ", which put take-up at" begins before a share."""
    name = share.edge - 2
    ruled = line.word(share.edge - 1) == "of" or line.word(share.edge - 1) == "at"
    if line.between(name - 2, name + 1) == ["take", "-", "up"]:
        name -= 2
    elif line.word(name) not in words("rates_named"):
        return None
    if not ruled:
        return None
    at = name - 1
    while (
        name - at <= _NAME and line.word(at) not in words("rate_opens") and line.word(at).isalpha()
    ):
        at -= 1
    if line.word(at) not in words("rate_opens"):
        return None
    if not words("rates_apart").isdisjoint(line.between(at, name)):
        return None
    return at if line.word(at) != "," or at == name - 1 or line.word(at + 1) != "and" else None


def _pair(line: Line, cut: int, one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """Return which of two counts is the part and which the whole."""
    larger = other.mention.number > one.mention.number
    between = line.between(one.stop, other.edge)
    # "18,300 of the 61,000", "36,000 cast a ballot out of an electorate of 120,000"
    ends = [at for at, word in enumerate(between) if word == "of"]
    linked = any(is_link(between[at:]) for at in ends)
    electorate = "out" in between and between[-1:] == ["of"] and len(between) <= _WHOLE
    if larger and (linked or electorate) and ";" not in between and "," not in between:
        return one, other
    if larger or (other.mention.noun is not None and other.first >= cut > one.first):
        return None
    # "240 lifts. They failed 84 of them", "Of the 240 lifts 84 failed", "61,200. Of those, 24,480"
    behind, before = (
        line.between(other.stop, other.stop + 2),
        line.between(other.edge - 4, other.edge),
    )
    them = behind in (["of", "them"], ["of", "these"], ["of", "those"])
    of_them = any(
        before[i : i + 2] in (["of", "them"], ["of", "these"], ["of", "those"]) for i in range(3)
    )
    fronted = line.word(line.before(one)) == "of" and line.before(one) in (line.start, cut)
    return (other, one) if them or of_them or fronted else None
