"""A total, what it is spread over, and the rate: "480 tonnes in 30 days, or 16 a day"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Date, Member, Tie

_NEAR = 7
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


def _each(line: Line, rate: Figure) -> str | None:
    """Return what a rate is per: "16 a day", "30 euros per person", "12 each"."""
    word, following = line.word(rate.stop), line.word(rate.stop + 1)
    if word in ("each", "apiece"):
        return "each"
    if word in ("a", "an", "per", "every"):
        return following or None
    unit = rate.mention.unit or ""
    return unit.partition("/")[2] or None


def _restated(line: Line, start: int, rate: Figure) -> bool:
    """Tell a rate that sums up what was said: behind ", or", "(", "an average of"."""
    between = line.between(start, rate.edge)
    if len(between) > _NEAR or not between:
        return False
    return between[0] in (",", "(", "-") and all(
        word in words("averages") or word in words("loose") for word in between[1:]
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
    noun = divisor.mention.noun
    stop = line.tokens.at(noun.end - 1) + 1 if noun is not None else divisor.stop
    heads = (
        (each, "each")
        if noun is None
        else (divisor.mention.unit or "", "each", "head", "person", "capita")
    )
    if not _restated(line, stop, rate) or not _same_unit(total, rate) or each not in heads:
        return None
    link = line.word(line.before(divisor))
    if divisor.edge - total.stop <= _NEAR and link in (
        "for",
        "among",
        "between",
        "to",
        "in",
        "from",
    ):
        return total, divisor.member("count")
    return None


def _same_unit(total: Figure, rate: Figure) -> bool:
    """Tell whether both count the same: "16 a day" after tonnes leaves the unit out."""
    one, other = total.mention, rate.mention
    bare = (other.unit or "").partition("/")[0] or None
    return (other.kind in ("count", "number") and bare in (None, one.unit)) or (
        one.unit or ""
    ) == bare


def _length(date: Date) -> str | None:
    """Return the unit of a plain duration: day for P30D."""
    value = date.timex
    if not (value.startswith("P") and value[1:-1].isdigit()):
        return None
    return _UNITS.get(value[-1])
