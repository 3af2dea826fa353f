"""The number "one": "killed one man", "by one digit"; not the pronoun and not the article."""

from __future__ import annotations

from factx.mentions.quantity import phrase
from factx.mentions.quantity.lists import lists
from factx.nlp.nouns import singular
from factx.nlp.numerals import Numeral
from factx.nlp.tokens import Tokens


def counts(tokens: Tokens, numeral: Numeral, others: bool) -> bool:
    """Tell whether "one" counts; ``others`` says that its sentence holds other figures."""
    known = lists()
    first, stop = numeral.first, numeral.stop
    lower = tokens.lower
    after = lower[stop] if stop < len(tokens) else "."
    before = lower[first - 1] if first else ""
    if after == "more":
        noun = phrase.find(tokens, stop)
        alone = noun is None and before in known.one_before and others
        return alone or (noun is not None and _is_counted(tokens, noun))
    if before in known.one_never or "another" in lower[stop + 2 : stop + 3]:
        return False  # "one victim after another"
    if after in known.one_places and before in {",", "and"} and others:
        return True
    if after in known.one_not_before:
        return False
    noun = phrase.find(tokens, stop)
    if noun is None:
        return before in known.one_bare and others
    if _is_counted(tokens, noun) and noun[1] - noun[0] <= 2:
        return True
    return before in known.one_strong or (others and before in known.one_before)


def _is_counted(tokens: Tokens, noun: tuple[int, int]) -> bool:
    """Tell whether the noun is one that news counts singly: a person, a case, a goal."""
    return singular(tokens.text[noun[1] - 1]).lower() in lists().one_nouns
