"""Read an article with spaCy: the pipeline once per process, then tokens with sentences.

``load()`` gives the pipeline, ``read(article, nlp)`` the article's ``Tokens``.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from factx.model import Article
from factx.nlp.plain import PLAIN, plain
from factx.nlp.tokens import Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["PLAIN", "Tokens", "load", "read"]

# A fragment this short (a closing quote, the end of a name) is no sentence.
_FRAGMENT = 2


@cache
def load(model: str | None = None) -> Language:
    """Return a pipeline; the first call in a process builds it, later ones share it.

    ``model`` names a spaCy package or folder of the user's own; the bundled pipeline is the
    default. Raises ``ModelError`` where it is damaged, missing or lacks what factx needs.
    """
    from factx.nlp import bundled, installed, tokenizer

    if model is not None:
        nlp = installed.pipeline(model)
    elif bundled.available():
        nlp = bundled.pipeline()
    else:
        nlp = tokenizer.blank()
        nlp.add_pipe("sentencizer")
    nlp.max_length = 10**9
    return nlp


def _text(article: Article) -> tuple[int, str]:
    """Return the text from the first block to the last, and where it begins.

    What no block covers (markup, buttons, a ticker's repeats) is blanked, so that offsets hold.
    """
    source, blocks = article.source.text, article.blocks
    if not blocks:
        return article.start, source[article.start : article.end]
    parts: list[str] = []
    end = blocks[0].start
    for block in blocks:
        gap = source[end : block.start]
        parts += (gap if gap.isspace() else " " * len(gap), source[block.start : block.end])
        end = block.end
    return blocks[0].start, "".join(parts)


def read(article: Article, nlp: Language) -> Tokens:
    """Tokenize one article, find its names, and parse the sentences that are worth it (``gate``).

    A block never shares a sentence with the next, whatever its punctuation.
    """
    from factx.nlp import names, pieces

    offset, text = _text(article)
    blocks = article.blocks
    fed = plain(text)
    doc = pieces.run(nlp, fed.text, (fed.place(block.start - offset) for block in blocks))
    names.mend(doc)
    strings = doc.vocab.strings
    words = [strings[orth] for orth in doc.to_array("ORTH").tolist()]
    places = doc.to_array("IDX").astype(np.int64)
    starts = offset + fed.sources(places)
    lengths = np.array([len(word) for word in words], np.int64)
    ends = offset + fed.sources(places + lengths - 1) + 1
    later = [block.start for block in blocks[1:]]
    block: list[int] = np.searchsorted(later, starts, side="right").tolist()
    return Tokens(
        article=article,
        doc=doc,
        text=[
            word
            if word.isspace()
            else fed.raw[place : place + len(word)]  # an endless run is blank
            for place, word in zip(places.tolist(), words, strict=True)
        ],
        lower=[word.lower() for word in words],
        start=starts.tolist(),
        end=ends.tolist(),
        sent=_sentences(doc, block),
        block=block,
    )


def _sentences(doc: Doc, block: list[int]) -> list[int]:
    """Number the sentences; a fragment belongs to the one before it, a block always begins one."""
    from spacy.attrs import IS_ALPHA, LIKE_NUM, SENT_START  # type: ignore[import-not-found]

    if not len(doc):
        return []
    flags = doc.to_array([SENT_START, IS_ALPHA, LIKE_NUM]) == 1
    starts = {0, *flags[:, 0].nonzero()[0].tolist()}
    wordy: list[int] = (flags[:, 1] | flags[:, 2]).tolist()
    sent: list[int] = []
    number = -1
    for start, stop in pairwise([*sorted(starts), len(doc)]):
        opens = start == 0 or block[start] != block[start - 1]
        if opens or (stop - start > _FRAGMENT and any(wordy[start:stop])):
            number += 1
        sent += [number] * (stop - start)
    return sent
