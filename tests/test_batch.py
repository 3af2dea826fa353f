"""One file of many articles: they come one by one, and a bug in one of them costs no other."""

from pathlib import Path

import pytest

from factx import batch, pipeline
from factx.errors import ReadError
from factx.model import Article, Document, Source

STORY = (
    "{}, {} May 2024 — " + "The council voted for the plan by 31 to 12 after a long debate. " * 5
)
TITLES = ("New Bridge Opens Today", "Ferry Fares Rise Again", "Wheat Harvest Falls Again")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    stories = (f"{title}\n\n{STORY.format('OSLO', 3 + n)}" for n, title in enumerate(TITLES))
    path.write_text("\n\n".join(stories), "utf-8")
    return path


def test_articles_come_one_by_one(page: Path) -> None:
    outcomes = list(batch.extract([str(page)]))
    found = [d.title.text for part in outcomes for d in part.documents if d.title]
    assert found == list(TITLES)
    assert max(len(part.documents) for part in outcomes) == 1
    assert sum(part.share for part in outcomes) == pytest.approx(1)
    assert all(part.share >= 0 for part in outcomes)


def test_what_was_found_before_a_bug_is_kept(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline._document

    def broken(article: Article) -> Document:
        if article.title is not None and article.title.text == TITLES[1]:
            raise ZeroDivisionError
        return real(article)

    monkeypatch.setattr(pipeline, "_document", broken)
    first, last = batch.extract([str(page)])
    assert len(first.documents) == 1
    assert last.error is not None
    assert "a bug in factx (ZeroDivisionError" in last.error
    assert first.share + last.share == pytest.approx(1)


@pytest.mark.parametrize(
    ("sizes", "cores", "processes"),
    [
        ((1000, 1000), 4, 1),
        ((batch._WORTH, 10), 4, 1),
        ((batch._WORTH, batch._WORTH), 4, 2),
        ((batch._WORTH,) * 9, 4, 4),
        ((batch._WORTH,) * 20, 64, batch._MOST),
        ((), 4, 1),
    ],
)
def test_as_many_processes_as_there_is_work_for(
    sizes: tuple[int, ...],
    cores: int,
    processes: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch, "_cores", lambda: cores)
    inputs: list[str | Source | ReadError] = ["-", str(tmp_path / "missing"), ReadError("a", "b")]
    for number, size in enumerate(sizes):
        path = tmp_path / str(number)
        path.write_text("a" * size)
        inputs.append(str(path) if number % 2 else Source("-", "a" * size))
    assert batch._paying(inputs) == processes
