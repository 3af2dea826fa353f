"""Phrases drawn at random, as trees: things, people, places, times."""

from __future__ import annotations

from figures import Figures
from nodes import Node, case, mark


class Phrases(Figures):
    """Draws what figures are about, where and when."""

    def phrase(self, dep: str, depth: int = 1) -> Node:
        """Draw a noun phrase, some with a clause or a list."""
        head = self.thing(dep)
        draw = self.chance.random()
        if self.odds(0.2):
            head = Node(self.pick("masses"), "NN", dep, head.left[:1])
        if self.odds(0.15):
            head.left.insert(0, self.owner())
        elif self.odds(0.25):
            head.left.insert(0, Node("the", "DT", "det"))
        if depth and draw < 0.25:
            clause = Node(self.pick("gerunds"), "VBG", "acl", [], [self.phrase("obj", 0)])
            if self.odds(0.3):
                clause.right[0].right += self.list_rest()
            head.right.append(clause)
        elif depth and draw < 0.4:
            clause = Node(self.pick("passive"), "VBN", "acl", [], [self.place("obl")])
            head.right.append(clause)
        elif depth and draw < 0.6:
            inner = self.phrase("nmod", 0)
            inner.left.insert(
                0, case(self.chance.choice(["of", "of", "for", "in", "among", "from"]))
            )
            head.right.append(inner)
        elif depth and draw < 0.66:
            inner = self.thing("nmod")
            such = Node("such", "JJ", "case", [], [case("as", "fixed")])
            inner.left.insert(0, such)
            inner.right += self.list_rest()
            head.right.append(inner)
        elif depth and draw < 0.7:
            clause = Node(
                "aged", "VBN", "acl", [], [Node(str(self.chance.randint(5, 60)), "CD", "obj")]
            )
            if self.odds(0.5):
                upper = Node(str(self.chance.randint(61, 90)), "CD", "nmod", [case("-")])
                clause.right[0].right.append(upper)
                upper.left[0].tag, upper.left[0].glue, upper.glue = "SYM", True, True
                upper.left[0].pos = "SYM"
            head.right.append(clause)
        return head

    def list_rest(self) -> list[Node]:
        """Draw what follows the first of a list."""
        second, third = self.thing("conj"), self.thing("conj")
        second.left.insert(0, mark(","))
        third.left.insert(0, Node("and", "CC", "cc"))
        if self.odds(0.5):
            third.left.insert(0, mark(","))
        return [second, third]

    def owner(self) -> Node:
        """Draw a possessive place."""
        return Node(
            self.pick("places"), "NNP", "nmod:poss", [], [Node("'s", "POS", "case", glue=True)]
        )

    def name(self, dep: str) -> Node:
        """Draw a full name."""
        family = Node(self.chance.choice(self.family), "NNP", "flat")
        return Node(self.chance.choice(self.given), "NNP", dep, [], [family])

    def place(self, dep: str) -> Node:
        """Draw a prepositional place."""
        head = Node(self.pick("places"), "NNP", dep, [case("in")])
        if self.odds(0.25):
            head.dep = "compound"
            head.left = []
            area = self.chance.choice(["region", "province", "district", "area"])
            return Node(area, "NN", dep, [case("in"), Node("the", "DT", "det"), head])
        return head

    def year(self) -> str:
        """Draw a year."""
        return str(self.chance.randint(1995, 2027))

    def time(self, dep: str = "obl") -> Node:
        """Draw a date, period or season of figures."""
        draw = self.chance.random()
        month = self.pick("months")
        if draw < 0.3:
            prep = self.chance.choice(["in", "in", "in", "by", "since", "during"])
            return Node(self.year(), "CD", dep, [case(prep)])
        if draw < 0.45:
            span = self.chance.choice(["quarter", "half", "months"])
            which = self.chance.choice(["first", "second", "third", "last"])
            left = [case("in"), Node("the", "DT", "det"), Node(which, "JJ", "amod")]
            if span == "months":
                left.append(Node("nine", "CD", "nummod"))
            year = Node(self.year(), "CD", "nmod", [case("of")])
            return Node(span, "NNS" if span == "months" else "NN", dep, left, [year])
        if draw < 0.6:
            second = Node(self.pick("months"), "NNP", "conj", [Node("and", "CC", "cc")])
            return Node(month, "NNP", dep, [case("between")], [second])
        if draw < 0.75:
            return Node(month, "NNP", dep, [case("in")], [Node(self.year(), "CD", "nmod:unmarked")])
        if draw < 0.85:
            day = Node(str(self.chance.randint(1, 28)), "CD", dep, [case("on")])
            day.left.append(Node(month, "NNP", "nmod:unmarked"))
            if self.odds(0.5):
                year = Node(self.year(), "CD", "nmod:unmarked", [mark(",")])
                day.right.append(year)
            return day
        if draw < 0.93:
            left = [case("in"), Node("the", "DT", "det"), Node("same", "JJ", "amod")]
            right = [Node("year", "NN", "nmod:unmarked", [Node("last", "JJ", "amod")])]
            return Node("period", "NN", dep, left, right if self.odds(0.6) else [])
        return Node("year", "NN", "obl:unmarked", [Node("last", "JJ", "amod")])

    def earlier(self, dep: str = "advmod") -> Node:
        """Return ``a year earlier``."""
        year = Node("year", "NN", "obl:unmarked", [Node("a", "DT", "det")])
        return Node("earlier", "RB", dep, [year])
