"""The office that only a headline gives: "British foreign secretary: talks failed", and a bare name below."""

from __future__ import annotations

from collections.abc import Sequence

from factx.mentions.official.office import Office, read
from factx.mentions.official.owners import Scene
from factx.mentions.official.people import Person


def promote(scene: Scene, people: Sequence[Person]) -> None:
    """Give the headline's speaker to whom the text quotes, if all it calls him by is a name."""
    office = _speaker(scene)
    if office is None or any(known.head == office.head for p in people for known in p.offices):
        return
    speakers = [person for person in people if _speaks(scene, person)]
    if len(speakers) == 1 and not any(known.title for known in speakers[0].offices):
        speakers[0].offices.append(office)


def _speaker(scene: Scene) -> Office | None:
    """Read the office that opens a headline and speaks in it: "Utah governor: no", "Mayor says no"."""
    words = scene.words
    i = 0
    while i < len(words) and words.in_title(i):
        title = scene.by_start.get(i)
        if title is not None:
            after = words.at(title.stop)
            opens = scene.left(title, 0).begin == 0 and title.head.family == "official"
            speaks = after == ":" or after in scene.lexicon.speech
            return read(scene, title, floor=0) if opens and speaks else None
        i += 1
    return None


def _speaks(scene: Scene, person: Person) -> bool:
    """Tell whether somebody is quoted below the headline."""
    words = scene.words
    return any(
        words.at(run.stop) in scene.lexicon.speech and not words.in_title(run.start)
        for run in person.mentions
    )
