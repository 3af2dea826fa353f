"""Average the weights of models trained from one start: ``average.py OUT MODEL MODEL…``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import spacy
import train  # noqa: F401  registers the tokenizer callback
from arguments import paths
from spacy.language import Language


def layers(nlp: Language) -> Iterator[tuple[Any, str]]:
    for _, component in nlp.pipeline:
        layered: Any = component
        for node in layered.model.walk():
            yield from ((node, name) for name in node.param_names if node.has_param(name))


def main() -> None:
    out, *starts = paths(__doc__, "out", "model", more="models")
    models = [spacy.load(path) for path in starts]
    orders = [nlp.get_pipe("ner").moves.labels for nlp in models]  # type: ignore[attr-defined]
    names = [[list(order[action]) for action in order] for order in orders]
    if any(name != names[0] for name in names):
        sys.exit("the models order their labels differently; train one from the other")
    for places in zip(*(list(layers(nlp)) for nlp in models), strict=True):
        values = [node.get_param(name) for node, name in places]
        node, name = places[0]
        node.set_param(name, np.mean(values, axis=0, dtype=np.float32))
    models[0].to_disk(out)


if __name__ == "__main__":
    main()
