"""Which year, and which week: dates whose names alone leave that open."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from factx.mentions.date import weekdays
from factx.mentions.date.calendar import (
    SEASONS,
    Cell,
    cell_of,
    coarsen,
    day_cell,
    easter,
    nth_weekday,
)
from factx.mentions.date.context import Context, Resolve
from factx.mentions.date.shapes import Named
from factx.mentions.date.tense import look, looks_forward, plans
from factx.mentions.date.values import Value, of_cell

_AHEAD = 60  # days that a report looks ahead without saying so
_SOON = 130  # days ahead of a quarter that a report speaks of


def named(shape: Named, context: Context, resolve: Resolve) -> Value | None:
    """Return the value of a named period."""
    unit = shape.unit
    if unit == "year":
        year = shape.year or 0
        if shape.kind:
            return Value("DATE", f"{shape.kind}{year:04d}")
        return of_cell(Cell("year", year))
    if unit in ("decade", "century"):
        return of_cell(Cell(unit, shape.index))
    if unit == "weekday":
        return weekdays.weekday(shape, context, resolve)
    if unit == "week":
        return weekdays.week(shape, context)
    if unit == "day" and not shape.month and not shape.holiday:
        return weekdays.of_month_in_view(shape, context)
    year_value = shape.year
    if shape.within is not None:
        within = resolve(shape.within)
        if within is None or within.cell is None:
            return _open(shape)
        year_value = _year_of(within.cell)
    if year_value is None:
        year_value = _year(shape, context)
    if year_value is None:
        return _open(shape)
    cell = _in_year(shape, year_value, context)
    if cell is None:  # 30 February: said, but no day
        year_text = "XXXX" if shape.year is None else f"{year_value:04d}"
        return Value("DATE", f"{year_text}-{shape.month:02d}-{shape.day:02d}")
    return of_cell(cell)


def _in_year(shape: Named, year: int, context: Context) -> Cell | None:
    """Return the named period in a given year."""
    if shape.holiday:
        return _holiday(shape.holiday, year, context)
    if shape.unit == "day":
        return day_cell(year, shape.month, shape.day)
    if shape.unit == "month":
        return Cell("month", year * 12 + shape.month - 1)
    return Cell(shape.unit, year * {"quarter": 4, "half": 2, "season": 4}[shape.unit] + shape.index)


def _holiday(name: str, year: int, context: Context) -> Cell | None:
    if not 1 <= year <= 9999:
        return None
    rule = context.view.lex.holidays[name]
    if "day" in rule:
        month, _, day = rule["day"].partition("-")
        return day_cell(year, int(month), int(day))
    if "easter" in rule:
        return cell_of("day", easter(year) + timedelta(rule["easter"]))
    month, nth, weekday = rule["nth"]
    found = nth_weekday(year, month, nth, weekday)
    return cell_of("day", found).shift(rule.get("days", 0)) if found else None


def _open(shape: Named) -> Value:
    """Return the value of a named period whose year cannot be known."""
    if shape.holiday:
        return Value("DATE", "XXXX-XX-XX")
    if shape.unit == "day":
        return Value("DATE", f"XXXX-{shape.month:02d}-{shape.day:02d}")
    if shape.unit == "month":
        return Value("DATE", f"XXXX-{shape.month:02d}")
    if shape.unit == "season":
        return Value("DATE", f"XXXX-{SEASONS[shape.index]}")
    return Value("DATE", f"XXXX-{shape.unit[0].upper()}{shape.index + 1}")


def _year(shape: Named, context: Context) -> int | None:
    """Choose the year of a month, day, quarter or season that has none."""
    article, focus = context.article, context.focus
    if context.floor is not None:
        return _not_before(shape, context.floor, context)
    step, anchor = context.view.lex.relations.get(shape.relation or "", (None, ""))
    if shape.relation == "this" and context.history:
        anchor = "text"
    if step is not None:
        origin = cell_of("day", article) if article else None
        if anchor == "text":
            origin = focus or origin
        return _by_step(shape, origin, step, context) if origin else None
    if context.history and context.line is not None:
        return _near_focus(shape, context.line)
    if focus is not None and _is_planned(shape, focus, context):
        focus = None
    elif (ahead := context.ahead(shape)) and look(context.view, shape.first, shape.stop) != "past":
        return _not_before(shape, ahead, context)
    if (
        focus is not None
        and (article is None or focus.unit in ("month", "quarter"))
        and context.same_sentence(context.focus_at, shape)
    ):
        return _about_focus(shape, focus, context)
    if (
        focus is not None
        and article is not None
        and focus.unit in ("day", "month")
        and _year_of(focus) not in (None, article.year)
        and context.close(context.focus_at, shape)
    ):
        return _near_focus(shape, focus)
    if article is None:
        return _near_focus(shape, context.titled) if context.titled else None
    if context.timeless and look(context.view, shape.first, shape.stop) is None:
        return None  # "the monsoon comes in July"
    if shape.unit == "day":
        return _nearest(shape, article, context)
    return _by_tense(shape, article, context)


def _is_planned(shape: Named, focus: Cell, context: Context) -> bool:
    """Tell "will rise on April 1" after "June 2024": a plan follows the article's day."""
    last = focus.last()
    past = last is not None and context.article is not None and last < context.article
    dated = shape.unit in ("day", "month")
    return past and dated and plans(context.view, shape.first, shape.stop)


def _year_of(cell: Cell) -> int | None:
    year = coarsen(cell, "year")
    return year.index if year else None


def _near_focus(shape: Named, focus: Cell) -> int | None:
    """Keep the year of the focus; a month long before it is the next year's."""
    year = _year_of(focus)
    month = coarsen(focus, "month") if focus.unit in ("day", "week", "month") else None
    if year and month and shape.month and shape.month - 1 < month.index % 12 - 7:
        return year + 1
    return year


def _about_focus(shape: Named, focus: Cell, context: Context) -> int | None:
    """Choose the year that brings a month closest to the one before it in the sentence."""
    year, start = _year_of(focus), focus.first()
    if year is None or start is None or focus.unit == "year":
        return year
    away = {
        y: abs((days[0] - start).days)
        for y in (year, year + 1, year - 1)
        if (days := _days(shape, y, context)) is not None
    }
    return min(away, key=lambda y: away[y]) if away else year


def _days(shape: Named, year: int, context: Context) -> tuple[Day, Day] | None:
    """Return the first and the last day of the named period in a given year."""
    cell = _in_year(shape, year, context)
    first, last = (cell.first(), cell.last()) if cell else (None, None)
    return (first, last) if first and last else None


def _not_before(shape: Named, floor: Cell, context: Context) -> int | None:
    """Choose the first year in which the period does not start before ``floor``."""
    year, start = _year_of(floor), floor.first()
    days = _days(shape, year, context) if year is not None else None
    if year is None or start is None or days is None:
        return year
    return year + (days[1] < start)


def _by_step(shape: Named, origin: Cell, step: int, context: Context) -> int | None:
    """Choose the year of "last March", "next summer", "that September"."""
    year, start = _year_of(origin), origin.first()
    days = _days(shape, year, context) if year is not None else None
    if year is None or start is None or days is None:
        return year
    first, last = days
    if step < 0:
        return year - (last >= start)
    return year + (step > 0 and first <= start)


def _nearest(shape: Named, article: Day, context: Context) -> int:
    """Choose the year that brings a day closest to the article's; ties and doubts look back."""
    best, distance = article.year, 10**6
    tense = look(context.view, shape.first, shape.stop)
    for year in (article.year, article.year - 1, article.year + 1):
        days = _days(shape, year, context)
        if days is None:
            continue
        ahead = (days[0] - article).days
        unlikely = tense == "past" or (tense is None and year > article.year)
        if abs(ahead) < distance and not (ahead > _AHEAD and unlikely):
            best, distance = year, abs(ahead)
    return best


def _by_tense(shape: Named, article: Day, context: Context) -> int:
    """Choose the latest past month or quarter, or the next one in a sentence about the future."""
    days = _days(shape, article.year, context)
    if days is None:
        return article.year
    first, last = days
    if looks_forward(context.view, shape.first, shape.stop):
        return article.year if last >= article else article.year + 1
    if shape.unit in ("quarter", "half"):
        if shape.month:  # no report speaks of "the December quarter" in October
            return article.year - (last > article)
        return article.year - ((first - article).days >= _SOON)
    if first <= article:
        return article.year
    untold = look(context.view, shape.first, shape.stop) is None
    return article.year - (not untold or (first - article).days > _AHEAD)
