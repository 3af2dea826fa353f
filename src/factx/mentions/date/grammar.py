"""Find dates: one look-up a token, and a reader only where a cue word or a digit stands.

The readers live in ``named``, ``amounts`` and ``years``; each gets the cue's index and the first
token that is still free, and returns the shapes that it read.
"""

from __future__ import annotations

from collections.abc import Callable

from factx.mentions.date import amounts, clock, digits, months, named, numeric, relative, years
from factx.mentions.date.shapes import Clock, Length, Named, Nth, Part, Ref, Repeat, Shape, Shift
from factx.mentions.date.view import View

Reader = Callable[[View, int, int], list[Shape]]
READERS: dict[str, Reader] = {
    "holiday": named.holiday, "ref": named.ref, "month": months.month, "weekday": named.weekday,
    "season": named.season, "unit": amounts.unit, "half": amounts.half, "period": amounts.period,
    "part": clock.part, "clock": clock.clock_word, "day": named.day, "decade": named.decade,
    "set": named.recurring, "season_year": relative.season_year, "number": digits.number, "code": digits.code, "dashed": digits.dashed,
    "numeric": numeric.read, "spelled": years.in_words,
}  # fmt: skip
_NUMBER, _CODE, _NUMERIC, _DASHED = ("number",), ("code",), ("numeric",), ("dashed",)
_DIGITS = frozenset("0123456789")
_CODES = frozenset(("q1", "q2", "q3", "q4", "h1", "h2"))


def shapes(view: View) -> list[Shape]:
    """Return every shape in the article, in text order and without overlaps."""
    found: list[Shape] = []
    cues = view.lex.cues
    floor = 0
    furniture = {
        number
        for number, block in enumerate(view.tokens.article.blocks)
        if block.kind == "furniture"
    }
    block = view.tokens.block
    for i, word in enumerate(view.lower):
        readers = cues.get(word)
        if readers is None:
            if word[0] in _DIGITS:
                readers = _NUMBER
            elif word[-1] in _DIGITS:
                if word[:3] in cues:
                    readers = _NUMERIC
                elif word[-5:-4] == "-":
                    readers = _DASHED
                elif word in _CODES or word[:2] == "fy":
                    readers = _CODE
                else:
                    continue
            else:
                continue
        if i < floor or block[i] in furniture:
            continue
        for reader in readers:
            if read := READERS[reader](view, i, floor):
                for shape in read:
                    _modify(view, shape, floor)
                found.extend(read)
                floor = max(floor, read[-1].stop)
                break
    return found


def _modify(view: View, shape: Shape, floor: int) -> None:
    """Take in "early", "mid-", "late", "the end of" before a date; note "about" before a length."""
    j = shape.first - 1
    if isinstance(shape, Length):
        # "over the past two years" is within them, "over two years" is longer
        within = view.word(j) == "over" and view.lower[shape.first] in ("the", "this", "these")
        shape.mod = None if within else _approximation(view, j)
        return
    if j < floor or isinstance(shape, (Repeat, Ref, Nth, Clock)):
        return
    word = view.lower[j]
    modifiers = view.lex.modifiers
    mod: str | None = None
    if word in modifiers and word in view.lex.lists["plain_modifiers"]:
        mod = modifiers[word] if _fits(view, shape, word) else None
    elif (
        (word == "-" and view.word(j - 1) in view.lex.lists["dashed_modifiers"])
        or (word in ("in", "on", "at") and view.word(j - 1) in view.lex.lists["early_or_late"])
        or (word == "of" and view.among(j - 1, "ends_of"))
    ):
        mod, j = modifiers[view.word(j - 1)], j - 1
    if mod is None or j < floor or (view.word(j) == "late" and view.among(j - 1, "delays")):
        return
    shape.mod = mod
    shape.first = j
    if view.word(j - 1) in ("the", "very") and j - 1 >= floor:
        shape.first = j - 1


def _fits(view: View, shape: Shape, word: str) -> bool:
    """Tell whether "later" or "end" modifies the date: "later this year", but not "later Friday"."""
    if word == "end":
        return isinstance(shape, Named) and shape.unit in ("month", "year")
    if word == "start":
        return False
    if word in ("earlier", "later"):
        if isinstance(shape, Shift):
            return view.lower[shape.first] in view.lex.lists["this_or_the"]
        if isinstance(shape, Part):
            return shape.relation in ("this", "that")
        return (
            isinstance(shape, Named)
            and shape.unit in ("weekday", "day")
            and view.word(shape.first - 2) != "days"
        )
    return True


_MORE = {"more": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "longer": "MORE_THAN"}


def _approximation(view: View, j: int) -> str | None:
    word = view.word(j)
    if word == "over" and not view.among(j - 1, "before_a_length_over"):
        return None  # "repaid over 20 years" is within them
    if word in view.lex.approximations:
        return view.lex.approximations[word]
    if word == "than" and (more := _MORE.get(view.word(j - 1))):
        if view.word(j - 2) in ("no", "not", "never"):
            return "EQUAL_OR_LESS" if more == "MORE_THAN" else "EQUAL_OR_MORE"
        return more
    if word == "least" and view.word(j - 1) == "at":
        return "EQUAL_OR_MORE"
    if word in ("to", "most") and view.word(j - 1) in ("up", "at"):
        return "EQUAL_OR_LESS"
    return None
