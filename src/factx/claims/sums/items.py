"""A number of things and their names: "three cities: Lund, Malmo and Ystad"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line
from factx.model import Span, Tie

_MOST = 12  # things that are still named one by one
_CLOSERS = {"(": ")", ":": ".", "-": "-"}


def find(line: Line) -> Iterator[Tie]:
    """Yield the counts that are followed by a complete list of names."""
    for figure in line.figures:
        opened = _opening(line, figure)
        if opened is None:
            continue
        items = _items(line, opened)
        if len(items) > 1:
            yield Tie("list", (figure.member("count"),), items=tuple(items))


def _opening(line: Line, figure: Figure) -> int | None:
    """Return where the names begin: right behind the counted noun and a colon, bracket or dash."""
    mention = figure.mention
    noun = mention.noun
    if mention.kind != "count" or noun is None or not 1 < mention.number <= _MOST:
        return None
    if mention.qualifier != "exact" or noun.start < mention.end or "-" in mention.text:
        return None
    at = line.tokens.at(noun.end - 1) + 1
    if line.word(at) not in _CLOSERS or (line.word(at) == "-" and line.tokens.glued(at)):
        return None
    return at


def _items(line: Line, opened: int) -> list[Span]:
    """Return the names up to the end of the list; none if anything else stands in it."""
    closer = _CLOSERS[line.word(opened)]
    items: list[Span] = []
    first = at = opened + 1
    last = False
    while at < line.stop:
        word = line.word(at)
        ends = word == closer or word in ".;"
        if word in (",", "and", "&") or ends:
            if at > first:
                items.append(line.span(first, at))
            elif not (word == "and" and items):
                return []
            last = last or word == "and"
            if ends:
                return items if last else []
            if last and word != "and":
                return []
            first = at + 1
        elif not _is_name(line, at):
            return []
        at += 1
    return []


def _is_name(line: Line, at: int) -> bool:
    """Tell a word of a name; "of" and the like may stand inside one."""
    text = line.tokens.text[at]
    return text[:1].isupper() or text in ("of", "the", "de", "la", "'s", "’s", "al", "-")
