"""What somebody's offices come to: whether one of them is public, and which is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from factx.mentions.official.lexicon import Lexicon
from factx.mentions.official.office import Office
from factx.mentions.official.people import bare

Role: TypeAlias = Literal["official", "other"]


def role_of(offices: Iterable[Office], lexicon: Lexicon) -> Role:
    """Return "official" if any of the offices is public beyond doubt.

    Who is only "of the Green Party" is taken for a lawmaker of it, but not a candidate.
    """
    offices = list(offices)
    private = {office.head for office in offices if _serves_firm(office, lexicon)}
    public = [
        office
        for office in offices
        if is_public(office, lexicon) and (office.organization or office.head not in private)
    ]
    hopes = any(office.head in lexicon.hopes for office in offices)
    if hopes and all(_is_membership(office, lexicon) for office in public):
        return "other"
    return "official" if public else "other"


def _serves_firm(office: Office, lexicon: Lexicon) -> bool:
    """Tell whether an office is said to be one of a company, church or club."""
    return office.title is not None and _body(office.organization or "", lexicon) is False


def _is_membership(office: Office, lexicon: Lexicon) -> bool:
    """Tell whether all that is said is the party: "Ann Day of the Green Party"."""
    words = (office.organization or "").lower().split()
    return office.title is None and not lexicon.grammar.parties.isdisjoint(words)


def serves_official(offices: Iterable[Office], officials: set[str]) -> bool:
    """Tell whether somebody speaks or works for an official: "President Doe's spokesman"."""
    return any(
        office.family == "open" and bare(office.under) in officials
        for office in offices
        if office.under is not None
    )


def is_public(office: Office, lexicon: Lexicon) -> bool:
    """Tell whether an office is public: by its word, else by the body or place it belongs to."""
    if office.public is not None:
        return office.public
    if office.head in lexicon.grammar.municipal:
        spoken = (office.title or "").lower().split()
        return not lexicon.grammar.levels.isdisjoint(spoken)
    if office.family in {"other", "address"} or (office.title is None and not office.organization):
        return False
    if office.head == "captain" and (office.title or "").endswith("captain"):
        return False  # of a team
    body = _body(office.organization or "", lexicon)
    if _is_party_post(office, lexicon):
        return False
    if office.family == "official":
        elsewhere = office.organization not in {None, office.place} and body is None
        if office.head in lexicon.grammar.anywhere and elsewhere:
            return False
        return not (office.head in lexicon.grammar.shared and body is False)
    if office.title in lexicon.grammar.uniformed:
        return True
    if office.title is not None and office.place is not None:
        if office.organization in {None, office.place}:
            return office.head not in lexicon.grammar.firms
        if body is None:
            return office.place.lower() in lexicon.countries
    if body is not None or office.title is None:
        return body is True
    return not lexicon.grammar.plain.isdisjoint((office.title or "").lower().split())


def _is_office(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is that of a public office itself."""
    words = tuple(name.split())
    return any(
        form == words and head.family == "official" and not head.capital
        for form, head in lexicon.heads.get(words[0], ())
    )


def _is_party_post(office: Office, lexicon: Lexicon) -> bool:
    """Tell whether an office is one inside a party: its chairman, its president, no senator of it."""
    grammar = lexicon.grammar
    named = f"{office.title or ''} {office.organization or ''}".lower().split()
    if office.title is None or office.head in grammar.leaders or grammar.parties.isdisjoint(named):
        return False
    return office.family == "open" or office.head in {"president", "vice president"}


def _body(name: str, lexicon: Lexicon) -> bool | None:
    """Tell whether a body is public; None if its name does not say."""
    if not name or name.lower() in lexicon.countries or name.lower() in lexicon.places:
        return True if name else None
    if name.lower() in lexicon.companies:
        return False
    if _is_office(name.lower(), lexicon):
        return True  # "a spokesman for the mayor"
    plain = name.lower().replace("’", "'").replace("-", " ").replace(".", "")
    words = {word.strip(",.'()").removesuffix("'s") for word in plain.split()}
    if plain.startswith("united states"):
        words.discard("united")
    national = words & {"central", "national", "reserve"}
    doubtful = lexicon.grammar.doubtful - ({"bank"} if national else set())
    if words & lexicon.grammar.certain and not words & doubtful:
        return True
    if "bank" in words and any(word in lexicon.countries for word in words):
        return True
    if words & lexicon.private:
        first = name.partition("'s ")[0].partition("’s ")[0].lower()
        return first in lexicon.countries and not words & (lexicon.private - lexicon.weak)
    return True if words & lexicon.public else None


def chief(offices: Sequence[Office], role: Role, lexicon: Lexicon) -> Office | None:
    """Return the office to show: the one that says most; what it lacks, others of it may say."""
    shown = min(offices, key=lambda office: _rank(office, role, lexicon), default=None)
    if shown is None:
        return None
    for office in offices:
        same = office.title is None or office.head == shown.head
        if same and shown.place is None and office.place is not None:
            shown = replace(shown, place=office.place)
        vague = shown.organization is None or shown.organization in lexicon.grammar.forces
        if same and vague and office.organization is not None:
            shown = replace(shown, organization=office.organization)
        if office.head == shown.head and office.status == "former":
            shown = replace(shown, status="former")
    if shown.organization is None and shown.head in lexicon.of_place:
        shown = replace(shown, organization=shown.place)
    if shown.status == "late":  # what the dead held they hold no more
        shown = replace(shown, status="former" if role == "official" else None)
    return shown


def _rank(office: Office, role: Role, lexicon: Lexicon) -> int:
    """Order what is said of a person: an office, a vague one ("leader"), a rank, an address, a body."""
    if office.title is None:
        return 6
    if office.family == "address":
        return 5
    if role == "official" and not is_public(office, lexicon):
        return 4
    if office.head in lexicon.ranks:
        return 2 - (office.organization is not None)  # "commander of the border guard"
    return int(office.head in lexicon.vague and office.organization in {None, office.place})
