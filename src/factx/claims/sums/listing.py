"""A total and all its parts, in any words: "freed 73 people on three farms. At Boa 31, at Rita 18, at Agua 14"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factx.claims.sums.kin import alike, comes_near, counts, is_link
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.parts import goes_on
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.pieces import may_hold
from factx.claims.sums.stated import is_plain
from factx.claims.sums.words import says, words
from factx.model import Tie
from factx.nlp.tokens import Tokens

_SENTENCES = 2  # from a total to the last of its parts
_GAP = 11  # words from one part to the next
_AHEAD = 20  # words from a total, or the places that it is spread over, to its first part
_JOINTS = frozenset({",", ";", "and", "plus", "."})
_PLACES = 9


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each total with the parts near it that the words make all there are.

    As many as the places or givers that are announced, parts in apposition to the total, or a word
    that closes the list ("all 64", "no others", "makes 16 in all"). A list that may go on is none.
    """
    done = {m.mention for t in ties if t.kind == "parts" and t.closed for m in t.members}
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences):
            for total in line.figures:
                named = total.mention.unit is not None
                if total.mention.id in done or not named or not _is_plain(total):
                    continue
                stretch = line.joined(sentences[index : index + _SENTENCES])
                parts = _behind(stretch, total)
                if not parts:
                    near = sentences[max(0, index - 1) : index + 1]
                    stretch = near[0].joined(near)
                    parts = _ahead(stretch, total)
                if parts:
                    done.update(figure.mention.id for figure in (total, *parts))
                    members = (total.member("total"), *(part.member("part") for part in parts))
                    yield Tie("parts", members, stretch.span(parts[0].first, parts[-1].stop))


def _is_plain(figure: Figure) -> bool:
    return is_plain(figure) and figure.mention.qualifier == "exact"


def _fits(total: Figure, part: Figure) -> bool:
    """Tell what may be a part: less of the same unit, a bare number, people of people."""
    one, other = total.mention, part.mention
    if not _is_plain(part) or other.number >= one.number:
        return False
    if one.kind == "money":
        return alike(total, part)
    if one.kind == "measure":
        bare = other.kind in ("count", "number") and other.unit is None
        return bare or (other.kind == one.kind and other.unit == one.unit)
    if one.unit in words("sexes") and other.unit not in (None, one.unit):
        return False  # "five men, two women"
    return other.kind in ("count", "number") and may_hold(total, part)


def _run(line: Line, total: Figure, first: int) -> list[Figure]:
    """Return the parts that follow each other closely from a figure on."""
    figures = line.figures
    parts: list[Figure] = []
    for figure in figures[first:]:
        if line.word(figure.first - 1) in ("no", "the", "all"):
            break  # "and no one else", "The three lost their lives"
        if parts:
            between = line.between(parts[-1].stop, figure.edge)
            if len(between) > _GAP or _JOINTS.isdisjoint(between):
                break
        if not _fits(total, figure):
            return []
        parts.append(figure)
    return parts


def _behind(line: Line, total: Figure) -> list[Figure]:
    """Return all parts behind a total, or none where the list may not be complete."""
    at = line.figures.index(total) + 1
    announced = None
    if at < len(line.figures) and _announces(line, total, line.figures[at]):
        announced, at = line.figures[at], at + 1
    elif at > 1 and _announces(line, total, line.figures[at - 2]):
        announced = line.figures[at - 2]
    parts = _run(line, total, at) if at < len(line.figures) else []
    if len(parts) < 2 or not comes_near(total, parts) or goes_on(line, parts[-1]):
        return []
    start = line.behind(announced if announced and announced.first > total.first else total)
    between = line.between(start, parts[0].edge)
    told = {*line.between(total.edge - 1, parts[-1].stop + 2)}
    if len(between) > _AHEAD or not words("open_lists").isdisjoint(told) or "of" in between[:1]:
        return []
    as_announced = announced is not None and announced.mention.number == len(parts)
    complete = as_announced or _is_apposed(line, between, parts) or _is_closed(line, total, parts)
    return parts if complete else []


def _announces(line: Line, total: Figure, figure: Figure) -> bool:
    """Tell "on three charcoal farms" and "Three insurers will share": how many there are to list."""
    mention = figure.mention
    few = mention.kind == "count" and mention.noun is not None and 1 < mention.number <= _PLACES
    here = line.tokens.same_sentence(figure.first, total.first)
    return few and here and _is_plain(figure) and not may_hold(total, figure)


def _is_apposed(line: Line, between: list[str], parts: Sequence[Figure]) -> bool:
    """Tell "All 64 people found on board, 29 men, 21 women and nine children,": a list and no clause."""
    first = parts[0].edge - len(between)
    verbs = {"VBD", "VBZ", "VBP", "MD"}
    plain = all(line.tokens.doc[i].tag_ not in verbs for i in range(first, parts[0].edge))
    joints = [line.between(line.behind(a), b.edge) for a, b in pairwise(parts)]
    short = all(len(joint) <= _GAP // 2 for joint in joints)
    ends = "and" in joints[-1] and line.word(line.behind(parts[-1])) != "of"
    named = parts[0].mention.noun is not None or line.word(parts[0].stop) in ("from", "in", "at")
    return between[-1:] in ([","], ["-"], [":"], ["("]) and plain and short and ends and named


def _is_closed(line: Line, total: Figure, parts: Sequence[Figure]) -> bool:
    """Tell a list that words close, or all amounts of a sentence behind a colon: "all 64", "no one else"."""
    last = parts[-1]
    end = next((i for i in range(last.stop, line.stop) if line.lower[i] == "."), line.stop)
    if total.mention.kind in ("money", "measure") and ":" in line.between(
        total.stop, parts[0].first
    ):
        return not any(last.first < figure.first < end for figure in line.figures)
    rest = line.between(last.stop, end)
    every = line.word(total.edge - 1) == "all" and line.word(total.edge - 2) != "in"
    return every or says(rest, "complete")


def _ahead(line: Line, total: Figure) -> list[Figure]:
    """Return all parts before a total that sums them up: "seven women and five men … 16 in all"."""
    at = line.figures.index(total)
    start = line.sentence(total)
    clause = line.between(max(start, total.edge - _GAP), line.behind(total) + 2)
    if not says(clause, "sums_up"):
        return []
    parts: list[Figure] = []
    for figure in reversed(line.figures[:at]):
        between = line.between(figure.stop, parts[-1].edge) if parts else []
        apart = len(between) > _GAP or "." in between or is_link(between)
        if not _fits(total, figure) or apart:
            if parts and not apart and counts(figure):
                return []  # the list begins before, with votes for ballots
            break
        parts.insert(0, figure)
    if len(parts) < 2 or not comes_near(total, parts):
        return []
    told = line.between(parts[0].edge - 1, total.edge)
    linked = line.word(parts[-1].stop) == "of" or line.word(line.behind(parts[-1])) == "of"
    return [] if linked or says(told, "open_lists") else parts
