"""Run the pipeline over a text in pieces, so that memory stays bounded and blocks stay apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import (  # type: ignore[import-not-found]
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    LEMMA,
    MORPH,
    NORM,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factx.nlp import gate

Rows = NDArray[np.uint64]

# A block of more tokens (a book without line breaks) is cut at the end of a sentence.
LONGEST = 3000
_NAMED = [ORTH, SPACY, NORM, ENT_IOB, ENT_TYPE]
_PARSED = [TAG, POS, MORPH, LEMMA, HEAD, DEP, SENT_START]
_ENDS, _CLOSING, _OPENING = frozenset(".!?"), frozenset("\"')]"), frozenset("\"'(")
_STOPS = frozenset([".", "!", "?", "\n", "\n\n"])
# As many tokens, or one piece more, are read at a time: more cost memory and gain nothing.
_AT_ONCE = 6000


# No word is this long. The tokenizer searches a run of text for affixes from its start at every cut,
# so an encoded file or a wall of digits would cost minutes and say nothing; nor is a gap so long.
_ENDLESS = re.compile(r"(?<!\S)\S{1000,}|(?<!\s)\s{1000,}")


def run(nlp: Language, text: str, borders: Iterable[int]) -> Doc:
    """Return the Doc of ``text``, read from each of ``borders`` to the next on its own.

    All of it has names; tags, lemmas and a tree have only the sentences that ``gate`` wants.
    """
    docs = [piece for block in _blocks(nlp, text, borders) for piece in _cut(block)]
    if not docs:
        return nlp.make_doc(text)
    rows: Any = np.concatenate([_read(nlp, group) for group in _groups(docs)])
    doc = _doc(nlp.vocab, rows)
    doc.from_array([*_NAMED[2:], *_PARSED[:-1]], rows[:, 2:-1])
    return doc.from_array([SENT_START], rows[:, -1])  # refused beside heads


def _groups(docs: list[Doc]) -> Iterator[list[Doc]]:
    group: list[Doc] = []
    tokens = 0
    for doc in docs:
        group.append(doc)
        tokens += len(doc)
        if tokens > _AT_ONCE:
            yield group
            group, tokens = [], 0
    if group:
        yield group


def _read(nlp: Language, blocks: list[Doc]) -> Rows:
    """Return what is found in some blocks, a row a token; the last column marks sentence starts."""
    finders = _finders(nlp)
    rest = [name for name in nlp.pipe_names if name not in finders]
    named = _piped(nlp, blocks, rest)
    rows: Rows = np.concatenate([doc.to_array(_NAMED) for doc in named])
    sentences = [sentence for doc in named for sentence in _sentences(doc)]
    lengths = [len(sentence.lower) for sentence in sentences]
    stops = np.cumsum(lengths)
    found = np.zeros((len(rows), len(_PARSED)), np.uint64)
    found[stops - lengths, -1] = 1
    parsed = gate.wanted(sentences) if "parser" in rest else [True] * len(sentences)
    stretches: list[slice] = []
    docs: list[Doc] = []
    for stop, sentence, wanted in zip(stops.tolist(), sentences, parsed, strict=True):
        if wanted:
            stretch = slice(stop - len(sentence.lower), stop)
            stretches.append(stretch)
            docs.append(_doc(nlp.vocab, rows[stretch], _unbroken(sentence.lower, rows[stretch, 1])))
    for stretch, doc in zip(stretches, _piped(nlp, docs, finders), strict=True):
        found[stretch] = doc.to_array(_PARSED)
    return np.column_stack([rows, found])


def _finders(nlp: Language) -> list[str]:
    """Return what finds names: the recognizer, and the encoder where it has none of its own."""
    if "ner" not in nlp.pipe_names:
        return []
    recognizer: Any = nlp.get_pipe("ner")
    shares = any(node.name == "tok2vec-listener" for node in recognizer.model.walk())
    return ["tok2vec", "ner"] if shares else ["ner"]


def _piped(nlp: Language, docs: list[Doc], disable: list[str]) -> list[Doc]:
    # spaCy's parser cuts a batch in four
    return list(nlp.pipe(docs, batch_size=4 * len(docs), disable=disable)) if docs else []


def _doc(vocab: Vocab, rows: Rows, breaks: list[bool | int | None] | None = None) -> Doc:
    words, spaces = rows[:, 0].tolist(), rows[:, 1].astype(bool).tolist()
    return Doc(vocab, words=words, spaces=spaces, sent_starts=breaks)


def _unbroken(words: Sequence[str], spaced: Iterable[int]) -> list[bool | int | None]:
    """Forbid the parser to begin a sentence behind a word or a comma: False there, else None.

    It would end one in "lives were lost, harbour master || Kari Holm said".
    """
    ends = zip(words[:-1], spaced, strict=False)
    inside = (bool(space) and (word == "," or word[-1].isalnum()) for word, space in ends)
    return [None, *(False if joined else None for joined in inside)]


def _sentences(block: Doc) -> Iterator[gate.Sentence]:
    strings = block.vocab.strings
    rows = block.to_array([ORTH, SPACY, ENT_TYPE])
    words = [strings[word] for word in rows[:, 0].tolist()]
    for start, stop in pairwise([*starts(words, rows[:, 1].tolist()), len(words)]):
        labels = {strings[label] for label in set(rows[start:stop, 2].tolist())}
        lower = [word.lower() for word in words[start:stop]]
        yield gate.Sentence(lower, frozenset(labels), start == 0)


def starts(words: Sequence[str], spaced: Sequence[bool]) -> list[int]:
    """Return where the sentences of a block begin beyond doubt, whatever a parser would say.

    A stop that is a token of its own ends no abbreviation.
    """
    found = [0]
    for index in range(1, len(words)):
        if not spaced[index - 1]:
            continue
        opened = words[index] in _OPENING and index + 1 < len(words)
        if not words[index + opened][0].isupper():
            continue
        last = index - 1
        while words[last] in _CLOSING and last > found[-1]:
            last -= 1
        if words[last] in _ENDS and last > found[-1]:
            found.append(index)
    return found


def _blocks(nlp: Language, text: str, borders: Iterable[int]) -> Iterator[Doc]:
    places = sorted({0, *(border for border in borders if 0 < border < len(text)), len(text)})
    for start, end in pairwise(places):
        yield from _words(nlp, text[start:end])


def _words(nlp: Language, text: str) -> Iterator[Doc]:
    """Tokenize a block, with a single blank token for each endless run in it."""
    end = 0
    for found in _ENDLESS.finditer(text):
        if found.start() > end:
            yield nlp.make_doc(text[end : found.start()])
        yield Doc(nlp.vocab, words=[" " * len(found[0])], spaces=[False])
        end = found.end()
    if end < len(text):
        yield nlp.make_doc(text[end:])


def _cut(doc: Doc) -> Iterator[Doc]:
    start = 0
    while len(doc) - start > LONGEST:
        end = start + LONGEST
        middle = start + LONGEST // 2
        while end > middle and doc[end - 1].text not in _STOPS:
            end -= 1
        if end == middle:
            end = start + LONGEST
        yield doc[start:end].as_doc()
        start = end
    yield doc[start:].as_doc() if start else doc
