"""What is known of an article's figures when values of other sentences are weighed for one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factx.claims.earlier.choice import Traits
from factx.claims.governor import governor
from factx.claims.scene import Figure, Scene
from factx.claims.telling import STRONG, verbs
from factx.claims.words import words
from factx.model import Claim

_NAMING = frozenset({"NOUN", "VERB", "PROPN"})
# Letters of a word that tells what a sentence is about.
_TELLING = 4
# When something is, by the form of its first verb.
_TIMES = {"VBD": "past", "VBN": "past", "VBZ": "now", "VBP": "now", "MD": "will"}
# Blocks that tell no story.
_APART = frozenset({"dateline", "title", "furniture"})


class Setting:
    """One article with its claims, and its sentences as numbers."""

    __slots__ = ("_content", "_starts", "_verbs", "claims", "scene")

    def __init__(self, scene: Scene, claims: Sequence[Claim]) -> None:
        self.scene = scene
        # a figure makes one claim, in the order of the text
        self.claims = dict(zip(scene.figures, claims, strict=True))
        self._starts = [first for first, _ in scene.sentences]
        self._content: dict[int, frozenset[str]] = {}
        self._verbs: dict[Figure, int | None] = {}

    def long(self) -> str:
        """Return how long the article is."""
        return f"long={_about(len(self.scene.sentences) // 4)}"

    def tells(self, index: int) -> bool:
        """Tell whether a token stands in the prose."""
        return self.scene.tokens.kind(index) not in _APART

    def number(self, index: int) -> int:
        """Return which sentence of the article a token stands in."""
        return bisect_right(self._starts, index) - 1

    def sentences(self, figure: Figure, index: int) -> str:
        """Return how many sentences before a figure a token stands."""
        return f"sentences={_about(self.number(figure.first) - self.number(index))}"

    def beside(self, figure: Figure, first: int, stop: int) -> Traits:
        """Return how a place of a figure's own sentence stands to it; of another, nothing."""
        if self.number(first) != self.number(figure.first):
            return []
        tree = self.scene.tree
        side = "before" if first < figure.first else "behind"
        low, high = (stop, figure.first) if side == "before" else (figure.stop, first)
        between = len(self.scene.figures_in(low, high)) if low < high else 0
        clause = tree.clause(first) == tree.clause(figure.first)
        top = tree.top(first, stop)
        return [
            f"own={side} {min(2, between)} {clause}",
            f"place={tree.base[top]} {clause}",
            f"own={tree.base[top]} {tree.base[tree.head[top]]}",
        ]

    def paragraphs(self, figure: Figure, index: int) -> str:
        """Return how many paragraphs before a figure a token stands."""
        block = self.scene.tokens.block
        return f"paragraphs={_about(block[figure.first] - block[index])}"

    def common(self, figure: Figure, index: int) -> str:
        """Return how many telling words a figure's sentence shares with another."""
        return f"common={min(3, len(self._words(index) & self._words(figure.first)))}"

    def said(self, first: int, stop: int) -> str:
        """Return whether a date or place is when or where somebody spoke."""
        tree = self.scene.tree
        head = tree.head[tree.top(first, stop)]
        return f"said={self.scene.tokens.lower[head] in verbs(*STRONG)}"

    def tense(self, verb: int | None) -> str:
        """Return the form of a verb, or of its first auxiliary: "VBD", "VBD passive"."""
        if verb is None:
            return "-"
        tree, doc = self.scene.tree, self.scene.tokens.doc
        helpers = [at for at in tree.children(verb) if tree.base[at] in {"aux", "cop"}]
        form = str(doc[helpers[0] if helpers else verb].tag_)
        if helpers and tree.lemma(helpers[0]) == "have":
            form += " perfect"
        return form + " passive" * any(tree.label[at] == "aux:pass" for at in helpers)

    def time(self, verb: int | None) -> str:
        """Return whether a verb is of the past, of now or of what will be."""
        tense, _, more = self.tense(verb).partition(" ")
        return _TIMES.get(tense, tense) + " before" * more.startswith("perfect")

    def lasts(self, figure: Figure) -> bool:
        """Tell whether a figure is said of this day: "1,200 lorries still use the road"."""
        verb = self.verb(figure)
        if verb is None or not self.time(verb).startswith("now"):
            return False
        lower = self.scene.tokens.lower
        return any(
            lower[at] in words("earlier", "lasting") for at in self.scene.tree.children(verb)
        )

    def verb(self, figure: Figure) -> int | None:
        """Return the verb over a figure."""
        if figure not in self._verbs:
            governed = governor(self.scene, figure)
            self._verbs[figure] = governed.verb if governed is not None else None
        return self._verbs[figure]

    def traits(self, figure: Figure) -> Traits:
        """Return what of a figure and its claim speaks for a value of some kind, or for none."""
        claim, verb = self.claims[figure], self.verb(figure)
        return [
            f"kind={figure.kind}",
            f"tense={self.tense(verb)}",
            f"verb={self.lemma(verb)}",
            f"of={claim.measure.head if claim.measure is not None else '-'}",
            f"relation={claim.relation}",
        ]

    def lemma(self, verb: int | None) -> str:
        """Return the base form of a verb, if there is one."""
        return self.scene.tree.lemma(verb) if verb is not None else "-"

    def _words(self, index: int) -> frozenset[str]:
        """Return the words that tell what the sentence around a token is about."""
        number = self.number(index)
        if number not in self._content:
            lower, tag = self.scene.tokens.lower, self.scene.tree.tag
            self._content[number] = frozenset(
                lower[at]
                for at in range(*self.scene.sentence(index))
                if tag[at] in _NAMING and len(lower[at]) >= _TELLING
            )
        return self._content[number]


def _about(count: int) -> str:
    """Return a number up to two, larger ones in steps."""
    return str(next((step for step in (0, 1, 2, 4, 8) if count <= step), "more"))
