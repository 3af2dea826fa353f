"""Write what is asked of labelled claims for fit.py: the values each may take, and which are right.

    python asked.py earlier.tsv FOLDER asked.jsonl

A line of earlier.tsv is an article, where a figure begins in it, and where the dates and the places
stand that it holds for: offsets, ``none``, ``unfound`` where no mention is the right one, ``?`` where
nobody said. Articles are text files of this folder or FOLDER, or lines of its JSON lines:
``raw_wikinews:7``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from factx import claims, mentions, nlp
from factx.claims import earlier
from factx.claims.earlier.spots import named
from factx.claims.places import Spot
from factx.claims.scene import Scene, When
from factx.model import Claim, Source
from factx.read import segment

Labels = dict[int, dict[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", help="a pipeline other than the packaged one")
    options = parser.parse_args()
    pipeline = nlp.load(options.model) if options.model else nlp.load()
    with options.out.open("w", encoding="utf-8") as out:
        for article, labels in labelled(options.labels):
            for row in rows(text_of(options.folder, article), labels, pipeline):
                out.write(json.dumps({"article": article, **row}) + "\n")


def labelled(path: Path) -> Iterator[tuple[str, Labels]]:
    """Yield each article with its labels, by where a figure begins."""
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    for article, group in groupby(lines, key=lambda line: line[0]):
        yield article, {int(at): {"period": when, "place": where} for _, at, when, where in group}


def text_of(folder: Path, article: str) -> str:
    """Return the text of an article, one of our own or of ``folder``."""
    corpus, _, line = article.partition(":")
    name = f"{corpus}.jsonl" if line else f"{article}.txt"
    own = Path(__file__).parent / name
    path = own if own.exists() else folder / name
    return texts(path)[int(line)] if line else path.read_text("utf-8")


@cache
def texts(path: Path) -> list[str]:
    """Return the texts of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def rows(text: str, labels: Labels, pipeline: Any) -> Iterator[dict[str, Any]]:
    """Yield the questions about the labelled figures of a text."""
    for article in segment(Source("-", text), None):
        tokens = nlp.read(article, pipeline)
        yield from asked(*claims.stated(tokens, mentions.find(tokens)), labels)


def asked(scene: Scene, made: list[Claim], labels: Labels) -> Iterator[dict[str, Any]]:
    """Yield the questions about labelled figures, with the right options; it may be none of them."""
    start = {figure.mention.id: figure.mention.start for figure in scene.figures}
    figures = {claim.id: start[claim.mention] for claim in made}

    def at(value: When | Spot) -> int:
        return scene.tokens.span(value.first, value.stop).start

    def name(value: When | Spot) -> str:
        if isinstance(value, When):
            # "Sunday" is right where a reader said "Sunday morning"
            return value.date.timex.partition("T")[0]
        return scene.tokens.span(value.first, value.stop).text.lower()

    names = {
        "period": {at(value): name(value) for value in scene.dates},
        "place": {at(value): name(value) for value in named(scene)},
    }
    for question in earlier.questions(scene, made):
        label = labels.get(figures[question.claim], {}).get(question.field, "?")
        if label == "?":
            continue
        places = map(int, label.split(",")) if label[0].isdecimal() else ()
        right = {names[question.field].get(place) for place in places}
        yield {
            "field": question.field,
            "figure": figures[question.claim],
            "shared": question.shared,
            "options": question.options,
            "at": [at(value) for value in question.values],
            "right": [n for n, value in enumerate(question.values) if name(value) in right],
            "wanted": label != "none",
        }


if __name__ == "__main__":
    main()
