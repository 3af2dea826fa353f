"""The public names, and that they do what their docstrings say."""

import datetime as dt
import gc
import importlib
import inspect
import pickle
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import factx
from factx import nlp
from factx.errors import ReadError, UsageError

TEXT = """Exports climb

LISBON, 3 June 2024 — Exports rose by 12 percent to $3.4 billion in May, Trade Minister Rui Alves said.
"""
PAGE = """Viewing results 1 - 2 of 9

Exports climb in spring as factories reopen
Exports rose by 12 percent to $3.4 billion in the first quarter, and imports fell by 4 percent, the
statistics office said. Factories that had been shut since the storm of last autumn took on 1,200
people, and orders from abroad were the highest in six years, according to the same office.

Wheat harvest falls short of the plan
Farmers brought in 2.1 million tonnes of wheat, a fifth less than a year earlier, after a dry summer
in which two of the three large reservoirs stood empty for weeks. The ministry had planned for 2.8
million tonnes and said that it would buy 300,000 tonnes abroad before the winter.
"""

PAGE_WITH_A_LEAD = (
    "The army sent 600 soldiers, 12 helicopters and 1,500 tents. Defence Minister Aida Norvik said "
    "that the search would go on for at least 72 hours. The temperature was expected to fall to "
    "minus 8 degrees Celsius (18 Fahrenheit) overnight.\n"
    "#02\n"
    "Cyclone Merel leaves 17 dead as it crosses Port Alba coast\n"
    "Friday, September 20, 2024\n"
    "The storm, which was strong when it came ashore at about 10:40 p.m., weakened on Thursday "
    "morning as it moved inland at 19 km/h (12 mph), the weather service said. It dropped 312 "
    "millimetres (12.3 inches) of rain on the town in 24 hours, more than twice the September "
    "average of 140 mm.\n"
    "Merel is the fourth named storm of the season and the strongest to hit the country since 2011, "
    "when one killed 96.\n"
)


def test_all_is_what_is_there() -> None:
    assert sorted(factx.__all__) == [
        "Claim",
        "Document",
        "FactxError",
        "Finding",
        "check",
        "extract",
        "read",
    ]
    public = {name for name in dir(factx) if not name.startswith("_")}
    assert public == set(factx.__all__)
    for name in factx.__all__:
        assert getattr(factx, name).__name__ == name
    assert factx.__version__.count(".") == 2
    with pytest.raises(AttributeError, match="no attribute 'extracts'"):
        _ = factx.extracts  # type: ignore[attr-defined]


def test_the_stage_does_not_hide_the_verb() -> None:
    stage = importlib.import_module("factx.read")
    assert isinstance(stage, types.ModuleType)
    assert inspect.isfunction(factx.read)


@pytest.mark.parametrize("verb", [factx.extract, factx.read, factx.check])
def test_docstrings_have_their_sections(verb: Callable[..., Any]) -> None:
    document = inspect.getdoc(verb) or ""
    places = [document.index(f"\n{section}:\n") for section in ("Args", "Returns", "Raises")]
    assert places == sorted(places)
    for name in inspect.signature(verb).parameters:
        assert f"    {name}: " in document


def test_a_text_becomes_a_grounded_document() -> None:
    document = factx.extract(TEXT, source="db:42")
    assert document.source == "db:42"
    assert document.title is not None
    assert document.title.text == "Exports climb"
    assert document.date == dt.date(2024, 6, 3)
    assert {"12 percent", "$3.4 billion"} <= {mention.text for mention in document.mentions}
    assert document.claims
    assert document == factx.extract(TEXT, source="db:42")


def test_a_day_is_given_as_date_or_text() -> None:
    text = "Prices rose by 2 percent yesterday."
    document = factx.extract(text, "2025-03-01")
    assert document.date == dt.date(2025, 3, 1)
    assert document == factx.extract(text, date=dt.date(2025, 3, 1))
    moment = dt.datetime(2025, 3, 1, 9, 30, tzinfo=dt.UTC)
    assert document == factx.extract(text, date=moment)
    assert type(factx.extract(text, date=moment).date) is dt.date
    assert factx.extract(text).date is None
    for wrong in ("yesterday", "2025-02-30", "", "2025"):
        with pytest.raises(UsageError, match="is not a day; write it as 2025-06-30"):
            factx.extract(text, wrong)


def test_a_file_gives_each_of_its_articles(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    first, second = factx.read(page)
    assert first.source == str(page)
    assert first.title is not None
    assert first.title.text.startswith("Exports climb")
    assert second.title is not None
    assert second.title.text.startswith("Wheat harvest")
    assert first.end <= second.start
    assert first.id != second.id


def test_a_text_is_one_document_even_of_two_articles(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    whole = factx.extract(PAGE)
    parts = factx.read(page)
    assert whole.title == parts[0].title
    assert [(m.start, m.text) for m in whole.mentions if m.type == "quantity"] == [
        (m.start, m.text) for part in parts for m in part.mentions if m.type == "quantity"
    ]


def test_a_line_before_the_second_title_moves_no_offset() -> None:
    page = PAGE_WITH_A_LEAD
    whole = factx.extract(page)
    assert whole.mentions
    assert all(page[m.start : m.end] == m.text for m in whole.mentions)


def test_one_article_is_the_same_from_text_and_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    assert factx.read(str(path)) == [factx.extract(TEXT, source=str(path))]


def test_the_id_is_that_of_the_words() -> None:
    assert factx.extract(TEXT).id == factx.extract(TEXT, source="elsewhere").id
    assert factx.extract(TEXT).id != factx.extract(TEXT.replace("12", "13")).id


def test_what_cannot_be_read_is_an_error_of_factx(tmp_path: Path) -> None:
    with pytest.raises(factx.FactxError):
        factx.read(tmp_path / "missing.txt")
    with pytest.raises(ReadError, match="is a folder"):
        factx.read(tmp_path)


def test_the_collector_of_a_caller_is_left_alone() -> None:
    frozen = gc.get_freeze_count()
    nlp.load.__wrapped__()
    assert gc.get_freeze_count() <= frozen


def test_documents_travel_between_processes() -> None:
    document = factx.extract(TEXT)
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 - our own


noise = st.text(
    st.sampled_from("19 05.,%$€-–—/()'’\"“\n\r\t\u00a0\u200b\ufeff\u0301😀İß") | st.characters(),
    max_size=60,
)
words = st.sampled_from(
    [
        "rose by ",
        "12 percent ",
        "about ",
        "$3.4bn ",
        "two-thirds ",
        "May ",
        "Mr ",
        "to ",
        "a year earlier ",
    ]
)


@settings(max_examples=200)
@given(st.lists(noise | words, max_size=6).map("".join))
@example("")
@example(" \n\t ")
@example("\ud800 5 percent")
@example("=" * 2000 + "\n" + "1" * 2000)
def test_any_text_gives_grounded_mentions(text: str) -> None:
    document = factx.extract(text)
    for mention in document.mentions:
        assert text[mention.start : mention.end] == mention.text
        assert document.start <= mention.start < mention.end <= document.end
    for claim in document.claims:
        for item in (claim.sentence, claim.measure, claim.place):
            assert item is None or text[item.start : item.end] == item.text
