"""Offices handed on: "Day's predecessor, Tom Polk" held what Day holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factx.mentions.official.lexicon import Lexicon
from factx.mentions.official.people import Person, bare


def hand_on(people: Sequence[Person], lexicon: Lexicon) -> None:
    """Give predecessors and successors the office of the person they are said to be that of."""
    known = {person.parts[-1]: person for person in reversed(people)}
    for person in people:
        for at, office in enumerate(person.offices):
            whose = office.under or office.organization
            if whose is None or office.head not in lexicon.grammar.succession:
                continue
            other = known.get(bare(whose.lower()), person)
            held = next((found for found in other.offices if found.title), None)
            if other is not person and held is not None:
                former = office.head == "predecessor"
                person.offices[at] = replace(held, status="former" if former else None)
