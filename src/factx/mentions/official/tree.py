"""The parse of an article: its clauses, and the bodies that they give a person.

"A commission headed by Day", "elected to the Senate".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factx.mentions.official.grammar import Grammar
from factx.mentions.official.ground import SUBJECTS
from factx.mentions.official.lexicon import Status
from factx.mentions.official.names import Run
from factx.mentions.official.office import Office
from factx.mentions.official.owners import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

# labels of the parse, not words
COMPLEMENTS = frozenset({"obl", "xcomp", "obj", "advcl", "ccomp", "obl:unmarked"})


class Tree:
    """The words of an article by their tokens, and the tokens' clauses."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.lexicon.grammar
        self.parsed = scene.words.tokens.doc.has_annotation("DEP")
        words = scene.words
        self.word_of = {
            token: i for i in range(len(words)) for token in range(words.first[i], words.stop[i])
        }
        self.title_of = {
            i: title for title in scene.by_start.values() for i in range(title.start, title.stop)
        }

    def top(self, run: Run) -> Token | None:
        """Return the word of a name that the others depend on."""
        words = self.scene.words
        first, stop = words.first[run.start], words.stop[run.stop - 1]
        for token in words.tokens.doc[first:stop]:
            if not first <= token.head.i < stop:
                return token
        return None

    def joined(self, verb: Token) -> Iterator[Token]:
        """Yield a predicate and those joined to it that have no subject of their own."""
        yield verb
        for other in verb.children:
            if other.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in other.children):
                yield other

    def names(self, start: int, stop: int) -> bool:
        """Tell whether somebody else is named between two words: then it is theirs."""
        runs = (self.scene.run_at.get(i) for i in range(start, stop))
        return any(run is not None and self.scene.is_person(run) for run in runs)

    def edge(self, noun: Token) -> int:
        """Return the word where a noun's own phrase begins."""
        return self.word_of.get(noun.left_edge.i, 0)

    def body(self, noun: Token | None) -> Iterator[Office]:
        """Read a body that somebody leads or speaks for; only a named or public one is one."""
        last = self.word_of.get(noun.i) if noun is not None else None
        if noun is None or last is None:
            return
        words, lexicon, start = self.scene.words, self.scene.lexicon, self.edge(noun)
        skipped = lexicon.grammar.definite | lexicon.grammar.prepositions
        while start < last and words.lower[start] in skipped:
            start += 1
        run = self.scene.run_at.get(last)
        named = run is not None and (run.kind == "thing" or words.text[last].isupper())
        if run is not None and run.kind == "place":
            yield Office(None, "", "open", place=words.phrase(start, last + 1))
        elif named or words.lower[last] in lexicon.public:
            stop = run.stop if run is not None else last + 1
            if words.at(stop) == "of":
                stop = max(stop, self.scene.behind(stop, len(words)).end)
            yield Office(None, "", "open", organization=words.phrase(start, stop))


def child_of(verb: Token, dep: str, case: str = "") -> Token | None:
    """Return the dependent of that kind, with that preposition."""
    for child in verb.children:
        if child.dep_ == dep and (
            not case or any(c.lower_ == case for c in child.children if c.dep_ == "case")
        ):
            return child
    return None


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive."""
    return any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)


def asks_who(clause: Token) -> bool:
    """Tell whether a relative clause is about its noun as subject: "who leads", not "whom X led"."""
    return any(child.dep_ in SUBJECTS and child.lower_ == "who" for child in clause.children)


def is_denied(verb: Token, grammar: Grammar) -> bool:
    """Tell whether a clause says what is not or only might be."""
    return any(
        (child.lower_ in grammar.negation and child.dep_ == "advmod")
        or (child.dep_ == "aux" and child.lower_ in grammar.modal)
        for child in verb.children
    )


def ended(verb: Token, grammar: Grammar) -> Status | None:
    """Tell that an office is over: "served as mayor"; "has served as mayor since 2015" goes on."""
    perfect = any(child.dep_ == "aux" and child.lower_ in grammar.have for child in verb.children)
    lasting = any(
        case.lower_ in {"since", "for"} for child in verb.children for case in child.children
    )
    if perfect:
        return None if lasting else "former"
    return "former" if verb.tag_ == "VBD" and verb.lemma_ in grammar.serve else None
