"""Read labelled text: JSON lines, and labels.tsv, whose texts stand in other corpora.

A line of labels.tsv is ``corpus:line`` or ``corpus:line.paragraph`` and the names in it, ``LABEL
surface``, in the order of the text. Lines without names were read too.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factx.nlp import PLAIN

Entity = tuple[int, int, str]

_KEY = 60  # letters that tell one paragraph from another


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or paragraph and its names."""

    text: str
    entities: tuple[Entity, ...]
    document: str = ""


def read(path: Path) -> list[Passage]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Passage(
            row["text"].translate(PLAIN),
            tuple((start, end, label) for start, end, label in row["ents"]),
            row.get("doc", ""),
        )
        for row in rows
    ]


def key(text: str) -> str:
    """Return what is the same in two prints of one paragraph; all of a short one."""
    letters = "".join(letter for letter in text.lower() if letter.isalpha())
    return letters[:_KEY] if len(letters) >= _KEY else text


def articles(passages: Iterable[Passage]) -> list[list[Passage]]:
    """Group passages by article, in text order."""
    groups: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        groups[passage.document].append(passage)
    return list(groups.values())


def labelled(corpora: Path, labels: Path) -> Iterator[Passage]:
    """Yield the labelled passages; ``document`` is the corpus, and in it the article if known.

    Raises ValueError for a name that its text does not hold.
    """
    with labels.open(encoding="utf-8") as lines:
        for line in lines:
            place, *names = line.rstrip("\n").split("\t")
            corpus, _, index = place.partition(":")
            row, _, paragraph = index.partition(".")
            text = _texts(corpora / f"{corpus}.jsonl")[int(row)]
            if paragraph:
                text = [p.strip() for p in re.split(r"\n+", text) if p.strip()][int(paragraph)]
            document = f"{corpus}:{row}" if paragraph else corpus
            yield Passage(text.translate(PLAIN), tuple(_found(text, names, place)), document)


@cache
def _texts(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _found(text: str, names: list[str], place: str) -> Iterator[Entity]:
    """Find the names from left to right, as whole words."""
    end = 0
    for name in names:
        label, _, surface = name.partition(" ")
        edge = r"(?!\w)" if surface[-1].isalnum() else ""
        match = re.compile(rf"(?<!\w){re.escape(surface)}{edge}").search(text, end)
        if match is None:
            raise ValueError(f"{place}: {surface!r} is not in the text")
        end = match.end()
        yield match.start(), end, label


def joined(sentences: list[Passage]) -> Passage:
    """Return one paragraph of some sentences."""
    text = ""
    entities: list[Entity] = []
    for sentence in sentences:
        text += " " * bool(text)
        entities += [(len(text) + a, len(text) + b, label) for a, b, label in sentence.entities]
        text += sentence.text
    return Passage(text, tuple(entities), sentences[0].document)
