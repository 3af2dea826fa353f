"""Print the figures of a pipeline: ``evaluate.py CORPORA TREES NAMES [--model FOLDER]``.

``TREES`` is the folder that convert_trees.py wrote, ``NAMES`` a file of labelled news such as
ner_wikinews_dev.jsonl. Everything starts from raw text; without ``--model`` the packaged weights
are judged.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from passages import Passage, articles
from passages import read as read_names
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import DocBin
from spacy.training import Example

from factx.model import Article, Block, Source
from factx.nlp import Tokens, load, names, read

LABELS = ["PERSON", "ORG", "GPE", "LOC", "NORP", "TITLE", "MISC"]
TREES = ["ud_ewt_test", "ud_gum_open_test_nonnews", "ud_gum_open_dev", "ud_ewt_dev"]


def trees(nlp: Language, folder: Path, sets: Sequence[str] = TREES) -> None:
    for name in sets:
        gold = list(DocBin().from_disk(folder / f"{name}.spacy").get_docs(nlp.vocab))
        with nlp.select_pipes(disable=[p for p in ("ner",) if p in nlp.pipe_names]):
            found = list(nlp.pipe([doc.text for doc in gold]))
        examples = [Example(p, g) for p, g in zip(found, gold, strict=True)]
        score = Scorer(nlp).score(examples)
        keys = {
            "UAS": "dep_uas", "LAS": "dep_las", "tag": "tag_acc", "pos": "pos_acc",
            "sentence F": "sents_f", "lemma": "lemma_acc",
        }  # fmt: skip
        parts = [f"{k} {100 * score[v]:.1f}" for k, v in keys.items() if score.get(v) is not None]
        right, total = number_heads(examples)
        parts.append(f"number heads {100 * right / max(1, total):.1f} of {total}")
        print(f"{name}: {', '.join(parts)}")


def number_heads(examples: Iterable[Example]) -> tuple[int, int]:
    """Count the numeric tokens, and those with the right head; citations ([17]) are left out."""
    right = total = 0
    for example in examples:
        heads, _ = example.get_aligned_parse(projectivize=False)
        for index, token in enumerate(example.predicted):
            if heads[index] is None or not (token.like_num or token.text in "%$€£"):
                continue
            if index == 0 or example.predicted[index - 1].text not in {"[", "],["}:
                total += 1
                right += heads[index] == token.head.i
    return right, total


Found = set[tuple[int, int, str]]


def labelled(nlp: Language, group: list[Passage]) -> tuple[Found, Found, Found]:
    """Return the gold names of an article, those of the model, and those after mending."""
    text = "\n\n".join(passage.text for passage in group)
    gold: Found = set()
    blocks = []
    start = 0
    for passage in group:
        gold |= {(start + a, start + b, label) for a, b, label in passage.entities}
        blocks.append(Block("paragraph", start, start + len(passage.text)))
        start += len(passage.text) + 2
    article = Article(Source("-", text), 0, len(text), tuple(blocks))
    mend, names.mend = names.mend, lambda _: None
    before = _entities(read(article, nlp))
    names.mend = mend
    return gold, before, _entities(read(article, nlp))


def _entities(tokens: Tokens) -> Found:
    return {
        (tokens.start[span.start], tokens.end[span.end - 1], span.label_)
        for span in tokens.doc.ents
    }


def persons(nlp: Language, groups: list[list[Passage]], *, show: int = 0) -> None:
    """Print strict F of span and label over articles, before and after mending."""
    counts: dict[str, Counter[str]] = {"model": Counter(), "mended": Counter()}
    errors: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        text = "\n\n".join(passage.text for passage in group)
        gold, before, after = labelled(nlp, group)
        for stage, found in (("model", before), ("mended", after)):
            for kind, items in (("right", gold & found), ("gold", gold), ("found", found)):
                counts[stage].update(f"{kind} {label}" for _, _, label in items)
        for start, end, label in sorted(gold ^ after):
            sign = "-" if (start, end, label) in gold else "+"
            errors[label].append(
                f"{sign}{text[max(0, start - 25) : start]}[{text[start:end]}]{text[end : end + 15]}"
            )
    for stage, count in counts.items():
        parts = []
        totals = Counter[str]()
        for label in LABELS:
            right, gold_, found_ = (count[f"{k} {label}"] for k in ("right", "gold", "found"))
            totals.update(right=right, gold=gold_, found=found_)
            parts.append(f"{label} {_f(right, gold_, found_)}")
        everything = _f(totals["right"], totals["gold"], totals["found"])
        print(f"{stage}: all {everything}  {'  '.join(parts)}")
    for label, lines in errors.items():
        for line in lines[:show]:
            print(label, line.replace("\n", " "))


def _f(right: int, gold: int, found: int) -> str:
    precision, recall = right / max(1, found), right / max(1, gold)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{100 * score:.1f} ({100 * precision:.1f}/{100 * recall:.1f})"


def speed(nlp: Language, groups: list[list[Passage]]) -> None:
    sources = []
    for group in groups:
        text = "\n\n".join(passage.text for passage in group)
        blocks = []
        start = 0
        for passage in group:
            blocks.append(Block("paragraph", start, start + len(passage.text)))
            start += len(passage.text) + 2
        sources.append(Article(Source("-", text), 0, len(text), tuple(blocks)))
    read(sources[0], nlp)
    start_time = time.process_time()
    words = sum(len(read(article, nlp)) for article in sources)
    print(f"{words / (time.process_time() - start_time):.0f} tokens a CPU second, whole pipeline")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trees", type=Path)
    parser.add_argument("names", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--only", type=Path, help="JSON with files[].id: judge these articles")
    parser.add_argument("--errors", type=int, default=0, help="show so many errors a label")
    parser.add_argument("--skip-trees", action="store_true")
    args = parser.parse_args()
    nlp = load(args.model)
    passages = read_names(args.names)
    if args.only:
        wanted = {file["id"] for file in json.loads(args.only.read_text("utf-8"))["files"]}
        passages = [passage for passage in passages if passage.document in wanted]
    if "ner" in nlp.pipe_names:
        persons(nlp, articles(passages), show=args.errors)
    if not args.skip_trees:
        trees(nlp, args.trees)
    speed(nlp, articles(passages))


if __name__ == "__main__":
    main()
