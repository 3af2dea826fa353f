"""A number of things and their names: "three cities: Lund, Malmo and Ystad"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Span, Tie

_QUOTES = frozenset("\"'")
_FAR = 8
_MOST = 12  # things that are still named one by one
_CLOSERS = {"(": ")", ":": ".", "-": "-"}


def find(line: Line) -> Iterator[Tie]:
    """Yield the counts that are followed by a complete list of names."""
    for figure in line.figures:
        opened = _opening(line, figure)
        items = _apposed(line, figure) if opened is None else _items(line, opened)
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
    at = line.tokens.stretch(noun)[1]
    if line.word(at) in _CLOSERS and not (line.word(at) == "-" and line.tokens.glued(at)):
        return at
    # a verb and a date may stand before the colon, as in "Two ministers resigned on Thursday"
    colon = next((i for i in range(at, min(at + _FAR, line.stop)) if line.lower[i] == ":"), None)
    first = line.figures[0] is figure
    plain = colon is not None and all(
        line.lower[i].isalnum() and i not in line.inside for i in range(at, colon)
    )
    return colon if first and plain else None


def _apposed(line: Line, figure: Figure) -> list[Span]:
    """Return the names of "Five airports, Hualien, Taitung and Tainan, were closed"; none if unsure."""
    mention = figure.mention
    noun = mention.noun
    counts = mention.kind == "count" and mention.qualifier == "exact" and "-" not in mention.text
    if not counts or noun is None or noun.start < mention.end or not 1 < mention.number <= _MOST:
        return []
    if noun.text[:1].isupper():
        return []  # "the two Koreas, China and Japan" are a list themselves
    doc, at = line.tokens.doc, line.tokens.stretch(noun)[1]
    heads = figure.edge == line.start or line.word(figure.edge - 1) == "the"
    ruled = figure.edge > line.start and doc[figure.edge - 1].pos_ in ("VERB", "ADP")
    if line.word(at) != "," or not (heads or ruled):
        return []
    items: list[Span] = []
    first, joined = at + 1, False
    for here in range(at + 1, line.stop):
        word = line.lower[here]
        if word in (",", "and", "."):
            if here == first:
                return []
            items.append(line.span(first, here))
            if joined:
                closed = word == "." or (word == "," and doc[here + 1 : here + 2].text != "")
                told = word == "." or (closed and doc[here + 1].pos_ in ("AUX", "VERB"))
                return items if told and len(items) > 2 else []
            first, joined = here + 1, word == "and"
        elif not _is_name(line, here):
            return []
    return []


def _items(line: Line, opened: int) -> list[Span]:
    """Return the names up to the end of the list; none if anything else stands in it."""
    closer = _CLOSERS[line.word(opened)]
    items: list[Span] = []
    first = at = opened + 1
    last = quoted = False
    # names cut in two by a false end of a sentence are still of the list
    while at < len(line.lower) and line.tokens.block[at] == line.tokens.block[opened]:
        word = line.lower[at]
        if word in _QUOTES and line.tokens.text[at] not in ("'", "’"):
            quoted = not quoted
        if quoted:
            at += 1
            continue
        if word == "(" and closer != ")" and at > first:
            end = _bracket(line, at)
            if end is None:
                return []
            items.append(line.span(first, at))
            at = first = end + 1
            continue
        ends = word == closer or word in ".;"
        if word in (",", "and", "&") or ends:
            if at > first:
                items.append(line.span(first, at))
            elif not (items and (word == "and" or line.lower[at - 1] == ")")):
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


def _bracket(line: Line, opened: int) -> int | None:
    """Return where a remark in brackets ends: "Lalao Rabe (health)"."""
    stop = min(opened + _FAR, len(line.lower))
    return next((at for at in range(opened, stop) if line.lower[at] == ")"), None)


def _is_name(line: Line, at: int) -> bool:
    """Tell a word of a name; "of" and the like may stand inside one."""
    text = line.tokens.text[at]
    return text[:1].isupper() or line.lower[at] in _QUOTES or text in words("in_names")
