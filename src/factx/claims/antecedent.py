"""What a pronoun stands for: "who" the noun before it, "he" a name, "I" the speaker, "it" the last subject."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.named import is_holder, person_before
from factx.claims.scene import Scene, Stretch
from factx.claims.speech import speeches
from factx.claims.words import words

# How many sentences back a pronoun may point.
_BACK = 6
# How many paragraphs back the label of who answers may stand, and its longest name.
_TURN, _NAME = 3, 5


def antecedent(scene: Scene, pronoun: int) -> Stretch | None:
    """Follow a pronoun back; none if nothing in the text is sure to be meant."""
    tree, word = scene.tree, scene.tokens.lower[pronoun]
    if word in {"which", "that", "who", "whose", "each"}:
        for node in (pronoun, *tree.above(pronoun)):
            if tree.label[node] in {"acl:relcl", "acl"}:
                return phrase.around(scene, tree.head[node])
        return None
    if word == "i":
        return _speaker(scene, pronoun) or _labelled(scene, pronoun)
    if word in {"he", "she"}:
        return person_before(scene, pronoun)
    if word == "them" and "they" in scene.tokens.lower[scene.sentence(pronoun)[0] : pronoun]:
        return None  # "they counted 640 of them"
    return _last_subject(scene, pronoun) if word in words("measure", "pointing") else None


def _speaker(scene: Scene, pronoun: int) -> Stretch | None:
    """Return who says "I" in a sentence: a name, no pronoun."""
    for speech in speeches(scene, *scene.sentence(pronoun)):
        within = speech.covers[0] <= pronoun < speech.covers[1] and not speech.cited
        if within and scene.tree.tag[scene.tree.top(*speech.speaker)] == "PROPN":
            return speech.speaker
    return None


def _labelled(scene: Scene, pronoun: int) -> Stretch | None:
    """Return the name that opens the answer of an interview: "Ana Berg: I was", "((Ana Berg)) I was"."""
    tokens, block = scene.tokens, scene.tokens.block[pronoun]
    for turn in range(block, max(-1, block - _TURN), -1):
        start = tokens.at(tokens.article.blocks[turn].start)
        while start < pronoun and tokens.text[start] in {"(", "["}:
            start += 1
        stop = start
        while stop < min(pronoun, start + _NAME) and tokens.text[stop][0].isupper():
            stop += 1
        if start < stop < pronoun and tokens.text[stop] in {")", "]", ":"}:
            return start, stop
    return None


def _last_subject(scene: Scene, pronoun: int) -> Stretch | None:
    """Return what the sentence before spoke of; one that only points back is passed over."""
    at, word = pronoun, scene.tokens.lower[pronoun]
    for _ in range(_BACK if word in {"it", "they", "them"} else 1):
        first, _ = scene.sentence(at)
        if first == 0 or scene.tokens.block[first - 1] != scene.tokens.block[pronoun]:
            return None
        start, stop = scene.sentence(first - 1)
        found = _first_subject(scene, start, stop, word)
        if found is not None:
            return found
        at = start
    return None


def _first_subject(scene: Scene, start: int, stop: int, word: str) -> Stretch | None:
    """Return what a sentence speaks of first; who says it does not count."""
    tree = scene.tree
    for index in range(start, stop):
        told = tree.lemma(tree.head[index]) in words("measure", "saying")
        alone = word != "it" and is_holder(scene, index)
        if tree.base[index] != "nsubj" or told or alone:
            continue
        named = word == "it" and scene.tokens.doc[index].ent_type_ != "PERSON"
        if tree.tag[index] == "NOUN" or (named and tree.tag[index] == "PROPN"):
            return phrase.around(scene, index)
    return None
