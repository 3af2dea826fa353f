"""Quotations that are sentences, and whom the words beside them are about."""

from __future__ import annotations

from bisect import bisect_right

from factx.claims.scene import Scene, Stretch

# A quotation of fewer tokens may be a title or a single word.
_SHORT = 5


def quotations(scene: Scene) -> list[Stretch]:
    """Return the stretches between quotation marks that are sentences, and not only names.

    A quotation that the next paragraph goes on with has no mark at the end of the first.
    """
    out: list[Stretch] = []
    opened: int | None = None
    tokens = scene.tokens
    for index, word in enumerate(tokens.text):
        if word not in {'"', "“", "”"}:
            continue
        if opened is not None and tokens.block[opened] != tokens.block[index]:
            if word != "”" and index - opened > _SHORT:
                out.append((opened, bisect_right(tokens.block, tokens.block[opened]) - 1))
            opened = None
        if opened is None:
            opened = index if word != "”" else None
        elif word != "“":
            ends = tokens.text[index - 1] in {".", "!", "?", ","}
            if tokens.sent[opened] != tokens.sent[index] or (ends and index - opened > _SHORT):
                out.append((opened, index))
            opened = None
    if opened is not None and tokens.block[opened] == tokens.block[-1]:
        out.append((opened, len(tokens)))
    return out


def beside(scene: Scene, quote: Stretch) -> list[Stretch]:
    """Return the stretches that may tell whose words a quotation is, the surest first.

    They are "Berg defended her choice, “..." and "...,” Berg went on", then the sentence before.
    """
    tokens, (start, stop) = scene.tokens, quote
    first = scene.sentence(start)[0]
    found: list[Stretch] = []
    if first < start and tokens.lower[start - 1] in {",", ":"}:
        found.append((first, start))
    if stop + 1 < len(tokens) and "," in {tokens.lower[stop - 1], tokens.lower[stop + 1]}:
        found.append((stop + 1, scene.sentence(stop)[1]))
    if not found and first == start > 0 and tokens.block[start - 1] == tokens.block[start]:
        found.append((scene.sentence(start - 1)[0], start))
    return found
