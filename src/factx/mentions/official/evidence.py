"""What shows that a capitalised run is a person: its own shape, or the words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from factx.mentions.official.names import Run
from factx.mentions.official.owners import Scene
from factx.mentions.official.placelike import (
    among_places,
    ends_in_place,
    stands_as_place,
)
from factx.mentions.official.things import namesake
from factx.mentions.official.titles import Title
from factx.mentions.official.words import Words


@dataclass(frozen=True, slots=True)
class View:
    """A run and what stands around it; words of another sentence are none of it.

    ``length`` counts no quotation marks of a nickname; ``given`` tells a known given name in front.
    """

    run: Run
    length: int
    title: Title | None
    label: str | None
    headline: bool
    before: str
    after: str
    given: bool


def _view(scene: Scene, run: Run) -> View:
    words, lower = scene.words, scene.words.lower
    start, stop = run.start, run.stop
    return View(
        run,
        sum(word[0].isalnum() for word in lower[start:stop]),
        scene.by_stop.get(start),
        scene.entities.label(start, stop),
        words.in_title(start),
        words.before(start),
        words.at(stop),
        lower[start] in scene.lexicon.given,
    )


def strong(scene: Scene, run: Run) -> bool:
    """Tell whether a run is a person by its own shape or its neighbours, titles included."""
    view = _view(scene, run)
    if _is_thing(scene, view):
        return False
    if view.title is not None and not scene.words.opens[run.start]:
        return _is_titled(scene, view, view.title)
    if view.before in scene.lexicon.relations and not view.headline:
        return scene.words.text[run.stop - 1][-1].islower()
    return _is_single(scene, view) if view.length == 1 else _is_full(scene, view)


def _is_thing(scene: Scene, view: View) -> bool:
    """Tell whether the words beside a run make it a thing: "the Massey hospital", "Church of Ann"."""
    words, lexicon, lower = scene.words, scene.lexicon, scene.words.lower
    start, stop, size = view.run.start, view.run.stop, len(words)
    bare = view.title is None
    if bare and words.phrase(start, stop).lower() in scene.things:
        return True
    if bare and stop < size and not words.cap[stop]:
        named = view.given and view.length > 1
        if lower[stop] in lexicon.namesakes or (lower[stop] in lexicon.surroundings and not named):
            return True
        if stop + 1 < size and lower[stop + 1] in lexicon.namesakes and scene.part(stop) == "NOUN":
            return True  # "the James Webb space telescope"
    if view.before != "of" or start < 2 or not words.cap[start - 2] or view.length == 1:
        return False
    return lower[start - 2] in lexicon.never_person


def _is_titled(scene: Scene, view: View, title: Title) -> bool:
    """Tell whether a run behind a title is its holder's name."""
    words, run = scene.words, view.run
    if namesake(words, title, run):
        return False
    if words.phrase(title.start, run.stop).lower() in scene.things:
        return False
    if title.head.family == "address" or view.length > 1:
        return not view.headline or view.given
    if title.field is not None and title.field[1] == title.stop and view.label != "PERSON":
        return False  # one more word of "Minister of Education and Teacher Support"
    called = title.head.family == "official" or title.head.name in scene.lexicon.called
    return called and (words.cap[title.start] or view.label == "PERSON") and not view.headline


def _is_single(scene: Scene, view: View) -> bool:
    """Tell whether one word is a name: a given name, or a speaker whom the recognizer names."""
    words, lexicon, start = scene.words, scene.lexicon, view.run.start
    if view.label != "PERSON" or view.headline or not words.text[start].istitle():
        return False
    if view.before in {"the", "a", "("}:
        return False
    if view.given and among_places(scene, view.run):
        return False
    spoken = view.after in lexicon.speech and words.lower[start] not in scene.abbreviations
    return view.given or spoken


def _is_full(scene: Scene, view: View) -> bool:
    """Tell whether several words are a name by their shape and the recognizer."""
    words, lexicon, run = scene.words, scene.lexicon, view.run
    before, after, label = view.before, view.after, view.label
    if view.length > 5 or before == "the":
        return False
    if stands_as_place(scene, run, label, before, after) or ends_in_place(scene, run, after):
        return False
    if label == "PERSON" and view.length <= 4 and shaped(words, run):
        # Title Case fools the recognizer: "Parents Oppose" is no person.
        return not view.headline or view.given
    speaks = after in lexicon.speech or before == "said"
    last = words.lower[run.stop - 1]
    if view.given:
        if view.headline or words.lower[run.start] in lexicon.common_given:
            return speaks or after == ","
        return last not in lexicon.countries
    if (label is not None and label != "PERSON") or view.headline:
        return False
    around = scene.entities.around.get(run.start, (run.start, run.stop))
    if around[0] < run.start and run.stop <= around[1]:
        return False  # the end of a body's name: "the Kenya Red Cross said"
    texts = words.text[run.start : run.stop]
    if any(text.isupper() and not _initial(text) for text in texts):
        return False
    if any(_initial(text) for text in texts[:-1]):
        return texts[-1].istitle()
    return speaks


def _initial(text: str) -> bool:
    return (
        len(text) <= 4
        and text[0].isupper()
        and (text.endswith(".") or len(text) == 1)
        and text != "I"
    )


def takes_part(words: Words, run: Run) -> bool:
    """Tell whether a run speaks, owns or does something, as a person would."""
    after = words.at(run.stop)
    spoken = words.before(run.start) in {"said", "by", "to"}
    return after in words.lexicon.reporting or after == "'s" or spoken


def shaped(words: Words, run: Run) -> bool:
    """Tell whether every word of a run looks like a name's and no article stands before.

    In a headline every word does.
    """
    if words.before(run.start) in {"the", "a"}:
        return False
    return all(
        (words.text[i][-1].islower() and words.text[i][:2].istitle())
        or not words.cap[i]
        or _initial(words.text[i])
        for i in range(run.start, run.stop)
    )
