"""spaCy's English tokenizer, taught to cut figures where their parts meet.

``$2.9bn`` becomes ``$ 2.9 bn``, ``KZT853.1bn`` becomes ``KZT 853.1 bn``, ``10-year`` becomes
``10 - year`` and ``mid-2024`` becomes ``mid - 2024``; ``COVID-19``, ``F-16`` and ``5G`` stay whole.
Training and use share these rules, so the weights and the rules see the same tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.lang.en import English
from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from factx import packaged
from factx.packaged import alternatives

_DASH = "[-–—−]"
_SIGNS = "[$€£¥₽₸₹]"
Words = dict[str, list[str]]
Affix = str | re.Pattern[Any]


@dataclass(frozen=True, slots=True)
class Affixes:
    """An expression for affixes, which a word of nothing but letters, as most are, never has.

    It is as slow on these as on any, so they are not searched.
    """

    expression: re.Pattern[str]

    @property
    def pattern(self) -> str:
        """Return what spaCy writes when it saves a tokenizer."""
        return self.expression.pattern

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first affix."""
        return None if text.isascii() and text.isalpha() else self.expression.search(text)

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Find every affix."""
        return () if text.isascii() and text.isalpha() else self.expression.finditer(text)


@cache
def currency_codes() -> tuple[str, ...]:
    """Return the ISO 4217 codes of the packaged currency table."""
    rows = packaged.rows(__package__, "currencies")
    return tuple(row["code"] for row in rows)


def blank() -> Language:
    """Return a spaCy English pipeline with factx's tokenizer and no components."""
    return English(create_tokenizer=_tokenizer)


def teach(nlp: Language) -> None:
    """Replace the tokenizer of ``nlp`` by spaCy's English one with factx's own rules."""
    nlp.tokenizer = _tokenizer(nlp)


def _tokenizer(nlp: Language) -> Tokenizer:
    # Built in one go: spaCy files all its exceptions again at every change to a tokenizer.
    words, defaults = packaged.table(__package__, "tokenizer"), nlp.Defaults
    prefixes = _prefixes(words, defaults.prefixes or ())
    suffixes = _suffixes(words, defaults.suffixes or ())
    infixes = _infixes(words, defaults.infixes or ())
    # "$500m." ends a sentence; spaCy keeps every letter with a full stop together
    cut = {f"{letter}." for letter in "mkbtpglxhs"}
    rules = {f: case for f, case in (defaults.tokenizer_exceptions or {}).items() if f not in cut}
    rules |= {word: [{ORTH: word}] for word in (*words["whole"], *words["ranks"])}
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=Affixes(compile_prefix_regex(prefixes)).search,
        suffix_search=Affixes(compile_suffix_regex(suffixes)).search,
        infix_finditer=Affixes(compile_infix_regex(infixes)).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _prefixes(words: Words, defaults: Iterable[Affix]) -> list[Affix]:
    """Return what is cut off before a figure."""
    before = alternatives([*words["before_digit"], *currency_codes()])
    codes = alternatives(currency_codes())
    # before spaCy's own, whose "$" would leave the "US" of "$US160" behind
    return [
        rf"(?:{before})(?=[.]?\d)",
        rf"(?:(?i:{codes})|Mex)[$](?=[.]?\d)",
        # what a text without signs has for the pound and the yen
        r"PS(?=\d{2,}|\d+[.,]\d|\d(?:bn|m\b|k\b|million|billion))",
        r"Y=(?=\d)",
        rf"[~≈<>](?={_SIGNS}\d)",
        *defaults,
        # a lone R is South Africa's rand only before an amount that looks like one
        r"R(?=\d{2,}|\d+[.,]\d|\d(?:bn|m\b|million|billion|trillion))",
        rf"{_DASH}(?={_SIGNS}\d)",
    ]


def _suffixes(words: Words, defaults: Iterable[Affix]) -> list[Affix]:
    """Return what is cut off behind a figure."""
    after, codes = alternatives(words["after_digit"]), alternatives(currency_codes())
    # "four-" of "four-, five- and six-cylinder"
    hanging = "|".join(rf"(?<=\b{word})" for word in words["counted"])
    return [
        *defaults,
        rf"(?<=[\d½⅓⅔¼¾⅛⅜⅝⅞])(?:{after})",
        rf"(?<=\d)(?:{_SIGNS}|¢|元|円|[+])",
        rf"(?<=\d)(?:{codes})",
        r"(?<=[½⅓⅔¼¾⅛⅜⅝⅞¢])[.]",
        r"(?<=\d)-",
        rf"(?:{hanging})-",
        r"(?<=\d[kmbMKBcxCFpgtlTLWVhs])[.+]",
        r"(?<=\d(?:GHz|kWh|mph|kph))[.]",
        r"(?<=\ddeg[CF])[.]",
        r"(?<=\d(?:km|mi)/h)[.]",
        r"(?<=\d(?:bn|mn|tn|km|kg|am|pm))[.+]",
    ]


def _infixes(words: Words, defaults: Iterable[Affix]) -> list[Affix]:
    """Return where a compound is cut.

    Its parts are not searched for affixes again, so its inner borders are cut here: by a dash that
    is a token, or by a border of no width.
    """
    after = alternatives(words["after_digit"])
    return [
        *defaults,
        rf"(?<=\d){_DASH}(?=[A-Za-z$€£¥₽₸₹])",
        rf"(?<=[½⅓⅔¼¾%°]){_DASH}(?=[\dA-Za-z$€£])",
        rf"(?<=\d[mkbKMB]){_DASH}(?=[a-z$€£\d])",
        rf"(?<=\d(?:bn|mn|tn|km|kg|ft|GW|MW|kW)){_DASH}(?=[$€£\dA-Za-z])",
        rf"(?<=[Mm]id){_DASH}(?=\d)",
        r"(?<=\d)[–—−](?=\d)",
        r"(?<=-to)-(?=\d)",
        r"(?<=^to)-(?=\d)",
        r"(?<=[Mm]inus)-(?=\d)",
        r"(?<=\d)[~±](?=\d)",
        r"(?<=foot)-(?=\d)",
        r"(?<=[^\W\d])[<>≤≥]=?(?=\d)",
        rf"(?<=\d)/(?={_SIGNS})",
        r"""(?<=\d)'(?=\d{1,2}$)""",
        r"(?<=\d)/(?=(?:km|kg|h|hr|s|mi|ha|bbl|day|year|month|week|person|tonne|share)\b)",
        rf"(?<=\d)(?=(?:{after})(?:[-–—/]|$))",
        rf"(?<=[-–—/]{_SIGNS})(?=\d)",
        rf"(?<=^{_SIGNS})(?=\d)",
    ]
