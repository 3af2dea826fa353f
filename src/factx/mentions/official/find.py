"""Put names, offices and persons together for one article."""

from __future__ import annotations

from factx.mentions.official import lexicon as lexicons
from factx.mentions.official.capitals import runs
from factx.mentions.official.clauses import Clauses
from factx.mentions.official.entities import Entities, entities, unlisted_titles
from factx.mentions.official.evidence import strong
from factx.mentions.official.following import after
from factx.mentions.official.lexicon import Lexicon
from factx.mentions.official.link import link
from factx.mentions.official.names import Run
from factx.mentions.official.office import Office
from factx.mentions.official.owners import Scene
from factx.mentions.official.people import People, Person
from factx.mentions.official.preceding import before
from factx.mentions.official.role import Role, chief, role_of, serves_official
from factx.mentions.official.succession import hand_on
from factx.mentions.official.things import namesake, things
from factx.mentions.official.titles import titles
from factx.mentions.official.words import Words, view
from factx.model import Official, OfficialMention
from factx.nlp.tokens import Tokens


def find(tokens: Tokens) -> tuple[list[OfficialMention], list[Official]]:
    """Return every mention of a person, in text order, and the persons, by first mention."""
    words = view(tokens, lexicons.load())
    return _number(words, _people(words))


def _people(words: Words) -> list[Person]:
    """Enter full names first, then link the short ones to them."""
    recognized = entities(words)
    found_titles = unlisted_titles(words, titles(words), recognized)
    found_runs = [_trimmed(run, words, recognized) for run in runs(words, found_titles)]
    scene = Scene(words, found_titles, found_runs, recognized)
    scene.things = things(scene, found_runs)
    people = People(words)
    later: list[Run] = []
    shared: Office | None = None
    previous = 0
    for run in found_runs:
        if run.kind != "name":
            later.append(run)
            continue
        office = before(scene, run.start)
        if office is None and shared is not None and _listed(words, previous, run.start):
            office = shared
        shared = office if office is not None and office.shared else None
        previous = _homed(scene, run.stop) if shared is not None else run.stop
        if len(people.parts(run)) > 1:
            behind = after(scene, run.stop, office)
            if strong(scene, run) or _apposed(scene, run, office, behind):
                person = people.introduce(run)
                person.offices.extend(found for found in (office, behind) if found is not None)
                continue
        later.append(run)
    link(scene, people, later)
    clauses = Clauses(scene)
    for person in people.persons:
        for run in person.mentions:
            person.offices.extend(clauses.offices(run))
    hand_on(people.persons, words.lexicon)
    return people.persons


def _trimmed(run: Run, words: Words, recognized: Entities) -> Run:
    """Fit a run to the recognizer's person: "Podcaster | Ann Lee", "Darrell Castle"."""
    named = words.lower[run.start] in words.lexicon.given
    if run.kind == "name":
        start = recognized.ends.get(run.stop, run.start)
        strange = not named and run.start < start < run.stop - 1
        return Run(start, run.stop, "name") if strange else run
    person = named and recognized.label(run.start, run.stop) == "PERSON"
    short = run.stop - run.start < 4 and not words.place_length(run.start, run.stop)
    return Run(run.start, run.stop, "name") if person and short else run


def _listed(words: Words, stop: int, start: int) -> bool:
    """Tell whether only a comma or "and" stands between two names of a list."""
    return 0 < start - stop <= 2 and all(
        words.lower[i] in {",", "and", "&"} for i in range(stop, start)
    )


def _homed(scene: Scene, stop: int) -> int:
    """Return where a name of a list ends with its home: "Presidents Day of Mali and …"."""
    words, at = scene.words, stop + 1
    if words.at(stop) not in {"of", "from"}:
        return stop
    run = scene.run_at.get(at + 1 if words.at(at) == "the" else at)
    return stop if run is None or run.kind == "name" else run.stop


def _apposed(scene: Scene, run: Run, before: Office | None, after: Office | None) -> bool:
    """Tell whether an office beside a run makes it a person."""
    words, length = scene.words, run.stop - run.start
    last, title = words.text[run.stop - 1], scene.by_stop.get(run.start)
    if title is not None and namesake(words, title, run):
        return False
    if title is None and words.phrase(run.start, run.stop).lower() in scene.things:
        return False
    if length > 4 or not (last[1:].islower() or (last.istitle() and "-" in last)):
        return False
    if words.in_title(run.start):
        return False
    if words.before(run.start) == "the":
        return False
    return before is not None or (
        after is not None and after.title is not None and words.lower[run.stop] == ","
    )


def _number(words: Words, people: list[Person]) -> tuple[list[OfficialMention], list[Official]]:
    """Give persons and mentions their ids, in text order."""
    for person in people:
        person.mentions.sort(key=lambda run: run.start)
    people = sorted(people, key=lambda person: person.mentions[0].start)
    spans = sorted(
        (run.start, run.stop, f"p{number}")
        for number, person in enumerate(people, 1)
        for run in person.mentions
    )
    mentions: list[OfficialMention] = []
    owned: dict[str, list[OfficialMention]] = {}
    for number, (start, stop, owner) in enumerate(spans, 1):
        span = words.span(start, stop)
        mention = OfficialMention(f"o{number}", span.text, span.start, span.end, owner)
        mentions.append(mention)
        owned.setdefault(owner, []).append(mention)
    roles = _roles(people, words.lexicon)
    officials = [
        _official(f"p{number}", person, owned[f"p{number}"], role)
        for number, (person, role) in enumerate(zip(people, roles, strict=True), 1)
    ]
    return mentions, officials


def _roles(people: list[Person], lexicon: Lexicon) -> list[Role]:
    """Judge everybody's offices; who serves an official is one too."""
    roles: list[Role] = [role_of(person.offices, lexicon) for person in people]
    surnames = {
        person.parts[-1] for person, role in zip(people, roles, strict=True) if role == "official"
    }
    return [
        "official" if serves_official(person.offices, surnames) else role
        for person, role in zip(people, roles, strict=True)
    ]


def _official(key: str, person: Person, mentions: list[OfficialMention], role: Role) -> Official:
    """Describe a person by the fullest name and the office that says most."""
    office = chief(person.offices, role, lexicons.load())
    longest = max(mentions, key=lambda mention: len(mention.text.split()))
    name = " ".join(longest.text.split())
    return Official(
        id=key,
        name=name,
        title=office.title if office else None,
        organization=office.organization if office else None,
        place=office.place if office else None,
        status=office.status if office else None,
        role=role,
        mentions=tuple(mention.id for mention in mentions),
        variants=tuple(dict.fromkeys(person.variants)),
    )
