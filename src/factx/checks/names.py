"""NAM: people, titles and organisations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from factx import packaged
from factx.checks.base import Check, Checked
from factx.checks.bodies import OrganisationConflict
from factx.checks.judge import verdict
from factx.checks.view import View
from factx.checks.wording import quoted
from factx.model import Official, OfficialMention

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
        for tie in view.ties("spelling"):
            if tie.cue is not None and tie.items:
                seen.add(tie.cue.start)
                spans = [
                    view.operand(span, role)
                    for span, role in ((tie.cue, "variant"), (tie.items[0], "name"))
                ]
                message = (
                    f"{tie.cue.text} and {tie.items[0].text} look like one name in two spellings"
                )
                yield verdict(
                    self,
                    view,
                    holds=False,
                    message=message,
                    agreement="",
                    operands=[],
                    spans=spans,
                )
        for official in view.document.officials:
            yield from self._spelled(view, official, seen)

    def _spelled(self, view: View, official: Official, seen: set[int]) -> Iterator[Checked]:
        mentions = [
            mention
            for key in official.mentions
            if isinstance(mention := view.mentions.get(key), OfficialMention)
        ]
        for mention in mentions:
            stray = (
                _stray(mention.text, official.name) if mention.text in official.variants else None
            )
            if stray is None or any(mention.start <= start < mention.end for start in seen):
                if mention.text != official.name and stray is None:
                    yield self._judged(view, mention, mentions[0], official.name, holds=True)
                continue
            yield self._judged(view, mention, mentions[0], stray, holds=False)

    def _judged(
        self,
        view: View,
        mention: OfficialMention,
        first: OfficialMention,
        other: str,
        *,
        holds: bool,
    ) -> Checked:
        one, name = quoted(mention.text), quoted(other)
        return verdict(
            self,
            view,
            holds=holds,
            message=f"{one} and {name} look like one name in two spellings",
            agreement=f"{one} stands for {name}",
            operands=[(mention, "variant"), (first, "name")],
        )


def _stray(text: str, name: str) -> str | None:
    """Return the word of a full name that a mention misspells, if it does."""
    words = [_plain(word) for word in name.split()]
    for word in text.split():
        plain = _plain(word)
        if len(plain) < _SHORTEST or plain in words:
            continue
        for other, shown in zip(words, name.split(), strict=True):
            most = 1 if len(plain) < 2 * _SLIPS + 4 else _SLIPS
            ends = (other[:1], other[-1:]) == (plain[:1], plain[-1:])
            if ends and 0 < _distance(plain, other, most) <= most:
                return shown
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
        for tie in view.ties("post"):
            if tie.cue is None or not tie.items:
                continue
            (sort, one), (other_sort, two) = _held(tie.cue.text), _held(tie.items[0].text)
            if not one or not two or sort != other_sort:
                continue
            people = [
                mention
                for member in tie.members
                if isinstance(mention := view.mentions.get(member.mention), OfficialMention)
            ]
            spans = [
                view.operand(span, role)
                for span, role in ((tie.cue, "post"), (tie.items[0], "first post"))
            ]
            fact = (
                f"one person is {quoted(tie.items[0].text)} here and {quoted(tie.cue.text)} there"
            )
            yield verdict(
                self,
                view,
                holds=not one.isdisjoint(two),
                message=fact,
                agreement=f"{fact}, which agree",
                operands=[(p, "name") for p in people],
                spans=spans,
            )


def _held(text: str) -> tuple[str, frozenset[str]]:
    """Return the sort of post that a text names, and which; nothing where a word of it is unclear.

    A minister has portfolios; a mayor or president has the post itself. Of two sorts a person may
    hold one each.
    """
    known, unclear = _portfolios()
    words = text.lower().split()
    if "minister" not in words or words[-2:] == ["prime", "minister"]:
        return "post", frozenset((" ".join(words),))
    if not unclear.isdisjoint(words):
        return "", frozenset()
    return "portfolio", frozenset(known[word] for word in words if word in known)


@cache
def _portfolios() -> tuple[dict[str, str], frozenset[str]]:
    table = packaged.table(__package__, "posts")
    known = {word: group[0] for group in table["groups"] for word in group}
    return known, frozenset(table["unclear"])


CHECKS: tuple[type[Check], ...] = (NameVariant, TitleConflict, OrganisationConflict)
