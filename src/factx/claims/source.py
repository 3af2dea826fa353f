"""Who says so: "according to X", "X said that", and quotations that run over sentences."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factx.claims import phrase
from factx.claims.scene import Figure, Scene, Stretch
from factx.claims.speaker import name_of, subject_of
from factx.claims.words import table, words
from factx.model import Attribution


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of saying: the words that name the speaker, the cue, and what it covers."""

    speaker: Stretch
    cue: Stretch
    covers: Stretch
    cited: bool = False


class Speeches:
    """The acts of saying of an article, found sentence by sentence when asked for."""

    __slots__ = ("_found", "_quotes", "_scene")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found: dict[int, list[Speech]] = {}
        self._quotes = _quotations(scene)

    def of(self, figure: Figure) -> Attribution | None:
        """Return who asserts a figure, or ``None`` for the article itself."""
        around = [
            speech
            for speech in self._in(figure.first)
            if speech.covers[0] <= figure.first < speech.covers[1]
            and not speech.speaker[0] <= figure.first < speech.speaker[1]
        ]
        if not around:
            return self._quoted(figure)
        cited = [speech for speech in around if speech.cited]
        if cited:
            best = min(cited, key=lambda speech: _gap(figure, speech.cue))
            told = self._name(best)
            others = [speech for speech in around if not speech.cited]
            outer = self._name(others[0]) if others else None
            if told is None:
                return outer
            return replace(told, via=outer.name) if outer and outer.name != told.name else told
        # the innermost act of saying is the narrowest one around the figure
        ordered = sorted(
            around,
            key=lambda speech: (speech.covers[1] - speech.covers[0], _gap(figure, speech.cue)),
        )
        inner = self._name(ordered[0])
        outer = self._name(ordered[-1]) if len(ordered) > 1 else None
        if inner is None:
            return outer
        return replace(inner, via=outer.name) if outer and outer.name != inner.name else inner

    def _name(self, speech: Speech) -> Attribution | None:
        named = name_of(self._scene, speech.speaker)
        if named is None:
            return None
        name, official = named
        return Attribution(name, official, self._scene.tokens.span(*speech.cue))

    def _in(self, index: int) -> list[Speech]:
        first, stop = self._scene.sentence(index)
        if first not in self._found:
            self._found[first] = _find(self._scene, first, stop)
        return self._found[first]

    def _quoted(self, figure: Figure) -> Attribution | None:
        """Look for the speaker of a quotation in the sentences it touches."""
        scene = self._scene
        for start, stop in self._quotes:
            if not start <= figure.first < stop:
                continue
            for index in (start, min(stop, len(scene.tokens) - 1), max(0, start - 1)):
                for speech in self._in(index):
                    if not speech.cited and (named := self._name(speech)) is not None:
                        return named
        return None


def _gap(figure: Figure, cue: Stretch) -> int:
    return cue[0] - figure.stop if cue[0] >= figure.stop else figure.first - cue[1]


def _find(scene: Scene, first: int, stop: int) -> list[Speech]:
    """Return the acts of saying of one sentence."""
    out: list[Speech] = []
    lower = scene.tokens.lower
    verbs, cited = table("source")["verbs"], table("source")["cited"]["phrases"]
    for index in range(first, stop):
        word = lower[index]
        for cue in cited.get(word, ()):
            end = index + 1 + len(cue)
            if lower[index + 1 : end] == cue and end < stop:
                speaker = phrase.onward(scene, end)
                if speaker is not None and _can_speak(scene, speaker):
                    out.append(
                        Speech(speaker, (index, end), _part(scene, index, first, stop), cited=True)
                    )
                break
        reports = word in verbs["strong"] or word in verbs["weak"]
        if reports and (speech := _said(scene, index, first, stop)) is not None:
            out.append(speech)
    return out


def _can_speak(scene: Scene, speaker: Stretch) -> bool:
    """Leave out "according to the second stage" of nobody: dates and figures do not speak."""
    start, stop = speaker
    lower = scene.tokens.lower
    return (
        not any(word in words("source", "mute") for word in lower[start:stop])
        and start not in scene.inside
    )


def _part(scene: Scene, index: int, first: int, stop: int) -> Stretch:
    """Return the part of a sentence between semicolons that a cue stands in."""
    lower = scene.tokens.lower
    while index > first and lower[index - 1] != ";":
        index -= 1
    end = index
    while end < stop and lower[end] != ";":
        end += 1
    return index, end


def _said(scene: Scene, verb: int, first: int, stop: int) -> Speech | None:
    """Read a reporting verb: its subject speaks, and what it covers is what it says."""
    verbs = table("source")["verbs"]
    tree, lower = scene.tree, scene.tokens.lower
    if tree.label[verb]:
        if tree.tag[verb] not in {"VERB", "AUX"} and lower[verb] not in verbs["sure"]:
            return None
        if tree.child(verb, "aux:pass") is not None or tree.child(verb, "nsubj:pass") is not None:
            return _by_agent(scene, verb, first, stop)
    speaker = subject_of(scene, verb, first, stop)
    if speaker is None or not _can_speak(scene, speaker):
        return None
    covers = _covers(scene, verb, speaker, first, stop, strong=lower[verb] in verbs["strong"])
    return Speech(speaker, (verb, verb + 1), covers) if covers is not None else None


def _by_agent(scene: Scene, verb: int, first: int, stop: int) -> Speech | None:
    """Read "was put at six by the ministry"."""
    tree, lower = scene.tree, scene.tokens.lower
    for child in tree.children(verb):
        left, _ = tree.edges(child)
        if (
            child > verb
            and lower[left] == "by"
            and tree.base[child] == "obl"
            and child not in scene.inside
        ):
            speaker = phrase.onward(scene, left + 1)
            if speaker is not None and _can_speak(scene, speaker):
                low, high = tree.edges(verb)
                return Speech(speaker, (verb, verb + 1), (max(first, low), min(stop, high)))
    return None


def _covers(
    scene: Scene, verb: int, speaker: Stretch, first: int, stop: int, *, strong: bool
) -> Stretch | None:
    """Return what an act of saying covers: the verb's clause, or the sentence it is put into."""
    tree, lower = scene.tree, scene.tokens.lower
    if not tree.label[verb]:
        return _part(scene, verb, first, stop)
    left, right = tree.edges(verb)
    left, right = max(first, left), min(stop, right)
    label = tree.base[verb]
    if label in {"parataxis", "discourse"} and strong:
        # "..., she said, ..." is put into what it reports
        return _part(scene, verb, first, stop)
    follows = lower[verb + 1] if verb + 1 < stop else ""
    if label == "acl" and tree.label[verb] != "acl:relcl":
        return None
    if not strong and follows in {".", ","}:
        return None
    if label == "root" or strong:
        return left, right
    return verb, right


def _quotations(scene: Scene) -> list[Stretch]:
    """Return the stretches between quotation marks that run over the end of a sentence."""
    out: list[Stretch] = []
    opened: int | None = None
    text, tokens = scene.tokens.text, scene.tokens
    for index, word in enumerate(text):
        if word not in {'"', "“", "”"}:
            continue
        if opened is not None and tokens.block[opened] != tokens.block[index]:
            opened = None
        if opened is None:
            opened = index if word != "”" else None
        elif word != "“":
            if scene.tokens.sent[opened] != scene.tokens.sent[index]:
                out.append((opened, index))
            opened = None
    return out
