"""spaCy's rule lemmatizer with a memory: a word of one tag is looked up once a process."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from spacy.attrs import MORPH, ORTH, POS  # type: ignore[import-not-found]
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

Key = tuple[int, int, int]


class Lemmatizer(EnglishLemmatizer):
    """spaCy's English lemmatizer, whose rules see a word, its part of speech and its features."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the lemmas."""
        known = self._known
        for token, key in zip(
            doc, map(tuple, doc.to_array([ORTH, POS, MORPH]).tolist()), strict=True
        ):
            lemma = known.get(key)
            if lemma is None:
                lemma = known[key] = self.vocab.strings.add(self.lemmatize(token)[0])
            token.lemma = lemma
        return doc

    @cached_property
    def _known(self) -> dict[Key, int]:
        return {}


@Language.factory("factx_lemmatizer")
def _lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    return Lemmatizer(nlp.vocab, None, name, mode="rule")
