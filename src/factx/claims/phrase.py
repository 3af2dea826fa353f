"""How far a noun phrase or a predicate reaches, by the parse where there is one, else by its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factx.claims.scene import Scene, Stretch
from factx.claims.words import table

_BEFORE = frozenset(
    {"det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:unmarked", "goeswith"}
)
_BEHIND = frozenset(
    {"nmod", "acl", "compound", "flat", "fixed", "nmod:poss", "amod", "goeswith", "obl"}
)
_CHAIN = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "nmod:poss",
        "case",
        "advmod",
        "punct",
        "flat",
        "goeswith",
    }
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ", "X", ""})
# Longer than any measure worth printing; an article has no sentence of only noun phrases.
_LONGEST = 16
# Words of an owner's name before a figure: "to President Olsen's 40".
_OWNER = 6


@dataclass(frozen=True, slots=True)
class Ends:
    """The words at which a phrase ends when nothing has been parsed."""

    stop: frozenset[str]
    prepositions: frozenset[str]
    articles: frozenset[str]
    clausal: frozenset[str]
    times: frozenset[str]


@cache
def ends() -> Ends:
    """Return the packaged words, read once."""
    data = table("phrase")
    return Ends(
        *(
            frozenset(data[name]["words"])
            for name in ("stop", "prepositions", "articles", "clausal", "times")
        )
    )


def head_of(scene: Scene, start: int) -> int | None:
    """Return the noun that a phrase beginning at ``start`` is built on, if it is parsed."""
    tree = scene.tree
    if not tree.label[start]:
        return None
    index = start
    for _ in range(_LONGEST):
        if tree.label[index] not in _CHAIN or tree.head[index] <= start:
            break
        index = tree.head[index]
    if index < start or tree.tag[index] not in _NOMINAL:
        return None
    return index


def onward(scene: Scene, start: int) -> Stretch | None:
    """Return the noun phrase that begins at ``start``."""
    if start >= len(scene.tokens):
        return None
    _, limit = scene.sentence(start)
    noun = head_of(scene, start) if scene.tree else None
    if noun is not None and start <= noun < limit:
        stop = _reach(scene, noun, limit)
    else:
        stop = _worded(scene, start, limit)
    return trim(scene, start, stop)


def around(scene: Scene, noun: int) -> Stretch | None:
    """Return the noun phrase built on ``noun``, with what stands before and behind it."""
    tree = scene.tree
    first, limit = scene.sentence(noun)
    start = noun
    for child in reversed(tree.children(noun)):
        if child > noun:
            continue
        if tree.label[child] not in _BEFORE or child in scene.inside:
            if tree.label[child] == "punct" and scene.tokens.text[child] in "-\"'“”‘’":
                continue
            break
        start = max(first, tree.edges(child)[0])
    start = _whole_word(scene, start, first)
    if start - 1 > first and scene.tokens.lower[start] == "of" and tree.tag[start - 1] == "NOUN":
        # "the median age of those hurt" torn apart
        whole = around(scene, start - 1)
        start = whole[0] if whole is not None else start
    return trim(scene, start, _reach(scene, noun, limit))


def _whole_word(scene: Scene, start: int, first: int) -> int:
    """Return where a word begins that the parse tore apart: "women-only record", "Stoxx 600 index"."""
    tokens, at, tag = scene.tokens, start, scene.tree.tag
    if tag[at] == "NUM" and at not in scene.inside:
        while at > first and tag[at - 1] == "PROPN" and at - 1 not in scene.inside:
            at -= 1
    while at - 2 >= first:
        hyphen = at - 1 if tokens.lower[at - 1] == "-" and tokens.glued(at) else at - 2
        if hyphen == first or tokens.lower[hyphen] != "-" or not tokens.glued(hyphen):
            break
        if not tokens.glued(hyphen + 1) or hyphen - 1 in scene.inside:
            break
        at = hyphen - 1
    return at


def _reach(scene: Scene, noun: int, limit: int) -> int:
    """Return where the phrase on ``noun`` ends: before a relative clause, a list, a date, a figure."""
    tree = scene.tree
    stop = noun + 1
    for child in tree.children(noun):
        if child < noun:
            continue
        left, right = tree.edges(child)
        label = tree.label[child]
        bracket = (
            label in {"appos", "parataxis"} and left == stop and scene.tokens.text[left] == "("
        )
        if bracket and not scene.figures_in(left, right):
            stop = right
            continue
        finite = label == "acl" and not any(tree.is_verb(node) for node in tree.above(noun))
        if finite and not scene.tokens.lower[child].endswith("ing"):
            # a sentence has a verb: this one was taken for a participle
            break
        joined = label == "conj" and left == stop and _shares(scene, noun, child)
        if not (joined or label in _BEHIND) or left > stop or scene.tokens.text[left] in ",;:":
            break
        stop = max(stop, right)
    return _past_stub(scene, noun, cut(scene, noun + 1, min(stop, limit, noun + _LONGEST)))


def _shares(scene: Scene, noun: int, other: int) -> bool:
    """Tell whether what is said of a noun holds of the next too: "young men and women"."""
    tree = scene.tree
    if tree.tag[noun] != tree.tag[other] or tree.tag[noun] != "NOUN":
        return False
    own = {"det", "nummod", "nmod:poss", "case", "nsubj", "cop"}
    if tree.child(noun, "nummod") is not None:
        # "killed 13 people and wounded others" counts no others
        own.add("amod")
    return all(tree.label[child] not in own for child in tree.children(other))


def _past_stub(scene: Scene, noun: int, stop: int) -> int:
    """Drop a participle at the end of a phrase whose own words were cut off: "a wall measuring"."""
    tree = scene.tree
    last = stop - 1
    stub = last > noun and tree.base[last] == "acl" and tree.edges(last)[1] > stop
    return last if stub else stop


def cut(scene: Scene, start: int, stop: int) -> int:
    """Return where a phrase ends if it must hold no date, figure or clause mark after ``start``."""
    lower = scene.tokens.lower
    for index in range(start, stop):
        relative = lower[index] == "that" and scene.tree.tag[index] in {"PRON", "SCONJ"}
        relative = relative or _opens_clause(scene, index) or _opens_aside(scene, index)
        if index in scene.inside or scene.date_at(index) is not None or relative:
            stop = index
            break
        if _is_clausal(scene, index) or (lower[index] == "but" and index > start):
            stop = index
            break
    if stop in scene.inside:
        stop = _before_figure(scene, start, stop)
    described = stop in scene.inside and stop - 2 > start and lower[stop - 2] in {"a", "an"}
    if described and scene.tree.tag[stop - 1] in {"ADJ", "VERB"}:
        stop -= 1  # "earnings of an adjusted 66 cents"
    while stop > start and lower[stop - 1].isalnum() and _loose(scene, stop - 1):
        stop -= 1
    return stop


def _before_figure(scene: Scene, start: int, figure: int) -> int:
    """Return where what leads to the next figure begins: "people and infected 40", "votes to Olsen's 40"."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    if figure - 2 >= start and lower[figure - 2] == "and" and tag[figure - 1] in {"VERB", "ADJ"}:
        return figure - 2
    if lower[figure - 1] not in {"'s", "'"}:
        return figure
    near = range(figure - 2, max(start - 1, figure - _OWNER), -1)
    return next((index for index in near if tag[index] == "ADP"), figure)


def _opens_clause(scene: Scene, index: int) -> bool:
    """Tell whether a word opens a clause of time or reason: "killed as a wall fell"."""
    tree = scene.tree
    return tree.tag[index] == "SCONJ" and tree.base[tree.head[index]] == "advcl"


def _opens_aside(scene: Scene, index: int) -> bool:
    """Tell whether a comma opens a participle's aside: "the number of loans, often seen as a gauge"."""
    tree, lower = scene.tree, scene.tokens.lower
    if lower[index] != "," or index + 2 >= len(lower):
        return False
    at = index + 1 + (tree.tag[index + 1] == "ADV")
    return tree.tag[at] == "VERB" and tree.base[at] == "acl"


def _worded(scene: Scene, start: int, limit: int) -> int:
    """Return where a phrase ends by its words: at the first that cannot be inside one."""
    marks, lower = ends(), scene.tokens.lower
    stop = start
    while stop < limit and stop - start < 6 and lower[stop] not in marks.stop:
        if lower[stop] in marks.prepositions and lower[stop] != "of":
            break
        if not lower[stop][0].isalnum() and lower[stop] not in {"-", "'s", '"'}:
            break
        stop += 1
    return cut(scene, start, stop)


def trim(scene: Scene, start: int, stop: int) -> Stretch | None:
    """Drop punctuation and loose small words from both ends; ``None`` if nothing is left."""
    marks, lower = ends(), scene.tokens.lower
    while start < stop and (
        _is_clausal(scene, start) or not any(c.isalnum() for c in lower[start])
    ):
        start += 1
    while stop > start and _loose(scene, stop - 1):
        stop -= 1
    if all(word in marks.articles or word in marks.times for word in lower[start:stop]):
        return None
    return start, stop


def _is_clausal(scene: Scene, index: int) -> bool:
    """Tell whether a word opens a clause: "who", but not the body WHO."""
    letters = is_letters(scene.tokens.text[index])
    return scene.tokens.lower[index] in ends().clausal and not letters


def is_letters(word: str) -> bool:
    """Tell whether a word is the letters of a body: "WHO"."""
    return len(word) > 1 and word.isupper()


def _loose(scene: Scene, index: int) -> bool:
    """Tell whether a word cannot end a phrase; "worth" can in "a net worth of"."""
    marks, word = ends(), scene.tokens.lower[index]
    if word in marks.prepositions:
        return scene.tree.tag[index] != "NOUN" and not is_letters(scene.tokens.text[index])
    return word in marks.articles or (word != ")" and not any(c.isalnum() for c in word))
