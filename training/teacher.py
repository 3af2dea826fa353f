"""Train a slow, accurate parser on gold trees: ``teacher.py TREES ENCODER OUT.pt [--epochs 4]``.

``TREES`` is the folder that convert_trees.py wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import spacy
import torch
from biaffine import Parser, Tree
from encoder import OPEN, WORDS, arguments, batches, fit
from spacy.tokens import DocBin
from torch import Tensor
from torch.nn import functional

_LONGEST = 120
_TAGS = 0.5  # weight of the tags' loss
JOINT = "~"


def read(path: Path) -> list[Tree]:
    """Return the sentences of spaCy's binary format."""
    docs = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
    return [
        Tree(
            [token.text for token in sentence],
            [token.head.i - sentence.start + 1 if token.head != token else 0 for token in sentence],
            [token.dep_ for token in sentence],
            [JOINT.join((token.tag_, token.pos_, str(token.morph))) for token in sentence],
        )
        for doc in docs
        for sentence in doc.sents
    ]


def loss(parser: Parser, group: Sequence[Tree]) -> Tensor:
    """Return the loss over the heads, the labels of gold heads, and the tags."""
    batch = parser.batch([tree.words for tree in group])
    heads, deps, tags = (torch.full(batch.real.shape, OPEN) for _ in range(3))
    for row, tree in enumerate(group):
        size = len(tree.words) + 1
        heads[row, 1:size] = torch.tensor(tree.heads)
        deps[row, 1:size] = torch.tensor([parser.deps.index(dep) for dep in tree.deps])
        tags[row, 1:size] = torch.tensor([parser.tags.index(tag) for tag in tree.tags])
    arcs, dependents, over, scores = parser(batch)
    row, word = torch.nonzero(heads != OPEN, as_tuple=True)
    labels = parser.rel.pairs(dependents[row, word], over[row, heads[row, word]])
    return (
        functional.cross_entropy(arcs.flatten(0, 1), heads.flatten())
        + functional.cross_entropy(labels, deps[row, word])
        + _TAGS * functional.cross_entropy(scores[row, word], tags[row, word], label_smoothing=0.03)
    )


def score(parser: Parser, trees: Sequence[Tree]) -> str:
    """Return the share of words with the right head, and with the right head and label."""
    parser.eval()
    heads = both = words = 0
    for group in batches([len(tree.words) for tree in trees], 2 * WORDS):
        gold = [trees[index] for index in group]
        for tree, found in zip(gold, parser.parse(gold), strict=True):
            rows = zip(tree.heads, found.heads, tree.deps, found.deps, strict=True)
            for head, its, dep, label in rows:
                words += dep != "punct"
                heads += dep != "punct" and head == its
                both += dep != "punct" and head == its and dep == label
    parser.train()
    return f"UAS {100 * heads / words:.1f}, LAS {100 * both / words:.1f}"


def main() -> None:
    args = arguments(__doc__, "trees", epochs=4)
    trees = [t for t in read(args.trees / "trees_train.spacy") if len(t.words) < _LONGEST]
    held = read(args.trees / "trees_dev.spacy")
    deps = {dep for tree in trees for dep in tree.deps}
    tags = {tag for tree in trees for tag in tree.tags}
    parser = Parser(args.encoder, sorted(deps), sorted(tags))
    fit(
        parser,
        trees,
        lambda group: loss(parser, group),
        lambda: score(parser, held),
        lengths=[len(tree.words) for tree in trees],
        args=args,
    )


if __name__ == "__main__":
    main()
