"""Every page of segment.toml, and what must hold for any text."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.model import Article, Source
from factx.read import segment

PAGES = tomllib.loads(Path(__file__).with_name("segment.toml").read_text(encoding="utf-8"))["page"]
SENTENCE = "The council voted for the plan by 31 to 12 after a debate of six hours on Monday. "
BODY = (SENTENCE * 3).strip()
LONG = (SENTENCE * 8).strip()


def expand(text: str) -> str:
    return text.replace("{body}", BODY).replace("{long}", LONG)


def assert_blocks(article: Article, expected: list[str]) -> None:
    text = article.source.text
    found = [f"{block.kind}: {text[block.start : block.end]}" for block in article.blocks]
    wanted = [expand(block) for block in expected]
    cut = [
        line[: len(want) - 1] + "…" if want.endswith("…") else line
        for line, want in zip(found, wanted, strict=False)
    ]
    assert cut + found[len(wanted) :] == wanted


@pytest.mark.parametrize("page", PAGES, ids=[page["name"] for page in PAGES])
def test_page(page):
    source = Source(page.get("path", "page.txt"), expand(page["text"]))
    articles = segment(source)
    wanted = page.get("articles", [page])
    assert len(articles) == len(wanted)
    for article, want in zip(articles, wanted, strict=True):
        assert_blocks(article, want["blocks"])
        day = dt.date.fromisoformat(want["date"]) if "date" in want else None
        assert article.date == day
        if "date_source" in want:
            assert article.date_source == want["date_source"]
        titles = [block for block in article.blocks if block.kind == "title"]
        grounded = [source.span(block.start, block.end) for block in titles]
        assert grounded == ([article.title] if article.title else [])


def test_date_given():
    source = Source("-", "Ferry Fares Rise\n\n12 May 2024\n\nThey rise by 20% in July, it said.")
    (article,) = segment(source, dt.date(2020, 1, 2))
    assert (article.date, article.date_source) == (dt.date(2020, 1, 2), "option")


@pytest.mark.parametrize("text", ["", " \n\r\n\u00a0\t", "\n" * 200_000])
def test_nothing_to_read(text):
    assert segment(Source("-", text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "7" * 2_000_000,
        "Short Lines Here\n" * 20_000,
        "New Bridge Opens Today\n\n12 May 2024\n\n" * 5_000,
        "KGS/USD = 0.01144 0% " * 50_000,
        ("A" * 298 + "%\n") * 3_000,
        ("A 1 " * 70 + "%\n") * 3_000,
        ("ABC " * 25 + "— x\n\n") * 3_000,
        "---\n" + "a: b\n" * 20_000,
        "[" * 300 + "\n" + "(" * 100_000,
        "# " * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_monsters_are_read(text):
    assert_sound(Source("-", text), segment(Source("-", text)))


def assert_sound(source: Source, articles: list[Article]) -> None:
    """Whatever the text: blocks in order, apart, within the source; titles and starts grounded."""
    end = 0
    for article in articles:
        assert article.blocks
        for block in article.blocks:
            assert end <= block.start < block.end <= len(source.text)
            assert source.text[block.start : block.end].strip()
            end = block.end
        assert article.blocks[0].start <= article.start < article.end <= article.blocks[-1].end
        if article.title is not None:
            title = article.title
            assert source.text[title.start : title.end] == title.text
            assert title.start == article.start


LINES = st.sampled_from(
    [
        "", " ", "\u00a0", "\x0c", "---", "# ", "## Heads", "- an item", "1. an item", "> quoted",
        "```", "| a | b |", "|---|---|", "====", "KGS/USD = 0.01144 0%", "Page 2 of 5",
        "Viewing results 1 - 3 of 69", "Friday, July 21, 2017", "By Jane Doe | 12 May 2024",
        "OSH, March 12 (Reuters) - The dam is full.", "New Bridge Opens Over the River", "Photo: Jo",
        "title: A", "date: 2024-05-12", "**Bold**", "****", "Share", "© 2024", "ECONOMY", "2024-13-45",
        BODY, LONG, "\ufeff", "\0", "٣٤", "ǅ", "ﬁ", "İ — A",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.lists(LINES | st.text(max_size=40), max_size=25).flatmap(
        lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2029"]).map(
            lambda end: end.join(lines)
        )
    ),
)


@given(TEXTS, st.sampled_from(["a.txt", "a.md", "-"]))
def test_any_text_is_sound(text, path):
    source = Source(path, text)
    articles = segment(source)
    assert_sound(source, articles)
    assert segment(source) == articles
    if any(character.isalpha() for character in text):
        assert articles or not text.strip()
