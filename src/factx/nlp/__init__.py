"""Read an article with spaCy: the pipeline once per process, then tokens with sentences.

``load()`` gives the pipeline, ``read(article, nlp)`` the article's ``Tokens``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factx.model import Article
from factx.nlp.tokens import Tokens

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Tokens", "load", "read"]

# One for one, so that every offset holds: the pipeline was trained on plain quotes and dashes.
_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "ʼ": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
        "\ufeff": " ",
    }
)  # fmt: skip


@cache
def load() -> Language:
    """Return the pipeline; the first call in a process builds it, later ones share it."""
    from factx.nlp.tokenizer import blank

    nlp = blank()
    nlp.max_length = 10**9
    nlp.add_pipe("sentencizer")
    return nlp


def read(article: Article, nlp: Language) -> Tokens:
    """Tokenize, and tag and parse where the pipeline does so, one article.

    A block never shares a sentence with the next, whatever its punctuation.
    """
    offset = article.start
    text = article.source.text[offset : article.end]
    doc = nlp.make_doc(text.translate(_PLAIN))
    starts = [offset + token.idx for token in doc]
    words = [token.text for token in doc]
    block: list[int] = []
    current = 0
    blocks = article.blocks
    for index, start in enumerate(starts):
        before = current
        while current + 1 < len(blocks) and start >= blocks[current + 1].start:
            current += 1
        block.append(current)
        if current != before:
            doc[index].is_sent_start = True
    for _, component in nlp.pipeline:
        doc = component(doc)
    sent: list[int] = []
    number = -1
    for token in doc:
        number += bool(token.is_sent_start) or number < 0
        sent.append(number)
    raw = article.source.text
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return Tokens(
        article=article,
        doc=doc,
        text=[raw[a:b] for a, b in zip(starts, ends, strict=True)],
        lower=[word.lower() for word in words],
        start=starts,
        end=ends,
        sent=sent,
        block=block,
    )
