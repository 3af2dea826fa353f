"""Train a slow, accurate finder of names: ``name_teacher.py NAMES ENCODER OUT.pt [--epochs 2.5]``.

``NAMES`` is the folder that convert_names.py wrote, with one altered copy at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import spacy
import torch
from encoder import OPEN, WORDS, arguments, batches, fit
from namer import TAGS, Namer, names
from spacy.tokens import Doc, DocBin
from torch.nn import functional

# Words, and the place of each one's tag in TAGS; what nobody labelled is OPEN.
Text: TypeAlias = tuple[list[str], list[int]]

_LONGEST = 160


def read(path: Path) -> list[Text]:
    """Return the texts of spaCy's binary format, cut where they are long, outside of names."""
    docs = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
    return [part for doc in docs for part in _cut(*_tagged(doc))]


def _tagged(doc: Doc) -> Text:
    tags = [OPEN if token.ent_iob_ == "" else 0 for token in doc]
    for name in doc.ents:
        inner = "I" * (len(name) - 2)
        parts = "U" if len(name) == 1 else f"B{inner}L"
        tags[name.start : name.end] = [TAGS.index(f"{part}-{name.label_}") for part in parts]
    return [token.text for token in doc], tags


def _cut(words: list[str], tags: list[int]) -> list[Text]:
    parts, start = [], 0
    while start < len(words):
        stop = min(start + _LONGEST, len(words))
        while stop < len(words) and tags[stop] > 0 and TAGS[tags[stop]][0] in "IL":
            stop += 1
        parts.append((words[start:stop], tags[start:stop]))
        start = stop
    return parts


def loss(namer: Namer, group: Sequence[Text]) -> torch.Tensor:
    scores = namer(namer.batch([words for words, _ in group]))
    gold = torch.full(scores.shape[:2], OPEN)
    for row, (_, tags) in enumerate(group):
        gold[row, : len(tags)] = torch.tensor(tags)
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten())


def score(namer: Namer, texts: Sequence[Text]) -> str:
    """Return F1 over names, span and label right."""
    namer.eval()
    right = given = wanted = 0
    for group in batches([len(words) for words, _ in texts], 2 * WORDS):
        found = namer.read([texts[index][0] for index in group])
        for index, reading in zip(group, found, strict=True):
            gold = set(names(texts[index][1]))
            told = {(name.first, name.stop, name.label) for name in reading.names}
            right += len(gold & told)
            given += len(told)
            wanted += len(gold)
    namer.train()
    return f"F1 {200 * right / (given + wanted):.1f}"


def main() -> None:
    args = arguments(__doc__, "names", epochs=2.5)
    texts = [
        text for part in ("train", "more") for text in read(args.names / f"names_{part}.spacy")
    ]
    held = read(args.names / "names_dev.spacy")
    namer = Namer(args.encoder)
    fit(
        namer,
        texts,
        lambda group: loss(namer, group),
        lambda: score(namer, held),
        lengths=[len(words) for words, _ in texts],
        args=args,
    )


if __name__ == "__main__":
    main()
