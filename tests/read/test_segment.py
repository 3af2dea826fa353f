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
        assert (
            [article.title.text]
            if article.title
            else [] == [source.text[block.start : block.end] for block in titles]
        )
