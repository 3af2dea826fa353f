"""The weights under which the right ones of several choices are likeliest, for fit.py and weigh.py."""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix


def fit(
    matrix: csr_matrix,
    sizes: np.ndarray,
    right: np.ndarray,
    penalty: float,
    *,
    counts: np.ndarray | None = None,
    steps: int = 200,
) -> np.ndarray:
    """Return a weight for each column of a matrix that has a row for each option.

    ``sizes`` are the numbers of options of each question, one after the other, ``right`` marks the
    options that are right (of several, any), ``penalty`` is that on the squares of the weights, and
    a question counts for as many as ``counts`` says. It is the likelihood that is made largest, by
    L-BFGS.
    """
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    turned = matrix.T.tocsr()
    counts = np.ones(len(sizes)) if counts is None else counts

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        powers = softmax(matrix @ weights, sizes)
        sound = np.where(right, powers, 0)
        hit = np.add.reduceat(sound, starts)
        off = powers - sound / np.repeat(hit, sizes)
        value = -(counts @ np.log(hit)) + penalty * weights @ weights
        return value, turned @ (off * np.repeat(counts, sizes)) + 2 * penalty * weights

    start = np.zeros(matrix.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x


def softmax(scores: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return how likely each option is among those of its question."""
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    return powers / np.repeat(np.add.reduceat(powers, starts), sizes)
