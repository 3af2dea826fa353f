"""Which dates of a sentence may be when a figure holds: no lengths, adverbs or added clock times."""

from __future__ import annotations

from factx.claims.dated import possesses
from factx.claims.path import path
from factx.claims.scene import Figure, Scene, When
from factx.claims.words import words
from factx.model import Date

_KINDS = frozenset({"DATE", "TIME"})
# Words of "11:25 a.m. east coast time (".
_ZONE = 8


def dates_of(scene: Scene, figure: Figure) -> list[When]:
    """Return the dates of a figure's sentence that may be its own."""
    dates = [when for when in scene.dates_near(figure) if _usable(scene, figure, when)]
    return [when for when in dates if not _clocked(scene, figure, when, dates)]


def _usable(scene: Scene, figure: Figure, when: When) -> bool:
    """Leave out the figure itself, lengths of time and words like "currently"."""
    date = when.date
    if when.first < figure.stop and figure.first < when.stop:
        return False
    if date.timex.endswith("_REF") or (date.text.lower() == "today" and possesses(scene, when)):
        return False
    if _delivers(scene, when):
        return False
    if date.timex_type == "SET":
        return _repeats(scene, figure, when)
    if date.timex_type == "DURATION":
        return any(word in words("period", "spans") for word in date.text.lower().split())
    return date.timex_type in _KINDS and when.first not in scene.inside


def _delivers(scene: Scene, when: When) -> bool:
    """Tell the month that names a contract: "the July contract", "December crude futures"."""
    behind = scene.tokens.lower[when.stop : when.stop + 2]
    return "-" in when.date.timex and not words("period", "deliveries").isdisjoint(behind)


def _clocked(scene: Scene, figure: Figure, when: When, dates: list[When]) -> bool:
    """Tell whether a clock time only adds to a day, converts another, or is no time of a length."""
    if not _is_clock(when.date):
        return False
    mention, others = figure.mention, [other for other in dates if other is not when]
    if isinstance(mention, Date) and not mention.timex.startswith("PT"):
        return True
    if scene.tokens.lower[when.first - 1 : when.first] == ["("]:
        return any(0 < when.first - other.stop < _ZONE for other in others)
    day = when.date.first
    days = [other.date for other in others if _names_day(other.date)]
    return any(day is None or day == date.first for date in days)


def _is_clock(date: Date) -> bool:
    return date.timex_type == "TIME" and date.timex.partition("T")[2][:1].isdecimal()


def _names_day(date: Date) -> bool:
    """Tell "Saturday" and "yesterday evening" from "8 a.m." and "the morning"."""
    part = date.text.lower().split()[0] in {"the", "this", "that"}
    return date.timex_type == "DATE" or not (part or _is_clock(date))


def _repeats(scene: Scene, figure: Figure, when: When) -> bool:
    """Tell whether a figure is said of each of several times: "10,000 die every year"."""
    way = path(scene.tree, scene.tree.top(figure.first, figure.stop), when.stop - 1)
    often = scene.tokens.lower[when.first] in {"each", "every"}
    return often and (way is None or len(way.down) < 2)
