"""Make statistics sentences with gold trees: ``synthesize.py OUT.conllu --count 3000``.

What treebanks of web text and talk lack is the grammar of a business page: ``fell 3.1 % to 214 from
221 a year earlier``, an amount with its conversion in brackets, ``KZT 853.1 billion``, headlines
without a full stop. Each sentence is a tree of ``Node``, drawn at random and written in the
conventions of the English treebanks of Universal Dependencies.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from clauses import Clauses
from nodes import Node, case, conllu, mark


class Sentences(Clauses):
    """Draws whole sentences: a clause with a speaker, a time or another clause."""

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=3)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    draw = Sentences(chance)
    lines = []
    for index in range(args.count):
        if index % 4 == 0:
            lines.append(f"# newdoc id = made-{index}")
        lines += [*conllu(draw.sentence(), headline=chance.random() < 0.06), ""]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
