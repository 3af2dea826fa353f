"""A change and its two levels, wherever in the paragraph they stand and whatever words name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factx.claims.sums.change import is_of_next, is_old, role
from factx.claims.sums.kin import counts, is_reckoned, shares_unit
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.pairing import (
    Level,
    are_of,
    fitting,
    is_linked,
    is_named_again,
    is_of,
    only,
    ordered,
    resumes,
)
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.statement import (
    Statement,
    is_real,
    levels_of,
    on_other_basis,
    statements,
)
from factx.claims.sums.titles import find as directions
from factx.claims.sums.topic import Bond, bond, topics
from factx.claims.sums.worded import unchanged, worded
from factx.claims.sums.words import words
from factx.model import Tie, TieKind
from factx.nlp.tokens import Tokens

_NEAR = 6
_AHEAD = 2  # sentences behind a change in which its levels may stand


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each change of a paragraph with its two levels, if only one pair may be meant.

    Only neighbourhood ties them, so the tie is open. Where a second change or another figure of
    their kind stands between, or the levels are of another topic or time, there is none.
    """
    paired = [tie for tie in ties if {"new", "old"} <= {member.role for member in tie.members}]
    amounts = {member.mention for tie in paired for member in tie.members[2:]}
    parted = {m.mention for tie in ties if tie.kind in ("parts", "share") for m in tie.members}
    sized = [tie for tie in ties if {"new", "amount"} <= {member.role for member in tie.members}]
    told = [tie for tie in (*paired, *sized) if tie.way or tie.degree]
    ends = {member.mention for tie in told for member in tie.members}
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences):
            said = statement(line)
            if said is None or (said.figure is not None and said.figure.mention.id in amounts):
                continue
            if said.figure is None and any(f.mention.id in ends for f in line.figures):
                continue
            pair = levels(said, _behind(sentences, index), _ahead(sentences[index + 1 :]))
            if pair is not None and parted.isdisjoint(level.mention.id for level in pair):
                yield tied("change", said, *pair)
    yield from _headed(tokens, lines, parted)


def statement(line: Line) -> Statement | None:
    """Return the one change of a sentence; none where there are two, or it only may come about."""
    stretch = line.between(line.start, line.stop)
    if (flat := unchanged(line)) is not None and not statements(line):
        return flat
    found = statements(line)
    if not is_real(line, line.start) or len(found) > 1:
        return None
    figure = found[0].figure if found else None
    if figure is None:
        return worded(line) if words("sides").isdisjoint(stretch) else None
    near = line.between(figure.first - _NEAR // 2, figure.stop + _NEAR)
    apart = (
        is_reckoned(line, figure)
        or on_other_basis(line, figure)
        or not words("sides").isdisjoint(near)
    )
    return None if apart else found[0]


def tied(kind: TieKind, said: Statement, new: Figure, old: Figure) -> Tie:
    """Return the open tie of a change and its two levels."""
    members = [new.member("new"), old.member("old")]
    if said.figure is not None:
        members.append(said.figure.member(role(said.figure)))
    cue = said.line.span(said.at, said.at + 1)
    return Tie(kind, tuple(members), cue, said.way, closed=False)


def _ahead(sentences: Sequence[Line]) -> list[Line]:
    """Return the sentences behind a change, up to the next one."""
    found = []
    for line in sentences[:_AHEAD]:
        if statements(line):
            break
        found.append(line)
    return found


def _behind(sentences: Sequence[Line], index: int) -> list[Line]:
    """Return the two sentences before a change, without an earlier change."""
    before = [line for line in sentences[max(0, index - 2) : index] if line.figures]
    while before and any(statements(line) for line in before):
        before.pop(0)
    return before


def levels(
    said: Statement, behind: Sequence[Line], ahead: Sequence[Line]
) -> tuple[Figure, Figure] | None:
    """Return the level after and the level before a change."""
    if said.line.lower[said.at] in words("of_votes"):
        return _majority(said, [*behind, said.line, *ahead])
    place = said.at if said.figure is None else said.figure.first
    here = [each for each in fitting(said, said.line) if each.figure is not said.figure]
    here = [each for each in here if not is_of_next(said.line, place, each.figure.first)]
    reached = [level for level in here if _is_reached(said, level)]
    if (pair := only([(here, here)])) is not None:
        found = ordered(said, *pair) if is_linked(said, *pair) else None
        if found is not None and reached and found[0] not in {level.figure for level in reached}:
            return None
        if found is not None or not reached:
            return found
    before = [fitting(said, line) for line in behind]
    if said.line.between(said.line.start, said.line.start + 2) == ["the", "latter"]:
        before = [pool[-1:] for pool in before[-1:]]
    told = [fitting(said, line) for line in ahead]
    if not here:
        return _elsewhere(said, behind, before, told)
    near = reached or [level for level in here if is_linked(said, level)]
    first = next((pool for pool in told if only([(near, pool)]) or len(pool) > 1), None)
    pools = [pool for pool in (first, *before) if near and pool is not None]
    if said.takes_up:
        pools.reverse()
    return next((found for pool in pools if (found := _beside(said, near, pool))), None)


def _is_reached(said: Statement, level: Level) -> bool:
    """Tell the level of "fell by 70 per cent to 1.2 million", "is unchanged at 5%"."""
    line, figure = level
    if line is said.line and said.at == figure.edge - 2 and line.word(figure.edge - 1) == "at":
        return True
    size = next(line.ahead(figure), None)
    return size is said.figure and line.between(figure.edge - 1, figure.edge) == ["to"]


def _elsewhere(
    said: Statement, behind: Sequence[Line], before: list[list[Level]], told: list[list[Level]]
) -> tuple[Figure, Figure] | None:
    """Return the two levels of a change in whose sentence there is none."""
    pair = only([(pool, pool) for pool in before[-1:]]) or _told_apart(said, before)
    if said.figure is not None and (said.takes_up or said.apposed):
        return ordered(said, *pair) if pair is not None and resumes(said, *pair) else None
    if not any(told) and is_named_again(said, behind):
        return ordered(said, *pair) if pair is not None else None
    first = next((pool for pool in told if pool), [])
    both = [level for pool in told for level in pool]
    pair = only([(both, both)])
    beside = only([(first, first)])
    if beside is not None:
        alone = sum(shares_unit(beside[0].figure, level.figure) for level in both) == len(beside)
        pair = beside if alone or any(is_old(*level) for level in beside) else pair
    return ordered(said, *pair) if pair is not None and are_of(said, *pair) else None


def _told_apart(said: Statement, before: list[list[Level]]) -> tuple[Level, Level] | None:
    """Return a level and, in the sentence behind it, its former one: "In March it was still 12.80"."""
    pair = only([(before[0], before[1])]) if len(before) > 1 and said.takes_up else None
    if pair is None or pair[0].line is pair[1].line:
        return None
    first, second = sorted(pair, key=lambda level: level.line.start)
    return pair if bond(first.line, *second) is Bond.FIRM else None


def _majority(said: Statement, sentences: Sequence[Line]) -> tuple[Figure, Figure] | None:
    """Return the votes of the winner and of the next: the two largest counts that are told together."""
    for line in sentences:
        votes = [f for f in levels_of(line) if counts(f) and f is not said.figure]
        named = [f for f in votes if f.mention.unit in words("ballots")]
        if len(votes) > 1 and named and all(_is_ballot(f) for f in votes):
            first, second = sorted(votes, key=lambda f: f.mention.number, reverse=True)[:2]
            return first, second
    return None


def _is_ballot(figure: Figure) -> bool:
    """Tell votes, and who cast them, or a bare number beside them."""
    return figure.mention.unit is None or figure.mention.unit in words("ballots") | words("people")


def _beside(
    said: Statement, near: list[Level], others: list[Level]
) -> tuple[Figure, Figure] | None:
    """Return the level in the sentence of a change and the one in another sentence."""
    pair = only([(near, others)])
    if pair is None:
        return None
    own, apart = pair if pair[0].line is said.line else (pair[1], pair[0])
    if own.line is apart.line or not is_of(said, own, apart):
        return None
    return ordered(said, own, apart)


def _headed(tokens: Tokens, lines: Sequence[Line], parted: set[str]) -> Iterator[Tie]:
    """Yield the change of the headline with the two levels at the head of the first paragraph."""
    said = _title(tokens, lines)
    body = next((i for i, b in enumerate(tokens.article.blocks) if b.kind == "paragraph"), None)
    if said is None or body is None:
        return
    for sentences in paragraphs(tokens, lines):
        if tokens.block[sentences[0].start] == body:
            pair = levels(said, [], _ahead(sentences))
            told = [line for line in sentences if pair is not None and pair[0] in line.figures]
            if pair is None or not all(_is_of_subject(said, line) for line in told):
                continue
            if parted.isdisjoint(level.mention.id for level in pair):
                yield tied("headline", said, *pair)


def _is_of_subject(said: Statement, told: Line) -> bool:
    """Tell levels of what a headline says moved: no tonnes that a port handled of "port fees rise"."""
    doc, line = said.line.tokens.doc, said.line
    nouns = [at for at in range(line.start, said.at) if doc[at].pos_ == "NOUN"]
    named = topics(line, nouns[-1], nouns[-1] + 1) if nouns else set()
    return not named or not named.isdisjoint(topics(told, told.start, told.stop))


def _title(tokens: Tokens, lines: Sequence[Line]) -> Statement | None:
    """Return the one change of a headline: a multiple, or a verb that says which way."""
    title = tokens.article.title
    if title is None:
        return None
    start, stop = tokens.stretch(title)
    figures = [figure for line in lines if start <= line.start < stop for figure in line.figures]
    line = Line(tokens, start, stop, figures, lines[0].dates if lines else [])
    said = None if any(levels_of(line)) else statement(line)
    tie = next(directions(tokens), None)
    if said is None and tie is not None and tie.cue is not None and not figures:
        said = Statement(line, None, tie.way, tokens.at(tie.cue.start))
    return said if said is not None and said.way is not None else None
