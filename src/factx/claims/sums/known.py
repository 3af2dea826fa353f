"""Who was just named or counted, told of again: "Berg, 27, … the 37-year-old", "seized 16 … the 61 captives"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factx.claims.sums.kin import is_somebody
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.words import table, words
from factx.model import Tie
from factx.nlp.tokens import Tokens

_SENTENCES = 4
_OLDEST = 110
_NEAR = 3
_LEAST = 10  # things: of fewer there may be others
_RESTATED = "restated"


def find(tokens: Tokens, lines: Sequence[Line]) -> Iterator[Tie]:
    """Yield the figures that are of one person, or of one group, whatever noun names it.

    There must be one figure of the kind ahead and one definite one behind, and no kin or third one.
    """
    for sentences in paragraphs(tokens, lines):
        for read in (_ages, _groups, _things):
            yield from read(sentences)


def _ages(sentences: Sequence[Line]) -> Iterator[Tie]:
    """Read "Maria Berg, 27, won." and "said the 37-year-old Swede": the one person of a paragraph."""
    told = [(line, figure) for line in sentences for figure in line.figures if _is_age(figure)]
    if len(told) != 2:
        return
    (line, one), (later, other) = told
    apart = line.tokens.sent[later.start] - line.tokens.sent[line.start]
    stretch = line.lower[line.start : later.stop]
    if not 0 < apart <= _SENTENCES or not words("kin").isdisjoint(stretch):
        return
    doc = line.tokens.doc
    named = doc[one.first - 2].pos_ == "PROPN" and line.word(one.first - 1) == ","
    apposed = line.word(one.stop) in (",", ".") or line.word(one.first - 2) == "aged"
    again = "old" in other.mention.text and later.word(other.first - 1) == "the"
    at = other.stop
    while at < later.stop and doc[at].pos_ == "NOUN":
        at += 1
    if at > other.stop and not {"her", "his"}.isdisjoint(line.lower[one.stop : other.first]):
        return  # "her coach … the 37-year-old trainer"
    alone = at >= later.stop or doc[at].pos_ != "PROPN" or at == other.stop
    swede = doc[other.stop].pos_ == "PROPN" and doc[other.stop + 1 : other.stop + 2].text in ",.;"
    if doc[other.stop].pos_ == "PROPN":
        alone = swede
    if named and apposed and again and alone and not _has_another(line, one, later):
        for where, figure in told:
            yield Tie("event", (figure.member("aged"),), where.span(figure.first, figure.stop))


def _has_another(line: Line, one: Figure, later: Line) -> bool:
    """Tell whether a second person is named by two words between the ages, or beside the first."""
    doc, known = line.tokens.doc, set()
    at = one.first - 2
    while at >= line.start and doc[at].pos_ == "PROPN":
        known.add(line.lower[at])
        at -= 1
    people = (ent for ent in doc[line.start : later.stop].ents if ent.label_ in ("PERSON", "PER"))
    return any(known.isdisjoint(line.lower[ent.start : ent.end]) for ent in people)


def _is_age(figure: Figure) -> bool:
    mention = figure.mention
    plain = mention.kind == "measure" and mention.unit == "year" and mention.qualifier == "exact"
    return plain and mention.change is None and 0 < mention.number < _OLDEST


def _groups(sentences: Sequence[Line]) -> Iterator[Tie]:
    """Read "seized 16 worshippers" and, behind it, "the 61 captives": those who suffered it."""
    for name, data in table()["groups"].items():
        verbs, nouns = set(data[0].split()), set(data[1].split())
        told = [
            (line, figure)
            for line in sentences
            for figure in line.figures
            if _is_taken(line, figure, verbs) or _is_group(figure, nouns)
        ]
        if len(told) != 2:
            continue
        (line, one), (later, other) = told
        apart = line.tokens.sent[later.start] - line.tokens.sent[line.start]
        again = _is_group(other, nouns) and later.word(other.edge - 1) in ("the", "all")
        grown = not words("grows").isdisjoint(line.lower[one.stop : other.edge])
        if 0 < apart <= _SENTENCES and again and not grown and _is_taken(line, one, verbs):
            for where, figure in told:
                yield Tie("event", (figure.member(name),), where.span(figure.first, figure.stop))


def _is_taken(line: Line, figure: Figure, verbs: set[str]) -> bool:
    """Tell "seized 16 worshippers": the verb stands before the figure, and it counts somebody."""
    mention = figure.mention
    if mention.kind != "count" or mention.noun is None or figure.describes:
        return False
    somebody = is_somebody((mention.unit or "").rpartition(" ")[2])
    exact = mention.qualifier == "exact" and mention.change is None
    doc = line.tokens.doc
    near = range(max(line.start, figure.edge - _NEAR), figure.edge)
    return somebody and exact and any(doc[at].lemma_.lower() in verbs for at in near)


def _is_group(figure: Figure, nouns: set[str]) -> bool:
    unit = (figure.mention.unit or "").rpartition(" ")[2]
    return figure.mention.kind == "count" and unit in nouns and not figure.describes


def _things(sentences: Sequence[Line]) -> Iterator[Tie]:
    """Read "found 340 parrots in a lorry" and "The 430 parrots were": one noun, counted twice."""
    told = [(line, figure) for line in sentences for figure in line.figures]
    counted: dict[str, list[tuple[Line, Figure]]] = {}
    for line, figure in told:
        head = (figure.mention.unit or "").rpartition(" ")[2]
        if head not in {"", "people"} | words("ballots") and figure.mention.kind == "count":
            counted.setdefault(head, []).append((line, figure))
    for found in counted.values():
        if len(found) != 2:
            continue
        (line, one), (later, other) = found
        apart = line.tokens.sent[later.start] - line.tokens.sent[line.start]
        plain = all(_is_plain(figure) for figure in (one, other)) and not _is_definite(line, one)
        if 0 < apart <= _SENTENCES and plain and _is_again(line, one, later, other):
            for where, figure in found:
                yield Tie(
                    "event", (figure.member(_RESTATED),), where.span(figure.first, figure.stop)
                )


def _is_plain(figure: Figure) -> bool:
    mention = figure.mention
    exact = mention.qualifier == "exact" and mention.change is None
    return exact and mention.number >= _LEAST and not figure.describes


def _is_definite(line: Line, figure: Figure) -> bool:
    return line.word(figure.edge - 1) in ("the", "those", "these", "all", "both")


def _is_again(line: Line, one: Figure, later: Line, other: Figure) -> bool:
    """Tell "the 430 parrots", or "570 destroyed machines" of what was lost, from others and parts."""
    doc, stop = line.tokens.doc, later.behind(other)
    if any(first < other.first for _, first, _ in later.moments):
        return False
    if not words("grows").isdisjoint(later.between(later.start, stop + 1)):
        return False
    kinds = range(other.stop, stop - 1)
    participle = any(doc[at].tag_ == "VBN" for at in kinds)
    first = {line.lower[at] for at in range(one.stop, line.behind(one))}
    known = all(doc[at].tag_ == "VBN" or line.lower[at] in first for at in kinds)
    alone = later.word(stop) in (",", ".", ";", "") or doc[stop].pos_ in ("VERB", "AUX")
    return known and alone and (_is_definite(later, other) or participle)
