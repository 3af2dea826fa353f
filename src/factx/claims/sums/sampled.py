"""A fraction and the count behind it: "One in five children shares … Of the 1,030 asked, 412"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.parts import is_fronted
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.stated import is_plain, share_tie
from factx.claims.sums.topic import shares_topic
from factx.claims.sums.words import words
from factx.model import Tie
from factx.nlp.tokens import Tokens

_SENTENCES = 3  # behind the fraction, in which the count may stand
_WORDS = 6  # between "they questioned" and the figure, and between a whole and "were asked"
_CLAUSE = 14  # words between a whole and its part
_FAR = Decimal("0.04")  # off which the part may be that of all the others


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield the fraction that opens a paragraph with the sample that it was found in.

    The text must tell of one sample and one part of it, and of no other figure in between. The
    share of those of whom the fraction does not speak is no other fraction.
    """
    tied = {m.mention for tie in ties if tie.kind == "share" for m in tie.members}
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences):
            share = _fraction(line)
            told_of = words("finds") & {*line.between(line.start, line.stop)}
            if share is None or share.mention.id in tied or not told_of:
                continue
            told = [
                other for other in sentences[index + 1 : index + 1 + _SENTENCES] if other.figures
            ]
            pair = _sample(line, told)
            if pair is not None and not _is_of_others(share, *pair):
                yield share_tie(line, share, *pair)


def told_after(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield "Of 1,240 boats 310 had none. The guard called it alarming that a third": a comment."""
    del ties
    for sentences in paragraphs(tokens, lines):
        for line, later in pairwise(sentences):
            if len(line.figures) != 2 or len(later.figures) != 1:
                continue
            (whole, part), share = line.figures, later.figures[0]
            fraction = share.mention.kind in ("ratio", "percent") and share.mention.change is None
            told = is_fronted(line, whole) and is_plain(part) and _follows(line, whole, part)
            if not told or not fraction or not _smaller(part, whole):
                continue
            said = later.word(share.edge - 1) == "that" and _comments(later, share)
            if said and not _is_of_others(share, part, whole):
                yield share_tie(later, share, part, whole)


def _comments(line: Line, share: Figure) -> bool:
    """Tell a clause of what somebody says, and nothing else, before a fraction of the whole."""
    doc = line.tokens.doc
    verb = any(doc[at].lemma_.lower() in words("comments") for at in range(line.start, share.edge))
    return verb and line.between(share.stop, share.stop + 2) == ["of", "the"]


def _fraction(line: Line) -> Figure | None:
    """Return the fraction that is the one figure of a sentence: "one in five", "half of"."""
    if len(line.figures) != 1:
        return None
    share = line.figures[0]
    mention = share.mention
    plain = mention.kind == "ratio" and mention.change is None and 0 < mention.number < 1
    early = not words("unreal").isdisjoint(line.between(line.start, share.first))
    if (
        not plain
        or early
        or " of " in mention.text
        or not words("other_days").isdisjoint(line.between(line.start, line.stop))
    ):
        return None
    return share if share.edge - line.start <= _WORDS else None


def _sample(said: Line, told: Sequence[Line]) -> tuple[Figure, Figure] | None:
    """Return the part and the whole that follow a fraction; None unless there is one of each."""
    for index, line in enumerate(told):
        figures = [figure for figure in line.figures if is_plain(figure)]
        if len(figures) != len(line.figures):
            return None
        asked = [figure for figure in figures if _is_asked(line, figure)]
        whole = next(iter(asked), None)
        if whole is None and index == 0 and _is_taken_up(said, line, figures):
            whole = figures[0]
        if whole is None:
            return None
        if (pair := _part(line, whole, told[index + 1 : index + 2])) is not None:
            return pair
        if asked != figures:  # "the inspectors visited nine schools" goes before
            return None
    return None


def _part(line: Line, whole: Figure, rest: Sequence[Line]) -> tuple[Figure, Figure] | None:
    """Return the one part of a sample with its whole, in the same sentence or the next."""
    behind = [figure for figure in line.figures if figure.first > whole.first]
    if is_fronted(line, whole):
        follows = len(behind) == 1 and _follows(line, whole, behind[0])
        return (behind[0], whole) if follows and _smaller(behind[0], whole) else None
    where = line
    if (not behind or not _is_of_them(line, behind[-1])) and rest:
        where = rest[0]
        behind = [f for f in where.figures if f.mention.kind != "percent"]
    if len(behind) != 1 or not is_plain(behind[0]) or not _is_of_them(where, behind[0]):
        return None
    return (behind[0], whole) if _smaller(behind[0], whole) else None


def _is_asked(line: Line, figure: Figure) -> bool:
    """Tell who or what was looked at: "they questioned 960 pupils", "the 2,140 bridges examined"."""
    doc = line.tokens.doc
    if figure.describes or figure.mention.qualifier not in ("exact", "approx"):
        return False
    ahead = range(max(line.start, figure.edge - 3), figure.edge)
    stop = line.behind(figure)
    clause = line.between(stop, stop + _WORDS)
    end = next((i for i, word in enumerate(clause) if word in (",", ";", ".")), len(clause))
    behind = range(stop, min(line.stop, stop + end)) if is_fronted(line, figure) else range(0)
    return any(doc[at].lemma_.lower() in words("samples") for at in (*ahead, *behind))


def _is_taken_up(said: Line, line: Line, figures: Sequence[Figure]) -> bool:
    """Tell "It received 4,200 complaints, and 1,100 of them were upheld" of what was said."""
    if len(figures) != 2 or not _is_of_them(line, figures[1]):
        return False
    whole, part = figures
    of_whole = shares_topic(said, line, whole.stop, line.behind(whole))
    return of_whole and line.lower[said.stop - 2] in line.between(part.stop, line.stop)


def _is_of_them(line: Line, part: Figure) -> bool:
    """Tell "580 of them said" and "Of these, 192 lacked"."""
    behind = line.between(part.stop, part.stop + 2)
    head = line.between(line.start, part.edge)
    them = ("them", "these", "those", "whom")
    fronted = len(head) in (2, 3) and head[0] in ("of", "among") and head[1] in them
    opens = behind[:1] == ["of"] and behind[1:2] and behind[1] in them
    return fronted or bool(opens)


def _follows(line: Line, whole: Figure, part: Figure) -> bool:
    between = line.between(whole.stop, part.edge)
    return between[-1:] == [","] and between.count(",") == 1 and len(between) <= _CLAUSE


def _smaller(part: Figure, whole: Figure) -> bool:
    return part.mention.number < whole.mention.number


def _is_of_others(share: Figure, part: Figure, whole: Figure) -> bool:
    """Tell a part that fits what the fraction leaves: "one in five has none … 824 have one"."""
    rest = 1 - part.mention.number / whole.mention.number
    return abs(rest - share.mention.number) <= _FAR and abs(1 - 2 * share.mention.number) > _FAR
