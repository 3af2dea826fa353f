"""One person, one entry: link later mentions by surname, and misspelt ones, to who is meant."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from factx.mentions.official.names import Run
from factx.mentions.official.office import Office
from factx.mentions.official.words import Words

# Bounds that keep hostile lists of names linear; no article comes near them.
_NAMESAKES = 32
_RECENT = 256
_LONG = 6  # letters of a name that one slip may hide in


@dataclass(slots=True, eq=False)
class Person:
    """A person while the article is being read; ``parts`` are the name's words, lower case."""

    parts: tuple[str, ...]
    mentions: list[Run] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    variants: list[str] = field(default_factory=list)


class People:
    """The persons of one article, with an index of the names they go by."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.lexicon = words.lexicon
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}

    def parts(self, run: Run) -> tuple[str, ...]:
        """Return the words of a name that count: no quotes, commas, suffixes or initials' stops."""
        lower = self.words.lower[run.start : run.stop]
        return tuple(
            bare(word) for word in lower if word[0].isalnum() and not self._is_suffix(run, word)
        ) or (lower[0],)

    def _is_suffix(self, run: Run, word: str) -> bool:
        """Tell "XI" from the surname "Xi"."""
        if word not in self.lexicon.suffixes:
            return False
        text = self.words.text[run.start : run.stop]
        return word[:2] in {"jr", "sr"} or word.upper() in text

    def introduce(self, run: Run) -> Person:
        """Enter a full name: a new person, or one already met under a compatible name."""
        parts = self.parts(run)
        for person in self._by_word.get(parts[-1], ()):
            if compatible(person.parts, parts):
                person.mentions.append(run)
                if len(parts) > len(person.parts):
                    person.parts = parts
                    self._enter(person)
                return person
        for person in self._by_word.get(parts[0], ()):
            if _within(parts, person.parts) or _within(person.parts, parts):
                person.mentions.append(run)
                return person
        meant = self._misspelt(parts)
        if meant is not None:
            meant.mentions.append(run)
            meant.variants.append(self.words.phrase(run.start, run.stop))
            return meant
        person = Person(parts, [run])
        self.persons.append(person)
        self._enter(person)
        return person

    def _misspelt(self, parts: tuple[str, ...]) -> Person | None:
        """Return who has these given names and nearly this surname: "Steve Fosset"."""
        surname = parts[-1]
        if len(parts) < 2 or len(surname) < _LONG:
            return None
        for person in self._by_word.get(parts[0], ()):
            if (
                person.parts[:-1] == parts[:-1]
                and len(person.parts[-1]) >= _LONG
                and near(surname, person.parts[-1], 1)
            ):
                return person
        return None

    def _enter(self, person: Person) -> None:
        for word in person.parts:
            known = self._by_word.setdefault(word, [])
            if person not in known and len(known) < _NAMESAKES:
                known.append(person)

    def recall(self, run: Run) -> Person | None:
        """Return whom a short name means: by surname, else by another part of the name.

        Of two who share it, the one named more often is meant.
        """
        parts = self.parts(run)
        known = [
            person for person in self._by_word.get(parts[-1], ()) if _within(parts, person.parts)
        ]
        if not known:
            return None
        by_surname = [person for person in known if person.parts[-1] == parts[-1]]
        return self._likeliest(by_surname or known)

    def extended(self, run: Run, person: Person) -> Run:
        """Take in the particle before a short name: "de Blasio"."""
        lower, start = self.words.lower, run.start
        first = self.parts(run)[0]
        at = person.parts.index(first) if first in person.parts else 0
        while (
            at > 0
            and start > 0
            and lower[start - 1] == person.parts[at - 1]
            and lower[start - 1] in self.lexicon.particles
        ):
            at, start = at - 1, start - 1
        return run if start == run.start else Run(start, run.stop, run.kind)

    def is_surname(self, word: str) -> bool:
        """Tell whether somebody in the article has this surname."""
        return any(person.parts[-1] == word for person in self._by_word.get(word, ()))

    def _likeliest(self, known: list[Person]) -> Person:
        """Return whom a shared surname means: the one the article is about, else the first named."""
        if len(known) == 1:
            return known[0]
        return min(known, key=lambda person: (-len(person.mentions), person.mentions[0].start))

    def resembling(self, run: Run) -> Person | None:
        """Return the one person whose surname a misspelt single name must mean."""
        word = self.words.lower[run.start]
        if len(word) < 5:
            return None
        found = [
            person
            for person in self.persons[-_RECENT:]
            if person.mentions[0].start < run.start
            and word[0] == person.parts[-1][0]
            and len(person.parts[-1]) >= 5
            and near(word, person.parts[-1], 2 if len(word) >= 7 else 1)
        ]
        return found[0] if len(found) == 1 else None


_LETTERS = str.maketrans("łøđıðħ", "lodidh")


def plain(word: str) -> str:
    """Take the marks off letters: an article may write both "Erdoğan" and "Erdogan"."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)) or word


def bare(word: str) -> str:
    """Take a full stop or an Arabic article off a name's word: "al-Sudani" may return as "Sudani"."""
    word = plain(word.rstrip(".") or word)
    return word[3:] if word[:3] in {"al-", "el-", "ul-", "as-", "ar-"} and len(word) > 5 else word


def compatible(known: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names with one surname are one person's: given names agree as far as they go."""
    if known[-1] != other[-1]:
        return False
    if len(known) == 1 or len(other) == 1:
        return True
    a, b = known[0], other[0]
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)):
        return True
    if min(len(a), len(b)) >= _LONG and near(a, b, 1):
        return True
    return _within(known, other) or _within(other, known)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the words of ``short`` stand in ``long`` in order."""
    rest = iter(long)
    return all(word in rest for word in short)


def near(a: str, b: str, limit: int) -> bool:
    """Tell whether two words differ by at most ``limit`` edits, a swap of neighbours being one."""
    if abs(len(a) - len(b)) > limit or max(len(a), len(b)) > 64:
        return False
    two: list[int] = []
    one = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(one[j] + 1, row[j - 1] + 1, one[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, two[j - 2] + 1)
            row.append(best)
        two, one = one, row
    return one[-1] <= limit
