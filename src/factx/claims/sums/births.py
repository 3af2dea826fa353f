"""A year of birth and the age that a neighbouring sentence gives the same person today."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line, edges, lines
from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Date, Member, OfficialMention, Tie
from factx.nlp.tokens import Tokens

_REACH = 6  # words from "born" to its year
_OPENING = 4  # words from the head of a sentence to "born"
_BETWEEN = 3  # words from "19-year-old" to the name
_FAR = 2  # sentences back from a pronoun to its person
_OLDEST = 120
_PRONOUNS = frozenset({"he", "she", "i"})


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield the birth of an article with the age of the person it is of; one birth, or none."""
    births = tokens.where(lambda word: word.lower() == "born")
    if len(births) != 1 or not words("kin").isdisjoint(_said(tokens, births[0])):
        return
    year = _year_of(tokens, found, births[0])
    person = _born(tokens, found, births[0])
    if year is None or person is None:
        return
    sentence = tokens.sent[births[0]]
    for line in lines(tokens, found):
        kin = not words("kin").isdisjoint(tokens.lower[line.start : line.stop])
        other = _is_of_other_year(line)
        died = not words("died").isdisjoint(tokens.lower[line.start : line.stop])
        if tokens.sent[line.start] == sentence or kin or (other and not died):
            continue
        for figure in line.figures:
            if _is_age(figure) and _is_of(line, found, figure, person):
                now = tokens.article.date is not None and not other
                when = [] if now else _years_in(line)
                if len(when) < 2:
                    reference = [Member(date.id, "reference") for date in when]
                    members = (Member(year.id, "birth"), figure.member("age"), *reference)
                    yield Tie("age", members, tokens.span(births[0], births[0] + 1))
                return


def _years_in(line: Line) -> list[Date]:
    """Return the dates of a sentence that name their year: "she told the paper in 2025"."""
    return [date for date, _, _ in line.moments if date.timex[:4] in date.text]


def _said(tokens: Tokens, at: int) -> list[str]:
    start, stop = edges(tokens, at)
    return tokens.lower[start:stop]


def _year_of(tokens: Tokens, found: Found, born: int) -> Date | None:
    """Return the date with a year that stands behind "born in Cairns"."""
    for date in found.dates:
        first = tokens.at(date.start)
        near = 0 < first - born <= _REACH and tokens.same_sentence(first, born)
        plain = date.timex_type == "DATE" and date.parts is None and date.mod is None
        if near and plain and date.first is not None and date.timex[:4] in date.text:
            return date
    return None


def _surname(person: OfficialMention) -> str:
    return person.text.removesuffix("'s").removesuffix("’s").rpartition(" ")[2]


def _people(tokens: Tokens, found: Found, start: int, stop: int) -> list[OfficialMention]:
    first, last = tokens.start[start], tokens.end[stop - 1]
    return [person for person in found.people if first <= person.start < last]


def _born(tokens: Tokens, found: Found, born: int) -> str | None:
    """Return the surname of who was born: named before it, or the one person just spoken of."""
    start, stop = edges(tokens, born)
    named = _people(tokens, found, start, stop)
    before = [person for person in named if person.start < tokens.start[born]]
    if before:
        return _surname(before[0]) if len({_surname(person) for person in before}) == 1 else None
    head = [word for word in tokens.lower[start:born] if word.isalpha()]
    said = bool(_PRONOUNS & set(head[-2:]))  # "The court heard that she was born"
    if not said and (len(head) > _OPENING or not (not head or _PRONOUNS & set(head))):
        return None
    if not head and _PRONOUNS.isdisjoint(tokens.lower[born:stop]):
        # "Born in Leeds in 1950, Price left school": the person is named behind
        return _surname(named[0]) if named and len({_surname(p) for p in named}) == 1 else None
    for _ in range(_FAR):
        if not start or tokens.block[start - 1] < tokens.block[born] - 1:
            return None
        start, stop = edges(tokens, start - 1)
        people = {_surname(person) for person in _people(tokens, found, start, stop)}
        if people or _PRONOUNS.isdisjoint(tokens.lower[start:stop]):
            return people.pop() if len(people) == 1 else None
    return None


def _just_named(tokens: Tokens, found: Found, start: int) -> set[str]:
    """Return whom the last sentence with names before a place names, within a paragraph."""
    for _ in range(_FAR):
        if not start or tokens.block[start - 1] != tokens.block[start]:
            break
        start, stop = edges(tokens, start - 1)
        if people := _people(tokens, found, start, stop):
            return {_surname(person) for person in people}
    return set()


def _is_of_other_year(line: Line) -> bool:
    """Tell a sentence with a date outside the year of the article: its ages are of that time."""
    today = line.tokens.article.date
    return today is not None and any(
        date.first is not None and date.first.year != today.year for date, _, _ in line.moments
    )


def _is_age(figure: Figure) -> bool:
    mention = figure.mention
    whole = mention.number == mention.number.to_integral_value() and 0 < mention.number < _OLDEST
    return whole and mention.qualifier == "exact" and mention.unit in (None, "year")


def _is_of(line: Line, found: Found, figure: Figure, person: str) -> bool:
    """Tell "Price, 78,", "At 78 she", "The 78-year-old", "19-year-old Ada Price" and "Price died aged 91"."""
    tokens = line.tokens
    people = _people(tokens, found, line.start, line.stop)
    mine = [one for one in people if _surname(one) == person]
    spans = [tokens.stretch(one) for one in mine]
    behind = line.word(figure.stop)
    opens = figure.first - line.start <= 1 or line.word(figure.first - 2) in ("-", '"')
    if opens and line.word(figure.first - 1) == "at":
        return behind in _PRONOUNS or (behind == "," and bool(mine))
    if "old" in figure.mention.text.lower():
        if not people and opens and line.word(figure.first - 1) == "the":
            return _just_named(tokens, found, line.start) == {person}
        ahead = next((first for first, _ in spans if first >= figure.stop), None)
        near = ahead is not None and ahead - figure.stop <= _BETWEEN
        return near and all(word.isalpha() for word in line.between(figure.stop, ahead or 0))
    link = next((line.between(stop, figure.edge) for _, stop in spans if stop <= figure.edge), None)
    if link is None:
        return False
    closes = behind in (",", ".", ")", "", "and", "on", "-")
    if link in (
        [","],
        ["("],
        [",", "aged"],
        [",", "age"],
        [",", "now"],
        ["is"],
        [",", "who", "is"],
    ):
        return closes
    # the sentence may speak of one person only
    alone = len({_surname(one) for one in people}) == 1
    died = not words("died").isdisjoint(link)
    return alone and closes and died and (link[-1] == "aged" or link[-3:] == ["the", "age", "of"])
