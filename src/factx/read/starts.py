"""Where the articles of a page begin.

A file is one article unless the page shows otherwise, for headings inside an article are far more
common than a second article. What shows it: a pager line that counts several results, a date line,
byline or wire story right below a headline, rules between headlines, several top headings of
markdown, or a text that is nothing but headlines with one long paragraph each.
"""

from __future__ import annotations

from collections.abc import Sequence

from factx.read.datelines import read_line
from factx.read.furniture import results_shown
from factx.read.pieces import BODY, REACH, Piece, has_body, is_body
from factx.read.signed import find_signed

_TEASER = 80  # characters of a paragraph that is prose on a page that lists articles
_LONG_BODY = 600


def find_starts(pieces: Sequence[Piece], *, titled: bool) -> list[int]:
    """Return the index of each article's first piece; none for an empty page.

    ``titled`` says that front matter has named the whole file, so that its headings are sections.
    What stands before the first start belongs to the first article's page.
    """
    text = [i for i, piece in enumerate(pieces) if piece.role in ("text", "heading")]
    if not text:
        return [0] if pieces else []
    starts = _listed(pieces, text) or _uniform(pieces, text)
    if not starts:
        parted = _ruled(pieces, text) or ([] if titled else _marked(pieces, text))
        signed = find_signed(pieces, text)
        starts = sorted({*parted, *signed}) if parted else [text[0], *signed]
    if not starts or any(is_body(pieces[i]) for i in text if i < starts[0]):
        starts = [text[0], *starts]
    return starts


def _candidates(
    pieces: Sequence[Piece], text: Sequence[int], *, least_words: int = 3, least_body: int = BODY
) -> list[int]:
    """Return the headlines that follow a finished body, or nothing, and stand before another."""
    found = []
    for number, i in enumerate(text):
        piece = pieces[i]
        if not piece.headline or piece.level > 1 or len(piece.text.split()) < least_words:
            continue
        before = pieces[text[number - 1]] if number else None
        if before is not None and (before.role == "heading" or before.headline):
            continue
        below = [pieces[k] for k in text[number + 1 : number + 1 + REACH]]
        if read_line(piece.text) is None and has_body(below, least_body):
            found.append(i)
    return found


def _listed(pieces: Sequence[Piece], text: Sequence[int]) -> list[int]:
    """Return the headlines of a page whose pager line says how many results it shows."""
    shown = max((results_shown(p.text) or 0 for p in pieces if p.role == "pager"), default=0)
    if shown < 2:
        return []
    found = _candidates(pieces, text, least_words=2, least_body=_TEASER)
    if len(found) > shown:  # headings too: titles have more words
        longest = sorted(found, key=lambda i: (-len(pieces[i].text.split()), i))
        found = sorted(longest[:shown])
    return found if len(found) > 1 else []


def _uniform(pieces: Sequence[Piece], text: Sequence[int]) -> list[int]:
    """Return three or more headlines, if each has one long paragraph and there is nothing else."""
    found = _candidates(pieces, text)
    if len(found) < 3:
        return []
    text = [i for i in text if i >= found[0] or not pieces[i].headline]
    if len(text) != 2 * len(found) or text[::2] != found:
        return []
    lengths = [len(pieces[i].text.split()) for i in found]
    bodies = [len(pieces[i].text) for i in text[1::2]]
    uniform = min(lengths) >= 4 and sum(lengths) >= 6 * len(lengths) and min(bodies) >= _LONG_BODY
    return found if uniform else []


def _ruled(pieces: Sequence[Piece], text: Sequence[int]) -> list[int]:
    """Return the headline after each rule, if every part between rules opens with one."""
    first_of_part: list[int] = []
    fresh = True
    for i, piece in enumerate(pieces):
        if piece.role == "rule":
            fresh = True
        elif piece.role in ("text", "heading") and fresh:
            first_of_part.append(i)
            fresh = False
    if len(first_of_part) < 2:
        return []
    found = set(_candidates(pieces, text, least_words=4))
    return first_of_part if found.issuperset(first_of_part) else []


def _marked(pieces: Sequence[Piece], text: Sequence[int]) -> list[int]:
    """Return the top headings of markdown, if each reads as a title and has a body."""
    found = [i for i in text if pieces[i].level == 1]
    if len(found) < 2 or found[0] != text[0]:
        return []
    sizes = dict.fromkeys(found, 0)
    current = found[0]
    for i in text:
        if i in sizes:
            current = i
        elif pieces[i].role == "text":
            sizes[current] += len(pieces[i].text)
    titles = all(len(pieces[i].text.split()) >= 4 for i in found)
    return found if titles and min(sizes.values()) >= _LONG_BODY else []
