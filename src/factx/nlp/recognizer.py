"""spaCy's entity recognizer, decoded an article at a time instead of a state at a time.

Between names, a state shows the model one token, so all tokens are scored in one product; inside a
name it shows the first five tokens of it too, so all names that may begin are followed in step.
What comes out is what spaCy's own loop gives; there is just no loop over tokens. Entities that
other components set before are overwritten, which the bundled pipeline has none of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.pipeline.ner import EntityRecognizer  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]
Found = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Moves:
    """Which outputs of the model open, go on with, end and are a name of each label."""

    labels: list[str]
    begin: list[int]
    inside: list[int]
    last: list[int]
    unit: list[int]
    barred: list[int]

    @classmethod
    def of(cls, names: list[str]) -> Moves:
        """Read spaCy's names of the outputs: ``B-ORG``, ``I-ORG``, …, ``O``, and an unused ``U-``."""
        labels = [name[2:] for name in names if name.startswith("B-")]
        columns = [[names.index(f"{move}-{label}") for label in labels] for move in "BILU"]
        begin, inside, last, unit = columns
        outside = names.index("O")
        barred = sorted(set(range(len(names))) - {*begin, *unit, outside})
        return cls(labels, begin, inside, last, unit, barred)


@dataclass(frozen=True, slots=True)
class Layers:
    """The weights after the encoder: a product for each of six places, then one for the moves."""

    places: list[Floats]
    missing: Floats
    bias: Floats
    upper: Floats
    upper_bias: Floats

    @classmethod
    def of(cls, model: Any) -> Layers:
        """Take them from spaCy's model."""
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights, missing = lower.get_param("W"), lower.get_param("pad")[0]
        # pieces before outputs, so that their maximum is taken over whole rows
        places = [
            np.ascontiguousarray(place.transpose(2, 1, 0).reshape(place.shape[2], -1))
            for place in weights
        ]
        return cls(
            places,
            np.ascontiguousarray(missing.transpose(0, 2, 1).reshape(len(places), -1)),
            np.ascontiguousarray(lower.get_param("b").T.reshape(-1)),
            np.ascontiguousarray(upper.get_param("W").T),
            upper.get_param("b"),
        )

    def base(self, shown: int) -> Floats:
        """Return what does not depend on tokens where ``shown`` ones of a name are there to see."""
        base: Floats = self.bias + self.missing[1 + shown :].sum(axis=0)
        return base

    def scores(self, sums: Floats) -> Floats:
        """Score the moves, given the sums over the places."""
        half = sums.shape[1] // 2
        return np.maximum(sums[:, :half], sums[:, half:]) @ self.upper + self.upper_bias


class Recognizer(EntityRecognizer):  # type: ignore[misc]
    """spaCy's entity recognizer with a decoder of its own."""

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Read Docs, all of a batch at once."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            self.set_annotations(docs, self.predict(docs))
            yield from docs

    def predict(self, docs: list[Doc]) -> list[list[Found]]:
        """Return the names of each Doc: first token, stop and number of the label."""
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [[] for _ in docs]
        vectors = self.model.get_ref("tok2vec").predict(docs)
        flags = np.concatenate([doc.to_array([SENT_START, IS_SPACE]) for doc in docs])
        stops = np.cumsum([len(doc) for doc in docs])
        final = np.zeros(len(vectors), bool)
        final[stops[stops > 0] - 1] = True
        opens = np.append(flags[1:, 0] == 1, False)
        found = decode(vectors, self._layers, self._moves, final | opens, flags[:, 1] == 1)
        split: list[list[Found]] = [[] for _ in docs]
        numbers = np.searchsorted(stops, [first for first, _, _ in found], side="right")
        for (first, stop, label), number in zip(found, numbers, strict=True):
            shift = int(stops[number]) - len(docs[number])
            split[number].append((first - shift, stop - shift, label))
        return split

    def set_annotations(self, docs: list[Doc], found: list[list[Found]]) -> None:
        """Write the names into the Docs."""
        labels = self._moves.labels
        for doc, names in zip(docs, found, strict=True):
            doc.set_ents(
                [Span(doc, first, stop, labels[label]) for first, stop, label in names],
                default="outside",
            )

    @cached_property
    def _layers(self) -> Layers:
        return Layers.of(self.model)

    @cached_property
    def _moves(self) -> Moves:
        count = self.model.get_ref("upper").get_dim("nO")
        return Moves.of([self.moves.get_class_name(index) for index in range(count)])


def decode(vectors: Floats, layers: Layers, moves: Moves, bars: Flags, blank: Flags) -> list[Found]:
    """Return the names in order.

    No name goes on beyond a token of ``bars``, as the last of a text is, or begins at a ``blank``.
    """
    own = vectors @ layers.places[0]
    scores = layers.scores(own + layers.base(0))
    scores[:, moves.barred] = -np.inf
    begin = np.array(moves.begin)
    scores[np.flatnonzero(bars)[:, None], begin] = -np.inf
    scores[np.flatnonzero(blank)[:, None], [*moves.begin, *moves.unit]] = -np.inf
    best = scores.argmax(axis=1)
    spans: dict[int, Found] = {}
    for label, column in enumerate(moves.unit):
        spans |= {at: (at, at + 1, label) for at in np.flatnonzero(best == column).tolist()}
    firsts = np.flatnonzero(np.isin(best, begin))
    labels = begin.argsort()[np.searchsorted(np.sort(begin), best[firsts])]
    stops = _stops(vectors, own, layers, moves, firsts, labels, bars)
    for span in zip(firsts.tolist(), stops.tolist(), labels.tolist(), strict=True):
        spans[span[0]] = span
    found: list[Found] = []
    end = 0
    for first in sorted(spans):
        if first >= end:
            found.append(spans[first])
            end = spans[first][1]
    return found


def _stops(  # noqa: PLR0917  all of one step
    vectors: Floats,
    own: Floats,
    layers: Layers,
    moves: Moves,
    firsts: Places,
    labels: Places,
    bars: Flags,
) -> Places:
    """Return where names end that begin at ``firsts``, whether or not one is inside another."""
    inside, last = np.array(moves.inside), np.array(moves.last)
    stops = firsts.copy()
    going = np.arange(len(firsts))
    shown = np.zeros((len(firsts), own.shape[1]), np.float32)
    at = firsts
    step = 0
    while len(going):
        step += 1
        if step < len(layers.places):
            shown += vectors[at] @ layers.places[step]
        at = at + 1
        scores = layers.scores(own[at] + shown + layers.base(step))
        rows = np.arange(len(going))
        on, off = scores[rows, inside[labels]], scores[rows, last[labels]]
        ends = bars[at] | (off > on)
        stops[going[ends]] = at[ends] + 1
        going, shown, at, labels = (kept[~ends] for kept in (going, shown, at, labels))
    return stops


@Language.factory("factx_ner", default_config={"scorer": {"@scorers": "spacy.ner_scorer.v1"}})
def _recognizer(  # noqa: PLR0917  the settings of spaCy's factory "ner"
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Any,
) -> Recognizer:
    return Recognizer(
        nlp.vocab,
        model,
        name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )
