"""``check``, ``rules`` and ``explain``: what cannot all be true."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.output import opened
from factx.cli.progress import Report, reporting
from factx.errors import FAILED, FINDINGS, OK, ReadError, UsageError

if TYPE_CHECKING:
    from factx.batch import Outcome
    from factx.checks import Result
    from factx.model import Document, Source

SEVERITIES = ("info", "warning", "error")
NEVER = "never"


def _complete_codes(incomplete: str) -> list[str]:
    from factx.checks import checks

    done, comma, word = incomplete.rpartition(",")
    return [f"{done}{comma}{c.code}" for c in checks() if c.code.startswith(word.upper())]


def _complete_format(incomplete: str) -> list[str]:
    from factx.export.findings import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def check(  # noqa: PLR0917 - typer passes them by name
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES|DIRS|-",
            help="Articles, or the json or jsonl that factx extract wrote; - is standard input, and "
            "the default when something is piped in.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text for people; json; jsonl, a finding a line.",
            autocompletion=_complete_format,
        ),
    ] = "text",
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.", show_default=False),
    ] = "-",
    select: Annotated[
        str,
        typer.Option(
            metavar="CODES",
            help="Only these rules: codes or their beginnings, such as PCT,RAT01.",
            show_default=False,
            autocompletion=_complete_codes,
        ),
    ] = "",
    ignore: Annotated[
        str,
        typer.Option(
            metavar="CODES",
            help="Not these rules.",
            show_default=False,
            autocompletion=_complete_codes,
        ),
    ] = "",
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="SEVERITY",
            help="The least severity that makes the exit code 1: error, warning, info; never.",
        ),
    ] = "warning",
    cross_document: Annotated[
        bool, typer.Option("--cross-document/--no-cross-document", help="Compare articles too.")
    ] = True,
    show_consistent: Annotated[
        bool, typer.Option("--show-consistent", help="Show what holds as well.")
    ] = False,
    date: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day the articles were published."),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 for one a core.")
    ] = 1,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar; errors are still shown.")
    ] = False,
) -> int:
    """Report figures, dates and names that cannot all be true.

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 an input or option that could not be
    used. What could be read is checked even then.
    """
    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        Report().say(context.get_help())
        return FAILED
    from factx import checks, pipeline
    from factx.export import findings

    findings.require(format)
    if fail_on not in (*SEVERITIES, NEVER):
        raise UsageError(
            f"cannot fail on {fail_on!r}; choose from {', '.join((*SEVERITIES, NEVER))}"
        )
    rules = {"select": select.split(","), "ignore": ignore.split(",")}
    checks.selected(**rules)  # a wrong code is said before hours of reading
    inputs = _Inputs(paths or ["-"], pipeline.day(date), jobs)
    failures: list[str] = []
    with reporting(len(inputs), bar=len(inputs) > 1 and not quiet) as report:
        documents = list(_documents(inputs.outcomes(), report, failures))
    result = checks.check(documents, **rules, cross_document=cross_document)
    _write(result, documents, format, output, inputs.text, consistent=show_consistent)
    if failures:
        return FAILED
    return FINDINGS if _fails(result, fail_on) else OK


def rules(
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")
    ] = "text",
) -> None:
    """List the rules of check."""
    from factx.checks import checks
    from factx.checks.base import manual
    from factx.export import manuals

    manuals.require(format)
    with opened("-") as stream:
        stream.write(manuals.listing([manual(type(rule)) for rule in checks()], format))


def explain(
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE", help="A rule, such as PCT01.", autocompletion=_complete_codes
        ),
    ],
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")
    ] = "text",
) -> None:
    """Explain a rule: what it does, why it matters, what it reports and what it leaves alone."""
    from factx.checks import find
    from factx.checks.base import manual
    from factx.export import manuals

    manuals.require(format)
    with opened("-") as stream:
        stream.write(manuals.page(manual(type(find(code))), format))


def add(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command()(check)
    app.command()(rules)
    app.command()(explain)


class _Inputs:
    """The inputs of one run: articles go through the pipeline, JSON is read back."""

    def __init__(self, paths: list[str], day: dt.date | None, jobs: int) -> None:
        from factx.read import discover

        self._day, self._jobs = day, jobs
        self._items = list(discover(paths))
        self._stdin: str | None = None

    def __len__(self) -> int:
        return len(self._items)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what became of each input, in order."""
        from factx import batch
        from factx.read import documents

        run: list[str | Source | ReadError] = []
        for item in self._items:
            opened_item = self._opened(item)
            if isinstance(opened_item, str | ReadError) or not documents.holds_documents(
                opened_item
            ):
                run.append(opened_item)
                continue
            yield from self._extracted(run)
            run = []
            try:
                yield batch.Outcome(tuple(documents.documents(opened_item)))
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
        from factx.read import documents, read

        if isinstance(item, ReadError):
            return item
        if item != "-" and not item.lower().endswith(documents.SUFFIXES):
            return item
        try:
            source = read(item)
        except ReadError as error:
            return error
        if item == "-":
            self._stdin = source.text
        return source

    def _extracted(self, items: list[str | Source | ReadError]) -> Iterator[Outcome]:
        from factx import batch

        jobs = min(self._jobs or batch.cores(), len(items))
        return batch.extract(items, self._day, jobs=jobs)


def _documents(
    outcomes: Iterator[Outcome], report: Report, failures: list[str]
) -> Iterator[Document]:
    from factx.cli import printable

    for outcome in outcomes:
        if outcome.error is not None:
            failures.append(outcome.error)
            report.say(printable(outcome.error))
        yield from outcome.documents
        report.advance()


def _write(
    result: Result,
    documents: list[Document],
    format: str,  # noqa: A002 - as above
    output: str,
    texts: Callable[[str], str | None],
    *,
    consistent: bool,
) -> None:
    from factx.export import findings

    with opened(output) as stream:
        if format == "json":
            findings.write_json(result, documents, stream, consistent=consistent)
        elif format == "jsonl":
            findings.write_jsonl(result, stream, consistent=consistent)
        else:
            from factx.export import report

            colour = stream.isatty() and not os.environ.get("NO_COLOR")
            report.write(result, texts, stream, consistent=consistent, colour=colour)


def _fails(result: Result, fail_on: str) -> bool:
    if fail_on == NEVER:
        return False
    enough = SEVERITIES[SEVERITIES.index(fail_on) :]
    return any(finding.severity in enough for finding in result.findings)
