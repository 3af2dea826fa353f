"""Write a trained pipeline as package data: ``package.py MODEL OUT``.

``OUT`` gets pipeline.json (components, labels, shapes) and weights.npz (half floats; the tables of
hashed features as bytes, with a scale a column). Same model, same bytes: the archive carries no
times.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import train  # noqa: F401  registers the tokenizer callback
from arguments import paths
from spacy.language import Language
from thinc.api import Model

from factx.nlp import bundled, embed  # noqa: F401  registers the embedding layer

_LISTED = ["clusters.npz", "lemmas.json", "pipeline.json", "vectors.npz", "weights.npz"]


def describe(nlp: Language, weights: dict[str, np.ndarray]) -> dict[str, Any]:
    """Return the description of ``nlp`` and fill ``weights``."""
    entries = []
    for name, component in nlp.pipeline:
        meta = nlp.get_pipe_meta(name)
        config = dict(nlp.config["components"][name])
        config.pop("factory", None)
        entry: dict[str, Any] = {"name": name, "factory": meta.factory}
        if meta.factory == "lemmatizer":
            entry["config"] = {"mode": "rule"}
            entries.append(entry)
            continue
        entry["config"] = json.loads(json.dumps(config))
        entry["cfg"] = {k: v for k, v in getattr(component, "cfg", {}).items() if _plain(v)}
        entry["strings"] = sorted(_strings(nlp, component, name))
        if hasattr(component, "moves"):
            entry["moves"] = component.moves.labels
        entry["nodes"] = nodes(name, component.model, weights)
        entries.append(entry)
    return {"format": bundled.FORMAT, "components": entries}


def nodes(name: str, model: Model[Any, Any], weights: dict[str, np.ndarray]) -> list[Any]:
    """Return the shapes and references of a model's layers; their parameters go to ``weights``."""
    description = []
    for index, (node, layer) in enumerate(zip(model.to_dict()["nodes"], model.walk(), strict=True)):
        params = [param for param in layer.param_names if layer.has_param(param)]
        for param in params:
            key, value = f"{name}/{index}/{param}", np.asarray(layer.get_param(param))
            if param == "E":
                weights[key], weights[f"{key}/scale"] = bundled.squeeze(value)
                continue
            half = value.astype(np.float16)
            assert np.isfinite(half).all(), (name, index, param)
            weights[key] = half
        description.append({**node, "params": params})
    return description


def _plain(value: Any) -> bool:
    try:
        json.dumps(value)
    except TypeError:
        return False
    return True


def _strings(nlp: Language, component: Any, name: str) -> set[str]:
    """Return what the component writes into a Doc: its labels, tags, features and their parts."""
    strings = set(nlp.pipe_labels.get(name, ()))
    strings |= {
        str(part)
        for value in getattr(component, "cfg", {}).values()
        if isinstance(value, dict)
        for part in [*value, *value.values()]
    }
    return {string for string in strings if string}


def save(weights: dict[str, np.ndarray], path: Path) -> None:
    """Write an npz file whose bytes depend on its content alone."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for key in sorted(weights):
            buffer = BytesIO()
            np.lib.format.write_array(
                buffer, np.ascontiguousarray(weights[key]), allow_pickle=False
            )
            archive.writestr(
                zipfile.ZipInfo(f"{key}.npy", (1980, 1, 1, 0, 0, 0)),
                buffer.getvalue(),
                zipfile.ZIP_DEFLATED,
            )


def main() -> None:
    model, out = paths(__doc__, "model", "out")
    nlp = spacy.load(model)
    weights: dict[str, np.ndarray] = {}
    description = describe(nlp, weights)
    text = json.dumps(description, ensure_ascii=False, separators=(",", ":"))
    (out / "pipeline.json").write_text(text + "\n", "utf-8")
    save(weights, out / "weights.npz")
    sums = [
        f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in _LISTED
    ]
    (out / "SHA256SUMS").write_text("".join(sums), "utf-8")
    print(sum((out / name).stat().st_size for name in _LISTED) / 1e6, "MB")


if __name__ == "__main__":
    main()
