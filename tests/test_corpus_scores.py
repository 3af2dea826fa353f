"""How much of the corpus factx finds, and how much of what it finds is right.

FLOORS are what factx reached, less a little. They only go up: a change that falls below one has
made the product worse on real-looking news, whatever else it repairs.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeAlias

import pytest

from corpus_gold import ARTICLES, read_gold

FLOORS = {
    "quantity found": 0.98,
    "quantity true": 0.98,
    "quantity number": 0.98,
    "quantity kind and unit": 0.97,
    "date found": 0.97,
    "date true": 0.98,
    "date timex": 0.96,
    "official found": 0.97,
    "official true": 0.89,
    "official name": 0.95,
    "official title": 0.97,
    "official organization": 0.88,
    "official role": 0.97,
    "claim found": 0.97,
    "claim true": 0.98,
    "claim measure": 0.95,
    "claim relation": 0.94,
    "claim period": 0.96,
    "claim place": 0.94,
    "claim baseline": 0.95,
    "claim conversion": 0.97,
    "claim source": 0.95,
}

Item: TypeAlias = dict[str, Any]
Pair: TypeAlias = tuple[Item, Item]


@cache
def _both() -> list[Pair]:
    """Read the corpus with factx and pair its documents with the gold."""
    from factx.export.records import record
    from factx.export.values import dump
    from factx.pipeline import read

    pairs: list[Pair] = []
    for article in ARTICLES:
        found = [json.loads(dump(record(document))) for document in read(article)]
        gold = read_gold(article)["documents"]
        pairs += zip(map(_resolved, gold), map(_resolved, found), strict=True)
    return pairs


def _resolved(document: Item) -> Item:
    """Put what ids stand for in their place, so that every item compares by itself."""
    people = {each["id"]: each for each in document["officials"]}
    mentions = {each["id"]: each for each in document["mentions"]}
    claims = {each["id"]: each for each in document["claims"]}

    def item(mention: Item) -> Item:
        return {**mention, "person": people.get(mention.get("official", ""))}

    def claim(each: Item) -> Item:
        about = mentions[each["mention"]]
        baseline = each["baseline"] or {}
        against = [mentions.get(baseline.get(key)) for key in ("quantity", "period")]
        converts = claims.get(each["converts"])
        return {
            **each,
            **{key: about[key] for key in ("text", "start", "end")},
            "type": "claim",
            "optional": about.get("optional"),
            "period": each["period"] and {**each["period"], **mentions[each["period"]["id"]]},
            "against": [mention for mention in against if mention],
            "loose": baseline.get("implicit", False),
            "converts": converts and mentions[converts["mention"]],
        }

    return {**document, "items": [*map(item, mentions.values()), *map(claim, claims.values())]}


# --- what may stand for what --------------------------------------------------------------------


def _overlap(one: Item, other: Item) -> float:
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    either = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return max(shared, 0) / either


def _words(text: str) -> list[str]:
    """Return the words of a phrase, roughly stemmed, without articles and prepositions."""
    small = {"the", "a", "an", "of", "in", "on", "to", "for", "its", "their", "that", "was", "were"}
    words = [word for word in re.findall(r"\w+", text.casefold()) if word not in small]
    return [re.sub(r"(?<=\w{3})(?:ies|es|ed|ing|s|e|y)$", "", word) for word in words]


def _same_number(gold: Item, found: Item) -> bool:
    return bool(found["number"] == pytest.approx(gold["number"], rel=0.005))


def _same_unit(gold: Item, found: Item) -> bool:
    """Compare kind and unit; a count may name more of its noun ("medal event" for "event")."""
    unit = found["unit"]
    if found["kind"] == "count" and unit:
        unit = unit.split()[-1]
    kinds = [gold["kind"], *gold.get("kind_alt", [])]
    return found["kind"] in kinds and unit in [gold["unit"], *gold.get("unit_alt", [])]


def _same_timex(gold: Item, found: Item) -> bool:
    return found["timex"] in [gold["timex"], *gold.get("timex_alt", [])]


def _same_person(field: str) -> Callable[[Item, Item], bool]:
    def same(gold: Item, found: Item) -> bool:
        wanted = [gold["person"][field], *gold["person"].get(f"{field}_alt", [])]
        if gold["person"].get(f"{field}_stated") is False:
            wanted.append(None)
        given = found["person"][field]
        return (given and given.casefold()) in [each and each.casefold() for each in wanted]

    return same


def _same_measure(gold: Item, found: Item) -> bool:
    """Ask for half of the words, in either direction, of one of the right phrasings."""
    given = Counter(_words(found["measure"]["text"] if found["measure"] else ""))
    for phrase in (gold["measure"]["text"], *gold["measure_alt"]):
        wanted = Counter(_words(phrase))
        if 4 * (given & wanted).total() >= given.total() + wanted.total():
            return True
    return False


def _same_relation(gold: Item, found: Item) -> bool:
    return found["relation"] in [gold["relation"], *gold["relation_alt"]]


def _same_period(gold: Item, found: Item) -> bool:
    wanted, given = gold["period"], found["period"]
    if wanted and given:
        return bool(_overlap(wanted, given) or wanted["timex"] == given["timex"])
    return not given and not (wanted and wanted["explicit"])


def _same_place(gold: Item, found: Item) -> bool:
    wanted, given = gold["place"], found["place"]
    if wanted and given:
        return not set(_words(wanted["text"])).isdisjoint(_words(given["text"]))
    return not given and not (wanted and wanted["explicit"])


def _same_baseline(gold: Item, found: Item) -> bool:
    if gold["against"] and found["against"]:
        return any(_overlap(one, other) for one in gold["against"] for other in found["against"])
    return not found["against"] and (not gold["against"] or gold["loose"])


def _same_conversion(gold: Item, found: Item) -> bool:
    if gold["converts"] and found["converts"]:
        return _overlap(gold["converts"], found["converts"]) > 0
    return gold["converts"] is found["converts"] is None


def _same_source(gold: Item, found: Item) -> bool:
    wanted, given = gold["source"], found["source"]
    if wanted and given:
        return not set(_words(wanted["name"])).isdisjoint(_words(given["name"]))
    return not given and (not wanted or wanted.get("implicit", False))


RIGHT: dict[str, dict[str, Callable[[Item, Item], bool]]] = {
    "quantity": {"number": _same_number, "kind and unit": _same_unit},
    "date": {"timex": _same_timex},
    "official": {each: _same_person(each) for each in ("name", "title", "organization", "role")},
    "claim": {
        "measure": _same_measure,
        "relation": _same_relation,
        "period": _same_period,
        "place": _same_place,
        "baseline": _same_baseline,
        "conversion": _same_conversion,
        "source": _same_source,
    },
}


# --- matching and counting ----------------------------------------------------------------------


def _pairs(gold: list[Item], found: list[Item]) -> Iterator[Pair]:
    """Match one to one, the best overlap first."""
    ranked = sorted(
        ((_overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        reverse=True,
    )
    taken: set[int] = set()
    used: set[int] = set()
    for overlap, i, j in ranked:
        if overlap > 0 and i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            yield gold[i], found[j]


def _is_spared(item: Item) -> bool:
    """Tell whether finding or missing the item counts neither way."""
    person = item.get("person")
    return bool(item.get("optional") or (person and person["role"] == "other"))


def _count(kind: str) -> tuple[list[Pair], list[str], list[str]]:
    """Return what was found, what was missed and what is spurious of one kind of item."""
    matched: list[Pair] = []
    missed: list[str] = []
    spurious: list[str] = []
    for gold, found in _both():
        due = [item for item in gold["items"] if item["type"] == kind]
        given = [item for item in found["items"] if item["type"] == kind]
        pairs = list(_pairs(due, given))
        seen = {id(item) for pair in pairs for item in pair}
        # An end of a joined period, found by itself, is no error; nor is a spared item.
        allowed = [item for item in gold["items"] if item["type"] == kind or _is_spared(item)]
        matched += [pair for pair in pairs if not _is_spared(pair[0])]
        missed += [item["text"] for item in due if id(item) not in seen and not _is_spared(item)]
        spurious += [
            item["text"]
            for item in given
            if id(item) not in seen and not any(_overlap(item, each) for each in allowed)
        ]
    return matched, missed, spurious


def test_titles_days_and_extents_are_found() -> None:
    for gold, found in _both():
        assert found["title"]["text"] == gold["title"]["text"]
        assert found["date"] == gold["date"]
        assert _overlap(gold, found) > 0.95


@pytest.mark.parametrize("kind", RIGHT)
def test_floors_are_reached(kind: str) -> None:
    matched, missed, spurious = _count(kind)
    reached = {
        f"{kind} found": len(matched) / (len(matched) + len(missed)),
        f"{kind} true": len(matched) / max(len(matched) + len(spurious), 1),
    }
    wrong = {}
    for name, is_right in RIGHT[kind].items():
        bad = [
            (gold["text"], found["text"]) for gold, found in matched if not is_right(gold, found)
        ]
        reached[f"{kind} {name}"] = 1 - len(bad) / max(len(matched), 1)
        wrong[name] = bad
    low = {name: value for name, value in reached.items() if value < FLOORS[name]}
    assert not low, f"{reached=}\n{missed=}\n{spurious=}\n{wrong=}"
