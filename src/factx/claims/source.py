"""Who says so: "according to X", "X said that", and quotations that run over sentences."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from factx.claims.cited import Speech
from factx.claims.named import Name, name_of
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.speech import GOING_ON, speeches
from factx.claims.telling import nested, tells
from factx.model import Attribution
from factx.nlp.nouns import plural
from factx.nlp.turns import turn_at, turns

# A quotation of fewer tokens may be a title or a single word.
_SHORT = 5
# Sentences over which "it said" and "they said" go on.
_BACK = 4


@dataclass(frozen=True, slots=True)
class _Named:
    """An act of saying with its speaker's name."""

    speech: Speech
    who: Attribution


class Speeches:
    """The acts of saying of an article, found sentence by sentence when asked for."""

    __slots__ = ("_found", "_names", "_quotes", "_scene", "_turns")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found: dict[int, list[_Named]] = {}
        self._names: dict[Stretch, Name | None] = {}
        self._quotes = _quotations(scene)
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
        if not around:
            return self._quoted(figure) or self._answered(figure)
        inner = min(around, key=lambda named: _rank(figure, named.speech, around))
        outer = max(around, key=lambda named: named.speech.covers[1] - named.speech.covers[0])
        via = outer.who.name if self._told_by(inner, outer) else None
        return replace(inner.who, via=via) if via and via != inner.who.name else inner.who

    def _told_by(self, inner: _Named, outer: _Named) -> bool:
        if outer is inner or outer.speech.cited:
            return False
        if inner.speech.cited:
            return True
        return nested(self._scene, inner.speech.cue[0], outer.speech.cue[0])

    def _in(self, index: int) -> list[_Named]:
        first, stop = self._scene.sentence(index)
        if first not in self._found:
            self._found[first] = [
                _Named(speech, Attribution(*named, self._scene.tokens.span(*speech.cue)))
                for speech in speeches(self._scene, first, stop)
                if (named := self._name(speech.speaker)) is not None
            ]
        return self._found[first]

    def _name(self, speaker: Stretch) -> Name | None:
        if speaker not in self._names:
            word = self._scene.tokens.lower[speaker[0]]
            pronoun = speaker[1] - speaker[0] == 1 and word in GOING_ON
            named = self._before(speaker[0]) if pronoun else name_of(self._scene, speaker)
            self._names[speaker] = named
        return self._names[speaker]

    def _before(self, pronoun: int) -> Name | None:
        """Return the body that the sentences before quote, of which "they" goes on telling."""
        scene, index = self._scene, pronoun
        many = scene.tokens.lower[pronoun] == "they"
        for _ in range(_BACK):
            first, _ = scene.sentence(index)
            if not first or scene.tokens.block[pronoun] != scene.tokens.block[first - 1]:
                return None
            index = scene.sentence(first - 1)[0]
            told = speeches(scene, index, first)
            if not told:
                return None
            start, stop = told[-1].speaker
            if stop - start == 1 and scene.tokens.lower[start] in GOING_ON:
                continue
            named = name_of(scene, (start, stop))
            if (
                named is None
                or named[1] is not None
                or scene.tokens.doc[start].ent_type_ == "PERSON"
            ):
                return None
            head = scene.tree.top(start, stop)
            word = scene.tokens.lower[head]
            plural_said = plural(word) or word in {"police", "media"}
            return named if plural_said == many else None
        return None

    def _answered(self, figure: Figure) -> Attribution | None:
        """Return who gives the answer that a figure stands in; who asks asserts nothing."""
        turn = turn_at(self._turns, figure.first)
        if turn is None or turn.asks or figure.first < turn.label[1] < turn.stop:
            return None
        named = self._name(turn.label)
        return Attribution(*named, self._scene.tokens.span(*turn.label)) if named else None

    def _quoted(self, figure: Figure) -> Attribution | None:
        """Look for the speaker of a quotation in the sentences it touches."""
        last = len(self._scene.tokens) - 1
        for start, stop in self._quotes:
            if not start <= figure.first < stop:
                continue
            for index in (start, min(stop, last), min(stop + 1, last), max(0, start - 1)):
                for named in self._in(index):
                    if not named.speech.cited:
                        return named.who
        return None


def _rank(figure: Figure, speech: Speech, around: list[_Named]) -> tuple[int, int, int]:
    """Order acts of saying: one told by another first, then the narrowest, then the nearest."""
    start, stop = speech.cue
    told = any(
        other.speech is not speech
        and not other.speech.cited
        and other.speech.covers[0] <= start < other.speech.covers[1]
        for other in around
    )
    gap = start - figure.stop if start >= figure.stop else figure.first - stop
    return (0 if speech.cited and told else 1, speech.covers[1] - speech.covers[0], gap)


def _quotations(scene: Scene) -> list[Stretch]:
    """Return the stretches between quotation marks that are sentences, and not only names.

    A quotation that the next paragraph goes on with has no mark at the end of the first.
    """
    out: list[Stretch] = []
    opened: int | None = None
    tokens = scene.tokens
    for index, word in enumerate(tokens.text):
        if word not in {'"', "“", "”"}:
            continue
        if opened is not None and tokens.block[opened] != tokens.block[index]:
            if word != "”" and index - opened > _SHORT:
                out.append((opened, bisect_right(tokens.block, tokens.block[opened]) - 1))
            opened = None
        if opened is None:
            opened = index if word != "”" else None
        elif word != "“":
            ends = tokens.text[index - 1] in {".", "!", "?", ","}
            if tokens.sent[opened] != tokens.sent[index] or (ends and index - opened > _SHORT):
                out.append((opened, index))
            opened = None
    return out
