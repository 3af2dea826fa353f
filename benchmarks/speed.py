"""Words a second of factx, its stages, quantulum3 and bare spaCy over the same texts, in one run.

    python benchmarks/speed.py FOLDER [--articles N]

FOLDER holds .txt files; every system reads each text once after a warm-up, on one core. Words are
runs of non-space characters. CPU time is quoted, as wall clock means little on a shared machine.

The stages are timed after the whole, so they know the words of these texts: what a word costs when
it is met first (its tokens, vectors and lemma) is in the line of the whole only.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def timed(label: str, words: int, run: Callable[[], object]) -> float:
    """Print and return the words a second of one call.

    What is loaded by then is spared the collector, for every system, as factx's command line does.
    """
    gc.freeze()
    start = time.process_time()
    run()
    seconds = time.process_time() - start
    print(f"{label:34} {words / seconds:12,.0f} words/s {seconds:8.2f} s")
    return words / seconds


def main() -> None:
    """Run every system over the folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.txt"))[: options.articles]
    if not paths:
        sys.exit(f"{options.folder}: no .txt files")
    texts = [path.read_text(encoding="utf-8") for path in paths]
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words:,} words, one core, warm\n")

    bare = bare_spacy(texts, words)
    ours = factx(paths, words)
    peer = quantulum(texts, words)
    print(f"\nfactx / quantulum3: {ours / peer:.1f}   factx / bare spaCy: {ours / bare:.2f}")


def bare_spacy(texts: list[str], words: int) -> float:
    """Time spaCy's blank English tokenizer with its sentence splitter."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp(texts[0])
    return timed("spaCy blank + sentencizer", words, lambda: [nlp(text) for text in texts])


def factx(paths: list[Path], words: int) -> float:
    """Time the whole road, then each stage on the results of the one before."""
    from factx import claims, mentions, nlp, pipeline
    from factx.claims import sums
    from factx.mentions import date, official, quantity
    from factx.read import read, segment

    pipeline.read(str(paths[0]))
    speed = timed("factx, all", words, lambda: [pipeline.read(str(path)) for path in paths])
    model = nlp.load()
    articles = [article for path in paths for article in segment(read(str(path)))]
    timed("  read and segment", words, lambda: [segment(read(str(path))) for path in paths])
    tokens = [nlp.read(article, model) for article in articles]
    timed("  nlp", words, lambda: [nlp.read(article, model) for article in articles])
    dates = [date.find(page) for page in tokens]
    timed("  dates", words, lambda: [date.find(page) for page in tokens])
    taken = [[(found.start, found.end) for found in page] for page in dates]
    pages = list(zip(tokens, taken, strict=True))
    timed("  quantities", words, lambda: [quantity.find(*page) for page in pages])
    timed("  officials", words, lambda: [official.find(page) for page in tokens])
    found = [(page, mentions.find(page)) for page in tokens]
    timed("  claims", words, lambda: [claims.build(*page) for page in found])
    timed("  sums", words, lambda: [sums.find(*page) for page in found])
    return speed


def quantulum(texts: list[str], words: int) -> float:
    """Time quantulum3, paragraph by paragraph as its parser expects; its crashes count as done."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

        def parse(text: str) -> None:
            for line in text.splitlines():
                if line.strip():
                    try:
                        parser.parse(line)
                    except Exception as error:  # noqa: BLE001
                        print(f"quantulum3 failed: {error!r}"[:90], file=sys.stderr)

        parse(texts[0])
        return timed("quantulum3", words, lambda: [parse(text) for text in texts])


if __name__ == "__main__":
    main()
