"""A total, what it is spread over, and the rate: "480 tonnes in 30 days, or 16 a day"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import Passage
from factx.claims.sums.words import words
from factx.model import Date, Member, Tie

_NEAR = 7
_FAR = 12
_OPENING = 4
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def find(line: Line) -> Iterator[Tie]:
    """Yield the rates of a sentence that stand behind their total and its divisor."""
    for rate in line.figures:
        each = _each(line, rate)
        if each is None:
            continue
        spread = _over_time(line, rate, each) or _over_things(line, rate, each)
        if spread is not None:
            total, divisor = spread
            members = (total.member("total"), divisor, rate.member("rate"))
            yield Tie("rate", members, line.span(rate.stop, rate.stop + 1))


def shared(passage: Passage) -> Iterator[Tie]:
    """Yield what each gets of a total: "each of the 412 families", "300 houses. Each cost"."""
    line, cut = passage
    if len(line.figures) != 3:
        return
    one, two, three = line.figures
    for at in range(line.start, line.stop):
        if line.lower[at] != "each":
            continue
        if cut < line.stop and 0 <= at - cut < _OPENING and two.first < cut < three.first:
            yield from _shared(line, at, one, two, three)
        if cut == line.stop and line.word(at + 1) == "of" and at < one.first:
            totals = line.between(two.stop, three.edge)
            if one.edge - at <= _OPENING and not {"total", "all"}.isdisjoint(totals):
                yield from _shared(line, at, three, one, two)


def averaged(passage: Passage) -> Iterator[Tie]:
    """Yield the rate that the next sentence makes of a total: "That is an average of 54 a day"."""
    line, cut = passage
    rate = next((figure for figure in line.figures if figure.first > cut), None)
    if cut == line.stop or rate is None:
        return
    each, led = _each(line, rate), line.between(cut, rate.edge)
    summing = words("summing") | words("averages") | words("loose")
    if each is None or not led or led[0] not in words("pointing") or not summing.issuperset(led):
        return
    ahead = [figure for figure in line.figures if figure.first < cut]
    spans = [date for date, _, stop in line.durations if stop <= cut and _length(date) == each]
    if len(spans) == len(ahead) == 1:
        by = Member(spans[0].id, "span")
    elif not spans and len(ahead) == 2 and _is_shared_among(line, ahead[1], each):
        by = ahead[1].member("count")
    else:
        return
    if _same_unit(ahead[0], rate):
        members = (ahead[0].member("total"), by, rate.member("rate"))
        yield Tie("rate", members, line.span(cut, cut + 1))


def _is_shared_among(line: Line, count: Figure, each: str) -> bool:
    """Tell "to 103 riders", of whom each gets some."""
    plain = count.mention.kind == "count" and count.mention.noun is not None
    led = line.word(line.before(count)) in words("spread")
    return plain and led and each in ("each", count.mention.unit)


def _shared(line: Line, at: int, *figures: Figure) -> Iterator[Tie]:
    """Yield the rate of a total and a count, whichever of the first two is which."""
    rate = figures[-1]
    for total, count in (figures[:2], figures[1::-1]):
        plain = count.mention.kind == "count" and count.mention.noun is not None
        if plain and total.fits(rate) and rate.mention.kind in ("money", "measure"):
            members = (total.member("total"), count.member("count"), rate.member("rate"))
            yield Tie("rate", members, line.span(at, at + 1), closed=False)
            return


def _each(line: Line, rate: Figure) -> str | None:
    """Return what a rate is per: "16 a day", "30 euros per person", "210 people per flight"."""
    for stop in (rate.stop, line.behind(rate)):
        word, following = line.word(stop), line.word(stop + 1)
        if word in ("each", "apiece"):
            return "each"
        if word in ("a", "an", "per", "every"):
            return following or None
    unit = rate.mention.unit or ""
    return unit.partition("/")[2] or None


def _restated(line: Line, start: int, rate: Figure) -> bool:
    """Tell a rate that sums up what was said: behind ", or", "(", "an average of"."""
    between = line.between(start, rate.edge)
    marks = [at for at, word in enumerate(between) if word in (",", "(", "-")]
    if not marks or len(between) > _FAR or marks[0] > _OPENING:
        return False
    if any(start + at in line.inside for at in range(marks[0])):
        return False
    tail = between[marks[0] + 1 :]
    return len(tail) < _NEAR and all(
        word in words("averages") or word in words("loose") for word in tail
    )


def _over_time(line: Line, rate: Figure, each: str) -> tuple[Figure, Member] | None:
    for date, first, stop in reversed(line.durations):
        if stop > rate.first or not _restated(line, stop, rate):
            continue
        total = next((f for f in reversed(line.figures) if f.stop <= first), None)
        near = total is not None and first - total.stop <= _NEAR
        if total is None or not near or not _same_unit(total, rate) or _length(date) != each:
            return None
        if line.word(first - 1) in ("in", "over", "within", "during", "for", "the"):
            return total, Member(date.id, "span")
    return None


def _over_things(line: Line, rate: Figure, each: str) -> tuple[Figure, Member] | None:
    """Read "1,200 euros for 40 people, or 30 euros each"."""
    divisor = next(line.ahead(rate), None)
    total = next(line.ahead(divisor), None) if divisor is not None else None
    if divisor is None or total is None or divisor.mention.kind not in ("count", "number"):
        return None
    stop = line.behind(divisor)
    heads = (
        (each, "each")
        if divisor.mention.noun is None
        else (divisor.mention.unit or "", "each", "head", "person", "capita")
    )
    if not _restated(line, stop, rate) or not _same_unit(total, rate) or each not in heads:
        return None
    near = divisor.edge - total.stop <= _NEAR
    if near and line.word(line.before(divisor)) in words("spread"):
        return total, divisor.member("count")
    return None


def _same_unit(total: Figure, rate: Figure) -> bool:
    """Tell whether both count the same: "16 a day" after tonnes leaves the unit out."""
    one, other = total.mention, rate.mention
    bare = (other.unit or "").partition("/")[0] or None
    if other.kind in ("count", "number") and bare in (None, one.unit):
        return True
    return (one.unit or "") == bare or {one.unit, bare} <= words("people")


def _length(date: Date) -> str | None:
    """Return the unit of a plain duration: day for P30D."""
    value = date.timex
    if not (value.startswith("P") and value[1:-1].isdigit()):
        return None
    return _UNITS.get(value[-1])
