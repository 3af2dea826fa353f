"""Whose an age is: "Berg, 36,", "died aged 66", "the 36-year-old said", "At 77, Berg became"."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.governor import approach
from factx.claims.named import person_before
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import subject_phrase
from factx.claims.words import words
from factx.model import Quantity


def described(scene: Scene, figure: Figure) -> bool:
    """Tell whether an age stands for a person: "the 36-year-old said", "as a two-year-old"."""
    text, before = figure.mention.text.lower(), scene.tokens.lower[max(0, figure.first - 1)]
    if not text.endswith(("-old", "year-olds")) and before not in {"the", "a", "an"}:
        return False
    if not text.endswith(("old", "year-olds")):
        return False
    return scene.tree.child(scene.tree.top(figure.first, figure.stop), "cop") is None


def person_of(scene: Scene, figure: Figure) -> Stretch | None:
    """Return who is "the 36-year-old", or whose aside says "a 36-year-old from Lund"."""
    lower, at = scene.tokens.lower, figure.first - 1
    if at < 0 or figure.mention.text.endswith("s"):
        return None
    if lower[at] == "the":
        before = person_before(scene, at)
        return None if before is not None and _acts(scene, figure, before) else before
    aside = at > 1 and lower[at] in {"a", "an"} and lower[at - 1] == ","
    if not aside or scene.tokens.doc[at - 2].ent_type_ != "PERSON":
        return None
    return _whole(scene, at - 2)


def _acts(scene: Scene, figure: Figure, person: Stretch) -> bool:
    """Tell whether somebody greets, or speaks of, the one so old: "Berg said the 36-year-old"."""
    above = scene.tree.above(figure.first)
    return any(scene.tree.child(verb, "nsubj") in range(*person) for verb in above)


def _whole(scene: Scene, last: int) -> Stretch | None:
    """Return the noun phrase of the person whose name ends at a token."""
    return phrase.around(scene, scene.tree.top(*_name(scene, last)))


def _name(scene: Scene, last: int) -> Stretch:
    first = last
    while first and scene.tokens.doc[first - 1].ent_type_ == "PERSON":
        first -= 1
    return first, last + 1


def aged(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "aged 66", "at the age of 15", "Smith, 36,": an age, or whose it is."""
    mention, lower = figure.mention, scene.tokens.lower
    unit = mention.unit if isinstance(mention, Quantity) else None
    at = approach(scene, figure)
    first, limit = scene.sentence(figure.first)
    if at > first and lower[at - 1] == "aged":
        who = _past_comma(scene, at - 2)
        named = scene.person_at(who)
        if named is not None:
            return scene.tokens.stretch(named)
        if scene.tokens.doc[who].ent_type_ == "PERSON":
            return phrase.around(scene, who)
        return _grown(scene, at - 1) or (at - 1, at)
    if at > first and lower[at - 1] in words("measure", "age"):
        return at - 1, at
    if at - 1 > first and lower[at - 1] == "of" and lower[at - 2] in words("measure", "age"):
        return at - 2, at - 1
    if at - 2 > first and lower[at - 2 : at] == ["dead", "at"]:
        who = _past_comma(scene, at - 3)
        return _whole(scene, who) if scene.tokens.doc[who].ent_type_ == "PERSON" else None
    aside = at - 1 > first and figure.stop < limit and lower[at - 1] == lower[figure.stop] == ","
    if aside and (unit == "year" or mention.text.isdigit()):
        whose = _subject_behind(scene, figure)
        if whose is not None:
            return whose
    if unit not in {"year", "month"} and figure.kind != "duration":
        return None
    if at - 1 > first and lower[at - 1] == "," and figure.stop < limit:
        person = scene.person_at(at - 2)
        if person is not None:
            return scene.tokens.at(person.start), at - 1
        if scene.tree.tag[at - 2] == "NOUN" and lower[figure.stop] == ",":
            return phrase.around(scene, at - 2)
        home = scene.tree.head[scene.tree.top(at - 2, at - 1)]
        if scene.spot_at(at - 2) and scene.tokens.doc[home].ent_type_ == "PERSON":
            return phrase.around(scene, home)  # "Ole Lund of Bergen, 46,"
    return None


def _past_comma(scene: Scene, at: int) -> int:
    return at - (scene.tokens.lower[at] == ",")


def _subject_behind(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "Berg of the mill in Oslo, 66, died": whoever the verb behind an age is said of."""
    verb, (first, limit) = figure.stop + 1, scene.sentence(figure.first)
    if verb >= limit or scene.tree.tag[verb] != "VERB":
        return None
    who = scene.tree.child(verb, "nsubj")
    if who is None or not first <= who < figure.first:
        return None
    named = (who, *scene.tree.children(who))
    person = any(scene.tokens.doc[at].ent_type_ == "PERSON" for at in named if at < figure.first)
    return phrase.around(scene, who) if person else None


def _grown(scene: Scene, aged: int) -> Stretch | None:
    """Return whose age stands behind "aged": "girls, all aged 15", "Berg died on Monday aged 41"."""
    tree = scene.tree
    for node in (aged, *tree.above(aged)):
        if tree.child(node, "nsubj") is not None:
            return subject_phrase(scene, node)
        head = tree.head[node]
        if tree.tag[head] in {"NOUN", "PROPN", "NUM"} and tree.base[node] in {
            "acl",
            "appos",
            "nmod",
        }:
            return phrase.around(scene, head) if head not in scene.inside else None
    named = person_before(scene, aged)
    return named if named is not None and named[0] >= scene.sentence(aged)[0] else None
