"""Fit the weights by which a claim takes its period and place from earlier sentences.

    python fit.py asked.jsonl weights.json [--without gold.json]

Prints for each corpus how often a value is given and right at several bounds, by cross-validation
over articles. Needs scipy, which factx itself does not.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from typing import Any

import loglinear
import numpy as np
from scipy.sparse import csr_matrix

Row = dict[str, Any]
Feature = tuple[str, str]

# A value is given if it is at least so likely; of those given, eight in ten are right.
LEAST = {"period": 0.6, "place": 0.72}
# Penalty on the squares of the weights; features of fewer options say too little.
PENALTY = {"period": 2.0, "place": 4.0}
RARE = 3
# Weights below this say nothing.
SMALL = 0.02
FOLDS = 8
# Traits of a value that mean something else for each trait of a figure, and those pairs of its own.
CROSSED = {"period": {"size", "none"}, "place": {"none"}}
NONE = ("none",)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("asked", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--without", type=Path, nargs="*", default=(), help="gold.json, whose articles are left out"
    )
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.asked.read_text("utf-8").splitlines()]
    golds = [json.loads(path.read_text("utf-8"))["files"] for path in options.without]
    left = {Path(file["file"]).stem for files in golds for file in files}
    rows = [row for row in rows if Path(row["article"]).name not in left]
    made = {}
    for field in CROSSED:
        asked = [row for row in rows if row["field"] == field]
        print(field, len(asked))
        validate(asked, field)
        made[field] = {"least": LEAST[field], "weights": packed(fit(asked, field))}
    # a line for each trait, so that a change can be read
    text = (
        json.dumps(made, sort_keys=True)
        .replace("}, ", "},\n")
        .replace('"weights": {', '"weights": {\n')
    )
    options.out.write_text(text + "\n", "utf-8")


def features(field: str, shared: Sequence[str], option: Sequence[str]) -> Iterator[Feature]:
    """Yield the traits of an option, alone and with others."""
    for trait in option:
        yield trait, ""
        name = trait.partition("=")[0]
        if name in CROSSED[field]:
            for other in shared:
                yield trait, other


def fit(rows: Sequence[Row], field: str) -> dict[Feature, float]:
    """Return the weights under which the right options are likeliest."""
    cases = [
        [list(features(field, row["shared"], option)) for option in (*row["options"], NONE)]
        for row in rows
    ]
    counts = Counter(feature for case in cases for option in case for feature in set(option))
    index = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c >= RARE))}
    columns: list[int] = []
    ends = [0]
    for case in cases:
        for option in case:
            columns += [index[feature] for feature in option if feature in index]
            ends.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(index)))
    sizes = np.array([len(case) for case in cases])
    right = [
        n in (row["right"] or [len(case) - 1])
        for row, case in zip(rows, cases, strict=True)
        for n in range(len(case))
    ]
    found = loglinear.fit(matrix, sizes, np.array(right), PENALTY[field])
    return {feature: float(found[n]) for feature, n in index.items()}


def validate(rows: Sequence[Row], field: str) -> None:
    """Print how a model does on articles that it has not seen."""
    articles = sorted({row["article"] for row in rows})
    random.Random(1).shuffle(articles)
    told: list[tuple[str, float, bool, bool]] = []
    lost = 0.0
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        weights = fit([row for row in rows if row["article"] not in held], field)
        for row in rows:
            if row["article"] in held:
                likely = chances(weights, field, row)
                best = int(np.argmax(likely[:-1]))
                told.append((corpus(row), likely[best], best in row["right"], row["wanted"]))
                lost -= log(sum(likely[n] for n in row["right"]) or likely[-1])
    print(f"log loss {lost / len(rows):.4f}")
    for bound in (0.5, *sorted(LEAST.values()), 0.7, 0.8):
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for origin, chance, sound, wanted in told:
            for name in (origin, "all"):
                seen[name].update(wanted=wanted)
                if chance >= bound:
                    seen[name].update(given=1, right=sound, idle=not wanted)
        print(
            bound,
            " | ".join(
                f"{name}: wanted {c['wanted']} given {c['given']} right {c['right']} ({100 * c['right'] / max(1, c['given']):.0f}%) on none {c['idle']}"
                for name, c in sorted(seen.items())
            ),
        )


def corpus(row: Row) -> str:
    return str(row.get("corpus") or row["article"].replace(":", "/").partition("/")[0])


def chances(weights: dict[Feature, float], field: str, row: Row) -> list[float]:
    """Return how likely each option is, and last, none of them."""
    options = (*row["options"], NONE)
    scores = [
        sum(weights.get(feature, 0.0) for feature in features(field, row["shared"], option))
        for option in options
    ]
    likely: list[float] = loglinear.softmax(np.array(scores), np.array([len(scores)])).tolist()
    return likely


def packed(weights: dict[Feature, float]) -> dict[str, dict[str, float]]:
    """Return the weights that say something, rounded, by their first trait."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for (trait, other), weight in weights.items():
        if abs(weight) >= SMALL:
            table[trait][other] = round(weight, 2)
    return dict(table)


if __name__ == "__main__":
    main()
