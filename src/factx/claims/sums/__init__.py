"""Figures that one wording puts into one sum."""

from __future__ import annotations

from factx.mentions import Found
from factx.model import Tie
from factx.nlp.tokens import Tokens

__all__ = ["find"]


def find(tokens: Tokens, found: Found) -> tuple[Tie, ...]:  # noqa: ARG001
    """Return every tie of an article, in text order."""
    return ()
