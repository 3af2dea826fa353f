"""spaCy's window encoder and factx's embedding, made quick where nothing is to be learnt.

The same sums in fewer steps: a word is embedded once and remembered, and each layer's pieces lie
side by side, so that numpy takes their maximum over whole rows. Only rounding differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

from factx.nlp import embed

Floats = NDArray[np.float32]
Forward = Callable[[Model[Any, Any], Any, bool], tuple[Any, Any]]

# Words remembered before all are forgotten: the vocabulary of a few hundred articles.
MOST = 30_000
_WINDOW = "residual(expand_window>>maxout>>layernorm>>dropout)"


@dataclass(frozen=True, slots=True)
class Layer:
    """The weights of one layer: of the product, and of the norm after it."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, model: Model[Any, Any]) -> Layer:
        """Take them from spaCy's layer."""
        nodes = {node.name: node for node in model.walk()}
        maxout, norm = nodes["maxout"], nodes["layernorm"]
        weights, bias, scale, shift = (
            np.asarray(node.get_param(name), np.float32)
            for node, name in ((maxout, "W"), (maxout, "b"), (norm, "G"), (norm, "b"))
        )
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
            np.ascontiguousarray(bias.T.reshape(-1)),
            scale,
            shift,
        )

    def __call__(self, rows: Floats) -> Floats:
        """Return the layer's output, a row for a row."""
        width = len(self.scale)
        pieces: Floats = rows @ self.weights
        pieces += self.bias
        out: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        for start in range(2 * width, pieces.shape[1], width):
            np.maximum(out, pieces[:, start : start + width], out=out)
        out -= out.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", out, out) / np.float32(width) + np.float32(1e-8)
        out *= (1 / np.sqrt(spread))[:, None]
        out *= self.scale
        out += self.shift
        return out


def quicken(model: Model[Any, Any]) -> None:
    """Let the encoders and embeddings of ``model`` predict quickly; they can learn no more."""
    for node in model.walk():
        if embed.is_embedding(node):
            node._func = _embedding(node)  # noqa: SLF001  what a layer does is not to be set otherwise
        elif node.name.startswith(f"with_array({_WINDOW}") and _narrow(node):
            node._func = _window(node)  # noqa: SLF001


def _narrow(model: Model[Any, Any]) -> bool:
    sizes = {node.attrs["window_size"] for node in model.walk() if node.name == "expand_window"}
    return sizes == {1}


def _window(model: Model[Any, Any]) -> Forward:
    # one residual layer stands bare, several in a chain
    chain = [node for node in model.walk() if node.name == _WINDOW]
    layers = [Layer.of(node) for node in chain]
    pad = model.attrs["pad"]

    def forward(model: Model[Any, Any], texts: list[Floats], is_train: bool) -> tuple[Any, Any]:
        del model, is_train
        lengths = np.array([len(text) for text in texts])
        # as spaCy does, blank rows stand between texts and take part as texts do
        starts = pad + np.cumsum(lengths + pad) - lengths - pad
        width = len(layers[0].scale)
        rows = np.zeros((int(lengths.sum()) + pad * (len(texts) + 1), width), np.float32)
        for text, start in zip(texts, starts, strict=True):
            rows[start : start + len(text)] = text
        wide = np.zeros((len(rows), 3 * width), np.float32)
        for layer in layers:
            wide[1:, :width] = rows[:-1]
            wide[:, width : 2 * width] = rows
            wide[:-1, 2 * width :] = rows[1:]
            rows += layer(wide)
        found = [
            rows[start : start + length] for start, length in zip(starts, lengths, strict=True)
        ]
        return found, lambda _: []

    return forward


def _embedding(model: Model[Any, Any]) -> Forward:
    extract, _, embeds, mix, _ = model.layers
    columns = extract.attrs["columns"]
    mixed = Layer.of(mix)
    places: dict[int, int] = {}
    table = np.zeros((0, len(mixed.scale)), np.float32)

    def forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
        nonlocal table
        del model, is_train
        rows = np.concatenate([embed.attributes(doc, columns) for doc in docs])
        words, first, back = np.unique(embed.words(rows), return_index=True, return_inverse=True)
        keys = words.tolist()
        new = [index for index, key in enumerate(keys) if key not in places]
        if new:
            if len(places) > MOST:
                places.clear()
                new = list(range(len(keys)))
            count = len(places)
            if count + len(new) > len(table):  # twice as long, so that it is seldom copied
                table = np.concatenate([table, np.zeros((count + len(new), table.shape[1]), "f")])
            table[count : count + len(new)] = mixed(embeds.predict(embed.inputs(rows[first[new]])))
            places.update((keys[index], at) for at, index in enumerate(new, count))
        found = table[np.array([places[key] for key in keys], dtype=np.intp)[back]]
        return np.split(found, np.cumsum([len(doc) for doc in docs])[:-1]), lambda _: []

    return forward
