"""The inputs of one run, and what became of each: articles are read, ``extract``'s JSON is read back."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factx.cli.progress import Report
from factx.errors import FAILED, ReadError, UsageError

if TYPE_CHECKING:
    from factx.batch import Outcome
    from factx.model import Document, Source

_LARGE = 100_000  # bytes: some three seconds


def given(paths: list[str] | None, context: typer.Context) -> list[str]:
    """Return the paths, or standard input if something is piped in; else show the help and leave."""
    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        Report().say(context.get_help())
        raise typer.Exit(FAILED)
    return paths or ["-"]


def documents(
    outcomes: Iterable[Outcome], report: Report, failures: list[str]
) -> Iterator[Document]:
    """Yield the documents; report what failed as it happens."""
    for outcome in outcomes:
        if outcome.error is not None:
            failures.append(outcome.error)
            report.problem(outcome.error)
        yield from outcome.documents
        report.advance(outcome.share)


def take_long(files: Sequence[str | ReadError]) -> bool:
    """Tell whether reading takes long enough for a bar: several files, or one of many articles."""
    if len(files) > 1:
        return True
    with suppress(OSError, ValueError):
        return any(isinstance(f, str) and Path(f).stat().st_size >= _LARGE for f in files)
    return False


def refuse_overwriting(inputs: Iterable[str | ReadError], output: str) -> None:
    """Raise ``UsageError`` if the output would replace what is to be read."""
    paths = {os.path.realpath(item) for item in inputs if isinstance(item, str) and item != "-"}
    if output != "-" and os.path.realpath(output) in paths:
        raise UsageError(f"{output}: is also an input; choose another file for the output")


class Drafts:
    """The inputs of ``check``: what ``extract`` wrote is read back, articles go the whole road."""

    def __init__(self, paths: list[str], day: dt.date | None, jobs: int) -> None:
        from factx.read import discover

        self._day, self._jobs = day, jobs
        self.items = list(discover(paths))
        self._stdin: str | None = None

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what became of each input, in order."""
        from factx import batch
        from factx.read import documents

        run: list[str | Source | ReadError] = []
        for item in self.items:
            opened = self._opened(item)
            if isinstance(opened, str | ReadError) or not documents.holds_documents(opened):
                run.append(opened)
                continue
            yield from self._extracted(run)
            run = []
            try:
                yield batch.Outcome(tuple(documents.documents(opened)))
            except ReadError as error:
                yield batch.Outcome((), str(error))
        yield from self._extracted(run)

    def text(self, path: str) -> str | None:
        """Return the text of a source for quoting; None if it cannot be read again."""
        from factx.read import read

        if path == "-":
            return self._stdin
        with suppress(ReadError):
            return read(path).text
        return None

    def _opened(self, item: str | ReadError) -> str | Source | ReadError:
        """Read what may be JSON at once; leave the other files to the worker processes."""
        from factx.export import rows
        from factx.read import documents, read

        if isinstance(item, ReadError):
            return item
        if item != "-" and not item.lower().endswith((*documents.SUFFIXES, ".csv")):
            return item
        try:
            source = read(item)
        except ReadError as error:
            return error
        if source.text.startswith(rows.HEADERS):
            return ReadError(item, "csv of factx extract; check takes its json or jsonl")
        if item == "-":
            self._stdin = source.text
        elif item.lower().endswith(".csv"):
            return item
        elif not documents.holds_documents(source):
            return ReadError(item, "JSON that factx extract did not write; give it the article")
        return source

    def _extracted(self, items: list[str | Source | ReadError]) -> Iterator[Outcome]:
        from factx import batch

        return batch.extract(items, self._day, self._jobs)
