"""The English pipeline that travels with factx: a description in JSON, weights in one npz file.

Weights are stored as half floats and bytes, which lost no accuracy, and computed as single ones.
Nothing is unpickled, so a damaged file is an error and never code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.lookups import Lookups
from thinc.api import Model, NumpyOps

from factx.errors import ModelError
from factx.nlp import encoder, lemmas, parser, recognizer  # noqa: F401  these register what they hold
from factx.nlp.tokenizer import blank

Floats = NDArray[np.float32]

# The sort of what is stored: a wheel with another one was packed by another version of factx.
FORMAT = 2

# Which of spaCy's components have a quicker one here.
_OWN = {"ner": "factx_ner", "parser": "factx_parser"}


def available() -> bool:
    """Tell whether weights are packaged (a source tree without them reads blank tokens)."""
    return _folder().joinpath("weights.npz").is_file()


def pipeline() -> Language:
    """Build the packaged pipeline."""
    folder = _folder()
    try:
        with folder.joinpath("pipeline.json").open(encoding="utf-8") as text:
            description = json.load(text)
        if description["format"] != FORMAT:
            raise ModelError("the packaged language model is of another version; reinstall factx")
        with (
            folder.joinpath("weights.npz").open("rb") as file,
            np.load(file, allow_pickle=False) as weights,
        ):
            return _assemble(description, weights)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"the packaged language model is damaged ({error}); reinstall factx"
        ) from error


def components(nlp: Language) -> Iterator[tuple[str, Any]]:
    """Yield the components that have weights."""
    for name, component in nlp.pipeline:
        if isinstance(getattr(component, "model", None), Model):
            yield name, component


def quicken(nlp: Language) -> None:
    """Let numpy do the sums: its BLAS is several times as fast as spaCy's default."""
    ops = NumpyOps(use_blis=False)
    for _, component in components(nlp):
        for node in component.model.walk():
            node.ops = ops
        encoder.quicken(component.model)


def lemma_tables() -> Lookups:
    """Return the tables of the rule lemmatizer."""
    with _folder().joinpath("lemmas.json").open(encoding="utf-8") as file:
        tables = json.load(file)
    lookups = Lookups()
    # long lists, searched for every word; a dict is quick to search and, unlike a set, can be saved
    index = tables["lemma_index"]
    tables["lemma_index"] = {pos: dict.fromkeys(forms, True) for pos, forms in index.items()}
    for name, table in tables.items():
        lookups.add_table(name, table)
    return lookups


def squeeze(table: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return a table as bytes, and the scale of each column that undoes it."""
    scale = np.maximum(np.abs(table).max(axis=0), np.float32(1e-8)) / np.float32(127)
    return np.round(table / scale).astype(np.int8), scale.astype(np.float32)


def _unpacked(weights: Any, key: str) -> Floats:
    stored: Floats = weights[key].astype(np.float32)
    if f"{key}/scale" in weights:
        stored *= weights[f"{key}/scale"]
    return stored


def _folder() -> Traversable:
    return resources.files("factx.nlp.english")


def _assemble(description: dict[str, Any], weights: Any) -> Language:
    nlp = blank()
    for entry in description["components"]:
        name, factory = entry["name"], entry["factory"]
        if factory == "lemmatizer":
            component: Any = nlp.add_pipe("factx_lemmatizer", name=name)
            component.initialize(lookups=lemma_tables())
            continue
        component = nlp.add_pipe(_OWN.get(factory, factory), name=name, config=entry["config"])
        for label in entry["strings"]:
            nlp.vocab.strings.add(label)
        if "moves" in entry:
            component.moves.initialize_actions(entry["moves"])
        component.cfg.update(entry["cfg"])
        nodes = entry["nodes"]
        component.model.from_dict(
            {
                "nodes": nodes,
                "attrs": [{} for _ in nodes],
                "shims": [[] for _ in nodes],
                "params": [
                    {
                        param: _unpacked(weights, f"{name}/{index}/{param}")
                        for param in node["params"]
                    }
                    for index, node in enumerate(nodes)
                ],
            }
        )
    quicken(nlp)
    return nlp
