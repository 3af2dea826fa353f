"""The dependency parse as plain lists; a token without a parse has no head, label or tag."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from spacy.attrs import DEP, HEAD, POS  # type: ignore[import-not-found]

from factx.claims.words import words
from factx.nlp.tokens import Tokens

# Universal Dependencies: the labels under which a new clause begins.
_CLAUSES = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})
# Deeper than any sentence of prose; a list of thousands may hang together in one chain.
_DEEPEST = 60
_VERBAL = frozenset({"VERB", "AUX"})


class Tree:
    """Heads, labels and word classes of an article, with the questions that grammars ask.

    The root of a sentence is its own head, as in spaCy. ``label`` drops subtypes of nothing:
    ``nsubj:pass`` stays; ``base`` is the part before the colon.
    """

    __slots__ = ("_children", "_doc", "base", "head", "label", "tag")

    def __init__(self, tokens: Tokens) -> None:
        doc = tokens.doc
        self._doc = doc
        strings = doc.vocab.strings
        # a token object for each look would cost more than all that is asked of the tree
        rows = doc.to_array([DEP, HEAD, POS])
        labels = {key: strings[key].lower() for key in set(rows[:, 0].tolist())}
        tags = {key: strings[key] for key in set(rows[:, 2].tolist())}
        self.label: list[str] = [labels[key] for key in rows[:, 0].tolist()]
        self.base = [label.partition(":")[0] for label in self.label]
        heads = rows[:, 1].astype(np.int64) + np.arange(len(doc))
        self.head: list[int] = heads.tolist()
        for index, head in enumerate(self.head):
            if self.base[head] in {"cop", "aux"} and self.base[index] in {"nsubj", "csubj", "obl"}:
                # the predicate has a subject, its copula none
                self.head[index] = self.head[head]
        self.tag: list[str] = [tags[key] for key in rows[:, 2].tolist()]
        self._torn_names()
        self._misplaced_subjects()
        self._past_asides()
        self._clauses_taken_for_phrases()
        self._second_subjects()
        self._children: dict[int, list[int]] | None = None

    def _misplaced_subjects(self) -> None:
        """Mend what is labelled a subject and cannot be one, or not of the word that it hangs from.

        In "the share was 13%, so" the predicate is none, nor is the size in "is 2.4 metres wide";
        "the road, five metres long, will cost" is said of the road.
        """
        sized = words("measure", "dimension")
        under: dict[str, set[int]] = {"cop": set(), "nummod": set(), "nsubj": set()}
        for base, head in zip(self.base, self.head, strict=True):
            if base in under:
                under[base].add(head)
        for index, head in enumerate(self.head):
            if self.base[index] != "nsubj" or head <= index:
                continue
            verb = self.head[head]
            loose = self.base[head] in {"advmod", "amod"} and head not in under["cop"]
            if index in under["cop"]:
                self._relabel(index, "parataxis")
            elif self._doc[head].lower_ in sized and index in under["nummod"]:
                self._relabel(index, "obl")
            elif loose and verb > head and self.tag[verb] == "VERB" and verb not in under["nsubj"]:
                self.head[index] = verb

    def _torn_names(self) -> None:
        """Make one subject of "Finnish carrier Nordwing" where the parse has two, or an apposition.

        "Berg & Sons" is one name wherever it stands.
        """
        for index in range(len(self.head) - 1):
            if self.label[index] == "cc" and self._doc[index].text == "&":
                second = self.head[index]
                first = self.head[second]
                if first < index < second and self.base[second] == "conj":
                    self.head[index] = first
                    self._relabel(index, "flat")
                    self._relabel(second, "flat")
            named = self.tag[index] in {"NOUN", "PROPN"} and self.tag[index + 1] == "PROPN"
            if not named or self.base[index] != "nsubj":
                continue
            if self.label[index + 1] == "appos" and self.head[index + 1] == index:
                self._relabel(index + 1, "flat")
            elif self.base[index + 1] == "nsubj" and self.head[index + 1] == self.head[index]:
                self.head[index] = index + 1
                self._relabel(index, "compound")

    def _relabel(self, index: int, label: str) -> None:
        self.base[index] = self.label[index] = label

    def _past_asides(self) -> None:
        """Give "exports, the ministry says, grew" back the subject that its aside has taken."""
        outer: dict[int, int] = {}
        for index, verb in enumerate(self.head):
            if self.base[index] != "nsubj" or not index < verb < len(self.head) - 2:
                continue
            if outer.setdefault(verb, index) == index:
                continue
            opens = self.edges(index)[0] - 1
            if self._doc[opens].text == self._doc[verb + 1].text == ",":
                resumed = verb + 2
                resumed = self.head[resumed] if self.base[resumed] == "aux" else resumed
                if self.tag[resumed] == "VERB":
                    self.head[outer[verb]] = resumed

    def _second_subjects(self) -> None:
        """Leave a verb the nearer of two subjects: "The Rise of Trade In 2023, sales totaled"."""
        nearest: dict[int, int] = {}
        for index, verb in enumerate(self.head):
            if self.label[index] == "nsubj" and index < verb:
                farther = nearest.get(verb)
                if farther is not None:
                    self._relabel(farther, "dep")
                nearest[verb] = index

    def _clauses_taken_for_phrases(self) -> None:
        """Give a verb the noun before it that was taken for a phrase: "payouts fall as claims jump"."""
        for index, head in enumerate(self.head):
            beside = head == index + 1 and self.tag[head] == "VERB" and self.tag[index] == "NOUN"
            if beside and self.base[index] == "obl" and self._doc[index - 1].lower_ == "as":
                self._relabel(index, "nsubj")

    def __bool__(self) -> bool:
        return bool(self.label) and self._doc.has_annotation("DEP")

    def children(self, index: int) -> list[int]:
        """Return the direct dependents of a token, left to right."""
        if self._children is None:
            self._children = {}
            for child, head in enumerate(self.head):
                if head != child:
                    self._children.setdefault(head, []).append(child)
        return self._children.get(index, [])

    def child(self, index: int, *labels: str) -> int | None:
        """Return the first dependent under one of the labels, subtypes included."""
        for child in self.children(index):
            if self.base[child] in labels or self.label[child] in labels:
                return child
        return None

    def edges(self, index: int) -> tuple[int, int]:
        """Return the first token of a subtree and the one after its last."""
        token = self._doc[index]
        return token.left_edge.i, token.right_edge.i + 1

    def above(self, index: int) -> Iterator[int]:
        """Yield the heads over a token, nearest first."""
        for _ in range(_DEEPEST):
            if self.head[index] == index:
                return
            index = self.head[index]
            yield index

    def top(self, first: int, stop: int) -> int:
        """Return the token of a stretch that the others in it hang from."""
        for index in range(first, stop):
            if not first <= self.head[index] < stop or self.head[index] == index:
                return index
        return stop - 1

    def is_verb(self, index: int) -> bool:
        """Tell whether a token is a verb, or a predicate with a copula or a subject."""
        return self.tag[index] in _VERBAL or self.child(index, "cop", "nsubj", "csubj") is not None

    def clause(self, index: int) -> int | None:
        """Return the head of the clause a token stands in: the nearest predicate over it."""
        if not self.label[index]:
            return None
        for node in (index, *self.above(index)):
            if self.is_verb(node) and (self.base[node] in _CLAUSES or self.base[node] == "conj"):
                return node
        return None

    def subject(self, verb: int) -> int | None:
        """Return the subject of a predicate, or that of the one it is joined or subordinated to.

        A participle ("reaching 2,000") has its governor's subject, or the noun it describes.
        """
        below = verb
        for _ in range(6):
            nominal = self.child(verb, "nsubj")
            found = self.child(verb, "csubj") if nominal is None else nominal
            if found is None or self.label[verb] == "acl:relcl":
                found = self.before_copula(verb) or found
            if found is not None and found != below:
                return found
            label, head = self.base[verb], self.head[verb]
            if label == "acl" and head != verb:
                return self._described(verb)
            joined = label in {"conj", "advcl", "xcomp", "parataxis"}
            # "is due to rise" and "caused prices to double" under the wrong label
            joined = joined or (label in {"csubj", "advmod"} and self.tag[verb] == "VERB")
            # "more than doubled" may hang from "more"
            if head == verb or not (joined or self.tag[verb] in {"ADJ", "ADV"}):
                return None
            thing = self.child(head, "obj")
            if thing is not None and self._raises(verb, label, thing):
                return thing
            below, verb = verb, head
        return None

    def _described(self, participle: int) -> int:
        """Return the noun of a participle; where a sentence has no verb, that is its verb."""
        above = list(self.above(participle))
        gerunds = all(self._doc[node].tag_ == "VBG" for node in above if self.is_verb(node))
        finite = self._doc[participle].tag_ != "VBG" and self.tag[above[-1]] == "NOUN" and gerunds
        return above[-1] if finite and len(above) < _DEEPEST else above[0]

    def before_copula(self, predicate: int) -> int | None:
        """Return the noun that a copula joins by its place: "income was $9 and costs were $8"."""
        copula = self.child(predicate, "cop")
        if not copula:
            return None
        if self.label[predicate] == "acl:relcl" and self._doc[copula - 1].text == ",":
            return self.head[predicate]  # "the average, which varies, was 9"
        return copula - 1 if self.tag[copula - 1] == "NOUN" else None

    def _raises(self, verb: int, label: str, thing: int) -> bool:
        """Tell whether the object over an infinitive is its subject: "expects prices to rise"."""
        if label == "advcl":
            mark = self.child(verb, "mark")
            return mark is not None and self.tag[mark] == "PART" and mark == self.edges(thing)[1]
        return label in {"xcomp", "advmod"}

    def lemma(self, index: int) -> str:
        """Return the lemma of a token if the pipeline gives one, else its lower-case form."""
        token = self._doc[index]
        return (token.lemma_ or token.text).lower()


@lru_cache(maxsize=1)
def parsed(tokens: Tokens) -> Tree:
    """Return the tree of an article; claims and sums ask for the same one, one after the other."""
    return Tree(tokens)
