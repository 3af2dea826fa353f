"""Which of a person's offices is shown, and what the others add to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx.mentions.official.lexicon import Lexicon
from factx.mentions.official.office import Office
from factx.mentions.official.role import Role, is_public


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
        return 2
    return int(office.head in lexicon.vague and office.organization in {None, office.place})
