"""Link short, weak and misspelt names to the persons of an article."""

from __future__ import annotations

from factx.mentions.official.evidence import shaped, strong, takes_part
from factx.mentions.official.following import after
from factx.mentions.official.names import Run, acronym
from factx.mentions.official.owners import Scene
from factx.mentions.official.people import People, Person
from factx.mentions.official.preceding import before
from factx.mentions.official.words import Words


def link(scene: Scene, people: People, later: list[Run]) -> None:
    """Give each run that is somebody's name to that person; the full names are known already.

    A titled short name that nobody has is a new person, and so is a name taken up again later.
    """
    unknown: list[Run] = []
    for run in later:
        person = people.recall(run) if _may_recall(scene.words, run) else None
        if person is None:
            unknown.append(run)
        elif run.kind != "place" or before(scene, run.start) is not None:
            whole = people.extended(run, person)
            person.mentions.append(whole)
            _read_offices(scene, whole, person)
    names = [run for run in unknown if run.kind == "name"]
    rest = _introduce(scene, people, names)
    for run in rest:
        person = people.recall(run)
        alone = run.stop - run.start == 1
        if person is None and alone and takes_part(scene.words, run):
            person = people.resembling(run)
            if person is not None:
                person.variants.append(scene.words.text[run.start])
        if person is not None:
            person.mentions.append(run)
            _read_offices(scene, run, person)


def _read_offices(scene: Scene, run: Run, person: Person) -> None:
    ahead = before(scene, run.start)
    for office in (ahead, after(scene, run.stop, ahead)):
        if office is not None:
            person.offices.append(office)


def _may_recall(words: Words, run: Run) -> bool:
    """Tell whether a run may be somebody's short name: "Park" after "Park Won-soon", not "the Park"."""
    if run.kind != "thing":
        return True
    alone = run.stop - run.start == 1
    return alone and (
        words.opens[run.start] or words.lower[run.start - 1] not in {"the", "'s", "a"}
    )


def _introduce(scene: Scene, people: People, names: list[Run]) -> list[Run]:
    """Make persons of the runs that the rest of the article supports; return the other runs."""
    words = scene.words
    ordinary = {word for word, cap in zip(words.lower, words.cap, strict=True) if not cap}
    alone = {
        words.lower[run.start]
        for run in names
        if run.stop - run.start == 1
        and words.lower[run.start] not in ordinary
        and takes_part(words, run)
    }
    rest: list[Run] = []
    for run in names:
        length = len(people.parts(run))
        last = words.lower[run.stop - 1]
        headline = words.in_title(run.start)
        tail = _known_tail(people, run, words)
        if tail is not None:
            people.introduce(tail)
        elif length == 1 and _misspelt(scene, people, run):
            rest.append(run)
        elif length == 1 and strong(scene, run):
            _read_offices(scene, run, people.introduce(run))
        elif (
            1 < length <= 4
            and not headline
            and (last in alone or people.is_surname(last))
            and shaped(words, run)
            and words.phrase(run.start, run.stop).lower() not in scene.things
        ):
            people.introduce(run)
        else:
            rest.append(run)
    return rest


def _misspelt(scene: Scene, people: People, run: Run) -> bool:
    """Tell whether an untitled short name must be somebody's surname spelt otherwise."""
    if run.start in scene.by_stop or not takes_part(scene.words, run):
        return False
    return people.recall(run) is None and people.resembling(run) is not None


def _known_tail(people: People, run: Run, words: Words) -> Run | None:
    """Cut a strange word off a known name: "Neither Brown", "Podcaster Spike Lee"."""
    if run.stop - run.start < 2:
        return None
    tail = Run(run.start + 1, run.stop, run.kind)
    single = tail.stop - tail.start == 1
    if single and not (words.opens[run.start] or acronym(words.text[run.start])):
        return None  # "told MSNBC Brown"
    person = people.recall(tail)
    if person is None or (single and words.lower[run.start] in people.lexicon.given):
        return None
    return tail
