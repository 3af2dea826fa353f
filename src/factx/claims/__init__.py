"""Turn quantities into claims: what is measured, when, where, compared with what, said by whom."""

from __future__ import annotations

from factx.claims import action, earlier, measure, modality, period, place, relation, ties
from factx.claims.conversions import conversion
from factx.claims.describe import describe
from factx.claims.phrase import ends
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.source import Speeches
from factx.claims.words import words
from factx.mentions import Found
from factx.mentions.quantity.lists import lists
from factx.mentions.quantity.percent import endings
from factx.model import Attribution, Claim, Date, Quantity
from factx.nlp.nouns import plural
from factx.nlp.tokens import Tokens

__all__ = ["build"]

_OLDEST = 110  # years of a life
_RACE = 6  # words of "200m and 400m individual medley"
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


def build(tokens: Tokens, found: Found) -> list[Claim]:
    """Return one claim per asserted figure, in text order; page furniture asserts nothing."""
    scene, claims = stated(tokens, found)
    return earlier.carry(scene, claims)


def stated(tokens: Tokens, found: Found) -> tuple[Scene, list[Claim]]:
    """Return an article's claims with no period or place but those of their own sentences."""
    scene = Scene(tokens, found)
    _enter(scene)
    if not scene.figures:
        return scene, []
    speeches = Speeches(scene)
    names = {figure.mention.id: f"c{n}" for n, figure in enumerate(scene.figures, 1)}
    known: dict[str, Stretch] = {}
    claims: list[Claim] = []
    for figure in scene.figures:
        original = conversion(scene, figure)
        lead = original or figure
        stretch = known.get(lead.mention.id) if original else measure.find(scene, figure, known)
        source = speeches.of(figure)
        if stretch is not None and _speaks(scene, figure, stretch, source):
            stretch = None
        if stretch is not None:
            known[figure.mention.id] = stretch
        deed, subject = action.find(scene, lead, stretch)
        kind = relation.relate(scene, lead)
        tie = ties.tie(scene, figure, kind) if original is None else None
        claims.append(
            Claim(
                id=names[figure.mention.id],
                mention=figure.mention.id,
                measure=describe(scene, stretch) if stretch is not None else None,
                relation=kind,
                period=period.find(scene, lead),
                place=place.find(scene, lead),
                baseline=tie.baseline(names) if tie is not None else None,
                converts=names[original.mention.id] if original is not None else None,
                source=source,
                modality=modality.find(scene, lead),
                sentence=tokens.span(*scene.sentence(figure.first)),
                action=deed,
                subject=subject,
            )
        )
    return scene, claims


def _speaks(scene: Scene, figure: Figure, stretch: Stretch, source: Attribution | None) -> bool:
    """Tell a measure that is only who speaks: a figure in somebody's words is not of the speaker."""
    tokens, last = scene.tokens, stretch[1] - 1
    if source is None or figure.kind == "measure" or scene.person_at(last) is None:
        return False
    of_himself = "i" in tokens.lower[slice(*scene.sentence(figure.first))]
    return not of_himself and source.name.lower().split()[-1:] == [tokens.lower[last]]


def _enter(scene: Scene) -> None:
    """Enter what asserts something: quantities, and lengths of time that are no period."""
    tokens = scene.tokens
    lengths = [date for date in scene.found.dates if _asserts(tokens, date)]
    mentions: list[Quantity | Date] = sorted(
        [*scene.found.quantities, *lengths], key=lambda mention: mention.start
    )
    for mention in mentions:
        at = tokens.at(mention.start)
        if tokens.kind(at) != "furniture" and not _restricts(tokens, mention, at):
            scene.add(mention)


def _restricts(tokens: Tokens, mention: Quantity | Date, at: int) -> bool:
    """Tell whether a number only says which group is meant: "children aged 9 to 12", "per 100,000"."""
    near = tokens.lower[max(0, at - 3) : at]
    if _groups(tokens, mention, at):
        return True
    if not isinstance(mention, Quantity):
        return False
    if mention.kind == "measure" and _names_a_race(tokens, tokens.stretch(mention)[1]):
        return True
    if near and near[-1] == "per":
        return True
    aged = mention.qualifier == "range" and mention.unit == "year"
    return aged and not words("measure", "age").isdisjoint(near)


def _names_a_race(tokens: Tokens, stop: int) -> bool:
    """Tell "the 200m and 400m freestyle" and "the 100 metres hurdles": a race, not a length."""
    for at in range(stop, min(stop + _RACE, len(tokens))):
        if tokens.lower[at] in words("measure", "races"):
            return True
        figures = tokens.text[at][0].isdigit() or tokens.lower[at] in words("measure", "race_words")
        if not figures:
            return False
    return False


def _groups(tokens: Tokens, mention: Quantity | Date, at: int) -> bool:
    """Tell whether an age bounds a group: "men over the age of 18", "people aged 65 and over"."""
    lower, stop = tokens.lower, tokens.stretch(mention)[1]
    sides = words("measure", "sides")
    if lower[max(0, at - 3) : at] == ["the", "age", "of"] and at > 4:
        return lower[at - 4] in sides and tokens.doc[at - 5].pos_ in {"NOUN", "PRON"}
    bounded = lower[stop : stop + 1] in (["and"], ["or"]) and not sides.isdisjoint(
        lower[stop + 1 : stop + 2]
    )
    named = at > 1 and tokens.doc[at - 2].pos_ in {"NOUN", "PRON"}
    aged = isinstance(mention, Quantity) and mention.unit == "year" and mention.text.isalnum()
    picked = at > 1 and lower[at - 2] in words("measure", "aged") and lower[at - 1] in sides
    if picked and _may_be_age(mention) and not any(map(plural, lower[stop : stop + 1])):
        return True  # "children under five account for"
    return named and ((lower[at - 1] == "aged" and bounded) or (aged and lower[at - 1] in sides))


def _may_be_age(mention: Quantity | Date) -> bool:
    """Tell a bare number that no life is longer than."""
    if not isinstance(mention, Quantity):
        return False
    return mention.kind in {"count", "number"} and mention.number < _OLDEST


def _asserts(tokens: Tokens, date: Date) -> bool:
    """Tell whether a date says how long: not "several years", "the past two years", "a day"."""
    if date.timex_type != "DURATION" or "X" in date.timex:
        return False
    said = date.text.lower().split()
    if not words("period", "spans").isdisjoint(said) or said[-1] in words("period", "offsets"):
        return False
    if said[-1] in {"full-year", "half-year"} or _averages(tokens, date):
        return False  # "its full-year earnings"
    first, stop = tokens.stretch(date)
    behind = tokens.lower[stop] if stop < len(tokens) else ""
    if first > 1 and tokens.lower[first - 1] == "in" and tokens.lower[first - 2] in endings():
        return False  # "up 44% in a month"
    owned = first > 1 and tokens.lower[first - 2] in ends().articles
    recent = owned and tokens.lower[first - 1] in words("period", "spans")
    yearly = tokens.lower[stop : stop + 3] == ["-", "over", "-"]  # "on a year-over-year basis"
    if behind == "ago" or yearly or recent or _clocked(tokens, date, stop):
        return False
    single = said[0] in {"a", "an"}
    if single and first and tokens.lower[first - 1] == ")":
        return False  # "18 million crowns ($2.6 million) a year"
    return not (single and len(said) < 3 and _offset(tokens, date, behind))


def _averages(tokens: Tokens, date: Date) -> bool:
    """Tell over how long an average goes: "the 10-year average", "the 30-year mean"."""
    stop = tokens.stretch(date)[1]
    return "-" in date.text and not words("period", "averages").isdisjoint(
        tokens.lower[stop : stop + 2]
    )


def _clocked(tokens: Tokens, date: Date, stop: int) -> bool:
    """Tell "in the 26 minute", "the show “60 Minutes”" and "07:58 local time" from a length."""
    last, named = stop - 1, tokens.kind(stop - 1) != "title" and tokens.text[stop - 1].istitle()
    local = ":" in date.text and tokens.lower[stop : stop + 2] == ["local", "time"]
    zone = tokens.text[stop] if stop < len(tokens) else ""
    if named or local or zone in lists().zones:
        return True
    number = tokens.text[last - 1]
    numbered = number.isdecimal() and int(number) > 1 and tokens.lower[last - 2] == "the"
    if not numbered or last < 2 or plural(tokens.lower[last]):
        return False
    return stop >= len(tokens) or tokens.doc[stop].pos_ not in _NAMING


def _offset(tokens: Tokens, date: Date, behind: str) -> bool:
    """Tell whether "a day" is a rate or a distance: "five rallies a day", "a week after"."""
    first = tokens.at(date.start)
    before = tokens.doc[first - 1].pos_ if first else ""
    return behind in words("period", "offsets") or before in {"NOUN", "NUM", "SYM"}
