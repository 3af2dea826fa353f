"""Whose a figure is where the noun stands before it: "fines of $5", "Lund, 75 km away"."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.governor import approach, behind
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import bearer, changed, subject_phrase
from factx.claims.words import words
from factx.model import Quantity
from factx.nlp.cues import cues
from factx.nlp.nouns import singular

_SPANS = frozenset({"period", "week", "month", "quarter", "half", "year"})
_NOMINAL = frozenset({"nmod", "nummod", "appos", "compound", "amod", "dep"})


def owner(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "fines of 100,000 KGS", "magnitude 6.3": the noun that the figure belongs to."""
    tree, lower, at = scene.tree, scene.tokens.lower, approach(scene, figure)
    first, _ = scene.sentence(figure.first)
    if at <= first:
        return None
    placed = _away(scene, figure, at)
    if placed is not None:
        return placed
    if lower[at - 1] in words("measure", "scale"):
        return at - 1, at
    if lower[at - 1] == "worth" and at - 2 >= first:
        aside = lower[at - 2] == "," and at - 3 > first
        if tree.tag[at - 2 - aside] == "NOUN":
            noun = at - 2 - aside
            single = not aside and lower[at - 3] in {"a", "an"}  # "the owner of a home worth $9"
            while not single and tree.base[noun] == "nmod" and first <= tree.head[noun] < noun:
                noun = tree.head[noun]
            return phrase.around(scene, noun) if noun not in scene.inside else None
        if tree.subject(at - 1) is not None:
            return subject_phrase(scene, at - 1)
    if lower[at - 1] == "of" and at - 2 > first and _taken_for_verb(scene, at - 2):
        return at - 2, at - 1
    signed = isinstance(figure.mention, Quantity) and figure.mention.is_signed
    if signed and scene.tokens.text[at - 1][0].isupper():
        return at - 1, at
    sized = words("measure", "dimension").intersection(lower[figure.stop : figure.stop + 1])
    if tree.tag[at - 1] == "NOUN" and sized:
        # "waves 30 feet high"
        return phrase.around(scene, at - 1) if at - 1 not in scene.inside else None
    head = tree.head[tree.top(figure.first, figure.stop)]
    held = _held(scene, head) if figure.kind == "duration" and lower[at - 1] == "for" else None
    compared = _past_comparison(scene, head)
    if held is not None or compared is None or compared < first:
        return held or _hung(scene, figure, head, at)
    found = phrase.around(scene, compared)
    return (found[0], compared + 1) if found is not None else None


def _hung(scene: Scene, figure: Figure, head: int, at: int) -> Stretch | None:
    """Return the noun that a figure hangs from, or what that noun is said of."""
    tree, lower, first = scene.tree, scene.tokens.lower, scene.sentence(figure.first)[0]
    label = tree.base[tree.top(figure.first, figure.stop)]
    loose = label not in _NOMINAL or head in scene.inside
    if loose and at - 2 > first and lower[at - 1] == "of":
        return _before_of(scene, at - 2)
    spanned = scene.date_at(head) is not None or lower[head] in _SPANS
    if spanned and lower[at - 1] == "of" and tree.base[head] == "nmod" and figure.kind == "money":
        head = tree.head[head]  # "a loss for the May period of $9 million"
    if loose or not first <= head < figure.first:
        return None
    # as in led Olsen in the average of polls, 49% to 42%
    aside = figure.kind == "percent" and label == "appos" and lower[at - 1] == ","
    # as in met on a bridge, nine days after the flood
    timed = figure.kind == "duration" and lower[at - 1] == ","
    if timed and lower[figure.stop : figure.stop + 1] in (["after"], ["before"]):
        return None
    if aside or (lower[at - 1] == ":" and figure.kind != "count"):
        return None
    if lower[at - 1] == ":":
        while tree.base[head] == "nmod" and first <= tree.head[head] < head:
            head = tree.head[head]  # "Passengers on the metro: 412,900"
    nominal = tree.tag[head] in {"NOUN", "PROPN"} or tree.child(head, "det") is not None
    named = scene.spot_at(head) or (scene.person_at(head) and lower[at - 1] == "with")
    if not nominal or named or scene.date_at(head) is not None:
        return None
    word = lower[head]
    if word in words("measure", "heading") or lower[head - 1 : head + 2] == ["on", "top", "of"]:
        return None
    if figure.kind == "money" and word in cues().results and lower[at - 1] == "of":
        return phrase.around(scene, head)  # "compared with a loss of $3 million"
    if word in cues().nouns and lower[head - 1] not in words("relation", "surges"):
        return changed(scene, head)
    if figure.kind == "duration" and word in words("measure", "frame"):
        return _spanned(scene, head)
    clause = tree.clause(head)
    if word in words("measure", "paces") and clause == tree.head[head] and _paced(scene, head):
        return subject_phrase(scene, clause) if clause is not None else None
    if word in words("measure", "peaks") and lower[at - 1] == "of" and clause is not None:
        return _peaked(scene, figure, head, clause)
    telling = {"compound"} if word in words("relation", "record") else {"compound", "amod"}
    told = any(tree.base[child] in telling for child in tree.children(head))
    if told or tree.base[head] == "nsubj" or singular(word) not in words("measure", "bounds"):
        return phrase.around(scene, head)
    return _bounded(scene, figure, head)


def _peaked(scene: Scene, figure: Figure, peak: int, clause: int) -> Stretch | None:
    """Read "hit a new peak of 9%", "dropped to a 20-year low of 648": what was at its peak or low."""
    tree = scene.tree
    direct = tree.head[peak] == clause and tree.base[peak] == "obj"
    thing = subject_phrase(scene, clause) if direct else bearer(scene, clause, figure.first)
    return thing or phrase.around(scene, peak)


def _paced(scene: Scene, rate: int) -> bool:
    """Tell whether a rate only says how something goes: "fell to an annual rate of $700 million"."""
    tree, lower = scene.tree, scene.tokens.lower
    case, article = tree.child(rate, "case"), tree.child(rate, "det")
    if tree.child(rate, "compound") is not None:
        return False  # "lent at an interest rate of 5%"
    led = case is not None and lower[case] in {"at", "to"}
    return led and article is not None and lower[article] in {"a", "an"}


def _spanned(scene: Scene, frame: int) -> Stretch | None:
    """Read "trams ran from 1954 to 1996, a span of 52 years": what the clause before is said of."""
    first, _ = scene.sentence(frame)
    if frame - 2 <= first or scene.tokens.lower[frame - 2 : frame] != [",", "a"]:
        return None
    verbs = (at for at in range(frame - 3, first, -1) if scene.tree.tag[at] == "VERB")
    verb = next(verbs, None)
    return subject_phrase(scene, verb) if verb is not None else None


def _bounded(scene: Scene, figure: Figure, bound: int) -> Stretch | None:
    """Read "a total of", "in excess of", "a range of": what has the bound, or the bound itself."""
    tree, label = scene.tree, scene.tree.base[bound]
    clause, over = tree.clause(bound), tree.head[bound]
    thing = over if label == "nmod" else tree.child(over, "obj")
    before = label in {"nmod", "obl"} and thing is not None and thing < bound
    if before and thing and tree.tag[thing] == "NOUN" and thing not in scene.inside:
        return phrase.around(scene, thing)  # "damages in excess of $8 million"
    if clause is None or (clause == over and tree.lemma(clause) == "have"):
        return phrase.around(scene, bound)  # "the rocket has a range of 200 km"
    if clause == over and tree.lemma(clause) in words("measure", "getting"):
        return None  # "workers earned an average of $17": what they earned is not who they are
    return bearer(scene, clause, figure.first) or phrase.around(scene, bound)


def _taken_for_verb(scene: Scene, index: int) -> bool:
    """Tell whether the second of two verbs is a noun: "expected winds of 100 mph"."""
    tag, word = scene.tree.tag, scene.tokens.lower[index]
    return tag[index] == tag[index - 1] == "VERB" and singular(word) != word


def _held(scene: Scene, noun: int) -> Stretch | None:
    """Read "has been the head of the board for two years": what somebody was so long."""
    tree = scene.tree
    while tree.base[noun] == "nmod" and tree.head[noun] < noun:
        noun = tree.head[noun]
    named = tree.tag[noun] in {"NOUN", "PROPN"} and tree.child(noun, "case") is None
    if not named or tree.child(noun, "cop") is None:
        return None
    return phrase.around(scene, noun)


def _past_comparison(scene: Scene, word: int) -> int | None:
    """Return the noun of "a strength lower than", "a pitch as high as", over the adjective."""
    tree = scene.tree
    if tree.tag[word] != "ADJ" or tree.base[word] not in {"amod", "acl"}:
        return None
    noun = tree.head[word]
    return noun if noun < word and tree.tag[noun] == "NOUN" and noun not in scene.inside else None


def _before_of(scene: Scene, noun: int) -> Stretch | None:
    """Read "a deal of as much as $9 million" where the parse hangs the amount from elsewhere."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    if noun in scene.inside or scene.spot_at(noun) or scene.date_at(noun) is not None:
        return None
    if lower[noun] in {"best", "worst"} and tag[noun - 1] == "ADJ":
        return noun - 1, noun + 1
    vague = lower[noun] in cues().nouns or singular(lower[noun]) in words("measure", "bounds")
    if tag[noun] != "NOUN" or vague:
        return None
    found = phrase.around(scene, noun)
    return (found[0], noun + 1) if found is not None else None


def _away(scene: Scene, figure: Figure, at: int) -> Stretch | None:
    """Read "in Lund, 75 km south of Malmo": a distance measures the place before it."""
    lower, text = scene.tokens.lower, scene.tokens.text
    if figure.kind != "measure" or behind(scene, figure) >= len(lower):
        return None
    after = behind(scene, figure)
    heading = lower[after] in words("measure", "heading")
    heading = heading or (lower[after] == "of" and scene.spot_at(after + 1))
    before = at - 2 if text[at - 1] == "," else at - 1
    when = scene.date_at(before) if before >= 0 else None
    if when is not None and scene.tree.tag[when.first - 1] == "ADP":
        # "a second fire on Friday, 18 km away"
        before = when.first - 2
    if not heading or before < 0:
        return None
    if before > 1 and text[before - 1] == "," and lower[before].endswith("ed"):
        # "left the house, located 70 km south of Malmo"
        noun = scene.tree.tag[before] == "VERB" and scene.tree.tag[before - 2] == "NOUN"
        noun = noun and scene.tree.base[before] in {"acl", "advcl", "conj"}
        return phrase.around(scene, before - 2) if noun else None
    if not scene.spot_at(before):
        tag = scene.tree.tag
        if tag[before] == "AUX" and tag[before - 1] in {"NOUN", "PROPN"}:
            return phrase.around(scene, before - 1)
        named = (
            tag[before] == "PROPN" if before < at - 1 and when is None else tag[before] == "NOUN"
        )
        while scene.tree.base[before] == "nmod" and scene.tree.head[before] < before:
            before = scene.tree.head[before]
        name = scene.tree.head[before]
        if scene.tree.base[before] == "appos" and tag[name] == "PROPN" and name < before:
            # "in Lund, a town 75 km from Malmo"
            before = name
        return phrase.around(scene, before) if named else None
    for spot in scene.spots_in(scene.sentence(before)[0], before + 1):
        if spot.stop == before + 1:
            # "9 km east of Lund, 73 km north of Malmo": both speak of something else
            listed = lower[spot.first - 1] == "of" and spot.first > 1
            again = listed and lower[spot.first - 2] in words("measure", "heading")
            return (spot.first, spot.stop) if not again else None
    return None
