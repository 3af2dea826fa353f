"""Fit the weights by which a stated size is tied to the figures that it is of.

    python weigh.py asked.jsonl weights.json

Prints for each corpus how many sizes would be tied at several bounds and how many of these ties the
arithmetic bears out, by cross-validation over articles. Needs scipy, which factx itself does not.
"""

from __future__ import annotations

import argparse
import json
import random
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from loglinear import fit, softmax
from scipy.sparse import csr_matrix

from factx.claims.sums.operands.model import roles

Row = dict[str, Any]
Feature = tuple[str, str]

# A reading is taken if it is at least so likely; totals and balances are easily come by.
LEAST = {"balance": 0.88, "change": 0.88, "share": 0.85, "total": 0.85, "rate": 0.8}
# A tie that words made is dropped if its reading is less likely than that.
AGAINST = 0.14
# Penalty on the squares of the weights; traits of fewer readings say too little.
PENALTY, RARE = 1.0, 4
# Weights below this say nothing.
SMALL = 0.12
# Rule tables hold what is told apart; a text of theirs counts for several.
COUNTS_FOR = {"checks": 5.0}
FOLDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("asked", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, default=FOLDS)
    options = parser.parse_args()
    cases = Cases(options.asked)
    print(len(cases.articles), "sizes,", int(cases.borne_out.sum()), "of figures around them")
    if options.folds:
        validate(cases, options.folds)
    packed: dict[str, dict[str, float]] = defaultdict(dict)
    weights = cases.fit(np.ones(len(cases.articles), bool))
    for (group, trait), n in sorted(cases.index.items()):
        if abs(weights[n]) >= SMALL:
            packed[group][trait] = round(float(weights[n]), 2)
    text = json.dumps({"against": AGAINST, "least": LEAST, "weights": packed}, sort_keys=True)
    options.out.write_text(text.replace("}, ", "},\n") + "\n", "utf-8")


class Cases:
    """Sizes with their readings as rows of a matrix: those of one size together, the last is none."""

    def __init__(self, path: Path) -> None:
        numbers: dict[Feature, int] = {}
        columns, ends = array("l"), array("l", [0])
        sizes, right, kinds = [], [], []
        self.articles: list[tuple[str, str]] = []
        with path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                readings = list(features(row))
                for reading in readings:
                    columns.extend(numbers.setdefault(feature, len(numbers)) for feature in reading)
                    ends.append(len(columns))
                sizes.append(len(readings))
                sound = row["right"] or [len(readings) - 1]
                right += [n in sound for n in range(len(readings))]
                kinds += [*(option[0] for option in row["options"]), "none"]
                self.articles.append((row["set"], row["article"]))
        every = csr_matrix(
            (np.ones(len(columns), np.float32), np.array(columns), np.array(ends)),
            shape=(len(right), len(numbers)),
        )
        often = np.asarray((every > 0).sum(axis=0)).ravel() >= RARE
        kept = np.cumsum(often) - 1
        self.index = {f: int(kept[n]) for f, n in numbers.items() if often[n]}
        self.matrix = every[:, often]
        self.sizes = np.array(sizes)
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)[:-1]])
        self.right, self.kinds = np.array(right), kinds
        self.weight = np.array([COUNTS_FOR.get(corpus, 1.0) for corpus, _ in self.articles])
        self.borne_out = ~self.right[self.starts + self.sizes - 1]

    def fit(self, used: np.ndarray) -> np.ndarray:
        """Return the weights under which the readings borne out are likeliest, of the sizes used."""
        rows = np.repeat(used, self.sizes)
        matrix, right, sizes = self.matrix[rows], self.right[rows], self.sizes[used]
        return fit(matrix, sizes, right, PENALTY, counts=self.weight[used], steps=150)

    def told(self, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return for each size how likely its likeliest reading is, and which row that is."""
        likely = softmax(self.matrix @ weights, self.sizes)
        best = [
            start + int(likely[start : start + size - 1].argmax())
            for start, size in zip(self.starts, self.sizes, strict=True)
        ]
        return likely[best], np.array(best)


def features(row: Row) -> Iterator[list[Feature]]:
    """Yield the traits of each reading of a size, and last of none."""
    for kind, terms, together in row["options"]:
        yield [
            *((f"{kind} size", trait) for trait in row["traits"]),
            *(
                (role, trait)
                for role, term in zip(roles(kind, len(terms)), terms, strict=True)
                for trait in row["terms"][term]
            ),
            *((kind, trait) for trait in together),
        ]
    yield [("none", trait) for trait in ("", *row["traits"])]


def validate(cases: Cases, folds: int) -> None:
    """Print how a model does on articles that it has not seen."""
    articles = sorted(set(cases.articles))
    random.Random(1).shuffle(articles)
    fold_of = {article: n % folds for n, article in enumerate(articles)}
    fold = np.array([fold_of[article] for article in cases.articles])
    likely, best = np.zeros(len(fold)), np.zeros(len(fold), int)
    for n in range(folds):
        held = fold == n
        chance, row = cases.told(cases.fit(~held))
        likely[held], best[held] = chance[held], row[held]
    groups = [
        f"{corpus} {cases.kinds[row]}"
        for (corpus, _), row in zip(cases.articles, best, strict=True)
    ]
    for bound in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        tied = Counter(
            group for group, chance in zip(groups, likely, strict=True) if chance >= bound
        )
        sound = Counter(
            group
            for group, chance, row in zip(groups, likely, best, strict=True)
            if chance >= bound and cases.right[row]
        )
        print(
            f"{bound}: borne out", ", ".join(f"{g} {sound[g]} of {tied[g]}" for g in sorted(tied))
        )


if __name__ == "__main__":
    main()
