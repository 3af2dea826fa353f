"""Figures drawn at random, as trees: counts, percentages, money, lengths."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from pathlib import Path

from nodes import Node, case, mark


class Figures:
    """Draws figures; every method returns a fresh subtree with the relation asked for."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        here = Path(__file__).parent
        tables = tomllib.loads((here / "synthesize.toml").read_text("utf-8"))
        self.words = {name: text.split() for name, text in tables.items()}
        names = tomllib.loads((here / "names.toml").read_text("utf-8"))
        self.given = [n for t in names.values() for n in t["given"].split()]
        self.family = [n for t in names.values() for n in t["family"].split()]

    def pick(self, table: str) -> str:
        """Draw a word of a table."""
        return self.chance.choice(self.words[table])

    def odds(self, share: float) -> bool:
        """Tell whether a draw falls within ``share``."""
        return self.chance.random() < share

    def any(self, *options: Callable[[], Node]) -> Node:
        """Call one of the makers."""
        return self.chance.choice(options)()

    def digits(self) -> str:
        """Draw a number as written."""
        c = self.chance
        return c.choice(
            [
                str(c.randint(2, 99)),
                str(c.randint(100, 999)),
                f"{c.randint(1, 999)},{c.randint(0, 999):03}",
                f"{c.randint(1, 99)}.{c.randint(0, 9)}",
                f"{c.randint(1, 999)}.{c.randint(0, 99):02}",
                self.pick("spelled"),
            ]
        )

    def decimal(self) -> str:
        """Draw a small figure."""
        c = self.chance
        return c.choice([str(c.randint(1, 99)), f"{c.randint(0, 99)}.{c.randint(1, 9)}"])

    def hedge(self) -> list[Node]:
        """Return what stands before a number: about, more than, at least, up to, nothing."""
        draw = self.chance.random()
        if draw < 0.14:
            word = self.pick("hedges")
            return [Node(word, "RB", "advmod")]
        if draw < 0.2:
            word = Node(self.chance.choice(["more", "less", "fewer"]), "JJR", "advmod")
            word.right.append(case("than", "fixed"))
            return [word]
        if draw < 0.23:
            return [Node("least", "JJS", "nmod", [case("at")])]
        if draw < 0.26:
            word = Node("up", "IN", "advmod", pos="ADP")
            word.right.append(case("to", "fixed"))
            return [word]
        return []

    def number(self, dep: str) -> Node:
        """Draw a bare number, some with a scale word."""
        head = Node(self.digits(), "CD", dep, self.hedge())
        if self.odds(0.15):
            head.dep = "compound"
            scale = self.chance.choice(["million", "billion", "thousand"])
            head = Node(scale, "CD", dep, [*self.hedge(), Node(self.digits(), "CD", "compound")])
        return head

    def percent(self, dep: str, prep: str = "") -> Node:
        """Draw a percentage or points."""
        left = [case(prep)] if prep else []
        amount = Node(self.decimal(), "CD", "nummod", self.hedge())
        if self.odds(0.6):
            return Node("%", "NN", dep, [*left, amount], pos="SYM")
        if self.odds(0.2):
            return Node("cent", "NN", dep, [*left, amount, Node("per", "NN", "compound")])
        if self.odds(0.2):
            return Node("points", "NNS", dep, [*left, amount, Node("percentage", "NN", "compound")])
        return Node("percent", "NN", dep, [*left, amount])

    def money(self, dep: str, prep: str = "", *, brackets: bool = True) -> Node:
        """Draw an amount, some with its conversion in brackets."""
        left = [case(prep)] if prep else []
        scale = self.chance.choice(["million", "billion", "trillion"])
        draw = self.chance.random()

        def big(relation: str) -> Node:
            return Node(scale, "CD", relation, [Node(self.decimal(), "CD", "compound")])

        if draw < 0.3:
            head = Node(self.pick("currencies"), "NNS", dep, [*left, *self.hedge(), big("nummod")])
        elif draw < 0.6:
            amount = big("nummod") if self.odds(0.8) else Node(self.decimal(), "CD", "nummod")
            head = Node(self.pick("codes"), "NNP", dep, [*left, *self.hedge()], [amount])
        else:
            sign = self.chance.choice(["$", "$", "$", "€", "£"])
            amount = self.any(
                lambda: big("nummod"),
                lambda: Node(
                    f"{self.chance.randint(1, 99)},{self.chance.randint(0, 999):03}", "CD", "nummod"
                ),
                lambda: Node(
                    self.chance.choice(["bn", "m", "million"]),
                    "CD",
                    "nummod",
                    [Node(self.decimal(), "CD", "compound", glue=True)],
                    glue=True,
                ),
            )
            head = Node(sign, "$", dep, [*left, *self.hedge()], [amount])
        if brackets and self.odds(0.45):
            inner = self.money("appos", brackets=False)
            inner.left.insert(0, mark("("))
            inner.right.append(mark(")"))
            head.right.append(inner)
        return head

    def count(self, dep: str, prep: str = "", noun: float = 0.5) -> Node:
        """Draw a number with or without its noun."""
        left = [case(prep)] if prep else []
        if not self.odds(noun):
            head = self.number(dep)
            head.left = left + head.left
            return head
        head = self.thing(dep)
        head.left = [*left, self.number("nummod"), *head.left]
        return head

    def length(self, dep: str) -> Node:
        """Draw a measure."""
        return Node(self.pick("units"), "NNS", dep, [self.number("nummod")])

    def amount(self, dep: str, prep: str = "") -> Node:
        """Draw any figure."""
        return self.any(
            lambda: self.count(dep, prep),
            lambda: self.count(dep, prep, 0.2),
            lambda: self.money(dep, prep),
            lambda: self.percent(dep, prep),
        )

    def thing(self, dep: str) -> Node:
        """Draw a counted noun with its modifiers."""
        head = Node(self.pick("nouns").split(":")[1], "NNS", dep)
        if self.odds(0.4):
            head.left.append(Node(self.pick("mods"), "NN", "compound"))
        if self.odds(0.25):
            head.left.insert(0, Node(self.pick("adjectives"), "JJ", "amod"))
        return head
