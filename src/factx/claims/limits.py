"""Whether a figure is a maximum, a minimum or a deadline: "capped at 5", "within a week"."""

from __future__ import annotations

from factx.claims.governor import approach, governor
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import hedge
from factx.nlp.nouns import plural

_BEFORE, _BEHIND = 6, 5
_OLDEST = 110  # years of a life
_CROWD = 1000  # who has more is not picked by it: "infections with over 2 million cases"


def limited(scene: Scene, figure: Figure) -> bool:
    """Tell whether the words near a figure, or the verb over it, set a limit."""
    first, limit = scene.sentence(figure.first)
    before = _same_part(range(figure.first - 1, max(first, figure.first - _BEFORE) - 1, -1), scene)
    known = words("relation", "limit")
    if _restrained(scene, figure) or _picks(scene, figure, first):
        return True
    if not isinstance(figure.mention, Quantity):
        return _deadline(scene, figure, first, before)
    if any(_bounds(scene, figure, index) for index in before):
        return True
    after = _same_part(range(figure.stop, min(limit, figure.stop + _BEHIND)), scene)
    loose = words("relation", "loose")
    return any(
        scene.tokens.lower[index] in known - loose
        and not _asserted(scene, figure, index)
        and not _is_effort(scene, index)
        for index in after
    )


def _picks(scene: Scene, figure: Figure, first: int) -> bool:
    """Read "children under five", "days above 30 degrees", "most are over 65", "homes worth over $9"."""
    lower, tag, at = scene.tokens.lower, scene.tree.tag, approach(scene, figure)
    mention = figure.mention
    if at == figure.first or at <= first or not isinstance(mention, Quantity):
        return False
    if mention.qualifier not in {"over", "under"}:
        return False
    side = lower[at] in words("relation", "apart")
    aged = side and mention.unit is None and mention.number < _OLDEST and figure.kind != "ratio"
    if aged and tag[at - 1] == "AUX" and tag[figure.stop : figure.stop + 1] != ["NOUN"]:
        return True
    if tag[figure.stop : figure.stop + 1] == ["ADJ"]:
        return False  # "waves over 30 feet high" were seen
    small = mention.number < _CROWD or mention.kind == "money"
    before = at - 1 - (small and lower[at - 1] in {"with", "worth"})
    return (side or before < at - 1) and tag[before] == "NOUN" and plural(lower[before])


def _restrained(scene: Scene, figure: Figure) -> bool:
    """Read "limiting sales of paper to two packs", "the two-hour barrier", "a 5% cap"."""
    tree, lower, at = scene.tree, scene.tokens.lower, approach(scene, figure)
    head = tree.head[tree.top(figure.first, figure.stop)]
    if figure.stop <= head < figure.stop + 2 and lower[head] in words("relation", "bounds"):
        return True
    if lower[at - 1] != "to":
        return False
    found = governor(scene, figure)
    return found is not None and lower[found.verb] in words("relation", "restraining")


def _deadline(scene: Scene, figure: Figure, first: int, before: list[int]) -> bool:
    """Read "within 30 days", "must last two years": the limits of a length of time."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    if "within" in lower[max(first, at - 2) : at]:
        return True
    if hedge(scene.tokens, figure.first, figure.stop)[0] == "at_most":
        return True
    known = words("relation", "limit")
    if scene.tree.tag[figure.stop : figure.stop + 1] == ["NOUN"]:
        # "must serve a two-year ban" sets no limit
        known -= words("relation", "loose")
    return any(lower[index] in known and not _is_effort(scene, index) for index in before)


def _is_effort(scene: Scene, verb: int) -> bool:
    """Tell what somebody needed to do something: "230 firefighters needed six hours to put it out"."""
    tree = scene.tree
    if tree.lemma(verb) not in words("relation", "effort") or tree.tag[verb] != "VERB":
        return False
    subject = tree.child(verb, "nsubj")
    return subject is not None and tree.label[subject] == "nsubj"


def _bounds(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell whether a word before a figure limits it, and not another noun of the sentence."""
    lower, word = scene.tokens.lower, scene.tokens.lower[index]
    if word not in words("relation", "limit") or word == "within":
        return False
    between = lower[index + 1 : figure.first]
    if between[:1] == ["-"]:
        return False  # "14% for minimum-paid workers and 9% for top-paid workers"
    if word in {"maximum", "minimum"}:
        # "maximum sustained winds" are measured, nobody sets them
        return words("relation", "observed").isdisjoint(between)
    if word == "need" and lower[index - 1] == "in":
        return False  # "leaves 45 million in need across 14 countries"
    if word in words("relation", "needing") and figure.kind == "money":
        return False
    if word in words("relation", "needing") and scene.tree.tag[index] == "VERB":
        found = governor(scene, figure)
        own = found is None or (found.direct and not index < found.verb < figure.first)
        return own or between[-1:] == ["of"]
    return True


def _asserted(scene: Scene, figure: Figure, index: int) -> bool:
    """Tell whether a word is what is said of a figure: "half of the injured needed care"."""
    tag = scene.tree.tag
    if tag[index] == "NOUN" and "VERB" in tag[figure.stop : index]:
        # "72 percent support term limits"
        return True
    follows = tag[index + 1 : index + 2]
    return figure.kind not in {"count", "number"} and follows in (["NOUN"], ["DET"], ["ADJ"])


def _same_part(indices: range, scene: Scene) -> list[int]:
    """Cut a run of tokens at the first comma."""
    out: list[int] = []
    for index in indices:
        if scene.tokens.lower[index] == ",":
            break
        out.append(index)
    return out
