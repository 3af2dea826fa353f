"""Write the tables of the rule lemmatizer: ``lemmas.py LOOKUPS_DATA OUT.json``.

They are spaCy's (package spacy-lookups-data, MIT; made from WordNet 3.0), as one file.
"""

from __future__ import annotations

import gzip
import json

from arguments import paths


def main() -> None:
    source, out = paths(__doc__, "lookups", "out")
    tables = {}
    for name in ("lemma_rules", "lemma_exc", "lemma_index"):
        with gzip.open(source / f"en_{name}.json.gz", "rt", encoding="utf-8") as file:
            tables[name] = json.load(file)
    out.write_text(json.dumps(tables, ensure_ascii=False, separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    main()
