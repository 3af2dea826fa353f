"""NAM: people, titles and organisations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import takewhile

from factx.checks.base import Check, Checked
from factx.checks.verdict import verdict
from factx.checks.view import Place, View
from factx.checks.vocabulary import canonical, words
from factx.checks.wording import Words, one_name, quoted
from factx.model import Official

_LONG, _SLIPS = 8, 2
_SHORTEST = 5


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
            yield self._judged(view, variant, name, (variant.text, name.text), holds=False)
        for official in view.document.officials:
            yield from self._spelled(view, official, seen)

    def _spelled(self, view: View, official: Official, seen: set[int]) -> Iterator[Checked]:
        mentions = view.named(official.mentions)
        for mention in mentions:
            varies = mention.text in official.variants
            if varies and (stray := _stray(mention.text, official.name)) is not None:
                if not any(mention.start <= start < mention.end for start in seen):
                    yield self._judged(view, mention, mentions[0], stray, holds=False)
            elif mention.text != official.name:
                names = mention.text, official.name
                yield self._judged(view, mention, mentions[0], names, holds=True)

    def _judged(
        self, view: View, variant: Place, name: Place, texts: tuple[str, str], *, holds: bool
    ) -> Checked:
        return verdict(
            self,
            view,
            holds=holds,
            words=one_name(*texts, "one name in two spellings"),
            operands=[(variant, "variant"), (name, "name")],
        )


def _stray(text: str, name: str) -> tuple[str, str] | None:
    """Return a word of a mention and the one of the full name that it misspells, if it does."""
    usual = {_plain(word): word for word in name.split()}
    for written in text.split():
        word = _plain(written)
        if len(word) < _SHORTEST or word in usual:
            continue
        for other, shown in usual.items():
            if (other[:1], other[-1:]) == (word[0], word[-1]) and _is_slip(word, other):
                return written, shown
    return None


def _plain(word: str) -> str:
    """Drop accents and case: Erdoğan is Erdogan."""
    letters = unicodedata.normalize("NFKD", word.lower().replace("ı", "i").replace("ł", "l"))
    return "".join(c for c in letters if c.isalnum()).removesuffix("’s")


def _is_slip(one: str, other: str) -> bool:
    """Tell words one slip apart: a letter other, missing, too many or swapped with the next.

    In a long name two letters may be others: "Telugenov" is Tolegenov.
    """
    if len(one) == len(other) >= _LONG and sum(map(str.__ne__, one, other)) <= _SLIPS:
        return True
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    start = sum(1 for _ in shared)
    one, other = one[start:], other[start:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return swapped or other[1:] in (one, one[1:]) or one[1:] == other


class TitleConflict(Check):
    """One person holds two posts.

    ## What it does
    Compares the portfolios that an article gives one minister in different places, and the posts of
    mayors, presidents and others who hold no second one. Names of one portfolio (defence, defense)
    and parts of it (trade and tourism, tourism) agree; sentences that tell of a change, or of a
    former post, are left alone.

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
            who = quoted(max((person.text for person in people), key=len, default="one person"))
            fact = f"{who} is {quoted(first.text)} here and {quoted(post.text)} there"
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


class OrganisationConflict(Check):
    """The acronym of one body stands in two forms.

    ## What it does
    Compares the uses of an acronym with the one behind the full name whose initials it has, and
    reports a single use in which two letters are swapped, letters in another order than the name
    has them, and a second full name for one acronym. Bodies with full names of their own, and
    acronyms that come from another language, are left alone.

    ## Why it matters
    The swapped letters may be those of another body.

    ## Example
    - The Inland Water Registry (IWR) met on Monday. The IWR has 40 members. No vote was held, the IRW
      said.

    ## Fine
    - The Inland Water Registry (IWR) met on Monday. The IWR has 40 members. No vote was held, the IWR
      said.
    """

    code, name, severity = "NAM03", "organisation-conflict", "info"
    evident = True

    def run(self, view: View) -> Iterator[Checked]:
        """Test each use of an acronym against its definition."""
        for _, use, definition in view.linked("acronym"):
            yield verdict(
                self,
                view,
                holds=_one_body(use.text, definition.text),
                words=one_name(use.text, definition.text, "names of one body"),
                operands=[(use, "use"), (definition, "definition")],
            )


def _one_body(one: str, other: str) -> bool:
    """Tell two forms that may stand for each other: equal, in another order, or one shorter."""
    if " " not in other:
        return one == other
    second = [word for word in other.split() if word[:1].isupper()]
    if " " not in one:
        return one == "".join(word[0] for word in second)
    first = {word.lower() for word in one.split() if word[:1].isupper()}
    rest = {word.lower() for word in second}
    return first <= rest or rest <= first


CHECKS: tuple[type[Check], ...] = (NameVariant, TitleConflict, OrganisationConflict)
