"""Clauses drawn at random, as trees: what rose, what was counted, who sold what."""

from __future__ import annotations

from nodes import Node, case, mark
from phrases import Phrases


class Clauses(Phrases):
    """Draws one statement of figures."""

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
            word = self.pick("sizes")
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
