"""The rows of the table: each claim, figure, date and person as short cells of text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from factx.export.durations import hedge
from factx.export.values import number, period
from factx.model import Claim, Date, Document, Mention, Official, Quantity

Row = tuple[str, ...]

CLAIM: Row = ("CLAIMS", "figure", "how", "when", "where", "said by")
_SIGNS = {"approx": "≈ ", "over": "> ", "under": "< ", "at_least": "≥ ", "at_most": "≤ "}
_ARROWS = {"up": "↑ ", "down": "↓ "}
_KINDS = {"percent": "%", "percentage_point": " points"}
# A level, a share and a total read as what they are; these would be taken for a plain amount.
_TOLD = frozenset({"limit", "rank", "rate"})
# Days, months, quarters and years are plain to anybody; 2025-W27 and 2025-11-11TEV are not.
_PLAIN = re.compile(r"\d{4}(-Q[1-4]|-H[12]|-\d\d(-\d\d)?)?")
# What more than one currency is called by; a letter before the sign ("A$") tells which one.
_SHARED = re.compile(
    r"(?<![A-Za-z])[$£¥]|dollar|pound|peso|franc|crown|kron[aeo]|dinar|rupee|shilling|kwacha|\blei\b"
)
_COMMON = {"$": "USD", "dollar": "USD", "£": "GBP", "pound": "GBP", "¥": "JPY"}
_MOST_DECIMALS = 6
_QUOTED = 4
_MARKS = "\"“”'‘’"  # of the text, within ours


def claims(document: Document) -> Iterator[Row]:
    """Yield what is measured, the figure, how it is meant, when, where and who says so."""
    mentions = {mention.id: mention for mention in document.mentions}
    claims = {claim.mention: claim for claim in document.claims}
    usual = _usual(document)
    shown = {claim.id for claim in document.claims}
    again: dict[str, list[str]] = {}
    for claim in document.claims:
        if claim.converts is not None:
            again.setdefault(claim.converts, []).append(mentions[claim.mention].text)
    for claim in document.claims:
        if claim.converts in shown:
            continue
        figure = mentions[claim.mention]
        others = "".join(f" ({text})" for text in again.get(claim.id, ()))
        yield (
            _what(claim, figure),
            _written(figure) + _currency(figure, usual) + others,
            ", ".join(_how(claim, figure, mentions, claims)),
            _when(claim, mentions),
            _where(claim),
            claim.source.name if claim.source else "",
        )


def figures(mentions: Iterable[Mention], made: Iterable[Claim]) -> Iterator[Row]:
    """Yield the figures that make no claim, with their values."""
    claimed = {claim.mention for claim in made}
    for mention in mentions:
        if isinstance(mention, Quantity) and mention.id not in claimed:
            yield mention.text, _value(mention), mention.noun.text if mention.noun else ""


def dates(mentions: Iterable[Date]) -> Iterator[Row]:
    """Yield each date once, with its value and its days."""
    rows = []
    for date in mentions:
        value = f"{date.timex} {date.mod.lower().replace('_', ' ')}" if date.mod else date.timex
        rows.append((date.text, value, str(date.first or ""), str(date.last or "")))
    yield from dict.fromkeys(rows)


def people(officials: Iterable[Official], said: Counter[str | None]) -> Iterator[Row]:
    """Yield each person with their office and how often they are named and speak."""
    for official in officials:
        title = " ".join(filter(None, (official.status, official.title)))
        # The mayor of a city belongs to it and is at work there; once is enough.
        place = ", ".join(dict.fromkeys(filter(None, (official.organization, official.place))))
        count = said[official.id]
        spoke = f", {count} claim{'s' if count > 1 else ''}" if count else ""
        yield official.name, title, place, f"{len(official.mentions)}×{spoke}"


def _what(claim: Claim, figure: Mention) -> str:
    """Name what is measured, with who has or does it and what happens to it."""
    noun = figure.noun if isinstance(figure, Quantity) else None
    measured = claim.measure or noun
    deed = claim.action.text if claim.action else ""
    around = " ".join(filter(None, (claim.subject.text if claim.subject else "", deed)))
    if measured is None:
        return around or _quoted(claim, figure)
    if around and not deed:
        return f"{around}: {measured.text}"
    return f"{measured.text} ({around})" if around else measured.text


def _quoted(claim: Claim, figure: Mention) -> str:
    """Quote the words beside a figure that nobody could name the measure of."""
    at = max(0, figure.start - claim.sentence.start)
    before = claim.sentence.text[:at].split()
    if not any(character.isalnum() for word in before for character in word):
        behind = claim.sentence.text[at + len(figure.text) :].split()
        return f"“… {' '.join(behind[:_QUOTED]).strip(_MARKS)}”" if behind else ""
    opened = "… " if len(before) > _QUOTED else ""
    return f"“{opened}{' '.join(before[-_QUOTED:]).strip(_MARKS)}”"


def _written(mention: Mention) -> str:
    """Give a figure as it is written, with signs for what the words around it say."""
    if isinstance(mention, Date):
        return _SIGNS.get(hedge(mention), "") + mention.text
    if not isinstance(mention, Quantity):
        return mention.text
    unit = _KINDS.get(mention.kind, "")
    if mention.unit == "year" and "year" not in mention.text.lower():
        unit = " year" if mention.number == 1 else " years"  # "Berg, 53,"
    bare = mention.text[-1:].isdigit()  # the 17 of "17 and 22%"
    sign = _SIGNS.get(mention.qualifier, "")
    arrow = _ARROWS[mention.change] if mention.change else ""
    return f"{arrow}{sign}{mention.text}{unit if bare else ''}"


def _usual(document: Document) -> dict[str, str | None]:
    """Return the currency that each shared sign mostly stands for in an article, "" for all amounts."""
    units: dict[str, Counter[str | None]] = {}
    for mention in document.mentions:
        if isinstance(mention, Quantity) and mention.kind == "money":
            for sign in ("", *_SHARED.findall(mention.text.lower())[:1]):
                units.setdefault(sign, Counter())[mention.unit] += 1
    return {sign: counts.most_common(1)[0][0] for sign, counts in units.items()}


def _currency(figure: Mention, usual: dict[str, str | None]) -> str:
    """Name the currency of an amount whose sign would be taken for another."""
    if not isinstance(figure, Quantity) or figure.kind != "money" or figure.unit is None:
        return ""
    sign = _SHARED.search(figure.text.lower())
    if sign is None:
        return ""
    expected = _COMMON.get(sign[0])
    plain = figure.unit == usual[sign[0]] and figure.unit in {expected, usual[""]}
    return "" if plain else f" {figure.unit}"


def _how(
    claim: Claim, figure: Mention, mentions: dict[str, Mention], claims: Mapping[str, Claim]
) -> Iterator[str]:
    """Tell what keeps a figure from being a plain fact, and what it is compared with."""
    if claim.relation in _TOLD:
        yield claim.relation
    if claim.modality != "actual":
        yield claim.modality
    baseline = claim.baseline
    if baseline is None:
        return
    old = mentions[baseline.quantity] if baseline.quantity else None
    time = mentions[baseline.period].text if baseline.period else ""
    if old is None and claim.period is not None and baseline.period == claim.period.id:
        return
    before = claims.get(old.id) if old is not None else None
    sizes = (claim.relation == "change", before is not None and before.relation == "change")
    against = "vs" if _elsewhere(claim, before) else _against(figure, old, sizes)
    yield " ".join(filter(None, (against, old.text if old else "", time)))


def _elsewhere(claim: Claim, other: Claim | None) -> bool:
    """Tell whether two claims are of two places, so that neither has come from the other."""
    one, two = claim.place, other.place if other is not None else None
    return one is not None and two is not None and one.text != two.text


def _against(figure: Mention, old: Mention | None, sizes: tuple[bool, bool]) -> str:
    """Choose the word before what a figure is compared with; ``sizes`` tells which are of a change.

    A rise of £38 is *from* £347, never down from it; of two rises neither is from the other.
    """
    if not (isinstance(figure, Quantity) and isinstance(old, Quantity)):
        return "vs"
    if any(sizes):
        return "from" if sizes[0] and not sizes[1] else "vs"
    if (figure.kind, figure.unit) != (old.kind, old.unit) or figure.number == old.number:
        return "from" if figure.change else "vs"
    return "up from" if figure.number > old.number else "down from"


def _when(claim: Claim, mentions: dict[str, Mention]) -> str:
    """Give the resolved period; one that has no plain form as it is written."""
    date = mentions[claim.period.id] if claim.period else None
    if claim.period is None or not isinstance(date, Date):
        return ""
    plain = date.mod is None and _PLAIN.fullmatch(date.timex)
    return _told(date.timex if plain else period(date), claim.period.explicit)


def _where(claim: Claim) -> str:
    return _told(claim.place.text, claim.place.explicit) if claim.place is not None else ""


def _told(text: str, explicit: bool) -> str:
    """Set what is carried over from elsewhere in brackets."""
    return text if explicit else f"({text})"


def _value(figure: Quantity) -> str:
    if figure.qualifier == "range" or not figure.low <= figure.number <= figure.high:  # "thousands"
        value = f"{_human(figure.low)} to {_human(figure.high)}"
    else:
        value = _SIGNS.get(figure.qualifier, "") + _human(figure.number)
    if figure.against is not None:
        value += f"-{_human(figure.against)}"
    if figure.kind in _KINDS:
        value += _KINDS[figure.kind]
    elif figure.kind != "count" and figure.unit:
        value += f" {figure.unit}"
    return _ARROWS[figure.change] + value if figure.change else value


def _human(value: Decimal) -> str:
    """Write a number with thousands set apart; an ellipsis tells where a long fraction was cut."""
    text = number(value)
    if text is None or "e" in text:
        return text or "any"
    whole, _, fraction = text.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if len(fraction) > _MOST_DECIMALS:
        fraction = fraction[:_MOST_DECIMALS] + "…"
    return f"{sign}{int(whole):,}{'.' if fraction else ''}{fraction}"
