"""Amounts of money: "$3.2 billion", "KZT 853.1bn", "4.5m euros", "100,000 Georgian lari"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factx.mentions.quantity.amount import Amount, hyphened
from factx.mentions.quantity.currencies import Currencies, currencies
from factx.nlp.numerals import Numeral, with_letter
from factx.nlp.tokens import Tokens

# A word that is also a code, and a currency that is also a word, need a figure this large.
_LARGE = Decimal(1000)


def read(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read the sign, code or name before or behind a number; shared ones keep their own name."""
    known = currencies()
    if (before := _before(tokens, numeral, known)) is not None:
        first, unit = before
        numeral = with_letter(tokens, numeral)
        if _is_loss(tokens, first):
            first, numeral = first - 1, replace(numeral, value=-numeral.value)
        amount = Amount(first, numeral.stop, numeral, "money", unit)
        return _closing_code(tokens, amount, known)
    for reading in _scalings(tokens, numeral):
        behind = _behind(tokens, reading, known)
        if behind is not None:
            stop, unit, scale = behind
            factor = known.minor.get(unit, Decimal(1)) * scale
            return Amount(reading.first, stop, reading, "money", unit, factor=factor)
    return None


def _scalings(tokens: Tokens, numeral: Numeral) -> tuple[Numeral, ...]:
    """Return the number with its letter read as a scale ("50m euros"), and without."""
    lettered = with_letter(tokens, numeral) if numeral.letter else numeral
    return (lettered, numeral) if lettered is not numeral else (numeral,)


def _before(tokens: Tokens, numeral: Numeral, known: Currencies) -> tuple[int, str] | None:
    first = numeral.first
    if first == 0 or tokens.start[first] - tokens.end[first - 1] > 1:
        return None
    sign = tokens.text[first - 1]
    if not tokens.glued(first) and _owned(tokens, first - 2, known):
        return None  # "10 $ 30 cents", "17 USD 25"
    if sign[-1:] == "$" and (first > 1 or len(sign) > 1):
        return _dollars(tokens, first, sign, known)
    if sign in known.signs and (len(sign) <= 2 or sign not in known.names):
        return first - 1, known.signs[sign]
    if sign in known.codes:
        word = sign in known.words and numeral.scale == 1 and abs(numeral.value) < _LARGE
        return None if word else (first - 1, sign)
    code = known.lower_codes.get(sign)
    return (first - 1, code) if code is not None else None


def _is_loss(tokens: Tokens, first: int) -> bool:
    """Tell the minus of "against -$0.08 per share" from the dash of "2019 -$3" and "$2-$3"."""
    if first < 2 or tokens.text[first - 1] not in {"-", "−", "–"} or not tokens.glued(first):
        return False
    return not tokens.glued(first - 1) and tokens.text[first - 2][-1].isalpha()


def _dollars(tokens: Tokens, first: int, sign: str, known: Currencies) -> tuple[int, str] | None:
    """Read a dollar sign with the letters before it, glued or not: ``HK $``, ``cad$``, ``Mex$``."""
    if sign != "$":
        code = sign[:-1].upper()
        unit = known.signs.get(sign) or (
            code if code in known.codes else known.signs.get(code + "$")
        )
        return (first - 1, unit) if unit is not None else None
    if not tokens.glued(first - 1):
        letters = tokens.text[first - 2].replace(".", "")
        if letters == "A" and (first == 2 or not tokens.same_sentence(first - 3, first - 2)):
            letters = "a"  # "A $19 million dryer"
        if letters not in {"a", "s"}:  # "a $ 1 billion" of tokenized text
            letters = letters.upper()
        apart = known.signs.get(f"{letters}$") if len(letters) <= 3 else None
        if apart is not None:
            return first - 2, apart
    return first - 1, known.signs["$"]


def _owned(tokens: Tokens, at: int, known: Currencies) -> bool:
    """Tell whether a sign belongs to the number before it, which has none of its own."""
    if at < 0 or len(tokens.text[at]) > 3 or not tokens.text[at].isdecimal():
        return False
    before = tokens.text[at - 1] if at else ""
    return before not in known.codes and before not in known.lower_codes


def _closing_code(tokens: Tokens, amount: Amount, known: Currencies) -> Amount:
    """Take in the code that repeats a sign: ``$6 billion USD``, ``$500 US``."""
    at = amount.stop
    if at >= len(tokens):
        return amount
    word = tokens.text[at]
    if word in known.codes and amount.unit and word in known.shared.get(amount.unit, ()):
        return replace(amount, stop=at + 1, unit=word)
    if amount.unit == "$" and known.names.get(word) == "dollar":  # "$10 million dollars"
        return replace(amount, stop=at + 1)
    if amount.unit == "$" and word in known.closing:
        return replace(amount, stop=at + 1, unit=known.closing[word])
    return amount


def _behind(tokens: Tokens, numeral: Numeral, known: Currencies) -> tuple[int, str, Decimal] | None:
    """Return the index behind the currency, its unit and what scales it ("30 MUSD")."""
    at = hyphened(tokens, numeral.stop)
    if at >= len(tokens):
        return None
    word = tokens.text[at]
    if word in known.codes:
        large = numeral.scale != 1 or numeral.value >= _LARGE or tokens.glued(at)
        return (at + 1, word, Decimal(1)) if large or word not in known.words else None
    scale = known.scaled_codes.get(word[:-3]) if word[-3:] in known.codes else None
    if scale is not None:
        return at + 1, word[-3:], scale
    if (unit := known.signs.get(word)) is not None and not word.isascii():
        return at + 1, unit, Decimal(1)
    if word == "$":
        return at + 1, "$", Decimal(1)
    if word in {"p", "c"} and tokens.glued(at) and numeral.form == "digits":
        return at + 1, {"p": "penny", "c": "cent"}[word], Decimal(1)
    if tokens.lower[at] == "of" and (numeral.scale >= _LARGE or numeral.form == "vague"):
        at += 1
    return _named(tokens, numeral, at, known)


def _named(
    tokens: Tokens, numeral: Numeral, at: int, known: Currencies
) -> tuple[int, str, Decimal] | None:
    for width in (4, 3, 2, 1):
        name = " ".join(tokens.lower[at : at + width])
        unit = known.names.get(name)
        if unit is None or at + width > len(tokens):
            continue
        if name in known.everyday and numeral.value < _LARGE:
            return None
        if unit == "pound" and _weighed(tokens, numeral, at + width, known):
            return None
        return at + width, unit, Decimal(1)
    return None


def _weighed(tokens: Tokens, numeral: Numeral, stop: int, known: Currencies) -> bool:
    """Tell by the words near whether "pounds" are of mass: "50 pounds of meat", "weighs 200 pounds"."""
    if numeral.scale >= _LARGE:  # millions are paid, unless beef is recalled
        behind = tokens.lower[stop : stop + 3]
        return behind[:1] == ["of"] and not known.matter.isdisjoint(behind)
    if tokens.lower[stop : stop + 1] in (["of"], ["per"], ["-"], ["foot"], ["feet"]):
        return True
    sentence = tokens.sent[numeral.first]
    low, high = max(0, numeral.first - 12), min(len(tokens), stop + 8)
    return any(
        tokens.lower[i] in known.weight and tokens.sent[i] == sentence for i in range(low, high)
    )


def rate(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """Read an exchange rate after its pair: ``KZT/USD = 0.00193`` is a ratio of unit KZT/USD."""
    known = currencies()
    at = numeral.first - 1
    if at >= 0 and tokens.text[at] in known.rate_links:
        at -= 1
    if at < 2 or tokens.text[at] not in known.codes or tokens.text[at - 2] not in known.codes:
        return None
    if tokens.text[at - 1] not in {"/", "-"}:
        return None
    pair = f"{tokens.text[at - 2]}/{tokens.text[at]}"
    return Amount(numeral.first, numeral.stop, numeral, "ratio", pair)
