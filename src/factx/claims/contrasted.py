"""Figures and dates that others are compared with: "up from 30", "against 1,700", "than in 2023"."""

from __future__ import annotations

from factx.claims.rates import in_all
from factx.claims.scene import Figure, Scene, When
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import cues

# Words of "the highest monthly figure since".
_RECORD = 7
_SEASON = len("2022-23")
# Words of "on the last election in".
_BASED = 7
_DAY = 2  # dashes of a day's value
_FROM = frozenset({"from", "off", "than"})
# "from the same time last year"
_SAME = (["same", "time"], ["same", "point"], ["same", "stage"])
_COMPARING = (["from"], ["than"], ["with"], ["on"], ["to"], ["over"])
_MATCHED = ["compares", "with"]


def former(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure is the level before: "rose to 560 from 300", "from 300 to 560"."""
    lower = scene.tokens.lower
    first, stop = scene.sentence(figure.first)
    at = figure.first - 1
    while at > first and lower[at] in words("relation", "before_figure"):
        at -= 1
    if at <= first or lower[at] != "from":
        return False
    near = scene.figures_in(max(first, at - 10), min(stop, figure.stop + 10))
    return any(
        other is not figure
        and (other.kind == figure.kind or figure.kind in {"count", "number"})
        and _reached(lower, other.first)
        for other in near
    )


def _reached(lower: list[str], start: int) -> bool:
    before = start - 1
    passed = words("relation", "before_figure") | {"a", "range", "of"}
    while before > 0 and lower[before] in passed:
        before -= 1
    return before >= 0 and lower[before] == "to"


def contrast(scene: Scene, figure: Figure) -> int | None:
    """Return the word that makes a figure the compared one: "compared to 1,700", "down from 30"."""
    lower = scene.tokens.lower
    if (whole := in_all(scene, figure)) is not None:
        return contrast(scene, whole)
    first, _ = scene.sentence(figure.first)
    for index in range(figure.first - 1, max(first, figure.first - 6) - 1, -1):
        word = lower[index]
        if (
            word in {"compared", "comparison", "versus", "vs", "vs."}
            or lower[index : index + 2] == _MATCHED
        ):
            return index
        if word == "from" and index > first and _moved(scene, index):
            return index
        if word in words("relation", "outdoing") and lower[figure.first - 1] == "of":
            return index  # "beating the previous record of 11.7"
        replacing = lower[index - 1 : index + 1] in (["instead", "of"], ["rather", "than"])
        if (word == "after" or replacing) and _bare_level(scene, figure, index):
            return index
        if _beside_level(scene, figure, index):
            return index
        if word == "over" and _exceeded(scene, figure, index):
            return index
        if word == "against" and index > first and _set_against(scene, figure, index):
            return index
        if index in scene.inside or word in {",", ";", ".", "and"}:
            return None
    return None


def _beside_level(scene: Scene, figure: Figure, index: int) -> bool:
    """Read "40 euros, well below the 55 euros paid in 2022", "9 jobs, short of the 12 expected"."""
    lower = scene.tokens.lower
    if lower[index + 1 : index + 2] != ["the"] or index + 2 != figure.first:
        return False
    apart = lower[index] in {"below", "above"} or " ".join(lower[index - 1 : index + 1]) in words(
        "relation", "beside_levels"
    )
    near = scene.figures_in(max(scene.sentence(index)[0], index - 12), index)
    return apart and bool(near) and near[-1].kind == figure.kind


def _exceeded(scene: Scene, figure: Figure, index: int) -> bool:
    """Read "a 13% increase over sales of $9 million": the level that the change is counted from."""
    lower, by = scene.tokens.lower, scene.inside.get(index - 2)
    change = by is not None and by.kind == "percent" and lower[index - 1] in cues().nouns
    return change and lower[figure.first - 1] == "of" and figure.kind != "percent"


def _moved(scene: Scene, index: int) -> bool:
    """Read "down from 30" and "down 12% from 30"."""
    by = scene.inside.get(index - 1)
    at = index if by is None or by.kind != "percent" else by.first
    return scene.tokens.lower[at - 1] in {"down", "up"}


def _turned(scene: Scene, index: int) -> bool:
    """Tell whether "from" follows "up" or "down", an adverb between or not."""
    lower, by = scene.tokens.lower, scene.inside.get(index - 1)
    at = index - 1 - lower[index - 1].endswith("ly") if by is None else by.first - 1
    return lower[at] in {"up", "down"}


def _bare_level(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell "14 million, after 12 million in May" from "closed after 3 deaths"."""
    mention, lower = figure.mention, scene.tokens.lower
    near = scene.figures_in(max(scene.sentence(index)[0], index - 12), index)
    if not isinstance(mention, Quantity) or mention.noun or figure.first - index > 3 or not near:
        return False
    dated = scene.dates_in(figure.stop, figure.stop + 7) or lower[index] in {"of", "than"}
    kinds = {each.kind for each in near}
    return bool(dated) and (figure.kind in kinds or (figure.kind == "number" and "count" in kinds))


def _set_against(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell ", against 13" and "nine cases against 13 a year before" from "protests against 12 firms"."""
    if scene.tokens.lower[index - 1] == ",":
        return True
    mention = figure.mention
    bare = isinstance(mention, Quantity) and mention.noun is None and figure.first == index + 1
    near = scene.figures_in(max(0, index - 4), index)
    return bare and bool(near) and near[-1].kind in {figure.kind, "count"}


def compares(scene: Scene, when: When) -> bool:
    """Tell whether a date only names what is compared with: "compared to 2023", "30 a year before"."""
    lower, text = scene.tokens.lower, when.date.text.lower()
    if text in words("period", "on_year") or "same" in text.split()[:2]:
        return True
    if since_a_record(scene, when) or _names_a_level(scene, when) or exceeds(scene, when):
        return True
    first, stop = scene.sentence(when.first)
    before = scene.figures_in(max(first, when.first - 6), when.first)
    if before and contrast(scene, before[-1]) is not None:
        return adjoins(scene, before[-1].stop, when.first)
    near = lower[max(first, when.first - 4, before[-1].stop if before else 0) : when.first]
    if near and near[-1] == "from":
        follows = lower[when.stop] if when.stop < stop else ""
        if follows == "to" and scene.figures_in(when.stop + 1, when.stop + 3):
            return True  # "fell 300 from May to 4,000"
        if follows == "'s" and _turned(scene, when.first - 1):
            return True  # "up slightly from last year's loss"
        single = when.date.parts is None or len(when.date.text) == _SEASON
        return single and follows not in {
            "to",
            "until",
            "through",
            "till",
            "'s",
        }
    return any(word in words("period", "compares") for word in near)


def since_a_record(scene: Scene, when: When) -> bool:
    """Tell whether a date is how far back a record goes: "the highest since 2004"."""
    lower, doc = scene.tokens.lower, scene.tokens.doc
    if when.first < 2 or lower[when.first - 1] not in {"since", "of"}:
        return False
    for at in range(when.first - 2, max(0, when.first - _RECORD), -1):
        if doc[at].tag_ in {"JJS", "RBS"} or lower[at] == "first":
            return True
        if lower[at] in {",", ";"} or at in scene.inside or scene.tree.tag[at] == "VERB":
            return False
    return False


def exceeds(scene: Scene, when: When) -> bool:
    """Tell whether a percentage is over a date's level: "a rise of 9% over last year"."""
    lower, at = scene.tokens.lower, when.first - 1
    by = scene.inside.get(at - 1) if at > 0 and lower[at] == "over" else None
    if by is None or by.kind not in {"percent", "percentage_point"}:
        return False
    if lower[when.stop : when.stop + 1] in (["'"], ["'s"]):
        return False  # "over the preceding quarter's 9%"
    if lower[when.first + (lower[when.first] == "the")] in words("period", "former"):
        return True
    return long(when) and lower[when.first] in {"last", "a"}


def of_a_level(scene: Scene, when: When) -> bool:
    """Tell whether a date is that of a level far from now: "9% above its low in April 2009"."""
    lower, at = scene.tokens.lower, when.first - 1
    at += lower[at] in words("relation", "reached")  # "its last high set Sept. 20"
    if at < 1 or not (lower[at] in {"in", "of", "on"} or at == when.first):
        return False
    at -= lower[at - 1] in words("relation", "reached")
    if lower[at - 1] not in words("relation", "extremes"):
        return False
    near = {*lower[max(0, at - _RECORD) : at - 1]}
    return not near.isdisjoint(words("relation", "apart") | {"from", "off", "than"})


def has_a_level(scene: Scene, when: When) -> bool:
    """Tell whether a date has the level that is compared with: "20% above its January 2024 level"."""
    lower, at = scene.tokens.lower, when.first - 1
    at -= at > 0 and lower[at] in words("relation", "levels")
    against = lower[at] in words("relation", "apart") or lower[at] in _FROM
    behind = when.stop + (lower[when.stop : when.stop + 1] == ["'s"])
    return at >= 0 and against and lower[behind : behind + 1] != [] and _is_level(lower[behind])


def moved_on(scene: Scene, when: When) -> bool:
    """Tell whether something is up or down on what a date is of: "up nine points on the 2021 vote"."""
    lower = scene.tokens.lower
    first = scene.sentence(when.first)[0]
    for at in range(when.first - 1, max(first, when.first - _BASED), -1):
        by = scene.inside.get(at - 1) or scene.inside.get(at - 2)
        if lower[at] == "on" and by is not None:
            return long(when) and by.first > first and lower[by.first - 1] in {"up", "down"}
        if at in scene.inside or lower[at] in {",", ";"} or scene.tree.tag[at] == "VERB":
            return False
    return False


def _is_level(word: str) -> bool:
    return word in words("relation", "extremes") or word in {"level", "levels"}


def _names_a_level(scene: Scene, when: When) -> bool:
    """Tell whether a date is what a figure is set beside: "9% behind last year", "as in winter"."""
    lower, at = scene.tokens.lower, when.first - 1
    if at > 0 and lower[at - 1 : at + 1] == ["as", "in"]:
        return True
    if any(names(scene, when) for names in (of_a_level, has_a_level, moved_on)):
        return True
    if lower[at - 1 : at + 1] in _SAME and lower[at - 3 : at - 2] in _COMPARING:
        return True
    if at >= 0 and lower[at] == "as" and scene.tree.base[at] == "mark":
        return False  # "as second-quarter profit fell"
    return at >= 0 and (
        lower[at] in words("period", "levels") or (lower[at] == "on" and long(when))
    )


def long(when: When) -> bool:
    """Tell whether a date is longer than the days that things happen "on"."""
    return when.date.timex_type == "DATE" and when.date.timex.count("-") < _DAY


def adjoins(scene: Scene, stop: int, start: int) -> bool:
    """Tell whether few words and no comma part two places."""
    lower = scene.tokens.lower
    return start - stop <= 6 and not any(word in {",", ";"} for word in lower[stop:start])
