"""The grammars of sums look at each word a few times only, however long a sentence is."""

from dataclasses import replace
from typing import SupportsIndex

import pytest

from factx import mentions, nlp
from factx.claims import sums
from factx.claims.sums import products
from factx.model import Article, Block, Source

LONGER = 4
MOST = 1.5  # for what a longer sentence costs by the word, over a shorter one


class Counting(list[int]):
    """Numbers of sentences that count how often they are asked for."""

    asked = 0

    def __getitem__(self, index: SupportsIndex) -> int:  # type: ignore[override]
        self.asked += 1
        return super().__getitem__(index)


def asked(text: str) -> int:
    article = Article(Source("a.txt", text), 0, len(text), (Block("paragraph", 0, len(text)),))
    tokens = nlp.read(article, nlp.load())
    found = mentions.find(tokens)
    counting = Counting(tokens.sent)
    sums.find(replace(tokens, sent=counting), found)
    return counting.asked


@pytest.mark.parametrize("part", ["1/2 ", "a third of ", "half of ", "5 or ", "30% of "])
def test_the_sentence_of_a_figure_is_found_without_a_walk(part: str) -> None:
    assert asked(part * 100 * LONGER) <= asked(part * 100) * LONGER * MOST


def test_a_list_of_shares_is_not_tried_threefold(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    divisors = products._divisors
    monkeypatch.setattr(
        products, "_divisors", lambda *parts: (tried.append(parts), divisors(*parts))[1]
    )

    def of(count: int) -> int:
        tried.clear()
        asked("It paid " + ", or ".join(f"${i} a share" for i in range(1, count)) + ".")
        return len(tried)

    assert of(10) > 0
    assert of(120) == 0
