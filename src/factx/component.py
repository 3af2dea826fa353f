"""A spaCy component: ``nlp.add_pipe("factx")`` sets ``doc._.factx`` and ``doc.spans["factx"]``.

spaCy finds it by the entry point in pyproject.toml, so nothing of factx need be imported first.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from io import StringIO

from spacy.language import Language
from spacy.tokens import Doc

from factx import export, pipeline
from factx.model import Document, Mention, Quantity, Source
from factx.read import documents

KEY = "factx"


@Language.factory("factx", assigns=["doc._.factx", "doc.spans"], default_config={"date": None})
class Facts:
    """Find the facts of each text that a pipeline reads.

    factx reads the text with its own pipeline, whatever stands before it in this one: its grammars
    rest on its own tokens. The result is kept with the ``Doc`` as JSON, so that it survives
    ``to_bytes`` and ``nlp.pipe(..., n_process=2)``.

    Args:
        date: The day the texts were published, as ``2025-06-30``; null where they differ.

    Raises:
        UsageError: The date is not an ISO day.
    """

    def __init__(self, nlp: Language, name: str, date: str | None) -> None:  # noqa: ARG002 - spaCy gives it
        self.name = name
        self.date = pipeline.day(date)
        if not Doc.has_extension(KEY):
            Doc.set_extension(KEY, getter=_document)

    def __call__(self, doc: Doc) -> Doc:
        """Add the facts; spans cover the tokens that a mention touches."""
        document = pipeline.extract(doc.text, self.date)
        stream = StringIO()
        export.write([document], "jsonl", stream)
        doc.user_data[KEY] = stream.getvalue()
        spans = (
            doc.char_span(mention.start, mention.end, _label(mention), alignment_mode="expand")
            for mention in document.mentions
        )
        doc.spans[KEY] = [span for span in spans if span is not None]
        return doc


def _label(mention: Mention) -> str:
    return mention.kind if isinstance(mention, Quantity) else mention.type


def _document(doc: Doc) -> Document | None:
    kept = doc.user_data.get(KEY)
    return None if kept is None else _revive(kept, doc.text)


@lru_cache(maxsize=8)
def _revive(kept: str, text: str) -> Document:
    """Read a document back; the words of its sentences are not kept and stand in ``text``."""
    (document,) = documents.documents(Source("-", kept))
    source = Source("-", text)
    claims = (
        replace(claim, sentence=source.span(claim.sentence.start, claim.sentence.end))
        for claim in document.claims
    )
    return replace(document, claims=tuple(claims))
