"""The offices that a clause gives a person, however far off: "was elected mayor", "who leads X".

These are read from the parse; a pipeline that parses nothing has none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factx.mentions.official.following import settle
from factx.mentions.official.ground import SUBJECTS
from factx.mentions.official.lexicon import Status
from factx.mentions.official.names import Run
from factx.mentions.official.office import Office
from factx.mentions.official.tree import (
    COMPLEMENTS,
    Tree,
    asks_who,
    child_of,
    ended,
    is_denied,
    is_passive,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_FURTHEST = 40  # words between a person and the office; further off is a misreading


class Clauses(Tree):
    """Reads the offices that clauses give, person by person."""

    def offices(self, run: Run) -> Iterator[Office]:
        """Yield what the clauses around one mention of a person say of an office."""
        if not self.parsed:
            return
        name = self.top(run)
        if name is None:
            return
        if name.dep_ in SUBJECTS:
            for verb in self.joined(name.head):
                yield from self._predicate(verb, run, passive=is_passive(verb))
            for clause in name.head.children:
                if clause.dep_ == "advcl" and clause.tag_ == "VBG":
                    yield from self._predicate(clause, run, passive=False)
        if name.dep_ == "appos":
            yield from self._apposed(name.head, run)
        for clause in name.children:
            if clause.dep_ == "appos":
                if not self.names(run.stop, self.word_of.get(clause.i, 0)):
                    yield from self._title(clause, run, None, after=run.stop)
            elif clause.dep_ == "acl":
                yield from self._predicate(clause, run, passive=clause.tag_ == "VBN")
            elif clause.dep_ == "acl:relcl" and asks_who(clause):
                for verb in self.joined(clause):
                    yield from self._predicate(verb, run, passive=is_passive(verb))
        if name.dep_ == "obj":
            yield from self._object(name.head, run)

    def _predicate(self, verb: Token, run: Run, *, passive: bool) -> Iterator[Office]:
        """Read a predicate about its subject: "is the mayor", "was named judge", "leads X"."""
        lemma, grammar = verb.lemma_.lower(), self.grammar
        if is_denied(verb, grammar):
            return
        if any(child.dep_ == "cop" for child in verb.children):
            yield from self._title(verb, run, None, after=run.stop)
            return
        begin = self.word_of.get(verb.i, run.stop) + 1
        if passive:
            if lemma in grammar.put:
                yield from self._complements(verb, run, None, begin)
        elif lemma in grammar.hold:
            yield from self._complements(verb, run, ended(verb, grammar), begin)
        elif lemma in grammar.leave:
            yield from self._complements(verb, run, "former", begin)
        elif lemma in grammar.take:
            yield from self._complements(verb, run, None, begin)
        elif lemma in grammar.speak:
            yield from self.body(child_of(verb, "obl", "for"))
        elif lemma in grammar.sit:
            yield from self.body(child_of(verb, "obl"))
        if not passive and lemma in grammar.head:
            yield from self.body(child_of(verb, "obj"))

    def _object(self, verb: Token, run: Run) -> Iterator[Office]:
        """Read what a verb makes of its object: "appointed Day as judge", "replaced Day as head"."""
        lemma, grammar = verb.lemma_.lower(), self.grammar
        if is_denied(verb, grammar):
            return
        status: Status | None = "former" if lemma in grammar.take | grammar.oust else None
        if lemma in grammar.put | grammar.take | grammar.oust:
            yield from self._complements(verb, run, status, run.stop)

    def _complements(
        self, verb: Token, run: Run, status: Status | None, begin: int
    ) -> Iterator[Office]:
        """Read the "as mayor" or the bare "mayor" behind a verb of office."""
        bare = verb.lemma_.lower() in self.grammar.put | {"become"}
        for child in verb.children:
            if child.dep_ not in COMPLEMENTS or child.i < verb.i:
                continue
            cases = {case.lower_ for case in child.children if case.dep_ in {"case", "mark"}}
            if "as" in cases or (bare and not cases):
                yield from self._title(child, run, status, after=begin)

    def _title(
        self, noun: Token, run: Run, status: Status | None, *, after: int
    ) -> Iterator[Office]:
        """Read the office that a noun heads, and those joined to it."""
        for token in (noun, *(c for c in noun.children if c.dep_ == "conj")):
            at = self.word_of.get(token.i, -1)
            title = self.title_of.get(at)
            if token is not noun and self.names(self.word_of.get(noun.i, at) + 1, at):
                continue
            if title is None or title.head.plural:
                continue
            if not after <= title.start <= run.stop + _FURTHEST:
                continue
            office = settle(self.scene, title, max(after, self.edge(token)))
            if office is not None:
                held = status if office.status is None else office.status
                yield replace(office, status=held)

    def _apposed(self, noun: Token, run: Run) -> Iterator[Office]:
        """Read the office that a name stands in apposition to, however far before."""
        title = self.title_of.get(self.word_of.get(noun.i, -1))
        if title is None or title.head.plural or not 0 < run.start - title.stop < _FURTHEST:
            return
        if not self.names(title.stop, run.start):
            office = settle(self.scene, title, self.edge(noun))
            if office is not None:
                yield office
