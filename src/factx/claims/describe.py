"""A stretch of words as a measure: its text without period and place, its head and modifiers."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.scene import Scene, Stretch
from factx.claims.words import words
from factx.model import Measure
from factx.nlp.nouns import singular


def describe(scene: Scene, stretch: Stretch) -> Measure:
    """Return a stretch as a measure, with its head and the words that narrow it as lemmas."""
    lower = scene.tokens.lower
    first, stop = stretch
    while stop - first > 1 and _leads(scene, first):
        first += 1
    first = _past_figure(scene, first, stop)
    head = _head(scene, first, stop)
    stop = _without_place(scene, head, stop)
    small = phrase.ends()
    modifiers = [
        singular(scene.tokens.text[index]).lower()
        for index in range(first, stop)
        if index != head
        and lower[index][0].isalnum()
        and lower[index] not in small.prepositions
        and lower[index] not in small.articles
    ]
    span = scene.tokens.span(first, stop)
    unique = tuple(dict.fromkeys(modifiers))
    return Measure(span.text, span.start, span.end, _lemma(scene, head), unique)


def _past_figure(scene: Scene, first: int, stop: int) -> int:
    """Return where the noun of "four of the valley's nine bridges" begins, and of "two of 40 men"."""
    head, lower = _head(scene, first, stop), scene.tokens.lower
    for at in range(stop - 2, first - 1, -1):
        figure = scene.inside.get(at)
        if figure is not None and (at < head or lower[figure.first - 1] == "'s"):
            return at + 1
    return first


def _leads(scene: Scene, index: int) -> bool:
    """Tell whether a word only leads up to a noun: "the 2019 budget", "its sales"; not "those hurt"."""
    if scene.tokens.lower[index] in {"a", "an", "the", "'s"} or scene.date_at(index) is not None:
        return True
    named = scene.tree.tag[index + 1] in {"NOUN", "PROPN", "ADJ"}
    return named and scene.tokens.lower[index] in words("measure", "determining")


def _lemma(scene: Scene, index: int) -> str:
    if scene.tree.tag[index] in {"VERB", "AUX"}:
        return scene.tree.lemma(index)
    return singular(scene.tokens.text[index]).lower()


def _head(scene: Scene, first: int, stop: int) -> int:
    """Return the word that says what is measured: "cases" in "the number of cases"."""
    lower = scene.tokens.lower
    if scene.tree.label[first]:
        head = scene.tree.top(first, stop)
    else:
        ends = phrase.ends().prepositions
        head = next((i for i in range(first, stop - 1) if lower[i + 1] in ends), stop - 1)
    introduces = singular(lower[head]) in words("measure", "transparent")
    if introduces and head + 2 < stop and lower[head + 1] == "of":
        return _head(scene, head + 2, stop)
    return head


def _without_place(scene: Scene, head: int, stop: int) -> int:
    """Cut "in Chile" off the end: the place has a field of its own."""
    lower = scene.tokens.lower
    for index in range(head + 1, stop):
        if lower[index] in words("place", "located") and scene.spots_in(index, stop):
            # "supermarkets located in Lund"
            return index - (index - 1 > head and scene.tree.base[index - 1] == "acl")
    return stop
