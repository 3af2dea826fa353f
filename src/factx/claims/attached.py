"""Measures that stand right by their figure: the noun it counts, is a part of, or goes toward."""

from __future__ import annotations

from factx.claims import phrase, predicate
from factx.claims.governor import approach, behind, governor
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import subject_phrase
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.nouns import plural


def counted(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "2,000 reported incidents": the noun that the mention counts."""
    noun = figure.mention.noun if isinstance(figure.mention, Quantity) else None
    if noun is None:
        return None
    start, last = scene.tokens.at(noun.start), scene.tokens.at(noun.end - 1)
    lower = scene.tokens.lower
    if figure.stop + 1 < start <= figure.stop + 5 and lower[figure.stop] == "of":
        start = figure.stop + 1
    if lower[start] == "more" and start < last:
        start += 1
    if last < figure.stop or lower[last] == "times":
        return None  # "fell nine points", "costs 49 crowns"
    found = phrase.onward(scene, start)
    if found is None or found[1] <= last:
        found = start, last + 1
    if found[1] - found[0] == 1 and lower[start] in words("measure", "instances"):
        verb = governor(scene, figure) if lower[approach(scene, figure) - 1] == "to" else None
        moved = subject_phrase(scene, verb.verb) if verb is not None and verb.levels else None
        if moved is not None:
            return moved  # "shoplifting rose by a third to 6,240 incidents"
    found = _before_gap(scene, figure, found)
    other = scene.inside.get(found[1] + 1) if lower[found[1] : found[1] + 1] == ["and"] else None
    whole = any(plural(word) for word in lower[slice(*found)])
    if other is not None and other.kind == figure.kind and not whole:
        # "18 FM and five AM stations", "two adult and three child tickets"
        return _shared(scene, figure, other) or found
    return found


def _before_gap(scene: Scene, figure: Figure, found: Stretch) -> Stretch:
    """Leave out who the next figure is of: "80% of cases and cocaine in 41%", "9 jobs and mining 4"."""
    lower, (first, stop) = scene.tokens.lower, found
    joint = next((at for at in range(first + 1, stop - 1) if lower[at] == "and"), None)
    if joint is None:
        return found
    led = stop < len(lower) and lower[stop] in words("measure", "gapping")
    other = scene.inside.get(stop + led)
    if other is None or other is figure or getattr(other.mention, "noun", None) is not None:
        return found
    return first, joint


def _earned(scene: Scene, figure: Figure, at: int) -> bool:
    """Tell "millions in sales" and "thousands in unpaid fines", which are money."""
    vague = scene.tokens.lower[figure.stop - 1] in words("measure", "vague")
    found = phrase.onward(scene, at) if vague else None
    return found is not None and scene.tokens.lower[found[1] - 1] in words("measure", "sums")


def _shared(scene: Scene, figure: Figure, other: Figure) -> Stretch | None:
    """Return the noun that two figures count together, without what describes the second alone."""
    several = isinstance(figure.mention, Quantity) and figure.mention.number > 1
    both = counted(scene, other) if several else None
    return (both[0] + 1, both[1]) if both is not None and both[1] - both[0] > 1 else None


def followed(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "90% of all services", "50 gallons of fuel", "$90 billion in damage", "85% more fires"."""
    at, lower = behind(scene, figure), scene.tokens.lower
    _, limit = scene.sentence(figure.first)
    if at + 1 >= limit:
        return None
    if lower[at] == "worth" and lower[at + 1] == "of" and at + 2 < limit:
        at += 1
    amount = lower[at] in {"more", "fewer", "less"}
    if lower[at] == "of" and (
        scene.date_at(at + 1) is not None
        or against_output(scene, figure)
        or _ends_before_of(scene, figure, at)
    ):
        return None
    said = scene.tree.tag[at] == "ADJ" and scene.tree.child(at, "nsubj") is not None
    if lower[at] in words("relation", "comparative") and said:
        subject = subject_phrase(scene, at)
        if subject is not None:
            return subject
    verb = at + 3 + (lower[at + 3 : at + 4] == ["be"])
    apt = lower[at + 1] in words("measure", "chances") and lower[at + 2 : at + 3] == ["to"]
    if amount and apt and verb < limit:
        return phrase.trim(scene, at + 1, predicate.reach(scene, verb, limit))
    if amount and figure.kind in {"percent", "ratio", "count"}:
        return phrase.onward(scene, at + 1) if scene.tree.tag[at + 1] in {"NOUN", "ADJ"} else None
    if lower[at] == "off" and figure.kind in {"money", "percent"}:
        # "$50 off a new phone"
        opened = scene.tree.tag[at + 1] in {"DET", "NOUN", "PROPN"}
        return phrase.onward(scene, at + 1) if opened and scene.date_at(at + 1) is None else None
    if lower[at] == "in" and (figure.kind == "money" or _earned(scene, figure, at + 1)):
        named = scene.tokens.text[at + 1][0].isupper() and scene.tree.tag[at + 1] != "ADJ"
        named = (
            named
            or lower[at + 1] in words("measure", "markets")
            or lower[at + 1] in words("relation", "total")
            or scene.spot_at(at + 1)
            or lower[at + 1] in phrase.ends().articles
        )
        if named or scene.date_at(at + 1) is not None:
            return None
    elif figure.kind == "ratio" and _of_one(scene, at):
        found = phrase.onward(scene, at + 4) if at + 4 < limit else None
        return (at + 3, found[1]) if found is not None and scene.tree.tag[at + 3] == "ADP" else None
    elif figure.kind == "ratio" and lower[at : at + 2] in (["that", "of"], ["those", "of"]):
        return _compared(scene, figure)
    elif figure.kind == "ratio" and _sized(scene, figure, at):
        return phrase.around(scene, approach(scene, figure) - 1)
    elif figure.kind == "ratio" and lower[at] in {"the", "that", "those"}:
        return phrase.onward(scene, at) if at + 1 not in scene.inside else None
    elif lower[at] != "of":
        return None
    whole = phrase.onward(scene, at + 1)
    whole = whole and _before_gap(scene, figure, whole)
    return _past_figure(scene, at + 1, whole)


def _sized(scene: Scene, figure: Figure, at: int) -> bool:
    """Tell what is so large from "an area twice the size of the town"."""
    lower, thing = scene.tokens.lower, approach(scene, figure) - 1
    sized = lower[at] == "the" and lower[at + 1] in words("measure", "sizes")
    return sized and lower[at + 2 : at + 3] == ["of"] and scene.tree.tag[thing] == "NOUN"


def _compared(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "the loss was double that of last year's storm": what is so many times as large."""
    found = governor(scene, figure)
    return subject_phrase(scene, found.verb) if found is not None else None


def _of_one(scene: Scene, at: int) -> bool:
    """Tell "four-tenths of a second inside the record": the words behind name only the unit."""
    return " ".join(scene.tokens.lower[at : at + 3]) in words("measure", "ones")


def has_whole(scene: Scene, figure: Figure) -> bool:
    """Tell whether a share names its own whole: ", or 15% of group output", not "of the 90 due"."""
    lower, at = scene.tokens.lower, figure.stop
    if figure.kind not in {"percent", "ratio"} or lower[at : at + 1] != ["of"]:
        return False
    whole = followed(scene, figure)
    if whole is None or lower[whole[1] - 1] in words("measure", "transparent"):
        return False
    return scene.tree.tag[whole[0]] != "PRON" and not scene.figures_in(at, whole[1])


def _ends_before_of(scene: Scene, figure: Figure, at: int) -> bool:
    """Tell an age, a distance or a deadline from an amount: "dies aged 93 of", "within a day of"."""
    before = scene.tokens.lower[max(0, approach(scene, figure) - 1) : figure.first]
    if figure.kind == "duration":
        return "within" in before
    aged = figure.kind == "measure" and figure.mention.text.isdigit()
    return aged or (figure.kind == "measure" and scene.spot_at(at + 1))


def against_output(scene: Scene, figure: Figure) -> bool:
    """Tell whether a percentage is of GDP, the yardstick of deficits and debts, not their measure."""
    at, lower = behind(scene, figure), scene.tokens.lower
    if figure.kind != "percent" or at + 1 >= len(lower) or lower[at] != "of":
        return False
    whole = phrase.onward(scene, at + 1)
    if whole is None:
        return False
    text = " ".join(lower[slice(*whole)])
    return any(text == name or text.endswith(" " + name) for name in words("measure", "output"))


def _past_figure(scene: Scene, start: int, found: Stretch | None) -> Stretch | None:
    """Take the noun behind a second figure: "39 of the state's 54 delegates"."""
    stop = found[1] if found else start
    for index in range(stop, min(stop + 3, len(scene.tokens))):
        other = scene.inside.get(index)
        if other is not None:
            return counted(scene, other) or found
        if scene.tree.tag[index] == "ADP" or scene.tokens.lower[index] in {",", "or"}:
            break
    return found
