"""Measures that an earlier figure of the text names: "seven in the north and, in the south, nine"."""

from __future__ import annotations

from collections.abc import Collection
from math import inf
from typing import TypeAlias

from factx.claims import phrase
from factx.claims.antecedent import antecedent
from factx.claims.contrasted import contrast
from factx.claims.governor import behind
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.words import words
from factx.mentions.quantity.lists import lists
from factx.model import Quantity
from factx.nlp.cues import cues
from factx.nlp.nouns import plural

# the measures of the figures before, by the id of their mention
Known: TypeAlias = dict[str, Stretch]

COUNTS = frozenset({"count", "number"})
SHARES = frozenset({"percent", "ratio"})
# "members, of whom there are 21,000"
_WHOM_ARE = (["whom", "there", "are"], ["which", "there", "are"], ["whom", "there", "were"])
_ANY = 3  # the highest number that is said of many things
_CLOSE = 30  # tokens to what a plural pronoun means
BACK = 250  # tokens to what the paragraph spoke of


def group(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "30 guests, four of whom were hurt": the noun that the relative pronoun stands for."""
    lower, stop, tree = scene.tokens.lower, figure.stop, scene.tree
    first, limit = scene.sentence(figure.first)
    if lower[max(first, figure.first - 3) : figure.first] in _WHOM_ARE:
        at = figure.first - 5 - (lower[figure.first - 5] == ",")
        return phrase.around(scene, at) if at >= first and tree.tag[at] == "NOUN" else None
    if stop + 1 >= limit or lower[stop] != "of":
        return again(scene, figure, known)
    if lower[stop + 1] == "it":
        return last(scene, figure, known) or antecedent(scene, stop + 1)
    if lower[stop + 1] in {"these", "those", "them"}:
        what = phrase.onward(scene, stop + 2) if stop + 2 < limit else None
        alone = what is not None and (what[1] >= limit or lower[what[1]] in {".", ",", ";"})
        # "nine of those waiting" are people waiting, "nine of them rented" are boats
        said = {"NOUN"} if lower[stop + 1] == "them" else {"NOUN", "ADJ", "VERB"}
        harmed = stop + 2 < limit and lower[stop + 2] in words("measure", "states")
        if what is not None and alone and (tree.tag[stop + 2] in said or harmed):
            return what
        bare = stop + 2 >= limit or tree.tag[stop + 2] not in {"NOUN", "PROPN", "NUM"}
        if not bare:
            return None
        return last(scene, figure, known, several=True) or antecedent(scene, stop + 1)
    if lower[stop + 1] not in {"whom", "which"}:
        return None
    if tree.tag[figure.first - 1] == "NOUN" and figure.first - 1 not in scene.inside:
        return phrase.around(scene, figure.first - 1)
    before = scene.figures_in(first, figure.first)
    if before and before[-1].mention.id in known and figure.first - before[-1].stop < 8:
        return known[before[-1].mention.id]
    return None


def again(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "the three had recovered" after "three cases": a number that the text gave before."""
    mention, lower = figure.mention, scene.tokens.lower
    if isinstance(mention, Quantity) and mention.change is not None:
        return _same_change(scene, figure, known)
    if not isinstance(mention, Quantity) or mention.noun is not None or mention.kind != "count":
        return None
    if scene.tree.tag[figure.stop : figure.stop + 1] == ["NOUN"]:
        return None
    if figure.first > 1 and lower[figure.first - 1] in words("measure", "ordering"):
        # "their first two", "the other three"
        owned = lower[figure.first - 2] in phrase.ends().articles
        return last(scene, figure, known, "count", several=True) if owned else None
    if not figure.first or lower[figure.first - 1] not in {"the", "these", "those", "all"}:
        return None
    if lower[figure.stop : figure.stop + 1] and lower[figure.stop] in words("measure", "states"):
        return None
    # "the two" of another paragraph may be any
    close = lower[figure.first - 1] == "the" and mention.number <= _ANY
    for other in reversed(scene.figures_in(max(0, figure.first - BACK), figure.first)):
        if close and scene.tokens.block[figure.first] - scene.tokens.block[other.first] > 1:
            return None
        earlier = other.mention
        same = isinstance(earlier, Quantity) and earlier.number == mention.number
        if same and other.mention.id in known:
            return known[other.mention.id]
    return None


def _same_change(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "this 7% increase" after "raises the rate by 7%": a change that the text gave before."""
    mention, lower, at = figure.mention, scene.tokens.lower, figure.first - 1
    noun = behind(scene, figure)
    if at < 0 or lower[at] not in {"the", "this", "that"} or lower[noun] not in cues().nouns:
        return None
    for other in reversed(scene.figures_in(max(0, figure.first - BACK), figure.first)):
        earlier = other.mention
        if not isinstance(earlier, Quantity) or not isinstance(mention, Quantity):
            continue
        same = (earlier.number, earlier.unit) == (mention.number, mention.unit)
        if same and earlier.change == mention.change and other.mention.id in known:
            found = known[other.mention.id]
            return found if nominal(scene, found) else None
    return None


def near(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Take the measure of the figure before in the sentence, if both are of one kind."""
    if _own_subject(scene, figure):
        return None
    if not isinstance(figure.mention, Quantity):
        return None
    first, _ = scene.sentence(figure.first)
    compared = contrast(scene, figure) is not None
    verb = scene.tree.head[scene.tree.top(figure.first, figure.stop)]
    shared = held(scene, figure, verb)
    joined = _joined(scene, figure)
    if joined is not None and joined.mention.id in known:
        return known[joined.mention.id]
    same = figure.kind in COUNTS or compared or shared
    before = scene.figures_in(first, figure.first) if same else []
    if figure.kind in COUNTS and scene.tree.tag[figure.stop : figure.stop + 1] == ["VERB"]:
        # "forty opened and nine shut": each has a clause of its own
        before = [o for o in before if nominal(scene, known.get(o.mention.id, (o.first, o.stop)))]
    return likest(figure, [other for other in before if other.kind == figure.kind], known)


def likest(figure: Figure, before: list[Figure], known: Known) -> Stretch | None:
    """Return what a figure without a noun most likely counts: what one close by and of its size does.

    A part comes after its whole, and a counted noun is meant before anything else.
    """
    chosen, least = None, inf
    for back, other in enumerate(reversed(before)):
        found = known.get(other.mention.id)
        cost = back + _unlike(figure, other)
        if found is not None and cost < least:
            chosen, least = found, cost
    return chosen


def _unlike(figure: Figure, other: Figure) -> float:
    """Return how little one figure can be of what another is of."""
    mine, its = figure.mention, other.mention
    if not isinstance(mine, Quantity) or not isinstance(its, Quantity) or mine.kind in SHARES:
        return 0
    if mine.number is None or its.number is None:
        return 0
    apart = abs(mine.number.adjusted() - its.number.adjusted()) > 1
    return 6 * apart + 4 * (its.number < mine.number) + 3 * (its.noun is None)


def held(scene: Scene, figure: Figure, verb: int) -> bool:
    """Tell whether a percentage is a share that somebody gets, "won 40%", not a "gained 3.5%".

    What a rival gains beside a share is a share too.
    """
    if figure.kind != "percent" or scene.tree.lemma(verb) not in words("measure", "holding"):
        return False
    before = scene.figures_in(scene.sentence(figure.first)[0], figure.first)
    shares = [other for other in before if other.kind == "percent"]
    return not _changes(figure) or (bool(shares) and not _changes(shares[-1]))


def _changes(figure: Figure) -> bool:
    return isinstance(figure.mention, Quantity) and figure.mention.change is not None


def alike(
    scene: Scene, figure: Figure, known: Known, kinds: Collection[str] = ()
) -> Stretch | None:
    """Take the measure of the last figure of the sentence that is of one kind with this one."""
    first, _ = scene.sentence(figure.first)
    for other in reversed(scene.figures_in(first, figure.first)):
        if other.kind in (kinds or {figure.kind}) and other.mention.id in known:
            return known[other.mention.id]
    return None


def last(
    scene: Scene,
    figure: Figure,
    known: Known,
    kind: str = "",
    *,
    several: bool = False,
    blocks: int = 0,
) -> Stretch | None:
    """Take the measure of the last figure of the paragraph, of a kind if one is given.

    ``blocks`` is how many paragraphs before it are looked through too.

    "Oslo led with $5 million" measures what the figure before it did; "half of them" is of
    ``several`` things. A clause or a phrase with a figure of its own is not carried so far.
    """
    block = scene.tokens.block[figure.first]
    fitting: list[Figure] = []
    for other in scene.figures_in(max(0, figure.first - BACK), figure.first):
        near = several and figure.first - other.first < _CLOSE
        if block - scene.tokens.block[other.first] > blocks and not near:
            fitting.clear()
            continue
        alike = kind in ("", other.kind) or {kind, other.kind} == SHARES
        found = known.get(other.mention.id) if alike else None
        if found is None or not nominal(scene, found):
            continue
        counted = isinstance(other.mention, Quantity) and other.mention.noun is not None
        counted = counted or any(map(plural, scene.tokens.lower[slice(*found)]))
        if not several or counted:
            fitting.append(other)
    if several:
        fitting = _spoken_of(scene, figure, fitting)
    chosen = kind or several or figure.kind in COUNTS
    return likest(figure, fitting if chosen else fitting[-1:], known)


def _spoken_of(scene: Scene, figure: Figure, fitting: list[Figure]) -> list[Figure]:
    """Leave out the games of "17 goals in 34 games, five of them away"."""
    here = scene.figures_in(scene.sentence(figure.first)[0], figure.first)
    led = {o for o in here if scene.tokens.lower[scene.edge(o) - 1] in lists().where}
    told = any(other in here and other not in led for other in fitting)
    return [other for other in fitting if other not in led] if told else fitting


def beside(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "five schools shut and 12 others were hit": what the sentence counted before."""
    before = scene.figures_in(scene.sentence(figure.first)[0], figure.first)
    counted = (o for o in before if isinstance(o.mention, Quantity) and o.mention.noun is not None)
    alike = [o for o in counted if o.kind in COUNTS and o.mention.id in known]
    return likest(figure, [o for o in alike if nominal(scene, known[o.mention.id])], known)


def nominal(scene: Scene, stretch: Stretch) -> bool:
    """Tell whether a measure is a noun phrase without figures, which means the same anywhere."""
    tree = scene.tree
    if tree.tag[tree.top(*stretch)] in {"VERB", "AUX"}:
        return False
    return not any(index in scene.inside or tree.tag[index] == "PRON" for index in range(*stretch))


def _own_subject(scene: Scene, figure: Figure) -> bool:
    """Tell whether the words say what a figure is: "and the number of deaths is 66"."""
    top = scene.tree.top(figure.first, figure.stop)
    subject = scene.tree.child(top, "nsubj", "csubj")
    return subject is not None and scene.tree.tag[subject] in {"NOUN", "VERB"}


def _joined(scene: Scene, figure: Figure) -> Figure | None:
    """Return the amount that this one is listed with: "fines of $5 for one and $9 for both"."""
    tree, first = scene.tree, scene.sentence(figure.first)[0]
    if figure.first > first and tree.tag[figure.first - 1] == "NOUN":
        return None  # "copper brought $3 billion and coffee $1 billion"
    if tree.base[tree.top(figure.first, figure.stop)] == "nsubj":
        return None  # "20% went on roads, and the remaining 30% goes to schools"
    for other in reversed(scene.figures_in(max(first, figure.first - 14), figure.first)):
        if other.kind != figure.kind or not isinstance(other.mention, Quantity):
            continue
        if isinstance(figure.mention, Quantity) and other.mention.unit != figure.mention.unit:
            continue
        between = range(other.stop, figure.first)
        listed = any(scene.tokens.lower[index] in {"and", ",", "or"} for index in between)
        if listed and not any(tree.tag[index] in {"VERB", "AUX", ""} for index in between):
            return other
        return None
    return None
