"""Whose a figure is where the noun stands before it: "fines of $5", "Lund, 75 km away"."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.governor import approach, behind
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import bearer, changed, subject_phrase
from factx.claims.words import words
from factx.nlp.cues import cues
from factx.nlp.nouns import singular

_NOMINAL = frozenset({"nmod", "nummod", "appos", "compound", "amod", "dep"})


def owner(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "fines of 100,000 KGS", "magnitude 6.3": the noun that the figure belongs to."""
    tree, at = scene.tree, approach(scene, figure)
    first, _ = scene.sentence(figure.first)
    if at <= first:
        return None
    placed = _away(scene, figure, at)
    if placed is not None:
        return placed
    if scene.tokens.lower[at - 1] in words("measure", "scale"):
        return at - 1, at
    if scene.tokens.lower[at - 1] == "worth" and at - 2 >= first:
        if tree.tag[at - 2] == "NOUN":
            noun = at - 2
            while tree.base[noun] == "nmod" and first <= tree.head[noun] < noun:
                noun = tree.head[noun]
            return phrase.around(scene, noun) if noun not in scene.inside else None
        if tree.subject(at - 1) is not None:
            return subject_phrase(scene, at - 1)
    if scene.tokens.lower[at - 1] == "of" and at - 2 > first and _taken_for_verb(scene, at - 2):
        return at - 2, at - 1
    if figure.mention.text[0] in "+-−–" and scene.tokens.text[at - 1][0].isupper():
        return at - 1, at
    if not tree.label[figure.first]:
        return _owner_by_words(scene, at, first)
    sized = scene.tokens.lower[figure.stop : figure.stop + 1]
    if tree.tag[at - 1] == "NOUN" and sized and sized[0] in words("measure", "dimension"):
        # "waves 30 feet high"
        return phrase.around(scene, at - 1) if at - 1 not in scene.inside else None
    top = tree.top(figure.first, figure.stop)
    head = tree.head[top]
    if figure.kind == "duration" and scene.tokens.lower[at - 1] == "for":
        held = _held(scene, head)
        if held is not None:
            return held
    if figure.kind == "percent" and tree.base[top] == "appos" and scene.tokens.text[at - 1] == ",":
        # as in led Olsen in the average of polls, 49% to 42%
        return None
    compared = _past_comparison(scene, head)
    if compared is not None and compared >= first:
        found = phrase.around(scene, compared)
        return (found[0], compared + 1) if found is not None else None
    loose = tree.base[top] not in _NOMINAL or head in scene.inside
    if loose and at - 2 > first and scene.tokens.lower[at - 1] == "of":
        return _before_of(scene, at - 2)
    if not first <= head < figure.first or head in scene.inside:
        return None
    if tree.base[top] not in _NOMINAL:
        return None
    if scene.tokens.lower[at - 1] == ":" and figure.kind != "count":
        return None
    nominal = tree.tag[head] in {"NOUN", "PROPN"}
    if not (nominal or tree.child(head, "det")) or scene.date_at(head) is not None:
        return None
    named = scene.spot_at(head) or (scene.person_at(head) and scene.tokens.lower[at - 1] == "with")
    word = scene.tokens.lower[head]
    if named or word in words("measure", "heading"):
        return None
    if word in cues().nouns and scene.tokens.lower[head - 1] not in words("relation", "surges"):
        return changed(scene, head)
    if figure.kind == "duration" and word in words("measure", "frame"):
        return None
    telling = {"compound"} if word in words("relation", "record") else {"compound", "amod"}
    told = any(tree.base[child] in telling for child in tree.children(head))
    subject = tree.base[head] == "nsubj"
    if singular(word) in words("measure", "bounds") and not told and not subject:
        clause = tree.clause(head)
        ranked = clause is not None and tree.lemma(clause) in words("measure", "ranking")
        if clause is not None and tree.lemma(clause) == "have" and tree.head[head] == clause:
            # "the rocket has a range of 200 km"
            return phrase.around(scene, head)
        if ranked and figure.kind == "count":
            # "trailed him with a total of 815": of what the text counted before
            return None
        borne = bearer(scene, clause, figure.first) if clause is not None else None
        return borne or phrase.around(scene, head)
    return phrase.around(scene, head)


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


def _owner_by_words(scene: Scene, at: int, first: int) -> Stretch | None:
    lower = scene.tokens.lower
    if lower[at - 1] != "of":
        return None
    stops, start = phrase.ends(), at - 1
    while start > first and start > at - 5:
        word = lower[start - 1]
        if word in stops.stop or word in stops.prepositions or not word[0].isalnum():
            break
        start -= 1
    found = phrase.trim(scene, start, at - 1)
    if found is not None and lower[found[1] - 1] in cues().nouns:
        return None
    return found
