"""Read CoNLL-U (Universal Dependencies 2) into sentences of words with their surface spacing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factx.nlp import PLAIN


@dataclass(slots=True)
class Word:
    """One syntactic word; ``head`` is a 0-based index in the sentence, its own for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space: bool


@dataclass(slots=True)
class Sentence:
    """One sentence and whether it opens a document or a paragraph."""

    words: list[Word] = field(default_factory=list)
    new_document: bool = False
    new_paragraph: bool = False


def sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; words of a multiword token get its surface's parts."""
    sentence = Sentence()
    surface, last, space_after = "", 0, True
    for line in lines:
        if line.startswith("#"):
            sentence.new_document |= line.startswith("# newdoc")
            sentence.new_paragraph |= line.startswith("# newpar")
            continue
        cells = line.rstrip("\n").split("\t")
        if len(cells) < 10:
            if sentence.words:
                yield sentence
            sentence = Sentence()
            continue
        if "." in cells[0]:
            continue
        space = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            last, surface, space_after = int(cells[0].split("-")[1]), cells[1], space
            continue
        index, form = int(cells[0]), cells[1]
        if surface:
            form, surface = _cut(form, surface, last - index)
            space = space_after if index == last else False
        lemma = "" if cells[2] == "_" else cells[2]
        head = int(cells[6])
        sentence.words.append(
            Word(
                form.translate(PLAIN),
                lemma.translate(PLAIN),
                cells[3],
                cells[4],
                "" if cells[5] == "_" else cells[5],
                head - 1 if head else index - 1,
                "ROOT" if head == 0 else simple(cells[7]),
                space,
            )
        )
    if sentence.words:
        yield sentence


def _cut(form: str, surface: str, left: int) -> tuple[str, str]:
    """Take the part of ``surface`` that stands for ``form``; ``left`` words are still to come."""
    if left == 0:
        return surface, ""
    size = len(form)
    if not surface.startswith(form):
        size = max(1, min(size, len(surface) - left))
    return surface[:size], surface[size:]


# Subtypes that rules downstream tell apart; every other label keeps its part before the colon.
KEPT = frozenset(
    [
        "nsubj:pass",
        "nsubj:outer",
        "csubj:pass",
        "aux:pass",
        "obl:agent",
        "obl:unmarked",
        "nmod:poss",
        "nmod:unmarked",
        "nmod:desc",
        "acl:relcl",
        "advcl:relcl",
        "compound:prt",
        "det:predet",
        "cc:preconj",
    ]
)
_RENAMED = {"obl:tmod": "obl:unmarked", "obl:npmod": "obl:unmarked", "nmod:tmod": "nmod:unmarked"}


def simple(label: str) -> str:
    """Reduce a UD relation to the label set of the pipeline."""
    label = _RENAMED.get(label, label)
    return label if label in KEPT else label.split(":", maxsplit=1)[0]
