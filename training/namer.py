"""A finder of names too slow to travel: each word is scored for its part in a name of each kind.

The scheme is BILOU (Ratinov and Roth 2009); the best lawful sequence is Viterbi's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from encoder import DROP, Batch, Encoder
from numpy.typing import NDArray
from torch import Tensor, nn

LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "TITLE", "MISC")
TAGS = ("O", *(f"{part}-{label}" for label in LABELS for part in "BILU"))
_NEVER = -1e9
_WIDTH = 256


@dataclass(frozen=True, slots=True)
class Name:
    """Words from ``first`` up to, not including, ``stop``; ``sure`` of its least sure word."""

    first: int
    stop: int
    label: str
    sure: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The names of a text, and how sure it is of the tag of each word."""

    names: Sequence[Name]
    sure: NDArray[np.float32]


class Namer(Encoder):
    """The whole network; ``encoder`` is a folder that transformers can read."""

    def __init__(self, encoder: Path) -> None:
        super().__init__(encoder)
        self.out = nn.Sequential(
            nn.Linear(self.width, _WIDTH),
            nn.LeakyReLU(0.1),
            nn.Dropout(DROP),
            nn.Linear(_WIDTH, len(TAGS)),
        )

    def forward(self, batch: Batch) -> Tensor:
        """Return the scores of each tag for each word."""
        scores: Tensor = self.out(self.encode(batch))
        return scores[:, 1:]

    @torch.inference_mode()
    def read(self, texts: Sequence[Sequence[str]]) -> list[Reading]:
        """Return what names stand in some texts, each a list of words."""
        logs = torch.log_softmax(self(self.batch(texts)), -1).numpy()
        return [_reading(rows[: len(words)]) for rows, words in zip(logs, texts, strict=True)]


def load(encoder: Path, path: Path) -> Namer:
    """Return a trained finder, ready to read."""
    namer = Namer(encoder)
    namer.load_state_dict(torch.load(path))
    return namer.eval()


def names(tags: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Yield where names begin and stop, and their labels."""
    first = 0
    for index, tag in enumerate(tags):
        part, _, label = TAGS[max(0, tag)].partition("-")
        first = index if part in {"B", "U"} else first
        if part in {"L", "U"}:
            yield first, index + 1, label


def _follows(one: str, other: str) -> bool:
    if one[0] in "BI":
        return other[0] in "IL" and one[1:] == other[1:]
    return other[0] in "OBU"


_STEP = np.array([[0 if _follows(a, b) else _NEVER for b in TAGS] for a in TAGS], np.float32)
_OPENS, _CLOSES = _STEP[0], _STEP[:, 0]


def _reading(logs: NDArray[np.float32]) -> Reading:
    best, back = logs[0] + _OPENS, []
    for row in logs[1:]:
        steps = best[:, None] + _STEP
        back.append(steps.argmax(0))
        best = steps.max(0) + row
    tags = [int((best + _CLOSES).argmax())]
    for came in reversed(back):
        tags.append(int(came[tags[-1]]))
    tags.reverse()
    sure = np.exp(logs[np.arange(len(tags)), tags])
    found = [Name(a, b, label, float(sure[a:b].min())) for a, b, label in names(tags)]
    return Reading(found, sure)
