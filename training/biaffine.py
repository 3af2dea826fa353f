"""A parser too slow to travel: biaffine scores of encoded words, in PyTorch.

The scores are those of Dozat and Manning (2017), "Deep Biaffine Attention for Neural Dependency
Parsing".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from encoder import DROP, Batch, Encoder
from spanning import best_tree
from torch import Tensor, nn

_ROOT = "ROOT"
_NEVER = -1e9
_ARC, _LABEL = 320, 128


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence: heads from 1 on, 0 for the root; what spaCy calls dep; tag, pos and morph in one.

    ``sure`` is the probability of each arc and its label, 1 in gold.
    """

    words: Sequence[str]
    heads: Sequence[int] = ()
    deps: Sequence[str] = ()
    tags: Sequence[str] = ()
    sure: Sequence[float] = ()


class Biaffine(nn.Module):
    """One bilinear form for each output, over vectors with a one behind them."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        """Return the scores of every pair: sentence, output, left, right."""
        return torch.einsum("bxi,oij,byj->boxy", _one(left), self.w, _one(right))

    def pairs(self, left: Tensor, right: Tensor) -> Tensor:
        """Return the scores of given pairs: pair, output."""
        return torch.einsum(
            "xoj,xj->xo", torch.einsum("xi,oij->xoj", _one(left), self.w), _one(right)
        )


class Parser(Encoder):
    """The whole network; ``encoder`` is a folder that transformers can read."""

    def __init__(self, encoder: Path, deps: Sequence[str], tags: Sequence[str]) -> None:
        super().__init__(encoder)
        self.deps, self.tags = list(deps), list(tags)
        self.ah, self.ad = _layer(self.width, _ARC), _layer(self.width, _ARC)
        self.rh, self.rd = _layer(self.width, _LABEL), _layer(self.width, _LABEL)
        self.arc, self.rel = Biaffine(_ARC, 1), Biaffine(_LABEL, len(deps))
        self.tag = nn.Linear(self.width, len(tags))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return scores of heads (word by head), two sides of the labels' vectors, scores of tags."""
        words = self.encode(batch)
        arcs = self.arc(self.ad(words), self.ah(words)).squeeze(1)
        arcs = arcs.masked_fill(~batch.real[:, None, :], _NEVER)
        return arcs, self.rd(words), self.rh(words), self.tag(words)

    @torch.inference_mode()
    def parse(self, group: Sequence[Tree]) -> list[Tree]:
        """Return the sentences with the best tree of each and how sure each arc is."""
        arcs, dependents, heads, tags = self(self.batch([tree.words for tree in group]))
        arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool)[None], _NEVER)
        scores = torch.log_softmax(arcs, -1)
        return [
            self._tree(tree, scores[row], dependents[row], heads[row], tags[row])
            for row, tree in enumerate(group)
        ]

    def _tree(
        self, tree: Tree, scores: Tensor, dependents: Tensor, heads: Tensor, tags: Tensor
    ) -> Tree:
        size = len(tree.words) + 1
        found = best_tree(scores[:size, :size].double().numpy())
        over, root = torch.tensor(found), self.deps.index(_ROOT)
        labels = self.rel.pairs(dependents[1:size], heads[over])
        labels[:, root] = _NEVER
        labels[over == 0] = _NEVER
        labels[over == 0, root] = 0
        logs, best = torch.log_softmax(labels, -1).max(-1)
        sure = (scores[torch.arange(1, size), over] + logs).exp()
        return Tree(
            tree.words,
            found,
            [self.deps[index] for index in best.tolist()],
            [self.tags[index] for index in tags[1:size].argmax(-1).tolist()],
            sure.tolist(),
        )

    def save(self, path: Path) -> None:
        """Write the weights, which ``load`` reads."""
        torch.save({"state": self.state_dict(), "deps": self.deps, "tags": self.tags}, path)


def load(encoder: Path, path: Path) -> Parser:
    """Return a trained parser, ready to parse."""
    stored: dict[str, Any] = torch.load(path)
    parser = Parser(encoder, stored["deps"], stored["tags"])
    parser.load_state_dict(stored["state"])
    return parser.eval()


def _one(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, vectors.new_ones(*vectors.shape[:-1], 1)], -1)


def _layer(width: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, outputs), nn.LeakyReLU(0.1), nn.Dropout(DROP))
