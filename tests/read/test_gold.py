"""Articles, titles and dates of annotated news, where the development data is at hand."""

import json
from pathlib import Path

import pytest

from factx.read import read, segment

DATA = Path(__file__).parents[2] / "../shared/data"
GOLD = [("seeds/gold.json", "seeds"), ("gold_dev/gold.json", "check_dev/orig")]


@pytest.mark.skipif(not DATA.is_dir(), reason="the development data is not part of the repository")
@pytest.mark.parametrize(("gold", "folder"), GOLD)
def test_every_article_title_and_date(gold, folder):
    files = json.loads((DATA / gold).read_text(encoding="utf-8"))["files"]
    assert files
    for file in files:
        articles = segment(read(str(DATA / folder / f"{file['id']}.txt")))
        found = [
            (a.title and a.title.text, a.title and a.title.start, a.date and str(a.date), a.start)
            for a in articles
        ]
        wanted = [
            (a["title"]["text"], a["title"]["start"], a["date"], a["start"])
            for a in file["articles"]
        ]
        assert found == wanted, file["id"]
        for article, want in zip(articles, file["articles"], strict=True):
            length = want["end"] - want["start"]
            assert abs(article.end - want["end"]) <= 0.05 * length, file["id"]
