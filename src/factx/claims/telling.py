"""What a verb must have to tell something, and whether a figure is part of what it tells."""

from __future__ import annotations

from functools import cache

from factx.claims import phrase
from factx.claims.path import path
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import table, words
from factx.model import Quantity
from factx.nlp.nouns import singular

# Kinds of reporting verbs; the strong ones report what they are put into.
KINDS = ("say", "claim", "guess", "count", "write", "order", "find")
STRONG = ("say", "claim")
ONGOING = frozenset({"say", "claim", "guess"})
# Who says something with a verb that has no clause behind it.
_WHOSE = (("write", "documents"), ("count", "documents"), ("count", "counters"), ("order", "laws"))
_CONTENT = ("ccomp", "xcomp", "parataxis")
# Words of "at more than nine".
_AMOUNT = 5
# Words of "put the value of the pair in the range of nine".
_VALUED = 18


@cache
def verbs(*kinds: str) -> frozenset[str]:
    """Return reporting verbs of some kinds in all their forms; without a kind, of every kind."""
    listed: dict[str, list[str]] = table("source")["verbs"]
    irregular: dict[str, list[str]] = table("source")["verbs"]["irregular"]
    return frozenset(
        form
        for kind in kinds or KINDS
        for verb in listed[kind]
        for form in (verb, *irregular.get(verb, _forms(verb, ongoing=kind in ONGOING)))
    )


def _forms(verb: str, *, ongoing: bool) -> list[str]:
    """Return the forms of a verb that has the regular ones, its base apart."""
    stem = verb.removesuffix("e")
    third, past = (
        (verb[:-1] + "ies", verb[:-1] + "ied") if verb[-1] == "y" else (verb + "s", stem + "ed")
    )
    return [third, past, stem + "ing"] if ongoing else [third, past]


def reports(scene: Scene, verb: int, speaker: Stretch, stop: int) -> bool:
    """Tell whether a verb says something: "added that", "the bureau recorded nine", not "added nine"."""
    tree, word = scene.tree, scene.tokens.lower[verb]
    if word in verbs("count") and _works(scene, verb):
        return False
    if word in words("source", "putting") and tree.label[verb]:
        commas = [at for at in range(speaker[1], verb) if scene.tokens.lower[at] == ","]
        aside = commas[:1] == [speaker[1]] and commas[1:] != [verb - 1]
        # "Advisory 14 placed the storm 90 miles off"
        written = any(is_a(scene, at, "documents") for at in range(*speaker))
        if not (written and word.startswith("place")):
            return not aside and _puts(scene, verb)  # "repairs, first put at $9 million"
    able = (noun for kind, noun in _WHOSE if word in verbs(kind))
    if is_a(scene, head_of(scene, speaker), *able):
        return True
    if not tree.label[verb] or _clause_of(scene, verb, stop):
        return word not in verbs("write", "order")
    bodies = word in verbs("count") and _counts(scene, verb, speaker)
    return bodies or word in verbs("say", "guess")


def _clause_of(scene: Scene, verb: int, stop: int) -> bool:
    """Tell whether a verb has a clause for its object, or quotes somebody as saying one."""
    tree, lower = scene.tree, scene.tokens.lower
    if tree.child(verb, *_CONTENT) is not None or tree.base[verb] == "parataxis":
        return True
    return lower[verb] in words("source", "quoting") and "saying" in lower[verb + 1 : stop]


def head_of(scene: Scene, speaker: Stretch) -> int:
    """Return the word that a noun phrase is built on: without a parse, its last."""
    start, stop = speaker
    return scene.tree.top(start, stop) if scene.tree.label[start] else stop - 1


def is_a(scene: Scene, noun: int, *kinds: str) -> bool:
    """Tell whether a noun is in one of the lists, itself or in the singular."""
    forms = {scene.tokens.lower[noun], singular(scene.tokens.lower[noun])}
    return any(not forms.isdisjoint(words("source", kind)) for kind in kinds)


def _counts(scene: Scene, verb: int, speaker: Stretch) -> bool:
    """Tell whether a body counts, or a name that is no place's counts cases: "Instvolc", "USGS"."""
    tree, doc, head = scene.tree, scene.tokens.doc, head_of(scene, speaker)
    if any(doc[at].ent_type_ == "ORG" or phrase.is_letters(doc[at].text) for at in range(*speaker)):
        return True
    thing = tree.child(verb, "obj")
    named = tree.tag[head] == "PROPN" and doc[head].ent_type_ not in {"GPE", "LOC"}
    return named and thing is not None and is_a(scene, thing, "recorded")


def mute(scene: Scene, index: int) -> bool:
    """Tell whether a word cannot speak: "who", but not the body WHO."""
    word = scene.tokens.text[index]
    return word.lower() in words("source", "mute") and not phrase.is_letters(word)


def _puts(scene: Scene, verb: int) -> bool:
    """Tell whether a verb says how much something is: "Berg put the toll at nine".

    What hangs on what does not matter: "put the number of missing at nine". Things are placed too.
    """
    tree, lower = scene.tree, scene.tokens.lower
    limit = min(scene.sentence(verb)[1], verb + _VALUED)
    for at in range(verb + 1, limit):
        if lower[at] == ";" or tree.tag[at] in {"AUX", "SCONJ"}:
            return False
        if _values(scene, at) and (told := scene.figures_in(at, min(limit, at + _AMOUNT))):
            mention, led = told[0].mention, 4 * (lower[at] == "in")
            if any(tree.tag[i] in {"NOUN", "PROPN"} for i in range(at + 1 + led, told[0].first)):
                return False  # "put 40 eggs at the door of 3 barns"
            if lower[verb].startswith("put") or told[0].kind == "money":
                return True
            return isinstance(mention, Quantity) and mention.noun is None
    return False


def _values(scene: Scene, at: int) -> bool:
    """Tell the words before what something is put at: "at nine", "in the range of nine to ten"."""
    lower = scene.tokens.lower
    return lower[at] in {"at", "between"} or lower[at : at + 4] == ["in", "the", "range", "of"]


def _works(scene: Scene, verb: int) -> bool:
    """Tell whether what is recorded is a work or a score: "recorded four albums"."""
    thing = scene.tree.child(verb, "obj")
    return thing is not None and singular(scene.tokens.lower[thing]) in words("source", "works")


def tells(scene: Scene, verb: int, figure: Figure) -> bool:
    """Tell whether a figure under a reporting verb is said, and does not only set the scene."""
    tree, lower = scene.tree, scene.tokens.lower
    way = _below(scene, tree.top(figure.first, figure.stop), verb)
    if not way:
        return True
    child = way[-1]
    base = tree.base[child]
    left, _ = tree.edges(child)
    if base in {"obj", "iobj"} and tree.lemma(verb) == "tell":
        return False  # "told a crowd of 1,200"
    if base in {"nsubj", "csubj", "vocative"}:
        return tree.child(verb, "aux:pass") is not None
    if base == "ccomp" and lower[left] == "," and lower[left + 1] in {"who", "whose"}:
        return False  # "said Berg, whose firm has nine shops"
    if base == "ccomp" and child < verb and lower[verb + 1 : verb + 2] == ["that"]:
        return False  # "Olsen has 40%, Berg claims that she won"
    if base == "conj" and tree.child(child, "nsubj") is not None:
        return tree.child(verb, "obj") is None or tree.lemma(verb) == "say"
    if base == "advcl":
        return child > verb and lower[left] not in words("source", "against")
    if _values(scene, left) and lower[verb] in verbs("count", "guess"):
        return True  # "put the toll at 9"
    if base in {"obl", "nmod"} and tree.child(verb, "obj", *_CONTENT) is not None:
        return child > verb and lower[left] not in words("source", "around")
    return True


def nested(scene: Scene, inner: int, outer: int) -> bool:
    """Tell whether one verb tells another: "the paper reported the mayor said"."""
    way = _below(scene, inner, outer)
    apart = {"advcl", "conj", "parataxis"}
    return bool(way) and all(scene.tree.base[node] not in apart for node in way)


def _below(scene: Scene, index: int, verb: int) -> list[int]:
    """Return the words from one up to the verb it hangs on, if it does."""
    way = path(scene.tree, index, verb)
    return list(way.up) if way is not None and not way.down else []
