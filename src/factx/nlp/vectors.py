"""Word vectors of the bundled pipeline: GloVe's, cut to the commonest words and fewer dimensions.

They say of a word that the labelled corpora show once or never which words it behaves like.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, glorot_uniform_init

Keys = NDArray[np.uint64]
Floats = NDArray[np.float32]


@cache
def table() -> tuple[Keys, Floats]:
    """Return the packaged table: word hashes in order, and a row for each after a blank one.

    The vectors are those of Pennington et al. 2014 (6B tokens, 100 dimensions) on their principal
    axes, stored as signed bytes; ``training/vectors.py`` writes them.
    """
    path = resources.files("factx.nlp.english").joinpath("vectors.npz")
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        rows = stored["vectors"].astype(np.float32)
        rows *= stored["scale"]
        return stored["keys"], np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows])


def find(hashes: Keys) -> NDArray[np.uint64]:
    """Return the row of each word, by the hash of its small letters; 0 for one without."""
    keys, _ = table()
    places = np.minimum(np.searchsorted(keys, hashes), len(keys) - 1)
    return np.where(keys[places] == hashes, places + 1, 0).astype(np.uint64)


def word_vectors(width: int, column: int, dropout: float) -> Model[Any, Any]:
    """Build a layer that projects the vector whose row stands in ``column`` to ``width``.

    The vectors are not learnt. In training, ``dropout`` of the words are taken for unknown ones.
    """
    return Model(
        "word_vectors",
        _forward,
        init=_init,
        params={"W": None},
        dims={"nO": width},
        attrs={"column": column, "dropout": dropout},
    )


def _forward(
    model: Model[Any, Any], rows: NDArray[np.uint64], is_train: bool
) -> tuple[Floats, Callable[[Any], NDArray[np.uint64]]]:
    vectors = table()[1][rows[:, model.attrs["column"]].astype(np.intp)]
    if is_train:
        kept = model.ops.xp.random.random((len(rows), 1)) >= model.attrs["dropout"]
        vectors = vectors * kept.astype(np.float32)
    weights: Any = model.get_param("W")

    def backprop(gradient: Any) -> NDArray[np.uint64]:
        model.inc_grad("W", gradient.T @ vectors)
        return np.zeros(rows.shape, rows.dtype)

    return vectors @ weights.T, backprop


def _init(model: Model[Any, Any], X: object = None, Y: object = None) -> Model[Any, Any]:  # noqa: N803 - thinc's names
    del X, Y
    model.set_param("W", glorot_uniform_init(model.ops, (model.get_dim("nO"), table()[1].shape[1])))
    return model
