"""Turn the name corpora into spaCy's binary format on factx's tokens.

``--old`` writes the older corpora, labelled PERSON, ORG and LOC; without it the news with seven
labels, those of labels.tsv in a file of their own. ``--without`` names a file of article ids to
leave out of training, for a model whose figures on those articles are honest.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from augment import Names, headline, rename, shout
from passages import Entity, Passage, articles, joined, labelled, read
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans

from factx.nlp.tokenizer import blank

LABELS = Path(__file__).with_name("labels.tsv")
OLD = [
    "ner_gmb_train",
    "ner_gum_news_train",
    "ner_gum_other_train",
    "ner_wikigold",
    "ner_crossner_politics",
    "ner_crossner_science",
    "ner_crossner_literature",
    "ner_crossner_music",
    "ner_swap_augmented",
    "ner_synthetic_officials",
    "ner_uner_ewt_dev",
]


def annotate(nlp: Language, passages: Iterable[Passage], gap: str) -> tuple[Doc, int]:
    """Return one gold Doc of several passages, and how many names fit no token borders."""
    text = ""
    spans: list[Entity] = []
    for passage in passages:
        text += gap * bool(text)
        spans += [(len(text) + a, len(text) + b, label) for a, b, label in passage.entities]
        text += passage.text
    doc = nlp.make_doc(text)
    found, unsure = [], []
    for start, end, label in spans:
        span = doc.char_span(start, end, label)
        if span is not None:
            found.append(span)
        elif (wide := doc.char_span(start, end, label, alignment_mode="expand")) is not None:
            unsure.append(wide)
    found = filter_spans(found)
    taken = {token.i for span in found for token in span}
    unsure = filter_spans([span for span in unsure if not taken & {token.i for token in span}])
    doc.set_ents(found, missing=unsure, default="outside")
    return doc, len(unsure)


def old(corpora: Path, chance: random.Random) -> Iterator[tuple[list[Passage], str]]:
    for name in OLD:
        passages = read(corpora / f"{name}.jsonl")
        index = 0
        while index < len(passages):
            size = chance.randint(1, 6)
            yield passages[index : index + size], " " if chance.random() < 0.97 else "\n\n"
            index += size


def news(
    groups: list[list[Passage]], names: Names, chance: random.Random, copies: int
) -> Iterator[tuple[list[Passage], str]]:
    """Yield stretches of every article as it stands, then ``copies`` altered ones."""
    for turn in range(copies + 1):
        for group in groups:
            article = rename(group, names, chance) if turn else group
            index = 0
            while index < len(article):
                size = chance.choice([1, 2, 4, 8])
                stretch = article[index : index + size]
                if turn:
                    stretch = [
                        alter(p, chance) if len(p.text) < 600 and chance.random() < 0.15 else p
                        for p in stretch
                        for alter in [chance.choice([headline, headline, shout])]
                    ]
                yield stretch, "\n\n"
                index += size


def more(corpora: Path, chance: random.Random) -> Iterator[list[Passage]]:
    """Yield the articles of labels.tsv, and groups of paragraphs where articles are not known."""
    passages = list(labelled(corpora, LABELS))
    loose = [passage for passage in passages if ":" not in passage.document]
    yield from articles(passage for passage in passages if ":" in passage.document)
    paragraphs = []
    while loose:
        size = chance.randint(1, 4)
        paragraphs.append(joined(loose[:size]))
        del loose[:size]
    for index in range(0, len(paragraphs), 8):
        yield paragraphs[index : index + 8]


def folded(group: list[Passage]) -> list[Passage]:
    """Return the passages with the three labels of the older corpora."""
    labels = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC"}
    return [
        replace(p, entities=tuple((a, b, labels[e]) for a, b, e in p.entities if e in labels))
        for p in group
    ]


def write(nlp: Language, stretches: Iterable[tuple[list[Passage], str]], path: Path) -> None:
    bag = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"])
    lost = names = 0
    for passages, gap in stretches:
        doc, missing = annotate(nlp, passages, gap)
        bag.add(doc)
        lost += missing
        names += len(doc.ents)
    bag.to_disk(path)
    print(path.name, sum(len(t) for t in bag.tokens), "tokens,", names, "names,", lost, "crossing")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=Path, help="JSON with files[].id to leave out")
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--old", action="store_true", help="write names_old only")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    nlp = blank()
    chance = random.Random(args.seed)
    dev = articles(read(args.corpora / "ner_wikinews_dev.jsonl"))
    if args.old:
        write(nlp, old(args.corpora, chance), args.out / "names_old.spacy")
        write(nlp, ((folded(group), "\n\n") for group in dev), args.out / "names_old_dev.spacy")
        return
    left_out: set[str] = set()
    if args.without:
        left_out = {file["id"] for file in json.loads(args.without.read_text("utf-8"))["files"]}
    groups = articles(
        p for p in read(args.corpora / "ner_wikinews_train.jsonl") if p.document not in left_out
    )
    print(len(groups), "articles")
    names = Names.load()
    write(nlp, news(groups, names, chance, args.copies), args.out / "names_train.spacy")
    write(nlp, ((group, "\n\n") for group in dev), args.out / "names_dev.spacy")
    groups = list(more(args.corpora, chance))
    write(nlp, news(groups, names, chance, args.copies // 2), args.out / "names_more.spacy")


if __name__ == "__main__":
    main()
