"""The posts that an article gives one minister: "Transport Minister Lang", "Lang, the health minister"."""

from __future__ import annotations

from collections.abc import Iterator

from factx.claims.sums.words import words
from factx.mentions import Found
from factx.model import Member, OfficialMention, Tie
from factx.nlp.tokens import Tokens

_NEAR = 12
_WORDS = 5  # no portfolio is named in more


def find(tokens: Tokens, found: Found) -> Iterator[Tie]:
    """Yield each post of a person with the first one, unless the words tell of a change."""
    first: dict[str, tuple[OfficialMention, tuple[int, int]]] = {}
    if not words("reshuffle").isdisjoint(tokens.lower):
        return
    names = _people(found)
    for mention in found.people:
        at, stop = tokens.stretch(mention)
        post = _before(tokens, at) or _behind(tokens, stop)
        if post is None or tokens.kind(at) == "furniture" or _changes(tokens, at):
            continue
        person = names.get(mention.text, mention.official)
        if person not in first:
            first[person] = mention, post
            continue
        other, place = first[person]
        members = Member(mention.id, "second"), Member(other.id, "first")
        yield Tie("post", members, tokens.span(*post), items=(tokens.span(*place),))


def _people(found: Found) -> dict[str, str]:
    """Return who is meant by each name as written; two posts may have made two people of one."""
    full = {person.text for person in found.people if " " in person.text}
    bearers: dict[str, set[str]] = {}
    for name in full:
        bearers.setdefault(name.rpartition(" ")[2], set()).add(name)
    single = {surname: names.copy().pop() for surname, names in bearers.items() if len(names) == 1}
    return {name: name for name in full} | single


def _before(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the post right before a name: "Transport Minister", "Minister of Health"."""
    low = max(0, at - _WORDS)
    if (post := _named(tokens, at)) is not None:
        return post
    heads = [i for i in range(low, at) if tokens.lower[i] == "minister"]
    if len(heads) != 1 or not tokens.same_sentence(heads[0], at):
        return None
    head = heads[0]
    if head == at - 1:
        return _run(tokens, head), at
    plain = all(tokens.lower[i].isalpha() for i in range(head, at))
    return (head, at) if plain and tokens.lower[head + 1] in ("of", "for") else None


def _named(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the post without a portfolio that ends at a name: "Prime Minister", "mayor,"."""
    stop = at - 1 if at and tokens.lower[at - 1] == "," else at
    for size in (3, 2, 1):
        first = stop - size
        phrase = " ".join(tokens.lower[max(0, first) : stop])
        if first >= 0 and phrase in words("posts") and tokens.same_sentence(first, at):
            whole = first == 0 or tokens.lower[first - 1] not in words("part_of_post")
            return (first, stop) if whole else None
    return None


def _behind(tokens: Tokens, stop: int) -> tuple[int, int] | None:
    """Return the post in apposition behind a name: ", the health minister,"."""
    if stop >= len(tokens) or tokens.lower[stop] != "," or not tokens.same_sentence(stop, stop - 1):
        return None
    for head in range(stop + 1, min(stop + 1 + _WORDS, len(tokens) - 1)):
        if not tokens.lower[head].isalpha() or not tokens.same_sentence(head, stop):
            return None
        if tokens.lower[head] == "minister":
            closed = tokens.lower[head + 1] in (",", ".", ")")
            return (stop + 1, head + 1) if closed and head > stop + 1 else None
    return None


def _run(tokens: Tokens, head: int) -> int:
    """Return where the words of a post begin that end with its head."""
    first = head
    while first > max(0, head - _WORDS) and tokens.lower[first - 1].isalpha():
        if not tokens.same_sentence(first - 1, head):
            break
        first -= 1
    return first


def _changes(tokens: Tokens, at: int) -> bool:
    """Tell a sentence that speaks of more posts than one, or of one that has been."""
    low, high = max(0, at - _NEAR), min(len(tokens), at + _NEAR)
    near = {tokens.lower[i] for i in range(low, high) if tokens.same_sentence(i, at)}
    return not words("change_of_post").isdisjoint(near)
