"""Multiples and fractions: "double", "tenfold", "halved", "a third", "two in five", "3 times as many"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factx import packaged
from factx.mentions.quantity import phrase
from factx.mentions.quantity.amount import Amount, hyphened
from factx.nlp.cues import cues
from factx.nlp.nouns import plural
from factx.nlp.numerals import Numeral, words
from factx.nlp.tokens import Tokens

_COMPARATIVES = frozenset({"JJR", "RBR"})


@dataclass(frozen=True, slots=True)
class Ratios:
    """The words of ``ratio.toml``, which says what each list is for."""

    verbs: frozenset[str]
    adjectives: frozenset[str]
    adjective_before: frozenset[str]
    compared: frozenset[str]
    frequencies: frozenset[str]
    twice_before: frozenset[str]
    times_before: frozenset[str]
    as_before: frozenset[str]
    share_before: frozenset[str]
    share_after: frozenset[str]
    share_verbs: frozenset[str]
    article_after: frozenset[str]
    lasting: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    wholes: frozenset[Decimal]
    not_parts: frozenset[str]
    articles: frozenset[str]
    periods: frozenset[str]


@cache
def ratios() -> Ratios:
    """Return the packaged ratio words, read once."""
    data = packaged.table(__package__, "ratio")
    wholes = frozenset(map(Decimal, data["proportion"]["wholes"]))
    return packaged.fill(Ratios, *data.values(), wholes=wholes)


def multiples(tokens: Tokens) -> Iterator[Amount]:
    """Yield ``doubled``, ``tenfold``, ``twice`` and other multiples of one word."""
    known = ratios()
    lower = tokens.lower
    factors = words().multiples
    for index, word in enumerate(lower):
        entry = factors.get(word)
        if entry is None:
            continue
        factor, change = entry
        after = lower[index + 1] if index + 1 < len(lower) else "."
        if word in known.frequencies and after not in known.twice_before:
            yield _frequency(index, factor)
            continue
        if word in known.adjectives and not _multiplies(tokens, index, after, known):
            continue
        if word in known.verbs and not _is_verb(tokens, index):
            continue
        numeral = Numeral(index, index + 1, factor, "words")
        yield Amount(index, index + 1, numeral, "ratio", change=change)


def _frequency(index: int, times: Decimal) -> Amount:
    """Read "twice" as a count of times: ``he twice served``."""
    return Amount(index, index + 1, Numeral(index, index + 1, times, "words"), "count", "time")


def _multiplies(tokens: Tokens, index: int, after: str, known: Ratios) -> bool:
    """Tell "double the number" and "prices double" from "a double murder"."""
    if after == "-":
        return False
    if index and tokens.doc.has_annotation("TAG") and tokens.doc[index].tag_ in {"VB", "VBP"}:
        return True
    if index and tokens.lower[index - 1] in {"a", "the"} and after not in known.compared:
        return False
    alone = after in known.adjective_before or not after[:1].isalpha()
    return alone and (index > 0 or after in known.compared)


def _is_verb(tokens: Tokens, index: int) -> bool:
    if not tokens.doc.has_annotation("TAG"):
        return index > 0 and tokens.lower[index - 1].endswith("s")
    return tokens.doc[index].tag_.startswith("V")


def fold(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read ``10-fold``, ``five-fold``, ``3x`` and ``three times as many``."""
    lower, at = tokens.lower, numeral.stop
    if at >= len(lower):
        return None
    tie = hyphened(tokens, at)
    if lower[tie : tie + 1] == ["fold"]:
        return Amount(numeral.first, tie + 1, numeral, "ratio", change="up")
    if lower[at] == "x" and tokens.glued(at) and numeral.form == "digits":
        return Amount(numeral.first, at + 1, numeral, "ratio")
    if lower[at] == "times" and (not numeral.whole or _compares(tokens, at + 1, ratios())):
        return Amount(numeral.first, at + 1, numeral, "ratio")
    return None


def _compares(tokens: Tokens, at: int, known: Ratios) -> bool:
    """Tell "three times as many" and "three times harder" from "three times as a guest"."""
    lower = tokens.lower
    if any(token.tag_ in _COMPARATIVES for token in tokens.doc[at : at + 1]):
        return True
    if lower[at : at + 1] != ["as"]:
        owned = lower[at + 1 : at + 2] in (["'s"], ["'"])
        return owned or (at < len(lower) and lower[at] in known.times_before)
    return lower[at + 2 : at + 3] == ["as"] or lower[at + 1 : at + 2] in [
        [word] for word in known.as_before
    ]


def proportion(tokens: Tokens, first: Numeral, second: Numeral) -> Amount | None:
    """Read ``one in five``, ``9 out of 10`` and ``1 in every 20`` from two numbers in a row."""
    lower, known = tokens.lower, ratios()
    between = [word for word in lower[first.stop : second.first] if word != "-"]
    noun = None
    if len(between) == 2 and between[1] == "in" and _is_part_of_ten(tokens, first, second):
        noun, between = first.stop, ["in"]  # "four schools in ten"
    if between not in (["in"], ["out", "of"], ["in", "every"], ["of", "every"]):
        return None
    spelled = second.scale == 1 or second.form == "words"
    plain = first.scale == 1 and spelled and not first.letter and first.whole
    if not plain or "vague" in (first.form, second.form) or not 0 < first.value <= second.value:
        return None
    if first.value == second.value and between != ["out", "of"]:  # "10 out of 10"
        return None
    after = lower[second.stop] if second.stop < len(lower) else ""
    if after in known.not_parts or not second.whole:
        return None
    if between == ["in"] and second.value not in known.wholes and first.value != 1:
        return None
    joined = Numeral(first.first, second.stop, first.value / second.value, "fraction")
    return Amount(
        first.first, second.stop, joined, "ratio", noun=(noun, noun + 1) if noun else None
    )


def _is_part_of_ten(tokens: Tokens, first: Numeral, second: Numeral) -> bool:
    """Tell "four schools in ten" and "one in eight" from "four goals in ten games"."""
    wholes = {10, 100, 1000} if first.value != 1 else ratios().wholes
    if first.stop + 2 != second.first or second.value not in wholes:
        return False
    after = tokens.lower[second.stop] if second.stop < len(tokens) else "."
    return (
        plural(tokens.text[first.stop]) == (first.value != 1)
        and phrase.find(tokens, second.stop) is None
        and after != "-"
    )


def odds(tokens: Tokens, first: Numeral, second: Numeral) -> Amount | None:
    """Read ``4-to-1`` and ``a ratio of 4 to 1``: so many to one."""
    between = tokens.lower[first.stop : second.first]
    told = tokens.lower[max(0, first.first - 2) : first.first] in (["ratio", "of"], ["odds", "of"])
    if (between != ["-", "to", "-"] and not (told and between == ["to"])) or second.value != 1:
        return None
    if not first.value > 1 or first.scale != 1 or not (told or tokens.glued(first.stop)):
        return None
    joined = Numeral(first.first, second.stop, first.value, first.form, first.digits)
    return Amount(first.first, second.stop, joined, "ratio")


def again(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read "half as many again": what is added, no part of anything."""
    lower, at = tokens.lower, numeral.stop
    if lower[at : at + 1] != ["as"] or lower[at + 2 : at + 3] != ["again"]:
        return None
    return Amount(numeral.first, at + 3, numeral, "ratio", change="up")


def share(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read a fraction as a part of something; None where it is a period, an ordinal or a name."""
    known = ratios()
    lower, first, stop = tokens.lower, numeral.first, numeral.stop
    after = lower[stop] if stop < len(lower) else "."
    before = lower[first - 1] if first else ""
    amount = Amount(first, stop, numeral, "ratio")
    if not tokens.text[first][:1].isalpha():
        numbered = (
            first > 1 and tokens.doc[first - 1].tag_ == "NNP" and tokens.lower[first - 2] != "."
        )
        return None if numbered and after != "of" else amount  # "Launch Complex 1/5"
    article = lower[first] in {"a", "an"}
    if lower[first] != "half" and not article:
        single = numeral.whole or not lower[stop - 1].endswith("s")
        return None if single and after in known.not_before and after != "-" else amount
    if after in known.not_before or before in known.not_after:
        return None
    if before == "and" and first > 1 and lower[first - 2] in known.periods:
        return None  # "the past year and a half"
    if before == "-" and tokens.glued(first):
        return None
    if lower[stop - 1] == "half":
        fits = after in known.share_before or before in known.share_after
        return amount if fits else None
    return amount if _is_part(tokens, numeral, before, after, known) else None


def _is_part(tokens: Tokens, numeral: Numeral, before: str, after: str, known: Ratios) -> bool:
    """Tell the part "a third" from the ordinal: by "of" or "by", and where parts are small or alone."""
    if after == "of" or before == "by" or after in known.share_verbs:
        return True
    ends = not after[:1].isalpha()
    lower, first = tokens.lower, numeral.first
    if before == "of":
        return ends and first > 1 and lower[first - 2] in cues().nouns  # "a fall of a tenth"
    if before in known.article_after:
        told = ends and known.lasting.isdisjoint(lower[max(0, first - 4) : first - 1])
        return told or lower[numeral.stop - 1] != "quarter"
    if any(token.tag_ in _COMPARATIVES for token in tokens.doc[numeral.stop : numeral.stop + 1]):
        compared = tokens.doc[numeral.stop + 1 : numeral.stop + 2]
        return all(t.lower_ == "than" or not t.is_alpha or t.tag_ == "NNS" for t in compared)
    opens = numeral.first == 0 or tokens.block[numeral.first - 1] != tokens.block[numeral.first]
    return ends and (opens or numeral.value <= Decimal("0.01"))
