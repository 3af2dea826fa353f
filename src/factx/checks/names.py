"""NAM: people, titles and organisations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from factx.checks.base import Check, Checked
from factx.checks.bodies import OrganisationConflict
from factx.checks.judge import verdict
from factx.checks.view import Place, View
from factx.checks.vocabulary import canonical, words
from factx.checks.wording import Words, one_name, quoted
from factx.model import Official

_SHORTEST = 5
_SLIPS = 2


class NameVariant(Check):
    """One name is spelled in two ways.

    ## What it does
    Compares the spellings of one person's name, and finds names that stand once in the article and
    lie one letter away from a name that stands there often. Accents are no other spelling, and
    people with given names of their own are other people.

    ## Why it matters
    A misspelt name is the commonest correction that newspapers print.

    ## Example
    - Mayor Ivo Montalvo opened the bridge. Montalvo praised the builders. The work was slow, Montulvo
      said.

    ## Fine
    - Mayor Ivo Montalvo opened the bridge. Montalvo praised the builders. The work was slow, said Eva
      Montulvo of the union.
    """

    code, name, severity = "NAM01", "name-variant", "warning"
    evident = True

    def run(self, view: View) -> Iterator[Checked]:
        """Test each person's spellings, then each stray spelling of any name."""
        seen: set[int] = set()
        for _, variant, name in view.linked("spelling"):
            seen.add(variant.start)
            yield self._judged(view, variant, name, name.text, holds=False)
        for official in view.document.officials:
            yield from self._spelled(view, official, seen)

    def _spelled(self, view: View, official: Official, seen: set[int]) -> Iterator[Checked]:
        first, *_ = mentions = view.named(official.mentions)
        for mention in mentions:
            varies = mention.text in official.variants
            stray = _stray(mention.text, official.name) if varies else None
            if stray is None or any(mention.start <= start < mention.end for start in seen):
                if mention.text != official.name and stray is None:
                    yield self._judged(view, mention, first, official.name, holds=True)
                continue
            yield self._judged(view, mention, first, stray, holds=False)

    def _judged(
        self, view: View, variant: Place, place: Place, name: str, *, holds: bool
    ) -> Checked:
        return verdict(
            self,
            view,
            holds=holds,
            words=one_name(variant.text, name, "one name in two spellings"),
            operands=[(variant, "variant"), (place, "name")],
        )


def _stray(text: str, name: str) -> str | None:
    """Return the word of a full name that a mention misspells, if it does."""
    shown = name.split()
    usual = [_plain(word) for word in shown]
    for word in text.split():
        plain = _plain(word)
        if len(plain) < _SHORTEST or plain in usual:
            continue
        for other, written in zip(usual, shown, strict=True):
            most = 1 if len(plain) < 2 * _SLIPS + 4 else _SLIPS
            ends = (other[:1], other[-1:]) == (plain[:1], plain[-1:])
            if ends and 0 < _distance(plain, other, most) <= most:
                return written
    return None


def _plain(word: str) -> str:
    """Drop accents and case: Erdoğan is Erdogan."""
    letters = unicodedata.normalize("NFKD", word.lower().replace("ı", "i").replace("ł", "l"))
    return "".join(c for c in letters if c.isalnum()).removesuffix("’s")


def _distance(one: str, other: str, most: int) -> int:
    """Return how many slips lie between two words, swapped neighbours as one; ``most`` + 1 at the most."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, above[j - 2] + 1)
            row.append(best)
    return min(row[-1], most + 1)


class TitleConflict(Check):
    """One person holds two posts.

    ## What it does
    Compares the portfolios that an article gives one minister in different places, and the posts of
    mayors, presidents and others who hold no second one. Names of one
    portfolio (defence, defense) and parts of it (trade and tourism, tourism) agree; sentences that
    tell of a change, or of a former post, are left alone.

    ## Why it matters
    A title is typed from memory, and the wrong ministry answers for what was said.

    ## Example
    - Transport Minister Ivo Lang opened the bridge. It was built in a year, Health Minister Ivo Lang
      said.

    ## Fine
    - Transport Minister Ivo Lang opened the bridge. It was built in a year, Transport Minister Ivo
      Lang said.
    """

    code, name, severity = "NAM02", "title-conflict", "warning"
    evident = True

    def run(self, view: View) -> Iterator[Checked]:
        """Test each post of a person against the first one."""
        for tie, post, first in view.linked("post"):
            (sort, one), (first_sort, other) = _held(post.text), _held(first.text)
            if not one or not other or sort != first_sort:
                continue
            people = view.named(member.mention for member in tie.members)
            fact = f"one person is {quoted(first.text)} here and {quoted(post.text)} there"
            yield verdict(
                self,
                view,
                holds=not one.isdisjoint(other),
                words=Words(fact, f"{fact}, which agree"),
                operands=[*((p, "name") for p in people), (post, "post"), (first, "first post")],
            )


def _held(text: str) -> tuple[str, frozenset[str]]:
    """Return the sort of post that a text names, and which; nothing where a word of it is unclear.

    A minister has portfolios; a mayor or president has the post itself. Of two sorts a person may
    hold one each.
    """
    said = text.lower().split()
    if "minister" not in said or said[-2:] == ["prime", "minister"]:
        return "post", frozenset((" ".join(said),))
    if not words("unclear").isdisjoint(said):
        return "", frozenset()
    known = canonical("portfolios")
    return "portfolio", frozenset(known[word] for word in said if word in known)


CHECKS: tuple[type[Check], ...] = (NameVariant, TitleConflict, OrganisationConflict)
