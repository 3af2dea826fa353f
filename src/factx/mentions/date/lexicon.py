"""The words of dates, read once from ``date.toml`` and ``nlp``'s ``time.toml``, and the table from a word to its readers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from factx import packaged


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word list under its name; ``cues`` maps a word to the readers that it may start."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    units: dict[str, str]
    parts: dict[str, str]
    clock_words: dict[str, str]
    days: dict[str, int]
    refs: dict[str, str]
    ref_phrases: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    vague: dict[str, str]
    decade_words: dict[str, int]
    relations: dict[str, tuple[int, str]]
    shifts: dict[str, tuple[int, str]]
    modifiers: dict[str, str]
    approximations: dict[str, str]
    sets: dict[str, str]
    lists: dict[str, frozenset[str]]
    holidays: dict[str, dict[str, Any]]
    cues: dict[str, tuple[str, ...]]


# the readers in the order in which they are tried on a word, with the table that starts them
_STARTS = (
    ("holiday", "holidays"), ("ref", "refs"), ("month", "months"), ("weekday", "weekdays"),
    ("season", "seasons"), ("unit", "units"), ("part", "parts"), ("clock", "clock_words"),
    ("day", "days"), ("decade", "decade_words"), ("set", "sets"),
)  # fmt: skip

# words that only one reader knows
_ALONE = {
    "half": "half", "period": "period", "tonight": "part", "overnight": "part", "season": "season_year",
    "term": "season_year", "vintage": "season_year", "campaign": "season_year",
}  # fmt: skip


@cache
def load() -> Lexicon:
    """Return the packaged word lists."""
    words = packaged.table(__package__, "date") | packaged.table("factx.nlp", "time")
    lists = {name: frozenset(items) for name, items in words.pop("lists").items()}
    for name in ("relations", "shifts"):
        words[name] = {word: (e["step"], e["from"]) for word, e in words[name].items()}
    cues: dict[str, tuple[str, ...]] = {}
    for reader, name in _STARTS:
        for phrase in words[name]:
            word = phrase.split()[0]
            if reader not in cues.get(word, ()):
                cues[word] = (*cues.get(word, ()), reader)
    for phrase in words["ref_phrases"]:
        word = phrase.split()[-1]
        cues[word] = ("ref", *(reader for reader in cues.get(word, ()) if reader != "ref"))
    for word in ("two", *(word for word, number in words["numbers"].items() if 10 <= number <= 20)):
        cues[word] = ("spelled",)
    for word, reader in _ALONE.items():
        cues[word] = (*cues.get(word, ()), reader)
    return Lexicon(lists=lists, cues=cues, **words)
