"""What rose or fell: "up 12% to 560 from 500", "fell from 13 to nine", "13%, an increase of 0.5%"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.apart import has_own_base, has_subject, is_apart, is_step_to
from factx.claims.sums.cue import Cue, nearest, of_levels, way_of
from factx.claims.sums.kin import shares_unit
from factx.claims.sums.line import Figure, Line
from factx.claims.sums.words import words
from factx.model import Member, Tie

_NEAR, _FAR = 10, 18  # tokens between the two levels, and back to the word of change
_BEHIND = 12  # tokens to an amount named after the levels
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_AMOUNTS = ("percent", "percentage_point", "ratio")


def find(line: Line) -> Iterator[Tie]:
    """Yield the changes of a sentence: those between two levels, then amounts with one level."""
    used: set[Figure] = set()
    for old in line.figures:
        if old in used or not is_old(line, old):
            continue
        new = _partner(line, old)
        if new is None or new in used or _is_shared_scale(new, old):
            continue
        if is_each(line, new) != is_each(line, old) and not is_near(new, old):
            continue
        cue = of_levels(line, new, old)
        if cue is None:
            continue
        amounts = _amounts(line, cue, new, old)
        stepped = any(is_step_to(line, f, new, old) for f in line.ahead(new))
        amounts = [figure for figure in amounts if not is_step_to(line, figure, new, old)]
        if stepped and line.word(line.before(old)) != "from":
            cue = Cue(cue.at, None, None)  # "rose 2 points to 46%, against 61% in 1992"
        used |= {old, new, *amounts}
        yield _tie(line, cue, [new.member("new"), old.member("old")], amounts)
    for amount in line.figures:
        if amount not in used and _is_amount(line, amount):
            yield from _with_one_level(line, amount, used)


def _tie(line: Line, cue: Cue, levels: list[Member], amounts: list[Figure]) -> Tie:
    members = levels + [amount.member(role(amount)) for amount in amounts]
    word = line.span(cue.at, cue.at + 1)
    return Tie("change", tuple(members), word, cue.way, cue.degree, closed=True)


def role(amount: Figure) -> str:
    """Return the part that an amount of change plays in a tie."""
    return "multiple" if amount.mention.kind == "ratio" else "amount"


def is_old(line: Line, figure: Figure) -> bool:
    """Tell the level before: "from 500", "against 13", "compared with 1,700"."""
    at = line.before(figure)
    if line.word(at + 1) == "'s" and at in line.timed:  # "from July's 4.6%"
        at = min(first for _, first, stop in line.moments if stop > at) - 1
    word = line.word(at)
    if figure.mention.change is not None:
        return False
    if word == "than":
        return _is_exceeded(line, at)
    return word in words("old") or _is_compared(line, at)


def _is_exceeded(line: Line, than: int) -> bool:
    """Tell "22% lower than the previous year's 355 million" from "more than 355 million"."""
    further = line.word(than - 1) in words("up_than") | words("down_than")
    amount = line.inside.get(than - 2)
    return further and amount is not None and amount.mention.kind == "percent"


def _is_compared(line: Line, at: int) -> bool:
    return line.word(at) in ("to", "with") and line.word(at - 1) in ("compared", "comparison")


def _is_new(line: Line, figure: Figure) -> bool:
    at = line.before(figure)
    caused = line.word(at - 1) in words("owing")
    return line.word(at) == "to" and not caused and not _is_compared(line, at)


def _is_amount(line: Line, figure: Figure) -> bool:
    """Tell how much it changed: "rose 12%", "by 60", "an increase of 12%", "tripled"."""
    if figure.mention.unit in words("ballots"):
        return False  # "approved a rise in the tax by 32 votes to 21"
    at = line.before(figure)
    level = line.word(at) in ("to", "from") or _is_compared(line, at)
    return figure.mention.change is not None and (figure.mention.kind == "ratio" or not level)


def _partner(line: Line, old: Figure) -> Figure | None:
    """Return the level after the change; None where several figures might be it."""
    at = line.before(old)
    ahead = next(line.ahead(old), None)
    beside = ahead is not None and line.between(ahead.stop, old.edge) == ["from"]
    if ahead is not None and beside and _is_new(line, ahead) and ahead.fits(old):
        return ahead  # "to 31 from 40 and the mean to 52"
    if any(stop == at for _, _, stop in line.durations):
        return None  # "to 31 days from 40 and the mean to 52"
    if line.word(at) == "from":
        following = next(line.after(old), None)
        if (
            following is not None
            and _is_new(line, following)
            and following.first - old.stop <= _NEAR
            and _clear(line, old.stop, following.first)
            and "," not in line.between(old.stop, following.first)
        ):
            return following if shares_unit(old, following) else None
    for figure in line.ahead(old):
        if at - figure.stop > _FAR or not _clear(line, figure.stop, at):
            return None
        if _is_amount(line, figure) or _is_by(line, figure):
            continue
        if line.word(figure.edge - 1) == "per":  # "62 calves per 100 cows"
            continue
        if _in_brackets(line, figure, at):
            continue
        fits = figure.fits(old) or _is_elided(figure, old)
        return figure if fits and not is_old(line, figure) else None
    return None


def _is_bare(figure: Figure) -> bool:
    return figure.mention.kind in ("count", "number") and figure.mention.unit is None


def _is_elided(new: Figure, old: Figure) -> bool:
    """Tell "62 million litres a day, up from the 50 million": the unit is that of the first."""
    scaled = old.mention.text.lower().endswith("illion") and "illion" in new.mention.text
    return scaled and _is_bare(old) and new.mention.kind in ("measure", "money")


def _in_brackets(line: Line, figure: Figure, at: int) -> bool:
    """Tell a conversion in brackets that close before the former level."""
    behind = line.between(figure.stop, at)
    return ")" in behind and "(" not in behind[: behind.index(")")]


def _is_shared_scale(new: Figure, old: Figure) -> bool:
    """Tell "to 4.80 from 3.50 billion": the scale word belongs to both, one figure is misread."""
    one, other = sorted(f.mention.number.copy_abs() for f in (new, old))
    scaled = [f.mention.number >= 10**6 and f.mention.text[-1:].isalpha() for f in (new, old)]
    return scaled[0] != scaled[1] and one * 1000 <= other


def is_near(new: Figure, old: Figure) -> bool:
    """Tell amounts of one size: "to $2.10 a kilo from $2.34" leaves the second "a kilo" out."""
    small, large = sorted((new.mention.number, old.mention.number))
    return small * 3 >= large


def is_each(line: Line, figure: Figure) -> bool:
    """Tell "$2.10 a share", "5 litres per head", "$15,279 in each"."""
    if line.between(figure.stop, figure.stop + 2) == ["in", "each"]:
        return True
    return line.word(figure.stop) in ("a", "an", "per", "each", "apiece") and not line.word(
        figure.stop + 1
    ).startswith(("year", "month", "quarter", "week", "decade"))


def _clear(line: Line, start: int, stop: int) -> bool:
    return words("breaks").isdisjoint(line.between(start, stop))


def _amounts(line: Line, cue: Cue, new: Figure, old: Figure) -> list[Figure]:
    """Return the amounts of one change: between the word and the levels, or right behind them."""
    last = max(new.stop, old.stop)
    found: dict[str, Figure] = {}
    near = [*line.ahead(new), *line.after(new)]
    for figure in sorted(near, key=lambda figure: figure.first):
        stated = _is_amount(line, figure) or _is_by(line, figure)
        if figure in (new, old) or figure.describes or not stated:
            continue
        if _is_ranged(line, figure) or is_apart(line, figure) or has_own_base(line, figure, old):
            continue
        ahead = min(cue.at, new.first, old.first) - 6 <= figure.first < last and _clear(
            line, figure.stop, cue.at
        )
        behind = last <= figure.first <= last + _BEHIND and _clear(line, last, figure.first)
        behind = behind and not has_subject(line, last, figure.first)
        if not (ahead or behind) or not _is_amount_of(figure, new):
            continue
        if _on_other_basis(line, figure, old) or {cue.way, figure.mention.change} == {"up", "down"}:
            continue
        later = max(new, old, key=lambda level: level.first)
        parted = is_of_next(line, later.stop, figure.first)
        if behind and (parted or any(f.first < figure.first for f in line.after(later))):
            continue
        found.setdefault(figure.mention.kind, figure)
    return list(found.values())


def _is_ranged(line: Line, figure: Figure) -> bool:
    """Tell "shrunk to four points, 44% to 40%, from nine" and "rise by 3% to 4%" from amounts."""
    other = line.inside.get(figure.stop + 1) if line.word(figure.stop) == "to" else None
    if other is None or figure.mention.kind != "percent" or other.mention.kind != "percent":
        return False
    set_off = line.word(figure.edge - 1) in (",", "-", "(")
    return set_off or figure.mention.number < other.mention.number <= 2 * figure.mention.number


def is_of_next(line: Line, one: int, other: int) -> bool:
    """Tell places that another thing parts: ", and mobile checks by", "and the number of arrests"."""
    doc, (start, stop) = line.tokens.doc, sorted((one, other))
    ahead = line.between(start, stop)
    joint = start + ahead.index("and") if "and" in ahead else stop
    behind = [at for at in range(joint, stop) if not (at in line.timed or way_of(line.lower[at]))]
    named = any(doc[at].pos_ in ("NOUN", "PROPN") or line.word(at + 1) == "by" for at in behind)
    return named and "," not in ahead[joint - start :]


def _is_amount_of(amount: Figure, level: Figure) -> bool:
    if amount.mention.kind in _AMOUNTS or amount.fits(level):
        return True
    points = (amount.mention.unit or "").rpartition(" ")[2] == "point"
    return points and level.mention.kind == "percent"


def _on_other_basis(line: Line, amount: Figure, old: Figure) -> bool:
    """Tell a percentage of other levels: in real terms, like for like, on the year beside months."""
    if amount.mention.kind not in ("percent", "percentage_point"):
        return False
    near = {*line.between(amount.first - 6, amount.stop + 8)}
    if not near.isdisjoint(words("basis")):
        return True
    months = {"month", "months", "quarter", "week"}.intersection(
        line.between(old.stop, old.stop + 6)
    )
    return bool(months) and not near.isdisjoint(words("yearly"))


def _is_by(line: Line, figure: Figure) -> bool:
    by = line.word(line.before(figure)) == "by"
    return by and figure.mention.unit not in words("ballots")


def _with_one_level(line: Line, amount: Figure, used: set[Figure]) -> Iterator[Tie]:
    """Read "rose 12% to 560" and "13%, an increase of 0.5%", and "halved, a 50% cut"."""
    beside = next(line.after(amount), None), next(line.ahead(amount), None)
    others = [figure for figure in beside if figure is not None and figure not in used]
    cue = nearest(line, amount)
    if cue is None:
        return
    for other in others:
        gap = max(other.first - amount.stop, amount.first - other.stop)
        start, stop = min(other.stop, amount.stop), max(other.first, amount.first)
        if gap > _NEAR or not _clear(line, start, stop):
            continue
        if other.first < amount.first and line.word(line.before(other)) == "or":
            continue  # "brought in $12 million, or 24% of the total, up 22%"
        if _is_amount(line, other):
            if (
                other.first > amount.first
                and "ratio" in (other.mention.kind, amount.mention.kind)
                and not _is_of_another(line, other)
                and _restates(line, start, stop)
            ):
                used |= {amount, other}
                yield _tie(line, cue, [], [amount, other])
            continue
        after = other.first > amount.first and _is_new(line, other) and gap <= 4
        before = other.first < amount.first and _added(line, other, amount)
        if after or before:
            used |= {amount, other}
            yield _tie(line, cue, [other.member("new")], [amount])
            return


def _is_of_another(line: Line, amount: Figure) -> bool:
    """Tell "up 16 percent, to Crete by half that" and "up 8 percent, double the rate of inflation"."""
    stop = amount.stop
    return stop < line.stop and line.tokens.doc[stop].tag_ in ("DT", "PRP$", "WP")


def _added(line: Line, level: Figure, amount: Figure) -> bool:
    """Tell "13% of trade, an increase of 0.5%": behind a pause only words of change."""
    between = line.between(level.stop, amount.edge)
    pauses = [index for index, word in enumerate(between) if word in (",", "-", "(")]
    if not pauses:
        return False
    said = between[pauses[-1] + 1 :]
    finite = any(line.tokens.doc[at].tag_ in _FINITE for at in range(level.stop, amount.edge))
    small = words("loose") | words("added")
    return not finite and all(way_of(word) or word in small for word in said)


def _restates(line: Line, start: int, stop: int) -> bool:
    """Tell an amount said in other words: "halved, a 50% cut", "tripled (up 200%)"."""
    between = line.between(start, stop)
    # "up 10%, farmers say costs rise twice as fast" is another statement
    own = any(line.tokens.doc[at].dep_ == "nsubj" for at in range(start, stop))
    joined = bool(between) and between[0] in (",", "(", "or", "-") and "and" not in between
    return joined and not own
