"""A total, a number and what each has, told by their size: "four kilos for a table of 16, 400 grams for everyone"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factx.claims.sums.change import is_old
from factx.claims.sums.kin import is_person, is_unshared
from factx.claims.sums.lengths import is_length
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.pieces import may_hold
from factx.claims.sums.stretch import Placed, Stretch, lengths, slipped, stretches, within
from factx.claims.sums.words import says, words
from factx.mentions.quantity.units import units
from factx.model import Member, Quantity, Tie
from factx.nlp.tokens import Tokens

_CLAUSE = 14  # words from "every resident" to what each has
_NOW = "_REF"
# A list of more figures than these is no sum of two, and to try all of them takes the cube of their number.
_MOST = 60
_OWNERS = frozenset({"its", "their", "his", "her", "the", "another"})
_EACH = ("each", "apiece", "everyone", "everybody")
_TIMES = ("hour", "day", "week", "month", "year")


class _Rate(NamedTuple):
    """A figure that each has, the word for what each is, and its place."""

    figure: Figure
    each: str
    at: int


class _Divisor(NamedTuple):
    """What a total may be spread over."""

    line: Line
    member: Member
    number: Decimal


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield each rate that only one total and one number of the sentences around come near to.

    A slip leaves the three close to each other. Where they stand in several sentences, that of the
    rate takes up the others: "That is", "thus".
    """
    tied = {m.mention for tie in ties if tie.kind == "rate" for m in tie.members}
    for stretch in stretches(tokens, lines):
        if len(stretch.figures) > _MOST:
            continue
        for figure in stretch.here.figures:
            own = _is_plain(figure) and not is_old(stretch.here, figure)
            rate = _rate(stretch.here, figure) if own else None
            if rate is not None and figure.mention.id not in tied:
                yield from _of(stretch, rate)


def _of(stretch: Stretch, rate: _Rate) -> Iterator[Tie]:
    """Yield the tie of a rate with the only total and number that it can be of."""
    line, figure = stretch.here, rate.figure
    if line.word(figure.stop) in (",", "and") and figure.stop + 1 in line.inside:
        return  # "three blocks of 8, 11 and 14 storeys"
    summed = says(line.between(line.start, figure.edge), "over_all")
    told = {f.mention.id for f in _of_others(line, rate)}
    found = [
        (total.figure, by)
        for total in stretch.figures
        for by in _divisors(stretch, rate, total)
        if _are_together(line, rate, total, by) and not (summed and total.line is not line)
        if told.isdisjoint((by.member.mention, total.figure.mention.id))
        if not _is_of_another(line, rate, total, by)
    ]
    close = [(total, by) for total, by in found if _are_close(total, by, figure)]
    if len(found) == 1 and _may_slip(*found[0], figure):
        close = found
    if len(close) > 1:  # "18 classes of 24, which makes 532 in a building for 300"
        close = [(total, by) for total, by in close if _sums_up(line, total)]
    if len(close) == 1:
        total, by = close[0]
        members = (total.member("total"), by.member, figure.member("rate"))
        yield Tie("rate", members, line.span(rate.at, rate.at + 1), closed=False)


def _of_others(line: Line, rate: _Rate) -> list[Figure]:
    """Return the figures up to another rate: "on six 48 houses each, on the other three 37 each"."""
    ahead = list(line.ahead(rate.figure))
    last = next((i for i, f in enumerate(ahead) if line.word(line.behind(f)) in _EACH), len(ahead))
    return ahead[last:]


def _is_of_another(line: Line, rate: _Rate, total: Placed, by: _Divisor) -> bool:
    """Tell the staff of Ford from the chairs of Hart, and what follows "400,000 each, and its rinks"."""
    if by.line is not line:
        names = line.names(line.start, rate.figure.edge)
        return bool(names) and names.isdisjoint(by.line.names(by.line.start, by.line.stop))
    between = line.between(rate.figure.stop, total.figure.first)
    joint = between.index("and") if total.line is line and "and" in between else len(between)
    return not _OWNERS.isdisjoint(between[joint + 1 : joint + 2])


def _may_slip(total: Figure, by: _Divisor, rate: Figure) -> bool:
    """Tell a total that is one by its unit, if a slip may make the rate of it."""
    spread = _spread(total, by, rate)
    near = within(spread, rate.mention.number)
    return near and spread * by.number > rate.mention.number and may_hold(total, rate)


def _sums_up(line: Line, total: Figure) -> bool:
    return says(line.between(total.edge - 2, total.edge), "sums_up")


def _is_plain(figure: Figure) -> bool:
    return figure.is_level and figure.mention.kind != "percent" and figure.mention.number > 0


def _rate(line: Line, figure: Figure) -> _Rate | None:
    """Read "400 grams for everyone", "28 a day", "an average of 24" and "every resident produced 40 kilos"."""
    doc = line.tokens.doc
    if each := (figure.mention.unit or "").partition("/")[2]:
        return _Rate(figure, each, figure.stop - 1) if _is_average(line, figure) else None
    for stop in (figure.stop, line.behind(figure)):
        at = stop + (line.word(stop) in ("for", "to"))
        per = line.word(at) in ("a", "an", "per", "every", "each") and at + 1 < line.stop
        if per and doc[at + 1].pos_ == "NOUN":
            past = line.word(at + 2) in words("past") | {"after", "later"}
            told = not past and _is_average(line, figure)
            return _Rate(figure, line.lower[at + 1], at + 1) if told else None
        if line.word(at) in _EACH:
            return _Rate(figure, "each", at)
    if line.between(figure.edge - 2, figure.edge) in (["for", "every"], ["to", "every"]):
        one = line.word(figure.edge - 4) in ("one", "a")  # "one adult for every 38 children"
        return _Rate(figure, "each", figure.edge - 1) if one else None
    if line.word(figure.edge - 1) == "of" and _number_of(line, figure) is not None:
        return _Rate(figure, "of", figure.edge - 1)  # "three instalments of 1.5 million"
    for at in range(figure.edge - 1, max(line.sentence(figure), figure.edge - _CLAUSE) - 1, -1):
        if line.lower[at].startswith("averag"):
            plain = all(word in words("averages") for word in line.between(at + 1, figure.edge))
            plain = plain and line.word(at - 1) not in words("rates_apart") - words("yearly")
            return _Rate(figure, "", at) if plain else None
        subject = doc[at + 1].dep_.startswith("nsubj") or at == line.start
        alone = doc[at + 1].pos_ in ("VERB", "ADP") or at + 2 == figure.edge
        if line.lower[at] == "each" and alone:
            if _is_of_first(line, at, figure):
                return None
            return _Rate(figure, "each", at)  # "members who each paid 25 euros"
        if line.lower[at] in ("every", "each") and subject and doc[at + 1].pos_ == "NOUN":
            return _Rate(figure, line.lower[at + 1], at)
    return None


def _is_of_first(line: Line, each: int, figure: Figure) -> bool:
    """Tell what another figure has said for each: "were each given two; 402 of the 620 were used"."""
    between = [f for f in line.ahead(figure) if f.first > each and not f.describes]
    group = line.word(each + 1) == "of"  # "each of the 12 schools was given four"
    return ";" in line.between(each, figure.edge) or len(between) > group


def _is_average(line: Line, figure: Figure) -> bool:
    """Tell "or 28 a day" and "that is 28 a day" from "the median was 28 a day"."""
    start = max(line.sentence(figure), figure.edge - _CLAUSE)
    start = next((at for at in range(figure.edge - 2, start, -1) if line.lower[at] == ","), start)
    clause = line.between(start, figure.edge)
    said = clause[-1:] in ([","], ["("], ["-"]) or says(clause, "averaging")
    return said and words("other_days").isdisjoint(clause)


def _number_of(line: Line, figure: Figure) -> Figure | None:
    """Return how many there are of what a figure is the size of: "18 classes of 24"."""
    count = next(line.ahead(figure), None)
    if count is None or count.mention.kind != "count" or count.mention.noun is None:
        return None
    return count if line.behind(count) == figure.edge - 1 else None


def _are_together(line: Line, rate: _Rate, total: Placed, by: _Divisor) -> bool:
    """Tell figures of one sentence, and those of several of which the last takes up the others."""
    if rate.each == "of" or (total.line is line and by.line is line):
        return True
    if total.line.start > line.start:
        line, edge = total.line, total.figure.edge
    else:
        edge = rate.figure.edge
    if by.line.start > line.start:
        return False
    if any(first < edge and date.timex[-4:] != _NOW for date, first, _ in line.moments):
        return False  # "In April it was an average of 54 a day"
    said = line.between(line.start, edge)
    opens = said[:1] == ["each"] or not words("pointing").isdisjoint(said[:1])
    last = len(said) - said[::-1].index(",") if "," in said else 0
    return opens or says(said, "concluding") or says(said[last:], "averaging")


def _divisors(stretch: Stretch, rate: _Rate, total: Placed) -> Iterator[_Divisor]:
    """Yield what a total of a rate may be spread over: days for "a day", anything for "each"."""
    if total.figure is rate.figure or not _is_total(total, rate, stretch.here):
        return
    if rate.each == "of":
        count = _number_of(stretch.here, rate.figure)
        if count is not None and count is not total.figure:
            yield _Divisor(stretch.here, count.member("count"), count.mention.number)
        return
    for line in stretch.lines:
        for date, unit, number in lengths(line):
            same = unit == rate.each or (unit[0], rate.each) == ("h", "h")
            if same or (not rate.each and line is stretch.here):
                yield _Divisor(line, Member(date.id, "span"), number)
        if rate.each in _TIMES:
            continue
        for figure in line.figures:
            counted = figure.mention.kind == "count" and figure.is_level
            told = line is stretch.here or line is total.line or rate.each == "each"
            other = figure not in (total.figure, rate.figure)
            if _is_measured(figure, rate) and figure.is_level:
                yield _Divisor(line, figure.member("count"), figure.mention.number)
            told = told and line.word(figure.edge - 1) != "including"  # and what else is not told
            if counted and told and other and _is_number_of(figure, rate):
                yield _Divisor(line, figure.member("count"), figure.mention.number)


def _is_measured(figure: Figure, rate: _Rate) -> bool:
    """Tell "1,260 hectares" where each hectare has so much."""
    last = figure.mention.text.lower().split()[-1]
    return figure.mention.kind == "measure" and last in (rate.each, f"{rate.each}s")


def _is_number_of(figure: Figure, rate: _Rate) -> bool:
    unit = (figure.mention.unit or "").rpartition(" ")[2]
    if rate.each in words("heads"):
        return is_person(unit) or unit == rate.each
    whole = figure.mention.number == figure.mention.number.to_integral_value()
    return whole and figure.mention.number > 1 and rate.each in ("", "each", unit)


def _is_total(total: Placed, rate: _Rate, line: Line) -> bool:
    """Tell what may be a total: an amount of the same dimension, or a count of the same."""
    one, other = total.figure.mention, rate.figure.mention
    if not _is_plain(total.figure) or _factor(one, other) is None:
        return False
    if one.number <= other.number and one.unit == other.unit:
        return False
    if is_unshared(*total, averaged=not rate.each):
        return False
    if not rate.each and one.unit is None and not _sums_up(total.line, total.figure):
        return False  # "the pitcher, 42, won 18 games with an earned run average of 2.98"
    if one.kind in ("money", "measure") or total.line is line or rate.each == "each":
        return True
    return other.unit is None or (one.unit is not None and may_hold(total.figure, rate.figure))


def _factor(one: Quantity, other: Quantity) -> Decimal | None:
    """Return how many of the unit of the second one of the first is."""
    unit = (other.unit or "").partition("/")[0] or None
    counts = ("count", "number")
    measured = one.kind == "measure" and unit is None and not is_length(one)
    if other.kind in counts and (one.kind in counts or measured):
        return Decimal(1)
    if one.kind != other.kind or one.unit == unit:
        return Decimal(1) if one.kind == other.kind else None
    (dimension, size), (same, small) = (
        units().factors.get(symbol or "", ("", "1")) for symbol in (one.unit, unit)
    )
    return Decimal(size) / Decimal(small) if dimension and dimension == same else None


def _are_close(total: Figure, by: _Divisor, rate: Figure) -> bool:
    return slipped(_spread(total, by, rate), rate.mention.number)


def _spread(total: Figure, by: _Divisor, rate: Figure) -> Decimal:
    return total.mention.number * (_factor(total.mention, rate.mention) or 0) / by.number
