"""A share with the part and whole that its paragraph counts: "Two thirds of the wells … 87 … Thirty-nine failed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factx.claims.sums.kin import is_person
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.pieces import Piece, are_apart, pieces
from factx.claims.sums.stated import is_share, share_tie
from factx.claims.sums.words import words
from factx.model import Tie
from factx.nlp.nouns import plural
from factx.nlp.tokens import Tokens

_BEHIND = 2  # sentences from the share to its part, or from the part to the share
_FAR = Decimal("0.04")  # off which the part may be that of all the others
_HUNDRED = 100
_DEFINITE = frozenset({"the", "a", "that", "this", "which"})
_BASES = frozenset({"whole", "stated", "ratio"})
_PARTS = frozenset({"part", "ratio"})
_PAUSES = frozenset({",", "(", "-", "which"})
_RULES = ("of", "at")
_NAME = 3  # words of ", a failure rate"
_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM")


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each share of which the sentences around count one part of one whole, and no other.

    The share must name the whole ("of the wells"), or come back to it ("the rate", "that share").
    """
    tied = {m.mention for tie in ties if _is_complete(tie) for m in tie.members}
    parts = {tuple(m.mention for m in tie.members) for tie in ties if tie.kind == "parts"}
    for sentences in paragraphs(tokens, lines):
        found = pieces(sentences)
        for piece in found:
            ids = piece.whole.mention.id, piece.part.mention.id
            if piece.said and ids not in parts:
                members = (piece.whole.member("total"), piece.part.member("part"))
                cue = tokens.span(piece.part.first, piece.part.stop)
                yield Tie("parts", members, cue, closed=False)
        shares = [
            (i, line, f) for i, line in enumerate(sentences) for f in line.figures if is_share(f)
        ]
        for index, line, share in shares:
            near = sentences[max(0, index - _BEHIND) : index + _BEHIND + 1]
            back = _comes_back(line, share)
            here = [piece for piece in found if piece.line in near and (piece.examined or back)]
            said = [piece for piece in here if piece.said]
            if len(said) == 1:
                here = said
            rivals = [f for _, other, f in shares if other in near]
            if share.mention.id in tied or len(here) != 1 or len(rivals) != 1:
                continue
            piece = here[0]
            told = _is_called(line, share) or not _is_of_others(share, piece)
            if told and _is_told(line, share, piece, near):
                yield share_tie(line, share, piece.part, piece.whole)
        yield from _majorities(sentences, found)


def _is_complete(tie: Tie) -> bool:
    roles = {member.role for member in tie.members}
    return tie.kind == "share" and not roles.isdisjoint(_BASES) and not roles.isdisjoint(_PARTS)


def _is_told(line: Line, share: Figure, piece: Piece, near: Sequence[Line]) -> bool:
    """Tell a share of what the piece is part of, at one time with it."""
    for other in near:
        if other is not line and other is piece.line and are_apart(line, other):
            return False
    if not words("other_days").isdisjoint(line.between(share.edge - 3, share.edge)):
        return False
    base = _base(line, share)
    if base is None:
        return _comes_back(line, share)
    return _is_of(line, base, piece, near)


def _base(line: Line, share: Figure) -> int | None:
    """Return the noun that a share is of: "half of the country's lighthouses"; None where unsaid."""
    if line.word(share.stop) != "of":
        return None
    doc, at = line.tokens.doc, share.stop + 1
    if doc[at : at + 1].text and doc[at].pos_ == "PRON":
        if doc[at].tag_ != "PRP$":
            return at
        at += 1  # "of your stocks"
    while at < line.stop and doc[at].pos_ in _PHRASE:
        at += 1
    return at - 1


def _is_of(line: Line, base: int, piece: Piece, near: Sequence[Line]) -> bool:
    """Tell whether a noun is what a piece is part of: its noun, or who "the 140" and "87 of them" are."""
    if line.tokens.doc[base].pos_ == "PRON":
        # "28 were injured, and half of these": behind a part they are the part
        return line is piece.line and base < piece.part.first
    named = line.stems(base, base + 1)
    whole = piece.whole
    where = next((other for other in near if whole in other.figures), None)
    if where is None:
        return False  # told too far from the share
    noun = whole.mention.noun
    if noun is None:
        them = line.between(whole.stop, whole.stop + 2) == ["of", "them"]
        later = where is not line and where.start > line.start
        return them or (later and plural(line.word(base)))  # no "9 percent of the mass"
    at = where.tokens.at(noun.end - 1)
    head = where.tokens.doc[at].lemma_.lower()
    people = head in ("people", "person") or (is_person(head) and not piece.said)
    return named <= where.stems(at, at + 1) or (
        people and is_person(line.tokens.doc[base].lemma_.lower())
    )


def _comes_back(line: Line, share: Figure) -> bool:
    """Tell "the rate, 8%,", "a share of 28 percent" and "that 25% is"; not "an unemployment rate"."""
    if line.word(share.edge - 1) in ("that", "this"):
        return True
    if line.word(line.start) in ("that", "this", "it") and share.edge - line.start == 2:
        return True  # "That is 65 percent"
    nouns = words("shares") | {"figure"}
    places = range(share.edge - 3, share.edge)
    named = any(line.word(i) in nouns and line.word(i - 1) in _DEFINITE for i in places)
    return named or _is_called(line, share)


def _is_called(line: Line, share: Figure) -> bool:
    """Tell ", a turnout of 42 per cent" and "which put uptake at 60" from "on a turnout of 41 percent"."""
    name = share.edge - 2
    ruled = line.word(name) in words("shares") | words("turnouts") and line.word(name + 1) in _RULES
    near = line.between(name - _NAME, name)
    return ruled and not _PAUSES.isdisjoint(near) and words("rates_apart").isdisjoint(near)


def _is_of_others(share: Figure, piece: Piece) -> bool:
    """Tell a part that fits what the share leaves: "one in five has none … 824 have one"."""
    number = share.mention.number
    number = number / _HUNDRED if share.mention.kind == "percent" else number
    rest = 1 - piece.part.mention.number / piece.whole.mention.number
    return abs(rest - number) <= _FAR and abs(1 - 2 * number) > _FAR


def _majorities(sentences: Sequence[Line], found: Sequence[Piece]) -> Iterator[Tie]:
    """Yield "A majority of them, 97 of the 212 who took part,": the one part of the sentence."""
    for line in sentences:
        marks = [
            at for at in range(line.start, line.stop - 1) if line.lower[at] in ("majority", "most")
        ]
        here = [piece for piece in found if piece.line is line and piece.whole in line.figures]
        if len(marks) != 1 or len(here) != 1 or line.word(marks[0] + 1) != "of":
            continue
        if marks[0] + 2 in line.inside:
            continue  # "a majority of 9,306"
        at, piece = marks[0], here[0]
        if at < min(piece.part.first, piece.whole.first):
            members = (piece.part.member("part"), piece.whole.member("whole"))
            yield Tie("share", members, line.span(at, at + 1), way="up", closed=False)
