"""Dates, times, durations and sets, by the table beside this file."""

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from factx.mentions.date import find
from factx.model import Article, Block, BlockKind, Date, Source
from factx.nlp import read, tokenizer

TABLE = tomllib.loads(Path(__file__).with_name("date.toml").read_text(encoding="utf-8"))
LISTED = ("nothing", "undated", "joined", "history", "history_values")
CASES = [(name, *case) for name, cases in TABLE.items() if name not in LISTED for case in cases]
DAY = dt.date(2025, 6, 12)

# Where a sentence may stand: its reading must not depend on it.
CARRIERS = ("{}", "“{}”", "Rain fell. {}", "({})", "{} Rain fell.", "{}\n\nRain fell.")


@cache
def rules() -> Language:
    """Return a pipeline without a model: the table is about the rules alone."""
    nlp = tokenizer.blank()
    nlp.add_pipe("sentencizer")
    return nlp


def dates(text: str, day: dt.date | None = DAY, kind: BlockKind = "paragraph") -> list[Date]:
    source = Source("-", text)
    article = Article(source, 0, len(text), (Block(kind, 0, len(text)),), date=day)
    found = find(read(article, rules()))
    end = 0
    for number, date in enumerate(found, 1):
        assert date.id == f"d{number}"
        assert end <= date.start < date.end
        end = date.end
        for part in (date, *(date.parts or ())):
            assert text[part.start : part.end] == part.text
            assert date.start <= part.start < part.end <= date.end
            assert (part.first is None) == (part.last is None)
            assert part.first is None or part.last is None or part.first <= part.last
    return found


def shown(date: Date) -> str:
    value = date.timex if date.timex_type == "DATE" else f"{date.timex_type} {date.timex}"
    fields = [date.text, value]
    if date.mod:
        fields.append(date.mod)
    if date.first and date.timex_type == "DATE" and date.timex != str(date.first):
        fields.append(f"{date.first}..{date.last}")
    return " | ".join(fields)


@pytest.mark.parametrize(("name", "text", "expect"), CASES)
def test_a_date_is_read(name: str, text: str, expect: str) -> None:
    for carrier in CARRIERS:
        assert "; ".join(map(shown, dates(carrier.format(text)))) == expect, (name, carrier)


@pytest.mark.parametrize("text", TABLE["nothing"])
def test_what_is_no_date_is_left_alone(text: str) -> None:
    for carrier in CARRIERS:
        assert dates(carrier.format(text)) == [], carrier


@pytest.mark.parametrize(("text", "expect"), TABLE["undated"])
def test_without_an_article_date_what_is_unknown_stays_open(text: str, expect: str) -> None:
    found = dates(text, None)
    assert "; ".join(map(shown, found)) == expect
    assert all(date.first is None for date in found if "X" in date.timex)


@pytest.mark.parametrize(("text", "begin", "end"), TABLE["joined"])
def test_a_joined_period_has_its_ends(text: str, begin: str, end: str) -> None:
    (date,) = dates(text)
    assert date.parts is not None
    assert [f"{part.text} | {part.timex}" for part in date.parts] == [begin, end]


def test_history_goes_on_from_date_to_date() -> None:
    assert [date.timex for date in dates(TABLE["history"])] == TABLE["history_values"]


@pytest.mark.parametrize("kind", ["title", "dateline", "heading", "paragraph"])
def test_every_block_but_furniture_has_dates(kind: BlockKind) -> None:
    assert [date.timex for date in dates("ANKARA, March 12, 2025", kind=kind)] == ["2025-03-12"]


def test_furniture_has_none() -> None:
    assert dates("ANKARA, March 12, 2025", kind="furniture") == []


def test_a_block_border_parts_what_stands_beside_it() -> None:
    text = "Ten dead in May\n2024 began badly"
    blocks = (Block("title", 0, 15), Block("paragraph", 16, len(text)))
    article = Article(Source("-", text), 0, len(text), blocks, date=DAY)
    assert [date.text for date in find(read(article, rules()))] == ["May", "2024"]


def blocks_of(*texts: str) -> list[Date]:
    """Return the dates of an undated article of a title and paragraphs."""
    text, blocks = "\n".join(texts), []
    for index, part in enumerate(texts):
        start = blocks[-1].end + 1 if blocks else 0
        kind: BlockKind = "paragraph" if index else "title"
        blocks.append(Block(kind, start, start + len(part)))
    return find(read(Article(Source("-", text), 0, len(text), tuple(blocks)), rules()))


def test_a_title_that_names_month_and_year_dates_what_has_none() -> None:
    found = blocks_of(
        "On tour, September 2020", "In 1956 it won. On September 25 it lost. In May it slept."
    )
    assert [date.timex for date in found] == ["2020-09", "1956", "2020-09-25", "2020-05"]


def test_a_life_told_in_an_interview_is_not_dated_by_its_day() -> None:
    asked, told = "((WN)) When was that?", "((Ann Berg)) The next day I left. On May 2 we met."
    found = blocks_of("A pilot looks back", asked, told, asked, told)
    assert [date.timex for date in found] == ["XXXX-XX-XX", "XXXX-05-02"] * 2
    later = blocks_of(
        "Back", asked, "((Ann Berg)) On May 2, 1999, I left. The next day I rang.", asked, told
    )
    assert [date.timex for date in later][:2] == ["1999-05-02", "1999-05-03"]


def test_capitals_do_not_matter_where_nothing_else_is_meant() -> None:
    lower = [date.timex for date in dates("sales fell on monday, 3 february 2025, and in october")]
    assert lower == ["2025-02-03", "2024-10"]


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "between",
        "from",
        "until",
        "by",
        "last",
        "next",
        "this",
        "that",
        "same",
        "previous",
        "following",
        "first",
        "second",
        "third",
        "last",
        "early",
        "late",
        "mid",
        "end",
        "beginning",
        "-",
        ",",
        "(",
        ")",
        ".",
        "'",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weekend",
        "day",
        "days",
        "quarter",
        "half",
        "decade",
        "century",
        "hour",
        "minutes",
        "spring",
        "fall",
        "May",
        "March",
        "June",
        "Sept.",
        "Sat",
        "Monday",
        "Fridays",
        "1",
        "3",
        "12",
        "15th",
        "31",
        "1999",
        "2024",
        "2025",
        "1500",
        "90s",
        "1980s",
        "10:30",
        "p.m.",
        "UTC",
        "noon",
        "night",
        "morning",
        "today",
        "yesterday",
        "now",
        "recently",
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "every",
        "twice",
        "two",
        "twenty",
        "thousand",
        "hundred",
        "several",
        "few",
        "couple",
        "fiscal",
        "Q1",
        "FY2024",
        "9/11",
        "2024-05-12",
        "7/8/07",
        "2019-20",
        "BC",
        "Christmas",
        "Easter",
        "daily",
        "annual",
        "period",
        "future",
        "past",
        "99999999999",
        "0",
        "00",
        "1/0/0",
        "Feb",
        "30",
        "9999",
        "0001",
        "€5",
        "5%",
        "million",
        "old",
        "aged\n",
        "\t",
    ]
)


@given(st.lists(WORDS, max_size=25), st.sampled_from((None, DAY, dt.date(1, 1, 1), dt.date.max)))
def test_words_in_any_order_are_survived(words: list[str], day: dt.date | None) -> None:
    dates(" ".join(words), day)


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    dates(text)


@given(st.dates(dt.date(1000, 1, 1), dt.date(2099, 12, 31)))
def test_a_full_day_is_read_in_every_style(day: dt.date) -> None:
    month, number = f"{day:%B}", day.day
    styles = (
        f"{month} {number}, {day.year}", f"{number} {month} {day.year}", day.isoformat(),
        f"the {number}th of {month}, {day.year}", f"{day:%A}, {month} {number}, {day.year}",
    )  # fmt: skip
    for style in styles:
        assert [date.first for date in dates(f"It was dated {style}.")] == [day], style


def test_reading_stays_linear() -> None:
    # each doubling of a text without sentence ends doubles the work: count the words looked at
    line = "between the end of the first two and twenty years and the last 3 to 5 days before May "

    def steps(repeats: int) -> int:
        from factx.mentions.date.view import View

        count = 0
        original = View.word

        def counted(view: View, index: int) -> str:
            nonlocal count
            count += 1
            return original(view, index)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(View, "word", counted)
            dates(line * repeats)
        return count

    assert steps(80) < 2.2 * steps(40)


def test_what_leans_on_itself_for_ever_is_read() -> None:
    assert dates("two days before " * 800 + "Friday")
