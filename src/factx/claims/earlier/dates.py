"""The dates of earlier sentences that may be when a figure holds, and what speaks for each."""

from __future__ import annotations

from bisect import bisect_left

from factx.claims.contrasted import compares
from factx.claims.earlier.choice import Traits
from factx.claims.earlier.history import History
from factx.claims.earlier.setting import Setting
from factx.claims.scene import Figure, Scene, When
from factx.claims.words import words
from factx.model import Date, Quantity

# Values that are weighed for a figure, and mentions that are looked through for them.
_MOST, _FAR = 6, 40
# Days since a date, up to which it is so recent.
_RECENT = (
    (-1, "future"),
    (0, "today"),
    (1, "yesterday"),
    (7, "week"),
    (31, "month"),
    (366, "year"),
)
# Numbers below which a count is of so many.
_COUNTS = ((2, "one"), (4, "few"), (13, "ten"), (200, "hundred"))


class Dates:
    """The dates of an article that say when, not how long or how often."""

    __slots__ = ("_dates", "_first", "_history", "_setting")

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        scene = setting.scene
        self._dates = [when for when in scene.dates if _tells(scene, when)]
        self._first = next((when for when in self._dates if setting.tells(when.first)), None)
        named = {date.id: date.timex for date in scene.found.dates}
        held = {c.id: named[c.period.id] for c in setting.claims.values() if c.period is not None}
        self._history = History(setting, held)

    def options(self, figure: Figure) -> list[When]:
        """Return the last mention of each of the last dates, nearest first, and the article's first.

        A sentence with a date of its own has no need of another, nor has what is so to this day.
        """
        if self._setting.lasts(figure):
            return []
        first, end = self._setting.scene.sentence(figure.first)
        stop = bisect_left(self._dates, first, key=lambda when: when.first)
        scene = self._setting.scene
        own = (when for when in scene.dates_in(first, end) if _tells(scene, when))
        if not all(compares(scene, when) for when in own):
            return []  # "18% more than in 2022" says nothing of now
        ahead = self._setting.time(self._setting.verb(figure)).startswith("will")
        past = self._dates[max(0, stop - _FAR) : stop]
        last = {when.date.timex: when for when in past if ahead or not _is_to_come(when)}
        nearest = sorted(last.values(), key=lambda when: -when.first)
        return nearest[:_MOST] + [when for when in nearest[_MOST:] if when is self._first]

    def asking(self, figure: Figure) -> Traits:
        """Return what of a figure speaks for a date of some kind, or for none."""
        setting = self._setting
        return [
            *setting.traits(figure),
            f"unit={setting.scene.unit(figure)}",
            f"about={_about(figure)}",
            f"stands={min(5, setting.number(figure.first) // 3)}",
        ]

    def traits(self, figure: Figure, when: When) -> Traits:
        """Return what speaks for a date, or against it."""
        setting, date = self._setting, when.date
        tokens, tree = setting.scene.tokens, setting.scene.tree
        before = tokens.lower[when.first - 1] if when.first else ""
        verb = tree.clause(when.first)
        return [
            f"dated={self._dated(figure)}",
            f"size={_size(date)}",
            setting.paragraphs(figure, when.first),
            f"in={tokens.kind(when.first)}",
            setting.said(when.first, when.stop),
            f"first={when is self._first}",
            f"recent={self._recent(date)}",
            f"lead={before if before in words('earlier', 'leading') else '-'}",
            f"then={setting.lemma(verb)}",
            f"tenses={setting.time(setting.verb(figure))} {setting.time(verb)}",
            setting.common(figure, when.first),
            self._history.times(figure, date.timex),
        ]

    def _dated(self, figure: Figure) -> int:
        """Return how many words of a figure's sentence tell of a time, up to two."""
        scene = self._setting.scene
        return min(2, len(scene.dates_in(*scene.sentence(figure.first))))

    def _recent(self, date: Date) -> str:
        today = self._setting.scene.tokens.article.date
        if date.first is None or today is None:
            return "-"
        days = (today - date.first).days
        return next((name for limit, name in _RECENT if days <= limit), "old")


def _tells(scene: Scene, when: When) -> bool:
    """Leave out what dates no other sentence: "currently", "three years earlier"."""
    date = when.date
    if date.timex_type not in {"DATE", "TIME"} or date.timex.endswith("_REF"):
        return False
    if date.timex.startswith("T"):
        return False  # the hours of a day that nobody names
    if scene.tokens.lower[when.first - 1] == "since":
        return False  # since when one thing is so, the next need not be
    relative = date.text.lower().split()[-1] in words("period", "offsets")
    return not relative and when.first not in scene.inside


def _is_to_come(when: When) -> bool:
    """Tell "later this week" and "next year", when nothing yet is."""
    return when.date.text.lower().split()[0] in words("earlier", "coming")


def _about(figure: Figure) -> str:
    """Return how large a figure's number is, roughly."""
    if not isinstance(figure.mention, Quantity):
        return "-"
    number = figure.mention.number
    return next((name for limit, name in _COUNTS if number < limit), "more")


def _size(date: Date) -> str:
    """Return what kind of stretch a date is: a day, a month, a year ..."""
    value = date.timex
    if "/" in value:
        return "range"
    if date.timex_type == "TIME":
        return "clock" if value.partition("T")[2][:1].isdecimal() else "time"
    if "-Q" in value or (len(value) == 7 and not value[5:].isdecimal()):
        return "season"
    if "-W" in value:
        return "week"
    return {4: "year", 7: "month", 10: "day"}.get(len(value), "other")
