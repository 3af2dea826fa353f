"""Title and day from the head of a file: YAML or TOML front matter, or "Title: …" lines."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from factx.model import Span
from factx.read.datelines import read_day
from factx.read.lines import EDGES
from factx.read.words import words

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD = re.compile(r"([A-Za-z][\w ]{0,30}?)[ \t]*[:=][ \t]*(.*)")
# A field, the lines that continue one, a comment, nothing: prose between two rules is none of them.
_FIELD_LINE = re.compile(r"[A-Za-z][\w .-]{0,30}[ \t]*[:=]|[ \t]|[-#\[\]{}]|$")
_FOLDED = re.compile(r"[>|][+-]?\d?")
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head says, and the offset where the text after it begins."""

    end: int = 0
    title: Span | None = None
    day: dt.date | None = None


def read_front_matter(text: str) -> FrontMatter:
    """Read the head of a text; an empty ``FrontMatter`` when there is none."""
    start = len(text) - len(text.lstrip(EDGES)) if text[:1] in EDGES else 0
    lines = _first_lines(text, start)
    if not lines:
        return FrontMatter()
    closers = _FENCES.get(lines[0][0].rstrip())
    if closers is not None:
        for number, (line, offset) in enumerate(lines[1:], 1):
            if line.rstrip() in closers:
                if not all(_FIELD_LINE.match(field) for field, _ in lines[1:number]):
                    return FrontMatter()
                return _read_fields(text, lines[1:number], offset + len(line))
        return FrontMatter()
    known = (
        words("front_matter", "title")
        | words("front_matter", "date")
        | words("front_matter", "other")
    )
    fields = 0
    for line, _ in lines:
        match = _FIELD.match(line)
        if match is None or match[1].lower() not in known:
            break
        fields += 1
    if fields < 2 or not _names_title(lines[0][0]):
        return FrontMatter()
    last, offset = lines[fields - 1]
    return _read_fields(text, lines[:fields], offset + len(last))


def _names_title(line: str) -> bool:
    match = _FIELD.match(line)
    return match is not None and match[1].lower() in words("front_matter", "title")


def _first_lines(text: str, start: int) -> list[tuple[str, int]]:
    lines = []
    offset = start
    for raw in text[start : start + 100 * _MOST_LINES].splitlines(keepends=True)[:_MOST_LINES]:
        lines.append((raw.rstrip("\r\n"), offset))
        offset += len(raw)
    return lines


def _read_fields(text: str, lines: list[tuple[str, int]], end: int) -> FrontMatter:
    title: Span | None = None
    day: dt.date | None = None
    for line, offset in lines:
        match = _FIELD.match(line)
        if match is None:
            continue
        key = match[1].lower().replace(" ", "_")
        if title is None and key in words("front_matter", "title"):
            title = _value(text, offset + match.start(2), offset + match.end(2))
        elif day is None and key in words("front_matter", "date"):
            day = read_day(match[2])
    return FrontMatter(end, title, day)


def _value(text: str, start: int, end: int) -> Span | None:
    raw = text[start:end]
    value = raw.strip(EDGES)
    start += len(raw) - len(raw.lstrip(EDGES))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
        start += 1
    if not value or _FOLDED.fullmatch(value):
        return None
    return Span(value, start, start + len(value))
