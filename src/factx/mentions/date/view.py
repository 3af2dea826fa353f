"""A reader's view of the tokens: bounds that never fail, and the small words around a cue."""

from __future__ import annotations

from dataclasses import dataclass

from factx.mentions.date.lexicon import Lexicon
from factx.nlp.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Head:
    """A unit as the head of its phrase: its token, the first free token, its name and its form."""

    at: int
    floor: int
    unit: str
    plural: bool
    hyphen: bool


_THE = frozenset(("the", "a", "that", "this", "his", "her", "its", "their", "immediately"))


class View:
    """The tokens of an article with the lexicon; a word outside the text reads as ''."""

    __slots__ = ("lex", "lower", "size", "text", "tokens")

    def __init__(self, tokens: Tokens, lex: Lexicon) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.text = tokens.text
        self.size = len(tokens.lower)
        self.lex = lex

    def word(self, index: int) -> str:
        """Return the lower-case word at ``index``, or ''."""
        return self.lower[index] if 0 <= index < self.size else ""

    def capital(self, index: int) -> bool:
        """Tell whether the word at ``index`` starts with a capital letter."""
        return 0 <= index < self.size and self.text[index][:1].isupper()

    def near(self, first: int, second: int) -> bool:
        """Tell whether two tokens stand in one block, so that words between them can join them."""
        block = self.tokens.block
        return 0 <= first < self.size and 0 <= second < self.size and block[first] == block[second]

    def among(self, index: int, name: str) -> bool:
        """Tell whether the word at ``index`` is in the list ``name``."""
        return self.word(index) in self.lex.lists[name]

    def determiner(self, first: int, floor: int) -> int:
        """Return the start of a phrase with the determiner before ``first``, if there is one."""
        if first - 1 >= floor and self.among(first - 1, "determiners"):
            return first - 1
        return first

    def relation(self, first: int, floor: int) -> tuple[int, str | None]:
        """Read "last", "the same", "this past" before ``first``: its start and the word that counts."""
        found: str | None = None
        while first - 1 >= floor and (word := self.lower[first - 1]) in self.lex.relations:
            if word == "following" and self.word(first - 2) not in _THE:
                break  # "following Wednesday's quake" is after it
            found = found or word  # the nearest counts: "this past week" is the past one
            first -= 1
        return (self.determiner(first, floor), found) if found else (first, None)

    def glued(self, index: int) -> bool:
        """Tell whether the token at ``index`` stands without a space after the one before it."""
        return 0 < index < self.size and self.tokens.glued(index)
