"""Amounts of money: "$3.2 billion", "KZT 853.1bn", "4.5m euros", "100,000 Georgian lari"."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib import resources

from factx.mentions.quantity.amount import Amount, hyphened
from factx.nlp.numerals import Numeral, with_letter
from factx.nlp.tokens import Tokens

# Names that are everyday words: money only after a scale word or a large figure.
_EVERYDAY = frozenset({"won", "real", "sol", "mark", "marks", "colon", "sen", "kip", "c", "crown", "crowns", "sols", "dong", "rand", "dram", "drams"})
_WEIGHT = frozenset({"weigh", "weighs", "weighed", "weighing", "weight", "heavier", "lighter", "lost", "lose", "losing", "gained", "ounces", "kilograms", "kilos", "kg", "lb", "lbs", "cocaine", "heroin", "marijuana", "meat", "explosives", "payload", "thrust", "tons", "food", "bomb"})


@dataclass(frozen=True, slots=True)
class Currencies:
    """What ``money.toml`` and ``currencies.csv`` know.

    ``signs`` stand before or after an amount; ``names`` maps lower-case names of up to four words,
    singular and plural, to a code or to a key of ``shared``.
    """

    codes: frozenset[str]
    signs: dict[str, str]
    names: dict[str, str]
    shared: dict[str, tuple[str, ...]]
    minor: dict[str, Decimal]
    minor_of: dict[str, str]
    settled_by: dict[str, str]


@cache
def currencies() -> Currencies:
    """Return the packaged currency tables, read once."""
    folder = resources.files("factx.mentions.quantity")
    data = tomllib.loads(folder.joinpath("money.toml").read_text(encoding="utf-8"))
    lines = folder.joinpath("currencies.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines[1:]))
    names: dict[str, str] = {}
    for row in rows:
        for name in (row["one"], row["other"]):
            names.setdefault(name.lower(), row["code"])
    singular = {**{key: key for key in data["shared"]}, **data["names"]}
    singular |= {word: word for word in data["minor"]}
    for name, code in singular.items():
        if not name[-1].isalpha():
            continue
        names[name.lower()] = code
        names.setdefault(name.lower() + "s", code)
    for plural, one in data["plurals"].items():
        names[plural] = singular.get(one, one)
    return Currencies(
        codes=frozenset(row["code"] for row in rows) | {"BTC", "ETH"},
        signs={**data["signs"], **{sign: sign for sign in data["shared"]}},
        names=names,
        shared={key: tuple(codes) for key, codes in data["shared"].items()},
        minor={key: Decimal(share) for key, share in data["minor"].items()},
        minor_of=data["minor_of"],
        settled_by=data["settled_by"],
    )


def read(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read the sign, code or name before or behind a number; shared ones keep their own name."""
    known = currencies()
    if (before := _before(tokens, numeral.first, known)) is not None:
        first, unit = before
        numeral = with_letter(tokens, numeral)
        amount = Amount(first, numeral.stop, numeral, "money", unit)
        return _closing_code(tokens, amount, known)
    for reading in _scalings(tokens, numeral):
        behind = _behind(tokens, reading, known)
        if behind is not None:
            stop, unit = behind
            return Amount(reading.first, stop, reading, "money", unit, factor=_factor(unit, known))
    return None


def _scalings(tokens: Tokens, numeral: Numeral) -> tuple[Numeral, ...]:
    """Return the number with its letter read as a scale ("50m euros"), and without."""
    lettered = with_letter(tokens, numeral) if numeral.letter else numeral
    return (lettered, numeral) if lettered is not numeral else (numeral,)


def _before(tokens: Tokens, first: int, known: Currencies) -> tuple[int, str] | None:
    if first == 0:
        return None
    sign = tokens.text[first - 1]
    near = tokens.start[first] - tokens.end[first - 1] <= 1
    if not near:
        return None
    if sign in known.codes or sign in known.signs and sign != "c":
        unit = known.signs.get(sign, sign)
        if first > 1 and sign == "$" and not tokens.glued(first - 1):
            apart = known.signs.get(tokens.text[first - 2].replace(".", "") + "$")
            if apart is not None:
                return first - 2, apart
        if len(sign) == 1 and sign.isalpha() and not tokens.glued(first):
            return None  # "type R 20"
        return first - 1, unit
    if first > 1 and tokens.lower[first - 1] in {"euro", "eur", "usd", "gbp"}:
        return first - 1, {"euro": "EUR"}.get(tokens.lower[first - 1], tokens.lower[first - 1].upper())
    return None


def _closing_code(tokens: Tokens, amount: Amount, known: Currencies) -> Amount:
    """Take in the code that repeats a sign: ``$6 billion USD``, ``$500 US``."""
    at = amount.stop
    if at < len(tokens):
        word = tokens.text[at]
        if word in known.codes and amount.unit in known.shared and word in known.shared[amount.unit]:
            return replace(amount, stop=at + 1, unit=word)
        if word in {"US", "Canadian", "Australian"} and amount.unit == "$":
            code = {"US": "USD", "Canadian": "CAD", "Australian": "AUD"}[word]
            return replace(amount, stop=at + 1, unit=code)
    return amount


def _behind(tokens: Tokens, numeral: Numeral, known: Currencies) -> tuple[int, str] | None:
    at = numeral.stop
    if at >= len(tokens):
        return None
    if tokens.glued(at):
        at = hyphened(tokens.lower, at, glued=True)
    if at >= len(tokens):
        return None
    word = tokens.text[at]
    if word in known.codes:
        return at + 1, word
    if word in known.signs and not word.isalpha():
        return at + 1, known.signs[word]
    if word == "p" and tokens.glued(at) and numeral.form == "digits":
        return at + 1, "penny"
    if word == "c" and tokens.glued(at) and numeral.form == "digits":
        return at + 1, "cent"
    if tokens.lower[at] == "of" and numeral.scale >= 1000 or numeral.form == "vague":
        at += 1
    for width in (4, 3, 2, 1):
        name = " ".join(tokens.lower[at : at + width])
        unit = known.names.get(name)
        if unit is None or at + width > len(tokens):
            continue
        if name in _EVERYDAY and numeral.value < 1000:
            return None
        if unit == "pound" and _weighed(tokens, numeral, at + width):
            return None
        return at + width, unit
    # "5 million Kazakh tenge", "200 Fijian dollars": a demonym and a name
    if at + 1 < len(tokens) and tokens.text[at][:1].isupper():
        unit = known.names.get(tokens.lower[at + 1])
        if unit is not None:
            own = known.settled_by.get(tokens.lower[at])
            fits = own in known.shared.get(unit, ()) if own else False
            return at + 2, own if own and fits else unit
    return None


def _weighed(tokens: Tokens, numeral: Numeral, stop: int) -> bool:
    """Tell whether "pounds" are of mass: "50 pounds of meat", "weighs 200 pounds"."""
    if numeral.scale >= 1000:
        return False
    following = tokens.lower[stop] if stop < len(tokens) else ""
    if following == "of":
        return True
    sentence = tokens.sent[numeral.first]
    low, high = max(0, numeral.first - 12), min(len(tokens), stop + 8)
    near = {tokens.lower[i] for i in range(low, high) if tokens.sent[i] == sentence}
    if near & _WEIGHT:
        return True
    return not {"£", "GBP", "sterling", "UK", "Britain", "British", "England", "London", "Scotland", "pence", "Egypt"} & set(tokens.text)


def _factor(unit: str, known: Currencies) -> Decimal:
    return known.minor.get(unit, Decimal(1))


def settle(amounts: list[Amount], tokens: Tokens) -> None:
    """Turn shared signs and names into ISO 4217 codes by what the document says of itself.

    A currency written in full elsewhere in the document decides; for names other than the dollar
    the nearest country or demonym before the amount does; else the first candidate stands.
    """
    known = currencies()
    money = [a for a in amounts if a.kind == "money" and a.unit]
    full = Counter(a.unit for a in money if a.unit in known.codes)
    for amount in money:
        unit = amount.unit
        assert unit is not None
        if unit in known.minor_of:
            amount.unit, amount.implied = known.minor_of[unit], True
            continue
        candidates = known.shared.get(unit)
        if candidates is None:
            continue
        amount.implied = len(candidates) > 1
        amount.unit = _choose(amount, unit, candidates, full, tokens, known)


def _choose(
    amount: Amount,
    unit: str,
    candidates: tuple[str, ...],
    full: Counter[str | None],
    tokens: Tokens,
    known: Currencies,
) -> str:
    bracketed = amount.first > 0 and tokens.lower[amount.first - 1] == "("
    written = [(full[code], code) for code in candidates if full[code] and not bracketed]
    if written:
        return max(written)[1]
    if unit in {"$", "dollar", "£", "cent", "¢", "buck"}:
        return candidates[0]
    for index in range(amount.first, -1, -1):
        code = known.settled_by.get(tokens.lower[index])
        if code in candidates:
            return code
    for index in range(amount.stop, min(len(tokens), amount.stop + 200)):
        code = known.settled_by.get(tokens.lower[index])
        if code in candidates:
            return code
    return candidates[0]


def rate(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read an exchange rate after its pair: ``KZT/USD = 0.00193`` is a ratio of unit KZT/USD."""
    at = numeral.first - 1
    if at >= 0 and tokens.text[at] in {"=", ":", "at"}:
        at -= 1
    known = currencies()
    if (
        at >= 2
        and tokens.text[at] in known.codes
        and tokens.text[at - 1] in {"/", "-"}
        and tokens.text[at - 2] in known.codes
    ):
        pair = f"{tokens.text[at - 2]}/{tokens.text[at]}"
        return Amount(numeral.first, numeral.stop, numeral, "ratio", pair)
    return None
