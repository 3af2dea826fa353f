"""The offices that a clause gives a person, however far off: "was elected mayor", "who leads X".

These are read from the parse; a pipeline that parses nothing has none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factx.mentions.official.following import settle
from factx.mentions.official.names import Run
from factx.mentions.official.office import Office
from factx.mentions.official.owners import Scene, Status
from factx.mentions.official.titles import Title

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_PREDICATES = frozenset({"obl", "xcomp", "obj", "advcl", "ccomp", "obl:unmarked"})
_MODAL = frozenset({"would", "could", "may", "might", "should", "can", "will", "must", "'d", "'ll"})
_HAVE = frozenset({"has", "have", "had", "'ve", "having"})
_FURTHEST = 40  # words between a person and the office; further off is a misreading


class Clauses:
    """The clauses of one article, asked person by person."""

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

    def offices(self, run: Run) -> Iterator[Office]:
        """Yield what the clauses around one mention of a person say of an office."""
        if not self.parsed:
            return
        name = self._top(run)
        if name is None:
            return
        if name.dep_ in _SUBJECTS:
            for verb in self._joined(name.head):
                yield from self._predicate(verb, run, passive=_is_passive(verb))
            for clause in name.head.children:
                if clause.dep_ == "advcl" and clause.tag_ == "VBG":
                    yield from self._predicate(clause, run, passive=False)
        if name.dep_ == "appos":
            yield from self._apposed(name.head, run)
        for clause in name.children:
            if clause.dep_ == "appos":
                if not self._names(run.stop, self.word_of.get(clause.i, 0)):
                    yield from self._title(clause, run, None, after=run.stop)
                yield from self._police(clause)
            elif clause.dep_ == "acl":
                yield from self._predicate(clause, run, passive=clause.tag_ == "VBN")
            elif clause.dep_ == "acl:relcl" and _who(clause):
                for verb in self._joined(clause):
                    yield from self._predicate(verb, run, passive=_is_passive(verb))
        if name.dep_ == "obj":
            yield from self._object(name.head, run)
        elif name.dep_ in {"obl:agent", "obl"}:
            yield from self._agent(name)
        elif name.dep_ == "conj":
            yield from self._listed(name.head, run)

    def _top(self, run: Run) -> Token | None:
        """Return the word of a name that the others depend on."""
        words = self.scene.words
        first, stop = words.first[run.start], words.stop[run.stop - 1]
        for token in words.tokens.doc[first:stop]:
            if not first <= token.head.i < stop:
                return token
        return None

    def _joined(self, verb: Token) -> Iterator[Token]:
        """Yield a predicate and those joined to it that have no subject of their own."""
        yield verb
        for other in verb.children:
            if other.dep_ == "conj" and not any(c.dep_ in _SUBJECTS for c in other.children):
                yield other

    # --- what a verb makes of its subject and object ----------------------------------------------

    def _predicate(self, verb: Token, run: Run, *, passive: bool) -> Iterator[Office]:
        """Read a predicate about its subject: "is the mayor", "was named judge", "leads X"."""
        lemma, grammar = verb.lemma_.lower(), self.grammar
        if _denied(verb):
            return
        if any(child.dep_ == "cop" for child in verb.children):
            yield from self._title(verb, run, None, after=run.stop)
            return
        begin = self.word_of.get(verb.i, run.stop) + 1
        if passive:
            if lemma in grammar.put:
                yield from self._complements(verb, run, None, begin)
                yield from self._chamber(verb)
            elif lemma in grammar.oust:
                yield from self._complements(verb, run, "former", begin)
        elif lemma in grammar.hold:
            yield from self._complements(verb, run, _ended(verb), begin)
        elif lemma in grammar.leave:
            yield from self._complements(verb, run, "former", begin)
        elif lemma in grammar.take:
            yield from self._complements(verb, run, None, begin)
        elif lemma in grammar.speak:
            yield from self._body(_child(verb, "obl", "for"))
        elif lemma in grammar.sit:
            yield from self._body(_child(verb, "obl"))
        if not passive and lemma in grammar.head:
            yield from self._body(_child(verb, "obj"))
        if not passive and lemma in grammar.win:
            yield from self._seat(verb)

    def _object(self, verb: Token, run: Run) -> Iterator[Office]:
        """Read what a verb makes of its object: "appointed Day as judge", "replaced Day as head"."""
        lemma, grammar = verb.lemma_.lower(), self.grammar
        if _denied(verb):
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
            if child.dep_ not in _PREDICATES or child.i < verb.i:
                continue
            cases = {case.lower_ for case in child.children if case.dep_ in {"case", "mark"}}
            if "as" in cases or (bare and not cases) or (bare and cases == {"to", "be"}):
                yield from self._title(child, run, status, after=begin)

    def _title(
        self, noun: Token, run: Run, status: Status | None, *, after: int
    ) -> Iterator[Office]:
        """Read the office that a noun heads, and those joined to it."""
        for token in (noun, *(c for c in noun.children if c.dep_ == "conj")):
            at = self.word_of.get(token.i, -1)
            title = self.title_of.get(at)
            if title is None or title.head.family == "address" or title.head.plural:
                continue
            if not after <= title.start <= run.stop + _FURTHEST:
                continue
            office = settle(self.scene, title, max(after, self._edge(token)))
            if office is not None:
                held = status if office.status is None else office.status
                yield replace(office, status=held)

    def _apposed(self, noun: Token, run: Run) -> Iterator[Office]:
        """Read the office that a name stands in apposition to, however far before."""
        title = self.title_of.get(self.word_of.get(noun.i, -1))
        if title is None or title.head.plural or not 0 < run.start - title.stop < _FURTHEST:
            return
        if title.head.family != "address" and not self._names(title.stop, run.start):
            office = settle(self.scene, title, self._edge(noun))
            if office is not None:
                yield office

    def _police(self, noun: Token) -> Iterator[Office]:
        """Read a public body right behind a name: "Sgt. Ann Day, Marlow Police"."""
        run = self.scene.run_at.get(self.word_of.get(noun.i, -1))
        if run is not None and run.kind == "thing":
            words, lexicon = self.scene.words, self.scene.lexicon
            last = words.lower[run.stop - 1]
            if last in lexicon.public and last not in lexicon.grammar.parties:
                yield Office(None, "", "open", organization=words.phrase(run.start, run.stop))

    def _names(self, start: int, stop: int) -> bool:
        """Tell whether somebody else is named between two words: then it is theirs."""
        runs = (self.scene.run_at.get(i) for i in range(start, stop))
        return any(run is not None and self.scene.is_person(run) for run in runs)

    def _edge(self, noun: Token) -> int:
        """Return the word where a noun's own phrase begins."""
        return self.word_of.get(noun.left_edge.i, 0)

    # --- bodies, seats and lists ------------------------------------------------------------------

    def _agent(self, name: Token) -> Iterator[Office]:
        """Read the body in "a commission headed by Day", "the commission is led by Day"."""
        verb = name.head
        by = any(case.lower_ == "by" for case in name.children if case.dep_ == "case")
        if not by or verb.lemma_.lower() not in self.grammar.head:
            return
        body = verb.head if verb.dep_ in {"acl", "acl:relcl"} else _child(verb, "nsubj:pass")
        yield from self._body(body)

    def _body(self, noun: Token | None) -> Iterator[Office]:
        """Read a body that somebody leads or speaks for; only a named or public one is one."""
        if noun is None:
            return
        words, lexicon = self.scene.words, self.scene.lexicon
        last = self.word_of.get(noun.i)
        if last is None:
            return
        start = self._edge(noun)
        skipped = lexicon.grammar.definite | lexicon.grammar.prepositions
        while start < last and words.lower[start] in skipped:
            start += 1
        run = self.scene.run_at.get(last)
        named = run is not None and (run.kind == "thing" or words.text[last].isupper())
        if run is not None and run.kind == "place":
            yield Office(None, "", "open", place=words.phrase(start, last + 1))
        elif named or (words.lower[last] in lexicon.public and not words.cap[last]):
            stop = run.stop if run is not None else last + 1
            yield Office(None, "", "open", organization=words.phrase(start, stop))

    def _chamber(self, verb: Token) -> Iterator[Office]:
        """Read the chamber in "was elected to the Senate"."""
        noun = _child(verb, "obl", "to")
        if noun is not None and noun.lower_ in self.grammar.chambers:
            at = self.word_of.get(noun.i, -1)
            if at >= 0:
                yield self._member(at)

    def _seat(self, verb: Token) -> Iterator[Office]:
        """Read the chamber in "won the Senate seat"."""
        noun = _child(verb, "obj")
        if noun is None or noun.lower_ not in self.grammar.seats:
            return
        for token in noun.subtree:
            at = self.word_of.get(token.i)
            if at is not None and token.lower_ in self.grammar.chambers:
                member = self._member(at)
                lost = verb.lemma_.lower() == "lose"
                yield replace(member, status="former") if lost else member
                return

    def _member(self, at: int) -> Office:
        run = self.scene.run_at.get(at)
        start, stop = (run.start, run.stop) if run is not None else (at, at + 1)
        name = self.scene.words.phrase(start, stop)
        return Office(None, "", "official", organization=name, public=True)

    def _listed(self, head: Token, run: Run) -> Iterator[Office]:
        """Read a plural office that names spell out: "two judges, Day and Frey"."""
        title: Title | None = self.title_of.get(self.word_of.get(head.i, -1))
        if title is None or not title.head.plural or not 0 <= run.start - title.stop <= _FURTHEST:
            return
        before = self.scene.words.lower[max(0, title.start - 4) : title.start]
        if any(word in self.grammar.few for word in before):
            office = settle(self.scene, title, max(0, title.start - 4))
            if office is not None:
                yield office


def _child(verb: Token, dep: str, case: str = "") -> Token | None:
    """Return the dependent of that kind, with that preposition."""
    for child in verb.children:
        if child.dep_ == dep and (
            not case or any(c.lower_ == case for c in child.children if c.dep_ == "case")
        ):
            return child
    return None


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)


def _who(clause: Token) -> bool:
    """Tell whether a relative clause is about its noun as subject: "who leads", not "whom X led"."""
    return any(child.dep_ in _SUBJECTS and child.lower_ == "who" for child in clause.children)


def _denied(verb: Token) -> bool:
    """Tell whether a clause says what is not or only might be."""
    return any(
        (child.lower_ in {"not", "n't", "never"} and child.dep_ == "advmod")
        or (child.dep_ == "aux" and child.lower_ in _MODAL)
        for child in verb.children
    )


def _ended(verb: Token) -> Status | None:
    """Tell that an office is over: "served as mayor"; "has served as mayor since 2015" goes on."""
    perfect = any(child.dep_ == "aux" and child.lower_ in _HAVE for child in verb.children)
    lasting = any(
        case.lower_ in {"since", "for"} for child in verb.children for case in child.children
    )
    if perfect:
        return None if lasting else "former"
    return "former" if verb.tag_ == "VBD" and verb.lemma_ in {"serve", "act", "work"} else None
