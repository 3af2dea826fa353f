"""What a figure counts or measures: the noun phrase, in the text's own words.

The rules go from the closest tie to the loosest, and each gives nothing unless it is sure.
"""

from __future__ import annotations

from factx.claims import (
    ages,
    attached,
    beside,
    carried,
    constructions,
    lasting,
    owner,
    phrase,
    predicate,
    prenominal,
    purpose,
    results,
)
from factx.claims.antecedent import antecedent
from factx.claims.carried import Known
from factx.claims.contrasted import contrast
from factx.claims.conversions import conversion
from factx.claims.foreseen import foreseen
from factx.claims.governed import governed
from factx.claims.governor import approach, behind, governor
from factx.claims.resumed import reached, resumed
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import moved
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.nouns import plural

_ATTACHED = (
    constructions.index,
    constructions.repeated,
    attached.counted,
    attached.followed,
    lasting.extreme,
    constructions.relative,
    constructions.reduced,
    constructions.turned,
    lasting.confined,
    lasting.since,
    constructions.apart,
    ages.aged,
    prenominal.prenominal,
    owner.owner,
)


# word classes that name nothing; an unparsed word has no class
_POWERS = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_SMALL = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ", "SYM"})


def find(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Return the tokens of the measure; ``known`` holds the measures of earlier figures by id."""
    found = _find(scene, figure, known)
    if found is None and attached.against_output(scene, figure):
        found = phrase.onward(scene, behind(scene, figure) + 1)
    if found is not None and found[1] - found[0] == 1 and scene.tree.tag[found[0]] == "PRON":
        found = antecedent(scene, found[0])
    if found is not None and _speaks_of_itself(scene, figure, found):
        found = carried.last(scene, figure, known)
    if found is None:
        found = _measured_alike(scene, figure, known)
    if found is not None:
        found = _filled(scene, figure, known, found)
    if (found is None or not _names(scene, found)) and _points_back(scene, figure):
        first = scene.sentence(figure.first)[0]
        retold = _opens(scene, figure) and scene.tokens.lower[first] in {"this", "that"}
        found = carried.last(scene, figure, known, figure.kind, blocks=int(retold))
    return found if found is not None and _names(scene, found) else None


def _points_back(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure is of what the text spoke of: a bare number, "that makes 9 litres"."""
    if figure.kind in carried.COUNTS or figure.kind in carried.SHARES:
        return scene.tokens.lower[figure.first - 1] != "at"  # "closed at six"
    verb = governor(scene, figure)
    subject = scene.tree.subject(verb.verb) if verb is not None else None
    if subject is None:
        return False
    # "the September quarter had brought in $9 million"
    dated = scene.date_at(subject) is not None and figure.kind == "money"
    return dated or scene.tokens.lower[subject] in {"it", "that", "this", "which"}


def _speaks_of_itself(scene: Scene, figure: Figure, stretch: Stretch) -> bool:
    """Tell "which is 12% more" and "that is 9% less": a pronoun and the figure, nothing measured."""
    first, stop = stretch
    return first <= figure.first < stop and scene.tree.tag[first] in {"PRON", "DET"}


def _measured_alike(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Take what the sentence measured before in the same unit, or what is said of a bare number."""
    unit = figure.mention.unit if isinstance(figure.mention, Quantity) else None
    first, limit = scene.sentence(figure.first)
    if unit is None:
        verb = figure.kind == "count" and scene.tree.tag[figure.stop : limit][:1] == ["VERB"]
        verb = verb and scene.tokens.lower[figure.first - 1] != "the"  # "the two employ 300"
        return predicate.said_of(scene, figure, figure.stop) if verb else None
    before = approach(scene, figure) - 1
    if scene.tokens.lower[before] == "of":
        # an amount of something is never what the one before was of
        return None
    if before > first and scene.tree.tag[before] == "NOUN" and scene.date_at(before) is None:
        return phrase.around(scene, before)  # "gas brought $3 billion and cotton $1 billion"
    for other in reversed(scene.figures_in(first, figure.first)):
        same = isinstance(other.mention, Quantity) and other.mention.unit == unit
        found = known.get(other.mention.id) if same else None
        if found is not None:
            return found if carried.nominal(scene, found) else None
    return None


def _several(scene: Scene, stretch: Stretch) -> bool:
    return any(plural(word) for word in scene.tokens.lower[slice(*stretch)])


def _only_where(scene: Scene, said: Stretch) -> bool:
    """Tell "still in hospital", which does not say what a bare number counts."""
    return scene.tree.tag[said[0]] in {"ADV", "ADP"}


def _tells(scene: Scene, verb: int, said: Stretch) -> bool:
    """Tell whether a clause says what a bare number counts: "two were hurt", "nine are women"."""
    tree, people = scene.tree, words("measure", "states") | words("measure", "personal")
    hurt = any(scene.tokens.lower[at] in people or tree.lemma(at) in people for at in range(*said))
    return hurt or tree.tag[verb] == "NOUN"


def _filled(scene: Scene, figure: Figure, known: Known, stretch: Stretch) -> Stretch:
    """Say of what is "the number", "the rise", "a newer one": of what the text measured before."""
    first, stop = stretch
    word = scene.tokens.lower[stop - 1]
    owned = scene.tokens.lower[first] in {"its", "their"}
    first += stop - first > 1 and scene.tokens.lower[first] in phrase.ends().articles
    repeats = word in words("measure", "repeating")
    when = scene.date_at(first)
    if when is not None and when.stop == stop - 1 and word in words("measure", "transparent"):
        first = stop - 1  # "the 2019 figure"
    if stop - first > 1 and not repeats:
        return stretch
    if word == "others":
        return carried.beside(scene, figure, known) or stretch
    changes = isinstance(figure.mention, Quantity) and figure.mention.change is not None
    kinds = [figure.kind]
    if word in words("measure", "hollow"):
        kinds = [""]
    elif repeats or word in words("measure", "transparent"):
        kinds = [""] if changes else [figure.kind, ""]
    elif owned or word not in words("measure", "levels"):
        return stretch  # "leaves its rate at 2%"
    # "the figure" at the head of a paragraph is that of the one before
    definite = _opens(scene, figure) and word in words("measure", "resuming")
    definite = definite and scene.tokens.lower[stretch[0]] == "the"
    found = (
        carried.last(scene, figure, known, kind, blocks=far)
        for far in range(1 + definite)
        for kind in kinds
    )
    filled = next(filter(None, found), stretch)
    means = words("measure", "means")
    other = means & {*scene.tokens.lower[slice(*filled)]} - {word}
    return stretch if word in means and other else filled  # "the median was 9 and the average 12"


def _opens(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure's sentence is the first of its paragraph."""
    block, first = scene.tokens.block, scene.sentence(figure.first)[0]
    return not first or block[first - 1] != block[first]


def _names(scene: Scene, stretch: Stretch) -> bool:
    """Tell whether a phrase holds a word of its own, beside figures, dates and small words."""
    first, stop = stretch
    tree, tokens = scene.tree, scene.tokens
    empty = _POWERS | words("measure", "heading")
    if stop - first == 1 and (tree.tag[first] == "PRON" or tokens.lower[first] in empty):
        return False
    if tree.tag[first] == "VERB" and tree.lemma(first) == "say":
        return False
    return any(
        (scene.tree.tag[index] not in _SMALL or tree.child(index, "cop") is not None)
        and index not in scene.inside
        and scene.date_at(index) is None
        for index in range(*stretch)
    )


def _find(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    if figure.kind == "result":
        return results.played(scene, figure, known)
    if (same := conversion(scene, figure)) is not None and same.mention.id in known:
        return known[same.mention.id]
    group = resumed(scene, figure, known) or carried.group(scene, figure, known)
    group = group or reached(scene, figure, known)
    group = group or beside.labelled(scene, figure, known)
    group = group or beside.explained(scene, figure, known)
    group = group or constructions.compared(scene, figure, known)
    group = group or constructions.gapped(scene, figure, known)
    group = group or constructions.more(scene, figure, known)
    group = group or constructions.fronted(scene, figure, known)
    group = group or purpose.apportioned(scene, figure, known)
    if group is not None:
        return group
    if scene.bare(figure) or foreseen(scene, figure):
        found = carried.near(scene, figure, known)
        if found is not None:
            return found
    for rule in _ATTACHED:
        found = rule(scene, figure)
        if found is not None:
            return found
    if ages.described(scene, figure):
        return ages.person_of(scene, figure)
    verb = governor(scene, figure)
    if contrast(scene, figure) is not None:
        found = carried.near(scene, figure, known)
        if found is not None:
            return found
    if predicate.speaks_of(scene, figure):
        said = predicate.said_of(scene, figure)
        if said is None or (
            _tells(scene, verb.verb, said) if verb else not _only_where(scene, said)
        ):
            return said
        group = carried.last(scene, figure, known, figure.kind, several=True)
        return group if group is not None and _several(scene, group) else said
    if predicate.acts(scene, figure) and (said := predicate.said_of(scene, figure, figure.stop)):
        return said
    if verb is None:
        found = carried.near(scene, figure, known)
    else:
        found = governed(scene, figure, verb, known)
    return found or moved(scene, figure)
