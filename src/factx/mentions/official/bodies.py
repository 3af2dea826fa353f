"""Bodies that a clause gives a person: "a commission headed by Day", "elected to the Senate"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factx.mentions.official.office import Office
from factx.mentions.official.tree import Tree, child_of

if TYPE_CHECKING:
    from spacy.tokens import Token


class Bodies(Tree):
    """Reads bodies that somebody leads, speaks for, sits in or is elected to."""

    def led(self, name: Token) -> Iterator[Office]:
        """Read the body in "a commission headed by Day", "the commission is led by Day"."""
        verb = name.head
        by = any(case.lower_ == "by" for case in name.children if case.dep_ == "case")
        if not by or verb.lemma_.lower() not in self.grammar.head:
            return
        body = verb.head if verb.dep_ in {"acl", "acl:relcl"} else child_of(verb, "nsubj:pass")
        yield from self.body(body)

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

    def chamber(self, verb: Token) -> Iterator[Office]:
        """Read the chamber in "was elected to the Senate"."""
        noun = child_of(verb, "obl", "to")
        at = self.word_of.get(noun.i) if noun is not None else None
        if noun is not None and at is not None and noun.lower_ in self.grammar.chambers:
            run = self.scene.run_at.get(at)
            start, stop = (run.start, run.stop) if run is not None else (at, at + 1)
            name = self.scene.words.phrase(start, stop)
            yield Office(None, "", "official", organization=name, public=True)
