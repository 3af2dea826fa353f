"""Turn the treebanks into spaCy's binary format: gold trees on factx's tokens, in paragraphs."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from augment import SMALL
from conllu import Sentence, sentences
from project import join, tree
from spacy.tokens import Doc, DocBin

from factx.nlp.tokenizer import blank

ATTRIBUTES = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "HEAD", "DEP", "LEMMA", "SENT_START"]
TRAIN = ["ud_ewt_train", "ud_gum_open_train"]
SELECT = ["ud_ewt_dev", "ud_gum_open_dev"]  # model selection
TEST = ["ud_ewt_dev", "ud_ewt_test", "ud_gum_open_dev", "ud_gum_open_test_nonnews"]


def read(path: Path) -> list[Sentence]:
    with path.open(encoding="utf-8") as lines:
        return list(sentences(lines))


def paragraphs(
    corpus: list[Sentence], chance: random.Random, *, plain: bool
) -> Iterator[tuple[list[Sentence], list[str]]]:
    """Yield runs of sentences of one document with the white space before each."""
    group: list[Sentence] = []
    gaps: list[str] = []
    size = 6
    for sentence in corpus:
        if group and (sentence.new_document or len(group) >= size):
            yield group, gaps
            group, gaps = [], []
            size = 6 if plain else chance.choice([1, 3, 6, 6, 12])
        gap = " " if group else ""
        if group and not plain:
            draw = chance.random()
            if (sentence.new_paragraph and draw < 0.35) or draw > 0.985:
                gap = chance.choice(["\n\n", "\n", "  ", "\n\n\n", "\n \n"])
        group.append(sentence)
        gaps.append(gap)
    if group:
        yield group, gaps


def headline(sentence: Sentence) -> Sentence:
    """Return the sentence in Title Case without its full stop."""
    words = sentence.words
    if len(words) > 1 and words[-1].form == "." and all(w.head < len(words) - 1 for w in words):
        words = words[:-1]
    words = [
        replace(word, form=word.form[:1].upper() + word.form[1:])
        if index == 0 or word.form not in SMALL
        else word
        for index, word in enumerate(words)
    ]
    return Sentence(words, new_document=True)


def shout(sentence: Sentence) -> Sentence:
    """Return the sentence in capitals."""
    return Sentence([replace(word, form=word.form.upper()) for word in sentence.words])


def unstopped(sentence: Sentence) -> Sentence:
    """Return the sentence without its full stop."""
    words = sentence.words
    if len(words) > 1 and words[-1].form == "." and all(w.head < len(words) - 1 for w in words):
        words = words[:-1]
    return Sentence(words)


def training_docs(corpora: Path, synthetic: Path | None, seed: int) -> Iterator[Doc]:
    chance = random.Random(seed)
    nlp = blank()
    corpus = [s for name in TRAIN for s in read(corpora / f"{name}.conllu")]
    corpus += read(synthetic) if synthetic else read(corpora / "ud_synthetic_statistics.conllu")
    for group, gaps in paragraphs(corpus, chance, plain=False):
        # a headline above a paragraph, as news has it
        if chance.random() < 0.15 and 4 < len(group[0].words) < 25:
            alter = chance.choice([headline, headline, headline, unstopped, shout])
            gap = chance.choice(["\n\n", "\n"])
            doc = tree(nlp, [alter(chance.choice(group)), *group], ["", gap, *gaps[1:]])
        else:
            doc = tree(nlp, group, gaps)
        if doc is not None:
            yield doc


def reference_docs(path: Path) -> Iterator[Doc]:
    """Yield gold Docs on the treebank's own words: figures are taken from raw text."""
    nlp = blank()
    for group, gaps in paragraphs(read(path), random.Random(0), plain=True):
        text, spans = join(group, gaps)
        words = [word for sentence in group for word in sentence.words]
        heads = []
        for sentence in group:
            offset = len(heads)
            heads += [offset + word.head for word in sentence.words]
        yield Doc(
            nlp.vocab,
            words=[text[a:b] for a, b in spans],
            spaces=[text[b : b + 1] == " " for _, b in spans],
            tags=[word.xpos for word in words],
            pos=[word.upos for word in words],
            morphs=[word.feats for word in words],
            lemmas=[word.lemma for word in words],
            heads=heads,
            deps=[word.dep for word in words],
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--synthetic", type=Path, help="CoNLL-U made by synthesize.py")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    train = DocBin(attrs=ATTRIBUTES, docs=training_docs(args.corpora, args.synthetic, args.seed))
    train.to_disk(args.out / "trees_train.spacy")
    print("train", sum(len(t) for t in train.tokens), "tokens")
    nlp = blank()
    select = DocBin(attrs=ATTRIBUTES)
    for name in SELECT:
        for group, gaps in paragraphs(
            read(args.corpora / f"{name}.conllu"), random.Random(1), plain=True
        ):
            doc = tree(nlp, group, gaps)
            if doc is not None:
                select.add(doc)
    select.to_disk(args.out / "trees_dev.spacy")
    for name in TEST:
        docs = reference_docs(args.corpora / f"{name}.conllu")
        DocBin(attrs=ATTRIBUTES, docs=docs).to_disk(args.out / f"{name}.spacy")


if __name__ == "__main__":
    main()
