"""The place, day and agency before a wire story: "ASTANA, March 12 (Agency) —"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from factx.read.datelines import read_day, without_days
from factx.read.words import cities, words

_WIRE_REACH = 130
_LONGEST_PLACE = 3  # words, with the country in brackets: more are a person with an office
_DASH = re.compile(r"\s*(?:—|―|--+)\s*|\s+[–-]\s+|(?<=/)\.\s+|(?<=\))\s*[–-]\s+")
_COLON = re.compile(r"\s*:(?:\s*[—―–-]+)?\s+")
_BRACKETS = re.compile(r"\(\s*\)|[\[\]]")  # "GENEVA (14 May 2024)", "New Delhi [India], May 14"
_AGENCY = re.compile(r"\(([^()]{2,40})\)|/([^/]{2,40})/")


@dataclass(frozen=True, slots=True)
class Wire:
    """A dateline that opens a paragraph; the prose begins at ``length``.

    ``sure`` says that a day, an agency or a well-known city makes it one, not capitals alone.
    """

    length: int
    day: dt.date | None
    sure: bool


def read_wire(paragraph: str) -> Wire | None:
    """Read "ASTANA, March 12 (Agency) —" or "LAHORE:" at a paragraph's start; None if it has none.

    A colon follows much else, "WARNING:" and the speakers of an interview, so that one without a
    day or an agency counts after a well-known city in capitals only.
    """
    head = paragraph[:_WIRE_REACH]
    for sign, colon in ((_DASH, False), (_COLON, True)):
        mark = sign.search(head)
        if mark is None or mark.start() == 0 or mark.end() >= len(paragraph):
            continue
        after = paragraph[mark.end() : mark.end() + 2].lstrip("\"'“‘«([")
        if not (after[:1].isupper() or after[:1].isdigit()):
            continue
        place = head[: mark.start() + (1 if head[mark.start()] == "." else 0)]
        wire = _wire(place, mark.end(), colon=colon)
        if wire is not None:
            return wire
    return None


def _wire(head: str, length: int, *, colon: bool) -> Wire | None:
    day = read_day(head)
    place, yearless = without_days(head)
    dated = day is not None or yearless
    agencies = [(a or b).strip().lower() for a, b in _AGENCY.findall(place)]
    agency = any(name in words("dates", "agencies") for name in agencies)
    place = _BRACKETS.sub(" ", _AGENCY.sub(" ", place))
    if not _is_place(place, certain=dated or agency or bool(agencies), alone=agency):
        return None
    city = _is_city(place)
    if colon and not (city or _is_labelled_place(place, dated=dated or agency)):
        return None
    return Wire(length, day, dated or agency or city)


def _is_city(place: str) -> bool:
    """Tell whether a place begins with a well-known city in capitals."""
    first = _first_name(place)
    return first.isupper() and first.lower() in cities()


def _is_labelled_place(place: str, *, dated: bool) -> bool:
    """Tell a place with a day or an agency from "UPDATE, 14 January:"."""
    first = _first_name(place).lower().split()
    others = words("dates", "not_places") | words("dates", "weekdays")
    return dated and 0 < len(first) <= _LONGEST_PLACE and others.isdisjoint(first)


def _first_name(place: str) -> str:
    """Return the city of "MUMBAI/NEW DELHI, India"."""
    return re.split("[,/]", place, maxsplit=1)[0].strip(" .:")


def _is_place(place: str, *, certain: bool, alone: bool) -> bool:
    names = [part.strip(" .,;") for part in place.split(",")]
    names = [name for name in names if name]
    if not names:
        return alone
    tokens = [token for name in names for token in name.split()]
    small = words("dates", "small") | words("dates", "weekdays")
    if len(tokens) > 8 or any(character.isdigit() for character in place):
        return False
    if not all(token[:1].isupper() or token in small for token in tokens):
        return False
    shouted = names[0].isupper() and any(len(token) > 2 for token in names[0].split())
    return shouted or certain
