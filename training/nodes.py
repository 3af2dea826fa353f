"""Trees of words, and how they are written in CoNLL-U."""

from __future__ import annotations

from dataclasses import dataclass, field

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
