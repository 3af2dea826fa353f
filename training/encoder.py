"""What both slow teachers read words with: a pretrained encoder and an LSTM, in PyTorch.

The encoder reads no case; the shape of each word is told apart. A thousand words a second are
learnt from on two cores.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

_BLANK = "."  # for a word of white space, which the encoder passes over
_LONGEST = 400  # pieces of words in a sentence
_LSTM, _SHAPE, DROP = 256, 24, 0.3
WORDS = 1600  # in a batch
OPEN = -100  # what nobody labelled; cross_entropy passes over it
_ENCODER_RATE, _RATE, _WARMUP = 1.5e-4, 1.5e-3, 150

Text = TypeVar("Text")


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
            [[word if word.strip() else _BLANK for word in sentence] for sentence in words],
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

    def save(self, path: Path) -> None:
        """Write the weights."""
        torch.save(self.state_dict(), path)

    def optimizer(self) -> torch.optim.Optimizer:
        """Return what trains the weights learnt before gently, and its own at full rate."""
        old = list(self.enc.parameters())
        known = {id(weight) for weight in old}
        new = [weight for weight in self.parameters() if id(weight) not in known]
        groups = [{"params": old, "lr": _ENCODER_RATE}, {"params": new, "lr": _RATE}]
        return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)


def arguments(about: str | None, folder: str, epochs: float) -> argparse.Namespace:
    """Read the arguments of a training: a folder of examples, the encoder, where to write to."""
    given = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument(folder, type=Path)
    given.add_argument("encoder", type=Path)
    given.add_argument("out", type=Path)
    given.add_argument("--epochs", type=float, default=epochs)
    given.add_argument("--seed", type=int, default=0)
    args = given.parse_args()
    torch.manual_seed(args.seed)
    return args


def fit(
    model: Encoder,
    texts: Sequence[Text],
    loss: Callable[[Sequence[Text]], Tensor],
    score: Callable[[], str],
    *,
    lengths: Sequence[int],
    args: argparse.Namespace,
) -> None:
    """Train a model on texts, and print how it scores and save it after each pass over them."""
    groups = batches(lengths, WORDS)
    chance, order = random.Random(args.seed), list[list[int]]()
    steps = round(args.epochs * len(groups))
    while len(order) < steps:
        order += chance.sample(groups, len(groups))
    optimizer = model.optimizer()
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / _WARMUP, 1.001 - step / steps)
    )
    start = time.monotonic()
    model.train()
    for first, stop in pairwise([*range(0, steps, len(groups)), steps]):
        for group in order[first:stop]:
            optimizer.zero_grad()
            loss([texts[index] for index in group]).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print(f"step {stop}: {score()}, {time.monotonic() - start:.0f} s", flush=True)
        model.save(args.out)


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
