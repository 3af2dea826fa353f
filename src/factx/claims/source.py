"""Who says so: "according to X", "X said that", and quotations that run over sentences."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factx.claims.cited import Speech
from factx.claims.named import (
    Name,
    body_named,
    goes_on,
    holder_named,
    is_person,
    name_of,
    one_named,
    subject_named,
)
from factx.claims.quotation import beside, quotations
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.speech import speeches
from factx.claims.telling import nested, tells
from factx.model import Attribution
from factx.nlp.turns import turn_at, turns

# Sentences over which "it said" and "they said" go on.
_BACK = 4


@dataclass(frozen=True, slots=True)
class _Named:
    """An act of saying with its speaker's name."""

    speech: Speech
    who: Attribution


class Speeches:
    """The acts of saying of an article, found sentence by sentence when asked for."""

    __slots__ = ("_found", "_names", "_quotes", "_said", "_scene", "_turns")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found: dict[int, list[_Named]] = {}
        self._said: dict[int, list[Speech]] = {}
        self._names: dict[Stretch, Name | None] = {}
        self._quotes = quotations(scene)
        self._turns = turns(scene.tokens)

    def of(self, figure: Figure) -> Attribution | None:
        """Return who asserts a figure, or ``None`` for the article itself."""
        around = [
            named
            for named in self._in(figure.first)
            if named.speech.covers[0] <= figure.first < named.speech.covers[1]
            and not named.speech.speaker[0] <= figure.first < named.speech.speaker[1]
            and (
                named.speech.cited
                or named.speech.closing
                or tells(self._scene, named.speech.cue[0], figure)
            )
        ]
        if any(n.speech.cited or n.speech.closing for n in around if not self._describes(n.speech)):
            # "crimes recorded by police fell, according to official figures"
            around = [n for n in around if not self._describes(n.speech)]
        if not around:
            return self._quoted(figure) or self._answered(figure)
        inner = min(around, key=lambda named: _rank(figure, named.speech, around))
        outer = max(around, key=lambda named: named.speech.covers[1] - named.speech.covers[0])
        via = outer.who.name if self._told_by(inner, outer) else None
        return replace(inner.who, via=via) if via and via != inner.who.name else inner.who

    def _describes(self, speech: Speech) -> bool:
        """Tell whether an act of saying only describes a noun: "recorded by police"."""
        return self._scene.tree.base[speech.cue[0]] == "acl" and speech.speaker > speech.cue

    def _told_by(self, inner: _Named, outer: _Named) -> bool:
        if outer is inner or outer.speech.cited:
            return False
        if inner.speech.cited or self._scene.tokens.lower[inner.speech.cue[0] - 1] == "as":
            return True
        return nested(self._scene, inner.speech.cue[0], outer.speech.cue[0])

    def _in(self, index: int) -> list[_Named]:
        first, stop = self._scene.sentence(index)
        if first not in self._found:
            self._found[first] = [
                _Named(speech, Attribution(*named, self._scene.tokens.span(*speech.cue)))
                for speech in self._of_sentence(first, stop)
                if (named := self._name(speech.speaker)) is not None
            ]
        return self._found[first]

    def _of_sentence(self, first: int, stop: int) -> list[Speech]:
        if first not in self._said:
            self._said[first] = speeches(self._scene, first, stop)
        return self._said[first]

    def _name(self, speaker: Stretch) -> Name | None:
        if speaker not in self._names:
            pronoun = goes_on(self._scene, speaker)
            found = self._before(speaker[0]) if pronoun else name_of(self._scene, speaker)
            if found is None and is_person(self._scene, speaker):
                found = self._unnamed(speaker[0])
            self._names[speaker] = found
        return self._names[speaker]

    def _unnamed(self, pronoun: int) -> Name | None:
        """Return who "he" or "she" is where no name stands: "A spokesman said … He added"."""
        scene, word = self._scene, self._scene.tokens.lower[pronoun]
        first = scene.sentence(pronoun)[0]
        for _ in range(_BACK):
            if not first:
                return None
            first, stop = scene.sentence(first - 1)[0], first
            told = [each.speaker for each in self._of_sentence(first, stop)]
            who = told[-1] if told else holder_named(scene, first, stop)
            if who is None or scene.tokens.lower[who[0]] != word:
                return one_named(scene, who) if who is not None else None
        return None

    def _before(self, pronoun: int) -> Name | None:
        """Return the body that "it" or "they" goes on telling for: who spoke, else the subject."""
        scene, stop = self._scene, pronoun
        first = scene.sentence(pronoun)[0]
        for _ in range(_BACK):
            told = [each.speaker for each in speeches(scene, first, stop)]
            who = next((each for each in reversed(told) if not goes_on(scene, each)), None)
            if who is None and not told:
                who = subject_named(scene, first, stop)
            if who is not None:
                return body_named(scene, who, many=scene.tokens.lower[pronoun] == "they")
            if not first or (stop != pronoun and not told):
                return None
            first, stop = scene.sentence(first - 1)[0], first
        return None

    def _answered(self, figure: Figure) -> Attribution | None:
        """Return who gives the answer that a figure stands in; who asks asserts nothing."""
        turn = turn_at(self._turns, figure.first)
        if turn is None or turn.asks:
            return None
        named = self._name(turn.label)
        return Attribution(*named, self._scene.tokens.span(*turn.label)) if named else None

    def _quoted(self, figure: Figure) -> Attribution | None:
        """Look for the speaker of a quotation in the sentences it touches and those beside it."""
        tokens = self._scene.tokens
        quote = next(((a, b) for a, b in self._quotes if a <= figure.first < b), None)
        if quote is None:
            return None
        start, stop = quote[0], min(quote[1], len(tokens) - 1)
        ahead, behind = max(0, start - 1), min(stop + 1, len(tokens) - 1)
        return self._teller(start, stop) or self._by(quote) or self._teller(ahead, behind)

    def _teller(self, *at: int) -> Attribution | None:
        """Return who says anything in the sentences of some tokens."""
        return next((named.who for index in at for named in self._in(index)), None)

    def _by(self, quote: Stretch) -> Attribution | None:
        """Return whom the words before or behind a quotation are about, whatever the verb."""
        for first, stop in beside(self._scene, quote):
            speaker = subject_named(self._scene, first, stop)
            if speaker is not None and (named := self._name(speaker)) is not None:
                return Attribution(*named, self._scene.tokens.span(*speaker))
        return None


def _rank(figure: Figure, speech: Speech, around: list[_Named]) -> tuple[int, int, int]:
    """Order acts of saying: one told by another first, then the narrowest, then the nearest."""
    start, stop = speech.cue
    told = speech.cited and any(
        other.speech is not speech
        and not other.speech.cited
        and other.speech.covers[0] <= start < other.speech.covers[1]
        for other in around
    )
    gap = start - figure.stop if start >= figure.stop else figure.first - stop
    return (0 if told else 1, speech.covers[1] - speech.covers[0], gap)
