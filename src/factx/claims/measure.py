"""What a figure counts or measures: the noun phrase, in the text's own words.

The rules go from the closest tie to the loosest, and each gives nothing unless it is sure.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from factx.claims import phrase
from factx.claims.governor import approach, behind, governor, subject_phrase
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import words
from factx.model import Measure, Quantity
from factx.nlp.cues import cues
from factx.nlp.nouns import singular

Known: TypeAlias = dict[str, Stretch]


def find(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Return the tokens of the measure; ``known`` holds the measures of earlier figures by id."""
    for rule in _RULES:
        found = rule(scene, figure, known)
        if found is not None:
            return found
    return None


def describe(scene: Scene, stretch: Stretch) -> Measure:
    """Return a stretch as a measure, with its head and the words that narrow it as lemmas."""
    first, stop = stretch
    lower = scene.tokens.lower
    while stop - first > 1 and lower[first] in {"a", "an", "the"}:
        first += 1
    span = scene.tokens.span(first, stop)
    head = _head(scene, first, stop)
    small = phrase.ends()
    modifiers = [
        singular(scene.tokens.text[index])
        for index in range(first, stop)
        if index != head
        and lower[index][0].isalnum()
        and lower[index] not in small.prepositions
        and lower[index] not in small.articles
    ]
    return Measure(
        span.text, span.start, span.end, _lemma(scene, head), tuple(dict.fromkeys(modifiers))
    )


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


def _counted(scene: Scene, figure: Figure, _: Known) -> Stretch | None:
    """Read "2,000 reported incidents": the noun that the mention counts."""
    noun = figure.mention.noun if isinstance(figure.mention, Quantity) else None
    if noun is None:
        return None
    start, last = scene.tokens.at(noun.start), scene.tokens.at(noun.end - 1)
    found = phrase.onward(scene, start)
    if found is None or found[1] <= last:
        return start, last + 1
    return found


def _of(scene: Scene, figure: Figure, _: Known) -> Stretch | None:
    """Read "90% of all services", "50 gallons of fuel", "$90 billion in damage"."""
    at = behind(scene, figure)
    lower = scene.tokens.lower
    if at + 1 >= scene.sentence(figure.first)[1]:
        return None
    if lower[at] == "worth" and lower[at + 1] == "of":
        at += 1
    if lower[at] == "in" and figure.kind == "money":
        if scene.date_at(at + 1) or scene.tokens.text[at + 1][0].isupper():
            return None
        if lower[at + 1] in phrase.ends().articles:
            return None
    elif lower[at] != "of":
        return None
    found = phrase.onward(scene, at + 1)
    return _past_figure(scene, at + 1, found)


def _past_figure(scene: Scene, start: int, found: Stretch | None) -> Stretch | None:
    """Take the noun behind a second figure: "39 of the state's 54 delegates"."""
    stop = found[1] if found else start
    for index in range(stop, min(stop + 3, len(scene.tokens))):
        other = scene.inside.get(index)
        if other is not None:
            noun = other.mention.noun if isinstance(other.mention, Quantity) else None
            if noun is not None:
                return phrase.onward(scene, scene.tokens.at(noun.start)) or found
            break
    return found


def _prenominal(scene: Scene, figure: Figure, _: Known) -> Stretch | None:
    """Read "22-mile journey", "a 36.3% increase": the noun that the figure stands before."""
    tree, stop = scene.tree, figure.stop
    _, limit = scene.sentence(figure.first)
    if stop >= limit or not scene.tokens.text[stop][0].isalpha():
        return None
    if not tree.label[stop]:
        hyphened = "-" in figure.mention.text
        return phrase.onward(scene, stop) if hyphened else None
    top = tree.top(figure.first, stop)
    head = tree.head[top]
    if not stop <= head < limit or tree.base[top] not in {
        "nummod",
        "compound",
        "amod",
        "nmod",
        "det",
    }:
        return None
    if tree.tag[head] not in {"NOUN", "PROPN", "ADJ"} or tree.label[head] == "advmod":
        return None
    if scene.tokens.lower[head] in cues().nouns:
        return changed(scene, head)
    found = phrase.onward(scene, stop)
    return found if found is not None and found[1] > head else None


def changed(scene: Scene, noun: int) -> Stretch | None:
    """Return what a change noun is about: "an increase in exports", or the subject of its clause."""
    lower = scene.tokens.lower
    _, limit = scene.sentence(noun)
    at = noun + 1
    figure = scene.inside.get(at + 1)
    if at < limit and lower[at] == "of" and figure is not None:
        at = figure.stop
    if at + 1 < limit and lower[at] in {"in", "of"} and scene.date_at(at + 1) is None:
        found = phrase.onward(scene, at + 1)
        if found is not None and at + 1 not in scene.inside:
            return found
    first, _ = scene.sentence(noun)
    for child in scene.tree.children(noun):
        owner = child < noun and scene.tree.label[child] in {"compound", "nmod:poss"}
        if owner and child not in scene.inside:
            return phrase.trim(scene, max(first, scene.tree.edges(child)[0]), child + 1)
    clause = scene.tree.clause(noun)
    return subject_phrase(scene, clause) if clause is not None else None


def _age(scene: Scene, figure: Figure, _: Known) -> Stretch | None:
    """Read "aged 66", "at the age of 15", "Smith, 36,": an age, or whose it is."""
    mention = figure.mention
    unit = mention.unit if isinstance(mention, Quantity) else None
    lower, at = scene.tokens.lower, approach(scene, figure)
    first, limit = scene.sentence(figure.first)
    if at > first and lower[at - 1] in words("measure", "age"):
        return at - 1, at
    if at - 1 > first and lower[at - 1] == "of" and lower[at - 2] in words("measure", "age"):
        return at - 2, at - 1
    if unit not in {"year", "month"} and figure.kind != "duration":
        return None
    if at - 1 > first and lower[at - 1] == "," and figure.stop < limit:
        person = scene.person_at(at - 2)
        if person is not None:
            return scene.tokens.at(person.start), at - 1
    return None


def _owner(scene: Scene, figure: Figure, _: Known) -> Stretch | None:
    """Read "fines of 100,000 KGS", "a magnitude of 6.3": the noun that the figure belongs to."""
    tree = scene.tree
    at = approach(scene, figure)
    first, _ = scene.sentence(figure.first)
    if at <= first:
        return None
    if not tree.label[figure.first]:
        return _owner_by_words(scene, at, first)
    top = tree.top(figure.first, figure.stop)
    head = tree.head[top]
    if head >= figure.first or head in scene.inside or head < first:
        return None
    if tree.base[top] not in {"nmod", "nummod", "appos", "compound", "amod", "dep"}:
        return None
    if tree.tag[head] not in {"NOUN", "PROPN"} or scene.date_at(head) is not None:
        return None
    if scene.tokens.lower[head] in cues().nouns:
        return changed(scene, head)
    return phrase.around(scene, head)


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


def _carried(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Take the measure of the figure before: "seven and, in the south, nine"."""
    mention = figure.mention
    if not isinstance(mention, Quantity) or mention.noun is not None:
        return None
    first, _ = scene.sentence(figure.first)
    for other in reversed(scene.figures_in(first, figure.first)):
        if not isinstance(other.mention, Quantity) or other.mention.id not in known:
            continue
        same = other.mention.kind == mention.kind and mention.unit in {other.mention.unit, None}
        if same and mention.kind == "count":
            return known[other.mention.id]
    return None


def _argument(scene: Scene, figure: Figure, _: Known) -> Stretch | None:
    """Take the subject of a verb of level or change, else the predicate itself."""
    found = governor(scene, figure)
    if found is None:
        return None
    if found.levels:
        subject = subject_phrase(scene, found.verb)
        if subject is not None and not (subject[0] <= figure.first < subject[1]):
            return subject
    _, limit = scene.sentence(figure.first)
    if found.role == "subject":
        return phrase.trim(
            scene, figure.stop, phrase.cut(scene, figure.stop, min(limit, figure.stop + 8))
        )
    at = approach(scene, figure)
    if found.verb < at:
        start = max(found.verb, at - 10)
        return phrase.trim(scene, start, phrase.cut(scene, start + 1, at)) or (
            found.verb,
            found.verb + 1,
        )
    if found.verb >= figure.stop:
        return phrase.trim(
            scene, found.verb, phrase.cut(scene, found.verb + 1, min(limit, found.verb + 6))
        )
    return None


Rule: TypeAlias = Callable[[Scene, Figure, Known], Stretch | None]
_RULES: tuple[Rule, ...] = (_counted, _of, _age, _prenominal, _owner, _carried, _argument)
