"""Places that are no scene of a figure: a team, an origin, a rival, whose or which somebody is."""

from __future__ import annotations

from factx.claims.governor import behind
from factx.claims.parted import of_a_part
from factx.claims.path import Path, across, compared, past_inset, quoted
from factx.claims.places import Spot
from factx.claims.scene import Figure, Scene
from factx.claims.words import words
from factx.nlp.nouns import singular

# Words between the ends of a journey.
_JOURNEY = 8
_INSIDE = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "flat", "det"})


def apart(scene: Scene, figure: Figure, spot: Spot, way: Path) -> bool:
    """Tell whether a place is part of a name, a comparison or what another figure counts."""
    tree = scene.tree
    if _plays(scene, figure, spot, way) or _gives(scene, way):
        return True
    if scene.tokens.lower[spot.stop : spot.stop + 2] == ["-", "based"]:
        return True
    if of_a_part(scene, figure, spot.first):
        return True
    if _preposition(scene, spot) in words("place", "barred"):
        return True
    if past_inset(scene, figure, spot.first) or across(scene, figure, spot.first):
        return True
    if "as well as" in " ".join(scene.tokens.lower[figure.stop : spot.first]):
        return True
    if quoted(scene, figure, spot.first, way) or _itself(scene, figure, way):
        return True
    if spot.stop < len(scene.tokens) and scene.person_at(spot.stop) is not None:
        return True
    # what a headline names holds for all of it: "Fire kills nine, injures dozens in Oslo"
    headed = scene.tokens.kind(figure.first) == "title"
    for node in way.down:
        head = tree.head[node]
        if _compared(scene, node) or (not headed and _taken(scene, figure, spot, node)):
            return True
        if _excluded(scene, figure, node):
            return True
        if (head != way.meet or not tree.is_verb(head)) and _belongs(scene, spot, node, head):
            return True
        if (head != way.meet and _owns(scene, node, head)) or _armed(scene, spot, head, way):
            return True
    return False


def goal(scene: Scene, spot: Spot, way: Path) -> bool:
    """Tell whether a place is only where something goes: "exports to Chile", "from Rome to Oslo"."""
    if _preposition(scene, spot, past_town=True) not in {"to", "into", "toward", "towards"}:
        return False
    before = scene.spots_in(max(0, spot.first - _JOURNEY), spot.first)
    if before and scene.tokens.lower[before[-1].first - 1] == "from":
        return True
    return bool(way.down) and scene.tree.base[way.down[0]] == "nmod"


def _plays(scene: Scene, figure: Figure, spot: Spot, way: Path) -> bool:
    """Tell whether a place is a team: "Milan had 8 shots", "Peru beat Chile 2-1"."""
    tree, lower = scene.tree, scene.tokens.lower
    nodes = (*range(spot.first, spot.stop), *way.down)
    cases = [case for node in nodes if (case := tree.child(node, "case")) is not None]
    if any(lower[case] in words("place", "located") for case in cases):
        return False
    if figure.kind == "result":
        return True
    verb = tree.lemma(way.meet)
    node = way.down[-1] if way.down else tree.top(spot.first, spot.stop)
    if verb in words("place", "contests") | {"lose"} and cases:
        return lower[cases[0]] in words("place", "against")
    counted = not cases and scene.unit(figure) in words("place", "sports")
    if verb not in words("place", "contests") and not counted:
        return False
    return tree.base[node] in {"nsubj", "obj", "obl", "conj", "appos"}


def _gives(scene: Scene, way: Path) -> bool:
    """Tell whether a country acts, and not there: "India offered $9 million"."""
    if len(way.down) != 1 or scene.tree.base[way.down[0]] != "nsubj":
        return False
    return scene.tree.lemma(way.meet) in words("place", "giving")


def _itself(scene: Scene, figure: Figure, way: Path) -> bool:
    """Tell whether a place is one of those that are counted: "four towns: Oslo, Moss, Voss and Bodø"."""
    tree = scene.tree
    listed = all(tree.base[node] == "conj" for node in way.down[:-1])
    if not way.down or tree.base[way.down[-1]] != "appos" or figure.kind != "count":
        return False
    return (
        listed and way.meet == tree.head[tree.top(figure.first, figure.stop)] and len(way.up) == 1
    )


def _excluded(scene: Scene, figure: Figure, node: int) -> bool:
    """Tell whether a phrase names an origin or one of many: "a boy from Voss", "including Oslo"."""
    tree, case = scene.tree, scene.tree.child(node, "case")
    if case is None or tree.tag[node] == "NUM":
        return False
    lower, head = scene.tokens.lower, tree.head[node]
    word = lower[case]
    if word in words("place", "causal") or (word == "on" and _drives(scene, node)):
        return True  # "rose 2% on strong demand in China", "amid unrest in Libya"
    if word in {"on", "about", "over"} and singular(lower[case - 1]) in words("place", "topical"):
        return True  # "questions on the war in Chad"
    if word == "from":
        # "40 people from towns in Chile", "came from all of Chile"
        counted = case - 1 == tree.head[tree.top(figure.first, figure.stop)]
        came = tree.lemma(head) in words("place", "biography")
        return counted or came or tree.base[node] == "nmod"
    return word in words("place", "excluding")


def _drives(scene: Scene, node: int) -> bool:
    """Tell a noun of what moves prices and profits: "on strong demand"."""
    word = scene.tokens.lower[node]
    return singular(word) in words("place", "driving") and scene.tree.tag[node] == "NOUN"


def _preposition(scene: Scene, spot: Spot, *, past_town: bool = False) -> str:
    """Return the word before a place, or before the list or chain of places that it ends."""
    lower, at = scene.tokens.lower, spot.first - 1
    first = scene.sentence(spot.first)[0]
    if past_town and lower[at] == "of" and lower[at - 1] in words("place", "towns"):
        at -= 2
    for _ in range(12):
        if at < first:
            return ""
        if lower[at] in {"the", ","} or lower[at] == "and" or scene.spot_at(at):
            at -= 1
            continue
        if scene.tokens.text[at][0].isupper() and scene.spot_at(at + 2) and lower[at + 1] == ",":
            at -= 1
            continue
        break
    return lower[at] if at >= first else ""


def _compared(scene: Scene, node: int) -> bool:
    """Tell whether a place is one of a comparison or the next of a ranking."""
    follows = scene.spot_at(node) and scene.tokens.lower[scene.tree.head[node]] in words(
        "place", "following"
    )
    return follows or compared(scene, node)


def _taken(scene: Scene, figure: Figure, spot: Spot, node: int) -> bool:
    """Tell whether a word on the way is another figure, or is counted by one."""
    tree = scene.tree
    if node in range(spot.first, spot.stop):
        return False
    other = scene.inside.get(node)
    if other is None:
        for child in tree.children(node):
            if tree.base[child] == "nummod" and child in scene.inside:
                other = scene.inside[child]
    if other is None or other is figure:
        return False
    # "39 of the state's 54 delegates" and "30 inches (76 cm) of rain" are one amount
    whole = tree.head[node] in range(figure.first, figure.stop) and tree.base[node] == "nmod"
    return not whole and not figure.stop <= other.first < behind(scene, figure)


def _belongs(scene: Scene, spot: Spot, node: int, head: int) -> bool:
    """Tell whether a place only says whose or which somebody is: "the mayor of Oslo", "Oslo Gas"."""
    tree, tokens = scene.tree, scene.tokens
    if head in range(spot.first, spot.stop):
        return False
    if scene.person_at(head) is not None:
        return True
    if _named(scene, head):
        return True
    part_of = tree.label[node] in _INSIDE or tokens.lower[spot.first - 1] == "of"
    if not part_of or node not in range(spot.first, spot.stop):
        return False
    if _owner(scene, head):
        return True
    if tokens.kind(head) == "title" or scene.spot_at(head):
        return False
    before = tokens.lower[spot.first - 1] if spot.first else ""
    if tree.label[node] == "nmod:poss" and before in words("place", "located"):
        # "at Oslo's Main Station"
        return False
    return tokens.text[head][0].isupper() and head != scene.sentence(head)[0]


def _owns(scene: Scene, node: int, head: int) -> bool:
    """Tell whether a place is part of whom somebody leads: "the commander of Oslo operations"."""
    case = scene.tree.child(node, "case")
    return case is not None and scene.tokens.lower[case] == "of" and _owner(scene, head)


def _armed(scene: Scene, spot: Spot, head: int, way: Path) -> bool:
    """Tell whose arms a country's letters name: "a U.S. raid killed nine" elsewhere."""
    country = "".join(scene.tokens.lower[spot.first : spot.stop]).replace(".", "")
    struck = way.meet == head or scene.tree.lemma(way.meet) in words("measure", "personal")
    return (
        country == "us" and struck and singular(scene.tokens.lower[head]) in words("place", "arms")
    )


def _owner(scene: Scene, head: int) -> bool:
    word, owners = scene.tokens.lower[head], words("place", "owners")
    return word in owners or singular(word) in owners


def _named(scene: Scene, title: int) -> bool:
    """Tell whether a title is followed by who holds it: "the mayor of Bergen, Anna Berg"."""
    tree = scene.tree
    return any(
        child > title
        and tree.base[child] in {"flat", "appos"}
        and scene.person_at(child) is not None
        for child in tree.children(title)
    )
