"""The embedding layer of the bundled pipeline: spaCy's hashed features, word clusters and vectors.

A word that the training corpora never show (a surname, a town) still has a Brown cluster and a
vector, made from far more text than was labelled, and so behaves like the names that they do show.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LOWER, ORTH, intify_attr  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.layers.chain import forward as chain_forward
from thinc.layers.chain import init as chain_init

from factx.nlp import vectors

Keys = NDArray[np.uint64]
Clusters = NDArray[np.uint32]

# A cluster's lowest bits are the upper branches of its tree: six of them part the words into 64
# kinds, all of them into a thousand.
_BRANCHES = np.uint64(0b111111)


@cache
def clusters() -> tuple[Keys, Clusters]:
    """Return the packaged table: word hashes in order, and the cluster of each."""
    path = resources.files("factx.nlp.english").joinpath("clusters.npz")
    with path.open("rb") as file, np.load(file, allow_pickle=False) as table:
        return table["keys"], table["clusters"]


def _find(hashes: Keys) -> NDArray[np.uint64]:
    keys, values = clusters()
    places = np.minimum(np.searchsorted(keys, hashes), len(keys) - 1)
    return np.where(keys[places] == hashes, values[places], 0).astype(np.uint64)


def attributes(doc: Doc, columns: list[int]) -> NDArray[np.uint64]:
    """Return one row a token: spaCy's attributes, the word, and the word in small letters."""
    rows = doc.to_array([*columns, ORTH, LOWER]).reshape(len(doc), len(columns) + 2)
    return rows.astype(np.uint64)


def words(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the words of rows of ``attributes``; all else in a row follows from the word."""
    return rows[:, -2]


def inputs(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Put what is known of the words for the words that close the rows of ``attributes``.

    These are the cluster, its upper branches, and the row of the word's vector.
    """
    found = _find(rows[:, -2])
    found = np.where(found == 0, _find(rows[:, -1]), found)
    return np.column_stack([rows[:, :-2], found, found & _BRANCHES, vectors.find(rows[:, -1])])


def _extract(
    model: Model[list[Doc], list[Any]], docs: list[Doc], is_train: bool
) -> tuple[list[Any], Any]:
    del is_train
    columns = model.attrs["columns"]
    return [inputs(attributes(doc, columns)) for doc in docs], lambda _: []


@registry.architectures("factx.ClusterHashEmbed.v1")  # type: ignore[untyped-decorator]
def cluster_hash_embed(width: int, attrs: list[str], rows: list[int]) -> Model[Any, Any]:
    """Build spaCy's MultiHashEmbed with two columns more: ``rows`` has one number a column."""
    return _embed(width, attrs, rows, [])


@registry.architectures("factx.VectorHashEmbed.v1")  # type: ignore[untyped-decorator]
def vector_hash_embed(
    width: int, attrs: list[str], rows: list[int], dropout: float = 0.1
) -> Model[Any, Any]:
    """Build the same with the word's vector beside; ``dropout`` of the vectors are left out."""
    return _embed(width, attrs, rows, [vectors.word_vectors(width, len(rows), dropout)])


def _embed(
    width: int, attrs: list[str], rows: list[int], more: list[Model[Any, Any]]
) -> Model[Any, Any]:
    columns = [intify_attr(name) for name in attrs]
    extract: Model[list[Doc], list[Any]] = Model(
        "extract_features_and_clusters", _extract, attrs={"columns": columns}
    )
    embeds: list[Model[Any, Any]] = [
        HashEmbed(width, count, column=index, seed=8 + index, dropout=0.0)
        for index, count in enumerate(rows)
    ] + more
    mix: Model[Any, Any] = Maxout(width, width * len(embeds), nP=3, dropout=0.0, normalize=True)
    layers: list[Model[Any, Any]] = [
        extract,
        list2ragged(),
        with_array(concatenate(*embeds)),
        with_array(mix),
        ragged2list(),
    ]
    return Model("cluster_hash_embed", _forward, init=chain_init, dims={"nO": None}, layers=layers)


def _forward(model: Model[list[Doc], Any], docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
    return chain_forward(model, docs, is_train)


def is_embedding(model: Model[Any, Any]) -> bool:
    """Tell whether ``cluster_hash_embed`` built this layer, whatever a file has named it since."""
    return model._func is _forward  # noqa: SLF001  the one thing that no file renames
