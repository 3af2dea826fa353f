"""Years that an age or an anniversary counts: "born in 1948, died in 2024 aged 76"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factx.claims.sums.line import Figure, Line, edges, lines
from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Date, Member, Tie
from factx.nlp.numerals import is_ordinal
from factx.nlp.tokens import Tokens

_NAMED = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_BIRTH_REACH = 6
_YEAR = 4
_BEFORE = 8
# An anniversary in the figure of its years: "150th".
_JOINT = 5  # words between a thing's age and its year


@dataclass(frozen=True, slots=True)
class _Year:
    """A date that names its year, as the tokens ``first`` up to ``stop``."""

    date: Date
    first: int
    stop: int


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield each age with the year of birth, and each anniversary with the year it counts from."""
    years = _years(tokens, found)
    for line in lines(tokens, found):
        named = years.get(tokens.sent[line.start], [])
        if named:
            yield from _aged(line, named)
            yield from _built(line, named)
    for sentence in years.values():
        yield from _anniversaries(tokens, sentence)


def _years(tokens: Tokens, found: Found) -> dict[int, list[_Year]]:
    """Return the dates with a year of each sentence."""
    years: dict[int, list[_Year]] = {}
    for date in found.dates:
        first = tokens.at(date.start)
        plain = date.timex_type == "DATE" and date.parts is None and date.first is not None
        named = _NAMED.fullmatch(date.timex) is not None
        if plain and named and date.mod is None and tokens.kind(first) != "furniture":
            years.setdefault(tokens.sent[first], []).append(
                _Year(date, first, tokens.at(date.end - 1) + 1)
            )
    return years


def _aged(line: Line, years: list[_Year]) -> Iterator[Tie]:
    """Yield the age of a sentence that has one birth, one age and one person."""
    sentence = line.lower[line.start : line.stop]
    births = [at for at in range(line.start, line.stop) if line.lower[at] == "born"]
    if len(births) != 1 or not words("kin").isdisjoint(sentence):
        return
    birth = next((year for year in years if 0 < year.first - births[0] <= _BIRTH_REACH), None)
    ages = [figure for figure in line.figures if _is_age(line, figure, births[0])]
    if birth is None or len(ages) != 1 or birth.first <= ages[0].first < birth.stop:
        return
    age = ages[0]
    members = [Member(birth.date.id, "birth"), age.member("age")]
    others = [year for year in years if year is not birth]
    when = next((year for year in others if _beside(line, year, age)), None)
    if when is not None:
        members.append(Member(when.date.id, "reference"))
    elif others or not _is_now(line, age):
        return
    yield Tie("age", tuple(members), line.span(births[0], births[0] + 1))


def _built(line: Line, years: list[_Year]) -> Iterator[Tie]:
    """Yield the age of a thing beside its year: "built in 1884 and 141 years old"."""
    if len(years) != 1 or not words("bygone").isdisjoint(line.lower[line.start : line.stop]):
        return
    year = years[0]
    begun = line.word(year.first - 2) in words("founded") and line.word(year.first - 1) == "in"
    ages = [figure for figure in line.figures if _is_old(figure)]
    if not begun or len(ages) != 1:
        return
    age = ages[0]
    behind = line.between(year.stop, age.edge)
    ahead = line.between(age.stop, year.first - 2)
    after = 0 < len(behind) <= _JOINT and set(behind) <= words("thing_joint")
    if after or (0 < len(ahead) <= _JOINT and ahead[-1] == ","):
        beginning = Member(year.date.id, "beginning")
        yield Tie("anniversary", (beginning,), line.span(age.first, age.stop))


def _is_old(figure: Figure) -> bool:
    mention = figure.mention
    return mention.unit == "year" and "old" in mention.text and mention.qualifier == "exact"


def _is_age(line: Line, figure: Figure, birth: int) -> bool:
    """Tell a person's age by the words around it."""
    mention = figure.mention
    if mention.qualifier != "exact" or mention.unit not in (None, "year"):
        return False
    if mention.number != mention.number.to_integral_value() or not 0 < mention.number < 120:
        return False
    before, behind = line.word(figure.first - 1), line.word(figure.stop)
    if before == "of":
        return line.word(figure.first - 2) == "age"
    if before in words("age_before"):
        bare = "old" in mention.text or behind in ("", ",", ".", ")", ";", "in", "on", "when")
        return before in ("aged", "age") or bare
    # "Maria Lopez, 45, was born in 1979"
    return before == "," and behind == "," and 0 < birth - figure.stop <= 2


def _beside(line: Line, year: _Year, age: Figure) -> bool:
    """Tell a year that stands right beside an age, with nothing that tells of something else."""
    if year.stop <= age.first:
        between = line.lower[year.stop : age.first]
        return set(between) <= words("age_joint") and not {"aged", "age", "at"}.isdisjoint(between)
    return line.lower[age.stop : year.first] in (["in"], ["on"], [",", "in"], [",", "on"])


def _is_now(line: Line, age: Figure) -> bool:
    """Tell an age on the day of the article: "Maria Lopez, 45, was born in 1979"."""
    before = line.word(age.first - 1)
    return before in (",", "is", "turns")


def _anniversaries(tokens: Tokens, years: list[_Year]) -> Iterator[Tie]:
    """Yield the anniversary of a sentence with the year it counts from and the year it falls in."""
    start, stop = edges(tokens, years[0].first)
    marks = [at for at in range(start, stop) if tokens.lower[at] in ("anniversary", "birthday")]
    if len(marks) != 1 or len(years) > 2:
        return
    at = marks[0]
    if at == start or not is_ordinal(tokens.lower[at - 1]):
        return
    began = [year for year in years if _is_beginning(tokens, start, at, year)]
    if len(began) != 1:
        return
    members = [Member(began[0].date.id, "beginning")]
    others = [year for year in years if year is not began[0]]
    # what is still to come counts where the text says when: "will celebrate its 75th next month"
    told = any(year.first > at for year in others)
    if not told and not words("ahead").isdisjoint(tokens.lower[max(start, at - _BEFORE) : at]):
        return
    if others:
        other = others[0]
        # "on Thursday" is of the article's year wherever it stands
        free = other.first - start <= 1 or other.date.timex[:_YEAR] not in other.date.text
        if not free and tokens.lower[at + 1 : other.first] not in (["in"], ["on"]):
            return
        members.append(Member(other.date.id, "reference"))
    yield Tie("anniversary", tuple(members), tokens.span(at - 1, at + 1))


def _is_beginning(tokens: Tokens, start: int, mark: int, year: _Year) -> bool:
    """Tell the year an anniversary counts from: "founded in 1875", "anniversary of the 1944 fire"."""
    if year.first - 1 > start and tokens.lower[year.first - 1] in ("in", "on"):
        near = range(year.first - 2, max(start, year.first - 2 - _JOINT), -1)
        founded = words("founded")
        verbs = (at for at in near if tokens.lower[at] in founded or _stops(tokens, at))
        if tokens.lower[next(verbs, start)] in founded:
            return True  # "opened to traffic in 1932"
    between = tokens.lower[mark + 1 : year.first]
    return between in (["of", "the"], ["of", "its"], ["of", "their"])


def _stops(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at] == "," or tokens.doc[at].pos_ == "VERB"
