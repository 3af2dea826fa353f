"""A headline's change against the levels of the first paragraph: "Arrivals double … 61,000, from 52,000"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factx.claims.sums.apart import Change, has_amount, levels_of, one_pair, pairs_of, paragraphs
from factx.claims.sums.line import Line
from factx.claims.sums.retold import amount_of, role
from factx.claims.sums.titles import find as directions
from factx.model import Tie
from factx.nlp.tokens import Tokens

_SENTENCES = 2


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield the change of the headline with the first two levels below it, if they are its own.

    They stand in one sentence at the head of the first paragraph, before any other change, and
    that sentence speaks of what the headline does.
    """
    change = _change(tokens, lines)
    body = next((i for i, b in enumerate(tokens.article.blocks) if b.kind == "paragraph"), None)
    if change is None or body is None:
        return
    for sentences in paragraphs(tokens, lines):
        if tokens.block[sentences[0].start] != body:
            continue
        for line in sentences[:_SENTENCES]:
            if has_amount(line):
                return
            if levels_of(line):
                levels = one_pair(change, line, pairs_of(ties))
                if levels is not None:
                    members = [levels.new.member("new"), levels.old.member("old")]
                    if change.figure is not None:
                        members.append(change.figure.member(role(change.figure)))
                    cue = tokens.span(change.at, change.at + 1)
                    yield Tie("headline", tuple(members), cue, change.way, closed=False)
                return


def _change(tokens: Tokens, lines: Sequence[Line]) -> Change | None:
    """Return the one change of a headline: a multiple, or a verb that says which way."""
    title = tokens.article.title
    if title is None:
        return None
    start, stop = tokens.at(title.start), tokens.at(title.end - 1) + 1
    figured = [line for line in lines if start <= line.start < stop]
    figures = [figure for line in figured for figure in line.figures]
    dates = lines[0].dates if lines else []
    line = Line(tokens, start, stop, figures, dates)
    if len(figures) == 1 and figures[0].mention.kind == "ratio":
        found = amount_of(line, figures[0])
        return None if found is None or found.way is None else Change(line, *found)
    tie = next(directions(tokens), None)
    if figures or tie is None or tie.cue is None:
        return None
    return Change(line, None, tie.way, tokens.at(tie.cue.start))
