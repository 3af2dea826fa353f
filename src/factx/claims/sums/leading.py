"""Who leads, and what others have, in any words: "No province grows more than Viterbo, 38,400 … in Avellino 44,700"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factx.claims.sums.line import Figure, Line
from factx.claims.sums.order import superlative
from factx.claims.sums.passage import paragraphs
from factx.claims.sums.words import says, words
from factx.model import Tie, Way
from factx.nlp.tokens import Tokens

_SENTENCES = 3
_FAR = 20  # words between a word of the lead and its figure
_CLAUSE = 16  # words from one rival's figure to the next
_FEW = 5  # words of "smallest of the three", "most fires of the four districts"
_WAYS: tuple[Way, ...] = ("up", "down")
_TIMES = 4  # figures further apart are hardly of one scale


def find(tokens: Tokens, lines: Sequence[Line], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield the one figure of a sentence that says who leads, with those given to other names.

    The rivals stand in clauses of their own, at no other time, and are of the same unit.
    """
    tied = {t.members[0].mention for t in ties if t.kind == "order" and t.members}
    for sentences in paragraphs(tokens, lines):
        for index, line in enumerate(sentences):
            lead = _lead(line)
            if lead is None:
                continue
            at, way = lead
            near = [f for f in line.figures if f.is_level and _is_by(line, at, f)]
            tops = [f for f in near if f.first > at] or near
            if not tops or tops[0].mention.id in tied or not _is_on_scale(line, at, tops[0]):
                continue
            stretch = line.joined(sentences[index : index + _SENTENCES])
            rivals = _rivals(stretch, at, tops[0])
            if rivals:
                members = (tops[0].member("top"), *(rival.member("rival") for rival in rivals))
                yield Tie("order", members, line.span(at, at + 1), way=way, closed=False)


def _lead(line: Line) -> tuple[int, Way] | None:
    """Return the one word of a sentence that says who leads, and at which end of the scale."""
    places = range(line.start, line.stop)
    said = line.lower[line.start : line.stop]
    rate = any(line.lower[i] == "per" and line.word(i + 1) != "cent" for i in places)
    if rate or not ((words("of_years") - {"than"}) | {"average"}).isdisjoint(said):
        return None
    found: list[tuple[int, Way]] = []
    for at in places:
        way = superlative(line, at)
        if way is not None:
            found.append((at, way))
        elif line.lower[at] in words("leads") and _is_first(line, at):
            found.append((at, "up"))
        elif line.lower[at] == "than" and line.lower[line.start] in ("no", "nowhere"):
            ways = [way for way in _WAYS if not words(f"{way}_than").isdisjoint(said)]
            found += [(at, way) for way in ways[:1]]
    if len(found) != 1 or (said.count("than") == 0 and _is_of_place(line, found[0][0])):
        return None
    return found[0]


def _is_first(line: Line, at: int) -> bool:
    """Tell "tops the list" and "the top scorer" from "on top of"."""
    doc = line.tokens.doc
    named = at + 1 < line.stop and doc[at + 1].pos_ == "NOUN" and line.word(at - 1) != "on"
    return named if line.lower[at] == "top" else doc[at].dep_ != "compound"


def _is_of_place(line: Line, at: int) -> bool:
    """Tell "the largest in Europe": others elsewhere may be larger."""
    doc = line.tokens.doc
    ends = (i for i in range(at, line.stop) if line.lower[i] in ",.;" or doc[i].pos_ == "VERB")
    end = next(ends, line.stop)  # "was recorded in Lund" says who leads
    if line.word(end) == "," and line.word(end + 1) in words("led_to"):
        return False  # so does "lowest in Bandon, where 52.4 per cent"
    dated = {i for _, first, stop in line.moments for i in range(first - 1, stop)}
    return any(
        line.lower[i] in ("in", "of")
        and i not in dated
        and any(doc[j].pos_ == "PROPN" for j in range(i + 1, min(i + 4, end)))
        for i in range(at, end)
    )


def _is_by(line: Line, at: int, figure: Figure) -> bool:
    """Tell a figure near the word of the lead that is not the number of its rivals."""
    few = line.word(line.before(figure)) == "of" and 0 < figure.first - at <= _FEW
    return abs(figure.first - at) <= _FAR and not few


def _is_on_scale(line: Line, at: int, top: Figure) -> bool:
    """Tell a figure on the scale of a superlative: the dearest by money, the longest by length."""
    word, kind = line.lower[at], top.mention.kind
    sized = words("scale_any") | words("scale_size") | words("leads") | {"than"}
    if word in words("scale_money"):
        return kind == "money"
    if word in words("scale_heat"):
        return (top.mention.unit or "").startswith(("°", "degree"))
    return kind == "measure" or word in (words("scale_any") if kind == "percent" else sized)


def _rivals(line: Line, at: int, top: Figure) -> list[Figure]:
    """Return the figures behind a leader's that are given to other names."""
    start = line.behind(top)
    known = line.names(line.start, max(at, top.first))
    rivals: list[Figure] = []
    for figure in line.after(top):
        start = max(start, line.sentence(figure))
        clause = line.between(start, figure.edge)
        stop = figure.stop + 3 if line.word(figure.stop) in ("in", "at") else figure.edge
        named = line.names(start, min(stop, line.stop)) - known
        behind = line.between(figure.stop, line.behind(figure) + 1)
        stops = says(clause, "since") or says(clause, "overall") or says(clause, "turned_to")
        moved = not (words("up") | words("down")).isdisjoint(clause)
        dated = any(start <= first < figure.edge for _, first, _ in line.moments)
        other = {"of", "more", "fewer", "less", "higher", "lower"} & {*behind}
        object_ = line.tokens.doc[figure.edge - 1].pos_ == "NOUN"  # "paid its president 98,000"
        if stops or moved or dated or other or object_ or not named or len(clause) > _CLAUSE:
            break
        if not figure.is_level or not _is_alike(line, top, figure):
            break
        rivals.append(figure)
        start = line.behind(figure)
    return rivals


def _is_alike(line: Line, top: Figure, figure: Figure) -> bool:
    """Tell one unit and size, or the bare "44,700" behind tonnes."""
    one, other = top.mention, figure.mention
    bare = other.kind in ("count", "number") and other.unit is None and one.kind != "money"
    same = one.kind == other.kind and other.unit == one.unit
    if one.unit is None and other.kind == one.kind == "count" and other.noun is not None:
        # "the largest number of lorries, with 2,300 … 2,900 lorries"
        same = other.noun.text.lower() in line.between(line.start, top.first)
    small, large = sorted((one.number, other.number))
    return (bare or same) and small > 0 and large <= small * _TIMES
