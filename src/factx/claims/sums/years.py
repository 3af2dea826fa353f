"""A year of birth or beginning and the years since, anywhere in a paragraph that has one of each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factx.claims.sums.line import Figure, Line, edges, lines
from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Date, Member, Span, Tie, TieKind
from factx.nlp.tokens import Tokens

_YEAR = re.compile(r"[12][0-9]{3}(?:-[0-9]{2}){0,2}")
_NTH = re.compile(r"[1-9][0-9]{1,2}(?:st|nd|rd|th)")
_LENGTH = re.compile(r"P[1-9][0-9]{1,2}Y")
_REACH = 7  # words from "born" or "founded" to the year
_SENTENCES = 4
_LEAST, _OLDEST = 5, 115
_FETED = 3
_DAY = 10  # the length of 2026-05-09
_DIGITS = 4  # of a year
_OF = (["of", "the"], ["of", "its"], ["of", "their"])
_PRONOUNS = frozenset({"he", "she", "who", "him", "her"})


def find(tokens: Tokens, found: Found, ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each age and each anniversary that its paragraph has one beginning for.

    The year it is counted in is the one other year that the paragraph names, or the article's.
    """
    dated = tokens.article.date is not None
    told = {t.kind for t in ties if dated or any(m.role == "reference" for m in t.members)}
    alone = list(_paragraphs(tokens, found))
    for near in (alone, _joined(alone)):
        here = [tie for line in near for tie in _read(line, told)]
        yield from here
        told |= {tie.kind for tie in here}


def _read(line: Line, told: set[TieKind]) -> Iterator[Tie]:
    years = [
        (date, first)
        for date, first, _ in line.moments
        if date.parts is None and date.mod is None and _YEAR.fullmatch(date.timex)
    ]
    if years and "age" not in told:
        yield from _aged(line, years)
    if years and "anniversary" not in told:
        yield from _feted(line, years)


def _joined(alone: Sequence[Line]) -> list[Line]:
    """Return each two paragraphs that follow each other as one line."""
    return [
        Line(one.tokens, one.start, other.stop, [*one.figures, *other.figures], one.dates)
        for one, other in pairwise(alone)
        if one.stop == other.start
    ]


def _paragraphs(tokens: Tokens, found: Found) -> Iterator[Line]:
    """Yield the first sentences of each paragraph as one line."""
    figures: dict[int, list[Figure]] = {}
    for line in lines(tokens, found):
        figures.setdefault(tokens.block[line.start], []).extend(line.figures)
    start = 0
    while start < len(tokens):
        block, sent = tokens.block[start], tokens.sent[start]
        end = bisect_right(tokens.block, block)
        stop = min(end, bisect_left(tokens.sent, sent + _SENTENCES))
        if tokens.kind(start) == "paragraph":
            inside = [figure for figure in figures.get(block, ()) if figure.stop <= stop]
            yield Line(tokens, start, stop, inside, found.dates)
        start = end


def _counted(
    line: Line, years: Sequence[tuple[Date, int]], cues: frozenset[str]
) -> tuple[Member, tuple[Member, ...]] | None:
    """Return the one year behind some words, and the later one that is counted to, if there is any."""
    began = [date for date, first in years if _is_begun(line, first, cues)]
    if not began:
        return None
    began.sort(key=lambda date: date.timex)
    others = [date for date, _ in years if date.timex[:4] != began[0].timex[:4]]
    if len({date.timex[:4] for date in others}) > 1:
        return None
    if others and others[0].timex < began[0].timex:
        return None  # the earliest year of all is that of the beginning
    reference = tuple(Member(date.id, "reference") for date in others[:1])
    if not reference and line.tokens.article.date is None:
        return None
    return Member(began[0].id, "beginning"), reference


def _is_begun(line: Line, first: int, cues: frozenset[str]) -> bool:
    """Tell the year of a beginning: nothing else is done, or made, between the word and the year."""
    doc, sent = line.tokens.doc, line.tokens.sent
    if line.word(first - 3) in words("feasts") and line.between(first - 2, first) in _OF:
        return True  # "the 60th anniversary of the 1944 landings"
    for at in range(first - 1, max(line.start, first - _REACH) - 1, -1):
        if sent[at] != sent[first]:
            return False
        if line.lower[at] in cues:
            return True
        if doc[at].pos_ in ("VERB", "AUX"):
            return line.word(at - 1) == "first" and "first" in cues
        if doc[at].pos_ == "DET" and doc[at - 1].pos_ != "ADP":
            return False  # "started the brewery opposite in 1985"
    return False


def _aged(line: Line, years: Sequence[tuple[Date, int]]) -> Iterator[Tie]:
    """Read "The economist, 33, was elected on 16 November 2026 … She was born in Vinh in 1983"."""
    births = [at for at in range(line.start, line.stop) if line.lower[at] in ("born", "birth")]
    ages = [figure for figure in line.figures if _is_age(line, figure)]
    if len(births) != 1 or len(ages) != 1:
        return
    start, stop = edges(line.tokens, ages[0].first)
    begun = edges(line.tokens, births[0])[0]
    told = {*line.lower[start:stop], *line.lower[begun : births[0]]}
    if not words("kin").isdisjoint(told):
        return
    counted = _counted(line, years, frozenset({"born", "birth"}))
    people = {
        line.lower[ent.end - 1]
        for ent in line.tokens.doc[line.start : line.stop].ents
        if ent.label_ in ("PERSON", "PER")
    }
    if counted is not None and len(people) < 2 and _is_person_of(line, births[0], ages[0]):
        birth, reference = counted
        others = _in(years, reference)
        if any(_is_of_youth(line, date, first, ages[0], births[0]) for date, first in others):
            return
        members = (Member(birth.mention, "birth"), ages[0].member("age"), *reference)
        yield Tie("age", members, line.span(births[0], births[0] + 1))


def _in(years: Sequence[tuple[Date, int]], members: Sequence[Member]) -> list[tuple[Date, int]]:
    told = {member.mention for member in members}
    return [(date, first) for date, first in years if date.id in told]


def _is_of_youth(line: Line, date: Date, at: int, age: Figure, born: int) -> bool:
    """Tell what somebody did before: "has died aged 88. Born in Leeds in 1937, he won it in 1961".

    A day is rather that of the news.
    """
    if line.tokens.same_sentence(at, age.first):
        start, stop = edges(line.tokens, at)
        deaths = [i for i in range(start, stop) if line.lower[i] in words("died")]
        if deaths:
            return not any(_is_then(line, at, died) for died in deaths)
        return age.first < born < at
    return len(date.timex) < _DAY


def _is_then(line: Line, year: int, died: int) -> bool:
    """Tell "died in 2015" and "In 2015 he died" from "moved to Leeds in 1979 and died"."""
    between = line.between(min(year, died), max(year, died))
    return len(between) <= _REACH and "and" not in between


def _is_person_of(line: Line, born: int, age: Figure) -> bool:
    """Tell who was born from "The style was born in 1941" behind somebody's age."""
    tokens = line.tokens
    if tokens.same_sentence(born, age.first):
        return True
    near = [
        at for at in range(max(line.start, born - _REACH), born) if tokens.same_sentence(at, born)
    ]
    opens = not near or tokens.lower[near[-1]] in (",", '"')
    told = any(tokens.lower[at] in _PRONOUNS or tokens.doc[at].pos_ == "PROPN" for at in near)
    return opens or told


def _is_age(line: Line, figure: Figure) -> bool:
    """Tell ", 33,", "aged 33", "is 33.", "33-year-old" and "the age of 33"."""
    mention = figure.mention
    whole = mention.number == mention.number.to_integral_value()
    if mention.qualifier != "exact" or mention.change or not whole:
        return False
    if mention.unit not in (None, "year") or not _LEAST < mention.number < _OLDEST:
        return False
    if "old" in mention.text.lower():
        return line.word(figure.first - 1) == "the"
    before, behind = line.word(figure.first - 1), line.word(figure.stop)
    ends = behind in (",", ".", ")", ";", "")
    named = before in (",", "is", "was", "aged", "(", "at") or line.between(
        figure.first - 2, figure.first
    ) == ["age", "of"]
    turned = before in ("turned", "turns")
    return "year" not in mention.text and ((ends and named) or turned)


def _feted(line: Line, years: Sequence[tuple[Date, int]]) -> Iterator[Tie]:
    """Read "first performed at Easter 1911, gave a gala on 7 November 2026 to mark 125 years"."""
    marks = list(_marks(line))
    counted = _counted(line, years, words("founded") | words("first_done"))
    if len(marks) == 1 and counted is not None:
        cue, length = marks[0]
        beginning, reference = counted
        at = line.tokens.at(cue.start)
        if any(not line.tokens.same_sentence(at, first) for _, first in _in(years, reference)):
            return  # "celebrates its 50th anniversary. Set up in 1975, it moved in 1990"
        begun = next(first for date, first in years if date.id == beginning.mention)
        when = any(first > at or begun < at for _, first in _in(years, reference))
        if not when and not words("ahead").isdisjoint(line.between(at - _REACH, at)):
            return  # what is still to come counts where the text says when
        yield Tie("anniversary", (beginning, *length, *reference), cue)


def _marks(line: Line) -> Iterator[tuple[Span, tuple[Member, ...]]]:
    """Yield where a feast is told of, with the length of time that it keeps if that is a mention."""
    for at in range(line.start + 1, line.stop):
        if line.lower[at] not in words("feasts"):
            continue
        own = line.word(at + 1) != "of" or line.word(at + 2) == "existence"
        if line.word(at + 1) == "of" and line.word(at + 2) in ("its", "their", "the"):
            of_year = line.word(at + 3).isdecimal() and len(line.word(at + 3)) == _DIGITS
            own = of_year or line.word(at + 3) in words("founded")
        if own and _NTH.fullmatch(line.lower[at - 1]):
            yield line.span(at - 1, at + 1), ()
    for figure in line.figures:
        turned = line.word(figure.first - 1) in ("turns", "turned") and figure.mention.noun is None
        if turned and figure.mention.kind in ("count", "number"):
            yield line.span(figure.first - 1, figure.stop), (figure.member("length"),)
    for date, first, stop in line.durations:
        feted = not words("fetes").isdisjoint(line.between(first - _FETED, first))
        if feted and _LENGTH.fullmatch(date.timex):
            yield line.span(first, stop), (Member(date.id, "length"),)
