"""Measures that a set turn of phrase gives away: "exports by 12%, imports by 7%", "of the 40 towns, nine"."""

from __future__ import annotations

from factx.claims import carried, phrase
from factx.claims.carried import Known
from factx.claims.governor import approach, behind, governor
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.subject import subject_phrase
from factx.claims.words import words
from factx.model import Quantity

_RELATIVE = 7
_AMOUNTS = frozenset({"percent", "percentage_point", "money", "measure"})
_REACHING = frozenset({"by", "to", "at", "for", "from"})
_JOINING = frozenset({",", ";", "and", "but", "while"})
_GAPPED, _FRONTED, _REDUCED, _FOLLOWED = 8, 3, 8, 8


def index(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "the index lost 162.31 points, or 2%": what has fractions of points is what moved."""
    mention = figure.mention
    pointed = isinstance(mention, Quantity) and mention.unit == "point" and "." in mention.text
    found = governor(scene, figure) if pointed else None
    return subject_phrase(scene, found.verb) if found is not None else None


def repeated(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "won the cup twice, an award 11 times": each noun of the list has its own number."""
    lower, tree, at = scene.tokens.lower, scene.tree, approach(scene, figure)
    first, limit = scene.sentence(figure.first)
    last = lower[min(figure.stop, limit - 1)]
    if "times" not in {last, lower[figure.stop - 1]} and lower[figure.first] != "twice":
        return None
    noun = at - 1
    if lower[noun] == ")":
        noun = next((i for i in range(noun, max(first, noun - 6), -1) if lower[i] == "("), at) - 1
    if noun <= first or tree.tag[noun] not in {"NOUN", "PROPN"} or scene.date_at(noun) is not None:
        return None
    found = phrase.around(scene, noun)
    listed = found is not None and found[1] >= noun + 1 and lower[found[0] - 1] in {",", "and"}
    return found if listed and scene.figures_in(first, found[0] if found else first) else None


def apart(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "six minutes ahead of Berg", "1.24 behind Olsen": whom or what the gap is to."""
    lower, stop = scene.tokens.lower, figure.stop
    _, limit = scene.sentence(figure.first)
    if stop + 1 >= limit or lower[stop] not in {"ahead", "behind"}:
        return None
    found = phrase.onward(scene, stop + 1 + (lower[stop + 1] == "of"))
    return (stop, found[1]) if found is not None else None


def turned(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "with May crude down 23 cents, or 0.4%": what stands right before the turn."""
    lower, tree, at = scene.tokens.lower, scene.tree, approach(scene, figure)
    noun = at - 2
    if noun < scene.sentence(at)[0] or lower[at - 1] not in {"up", "down"}:
        return None
    named = tree.tag[noun] in {"NOUN", "PROPN"} and not scene.covered(noun)
    named = named and tree.base[noun] != "obj"  # "ended the session up 5%"
    if not named or figure.kind not in {"money", "percent", "percentage_point"}:
        return None
    while tree.base[noun] == "nmod" and scene.sentence(at)[0] <= tree.head[noun] < noun:
        noun = tree.head[noun]
    found = phrase.around(scene, noun)
    if found is None or tree.tag[found[0]] != "ADP":
        return found
    joined = (i + 1 for i in range(noun, found[0], -1) if lower[i] == "and")
    start = next(joined, None)  # "at $57 on the exchange and June crude down 16 cents"
    return phrase.trim(scene, start, found[1]) if start is not None else None


def more(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "140 kg of tea in a van, and 50 kg (110 lb) in a boat": more of what was weighed before."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    first, limit = scene.sentence(figure.first)
    stop = behind(scene, figure)
    led = lower[stop] if stop < limit else ""
    if figure.kind != "measure" or led not in {"in", "at", "from", "on"} or at - 1 <= first:
        return None
    if lower[at - 1] not in {"and", "or", ","}:
        return None
    for other in reversed(scene.figures_in(first, at)):
        found = known.get(other.mention.id)
        alike = other.kind == "measure" and _unit(other) == _unit(figure)
        if alike and found is not None and lower[behind(scene, other)] == "of":
            return found if behind(scene, other) < found[0] else None
    return None


def _unit(figure: Figure) -> str | None:
    return figure.mention.unit if isinstance(figure.mention, Quantity) else None


def fronted(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "Of the posts to go, 410 are in Lund": the group that opens the clause."""
    lower, at = scene.tokens.lower, approach(scene, figure)
    first, _ = scene.sentence(figure.first)
    comma = next((i for i in range(at - 1, max(first, at - _FRONTED), -1) if lower[i] == ","), 0)
    if figure.kind not in {"count", "percent", "ratio"} or not _nameless(figure) or not comma:
        return None
    start = next((i for i in range(comma - 1, first - 1, -1) if lower[i] in {",", ";"}), first - 1)
    opens = start < first or lower[start] == ";"
    if lower[start + 1] not in {"of", "among"} or not opens or scene.date_at(start + 2) is not None:
        return None
    other = next(iter(scene.figures_in(start + 2, comma)), None)
    found = known.get(other.mention.id) if other is not None else None
    found = found or phrase.onward(scene, start + 2)
    sure = found is not None and carried.nominal(scene, found)
    return found if sure and found and lower[found[0]] not in words("measure", "pointing") else None


def reduced(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "a painting thought to be worth $2 million": what it is said of, whatever the parse says."""
    lower, tag, at = scene.tokens.lower, scene.tree.tag, approach(scene, figure)
    first, _ = scene.sentence(figure.first)
    for verb in range(at - 2, max(first, at - _REDUCED), -1):
        held = lower[verb + 1] == "to" and lower[verb] in words("measure", "held")
        if not held or lower[verb + 2] not in {"be", "have"} or "NOUN" in tag[verb + 3 : at]:
            continue
        if tag[verb - 1] not in {"NOUN", "PROPN"} or verb - 1 in scene.inside:
            return None
        start = verb - 1
        while start > first and tag[start - 1] in {"NOUN", "PROPN", "ADJ"}:
            start -= 1
        return phrase.trim(scene, start, verb)
    return None


def relative(scene: Scene, figure: Figure) -> Stretch | None:
    """Read "the 50 million that the old works can manage": who does what with the amount."""
    lower, tag, stop = scene.tokens.lower, scene.tree.tag, figure.stop
    _, limit = scene.sentence(figure.first)
    if figure.kind == "duration" or stop + 2 >= limit:
        return None
    if lower[stop] == "who" and figure.kind == "count":
        # "of the 2.8 million who voted", "the three who were killed"
        at = next((i for i in range(stop + 1, min(limit, stop + 4)) if tag[i] != "AUX"), stop)
        return (at, at + 1) if tag[at] == "VERB" else None
    if lower[stop] not in {"that", "which"}:
        return None
    named = False
    for index in range(stop + 1, min(limit, stop + 1 + _RELATIVE)):
        if index in scene.inside or not (lower[index][0].isalnum() or lower[index] == "'s"):
            return None
        if tag[index] == "VERB":
            return (stop + 1, index + 1) if named else None
        named = named or tag[index] in {"NOUN", "PROPN"}
    return None


def gapped(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Read "exports grew by 12%, imports by 7%", "rye 40": another noun with the verb of the first."""
    lower, tree = scene.tokens.lower, scene.tree
    first, _ = scene.sentence(figure.first)
    noun = approach(scene, figure) - 1
    noun -= noun > first and lower[noun] in _REACHING
    before = scene.figures_in(first, noun)
    amount = figure.kind in _AMOUNTS or (figure.kind == "count" and _nameless(figure))
    if not (amount or figure.kind == "duration") or not before:
        return None
    mean = figure.first - 1
    if lower[mean] in words("measure", "means") and lower[mean - 2 : mean] == ["and", "the"]:
        return mean, mean + 1  # "the median was 13.8 weeks and the average 19.2"
    alike = [other for other in before[-2:] if other.kind == figure.kind]
    if lower[noun] == "'s" and alike:  # "Peru's production grew by 1.5% and Zambia's by 4%"
        whole = known.get(alike[-1].mention.id)
        owner = next((at for at in range(*whole or (0, 0)) if lower[at] == "'s"), None)
        return (owner + 1, whole[1]) if whole is not None and owner is not None else None
    counted = figure.kind == "count" and alike and getattr(alike[-1].mention, "noun", None)
    counted = counted and scene.unit(figure) != "time"  # "the cup five times, an award twice"
    if not alike and {before[-1].kind, figure.kind} != carried.SHARES:
        return None
    # "and Oslo for 9%" is a name's share, "Oslo 9%" may be anything of it
    named = tree.tag[noun] == "PROPN" and lower[noun + 1] != "for"
    if tree.tag[noun] not in {"NOUN", "PROPN"} or scene.covered(noun):
        return None
    found = phrase.around(scene, noun)
    if found is None or found[1] != noun + 1:
        return None
    joined = tree.head[noun] if tree.base[noun] == "conj" else noun
    if before[-1].stop < joined < noun and tree.tag[joined] == "NOUN":
        pair = phrase.around(scene, joined)  # "and maize and beans for 9%"
        found = (pair[0], found[1]) if pair is not None else found
    start = found[0] - (tree.tag[found[0] - 1] == "ADP")  # "and in the south to 9%"
    if lower[start - 1] not in _JOINING:
        return None
    named = named or start < found[0]
    between = range(before[-1].stop, start)
    verbal = any(tree.tag[index] in {"VERB", "AUX"} for index in between)
    if verbal or start - before[-1].stop > _GAPPED:
        return None
    if counted and tree.tag[noun] == "NOUN":
        return known.get(alike[-1].mention.id)  # "created 55,000 posts and construction 25,000"
    if not named:
        return found
    whole = known.get((alike or before)[-1].mention.id)
    if whole is None:
        return None
    said = next((at for at in range(*whole) if tree.tag[at] == "VERB"), whole[1])
    if all(text[0].isupper() or text == "&" for text in scene.tokens.text[whole[0] : said]):
        return found  # "Acme fell 5.4%, Berg 4.8%", "Europe brought in 54%, Asia 17%"
    # "the yield in the north fell to 9%, in the south to 5%" speaks of the yield
    stop = next((i for i in range(whole[0] + 1, whole[1]) if lower[i] == lower[start]), whole[1])
    return whole[0], stop


def compared(scene: Scene, figure: Figure, known: Known) -> Stretch | None:
    """Take up the measure of the sentence where a figure is only another amount of it.

    "57%, seven points lower", "5% of sales from bread and 3% from jam", "than last year's $4 million".
    """
    lower, tree = scene.tokens.lower, scene.tree
    first, _ = scene.sentence(figure.first)
    at = approach(scene, figure)
    other = scene.inside.get(at - 2) if at - 2 >= first else None
    back = {"to", "from"} if figure.kind == "count" else {"from"}
    if other is not None and lower[at - 1] in back and other.kind == figure.kind:
        # as in by a majority of 35 to 23, fell to 9% from 12%
        return known.get(other.mention.id) if _nameless(figure) else None
    if lower[at - 1] == "with" and _follows(lower[max(first, at - _FOLLOWED) : at - 1]):
        found = carried.alike(scene, figure, known)  # "46% followed by the Greens with 33%"
        done = tree.top(*found) if found is not None else 0
        # "Oslo gave $9 million, followed by Bergen with $8 million": what others did too
        return found if found is None or tree.tag[done] != "VERB" else (done, done + 1)
    part = scene.inside.get(at - 3) if lower[max(first, at - 2) : at] == ["out", "of"] else None
    if part is not None and part.kind == figure.kind and _nameless(figure):
        return known.get(part.mention.id)  # "$490 million out of $846 million"
    if lower[max(first, at - 2) : at] in (["of", "whom"], ["of", "which"]):
        said = tree.head[tree.top(figure.first, figure.stop)]
        named = tree.tag[said] == "NOUN" and tree.child(said, "cop") is not None
        # "48 killings, of which nine were stabbings"
        return phrase.around(scene, said) if named else carried.alike(scene, figure, known)
    if _points(scene, figure):
        return carried.alike(scene, figure, known, {"percent", "percentage_point"})
    if at - 2 >= first and lower[at - 1] == "'s" and _nameless(figure):
        # "last year's $4 million", "279 votes to Olsen's 214"
        if scene.date_at(at - 2) is not None:
            return carried.last(scene, figure, known)
        bare = figure.kind == "count" and tree.tag[at - 2] == "PROPN"
        return (
            carried.alike(scene, figure, known) if bare and figure.mention.text.isdigit() else None
        )
    top = tree.top(figure.first, figure.stop)
    gapped = tree.base[top] == "flat" and tree.tag[tree.head[top]] == "PROPN"
    if gapped and tree.head[top] == figure.first - 1 and figure.kind == "count":
        return carried.alike(scene, figure, known) if _nameless(figure) else None
    if (place := _placed(scene, figure, at)) is not None:
        if tree.tag[place - 1] == "NOUN" and place - 1 > first:
            return phrase.around(scene, place - 1)  # "roads second with 25%, health third with 20%"
        found = carried.last(scene, figure, known, figure.kind)
        # "35% of the total … second with 25%": of what is not said
        named = found is not None and lower[found[1] - 1] not in words("measure", "transparent")
        return found if named else None
    return None


def _follows(before: list[str]) -> bool:
    """Tell whether somebody comes next: "followed by the Greens"."""
    return any(before[at : at + 2] == ["followed", "by"] for at in range(len(before)))


def _placed(scene: Scene, figure: Figure, at: int) -> int | None:
    """Return the place that a figure was won with: "came in first with 14", "is second, with 9%"."""
    lower, first = scene.tokens.lower, scene.sentence(figure.first)[0]
    if at <= first or lower[at - 1] != "with":
        return None
    if not _nameless(figure) and figure.kind != "percent":
        return None
    near = range(at - 2, max(first, at - 4) - 1, -1)
    return next((index for index in near if lower[index] in words("measure", "places")), None)


def _nameless(figure: Figure) -> bool:
    return isinstance(figure.mention, Quantity) and figure.mention.noun is None


def _points(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure counts points: "seven points lower", "a tenth of a point"."""
    mention = figure.mention
    if not isinstance(mention, Quantity) or mention.kind == "money":
        return False
    behind_it = scene.tokens.lower[figure.stop : figure.stop + 3]
    if mention.kind == "percentage_point":
        before = scene.inside.get(figure.first - 2)
        aside = before is not None and before.kind == "percent" and figure.first >= 2
        apart = words("relation", "apart") | words("relation", "comparative")
        return (
            aside
            and scene.tokens.lower[figure.first - 1] == ","
            and not apart.isdisjoint(behind_it[:1])
        )
    return behind_it[:1] in (["points"], ["point"]) or behind_it == ["of", "a", "point"]
