"""Parse news with the teacher: ``silver_trees.py CORPORA ENCODER TEACHER.pt FOLDER OUT.spacy``.

News of CORPORA and of FOLDER (``*.txt``), and the texts of our own beside this script. factx's
tokens and sentences are taken; what the teacher is unsure of, and the few trees whose arcs cross,
are left out, and so is every fourth article of raw_wikinews, so that figures on it are honest.
FOLDER must hold no article that a figure is measured on.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from arguments import paths
from biaffine import Parser, Tree, load
from encoder import batches
from spacy.tokens import Doc, DocBin
from teacher import JOINT

from factx import nlp
from factx.nlp import PLAIN, pieces

_OWN = ["agreeing", "plain", "natural", "dense", "prose"]
_MANGLED = re.compile(r"\d,\d\d,|\d-[A-Z][a-z]{2}\b|\d\d-\d\d-")  # numbers of the GMB
_LONGEST = 110  # words of a sentence
_FRAGMENT = 2
_WORDS = 4000  # in a batch
_SURE, _SUREST = 0.8, 0.15  # of a sentence's arcs: the mean, the least


def paragraphs(corpora: Path, folder: Path, chance: random.Random) -> Iterator[str]:
    """Yield the text, a paragraph at a time."""
    own = Path(__file__).parent
    for path in [*sorted(folder.glob("*.txt")), *sorted((own / "articles").glob("*.txt"))]:
        yield from _split(path.read_text("utf-8"))
    for name in _OWN:
        for row in _rows(own / f"{name}.jsonl"):
            yield from _split(row["text"])
    for index, row in enumerate(_rows(corpora / "raw_wikinews.jsonl")):
        if index % 4:
            yield from _split(row["text"])
    sentences = [row["text"].translate(PLAIN) for row in _rows(corpora / "ner_gmb_train.jsonl")]
    at = 0
    while at < len(sentences):
        size = chance.choice([1, 2, 3])
        text = " ".join(sentences[at : at + size])
        if at % 2 == 0 and not _MANGLED.search(text):
            yield text
        at += size


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _split(text: str) -> list[str]:
    return [line.strip() for line in text.translate(PLAIN).split("\n") if line.strip()]


def starts(doc: Doc) -> list[int]:
    """Return where sentences begin, and where the last one ends; fragments join what is before."""
    words, spaced = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    places = {*pieces.starts(words, spaced), *(s.start for s in doc.sents), len(doc)}
    long = [a for a, b in pairwise(sorted(places)) if not a or b - a > _FRAGMENT]
    return [*long, len(doc)]


def crosses(heads: Iterable[int]) -> bool:
    """Tell whether two arcs cross, which spaCy's parser can only imitate."""
    arcs = [sorted((word, head)) for word, head in enumerate(heads, start=1) if head]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)


def usable(tree: Tree) -> bool:
    sure = sum(tree.sure) / len(tree.sure) >= _SURE and min(tree.sure) >= _SUREST
    return sure and not crosses(tree.heads)


def parsed(parser: Parser, docs: list[Doc]) -> Iterator[Doc]:
    """Yield stretches of whole sentences that the teacher is sure of."""
    places = [
        (index, a, b)
        for index, doc in enumerate(docs)
        for a, b in pairwise(starts(doc))
        if b - a <= _LONGEST
    ]
    trees = [Tree([token.text for token in docs[index][a:b]]) for index, a, b in places]
    for group in batches([len(tree.words) for tree in trees], _WORDS):
        found = parser.parse([trees[at] for at in group])
        for at, tree in zip(group, found, strict=True):
            trees[at] = tree
    run: list[Tree] = []
    end = (0, 0)
    for (index, a, b), tree in zip(places, trees, strict=True):
        if run and (end != (index, a) or not usable(tree)):
            yield _doc(docs[end[0]], end[1], run)
            run = []
        if usable(tree):
            run.append(tree)
            end = (index, b)
    if run:
        yield _doc(docs[end[0]], end[1], run)


def _doc(doc: Doc, stop: int, run: list[Tree]) -> Doc:
    words = doc[stop - sum(len(tree.words) for tree in run) : stop]
    heads: list[int] = []
    for tree in run:
        start = len(heads)
        heads += [start + (head or word) - 1 for word, head in enumerate(tree.heads, start=1)]
    tags, pos, morphs = zip(*(tag.split(JOINT) for tree in run for tag in tree.tags), strict=True)
    return Doc(
        doc.vocab,
        words=[token.text for token in words],
        spaces=[bool(token.whitespace_) for token in words],
        tags=list(tags),
        pos=list(pos),
        morphs=list(morphs),
        heads=heads,
        deps=[dep for tree in run for dep in tree.deps],
    )


def main() -> None:
    corpora, encoder, teacher, folder, out = paths(
        __doc__, "corpora", "encoder", "teacher", "folder", "out"
    )
    texts = list(paragraphs(corpora, folder, random.Random(5)))
    reader = nlp.load()
    docs = list(reader.pipe(texts, batch_size=128, disable=["ner", "lemmatizer", "morphologizer"]))
    bag = DocBin(attrs=["ORTH", "SPACY", "TAG", "POS", "MORPH", "HEAD", "DEP", "SENT_START"])
    for doc in parsed(load(encoder, teacher), docs):
        bag.add(doc)
    bag.to_disk(out)
    print(sum(map(len, docs)), "tokens,", sum(len(t) for t in bag.tokens), "of them kept")


if __name__ == "__main__":
    main()
