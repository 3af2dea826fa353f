"""Ties between claims: a figure and what it is compared with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from factx.claims import phrase
from factx.claims.contrasted import (
    contrast,
    exceeds,
    has_a_level,
    long,
    moved_on,
    of_a_level,
    since_a_record,
)
from factx.claims.conversions import apart, conversion
from factx.claims.dated import elsewhere, starts
from factx.claims.owned import owned
from factx.claims.rates import in_all
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Baseline, Quantity, Relation

# Words between two levels, and between two levels and the change that they make.
_NEAR, _FAR = 8, 16
# Words of "to just 30".
_OPENED = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a figure is compared with: another figure, a date, or both."""

    figure: Figure | None
    period: str | None

    def baseline(self, claims: dict[str, str]) -> Baseline:
        """Return the tie as ids; ``claims`` maps mention ids to claim ids."""
        other = self.figure.mention.id if self.figure is not None else None
        return Baseline(other, self.period, claims.get(other) if other is not None else None)


def tie(scene: Scene, figure: Figure, relation: Relation) -> Comparison | None:
    """Return what a figure is compared with, or ``None``."""
    first, stop = scene.sentence(figure.first)
    if not isinstance(figure.mention, Quantity) or contrast(scene, figure) is not None:
        return None
    return (
        _compared(scene, figure, stop)
        or _from_to(scene, figure, first)
        or _restated(scene, figure, relation, first)
        or _than(scene, figure, relation, stop)
        or _dated(scene, figure, relation, stop)
        or _resumed(scene, figure)
    )


def _compared(scene: Scene, figure: Figure, stop: int) -> Comparison | None:
    """Read "23, down from 30", "17,600, compared to 1,700", "nine cases versus 13"."""
    for other in scene.figures_in(figure.stop, min(stop, figure.stop + 24)):
        if ";" in scene.tokens.lower[figure.stop : other.first]:
            return None
        shared = in_all(scene, other) is not None
        if scene.whole(other) or shared != (in_all(scene, figure) is not None):
            continue
        if contrast(scene, other) is None:
            # as in 15 slides, up 25% from 12
            by = scene.tokens.lower[other.first - 1] in {"up", "down"} and other.kind == "percent"
            source = _from_to(scene, other, other.first, {figure.kind}) if by else None
            if source is not None or not (other.kind == "duration" or _converted(scene, other)):
                return source
            continue
        if scene.whole(figure) or not _comparable(figure, other):
            return None
        dates = [w for w in scene.dates_in(other.stop, stop) if w.first - other.stop <= 5]
        own = next(iter(dates), None)
        told = own is not None and own.date.timex_type != "DURATION"
        told = told and own is not None and not since_a_record(scene, own)
        return Comparison(other, own.date.id if told and own is not None else None)
    return None


def _resumed(scene: Scene, figure: Figure) -> Comparison | None:
    """Read "The haul was 44 tonnes. That is up from 30 in 2023": the next sentence has the level before."""
    lower, block = scene.tokens.lower, scene.tokens.block
    first, stop = scene.sentence(figure.first)
    if stop >= len(lower) or block[stop] != block[figure.first]:
        return None
    end = scene.sentence(stop)[1]
    other = next(iter(scene.figures_in(stop, end)), None)
    if lower[stop] not in {"that", "this", "it"} or other is None or not _comparable(figure, other):
        return None
    alike = [each for each in scene.figures_in(first, stop) if _comparable(each, other)]
    cue = contrast(scene, other)
    if alike != [figure] or cue is None or any(w.first < cue for w in scene.dates_in(stop, end)):
        return None
    return Comparison(other, _own_date(scene, other, end))


def _than(scene: Scene, figure: Figure, relation: Relation, stop: int) -> Comparison | None:
    """Read "12% more than the 1,731 grams", "4% below the 90", "six times its May average of 48"."""
    if relation not in {"change", "ratio"}:
        return None
    lower = scene.tokens.lower
    for other in scene.figures_in(figure.stop, min(stop, figure.stop + 9)):
        between = range(figure.stop, other.first)
        words_between = lower[figure.stop : other.first]
        unlike = {"ratio", "duration"} | ({"percent"} if figure.kind != "ratio" else set())
        if other.kind in unlike or not words_between:
            return None
        if any(scene.tree.tag[at] in {"VERB", "AUX"} or lower[at] in ",;" for at in between):
            return None
        if "and" in words_between:
            return None  # "up 2.9% in nominal terms and above 600 trillion"
        multiple = relation == "ratio" or figure.kind == "ratio"
        led = words_between[-1] in {"the", "of"} or (scene.date_at(other.first - 1) is not None)
        unbased = words("relation", "before_base").isdisjoint(words_between)
        if (
            contrast(scene, other) is None
            and unbased
            and not (led and (multiple or _upon(words_between, other)))
        ):
            return None
        dates = scene.dates_in(figure.stop, other.first)
        own = dates[0].date.id if dates else _own_date(scene, other, stop)
        return Comparison(other, own)
    return None


def _upon(between: list[str], other: Figure) -> bool:
    """Read "an increase of 7% on the 300 of 2023", "12% up on the 300"; a loan has a name."""
    named = isinstance(other.mention, Quantity) and other.mention.noun is not None
    return not named and between in (["on", "the"], ["up", "on", "the"], ["down", "on", "the"])


def _comparable(figure: Figure, other: Figure) -> bool:
    """Tell whether two figures are of one kind, or "10%" stands by "half" or by "12" alone."""
    if not isinstance(other.mention, Quantity) or not isinstance(figure.mention, Quantity):
        return False
    if other.kind == figure.kind or (_nameless(other) and figure.kind != "ratio"):
        return True
    return {other.kind, figure.kind} == {"ratio", "percent"} and figure.mention.number <= 100


def _converted(scene: Scene, figure: Figure) -> bool:
    return conversion(scene, figure) is not None


def _from_to(
    scene: Scene, figure: Figure, first: int, kinds: Collection[str] = ()
) -> Comparison | None:
    """Read "from 180 to 5", "to 23 from 30" and "to 23 in May, from 30"."""
    lower, at = scene.tokens.lower, _opening(scene.tokens.lower, figure.first, first)
    kinds = kinds or {figure.kind}
    if at > first and lower[at - 1] == "to":
        for other in reversed(scene.figures_in(max(first, at - 8), at)):
            start = _opening(lower, other.first, first)
            if lower[start - 1] == "from" and (other.kind in kinds or _nameless(other)):
                return Comparison(other, _own_date(scene, other, figure.first))
    stop = scene.sentence(at)[1]
    behind = scene.figures_in(figure.stop, min(stop, figure.stop + 12))
    former = next((each for each in behind if not _converted(scene, each)), None)
    start = _opening(lower, former.first, figure.stop) if former is not None else 0
    if former is None or lower[start - 1] != "from" or former.kind not in kinds:
        return None
    if _counts_others(figure, former):
        return None
    if (kinds := apart(figure, former)) and "" not in kinds:
        return None
    near = lower[figure.stop : start - 1]
    if lower[at - 1] == "to" and near[-1:] == [","]:
        near.pop()
    elif len(near) >= _NEAR:
        return None
    parted = not {",", ";", "and"}.isdisjoint(near)
    return None if parted else Comparison(former, _own_date(scene, former, stop))


def _nameless(figure: Figure) -> bool:
    """Tell whether a figure leaves its unit to the next: "from 400 to 450 crowns"."""
    mention = figure.mention
    bare = isinstance(mention, Quantity) and mention.noun is None
    return bare and figure.kind in {"count", "number"}


def _counts_others(figure: Figure, former: Figure) -> bool:
    """Tell "3,400 athletes from 96 nations" from "500 athletes, up from 400"."""
    one, other = figure.mention, former.mention
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    named = one.noun is not None and other.noun is not None
    return one.kind == other.kind == "count" and named and one.unit != other.unit


def _restated(scene: Scene, figure: Figure, relation: Relation, first: int) -> Comparison | None:
    """Read the change that two levels make: "from 14 to 11, a drop of three", "by 60%, to 57 from 36"."""
    if relation != "change":
        return None
    lower, start = scene.tokens.lower, _opening(scene.tokens.lower, figure.first, first)
    at, stop = (
        figure.stop + (lower[figure.stop : figure.stop + 1] == [","]),
        scene.sentence(start)[1],
    )
    behind = scene.figures_in(at, min(stop, at + _OPENED))
    if behind and lower[at] == "to":
        return _from_to(scene, behind[0], at)
    if behind and lower[at] == "from" and behind[0].kind not in {"duration", "ratio"}:
        return Comparison(behind[0], _own_date(scene, behind[0], stop))
    before = scene.figures_in(max(first, start - _FAR), start)
    led = lower[max(first, start - 4) : start]
    if not before or led[-1:] not in (["of"], ["by"]) or "," not in led:
        return None
    if contrast(scene, before[-1]) is not None:
        return Comparison(before[-1], _own_date(scene, before[-1], start))
    return _from_to(scene, before[-1], first)


def _own_date(scene: Scene, figure: Figure, stop: int) -> str | None:
    """Return the date right behind the level before: "from 300 in the first quarter of 2022"."""
    for when in scene.dates_in(figure.stop, stop):
        if when.first - figure.stop > 4 or scene.figures_in(figure.stop, when.first):
            return None
        return when.date.id if when.date.timex_type != "DURATION" else None
    return None


def _dated(scene: Scene, figure: Figure, relation: Relation, stop: int) -> Comparison | None:
    """Read "compared to 2023", "than in 2018", "from a year earlier", "since 2016"."""
    lower = scene.tokens.lower
    if relation not in {"change", "ratio"}:
        return None
    since = _since(scene, figure) if relation == "change" else None
    if since is not None:
        return Comparison(None, since)
    for when in scene.dates_in(figure.stop, stop):
        near = lower[figure.stop : when.first]
        if len(near) > 14 or not phrase.ends().clausal.isdisjoint(near):
            break
        text = when.date.text.lower()
        if relation == "change" and any(
            dates(scene, when) for dates in (exceeds, of_a_level, has_a_level, moved_on)
        ):
            return Comparison(None, when.date.id)
        if when.date.timex_type == "DURATION" or when.date.timex.endswith("_REF"):
            continue
        if text in words("period", "ongoing"):
            continue
        if starts(scene, figure, when) or since_a_record(scene, when):
            continue
        counted = relation == "ratio" and _counterpart(near)
        if (
            counted
            or text in words("period", "on_year")
            or (near[-1:] == ["on"] and relation == "change" and long(when))
            or any(
                word in words("period", "compares") or word in {"from", "since", "same"}
                for word in (*near[-8:], *text.split()[:2])
            )
        ):
            return Comparison(None, when.date.id)
    return None


def _counterpart(near: list[str]) -> bool:
    """Tell whether the words behind a multiple name its base: "as many as in", "the number of"."""
    if near[:1] == ["the"]:
        return len(near) < 6 and near[-1] in {"of", "for", "in"}
    return "as" in near[1:]


def _since(scene: Scene, figure: Figure) -> str | None:
    """Return the date of "since 2016" that stands by a change and not by another figure."""
    first, _ = scene.sentence(figure.first)
    dates = [
        when
        for when in scene.dates_near(figure)
        if when.first > first
        and scene.tokens.lower[when.first - 1] == "since"
        and not since_a_record(scene, when)
        and not owned(scene, figure, when.first)
        and not elsewhere(scene, figure, when)
    ]
    if not dates:
        return None
    return min(dates, key=lambda when: abs(when.first - figure.first)).date.id


def _opening(lower: list[str], start: int, floor: int) -> int:
    """Step back over the articles and hedges before a figure, not past ``floor``."""
    before = words("relation", "before_figure")
    while start > floor and lower[start - 1] in before:
        start -= 1
    ranged = lower[max(floor, start - 3) : start] == ["a", "range", "of"]
    return start - 3 if ranged else start
