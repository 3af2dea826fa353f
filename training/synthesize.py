"""Make statistics sentences with gold trees: ``synthesize.py OUT.conllu --count 6000``.

What treebanks of web text and talk lack is the grammar of a business page: ``fell 3.1 % to 214 from
221 a year earlier``, an amount with its conversion in brackets, ``KZT 853.1 billion``, headlines
without a full stop. Each sentence is a tree of ``Node``, drawn at random and written in the
conventions of the English treebanks of Universal Dependencies.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "CD": "NUM", "IN": "ADP", "DT": "DET", "VBD": "VERB", "VBZ": "VERB",
    "VBN": "VERB", "VBG": "VERB", "VB": "VERB", "CC": "CCONJ", "$": "SYM", "MD": "AUX",
    "TO": "PART", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "POS": "PART",
}  # fmt: skip
_MORPH = {
    "NN": "Number=Sing", "NNS": "Number=Plur", "NNP": "Number=Sing", "JJ": "Degree=Pos",
    "CD": "NumForm=Digit|NumType=Card", "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBN": "Tense=Past|VerbForm=Part", "VBG": "Tense=Pres|VerbForm=Part", "VB": "VerbForm=Inf",
}  # fmt: skip
_PUNCTUATION = {"(": "-LRB-", ")": "-RRB-", "-": "HYPH", ".": ".", ",": ",", '"': "''", "%": "NN"}
_TIGHT_BEFORE = frozenset([",", ".", ")", "%", "'s"])
_TIGHT_AFTER = frozenset(["(", "$", "€", "£"])


@dataclass(slots=True)
class Node:
    """A word with its dependents before and after it."""

    form: str
    tag: str
    dep: str = "root"
    left: list[Node] = field(default_factory=list)
    right: list[Node] = field(default_factory=list)
    pos: str = ""
    glue: bool = False  # no space before

    def words(self) -> list[Node]:
        """Return the subtree's words in text order."""
        before = [word for child in self.left for word in child.words()]
        return [*before, self, *(word for child in self.right for word in child.words())]


def mark(form: str, *, glue: bool = False) -> Node:
    return Node(form, _PUNCTUATION[form], "punct", pos="PUNCT", glue=glue)


def case(form: str, dep: str = "case") -> Node:
    return Node(form, "IN", dep)


class Writer:
    """Draws phrases; every method returns a fresh subtree with the relation asked for."""

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

    # --- numbers

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
                c.choice(
                    [
                        "two",
                        "three",
                        "four",
                        "five",
                        "six",
                        "seven",
                        "eight",
                        "nine",
                        "ten",
                        "eleven",
                        "twelve",
                        "fifty",
                    ]
                ),
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
            word = self.chance.choice(
                ["about", "nearly", "almost", "over", "only", "just", "some", "around", "roughly"]
            )
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

    # --- things, people, places, times

    def thing(self, dep: str) -> Node:
        """Draw a counted noun with its modifiers."""
        head = Node(self.pick("nouns").split(":")[1], "NNS", dep)
        if self.odds(0.4):
            head.left.append(Node(self.pick("mods"), "NN", "compound"))
        if self.odds(0.25):
            head.left.insert(0, Node(self.pick("adjectives"), "JJ", "amod"))
        return head

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

    # --- clauses

    def verb(self, table: str) -> Node:
        """Draw a verb in one of its tenses."""
        past, present, participle, _ = self.pick(table).split(":")
        if self.odds(0.75):
            return Node(past, "VBD")
        if self.odds(0.4):
            return Node(present, "VBZ")
        return Node(
            participle,
            "VBN",
            left=[Node(self.chance.choice(["has", "have"]), "VBZ", "aux", pos="AUX")],
        )

    def change(self) -> Node:
        """Draw ``X rose by 3 % to 5 from 4 in May``."""
        head = self.verb(self.chance.choice(["rise", "fall"]))
        subject = self.subject("nsubj")
        if self.odds(0.15):
            head.left.append(
                Node(self.chance.choice(["slightly", "sharply", "further"]), "RB", "advmod")
            )
        head.left.insert(0, subject)
        by = self.odds(0.5)
        steps: list[Node] = []
        if self.odds(0.7):
            make = self.percent if self.odds(0.7) else self.count
            step = make("obl", "by") if by else make("obl:unmarked")
            steps.append(step)
        if self.odds(0.55) or not steps:
            steps.append(self.amount("obl", "to"))
        if self.odds(0.35):
            source = self.amount("obl", "from")
            if self.odds(0.3):
                source.right.append(self.time("nmod"))
            steps.append(source)
        if len(steps) > 1 and self.odds(0.15):
            steps.reverse()
        head.right += steps
        draw = self.chance.random()
        if draw < 0.35:
            head.right.append(self.time())
        elif draw < 0.45:
            head.right.append(self.earlier())
        elif draw < 0.52:
            tail = Node(
                "year", "NN", "nmod", [mark("-", glue=True), case("on"), mark("-", glue=True)]
            )
            tail.left[1].glue = tail.glue = True
            head.right.append(Node("year", "NN", "obl:unmarked", [], [tail]))
        self.follow(head)
        return head

    def follow(self, head: Node) -> None:
        """Add what comes after the figures: reaching …, compared to …, down from …."""
        draw = self.chance.random()
        if draw < 0.12:
            form = self.pick("reach").split(":")[3]
            head.right.append(Node(form, "VBG", "advcl", [mark(",")], [self.amount("obj")]))
        elif draw < 0.24:
            prep = self.chance.choice(["to", "with"])
            other = self.amount("obl", prep)
            clause = Node(
                "compared", "VBN", "advcl", [mark(",")] if self.odds(0.6) else [], [other]
            )
            if self.odds(0.5):
                clause.right.append(self.time() if self.odds(0.7) else self.earlier())
            head.right.append(clause)
        elif draw < 0.34:
            way = Node(self.chance.choice(["up", "down"]), "RB", "advmod", [mark(",")])
            if self.odds(0.5):
                way.left.append(self.percent("obl:unmarked"))
                way.left.reverse()
                way.left.sort(key=lambda node: node.dep != "punct")
                way.right.append(self.amount("obl", "from"))
                way.right[-1:] = [] if self.odds(0.5) else way.right[-1:]
                way.left, way.right = way.left[:1], [way.left[1], *way.right]
            else:
                way.right.append(self.amount("obl", "from"))
            if self.odds(0.5):
                way.right.append(self.time() if self.odds(0.7) else self.earlier())
            head.right.append(way)
        elif draw < 0.4:
            other = self.count("obl", "versus", 0.2)
            if self.odds(0.6):
                other.right.append(self.earlier())
            head.right.append(other)
        elif draw < 0.46:
            share = self.percent("obl", "for")
            whole = self.thing("nmod")
            whole.left = [
                case("of"),
                Node(self.chance.choice(["all", "the"]), "DT", "det"),
                *whole.left,
            ]
            share.right.append(whole)
            head.right.append(Node("accounting", "VBG", "advcl", [mark(",")], [share]))

    def subject(self, dep: str) -> Node:
        """Draw what the figures are about."""
        if self.odds(0.4):
            word = self.chance.choice(
                ["volume", "value", "number", "share", "cost", "amount", "total", "price", "level"]
            )
            inner = self.phrase("nmod", 0)
            inner.left.insert(0, case("of"))
            head = Node(word, "NN", dep, [Node("the", "DT", "det")], [inner])
            if self.odds(0.2):
                head.left.append(Node(self.pick("adjectives"), "JJ", "amod"))
            return head
        return self.phrase(dep)

    def level(self) -> Node:
        """Draw ``The volume of X reached KZT 5 billion ($ 9 million)``."""
        if self.odds(0.4):
            past, present = self.chance.choice(
                ["amounted:amounts", "came:comes", "stood:stands", "accounted:accounts"]
            ).split(":")
            prep = {"am": "to", "ca": "to", "st": "at", "ac": "for"}[past[:2]]
            head = Node(past if self.odds(0.8) else present, "VBD")
            figure = self.percent("obl", prep) if prep == "for" else self.amount("obl", prep)
            if figure.form in {"%", "percent", "cent"} and self.odds(0.7):
                whole = self.thing("nmod")
                whole.left = [case("of"), *whole.left]
                figure.right.append(whole)
        else:
            head = self.verb("reach")
            figure = self.amount("obj")
        head.left.insert(0, self.subject("nsubj"))
        head.right.append(figure)
        if self.odds(0.45):
            head.right.append(self.time())
        self.follow(head)
        return head

    def counted(self) -> Node:
        """Draw ``Some 300 X were recorded in Y in May, including 20 Z``."""
        subject = self.phrase("nsubj:pass")
        subject.left = [
            self.number("nummod"),
            *(n for n in subject.left if n.dep not in {"det", "nmod:poss"}),
        ]
        if self.odds(0.15):
            total = Node("total", "NN", "nsubj:pass", [Node("a", "DT", "det")], [subject])
            subject.dep = "nmod"
            subject.left.insert(0, case("of"))
            subject = total
        head = Node(
            self.pick("passive"),
            "VBN",
            "root",
            [subject, Node("were", "VBD", "aux:pass", pos="AUX")],
        )
        if self.odds(0.6):
            head.right.append(self.place("obl"))
        if self.odds(0.6):
            head.right.append(self.time())
        if self.odds(0.25):
            part = self.count("nmod", "", 0.9)
            part.left = [mark(","), Node("including", "VBG", "case"), *part.left]
            subject_end = head if self.odds(0.6) else subject
            part.dep = "obl" if subject_end is head else "nmod"
            if subject_end is head:
                head.right.append(part)
        return head

    def acted(self) -> Node:
        """Draw ``The company sold 500 cars worth $ 9 million last year``."""
        head = self.verb("actors")
        subject = self.any(
            lambda: Node(self.pick("bodies"), "NN", "nsubj", [Node("the", "DT", "det")]),
            lambda: Node(self.pick("places"), "NNP", "nsubj"),
            lambda: Node(self.pick("people"), "NNS", "nsubj"),
        )
        head.left.insert(0, subject)
        figure = self.any(
            lambda: self.count("obj", "", 0.9),
            lambda: self.money("obj"),
            lambda: self.length("obj"),
        )
        if figure.tag == "NNS" and self.odds(0.25):
            worth = Node("worth", "JJ", "amod", [], [self.money("obj")], pos="ADJ")
            figure.right.append(worth)
        head.right.append(figure)
        if self.odds(0.3):
            rate = Node(
                self.chance.choice(["year", "month", "day"]),
                "NN",
                "nmod:unmarked",
                [Node("a", "DT", "det")],
            )
            figure.right.append(rate)
        elif self.odds(0.5):
            head.right.append(self.time())
        if self.odds(0.25):
            head.right.append(self.place("obl"))
        return head

    def share(self) -> Node:
        """Draw ``60 % of X aged 9-10 have Y``."""
        head = Node(self.chance.choice(["live", "work", "own", "support", "use", "lack"]), "VB")
        head.tag = "VBP"
        subject = self.percent("nsubj")
        whole = self.phrase("nmod", 1)
        whole.left.insert(0, case("of"))
        subject.right.append(whole)
        head.left.append(subject)
        if head.form in {"live", "work"}:
            head.right.append(self.place("obl"))
        else:
            head.right.append(self.phrase("obj", 0))
        return head

    def ranked(self) -> Node:
        """Draw ``A led with KZT 5 bn, followed by B with KZT 4 bn``."""
        head = Node(
            "led",
            "VBD",
            "root",
            [Node(self.pick("places"), "NNP", "nsubj")],
            [self.amount("obl", "with")],
        )
        clause = Node("followed", "VBN", "advcl", [mark(",")])
        agent = Node(self.pick("places"), "NNP", "obl:agent", [case("by")])
        agent.right.append(self.amount("nmod", "with"))
        if self.odds(0.4):
            second = Node(
                self.pick("places"),
                "NNP",
                "conj",
                [Node("and", "CC", "cc")],
                [self.amount("nmod", "with")],
            )
            agent.right.append(second)
        clause.right.append(agent)
        head.right.append(clause)
        return head

    def clause(self) -> Node:
        """Draw one clause of figures."""
        draw = self.chance.random()
        makers = [(0.38, self.change), (0.6, self.level), (0.76, self.counted), (0.9, self.acted)]
        for limit, make in makers:
            if draw < limit:
                return make()
        return self.share() if draw < 0.95 else self.ranked()

    # --- sentences

    def speaker(self) -> Node:
        """Draw ``NAME, POST of the BODY, | the BODY | POST NAME``."""
        draw = self.chance.random()
        body = Node(self.pick("bodies"), "NN", "nmod", [case("of"), Node("the", "DT", "det")])
        if draw < 0.4:
            name = self.name("nsubj")
            post = Node(self.pick("posts"), "NN", "appos", [mark(",")], [body, mark(",")])
            name.right.append(post)
            return name
        if draw < 0.6:
            body.dep, body.left = "nsubj", [Node("the", "DT", "det")]
            return body
        if draw < 0.8:
            name = self.name("nsubj")
            name.left.append(Node(self.pick("posts").capitalize(), "NN", "nmod:desc", pos="NOUN"))
            return name
        return Node(self.chance.choice(self.family), "NNP", "nsubj")

    def sentence(self) -> Node:
        """Draw a whole sentence, attributed or joined in some way."""
        head = self.clause()
        draw = self.chance.random()
        if draw < 0.12:
            head.left = [self.time(), mark(","), *head.left]
        elif draw < 0.22:
            head.left = [Node(self.pick("links"), "RB", "advmod"), mark(","), *head.left]
        elif draw < 0.38:
            past, present = self.pick("say").split(":")
            say = Node(past if self.odds(0.8) else present, "VBD", "root", [self.speaker()])
            head.dep = "ccomp"
            if self.odds(0.6):
                head.left.insert(0, case("that", "mark"))
                head.left[0].pos = "SCONJ"
            say.right.append(head)
            head = say
        elif draw < 0.48:
            past, _ = self.pick("say").split(":")
            say = Node(past, "VBD", "parataxis", [mark(",")], [self.speaker()])
            speaker = say.right[0]
            last = speaker.right[-1] if speaker.right else None
            if last is not None and last.dep == "appos":
                last.right = [node for node in last.right if node.dep != "punct"]
            if self.odds(0.3):
                say.right.append(Node("Monday", "NNP", "obl", [case("on")]))
            say.dep = "root"
            head.dep = "ccomp"
            say.left.insert(0, head)
            head.right.append(say.left.pop(1))
            head = say
        elif draw < 0.58:
            according = Node("According", "VBG", "case", [], [case("to", "fixed")])
            source = Node(self.pick("bodies"), "NN", "obl", [according, Node("the", "DT", "det")])
            head.left = [source, mark(","), *head.left]
        elif draw < 0.66:
            other = self.clause()
            other.dep = "advcl"
            word = case(self.chance.choice(["while", "although", "as"]), "mark")
            word.pos = "SCONJ"
            other.left = [mark(","), word, *other.left]
            head.right.append(other)
        elif draw < 0.72:
            other = self.clause()
            other.dep = "conj"
            other.left = [mark(","), Node("and", "CC", "cc"), *other.left]
            head.right.append(other)
        return head


def conllu(head: Node, *, headline: bool) -> list[str]:
    """Write a tree as lines of CoNLL-U."""
    if not headline:
        head.right.append(mark("."))
    words = head.words()
    first = words[0]
    first.form = first.form[:1].upper() + first.form[1:]
    place = {id(word): index for index, word in enumerate(words, 1)}
    parent = {id(child): place[id(word)] for word in words for child in [*word.left, *word.right]}
    lines = []
    for index, word in enumerate(words, 1):
        after = words[index] if index < len(words) else None
        tight = (
            after is None or after.glue or after.form in _TIGHT_BEFORE or word.form in _TIGHT_AFTER
        )
        tight = tight or (after is not None and after.form == "-") or word.form == "-"
        form = word.form
        if headline and word.tag not in {"IN", "DT", "CC"}:
            form = form[:1].upper() + form[1:]
        pos = word.pos or _POS.get(word.tag, "X")
        cells = [
            str(index), form, "_", pos, word.tag, _MORPH.get(word.tag, "_"),
            str(parent.get(id(word), 0)), word.dep, "_", "SpaceAfter=No" if tight else "_",
        ]  # fmt: skip
        lines.append("\t".join(cells))
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=3)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    writer = Writer(chance)
    lines = []
    for index in range(args.count):
        if index % 4 == 0:
            lines.append(f"# newdoc id = made-{index}")
        lines += [*conllu(writer.sentence(), headline=chance.random() < 0.06), ""]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
