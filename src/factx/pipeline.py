"""The whole road for one source: read, segment, find, claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from os import PathLike, fspath

from factx.errors import ReadError, UsageError
from factx.model import Article, Block, Document, Source


def extract(text: str, date: dt.date | str | None = None, *, source: str = "-") -> Document:
    """Find the facts of one article.

    The text is taken as one article, however many titles it holds; a page with several is read
    by ``read``, which tells them apart.

    Args:
        text: The article. Offsets in the result are code points of this very string.
        date: The day the article was published, as a date or as ``2025-06-30``; it settles
            "yesterday" and "last quarter". A dateline in the text is used when none is given.
        source: What to call the text in the result, for instance a database key.

    Returns:
        The article's mentions, officials and claims; empty when it asserts no figure.

    Raises:
        UsageError: The date is not an ISO day.
    """
    from factx.read import segment

    whole = Source(source, text)
    return _document(_one(whole, segment(whole, day(date))))


def read(path: str | PathLike[str], date: dt.date | str | None = None) -> list[Document]:
    """Find the facts of every article in a file.

    Args:
        path: A text or markdown file, or ``-`` for standard input.
        date: The day the articles were published; see ``extract``.

    Returns:
        One document for each article, in the order of the file.

    Raises:
        ReadError: The file is missing, empty, not text, or holds no article.
        UsageError: The date is not an ISO day.
    """
    from factx.read import read as read_source

    return documents(read_source(fspath(path)), day(date))


def documents(source: Source, date: dt.date | None = None) -> list[Document]:
    """Find the facts of every article of one source."""
    return list(stream(source, date))


def stream(source: Source, date: dt.date | None = None) -> Iterator[Document]:
    """Yield each article's facts as soon as they are found."""
    from factx.read import refuse_data, segment

    refuse_data(source)
    articles = segment(source, date)
    if not articles:
        raise ReadError(source.path, "no article in it; give a file with running text")
    for article in articles:
        yield _document(article)


def day(written: dt.date | str | None) -> dt.date | None:
    """Return an ISO day as a date; a date stays as it is, and of a moment its day."""
    if isinstance(written, dt.datetime):  # a date too, but one that is written with its time
        return written.date()
    if not isinstance(written, str):
        return written
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        message = f"{written!r} is not a day; write it as 2025-06-30"
        raise UsageError(message) from None


def _one(source: Source, articles: list[Article]) -> Article:
    """Join the articles of a source; what stands between them is furniture."""
    if len(articles) == 1:
        return articles[0]
    blocks: list[Block] = []
    for article in articles:
        # a page's lead stands before its title
        opens = min(block.start for block in article.blocks)
        if blocks and opens > blocks[-1].end:
            blocks.append(Block("furniture", blocks[-1].end, opens))
        blocks += article.blocks
    if not blocks:
        return Article(source, 0, len(source.text), (Block("furniture", 0, len(source.text)),))
    return replace(articles[0], end=articles[-1].end, blocks=tuple(blocks))


def _document(article: Article) -> Document:
    from factx import claims, mentions, nlp
    from factx.claims import sums

    tokens = nlp.read(article, nlp.load())
    found = mentions.find(tokens)
    made = tuple(claims.build(tokens, found))
    text = article.source.text[article.start : article.end]
    return Document(
        id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        source=article.source.path,
        title=article.title,
        date=article.date,
        date_source=article.date_source,
        start=article.start,
        end=article.end,
        mentions=tuple(
            sorted(
                [*found.quantities, *found.dates, *found.people],
                key=lambda mention: (mention.start, mention.end),
            )
        ),
        officials=tuple(found.officials),
        claims=made,
        ties=sums.find(tokens, found, made),
    )
