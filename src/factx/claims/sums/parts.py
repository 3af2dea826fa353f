"""Parts of a total: "17 of the 18", "23 people: 14 passengers and nine crew", "of whom four died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factx.claims.sums.kin import alike, counts, is_link, is_total, smaller
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Tie

_BE = ("were", "was", "are")  # "131 were in Utah, 68 in Ohio"
_OWNER = 12  # words back over an owner: "of the old port town's 40 ships"
_FATE = 6  # words of "of them are known to have died"
_CLOSE = 4  # words between "of the" and the total, or a total and its noun's end


def find(line: Line) -> Iterator[Tie]:
    """Yield what is part of what; a list that is complete is closed."""
    taken: set[Figure] = set()
    for grammar in (_listed, _fronted, _out_of):
        for tie, figures in grammar(line):
            if taken.isdisjoint(figures):
                taken.update(figures)
                yield tie


def _tie(
    line: Line, total: Figure, parts: list[Figure], at: int, *, closed: bool
) -> tuple[Tie, list[Figure]]:
    members = (total.member("total"), *(part.member("part") for part in parts))
    return Tie("parts", members, line.span(at, at + 1), closed=closed), [total, *parts]


def _out_of(line: Line) -> Iterator[tuple[Tie, list[Figure]]]:
    """Read "17 of the 18", "92 out of 30"."""
    for part in line.figures:
        total = next(line.after(part), None)
        if total is None or not (counts(part) and counts(total)):
            continue
        if line.word(total.stop) != "-" and is_link(line.between(part.stop, total.edge)):
            yield _tie(line, total, [part], part.stop, closed=True)


def is_fronted(line: Line, total: Figure) -> bool:
    """Tell "Of the 40 passengers" at the head of a clause."""
    owned = line.word(total.edge - 1) in ("'s", "’s")
    at = total.edge - 1 if owned else line.before(total)
    owner = line.between(at + 1, total.edge)
    if owned:
        near = range(at, max(line.start, at - _OWNER) - 1, -1)
        at = next((i for i in near if line.word(i) in ("of", "among", ",")), line.start)
        owner = line.between(at + 1, total.edge)
    bare = not owner and total.mention.noun is not None and line.word(at) == "of"
    fronted = line.word(at) in ("of", "among") and counts(total) and (bool(owner) or bare)
    return fronted and _opens(line, at)


def _fronted(line: Line) -> Iterator[tuple[Tie, list[Figure]]]:
    """Read "Of the 40 passengers, 22 were Cuban"."""
    for total in line.figures:
        at = line.before(total)
        if line.word(at) not in ("of", "among") or not counts(total) or total.mention.noun is None:
            continue
        if line.word(at + 1) not in ("the", "those", "these", "all", "its", "their") or not _opens(
            line, at
        ):
            continue
        part = next(line.after(total), None)
        if part is None or not alike(total, part):
            continue
        between = line.between(total.stop, part.edge)
        apposed = between[-1:] == [","] and len(between) <= 2 * _CLOSE
        if not apposed or not _does(line, part):
            continue
        following = list(line.after(total))
        parts, _ = _run(line, total, following)
        if _are_apart(line, parts):
            members = (total.member("total"), *(each.member("apart") for each in parts))
            yield Tie("parts", members, line.span(at, at + 1), closed=False), [total, *parts]
            continue
        yield _tie(line, total, [part], at, closed=False)


def _does(line: Line, part: Figure) -> bool:
    """Tell "236 opposed the bill": a part that stands for its people, and what they did."""
    verb = part.mention.noun is None and line.tokens.doc[part.stop : part.stop + 1].text != ""
    acts = verb and line.tokens.doc[part.stop].tag_ in ("VBD", "VBP")
    return line.word(part.stop) in words("tells") or acts


def _opens(line: Line, at: int) -> bool:
    """Tell "of" at the head of a clause: "Reports said that of the 40 ..."."""
    before = line.word(at - 1)
    return (
        at == line.start
        or not before[:1].isalnum()
        or before in ("that", "and", "but", "out", "said")
    )


def _listed(line: Line) -> Iterator[tuple[Tie, list[Figure]]]:
    """Read "23 people: 14 passengers and nine crew" and "of whom 14 were passengers"."""
    for total in line.figures:
        if not is_total(total):
            continue
        if line.word(total.stop) in words("times_more"):
            continue  # "270 fewer schools: 1,735" is a difference
        following = list(line.after(total))
        if not following:
            continue
        opened = _opening(line, total, following[0])
        if opened is None:
            continue
        at, closed = opened
        if total.mention.kind == "money":
            following = [f for f in following if f is following[0] or alike(total, f)]
        parts, whole = _run(line, total, following)
        if _is_net(line, total, parts):
            yield from _net(line, total, parts, at)
            continue
        closed = closed and whole and not (parts and goes_on(line, parts[-1]))
        if closed and len(parts) < 2:
            if line.lower[at] in (":", "-"):
                continue  # what a colon explains is not always a part
            closed = False
        if parts and not closed and _are_apart(line, parts):
            members = (total.member("total"), *(part.member("apart") for part in parts))
            yield Tie("parts", members, line.span(at, at + 1), closed=False), [total, *parts]
        elif parts:
            yield _tie(line, total, parts, at, closed=closed)


def _is_net(line: Line, total: Figure, parts: Sequence[Figure]) -> bool:
    """Tell what came less what went, called net or nearer to that than to their sum."""
    if "net" in line.between(total.edge - _CLOSE, total.edge):
        return True
    if not _exclude(line, parts, "flows"):
        return False
    one, other = (part.mention.number for part in parts)
    number = total.mention.number
    return abs(abs(one - other) - number) < abs(one + other - number)


def _net(
    line: Line, total: Figure, parts: list[Figure], at: int
) -> Iterator[tuple[Tie, list[Figure]]]:
    """Read "net migration was 186: 742 came and 556 left": the one less the other."""
    if not _exclude(line, parts, "flows"):
        return
    less, more = sorted(parts, key=lambda part: part.mention.number)
    members = (more.member("new"), less.member("old"), total.member("amount"))
    yield Tie("change", members, line.span(at, at + 1), closed=False), [total, *parts]


def goes_on(line: Line, last: Figure) -> bool:
    """Tell ", 720,000 to Chad and the rest to Libya": a list that ends without a figure."""
    near = line.between(last.stop, last.stop + 2 * _CLOSE)
    return not words("remaining").isdisjoint(near)


def _are_apart(line: Line, parts: list[Figure]) -> bool:
    """Tell parts of different places or fates: "210 in Oslo and 145 in Lund", "31 died and 24 survived"."""
    if _exclude(line, parts, "fates"):
        return True
    links = {line.word(part.stop + (line.word(part.stop) in _BE)) for part in parts}
    nouns = [part.mention.noun for part in parts]
    bare = all(
        noun is None or noun.start < part.mention.start
        for noun, part in zip(nouns, parts, strict=True)
    )
    return len(parts) > 1 and bare and len(links) == 1 and links <= {"in", "at", "from", "for"}


def _exclude(line: Line, parts: Sequence[Figure], listed: str) -> bool:
    """Tell two parts that are not of the same: killed and survived, or came and left."""
    if len(parts) != 2:
        return False
    one, other = parts
    fates = [
        {*line.between(one.stop, min(one.stop + _FATE, other.edge))},
        {*line.between(other.stop, other.stop + _FATE)},
    ]
    pairs = (pair.split() for pair in words(listed))
    return any(
        (a in fates[0] and b in fates[1]) or (b in fates[0] and a in fates[1]) for a, b in pairs
    )


def _opening(line: Line, total: Figure, first: Figure) -> tuple[int, bool] | None:
    """Return where a list of parts opens, and whether it is complete."""
    limit = first.edge
    for at in range(total.stop, min(limit, total.stop + 3 * _CLOSE)):
        word, following = line.word(at), line.word(at + 1)
        if word == ";":
            return None  # "9 cases and 4 deaths; Guinea - 3 cases"
        if word in (":", "-") and _spaced(line, at) and not line.word(at - 1).isdecimal():
            bare = all(other in words("loose") for other in line.between(at + 1, limit))
            return (at, True) if bare else None
        if word == "including" or (word == "among" and following in ("them", "whom")):
            # "attacks, including a blast that killed ten": the figure is not of the list
            return (at, False) if limit - at <= _CLOSE else None
        if word == "of" and _refers(line, at) and not _wanted(line, first):
            return at, False
        if word in words("consists") and limit - at <= 3:
            return None if word == "made" and following not in ("up", "of") else (at, True)
    return None


def _refers(line: Line, at: int) -> bool:
    """Tell "23 people, of whom" and "23 people (of these" from "the number of those infected"."""
    following = line.word(at + 1)
    if following in ("whom", "which"):
        return line.word(at + 2) != "there"  # "new cars, of which there were 400"
    return following in ("them", "these", "those") and not line.word(at - 1)[:1].isalnum()


def _wanted(line: Line, part: Figure) -> bool:
    """Tell "two polls, of which four are needed": more may be wanted than there are."""
    return not words("wanted").isdisjoint(line.between(part.stop, part.stop + 4))


def _spaced(line: Line, at: int) -> bool:
    return line.word(at) == ":" or not line.tokens.glued(at)


def _run(line: Line, total: Figure, following: list[Figure]) -> tuple[list[Figure], bool]:
    """Return the parts of a list, and whether it ends with them.

    Each part stands close behind the one before, with a comma or "and" between.
    """
    fits = alike if alike(total, following[0]) else smaller
    parts = [following[0]] if fits(total, following[0]) else []
    whole = True
    far = 4 * _CLOSE if total.mention.kind == "money" else 2 * _CLOSE
    for one, other in pairwise(following):
        if not parts or parts[-1] is not one:
            break
        between = line.between(one.stop, other.edge)
        joined = bool(between) and (
            between[-1] in (",", "and", ";") or between[-2:] == ["and", "the"]
        )
        if not joined or len(between) > far:
            break
        if not fits(total, other):
            whole = False  # the list goes on with what is not understood
            break
        parts.append(other)
    return (parts if fits is alike or _nearly_all(total, parts) else []), whole


def _nearly_all(total: Figure, parts: list[Figure]) -> bool:
    """Tell "46 vehicles: 31 trucks and 15 buses" by its sum: no list of kinds is at hand."""
    summed = sum(part.mention.number for part in parts)
    return len(parts) > 1 and abs(summed - total.mention.number) * 4 <= total.mention.number
