"""What both slow teachers read words with: a pretrained encoder and an LSTM, in PyTorch.

The encoder reads no case; the shape of each word is told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

_LONGEST = 400  # pieces of words in a sentence
_LSTM, _SHAPE, DROP = 256, 24, 0.3


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as tensors; place 0 of each is its root, ``pool`` takes the pieces of each word."""

    ids: Tensor
    mask: Tensor
    pool: Tensor
    shapes: Tensor
    real: Tensor


class Encoder(nn.Module):
    """Words as vectors of ``width``; ``encoder`` is a folder that transformers can read."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.split = AutoTokenizer.from_pretrained(encoder)
        self.enc = AutoModel.from_pretrained(encoder, output_hidden_states=True)
        width = self.enc.config.hidden_size
        self.mix = nn.Parameter(torch.zeros(self.enc.config.num_hidden_layers + 1))
        self.gamma = nn.Parameter(torch.ones(1))
        self.shape = nn.Embedding(16, _SHAPE)
        width += _SHAPE
        self.lstm = nn.LSTM(width, _LSTM, 1, batch_first=True, bidirectional=True)
        self.width = width + 2 * _LSTM
        self.drop = nn.Dropout(DROP)

    def batch(self, words: Sequence[Sequence[str]]) -> Batch:
        """Return some sentences as tensors."""
        pieces = self.split(
            [list(sentence) for sentence in words],
            is_split_into_words=True,
            padding=True,
            truncation=True,
            max_length=_LONGEST,
            return_tensors="pt",
        )
        size = len(words), max(map(len, words)) + 1
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

    def encode(self, batch: Batch) -> Tensor:
        """Return a vector of ``width`` for the root and every word of each sentence."""
        layers = self.enc(input_ids=batch.ids, attention_mask=batch.mask).hidden_states
        weights = torch.softmax(self.mix, 0) * self.gamma
        mixed = torch.stack([w * layer for w, layer in zip(weights, layers, strict=True)]).sum(0)
        words = torch.cat([self.drop(batch.pool @ mixed), self.shape(batch.shapes)], -1)
        around, _ = self.lstm(words)
        return torch.cat([words, self.drop(around)], -1)

    def rates(self, encoder: float, others: float) -> list[dict[str, object]]:
        """Return the weights for an optimizer: those learnt before, and those of its own."""
        old = list(self.enc.parameters())
        known = {id(weight) for weight in old}
        new = [weight for weight in self.parameters() if id(weight) not in known]
        return [{"params": old, "lr": encoder}, {"params": new, "lr": others}]


def batches(lengths: Sequence[int], size: int) -> list[list[int]]:
    """Return the places of sentences of about one length, about ``size`` words at a time."""
    groups: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if not groups or (len(groups[-1]) + 1) * lengths[index] > size:
            groups.append([])
        groups[-1].append(index)
    return groups


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
