"""An office as one passage gives it, read outwards from its title."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factx.mentions.official.ground import Before, Owner
from factx.mentions.official.lexicon import Family, Lexicon, Status
from factx.mentions.official.owners import Scene
from factx.mentions.official.titles import Title


@dataclass(frozen=True, slots=True)
class Office:
    """What one passage says about a person's office.

    ``shared`` tells that a plural title goes on over a list of names; ``public`` is set where the
    passage itself settles whether it is a public office; ``under`` is the surname of the person whose
    spokesman or aide it is.
    """

    title: str | None
    head: str
    family: Family
    organization: str | None = None
    place: str | None = None
    status: Status | None = None
    public: bool | None = None
    shared: bool = False
    under: str | None = None


def read(scene: Scene, title: Title, *, floor: int, last: int = 0) -> Office:
    """Read what stands around one title: before it, and after it up to ``last``."""
    words, lexicon = scene.words, scene.lexicon
    left = scene.left(title, floor)
    if _is_hoped(scene, left.begin):
        return Office(None, "", "open", public=False)
    owner = _ahead(left, _force(scene, title))
    if last and title.field is None and (second := _second(scene, title)) is not None:
        business = second.head.family == "other" or "executive" in second.head.name
        title = Title(title.start, second.stop, second.head if business else title.head)
    stop = title.stop
    if stop < min(last, len(words)) and words.lower[stop] in lexicon.grammar.prepositions:
        if title.field is None:
            stop, owner = _behind(scene, title, owner, last)
        else:
            owner = replace(owner, place=owner.place or scene.behind(stop, last).place)
    owner = _implied(scene, title, owner)
    text = words.phrase(left.start, stop)
    text, status = _cut_status(text, left.status, lexicon) if "-" in text else (text, left.status)
    return Office(
        text,
        title.head.name,
        title.head.family,
        owner.organization,
        owner.place,
        status,
        public=True if title.field is not None else None,
        shared=title.head.plural,
        under=owner.person,
    )


def _is_hoped(scene: Scene, begin: int) -> bool:
    """Tell whether an office is only run for: "seven candidates for president, Ann Day and …"."""
    lower = scene.words.lower
    before = lower[max(0, begin - 4) : max(0, begin - 1)]
    return (
        begin > 1
        and lower[begin - 1] == "for"
        and not scene.lexicon.grammar.running.isdisjoint(before)
    )


def _ahead(left: Before, force: str | None) -> Owner:
    """Return whose office it is by what stands before it."""
    owner, body = left.owner, left.owner.organization
    if body is not None and force is not None:
        return replace(owner, organization=None, place=body)  # "Marlow Police Chief"
    return owner


def _behind(scene: Scene, title: Title, owner: Owner, last: int) -> tuple[int, Owner]:
    """Read what stands behind a title; return where its own words end, and whose office it is."""
    words, lexicon, stop = scene.words, scene.lexicon, title.stop
    behind, word = scene.behind(stop, last), words.lower[stop]
    if behind.end <= stop + 1:
        return stop, owner
    organization, place, abroad = owner.organization, owner.place, False
    posted = title.head.name in lexicon.grammar.posted and word in {"in", "for"}
    if posted or word in {"to", "in"}:
        organization = organization or place  # the ambassador of one country to another
        held = posted or word == "to" or title.head.family == "open"
        abroad = held and behind.place is not None
    seated = word in {"for", "from"} and title.head.name in lexicon.grammar.seated
    if seated or (word == "in" and organization is not None):
        behind = Owner(place=behind.place or behind.organization, end=behind.end)
    if _is_whole(scene, title, behind, stop):
        stop, behind = behind.end, _seat(scene, behind.end, last)
    name = behind.organization or ""
    if not name and behind.place is None and behind.person is None:
        name = words.phrase(stop + 1, behind.end)
    task = organization is not None and is_field(name, lexicon)
    organization = organization if task else behind.organization or organization
    return stop, replace(
        owner,
        organization=organization,
        place=behind.place or place,
        person=owner.person or behind.person,
        abroad=abroad,
    )


def _seat(scene: Scene, stop: int, last: int) -> Owner:
    """Read where a minister with a field is one: "minister for the courts in Chad"."""
    words = scene.words
    told = stop < min(last, len(words)) and words.lower[stop] in {"in", "of"}
    place = scene.behind(stop, last).place if told and not words.opens[stop] else None
    return Owner(place=place, end=stop)


def _implied(scene: Scene, title: Title, owner: Owner) -> Owner:
    """Fill in the body that an office implies where none is stated, or the place it is of."""
    lexicon, head, place = scene.lexicon, title.head, owner.place
    ministry = _ministry(scene, title)
    if owner.organization is not None:
        return owner
    if ministry is not None:
        return replace(owner, organization=ministry)
    if head.name in {"leader", "deputy leader"} and owner.party is not None:
        return replace(owner, organization=owner.party)
    land = place is not None and place.lower() in lexicon.countries
    rank = head.name in lexicon.ranks or head.name.rpartition(" ")[2] in lexicon.ranks
    known = place is None or place.lower() in lexicon.countries or place.lower() in lexicon.places
    if not known and head.name in lexicon.grammar.employed:
        return replace(owner, organization=place, place=None)
    business = head.family == "other" or head.name in lexicon.grammar.firms
    if owner.abroad or business or (rank and not land):
        place = None  # a singer works for no country, a sergeant for no town
    body = lexicon.implied.get(head.name)
    return replace(owner, organization=body or _force(scene, title) or place)


def _ministry(scene: Scene, title: Title) -> str | None:
    """Return the ministry of a minister with a field; a minister of state has none."""
    field = title.field
    if field is None or not title.head.name.endswith("minister"):
        return None
    words = scene.words
    name = words.phrase(*field)
    if name.lower().startswith("state"):
        return None
    return f"{_capital(name)} Ministry" if field[0] == title.start else f"Ministry of {name}"


def _force(scene: Scene, title: Title) -> str | None:
    """Return the force that a title implies, or names: "constable", "Oslo police spokesman"."""
    words, forces = scene.words, scene.lexicon.grammar.forces
    implied = scene.lexicon.implied.get(title.head.name)
    if implied is not None:
        return implied if implied in forces else None
    at = first = title.start - (title.head.family == "open" and title.start > 0)
    while at < title.stop and words.lower[at] not in forces:
        at += 1
    if at == title.stop:
        return None
    land = scene.run_at.get(first - 1) if at == first and not words.opens[first] else None
    owned = land is not None and land.stop == first and not scene.is_person(land)
    return words.phrase(land.start, at + 1) if land is not None and owned else words.lower[at]


def _second(scene: Scene, title: Title) -> Title | None:
    """Return the office joined to one by "and": "president and chief executive"."""
    words, at = scene.words, title.stop
    second = scene.by_start.get(at + 1) if words.at(at) in {"and", "&"} else None
    if second is None or second.head.plural or second.stop in scene.run_at:
        return None
    return second


def is_field(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is only a task: "High Representative for Foreign Affairs"."""
    return all(word in lexicon.fields or word in {"and", "of"} for word in name.lower().split())


def _is_whole(scene: Scene, title: Title, behind: Owner, stop: int) -> bool:
    """Tell whether a name behind is a part of the title: "Minister for the Olympics"."""
    grammar, word = scene.lexicon.grammar, scene.words.lower[stop]
    if word == "of":
        return title.head.name in grammar.noble and all(scene.words.cap[stop + 1 : behind.end])
    return word == "for" and title.head.name in grammar.charged and behind.place is None


def _cut_status(text: str, status: Status | None, lexicon: Lexicon) -> tuple[str, Status | None]:
    """Take "ex-" and "-elect" off a title: they are its status."""
    first, _, rest = text.partition("-")
    found = lexicon.status.get(first.lower())
    if found is not None:
        return rest, found
    rest, _, last = text.rpartition("-")
    if lexicon.status.get(last.lower()) == "elect":
        return rest, "elect"
    return text, status


def _capital(text: str) -> str:
    return " ".join(
        word if word in {"and", "of"} else word[:1].upper() + word[1:] for word in text.split()
    )
