"""Write what stated sizes may be of, and which readings the arithmetic bears out, for weigh.py.

    python operands.py asked.jsonl SOURCE ...

A source is a folder of articles as text files, a file of JSON lines with a ``text`` each, or a
folder of rule tables, of which the texts in order are read. Their figures should agree: a reading is
taken for right where they do, and none where no reading does. Which figures may add up to another is
asked of the arithmetic, so that each sum is shown with a slip of the pen too, as check will meet it.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from factx import claims, mentions, nlp
from factx.claims.sums import operands
from factx.claims.sums.line import lines
from factx.claims.sums.operands.arithmetic import agrees
from factx.claims.sums.operands.question import BALANCE, TOTAL, Option, Question, readings
from factx.claims.sums.operands.traits import Views
from factx.model import Source
from factx.read import segment

# Sentences of an article and of a paragraph, where a corpus tells neither.
ARTICLE, PARAGRAPH = 150, 5
# How many slips of the pen swap two digits.
_SWAPPED = 0.3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--sentences", type=Path, nargs="*", default=(), help="lines of one each")
    options = parser.parse_args()
    read = [(source, articles(source)) for source in options.sources]
    read += [(source, joined(source)) for source in options.sentences]
    with options.out.open("w", encoding="utf-8") as out:
        for source, texts in read:
            for name, text in texts:
                for row in rows(name, text):
                    out.write(json.dumps({"set": source.stem, "article": name, **row}) + "\n")


def articles(source: Path) -> Iterator[tuple[str, str]]:
    """Yield the articles of a source by name."""
    if source.is_dir():
        for path in sorted(source.glob("*.txt")):
            yield path.stem, path.read_text("utf-8")
        for path in sorted(source.glob("**/*.toml")):
            for number, text in enumerate(in_order(tomllib.loads(path.read_text("utf-8")))):
                yield f"{path.stem}:{number}", text
        return
    with source.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream):
            yield f"{source.stem}:{number}", str(json.loads(line)["text"])


def joined(source: Path) -> Iterator[tuple[str, str]]:
    """Yield articles made of the sentences of a corpus that has no more than their order."""
    sentences = [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()]
    for start in range(0, len(sentences), ARTICLE):
        stop = min(start + ARTICLE, len(sentences))
        paragraphs = [
            sentences[at : min(at + PARAGRAPH, stop)] for at in range(start, stop, PARAGRAPH)
        ]
        yield f"{source.stem}:{start}", "\n\n".join(map(" ".join, paragraphs))


def in_order(table: dict[str, Any]) -> Iterator[str]:
    """Yield the texts of a rule table in which no rule may find anything."""
    listed = [*table.get("consistent", ()), *table.get("silent", ())]
    yield from (text for text in listed if isinstance(text, str))
    yield from (text for guard in table.get("guard", ()) for text in guard["texts"])
    yield from (case["text"] for case in table.get("case", ()) if "says" in case)


def rows(name: str, text: str) -> Iterator[dict[str, Any]]:
    """Yield each size of an article with its readings as traits."""
    for article in segment(Source(name, text), None):
        tokens = nlp.read(article, nlp.load())
        found = mentions.find(tokens)
        made = claims.build(tokens, found)
        for asked in operands.questions(list(lines(tokens, found)), list(made)):
            if (question := operands.plausible(asked)).options:
                right = [o for o in question.options if agrees(question, o)]
                yield _row(question, right)
                added = [option for option in right if option.kind in (TOTAL, BALANCE)]
                if added and len(asked.size.figure.mention.number.as_tuple().digits) > 1:
                    slip = misprinted(question, random.Random(f"{name} {asked.size.index}"))
                    if slip.options:
                        yield _row(slip, added)


def misprinted(question: Question, chance: random.Random) -> Question:
    """Return a question with one digit of its size changed, or two swapped."""
    mention = question.size.figure.mention
    number = mention.number.as_tuple()
    digits = list(number.digits)
    at = chance.randrange(len(digits) - 1)
    if chance.random() < _SWAPPED and digits[at] != digits[at + 1] and digits[at + 1]:
        digits[at : at + 2] = digits[at + 1], digits[at]
    else:
        at = chance.randrange(len(digits))
        digits[at] = chance.choice([d for d in range(at == 0, 10) if d != digits[at]])
    wrong = Decimal(number._replace(digits=tuple(digits)))
    off = wrong - mention.number
    mention = replace(mention, number=wrong, low=mention.low + off, high=mention.high + off)
    size = replace(question.size, figure=replace(question.size.figure, mention=mention))
    options = list(readings(size, question.near, question.said))
    return operands.plausible(replace(question, size=size, options=options))


def _row(question: Question, right: Collection[Option]) -> dict[str, Any]:
    views = Views(question)
    place = {term.index: n for n, term in enumerate(question.near)}
    mention = question.size.figure.mention
    return {
        "size": mention.text,
        "start": mention.start,
        "figures": [term.figure.mention.text for term in question.near],
        "traits": views.of_size(),
        "terms": [views.of_term(term) for term in question.near],
        "options": [
            [
                option.kind.name,
                [place[term.index] for term in option.terms],
                list(views.of_option(option)),
            ]
            for option in question.options
        ],
        "right": [n for n, option in enumerate(question.options) if option in right],
    }


if __name__ == "__main__":
    main()
