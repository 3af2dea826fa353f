"""What a date leans on: the article's day and the dates before it in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date as Day
from typing import TypeAlias

from factx.mentions.date.calendar import PERIODS, RANK, Cell, cell_of, coarsen, day_cell, move
from factx.mentions.date.shapes import Joined, Named, Part, SamePeriod, Shape, Shift
from factx.mentions.date.tense import look
from factx.mentions.date.values import Value, of_cell
from factx.mentions.date.view import View
from factx.nlp.turns import turns

_FAR, _MANY, _MOST, _SURE = (
    2,
    6,
    0.75,
    25,
)  # years away, years in all, share of them: history, not news

_SHORT = 250  # tokens under which a text is taken for a report
_TOP, _RECENT = 80, 7  # tokens that may hold a dateline, days by which it may differ
_STORY = 10  # years between two neighbours of one story
_OPENING = 3  # tokens: "Then in 1861"
_NEAR = 3  # sentences in which a bare clock time belongs to a day named before


Resolve: TypeAlias = Callable[[Shape], Value | None]


class Context:
    """The state of reading: the article's day, the focus, and where in the text it was set."""

    def __init__(self, view: View, shapes: list[Shape]) -> None:
        self.view = view
        self.article: Day | None = view.tokens.article.date
        self.focus: Cell | None = None
        self.focus_at = -1  # token of the focus
        self.day: Cell | None = None
        self.day_at = -1
        self.quarter: Cell | None = None
        self.period: Cell | None = None  # the last month, quarter, half or season
        self.period_at = -1
        self.pair: tuple[Cell, Cell] | None = None
        self.pair_at = -1
        self.floor: Cell | None = None  # the start of a period whose end is being resolved
        self.line: Cell | None = None  # the main line of a story, past dates in passing
        self.spoken = bool(turns(view.tokens))  # a life told in an interview has days of its own
        self.titled = _title_day(view, shapes) if self.article is None else None
        self.history = not (self.spoken or self.titled) and _is_history(shapes, self.article)
        self.timeless = self.history or not _speaks_from_its_day(view, shapes, self.article)

    def note(self, shape: Shape, value: Value) -> None:
        """Make a resolved date the focus."""
        if self.view.lower[shape.first] == "9/11":
            return  # the name of an event
        cell = value.cell or (value.pair[1] if value.pair else None)
        if cell is None:
            if self.article is None and isinstance(shape, Shift) and shape.anchor == "article":
                self.focus = None  # "last year" of an unknown year
            return
        if self.history and isinstance(shape, Shift) and shape.anchor == "article":
            return
        if self._is_aside(shape, cell):
            return
        self.focus, self.focus_at = cell, shape.first
        if self.history:
            self._follow(shape, cell)
        if value.pair:
            self.pair, self.pair_at = value.pair, shape.first
            months = cell.index - value.pair[0].index + 1
            if cell.unit == "month" and months == 3 and cell.index % 3 == 2:
                self.quarter = coarsen(cell, "quarter")
        if cell.unit == "quarter":
            self.quarter = cell
        if cell.unit in PERIODS:
            self.period, self.period_at = cell, shape.first
        if cell.unit == "day":
            self.day, self.day_at = cell, shape.first

    def _is_aside(self, shape: Shape, cell: Cell) -> bool:
        """Tell what a figure is compared with, and a mere bound, from what the text goes on about."""
        if isinstance(shape, Shift):
            compared = shape.anchor == "text" and shape.steps < 0 and shape.unit in PERIODS
            return compared or (shape.unit == "year" and cell.unit in PERIODS)
        if isinstance(shape, Named) and self.view.word(shape.first - 1) == "since":
            return not self.history  # "their highest level since March 2019"
        bare = isinstance(shape, Named) and shape.unit == "year" and not self.history
        than = self.view.word(shape.first - 2) == "than"  # "18 more than in 2024"
        bound = bare and (than or self.view.among(shape.first - 1, "before_a_mere_bound"))
        return isinstance(shape, SamePeriod) or bound

    def _follow(self, shape: Shape, cell: Cell) -> None:
        """Move the main line, unless the date stands in passing: a far year, a year in mid-sentence."""
        year = coarsen(cell, "year")
        own = coarsen(self.line, "year") if self.line else None
        if (
            own is None
            or year is None
            or self._opens(shape)
            or (cell.unit != "year" and abs(year.index - own.index) <= _STORY)
        ):
            self.line = cell

    def _opens(self, shape: Shape) -> bool:
        """Tell whether a date opens its sentence or stands in a heading."""
        tokens = self.view.tokens
        at = shape.first - _OPENING
        return (
            tokens.kind(shape.first) != "paragraph"
            or at < 0
            or tokens.sent[at] != tokens.sent[shape.first]
        )

    @contextmanager
    def after(self, begin: Value) -> Iterator[None]:
        """Resolve what follows as the end of a period that starts with ``begin``."""
        self.floor = begin.cell
        try:
            yield
        finally:
            self.floor = None

    def same_sentence(self, at: int, shape: Shape) -> bool:
        """Tell whether the token ``at`` of an earlier date stands in the sentence of ``shape``."""
        return at >= 0 and self.view.tokens.same_sentence(at, shape.first)

    def close(self, at: int, shape: Shape) -> bool:
        """Tell whether an earlier date stands in this or the last sentence of the same block."""
        tokens = self.view.tokens
        return at >= 0 and tokens.sent[shape.first] - tokens.sent[at] <= 1

    def ahead(self, shape: Shape) -> Cell | None:
        """Return the day named before in the sentence, if it lies after the article's."""
        if self.day is None or self.article is None or not self.same_sentence(self.day_at, shape):
            return None
        return self.day if self.day.index > self.article.toordinal() else None

    def near(self, at: int, shape: Shape) -> bool:
        """Tell whether an earlier date stands a few sentences before."""
        tokens = self.view.tokens
        return at >= 0 and tokens.sent[shape.first] - tokens.sent[at] <= _NEAR

    def focus_for(self, unit: str, shape: Shift) -> Cell | None:
        """Return the period that "that week", "the year", "two days later" is counted from."""
        if self.spoken and shape.anchor == "text" and not self.near(self.focus_at, shape):
            return None
        article = cell_of("day", self.article) if self.article else None
        if shape.anchor == "view":
            if unit == "quarter" and self.quarter is not None:
                return self.quarter
            if unit == "day" and self.day is not None and self.close(self.day_at, shape):
                return self.day
            near = self.focus if self.history else None
            if near and RANK[near.unit] <= RANK[unit]:
                return near
            if article and unit == "year" and self.view.among(shape.first - 1, "ended"):
                return move(article, "year", -1)
            known = self.focus and RANK[self.focus.unit] <= RANK[unit]
            return article or (self.focus if known and self.near(self.focus_at, shape) else None)
        if unit in ("day", "weekend", "week", "fortnight") and self.day is not None:
            if article and shape.steps < 0 and not self.same_sentence(self.day_at, shape):
                return min(self.day, article, key=lambda cell: cell.index)  # not from a plan
            if self.focus is None or RANK[self.focus.unit] <= RANK[unit] or not self.history:
                return self.day
            return self.focus
        if article and self.focus and self.focus.unit == unit == "year" and not self.history:
            own = coarsen(article, "year")
            if own and own.index - self.focus.index > _FAR and not self.close(self.focus_at, shape):
                return article  # "last met in 2016", said in passing
        return self.focus or article

    def period_in_view(self, shape: Shape) -> Cell | None:
        """Return the period that a comparison with another year is about."""
        if self.focus is not None and self.focus.unit in PERIODS:
            return self.focus
        if self.focus is None or self.focus.unit == "day":
            return self.period if self.close(self.period_at, shape) else None
        return None

    def day_in_view(self, shape: Shape) -> Value | None:
        """Return the day that a bare clock time falls on."""
        if self.day is not None and self.near(self.day_at, shape):
            return of_cell(self.day)
        if isinstance(shape, Part) or self.timeless:
            return None
        return of_cell(cell_of("day", self.article)) if self.article else None


def _title_day(view: View, shapes: list[Shape]) -> Cell | None:
    """Return the month or day that a title names with its year: "On tour, September 2020"."""
    for shape in shapes:
        if view.tokens.kind(shape.first) != "title":
            return None
        if isinstance(shape, Named) and shape.year and shape.unit in ("day", "month"):
            return day_cell(shape.year, shape.month, shape.day or 1)
    return None


def _is_history(shapes: list[Shape], article: Day | None) -> bool:
    """Tell a text of past years from news: most of its years lie far from its own day."""
    years: list[int] = []
    deictic = 0
    for shape in shapes:
        for part in (shape.begin, shape.end) if isinstance(shape, Joined) else (shape,):
            if isinstance(part, Named) and part.year is not None:
                years.append(part.year)
            elif (isinstance(part, Shift) and part.anchor == "article") or (
                isinstance(part, Named) and part.unit == "weekday"
            ):
                deictic += 1
    if len(years) < _MANY or deictic * 4 > len(years) or _is_reported(shapes, article):
        return False
    if article is None:
        return len(years) >= 2 * _MANY
    far = sum(abs(year - article.year) >= _FAR for year in years)
    return far >= (_MOST if len(years) < _SURE else 0.5) * len(years)


def _is_reported(shapes: list[Shape], article: Day | None) -> bool:
    """Tell a report by its own day near the top: a dateline, "yesterday", "this morning"."""
    for shape in shapes:
        if shape.first > _TOP:
            break
        if isinstance(shape, Named) and article is not None and shape.unit == "day":
            cell = day_cell(shape.year or 0, shape.month, shape.day)
            if cell is not None and abs(cell.index - article.toordinal()) <= _RECENT:
                return True
        if isinstance(shape, Shift) and shape.anchor == "article" and shape.unit == "day":
            return True
        if isinstance(shape, Part) and shape.relation in ("this", "last"):
            return True
    return False


def _speaks_from_its_day(view: View, shapes: list[Shape], article: Day | None) -> bool:
    """Tell a report, whose "today" is its own day, from an encyclopedia, whose "today" is not."""
    if article is None or len(view.lower) < _SHORT:
        return True
    for shape in shapes:
        if (
            isinstance(shape, Named)
            and shape.unit == "weekday"
            and look(view, shape.first, shape.stop)
        ):
            return True
        if (
            isinstance(shape, Named)
            and shape.unit == "day"
            and shape.year == article.year
            and shape.month
        ):
            return True
        if (
            isinstance(shape, Shift)
            and shape.anchor == "article"
            and (
                shape.unit in ("week", "weekend", "month") or (shape.unit == "day" and shape.steps)
            )
        ):
            return True
    return False
