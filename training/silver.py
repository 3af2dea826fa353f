"""Label more news with a trained name model: ``silver.py CORPORA OUT MODEL…``.

The Groningen Meaning Bank names persons, bodies and places by machine, and other names not at all;
the models know seven labels from less text. What they agree on is taken, what they dispute is left
open, so that it teaches nothing. Wikinews without labels is taken where the models agree.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
import train  # noqa: F401  registers the tokenizer callback
from passages import Entity, Passage, joined, key, read
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans

from factx.nlp import PLAIN
from factx.nlp.bundled import quicken

CHECKED = ["ner_gmb_train", "ner_gmb_dev", "ner_gum_news_train", "ner_gum_news_dev"]
# what a label of the older corpora may be in the newer scheme
SENSES = {"PERSON": {"PERSON"}, "ORG": {"ORG"}, "LOC": {"GPE", "LOC"}}
# what the older corpora do not label; MISC they may have under another label
UNCHECKED = {"NORP", "TITLE"}


def agreed(answers: list[set[Entity]]) -> tuple[set[Entity], set[Entity]]:
    """Return the names that all models give, and the other ones."""
    sure = set.intersection(*answers)
    return sure, set.union(*answers) - sure


def touches(entity: Entity, others: Iterable[Entity]) -> bool:
    return any(entity[0] < stop and start < entity[1] for start, stop, _ in others)


def settle(passage: Passage, answers: list[set[Entity]]) -> tuple[set[Entity], set[Entity]]:
    """Return the names of a passage that are sure, and what stays open."""
    sure, unsure = agreed(answers)
    old = set(passage.entities)
    found: set[Entity] = set()
    for entity in sure:
        start, stop, label = entity
        rivals = {other for other in old if touches(entity, [other])}
        if (
            label in UNCHECKED
            or (label == "MISC" and not rivals)
            or any((start, stop) == r[:2] and label in SENSES[r[2]] for r in rivals)
        ):
            found.add(entity)
        else:
            unsure.add(entity)
    for entity in old:
        if touches(entity, found) or touches(entity, unsure):
            unsure.add(entity)
        elif entity[2] != "LOC" and passage.text[entity[0]].isupper():
            found.add(entity)
        else:
            unsure.add(entity)
    unsure = {entity for entity in unsure if not touches(entity, found)}
    return found, unsure


def mark(doc: Doc, found: Iterable[Entity], unsure: Iterable[Entity]) -> Doc | None:
    """Return the Doc with its names, or None where one fits no token borders."""
    spans = [doc.char_span(*entity) for entity in found]
    open_ = [doc.char_span(*entity, alignment_mode="expand") for entity in unsure]
    if None in spans:
        return None
    doc.set_ents(
        filter_spans([span for span in spans if span]),
        missing=filter_spans([span for span in open_ if span]),
        default="outside",
    )
    return doc


def stretches(passages: list[Passage], chance: random.Random) -> Iterator[Passage]:
    """Join a few sentences, as they stand in news."""
    index = 0
    while index < len(passages):
        size = chance.randint(1, 5)
        yield joined(passages[index : index + size])
        index += size


def raw(corpora: Path, known: set[str], chance: random.Random) -> Iterator[Passage]:
    """Yield paragraphs of Wikinews without labels, but not those of labelled articles."""
    with (corpora / "raw_wikinews.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"].translate(PLAIN)
            paragraphs = [p.strip() for p in re.split(r"\n+", text) if p.strip()]
            if not known & {key(paragraph) for paragraph in paragraphs}:
                index = 0
                while index < len(paragraphs):
                    size = chance.choice([1, 2, 4])
                    yield Passage("\n\n".join(paragraphs[index : index + size]), ())
                    index += size


def answer(models: list[Language], passages: list[Passage]) -> Iterator[list[set[Entity]]]:
    runs = [nlp.pipe((p.text for p in passages), batch_size=64) for nlp in models]
    for docs in zip(*runs, strict=True):
        yield [{(e.start_char, e.end_char, e.label_) for e in doc.ents} for doc in docs]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    models = [spacy.load(path) for path in args.models]
    for nlp in models:
        quicken(nlp)
    bag = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"])
    names = open_ = lost = 0
    checked = [
        p for name in CHECKED for p in stretches(read(args.corpora / f"{name}.jsonl"), chance)
    ]
    labelled = [
        *read(args.corpora / "ner_wikinews_train.jsonl"),
        *read(args.corpora / "ner_wikinews_dev.jsonl"),
    ]
    known = {key(p.text) for p in labelled if key(p.text) != p.text}
    unlabelled = list(raw(args.corpora, known, chance))
    print(len(checked), "checked stretches,", len(unlabelled), "unlabelled")
    for passages, settled in ((checked, True), (unlabelled, False)):
        for passage, answers in zip(passages, answer(models, passages), strict=True):
            found, unsure = settle(passage, answers) if settled else agreed(answers)
            doc = mark(models[0].make_doc(passage.text), found, unsure)
            if doc is None:
                lost += 1
                continue
            bag.add(doc)
            names += len(found)
            open_ += len(unsure)
    bag.to_disk(args.out)
    print(sum(len(t) for t in bag.tokens), "tokens,", names, "names,", open_, "open,", lost, "lost")


if __name__ == "__main__":
    main()
