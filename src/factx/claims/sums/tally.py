"""Parts of a total up to the last: "Of the 97 deputies 58 voted for it and the other 29 against"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factx.claims.sums.kin import alike, comes_near, counts, is_link, shares_unit
from factx.claims.sums.line import KINDS, Figure, Line
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Tie

_MOST = 8  # parts
_JOINTS = ([","], ["and"], [",", "and"], ["-"], [",", "or"])
_PLACED = 6  # words of "in the south and"
_LED = 4  # words of "leads with 61,735"
_APART = 30  # words between two of them


def find(passage: Passage) -> Iterator[Tie]:
    """Yield a total with its parts where "the other", "the remaining" or "the rest" names the last."""
    line = passage.line
    yield from _summed(passage)
    yield from _netted(passage)
    for at, last in enumerate(line.figures):
        if not _is_rest(line, last):
            continue
        found = _collected(line, line.figures[max(0, at - _MOST) : at], last)
        if found is not None:
            total, parts = found
            members = (total.member("total"), *(part.member("part") for part in parts))
            yield Tie("parts", members, line.span(last.edge - 1, last.stop), closed=True)


def _summed(passage: Passage) -> Iterator[Tie]:
    """Read "300 dogs and 120 cats, 420 animals altogether": the total stands last."""
    line, cut = passage
    if cut != line.stop:
        return
    for at, total in enumerate(line.figures):
        stop = line.behind(total)
        behind = line.between(stop, stop + 2)
        said = behind[:1] == ["altogether"] or behind in (["in", "all"], ["in", "total"])
        parts = line.figures[max(0, at - _MOST) : at]
        if not said or not _is_plain(total) or not len(parts) > 1:
            continue
        chain = [*parts, total]
        joints = [line.between(line.behind(a), b.edge) for a, b in pairwise(chain)]
        ways = {figure.mention.change for figure in chain} - {None}
        named = any(part.mention.noun is not None for part in parts)
        plain = named and len(ways) < 2 and all(_is_of(parts[0], part) for part in parts)
        larger = all(part.mention.number < total.mention.number for part in parts)
        if plain and larger and all(joint in _JOINTS or _is_placed(joint) for joint in joints):
            members = (total.member("total"), *(part.member("part") for part in parts))
            yield Tie("parts", members, line.span(total.first, total.stop), closed=True)


def _netted(passage: Passage) -> Iterator[Tie]:
    """Read "took on 420 and lost 170, a net gain of 250": what came less what went, and no third."""
    line, cut = passage
    for net in line.figures if cut == line.stop else ():
        told = [figure for figure in line.ahead(net) if shares_unit(figure, net)]
        ways = {figure.mention.change for figure in told}
        said = "net" in line.between(net.edge - _LED, net.edge)
        if said and len(told) == 2 and ways == {"up", "down"} and told[0].mention.kind in KINDS[:4]:
            less, more = sorted(told, key=lambda figure: figure.mention.number)
            members = (more.member("new"), less.member("old"), net.member("amount"))
            yield Tie("change", members, line.span(net.first, net.stop), closed=False)


def _is_plain(figure: Figure) -> bool:
    mention = figure.mention
    plain = mention.kind in ("count", "number") and not figure.describes
    return plain and mention.qualifier == "exact"


def _is_of(first: Figure, part: Figure) -> bool:
    """Tell a part with a noun of its own, or bare behind the first: "620 jobs … and 780 in"."""
    mention = part.mention
    return _is_plain(part) and (mention.noun is not None or mention.unit == first.mention.unit)


def _is_placed(joint: list[str]) -> bool:
    """Tell "in France and": where a part is, and the pause behind."""
    return (
        2 < len(joint) <= _PLACED and joint[0] in ("in", "at", "from") and joint[-1] in (",", "and")
    )


def _is_rest(line: Line, figure: Figure) -> bool:
    """Tell "the other 29", "the remaining 17"; "the other two" may be of a pair elsewhere."""
    if not (counts(figure) and figure.mention.qualifier == "exact"):
        return False
    if figure.edge - 1 in line.inside:
        return False  # "on the other three 37 each"
    near = line.between(figure.edge - 2, figure.first)
    return not words("remaining").isdisjoint(near) and "the" in line.between(
        figure.edge - 4, figure.first
    )


def _collected(line: Line, ahead: list[Figure], last: Figure) -> tuple[Figure, list[Figure]] | None:
    """Return the total and all parts behind it; None where another figure stands between."""
    parts = [last]
    for figure in reversed(ahead):
        if parts[-1].first - figure.stop > _APART or not _is_plain(figure):
            return None
        if line.tokens.doc[figure.stop].tag_ in ("JJR", "RBR"):
            return None  # "eight of them women, three better than last time"
        noun = figure.mention.noun
        named = noun is not None and noun.start >= figure.mention.end
        whole = named and line.word(figure.stop) not in words("remaining") | {"of"}
        whole = whole and all(figure.mention.number > part.mention.number for part in parts)
        whole = whole and not _is_alike(line, figure, parts)
        whole = whole and words("leads").isdisjoint(line.between(figure.edge - _LED, figure.edge))
        part = next((f for f in ahead if is_link(line.between(f.stop, figure.edge))), None)
        if whole and part is not None:
            # "eight of the 40 were ill, two seriously; the other 32 were well"
            if not _is_plain(part):
                return None
            both = part.mention.number + last.mention.number == figure.mention.number
            inner = [f for f in reversed(parts[1:]) if f.first > figure.stop]
            return figure, [part, last] if both else [part, *inner, last]
        if whole and len(parts) > 1:
            parts.reverse()
            # "386 candidates vied for 176 seats. The remaining 49 seats …" counts two things
            fits = all(alike(figure, part) for part in parts)
            if _is_part(figure, parts, ahead) or _is_unread(line, figure.stop, last.first):
                return None
            return (figure, parts) if fits and comes_near(figure, parts) else None
        if not counts(figure):  # what is cut may have parts, and is none
            return None
        parts.append(figure)
    return None


def _is_unread(line: Line, start: int, stop: int) -> bool:
    """Tell "29 of them, China 41; the other 24": a number that is no figure may be a part, too."""
    known = line.timed | line.inside.keys()
    return any(line.lower[at].isdecimal() and at not in known for at in range(start, stop))


def _is_part(figure: Figure, parts: list[Figure], ahead: list[Figure]) -> bool:
    """Tell a part of a total before it: "152 of them, 84 women and 68 men; the remaining 35"."""
    told = figure.mention.number + sum(part.mention.number for part in parts[:-1])
    return any(other.mention.number == told for other in ahead if other.first < figure.first)


def _is_alike(line: Line, figure: Figure, parts: list[Figure]) -> bool:
    """Tell one more part: "Ito won 8 votes, Kato won 6, and Sato won the remaining 1"."""
    word = line.word(line.before(figure))
    return word.isalpha() and any(word == line.word(line.before(part)) for part in parts)
