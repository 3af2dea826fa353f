"""What the result of a game is of: "Spain beat Chile 3-2", "a 1-1 draw", "the score was 4-0"."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.carried import Known
from factx.claims.governor import approach, governor
from factx.claims.prenominal import prenominal
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import subject_phrase
from factx.claims.words import words

_LISTED = frozenset({",", ";", "and", "to"})


def played(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Return the noun that a result stands beside, or the clause that tells who played whom."""
    tag, lower, at = scene.tree.tag, scene.tokens.lower, approach(scene, figure)
    for other in scene.figures_in(scene.sentence(at)[0], at)[-1:]:
        if other.kind == "result" and _LISTED.issuperset(lower[other.stop : at]):
            return known.get(other.mention.id)  # the sets of one match: "7-6, 6-7, 6-4"
    if tag[figure.stop : figure.stop + 1] in (["NOUN"], ["ADJ"]):
        return prenominal(scene, figure)
    noun = max(0, at - 1 - (tag[at - 1] == "ADP"))
    if lower[noun] in words("measure", "tallies"):
        return phrase.around(scene, noun)
    return _clause(scene, figure)


def _clause(scene: Scene, figure: Figure) -> Stretch | None:
    """Read the verb with both sides: "Greece beat the United States"."""
    found, at = governor(scene, figure), approach(scene, figure)
    if found is None:
        return None
    who = subject_phrase(scene, found.verb)
    if found.verb in range(figure.first, figure.stop):
        return who
    if not found.verb < at or not scene.tree.is_verb(found.verb):
        return None
    between = () if who is None else scene.tree.tag[who[1] : found.verb]
    told = who is not None and who[1] <= found.verb and set(between) <= {"AUX", "ADV", "PART"}
    start = who[0] if who is not None and told else found.verb
    return phrase.trim(scene, start, phrase.cut(scene, found.verb + 1, at))
