"""Write the table of Brown clusters: ``clusters.py LOOKUPS_DATA OUT.npz``.

``LOOKUPS_DATA`` is the data folder of the package spacy-lookups-data (MIT licence), which
carries clusters of English words. Words without a cluster are left out.
"""

from __future__ import annotations

import gzip
import json

import numpy as np
from arguments import paths
from spacy.strings import hash_string


def main() -> None:
    source, out = paths(__doc__, "lookups", "out")
    with gzip.open(source / "en_lexeme_cluster.json.gz", "rt", encoding="utf-8") as file:
        words: dict[str, int] = json.load(file)
    table = sorted((hash_string(word), cluster) for word, cluster in words.items() if cluster)
    np.savez_compressed(
        out,
        keys=np.array([key for key, _ in table], dtype=np.uint64),
        clusters=np.array([cluster for _, cluster in table], dtype=np.uint32),
    )
    print(len(table), "words in", len({cluster for _, cluster in table}), "clusters")


if __name__ == "__main__":
    main()
