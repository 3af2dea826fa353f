"""Join a parser and a name model into one pipeline: ``assemble.py OUT PARSER [NAMES]``."""

from __future__ import annotations

from typing import Any

import spacy
import train  # noqa: F401  registers the tokenizer callback
from arguments import paths

from factx.nlp import embed  # noqa: F401  registers the embedding layer
from factx.nlp.bundled import lemma_tables


def main() -> None:
    out, parser, *names = paths(__doc__, "out", "parser", more="names")
    nlp = spacy.load(parser)
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=lemma_tables())
    if names:
        other = spacy.load(names[0])
        other.replace_listeners("tok2vec", "ner", ["model.tok2vec"])  # each keeps its own encoder
        nlp.add_pipe("ner", source=other)
    nlp.config["nlp"]["after_pipeline_creation"] = None
    nlp.to_disk(out)


if __name__ == "__main__":
    main()
