"""Measures that stand right by their figure: the noun it counts, follows, precedes or describes."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.governor import approach, behind
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import bearer, changed, subject_phrase
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import cues
from factx.nlp.nouns import plural, singular

_NAMING = frozenset({"NOUN", "ADJ", "PROPN", "VERB"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "amod", "nmod", "det"})


def counted(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "2,000 reported incidents": the noun that the mention counts."""
    noun = figure.mention.noun if isinstance(figure.mention, Quantity) else None
    if noun is None:
        return None
    start, last = scene.tokens.at(noun.start), scene.tokens.at(noun.end - 1)
    lower, tag, at = scene.tokens.lower, scene.tree.tag, approach(scene, figure)
    verbal = tag[start] == "VERB" and not _participle(scene, start, last + 1)
    if at > 1 and lower[at - 1] == "of" and tag[at - 2] == "NOUN" and verbal:
        # "a mob of about 100 attacked police"
        return phrase.around(scene, at - 2) if at - 2 not in scene.inside else None
    if lower[figure.stop] == "of" and figure.stop + 1 < start <= figure.stop + 5:
        start = figure.stop + 1
    if lower[start] == "more" and start < last:
        start += 1
    if scene.tokens.lower[last] == "times":
        return None
    found = phrase.onward(scene, start)
    if found is None or found[1] <= last:
        found = start, last + 1
    other = scene.inside.get(found[1] + 1) if lower[found[1] : found[1] + 1] == ["and"] else None
    whole = any(plural(word) for word in lower[slice(*found)])
    if other is not None and other.kind == figure.kind and not whole:
        # "18 FM and five AM stations", "two adult and three child tickets"
        return _shared(scene, figure, other) or found
    return found


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
    compares = lower[at] in words("relation", "comparative") and lower[at + 1] == "than"
    said = scene.tree.tag[at] == "ADJ" and scene.tree.child(at, "nsubj") is not None
    if lower[at] in words("relation", "comparative") and said:
        subject = subject_phrase(scene, at)
        if subject is not None:
            return subject
    if compares and not amount and scene.tree.tag[at] in {"ADJ", "ADV"}:
        return phrase.trim(scene, at, phrase.cut(scene, at + 2, min(limit, at + 9)))
    if amount and figure.kind in {"percent", "ratio"}:
        return phrase.onward(scene, at + 1) if scene.tree.tag[at + 1] in {"NOUN", "ADJ"} else None
    if lower[at] == "off" and figure.kind in {"money", "percent"}:
        # "$50 off a new phone"
        opened = scene.tree.tag[at + 1] in {"DET", "NOUN", "PROPN"}
        return phrase.onward(scene, at + 1) if opened and scene.date_at(at + 1) is None else None
    if lower[at] == "in" and figure.kind == "money":
        named = scene.tokens.text[at + 1][0].isupper() or lower[at + 1] in phrase.ends().articles
        if named or scene.date_at(at + 1) is not None:
            return None
    elif figure.kind == "ratio" and lower[at] in {"the", "that", "what", "those"}:
        return phrase.onward(scene, at) if at + 1 not in scene.inside else None
    elif lower[at] != "of":
        return None
    return _past_figure(scene, at + 1, phrase.onward(scene, at + 1))


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
        if scene.tree.tag[index] == "ADP":
            break
    return found


def multiplied(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "will double its output", "prices tripled": what a verb that is a figure moves."""
    tree = scene.tree
    if figure.kind != "ratio" or tree.tag[figure.first] != "VERB":
        return None
    return bearer(scene, figure.first, figure.first)


def prenominal(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "22-mile journey", "a 36.3% increase": the noun that the figure stands before."""
    tree, stop = scene.tree, _past_rate(scene, figure)
    _, limit = scene.sentence(figure.first)
    if stop < limit and scene.tokens.lower[stop] in {"times", "apiece", "each"}:
        return None
    if figure.kind == "duration" and _frames(scene, figure, stop, limit):
        return None
    found = _extended(scene, figure, limit) or _attributive(scene, figure, stop, limit)
    if found is not None:
        return found
    apart = stop + 1 < limit and scene.tokens.text[stop] == "," and _single_unit(scene, figure)
    second = scene.inside.get(stop + apart) if stop + apart < limit else None
    if second is not None and second is not figure and second.kind == figure.kind == "measure":
        # "the 350-tonne, 35-metre-long bridge", "a 640bhp 5.2 litre engine"
        return prenominal(scene, second)
    if stop + 1 < limit and scene.tokens.lower[stop] == "'":
        if tree.tag[stop + 1] == "NOUN":
            return phrase.onward(scene, stop + 1)
        if figure.kind == "duration" and scene.tokens.lower[stop + 1] == "pay":
            return stop + 1, stop + 2
    if figure.kind == "ratio" and stop < limit and tree.tag[stop] == "NOUN":
        return phrase.onward(scene, stop)
    if stop >= limit or not scene.tokens.text[stop][0].isalpha() or scene.date_at(stop):
        return None
    if scene.tokens.lower[stop] in words("measure", "scale"):
        return phrase.onward(scene, stop)
    if figure.kind == "count" and _participle(scene, stop, limit):
        return stop, max(stop + 2, (phrase.onward(scene, stop + 1) or (0, 0))[1])
    hyphened = "-" in figure.mention.text and figure.mention.text[-1].isalpha()
    if not tree.label[stop] or (hyphened and tree.tag[stop] in _NAMING):
        return phrase.onward(scene, stop) if hyphened else None
    # of a range, "5% to 10% improvement", the last may hang from the noun
    tops = (tree.top(figure.first, figure.stop), figure.stop - 1)
    top = next((index for index in tops if tree.base[index] in _BEFORE_NOUN), tops[0])
    head = tree.head[top]
    if not stop <= head < limit or tree.base[top] not in _BEFORE_NOUN:
        return _predicative(scene, figure, stop)
    if tree.tag[head] not in {"NOUN", "PROPN", "ADJ"} or tree.base[head] == "advmod":
        return _predicative(scene, figure, stop)
    if scene.tokens.lower[head] in cues().nouns:
        return changed(scene, head) or phrase.onward(scene, stop)
    found = phrase.onward(scene, stop)
    return found if found is not None and found[1] > head else None


def _frames(scene: Scene, figure: Figure, at: int, limit: int) -> bool:
    """Tell whether a noun only holds a length of time: "a course of pills over a 14-day period"."""
    framed = at + 1 < limit and scene.tokens.lower[at] in words("measure", "frame")
    framed = framed and scene.tokens.lower[at + 1] != "of"
    return framed and scene.tree.tag[approach(scene, figure) - 2] != "VERB"


def _extended(scene: Scene, figure: Figure, limit: int) -> Stretch | None:
    """Read "an 18 km long strip", "the 100-mile-long, 12-mile-wide lake": past the adjective."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    at = figure.stop + (lower[figure.stop] == "-" if figure.stop < limit else 0)
    if at + 1 >= limit or lower[at].rpartition("-")[2] not in words("measure", "dimension"):
        return None
    at += 1
    for _ in range(10):
        joint = at + 1 < limit and lower[at] in {",", "-", "and"} and at + 1 in scene.inside
        if at >= limit or not (joint or at in scene.inside or lower[at] == "-"):
            break
        at += 1
    if at >= limit or tag[at] not in {"NOUN", "PROPN", "ADJ"} or scene.date_at(at) is not None:
        return None
    return phrase.onward(scene, at)


def _attributive(scene: Scene, figure: Figure, at: int, limit: int) -> Stretch | None:
    """Read "a 12 foot (3.7 meter) wave": a unit in the singular describes the noun behind it."""
    if at >= limit or not _single_unit(scene, figure):
        return None
    named = scene.tree.tag[at : at + 2] == ["PROPN", "NOUN"]
    if scene.tree.tag[at] != "NOUN" and not named:
        return None
    return phrase.onward(scene, at) if scene.tree.tag[figure.stop - 1] == "NOUN" else None


def _single_unit(scene: Scene, figure: Figure) -> bool:
    """Tell whether more than one of a unit stands in the singular: "12 foot"."""
    unit = scene.tokens.lower[figure.stop - 1]
    if figure.kind not in {"measure", "duration", "money"} or len(unit) < 4 or not unit.isalpha():
        return False
    single = isinstance(figure.mention, Quantity) and figure.mention.number == 1
    return not single and singular(unit) == unit


def _past_rate(scene: Scene, figure: Figure) -> int:
    """Return where the noun may stand behind a figure: past "a month" in "a $35 a month plan"."""
    lower, at = scene.tokens.lower, behind(scene, figure)
    if at + 2 >= len(lower) or lower[at] not in {"a", "an", "per"}:
        return at
    priced = lower[at + 1] in words("measure", "times") and scene.tree.tag[at + 2] == "NOUN"
    return at + 2 if priced else at


def _participle(scene: Scene, at: int, limit: int) -> bool:
    """Tell whether a participle before a noun was taken for a verb: "nine reported cases"."""
    tag = scene.tree.tag
    if at + 1 >= limit or tag[at] != "VERB" or tag[at + 1] != "NOUN":
        return False
    return scene.tokens.lower[at].endswith("ed")


def _predicative(scene: Scene, figure: Figure, at: int) -> Stretch | None:
    """Read "left five dead", "with two injured", "15 years fighting for rights"."""
    _, limit = scene.sentence(figure.first)
    if scene.tree.tag[at] == "ADV" and at + 1 < limit:
        at += 1
    tag, word = scene.tree.tag[at], scene.tokens.lower[at]
    if figure.kind == "duration" and tag == "VERB" and word.endswith("ing"):
        last = min(limit, at + 8)
        comma = next((index for index in range(at, last) if scene.tokens.text[index] == ","), last)
        return phrase.trim(scene, at, phrase.cut(scene, at + 1, comma))
    states = figure.kind == "count" and word in words("measure", "states")
    return phrase.onward(scene, at) if states else None


def toward(scene: Scene, figure: Figure, verb: str) -> Stretch | None:
    """Read "paid $30 for a ladder", "wiped $5 million off its value": what an amount is for or from."""
    lower, at = scene.tokens.lower, behind(scene, figure)
    _, limit = scene.sentence(figure.first)
    if at + 1 >= limit or figure.kind not in {"money", "duration", "measure", "percent"}:
        return None
    onto = lower[at] in {"for", "on", "in", "into", "to"} and scene.tree.tag[at] != "PART"
    spent = verb in words("measure", "spending") and onto
    taken = verb in words("measure", "taking") and lower[at] in {"off", "from"}
    passed = (
        figure.kind == "duration" and verb == "spend" and lower[at] in {"in", "at", "on", "with"}
    )
    if (
        not (taken or passed or (spent and figure.kind == "money"))
        or scene.date_at(at + 1) is not None
    ):
        return None
    if at + 1 in scene.inside or scene.spot_at(at + 1) or scene.person_at(at + 1) is not None:
        return None
    return phrase.onward(scene, at + 1)
