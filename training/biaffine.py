"""A parser too slow to travel: a pretrained encoder, an LSTM and biaffine scores, in PyTorch.

The scores are those of Dozat and Manning (2017), "Deep Biaffine Attention for Neural Dependency
Parsing". The encoder reads no case; the shape of each word is told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from spanning import best_tree
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

_ROOT = "ROOT"
_LONGEST = 400  # pieces of words in a sentence
_NEVER = -1e9
_ARC, _LABEL, _LSTM, _SHAPE, _DROP = 320, 128, 256, 24, 0.3


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


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as tensors; place 0 of each is its root, ``pool`` takes the pieces of each word."""

    ids: Tensor
    mask: Tensor
    pool: Tensor
    shapes: Tensor
    real: Tensor


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


class Parser(nn.Module):
    """The whole network; ``encoder`` is a folder that transformers can read."""

    def __init__(self, encoder: Path, deps: Sequence[str], tags: Sequence[str]) -> None:
        super().__init__()
        self.deps, self.tags = list(deps), list(tags)
        self.split = AutoTokenizer.from_pretrained(encoder)
        self.enc = AutoModel.from_pretrained(encoder, output_hidden_states=True)
        width = self.enc.config.hidden_size
        self.mix = nn.Parameter(torch.zeros(self.enc.config.num_hidden_layers + 1))
        self.gamma = nn.Parameter(torch.ones(1))
        self.shape = nn.Embedding(16, _SHAPE)
        width += _SHAPE
        self.lstm = nn.LSTM(width, _LSTM, 1, batch_first=True, bidirectional=True)
        width += 2 * _LSTM
        self.drop = nn.Dropout(_DROP)
        self.ah, self.ad = _layer(width, _ARC), _layer(width, _ARC)
        self.rh, self.rd = _layer(width, _LABEL), _layer(width, _LABEL)
        self.arc, self.rel = Biaffine(_ARC, 1), Biaffine(_LABEL, len(deps))
        self.tag = nn.Linear(width, len(tags))

    def batch(self, group: Sequence[Tree]) -> Batch:
        """Return some sentences as tensors."""
        words = [list(tree.words) for tree in group]
        pieces = self.split(
            words,
            is_split_into_words=True,
            padding=True,
            truncation=True,
            max_length=_LONGEST,
            return_tensors="pt",
        )
        size = len(group), max(map(len, words)) + 1
        pool = torch.zeros(*size, pieces["input_ids"].shape[1])
        shapes, real = torch.zeros(size, dtype=torch.long), torch.zeros(size, dtype=torch.bool)
        pool[:, 0, 0], shapes[:, 0] = 1, 15
        for row, sentence in enumerate(words):
            real[row, : len(sentence) + 1] = True
            for piece, word in enumerate(pieces.word_ids(row)):
                if word is not None:
                    pool[row, word + 1, piece] = 1
            for index, word in enumerate(sentence):
                shapes[row, index + 1] = 2 * _shape(word) + (index == 0)
        pool /= pool.sum(-1, keepdim=True).clamp(min=1)
        return Batch(pieces["input_ids"], pieces["attention_mask"], pool, shapes, real)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return scores of heads (word by head), two sides of the labels' vectors, scores of tags."""
        layers = self.enc(input_ids=batch.ids, attention_mask=batch.mask).hidden_states
        weights = torch.softmax(self.mix, 0) * self.gamma
        mixed = torch.stack([w * layer for w, layer in zip(weights, layers, strict=True)]).sum(0)
        words = torch.cat([self.drop(batch.pool @ mixed), self.shape(batch.shapes)], -1)
        around, _ = self.lstm(words)
        words = torch.cat([words, self.drop(around)], -1)
        arcs = self.arc(self.ad(words), self.ah(words)).squeeze(1)
        arcs = arcs.masked_fill(~batch.real[:, None, :], _NEVER)
        return arcs, self.rd(words), self.rh(words), self.tag(words)

    @torch.inference_mode()
    def parse(self, group: Sequence[Tree]) -> list[Tree]:
        """Return the sentences with the best tree of each and how sure each arc is."""
        arcs, dependents, heads, tags = self(self.batch(group))
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


def batches(trees: Sequence[Tree], size: int) -> list[list[int]]:
    """Return the places of sentences of about one length, about ``size`` words at a time."""
    groups: list[list[int]] = []
    for index in sorted(range(len(trees)), key=lambda index: len(trees[index].words)):
        longest = len(trees[index].words)
        if not groups or (len(groups[-1]) + 1) * longest > size:
            groups.append([])
        groups[-1].append(index)
    return groups


def _one(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, vectors.new_ones(*vectors.shape[:-1], 1)], -1)


def _layer(width: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, outputs), nn.LeakyReLU(0.1), nn.Dropout(_DROP))


def _shape(word: str) -> int:
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) > 1 else 2
    if word[:1].isupper():
        return 3
    if any(character.isdigit() for character in word):
        return 4
    return 5 if any(character.isalpha() for character in word) else 6
