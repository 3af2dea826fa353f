"""A total, what it is spread over and the average, in any order: "9,240 in 28 days … some 230 a day"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.pieces import may_hold
from factx.claims.sums.words import says, words
from factx.model import Date, Member, Tie
from factx.nlp.tokens import Tokens

_SENTENCES = 2
_NOW = "_REF"
_THREE = 3  # a total, who shares it, and what each gets
_EACH = ("each", "apiece")
_HEAD = 12  # words before an average that may call it one
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour"}
_FINER = {"D": ("day", "hour"), "W": ("week", "day"), "Y": ("year", "month", "week")}


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each average with the one total of its unit and the one number it is spread over.

    The unit that the average is per says what number that is: days for "a day", seats for "a seat".
    """
    tied = {m.mention for tie in ties if tie.kind == "rate" for m in tie.members}
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences):
            near = sentences[max(0, index - _SENTENCES) : index + 1]
            for rate in line.figures:
                each = _each(line, rate)
                if each is None or rate.mention.id in tied or not _is_average(line, rate, each):
                    continue
                totals = [
                    (other, f)
                    for other in near
                    for f in other.figures
                    if _is_total(rate, f) and not _is_given(other, f, line.lower[each])
                ]
                if line.word(rate.edge - 1) == "or":
                    # "54 million to 1,200 workers, or 75,000 each"
                    beside = list(islice(line.ahead(rate), 2))
                    totals = [(other, f) for other, f in totals if f in beside]
                if len(totals) != 1:
                    continue
                where, total = totals[0]
                told = len(line.figures) + (0 if where is line else len(where.figures))
                if (each < rate.first and told != _THREE) or (
                    where is not line and _is_dated(line, rate)
                ):
                    continue
                by = _divisor(where, near, line.lower[each], total, rate)
                if by is not None:
                    members = (total.member("total"), by, rate.member("rate"))
                    yield Tie("rate", members, line.span(each, each + 1), closed=False)


def _is_dated(line: Line, rate: Figure) -> bool:
    """Tell a sentence that may be of another time than the one before it: "In April it was"."""
    return any(
        first < rate.first for date, first, _ in line.moments if not date.timex.endswith(_NOW)
    )


def _each(line: Line, rate: Figure) -> int | None:
    """Return the place of what a rate is per: "a day", "for every inhabitant", "per head", "Each cost"."""
    if "/" in (rate.mention.unit or ""):
        return rate.stop - 1  # "2,000 cubic metres a day" is one mention
    for stop in (rate.stop, line.behind(rate)):
        if line.word(stop) in _EACH:
            return stop
        at = stop + (line.word(stop) in ("for", "to"))
        if line.word(at) in ("a", "an", "per", "every", "each") and at + 1 < line.stop:
            return at + 1
    head = line.sentence(rate)
    fronted = line.lower[head] == "each" and rate.mention.kind in ("money", "measure")
    return head if fronted else None


def _is_average(line: Line, rate: Figure, each: int) -> bool:
    """Tell an average of what was told from a price, and from one of other times."""
    if each < rate.first:
        return True
    start = max(line.sentence(rate), rate.edge - _HEAD)
    start = next((at for at in range(rate.edge - 1, start, -1) if line.lower[at] == ","), start)
    around = [*line.between(start, rate.edge), *line.between(each + 1, each + 4)]
    apposed = line.word(rate.edge - 1) in (",", "(", "-")
    summed = apposed or says(around, "averaging") or line.lower[each] in _EACH
    return summed and words("other_days").isdisjoint(around)


def _is_total(rate: Figure, figure: Figure) -> bool:
    """Tell a larger figure of what the average is so much of."""
    one, other = figure.mention, rate.mention
    plain = figure.plain and one.qualifier in ("exact", "approx")
    if figure is rate or not plain or one.number <= other.number:
        return False
    unit = (other.unit or "").partition("/")[0] or None
    if one.kind in ("money", "measure"):
        bare = one.kind == "measure" and other.kind in ("count", "number") and unit is None
        return bare or (one.kind == other.kind and one.unit == unit)
    counted = one.kind == "count" and one.unit is not None and other.kind in ("count", "number")
    return counted and (unit is None or one.unit == unit or may_hold(figure, rate))


def _is_given(line: Line, figure: Figure, each: str) -> bool:
    """Tell who gets a share of what was told: "412 bicycles to 103 riders … four each"."""
    counted = figure.mention.kind == "count" and each in _EACH
    return counted and line.word(line.before(figure)) in words("spread")


def _divisor(
    where: Line, near: Sequence[Line], each: str, total: Figure, rate: Figure
) -> Member | None:
    """Return what a total is spread over, if the text has one number of it."""
    spans = [date for date, _, _ in where.durations if each in _counted(date)]
    if spans:
        return Member(spans[0].id, "span") if len(spans) == 1 else None
    found = [
        figure
        for line in near
        for figure in line.figures
        if figure not in (total, rate)
        and line.word(figure.edge - 1) != "including"  # what else is in the total is not told
        and (_is_number_of(line, figure, each) or (line is where and _shares(figure, each)))
    ]
    return found[0].member("count") if len(found) == 1 else None


def _counted(date: Date) -> tuple[str, ...]:
    """Return the units that a plain length can be counted in: days and hours for P30D, not days for P1D."""
    value = date.timex.removeprefix("PT").removeprefix("P")
    if not value[:-1].isdigit():
        return ()
    unit = value[-1]
    if date.timex.startswith("PT") and unit != "H":
        return ()
    units = _FINER.get(unit, (_UNITS.get(unit, ""),))
    return tuple(each for each in units if value != f"1{unit}" or each != _UNITS[unit])


def _shares(figure: Figure, each: str) -> bool:
    """Tell who or what gets or uses "450 litres each"."""
    plain = figure.mention.kind == "count" and figure.mention.qualifier == "exact"
    return each in _EACH and plain and figure.mention.noun is not None


def _is_number_of(line: Line, figure: Figure, each: str) -> bool:
    """Tell "30,000 seats" for "a seat", and "a population of 12,000" for "a head"."""
    mention = figure.mention
    if mention.change is not None or mention.qualifier not in ("exact", "approx"):
        return False
    noun = (mention.unit or "").rpartition(" ")[2]
    heads = words("heads")
    people = each in heads and (
        noun in heads | {"people"} or "population" in line.between(figure.edge - 3, figure.edge)
    )
    return mention.kind in ("count", "number") and (noun == each or people)
