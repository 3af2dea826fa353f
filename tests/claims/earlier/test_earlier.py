"""Periods and places from earlier sentences, against short articles of our own."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import factx
from factx.checks.view import View
from factx.claims.earlier import choice
from factx.claims.loglinear import weights
from factx.model import Claim, Document
from factx.nlp import bundled

CASES = tomllib.loads(Path(__file__).with_name("earlier.toml").read_text("utf-8"))["case"]

parsed = pytest.mark.skipif(not bundled.available(), reason="the package holds no weights")


def told(document: Document) -> dict[str, dict[str, str]]:
    """Return what the claims of each figure hold for, by field; "" where nothing is told."""
    mentions = {mention.id: mention.text for mention in document.mentions}
    return {
        "period": {
            mentions[c.mention]: mentions[c.period.id] if c.period else "" for c in document.claims
        },
        "place": {mentions[c.mention]: c.place.text if c.place else "" for c in document.claims},
    }


def far(claim: Claim, document: Document) -> list[bool]:
    """Return whether each value that stands outside the claim's sentence says that it is carried."""
    starts = {mention.id: mention.start for mention in document.mentions}
    values = [(claim.period, starts[claim.period.id])] if claim.period else []
    values += [(claim.place, claim.place.start)] if claim.place else []
    return [
        not v.explicit for v, at in values if not claim.sentence.start <= at < claim.sentence.end
    ]


@parsed
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"].split("\n")[1])
def test_what_earlier_sentences_tell(case: dict[str, Any]) -> None:
    document = factx.extract(case["text"])
    got = told(document)
    for field in got.keys() & case.keys():
        assert {figure: got[field].get(figure) for figure in case[field]} == case[field], case.get(
            "why"
        )
    carried = [flag for claim in document.claims for flag in far(claim, document)]
    assert all(carried), "only a clause of its own is explicit"


@parsed
def test_checks_read_only_what_a_sentence_says() -> None:
    text = "Sales of the grocer fell 4% in May 2022. Profit dropped to $12 million."
    document = factx.extract(text)
    near, carried = document.claims
    assert carried.period is not None
    seen = View(document).document.claims
    assert seen[0] == near
    assert seen[1].period is None
    assert seen[1].measure == carried.measure


def weigh(monkeypatch: pytest.MonkeyPatch, least: float) -> int | None:
    """Choose between a far option and a near one that suits a past event."""
    known = {"far=no": {"": 1.0, "tense=past": 2.0}, "none": {"": 0.5}}
    made = {"period": {"least": least, "weights": known}}
    monkeypatch.setattr(choice, "weights", lambda _: made)
    return choice.choose("period", ["tense=past"], [["far=yes"], ["far=no", "new=yes"]])


def test_the_likeliest_value_is_given_if_it_is_likely_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert weigh(monkeypatch, 0.8) == 1
    assert weigh(monkeypatch, 0.95) is None


def test_without_a_value_to_take_there_is_no_choice() -> None:
    assert choice.choose("place", ["tense=past"], []) is None


def test_chances_are_shares() -> None:
    likely = choice.chances({"a=1": {"": 900.0}}, [], [["a=1"], ["a=2"]])
    assert sum(likely) == pytest.approx(1)
    assert likely[0] > likely[1] == likely[2]


def test_weights_say_something_of_both_fields() -> None:
    for field in weights("factx.claims.earlier").values():
        assert 0.5 < field["least"] < 1
        assert "none" in field["weights"]
        assert all(weight for row in field["weights"].values() for weight in row.values())
