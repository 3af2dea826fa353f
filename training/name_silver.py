"""Label news with the teacher of names: ``name_silver.py CORPORA ENCODER TEACHER.pt NEWS OUT``.

The texts are those of silver_trees.py, some paragraphs at a time. What the teacher is unsure of is
left open, so that it teaches nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from arguments import paths
from encoder import batches
from namer import Reading, load
from passages import key, read
from silver_trees import paragraphs
from spacy.tokens import Doc, DocBin, Span

from factx.nlp.tokenizer import blank

_WORDS = 4000  # in a batch
_MOST = 140  # words in a text of several paragraphs
_LONGEST = 200
_SURE = 0.75


def texts(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield paragraphs joined up to a length that the teacher reads at once."""
    run: list[Doc] = []
    for doc in docs:
        if len(doc) > _LONGEST:
            continue
        if run and sum(map(len, run)) + len(doc) >= _MOST:
            yield Doc.from_docs(run)
            run = []
        run.append(doc)
    if run:
        yield Doc.from_docs(run)


def mark(doc: Doc, reading: Reading) -> None:
    """Give a text the names that the teacher is sure of; the rest of what it doubts is open."""
    spans = [(Span(doc, n.first, n.stop, n.label), n.sure) for n in reading.names]
    named = {index for span, _ in spans for index in range(span.start, span.end)}
    doubted = [
        doc[index : index + 1]
        for index, sure in enumerate(reading.sure)
        if index not in named and sure < _SURE
    ]
    doc.set_ents(
        [span for span, sure in spans if sure >= _SURE],
        missing=[*doubted, *(span for span, sure in spans if sure < _SURE)],
        default="outside",
    )


def main() -> None:
    corpora, encoder, teacher, folder, out = paths(
        __doc__, "corpora", "encoder", "teacher", "folder", "out"
    )
    held = {key(passage.text) for passage in read(Path(corpora, "ner_wikinews_dev.jsonl"))}
    plain = [p for p in paragraphs(corpora, folder, random.Random(5)) if key(p) not in held]
    docs = list(texts(blank().pipe(plain)))
    namer = load(encoder, teacher)
    for group in batches([len(doc) for doc in docs], _WORDS):
        words = [[token.text for token in docs[at]] for at in group]
        for at, reading in zip(group, namer.read(words), strict=True):
            mark(docs[at], reading)
    bag = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"], docs=docs)
    bag.to_disk(out)
    print(sum(map(len, docs)), "tokens,", sum(len(doc.ents) for doc in docs), "names")


if __name__ == "__main__":
    main()
